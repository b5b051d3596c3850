import type { Wardrobe } from "./_wardrobe.ts";
import type { Marker } from "./marked-text.ts";
import type { Treatment } from "./safe-markup.ts";

/** An element of the document that is open. */
export interface Open {
  readonly name: string;
  readonly role: Treatment["role"];
  /** What opens and closes it in the page; empty where it is not shown as an element. */
  readonly opening: string;
  readonly closing: string;
  /** Whether nothing in it is shown by its own doing, and by that of whatever it stands in. */
  readonly hides: boolean;
  hidden: boolean;
  /** Whether text in it stands on a dark ground. */
  readonly dark: boolean;
  /** Whether tables in it stand in the middle. */
  readonly centred: boolean;
  /** What the cells of this table wear. */
  readonly cells: string;
}

/**
 * A walk over the tags of one page. Blocks and tables stand in each other as they are written; words that are dressed are painted
 * anew in each of them, so that whatever is closed in the wrong order, what is written comes out well-formed.
 */
export interface Walk {
  readonly out: string[];
  readonly marker: Marker;
  readonly wardrobe: Wardrobe;
  readonly stack: Open[];
  /** How many elements of a name are open. */
  readonly counts: Map<string, number>;
  /** The blocks and parts of tables that are written and not yet closed. */
  readonly containers: string[];
  /** What dresses the text now, from the outside in. */
  painted: readonly Open[];
  isPainted: boolean;
  /** Elements beyond the deepest that are open. */
  buried: number;
  /** What the whole page wears. */
  body: string;
}

export const newWalk = (out: string[], marker: Marker, wardrobe: Wardrobe): Walk => ({
  out,
  marker,
  wardrobe,
  stack: [],
  counts: new Map(),
  containers: [],
  painted: [],
  isPainted: true,
  buried: 0,
  body: "",
});

/** Elements are followed no deeper than this, and written no deeper than the second: browsers end at some five hundred. */
export const DEEPEST = 400;
export const DEEPEST_WRITTEN = 200;
/** So many words that are dressed stand in each other; of more, the innermost. */
const MOST_PAINTED = 12;
/** So many formatting elements go on behind a block in which they were not closed. */
const MOST_GOING_ON = 6;

/** Formatting elements: the end tag ends it alone, whatever is open inside it. */
export const LOOSE: ReadonlySet<string> = new Set("a u b strong big code em font i nobr s small strike tt".split(" "));
const NOT_INTO_TABLES: ReadonlySet<string> = new Set(["sub", "sup", "u", "ins", "s", "strike", "del", "small"]);

export const isOnDark = ({ stack }: Walk): boolean => stack[stack.length - 1]?.dark === true;

export const isHidden = ({ stack }: Walk): boolean => stack[stack.length - 1]?.hidden === true;

export const isScope = ({ name }: Open): boolean =>
  name === "td" || name === "th" || name === "table" || name === "caption";

/** A part of a table that holds no text of its own. */
export const TABLE_PARTS: ReadonlySet<string> = new Set(["table", "colgroup", "thead", "tbody", "tfoot", "tr"]);

export const container = ({ containers }: Walk): string => containers[containers.length - 1] ?? "";

/** The index of the topmost element of one of these names that stands above all scopes; -1 where none does. */
export function topInScope(walk: Walk, ...names: readonly string[]): number {
  if (names.every((name) => (walk.counts.get(name) ?? 0) === 0)) return -1;
  for (let i = walk.stack.length - 1; i >= 0; i--) {
    const open = walk.stack[i]!;
    if (names.includes(open.name)) return i;
    if (isScope(open)) return -1;
  }
  return -1;
}

/** The index of the topmost element of one of these names, however deep; -1 where none is open. */
export function topOf(walk: Walk, ...names: readonly string[]): number {
  if (names.every((name) => (walk.counts.get(name) ?? 0) === 0)) return -1;
  return walk.stack.findLastIndex(({ name }) => names.includes(name));
}

export function push(walk: Walk, open: Omit<Open, "hidden">): void {
  walk.stack.push({ ...open, hidden: open.hides || isHidden(walk) });
  walk.counts.set(open.name, (walk.counts.get(open.name) ?? 0) + 1);
  walk.isPainted = false;
}

/** Writes the opening tag of a block or a part, and closes what dresses words before it. */
export function write(walk: Walk, opening: string, as: string): void {
  unpaint(walk);
  walk.out.push(opening);
  walk.containers.push(as);
}

/** Ends every element from the top of the stack down to this index. Formatting that was not closed in a block goes on behind it. */
export function popThrough(walk: Walk, index: number): void {
  const { stack, out, containers } = walk;
  let goingOn: Open[] = [];
  while (stack.length > index) {
    const open = stack.pop()!;
    walk.counts.set(open.name, walk.counts.get(open.name)! - 1);
    if (open.role === "table" || open.role === "part") goingOn = [];
    else if (LOOSE.has(open.name) && stack.length > index) goingOn.push(open);
    if (open.closing === "" || open.role === "words") continue;
    unpaint(walk);
    out.push(open.closing);
    containers.pop();
  }
  walk.isPainted = false;
  for (const open of goingOn.slice(0, MOST_GOING_ON).reverse()) push(walk, open);
}

/** Ends one element alone. */
export function remove(walk: Walk, index: number): void {
  const [open] = walk.stack.splice(index, 1);
  walk.counts.set(open!.name, walk.counts.get(open!.name)! - 1);
  walk.isPainted = false;
  for (let i = index; i < walk.stack.length; i++) {
    const above = walk.stack[i]!;
    above.hidden = above.hides || walk.stack[i - 1]?.hidden === true;
  }
}

/** Dresses the text that follows as the open elements say. */
export function paint(walk: Walk): void {
  if (walk.isPainted) return;
  walk.isPainted = true;
  const wanted: Open[] = [];
  let isInTable = false;
  for (let i = walk.stack.length - 1; i >= 0 && wanted.length < MOST_PAINTED; i--) {
    const open = walk.stack[i]!;
    if (open.role === "table") isInTable = true;
    if (open.role !== "words" || open.opening === "" || (isInTable && NOT_INTO_TABLES.has(open.name))) continue;
    // "<b><b>" is as bold as "<b>".
    if (wanted[wanted.length - 1]?.opening !== open.opening) wanted.push(open);
  }
  wanted.reverse();
  const { painted } = walk;
  let same = 0;
  while (same < painted.length && painted[same]!.opening === wanted[same]?.opening) same++;
  if (same === painted.length && same === wanted.length) return;
  walk.marker.end();
  for (let i = painted.length - 1; i >= same; i--) walk.out.push(painted[i]!.closing);
  for (let i = same; i < wanted.length; i++) walk.out.push(wanted[i]!.opening);
  walk.painted = wanted;
}

/** Ends all that dresses words and marks figures: a block begins or ends. */
export function unpaint(walk: Walk): void {
  walk.marker.end();
  for (let i = walk.painted.length - 1; i >= 0; i--) walk.out.push(walk.painted[i]!.closing);
  walk.painted = [];
  walk.isPainted = false;
}
