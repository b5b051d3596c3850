import { ENDING, FISCAL } from "./_period-words.ts";
import { isDigit, isSpace, nextWord, skipSpaces, type Word, wordEnd } from "./char.ts";
import { monthOfName } from "./month.ts";
import { countDigits } from "./number.ts";
import { shortYear, writtenYear } from "./year.ts";

/** What stands behind the length of a period: its end, its year. */
export interface Tail {
  readonly to: number;
  readonly year: number | undefined;
  readonly fiscal: boolean;
  readonly ended: boolean;
}

/** "ended", "period ended" or "to 30 June" behind a length; undefined where nothing says that a date follows. */
export function endedAt(text: string, at: number): number | undefined {
  let word = nextWord(text, at);
  if (word?.word === "period" || word?.word === "periods") word = nextWord(text, word.to);
  if (word === undefined) return undefined;
  if (ENDING.has(word.word)) return word.to;
  if (word.word !== "to") return undefined;
  let p = skipSpaces(text, word.to, 2);
  const n = countDigits(text, p, 2);
  if (n === 1 || n === 2) p = skipSpaces(text, p + n, 2);
  return monthOfName(text.slice(p, wordEnd(text, p)).toLowerCase()) === undefined ? undefined : word.to;
}

/** What follows a length: "ended", "of 2006", "of fiscal 2024", "of the year", " 2024", "-2024", " FY25", or nothing. */
export function tailAt(text: string, at: number): Tail {
  const end = endedAt(text, at);
  if (end !== undefined) return { to: end, year: undefined, fiscal: false, ended: true };
  const direct = directYear(text, at);
  if (direct !== undefined) return afterYear(text, direct);
  const nothing: Tail = { to: at, year: undefined, fiscal: false, ended: false };
  let word = nextWord(text, at);
  if (word === undefined) return nothing;
  if (word.word === "of" || word.word === "in" || word.word === "de" || word.word === "for") {
    const isOf = word.word === "of" || word.word === "de";
    const year = directYear(text, word.to);
    if (year !== undefined && isOf) return afterYear(text, year);
    word = nextWord(text, word.to);
    if (word === undefined) return nothing;
    if (word.word === "the" || word.word === "our" || word.word === "its") {
      const noun = nextWord(text, word.to);
      const fiscal = noun !== undefined && FISCAL.get(noun.word) === true;
      const last = fiscal ? nextWord(text, noun.to) : noun;
      if (isOf && last?.word === "year" && text.charCodeAt(last.to) !== 45) {
        const named = fiscal ? directYear(text, last.to) : undefined;
        return named ? afterYear(text, { ...named, fiscal }) : { to: last.to, year: undefined, fiscal, ended: false };
      }
      word = noun;
    }
    if (!isOf && word !== undefined && !FISCAL.has(word.word)) return nothing;
  }
  return fiscalYear(text, word) ?? nothing;
}

/** "fiscal 2024", "fiscal year 2024", "FY 2024", "year 2024" at the word. */
function fiscalYear(text: string, word: Word | undefined): Tail | undefined {
  if (word === undefined) return undefined;
  const isFiscal = FISCAL.get(word.word);
  if (isFiscal === undefined && word.word !== "fy" && word.word !== "year") return undefined;
  const noun = isFiscal === undefined ? undefined : nextWord(text, word.to);
  const to = noun?.word === "year" ? noun.to : word.to;
  const year = directYear(text, to);
  return year === undefined ? undefined : afterYear(text, { ...year, fiscal: isFiscal ?? word.word === "fy" });
}

interface DirectYear {
  readonly year: number;
  readonly to: number;
  readonly fiscal?: boolean;
}

/** A year behind at most two spaces or a hyphen; of two digits where an apostrophe or FY stands before it. */
export function directYear(text: string, at: number): DirectYear | undefined {
  let p = at;
  while (p - at < 3 && (isSpace(text.charCodeAt(p)) || text.charCodeAt(p) === 45)) p++;
  const fy = /^F?Y ?(?=[\d'’])/.exec(text.slice(p, p + 4));
  if (fy !== null) {
    const year = writtenYear(text, p + fy[0].length) ?? shortYear(text, p + fy[0].length);
    return year === undefined ? undefined : { ...year, fiscal: true };
  }
  const year = writtenYear(text, p);
  if (year === undefined || p === at) return undefined;
  const c = text.charCodeAt(year.to);
  // "third quarter 2024-25" and the like stay two tokens.
  return c === 44 && isDigit(text.charCodeAt(year.to + 1)) ? undefined : year;
}

export function afterYear(text: string, year: DirectYear): Tail {
  const word = nextWord(text, year.to);
  const ended = word !== undefined && ENDING.has(word.word) && text.charCodeAt(year.to) === 32;
  return { to: ended ? word.to : year.to, year: year.year, fiscal: year.fiscal ?? false, ended };
}
