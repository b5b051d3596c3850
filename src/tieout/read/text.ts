import { type Printed, part } from "../../text/printed.ts";
import type { RawBlock, RawTable } from "./raw.ts";
import { adoptedRow, withAdoptedHeads } from "./text-adopt.ts";
import { alignedTable } from "./text-aligned.ts";
import { cellTables, startsCells } from "./text-cells.ts";
import { fold } from "./text-fold.ts";
import type { Line } from "./text-line.ts";
import { markProse, type Seen, seeLine } from "./text-look.ts";
import { withoutPageNumbers } from "./text-page.ts";
import { fullWork, type Work } from "./text-pieced.ts";
import { fieldTable, notesOf } from "./text-pipe.ts";
import { proseBlocks } from "./text-prose.ts";
import { type Region, regionsOf } from "./text-region.ts";
import { rowTables } from "./text-rows.ts";
import { type Stretch, stretchesOf } from "./text-source.ts";
import { strungTables } from "./text-strung.ts";

export interface TextOptions {
  /** Whether the markup of markdown is markup: heads, lists, emphasis, front matter. Fences and pipes are read in any text. */
  readonly markdown: boolean;
  /** Reads an HTML table that stands in the text, from `start` to `end` of the source; places stay those of the source. */
  readonly html?: (start: number, end: number) => readonly RawBlock[];
}

/** Headings, paragraphs and tables of a plain text or markdown source. Every place is one of `source`. */
export function readText(source: string, options: TextOptions): readonly RawBlock[] {
  const blocks: RawBlock[] = [];
  const work = fullWork();
  for (const stretch of stretchesOf(source, options))
    for (const block of stretchBlocks(stretch, options, work)) {
      if (stretch.kind !== "fields" || block.kind !== "raw-table") blocks.push(block);
      else if (!adoptedRow(blocks, block)) blocks.push(withAdoptedHeads(blocks, block));
    }
  return blocks;
}

/** The same for lines whose characters have places of their own, as those of a `pre` element. */
export function readLines(lines: readonly Printed[]): readonly RawBlock[] {
  const kept: Line[] = [];
  let gap = 0;
  for (const printed of lines) {
    const end = printed.text.trimEnd().length;
    if (end === 0) gap++;
    else {
      kept.push({ printed: part(printed, 0, end), gap, level: 0, bullet: false, bold: 0 });
      gap = 0;
    }
  }
  return looseBlocks(withoutPageNumbers(kept), fullWork());
}

function stretchBlocks(stretch: Stretch, options: TextOptions, work: Work): readonly RawBlock[] {
  if (stretch.kind === "lines") return looseBlocks(stretch.lines, work);
  if (stretch.kind === "fields") return notesOf(stretch.rows) ?? [fieldTable(stretch.rows)];
  return options.html?.(stretch.start, stretch.end) ?? [];
}

/** More lines than any release has are read as prose: the search for tables keeps several records a line. */
const MOST_LINES = 400_000;

function looseBlocks(lines: readonly Line[], work: Work): readonly RawBlock[] {
  const searched = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES) : lines;
  const seen = searched.map(seeLine);
  markProse(seen);
  const blocks: RawBlock[] = [];
  let at = 0;
  for (const region of regionsOf(seen)) {
    pushLoose(blocks, seen, at, region.from, work);
    for (const table of regionTables(seen, region)) blocks.push(table);
    at = region.to;
  }
  pushLoose(blocks, seen, at, seen.length, work);
  if (searched !== lines) blocks.push({ kind: "paragraph", text: fold(verbatimOf(lines)), bullet: false });
  return blocks;
}

/** All that follows the searched lines, as one text. */
function verbatimOf(lines: readonly Line[]): Printed {
  const text: string[] = [];
  const pieces: number[] = [];
  let length = 0;
  for (let i = MOST_LINES; i < lines.length; i++) {
    const { printed } = lines[i]!;
    for (let p = 0; p < printed.pieces.length; p += 3)
      pieces.push(printed.pieces[p]! + length, printed.pieces[p + 1]!, printed.pieces[p + 2]!);
    const end = printed.pieces[printed.pieces.length - 1]!;
    pieces.push(length + printed.text.length, end, end);
    text.push(printed.text, " ");
    length += printed.text.length + 1;
  }
  return { text: text.join(""), pieces };
}

function regionTables(seen: readonly Seen[], region: Region): RawTable[] {
  let wide = 0;
  let rows = 0;
  for (let k = region.from; k < region.to; k++) {
    if (seen[k]!.look !== "data") continue;
    rows++;
    if (seen[k]!.wide) wide++;
  }
  const aligned = wide * 2 > rows ? alignedTable(seen, region) : undefined;
  return aligned !== undefined ? [aligned] : rowTables(seen, region).filter((table) => table.rows.length > 0);
}

/** Lines between the tables with labels and values in one line: tables of other shapes, and prose. */
function pushLoose(blocks: RawBlock[], seen: readonly Seen[], from: number, to: number, work: Work): void {
  let prose = from;
  const flush = (end: number): void => {
    for (const block of proseBlocks(seen.slice(prose, end))) blocks.push(block);
  };
  for (let i = from; i < to; ) {
    const s = seen[i]!;
    const strung = s.look === "prose" || s.look === "data" ? strungTables(s.line.printed) : [];
    if (strung.length > 0) {
      flush(i);
      for (const table of strung) blocks.push(table);
      i++;
      prose = i;
      continue;
    }
    const cells = startsCells(seen, i, to) ? cellTables(seen, { floor: prose, to, work }, i) : undefined;
    for (const found of cells?.tables ?? []) {
      flush(found.from);
      blocks.push(found.table);
      for (const block of proseBlocks((found.left ?? []).map((line) => seen[line]!))) blocks.push(block);
      prose = found.to;
    }
    i = cells?.end ?? i + 1;
  }
  flush(to);
}
