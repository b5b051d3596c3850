import { countDigits } from "./number.ts";
import { small } from "./year.ts";

export interface Fraction {
  readonly to: number;
  readonly digits: bigint;
  readonly places: number;
}

/** How a fraction of the denominator is written as a decimal: times, places. */
const EXACT: ReadonlyMap<number, readonly [number, number]> = new Map([
  [2, [5, 1]],
  [4, [25, 2]],
  [8, [125, 3]],
  [16, [625, 4]],
  [32, [3125, 5]],
]);

/** "1/2" or "3 1/4" at `at`, where it has a finite decimal; undefined for dates, "24/7" and thirds. */
export function readFraction(text: string, at: number): Fraction | undefined {
  const first = countDigits(text, at, 3);
  if (first === 0 || first > 3) return undefined;
  const c = text.charCodeAt(at + first);
  if (c === 47) return proper(text, at, first, 0);
  if (c !== 32 && c !== 45) return undefined;
  const second = at + first + 1;
  const n = countDigits(text, second, 2);
  return n === 1 || n === 2 ? proper(text, second, n, small(text, at, first)) : undefined;
}

function proper(text: string, at: number, n: number, whole: number): Fraction | undefined {
  if (text.charCodeAt(at + n) !== 47) return undefined;
  const m = countDigits(text, at + n + 1, 2);
  if (m < 1 || m > 2) return undefined;
  const to = at + n + 1 + m;
  const c = text.charCodeAt(to);
  if (c === 47 || c === 45) return undefined;
  const numerator = small(text, at, n);
  const denominator = small(text, at + n + 1, m);
  const exact = EXACT.get(denominator);
  if (exact === undefined || numerator >= denominator || numerator % 2 === 0) return undefined;
  const scaled = (whole * denominator + numerator) * exact[0];
  return { to, digits: BigInt(scaled), places: exact[1] };
}
