import { type Interval, intersect, minus, point, quotient, within } from "../../exact/interval.ts";
import { ONE, rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import { type Print, printOf, wordedRange } from "../prove/wording.ts";
import type { ProseCell, RowIndex } from "./prose-rows.ts";
import { timeAgreement } from "./prose-time.ts";
import type { Relation, Trouble } from "./relation.ts";
import { reckoned, type Saying } from "./saying.ts";
import { incomePairs, product, type SharePair, saysMuch, sharesOfBoth } from "./share-count.ts";

/** Amounts that are printed before tax as a rule, and per share after it as often as not. */
const BEFORE_TAX = ["expense", "compensation", "charge", "cost", "amortization", "impairment", "restructuring"];
/** No tax on income takes more than half of it. */
const HIGHEST_RATE = rational(1n, 2n);
const RATE: Print = { factor: rational(1n, 100n), places: 0, sign: "%", unit: "" };

/** How many shares a period has, and the figures that say so. */
interface Count {
  readonly shares: Interval;
  readonly figures: readonly number[];
  readonly from: string;
}

/**
 * "An expense of $4.4 million, or $0.05 per share" (T11): the amount is before tax as a rule, the amount per share may be after it.
 * Both are tried on the shares of the period; where only tax explains the two, the rate that it takes is worked out, and
 * whoever does not say so is asked to.
 */
export function proseExpenseShares(
  pairs: readonly SharePair[],
  index: RowIndex,
  figures: readonly Figure[],
): readonly Relation[] {
  return pairs.flatMap((pair) => {
    if (!isExpense(pair)) return [];
    const count = countOf(pair, pairs, figures) ?? countInTable(pair, index, figures);
    return count === undefined ? [] : readings(pair, count, figures);
  });
}

const isExpense = ({ stems }: SharePair): boolean =>
  !stems.has("income") && !stems.has("ebitda") && !stems.has("dividend") && BEFORE_TAX.some((s) => stems.has(s));

/** The count that net income with and without adjustments has in common. */
function countOf(pair: SharePair, pairs: readonly SharePair[], figures: readonly Figure[]): Count | undefined {
  for (const { gaap, adjusted } of incomePairs(pairs, figures)) {
    if (timeAgreement(gaap.period, pair.period) !== "same") continue;
    const shares = sharesOfBoth(gaap, adjusted, figures, "halfExpand");
    if (shares === undefined) continue;
    const named = [gaap.amount, gaap.perShare, adjusted.amount, adjusted.perShare];
    return { shares, figures: named, from: `the shares that "${gaap.name}" and "${adjusted.name}" have in common` };
  }
  return undefined;
}

const isDiluted = (cell: ProseCell): boolean =>
  cell.kind === "shares" && (cell.at.own.has("diluted") || cell.at.under.has("diluted"));

function countInTable(pair: SharePair, index: RowIndex, figures: readonly Figure[]): Count | undefined {
  for (const row of index.rows)
    for (const cell of row.cells)
      if (isDiluted(cell) && timeAgreement(cell.period, pair.period) === "same")
        return {
          shares: intervalOf(figures[cell.figure]!, "halfExpand"),
          figures: [cell.figure],
          from: `${row.label} in table ${row.table}`,
        };
  return undefined;
}

function readings(pair: SharePair, count: Count, figures: readonly Figure[]): readonly Relation[] {
  const amount = intervalOf(figures[pair.amount]!, "halfExpand");
  const printed = intervalOf(figures[pair.perShare]!, "halfExpand");
  const whole = quotient(amount, count.shares);
  const kept = product(printed, count.shares);
  const share = kept === undefined ? undefined : quotient(kept, amount);
  if (whole === undefined || share === undefined) return [];
  const before = {
    verdict: within(whole, printed) ? "forced" : "consistent",
    computed: { point: undefined, interval: whole },
  } as const;
  if (intersect(whole, printed) !== undefined) {
    const strength = saysMuch(pair, figures) ? "fair" : "weak";
    return [reckoned({ ...saying(pair, count, "before tax"), strength }, before)];
  }
  // What tax takes: one less what is left of each part of the amount.
  const rate = minus(point(ONE), share);
  const paid = intersect(rate, { low: { at: rational(0n), open: true }, high: { at: HIGHEST_RATE, open: false } });
  if (paid === undefined) return [];
  return [
    reckoned(
      saying(pair, count, "before tax"),
      { ...before, verdict: "unattainable" },
      pair.taxed ? undefined : untold(pair, count, whole, rate, figures),
    ),
    reckoned(saying(pair, count, "after tax"), {
      verdict: "attainable",
      computed: { point: undefined, interval: rate },
    }),
  ];
}

const saying = (pair: SharePair, { figures, from }: Count, tax: "before tax" | "after tax"): Saying => ({
  rule: "T11",
  kind: `per share ${tax}`,
  text:
    tax === "before tax"
      ? `"${pair.name}" over ${from} = the amount per share beside it`
      : `"${pair.name}" less tax at a rate to be worked out, over ${from} = the amount per share beside it`,
  evidence: `"or" between the two, and ${from}`,
  strength: "fair",
  figures: [...figures, pair.amount, pair.perShare],
  culprit: pair.perShare,
});

function untold(
  pair: SharePair,
  { from }: Count,
  whole: Interval,
  rate: Interval,
  figures: readonly Figure[],
): Trouble {
  const figure = figures[pair.perShare]!;
  return {
    code: "per-share-needs-tax",
    severity: "warning",
    message:
      `"${pair.name}" over ${from} is ${wordedRange(whole, printOf(figure))} per share; ${figure.text} is printed. Tax at ` +
      `${wordedRange(rate, RATE)} would explain it, and the sentence does not speak of tax.`,
    remedy: 'Say "after tax" where the amount per share is after tax, and print the tax; else correct one of the two.',
  };
}
