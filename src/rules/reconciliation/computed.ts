import { type Family, RATES } from "../names/family.ts";
import { anyCase, inSmall, type Pattern } from "../pattern.ts";
import { foots, linesBetween } from "../reading/foots.ts";
import { isSetInCents } from "../reading/led.ts";
import { isAcross } from "../reading/own-statement.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { namedLabels, takesOffIntangibles } from "./ways.ts";

/** What is earned under GAAP, whichever line of the statement it is. */
export const EARNINGS: ReadonlySet<Family> = new Set<Family>(["net-income", "operating-income", "pre-tax-income"]);

/** Whether a table computes a ratio of debt: what is owed, the earnings that it is divided by, and the ratio. */
export const isDebtRatioComputed = (family: Family, { rows }: RuleTable): boolean =>
  DIVIDED_BY.has(family) &&
  rows.some((r) => r.named?.family === family) &&
  rows.some((r) => r.named?.family !== family && DIVIDED_BY.get(family)!.test(r.label)) &&
  rows.some((r) => r.named?.family !== family && /\b(?:debt|borrowings|loans|notes)\b/.test(inSmall(r.label)));

/** Whether a table takes cash off debt and comes to net debt, in whatever order it has the three, or by lines of which cash is one. */
export function isNetDebtComputed(family: Family, table: Pick<RuleTable, "rows">): boolean {
  if (family !== "net-debt") return false;
  const few = table.rows.slice(0, MOST_ROWS);
  const isCash = ({ label }: RuleRow): boolean =>
    /\bcash\b/.test(inSmall(label)) && !/\bnet (?:debt|cash)\b/.test(inSmall(label));
  const cash = few.filter(isCash);
  const debts = few.filter(({ label, named }) => named?.family !== family && DEBT.test(label));
  const ends = few.filter(({ named }) => named?.family === family);
  return ends.some((to) =>
    debts.some((from) => {
      if (cash.some((line) => foots(from, to, [line]))) return true;
      const lines = linesBetween(table, from, to);
      return from.row < to.row && lines.length <= MOST_LINES && lines.some(isCash) && foots(from, to, lines);
    }),
  );
}
/** Whether a table comes to net debt, and then divides it; what it is divided by is reconciled for itself. */
const isLeverageComputed = (family: Family, table: RuleTable): boolean =>
  DIVIDED_BY.has(family) && isDebtRatioComputed(family, table) && isNetDebtComputed("net-debt", table);
const MOST_ROWS = 30;
const MOST_LINES = 8;
/** "Outstanding principal": what is owed, before what it has cost to borrow it is taken off. */
const DEBT = anyCase(/\b(?:debts?|borrowings|indebtedness|loans|notes|principal)\b/);

/** What the measures of debt are divided by, in words. */
const DIVIDED_BY: ReadonlyMap<Family, Pattern> = new Map<Family, Pattern>([
  ["leverage", anyCase(/\bebitda/)],
  [
    "debt-ratio",
    anyCase(
      /\bcash (?:flows? )?(?:provided by |from )?operati|\bcffo\b|\b(?:operating cash|net income|net earnings|capital\w*|equity)\b/,
    ),
  ],
]);

/** Earnings divided by what they were earned with. */
export const RETURNS: ReadonlySet<Family> = new Set<Family>([
  "return-on-capital",
  "return-on-tangible-equity",
  "return-on-equity",
  "return-on-assets",
]);

/** Whether a table computes a return: earnings or a line of the statements above it, what these are divided by, and the return. */
export function isReturnComputed(family: Family, { rows }: RuleTable): boolean {
  if (!RETURNS.has(family)) return false;
  const end = rows.findLastIndex((r) => r.named?.family === family && r.named.basis === "non-GAAP");
  const above = rows.slice(0, Math.max(end, 0));
  return above.some(({ named }) => named?.basis === "GAAP" && EARNINGS.has(named.family)) && above.some(isDivisor);
}
/** Whether a table computes a rate of tax: income before tax as the statements have it, and the tax on what is left of it. */
export function isTaxComputed({ rows }: RuleTable): boolean {
  const end = rows.findLastIndex((r) => r.named?.family === "tax-rate" && r.named.basis === "non-GAAP");
  const above = rows.slice(0, Math.max(end, 0));
  return (
    above.some(({ named }) => named?.basis === "GAAP" && named.family === "pre-tax-income") &&
    above.some(({ label, named }) => named?.family !== "pre-tax-income" && /\btax(?:es)?\b/.test(inSmall(label)))
  );
}
/** Amounts by the share of what is left of equity, which are divided as ratios are. */
const BOOK_VALUES: ReadonlySet<Family> = new Set<Family>(["book-value-per-share", "tangible-book-value-per-share"]);
/** What is left without goodwill and what was bought with it: rows of key figures may add up to it by chance. */
export const TANGIBLE: ReadonlySet<Family> = new Set<Family>([
  "tangible-book-value-per-share",
  "tangible-equity-ratio",
  "return-on-tangible-equity",
]);
/** So many rows above it a ratio has what it is computed from. */
const COMPUTED_FROM = 12;

/** Whether a table computes a ratio: lines above it lead from one that is not the company's own to what is divided, and another line is the divisor. */
export function isComputedBelow(family: Family, table: RuleTable): boolean {
  const { rows } = table;
  if (!RATES.has(family) && !BOOK_VALUES.has(family)) return false;
  if (TANGIBLE.has(family) && !takesOffIntangibles(table)) return false;
  const end = rows.findLastIndex((r) => r.named?.family === family && r.named.basis === "non-GAAP");
  const above = rows.slice(Math.max(end - COMPUTED_FROM, 0), Math.max(end, 0));
  return above.some(
    (from, i) =>
      from.named?.basis !== "non-GAAP" &&
      above.some((to, j) => j > i + 1 && j - i + 1 < above.length && foots(from, to, above.slice(i + 1, j))),
  );
}

const isDivisor = ({ label, named }: RuleRow): boolean =>
  (named === undefined || named.family === "equity" || named.family === "debt") &&
  /\b(?:assets|equity|capital|debt|borrowings)\b/.test(inSmall(label));

/**
 * Whether a table only divides for a share's part: of all that it prints by the share, and of all that its labels name, nothing is under GAAP. Its title
 * and its counts of shares may name the measure under GAAP, and lead from nothing (C&DI 102.05).
 */
export function isShareOnlyComputed(family: Family, table: RuleTable): boolean {
  if (!EARNED_BY_SHARE.has(family) || isAcross(table)) return false;
  const inCents = table.rows.filter(({ figures }) => figures.some(isSetInCents));
  return (
    inCents.some(({ named }) => named?.family === family) &&
    inCents.every(({ named }) => named?.basis === "non-GAAP" && EARNED_BY_SHARE.has(named.family)) &&
    namedLabels(table).every(
      ({ text, names }) =>
        COUNTS_SHARES.test(text) ||
        OF_OWN.test(text) ||
        names.every((n) => n.basis === "non-GAAP" || !EARNED_BY_SHARE.has(n.family)),
    )
  );
}
/** What is earned by the share, which is led to from what a share earns under GAAP (C&DI 102.05). */
export const EARNED_BY_SHARE: ReadonlySet<Family> = new Set<Family>([
  "eps",
  "ffo-per-share",
  "distributable-earnings-per-share",
  "net-investment-income-per-share",
]);
/** "Non-GAAP net income & diluted EPS": a section that says so of all that it names. */
const OF_OWN = anyCase(/^non[-\u2010\u2011 ]?gaap\b(?!.{0,120}[^-]\bgaap\b)/);
/** "Shares used in computing GAAP net income per share". */
const COUNTS_SHARES = anyCase(/\b(?:shares|units|ads)\b/);

/** Whether a table, wherever it stands, computes the measure line by line. */
export const isComputedIn = (family: Family, table: RuleTable): boolean =>
  isNetDebtComputed(family, table) || isLeverageComputed(family, table) || isReturnComputed(family, table);
