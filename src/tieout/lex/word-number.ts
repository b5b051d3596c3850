import { scaleOfWord } from "../../money/scale.ts";
import { isDigit, isUpper, nextWord, previousWord, wordEnd } from "./char.ts";
import { countDigits } from "./number.ts";

const SMALL =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, i): [string, number] => [word, i + 1]),
  ...TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
]);

export const numberWords = (): Iterable<string> => VALUES.keys();

export interface Cardinal {
  readonly value: number;
  readonly to: number;
}

/** "six", "twenty-five", "one hundred and ten" at `at`, below a thousand. */
export function readCardinal(text: string, at: number): Cardinal | undefined {
  const base = belowHundred(text, at);
  if (base === undefined) return undefined;
  const hundred = nextWord(text, base.to);
  if (hundred?.word !== "hundred") return base;
  const value = base.value * 100;
  let rest = nextWord(text, hundred.to);
  if (rest?.word === "and") rest = nextWord(text, rest.to);
  const more = rest === undefined ? undefined : belowHundred(text, rest.from);
  return more === undefined ? { value, to: hundred.to } : { value: value + more.value, to: more.to };
}

function belowHundred(text: string, at: number): Cardinal | undefined {
  const to = wordEnd(text, at);
  const value = VALUES.get(text.slice(at, to).toLowerCase());
  if (value === undefined || isDigit(text.charCodeAt(to))) return undefined;
  if (value < 20) return { value, to };
  const ones = nextWord(text, to);
  const unit = ones === undefined || ones.from !== to + 1 ? undefined : VALUES.get(ones.word);
  return unit === undefined || unit > 9 ? { value, to } : { value: value + unit, to: ones!.to };
}

const PARTS: ReadonlySet<string> = new Set(
  "half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths tenth tenths eighth eighths".split(
    " ",
  ),
);
/** Nouns that a number word is tied to by a hyphen and still counts. */
const TIED: ReadonlySet<string> = new Set(
  "year day hour week month percent percentage point basis share store member person million billion thousand hundred".split(
    " ",
  ),
);

/** Words behind "one" that make a pronoun, an idiom or a vague word of it. */
const IDIOMS: ReadonlySet<string> = new Set(
  "of or another time more day way such that thing who which is was has and in to for on with at by from may can side hand".split(
    " ",
  ),
);
/** Words before a number word that make it no count of its own. */
const DETERMINERS: ReadonlySet<string> = new Set(
  "this that these those no any each every between either other another such last same number only the".split(" "),
);
/** Words behind a number word that are no noun. */
const NO_NOUN: ReadonlySet<string> = new Set(
  "and or in to at by for from is are was were that which who as on with the a an than have has had will would can may other".split(
    " ",
  ),
);

export type Reading =
  /** A number that measures, and where it ends. */
  | { readonly kind: "number"; readonly value: number; readonly to: number }
  /** A vague word ("one or two") or a part ("two-thirds"): a token of kind "other". */
  | { readonly kind: "other"; readonly to: number; readonly second?: { readonly from: number; readonly to: number } }
  /** No token. */
  | { readonly kind: "none"; readonly to: number };

/** The place behind the same number in digits, as lawyers write: "five (5) years". */
function behindDigits(text: string, at: number): number {
  if (text.charCodeAt(at) !== 32 || text.charCodeAt(at + 1) !== 40) return at;
  const n = countDigits(text, at + 2, 3);
  return n > 0 && text.charCodeAt(at + 2 + n) === 41 ? at + n + 3 : at;
}

/** What the number word at `at` is. */
export function readNumberWord(text: string, at: number): Reading | undefined {
  const cardinal = readCardinal(text, at);
  if (cardinal === undefined) return undefined;
  const { value, to } = cardinal;
  const next = nextWord(text, behindDigits(text, to));
  const none: Reading = { kind: "none", to };
  if (next === undefined) return value > 1 && isOf(text, at) ? { kind: "number", value, to } : none;
  const hyphen = text.charCodeAt(to) === 45 && next.from === to + 1;
  if (PARTS.has(next.word) && (hyphen || value < 10))
    return next.word.startsWith("quarter") && !hyphen ? none : { kind: "other", to: next.to };
  if (next.word === "or") {
    const second = nextWord(text, next.to);
    const other = second === undefined ? undefined : readCardinal(text, second.from);
    if (other !== undefined) return { kind: "other", to, second: { from: second!.from, to: other.to } };
  }
  const scaled = scaleOfWord(next.word) !== undefined;
  if (hyphen && !TIED.has(next.word)) return none;
  if (scaled || next.word === "percent" || next.word === "basis" || next.word === "cents")
    return { kind: "number", value, to };
  if (text.charCodeAt(to) !== 32 && !hyphen) return none;
  return measures(text, at, value, next.word, to) ? { kind: "number", value, to } : none;
}

function measures(text: string, at: number, value: number, next: string, to: number): boolean {
  const before = previousWord(text, at);
  // "Coinbase One" is a name.
  if (value === 1 && before !== undefined && isUpper(text.charCodeAt(at))) return false;
  if (value === 1)
    return !IDIOMS.has(next) && !NO_NOUN.has(next) && !(before !== undefined && DETERMINERS.has(before.word));
  if (
    before !== undefined &&
    DETERMINERS.has(before.word) &&
    before.word !== "the" &&
    before.word !== "only" &&
    before.word !== "last"
  )
    return false;
  if (next === "of") {
    const second = nextWord(text, to + 3);
    return (
      second !== undefined &&
      (VALUES.has(second.word) || second.word === "the" || second.word === "our" || second.word === "its")
    );
  }
  return !NO_NOUN.has(next);
}

/** "four of five": the second number needs no noun. */
const isOf = (text: string, at: number): boolean => previousWord(text, at)?.word === "of";
