import type { Books, SourcePlace } from "../books/books.ts";
import type { Say } from "../books/said.ts";
import type { FactBook } from "../measures/fact-book.ts";
import { verbatim } from "../text/printed.ts";
import { readHead } from "./_head.ts";
import { printedContent } from "./_inline-print.ts";
import { readBinding } from "./read-binding.ts";
import type { ReleaseHead } from "./release-text.ts";
import { sourceText, textWithin } from "./source-text.ts";
import type { Found, Placed, Settings } from "./table-settings.ts";
import type { TableAsk } from "./table-source.ts";

/** A text of tables.yaml or call.yaml as it is printed: its calendar and literals written out. */
export type Words = (text: string, place: SourcePlace) => string;

export interface WordsDesk {
  readonly books: Books;
  readonly facts: FactBook;
  readonly quarter: string;
  readonly head: ReleaseHead | undefined;
  readonly say: Say;
}

/** The head of release.md, for the day and the city; what is wrong with it is told by whoever reads the text. */
export const headOfRelease = ({ files }: TableAsk): ReleaseHead | undefined =>
  readHead(sourceText(files.release.path, files.release.text), () => {}).head;

/** Escaped braces, and bindings: they do not go one into the other. */
const PIECES = /\\[{}]|\{([^{}]*)\}/g;

export const wordsOf =
  (desk: WordsDesk): Words =>
  (text, place) =>
    text.replace(PIECES, (piece: string, between: string | undefined) =>
      between === undefined ? piece.slice(1) : bindingText(desk, between, place),
    );

function bindingText(desk: WordsDesk, between: string, place: SourcePlace): string {
  const read = readBinding(verbatim(between, 0, between.length));
  if ("trouble" in read) {
    desk.say(read.trouble.code, place, `{${between}}: ${read.trouble.message}`, read.trouble.remedy);
    return "";
  }
  const { binding } = read;
  if (binding.kind !== "calendar" && binding.kind !== "literal") {
    desk.say(
      "binding-not-read",
      place,
      `{${between}} binds a figure, and the words of a table or a call hold the calendar and literals alone.`,
      "Put the figure into a cell, or say it in the text of the release.",
    );
    return "";
  }
  const inline = { kind: "binding", binding, strong: false, emphasis: false, start: 0, end: between.length } as const;
  const { books, facts, quarter, say, head } = desk;
  const source = textWithin(place, between);
  const printed = printedContent(
    [inline],
    { books, facts, quarter, say, source, date: head?.date ?? "", city: head?.city },
    false,
  );
  return printed.map((one) => ("text" in one ? one.text : "")).join("");
}

/** The fields whose texts are printed. */
const PRINTED = new Set([
  "title",
  "description",
  "head",
  "label",
  "labels",
  "total",
  "unallocated",
  "footnotes",
  "name",
  "note",
]);

/** Fields with their texts written out, and those of all that lies in them. */
export function withWords<S extends Settings>(found: Found<S>, words: Words): Found<S> {
  const values = Object.fromEntries(
    Object.entries(found.values).map(([key, value]) => [key, written(key, value, () => found.at(key), words)]),
  ) as Found<S>["values"];
  return { ...found, values };
}

function written(key: string, value: unknown, at: () => SourcePlace, words: Words): unknown {
  const isPrinted = PRINTED.has(key);
  if (typeof value === "string") return isPrinted ? words(value, at()) : value;
  if (value instanceof Map)
    return new Map(
      [...(value as ReadonlyMap<string, Placed<string>>)].map(([name, one]) => [
        name,
        { ...one, value: words(one.value, one.place) },
      ]),
    );
  if (Array.isArray(value)) return value.map((one) => written(key, one, at, words));
  if (isFound(value)) return withWords(value, words);
  if (isPrinted && isPlacedText(value)) return { ...value, value: words(value.value, value.place) };
  return value;
}

const isFound = (value: unknown): value is Found<Settings> =>
  typeof value === "object" && value !== null && "values" in value && "at" in value;

const isPlacedText = (value: unknown): value is Placed<string> =>
  typeof value === "object" &&
  value !== null &&
  "place" in value &&
  "value" in value &&
  typeof value.value === "string";
