import type { Printed } from "../../text/printed.ts";
import { joinLines } from "./text-fold.ts";
import { leadsOn } from "./text-head.ts";
import { isLower } from "./text-line.ts";

/** A line of words that may be the label of a row. */
export interface Title {
  readonly text: Printed;
  readonly line: number;
  /** Whether a blank line stands above. */
  readonly first: boolean;
  /** Whether it runs over several lines: then a blank line may stand beside its values only. */
  readonly long: boolean;
}

/** A label of a table, or a head of one of its sections, which takes no values. */
export interface RowTitle extends Title {
  readonly row: boolean;
}

/** Which titles are rows; an undefined one stands for a total without a label. */
export type RowTitles = readonly (RowTitle | undefined)[];

const MOST_TITLES = 160;

/**
 * Finds the labels of rows that come in groups of these lengths. They must be exactly as many, and where a group ends a blank line or a
 * head must stand between the labels. A line that ends with a colon is a head; one in capitals above the others of its block is a
 * head or a row, as the count has it, and where the count leaves a choice there is no answer.
 */
export function rowTitles(titles: readonly Title[], groups: readonly number[]): RowTitles | undefined {
  const stretches = stretchesOf(titles);
  for (const guess of GUESSES) {
    const found = new Map<string, RowTitles>();
    for (const stretch of stretches)
      for (const start of startsOf(stretch, groups, guess)) {
        const rows = namedRows(stretch.titles.slice(start), groups, guess);
        if (rows === undefined || (guess.weak && !headsEach(rows, groups))) continue;
        const key = rows.map((title) => (title?.row === false ? "" : `${title?.line},`)).join("");
        if (!found.has(key)) found.set(key, rows);
      }
    if (found.size > 0) return found.size === 1 ? [...found.values()][0] : undefined;
  }
  return undefined;
}

/** What else than heads in capitals is tried, one after the other: a total without a label, then heads set like labels. */
interface Guess {
  readonly open: boolean;
  readonly weak: boolean;
}

const GUESSES: readonly Guess[] = [
  { open: false, weak: false },
  { open: true, weak: false },
  { open: false, weak: true },
];

const MOST_NAMES = 4;
/** Groups of fewer rows do not show that heads set like labels stand above them. */
const LEAST_GROUP = 3;

/** Where the labels may start: the name of the company and of the statement stand in blocks of their own above them. */
function startsOf({ titles, captioned }: Stretch, groups: readonly number[], { weak }: Guess): number[] {
  if (weak) return captioned && groups.length > 1 && groups.every((group) => group >= LEAST_GROUP) ? [0] : [];
  const starts = [0];
  const rows = groups.reduce((sum, group) => sum + group, 0);
  if (groups.length > 1 && rows >= 2 * groups.length)
    for (let i = 1; i <= MOST_NAMES && i < titles.length; i++) if (titles[i]!.first) starts.push(i);
  return starts;
}

/** Whether one head stands above each group, and none elsewhere. */
function headsEach(rows: RowTitles, groups: readonly number[]): boolean {
  let at = 0;
  for (const group of groups) {
    if (rows[at]?.row !== false) return false;
    at += group + 1;
  }
  return at === rows.length && rows.filter((title) => title?.row === false).length === groups.length;
}

interface Stretch {
  readonly titles: readonly Title[];
  /** Whether it follows a caption, so that no title of the table is in it. */
  readonly captioned: boolean;
}

/** The titles between captions such as "(in millions)" and notes such as "*Unaudited". */
function stretchesOf(titles: readonly Title[]): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Title[] = [];
  let captioned = false;
  const flush = (): void => {
    if (open.length > 1 && open.length <= MOST_TITLES) stretches.push({ titles: open, captioned });
    open = [];
  };
  for (const title of titles) {
    const caption = isCaption(title.text.text) || isIntroduction(title.text.text);
    if (!caption && !isNote(title.text.text)) open.push(title);
    else {
      flush();
      captioned = caption;
    }
  }
  flush();
  return stretches;
}

/** "*Unaudited", "(1) Relates to ...": a note below a table. */
const isNote = (text: string): boolean => text.startsWith("*") || (/^\([1-9]\) /.test(text) && !text.endsWith(":"));

/** "The following table shows ...:" is the end of what stands above a table. */
const isIntroduction = (text: string): boolean => text.endsWith(":") && /\bfollowing\b/i.test(text.slice(0, 200));

/** Whether the bracket at the start of a text is closed at its end. */
export function isCaption(text: string): boolean {
  if (text.length > 120 || !text.startsWith("(") || !text.endsWith(")")) return false;
  return text.indexOf(")") === text.length - 1;
}

/** Joins titles that run over two lines and more, as `rowTitles` wants them. */
export function joinTitles(titles: readonly Title[]): Title[] {
  const joined: Title[] = [];
  for (const title of titles) {
    const last = joined[joined.length - 1];
    const before = last?.text.text ?? "";
    const small = isLower(title.text.text.charCodeAt(0)) && !title.first && !before.endsWith(":");
    if (last !== undefined && (small || leadsOn(before, before.length)))
      joined[joined.length - 1] = { ...last, text: joinLines([last.text, title.text]), long: true };
    else joined.push(title);
  }
  return joined;
}

type Role = "head" | "either" | "row";

/** What a statement computes is a row, in whatever letters it is set. */
const RESULT = /^(?:TOTAL|NET|GROSS|SUB-?TOTAL)\b|\b(?:BEFORE|ATTRIBUTABLE|TOTAL)\b/;

/** What each title can be. */
function rolesOf(titles: readonly Title[], weak: boolean): Role[] {
  const roles: Role[] = [];
  const totals = totalled(titles);
  for (const [i, { text, first }] of titles.entries()) {
    const top = first || i === 0 || roles[i - 1] !== "row";
    if (text.text.endsWith(":")) roles.push("head");
    else if (totals.has(nameOf(text.text))) roles.push("either");
    else
      roles.push(
        top && (isCapitals(text.text) || (weak && first && titles[i + 1]?.first === false)) ? "either" : "row",
      );
  }
  return roles;
}

/** What the titles name totals of: "operating expenses", where one is "Total operating expenses". A title of that name is likely a head. */
function totalled(titles: readonly Title[]): Set<string> {
  const names = new Set<string>();
  for (const { text } of titles) {
    const total = /^total /.exec(nameOf(text.text));
    if (total !== null) names.add(nameOf(text.text).slice(total[0].length));
  }
  return names;
}

const nameOf = (text: string): string => text.slice(0, 120).toLowerCase();

const isCapitals = (text: string): boolean => text === text.toUpperCase() && !RESULT.test(text.slice(0, 200));

/** The only way to give each row its title: `open` lets one group end with a row that has none, `weak` any label above others be a head. */
function namedRows(titles: readonly Title[], groups: readonly number[], { open, weak }: Guess): RowTitles | undefined {
  const ends = new Set<number>();
  let count = 0;
  for (const group of groups) {
    count += group;
    ends.add(count);
  }
  if (titles.length + (open ? 1 : 0) < count) return undefined;
  return pathOf(titles, rolesOf(titles, weak), ends, count, open);
}

/** A state of the search: titles used, rows named, whether a break stands behind the last row, whether a row went without. */
interface State {
  readonly rows: number;
  readonly broken: boolean;
  readonly left: boolean;
}

interface Step {
  ways: number;
  readonly from: number;
  readonly kind: "head" | "row" | "none";
}

const keyOf = ({ rows, broken, left }: State): number => rows * 4 + (broken ? 2 : 0) + (left ? 1 : 0);
const stateOf = (key: number): State => ({ rows: key >> 2, broken: (key & 2) > 0, left: (key & 1) > 0 });

function pathOf(
  titles: readonly Title[],
  roles: readonly Role[],
  ends: ReadonlySet<number>,
  count: number,
  open: boolean,
): RowTitles | undefined {
  const layers: Map<number, Step>[] = [];
  let layer = new Map<number, Step>([
    [keyOf({ rows: 0, broken: true, left: false }), { ways: 1, from: -1, kind: "none" }],
  ]);
  for (const [i, { first, long }] of titles.entries()) {
    if (open) addOpen(layer, ends, count);
    layers.push(layer);
    const next = new Map<number, Step>();
    for (const [key, { ways }] of layer) {
      const { rows, broken, left } = stateOf(key);
      if (roles[i] !== "row") add(next, { rows, broken: true, left }, ways, key, "head");
      const parted = broken || first || long || titles[i - 1]?.long === true;
      if (roles[i] !== "head" && rows < count && (rows === 0 || parted || !ends.has(rows)))
        add(next, { rows: rows + 1, broken: false, left }, ways, key, "row");
    }
    layer = next;
  }
  if (open) addOpen(layer, ends, count);
  layers.push(layer);
  return walk(titles, layers, count, open);
}

function add(layer: Map<number, Step>, state: State, ways: number, from: number, kind: Step["kind"]): void {
  const known = layer.get(keyOf(state));
  if (known === undefined) layer.set(keyOf(state), { ways, from, kind });
  else known.ways = Math.min(2, known.ways + ways);
}

/** A total without a label: the last row of its group. */
function addOpen(layer: Map<number, Step>, ends: ReadonlySet<number>, count: number): void {
  for (const [key, { ways }] of [...layer]) {
    const { rows, broken, left } = stateOf(key);
    if (left || broken || rows === 0 || rows >= count || !ends.has(rows + 1) || ends.has(rows)) continue;
    add(layer, { rows: rows + 1, broken: false, left: true }, ways, key, "none");
  }
}

/** Goes back from the end, where exactly one way leads there. */
function walk(
  titles: readonly Title[],
  layers: readonly Map<number, Step>[],
  count: number,
  open: boolean,
): RowTitles | undefined {
  const finals = [false, true]
    .map((broken) => keyOf({ rows: count, broken, left: open }))
    .filter((key) => layers[titles.length]!.has(key));
  if (finals.length !== 1 || layers[titles.length]!.get(finals[0]!)!.ways !== 1) return undefined;
  const rows: (RowTitle | undefined)[] = [];
  let key = finals[0]!;
  for (let i = titles.length; i >= 0; ) {
    const step = layers[i]!.get(key)!;
    if (step.from < 0) break;
    if (step.kind === "none") rows.push(undefined);
    else rows.push({ ...titles[--i]!, row: step.kind === "row" });
    key = step.from;
  }
  return rows.reverse();
}
