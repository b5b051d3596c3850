import type { Rational } from "../exact/rational.ts";

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A whole number below this is written in words; digits say larger ones better. */
const MOST = 1_000_000n;

/** Whether a number can be written in words: whole, and below a million. */
export const hasWords = (value: Rational): boolean => value.d === 1n && value.n < MOST && value.n > -MOST;

/** "six", "twenty-one", "one hundred five"; asked for whole numbers from zero to below a million, or "" comes back. */
export function numberInWords(value: Rational): string {
  return hasWords(value) && value.n >= 0n ? inWords(Number.parseInt(String(value.n), 10)) : "";
}

function inWords(n: number): string {
  if (n < 20) return ONES[n] ?? "";
  if (n < 100) return `${TENS[Math.floor(n / 10)]}${n % 10 === 0 ? "" : `-${ONES[n % 10]}`}`;
  const [unit, word] = n < 1000 ? [100, "hundred"] : [1000, "thousand"];
  const rest = n % unit;
  return `${inWords(Math.floor(n / unit))} ${word}${rest === 0 ? "" : ` ${inWords(rest)}`}`;
}

/** The words for whole numbers from two to ninety-nine, which say a figure when a unit stands behind them. */
export const COUNTING: ReadonlySet<string> = new Set(Array.from({ length: 98 }, (_, i) => inWords(i + 2)));
