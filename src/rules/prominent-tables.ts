import { hasGaapRow, highlightTables } from "./bare.ts";
import { comparableTo, isComparable } from "./comparable.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Family } from "./family.ts";
import { namedIn } from "./lexicon.ts";
import { quoted, RATIOS } from "./own-measure.ts";
import type { Passage } from "./passage.ts";
import { at } from "./placed.ts";
import type { Found } from "./rule.ts";
import type { RuleRow } from "./rule-table.ts";

/** A table that was taken apart leaves its labels and figures in paragraphs above the next one. */
const NEAR_TABLE = 8;
const namesGaap = (p: Passage, family: Family): boolean =>
  p.text.length < 400 &&
  /\d/.test(p.text) &&
  namedIn(p.text).some((n) => n.basis === "GAAP" && isComparable(family, n.family)) &&
  !p.bullet;

export function tableFindings(disclosure: Disclosure): readonly Found[] {
  const seen = new Set<Family>();
  return highlightTables(disclosure).flatMap((table) =>
    table.rows.flatMap((row) => {
      const { named } = row;
      if (named?.basis !== "non-GAAP" || ["revenue", "net-debt"].includes(named.family) || RATIOS.has(named.family))
        return [];
      if (seen.has(named.family)) return [];
      const { words } = comparableTo(named.family);
      const gaap = table.rows.find((r) => r.named?.basis === "GAAP" && isComparable(named.family, r.named.family));
      const said = disclosure.passages.some(
        (p) => p.block < table.block && p.block > table.block - NEAR_TABLE && namesGaap(p, named.family),
      );
      const earlier = said || disclosure.tables.some((t) => t.block < table.block && hasGaapRow(t, named.family));
      if (earlier || (gaap !== undefined && gaap.row < row.row)) return [];
      seen.add(named.family);
      const fact =
        gaap === undefined
          ? `has ${labelled(row)} and no row for ${words}`
          : `has ${labelled(row)} above ${quoted(gaap.label)}, the measure under GAAP`;
      return [
        {
          ...at(row),
          message: `Table ${table.table} ${fact}.`,
          remedy: `Give ${words} a row above it.`,
          figures: row.figures.slice(0, 1).map((f) => f.id),
        },
      ];
    }),
  );
}

/** "Three months ended ..." below "Same store NOI": what a row is of is said by its section. */
const labelled = ({ label, named }: RuleRow): string =>
  quoted(named === undefined || label.includes(named.name) ? label : named.name);

const BRIDGE = /\bbridg(?:es?|ing)\b/i;

/** A bridge from a measure of the company's own in one period to the same in another, where no table does so for the measure under GAAP. */
export function bridgeFindings({ tables }: Disclosure): readonly Found[] {
  const bridges = tables.filter((t) => ["headline", "results"].includes(t.part) && BRIDGE.test(t.title.slice(-300)));
  return bridges
    .flatMap(({ table, rows }) => {
      const named = rows.flatMap((r) => (r.named === undefined ? [] : [{ row: r, named: r.named }]));
      const first = named[0];
      const last = named.at(-1);
      if (first === undefined || last === undefined || last.row.row - first.row.row < 2) return [];
      const { family } = first.named;
      if (named.some((n) => n.named.basis === "GAAP") || last.named.family !== family) return [];
      if (bridges.some((t) => hasGaapRow(t, family))) return [];
      return [
        {
          ...at(first.row),
          message: `Table ${table} leads from ${quoted(first.named.name)} of one period to that of another; no table does so for ${comparableTo(family).words}.`,
          remedy: `Analyse the change of ${comparableTo(family).words} as prominently, and first.`,
          figures: first.row.figures.slice(0, 1).map((f) => f.id),
        },
      ];
    })
    .slice(0, 1);
}
