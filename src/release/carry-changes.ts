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
  let made = "";
  let last = 0;
  for (const { start, end, text: now } of all) {
    made += text.slice(last, start) + now;
    last = end;
  }
  const placeOf = (offset: number): number => {
    let shift = 0;
    for (const { start, end, text: now } of all) {
      if (start >= offset) break;
      // What stood in a stretch that is another now has the place of its start.
      if (end > offset) return start + shift;
      shift += now.length - (end - start);
    }
    return offset + shift;
  };
  return { text: made + text.slice(last), placeOf };
}
