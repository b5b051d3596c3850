import { anyCase } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { waysLed } from "../reading/led.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted, RATIOS } from "../reading/own-measure.ts";
import { isAcross } from "../reading/own-statement.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { isReconciled, reconciling } from "./reconciled.ts";

/** Words before a measure that make it one of a part of the business: of what was there a year ago, of what was bought since, of what has come on top. */
const RESTRICTS = anyCase(
  /^\W{0,4}(?:total )?(same[- ](?:branch|store|shop|site|center|clinic|club|market|unit|location)|acquired|organic|incremental|legacy)(?:es|s)? /d,
);

/**
 * Rows that give a measure of the company's own of a part of the business alone, where the reconciliations lead to that of the whole and none has the part:
 * what leads to the one does not lead to the other. One finding for all of them.
 */
export function restrictedRows(disclosure: Disclosure): readonly Found[] {
  const shown = disclosure.tables
    .filter((t) => t.kind === "figures" || t.kind === "reconciliation")
    .flatMap((t) => t.rows.flatMap((r) => (isRestricted(r) ? [{ ...r, table: t }] : [])));
  if (shown.length === 0 || !isComplete(disclosure)) return [];
  const bare = shown.filter(({ named, label, row, table }) => {
    const words = RESTRICTS.exec(label)![1]!.toLowerCase();
    return isReconciled(named!, disclosure) && !isLedSo(words, row, table, disclosure);
  });
  const [first] = bare;
  if (first === undefined) return [];
  const names = [...new Set(bare.map(({ label }) => quoted(label)))].slice(0, MOST);
  return [
    {
      start: first.start,
      end: first.end,
      message: `Table ${first.table.table} gives ${names.join(", ")}, of a part of the business alone, and the reconciliations lead to the measure of the whole.${alsoIn(disclosure, first, bare)}`,
      remedy: "Reconcile the measure of the part as well, or leave it out.",
      figures: first.figures.slice(0, 1).map((f) => f.id),
    },
  ];
}
const MOST = 4;

const isRestricted = (row: RuleRow): boolean =>
  isOwn(row) && !RATIOS.has(row.named!.family) && RESTRICTS.test(row.label) && row.figures.some((f) => isMoney(f));

/** Whether some table leads to a measure of that part: by its lines, by its sums, or from a column under GAAP. */
const isLedSo = (words: string, row: number, table: RuleTable, disclosure: Disclosure): boolean =>
  waysLed(disclosure).some(({ to }) => to.label.toLowerCase().includes(words)) ||
  reconciling(disclosure).some(
    (t) =>
      (t !== table ||
        isAcross(t) ||
        t.rows.some((r) => r.row < row && r.named?.basis === "GAAP" && r.named.family !== "revenue")) &&
      [t.title, ...t.rows.map((r) => r.label), ...t.reading.meaning.columns.map(({ head }) => head)].some((one) =>
        one.toLowerCase().includes(words),
      ),
  );
