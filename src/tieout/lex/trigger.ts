import { COUNTS, ORDINALS } from "./_period-words.ts";
import { numberToken } from "./amount.ts";
import { readMonthFirst } from "./date.ts";
import { plain } from "./mark.ts";
import { monthNames, monthOfName } from "./month.ts";
import { readCountPeriod, readEndedPeriod, readOrdinalPeriod, readRunningPeriod, readYearPhrase } from "./period.ts";
import { readPeriodCode } from "./period-code.ts";
import { push, type Scan } from "./scan.ts";
import type { Token } from "./token.ts";
import { numberWords, readNumberWord } from "./word-number.ts";

type Kind = "month" | "ordinal" | "count" | "ended" | "year" | "running" | "fiscal" | "code" | "vague";

/** Words that may start a token, in small letters. A word may start several; the first that reads wins. */
const TRIGGERS: ReadonlyMap<string, readonly Kind[]> = triggers();

function triggers(): ReadonlyMap<string, readonly Kind[]> {
  const map = new Map<string, Kind[]>();
  const add = (words: Iterable<string>, kind: Kind): void => {
    for (const word of words) map.set(word, [...(map.get(word) ?? []), kind]);
  };
  add(monthNames(), "month");
  add(ORDINALS.keys(), "ordinal");
  add(["year", "ytd", "ltm", "ttm", "trailing", "last", "past"], "running");
  add(["quarter", "quarters", "year", "years", "month", "half"], "ended");
  add(["full", "fiscal", "calendar", "financial"], "fiscal");
  add(["fy", "cy", "fye"], "code");
  add(["couple"], "vague");
  add(new Set([...COUNTS.keys(), ...numberWords()]), "count");
  return map;
}

/** Whether a trigger starts with the two letters, small or capital: most words are told apart by this alone. */
const PAIRS: Uint8Array = pairs();

function pairs(): Uint8Array {
  const table = new Uint8Array(26 * 26);
  for (const word of TRIGGERS.keys()) {
    const second = word.charCodeAt(1);
    // Accented second letters ("février") are asked by their first alone.
    if (second >= 97 && second <= 122) table[(word.charCodeAt(0) - 97) * 26 + second - 97] = 1;
    else for (let i = 0; i < 26; i++) table[(word.charCodeAt(0) - 97) * 26 + i] = 1;
  }
  return table;
}

/** Whether the word that starts at `at` may start a token. */
export function mayTrigger(text: string, at: number): boolean {
  const a = (text.charCodeAt(at) | 32) - 97;
  const b = (text.charCodeAt(at + 1) | 32) - 97;
  if (a < 0 || a > 25) return false;
  return b >= 0 && b <= 25 ? PAIRS[a * 26 + b] === 1 : b > 25;
}

/** Reads what the word from `at` to `end` starts, adds it, and says whether it did. */
export function readAtWord(scan: Scan, at: number, end: number): boolean {
  if (end - at > 12) return false;
  const word = scan.text.slice(at, end).toLowerCase();
  const kinds = TRIGGERS.get(word);
  if (kinds === undefined) return false;
  for (const kind of kinds) {
    const token = tokenOf(scan, kind, word, at, end);
    if (token === undefined) continue;
    push(scan, token);
    return true;
  }
  return false;
}

function tokenOf(scan: Scan, kind: Kind, word: string, at: number, end: number): Token | undefined {
  const { text } = scan;
  switch (kind) {
    case "month":
      return readMonthFirst(text, at, end, monthOfName(word)!);
    case "ordinal":
      return readOrdinalPeriod(text, at, ORDINALS.get(word)!, end);
    case "count":
      return readCountPeriod(text, at) ?? wordToken(scan, at);
    case "ended":
      return readEndedPeriod(text, at, end);
    case "year":
    case "fiscal":
      return readYearPhrase(text, at, end);
    case "running":
      return readRunningPeriod(text, at, end);
    case "code":
      return readPeriodCode(text, at);
    case "vague":
      return plain("other", at, end);
  }
}

/** A number in words, or its vague kin; the second of "one or two" is added after the first. */
function wordToken(scan: Scan, at: number): Token | undefined {
  const reading = readNumberWord(scan.text, at);
  if (reading === undefined || reading.kind === "none") return undefined;
  if (reading.kind === "other") {
    if (reading.second === undefined) return plain("other", at, reading.to);
    push(scan, plain("other", at, reading.to));
    return plain("other", reading.second.from, reading.second.to);
  }
  const amount = {
    from: at,
    to: reading.to,
    digits: BigInt(reading.value),
    places: 0,
    written: "word" as const,
    doubt: undefined,
  };
  return numberToken(scan.text, amount, { floor: scan.floor, cell: scan.cell }, scan.mark, scan.tokens.at(-1));
}
