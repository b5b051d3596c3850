import { compare } from "../../exact/rational.ts";
import type { PrintedRange, Ranged } from "./printed-range.ts";
import type { Relation } from "./relation.ts";
import { broken, doubtful, holding, type Saying } from "./saying.ts";
import type { Scene } from "./scene.ts";

/** Words of what is expected: where none stands, "5 to 3" may tell of something else than a range. */
const EXPECTS = /\b(?:expect|anticipat|project|forecast|guidance|outlook|target|estimat|range)/i;

/**
 * "$1.20 to $1.30", "between 4% and 6%" (T32): the first end is the lower. Of amounts below zero either order is printed, and so it
 * is of decreases ("down 10% to 5%"): nothing is said of those. That the order is right proves no digit, so it ties nothing.
 */
export function rangeOrders(ranged: readonly Ranged[], scene: Scene): readonly Relation[] {
  return ranged.flatMap((r) => r.ranges.flatMap((range) => orderOf(r, range, scene)));
}

function orderOf({ line, sentence }: Ranged, { first, second, cue }: PrintedRange, scene: Scene): readonly Relation[] {
  const [a, b] = [scene.figures[first.figure]!, scene.figures[second.figure]!];
  if (a.measured!.value.n < 0n || b.measured!.value.n < 0n) return [];
  const print = line.text.slice(first.token.outer.from, second.token.outer.to);
  const saying: Saying = {
    rule: "T32",
    kind: "range",
    text: `"${print}" goes from the lower end to the higher`,
    evidence: cue === "plain" ? "two amounts of one unit" : `two amounts of one unit behind "${cue}"`,
    strength: "weak",
    figures: [first.figure, second.figure],
  };
  if (compare(a.measured!.value, b.measured!.value) <= 0) return [holding(saying)];
  if (
    cue === "plain" &&
    !EXPECTS.test(line.text.slice(Math.max(sentence.from, first.token.outer.from - FAR), first.token.outer.from))
  )
    return [];
  const lead = line.text.slice(Math.max(sentence.from, first.token.outer.from - NEAR), first.token.outer.from);
  if (FALLS.test(lead)) return [];
  // A scale that only one end has may be meant for both, and a base of another scale is easily misread.
  const sure = first.token.scale === second.token.scale && first.token.places === second.token.places;
  return [
    (sure ? broken : doubtful)(
      { ...saying, strength: sure ? "strong" : "weak" },
      {
        code: "range-turned-round",
        severity: sure ? "error" : "warning",
        message: `"${print}" is printed as a range, and its first end is the higher.`,
        remedy: "Check both ends: one is wrong, or they changed places.",
      },
    ),
  ];
}

const NEAR = 80;
const FAR = 300;
const FALLS = /\b(?:down|declin|decreas|lower|fall|drop|reduc|negative|loss|decel|contract)/i;
