import type { LexedCell } from "../lex/lexed.ts";
import type { NumberToken, Token } from "../lex/token.ts";

/**
 * What a cell is at a glance, before anything is known of its table. A "soft" number has words beside it ("31-60 days"), and may
 * as well be a head; a "year" is four digits that may be one; "time" is a date or a period.
 */
export type Nature = "empty" | "text" | "number" | "soft" | "time" | "year";

/** Letters outside a number that still leave it a number ("1,204 units"). */
const FEW_LETTERS = 14;

export function natureOf(cell: LexedCell): Nature {
  const text = cell.cell.text.text;
  if (text.trim() === "") return "empty";
  const time = cell.tokens.some((t) => (t.kind === "date" || t.kind === "period") && !isYearAlone(t));
  if (time) return "time";
  const number = cell.tokens.find((t): t is NumberToken => t.kind === "number" && t.written !== "word");
  if (number === undefined) return cell.tokens.some((t) => t.kind === "period") ? "year" : "text";
  const outside = lettersOutside(text, cell.tokens);
  if (number.doubt === "year" && outside <= 3) return "year";
  // A head broken over lines leaves the day alone: "For the year ended December | 31,".
  if (outside === 0 && /^\s*(?:[12]?\d|3[01]),\s*$/.test(text)) return "time";
  if (outside === 0) return "number";
  const first = text.length - text.trimStart().length;
  if (outside > FEW_LETTERS || (number.outer.from > first + 1 && outside > 3)) return "text";
  return number.currency !== undefined || number.unit === "percent" || outside <= 3 ? "number" : "soft";
}

const isYearAlone = (t: Token): boolean =>
  t.kind === "period" && t.phrase.lengths.length === 0 && t.phrase.nth === undefined && t.to - t.from <= 4;

/** How many letters stand outside the tokens, counted no further than needed. */
function lettersOutside(text: string, tokens: readonly Token[]): number {
  let count = 0;
  let at = 0;
  for (const t of tokens) {
    const { from, to } = t.kind === "number" ? t.outer : t;
    count += lettersIn(text, at, from);
    if (count > FEW_LETTERS) return count;
    at = Math.max(at, to);
  }
  return count + lettersIn(text, at, text.length);
}

export function lettersIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to && count <= FEW_LETTERS; i++) {
    const c = text.charCodeAt(i);
    if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c >= 0xc0 && c < 0x2000)) count++;
  }
  return count;
}

const FILLER =
  /\b(?:for|the|as|of|at|and|to|from|in|on|ended|ending|unaudited|audited|period|periods|year|years|fiscal|quarter|month|months|three|six|nine|twelve|continued)\b/gi;

/** Whether the whole of a text is a date or a period, apart from small words ("As of March 31, 2025:"). */
export function isTimeAlone(text: string, tokens: readonly Token[]): boolean {
  if (text.length > 120) return false;
  let rest = "";
  let at = 0;
  let times = 0;
  for (const t of tokens) {
    const year = t.kind === "number" && t.doubt === "year";
    if (t.kind !== "date" && t.kind !== "period" && !year) continue;
    times++;
    rest += ` ${text.slice(at, t.from)}`;
    at = Math.max(at, t.to);
  }
  rest = `${rest} ${text.slice(at)}`.replace(FILLER, "");
  return times > 0 && lettersIn(rest, 0, rest.length) === 0 && !/[\d$%]/.test(rest);
}
