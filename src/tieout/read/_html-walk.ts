import { addBlocks, type Piece } from "./_html-block.ts";
import { BOLD, BREAK, BULLET, ENTITY, PAGE, PRESERVED, RAISED, UNDERLINED } from "./_html-ink.ts";
import {
  type Attributes,
  cellTop,
  closeLoose,
  DEEPEST_WORDS,
  edge,
  frameOf,
  HIDDEN,
  LEVEL,
  LEVEL_SHIFT,
  PRINT,
  popThrough,
  push,
  scopeTop,
  topOf,
  type Walk,
} from "./_html-stack.ts";
import { PLAIN } from "./_html-style.ts";
import { newFrame, openRow, openSlot, rule } from "./_html-table.ts";
import * as tag from "./_html-tag.ts";

/** The attributes of a tag that the page has left out. */
const BARE: Attributes = { style: PLAIN, look: undefined, hidden: false, columns: 1, rows: 1 };

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
  if (cell && topOf(walk, tag.TR) < table) openRowPart(walk, BARE);
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

export function closeTag(walk: Walk, code: number, at: number): void {
  if (walk.buried > 0) {
    if ((walk.names.traits[code]! & tag.VOID) === 0) walk.buried--;
    return;
  }
  const traits = walk.names.traits[code]!;
  const index = topOf(walk, code);
  if ((traits & tag.VOID) !== 0) {
    if (code === tag.BR) openTag(walk, tag.BR, BARE, at);
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

/** Ends all that is open, and cuts the prose into blocks. */
export function endWalk(walk: Walk, at: number): Piece[] {
  walk.buried = 0;
  popThrough(walk, 0, at);
  const pieces: Piece[] = [];
  addBlocks(walk.paper, walk.prose, 0, walk.prose.length, pieces);
  return pieces;
}
