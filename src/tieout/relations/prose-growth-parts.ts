import type { Figure } from "../figures/figure.ts";
import { isTotalLabel } from "../meaning/lexicon.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { agreement, namingOf } from "./prose-label.ts";
import type { ProseCell, ProseRow, RowIndex } from "./prose-rows.ts";
import { timeAgreement } from "./prose-time.ts";
import type { Relation } from "./relation.ts";
import { addUp, type Part, weightedGrowth } from "./weighted-growth.ts";

/** A growth that a sentence states without currency or acquisitions, and the row of each table that its words name. */
interface Stated {
  readonly group: ProseGroup;
  readonly reading: ProseReading;
  readonly rows: ReadonlyMap<number, ProseRow>;
}

/** No sentence parts a growth into more than this, and no release does so in more sentences. */
const MOST_PARTS = 12;
const MOST_SENTENCES = 40;
const LEAST_NAME = 0.5;
/** A word that so many rows have names none of them; and further down no total is looked for. */
const MOST_SHARED = 100;
const MOST_ROWS = 200;

/**
 * "Without currency, revenue grew 8 percent, with 4 percent growth in its Process Division and 15 percent in its Laboratory
 * Division" (T23): the growth of the parts, each weighed by its amount of the period before, is that of the whole. The parts are
 * rows of one table whose amounts of that period add to another row of it.
 */
export function proseGrowthParts(
  groups: readonly ProseGroup[],
  index: RowIndex,
  figures: readonly Figure[],
): readonly Relation[] {
  const bySentence = new Map<number, Stated[]>();
  for (const group of groups) {
    if (group.forward || group.tabular) continue;
    for (const reading of group.readings) {
      // Growth as reported follows from the amounts themselves.
      const special = reading.basis === "constant-currency" || reading.basis === "organic";
      if (!special || reading.role !== "growth" || reading.kind !== "percent") continue;
      const list = bySentence.get(group.sentence) ?? [];
      if (list.length === 0) bySentence.set(group.sentence, list);
      if (list.length <= MOST_PARTS) list.push({ group, reading, rows: NO_ROWS });
    }
  }
  const sentences = [...bySentence.values()].filter((all) => all.length > 2).slice(0, MOST_SENTENCES);
  if (sentences.length === 0) return [];
  const byTable = new Map<number, ProseRow[]>();
  for (const row of index.rows) {
    const list = byTable.get(row.table);
    if (list === undefined) byTable.set(row.table, [row]);
    else if (list.length < MOST_ROWS) list.push(row);
  }
  return sentences.flatMap((all) =>
    partsOf(
      all.map((s) => ({ ...s, rows: rowsOf(s.group, index) })),
      byTable,
      figures,
    ),
  );
}

const NO_ROWS: ReadonlyMap<number, ProseRow> = new Map();
const NOTHING: ReadonlySet<string> = new Set();

/** Of each table the row that the group's words name best. */
function rowsOf(group: ProseGroup, index: RowIndex): ReadonlyMap<number, ProseRow> {
  const naming = namingOf(group);
  const best = new Map<number, { row: ProseRow; name: number }>();
  for (const s of naming.near) {
    const rows = index.byStem.get(s);
    if (rows === undefined || rows.length > MOST_SHARED) continue;
    for (const row of rows) {
      const name = agreement(naming, row, NOTHING, index);
      if (name >= LEAST_NAME && name > (best.get(row.table)?.name ?? 0)) best.set(row.table, { row, name });
    }
  }
  return new Map([...best].map(([table, { row }]) => [table, row]));
}

/** The first growth of the sentence is that of the whole; those of the same basis and period behind it are of its parts. */
function partsOf(
  [whole, ...rest]: readonly Stated[],
  byTable: ReadonlyMap<number, readonly ProseRow[]>,
  figures: readonly Figure[],
): readonly Relation[] {
  const { basis, period } = whole!.reading;
  const parts = rest.filter(({ reading: r }) => r.basis === basis && timeAgreement(r.period, period) === "same");
  if (parts.length < 2) return [];
  for (const table of parts[0]!.rows.keys()) {
    const weights = weightsIn(table, parts);
    if (weights === undefined || !areAllOf(weights, byTable.get(table)!, parts[0]!.reading, figures)) continue;
    const name = `"${whole!.group.words.printed.slice(-6).join(" ")}"`;
    return [weightedGrowth(weights, whole!.reading.figure, `${name} in the text`, figures)];
  }
  return [];
}

/** The amount of the period before of each part, where the table has a row of its own for each. */
function weightsIn(table: number, parts: readonly Stated[]): readonly Part[] | undefined {
  const found = new Map<ProseRow, Part>();
  for (const { rows, reading } of parts) {
    const row = rows.get(table);
    const base = row === undefined ? undefined : baseOf(row, reading);
    if (row === undefined || base === undefined || found.has(row)) return undefined;
    found.set(row, { weight: base.figure, rate: reading.figure, name: row.label });
  }
  return [...found.values()];
}

/** The one amount of the row that stands for the period compared with. */
function baseOf(row: ProseRow, reading: ProseReading): ProseCell | undefined {
  const cells = row.cells.filter(
    (c) => c.kind === "amount" && c.columnKind === "amount" && timeAgreement(c.period, reading.against) === "same",
  );
  return cells.length === 1 ? cells[0] : undefined;
}

/** Whether the parts add to a total of their table: a part that is left out would leave the whole open. */
function areAllOf(
  parts: readonly Part[],
  rows: readonly ProseRow[],
  reading: ProseReading,
  figures: readonly Figure[],
): boolean {
  return rows.some((row) => {
    const base = row.label === "" || isTotalLabel(row.label) ? baseOf(row, reading) : undefined;
    return base !== undefined && addUp(parts, base.figure, figures);
  });
}
