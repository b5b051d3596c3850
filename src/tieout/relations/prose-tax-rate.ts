import { ONE, rational, ZERO } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { judge } from "../prove/verdict.ts";
import { bitsOfPrint, isSlipped, term } from "./prose-fit.ts";
import type { ProseCell, ProseRow, RowIndex } from "./prose-rows.ts";
import { timeAgreement } from "./prose-time.ts";
import type { Form, Relation } from "./relation.ts";
import { isIncomeBeforeTax, isTaxOnIncome } from "./tax-names.ts";

const MINUS_ONE = rational(-1n);
/** Pairs of rows that are tried, at most; a release has a handful of statements. */
const MOST_PAIRS = 60;
/** A rate of fewer bits than this agrees with too much. */
const LEAST_BITS = 4;

/** Tax and the income that it is taken of, in one table. */
interface Pair {
  readonly tax: ProseRow;
  readonly income: ProseRow;
}

interface Fit {
  readonly pair: Pair;
  readonly form: Form;
  readonly reading: ProseReading;
  readonly holds: boolean;
}

/**
 * "The effective tax rate was 24.5 percent" (T25), where a table prints tax and income before tax for the period. Which income a
 * house means the sentence does not say: agreement counts, and a rate that breaks only where the rate beside it agrees with the
 * same two rows and one slip explains it.
 */
export function proseTaxRates(
  groups: readonly ProseGroup[],
  index: RowIndex,
  figures: readonly Figure[],
): readonly Relation[] {
  const rates = groups.filter(isTaxRate);
  if (rates.length === 0) return [];
  const pairs = pairsIn(index.rows);
  return rates.flatMap((group) => {
    const readings = group.readings.filter(
      (r) => (r.role === "current" || r.role === "prior") && bitsOfPrint(figures[r.figure]!) >= LEAST_BITS,
    );
    for (const pair of pairs) {
      const found = readings.flatMap((r) => fitOf(pair, r, figures) ?? []);
      const holding = found.filter((f) => f.holds).length;
      if (holding > 0)
        return found.flatMap((f) => (f.holds || isSlipped(f.form, f.reading.figure, figures) ? [relationOf(f)] : []));
    }
    return [];
  });
}

const isTaxRate = ({ kind, forward, tabular, words: { stems } }: ProseGroup): boolean =>
  kind === "percent" && !forward && !tabular && stems.has("tax") && stems.has("rate") && !stems.has("statutory");

function pairsIn(rows: readonly ProseRow[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const taxes = rows.filter((r) => isTaxOnIncome(r.label) && r.cells.some((c) => c.kind === "amount"));
  const incomes = new Map<number, ProseRow[]>();
  for (const row of rows) {
    if (!isIncomeBeforeTax(row.label) || !row.cells.some((c) => c.kind === "amount")) continue;
    const list = incomes.get(row.table);
    if (list === undefined) incomes.set(row.table, [row]);
    else list.push(row);
  }
  for (const tax of taxes)
    for (const income of incomes.get(tax.table) ?? []) {
      if (pairs.length === MOST_PAIRS) return pairs;
      pairs.push({ tax, income });
    }
  return pairs;
}

/** How the column of the period does; undefined where there is none, or where it is another column that gives the rate. */
function fitOf(pair: Pair, reading: ProseReading, figures: readonly Figure[]): Fit | undefined {
  let fit: Fit | undefined;
  let isElsewhere = false;
  for (const tax of pair.tax.cells) {
    const income = pair.income.cells.find((c) => c.column === tax.column && c.kind === "amount");
    if (tax.kind !== "amount" || income === undefined || figures[income.figure]!.measured!.value.n === 0n) continue;
    const form = formOf(tax, income, reading.figure, figures);
    const { verdict } = judge(form, figures);
    const holds = verdict === "forced" || verdict === "consistent";
    if (fit === undefined && timeAgreement(tax.period, reading.period) === "same")
      // What rounding alone can explain may as well be a rate of another kind.
      fit = verdict === "attainable" || verdict === "unverifiable" ? undefined : { pair, form, reading, holds };
    else isElsewhere ||= holds;
  }
  return fit?.holds === true || !isElsewhere ? fit : undefined;
}

/** Tax may be printed as what is taken away: the rate in the sentence says which sign is meant. */
function formOf(tax: ProseCell, income: ProseCell, rate: number, figures: readonly Figure[]): Form {
  const negative = (figure: number): boolean => figures[figure]!.measured!.value.n < 0n;
  const turned = (negative(tax.figure) !== negative(income.figure)) !== negative(rate);
  return {
    kind: "quotient",
    numerator: [term(tax.figure)],
    denominator: [term(income.figure)],
    plus: ZERO,
    times: turned ? MINUS_ONE : ONE,
    result: rate,
  };
}

const relationOf = ({ pair: { tax, income }, form }: Fit): Relation => ({
  rule: "T25",
  kind: "tax rate",
  text: `${tax.label} / ${income.label} in table ${tax.table} = the tax rate in the text`,
  form,
  strength: "fair",
  evidence: `the words, and the two rows of the period in table ${tax.table}`,
  bits: 8,
  allowance: 1,
});
