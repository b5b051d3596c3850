import { Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { splitMarks } from "../release/waivers.ts";
import { lineAndColumn, lines } from "../text/place.ts";
import { type List, type SettingsWords, settingsValue, unmarked, type Value } from "../text/settings.ts";
import type { Sought } from "../tieout/anchor/find.ts";
import type { AddedForm, Mark, ParsedMarks, Remark } from "../tieout/marks/mark.ts";
import { parseMarks } from "../tieout/marks/parse.ts";

/** A mark that is to be written: what it does, and who says so. */
export type NewMark = Deed & {
  readonly reason: string;
  readonly author: string;
  readonly date: string;
  readonly document: string | undefined;
};

export type Deed =
  | { readonly kind: "remark"; readonly remark: Remark["remark"]; readonly figure: Sought }
  | {
      readonly kind: "waive";
      readonly code: string;
      readonly figure: Sought | undefined;
      readonly beside: readonly string[];
      /** What stands at the place of a finding that names no figure. */
      readonly text: string | undefined;
      /** The words of the places where its fault stands, as a mark is to name them. */
      readonly places?: readonly string[];
    }
  | { readonly kind: "forbid"; readonly relation: string; readonly figures: readonly Sought[] }
  | {
      readonly kind: "add";
      readonly form: AddedForm;
      readonly figures: readonly Sought[];
      readonly minus: readonly number[];
    };

/** The file as it is to be, or why it is left alone. */
export type Rewritten = { readonly text: string } | { readonly why: string };

/** The marks of a file, those that a release's writer keeps under `typed:` left out. */
export const marksIn = (text: string, name: string): ParsedMarks => parseMarks(splitMarks(text).marks, name);

/**
 * The file of marks with one more at its end. What stands in it stays as it was written, to the byte, where marks are written below each other; else
 * the file is set anew, its comments kept. The result is read again: it must hold the marks that were there and the new one.
 */
export function withMark(text: string, mark: NewMark): Rewritten {
  const before = marksIn(text, "");
  for (const how of [spliced, reset]) {
    const after = how(text, nodeOf(mark));
    if (after !== undefined && isGrown(before, marksIn(after, ""), mark)) return { text: after };
  }
  const [trouble] = before.troubles;
  const where =
    trouble === undefined ? "" : ` Line ${lineAndColumn(lines(text), trouble.start).line}: ${trouble.message}`;
  return { why: `The file of marks could not be added to without changing what stands in it.${where}` };
}

/** The file without the mark on this line. */
export function withoutMark(text: string, line: number): Rewritten {
  const before = marksIn(text, "");
  const rest = before.marks.filter((mark) => mark.line !== line);
  const taken = rest.length + 1 === before.marks.length ? cut(text, line) : undefined;
  if (taken !== undefined) {
    const after = marksIn(taken, "");
    if (same(after.marks.map(unplaced), rest.map(unplaced)) && after.troubles.length === before.troubles.length)
      return { text: taken };
  }
  return { why: `The mark on line ${line} could not be taken out without changing the others; take it out by hand.` };
}

function isGrown(before: ParsedMarks, after: ParsedMarks, mark: NewMark): boolean {
  if (after.troubles.length !== before.troubles.length) return false;
  const [added, ...earlier] = after.marks.map(unplaced).reverse();
  return same(earlier.reverse(), before.marks.map(unplaced)) && same(added, read(mark));
}

const unplaced = ({ line: _, file: __, ...mark }: Mark): object => mark;

/** What is to be read of a new mark again. */
function read(mark: NewMark): object {
  const { reason, author, date, document } = mark;
  const signed = { reason, author, date, ...(document === undefined ? {} : { document }) };
  if (mark.kind === "remark") return { kind: mark.kind, remark: mark.remark, figure: mark.figure, ...signed };
  if (mark.kind === "waive") {
    const { code, figure, text, places = [] } = mark;
    return {
      kind: "waiver",
      code,
      figure,
      text,
      beside: mark.beside.length === 0 ? undefined : mark.beside,
      places: places.length === 0 ? undefined : places,
      ...signed,
    };
  }
  const { figures } = mark;
  const forbid = mark.kind === "forbid" ? { relation: mark.relation, figures } : undefined;
  const add = mark.kind === "add" ? { form: mark.form, figures, minus: mark.minus } : undefined;
  return { kind: "correction", forbid, add, ...signed };
}

/** Whether two values have the same text, white space at the ends of their texts and what is undefined apart. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(trimmed(a)) === JSON.stringify(trimmed(b));

function trimmed(value: unknown): unknown {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(
    entries.map(([key, held]) => [key, trimmed(held)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const WIDTH = 110;
const PAPER = { lineWidth: WIDTH, flowCollectionPadding: true, indent: 2 } as const;

/** A mark as a person would lay it out: figures of a relation one a line, the figure of a finding in lines of its own. */
function nodeOf(mark: NewMark): object {
  const { reason, author, date, document } = mark;
  const words = mark.kind === "remark" && mark.remark !== "accept" ? { text: reason } : { reason };
  return { ...deedNode(mark), ...words, author, date, ...(document === undefined ? {} : { document }) };
}

function deedNode(mark: NewMark): object {
  if (mark.kind === "remark") return { [mark.remark]: { figure: wordsOf(mark.figure) } };
  if (mark.kind === "waive") {
    const { code, figure, beside, text, places = [] } = mark;
    return {
      waive: {
        code,
        ...(figure === undefined ? {} : { figure: wordsOf(figure) }),
        ...(beside.length === 0 ? {} : { beside }),
        ...(text === undefined ? {} : { text }),
        ...(places.length === 0 ? {} : { places }),
      },
    };
  }
  if (mark.kind === "forbid")
    return { forbid: { relation: mark.relation, figures: mark.figures.map((f) => wordsOf(f)) } };
  const figures = mark.figures.map((f, i) => ({ ...wordsOf(f), ...(mark.minus.includes(i) ? { minus: true } : {}) }));
  return { add: { form: mark.form, figures } };
}

function wordsOf({ print, nth, ...words }: Sought): Readonly<Record<string, string>> {
  return { ...words, print, ...(nth === undefined ? {} : { nth: `${nth.at} of ${nth.of}` }) };
}

/** The text of a list of one mark, its dash at the left edge. */
function itemText(node: object): string {
  const doc = new Document([node]);
  const [item] = (doc.contents as YAMLSeq<YAMLMap>).items;
  for (const path of [
    ["forbid", "figures"],
    ["add", "figures"],
  ]) {
    const figures = item!.getIn(path);
    if (isSeq(figures)) for (const figure of figures.items) (figure as YAMLMap).flow = true;
  }
  const beside = item!.getIn(["waive", "beside"]);
  if (isSeq(beside)) beside.flow = true;
  // In double quotation marks, as prints are written everywhere else.
  return doc.toString({ ...PAPER, singleQuote: false });
}

const WORDS: SettingsWords = { all: "marks", one: "a mark", divide: "", second: ["", ""] };

/** The list of marks in the text, where there is one. */
function listOf(text: string): List | undefined {
  const { value } = settingsValue(unmarked(text), WORDS);
  const all: Value | undefined =
    value?.kind === "fields" ? value.fields.find(({ key }) => key.text === "marks")?.value : undefined;
  return all?.kind === "list" && all.items.length > 0 ? all : undefined;
}

/** A line that is blank, a comment, or a byte order mark before either. */
const NOTHING = /^\s*(?:#|$)/;

/** The text with the mark behind the last one, everything else untouched; undefined where marks are not written below each other. */
function spliced(text: string, node: object): string | undefined {
  const breaks = text.includes("\r\n") ? "\r\n" : "\n";
  const item = itemText(node);
  if (text.split("\n").every((line) => NOTHING.test(line))) {
    const gap = text === "" || /\n$/.test(text) ? "" : breaks;
    return text + gap + `marks:\n${indented(item, "  ")}`.replaceAll("\n", breaks);
  }
  const list = listOf(text);
  const last = list?.items.at(-1);
  if (list === undefined || last === undefined) return undefined;
  const dash = dashBefore(text, last.start);
  if (dash === undefined) return undefined;
  const at = endOfItem(text, last.end, dash.indent.length);
  const gap = /\n[ \t]*\r?\n[ \t]*- /.test(text.slice(list.start, list.end)) ? "\n" : "";
  const lead = text[at - 1] === "\n" ? gap : `\n${gap}`;
  return text.slice(0, at) + (lead + indented(item, dash.indent)).replaceAll("\n", breaks) + text.slice(at);
}

const indented = (text: string, indent: string): string => text.replace(/^(?=.)/gm, indent);

/** The dash of an item, where it stands before the item on its line. */
function dashBefore(text: string, start: number): { readonly at: number; readonly indent: string } | undefined {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const [, indent] = /^( *)- +$/.exec(text.slice(lineStart, start)) ?? [];
  return indent === undefined ? undefined : { at: lineStart, indent };
}

/** Behind the line an item ends on, and behind comments that stand deeper than its dash and so belong to it. */
function endOfItem(text: string, end: number, dash: number): number {
  const next = (from: number): number => {
    const found = text.indexOf("\n", from);
    return found < 0 ? text.length : found + 1;
  };
  let at = end > 0 && text[end - 1] === "\n" ? end : next(end);
  for (;;) {
    const [, indent] = /^( *)#/.exec(text.slice(at, next(at))) ?? [];
    if (indent === undefined || indent.length <= dash) return at;
    at = next(at);
  }
}

/** The file set anew with the mark in it, by the package that reads it: comments stay, indentation and quotation marks may not. */
function reset(text: string, node: object): string | undefined {
  const bare = text.replace(/^\ufeff/, "");
  if (settingsValue(bare, WORDS).troubles.length > 0) return undefined;
  const doc = parseDocument(bare, { schema: "failsafe", logLevel: "silent" });
  // Of a list, or of one text, nothing is a file of marks.
  if (doc.contents !== null && !isMap(doc.contents)) return undefined;
  const [item] = (parseDocument(itemText(node), { schema: "failsafe" }).contents as unknown as YAMLSeq).items;
  const marks: unknown = doc.get("marks");
  if (isSeq(marks)) {
    marks.flow = false;
    marks.items.push(item);
  } else {
    const list = doc.createNode([]);
    list.items.push(item as never);
    doc.set("marks", list);
  }
  return doc.toString(PAPER);
}

/** The text without the lines of one mark; undefined where marks are not written below each other. */
function cut(text: string, line: number): string | undefined {
  const table = lines(text);
  const item = listOf(text)?.items.find(({ start }) => lineAndColumn(table, start).line === line);
  const dash = item === undefined ? undefined : dashBefore(text, item.start);
  if (item === undefined || dash === undefined) return undefined;
  return text.slice(0, dash.at) + text.slice(endOfItem(text, item.end, dash.indent.length));
}
