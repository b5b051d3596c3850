import { namedIn } from "../names/lexicon.ts";
import { toldOnce } from "../reading/also.ts";
import { isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted, RATIOS } from "../reading/own-measure.ts";
import { statementAt } from "../reading/placed.ts";
import { isCalledSo, isOwn, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

/** A chart that was turned into a table has a row or two for each series, and no more. */
const ROWS = 4;
const TITLE_END = 90;

/**
 * A chart of the pages behind the statements that is called after a measure of the company's own and begins with it, with the measure under
 * GAAP below (C&DI 102.10(a)(6)); one finding for all of them.
 */
export function titledCharts(disclosure: Disclosure): readonly Found[] {
  const statement = statementAt(disclosure);
  const all = disclosure.tables.filter((t) => t.block > statement).flatMap((t) => ledByOwn(t, disclosure));
  return toldOnce(disclosure, all, ({ table, label, gaap, figures }) => ({
    message: `Table ${table} is called after ${quoted(label)} and has it above ${quoted(gaap)}, the measure under GAAP.`,
    remedy: "Call it after the measure under GAAP as well, and print that first.",
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}

function ledByOwn(t: RuleTable, disclosure: Disclosure) {
  const [first, ...others] = t.rows;
  const { named } = first ?? {};
  if (first === undefined || named === undefined || t.rows.length > ROWS || !isOwn(first)) return [];
  if (t.kind === "reconciliation" || isCalledSo(t) || RATIOS.has(named.family) || named.family === "revenue") return [];
  const isCalledAfter = namedIn(t.title.slice(-TITLE_END)).some(
    (n) => n.basis === "non-GAAP" && n.family === named.family,
  );
  const gaap = others.find((r) => r.named?.basis === "GAAP" && isHeldAgainst(named.family, r.named.family, disclosure));
  return isCalledAfter && gaap !== undefined ? [{ ...first, table: t.table, gaap: gaap.label }] : [];
}
