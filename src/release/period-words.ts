import { comparativeCode, isPeriodCode, precedingQuarter, quarterCodes, yearToDateCode } from "../books/periods.ts";

/** Words that say which stretch is meant, counted from the quarter of the release. */
export const STRETCHES = ["this", "to-date", "year", "twelve-months"] as const;

/** Words that stand before them and move the quarter they are counted from. */
export const MOVES = ["year-ago", "previous", "next"] as const;

type Stretch = (typeof STRETCHES)[number];
type Move = (typeof MOVES)[number];

const isStretch = (word: string): word is Stretch => (STRETCHES as readonly string[]).includes(word);
const isMove = (word: string): word is Move => (MOVES as readonly string[]).includes(word);

/** Whether a word speaks of a period at all: one of the relative words, or a code. */
export const isPeriodWord = (word: string): boolean => isStretch(word) || isMove(word) || isPeriodCode(word);

/**
 * The code that words name, for a release of `quarter`: none is the quarter itself, ["year-ago", "to-date"] the year to date of the year before, ["next",
 * "year"] the coming fiscal year. A code may stand alone or behind "year-ago". A text where the words do not go together, which says why.
 */
export function periodOfWords(
  words: readonly string[],
  quarter: string,
): { readonly code: string } | { readonly wrong: string } {
  const moves = words.filter(isMove);
  const others = words.filter((word) => !isMove(word));
  const [stretch = "this", second] = others;
  if (second !== undefined) return { wrong: `"${stretch}" and "${second}" name two periods, where a figure is of one` };
  if (new Set(moves).size < moves.length) return { wrong: `"${moves.at(-1)}" stands twice` };
  if (moves.includes("previous") && moves.includes("next"))
    return { wrong: `"previous" and "next" take each other back` };
  if (!isStretch(stretch)) return ofCode(stretch, moves);
  const code = stretched(stretch, moves, quarter);
  const moved = code !== undefined && moves.includes("year-ago") ? comparativeCode(code) : code;
  if (moved !== undefined) return { code: moved };
  const wrong = `no period is meant by "${words.join(" ")}" in a release of ${quarter}`;
  return { wrong };
}

function ofCode(code: string, moves: readonly Move[]): { readonly code: string } | { readonly wrong: string } {
  if (!isPeriodCode(code)) return { wrong: `"${code}" is no period` };
  if (moves.length === 0) return { code };
  if (moves.some((move) => move !== "year-ago"))
    return {
      wrong: `"${moves.find((move) => move !== "year-ago")}" is counted from the quarter of the release, and "${code}" is a code`,
    };
  const before = comparativeCode(code);
  return before === undefined ? { wrong: `no year lies before ${code}` } : { code: before };
}

function stretched(stretch: Stretch, moves: readonly Move[], quarter: string): string | undefined {
  if (quarterCodes(quarter).length !== 1) return undefined;
  const year = (away: number): string => `${String(+quarter.slice(0, 4) + away).padStart(4, "0")}-FY`;
  if (stretch === "year") return year(moves.includes("next") ? 1 : moves.includes("previous") ? -1 : 0);
  const base = moves.includes("previous")
    ? precedingQuarter(quarter)
    : moves.includes("next")
      ? quarterAfter(quarter)
      : quarter;
  if (base === undefined || stretch === "this") return base;
  return stretch === "to-date" ? yearToDateCode(base) : `${base}-LTM`;
}

function quarterAfter(quarter: string): string {
  const [year, inYear] = [+quarter.slice(0, 4), +quarter.slice(6)];
  return inYear === 4 ? `${String(year + 1).padStart(4, "0")}-Q1` : `${quarter.slice(0, 6)}${inYear + 1}`;
}
