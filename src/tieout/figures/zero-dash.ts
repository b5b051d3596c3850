import { compare, type Rational } from "../../exact/rational.ts";
import type { Draft } from "./place.ts";

/**
 * A dash is a zero on the grid of its neighbours: the nearest figure of its kind above it in the column, else below it, else
 * in its row. A dash without a kind of its own takes that of its row, or in a row of dashes alone that of the lines per share above and below it.
 */
export function settleDashes(
  drafts: readonly Draft[],
  first: number,
  grid: readonly (readonly (number | undefined)[])[],
): readonly Draft[] {
  const dashes: { readonly index: number; readonly row: number; readonly column: number }[] = [];
  grid.forEach((line, row) => {
    line.forEach((index, column) => {
      if (index !== undefined && isDash(drafts[index - first]!)) dashes.push({ index: index - first, row, column });
    });
  });
  if (dashes.length === 0) return drafts;
  const settled = [...drafts];
  const above = sweep(settled, first, grid, false);
  const below = sweep(settled, first, grid, true);
  for (const { index, row } of dashes) {
    const beside =
      besideOf(drafts, first, grid[row]!, index) ??
      betweenOf(above.get(index)?.get(NEAREST), below.get(index)?.get(NEAREST));
    const dash =
      beside !== undefined && settled[index]!.kind === "amount" ? retyped(settled[index]!, beside) : settled[index]!;
    const step = stepFrom(above.get(index), dash) ?? stepFrom(below.get(index), dash) ?? stepFrom(beside, dash);
    settled[index] = step === undefined ? dash : { ...dash, measured: { ...dash.measured!, quantum: step } };
  }
  return settled;
}

/** The name under which the nearest figure of any kind stands among those by kind. */
const NEAREST = "";

/** What stands above and below where both are per share: a line between them is per share as well. */
const betweenOf = (above: Draft | undefined, below: Draft | undefined): Draft | undefined =>
  above?.kind === "per-share" && below?.kind === "per-share" ? above : undefined;

const isDash = (d: Draft): boolean =>
  d.token.kind === "number" && d.token.written === "dash" && d.measured !== undefined;

/** For each dash, the nearest written figure of each kind in its column, and of all, on the way down or up: by kind. */
function sweep(
  drafts: readonly Draft[],
  first: number,
  grid: readonly (readonly (number | undefined)[])[],
  up: boolean,
): ReadonlyMap<number, ReadonlyMap<string, Draft>> {
  const found = new Map<number, ReadonlyMap<string, Draft>>();
  const last: Map<string, Draft>[] = [];
  for (let i = 0; i < grid.length; i++) {
    const line = grid[up ? grid.length - 1 - i : i]!;
    line.forEach((index, column) => {
      if (index === undefined) return;
      const draft = drafts[index - first]!;
      const seen = last[column];
      if (isDash(draft)) {
        if (seen !== undefined) found.set(index - first, new Map(seen));
      } else if (draft.measured !== undefined) {
        last[column] = (seen ?? new Map<string, Draft>()).set(draft.kind, draft).set(NEAREST, draft);
      }
    });
  }
  return found;
}

function stepFrom(seen: ReadonlyMap<string, Draft> | Draft | undefined, dash: Draft): Rational | undefined {
  const other = seen instanceof Map ? seen.get(dash.kind) : (seen as Draft | undefined);
  return other?.kind === dash.kind ? other?.measured?.quantum : undefined;
}

/** The written figure of the row with the finest grid among those that are no change or share of others. */
function besideOf(
  drafts: readonly Draft[],
  first: number,
  line: readonly (number | undefined)[],
  dash: number,
): Draft | undefined {
  let best: Draft | undefined;
  for (const index of line) {
    if (index === undefined || index - first === dash) continue;
    const draft = drafts[index - first]!;
    if (isDash(draft) || draft.measured === undefined || draft.kind === "percent") continue;
    if (best === undefined || compare(draft.measured.quantum, best.measured!.quantum) < 0) best = draft;
  }
  return best;
}

/** A dash in a row of shares or per-share amounts is such a zero. */
function retyped(dash: Draft, beside: Draft): Draft {
  if (beside.kind === dash.kind || beside.kind === "basis-points" || beside.kind === "percentage-points") return dash;
  return { ...dash, kind: beside.kind, measured: { ...dash.measured!, unit: beside.measured!.unit } };
}
