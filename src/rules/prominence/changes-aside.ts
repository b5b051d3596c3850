import { anyCase } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import { heldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted, RATIOS } from "../reading/own-measure.ts";
import { at } from "../reading/placed.ts";
import { calledOf, isOwn, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { hasGaapRow } from "./bare.ts";
import { linesAbove, summaries } from "./prominent-tables.ts";

/** The head of a column that tells how its measures have changed. */
const CHANGE = anyCase(/\b(?:change|chg|growth|variance|increase|yoy|y\/y|q\/q)\b|[\u2206\u0394] ?%|^\W{0,3}%\W{0,3}$/);
const hasChanges = ({ reading }: RuleTable): boolean => reading.meaning.columns.some(({ head }) => CHANGE.test(head));

/**
 * A summary in two tables, of which that of the company's own has columns for the changes and that of the measures under GAAP has none; one
 * finding, at the first of its measures.
 */
export function changeFindings(disclosure: Disclosure): readonly Found[] {
  return summaries(disclosure).flatMap((summary) => {
    const shown = [linesAbove(summary, disclosure) ?? [], ...summary].flat();
    const bare = summary.filter(hasChanges).flatMap((table) =>
      table.rows.flatMap((row) => {
        const { named } = row;
        if (!isOwn(row) || named === undefined || RATIOS.has(named.family)) return [];
        const gaap = shown.filter((t) => hasGaapRow(t, named.family, disclosure));
        return gaap.length === 0 || gaap.some(hasChanges) ? [] : [{ table, row, gaap: gaap[0]! }];
      }),
    );
    const [first] = bare;
    if (first === undefined) return [];
    const rows = bare.map(({ row }) => row);
    return [
      {
        ...at(first.row),
        message: `Table ${first.table.table} gives the change of ${quoted(calledOf(first.row))}, and table ${first.gaap.table} none of ${heldAgainst(first.row.named!.family, disclosure).words}.${alsoIn(disclosure, first.row, rows)}`,
        remedy: "Give the changes of the measures under GAAP in the same columns.",
        figures: first.row.figures.slice(0, 1).map((f) => f.id),
      },
    ];
  });
}
