import { isAlnum, isDigit, isSpace, previousWord, skipSpaces } from "./char.ts";

/** Words that announce a number to call, in small letters. */
const CALLING: ReadonlySet<string> = new Set(
  (
    "phone telephone tel call calling dial dialing dialling fax facsimile mobile cell office toll free local international " +
    "contact domestic number numbers participants callers direct line ph ext t p f"
  ).split(" "),
);

/** Area code, exchange and line, whatever stands between; group 1 tells brackets, group 2 the first gap, 3 the second. */
const NANP = /(?:\+?1[ .\-–/]{0,3}|\+)?(\(\s?\d{3}\s?\)|\d{3})([ .\-–‑/]{0,3})\d{3}([ .\-–‑]{1,3})\d{4}(?!\d)/y;
const VANITY = /1?[ .-]?\(?8(?:00|88|77|66|55|44|33)\)?[ .-](?:[A-Z0-9]{2,7}-?){1,3}(?![A-Za-z0-9])/y;
const COUNTRY = /\+\s?\d{1,11}/y;
const GROUP = /[ .\-–‑/]{0,2}(?:\(\d{1,4}\)|\d{1,11})/y;
const TRUNK = /\(?0\d{1,4}\)?(?:[ .\-–‑/]{1,2}\d{2,8}){1,5}(?!\d)/y;
const LOCAL = /\d{3}[-‑]\d{4}(?!\d)/y;
const EXTENSION = /[,;]?\s{0,2}(?:ext(?:ension)?\.?|x)\s?\d{1,6}(?!\d)/iy;

const matchEnd = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * A telephone number whose first digit stands at `at`; an opening bracket or a plus before it belongs to it. Digits that
 * only spaces set apart need a word that announces a call, for table columns look the same.
 */
export function readPhone(text: string, at: number, floor: number): Extent | undefined {
  let from = at;
  if (from > floor && text.charCodeAt(from - 1) === 32 && "(+".includes(text[from - 2] ?? "x")) from -= 2;
  while (from > floor && "(+".includes(text[from - 1]!) && at - from < 4) from--;
  for (let start = from; start <= at; start++) {
    const to = phoneEnd(text, start, floor);
    if (to > at) return { from: start, to: extended(text, to) };
  }
  return undefined;
}

function phoneEnd(text: string, at: number, floor: number): number {
  const c = text.charCodeAt(at);
  if (c === 43) {
    const to = internationalEnd(text, at);
    if (to > 0 && digitsBetween(text, at, to) >= 8 && isSeparated(text, at, to)) return to;
  }
  const nanp = nanpEnd(text, at, floor);
  if (nanp > 0) return nanp;
  if (c === 49 || c === 56) {
    const to = matchEnd(VANITY, text, at);
    if (to > 0 && digitsBetween(text, at, to) < to - at - 4 && /[A-Z]{3}/.test(text.slice(at, to))) return to;
  }
  if (c === 48 || (c === 40 && text.charCodeAt(at + 1) === 48)) {
    const to = matchEnd(TRUNK, text, at);
    const n = to > 0 ? digitsBetween(text, at, to) : 0;
    if (n >= 9 && n <= 12 && to - at - n >= 2) return to;
  }
  if (isDigit(c) && announced(text, at, floor)) {
    const to = matchEnd(LOCAL, text, at);
    if (to > 0) return to;
  }
  return -1;
}

function nanpEnd(text: string, at: number, floor: number): number {
  NANP.lastIndex = at;
  const m = NANP.exec(text);
  if (m === null) return -1;
  const spaced = !m[1]!.startsWith("(") && m[2]!.trim() === "" && m[3]!.trim() === "";
  if (m[2] === "" && !m[1]!.startsWith("(")) return -1;
  if (spaced && text.charCodeAt(at) !== 43 && !announced(text, at, floor)) return -1;
  return at + m[0].length;
}

/** The end of "+44 (0) 7593 506 719": groups as long as the digits are no more than a number can have. */
function internationalEnd(text: string, at: number): number {
  let to = matchEnd(COUNTRY, text, at);
  if (to < 0) return -1;
  let digits = digitsBetween(text, at, to);
  for (let i = 0; i < 8; i++) {
    const end = matchEnd(GROUP, text, to);
    const more = end < 0 ? 0 : digitsBetween(text, to, end);
    if (more === 0 || digits + more > 15 || (digits >= 11 && text.charCodeAt(to) === 32)) break;
    digits += more;
    to = end;
  }
  return to;
}

/** An international number has gaps between its groups, else it is "+12345678" of something. */
const isSeparated = (text: string, from: number, to: number): boolean => {
  for (let p = from + 2; p < to; p++) if (isSpace(text.charCodeAt(p)) || "-()‑–".includes(text[p]!)) return true;
  return digitsBetween(text, from, to) >= 10;
};

function digitsBetween(text: string, from: number, to: number): number {
  let n = 0;
  for (let p = from; p < to; p++) if (isDigit(text.charCodeAt(p))) n++;
  return n;
}

/** Whether one of the last two words before `at` announces a call. */
function announced(text: string, at: number, floor: number): boolean {
  let p = at;
  for (let i = 0; i < 3; i++) {
    while (p > floor && at - p < 30 && " :.(,+".includes(text[p - 1]!)) p--;
    const word = previousWord(text, p, floor);
    if (word === undefined) return false;
    if (CALLING.has(word.word)) return true;
    p = word.from;
  }
  return false;
}

function extended(text: string, to: number): number {
  const end = matchEnd(EXTENSION, text, to);
  return end > 0 && !isAlnum(text.charCodeAt(skipSpaces(text, end, 0))) ? end : to;
}
