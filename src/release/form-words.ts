import { parse } from "../exact/decimal.ts";
import { ONE, type Rational, rational, sign } from "../exact/rational.ts";
import type { RoundingMode } from "../exact/rounding.ts";
import type { FactUnit } from "../measures/fact.ts";
import { nearestTo } from "../text/nearest.ts";
import { usualForm } from "./print.ts";
import type { PrintForm } from "./release.ts";
import type { Piece } from "./source-text.ts";

/** Scales by the words that ask for them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["units", 0],
  ["thousands", 3],
  ["millions", 6],
  ["billions", 9],
]);

const WORDS = [...SCALES.keys(), "word", "%", "sign", "bare", "about", "size", "words", "brackets"];

/** Why a form does not fit, and which of its words is meant. */
export interface FormTrouble {
  readonly word: Piece;
  readonly message: string;
  readonly remedy: string;
}

const UNITS: Readonly<Record<FactUnit, string>> = {
  money: "an amount of money",
  ratio: "a ratio",
  points: "a change in percentage points",
  "basis-points": "a change in basis points",
  shares: "a number of shares",
  "per-share": "an amount per share",
  count: "a count",
};

const TENTH = rational(1n, 10n);

/** The usual form of a unit, changed by the words behind a bar. */
export function formOf(
  words: readonly Piece[],
  unit: FactUnit,
  rounding: RoundingMode,
): { readonly form: PrintForm } | { readonly trouble: FormTrouble } {
  let form = usualForm(unit, rounding);
  let step: Rational | undefined;
  const taken = new Set<string>();
  for (const word of words) {
    const trouble = troubleOf(word, unit, taken);
    if (trouble !== undefined) return { trouble };
    taken.add(word.text);
    const scale = SCALES.get(word.text);
    if (scale !== undefined) form = { ...form, scale, quantum: stepOf(unit, scale, form.quantum) };
    else if (/^[\d.]/.test(word.text)) {
      step = stepIn(word.text);
      if (step === undefined) return { trouble: noStep(word) };
    } else form = { ...form, ...CHANGES[word.text] };
  }
  const changed = step === undefined ? form : { ...form, quantum: step };
  const inWords = words.find((word) => word.text === "words");
  if (inWords !== undefined && changed.quantum.d !== 1n)
    return {
      trouble: {
        word: inWords,
        message: "Words say whole numbers only, and this form has decimals.",
        remedy: "Ask for a step of 1.",
      },
    };
  return { form: changed };
}

const CHANGES: Readonly<Record<string, Partial<PrintForm>>> = {
  word: { unit: "word" },
  "%": { unit: "sign" },
  sign: { unit: "sign" },
  bare: { unit: "bare" },
  about: { about: true },
  size: { absolute: true },
  words: { words: true },
  brackets: { negative: "brackets" },
};

/** The usual step where another scale is asked for: tenths of millions and billions, whole thousands and units; a ratio in times has tenths. */
function stepOf(unit: FactUnit, scale: number, usual: Rational): Rational {
  if (unit === "ratio") return TENTH;
  if (unit === "per-share") return usual;
  return scale >= 6 ? TENTH : ONE;
}

function stepIn(written: string): Rational | undefined {
  const step = written.length > 12 ? undefined : parse(written.startsWith(".") ? `0${written}` : written);
  return step !== undefined && sign(step) > 0 ? step : undefined;
}

const noStep = (word: Piece): FormTrouble => ({
  word,
  message: `${JSON.stringify(word.text)} is no step; a step is a decimal above zero, such as 0.1.`,
  remedy: "Write the step of the last digit that is printed.",
});

function troubleOf(word: Piece, unit: FactUnit, taken: ReadonlySet<string>): FormTrouble | undefined {
  const { text } = word;
  if (/^[\d.]/.test(text)) {
    if (![...taken].some((one) => /^[\d.]/.test(one))) return undefined;
    return {
      word,
      message: "A second step stands here; a figure is printed on one.",
      remedy: "Take one of the two out.",
    };
  }
  if (!WORDS.includes(text)) {
    const remedy = `The nearest is ${nearestTo(text, WORDS)}; there are ${WORDS.join(", ")}, and a step such as 0.1.`;
    return { word, message: `${JSON.stringify(text)} is no form that a figure can have.`, remedy };
  }
  if (SCALES.has(text) && [...taken].some((one) => SCALES.has(one)))
    return {
      word,
      message: "A second scale stands here; a figure is printed in one.",
      remedy: "Take one of the two out.",
    };
  if (isFit(text, unit)) return undefined;
  const asked = text === "%" ? "percent" : text === "words" ? "a number in words" : text;
  return { word, message: `${UNITS[unit].replace(/^a/, "A")} is not printed as ${asked}.`, remedy: REMEDIES[unit] };
}

const REMEDIES: Readonly<Record<FactUnit, string>> = {
  money:
    "Ask for a scale and a step, such as | millions 0.1; a rate of growth is a measure of its own, such as revenue-growth.",
  ratio: "Ask for a step of percent, such as | 0.1, or for | units where it is printed in times.",
  points: "Ask for a step of percentage points, such as | 0.1.",
  "basis-points": "Ask for a step of basis points, such as | 1.",
  shares: "Ask for a scale and a step, such as | millions 0.1.",
  "per-share": "Ask for a step, such as | 0.01.",
  count: "Ask for a scale, such as | thousands, or take the word out.",
};

/** Which words go with a unit: percent is of ratios, a scale of amounts; a change of margins in percent would read as growth (REG-62). */
function isFit(word: string, unit: FactUnit): boolean {
  if (word === "%") return unit === "ratio";
  if (word === "words") return unit !== "money" && unit !== "per-share" && unit !== "shares";
  if (word === "units") return unit !== "points" && unit !== "basis-points";
  if (SCALES.has(word)) return unit === "money" || unit === "shares" || unit === "count";
  return true;
}
