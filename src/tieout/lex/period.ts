import { COUNTED, COUNTS, FISCAL, NUMBERED, ORDINALS } from "./_period-words.ts";
import { isLetter, nextWord, skipSpaces, type Word, wordEnd } from "./char.ts";
import { countDigits } from "./number.ts";
import { readPeriodCode } from "./period-code.ts";
import { afterYear, directYear, endedAt, type Tail, tailAt } from "./period-tail.ts";
import type { Length, PeriodToken } from "./token.ts";
import { small } from "./year.ts";

/** What has been read of a phrase so far. */
interface Core {
  readonly to: number;
  readonly lengths: readonly Length[];
  readonly nth: number | undefined;
  readonly fiscal: boolean;
}

const made = (from: number, core: Core, tail: Tail): PeriodToken => ({
  kind: "period",
  from,
  to: tail.to,
  phrase: {
    lengths: core.lengths,
    nth: core.nth,
    year: tail.year,
    fiscal: core.fiscal || tail.fiscal,
    ended: tail.ended,
  },
});

/** A number in words or in at most two digits, at `at`. */
function countAt(text: string, at: number): { readonly count: number; readonly to: number } | undefined {
  const n = countDigits(text, at, 2);
  if (n === 1 || n === 2) {
    const c = text.charCodeAt(at + n);
    return isLetter(c) || c === 46 || c === 44 ? undefined : { count: small(text, at, n), to: at + n };
  }
  const to = wordEnd(text, at);
  const count = COUNTS.get(text.slice(at, to).toLowerCase());
  if (count === undefined) return undefined;
  if (count < 20) return { count, to };
  const unit = nextWord(text, to);
  const ones = unit === undefined || unit.from !== to + 1 ? undefined : COUNTS.get(unit.word);
  return ones === undefined || ones > 9 ? { count, to } : { count: count + ones, to: unit!.to };
}

/** "(13)" behind a count in words. */
function skipBracketed(text: string, at: number): number {
  const p = skipSpaces(text, at, 2);
  if (text.charCodeAt(p) !== 40) return at;
  const n = countDigits(text, p + 1, 2);
  return n > 0 && n <= 2 && text.charCodeAt(p + 1 + n) === 41 ? p + n + 2 : at;
}

/** "and", "&" or a comma between two lengths: where what follows starts, or -1. */
function joined(text: string, at: number): number {
  let p = skipSpaces(text, at, 2);
  if (text.charCodeAt(p) === 45) p++;
  const comma = text.charCodeAt(p) === 44;
  if (comma) p = skipSpaces(text, p + 1, 2);
  if (text.charCodeAt(p) === 38) return skipSpaces(text, p + 1, 2);
  const word = nextWord(text, p);
  if (word?.word !== "and" && word?.word !== "or" && word?.word !== "und" && word?.word !== "et") return comma ? p : -1;
  let q = skipSpaces(text, word.to, 2);
  const the = nextWord(text, q);
  if (the?.word === "the" || the?.word === "full") q = skipSpaces(text, the.to, 2);
  return q;
}

/** "three months", "three and nine months", "13 weeks and 39 weeks", "quarter and nine months", "quarter and year". */
function lengthsAt(text: string, at: number): { readonly lengths: readonly Length[]; readonly to: number } | undefined {
  const lengths: Length[] = [];
  const pending: number[] = [];
  let p = at;
  let end = -1;
  for (let i = 0; i < 4; i++) {
    const count = countAt(text, p);
    const word = count === undefined ? nextWord(text, p) : nextWord(text, skipBracketed(text, count.to));
    const unit = unitOf(word, count !== undefined);
    // "three months and year" is one phrase only where "ended" closes it.
    if (i > 0 && count === undefined && unit !== undefined && endedAt(text, word!.to) === undefined) break;
    if (unit !== undefined) {
      for (const c of pending) lengths.push({ count: c, unit });
      pending.length = 0;
      lengths.push({ count: count?.count ?? 1, unit });
      p = word!.to;
      end = p;
    } else if (count !== undefined) {
      pending.push(count.count);
      p = skipBracketed(text, count.to);
    } else break;
    const comma = text.charCodeAt(skipSpaces(text, p, 2)) === 44;
    if (comma && pending.length === 0) break;
    p = joined(text, p);
    if (p < 0) break;
  }
  return end < 0 ? undefined : { lengths, to: end };
}

function unitOf(word: Word | undefined, counted: boolean): Length["unit"] | undefined {
  if (word === undefined) return undefined;
  if (counted) return COUNTED.get(word.word);
  switch (word.word) {
    case "quarter":
    case "quarters":
      return "quarter";
    case "year":
    case "years":
      return "year";
    case "month":
      return "month";
    default:
      return undefined;
  }
}

/** "third quarter", "first nine months", "second-half of 2007", "third fiscal quarter", "first and second quarters". */
export function readOrdinalPeriod(text: string, at: number, nth: number, end: number): PeriodToken | undefined {
  let word = nextWord(text, end);
  let fiscal = false;
  if (word !== undefined && FISCAL.has(word.word)) {
    fiscal = FISCAL.get(word.word)!;
    word = nextWord(text, word.to);
  }
  if (word === undefined) return readOrdinalCount(text, at, nth, end);
  if (word.word === "and" || word.word === "&") return readTwoOrdinals(text, at, word);
  const unit = NUMBERED.get(word.word);
  if (unit === undefined) return readOrdinalCount(text, at, nth, end);
  const to =
    unit === "half" && /^[- ]years?\b/.test(text.slice(word.to, word.to + 7)) && text.charCodeAt(word.to) === 45
      ? nextWord(text, word.to)!.to
      : word.to;
  const more = lengthsBehind(text, to);
  if (more !== undefined)
    return made(at, { ...more, nth, fiscal, lengths: [{ count: 1, unit }, ...more.lengths] }, more.tail);
  return made(at, { to, lengths: [{ count: 1, unit }], nth, fiscal }, tailAt(text, to));
}

/** "and nine months ended" behind a first length; undefined where no "ended" ties them together. */
function lengthsBehind(
  text: string,
  at: number,
): { readonly to: number; readonly lengths: readonly Length[]; readonly tail: Tail } | undefined {
  const p = joined(text, at);
  if (p < 0) return undefined;
  const more = lengthsAt(text, p);
  if (more === undefined) return undefined;
  const end = endedAt(text, more.to);
  if (end === undefined) return undefined;
  return { ...more, tail: { to: end, year: undefined, fiscal: false, ended: true } };
}

function readOrdinalCount(text: string, at: number, nth: number, end: number): PeriodToken | undefined {
  const p = skipSpaces(text, end, 2);
  const start = text.charCodeAt(p) === 45 ? p + 1 : p;
  const count = countAt(text, start);
  if (count === undefined) return undefined;
  const word = nextWord(text, count.to);
  const unit = unitOf(word, true);
  if (unit === undefined) return undefined;
  return made(
    at,
    { to: word!.to, lengths: [{ count: count.count, unit }], nth, fiscal: false },
    tailAt(text, word!.to),
  );
}

function readTwoOrdinals(text: string, at: number, and: Word): PeriodToken | undefined {
  const second = nextWord(text, and.to);
  if (second === undefined || !ORDINALS.has(second.word)) return undefined;
  const noun = nextWord(text, second.to);
  if (noun?.word !== "quarters" && noun?.word !== "halves") return undefined;
  const unit = NUMBERED.get(noun.word)!;
  const one: Length = { count: 1, unit };
  return made(at, { to: noun.to, lengths: [one, one], nth: undefined, fiscal: false }, tailAt(text, noun.to));
}

/** "three months", "three and nine months ended", "13 weeks ended", "52-week period", starting with the count. */
export function readCountPeriod(text: string, at: number): PeriodToken | undefined {
  const found = lengthsAt(text, at);
  if (found === undefined || found.lengths.length === 0) return undefined;
  return made(at, { ...found, nth: undefined, fiscal: false }, tailAt(text, found.to));
}

/** "quarter ended", "quarter and nine months ended", "years ended", "half-year ended": no period without that word. */
export function readEndedPeriod(text: string, at: number, end: number): PeriodToken | undefined {
  const word = text.slice(at, end).toLowerCase();
  const half = word === "half" ? nextWord(text, end) : undefined;
  if (word === "half" && half?.word !== "year") return undefined;
  const found =
    half === undefined ? lengthsAt(text, at) : { lengths: [{ count: 1, unit: "half" } as Length], to: half.to };
  if (found === undefined) return undefined;
  const ending = nextWord(text, found.to)?.word;
  const to = ending === "to" ? undefined : endedAt(text, found.to);
  if (to === undefined) {
    const year = half === undefined ? undefined : directYear(text, found.to);
    return year === undefined
      ? undefined
      : made(at, { ...found, nth: undefined, fiscal: false }, afterYear(text, year));
  }
  return made(at, { ...found, nth: undefined, fiscal: false }, { to, year: undefined, fiscal: false, ended: true });
}

/** "full year 2024", "full-year", "full fiscal year", "fiscal 2024", "fiscal year ended", "fiscal third quarter of 2024". */
export function readYearPhrase(text: string, at: number, end: number): PeriodToken | undefined {
  const first = text.slice(at, end).toLowerCase();
  const full = first === "full";
  let fiscal = FISCAL.get(first) ?? false;
  let word = nextWord(text, end);
  if (full && word !== undefined && FISCAL.has(word.word)) {
    fiscal = FISCAL.get(word.word)!;
    const year = directYear(text, word.to);
    if (year !== undefined) return made(at, yearCore(year.to, fiscal), afterYear(text, year));
    word = nextWord(text, word.to);
  }
  const code = full || word?.word !== "q" ? undefined : readPeriodCode(text, word.from);
  if (code !== undefined) return { ...code, from: at, phrase: { ...code.phrase, fiscal } };
  const nth = word === undefined || full ? undefined : ORDINALS.get(word.word);
  if (nth !== undefined) {
    const period = readOrdinalPeriod(text, at, nth, word!.to);
    return period === undefined ? undefined : { ...period, phrase: { ...period.phrase, fiscal } };
  }
  if (!full) {
    const year = directYear(text, end);
    if (year !== undefined) return made(at, yearCore(year.to, fiscal), { ...afterYear(text, year), fiscal });
  }
  if (word?.word !== "year" && word?.word !== "years") return undefined;
  const tail = tailAt(text, word.to);
  if (!full && tail.year === undefined && !tail.ended) return undefined;
  return made(at, yearCore(word.to, fiscal), tail);
}

const yearCore = (to: number, fiscal: boolean): Core => ({
  to,
  lengths: [{ count: 1, unit: "year" }],
  nth: undefined,
  fiscal,
});

/** "year-to-date", "YTD", "LTM", "trailing twelve months". */
export function readRunningPeriod(text: string, at: number, end: number): PeriodToken | undefined {
  const word = text.slice(at, end).toLowerCase();
  const year: Length = { count: 12, unit: "month" };
  if (word === "ltm" || word === "ttm")
    return made(at, { to: end, lengths: [year], nth: undefined, fiscal: false }, tailAt(text, end));
  if (word === "ytd") return made(at, { to: end, lengths: [], nth: 1, fiscal: false }, tailAt(text, end));
  const m = /^year[\s-]to[\s-]date/i.exec(text.slice(at, at + 14));
  if (m !== null) return made(at, { to: at + 12, lengths: [], nth: 1, fiscal: false }, tailAt(text, at + 12));
  if (word !== "trailing" && word !== "last" && word !== "past") return undefined;
  const counted = nextWord(text, end);
  return counted?.word === "twelve" || counted?.word === "four"
    ? withStart(readCountPeriod(text, counted.from), at)
    : undefined;
}

const withStart = (token: PeriodToken | undefined, from: number): PeriodToken | undefined =>
  token === undefined ? undefined : { ...token, from };

/** A year at `at` with the period that it qualifies: "2024 third quarter", "2024 full year"; or the year alone. */
export function readYear(text: string, at: number, year: number, end: number): PeriodToken {
  const bare: PeriodToken = {
    kind: "period",
    from: at,
    to: end,
    phrase: { lengths: [], nth: undefined, year, fiscal: false, ended: false },
  };
  if (text.charCodeAt(end) !== 32) return bare;
  const word = nextWord(text, end);
  if (word === undefined) return bare;
  const nth = ORDINALS.get(word.word);
  const period =
    nth !== undefined
      ? readOrdinalPeriod(text, word.from, nth, word.to)
      : word.word === "full" || word.word === "fiscal"
        ? readQualified(text, word)
        : undefined;
  if (period === undefined || (period.phrase.year !== undefined && period.phrase.year !== year)) return bare;
  return { ...period, from: at, phrase: { ...period.phrase, year } };
}

/** "full year", "fiscal year" or "fiscal third quarter" behind a year. */
function readQualified(text: string, word: Word): PeriodToken | undefined {
  const phrase = readYearPhrase(text, word.from, word.to);
  if (phrase !== undefined) return phrase;
  const noun = nextWord(text, word.to);
  return noun?.word === "year"
    ? made(word.from, yearCore(noun.to, true), { to: noun.to, year: undefined, fiscal: true, ended: false })
    : undefined;
}
