import { ordinal } from "../../calendar/date.ts";
import { type Period, samePeriod } from "../../calendar/period.ts";
import type { Family } from "../names/family.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { waysLed } from "../reading/led.ts";
import { isAcross } from "../reading/own-statement.ts";
import { isCalledSo, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";
import { waysOf } from "./ways.ts";

/** The rows that sums of the tables come to. */
const summedTo = remembered(
  (disclosure: Disclosure): ReadonlySet<RuleRow> => new Set(waysLed(disclosure).map(({ to }) => to)),
);

/** Whether a table leads to one of the measures, by its lines or by its sums, and does not only repeat what it comes to elsewhere. */
export const leadsTo = (table: RuleTable, group: readonly Family[], disclosure: Disclosure): boolean =>
  group.some((family) => waysOf(table, false).has(family)) ||
  (table.kind === "reconciliation" && (isCalledSo(table) || isAcross(table))) ||
  table.rows.some((r) => r.named !== undefined && group.includes(r.named.family) && summedTo(disclosure).has(r));

/**
 * Whether one of the periods is this one, or two of them make it up. Six months less the second quarter are the first by arithmetic, and that leads to nothing:
 * each adjustment of the first would have to be worked out (Regulation G asks for a schedule or another clear method).
 */
export function isCovered(period: Period, led: readonly Period[]): boolean {
  if (led.some((p) => samePeriod(p, period))) return true;
  const { start, end } = period;
  if (start === undefined) return false;
  const spans = led.flatMap((p) => (p.start === undefined ? [] : [{ from: ordinal(p.start), to: ordinal(p.end) }]));
  const [from, to] = [ordinal(start), ordinal(end)];
  return spans.some((a) => spans.some((b) => a.from === from && b.to === to && isNextDay(a.to, b.from)));
}
const isNextDay = (end: number, start: number): boolean => start - end === 1;
