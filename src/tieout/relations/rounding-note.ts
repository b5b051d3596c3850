import type { Block, Table } from "../document.ts";
import type { Figure } from "../figures/figure.ts";
import type { Relation } from "./relation.ts";

const ROUNDING = /\bround(?:ing|ed)\b/i;
const NOT_ADDED = /\bnot (?:always )?(?:add|sum|foot|total|recalculate|equal|agree)\b|\bdifferences?\b/i;
/** How many paragraphs below a table are its own: notes on marks and dashes may stand before the one on rounding. */
const BELOW = 4;
/** How many of its last rows may be notes. */
const LAST_ROWS = 4;
/** A note is a sentence; what is longer speaks of more than rounding. */
const LONGEST = 300;

/** Sums of tables below which the release says that amounts may not add up on their digits: they are `excused`. */
export function excusedByNote(
  relations: readonly Relation[],
  blocks: readonly Block[],
  figures: readonly Figure[],
): readonly Relation[] {
  const noted = notedTables(blocks);
  if (noted.size === 0) return relations;
  return relations.map((relation): Relation => {
    if (relation.form.kind !== "sum") return relation;
    const { where } = figures[relation.form.result]!;
    return where.kind === "table" && noted.has(where.table) ? { ...relation, excused: true } : relation;
  });
}

/** The tables with such a note, counted from 1 as figures count them. */
function notedTables(blocks: readonly Block[]): ReadonlySet<number> {
  const noted = new Set<number>();
  let table = 0;
  let since = BELOW;
  for (const block of blocks) {
    if (block.kind === "table") {
      table++;
      since = 0;
      if (isNotedWithin(block)) noted.add(table);
    } else if (block.kind === "heading") since = BELOW;
    else if (since < BELOW) {
      since++;
      if (isNote(block.text.text)) noted.add(table);
    }
  }
  return noted;
}

const isNotedWithin = ({ rows }: Table): boolean =>
  rows.slice(-LAST_ROWS).some(({ cells }) => cells.length === 1 && isNote(cells[0]!.text.text));

const isNote = (text: string): boolean => text.length <= LONGEST && ROUNDING.test(text) && NOT_ADDED.test(text);
