import { rightOf } from "./behind.ts";
import { isDash, isDigit, isSpace, previousWord, skipSpaces, skipSpacesBack, type Word } from "./char.ts";
import type { DecimalMark } from "./decimal-mark.ts";
import { readDigits } from "./number.ts";
import type { Hedge } from "./token.ts";

type Kind = Hedge["kind"];

/** Words that alone hedge the number directly behind them. */
const ALONE: ReadonlyMap<string, Kind> = new Map([
  ["approximately", "about"],
  ["approx", "about"],
  ["about", "about"],
  ["around", "about"],
  ["roughly", "about"],
  ["some", "about"],
  ["circa", "about"],
  ["ca", "about"],
  ["c", "about"],
  ["rund", "about"],
  ["etwa", "about"],
  ["environ", "about"],
  ["aproximadamente", "about"],
  ["nearly", "nearly"],
  ["almost", "nearly"],
  ["exceeding", "more-than"],
  ["over", "more-than"],
  ["above", "more-than"],
  ["under", "less-than"],
  ["below", "less-than"],
]);

/** Words that hedge together with the word before them: the last word, then what may stand before it. */
const PAIRS: ReadonlyMap<string, ReadonlyMap<string, Kind>> = new Map([
  [
    "than",
    new Map<string, Kind>([
      ["more", "more-than"],
      ["greater", "more-than"],
      ["less", "less-than"],
      ["fewer", "less-than"],
      ["lower", "less-than"],
    ]),
  ],
  [
    "of",
    new Map<string, Kind>([
      ["excess", "more-than"],
      ["upwards", "more-than"],
    ]),
  ],
  ["least", new Map<string, Kind>([["at", "at-least"]])],
  ["most", new Map<string, Kind>([["at", "at-most"]])],
  [
    "to",
    new Map<string, Kind>([
      ["up", "at-most"],
      ["close", "nearly"],
    ]),
  ],
  [
    "as",
    new Map<string, Kind>([
      ["much", "at-most"],
      ["many", "at-most"],
      ["high", "at-most"],
    ]),
  ],
]);

const NEGATED: Readonly<Partial<Record<Kind, Kind>>> = { "more-than": "at-most", "less-than": "at-least" };

/** Words that a comparison stands behind: in "growth over $330 million" over is no hedge. */
const COMPARING: ReadonlySet<string> = new Set(
  "growth increase increased improvement gain rise up decrease decline down ahead well premium growing grew rose spread gains yield basis points percent".split(
    " ",
  ),
);

const SIGNS: ReadonlyMap<string, Kind> = new Map([
  ["~", "about"],
  ["≈", "about"],
  ["∼", "about"],
  [">", "more-than"],
  ["<", "less-than"],
  ["≥", "at-least"],
  ["≤", "at-most"],
]);

/**
 * The hedge that ends right before `at`, the first character of a number with all that belongs to it. `measured` tells that
 * a currency, a unit, a scale or a counted noun stands with the number: without one "above 5" and "under 5" are places.
 */
export function hedgeBefore(text: string, at: number, floor: number, measured: boolean): Hedge | undefined {
  const p = skipSpacesBack(text, at, 2);
  if (p <= floor) return undefined;
  const sign = SIGNS.get(text[p - 1]!);
  // A ">" at the head of a line quotes it.
  if (sign !== undefined) return p === 1 && p < at ? undefined : { kind: sign, words: text[p - 1]! };
  const dot = text.charCodeAt(p - 1) === 46 ? p - 1 : p;
  const last = previousWord(text, isDash(text.charCodeAt(dot - 1)) && dot === at ? dot - 1 : dot, floor);
  if (last === undefined || (last.to !== dot && last.to !== dot - 1)) return undefined;
  if (dot < p && last.word !== "c" && last.word !== "ca" && last.word !== "approx") return undefined;
  if (last.word === "c" && dot === p) return undefined;
  const alone = ALONE.get(last.word);
  if (alone !== undefined) return single(text, last, p, alone, floor, measured);
  const pair = PAIRS.get(last.word);
  if (pair === undefined) return undefined;
  const first = previousWord(text, beforeHyphen(text, last.from), floor);
  const kind = first === undefined ? undefined : pair.get(first.word);
  if (kind === undefined) return undefined;
  return paired(text, first!, p, kind, floor);
}

const beforeHyphen = (text: string, at: number): number => (text.charCodeAt(at - 1) === 45 ? at - 1 : at);

function single(
  text: string,
  last: Word,
  end: number,
  kind: Kind,
  floor: number,
  measured: boolean,
): Hedge | undefined {
  const places = kind === "more-than" || kind === "less-than";
  if (places && last.word !== "exceeding") {
    if (!measured) return undefined;
    const before = previousWord(text, last.from, floor);
    if (before === undefined && isFigureEnd(text, last.from)) return undefined;
    if (before !== undefined && (COMPARING.has(before.word) || before.word === "as")) {
      if (before.word !== "well") return undefined;
    }
    if (before?.word === "just" || before?.word === "well" || before?.word === "slightly") {
      const closest = before.word === "just" && kind === "less-than" ? "nearly" : kind;
      return { kind: closest, words: text.slice(before.from, end) };
    }
  }
  return { kind, words: text.slice(last.from, end) };
}

/** Whether a figure stands before the word: "12% over $330 million" compares. */
function isFigureEnd(text: string, at: number): boolean {
  const p = skipSpacesBack(text, at, 2);
  const c = text.charCodeAt(p - 1);
  return c === 37 || c === 41 || isDigit(c);
}

function paired(text: string, first: Word, end: number, kind: Kind, floor: number): Hedge | undefined {
  const before = previousWord(text, first.from, floor);
  if (first.word === "up" && before !== undefined && MOVED.has(before.word)) return undefined;
  const from = first.word === "excess" && before?.word === "in" ? before.from : first.from;
  if (before?.word === "no" || before?.word === "not") {
    const negated = NEGATED[kind];
    if (negated !== undefined) return { kind: negated, words: text.slice(before.from, end) };
  }
  if (first.word === "much" || first.word === "many" || first.word === "high")
    return before?.word === "as" ? { kind, words: text.slice(before.from, end) } : undefined;
  if (before?.word === "slightly" || before?.word === "just") return { kind, words: text.slice(before.from, end) };
  return { kind, words: text.slice(from, end) };
}

/** In "moved up to 12%" the number is where it went. */
const MOVED: ReadonlySet<string> = new Set(
  "is was were are went moved climbed ticked edged came margin rate was revenue revenues sales income".split(" "),
);

const SPREAD = /(?:,\s?|\s)?(?:respectively,?\s)?(plus or minus|plus\/minus|plus-or-minus|\+\/-|\+\/−|±)\s{0,2}/iy;

/** "plus or minus 1%" behind a number that ends at `at`, with its half-width. */
export function spreadBehind(text: string, at: number, mark: DecimalMark): Hedge | undefined {
  const p = skipSpaces(text, at, 1);
  const c = text.charCodeAt(p);
  if (c !== 44 && (c | 32) !== 112 && (c | 32) !== 114 && c !== 0xb1 && c !== 43) return undefined;
  SPREAD.lastIndex = at;
  const m = SPREAD.exec(text);
  if (m === null) return undefined;
  let from = at + m[0].length;
  const currency = text.charCodeAt(from) === 36 || text.charCodeAt(from) === 0x20ac;
  if (currency) from++;
  if (!isDigit(text.charCodeAt(from)) && !(text.charCodeAt(from) === 46 && isDigit(text.charCodeAt(from + 1))))
    return undefined;
  const digits = readDigits(text, from, mark);
  if (digits === undefined) return undefined;
  const right = rightOf(text, digits.to, { open: false, currency: currency ? "$" : undefined, cell: false });
  const points = right.unit === "basis-points";
  const percent = points || right.unit === "percent" || right.unit === "points";
  // 50 basis points are 0.50 percent.
  const spread = { digits: digits.digits, places: digits.places + (points ? 2 : 0), scale: right.scale, percent };
  return { kind: "plus-or-minus", words: m[1]!, spread };
}

const MORE = /\s{0,1}(\+(?![\d/])|or more(?![A-Za-z])|or greater(?![A-Za-z]))/iy;
const LESS = /\s(or less|or fewer)(?![A-Za-z])/iy;

/** "400+", "5% or more", "or less" behind a number that ends at `at`. */
export function hedgeBehind(text: string, at: number): Hedge | undefined {
  const c = text.charCodeAt(at);
  if (c !== 43 && !(isSpace(c) && (text.charCodeAt(at + 1) | 32) === 111)) return undefined;
  MORE.lastIndex = at;
  const more = MORE.exec(text);
  if (more !== null) return { kind: "at-least", words: more[1]! };
  LESS.lastIndex = at;
  const less = LESS.exec(text);
  return less === null ? undefined : { kind: "at-most", words: less[1]! };
}
