import { type Interval, intersect } from "../../exact/interval.ts";
import type { Figure } from "../figures/figure.ts";
import type { Relation } from "../relations/relation.ts";
import { groupsOf } from "./groups.ts";
import { isBelieved, type Judged, judgeAll } from "./judged.ts";
import { propagate } from "./propagate.ts";
import { rangeOf } from "./range.ts";

/** What all believed relations that hang together with a figure leave for it when its own print is set aside. */
export interface FigureRange {
  /** Undefined where nothing bounds the figure. */
  readonly interval: Interval | undefined;
  /** Whether it is as narrow as can be; else nothing possible is left out, but the true range may be narrower. */
  readonly exact: boolean;
  /** The relations that stop it at either end. */
  readonly boundBy: readonly Judged[];
  /** How many relations were asked: those that hang together with the figure through figures they share. */
  readonly asked: number;
  /** Relations that contradict others among them, whatever this figure is; they were not asked. */
  readonly leftOut: readonly Judged[];
}

/** Coefficients touched; a second or two of work. */
const BUDGET = 3_000_000;
const MOST_LEFT_OUT = 20;

/** The range of one measurement, by its index in the figures. `relations` are all of the document's, as the tie-out lists them. */
export function figureRange(figure: number, relations: readonly Relation[], figures: readonly Figure[]): FigureRange {
  const believed = judgeAll(relations, figures).filter(isBelieved);
  const isOwn = (j: Judged): boolean => j.figures.includes(figure);
  // What cannot hold elsewhere says nothing here; what this figure breaks tells what it should have been.
  const fit = believed.filter((j) => j.judgement.verdict !== "unattainable" || isOwn(j));
  const budget = { left: BUDGET };
  const leftOut: Judged[] = [];
  for (;;) {
    const group = groupsOf(fit.filter((j) => !leftOut.includes(j))).find((g) => g.some(isOwn)) ?? [];
    const { implied, without } = propagate(group, figures);
    const known = implied.get(figure);
    const range = rangeOf({ figure, relations: group, figures, told: without(figure), budget });
    const weakest = range.kind === "contradiction" ? weakestOf(range.among, isOwn) : undefined;
    if (weakest !== undefined && leftOut.length < MOST_LEFT_OUT) {
      leftOut.push(weakest);
      continue;
    }
    const common = { asked: group.length, leftOut };
    if (range.kind !== "range") return { ...common, interval: known, exact: false, boundBy: group.filter(isOwn) };
    const interval = known === undefined ? range.interval : (intersect(range.interval, known) ?? range.interval);
    const isBounded = interval.low !== null || interval.high !== null;
    const boundBy = range.boundBy.length > 0 ? range.boundBy : group.filter(isOwn);
    return { ...common, interval: isBounded ? interval : undefined, exact: true, boundBy };
  }
}

/** Of relations that contradict one another, the one to do without: a relation of other figures first, then the least believed. */
function weakestOf(among: readonly Judged[], isOwn: (j: Judged) => boolean): Judged | undefined {
  const others = among.filter((j) => !isOwn(j));
  const rank = (j: Judged): number => (j.relation.strength === "strong" ? 1_000_000 : 0) + j.relation.bits;
  const from = others.length > 0 ? others : among;
  return from.toSorted((a, b) => rank(a) - rank(b))[0];
}
