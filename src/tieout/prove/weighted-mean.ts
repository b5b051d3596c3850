import { between, type End, type Interval, times } from "../../exact/interval.ts";
import { add, compare, divide, multiply, type Rational, rational, ZERO } from "../../exact/rational.ts";

/** One thing that is weighed: every weight lies above zero. */
export interface Weighed {
  readonly weight: Interval;
  readonly rate: Interval;
}

const MINUS_ONE = rational(-1n);

/**
 * All that the mean of rates may be, each taken at any weight of its own interval: sum of weight times rate over sum of weights.
 * Undefined where an end is missing or a weight may be zero. The ends are exact: the mean is greatest where each rate is, and where
 * the weights of the greater rates are high and those of the lesser ones low.
 */
export function weightedMean(all: readonly Weighed[]): Interval | undefined {
  const high = highest(all);
  const low = highest(all.map(({ weight, rate }) => ({ weight, rate: times(rate, MINUS_ONE) })));
  if (high === undefined || low === undefined) return undefined;
  return between(times({ low: null, high: low }, MINUS_ONE).low, high);
}

/** The greatest mean: rates in falling order, and the best of all places to change from high weights to low ones. */
function highest(all: readonly Weighed[]): End | undefined {
  const sorted: { rate: End; light: End; heavy: End }[] = [];
  for (const { weight, rate } of all) {
    if (weight.low === null || weight.high === null || rate.high === null || weight.low.at.n <= 0n) return undefined;
    sorted.push({ rate: rate.high, light: weight.low, heavy: weight.high });
  }
  if (sorted.length === 0) return undefined;
  sorted.sort((a, b) => compare(b.rate.at, a.rate.at));
  let best: Rational | undefined;
  let turn = 0;
  for (let heavy = 0; heavy <= sorted.length; heavy++) {
    const mean = meanOf(sorted.map((s, i) => ({ rate: s.rate.at, weight: i < heavy ? s.heavy.at : s.light.at })));
    if (best !== undefined && compare(mean, best) <= 0) continue;
    best = mean;
    turn = heavy;
  }
  const at = best!;
  // The weight of a rate that is the mean itself changes nothing.
  const isOpen = (s: (typeof sorted)[number], i: number): boolean =>
    s.rate.open || (compare(s.rate.at, at) !== 0 && (i < turn ? s.heavy.open : s.light.open));
  return { at, open: sorted.some(isOpen) };
}

function meanOf(all: readonly { readonly rate: Rational; readonly weight: Rational }[]): Rational {
  let over = ZERO;
  let under = ZERO;
  for (const { rate, weight } of all) {
    over = add(over, multiply(rate, weight));
    under = add(under, weight);
  }
  return divide(over, under);
}
