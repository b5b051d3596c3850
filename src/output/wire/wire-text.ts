import type { Block, BoundFigure, Chart, Contacts, Event, Release } from "../../release/release.ts";
import { chartTable } from "../chart/chart-table.ts";
import { plainText } from "../plain-text.ts";
import { centred, type Ink, ink, joined, spaces, trimmed, wrapped } from "./_ink.ts";
import { contentInk, type Pen, penOf } from "./_pen.ts";
import { tableLines } from "./_table.ts";

export interface WireOptions {
  /** Columns of a line. */
  readonly width: 80 | 132;
  /** Writes ASCII alone: "EUR" for the sign, letters without their marks. Off by default. */
  readonly ascii?: boolean;
}

export interface WireRelease {
  /** Lines that end in a line feed, without tabs and without spaces at their ends; none is wider than asked for. */
  readonly text: string;
  /** Where the digits of each bound figure stand, by its id, in UTF-16 code units of `text`; where a figure is printed twice, the first place. */
  readonly figures: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

/** The release as a newswire takes it: filled lines, tables in fixed columns. The same release gives the same bytes. */
export function wireText(release: Release, { width, ascii = false }: WireOptions): WireRelease {
  const pen = penOf(width, ascii);
  const inTables = new Set(
    release.blocks.flatMap((block) =>
      block.kind === "table"
        ? block.rows.flatMap((row) => row.cells.map((cell) => (cell.kind === "figure" ? cell.figure : undefined)))
        : [],
    ),
  );
  const lines = release.blocks.flatMap((block, i): readonly Ink[] => {
    const made = blockLines(pen, block, { before: release.blocks[i - 1], inTables });
    const isTight = block.kind === "heading" || made.length === 0;
    return isTight ? made : [...made, ink("")];
  });
  return assembled(lines);
}

/** The lines one below the other, never two empty ones together. */
function assembled(lines: readonly Ink[]): WireRelease {
  const figures = new Map<string, { start: number; end: number }>();
  const marks = new Map<string, unknown>();
  let text = "";
  let wasEmpty = true;
  for (const line of lines.map(trimmed)) {
    if (line.text === "" && wasEmpty) continue;
    wasEmpty = line.text === "";
    for (const { mark, from, to } of line.places) {
      const known = figures.get(mark.id);
      if (known === undefined) {
        figures.set(mark.id, { start: text.length + from, end: text.length + to });
        marks.set(mark.id, mark);
      } else if (marks.get(mark.id) === mark) known.end = text.length + to;
    }
    text += `${line.text}\n`;
  }
  return { text: `${text.trimEnd()}\n`, figures };
}

interface Around {
  readonly before: Block | undefined;
  readonly inTables: ReadonlySet<BoundFigure | undefined>;
}

function blockLines(pen: Pen, block: Block, around: Around): readonly Ink[] {
  switch (block.kind) {
    case "heading": {
      const content = contentInk(pen, block.content);
      if (block.level !== 1) return [ink(""), ...wrapped(content, pen.width), ink("")];
      return [...middle(pen, content), ink("")];
    }
    case "paragraph": {
      const content = contentInk(pen, block.content);
      return block.role === "subhead" ? middle(pen, content) : wrapped(content, pen.width);
    }
    case "list":
      return block.items.flatMap((item) => hanging(pen, "* ", contentInk(pen, item)));
    case "table":
      return tableLines(pen, block);
    case "chart":
      return chartLines(pen, block, around.inTables);
    case "event":
      return eventLines(pen, block, around.before);
    case "contacts":
      return contactLines(pen, block, around.before?.kind === "heading");
  }
}

/** Lines in the middle of the page, of about one length. */
function middle(pen: Pen, content: Ink): readonly Ink[] {
  let lines = wrapped(content, pen.width);
  for (let width = pen.width - 1; width > 20 && lines.length > 1; width--) {
    const narrower = wrapped(content, width);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines.map((line) => centred(line, pen.width));
}

function hanging(pen: Pen, mark: string, content: Ink): readonly Ink[] {
  const lines = wrapped(content, pen.width - mark.length);
  return lines.map((line, i) => joined([i === 0 ? ink(mark) : spaces(mark.length), line]));
}

/** A picture has no place on the wire; its figures are printed where no table of the release prints all of them. */
function chartLines(pen: Pen, chart: Chart, inTables: Around["inTables"]): readonly Ink[] {
  const isToldElsewhere = chart.series.every((series) => series.points.every(({ figure }) => inTables.has(figure)));
  return isToldElsewhere ? [] : tableLines(pen, chartTable(chart));
}

function eventLines(pen: Pen, event: Event, before: Block | undefined): readonly Ink[] {
  const isTold = before?.kind === "heading" && plainText(before.content).trim() === event.title.trim();
  const title =
    isTold || event.title.trim() === "" ? [] : [ink(""), ...wrapped(ink(pen.written(event.title)), pen.width), ink("")];
  return [...title, ...event.lines.flatMap((line) => wrapped(contentInk(pen, line), pen.width))];
}

function contactLines(pen: Pen, { people }: Contacts, isTold: boolean): readonly Ink[] {
  if (people.length === 0) return [];
  const person = (one: Contacts["people"][number]): readonly Ink[] =>
    [one.name, one.title, one.phone, one.email].flatMap((line) =>
      line === undefined ? [] : wrapped(ink(pen.written(line)), pen.width),
    );
  return [
    ...(isTold ? [] : [ink(""), ink("Contacts"), ink("")]),
    ...people.flatMap((one) => [...person(one), ink("")]),
  ];
}
