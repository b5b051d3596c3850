import { bitsOf } from "./bits.ts";
import { identityBits } from "./identities.ts";
import type { Hypothesis, Item, LaneState, Lanes } from "./lanes.ts";
import { isSlip } from "./slip.ts";

export interface Pattern {
  /** Positions in the list of open items are resolved already: these are indices of items, in the order of the print. */
  readonly items: readonly number[];
  /** +1, -1, or 0 for an item passed over. */
  readonly signs: readonly number[];
  readonly target: number;
  readonly natural: boolean;
  readonly direction: "down" | "up";
}

const FAILS = -10.5;

/** Evidence of the lanes less the price of the description. Undefined where too many lanes speak against it. */
export function scored(lanes: Lanes, pattern: Pattern): Hypothesis | undefined {
  const states: LaneState[] = [];
  const seen: number[] = [];
  let bits = 0;
  let fails = 0;
  let holds = 0;
  for (let lane = 0; lane < lanes.count; lane++) {
    const state = laneState(lanes, pattern, lane);
    if (state === undefined) continue;
    // Columns that print the same numbers are one witness, not two.
    const witness = state.state === "nil" || !seen.some((other) => sameLane(lanes, pattern, other, lane));
    states.push(witness ? state : { ...state, bits: 0 });
    if (state.state === "nil") continue;
    if (state.state !== "fails") holds++;
    else if (state.slip || !isTorn(lanes, pattern, lane)) fails++;
    if (!witness) continue;
    seen.push(lane);
    bits += state.bits;
  }
  // Without a lane that holds, one lane alone may speak, where one slip explains that it does not.
  const alone = holds === 0 && fails === 1 && states.some((l) => l.slip);
  if (!alone && (holds === 0 || fails > Math.max(1, Math.floor((fails + holds) / 4)))) return undefined;
  const score = bits - priceOf(lanes, pattern);
  const terms = pattern.items.flatMap((item, i) =>
    pattern.signs[i] === 0 ? [] : [{ item, sign: pattern.signs[i] as 1 | -1 }],
  );
  const skipped = pattern.items.filter((_, i) => pattern.signs[i] === 0);
  return {
    terms,
    target: pattern.target,
    score,
    natural: pattern.natural,
    lanes: states,
    skipped,
    direction: pattern.direction,
  };
}

/** Whether a part is blank in this lane alone, so that a cell was not read or not printed: that it fails says little. */
const isTorn = (lanes: Lanes, p: Pattern, lane: number): boolean =>
  !lanes.across &&
  p.items.some((i, k) => {
    const { values } = lanes.items[i]!;
    return p.signs[k] !== 0 && Number.isNaN(values[lane]!) && values.every((v, l) => l === lane || !Number.isNaN(v));
  });

function sameLane(lanes: Lanes, pattern: Pattern, a: number, b: number): boolean {
  const same = (item: Item): boolean => (item.values[a] || 0) === (item.values[b] || 0);
  return (
    same(lanes.items[pattern.target]!) && pattern.items.every((i, k) => pattern.signs[k] === 0 || same(lanes.items[i]!))
  );
}

function laneState(lanes: Lanes, p: Pattern, lane: number): LaneState | undefined {
  const target = lanes.items[p.target]!;
  const x = target.values[lane]!;
  if (Number.isNaN(x)) return undefined;
  let sum = 0;
  let slack = target.quanta[lane]!;
  let widest = slack;
  let content = Math.abs(x);
  let present = 0;
  for (let i = 0; i < p.items.length; i++) {
    if (p.signs[i] === 0) continue;
    const item = lanes.items[p.items[i]!]!;
    const v = p.signs[i]! * item.values[lane]!;
    if (Number.isNaN(v) || v === 0) continue;
    present++;
    sum += v;
    slack += item.quanta[lane]!;
    widest = Math.max(widest, item.quanta[lane]!);
    // What a sum tells is no more than what its largest part leaves over: 4,711 + 0 = 4,711 tells nothing.
    content = Math.min(content, Math.abs(x - v));
  }
  const rest = x - sum;
  const nil: LaneState = { lane, state: "nil", rest, slip: false, bits: 0 };
  if (present === 0) return x === 0 ? nil : { lane, state: "fails", rest, slip: false, bits: FAILS };
  const size = bitsOf(Math.max(1, Math.floor(content / Math.max(1, widest))));
  const distance = Math.abs(rest);
  if (2 * distance <= slack) {
    // A sum of one part says only that two numbers are equal, which the zeros beside it make trivial.
    if (present < 2 || content === 0) return nil;
    const bits = distance === 0 ? size - 0.3 : distance <= widest ? size - 3.6 : size - 5.6;
    return { lane, state: distance === 0 ? "exact" : "holds", rest, slip: false, bits: Math.max(0, bits) };
  }
  const ways = repairs(lanes, p, lane, rest, slack);
  const slip = ways > 0;
  const raised = slip ? Math.min(6, -9 + size - bitsOf(Math.max(1, Math.floor((40 * (present + 1)) / ways)))) : FAILS;
  return { lane, state: "fails", rest, slip, bits: Math.max(FAILS, raised) };
}

/** Figures of fewer digits stand twice in a row by chance. */
const LEAST_COPIED = 1000;

/** Whether a figure that another column prints as well may have been copied from there in the place of its own. */
const isCopied = (v: number, quantum: number, row: readonly number[]): boolean =>
  Math.abs(v) >= LEAST_COPIED * quantum && row.filter((other) => other === v).length > 1;

/**
 * Parts do stand twice in a row (goodwill at two closes; what was charged in the third quarter alone is charged in nine months
 * too), so of a part what the sum asks for must be of its size as well.
 */
const isLikely = (meant: number, v: number): boolean => meant / v > 1 / MOST_TIMES && meant / v < MOST_TIMES;
const MOST_TIMES = 3;

/** How many of the lane's figures repair the sum by one slip each, within the slack of rounding. */
function repairs(lanes: Lanes, p: Pattern, lane: number, rest: number, slack: number): number {
  const near = Math.min(3, Math.floor(slack / 2));
  const repaired = (item: Item, by: number): boolean => {
    const v = item.values[lane]!;
    if (Number.isNaN(v)) return false;
    const q = Math.max(1, item.quanta[lane]!);
    const meant = v + by;
    const row = neighbours(lanes, p, item, lane);
    if (meant !== 0 && row.some((other) => other !== v && Math.abs(other - meant) * 2 <= slack)) return true;
    for (let e = -near; e <= near; e++) if ((meant + e) % q === 0 && isSlip(v / q, (meant + e) / q)) return true;
    return false;
  };
  const target = lanes.items[p.target]!;
  const copied = !lanes.across && isCopied(target.values[lane]!, target.quanta[lane]!, target.values);
  let ways = copied || repaired(target, -rest) ? 1 : 0;
  for (let i = 0; i < p.items.length; i++) {
    if (p.signs[i] === 0) continue;
    const item = lanes.items[p.items[i]!]!;
    const by = p.signs[i]! * rest;
    const v = item.values[lane]!;
    const copiedPart = !lanes.across && isCopied(v, item.quanta[lane]!, item.values) && isLikely(v + by, v);
    if (copiedPart || repaired(item, by)) ways++;
  }
  return ways;
}

/** The price of saying it: how long the run is, what is turned or passed over, less what label and print say of a total. */
function priceOf(lanes: Lanes, p: Pattern): number {
  const k = p.items.length;
  let price = (bitsOf(k) + 1) * (p.natural ? 0.5 : 1) - (p.natural ? 2.5 : 0);
  let run = false;
  for (let i = 0; i < k; i++) {
    const item = lanes.items[p.items[i]!]!;
    if (p.signs[i] === 0) price += item.memo ? 1.5 : 5;
    else if (p.signs[i] === -1) {
      price += item.contra || run ? 0.7 : 2.5;
      run = true;
      continue;
    }
    run = false;
  }
  const target = lanes.items[p.target]!;
  if (target.total) price -= 4;
  else if (target.result) price -= 3;
  if (target.ruleAbove) price -= 2;
  if (target.bold) price -= 1;
  if (!lanes.across && (target.total || target.result)) price -= identityBits(target.label, labelsOf(lanes, p));
  return p.direction === "up" ? price + 3 : price;
}

const labelsOf = (lanes: Lanes, p: Pattern): readonly string[] =>
  p.items.flatMap((item, i) => (p.signs[i] === 0 ? [] : [lanes.items[item]!.label]));

/** The other figures of the item's printed row, one of which may have been printed in its place. */
function neighbours(lanes: Lanes, p: Pattern, item: Item, lane: number): readonly number[] {
  if (!lanes.across) return item.values;
  return [...p.items, p.target].map((i) => lanes.items[i]!.values[lane]!);
}
