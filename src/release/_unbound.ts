import type { Say } from "../books/said.ts";
import type { Printed } from "../text/printed.ts";
import { COUNTING } from "./number-words.ts";
import { pieceOf, type SourceText } from "./source-text.ts";
import type { Suggest } from "./suggest.ts";
import type { Waivers } from "./waivers.ts";

/** What stands for a binding in the text that is looked through. */
export const BOUND = "\ufffc";

/** What looks through the texts of a release for what no fact stands behind. */
export interface TypedDesk {
  readonly say: Say;
  readonly waivers: Waivers;
  readonly suggest: Suggest;
}

interface Typed {
  readonly code: "figure-unbound" | "number-in-words" | "placeholder";
  readonly from: number;
  readonly to: number;
}

/** Digits with their separators, a leading point, and fractions of one sign. */
const DIGITS = /(?:(?<![\p{L}\p{Nd}])\.)?\p{Nd}(?:[\p{Nd}.,]*\p{Nd})?|[¼-¾⅐-⅞]/gu;
const MOST_DIGITS = 40;

/** What people write where something is still to come: "XX", "TBD", "PENDING", "[confirm]", "___", "●"; a comment of HTML is text here, and would be printed. */
const PLACEHOLDER =
  /\[[^\]]{0,200}\]|<!--|(?<![\p{L}\p{N}])(?:\$?X{2,}(?:[.,]X+)*%?|\$?x{2,}(?:[.,]x+)*%?|TBD|TBA|TBC|TKTK|TK|TODO|FIXME|PENDING)(?![\p{L}\p{N}])|_{2,}|\?{3,}|[●■]/gu;

const WORDS = /\p{L}+(?:-\p{L}+)?/gu;
const UNIT = /^(?:percent|percentage|basis|hundred|thousand|million|billion|dollars|cents|euros|pounds)$/;
/** Stretches of time are the calendar's: "the three months ended". */
const TIME = /^(?:years|quarters|months|weeks|days|hours|minutes|times|thirds|halves|fifths)$/;

/**
 * Tells what stands in a text that is bound to nothing: digits, numbers in words before a unit, and what was to be filled in. Numbers to call and codes are
 * typed by their nature: `mayHaveDigits` looks for what was to be filled in alone.
 */
export function tellUnbound(
  printed: Printed,
  source: SourceText,
  { say, waivers, suggest }: TypedDesk,
  mayHaveDigits = false,
): void {
  const { text } = printed;
  const found = typedIn(text).filter((typed) => !mayHaveDigits || typed.code === "placeholder");
  for (const typed of waivers.left(text, found)) {
    const stands = text.slice(typed.from, typed.to);
    const at = source.at(pieceOf(printed, typed.from, typed.to).start);
    const shown = JSON.stringify(stands.slice(0, MOST_DIGITS));
    if (typed.code === "placeholder")
      say(
        "placeholder",
        at,
        `${shown} stands here, which is still to be filled in.`,
        "Fill it in, or take it out; what is meant to stand so is waived in marks.yaml.",
      );
    else if (typed.code === "figure-unbound")
      say("figure-unbound", at, `${shown} is typed here, and bound to no fact.`, () =>
        suggest(text, typed.from, typed.to),
      );
    else
      say(
        "number-in-words",
        at,
        `${shown} says a figure, and is bound to no fact.`,
        "Bind it, as in {register | words}, or waive it with a reason in marks.yaml.",
        "warning",
      );
  }
}

/** In the order of the text; of two that overlap the first and longer one. */
function typedIn(text: string): readonly Typed[] {
  const found: Typed[] = [
    ...matches(text, PLACEHOLDER, "placeholder"),
    ...matches(text, DIGITS, "figure-unbound"),
    ...numberWords(text),
  ];
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  let last = 0;
  return found.filter((typed) => {
    if (typed.from < last) return false;
    last = typed.to;
    return true;
  });
}

const matches = (text: string, pattern: RegExp, code: Typed["code"]): readonly Typed[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: all }) => ({ code, from: index, to: index + all.length }));

/** "six plants", "three percent": a number from two up with a unit, or with several of something, right behind it. */
function numberWords(text: string): readonly Typed[] {
  const words = [...text.matchAll(WORDS)];
  return words.flatMap(({ index, 0: word }, i) => {
    const next = words[i + 1];
    if (next === undefined || !COUNTING.has(word.toLowerCase())) return [];
    if (!/^[ \u00a0]$/.test(text.slice(index + word.length, next.index))) return [];
    const unit = next[0].toLowerCase();
    const isSeveral = unit.length > 3 && /[^su]s$/.test(unit) && !TIME.test(unit);
    return UNIT.test(unit) || isSeveral
      ? [{ code: "number-in-words" as const, from: index, to: next.index + unit.length }]
      : [];
  });
}
