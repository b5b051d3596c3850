import { ordinal } from "../../calendar/date.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { isComparable } from "../names/comparable.ts";
import { anyCase, type Pattern } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted, RATIOS } from "../reading/own-measure.ts";
import { isOwnStatement } from "../reading/own-statement.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";
import { scaled } from "./beside-reconciliation.ts";
import { dividedUnled } from "./divided.ts";
import { groupOf, isReconciled } from "./reconciled.ts";

/** What a measure came to over twelve months up to the date of its column. */
export const OF_TWELVE: Pattern = anyCase(
  /\b(?:ttm|ltm|r12|(?:trailing|last|rolling|preceding|previous)[- ](?:twelve|12|four)[- ](?:months?|quarters?))\b/,
);

/**
 * A measure of the company's own over twelve months, for several dates in one row, as a ratio of debt wants it: the reconciliations lead to it for one
 * of the dates alone. One finding for all of them.
 */
export function trailingUnled(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const shown = disclosure.tables
    .filter((t) => t.kind !== "statement" && t.kind !== "guidance" && !isOwnStatement(t))
    .flatMap((t) =>
      t.rows.flatMap((r) => {
        if (!isOwn(r) || RATIOS.has(r.named!.family) || !OF_TWELVE.test(r.label) || isLedToIn(t, r)) return [];
        const unled = isReconciled(r.named!, disclosure) ? unledOf(r, t, disclosure) : undefined;
        return unled === undefined ? [] : [{ ...r, table: t.table, unled }];
      }),
    );
  // Where the table has the ratio as well, the rule on what debt is divided by may have told of the row.
  const told = shown.length === 0 ? [] : dividedUnled(disclosure);
  const others = shown.filter(({ start }) => !told.some((one) => one.start === start));
  return toldOnce(disclosure, others, ({ label, table, unled }) => ({
    message: `Table ${table} gives ${quoted(label)} for several dates, and the reconciliations lead to it for one of them and not for others (${unled.text}).`,
    remedy: "Reconcile each period that is shown, or leave out what is not reconciled.",
    figures: [unled.id],
  }));
}

/** Whether the table itself leads to the row from the measure under GAAP. */
const isLedToIn = ({ rows }: RuleTable, to: RuleRow): boolean =>
  rows.some(
    ({ row, named }) => row < to.row && named?.basis === "GAAP" && isComparable(to.named!.family, named.family),
  );

function unledOf({ named, figures }: RuleRow, table: RuleTable, { tables }: Disclosure): Figure | undefined {
  const group = groupOf(named!.family);
  const amounts = figures.filter((f) => isMoney(f) && f.period !== undefined);
  const led = tables
    .filter((t) => t !== table && t.kind !== "guidance" && !isOwnStatement(t))
    .flatMap((t) => t.rows.filter((r) => isOwn(r) && group.includes(r.named!.family)).flatMap((r) => r.figures));
  const isPrinted = ({ measured }: Figure): boolean =>
    measured !== undefined && scaled(measured, false).some((amount) => led.some((f) => isSameAmount(f, amount)));
  if (led.some((f) => f.measured !== undefined && f.period === undefined) || !amounts.some(isPrinted)) return undefined;
  return amounts.find((f) => !isPrinted(f) && !isOfQuarters(f, led));
}

/** In days: the quarters that make up twelve months end within so many of their end. */
const YEAR = 300;
const QUARTERS = 4;

/** Whether four periods up to a date are led to, of which twelve months may be made up. */
const isOfQuarters = ({ period }: Figure, led: readonly Figure[]): boolean => {
  const end = ordinal(period!.end);
  const ends = led.flatMap((f) => (f.period === undefined ? [] : ordinal(f.period.end)));
  return new Set(ends.filter((one) => one <= end && one > end - YEAR)).size >= QUARTERS;
};
