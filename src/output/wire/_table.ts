import type { ReleaseTable, TableRow } from "../../release/release.ts";
import { legendOf, printsOf } from "../cell-print.ts";
import { breadth } from "./_breadth.ts";
import { centred, type Ink, ink, joined, spaces, toLeft, toRight, wrapped } from "./_ink.ts";
import type { Pen } from "./_pen.ts";
import { recordLines } from "./_records.ts";
import { GAP, GROUP_GAP, tablePlan, type WireColumn, type WirePlan } from "./_table-plan.ts";

const LEAST_LABEL = 12;
/** Where columns are split over several tables, labels are not wider than this. */
const SPLIT_LABEL = 34;
/** Rather than give labels less than this, a table is split. */
const NARROW_LABEL = 24;
const STEP = 2;

/** Columns that stand side by side, from one index to another. */
interface Sheet {
  readonly from: number;
  readonly to: number;
}

/** A table as lines: title, unit, heads over their columns, rows; in parts with their labels again where it is wider than the page. */
export function tableLines(pen: Pen, table: ReleaseTable): readonly Ink[] {
  const longest = Math.max(0, ...table.rows.map((row) => indentOf(row.level) + breadth(labelOf(pen, row))));
  const laid = wholeOf(pen, table, longest) ?? partsOf(pen, table, longest);
  const notes = noteLines(pen, table);
  if (laid === undefined) return [...titleLines(pen, table, false), ...recordLines(pen, table), ...notes];
  const { plan, sheets, label } = laid;
  const parts = sheets.flatMap((sheet, i) => [
    ...titleLines(pen, table, i > 0),
    ink(""),
    ...headLines(plan, sheet, label),
    ...rowLines(pen, table, { plan, sheet, label }),
    ...(i < sheets.length - 1 ? [ink("")] : []),
  ]);
  return [...parts, ...notes];
}

interface Sheets {
  readonly plan: WirePlan;
  readonly sheets: readonly Sheet[];
  /** Columns of the labels. */
  readonly label: number;
}

/** All columns side by side, with heads as they are best or tighter; undefined where the labels would have too little room. */
function wholeOf(pen: Pen, table: ReleaseTable, longest: number): Sheets | undefined {
  for (const isTight of [false, true]) {
    const plan = tablePlan(pen, table, isTight);
    const all = { from: 0, to: plan.columns.length };
    const label = Math.min(longest, pen.width - spread(plan, all));
    if (label >= Math.min(longest, NARROW_LABEL) || (label >= LEAST_LABEL && areShort(pen, table, label)))
      return { plan, sheets: [all], label };
  }
  return undefined;
}

/** Whether no label takes more than three lines, or is broken inside a word. */
const areShort = (pen: Pen, table: ReleaseTable, width: number): boolean =>
  table.rows.every((row) => {
    const label = labelOf(pen, row);
    const room = width - indentOf(row.level) - STEP;
    return (
      label.split(" ").every((word) => breadth(word) <= room) && wrapped(ink(label), Math.max(1, room)).length <= 2
    );
  });

/** Columns over several tables, as few as can be; undefined where one of them alone is too wide. */
function partsOf(pen: Pen, table: ReleaseTable, longest: number): Sheets | undefined {
  const plans = [false, true].map((isTight) => tablePlan(pen, table, isTight));
  let best: Sheets | undefined;
  const take = (label: number): void => {
    for (const plan of plans) {
      const sheets = split(pen, plan, label);
      if (sheets !== undefined && (best === undefined || sheets.length < best.sheets.length))
        best = { plan, sheets, label };
    }
  };
  for (const label of labelWidths(pen, table, longest)) take(label);
  // Rather than that no column stands, words of labels are broken.
  if (best === undefined) take(Math.min(longest, LEAST_LABEL));
  return best;
}

/** What labels may be given, the most that they need first. */
function labelWidths(pen: Pen, table: ReleaseTable, longest: number): readonly number[] {
  const most = Math.min(longest, SPLIT_LABEL);
  let least = Math.min(longest, LEAST_LABEL);
  while (least < most && !areShort(pen, table, least)) least++;
  return [most, least];
}

const indentOf = (level: number): number => Math.min(level, 8) * STEP;

function titleLines(pen: Pen, { title, unitText }: ReleaseTable, isContinued: boolean): readonly Ink[] {
  const said = pen.written(title).trim();
  const text = isContinued && said !== "" ? `${said} (continued)` : said;
  return [...wrapped(ink(text), pen.width), ...wrapped(ink(pen.written(unitText)), pen.width)];
}

function noteLines(pen: Pen, table: ReleaseTable): readonly Ink[] {
  const legend = legendOf(printsOf(table)).map(
    ({ mark, meaning }) => `${mark === "NM" ? mark : markOf(pen, mark)} ${meaning}`,
  );
  const notes = [...table.footnotes.map(pen.written), ...(legend.length === 0 ? [] : [legend.join("; ")])];
  return notes.length === 0 ? [] : [ink(""), ...notes.flatMap((note) => wrapped(ink(note), pen.width))];
}

const markOf = (pen: Pen, mark: string): string => (pen.written(mark) === mark ? mark : "-");

const gapBefore = (plan: WirePlan, index: number, sheet: Sheet): number =>
  plan.columns[index]?.isStart === true && index > sheet.from ? GROUP_GAP : GAP;

/** How wide the columns of a sheet are with what stands between them. */
function spread(plan: WirePlan, sheet: Sheet): number {
  let sum = 0;
  for (let i = sheet.from; i < sheet.to; i++) sum += gapBefore(plan, i, sheet) + (plan.columns[i]?.width ?? 0);
  return sum;
}

/** Groups of columns that fit beside the labels; a group that does not is parted. Undefined where one column alone is too wide. */
function split(pen: Pen, plan: WirePlan, label: number): readonly Sheet[] | undefined {
  const fits = (sheet: Sheet): boolean => spread(plan, sheet) + label <= pen.width;
  const groups: Sheet[] = [];
  for (const [i, column] of plan.columns.entries()) {
    const group = groups[groups.length - 1];
    if (group === undefined || column.isStart) groups.push({ from: i, to: i + 1 });
    else groups[groups.length - 1] = { from: group.from, to: i + 1 };
  }
  const sheets: Sheet[] = [];
  for (const group of groups) {
    const before = sheets[sheets.length - 1];
    const both = { from: before?.from ?? group.from, to: group.to };
    if (before !== undefined && fits(both)) sheets[sheets.length - 1] = both;
    else if (fits(group)) sheets.push(group);
    else {
      const parts = parted(group, fits);
      if (parts === undefined) return undefined;
      sheets.push(...parts);
    }
  }
  return sheets;
}

function parted(group: Sheet, fits: (sheet: Sheet) => boolean): readonly Sheet[] | undefined {
  const parts: Sheet[] = [];
  for (let i = group.from; i < group.to; i++) {
    const before = parts[parts.length - 1];
    const longer = { from: before?.from ?? i, to: i + 1 };
    if (before !== undefined && fits(longer)) parts[parts.length - 1] = longer;
    else if (fits({ from: i, to: i + 1 })) parts.push({ from: i, to: i + 1 });
    else return undefined;
  }
  return parts;
}

/** Cells of a row with what stands between them, each set to its width by `at`. */
function across(plan: WirePlan, sheet: Sheet, at: (column: WireColumn) => Ink | undefined): Ink {
  const parts: Ink[] = [];
  for (let i = sheet.from; i < sheet.to; i++) {
    const column = plan.columns[i]!;
    parts.push(spaces(gapBefore(plan, i, sheet)), toRight(at(column) ?? ink(""), column.width));
  }
  return joined(parts);
}

/** A line of rules, where it has any: an empty line would part the table. */
const drawn = (line: Ink): readonly Ink[] => (line.text.trim() === "" ? [] : [line]);
const rule = (width: number): Ink => ink("-".repeat(width));
const untied = (text: string): Ink => ink(text.replaceAll("\u00a0", " "));

/** The lines of several heads side by side, the last lines on one line. */
function levelled(blocks: readonly (readonly Ink[])[]): readonly (readonly (Ink | undefined)[])[] {
  const height = Math.max(0, ...blocks.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => blocks.map((lines) => lines[line - height + lines.length]));
}

function headLines(plan: WirePlan, sheet: Sheet, label: number): readonly Ink[] {
  const lines: Ink[] = [];
  for (const row of plan.above) {
    const cells = spansOf(plan, sheet, row);
    const texts = cells.map(({ text, width }) => evenly(text, width));
    for (const line of levelled(texts))
      lines.push(
        joined([
          spaces(label),
          ...cells.flatMap(({ gap, width }, i) => [spaces(gap), centred(untied(line[i]?.text ?? ""), width)]),
        ]),
      );
    const ruled = cells.map(({ gap, width, text, span }) =>
      joined([spaces(gap), text === "" || span < 2 ? spaces(width) : rule(width)]),
    );
    lines.push(...drawn(joined([spaces(label), ...ruled])));
  }
  const columns = plan.columns.slice(sheet.from, sheet.to);
  const heads = columns.map(({ head, width }) => wrapped(ink(head), Math.max(1, width)));
  for (const line of levelled(heads))
    lines.push(
      joined([
        spaces(label),
        across(plan, sheet, (column) =>
          joined([untied(line[columns.indexOf(column)]?.text ?? ""), spaces(column.inset)]),
        ),
      ]),
    );
  if (columns.some(({ head }) => head !== ""))
    lines.push(
      joined([spaces(label), across(plan, sheet, ({ head, width }) => (head === "" ? undefined : rule(width)))]),
    );
  return lines;
}

/** The lines of a head that is set in the middle, none much longer than the others. */
function evenly(text: string, width: number): readonly Ink[] {
  const lines = wrapped(ink(text), Math.max(1, width));
  for (let less = Math.max(...text.split(" ").map(breadth), 1); lines.length > 1 && less < width; less++) {
    const even = wrapped(ink(text), less);
    if (even.length === lines.length) return even;
  }
  return lines;
}

interface SpanCell {
  readonly text: string;
  readonly span: number;
  readonly gap: number;
  readonly width: number;
}

/** The heads of a row that stand over the columns of a sheet, with the width of what they span. */
function spansOf(plan: WirePlan, sheet: Sheet, row: WirePlan["above"][number]): readonly SpanCell[] {
  const cells: SpanCell[] = [];
  let at = 0;
  for (const { text, span } of row) {
    const from = Math.max(at, sheet.from);
    const to = Math.min(at + span, sheet.to);
    at += span;
    if (from >= to) continue;
    const gap = gapBefore(plan, from, sheet);
    cells.push({ text, span: to - from, gap, width: spread(plan, { from, to }) - GAP });
  }
  return cells;
}

interface Laid {
  readonly plan: WirePlan;
  readonly sheet: Sheet;
  readonly label: number;
}

/** A section ends in a colon, so that its label is not taken for the beginning of the label below. */
function labelOf(pen: Pen, { label, kind, cells }: TableRow): string {
  const text = pen.written(label).trim();
  const isBare = cells.every((cell) => cell.kind === "empty");
  return kind === "section" && isBare && /[\p{L}\p{N})]$/u.test(text) ? `${text}:` : text;
}

function rowLines(pen: Pen, table: ReleaseTable, { plan, sheet, label }: Laid): readonly Ink[] {
  return table.rows.flatMap((row, r) => {
    const indent = Math.min(indentOf(row.level), Math.max(0, label - LEAST_LABEL));
    const first = Math.max(1, label - indent);
    const labels = wrapped(ink(labelOf(pen, row)), first, Math.max(1, first - STEP)).map((line, i) =>
      joined([spaces(indent + (i === 0 ? 0 : Math.min(STEP, first - 1))), line]),
    );
    const cells = across(plan, sheet, (column) => column.cells[r]);
    const above = labels.slice(0, -1);
    const last = joined([toLeft(labels[labels.length - 1] ?? ink(""), label), cells]);
    const isSum = row.kind === "total" || row.kind === "subtotal";
    const ruled = across(plan, sheet, (column) =>
      column.sums && column.cells[r] !== undefined ? rule(column.width) : undefined,
    );
    return [...(isSum ? drawn(joined([spaces(label), ruled])) : []), ...above, last];
  });
}
