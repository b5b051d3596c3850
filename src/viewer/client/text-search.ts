import type { ReportFigure } from "../../tieout/report/report.ts";
import { idAt } from "./spans.ts";

/** The words of the shown document as one text that knows its nodes, so that what runs over several elements is found as well. */
export interface ShownText {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node's words begin in the text. */
  readonly starts: readonly number[];
}

export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Elements whose words go on from those before them. All others begin anew. */
const INLINE: ReadonlySet<string> = new Set(
  "SPAN B STRONG I EM U S SUB SUP SMALL FONT CODE MARK ABBR CITE Q DEL INS".split(" "),
);

/** Nodes that are gathered before somebody else has a turn: some milliseconds of work. */
const AT_ONCE = 4000;

/** Gathers the words of the page, and pauses every now and then, for a long document takes its time. */
export function* gathering(page: HTMLElement): Generator<undefined, ShownText> {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  let block: Element | null = null;
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    let parent = node.parentElement;
    while (parent !== null && parent !== page && INLINE.has(parent.tagName)) parent = parent.parentElement;
    if (parent !== block && length > 0) {
      pieces.push("\n");
      length++;
    }
    block = parent;
    nodes.push(node);
    starts.push(length);
    pieces.push(node.data);
    length += node.data.length;
    if (nodes.length % AT_ONCE === 0) yield undefined;
  }
  return { text: pieces.join(""), nodes, starts };
}

const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/['’‘]/g, "['’‘]"],
  [/["“”]/g, '["“”]'],
  [/[-‐‑–—−]/g, "[-‐‑–—−]"],
];

/** Where the words stand, in capitals or not, over line breaks and cells. At most so many places. */
export function placesOf({ text }: ShownText, words: string, most: number): readonly Found[] {
  const parts = words
    .trim()
    .split(/\s+/)
    .filter((part) => part !== "");
  if (parts.length === 0) return [];
  const escaped = parts.map((part) =>
    ALIKE.reduce((now, [like, any]) => now.replace(like, any), part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")),
  );
  const found: Found[] = [];
  const pattern = new RegExp(escaped.join("[\\s\\u00a0]{1,80}"), "gi");
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === most) break;
  }
  return found;
}

/** The figures whose value is the number that was typed, however the page prints it. */
export function figuresOfValue(figures: readonly ReportFigure[], words: string): readonly ReportFigure[] {
  const typed = words
    .trim()
    .replace(/,(?=\d{3}\b)/g, "")
    .replace("−", "-");
  if (!/^-?\d{4,}(?:\.\d+)?$/.test(typed)) return [];
  return figures.filter(({ value }) => value === typed || value === `-${typed}`);
}

function nodeAt({ starts }: ShownText, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** It does not follow what changes on the page: thousands of ranges that did would make every change slow. */
export function rangeOf(shown: ShownText, { start, end }: Found): StaticRange {
  const [first, last] = [nodeAt(shown, start), nodeAt(shown, end - 1)];
  const within = (node: number, offset: number): number =>
    Math.min(Math.max(0, offset - shown.starts[node]!), shown.nodes[node]!.length);
  return new StaticRange({
    startContainer: shown.nodes[first]!,
    startOffset: within(first, start),
    endContainer: shown.nodes[last]!,
    endOffset: within(last, end),
  });
}

/** The first figure that the place touches. */
export function figureAt(shown: ShownText, { start, end }: Found): string | undefined {
  const last = nodeAt(shown, end - 1);
  for (let node = nodeAt(shown, start); node <= last; node++) {
    const id = idAt(shown.nodes[node]!.parentElement!);
    if (id !== undefined) return id;
  }
  return undefined;
}

const AROUND = 42;

/** The place with some words around it, on one line and cut between words. */
export function around({ text }: ShownText, { start, end }: Found): readonly [string, string, string] {
  const line = (from: number, to: number): string => text.slice(from, to).replace(/[\s\u00a0.·_-]{2,}/g, " ");
  const from = Math.max(0, start - AROUND);
  const before = line(from, start);
  const after = line(end, end + AROUND);
  return [
    from === 0 ? before : before.replace(/^\S*\s/, ""),
    line(start, end),
    end + AROUND >= text.length ? after : after.replace(/\s\S*$/, ""),
  ];
}

/** Shows the places on the page without touching its elements. A browser that cannot do so shows none. */
export function paint(name: string, ranges: readonly StaticRange[]): void {
  if (typeof Highlight === "undefined" || CSS.highlights === undefined) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
