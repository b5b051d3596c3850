import { type Interval, intersect, plus, point, signOf, times } from "../../exact/interval.ts";
import { compare, equal, negate, type Rational, rational, ZERO } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { Form } from "../relations/relation.ts";
import { type Bound, type Bounds, gains, leavesSome, put, type Side, settled } from "./bounds.ts";
import { boxesOf } from "./feasible.ts";
import { type Boxes, impliedIn } from "./implied.ts";
import type { Judged } from "./judged.ts";
import { impliedByWholeSum } from "./sums.ts";

/** How often relations are gone through, so that a circle of ever smaller steps comes to an end. */
const MOST_ROUNDS = 12;
/** A relation of more figures than this takes the others by their prints alone: one pass stays linear in its length. */
const MOST_FIGURES = 24;
/** A bound that rests on more prints than this stays with the figure that it bounds. */
const MOST_RESTS = 60;

const SIDES: readonly Side[] = ["low", "high"];
const MINUS_ONE = rational(-1n);

/** What came of it: `implied` has nothing of figures that nothing bounds. */
export interface Propagated {
  readonly implied: ReadonlyMap<number, Interval>;
  /** What is known of all the others where the print of one figure is set aside. */
  readonly without: (figure: number) => Told;
}

export interface Told {
  /** The prints, narrowed by what other relations say. */
  readonly boxes: Boxes;
  /** The relations that narrow the box of a figure; none where its print is all that is known. */
  readonly reasons: (figure: number) => readonly Judged[];
}

/** A relation among the figures it names, and what it leaves for each of them, in the same order. */
interface Link {
  readonly judged: Judged;
  readonly form: Form;
  readonly figures: readonly number[];
  /** What one that cannot hold says is shown to its own figures, and passed on to nobody. */
  readonly passesOn: boolean;
  readonly left: (Interval | undefined)[];
}

interface State {
  readonly figures: readonly Figure[];
  readonly prints: Boxes;
  readonly bounds: Readonly<Record<Side, Map<number, Bounds<Link>>>>;
  /** The figures for which more was said in this round. */
  readonly gained: Set<number>;
}

/**
 * What the given relations leave for each figure when its own print is set aside, rounding half away from zero, from relation to
 * relation until nothing more is gained. Absent where nothing bounds the figure.
 *
 * The promise is that nothing is left out: every amount that the figure could have beside the prints of the others lies in its
 * interval. No bound of it rests on its own print, not even around a circle of relations (but for the sign, where others are
 * divided by it). Where relations form no circle the interval is exact, up to gains below a thousandth of a step and sums of
 * more than 24 figures; in circles it can be wider than the truth, which `rangeOf` tells on demand.
 */
export function propagate(relations: readonly Judged[], figures: readonly Figure[]): Propagated {
  const links = relations.map(linkOf);
  const namedIn = linksByFigure(links);
  const state: State = {
    figures,
    prints: boxesOf(figures, "halfExpand"),
    bounds: { low: new Map(), high: new Map() },
    gained: new Set(),
  };
  let due: Iterable<Link> = links;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    state.gained.clear();
    for (const link of due) pass(link, state);
    if (state.gained.size === 0) break;
    due = new Set([...state.gained].flatMap((figure) => namedIn.get(figure)!));
  }
  return { implied: together(links), without: (figure) => toldWithout(figure, state) };
}

function linkOf(judged: Judged): Link {
  const { form } = judged.relation;
  const { verdict } = judged.judgement;
  const passesOn = form.kind !== "said" && verdict !== "unattainable" && verdict !== "unverifiable";
  return { judged, form, figures: judged.figures, passesOn, left: judged.figures.map(() => undefined) };
}

function linksByFigure(links: readonly Link[]): ReadonlyMap<number, readonly Link[]> {
  const named = new Map<number, Link[]>();
  for (const link of links)
    for (const figure of link.figures) {
      const list = named.get(figure);
      if (list === undefined) named.set(figure, [link]);
      else list.push(link);
    }
  return named;
}

/** Asks a relation once more about each of its figures, and passes on what it says. */
function pass(link: Link, state: State): void {
  const { form, figures, left } = link;
  const isTold = figures.length <= MOST_FIGURES && figures.some((f) => isBounded(f, state));
  const all = form.kind === "sum" && !isTold ? impliedByWholeSum(form, figures, state.prints) : undefined;
  figures.forEach((figure, k) => {
    const boxes = isTold ? toldBoxes(link, figure, state) : state.prints;
    const one = all === undefined ? leftFor(form, figure, boxes, state.prints) : all[k];
    if (one === undefined) return;
    const before = left[k];
    // Both are true: the later may have had to do without what the earlier rested on.
    left[k] = before === undefined ? one : (intersect(before, one) ?? before);
    if (link.passesOn) for (const side of SIDES) passOn(link, figure, side, one, isTold, state);
  });
}

const isBounded = (figure: number, { bounds }: State): boolean => bounds.low.has(figure) || bounds.high.has(figure);

/** The tightest bound of an end that neither comes from this relation nor rests on the print of the figure that is asked for. */
function boundFor(
  link: Link | undefined,
  asked: number,
  other: number,
  side: Side,
  { bounds }: State,
): Bound<Link> | undefined {
  const known = bounds[side].get(other);
  const isFit = (bound: Bound<Link> | undefined): boolean =>
    bound !== undefined && bound.from !== link && !bound.rests.has(asked);
  return isFit(known?.best) ? known!.best : isFit(known?.second) ? known!.second : undefined;
}

const toldBoxes =
  (link: Link | undefined, asked: number, state: State): Boxes =>
  (other) => {
    const low = boundFor(link, asked, other, "low", state);
    const high = boundFor(link, asked, other, "high", state);
    const print = state.prints(other);
    return { low: low?.end ?? print.low, high: high?.end ?? print.high };
  };

function toldWithout(asked: number, state: State): Told {
  const reasons = (other: number): readonly Judged[] =>
    SIDES.flatMap((side) => boundFor(undefined, asked, other, side, state)?.from.judged ?? []);
  return { boxes: toldBoxes(undefined, asked, state), reasons };
}

/** The prints that what a relation says of one figure rests on. */
function restsOf(link: Link, asked: number, isTold: boolean, state: State): ReadonlySet<number> {
  const rests = new Set<number>();
  for (const other of link.figures) {
    if (other === asked) continue;
    for (const side of SIDES) {
      const bound = isTold ? boundFor(link, asked, other, side, state) : undefined;
      if (bound === undefined) rests.add(other);
      else for (const figure of bound.rests) rests.add(figure);
    }
  }
  return rests;
}

function passOn(link: Link, figure: number, side: Side, one: Interval, isTold: boolean, state: State): void {
  const said = one[side];
  if (said === null) return;
  const { quantum } = state.figures[figure]!.measured!;
  const print = state.prints(figure);
  if (!gains(side, said, print[side], quantum) || intersect(one, print) === undefined) return;
  if (link.figures.length > MOST_RESTS) return;
  const rests = restsOf(link, figure, isTold, state);
  if (rests.size > MOST_RESTS) return;
  const end = settled(side, said, quantum);
  const opposite: Side = side === "low" ? "high" : "low";
  if (!leavesSome(side, end, state.bounds[opposite].get(figure)?.best?.end ?? null)) return;
  const known = state.bounds[side].get(figure) ?? { best: undefined, second: undefined };
  if (!put(known, { end, from: link, rests }, side, quantum)) return;
  state.bounds[side].set(figure, known);
  state.gained.add(figure);
}

/** What a relation leaves for a figure. Of growth over a loss, which houses compute in two ways, only what both ways leave. */
function leftFor(form: Form, figure: number, boxes: Boxes, prints: Boxes): Interval | undefined {
  if (form.kind !== "quotient" || !equal(form.plus, MINUS_ONE)) return impliedIn(form, figure, boxes);
  let base = point(ZERO);
  for (const t of form.denominator) base = plus(base, times(prints(t.figure), t.times));
  if (signOf(base) > 0) return impliedIn(form, figure, boxes);
  if (figure !== form.result) return undefined;
  const one = impliedIn(form, figure, boxes);
  return one === undefined ? undefined : around(one, times(one, MINUS_ONE));
}

/** The smallest interval that holds both. */
function around(a: Interval, b: Interval): Interval {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return { low: null, high: null };
  const isLower = (x: Rational, y: Rational): boolean => compare(x, y) < 0;
  return {
    low: isLower(b.low.at, a.low.at) ? b.low : a.low,
    high: isLower(negate(b.high.at), negate(a.high.at)) ? b.high : a.high,
  };
}

/** What all relations leave for each figure. Those that cannot hold have a say only where they agree with the others, or alone. */
function together(links: readonly Link[]): ReadonlyMap<number, Interval> {
  const implied = new Map<number, Interval>();
  for (const passesOn of [true, false])
    for (const link of links) {
      if (link.passesOn !== passesOn) continue;
      link.figures.forEach((figure, k) => {
        const one = link.left[k];
        if (one === undefined || (one.low === null && one.high === null)) return;
        const before = implied.get(figure);
        implied.set(figure, before === undefined ? one : (intersect(before, one) ?? before));
      });
    }
  return implied;
}
