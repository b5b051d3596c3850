import { daysOf, type Period } from "../../calendar/period.ts";
import { absolute, equal, subtract } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import { anyCase } from "../pattern.ts";
import { toldOnceOfAll } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isAmountOf, waysLed } from "../reading/led.ts";
import { isMoney, isRate } from "../reading/mention.ts";
import { quoted, RATIOS } from "../reading/own-measure.ts";
import { isAcross, isOwnStatement } from "../reading/own-statement.ts";
import { RESULTS } from "../reading/placed.ts";
import { calledOf, hasReconcilingLine, isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { isCovered, leadsTo } from "./periods-led.ts";
import { groupOf, isReconciled } from "./reconciled.ts";
import { waysOf } from "./ways.ts";

/**
 * Rows of tables of results, in front of the statements and behind them, that give a measure of the company's own for a period that no reconciliation of it
 * has a column for, beside one that it has. One finding for all of them.
 */
export function rowsOfOthers(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const shown = disclosure.tables
    .filter((t) => t.kind === "figures" && t.part !== "guidance" && !hasReconcilingLine(t))
    .flatMap((t) => t.rows.filter((r) => isBare(r, t, disclosure)).map((r) => ({ ...r, table: t.table })));
  return toldOnceOfAll(
    disclosure,
    shown,
    (r) => r.named!.family,
    (r) => quoted(calledOf(r)),
    ({ label, table, figures }) => ({
      message: `Table ${table} gives ${quoted(label)} for a period that no reconciliation of it has, which leads to it for another one.`,
      remedy: "Reconcile each period that is shown, or leave out what is not reconciled.",
      figures: figures.slice(0, 1).map((f) => f.id),
    }),
  );
}

const isOfResults = ({ kind, part }: RuleTable): boolean => kind === "figures" && RESULTS.has(part);

/** The tables that may lead to a measure: what only lists amounts of it once more leads to none of them. */
const leading = remembered((disclosure: Disclosure): readonly RuleTable[] => {
  const summed = new Set(waysLed(disclosure).map(({ table }) => table));
  return disclosure.tables.filter(
    (t) =>
      t.kind !== "guidance" &&
      !isOwnStatement(t) &&
      (t.kind !== "figures" || !RESULTS.has(t.part) || isAcross(t) || summed.has(t) || waysOf(t, false).size > 0),
  );
});

/** What is owed is measured at a date, and so is what a share has of equity. */
const AT_DATES: ReadonlySet<Family> = new Set<Family>([
  "net-debt",
  "debt",
  "leverage",
  "equity",
  "book-value-per-share",
  "tangible-book-value-per-share",
  "equity-ratio",
  "tangible-equity-ratio",
]);

/** A row of one of the parts of the company, which the reconciliation of the whole does not have. */
const OF_PART = anyCase(/\b(?:segments?|group|divisions?|reconciliation)\b/);

/** Whether an amount is what lies between two others of its row: a change, which is of no period of its own. */
const isChange = ({ measured }: Figure, all: readonly Figure[]): boolean =>
  measured !== undefined &&
  all.some((a, i) =>
    all
      .slice(0, i)
      .some(
        (b) =>
          a.measured?.unit === measured.unit &&
          b.measured?.unit === measured.unit &&
          a.measured !== measured &&
          b.measured !== measured &&
          equal(absolute(subtract(a.measured.value, b.measured.value)), absolute(measured.value)),
      ),
  );

function isBare(row: RuleRow, table: RuleTable, disclosure: Disclosure): boolean {
  const own = row.named;
  if (own === undefined || !isOwn(row) || OF_PART.test(row.label)) return false;
  const isRatio = RATIOS.has(own.family);
  const amounts = row.figures.filter(
    (f) => f.period !== undefined && (isRatio ? isRate(f) : isMoney(f)) && !isChange(f, row.figures),
  );
  if (amounts.length < 2 || !isReconciled(own, disclosure)) return false;
  const group = groupOf(own.family);
  if (leadsTo(table, group, disclosure)) return false;
  const others = leading(disclosure).filter(
    (t) => t !== table && (!isOfResults(t) || isAcross(t) || leadsTo(t, group, disclosure)),
  );
  // Where columns tell the bases, the row is called by the line of the statement.
  const rows = others.flatMap((t) =>
    t.rows.filter((r) => r.named !== undefined && (isOwn(r) || isAcross(t)) && group.includes(r.named.family)),
  );
  const led = rows.flatMap((r) => r.figures);
  if (led.length === 0) return false;
  if (led.some((f) => f.measured !== undefined && f.period === undefined))
    return !isRatio && isBesideTabled(amounts, rows, disclosure);
  const periods = led.flatMap((f) => f.period ?? []);
  const isLed = (f: Figure): boolean =>
    isCovered(f.period!, periods) ||
    periods.some((p) => isOfOneEnd(p, f.period!, own.family)) ||
    led.some(({ text }) => text === f.text) ||
    isAmongLines(f, table, disclosure);
  const bare = amounts.filter((f) => !isLed(f));
  if (bare.length < amounts.length) return bare.length > 0;
  return isOfOtherLength(bare, periods) && !rows.some((r) => r.figures.some((f) => bare.some((b) => isAmountOf(b, f))));
}

/** Whether another table has the amount among lines that reconcile something, whatever it calls it and however its periods have been read. */
const isAmongLines = (f: Figure, table: RuleTable, { tables }: Disclosure): boolean =>
  digitsOf(f).length > 2 &&
  tables.some(
    (t) =>
      t !== table &&
      (t.kind === "reconciliation" || hasReconcilingLine(t)) &&
      t.rows.some((r) => r.figures.some(({ text }) => text === f.text)),
  );

/** What is measured at a date may be read as of the period that ends there. */
const isOfOneEnd = (a: Period, b: Period, family: Family): boolean =>
  a.end === b.end && (a.start === undefined || b.start === undefined || AT_DATES.has(family));

/** Whether the amounts are of periods as long as none of those that are led to: of half years, where the reconciliations have quarters. */
const isOfOtherLength = (amounts: readonly Figure[], led: readonly Period[]): boolean =>
  led.every(({ start }) => start !== undefined) &&
  amounts.every(
    ({ period }) =>
      period!.start !== undefined && led.every((p) => Math.abs(daysOf(p) - daysOf(period!)) > LENGTHS_APART),
  );
/** In days: no quarter or half year is so much longer than another one. */
const LENGTHS_APART = 30;

/**
 * Where the heads of the reconciliations are not known to be periods, their amounts tell: each of theirs is among those of the row, which has more,
 * and no other table outside of the statements prints what is over.
 */
function isBesideTabled(amounts: readonly Figure[], led: readonly RuleRow[], { tables, source }: Disclosure): boolean {
  const isAmong = (f: Figure, all: readonly Figure[]): boolean => all.some((other) => digitsOf(other) === digitsOf(f));
  const over = amounts.filter((f) => !led.some((r) => isAmong(f, r.figures)));
  const isWhole = led.some((r) => {
    const own = r.figures.filter((f) => isMoney(f));
    return own.length > 1 && own.every((f) => isAmong(f, amounts));
  });
  // A row that has lost its label prints them all the same.
  const behind = source.slice(Math.min(...led.map(({ start }) => start)));
  return (
    isWhole &&
    over.length > 0 &&
    over.every((f) => {
      const { text } = f;
      const digits = digitsOf(f).length;
      return digits > 1 && (digits < 3 || !behind.includes(text));
    }) &&
    !tables.some((t) => t.kind === "reconciliation" && t.rows.some((r) => over.some((f) => isAmong(f, r.figures))))
  );
}
