/** A stretch of a file that the carried one has otherwise: UTF-16 code units of the earlier file, and what stands there now. */
export interface CarryChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What was done at a place, or is to be done there by the writer. */
export interface CarryNote {
  /** "moved" was done; "marked" carries a mark that the build refuses; "look" has none; "left-out" is not in the carried file. */
  readonly kind: "moved" | "marked" | "look" | "left-out";
  /** An offset of the earlier file. */
  readonly at: number;
  /** "2006-9M is 2006-FY now"; "a quotation: "Our quarter ..."". */
  readonly words: string;
}

export interface CarryWork {
  readonly changes: readonly CarryChange[];
  readonly notes: readonly CarryNote[];
}

export const NO_WORK: CarryWork = { changes: [], notes: [] };

export const worksOf = (works: readonly CarryWork[]): CarryWork => ({
  changes: works.flatMap((work) => work.changes),
  notes: works.flatMap((work) => work.notes),
});

/** In the order of the file; of two that meet in one stretch the first stays. */
function ordered(changes: readonly CarryChange[]): readonly CarryChange[] {
  const sorted = changes.map((change, i) => ({ change, i }));
  sorted.sort((a, b) => a.change.start - b.change.start || a.change.end - b.change.end || a.i - b.i);
  let last = 0;
  return sorted.flatMap(({ change }) => {
    if (change.start < last) return [];
    last = change.end;
    return [change];
  });
}

/** The text with its changes, and no other character than before outside of them; and where an offset of the earlier text stands in it. */
export function changed(
  text: string,
  changes: readonly CarryChange[],
): { readonly text: string; readonly placeOf: (offset: number) => number } {
  const all = ordered(changes);
  // How far what stands behind each change is shifted by all up to it.
  const shifts: number[] = [];
  let made = "";
  let last = 0;
  for (const { start, end, text: now } of all) {
    made += text.slice(last, start) + now;
    last = end;
    shifts.push((shifts.at(-1) ?? 0) + now.length - (end - start));
  }
  const placeOf = (offset: number): number => {
    const before = countBefore(all, offset);
    const change = all[before - 1];
    // What stood in a stretch that is another now has the place of its start.
    if (change !== undefined && change.end > offset) return change.start + (shifts[before - 2] ?? 0);
    return offset + (shifts[before - 1] ?? 0);
  };
  return { text: made + text.slice(last), placeOf };
}

/** How many of the changes start before an offset. */
function countBefore(changes: readonly CarryChange[], offset: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
