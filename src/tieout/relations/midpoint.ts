import { rational } from "../../exact/rational.ts";
import type { NumberToken } from "../lex/token.ts";
import { type PrintedRange, type Ranged, unitOf } from "./printed-range.ts";
import { bitsOfPrint, fits, term } from "./prose-fit.ts";
import type { Form, Relation } from "./relation.ts";
import { type Scene, tokensWithin } from "./scene.ts";

const HALF = rational(1n, 2n);
const HEDGE = `(?:approximately |about |around |roughly )?`;
/** Right before the midpoint: nothing but it can be meant. */
const NAMED = new RegExp(String.raw`\bmid-?point,?(?: of| is| being| equal to|:| at)? ?${HEDGE}$`, "i");
/** Right behind it: it may as well be what something else comes to at the midpoint. */
const BEHIND = /^[\s,(]{0,2}(?:at|as) (?:the|its|our) mid-?point\b/i;
const NEAR = 48;
/** How far behind its range a midpoint may stand. */
const FARTHEST = 200;

/** "$1.20 to $1.30, with a midpoint of $1.25" (T33): the midpoint is half the sum of both ends. */
export function midpoints(ranged: readonly Ranged[], scene: Scene): readonly Relation[] {
  return ranged.flatMap((r) => midpointsOf(r, scene));
}

function midpointsOf({ line, sentence, ranges }: Ranged, scene: Scene): readonly Relation[] {
  const ends = new Set(ranges.flatMap((r) => [r.first.token, r.second.token]));
  let behind = 0;
  return tokensWithin(line, sentence).flatMap((token) => {
    while (behind < ranges.length && ranges[behind]!.second.token.to < token.from) behind++;
    if (token.kind !== "number" || ends.has(token)) return [];
    const figure = scene.figureOf.get(token);
    const place = figure === undefined ? undefined : placeOf(line.text, token);
    if (figure === undefined || place === undefined || scene.figures[figure]!.measured === undefined) return [];
    const range = ranges[behind - 1];
    if (range === undefined || token.from - range.second.token.to > FARTHEST) return [];
    const found = relationOf(range, figure, place, scene);
    return found === undefined ? [] : [found];
  });
}

function placeOf(text: string, { outer }: NumberToken): "named" | "behind" | undefined {
  if (NAMED.test(text.slice(Math.max(0, outer.from - NEAR), outer.from))) return "named";
  return BEHIND.test(text.slice(outer.to, outer.to + NEAR)) ? "behind" : undefined;
}

function relationOf(
  { first, second }: PrintedRange,
  figure: number,
  place: "named" | "behind",
  scene: Scene,
): Relation | undefined {
  const { figures } = scene;
  const [a, b, m] = [figures[first.figure]!, figures[second.figure]!, figures[figure]!];
  if (unitOf(a) !== unitOf(m)) return undefined;
  const form: Form = { kind: "sum", terms: [term(first.figure, HALF), term(second.figure, HALF)], result: figure };
  const held = fits(form, figures);
  if (place === "behind" && !held) return undefined;
  return {
    rule: "T33",
    kind: "midpoint",
    text: `midpoint of ${a.text} and ${b.text}`,
    form,
    strength: place === "named" ? "strong" : "fair",
    evidence: place === "named" ? '"midpoint" right before the figure' : '"at the midpoint" right behind the figure',
    bits: 10 + bitsOfPrint(m),
    allowance: 0,
  };
}
