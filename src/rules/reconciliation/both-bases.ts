import { isComparable } from "../names/comparable.ts";
import { type Family, OWN_ANYWAY } from "../names/family.ts";
import { anyCase } from "../pattern.ts";
import { isOwnStatement } from "../reading/own-statement.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
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
  if (isUnderGaap && some.some((n) => n.basis === "non-GAAP"))
    return saysSo || OWN_BASIS.test(title) || isParted(rows, group);
  // Twice is enough, as a label may name its basis in a turn that is not known: not of what is nobody's under GAAP, nor of what basic and diluted shares have a row each for, nor in a table that is read as leading to another measure.
  return (
    some.length > 1 &&
    waysOf(table, false).size === 0 &&
    !group.some((f) => PER_SHARE.has(f) || OWN_ANYWAY.has(f)) &&
    (saysSo || OWN_BASIS.test(title))
  );
}

/** Whether some line that is no measure stands between the two: rows of statistics right below each other lead nowhere, where no title tells of another basis. */
function isParted(rows: readonly RuleRow[], group: readonly Family[]): boolean {
  const own = rows.filter(({ named }) => named?.basis === "non-GAAP" && group.includes(named.family));
  const gaap = rows.filter(
    ({ named }) => named?.basis === "GAAP" && group.some((family) => isComparable(family, named.family)),
  );
  // What only the labels of lines without figures name cannot be held against its place.
  if (own.length === 0 || gaap.length === 0) return true;
  return own.some((to) =>
    gaap.some((from) =>
      rows.some(
        ({ row, named }) => named === undefined && row > Math.min(from.row, to.row) && row < Math.max(from.row, to.row),
      ),
    ),
  );
}

const OWN_BASIS = anyCase(/\b(?:non-?gaap|adjusted|core|underlying|normali[sz]ed)\b/);
