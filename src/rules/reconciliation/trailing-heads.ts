import type { Figure } from "../../tieout/figures/figure.ts";
import { LEADING_RESULTS } from "../names/family.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted, RATIOS } from "../reading/own-measure.ts";
import { isOwnStatement } from "../reading/own-statement.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";
import { leadsTo } from "./periods-led.ts";
import { groupOf, isReconciled } from "./reconciled.ts";
import { OF_TWELVE } from "./trailing.ts";

/** An amount of fewer digits is printed elsewhere by chance. */
const DIGITS = 3;
/** Four quarters side by side are looked for among so many amounts of a row. */
const QUARTERS = 4;

/**
 * A measure of the company's own in columns of twelve months, as what something is divided by, where the reconciliations lead to it for quarters or parts of a
 * year alone: that its quarters add up to it, as a note may say, leads to it from nothing under GAAP. One finding for all of them.
 */
export function trailingHeadsUnled(disclosure: Disclosure): readonly Found[] {
  const tables = disclosure.tables.filter(
    (t) => (t.kind === "figures" || t.kind === "reconciliation") && isOfTwelve(t) && !isOwnStatement(t),
  );
  if (tables.length === 0 || !isComplete(disclosure)) return [];
  const shown = tables.flatMap((t) =>
    t.rows.flatMap((r) => {
      const unled = unledOf(r, t, disclosure);
      return unled === undefined ? [] : [{ ...r, table: t.table, unled }];
    }),
  );
  return toldOnce(disclosure, shown, ({ label, table, unled }) => ({
    message: `Table ${table} gives ${quoted(label)} for twelve months (${unled.text}), and the reconciliations lead to it for other periods alone.`,
    remedy: "Reconcile the measure for the twelve months as well.",
    figures: [unled.id],
  }));
}

const isOfTwelve = ({ reading: { meaning } }: RuleTable): boolean =>
  meaning.columns.some(({ head }) => OF_TWELVE.test(head));

/** The first amount of such a row that no other table has, where the measure is reconciled elsewhere and not here. */
function unledOf(row: RuleRow, table: RuleTable, disclosure: Disclosure): Figure | undefined {
  const { named } = row;
  if (named === undefined || !isOwn(row) || RATIOS.has(named.family) || named.family === "net-debt") return undefined;
  const heads = table.reading.meaning.columns.map(({ head }) => head);
  const amounts = row.figures.filter(
    (f) =>
      isMoney(f) &&
      digitsOf(f).length >= DIGITS &&
      f.where.kind === "table" &&
      OF_TWELVE.test(heads[f.where.column - 1] ?? ""),
  );
  const group = groupOf(named.family);
  if (amounts.length === 0 || leadsHere(row, table, disclosure) || !isReconciled(named, disclosure)) return undefined;
  const others = disclosure.tables.filter((t) => t !== table);
  const led = others.flatMap((t) =>
    t.rows.filter((r) => isOwn(r) && group.includes(r.named!.family) && leadsTo(t, group, disclosure)),
  );
  // Where a row has four quarters or more, the twelve months follow from what leads to each.
  if (led.length === 0 || led.some((r) => r.figures.filter(isMoney).length > QUARTERS)) return undefined;
  return amounts.find(
    ({ measured }) => !others.some((t) => t.rows.some((r) => r.figures.some((f) => isSameAmount(f, measured!)))),
  );
}

/** Whether lines of the table stand between a measure under GAAP and the row. */
const leadsHere = ({ row, named }: RuleRow, table: RuleTable, disclosure: Disclosure): boolean =>
  leadsTo({ ...table, kind: "figures" }, [named!.family], disclosure) ||
  table.rows.some(
    (r) =>
      r.row < row &&
      r.named?.basis === "GAAP" &&
      named!.family !== "free-cash-flow" &&
      LEADING_RESULTS.has(r.named.family),
  );
