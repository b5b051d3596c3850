import { isDigit, isLetter, isSpace } from "./text-line.ts";

/**
 * What one word of a line is, as far as a table is concerned. A sign (a currency, an opening bracket) belongs to the number
 * behind it, a tail (a closing bracket, a percent sign, "bps") to the number before it.
 */
export type WordKind = "number" | "year" | "dash" | "void" | "sign" | "tail" | "text";

const KINDS: ReadonlyMap<string, WordKind> = new Map<string, WordKind>([
  ...sorted(
    "sign",
    "$ US$ U.S.$ C$ CA$ A$ NT$ HK$ S$ R$ NZ$ € £ ¥ ₪ EUR USD CAD GBP CHF NIS NT ( $( ($ €( (€ (£ + ± ~",
  ),
  ...sorted("tail", ") % )% %) ))% x X bps bp bps. pts pts. pt pp ppt ppts p.p. )x )bps"),
  ...sorted("dash", "- -- --- ---- — – − —— –– (—) (–) (-) $- $— $– $-- €— €- €– £- £— £– —% –% -% --% nil"),
  ...sorted("void", "NM N/M n/m nm NMF N/A n/a n.m. N.M. n.a. N.A. NA * ** *** # •"),
]);
const LONGEST_KIND = 5;

function sorted(kind: WordKind, words: string): [string, WordKind][] {
  return words.split(" ").map((word) => [word, kind]);
}

const UNITS = new Set("x X M B K m k bn mn mm bps bp pts pp p ppt".split(" "));

export function wordKind(text: string, from: number, to: number): WordKind {
  if (to - from <= LONGEST_KIND) {
    const kind = KINDS.get(text.slice(from, to));
    if (kind !== undefined) return kind;
  } else if (isLetter(text.charCodeAt(from + 1)) && isLetter(text.charCodeAt(from + 3))) return "text";
  return numberKind(text, from, to);
}

/** A number with what is printed tight around it: "$(1,234)", "-23.9%", "5,478(1)", "3%-9%", "14bps". */
function numberKind(text: string, from: number, to: number): WordKind {
  let at = signEnd(text, from, to);
  const core = coreEnd(text, at, to);
  if (core < 0) return "text";
  if (at === from && isYear(text, at, core) && markEnd(text, core, to) === to) return "year";
  const single = text.charCodeAt(core - 1) !== 46 && text.charCodeAt(core - 1) !== 44;
  at = tailEnd(text, core, to);
  if (at === to) return single && !closesAlone(text, from, to) ? "number" : "text";
  const hyphen = text.charCodeAt(at);
  if (hyphen !== 45 && hyphen !== 0x2013) return "text";
  return rangeEnd(text, from, at + 1, to) === to ? "number" : "text";
}

/** "1)" is the end of "(Note 1)", unless the bracket that opened it stands right before the number. */
function closesAlone(text: string, from: number, to: number): boolean {
  let depth = 0;
  for (let i = Math.max(from, to - 40); i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 40 || c === 91) depth++;
    else if (c === 41 || c === 93) depth--;
  }
  let before = from - 1;
  while (
    before >= 0 &&
    from - before < 24 &&
    (isSpace(text.charCodeAt(before)) || "$\u20ac\u00a3".includes(text.charAt(before)))
  )
    before--;
  return depth < 0 && text.charCodeAt(before) !== 40;
}

/** The end of the second half of a range; -1 for what may be a phone or a code ("555-1234"). */
function rangeEnd(text: string, start: number, from: number, to: number): number {
  const core = coreEnd(text, signEnd(text, from, to), to);
  if (core < 0) return -1;
  for (let i = start; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 37 || c === 46 || c === 44 || c === 36) return tailEnd(text, core, to);
  }
  return -1;
}

function signEnd(text: string, from: number, to: number): number {
  let at = from;
  if (isLetter(text.charCodeAt(from))) {
    const letters = /^(?:[A-Z]{1,3}(?=\$)|EUR|USD|CAD|GBP|CHF|NIS)/.exec(text.slice(from, Math.min(to, from + 4)));
    if (letters === null) return from;
    at += letters[0].length;
  }
  while (at < to && at - from < 7 && "$€£¥₪(+-–−~±".includes(text.charAt(at))) at++;
  return at;
}

/** The end of the digits with their separators; -1 where there is no digit. */
function coreEnd(text: string, from: number, to: number): number {
  let at = from;
  let digits = 0;
  for (; at < to; at++) {
    const c = text.charCodeAt(at);
    if (isDigit(c)) digits++;
    else if (c !== 44 && c !== 46) break;
  }
  return digits > 0 ? at : -1;
}

function tailEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && at - from < 4 && ")%*†‡§¹²³".includes(text.charAt(at))) at++;
  let letters = at;
  while (letters < to && letters - at < 4 && isLetter(text.charCodeAt(letters))) letters++;
  if (letters > at && UNITS.has(text.slice(at, letters))) at = letters;
  while (at < to && at - from < 8 && ")%*".includes(text.charAt(at))) at++;
  return markEnd(text, at, to);
}

/** The end of footnote marks that stand tight behind a number: "(1)", "(a)", "*". */
function markEnd(text: string, from: number, to: number): number {
  const mark = /^(?:\*{1,3}|[([][0-9a-z]{1,2}[)\]])$/.exec(text.slice(from, Math.min(to, from + 5)));
  return mark === null ? from : from + mark[0].length;
}

const isYear = (text: string, from: number, to: number): boolean =>
  to - from === 4 &&
  (text.startsWith("20", from) || text.startsWith("19", from)) &&
  !text.slice(from, to).includes(".");

/** The values that close a line, and what stands before them. */
export interface Trail {
  /** The end of the label, white space left out; 0 where there is none. */
  readonly label: number;
  /** Pairs of offsets, from left to right, with sign and tail. */
  readonly values: readonly number[];
  /** Whether every value is a year. */
  readonly years: boolean;
  /** Whether a number other than a year is among them. */
  readonly numbers: boolean;
}

const NO_VALUES: Trail = { label: 0, values: [], years: false, numbers: false };

/** The longest run of words at the end of the text that are values, signs and tails. */
export function trailOf(text: string, words: readonly number[]): Trail {
  let first = words.length;
  while (first > 0 && wordKind(text, words[first - 2]!, words[first - 1]!) !== "text") first -= 2;
  return valuesFrom(text, words, first);
}

/** The values among the words from index `first` on, none of which is text. */
export function valuesFrom(text: string, words: readonly number[], first: number): Trail {
  const values: number[] = [];
  let years = 0;
  let numbers = 0;
  let sign = -1;
  let label = first === 0 ? 0 : words[first - 1]!;
  for (let w = first; w < words.length; w += 2) {
    const from = words[w]!;
    const to = words[w + 1]!;
    const kind = wordKind(text, from, to);
    if (kind === "sign") {
      if (sign < 0) sign = from;
    } else if (kind === "tail") {
      if (values.length > 0) values[values.length - 1] = to;
      else label = to;
    } else {
      if (kind === "year") years++;
      if (kind === "number") numbers++;
      const start = sign >= 0 && kind !== "void" ? sign : from;
      if (closesRange(text, values, start, to)) values.splice(-3, 3, to);
      else values.push(start, to);
    }
    if (kind !== "sign") sign = -1;
  }
  if (values.length === 0) return NO_VALUES;
  return { label, values, years: years > 0 && years === values.length / 2, numbers: numbers > 0 };
}

/**
 * Whether the value at `from` is the upper end of a range whose lower end and hyphen stand before it ("$2.47 - $2.54",
 * "8% - 10%"). A hyphen that stands for nothing would have a sign of its own beside such neighbours.
 */
function closesRange(text: string, values: readonly number[], from: number, to: number): boolean {
  const n = values.length;
  if (
    n < 4 ||
    values[n - 1]! - values[n - 2]! !== 1 ||
    from - values[n - 1]! !== 1 ||
    values[n - 2]! - values[n - 3]! !== 1
  )
    return false;
  const hyphen = text.charCodeAt(values[n - 2]!);
  if (hyphen !== 45 && hyphen !== 0x2013) return false;
  const low = text.slice(values[n - 4]!, Math.min(values[n - 3]!, values[n - 4]! + 40));
  const high = text.slice(from, Math.min(to, from + 40));
  return (/[$€£]/.test(low) && /[$€£]/.test(high)) || (low.endsWith("%") && high.endsWith("%"));
}

/** Whether a value is a share ("%", "bps", "pp"), an amount, or a dash that may be either. */
export function valueSort(text: string, from: number, to: number): "share" | "amount" | "none" {
  const value = text.slice(from, Math.min(to, from + 60));
  if (/%|bps|pts|pp/.test(value)) return "share";
  return /\d/.test(value) ? "amount" : "none";
}

/** A footnote mark in brackets that could be taken for a negative number: "(1)". */
export const isMark = (text: string, from: number, to: number): boolean =>
  to - from <= 4 && /^\(\d{1,2}\)$/.test(text.slice(from, to));

/** The label without the dots that lead the eye to the number. */
export function labelEnd(text: string, from: number, to: number): number {
  let end = to;
  let dots = 0;
  while (
    end > from &&
    (text.charCodeAt(end - 1) === 46 || text.charCodeAt(end - 1) === 0x2026 || isSpace(text.charCodeAt(end - 1)))
  ) {
    if (!isSpace(text.charCodeAt(end - 1))) dots += text.charCodeAt(end - 1) === 0x2026 ? 3 : 1;
    end--;
  }
  if (dots >= 3) return end;
  end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}
