import { isComparable } from "../names/comparable.ts";
import { type Family, OWN_ANYWAY } from "../names/family.ts";
import { isOwnStatement } from "../reading/own-statement.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { namedLabels, PER_SHARE, waysOf } from "./ways.ts";

/**
 * Whether a table that may be a reconciliation has a measure on both bases and another line, however it is laid out. That nothing leads from one
 * to the other is not said where a reader may see that something does. The group is of measures that one reconciliation serves; the statement is the
 * block of the first one.
 */
export function showsBothBases(table: RuleTable, group: readonly Family[], statement: number): boolean {
  const { kind, block, title, rows } = table;
  // Lines that are taken for a statement are none where their labels name the other basis.
  const saysSo = kind === "reconciliation" || (kind === "statement" && rows.some((r) => OWN_BASIS.test(r.label)));
  if (!saysSo && (kind === "guidance" || kind === "statement" || block < statement)) return false;
  if (isOwnStatement(table) || rows.every((r) => r.named !== undefined)) return false;
  const names = namedLabels(table).flatMap((label) => label.names);
  const some = names.filter((n) => group.includes(n.family));
  const isUnderGaap = names.some((n) => n.basis === "GAAP" && group.some((f) => isComparable(f, n.family)));
  if (isUnderGaap && some.some((n) => n.basis === "non-GAAP")) return true;
  // Twice is enough, as a label may name its basis in a turn that is not known: not of what is nobody's under GAAP, nor of what basic and diluted shares have a row each for, nor in a table that is read as leading to another measure.
  return (
    some.length > 1 &&
    waysOf(table, false).size === 0 &&
    !group.some((f) => PER_SHARE.has(f) || OWN_ANYWAY.has(f)) &&
    (saysSo || OWN_BASIS.test(title))
  );
}

const OWN_BASIS = /\b(?:non-?gaap|adjusted|core|underlying|normali[sz]ed)\b/i;
