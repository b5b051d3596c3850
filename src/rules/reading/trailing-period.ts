import { anyCase, type Pattern, says } from "../pattern.ts";
import { remembered } from "../remembered.ts";
import type { Mention } from "./mention.ts";

/** The twelve months up to the end of a quarter, which no statement of the quarter is of. */
export const TRAILING: Pattern = anyCase(
  /\b(?:ltm|ttm|(?:last|trailing|past|rolling)[- ](?:twelve|12|four|4)[- ](?:months?|quarters?))\b/,
);
const BEFORE = 30;

/** Whether a measure is told of such months first, by words before its name or around its first figure. */
export const isOfTrailing: (m: Mention) => boolean = remembered(({ sentence, from, said, figures }: Mention) => {
  const second = figures[1] === undefined ? -1 : said.indexOf(figures[1].text);
  const first = second < 0 ? said : said.slice(0, second);
  return says(TRAILING, `${sentence.slice(Math.max(0, from - BEFORE), from)}${first}`);
});
