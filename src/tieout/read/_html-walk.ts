import { addBlocks, type Paper, type Piece } from "./_html-block.ts";
import {
  BOLD,
  BREAK,
  BULLET,
  CHILD,
  EDGE,
  ENTITY,
  isSpace,
  PAGE,
  PRESERVED,
  RAISED,
  type Runs,
  STRIDE,
  TEXT,
  UNDERLINED,
} from "./_html-ink.ts";
import { PLAIN, type Style } from "./_html-style.ts";
import type { Frame } from "./_html-table.ts";
import { finish, newFrame, openRow, openSlot, rule } from "./_html-table.ts";
import * as tag from "./_html-tag.ts";

/** Beside the bits of a run: nothing inside is shown. */
const HIDDEN = 128;
/** The level of the heading around, 0 for none. */
const LEVEL_SHIFT = 8;
const LEVEL = 7 << LEVEL_SHIFT;
const PRINT = BOLD | RAISED | UNDERLINED | PRESERVED;

/** Elements that mark only words are not followed deeper than this, blocks and tables not deeper than the second. */
const DEEPEST_WORDS = 1000;
const DEEPEST = 3000;

/** An element that is open. */
interface Open {
  code: number;
  /** The state around it, and what it changes. */
  before: number;
  set: number;
  clear: number;
  readonly indentBefore: number;
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
    buried: 0,
    frames: [],
    prose,
    sink: prose,
    children: [],
    budget: { left: MOST_SPANNED },
  };
}

const topOf = (walk: Walk, code: number): number => walk.top[code] ?? -1;

/** The index of the element that end tags inside a cell do not reach over. */
const cellTop = (walk: Walk): number => Math.max(topOf(walk, tag.TD), topOf(walk, tag.TH));

const scopeTop = (walk: Walk): number => Math.max(cellTop(walk), topOf(walk, tag.TABLE), topOf(walk, tag.CAPTION));

const frameOf = (walk: Walk): Frame | undefined => walk.frames[walk.frames.length - 1];

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
function edge(walk: Walk, at: number, code: number, opens: boolean): void {
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

export function openTag(walk: Walk, code: number, attributes: Attributes, at: number): void {
  if (walk.buried > 0) {
    if ((walk.names.traits[code]! & tag.VOID) === 0) walk.buried++;
    return;
  }
  switch (code) {
    case tag.BR:
      if ((walk.state & HIDDEN) === 0) walk.sink.push((walk.state & PRINT) | BREAK, at, at, 0);
      return;
    case tag.HR:
      openRule(walk, attributes, at);
      return;
    case tag.TABLE:
      openTable(walk, attributes, at);
      return;
    case tag.TR:
    case tag.TD:
    case tag.TH:
    case tag.THEAD:
    case tag.TBODY:
    case tag.TFOOT:
    case tag.CAPTION:
    case tag.COLGROUP:
      openTablePart(walk, code, attributes, at);
      return;
  }
  const traits = walk.names.traits[code]!;
  if ((traits & tag.VOID) !== 0) return;
  if ((traits & tag.BLOCK) !== 0) openBlock(walk, code, attributes, at);
  else openWords(walk, code, traits, attributes, at);
}

function openWords(walk: Walk, code: number, traits: number, attributes: Attributes, at: number): void {
  if (code === tag.A && topOf(walk, tag.A) > scopeTop(walk)) closeTag(walk, tag.A, at);
  let set = 0;
  if ((traits & tag.EMPHASIS) !== 0) set |= BOLD;
  if ((traits & tag.UNSEEN) !== 0) set |= HIDDEN;
  if (code === tag.SUP) set |= RAISED;
  if (code === tag.U) set |= UNDERLINED;
  if (walk.stack.length < DEEPEST_WORDS || (set & HIDDEN) !== 0)
    push(walk, code, set, 0, attributes.style, attributes, false);
}

function openBlock(walk: Walk, code: number, attributes: Attributes, at: number): void {
  closeImplied(walk, code, at);
  const level = code >= tag.H1 && code < tag.H1 + 6 ? code - tag.H1 + 1 : 0;
  const { style } = attributes;
  if (style.pageBreak) page(walk, at);
  // A rule may be drawn by a paragraph in the cell, empty or around the figure.
  const frame = frameOf(walk);
  if (frame?.open !== undefined && (style.ruleAbove > 0 || style.ruleBelow > 0))
    rule(frame, frame.open.from, style.ruleAbove, style.ruleBelow);
  const flows = style.inline && level === 0 && code !== tag.LI;
  push(
    walk,
    code,
    (level << LEVEL_SHIFT) | (code === tag.PRE ? PRESERVED : 0),
    level === 0 ? 0 : LEVEL,
    style,
    attributes,
    false,
  );
  if (!flows) edge(walk, at, code === tag.LI ? BULLET : level, true);
  // A block that flows as text is set off by a space, which no character of the source stands for.
  else if ((walk.state & (HIDDEN | PRESERVED)) === 0) walk.sink.push(ENTITY, at, at, SPACE);
}

const SPACE = 32;

/** Ends the elements that the start of this block ends: a paragraph, a list item before this one. */
function closeImplied(walk: Walk, code: number, at: number): void {
  const scope = scopeTop(walk);
  if (code === tag.LI) {
    const item = topOf(walk, tag.LI);
    if (item > Math.max(scope, topOf(walk, tag.UL), topOf(walk, tag.OL))) popThrough(walk, item, at);
  } else if (code === tag.DT || code === tag.DD) {
    const item = Math.max(topOf(walk, tag.DT), topOf(walk, tag.DD));
    if (item > Math.max(scope, topOf(walk, tag.DL))) popThrough(walk, item, at);
  }
  const paragraph = topOf(walk, tag.P);
  if (paragraph > scope) popThrough(walk, paragraph, at);
  const last = walk.stack[walk.stack.length - 1];
  if (last !== undefined && code >= tag.H1 && code < tag.H1 + 6 && last.code >= tag.H1 && last.code < tag.H1 + 6)
    popThrough(walk, walk.stack.length - 1, at);
}

function page(walk: Walk, at: number): void {
  if (walk.frames.length === 0 && (walk.state & HIDDEN) === 0) walk.prose.push(PAGE, at, at, 0);
}

function openRule(walk: Walk, attributes: Attributes, at: number): void {
  const paragraph = topOf(walk, tag.P);
  if (paragraph > scopeTop(walk)) popThrough(walk, paragraph, at);
  if ((walk.state & HIDDEN) !== 0) return;
  const frame = frameOf(walk);
  const slot = frame?.open;
  if (frame !== undefined && slot !== undefined) {
    rule(frame, slot.from, slot.inked ? 0 : HAIRLINE, slot.inked ? HAIRLINE : 0);
  }
  if (attributes.style.pageBreak) page(walk, at);
  else edge(walk, at, 0, false);
}

const HAIRLINE = 15;

function openTable(walk: Walk, attributes: Attributes, at: number): void {
  const table = topOf(walk, tag.TABLE);
  // A table that starts inside a table, but in none of its cells, ends it.
  if (table >= 0 && table > Math.max(cellTop(walk), topOf(walk, tag.CAPTION))) popThrough(walk, table, at);
  const paragraph = topOf(walk, tag.P);
  if (paragraph > scopeTop(walk)) popThrough(walk, paragraph, at);
  if (attributes.style.pageBreak) page(walk, at);
  const hidden = attributes.hidden || attributes.style.hidden || (walk.state & HIDDEN) !== 0;
  push(walk, tag.TABLE, 0, RAISED | UNDERLINED | LEVEL, attributes.style, attributes, !hidden);
  if (hidden || walk.buried > 0) return;
  const frame = newFrame();
  walk.frames.push(frame);
  walk.sink = frame.stray;
  walk.indent = 0;
}

function openTablePart(walk: Walk, code: number, attributes: Attributes, at: number): void {
  const table = topOf(walk, tag.TABLE);
  if (table < 0) return;
  const cell = code === tag.TD || code === tag.TH;
  popAbove(walk, cellTop(walk), table, at);
  popAbove(walk, topOf(walk, tag.CAPTION), table, at);
  popAbove(walk, topOf(walk, tag.COLGROUP), table, at);
  if (!cell) popAbove(walk, topOf(walk, tag.TR), table, at);
  if (!cell && code !== tag.TR)
    popAbove(walk, Math.max(topOf(walk, tag.THEAD), topOf(walk, tag.TBODY), topOf(walk, tag.TFOOT)), table, at);
  if (cell && topOf(walk, tag.TR) < table) openRowPart(walk, { style: PLAIN, hidden: false, columns: 1, rows: 1 });
  if (code === tag.TR) openRowPart(walk, attributes);
  else if (cell) openCell(walk, code, attributes);
  else push(walk, code, 0, 0, attributes.style, attributes, false);
}

const isShown = (walk: Walk, attributes: Attributes): boolean =>
  (walk.state & HIDDEN) === 0 && !attributes.hidden && !attributes.style.hidden && walk.frames.length > 0;

function openRowPart(walk: Walk, attributes: Attributes): void {
  const shown = isShown(walk, attributes);
  push(walk, tag.TR, 0, 0, attributes.style, attributes, shown);
  const frame = frameOf(walk);
  if (!shown || frame === undefined || walk.buried > 0) return;
  openRow(frame);
  rule(frame, 1, attributes.style.ruleAbove, attributes.style.ruleBelow);
}

function openCell(walk: Walk, code: number, attributes: Attributes): void {
  const shown = isShown(walk, attributes);
  const { style } = attributes;
  push(walk, code, code === tag.TH && style.bold === undefined ? BOLD : 0, 0, style, attributes, shown);
  const frame = frameOf(walk);
  if (!shown || frame === undefined || walk.buried > 0) return;
  const head = topOf(walk, tag.THEAD) > topOf(walk, tag.TABLE) ? 2 : code === tag.TH ? 1 : 0;
  const slot = openSlot(frame, attributes.columns, attributes.rows, head, walk.budget);
  rule(frame, slot.from, style.ruleAbove, style.ruleBelow);
  walk.sink = frame.runs;
  walk.indent = style.indent;
}

function popAbove(walk: Walk, index: number, floor: number, at: number): void {
  if (index > floor) popThrough(walk, index, at);
}

function push(
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
    sameBelow: topOf(walk, code),
    specialBelow: walk.topSpecial,
    owns,
  });
  while (walk.top.length <= code) walk.top.push(-1);
  walk.top[code] = stack.length - 1;
  if ((walk.names.traits[code]! & tag.SPECIAL) !== 0) walk.topSpecial = stack.length - 1;
  walk.state = (state & ~clears) | sets;
  if (style.indent !== 0) walk.indent += style.indent;
}

export function closeTag(walk: Walk, code: number, at: number): void {
  if (walk.buried > 0) {
    if ((walk.names.traits[code]! & tag.VOID) === 0) walk.buried--;
    return;
  }
  const traits = walk.names.traits[code]!;
  const index = topOf(walk, code);
  if ((traits & tag.VOID) !== 0) {
    if (code === tag.BR) openTag(walk, tag.BR, { style: PLAIN, hidden: false, columns: 1, rows: 1 }, at);
  } else if (code === tag.TABLE) {
    if (index >= 0) popThrough(walk, index, at);
  } else if (code >= tag.CAPTION && code <= tag.TH) popAbove(walk, index, topOf(walk, tag.TABLE), at);
  else if (code >= tag.H1 && code < tag.H1 + 6) closeHeading(walk, at);
  else if (index <= scopeTop(walk)) {
    if (code === tag.P) edge(walk, at, 0, false);
  } else if ((traits & tag.LOOSE) !== 0) closeLoose(walk, index, at);
  else if ((traits & tag.SPECIAL) !== 0 || walk.topSpecial < index) popThrough(walk, index, at);
}

function closeHeading(walk: Walk, at: number): void {
  let heading = -1;
  for (let h = tag.H1; h < tag.H1 + 6; h++) heading = Math.max(heading, topOf(walk, h));
  popAbove(walk, heading, scopeTop(walk), at);
}

/** Ends a formatting element; what was opened inside it and is still open goes on without it. */
function closeLoose(walk: Walk, index: number, at: number): void {
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

/** Ends all that is open, and cuts the prose into blocks. */
export function endWalk(walk: Walk, at: number): Piece[] {
  walk.buried = 0;
  popThrough(walk, 0, at);
  const pieces: Piece[] = [];
  addBlocks(walk.paper, walk.prose, 0, walk.prose.length, pieces);
  return pieces;
}
