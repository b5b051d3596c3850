/** Places of equal items in two lists; both ascend. */
export type Match = readonly [number, number];

/** How often a stretch is cut at items that stand once in it: each time costs as much as reading the lists. */
const MOST_ROUNDS = 12;
/** How many items a stretch without such items may differ by; beyond this it is left as unlike. */
const MOST_EDITS = 80;

interface Stretch {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
  readonly round: number;
}

/**
 * What stays the same from one list to another, in order: equal ends first, then items that stand once in both (patience), then
 * the shortest edit (Myers) where it is short. The cost is a small multiple of the length of the lists, whatever they hold. An
 * empty text is equal to nothing.
 */
export function align(before: readonly string[], now: readonly string[]): readonly Match[] {
  const [a, b] = numbered(before, now);
  const matches: Match[] = [];
  const waiting: Stretch[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length, round: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const inner = trimmed(a, b, next, matches);
    if (inner.a === inner.aEnd || inner.b === inner.bEnd) continue;
    const anchors = inner.round < MOST_ROUNDS ? onceInBoth(a, b, inner) : [];
    if (anchors.length === 0) {
      for (const match of shortestEdit(a, b, inner)) matches.push(match);
      continue;
    }
    let fromA = inner.a;
    let fromB = inner.b;
    for (const [x, y] of [...anchors, [inner.aEnd, inner.bEnd] as const]) {
      if (x > fromA && y > fromB) waiting.push({ a: fromA, aEnd: x, b: fromB, bEnd: y, round: inner.round + 1 });
      if (x < inner.aEnd) matches.push([x, y]);
      fromA = x + 1;
      fromB = y + 1;
    }
  }
  return matches.sort((x, y) => x[0] - y[0]);
}

/** The items as numbers, equal where the texts are; those of empty texts are all different. */
function numbered(before: readonly string[], now: readonly string[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  let unlike = 0;
  const of = (text: string): number => {
    if (text === "") return --unlike;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(before, of), Int32Array.from(now, of)];
}

/** Takes what both stretches begin and end with. */
function trimmed(a: Int32Array, b: Int32Array, stretch: Stretch, matches: Match[]): Stretch {
  let { a: x, aEnd, b: y, bEnd } = stretch;
  while (x < aEnd && y < bEnd && a[x] === b[y]) matches.push([x++, y++]);
  while (aEnd > x && bEnd > y && a[aEnd - 1] === b[bEnd - 1]) matches.push([--aEnd, --bEnd]);
  return { a: x, aEnd, b: y, bEnd, round: stretch.round };
}

/** The longest run, ascending in both, of items that stand exactly once in either stretch. */
function onceInBoth(a: Int32Array, b: Int32Array, { a: fromA, aEnd, b: fromB, bEnd }: Stretch): readonly Match[] {
  const places = new Map<number, { countA: number; countB: number; at: number }>();
  for (let i = fromA; i < aEnd; i++) {
    const known = places.get(a[i]!);
    if (known === undefined) places.set(a[i]!, { countA: 1, countB: 0, at: 0 });
    else known.countA++;
  }
  for (let j = fromB; j < bEnd; j++) {
    const known = places.get(b[j]!);
    if (known === undefined) continue;
    known.countB++;
    known.at = j;
  }
  const pairs: Match[] = [];
  for (let i = fromA; i < aEnd; i++) {
    const known = places.get(a[i]!)!;
    if (known.countA === 1 && known.countB === 1) pairs.push([i, known.at]);
  }
  return longestAscending(pairs);
}

/** By patience sorting: the pairs ascend in their first number already. */
function longestAscending(pairs: readonly Match[]): readonly Match[] {
  const tops: number[] = [];
  const below = new Int32Array(pairs.length);
  pairs.forEach(([, at], p) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < at) low = middle + 1;
      else high = middle;
    }
    below[p] = low === 0 ? -1 : tops[low - 1]!;
    tops[low] = p;
  });
  const run: Match[] = [];
  for (let p = tops.at(-1) ?? -1; p >= 0; p = below[p]!) run.push(pairs[p]!);
  return run.reverse();
}

/** Myers' greedy algorithm, given up where the stretches differ by more than a few items. */
function shortestEdit(a: Int32Array, b: Int32Array, { a: fromA, aEnd, b: fromB, bEnd }: Stretch): readonly Match[] {
  const n = aEnd - fromA;
  const m = bEnd - fromB;
  const most = Math.min(n + m, MOST_EDITS);
  const reached = new Int32Array(2 * most + 3);
  const trail: Int32Array[] = [];
  const middle = most + 1;
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reached[middle + k - 1]! < reached[middle + k + 1]!);
      let x = down ? reached[middle + k + 1]! : reached[middle + k - 1]! + 1;
      while (x < n && x - k < m && a[fromA + x] === b[fromB + x - k]) x++;
      reached[middle + k] = x;
      if (x >= n && x - k >= m) return traced(trail, d, n, m, middle).map(([i, j]) => [fromA + i, fromB + j]);
    }
    trail.push(reached.slice());
  }
  return [];
}

/** The equal items on the way back from the end. */
function traced(trail: readonly Int32Array[], edits: number, n: number, m: number, middle: number): readonly Match[] {
  const matches: Match[] = [];
  let x = n;
  let y = m;
  for (let d = edits; d > 0; d--) {
    const before = trail[d - 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && before[middle + k - 1]! < before[middle + k + 1]!);
    const fromX = before[middle + (down ? k + 1 : k - 1)]!;
    const startX = down ? fromX : fromX + 1;
    while (x > startX) matches.push([--x, --y]);
    x = fromX;
    y = fromX - (down ? k + 1 : k - 1);
  }
  while (x > 0 && y > 0) matches.push([--x, --y]);
  return matches;
}
