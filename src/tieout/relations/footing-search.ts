import { type Pattern, scored } from "./footing-score.ts";
import type { Hypothesis, Lanes } from "./lanes.ts";

const LONGEST_RUN = 60;
const LONGEST_TURNED = 24;
const LONGEST_TWICE = 12;
const LONGEST_FREE = 7;
const LONGEST_ASKED = 24;
const ACCEPT = 8;
const ACCEPT_FAILING = 2;

/**
 * Finds what foots, from the top down with a stack of open items: every item may close a run of the items right above it,
 * and then stands for them. A run has a sign for each item; it is believed for the bits its lanes give (a sum that hits a
 * number of ten digits by chance is rare) less the price of its description.
 */
export function searchFootings(lanes: Lanes, direction: "down" | "up"): readonly Hypothesis[] {
  const order = lanes.items.map((_, i) => i);
  if (direction === "up") order.reverse();
  const open: number[] = [];
  const closed = new Set<number>();
  const found: Hypothesis[] = [];
  for (const target of order) {
    const best = bestFor(lanes, open, target, direction, closed, order);
    if (best !== undefined) {
      found.push(best);
      const used = new Set([...best.terms.map((t) => t.item), ...best.skipped]);
      for (let i = open.length - 1; i >= 0 && used.size > 0; i--) if (used.delete(open[i]!)) open.splice(i, 1);
      closed.add(target);
    }
    open.push(target);
  }
  return found;
}

function bestFor(
  lanes: Lanes,
  open: readonly number[],
  target: number,
  direction: "down" | "up",
  closed: ReadonlySet<number>,
  order: readonly number[],
): Hypothesis | undefined {
  let best: Hypothesis | undefined;
  const tried = new Set<string>();
  const consider = (count: number, signs: readonly number[]): void => {
    const items = open.slice(open.length - count);
    const key = signs.join("");
    if (tried.has(key)) return;
    tried.add(key);
    const natural = isNatural(lanes, items[0]!, open.length === count, direction, closed, order);
    const inPrint = direction === "down" ? items : items.toReversed();
    const pattern: Pattern = {
      items: inPrint,
      signs: direction === "down" ? signs : signs.toReversed(),
      target,
      natural,
      direction,
    };
    const h = scored(lanes, pattern);
    if (h !== undefined && accepted(h) && (best === undefined || h.score > best.score)) best = h;
  };
  for (const lane of pivots(lanes, target)) hits(lanes, open, target, lane, consider);
  if (best === undefined && isNamed(lanes.items[target]!)) asked(lanes, open, direction, closed, order, consider);
  return best;
}

function accepted(h: Hypothesis): boolean {
  if (h.score >= ACCEPT) return true;
  const fails = h.lanes.some((l) => l.state === "fails");
  return fails && h.score >= ACCEPT_FAILING && h.skipped.length === 0 && h.direction === "down";
}

/** A run is natural where it starts after a heading, a gap or the total before it, or takes all that is open. */
function isNatural(
  lanes: Lanes,
  first: number,
  all: boolean,
  direction: "down" | "up",
  closed: ReadonlySet<number>,
  order: readonly number[],
): boolean {
  if (all) return true;
  if (direction === "down") return lanes.items[first]!.opens || closed.has(first - 1) || closed.has(first);
  const after = first + 1;
  return after > order.length - 1 || lanes.items[after]!.opens || closed.has(after);
}

const isNamed = (target: Lanes["items"][number]): boolean => target.total || target.result || target.ruleAbove;

/** The runs that print and labels ask for, whether they meet the target or not: one slip may keep them from it. */
function asked(
  lanes: Lanes,
  open: readonly number[],
  direction: "down" | "up",
  closed: ReadonlySet<number>,
  order: readonly number[],
  consider: Consider,
): void {
  if (direction === "up") return;
  const longest = Math.min(open.length, LONGEST_ASKED);
  for (let k = 2; k <= longest; k++) {
    const items = open.slice(open.length - k);
    if (!isNatural(lanes, items[0]!, open.length === k, direction, closed, order)) continue;
    consider(k, plain(k));
    if (items.some((i) => lanes.items[i]!.contra))
      consider(
        k,
        items.map((i) => (lanes.items[i]!.contra ? -1 : 1)),
      );
  }
}

/**
 * The two lanes in which the target says most. A relation that fails in one lane is still seen through the other; where all
 * lanes print the same target, one of them may have been printed in the place of another.
 */
function pivots(lanes: Lanes, target: number): readonly number[] {
  const { values } = lanes.items[target]!;
  let first = -1;
  let second = -1;
  let twin = -1;
  for (let l = 0; l < lanes.count; l++) {
    const v = Math.abs(values[l]!);
    if (!(v > 0)) continue;
    if (first < 0 || v > Math.abs(values[first]!)) [first, second] = [l, first];
    else if (v === Math.abs(values[first]!)) twin = l;
    else if (second < 0 || v > Math.abs(values[second]!)) second = l;
  }
  return [first, second < 0 ? twin : second].filter((l) => l >= 0);
}

type Consider = (count: number, signs: readonly number[]) => void;

/** Every pattern of the families below that meets the target in this lane. */
function hits(lanes: Lanes, open: readonly number[], target: number, lane: number, consider: Consider): void {
  const t = lanes.items[target]!;
  const x = t.values[lane]!;
  const n = Math.min(open.length, LONGEST_RUN);
  const value = new Array<number>(n);
  const quantum = new Array<number>(n);
  const contra = new Array<boolean>(n);
  // Index 0 is the item right beside the target.
  for (let i = 0; i < n; i++) {
    const item = lanes.items[open[open.length - 1 - i]!]!;
    value[i] = item.values[lane] || 0;
    quantum[i] = item.quanta[lane]!;
    contra[i] = item.contra;
  }
  let sum = 0;
  let labelled = 0;
  let slack = t.quanta[lane]!;
  for (let k = 1; k <= n; k++) {
    const v = value[k - 1]!;
    sum += v;
    labelled += contra[k - 1] ? -v : v;
    slack += quantum[k - 1]!;
    if (k < 2) continue;
    if (near(sum, x, slack)) consider(k, plain(k));
    if (labelled !== sum && near(labelled, x, slack))
      consider(
        k,
        bySign(k, (i) => (contra[i] ? -1 : 1)),
      );
    if (k <= LONGEST_TURNED) oneTurn(k, value, sum, x, slack, consider);
    if (k <= LONGEST_TWICE) twoTurns(k, value, sum, x, slack, consider);
    if (k <= LONGEST_FREE) free(k, value, x, slack, consider);
  }
}

const near = (a: number, b: number, slack: number): boolean => 2 * Math.abs(a - b) <= slack;

/** Signs in the order of the print (the item farthest from the target first); `i` counts from the target. */
const bySign = (k: number, sign: (i: number) => number): readonly number[] => {
  const signs = new Array<number>(k);
  for (let i = 0; i < k; i++) signs[k - 1 - i] = sign(i);
  return signs;
};
const plain = (k: number): readonly number[] => new Array<number>(k).fill(1);

/** One item turned, one passed over, or all after the first ones turned. The outermost item always takes part. */
function oneTurn(k: number, value: readonly number[], sum: number, x: number, slack: number, consider: Consider): void {
  let inner = 0;
  for (let j = 0; j < k; j++) {
    const v = value[j]!;
    inner += v;
    if (v === 0) continue;
    if (near(sum - 2 * v, x, slack))
      consider(
        k,
        bySign(k, (i) => (i === j ? -1 : 1)),
      );
    if (j < k - 1 && near(sum - v, x, slack))
      consider(
        k,
        bySign(k, (i) => (i === j ? 0 : 1)),
      );
    if (j > 0 && j < k - 1 && near(sum - 2 * inner, x, slack))
      consider(
        k,
        bySign(k, (i) => (i <= j ? -1 : 1)),
      );
  }
}

function twoTurns(
  k: number,
  value: readonly number[],
  sum: number,
  x: number,
  slack: number,
  consider: Consider,
): void {
  for (let a = 0; a < k; a++)
    for (let b = a + 1; b < k; b++) {
      const va = value[a]!;
      const vb = value[b]!;
      if (va === 0 || vb === 0) continue;
      if (near(sum - 2 * va - 2 * vb, x, slack))
        consider(
          k,
          bySign(k, (i) => (i === a || i === b ? -1 : 1)),
        );
      if (b < k - 1 && near(sum - va - vb, x, slack))
        consider(
          k,
          bySign(k, (i) => (i === a || i === b ? 0 : 1)),
        );
      if (near(sum - 2 * vb - va, x, slack))
        consider(
          k,
          bySign(k, (i) => (i === a ? 0 : i === b ? -1 : 1)),
        );
      if (b < k - 1 && near(sum - 2 * va - vb, x, slack))
        consider(
          k,
          bySign(k, (i) => (i === b ? 0 : i === a ? -1 : 1)),
        );
    }
}

/** Any signs, for short runs. */
function free(k: number, value: readonly number[], x: number, slack: number, consider: Consider): void {
  for (let mask = 1; mask < 1 << k; mask++) {
    let sum = 0;
    for (let i = 0; i < k; i++) sum += (mask >> i) & 1 ? -value[i]! : value[i]!;
    if (near(sum, x, slack))
      consider(
        k,
        bySign(k, (i) => ((mask >> i) & 1 ? -1 : 1)),
      );
  }
}
