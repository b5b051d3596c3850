import { isDigit } from "./text-line.ts";
import { wordKind } from "./text-value.ts";

/** The head-like things that close a line: years, dates, periods, "% Change". Pairs of offsets; `label` is where they start. */
export interface HeadItems {
  readonly label: number;
  readonly items: readonly number[];
  /** Whether a year, a date or a period is among them. */
  readonly period: boolean;
}

const MONTHS = new Set(
  (
    "january february march april may june july august september october november december " +
    "jan feb mar apr jun jul aug sep sept oct nov dec"
  ).split(" "),
);
export const isMonth = (word: string): boolean => MONTHS.has(word.toLowerCase());

const COUNTS = new Set(
  "two three six nine twelve thirteen twenty-six thirty-nine fifty-two first second third fourth 3 6 9 12 13 14 16 24 26 36 39 40 52 53".split(
    " ",
  ),
);
const LENGTHS = new Set("month months week weeks quarter quarters half".split(" "));
const ENDERS = new Set("ended ending".split(" "));
const WHOLE = new Set("full fiscal calendar".split(" "));
const SPANS = new Set("quarter quarters year years period periods annual".split(" "));
const CHANGES = new Set(
  "% $ change changes variance growth yoy y/y q/q inc dec increase decrease increase/decrease bps fx-neutral".split(
    " ",
  ),
);
const MARKS = new Set(
  "unaudited audited actual actuals budget guidance restated recast adjusted gaap non-gaap reported consolidated note notes total ytd".split(
    " ",
  ),
);
const MOST_WORDS = 60;
const LAST_WORDS: ReadonlySet<string> = new Set([...MONTHS, ...LENGTHS, ...ENDERS, ...SPANS, ...CHANGES, ...MARKS]);

/** Reads a line from the left; a word that is no part of a head empties the list, so that only a suffix of the line is left. */
export function headItems(text: string, words: readonly number[]): HeadItems {
  const items: number[] = [];
  let period = false;
  let label = 0;
  const count = words.length / 2;
  if (count === 2 && /^\W*as (?:of|at):?$/i.test(text.slice(0, 40)))
    return { label: 0, items: [words[0]!, words[3]!], period: true };
  if (count > MOST_WORDS || !mayEndHead(text, words)) return { label: text.length, items, period };
  const lower = Array.from({ length: count }, (_, w) =>
    bare(text.slice(words[2 * w]!, Math.min(words[2 * w + 1]!, words[2 * w]! + 24))),
  );
  const year = (w: number): boolean => w < count && wordKind(text, words[2 * w]!, words[2 * w + 1]!) === "year";
  for (let w = 0; w < count; ) {
    const timed = periodEnd(lower, year, w);
    const end = timed > w ? timed : otherEnd(lower, w);
    if (end === w) {
      items.length = 0;
      period = false;
      label = words[2 * w + 1]!;
      w++;
      continue;
    }
    if (timed > w) period = true;
    items.push(words[2 * w]!, words[2 * end - 1]!);
    w = end;
  }
  return { label, items, period };
}

/** Whether the last word of a line can be the last of a head: it has a digit, or is one of the words that heads use. */
function mayEndHead(text: string, words: readonly number[]): boolean {
  const from = words[words.length - 2]!;
  const to = words[words.length - 1]!;
  if (to - from > 24) return false;
  const word = bare(text.slice(from, to));
  if (isDigit(word.charCodeAt(0)) && word.length > 2)
    return (
      wordKind(text, from, to) === "year" ||
      isQuarter(word) ||
      isNumericDate(word) ||
      /^\d{1,2}(?:st|nd|rd|th)$/.test(word)
    );
  return /\d/.test(word) || LAST_WORDS.has(word) || isGlued(word);
}

/** A word in lower case without the brackets and the punctuation around it. */
function bare(word: string): string {
  let from = 0;
  let to = word.length;
  if (word.endsWith(")") || word.endsWith("]")) to = word.replace(/[([][0-9a-z]{1,2}[)\]]$/, "").length;
  while (from < to && "([*".includes(word.charAt(from))) from++;
  while (to > from + 1 && ")],.:;*".includes(word.charAt(to - 1))) to--;
  return word.slice(from, to).toLowerCase();
}

type IsYear = (word: number) => boolean;

/** The end of a period or date that starts with word `w`; `w` where none does. */
function periodEnd(lower: readonly string[], year: IsYear, w: number): number {
  const word = lower[w]!;
  if (year(w)) return w + 1;
  if (MONTHS.has(word)) return dateEnd(lower, year, w);
  if (isQuarter(word)) return year(w + 1) || isShortYear(lower[w + 1]) ? w + 2 : w + 1;
  if (isNumericDate(word)) return w + 1;
  if (word === "as" && (lower[w + 1] === "of" || lower[w + 1] === "at")) return dateEnd(lower, year, w + 2);
  if (word === "at" && MONTHS.has(lower[w + 1] ?? "")) return dateEnd(lower, year, w + 1);
  if (word === "year" && lower[w + 1] === "to" && lower[w + 2] === "date") return dateEnd(lower, year, w + 3);
  let at = w;
  if (word === "for" || word === "the") at = word === "for" && lower[w + 1] === "the" ? w + 2 : w + 1;
  if (WHOLE.has(lower[at] ?? "")) at++;
  if (COUNTS.has(lower[at] ?? "") && LENGTHS.has(lower[at + 1] ?? "")) return spanEnd(lower, year, at + 2, w);
  if (SPANS.has(lower[at] ?? "") && (ENDERS.has(lower[at + 1] ?? "") || isGlued(lower[at + 1]) || year(at + 1)))
    return spanEnd(lower, year, at + 1, w);
  return w;
}

/** Behind "three months": "ended" and a date, if they follow. */
function spanEnd(lower: readonly string[], year: IsYear, at: number, start: number): number {
  let end = at;
  if (ENDERS.has(lower[end] ?? "")) end = dateEnd(lower, year, end + 1);
  else if (isGlued(lower[end])) end = dayEnd(lower, year, end + 1);
  else if (year(end)) end++;
  return Math.max(end, start);
}

/** Behind word `w - 1`: a month with its day and year, as far as they are there. */
function dateEnd(lower: readonly string[], year: IsYear, w: number): number {
  if (!MONTHS.has(lower[w] ?? "")) return Math.min(w, lower.length);
  return dayEnd(lower, year, w + 1);
}

/** "endedDecember": a line break that was lost between the two. */
const isGlued = (word: string | undefined): boolean => {
  const month = /^end(?:ed|ing)([a-z]{3,9})$/.exec(word ?? "");
  return month !== null && MONTHS.has(month[1]!);
};

/** Behind a month: its day and year, as far as they are there. */
function dayEnd(lower: readonly string[], year: IsYear, w: number): number {
  let end = w;
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(lower[end] ?? "")) end++;
  return year(end) ? end + 1 : end;
}

/** The end of words that say a change or qualify a column; `w` where none starts. */
function otherEnd(lower: readonly string[], w: number): number {
  let at = w;
  while (at < lower.length && at - w < 4 && CHANGES.has(lower[at]!)) at++;
  if (at > w) return at;
  return MARKS.has(lower[w]!) ? w + 1 : w;
}

const isQuarter = (word: string): boolean =>
  /^(?:q[1-4]|[1-4]q|h[12]|[12]h|fy)(?:['\u2019`]?(?:\d{2}|20\d{2}))?[ae]?$/.test(word);

const isShortYear = (word: string | undefined): boolean =>
  word !== undefined && /^(?:['\u2019]?\d{2}|fy\d{2}|fy20\d{2})$/.test(word);

const isNumericDate = (word: string): boolean => /^\d{1,2}[/.]\d{1,2}[/.](?:\d{2}|\d{4})$/.test(word);

/** Words at the end of a line that no row label ends with: the number behind them belongs to a sentence. */
const LEADS_ON = new Set(
  (
    "by to of was were at is are from than in and or about over under up down approximately increased decreased grew rose fell " +
    "through until between totaled totaling reached nearly around exceeded be for with the a an on reported generated"
  ).split(" "),
);

/** Whether the text up to `end` stops in the middle of a sentence. */
export function leadsOn(text: string, end: number): boolean {
  const tail = text.slice(Math.max(0, end - 16), end);
  if (/[,;&/]$/.test(tail)) return true;
  return LEADS_ON.has(tail.slice(tail.lastIndexOf(" ") + 1).toLowerCase());
}
