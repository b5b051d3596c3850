import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import type { Computed } from "./verdict.ts";
import { printOf, worded, wordedRange } from "./wording.ts";

/** What the operands give, alone and as all that prints so, beside what is printed. It is the rest of a sentence. */
export function computedWords({ point, interval }: Computed, result: Figure): string {
  const print = printOf(result);
  const unit = print.unit === "" ? "" : ` (${print.unit})`;
  const given = point === undefined ? "nothing" : worded(point, print);
  return (
    `the operands give ${given}${unit}, and no less and no more than ${wordedRange(interval, print)} once each ` +
    `is taken for all that prints so; ${worded(result.measured!.value, print)} is printed, which stands for ` +
    `${wordedRange(intervalOf(result, "halfExpand"), print)}.`
  );
}

/** The same of a result that the printed digits miss, and rounding allows. */
export function slackWords({ point, interval }: Computed, result: Figure): string {
  const print = printOf(result);
  const given = point === undefined ? "" : `the printed operands give ${worded(point, print)}, `;
  return (
    `${given}${worded(result.measured!.value, print)} is printed. Unrounded amounts that print so give ` +
    `${wordedRange(interval, print)}, so it can be right, by rounding alone.`
  );
}

/** What is wrong with two prints of one fact. */
export const unequalWords = (left: Figure, right: Figure): string =>
  `one place prints ${left.text}, the other ${right.text}, and no amount prints as both.`;
