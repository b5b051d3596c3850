import { fitted, type Printed, verbatim } from "../../text/printed.ts";
import { isDigit, isLetter, isSpace } from "./text-line.ts";

/** A line without its markdown: emphasis, escapes, links, inline tags and entities. */
export interface Plain {
  readonly printed: Printed;
  /** How many printed characters from the start stand in bold, those before the first letter counted. */
  readonly bold: number;
}

/** A stretch of the source that prints as something else (mostly as nothing). */
interface Change {
  readonly at: number;
  readonly end: number;
  readonly print: string;
  readonly bold: boolean;
}

const MARKUP = /[\\*_<&[`\u00ad]/;
const TAGS = new Set("a b br center del div em font i ins p s small span strong sub sup u".split(" "));
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  ndash: "\u2013",
  mdash: "\u2014",
  minus: "\u2212",
  rsquo: "\u2019",
  lsquo: "\u2018",
  ldquo: "\u201c",
  rdquo: "\u201d",
  reg: "\u00ae",
  trade: "\u2122",
  euro: "\u20ac",
  pound: "\u00a3",
  shy: "",
};

/** The characters of the source from `start` to `end` as markdown prints them, each with its place. */
export function plain(source: string, start: number, end: number): Plain {
  if (!MARKUP.test(source.slice(start, end))) return { printed: verbatim(source, start, end), bold: 0 };
  return printed(source, start, end, changesOf(source, start, end));
}

function printed(source: string, start: number, end: number, changes: readonly Change[]): Plain {
  let text = "";
  const pieces: number[] = [];
  let bold = false;
  let lead = 0;
  let leading = true;
  let closed = false;
  const put = (print: string, from: number, to: number): void => {
    if (print === "") return;
    const blank = print.trim() === "";
    pieces.push(text.length, from, to);
    text += print;
    if (!blank) closed = false;
    if (bold && leading) lead = text.length;
    else if (!blank) leading = false;
  };
  let at = start;
  for (const change of changes) {
    if (change.at < at) continue;
    put(source.slice(at, change.at), at, change.at);
    put(change.print, change.at, change.end);
    if (change.bold) {
      // Bold that ends and starts again is how a converter keeps the cells of one line apart: two spaces say so.
      if (!bold && closed) put(" ", change.at, change.at);
      closed = bold;
      bold = !bold;
    }
    at = change.end;
  }
  put(source.slice(at, end), at, end);
  return { printed: { text, pieces: fitted(pieces) }, bold: lead };
}

function changesOf(source: string, start: number, end: number): Change[] {
  const changes: Change[] = [];
  const drop = (at: number, to: number, print = "", bold = false): void => {
    changes.push({ at, end: to, print, bold });
  };
  const pairs: Pairs = { star: -1, line: -1, bracket: -1, barren: 0 };
  for (let i = start; i < end; ) {
    const c = source.charCodeAt(i);
    const next = i + 1 < end ? source.charCodeAt(i + 1) : 32;
    if (c === 92 && isPunctuation(next)) {
      drop(i, i + 1);
      i += 2;
    } else if (c === 42 || c === 95) i = emphasis(source, start, end, i, drop, pairs);
    else if (c === 60) i = tag(source, end, i, drop);
    else if (c === 38) i = entity(source, end, i, drop);
    else if (c === 91 || c === 93) i = link(source, start, end, i, drop, pairs);
    else {
      if (c === 96 || c === 0xad) drop(i, i + 1);
      i++;
    }
  }
  return changes.sort((a, b) => a.at - b.at);
}

type Drop = (at: number, end: number, print?: string, bold?: boolean) => void;

/** Openers that wait for their closer, and how far a link without its end has been looked for. */
interface Pairs {
  star: number;
  line: number;
  bracket: number;
  barren: number;
}

/** A run of stars or underscores. Two and more are bold; one is emphasis where it closes on the same line, else a footnote mark. */
function emphasis(source: string, start: number, end: number, i: number, drop: Drop, pairs: Pairs): number {
  const mark = source.charCodeAt(i);
  let to = i + 1;
  while (to < end && source.charCodeAt(to) === mark) to++;
  const before = i > start ? source.charCodeAt(i - 1) : 32;
  const after = to < end ? source.charCodeAt(to) : 32;
  const opens = !isSpace(after) && !isWordly(before);
  const closes = !isSpace(before) && !isWordly(after);
  if (to - i > 1) {
    const emphatic = to - i <= 3 && (mark === 42 ? !(isSpace(before) && isSpace(after)) : opens || closes);
    if (emphatic) drop(i, to, "", true);
    return to;
  }
  const waiting = mark === 42 ? pairs.star : pairs.line;
  let now = waiting;
  if (closes && waiting >= 0) {
    drop(waiting, waiting + 1);
    drop(i, to);
    now = -1;
  } else if (opens) now = i;
  if (mark === 42) pairs.star = now;
  else pairs.line = now;
  return to;
}

/** An inline tag prints nothing, a line break a space. Anything else after "<" is text. */
function tag(source: string, end: number, i: number, drop: Drop): number {
  let at = i + 1;
  if (source.charCodeAt(at) === 47) at++;
  const from = at;
  while (at < end && at - from < 7 && isLetter(source.charCodeAt(at))) at++;
  const name = source.slice(from, at).toLowerCase();
  if (!TAGS.has(name)) return i + 1;
  const close = source.slice(at, Math.min(end, at + 300)).indexOf(">");
  if (close < 0) return i + 1;
  drop(i, at + close + 1, name === "br" || name === "p" || name === "div" ? " " : "");
  return at + close + 1;
}

function entity(source: string, end: number, i: number, drop: Drop): number {
  const close = source.slice(i, Math.min(end, i + 12)).indexOf(";");
  if (close < 2) return i + 1;
  const name = source.slice(i + 1, i + close);
  const print = name.startsWith("#") ? characterOf(name.slice(1)) : ENTITIES[name];
  if (print === undefined) return i + 1;
  drop(i, i + close + 1, print);
  return i + close + 1;
}

function characterOf(reference: string): string | undefined {
  const hex = /^[xX]([0-9a-fA-F]{1,6})$/.exec(reference);
  const decimal = /^\d{1,7}$/.test(reference);
  const code = hex !== null ? Number.parseInt(hex[1]!, 16) : decimal ? Number.parseInt(reference, 10) : 0;
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}

const LONGEST_ADDRESS = 3000;

/** A link prints its words, a picture nothing but its words either; the address goes. */
function link(source: string, start: number, end: number, i: number, drop: Drop, pairs: Pairs): number {
  if (source.charCodeAt(i) === 91) {
    pairs.bracket = i;
    return i + 1;
  }
  const open = pairs.bracket;
  pairs.bracket = -1;
  if (open < 0 || source.charCodeAt(i + 1) !== 40 || i + 1 >= end || i < pairs.barren) return i + 1;
  const to = Math.min(end, i + LONGEST_ADDRESS);
  const close = source.slice(i, to).indexOf(")");
  if (close < 0) {
    pairs.barren = to;
    return i + 1;
  }
  const picture = open > start && source.charCodeAt(open - 1) === 33;
  drop(picture ? open - 1 : open, open + 1);
  drop(i, i + close + 1);
  return i + close + 1;
}

const isWordly = (code: number): boolean => isDigit(code) || isLetter(code);

const isPunctuation = (code: number): boolean =>
  (code > 32 && code < 48) || (code > 57 && code < 65) || (code > 90 && code < 97) || (code > 122 && code < 127);
