import { contains, gap, type Interval, intersect, within } from "../../exact/interval.ts";
import { add, compare, divide, multiply, type Rational, ZERO } from "../../exact/rational.ts";
import type { RoundingMode } from "../../exact/rounding.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import { judge } from "../prove/verdict.ts";
import { type Weighed, weightedMean } from "../prove/weighted-mean.ts";
import { printOf, worded, wordedRange } from "../prove/wording.ts";
import { term } from "./prose-fit.ts";
import type { Relation, Trouble, Verdict } from "./relation.ts";
import { reckoned } from "./saying.ts";

/** The growth of a part, and its amount in the period before. Figures by their index. */
export interface Part {
  readonly weight: number;
  readonly rate: number;
  readonly name: string;
}

/** Whether the parts' amounts add to the total on their printed digits. */
export function addUp(parts: readonly Part[], total: number, figures: readonly Figure[]): boolean {
  const terms = parts.map((p) => term(p.weight));
  if (parts.some((p) => p.weight === total || figures[p.weight]!.measured!.value.n <= 0n)) return false;
  const { verdict } = judge({ kind: "sum", terms, result: total }, figures);
  return verdict === "consistent" || verdict === "forced";
}

/**
 * The growth of all parts, each weighed by its amount of the period before, is the growth of the whole (T23). Houses that weigh
 * otherwise (at today's rates, without what was sold since) are a little apart: what cannot be so is held against them only where
 * other columns show that this house does weigh so (`believed`), and the growth is more than a step away.
 */
export function weightedGrowth(
  parts: readonly Part[],
  result: number,
  name: string,
  figures: readonly Figure[],
  options: { readonly believed: boolean } = { believed: false },
): Relation {
  const boxOf = (mode: RoundingMode): Interval | undefined =>
    weightedMean(
      parts.map(
        (p): Weighed => ({ weight: intervalOf(figures[p.weight]!, mode), rate: intervalOf(figures[p.rate]!, mode) }),
      ),
    );
  const interval = boxOf("halfExpand") ?? { low: null, high: null };
  const point = pointOf(parts, figures);
  const verdict = verdictOn(interval, point, result, figures, boxOf("halfEven"));
  const refuted = verdict === "unattainable" && options.believed && isFar(interval, result, figures);
  return reckoned(
    {
      rule: "T23",
      kind: "weighted growth",
      text: `growth of ${parts.map((p) => p.name).join(" and ")}, weighed by the amounts of the period before = ${name}`,
      evidence: "parts that add to their total, and one basis and period of all their growth",
      strength: verdict === "unattainable" && !refuted ? "weak" : "fair",
      figures: [...parts.flatMap((p) => [p.weight, p.rate]), result],
      culprit: result,
    },
    { verdict, computed: { point, interval }, implied: new Map([[result, interval]]) },
    verdict === "attainable" || refuted ? troubleOf(point, interval, result, name, figures, refuted) : undefined,
  );
}

function pointOf(parts: readonly Part[], figures: readonly Figure[]): Rational {
  const value = (figure: number): Rational => figures[figure]!.measured!.value;
  let grown = ZERO;
  let all = ZERO;
  for (const p of parts) {
    grown = add(grown, multiply(value(p.weight), value(p.rate)));
    all = add(all, value(p.weight));
  }
  return divide(grown, all);
}

function verdictOn(
  interval: Interval,
  point: Rational,
  result: number,
  figures: readonly Figure[],
  even: Interval | undefined,
): Verdict {
  const printed = intervalOf(figures[result]!, "halfExpand");
  if (interval.low === null) return "unverifiable";
  if (within(interval, printed)) return "forced";
  if (contains(printed, point)) return "consistent";
  const meets = (a: Interval | undefined, mode: RoundingMode): boolean =>
    a !== undefined && intersect(a, intervalOf(figures[result]!, mode)) !== undefined;
  return meets(interval, "halfExpand") || meets(even, "halfEven") ? "attainable" : "unattainable";
}

/** Whether what the parts give and what is printed are more than a step of the print apart. */
const isFar = (interval: Interval, result: number, figures: readonly Figure[]): boolean =>
  compare(gap(interval, intervalOf(figures[result]!, "halfExpand")), figures[result]!.measured!.quantum) > 0;

/** What holds only by the slack of rounding, or not at all. */
function troubleOf(
  point: Rational,
  interval: Interval,
  result: number,
  name: string,
  figures: readonly Figure[],
  refuted: boolean,
): Trouble {
  const figure = figures[result]!;
  const print = printOf(figure);
  const message =
    `Growth of ${name}: its parts, weighed by the amounts of the period before, give ${worded(point, print)}; ` +
    `${worded(figure.measured!.value, print)} is printed. Unrounded growth that prints so gives ${wordedRange(interval, print)}`;
  return refuted
    ? {
        code: "growth-cannot-be",
        severity: "warning",
        message: `${message}, and the other columns of the table do agree with their parts.`,
        remedy: "Check the growth of the whole and of its parts.",
      }
    : {
        code: "attainable-only",
        severity: "note",
        message: `${message}, so it can be right, by rounding alone.`,
        remedy: "Check it against the unrounded amounts.",
      };
}
