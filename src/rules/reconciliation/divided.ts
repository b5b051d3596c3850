import { absolute, add, isCloser, type Rational } from "../../exact/rational.ts";
import { placeOf } from "../../text/printed.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import { namedIn } from "../names/lexicon.ts";
import { inSmall } from "../pattern.ts";
import { linesTold, listed, toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { waysTo } from "../reading/led.ts";
import { isMoney } from "../reading/mention.ts";
import { isOfPart, isShown, quoted } from "../reading/own-measure.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { groupOf, isReconciled } from "./reconciled.ts";
import { waysOf } from "./ways.ts";

/**
 * The earnings of twelve months that a table divides debt by, or cash flow, where the release reconciles the measure for other periods and no reconciliation comes
 * to one of these amounts, nor to quarters that add up to it. One finding for all of them, with the places of the ratio that comes of it.
 */
export const dividedUnled: (disclosure: Disclosure) => readonly Found[] = remembered((disclosure) =>
  isComplete(disclosure) ? DIVIDED.flatMap((of) => unledBy(of, disclosure)) : [],
);

function unledBy(of: Divided, disclosure: Disclosure): readonly Found[] {
  const shown = disclosure.tables
    .filter((t) => t.kind !== "guidance" && t.rows.some((r) => r.named?.family === of.ratio && r.figures.length > 0))
    .flatMap((t) =>
      t.rows.flatMap((r): readonly Unled[] => {
        const unled = r.named !== undefined && of.by.has(r.named.family) ? unledOf(r, t, disclosure) : [];
        const isAll = unled.length === amountsOf(r).length;
        return unled.length === 0 ? [] : [{ ...r, table: t.table, unled, isAll }];
      }),
    );
  return toldOnce(disclosure, shown, ({ label, table, unled, isAll }) => ({
    message: `Table ${table} divides ${of.what} by ${quoted(label)}, and no reconciliation comes to ${isAll ? "its amounts" : listed(unled.map(({ text }) => text))}, though one leads to the measure for other periods.`,
    remedy: "Reconcile the measure for the twelve months as well.",
    figures: unled.slice(0, 1).map((f) => f.id),
  })).map((found) => ({
    ...found,
    message: `${found.message}${ratiosOf(of, shown, disclosure)}${quartersOf(shown, disclosure)}`,
  }));
}

/** A ratio, what it divides in words, and the earnings that it may divide it by. */
interface Divided {
  readonly ratio: Family;
  readonly what: string;
  readonly by: ReadonlySet<Family>;
}
const DIVIDED: readonly Divided[] = [
  { ratio: "leverage", what: "debt", by: new Set<Family>(["ebitda", "ebit"]) },
  { ratio: "free-cash-flow-conversion", what: "cash flow", by: new Set<Family>(["net-income", "ebitda"]) },
];

interface Unled extends RuleRow {
  readonly table: number;
  readonly unled: readonly Figure[];
  readonly isAll: boolean;
}

/** The places in the text of a ratio to earnings none of which is led to. */
function ratiosOf({ ratio }: Divided, all: readonly Unled[], disclosure: Disclosure): string {
  const first = all.find(({ isAll }) => isAll);
  if (first === undefined) return "";
  const said = disclosure.mentions.filter(
    (m) => m.family === ratio && m.basis === "non-GAAP" && isShown(m) && !isOfPart(m),
  );
  const lines = linesTold(disclosure, first, said);
  return lines === "" ? "" : ` The ratio that comes of it is given in ${lines}.`;
}

/** "Consists of the sum of Adjusted EBITDA of $4.1, $3.9, $4.4 and $4.0": the notes that name quarters of which no table has the one or the other. */
function quartersOf([first]: readonly Unled[], disclosure: Disclosure): string {
  if (first === undefined) return "";
  const printed = new Set(disclosure.tables.flatMap((t) => t.rows.flatMap((r) => r.figures.map(digitsOf))));
  const notes = disclosure.passages.filter(({ text, sentences }) => {
    if (!/\bsum of\b/.test(inSmall(text))) return false;
    const isNamed = namedIn(text).some((n) => n.basis === "non-GAAP" && n.family === first.named!.family);
    const amounts = sentences.flatMap(({ figures }) => figures).filter(isMoney);
    return isNamed && amounts.length >= QUARTERS && amounts.some((one) => !printed.has(digitsOf(one)));
  });
  const lines = linesTold(
    disclosure,
    first,
    notes.flatMap(({ printed: of }) => placeOf(of, 0, 1)),
  );
  return lines === "" ? "" : ` The quarters that make it up are given in ${lines} without what leads to each.`;
}

/** An amount of fewer digits is printed elsewhere by chance. */
const DIGITS = 3;

const amountsOf = ({ figures }: RuleRow): readonly Figure[] =>
  figures.filter((f) => isMoney(f) && digitsOf(f).length >= DIGITS);

/** The amounts of a row that nothing leads to. */
function unledOf(row: RuleRow, table: RuleTable, disclosure: Disclosure): readonly Figure[] {
  const { named } = row;
  if (named === undefined || !isOwn(row)) return [];
  const amounts = amountsOf(row);
  const group = groupOf(named.family);
  if (amounts.length === 0 || !isReconciled(named, disclosure)) return [];
  if (group.some((f) => waysOf(table, false).has(f))) return [];
  const others = disclosure.tables.filter((t) => t !== table).flatMap(({ rows }) => rows);
  const kin = others.filter((r) => r.named !== undefined && group.includes(r.named.family));
  if (kin.length === 0) return [];
  return amounts.filter(
    (amount) =>
      waysTo(group, [amount], disclosure).length === 0 &&
      !others.some((r) => r.figures.some((f) => isSameAmount(f, amount.measured!))) &&
      !kin.some((r) => isSummed(r, [amount])),
  );
}

/** Four quarters side by side are looked for among so many amounts of a row. */
const MOST = 12;

/** Whether four amounts of a row in turn add up to one of the amounts. */
function isSummed({ figures }: RuleRow, amounts: readonly Figure[]): boolean {
  const values = figures.flatMap(({ measured }) => measured?.value ?? []).slice(0, MOST);
  const sums = values.flatMap((_, i): readonly Rational[] => {
    const four = values.slice(i, i + QUARTERS);
    return four.length < QUARTERS ? [] : [four.reduce(add)];
  });
  return amounts.some(({ measured }) =>
    sums.some((sum) => isCloser(absolute(sum), absolute(measured!.value), measured!.quantum)),
  );
}
const QUARTERS = 4;
