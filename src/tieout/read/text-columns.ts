/** A column of values in space-aligned print: where it starts and ends, in characters. */
export interface Column {
  readonly from: number;
  readonly to: number;
}

/**
 * The columns under which values stand: stretches that values cover, cut where hardly any row has one. `extents` are pairs
 * of offsets, `rows` how many rows they come from. A value that sticks out of its column must not weld two columns together.
 */
export function columnsOf(extents: readonly number[], rows: number): Column[] {
  let columns = cut(extents, 0);
  for (let few = 1; few * 12 <= rows && few <= 4; few++) {
    const finer = cut(extents, few);
    if (finer.length > columns.length && isPlain(extents, finer)) columns = finer;
  }
  return columns;
}

/** The stretches that more than `few` of the extents cover. */
function cut(extents: readonly number[], few: number): Column[] {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < extents.length; i += 2) {
    starts.push(extents[i]!);
    ends.push(extents[i + 1]!);
  }
  starts.sort((a, b) => a - b);
  ends.sort((a, b) => a - b);
  const columns: Column[] = [];
  let depth = 0;
  let open = -1;
  for (let s = 0, e = 0; e < ends.length; ) {
    if (s < starts.length && starts[s]! < ends[e]!) {
      depth++;
      if (depth === few + 1) open = starts[s]!;
      s++;
    } else {
      if (depth === few + 1) columns.push({ from: open, to: ends[e]! });
      depth--;
      e++;
    }
  }
  return columns;
}

/** Whether nearly all extents touch one column only. */
function isPlain(extents: readonly number[], columns: readonly Column[]): boolean {
  let torn = 0;
  for (let i = 0; i < extents.length; i += 2) {
    const first = nearest(columns, extents[i]!, extents[i]! + 1);
    const last = nearest(columns, extents[i + 1]! - 1, extents[i + 1]!);
    if (first !== last) torn++;
  }
  return torn * 20 <= extents.length / 2;
}

/** The column that lies nearest to a stretch; the one with the larger overlap where several touch it. */
export function nearest(columns: readonly Column[], from: number, to: number): number {
  let best = 0;
  let bestBy = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < columns.length; c++) {
    const by = Math.min(to, columns[c]!.to) - Math.max(from, columns[c]!.from);
    if (by > bestBy) {
      best = c;
      bestBy = by;
    }
  }
  return best;
}

/** How far two stretches lie apart; 0 where they touch. */
const apart = (a: Column, b: Column): number => Math.max(0, a.from - b.to, b.from - a.to);

/**
 * For each stretch of a head line, the columns it stands over: first and last. A head without columns of its own gives [-1, -1].
 * Each column goes to the nearest stretch, but no farther than a column's width, and evenly to both sides of its middle.
 */
export function spansOf(columns: readonly Column[], stretches: readonly Column[]): (readonly [number, number])[] {
  const spans = stretches.map((): [number, number] => [-1, -1]);
  const pitch = pitchOf(columns);
  for (let c = 0, s = 0; c < columns.length; c++) {
    while (s + 1 < stretches.length && isNearer(columns[c]!, stretches[s + 1]!, stretches[s]!)) s++;
    const stretch = stretches[s];
    if (stretch === undefined || apart(columns[c]!, stretch) > pitch) continue;
    const span = spans[s]!;
    if (span[0] < 0) span[0] = c;
    span[1] = c;
  }
  return spans.map((span, s) => balanced(columns, stretches[s]!, span, pitch));
}

function isNearer(column: Column, a: Column, b: Column): boolean {
  const near = apart(column, a) - apart(column, b);
  if (near !== 0) return near < 0;
  const middle = column.from + column.to;
  return Math.abs(a.from + a.to - middle) < Math.abs(b.from + b.to - middle);
}

function pitchOf(columns: readonly Column[]): number {
  const steps = columns.slice(1).map((c, i) => c.to - columns[i]!.to);
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 12;
}

/** Drops columns from the farther side until the stretch stands about in the middle, or overlaps what is left. */
function balanced(
  columns: readonly Column[],
  stretch: Column,
  span: [number, number],
  pitch: number,
): readonly [number, number] {
  let [first, last] = span;
  while (first >= 0 && first < last) {
    const left = stretch.from - columns[first]!.from;
    const right = columns[last]!.to - stretch.to;
    if (Math.abs(left - right) <= pitch * 0.6) break;
    if (left > right && apart(columns[first]!, stretch) > 0) first++;
    else if (right > left && apart(columns[last]!, stretch) > 0) last--;
    else break;
  }
  return [first, last];
}
