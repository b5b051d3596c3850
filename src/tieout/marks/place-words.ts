import type { Place } from "../../finding.ts";
import { fold, withoutNumbers } from "../anchor/fold.ts";
import type { Document } from "../document.ts";
import { readLines } from "../report/excerpt.ts";

/** So many words on either side tell a place from another that says the same. */
const BESIDE = 6;
/** What lies further off than this, in code units, is not looked at. */
const FAR = 200;

const BEGINS = /^[\s\S]*[.!?]["\u201d)]?\s+(?=[\p{Lu}"\u201c(]|$)/u;
const ENDS = /[.!?]["\u201d)]?(?=\s+[\p{Lu}"\u201c(])/u;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What stands at a place, with some words of its sentence on either side of it: what a mark names the place by. */
export function placeWords(document: Pick<Document, "source" | "blocks">): (place: Place) => string {
  const lineAt = readLines(document);
  return ({ start, end }) => {
    const { text, from, to } = lineAt(start, end) ?? { text: document.source, from: start, to: end };
    const before = text.slice(Math.max(0, from - FAR), from).replace(BEGINS, "");
    const behind = text.slice(to, to + FAR);
    const last = ENDS.exec(behind);
    const rest = last === null ? behind : behind.slice(0, last.index + last[0].length);
    const meant = text.slice(from, Math.min(to, from + FAR));
    return oneLine(`${lastWords(before)}${meant}${firstWords(rest)}`);
  };
}

const lastWords = (text: string): string =>
  text
    .split(/(?<=\s)(?=\S)/)
    .slice(-BESIDE)
    .join("");
const firstWords = (text: string): string =>
  text
    .split(/(?<=\s)(?=\S)/)
    .slice(0, BESIDE + 1)
    .join("");

/** The words without what an edit of form changes, and without numbers, which may move from draft to draft. */
export const placeKey = (words: string): string => withoutNumbers(fold(words)).replace(/#(?: #)+/g, "#");

/** Those of the places whose words are not among the ones that are named, each of which stands for one place. */
export function unnamedPlaces(
  places: readonly Place[],
  named: readonly string[],
  wordsOf: (place: Place) => string,
): readonly Place[] {
  const left = new Map<string, number>();
  for (const words of named) left.set(placeKey(words), (left.get(placeKey(words)) ?? 0) + 1);
  return places.filter((place) => {
    const key = placeKey(wordsOf(place));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
