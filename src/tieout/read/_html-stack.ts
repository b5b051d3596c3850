import type { Paper, Piece } from "./_html-block.ts";
import {
  BOLD,
  BREAK,
  CHILD,
  EDGE,
  ENTITY,
  isSpace,
  PRESERVED,
  RAISED,
  type Runs,
  STRIDE,
  TEXT,
  UNDERLINED,
} from "./_html-ink.ts";
import type { Style } from "./_html-style.ts";
import { type Frame, finish } from "./_html-table.ts";
import * as tag from "./_html-tag.ts";
import { type Look, note, sizedBy, USUAL } from "./_html-type.ts";

/** Beside the bits of a run: nothing inside is shown. */
export const HIDDEN = 128;
/** The level of the heading around, 0 for none. */
export const LEVEL_SHIFT = 8;
export const LEVEL: number = 7 << LEVEL_SHIFT;
/** Printed in bold, by a class too, which tells nothing of what a block is. */
const HEAVY: number = 1 << 11;
export const PRINT: number = BOLD | RAISED | UNDERLINED | PRESERVED;

/** Elements that mark only words are not followed deeper than this, blocks and tables not deeper than the second. */
export const DEEPEST_WORDS = 1000;
const DEEPEST = 3000;

/** An element that is open. */
interface Open {
  code: number;
  /** The state around it, and what it changes. */
  before: number;
  set: number;
  clear: number;
  readonly indentBefore: number;
  readonly sizeBefore: number;
  /** The index of the next element below it on the stack with the same code, and of the nearest special one; -1 for none. */
  readonly sameBelow: number;
  readonly specialBelow: number;
  /** Whether it started a row, a cell or a frame that its end finishes. */
  readonly owns: boolean;
}

/** A walk over one page: the elements that are open, the tables that are open, and where text goes. */
export interface Walk {
  readonly paper: Paper;
  readonly names: tag.Names;
  readonly stack: Open[];
  /** The topmost index on the stack of each code. */
  readonly top: number[];
  topSpecial: number;
  state: number;
  indent: number;
  /** The size of print, in twentieths of a point, and where what is printed has changed. */
  size: number;
  readonly type: number[];
  /** Elements beyond the deepest that are open. */
  buried: number;
  readonly frames: Frame[];
  readonly prose: Runs;
  /** Where text goes now: the prose, the stray text of a table, or a cell. */
  sink: Runs;
  readonly children: (readonly Piece[])[];
  readonly budget: { left: number };
}

/** What the attributes of a tag say. */
export interface Attributes {
  style: Style;
  /** What its classes or its size say of its print besides. */
  look: Look | undefined;
  hidden: boolean;
  columns: number;
  rows: number;
}

const MOST_SPANNED = 4_000_000;

export function newWalk(paper: Paper, names: tag.Names): Walk {
  const prose: Runs = [];
  return {
    paper,
    names,
    stack: [],
    top: [],
    topSpecial: -1,
    state: 0,
    indent: 0,
    size: USUAL,
    type: [],
    buried: 0,
    frames: [],
    prose,
    sink: prose,
    children: [],
    budget: { left: MOST_SPANNED },
  };
}

export const topOf = (walk: Walk, code: number): number => walk.top[code] ?? -1;

/** The index of the element that end tags inside a cell do not reach over. */
export const cellTop = (walk: Walk): number => Math.max(topOf(walk, tag.TD), topOf(walk, tag.TH));

export const scopeTop = (walk: Walk): number =>
  Math.max(cellTop(walk), topOf(walk, tag.TABLE), topOf(walk, tag.CAPTION));

export const frameOf = (walk: Walk): Frame | undefined => walk.frames[walk.frames.length - 1];

export function text(walk: Walk, start: number, end: number): void {
  const { state } = walk;
  if ((state & HIDDEN) !== 0 || start >= end) return;
  const slot = frameOf(walk)?.open;
  if (slot !== undefined && !slot.inked) {
    if (isBlank(walk.paper.source, start, end)) return;
    slot.indent = walk.indent;
    slot.inked = true;
  } else if (slot === undefined && walk.frames.length > 0 && (state & PRESERVED) === 0) {
    // The white space between the tags of a table.
    if (isBlank(walk.paper.source, start, end)) return;
  }
  note(walk.type, start, walk.size, (state & HEAVY) !== 0);
  walk.sink.push((state & PRINT) | TEXT, start, end, 0);
}

function isBlank(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (source.charCodeAt(i) > 32) return false;
  return true;
}

export function entity(walk: Walk, code: number, end: number): void {
  if ((walk.state & HIDDEN) !== 0) return;
  const start = walk.paper.source.lastIndexOf("&", end - 1);
  const slot = frameOf(walk)?.open;
  if (slot !== undefined && !slot.inked) {
    slot.indent = walk.indent;
    slot.inked = !isSpace(code);
  }
  walk.sink.push((walk.state & PRINT) | ENTITY, start, end, code);
}

/** Marks the edge of a block; one that waits for its text already is kept where the new one says less. */
export function edge(walk: Walk, at: number, code: number, opens: boolean): void {
  const { sink, state } = walk;
  if ((state & HIDDEN) !== 0) return;
  const slot = frameOf(walk)?.open;
  if (slot !== undefined && !slot.inked) {
    if (code !== 0) sink.push(EDGE, at, at, code);
    return;
  }
  const last = sink.length - STRIDE;
  const level = code !== 0 ? code : (state & LEVEL) >> LEVEL_SHIFT;
  if (last >= 0 && sink[last] === EDGE && (slot === undefined || last >= slot.start)) {
    if (level !== 0 || !opens) sink[last + 3] = level;
  } else sink.push(EDGE, at, at, level);
}

export function push(
  walk: Walk,
  code: number,
  set: number,
  clear: number,
  style: Style,
  attributes: Attributes,
  owns: boolean,
): void {
  const { stack, state } = walk;
  if (stack.length >= DEEPEST) {
    walk.buried = 1;
    return;
  }
  let sets = set;
  let clears = clear;
  if (style.hidden || attributes.hidden) sets |= HIDDEN;
  if (style.bold === true) sets |= BOLD;
  else if (style.bold === false) clears |= BOLD;
  sets |= (sets & BOLD) === 0 ? 0 : HEAVY;
  clears |= (clears & BOLD) === 0 ? 0 : HEAVY;
  const { look } = attributes;
  if (look?.bold !== undefined && style.bold === undefined) {
    sets = look.bold ? sets | HEAVY : sets & ~HEAVY;
    clears = look.bold ? clears : clears | HEAVY;
  }
  if (style.raised) sets |= RAISED;
  if (style.underlined && code !== tag.A) sets |= UNDERLINED;
  if (style.preserved === true) sets |= PRESERVED;
  else if (style.preserved === false) clears |= PRESERVED;
  stack.push({
    code,
    before: state,
    set: sets,
    clear: clears,
    indentBefore: walk.indent,
    sizeBefore: walk.size,
    sameBelow: topOf(walk, code),
    specialBelow: walk.topSpecial,
    owns,
  });
  while (walk.top.length <= code) walk.top.push(-1);
  walk.top[code] = stack.length - 1;
  if ((walk.names.traits[code]! & tag.SPECIAL) !== 0) walk.topSpecial = stack.length - 1;
  walk.state = (state & ~clears) | sets;
  if (style.indent !== 0) walk.indent += style.indent;
  walk.size = sizedBy(style.size === 0 ? (look?.size ?? 0) : style.size, walk.size);
}

/** Ends a formatting element; what was opened inside it and is still open goes on without it. */
export function closeLoose(walk: Walk, index: number, at: number): void {
  const { stack } = walk;
  if (index === stack.length - 1) {
    popThrough(walk, index, at);
    return;
  }
  const element = stack[index]!;
  walk.top[element.code] = element.sameBelow;
  element.code = tag.DEAD;
  element.set = 0;
  element.clear = 0;
  let state = element.before;
  for (let i = index + 1; i < stack.length; i++) {
    const above = stack[i]!;
    above.before = state;
    state = (state & ~above.clear) | above.set;
  }
  walk.state = state;
}

/** Ends every element from the top of the stack down to this index. */
export function popThrough(walk: Walk, index: number, at: number): void {
  const { stack, names } = walk;
  for (;;) {
    const last = stack[stack.length - 1];
    if (last === undefined || (stack.length - 1 < index && last.code !== tag.DEAD)) return;
    stack.pop();
    if (last.code !== tag.DEAD) {
      walk.top[last.code] = last.sameBelow;
      walk.topSpecial = last.specialBelow;
      if (last.owns) closeCell(walk, last.code);
    }
    walk.state = last.before;
    walk.indent = last.indentBefore;
    walk.size = last.sizeBefore;
    if (last.code === tag.TABLE && last.owns) settle(walk, at);
    else if ((names.traits[last.code]! & tag.BLOCK) !== 0) edge(walk, at, 0, false);
  }
}

function closeCell(walk: Walk, code: number): void {
  const frame = frameOf(walk);
  const slot = frame?.open;
  if (frame === undefined || slot === undefined || (code !== tag.TD && code !== tag.TH)) return;
  slot.end = frame.runs.length;
  if (slot.end > slot.start) frame.cells.push(slot);
  frame.open = undefined;
  walk.sink = frame.stray;
}

/** A table has ended: what it holds goes where the table stood. */
function settle(walk: Walk, at: number): void {
  const frame = walk.frames.pop();
  if (frame === undefined) return;
  const around = frameOf(walk);
  walk.sink = around === undefined ? walk.prose : around.open === undefined ? around.stray : around.runs;
  const finished = finish(walk.paper, frame, around?.open !== undefined);
  if (finished.kind === "pieces") {
    walk.children.push(finished.pieces);
    walk.sink.push(CHILD, at, at, walk.children.length - 1);
  } else if (finished.kind === "inline") {
    if (around?.open !== undefined && walk.sink.length === around.open.start)
      around.open.indent = frame.cells[0]!.indent;
    for (const slot of frame.cells) {
      const start = frame.runs[slot.start + 1]!;
      walk.sink.push(BREAK, start, start, 0);
      for (let r = slot.start; r < slot.end; r++) walk.sink.push(frame.runs[r]!);
    }
    walk.sink.push(BREAK, at, at, 0);
  }
}
