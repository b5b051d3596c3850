import { absolute, equal, ONE, type Rational, rational, sign } from "../exact/rational.ts";
import type { RoundingMode } from "../exact/rounding.ts";
import type { Fact, FactUnit } from "../measures/fact.ts";
import { type Printed, roundForPrint, usualGrid } from "../measures/round-for-print.ts";
import { grouped } from "../text/thousands.ts";
import { numberInWords } from "./number-words.ts";
import type { PrintForm } from "./release.ts";

/** The minus sign (U+2212); an output that has none writes a hyphen for it. */
export const MINUS = "\u2212";

/** A figure as it stands on the page. */
export interface PrintedFigure {
  /** All that is printed: "approximately $371.2 million", "(5.1)", "—", "NM"; "" where there is nothing. */
  readonly text: string;
  /** Where the digits stand in `text`, from the first digit or leading point to the last digit; equal where there are none. */
  readonly from: number;
  readonly to: number;
  readonly kind: Printed["kind"];
  /** The printed number in the fact's own unit; undefined where there is none. */
  readonly value: Rational | undefined;
}

/** The form that a unit asks for where nothing else is said: money and shares in tenths of millions, rates in whole percent, per share in cents. */
export function usualForm(unit: FactUnit, rounding: RoundingMode): PrintForm {
  const { quantum, scale } = usualGrid(unit, rounding);
  return { quantum, scale, rounding, unit: "word", about: false, absolute: false, words: false, negative: "minus" };
}

/** The signs of currencies that have one; any other is shown by its code. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["USD", "$"],
  ["EUR", "€"],
  ["GBP", "£"],
  ["JPY", "¥"],
]);

/** What stands before an amount: "$", or a code and a space. */
export const currencySign = (currency: string): string => SIGNS.get(currency) ?? `${currency} `;

/** The scale words that figures are printed with, by their power of ten. */
const SCALE_WORDS: ReadonlyMap<number, string> = new Map([
  [3, "thousand"],
  [6, "million"],
  [9, "billion"],
  [12, "trillion"],
]);

/**
 * A fact in its form, rounded once from its exact value. What rounds to zero is a dash where the number stands alone, as in a cell, and a zero where a unit stands
 * beside it; a fact without a number prints as "NM" or as nothing.
 */
export function printFigure(fact: Pick<Fact, "value" | "unit" | "currency">, form: PrintForm): PrintedFigure {
  const asked = form.absolute && typeof fact.value !== "string" ? absolute(fact.value) : fact.value;
  const printed = roundForPrint(asked, form);
  const { kind, value } = printed;
  if (value === undefined || (kind === "dash" && form.unit === "bare" && !form.words))
    return { text: printed.text, from: 0, to: 0, kind, value };
  const isNegative = sign(value) < 0;
  const digits = form.words ? "" : grouped(unsigned(printed.text, kind, form.quantum));
  const number = form.words ? numberInWords(absolute(inUnit(value, form.scale))) : digits;
  const { before, behind } = unitAround(fact, form, isOne(value, form.scale));
  const isHedged = form.about && typeof asked !== "string" && !equal(asked, value);
  const hedge = isHedged ? "approximately " : "";
  const [open, close] = !isNegative ? ["", ""] : form.negative === "brackets" ? ["(", ")"] : ["", ""];
  const minus = isNegative && form.negative === "minus" ? (form.words ? "minus " : MINUS) : "";
  const head = `${hedge}${minus}${before}${open}`;
  const from = head.length;
  return {
    text: `${head}${number}${close}${behind}`,
    from: digits === "" ? 0 : from,
    to: digits === "" ? 0 : from + digits.length,
    kind,
    value,
  };
}

/** The number in the printed unit: 371.2 of millions. */
export const inUnit = (value: Rational, scale: number): Rational =>
  scale >= 0 ? rational(value.n, value.d * 10n ** BigInt(scale)) : rational(value.n * 10n ** BigInt(-scale), value.d);

const isOne = (value: Rational, scale: number): boolean => equal(absolute(inUnit(value, scale)), ONE);

/** The digits without a sign; a printed zero has the decimals of its grid. */
function unsigned(text: string, kind: Printed["kind"], quantum: Rational): string {
  if (kind !== "dash") return text.replace(/^[-\u2212]/, "");
  const step = roundForPrint(quantum, { quantum, scale: 0, rounding: "halfExpand" }).text;
  return step.replace(/\d/g, "0").replace(/^0+(?=0)/, "");
}

interface Around {
  readonly before: string;
  readonly behind: string;
}

const LETTERS: Readonly<Record<number, string>> = { 3: "K", 6: "M", 9: "B", 12: "T" };

/** What shows the unit before and behind the number. */
function unitAround(fact: Pick<Fact, "unit" | "currency">, form: PrintForm, isOne: boolean): Around {
  const { unit, scale } = form;
  if (unit === "bare") return { before: "", behind: "" };
  const word = unit === "word";
  const scaled = word ? spaced(SCALE_WORDS.get(scale)) : (LETTERS[scale] ?? "");
  switch (fact.unit) {
    case "money":
    case "per-share":
      return { before: currencySign(fact.currency ?? ""), behind: scaled };
    case "shares":
    case "count":
      return { before: "", behind: scaled };
    case "ratio":
      if (scale !== -2) return { before: "", behind: word ? (isOne ? " time" : " times") : "x" };
      return { before: "", behind: word ? " percent" : "%" };
    case "points":
      return {
        before: "",
        behind: word ? (isOne ? " percentage point" : " percentage points") : isOne ? " pt" : " pts",
      };
    case "basis-points":
      return { before: "", behind: word ? (isOne ? " basis point" : " basis points") : isOne ? " bp" : " bps" };
  }
}

const spaced = (word: string | undefined): string => (word === undefined ? "" : ` ${word}`);
