import { compare, ONE } from "../../exact/rational.ts";
import { isComparable } from "../names/comparable.ts";
import { type Family, SHARE_OF } from "../names/family.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { foots, linesBetween } from "../reading/foots.ts";
import { isRate } from "../reading/mention.ts";
import { EARNED } from "../reading/own-measure.ts";
import { isAcross, isOwnStatement } from "../reading/own-statement.ts";
import { isCalledSo, isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";

/** What a share earns by the company's own count is led to from what it earns under GAAP (C&DI 102.05). */
export const PER_SHARE: ReadonlySet<Family> = new Set<Family>([
  "eps",
  "ffo-per-share",
  "distributable-earnings-per-share",
  "net-investment-income-per-share",
  "tangible-book-value-per-share",
]);

/** A caption that says of what its amounts are, without the "except per share data" of any table. */
const OF_SHARES = anyCase(/\b(?:per (?:\w+ ){0,3}(?:share|unit|ads)|eps)\b|\/share\b/);
const EXCEPT =
  /\b(?:except|excluding)\b[^.()]{0,60}\bper (?:[\w/]+ ){0,4}?(?:share|unit|ads)\b|\bper[- ]share (?:data|amounts|information)\b/gi;

export const capsOf = ({ title, reading: { meaning } }: RuleTable): string =>
  [title, ...meaning.columns.map((c) => c.head)].join(" | ");

/** What a text of a table names. */
interface Labelled {
  readonly text: string;
  readonly names: readonly Named[];
}

/** The labels of a table's lines, those without figures too, each with what it names. */
export const namedLabels: (table: RuleTable) => readonly Labelled[] = remembered(({ reading, learned }) =>
  reading.meaning.rows.map(({ label }) => ({ text: label, names: namedIn(label, learned) })),
);

/** The measures that the title, the heads and the lines of a table name, those without figures too: a page's width loses some. */
export const namesOf: (table: RuleTable) => readonly Pick<Named, "family" | "basis" | "name">[] = remembered(
  (table) => {
    const { meaning } = table.reading;
    const torn = isTorn(table) ? [meaning.rows.map((r) => r.label).join(" ")] : [];
    const named = (text: string): readonly Named[] => namedIn(text, table.learned);
    return [...named(capsOf(table)), ...namedLabels(table).flatMap(({ names }) => names), ...torn.flatMap(named)];
  },
);

/** A few rows none of which is a measure, for their words stand one to a line: what a page's width has torn off a table. */
export const isTorn = ({ kind, rows }: RuleTable): boolean =>
  kind === "reconciliation" && rows.length < 8 && rows.every((r) => r.named === undefined);

/** Amounts per share are printed in cents. */
const isOfShare = ({ figures }: RuleRow): boolean =>
  figures.some((f) => f.measured !== undefined && !isRate(f) && compare(f.measured.quantum, ONE) < 0);

/** Whether a table says of its amounts that they are those of a share. */
const isPerShare = (table: RuleTable): boolean => OF_SHARES.test(capsOf(table).replace(EXCEPT, " "));

/**
 * The families that a table leads to from the measure under GAAP, row by row or column by column. Early is a table before the
 * statements: there a table of key figures has both measures too, and is no way unless it adds up or is called one.
 */
export const waysOf = (table: RuleTable, isEarly: boolean): ReadonlySet<Family> =>
  isEarly ? earlyWays(table) : laterWays(table);
const earlyWays = remembered((table: RuleTable) => waysIn(table, true));
const laterWays = remembered((table: RuleTable) => waysIn(table, false));

function waysIn(table: RuleTable, isEarly: boolean): ReadonlySet<Family> {
  const found = new Set<Family>();
  if (isOwnStatement(table)) return found;
  // Before the statements columns on both bases compare key figures, and lead from the one to the other where something stands between.
  const across = isAcross(table) && (!isEarly || isCalledSo(table) || hasAdjustmentColumn(table));
  const share = isPerShare(table);
  const gaap = table.rows.filter((r) => r.named?.basis === "GAAP");
  for (const to of table.rows) {
    const family = to.named?.family;
    if (family === undefined || (to.named?.basis !== "non-GAAP" && !across)) continue;
    const from = gaap.filter((r) => r.row !== to.row && isFrom(r, to, share));
    if (across || from.some((r) => isWay(table, r, to, isEarly))) {
      found.add(family);
      const part = SHARE_OF.get(family);
      if (share && part !== undefined && isOfShare(to)) found.add(part);
    }
  }
  for (const part of PER_SHARE)
    if (part === "tangible-book-value-per-share" && !takesOffIntangibles(table)) found.delete(part);
    else if ((!isEarly || isCalledSo(table)) && isBeside(table, part)) found.add(part);
  return found;
}

/** Book value beside what is tangible of it is a row of key figures: what leads to the second takes off the intangible assets, or is called a reconciliation. */
export const takesOffIntangibles = (table: RuleTable): boolean =>
  isCalledSo(table) || namedLabels(table).some(({ text }) => /\bgoodwill\b|\bintangibles?\b/.test(inSmall(text)));

/** Whether a column is of what leads from one basis to the other: its own words name neither, and it is no period and no change. */
const hasAdjustmentColumn = ({ reading: { meaning } }: RuleTable): boolean =>
  meaning.columns.some(
    ({ kind, head }) =>
      kind !== "label" && (ADJUSTMENTS.test(head) || (/\p{L}{4}/u.test(head) && !OF_NO_ADJUSTMENT.test(head))),
  );
/** "Three months ended June 30, 2025 Adjustments": the column says so behind its period. */
const ADJUSTMENTS = anyCase(/\badjustments?(?: \(?\w\)?)?\W*$/);
const OF_NO_ADJUSTMENT = anyCase(
  /gaap|\breported\b|\badjusted\b|\bcore\b|\bunderlying\b|\bchanges?\b|\bgrowth\b|\bvariance\b|\b(?:in|de)crease|\bquarter|\bmonths|\bended\b|\byear|\bvs\b|%/,
);

/** "Earnings/EPS" is both, in columns of amounts and of shares. */
function isFrom(from: RuleRow, to: RuleRow, share: boolean): boolean {
  const [gaap, own] = [from.named!.family, to.named!.family];
  if (isComparable(own, gaap)) return true;
  return (
    share && EARNED.has(own) && EARNED.has(gaap) && [from, to].every(({ label }) => /\/ ?eps\b/.test(inSmall(label)))
  );
}

/** Behind the statements a share's part needs no more than the same part under GAAP beside it; in a statement of results something must stand between. */
function isBeside(table: RuleTable, part: Family): boolean {
  const from = table.rows.filter((r) => r.named?.basis === "GAAP" && isComparable(part, r.named.family));
  const to = table.rows.filter((r) => r.named?.basis === "non-GAAP" && r.named.family === part);
  if (from.length === 0 || to.length === 0) return false;
  if (isCalledSo(table) || !table.rows.some((r) => r.named?.family === "revenue")) return true;
  return to.some((own) => from.some((gaap) => linesBetween(table, gaap, own).some((r) => r.named === undefined)));
}

/** What a table of key figures has besides, and no reconciliation takes off: taxes, interest and costs it does. */
const RESULT: ReadonlySet<Family> = new Set<Family>([
  "revenue",
  "gross-profit",
  "gross-margin",
  "operating-income",
  "operating-margin",
  "pre-tax-income",
  "net-income",
  "net-margin",
  "eps",
  "operating-cash-flow",
]);

/** Whether something stands between the two that is left out of the one and not of the other. */
function isWay(table: RuleTable, from: RuleRow, to: RuleRow, isEarly: boolean): boolean {
  const between = linesBetween(table, from, to);
  if (isCalledSo(table))
    return between.some((r) => r.named?.family !== from.named?.family || r.named?.basis !== "GAAP");
  const lines = between.filter((r) => r.named?.basis !== "non-GAAP");
  if (lines.length === 0 || lines.some((r) => r.named !== undefined && RESULT.has(r.named.family) && !isTaken(r)))
    return false;
  // A table of key figures has both measures as well, and lines that lead nowhere.
  const isWhole = from === table.rows[0] && to === table.rows.at(-1) && lines.length > FEW_LINES;
  return !isEarly || isWhole || foots(from, to, lines);
}

/** "Less: accumulated other comprehensive loss per share": a line that says that it is taken off or added is no result, whatever it names. */
const isTaken = ({ label }: RuleRow): boolean =>
  /^\W{0,3}(?:less|add|plus|deduct|minus|exclud(?:e|ing))\b/.test(inSmall(label));

/** More lines than these from the first row to the last are a way, though amounts that are lost keep it from adding up. */
const FEW_LINES = 2;

/** The basis that a row has for its label: of the standards, and of the company's own. */
const START_ROW = anyCase(/(?:^|[^-\w])gaap\b|\bas reported\b|^reported\b/);
const END_ROW = anyCase(
  /\bas adjusted\b|^adjusted\b|\bnon-?gaap\b|^(?:excluding|before) (?:[a-z][\w-]{1,16} ){0,3}(?:items|charges|adjustments)\W*$|^(?:total )?(?:core|underlying|comparable|normali[sz]ed)(?: (?:performance )?(?:measures?|results?|basis|earnings))?\W*$/,
);
const OF_SALES = anyCase(/^\W{0,3}(?:as an? )?(?:%|percent)/);

/** Whether a row is as reported, by its label. */
const isStart = ({ label }: RuleRow): boolean => START_ROW.test(label) && !END_ROW.test(label);

/** The adjustments of a table with a column for each measure, from the row as reported down to that of the company's own. */
export function linesDown({ rows }: Pick<RuleTable, "rows">): readonly RuleRow[] {
  const start = rows.findIndex(isStart);
  const end = rows.findIndex((r, i) => i > start && END_ROW.test(r.label));
  return start < 0 ? [] : rows.slice(start + 1, Math.max(end, 0)).filter((r) => !OF_SALES.test(r.label));
}

/** The measures that such a table leads to, by the heads of its columns; of income before and after tax the rate of it follows. */
export const familiesDown: (table: RuleTable) => readonly Family[] = remembered((table) => {
  if (linesDown(table).length === 0) return [];
  const all = table.reading.meaning.columns.flatMap(({ head }): readonly Family[] =>
    /^(?:diluted )?per (?:diluted )?share\b/.test(inSmall(head.trim()))
      ? ["eps"]
      : namedIn(head, table.learned)
          .slice(0, 1)
          .map(({ family }) => family),
  );
  return all.includes("pre-tax-income") && all.includes("net-income") ? [...all, "tax-rate"] : all;
});

/** Measures under GAAP that are not yet net income. */
export const ABOVE_NET: ReadonlySet<Family> = new Set<Family>(["operating-income", "pre-tax-income"]);

/** The rows that a table leads from operating income, or income before tax, to EBITDA or EBIT by, where it adds up, whatever it is called. */
export function fromAboveNet({
  kind,
  rows,
}: RuleTable): { readonly first: RuleRow; readonly last: RuleRow } | undefined {
  if (kind === "statement") return undefined;
  const last = rows.find(
    (r) => r.named?.basis === "non-GAAP" && (r.named.family === "ebitda" || r.named.family === "ebit"),
  );
  const first = rows.find((r) => r.named?.basis === "GAAP" && ABOVE_NET.has(r.named.family));
  if (last === undefined || first === undefined || first.row > last.row) return undefined;
  const lines = linesBetween({ rows }, first, last).filter((r) => r.named?.basis !== "non-GAAP");
  if (lines.some((r) => r.named !== undefined && RESULT.has(r.named.family) && !ABOVE_NET.has(r.named.family)))
    return undefined;
  return lines.some((r) => r.named === undefined) && foots(first, last, lines) ? { first, last } : undefined;
}

/**
 * Whether lines begin with a measure that nothing under GAAP is called by, as if it were one, and go on from it: at the top of a table, or right below
 * another measure of the company's own, to which the lines above have come. No line leads to it, and none from it to a measure under GAAP.
 */
export const isBegunWith = (group: readonly Family[], { rows }: RuleTable): boolean => {
  if (group[0] !== "pre-provision") return false;
  const isIt = ({ named }: RuleRow): boolean => named !== undefined && group.includes(named.family);
  const at = rows.findIndex(isIt);
  const above = rows[at - 1];
  return (
    at >= 0 &&
    (above === undefined || isOwn(above)) &&
    !rows.slice(at).some((r) => r.named?.basis === "GAAP" && isComparable(group[0]!, r.named.family))
  );
};
