import type { Say } from "../books/said.ts";
import { sign } from "../exact/rational.ts";
import { printFigure } from "./print.ts";
import type { BoundFigure, Inline } from "./release.ts";

const UP =
  "grew|grow|grows|growing|rose|rise|rises|rising|risen|increased|increase|increases|increasing|climbed|climb|gained|gain|advanced|up|higher|widened";
const DOWN =
  "declined|decline|declines|declining|fell|fall|falls|falling|fallen|decreased|decrease|decreases|decreasing|dropped|drop|drops|down|lower|shrank|narrowed";
const BEFORE = new RegExp(`(?<![\\p{L}-])(?:(${UP})|(${DOWN}))(?![\\p{L}-])(?=(?:\\s+[\\p{L}-]+){0,3}\\s*$)`, "iu");
const BEHIND = new RegExp(`^(?:\\s+[\\p{L}-]+)?\\s+(?:(${UP})|(${DOWN}))(?![\\p{L}-])`, "iu");

/** As much of the text beside a figure as speaks of it. */
const AROUND = 60;

/**
 * Tells words of direction that are typed beside a rate of growth or a change which does not go there: what was right in the last quarter. Words that the
 * figure chooses itself cannot be wrong.
 */
export function tellDirections(content: readonly Inline[], say: Say): void {
  content.forEach((inline, i) => {
    if (inline.kind !== "figure" || !/-(?:growth|change)$/.test(inline.figure.fact.measure)) return;
    const before =
      textBefore(content, i)
        .slice(-AROUND)
        .split(/[.;:!?]\s/)
        .at(-1) ?? "";
    const behind = content[i + 1];
    const found =
      directionIn(before, BEFORE) ?? directionIn(behind?.kind === "text" ? behind.text.slice(0, AROUND) : "", BEHIND);
    if (found !== undefined) tellDirection(found, inline.figure, say);
  });
}

/** The words up to whatever is no text, those that a figure chose among them. */
function textBefore(content: readonly Inline[], end: number): string {
  let text = "";
  for (let i = end - 1; i >= 0 && text.length < AROUND; i--) {
    const inline = content[i];
    if (inline?.kind !== "text") break;
    text = `${inline.text}${text}`;
  }
  return text;
}

interface Direction {
  readonly word: string;
  readonly side: 1 | -1;
}

function directionIn(text: string, pattern: RegExp): Direction | undefined {
  const [, up, down] = pattern.exec(text) ?? [];
  const word = up ?? down;
  return word === undefined ? undefined : { word, side: up === undefined ? -1 : 1 };
}

function tellDirection({ word, side }: Direction, figure: BoundFigure, say: Say): void {
  const { fact, form, place, text } = figure;
  const { value } = printFigure(fact, { ...form, absolute: false, words: false });
  if (value === undefined) return;
  const is = sign(value);
  const isTwice = is < 0 && side < 0 && !form.absolute;
  if (is === side && !isTwice) return;
  const what = is === 0 ? "has not moved" : is > 0 ? "has risen" : "has fallen";
  const message = isTwice
    ? `"${word}" stands beside ${text} of "${fact.measure}": the fall is said twice, by the word and by the sign.`
    : `"${word}" stands beside ${text} of "${fact.measure}", which ${what}.`;
  const remedy = `Let the figure choose the word: {word ${fact.measure}: grew, declined, was flat at}; its size alone is then printed.`;
  say("word-contradicts-figure", place, message, remedy);
}
