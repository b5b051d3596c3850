import type { SourcePlace } from "../books/books.ts";
import { negate, ONE, type Rational, sign, subtract, whole, ZERO } from "../exact/rational.ts";
import { minus, over, sumOf as sumOfNumbers, times } from "../ledger/fraction.ts";
import type { NoValue, Operation, Working } from "./fact.ts";

export const isNumber = (value: Rational | NoValue): value is Rational => typeof value !== "string";

const computed = (
  operation: Operation,
  text: string,
  value: Rational | NoValue,
  parts: readonly Working[],
): Working => ({
  kind: "computed",
  text,
  operation,
  value,
  parts,
});

/** No number, for the reason that the text gives. */
export const none = (text: string, value: NoValue = "nil", parts: readonly Working[] = []): Working =>
  computed("none", text, value, parts);

export const constant = (text: string, value: Rational): Working => ({ kind: "constant", text, value });
export const count = (text: string, n: number | bigint): Working => constant(text, whole(n));
export const input = (text: string, value: Rational, place: SourcePlace): Working => ({
  kind: "input",
  text,
  value,
  place,
});

/** The one part under another name. */
export const same = (text: string, part: Working): Working => computed("same", text, part.value, [part]);

/** Parts that are nil add nothing; where all are, the sum is nil. */
export const sum = (text: string, parts: readonly Working[]): Working => computed("sum", text, sumOf(parts), parts);

function sumOf(parts: readonly Working[]): Rational | NoValue {
  if (parts.some((part) => part.value === "not-meaningful")) return "not-meaningful";
  const numbers = parts.map((part) => part.value).filter(isNumber);
  return numbers.length === 0 ? "nil" : sumOfNumbers(numbers);
}

/** The first part less all others; nil takes nothing away. */
export function difference(text: string, parts: readonly Working[]): Working {
  const first = parts[0]?.value ?? "nil";
  const rest = sumOf(parts.slice(1));
  if (first === "not-meaningful" || rest === "not-meaningful")
    return computed("difference", text, "not-meaningful", parts);
  if (first === "nil" && rest === "nil") return computed("difference", text, "nil", parts);
  return computed("difference", text, minus(orZero(first), orZero(rest)), parts);
}

/** The first less the second, where both are there: what could not be reckoned is no amount of zero. */
export const gap = (text: string, a: Working, b: Working): Working =>
  a.value === "nil" || b.value === "nil"
    ? none(`${text}: an amount is not there`, "nil", [a, b])
    : difference(text, [a, b]);

export const orZero = (value: Rational | NoValue): Rational => (isNumber(value) ? value : ZERO);

/** Nil where a part is: a missing factor cannot be one. */
export function product(text: string, parts: readonly Working[]): Working {
  const missing = missingOf(parts);
  const value = missing ?? parts.map((part) => orZero(part.value)).reduce(times, ONE);
  return computed("product", text, value, parts);
}

/** Not meaningful over zero. */
export function quotient(text: string, a: Working, b: Working): Working {
  const parts = [a, b];
  const missing = missingOf(parts);
  if (missing !== undefined) return computed("quotient", text, missing, parts);
  const under = orZero(b.value);
  return computed("quotient", text, sign(under) === 0 ? "not-meaningful" : over(orZero(a.value), under), parts);
}

export function negation(text: string, part: Working): Working {
  return computed("negation", text, isNumber(part.value) ? negate(part.value) : part.value, [part]);
}

const missingOf = (parts: readonly Working[]): NoValue | undefined =>
  parts.some((part) => part.value === "not-meaningful")
    ? "not-meaningful"
    : parts.some((part) => part.value === "nil")
      ? "nil"
      : undefined;

/**
 * `current` over `base` less one (MEA-01). Not meaningful where the base is nil, zero or below zero, where the current amount is below zero, or where the
 * growth lies beyond `cap` (REG-61): a percentage would then mislead. Nil where neither amount is there.
 */
export function growth(text: string, current: Working, base: Working, cap: Rational | undefined): Working {
  const parts = [current, base];
  const because = (why: string): Working => none(`${text}: not meaningful, ${why}`, "not-meaningful", parts);
  if (current.value === "nil" && base.value === "nil") return none(`${text}: neither amount is there`, "nil", parts);
  if (current.value === "not-meaningful" || base.value === "not-meaningful") return because("an amount is not");
  if (base.value === "nil") return because("nothing stands in the base");
  if (sign(base.value) <= 0) return because("the base is not above zero");
  if (sign(orZero(current.value)) < 0) return because("the amount is below zero and its base is not");
  const ratio = over(orZero(current.value), base.value);
  // In lowest terms as the ratio is: what divides both the difference and the denominator would divide the ratio.
  const value = { n: ratio.n - ratio.d, d: ratio.d };
  if (cap !== undefined && sign(subtract(sign(value) < 0 ? negate(value) : value, cap)) > 0)
    return because("it lies beyond the cap of the company");
  return computed("growth", text, value, parts);
}

/** The smallest or the largest of the parts that are there. */
export function extreme(which: "least" | "greatest", text: string, parts: readonly Working[]): Working {
  const numbers = parts.map((part) => part.value).filter(isNumber);
  const better = which === "least" ? -1 : 1;
  const value = numbers.reduce<Rational | NoValue>(
    (best, next) => (best === "nil" || (isNumber(best) && sign(subtract(next, best)) === better) ? next : best),
    "nil",
  );
  return computed(which, text, value, parts);
}
