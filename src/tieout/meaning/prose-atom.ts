import type { DateToken, PeriodToken, Token } from "../lex/token.ts";

/**
 * A sentence in its smallest pieces. A measured figure is one piece with its currency sign, brackets, scale and unit words;
 * a word is in lower case, hyphenated words fall apart ("non-GAAP" stays one word).
 */
export type Atom = WordAtom | MarkAtom | FigureAtom | WhenAtom | OtherAtom;

interface At {
  readonly from: number;
  readonly to: number;
}

export interface WordAtom extends At {
  readonly kind: "word";
  readonly text: string;
  readonly capital: boolean;
}

/** A comma, semicolon, colon, bracket, dash between words, or the end of a list mark. */
export interface MarkAtom extends At {
  readonly kind: "mark";
  readonly text: "," | ";" | ":" | "(" | ")" | "-";
}

export interface FigureAtom extends At {
  readonly kind: "figure";
  /** Its index in the list of figures. */
  readonly figure: number;
}

export interface WhenAtom extends At {
  readonly kind: "when";
  readonly token: DateToken | PeriodToken;
}

export interface OtherAtom extends At {
  readonly kind: "other";
}

export const isWord = (a: Atom | undefined, text: string): boolean => a?.kind === "word" && a.text === text;
export const isMark = (a: Atom | undefined, text: MarkAtom["text"]): boolean => a?.kind === "mark" && a.text === text;

/** A token and the index of the measured figure made of it; undefined where it measures nothing. */
export interface Placed {
  readonly token: Token;
  readonly figure: number | undefined;
}

const MARKS = new Map<string, MarkAtom["text"]>([
  [",", ","],
  [";", ";"],
  [":", ":"],
  ["(", "("],
  [")", ")"],
  ["[", "("],
  ["]", ")"],
  ["\u2013", "-"],
  ["\u2014", "-"],
]);

function isLetter(c: number): boolean {
  return (
    (c >= 97 && c <= 122) ||
    (c >= 65 && c <= 90) ||
    (c > 0xbf && c !== 0xd7 && c !== 0xf7 && (c < 0x2000 || c > 0x2bff))
  );
}

/** The atoms of the text, in order; `placed` holds its tokens in ascending order. One pass. */
export function atomsOf(text: string, placed: readonly Placed[]): readonly Atom[] {
  const atoms: Atom[] = [];
  let next = 0;
  let i = 0;
  while (i < text.length) {
    while (next < placed.length && spanOf(placed[next]!).to <= i) next++;
    const p = placed[next];
    if (p !== undefined && spanOf(p).from <= i) {
      atoms.push(tokenAtom(p, i));
      i = spanOf(p).to;
      continue;
    }
    const limit = p === undefined ? text.length : Math.min(text.length, spanOf(p).from);
    i = plainAtom(text, i, limit, atoms);
  }
  return atoms;
}

const spanOf = (p: Placed): At => (p.token.kind === "number" ? p.token.outer : p.token);

function tokenAtom(p: Placed, from: number): Atom {
  const { to } = spanOf(p);
  if (p.figure !== undefined) return { kind: "figure", figure: p.figure, from, to };
  if (p.token.kind === "period" || p.token.kind === "date") return { kind: "when", token: p.token, from, to };
  return { kind: "other", from, to };
}

/** Reads the word or the mark at `i`, at most to `limit`; returns where to go on. */
function plainAtom(text: string, i: number, limit: number, atoms: Atom[]): number {
  if (isLetter(text.charCodeAt(i))) {
    let to = i + 1;
    while (to < limit && (isLetter(text.charCodeAt(to)) || joins(text, to, limit))) to++;
    const word = bare(text.slice(i, to).toLowerCase());
    const c = text.charAt(i);
    const last = atoms[atoms.length - 1];
    if (word === "gaap" && last?.kind === "word" && last.text === "non") {
      atoms[atoms.length - 1] = { ...last, text: "non-gaap", to };
    } else atoms.push({ kind: "word", text: word, capital: c !== c.toLowerCase(), from: i, to });
    return to;
  }
  if (text.charAt(i) === "-" && !(isLetter(text.charCodeAt(i - 1)) && isLetter(text.charCodeAt(i + 1)))) {
    const to = text.charAt(i + 1) === "-" ? i + 2 : i + 1;
    atoms.push({ kind: "mark", text: "-", from: i, to });
    return to;
  }
  const mark = MARKS.get(text.charAt(i));
  if (mark !== undefined) atoms.push({ kind: "mark", text: mark, from: i, to: i + 1 });
  return i + 1;
}

/** An apostrophe, an ampersand or a point between two letters keeps a word together ("SG&A", "year's", "U.S."). */
function joins(text: string, at: number, limit: number): boolean {
  const c = text.charCodeAt(at);
  return (c === 39 || c === 0x2019 || c === 38 || c === 46) && at + 1 < limit && isLetter(text.charCodeAt(at + 1));
}

/** Without the "s" of possession. */
const bare = (word: string): string => {
  const c = word.charCodeAt(word.length - 2);
  return word.endsWith("s") && (c === 39 || c === 0x2019) ? word.slice(0, -2) : word;
};
