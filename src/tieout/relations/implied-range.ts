import { ONE, rational } from "../../exact/rational.ts";
import { type Ranged, unitOf } from "./printed-range.ts";
import { bitsOfPrint, term } from "./prose-fit.ts";
import type { Relation } from "./relation.ts";
import type { Scene } from "./scene.ts";

const MINUS_ONE = rational(-1n);
const IMPLIES = /\bimpl(?:y|ies|ied|ying)\b/i;
/** Growth, margins and rates of a remainder are no differences. */
const MONEY: ReadonlySet<string> = new Set(["amount", "per-share"]);
const LONGEST = 140;

/**
 * "We expect $400 to $410 million for the year, which implies $100 to $110 million for the fourth quarter" (T35): what has been
 * reported is taken off both ends, so the two ranges are as wide. Houses round what is implied, so a break is a warning.
 */
export function impliedRanges(ranged: readonly Ranged[], { figures }: Scene): readonly Relation[] {
  return ranged.flatMap(({ line, ranges }) =>
    ranges.slice(1).flatMap((part, i): readonly Relation[] => {
      const whole = ranges[i]!;
      const [a, b] = [figures[whole.first.figure]!, figures[part.first.figure]!];
      const between = line.text.slice(whole.second.token.outer.to, part.first.token.outer.from);
      if (!MONEY.has(a.kind) || unitOf(a) !== unitOf(b) || between.length > LONGEST || !IMPLIES.test(between))
        return [];
      const last = figures[part.second.figure]!;
      return [
        {
          rule: "T35",
          kind: "implied remainder",
          text: `${a.text} to ${figures[whole.second.figure]!.text} less what was reported = ${b.text} to ${last.text}`,
          form: {
            kind: "sum",
            terms: [term(whole.first.figure, MINUS_ONE), term(whole.second.figure, ONE), term(part.first.figure, ONE)],
            result: part.second.figure,
          },
          strength: "fair",
          evidence: '"implies" between the two ranges',
          bits: 6 + bitsOfPrint(last),
          allowance: 1,
        },
      ];
    }),
  );
}
