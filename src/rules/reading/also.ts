import type { Place } from "../../finding.ts";
import { lineAndColumn, lines } from "../../text/place.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import type { Disclosure } from "./disclosure.ts";
import { at } from "./placed.ts";

/** So many further lines are named; of more only the number is told. */
const NAMED = 24;

/** The line table of a release is made once, however many findings name lines of it. */
const tableOf = remembered(({ source }: Disclosure) => lines(source));

/** The line of a place in the source, from 1. */
export const lineOf = (disclosure: Disclosure, { start }: { readonly start: number }): number =>
  lineAndColumn(tableOf(disclosure), start).line;

/** Where something is said to stand; of some places only the beginning is known. */
interface Further {
  readonly start: number;
  readonly end?: number;
}

/** What has been told of further places of one release, by the place of the first. */
const toldOf = remembered((_: Disclosure) => new Map<number, { readonly lines: string; readonly places: Place[] }[]>());

/**
 * The further places of a fault that a message names by their lines, in the order of the source, and with them those that stand in the line of the first,
 * of which no message tells: a mark that accepts the finding is to know all of them.
 */
export function furtherPlaces(disclosure: Disclosure, { start, message, places = [] }: Found): readonly Place[] {
  const told = (toldOf(disclosure).get(start) ?? []).filter(({ lines }) => message.includes(lines));
  const all = [...places, ...told.flatMap((one) => one.places)].filter((place) => place.start !== start);
  const byStart = new Map(all.map((place) => [place.start, place]));
  return [...byStart.values()].toSorted((a, b) => a.start - b.start);
}

/** For `reduce`: of the findings of a fault the first alone, which knows the places of the others; no message tells of them. */
export const intoFirst = ([first]: readonly Found[], found: Found): readonly Found[] =>
  first === undefined ? [found] : [{ ...first, places: [...(first.places ?? []), at(found)] }];

function keepTold(disclosure: Disclosure, { start }: Further, others: readonly Further[], lines: string): void {
  const known = toldOf(disclosure);
  const places = others.map((other): Place => ({ start: other.start, end: other.end ?? other.start + 1 }));
  const list = known.get(start);
  if (list === undefined) known.set(start, [{ lines, places }]);
  else list.push({ lines, places });
}

/**
 * A sentence, with a space before it, that names the lines where the same fault stands again: " It stands so in line 50 and
 * line 71 as well." Empty where all other places lie in the line of the first. `start` is a place in the source, in UTF-16
 * code units; the others may come in any order.
 */
export function alsoIn(disclosure: Disclosure, first: Further, others: readonly Further[]): string {
  const told = linesTold(disclosure, first, others);
  return told === "" ? "" : ` It stands so in ${told} as well.`;
}

/** The lines of other places than the first, in words: "line 50 and line 71"; empty where all lie in the line of the first. */
export function linesTold(disclosure: Disclosure, first: Further, others: readonly Further[]): string {
  if (others.length === 0) return "";
  const own = lineOf(disclosure, first);
  const all = [...new Set(others.map((other) => lineOf(disclosure, other)))]
    .filter((line) => line !== own)
    .toSorted((a, b) => a - b);
  const named = all.slice(0, NAMED).map((line) => `line ${line}`);
  const told = listed([...named, ...(all.length > NAMED ? [`${all.length - NAMED} more`] : [])]);
  keepTold(disclosure, first, others, told);
  return told;
}

/** "a, b and c". */
export const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;

/**
 * One finding for a fault that stands in several places: at the first of them, in the words that are said of it, with the lines
 * of the others. None where there is no place. `start` and `end` are places in the source, in UTF-16 code units.
 */
export function toldOnce<T extends { readonly start: number; readonly end: number }>(
  disclosure: Disclosure,
  [first, ...others]: readonly T[],
  saidOf: (first: T) => Pick<Found, "message" | "remedy" | "figures">,
): readonly Found[] {
  if (first === undefined) return [];
  const said = saidOf(first);
  return [{ ...at(first), ...said, message: `${said.message}${alsoIn(disclosure, first, others)}` }];
}

/**
 * One finding for a fault of several measures: as `toldOnce` for the first of them, and of the others a sentence that names each with its lines:
 * ' So it is with "Adjusted EBITDA" in line 13, and with "Adjusted gross profit" in line 20 and line 31.'
 */
export function toldOnceOfAll<T extends { readonly start: number; readonly end: number }>(
  disclosure: Disclosure,
  all: readonly T[],
  measureOf: (one: T) => string,
  nameOf: (one: T) => string,
  saidOf: (first: T) => Pick<Found, "message" | "remedy" | "figures">,
): readonly Found[] {
  const [own] = all;
  if (own === undefined) return [];
  const first = measureOf(own);
  const alike = all.filter((one) => measureOf(one) === first);
  const more = alsoWith(disclosure, all, measureOf, nameOf);
  return toldOnce(disclosure, alike, saidOf).map((found) => ({ ...found, message: `${found.message}${more}` }));
}

/** That sentence alone, with a space before it, of the measures other than that of the first place; empty where there are none. */
export function alsoWith<T extends Further>(
  disclosure: Disclosure,
  all: readonly T[],
  measureOf: (one: T) => string,
  nameOf: (one: T) => string,
): string {
  const [own, ...others] = [...new Set(all.map(measureOf))].map((measure) =>
    all.filter((one) => measureOf(one) === measure),
  );
  const told = others.flatMap((group) => {
    const lines = linesTold(disclosure, own![0]!, group);
    return lines === "" ? [] : [`with ${nameOf(group[0]!)} in ${lines}`];
  });
  return told.length === 0 ? "" : ` So it is ${told.join(", and ")}.`;
}
