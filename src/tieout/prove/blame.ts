import type { Figure } from "../figures/figure.ts";
import { groupsOf } from "./groups.ts";
import type { Judged } from "./judged.ts";
import { slipExplains } from "./slips.ts";

/** Broken relations with one cause: the figure that most likely is wrong, and every broken relation it stands in. */
export interface Cause {
  readonly culprit: number;
  /** Whether nothing else is as likely. */
  readonly standsOut: boolean;
  readonly broken: readonly Judged[];
}

/**
 * Shares broken relations out among causes: again and again the figure that most of them name, and fewest sound ones, is
 * taken to be the culprit of all that name it. Where several are as likely, one that a single slip would repair goes first.
 */
export function causesOf(
  broken: readonly Judged[],
  sound: ReadonlyMap<number, number>,
  figures: readonly Figure[],
): readonly Cause[] {
  const causes: Cause[] = [];
  // What shares no figure shares no cause, and a long document has many small groups.
  for (const group of groupsOf(broken)) {
    let left = group;
    while (left.length > 0) {
      const cause = likeliest(left, sound, figures);
      causes.push(cause);
      const told = new Set(cause.broken);
      left = left.filter((j) => !told.has(j));
    }
  }
  return causes;
}

function likeliest(broken: readonly Judged[], sound: ReadonlyMap<number, number>, figures: readonly Figure[]): Cause {
  const naming = namingOf(broken);
  const isExplained = (f: number): boolean =>
    naming.get(f)!.every((j) => slipExplains(j.relation.form, f, figures, []));
  const { culprit, standsOut } = culpritOf(broken, sound, isExplained);
  return { culprit, standsOut, broken: naming.get(culprit)! };
}

function namingOf(broken: readonly Judged[]): ReadonlyMap<number, readonly Judged[]> {
  const naming = new Map<number, Judged[]>();
  for (const j of broken)
    for (const f of j.figures) {
      const list = naming.get(f);
      if (list === undefined) naming.set(f, [j]);
      else list.push(j);
    }
  return naming;
}

/**
 * The figure that most of the relations name and fewest sound ones; of several, one that a single slip would repair, and of
 * those a result before an operand.
 */
export function culpritOf(
  broken: readonly Judged[],
  sound: ReadonlyMap<number, number>,
  isExplained: (figure: number) => boolean,
): { readonly culprit: number; readonly standsOut: boolean } {
  const naming = namingOf(broken);
  // Twice the broken ones less the sound ones, so that the balance stays a whole number.
  const weight = (f: number): number => 2 * naming.get(f)!.length - (sound.get(f) ?? 0);
  let top = Number.NEGATIVE_INFINITY;
  for (const f of naming.keys()) top = Math.max(top, weight(f));
  const tops = [...naming.keys()].filter((f) => weight(f) === top);
  const slips = tops.length > 1 ? tops.filter(isExplained) : tops;
  const among = slips.length > 0 ? slips : tops;
  const results = new Set(broken.map((j) => j.figures.at(-1)!));
  return { culprit: among.find((f) => results.has(f)) ?? among[0]!, standsOut: among.length === 1 };
}
