import type { Anchor } from "./anchor.ts";
import { fold, foldPrint, holdsInOrder, holdsWords, withoutNumbers } from "./fold.ts";

/** A figure as a person names it. What is left out is not asked for; the print always is. */
export interface Sought {
  readonly print: string;
  /** All of its labels, or the last of them. */
  readonly label?: string;
  /** Words of the heads of its column, in order. */
  readonly column?: string;
  /** Words of the caption of its table, in order. */
  readonly table?: string;
  /** Words of its sentence; those that stand right beside it, where "\u2026" (or "...") holds its place. */
  readonly sentence?: string;
  readonly period?: string;
  /** Which of several that all this fits, in reading order, and how many there were when it was written. */
  readonly nth?: { readonly at: number; readonly of: number };
}

/**
 * found: one figure has this print and all the words. several: more than one has. changed: the words fit figures that print
 * something else. elsewhere: the print is there, the words fit nothing.
 */
export type Found =
  | { readonly kind: "found"; readonly figure: number }
  | { readonly kind: "several" | "changed" | "elsewhere"; readonly figures: readonly number[] }
  | { readonly kind: "none" };

/** The figures of a document by the names that people give them. */
export interface AnchorIndex {
  readonly anchors: readonly Anchor[];
  readonly folded: readonly Folded[];
  readonly byPrint: ReadonlyMap<string, readonly number[]>;
  /** By the last of their labels, folded. */
  readonly byLabel: ReadonlyMap<string, readonly number[]>;
}

interface Folded {
  readonly print: string;
  readonly label: string;
  readonly column: string;
  readonly table: string;
  readonly before: string;
  readonly behind: string;
}

const ELLIPSIS = /\u2026|\.{3}/;

export function anchorIndex(anchors: readonly Anchor[]): AnchorIndex {
  const cache = new Map<string, string>();
  const once = (text: string): string => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const folded = fold(text);
    cache.set(text, folded);
    return folded;
  };
  const folded = anchors.map((a): Folded => {
    const [before, behind] = beside(a.sentence);
    const label = a.label.split(" / ").map(once).join(" / ");
    return { print: foldPrint(a.print), label, column: once(a.column), table: once(a.table), before, behind };
  });
  const byPrint = new Map<string, number[]>();
  const byLabel = new Map<string, number[]>();
  folded.forEach(({ print, label }, i) => {
    for (const key of new Set([print, withoutCurrency(print)])) listed(byPrint, key).push(i);
    listed(byLabel, lastOf(label)).push(i);
  });
  return { anchors, folded, byPrint, byLabel };
}

function listed(map: Map<string, number[]>, key: string): number[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const list: number[] = [];
  map.set(key, list);
  return list;
}

function lastOf(label: string): string {
  const at = label.lastIndexOf(" / ");
  return at < 0 ? label : label.slice(at + 3);
}

/** The folded words before and behind the place of the figure. */
function beside(sentence: string): readonly [string, string] {
  const [before = "", behind = ""] = sentence.split(ELLIPSIS);
  return [withoutNumbers(fold(before)), withoutNumbers(fold(behind))];
}

const CURRENCY = /^(\(?-?)(?:(?:US|C|CA|A|AU|NZ|HK|S|NT)?\$|[\u20ac\u00a3\u00a5\u20a9\u20b9])/;

/** A column may print its currency sign in its first row alone, so a print that names none fits one that does. */
const withoutCurrency = (print: string): string => print.replace(CURRENCY, "$1");

/** Whether the two stand for the same characters on the page. */
export const samePrint = (sought: string, print: string): boolean => {
  const a = foldPrint(sought);
  const b = foldPrint(print);
  return a === b || a === withoutCurrency(b);
};

/** The figure of a document that is meant. */
export function find(index: AnchorIndex, sought: Sought): Found {
  const wanted = wantedOf(sought);
  const printed = index.byPrint.get(foldPrint(sought.print)) ?? [];
  const hits = printed.filter((i) => fits(index, i, wanted, sought));
  const { nth } = sought;
  if (nth !== undefined) {
    const at = hits.length === nth.of ? hits[nth.at - 1] : undefined;
    if (at !== undefined) return { kind: "found", figure: at };
  } else if (hits.length === 1) return { kind: "found", figure: hits[0]! };
  if (hits.length > 0) return { kind: "several", figures: hits };
  const near = wanted.label === "" ? index.anchors.keys() : (index.byLabel.get(lastOf(wanted.label)) ?? []);
  const named = isNamed(sought) ? [...near].filter((i) => fits(index, i, wanted, sought)) : [];
  if (named.length > 0) return { kind: "changed", figures: named };
  return printed.length > 0 ? { kind: "elsewhere", figures: printed } : { kind: "none" };
}

const isNamed = ({ label, column, table, sentence }: Sought): boolean =>
  [label, column, table, sentence].some((words) => words !== undefined && words !== "");

interface Wanted {
  readonly label: string;
  readonly column: string;
  readonly table: string;
  /** With a place held: the words right before and right behind; without: words anywhere around. */
  readonly sentence: { readonly before: string; readonly behind: string } | { readonly words: string } | undefined;
}

function wantedOf({ label = "", column = "", table = "", sentence = "" }: Sought): Wanted {
  const path = label.split(" / ").map(fold).join(" / ");
  const common = { label: path, column: fold(column), table: fold(table) };
  if (sentence === "") return { ...common, sentence: undefined };
  if (!ELLIPSIS.test(sentence)) return { ...common, sentence: { words: withoutNumbers(fold(sentence)) } };
  const [before, behind] = beside(sentence);
  return { ...common, sentence: { before, behind } };
}

function fits({ folded, anchors }: AnchorIndex, i: number, wanted: Wanted, { period }: Sought): boolean {
  const f = folded[i]!;
  if (wanted.label !== "" && f.label !== wanted.label && !f.label.endsWith(` / ${wanted.label}`)) return false;
  if (wanted.column !== "" && !holdsInOrder(f.column, wanted.column)) return false;
  if (wanted.table !== "" && !holdsInOrder(f.table, wanted.table)) return false;
  if (period !== undefined && anchors[i]!.period !== period) return false;
  if (wanted.sentence === undefined) return true;
  if ("words" in wanted.sentence) return holdsWords(`${f.before} ${f.behind}`, wanted.sentence.words);
  const { before, behind } = wanted.sentence;
  return ` ${f.before}`.endsWith(` ${before}`.trimEnd()) && `${f.behind} `.startsWith(`${behind} `.trimStart());
}

/** The least that names the figure in its own document, with its place among its like where words alone do not. */
export function soughtOf(index: AnchorIndex, figure: number): Sought {
  const { print, label, column, table, sentence } = index.anchors[figure]!;
  const words: Sought = {
    print,
    ...(sentence === "" && label !== "" ? { label } : {}),
    ...(column === "" ? {} : { column }),
    ...(table === "" ? {} : { table }),
    ...(sentence === "" ? {} : { sentence }),
  };
  const found = find(index, words);
  if (found.kind !== "several") return words;
  return { ...words, nth: { at: found.figures.indexOf(figure) + 1, of: found.figures.length } };
}
