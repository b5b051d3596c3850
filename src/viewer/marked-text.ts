import { type Printed, part } from "../text/printed.ts";
import type { Block } from "../tieout/document.ts";
import type { CheckedDocument, CheckedFigure } from "../tieout/report/checked.ts";
import { findingPlaces, passageId } from "./_finding-place.ts";
import { escapeStrange } from "./safe-markup.ts";

/** Writes text of the document into a page, with the figures and passages in it marked. */
export interface Marker {
  /** Text that stands at these code units of the source; where the two lengths differ, it is one thing (an entity). */
  readonly put: (text: string, start: number, end: number) => void;
  /** Ends the spans that are open: markup follows. They begin anew with the text behind it. */
  readonly end: () => void;
}

/** Stretches of the source, none in another, ascending; `owner` says what each belongs to. */
interface Stretches {
  readonly starts: number[];
  readonly ends: number[];
  readonly owners: number[];
}

const NONE = -1;

export function markerOf(checked: CheckedDocument, out: string[]): Marker {
  const figures = figureStretches(checked);
  const passages = passageStretches(checked);
  const opened = openersOf(checked);
  let figure = NONE;
  let passage = NONE;
  const end = (): void => {
    if (figure !== NONE) out.push("</span>");
    if (passage !== NONE) out.push("</span>".repeat(passages.lists[passages.owners[passage]!]!.length));
    figure = NONE;
    passage = NONE;
  };
  const enter = (nextFigure: number, nextPassage: number): void => {
    if (nextFigure === figure && nextPassage === passage) return;
    end();
    if (nextPassage !== NONE)
      for (const p of passages.lists[passages.owners[nextPassage]!]!) out.push(opened.passage(p));
    if (nextFigure !== NONE) out.push(opened.figure(nextFigure));
    figure = nextFigure;
    passage = nextPassage;
  };
  const put = (text: string, start: number, until: number): void => {
    if (text === "") return;
    const isOneToOne = text.length === until - start;
    for (let at = start; ; ) {
      const f = lastAt(figures.starts, at);
      const p = lastAt(passages.starts, at);
      const inFigure = f >= 0 && at < figures.ends[f]!;
      const inPassage = p >= 0 && at < passages.ends[p]!;
      enter(inFigure ? figures.owners[f]! : NONE, inPassage ? p : NONE);
      const next = Math.min(
        until,
        inFigure ? figures.ends[f]! : (figures.starts[f + 1] ?? until),
        inPassage ? passages.ends[p]! : (passages.starts[p + 1] ?? until),
      );
      if (!isOneToOne || next >= until) {
        out.push(escapeStrange(isOneToOne ? text.slice(at - start) : text));
        return;
      }
      out.push(escapeStrange(text.slice(at - start, next - start)));
      at = next;
    }
  };
  return { put, end };
}

/** The index of the last start at or before the place; -1 where all are behind it. */
function lastAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= place) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** What opens a span: the first of a figure has its id, each that follows the id with its number behind it. */
function openersOf({ figures, findings }: CheckedDocument) {
  const counts = new Map<string, number>();
  const numbered = (id: string): string => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
  return {
    figure: (index: number): string => {
      const { figure, status, reached } = figures[index]!;
      const state = status ?? (reached ? "checked" : "other");
      const id = numbered(figure.id);
      return `<span class="figure" id="${id}" data-status="${state}" data-kind="${figure.kind}" tabindex="-1">`;
    },
    passage: (index: number): string =>
      `<span class="passage" id="${numbered(passageId(index))}" data-severity="${weightOf(findings[index]!)}" tabindex="-1">`,
  };
}

const weightOf = ({ waived, severity }: CheckedDocument["findings"][number]): string =>
  waived === null ? severity : "waived";

/** Where the characters of each figure stand: not what a reader does not see between them, and not what lies between two lines. */
function figureStretches({ document, figures }: CheckedDocument): Stretches {
  const printed = printedBy(document.blocks);
  const all = figures.flatMap((checked, owner) =>
    placesOf(checked, printed(checked)).map(([start, end]) => ({ start, end, owner })),
  );
  return apart(all);
}

function placesOf({ figure }: CheckedFigure, printed: Printed | undefined): readonly (readonly [number, number])[] {
  const { from, to } = figure.token;
  // A place that does not hold the figure's own text is none of ours; the report's place is then taken as it is.
  if (printed === undefined || printed.text.slice(from, to) !== figure.text) return [[figure.start, figure.end]];
  const { pieces } = part(printed, from, to);
  const places: [number, number][] = [];
  for (let p = 0; p < pieces.length; p += 3) {
    const start = pieces[p + 1]!;
    const end = pieces[p + 2]!;
    const last = places[places.length - 1];
    if (last !== undefined && last[1] === start) last[1] = end;
    else if (end > start) places.push([start, end]);
  }
  return places;
}

/** Finds the text that a figure's token was found in. */
function printedBy(blocks: readonly Block[]): (checked: CheckedFigure) => Printed | undefined {
  const texts = blocks.filter((block) => block.kind !== "table");
  const tables = blocks.filter((block) => block.kind === "table");
  return ({ figure: { where } }) => {
    if (where.kind === "prose") return texts[where.paragraph - 1]?.text;
    const row = tables[where.table - 1]?.rows[where.row - 1];
    return row?.cells.find((cell) => cell.column === where.column)?.text;
  };
}

/** In the order of the source, each cut off where the one before it still goes on. */
function apart(all: readonly { readonly start: number; readonly end: number; readonly owner: number }[]): Stretches {
  const stretches: Stretches = { starts: [], ends: [], owners: [] };
  let last = 0;
  for (const { start, end, owner } of [...all].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (end <= last) continue;
    stretches.starts.push(Math.max(start, last));
    stretches.ends.push(end);
    stretches.owners.push(owner);
    last = end;
  }
  return stretches;
}

/** So many passages that lie over each other are shown. */
const MOST_OVER = 8;

interface PassageStretches extends Stretches {
  /** The findings that a stretch is the passage of, by its owner. */
  readonly lists: readonly (readonly number[])[];
}

/** The places that findings mean and no figure of theirs does, cut where one of them begins or ends. */
function passageStretches(checked: CheckedDocument): PassageStretches {
  const placeOf = findingPlaces(checked);
  const meant = checked.findings.flatMap((found, finding) =>
    placeOf(found).kind === "passage" ? [{ start: found.start, end: found.end, finding }] : [],
  );
  const cuts = [...new Set(meant.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const beginning = meant.toSorted((a, b) => a.start - b.start);
  const lists: number[][] = [];
  const stretches: Stretches = { starts: [], ends: [], owners: [] };
  let open: typeof meant = [];
  let next = 0;
  for (const [i, cut] of cuts.entries()) {
    open = open.filter(({ end }) => end > cut);
    for (; next < beginning.length && beginning[next]!.start === cut; next++)
      if (open.length < MOST_OVER) open.push(beginning[next]!);
    if (open.length === 0) continue;
    stretches.starts.push(cut);
    stretches.ends.push(cuts[i + 1]!);
    stretches.owners.push(lists.length);
    lists.push(open.map(({ finding }) => finding).sort((a, b) => a - b));
  }
  return { ...stretches, lists };
}
