import {
  container,
  DEEPEST,
  DEEPEST_WRITTEN,
  isHidden,
  isOnDark,
  LOOSE,
  paint,
  popThrough,
  push,
  remove,
  TABLE_PARTS,
  topInScope,
  topOf,
  unpaint,
  type Walk,
  write,
} from "./_page-stack.ts";
import type { Attributes } from "./_wardrobe.ts";
import { escapeStrange, treatmentOf } from "./safe-markup.ts";

const NO_ATTRIBUTES: Attributes = new Map();

/** Follows a tag as the tie-out's own reader does (src/tieout/read/_html-walk.ts), so that both see the same text. */
export function openTag(walk: Walk, name: string, attributes: Attributes): void {
  const { role } = treatmentOf(name);
  if (walk.buried > 0) {
    if (role !== "void") walk.buried++;
  } else if (role === "void") openVoid(walk, name, attributes);
  else if (role === "unseen" && walk.stack.length < 2 * DEEPEST) openWords(walk, name, attributes);
  else if (role === "table") openTable(walk, attributes);
  else if (role === "part") openPart(walk, name, attributes);
  else if (walk.stack.length >= DEEPEST) {
    // What only dresses words is passed over here; what holds text must be counted, for its end tag to end it alone.
    if (role === "block") walk.buried = 1;
  } else if (role === "block") openBlock(walk, name, attributes);
  else openWords(walk, name, attributes);
}

function openWords(walk: Walk, name: string, attributes: Attributes): void {
  const { role, as, style: own } = treatmentOf(name);
  if (name === "a") endInScope(walk, "a");
  const { style, hidden, dark } = walk.wardrobe.dress(name, attributes, own, isOnDark(walk));
  const worn = role === "words" ? walk.wardrobe.worn(style) : "";
  // A span that wears nothing is nothing.
  const isShown = role === "words" && (as !== "span" || worn !== "");
  push(walk, {
    name,
    role,
    opening: isShown ? `<${as}${worn}>` : "",
    closing: isShown ? `</${as}>` : "",
    hides: hidden || role === "unseen",
    dark,
    centred: walk.stack.at(-1)?.centred === true,
    cells: "",
  });
}

const HEADINGS: readonly string[] = ["h1", "h2", "h3", "h4", "h5", "h6"];

function openBlock(walk: Walk, name: string, attributes: Attributes): void {
  endImplied(walk, name);
  const { as, style: own } = treatmentOf(name);
  const { style, hidden, dark } = walk.wardrobe.dress(name, attributes, own, isOnDark(walk));
  if (name === "body") walk.body = style;
  // A browser would end a heading at the next one in it.
  const shownAs = HEADINGS.includes(as) && topInScope(walk, ...HEADINGS) >= 0 ? "div" : as;
  const isShown = shownAs !== "" && !hidden && canHold(walk, "block");
  const align = attributes.get("align")?.trim().toLowerCase();
  const centred =
    name === "center" || align === "center" || (align === undefined && walk.stack.at(-1)?.centred === true);
  if (isShown) write(walk, `<${shownAs}${listed(name, attributes)}${walk.wardrobe.worn(style)}>`, shownAs);
  const closing = isShown ? `</${shownAs}>` : "";
  push(walk, { name, role: "block", opening: "", closing, hides: hidden, dark, centred, cells: "" });
}

/** Whether an element can be written where the walk is: "block" for all that is no part of a table. */
function canHold(walk: Walk, name: string): boolean {
  if (isHidden(walk) || walk.containers.length >= DEEPEST_WRITTEN) return false;
  const around = container(walk);
  if (name === "block") return !TABLE_PARTS.has(around);
  if (name === "td" || name === "th") return around === "tr";
  if (name === "tr") return around === "table" || around === "thead" || around === "tbody" || around === "tfoot";
  return around === "table";
}

/** Ends what the start of this block ends: a paragraph, a list item or a heading before it. */
function endImplied(walk: Walk, name: string): void {
  if (name === "li") endItem(walk, ["li"], ["ul", "ol"]);
  else if (name === "dt" || name === "dd") endItem(walk, ["dt", "dd"], ["dl"]);
  endInScope(walk, "p");
  const last = walk.stack.at(-1);
  if (last !== undefined && HEADINGS.includes(name) && HEADINGS.includes(last.name))
    popThrough(walk, walk.stack.length - 1);
}

function endItem(walk: Walk, items: readonly string[], lists: readonly string[]): void {
  const item = topInScope(walk, ...items);
  if (item > topInScope(walk, ...lists)) popThrough(walk, item);
}

function endInScope(walk: Walk, ...names: readonly string[]): void {
  const index = topInScope(walk, ...names);
  if (index >= 0) popThrough(walk, index);
}

const WHOLE = /^\d{1,4}$/;

/** How a list counts. */
function listed(name: string, attributes: Attributes): string {
  const number = attributes.get(name === "li" ? "value" : "start") ?? "";
  const type = attributes.get("type") ?? "";
  let out = "";
  if (name === "ol" && WHOLE.test(number)) out += ` start="${number}"`;
  if (name === "li" && WHOLE.test(number)) out += ` value="${number}"`;
  if ((name === "ol" || name === "li") && /^[1aAiI]$/.test(type)) out += ` type="${type}"`;
  return out;
}

function openTable(walk: Walk, attributes: Attributes): void {
  const table = topOf(walk, "table");
  // A table that starts inside a table, but in none of its cells, ends it.
  if (table >= 0 && table > topOf(walk, "td", "th", "caption")) popThrough(walk, table);
  endInScope(walk, "p");
  if (walk.stack.length >= DEEPEST) {
    walk.buried = 1;
    return;
  }
  const centred = walk.stack.at(-1)?.centred === true ? "margin-left:auto;margin-right:auto;" : "";
  const { style, hidden, dark } = walk.wardrobe.dress("table", attributes, centred, isOnDark(walk));
  const isShown = !hidden && canHold(walk, "block");
  if (isShown) write(walk, `<table${walk.wardrobe.worn(style)}>`, "table");
  const closing = isShown ? "</table>" : "";
  const cells = celled(attributes);
  push(walk, { name: "table", role: "table", opening: "", closing, hides: hidden, dark, centred: false, cells });
}

function celled(attributes: Attributes): string {
  const border = attributes.get("border") ?? "0";
  const padding = attributes.get("cellpadding") ?? "";
  const ruled = /^[1-9]\d?$/.test(border) ? "border:1px solid #999;" : "";
  return /^\d{1,2}$/.test(padding) ? `${ruled}padding:${padding}px;` : ruled;
}

function openPart(walk: Walk, name: string, attributes: Attributes): void {
  if (topOf(walk, "table") < 0) return;
  const isCell = name === "td" || name === "th";
  if (name === "col") {
    writeColumn(walk, attributes);
    return;
  }
  endInTable(walk, "td", "th");
  endInTable(walk, "caption");
  endInTable(walk, "colgroup");
  if (!isCell) endInTable(walk, "tr");
  if (!isCell && name !== "tr") endInTable(walk, "thead", "tbody", "tfoot");
  if (isCell && topOf(walk, "tr") < topOf(walk, "table")) openPart(walk, "tr", NO_ATTRIBUTES);
  const before = isCell ? walk.stack[topOf(walk, "table")]!.cells : "";
  const { style, hidden, dark } = walk.wardrobe.dress(name, attributes, before, isOnDark(walk));
  const isShown = !hidden && canHold(walk, name);
  if (isShown) write(walk, `<${name}${spanned(name, attributes)}${walk.wardrobe.worn(style)}>`, name);
  const closing = isShown ? `</${name}>` : "";
  push(walk, { name, role: "part", opening: "", closing, hides: hidden, dark, centred: false, cells: "" });
}

/** Ends the topmost of these parts, where it belongs to the innermost table. */
function endInTable(walk: Walk, ...names: readonly string[]): void {
  const index = topOf(walk, ...names);
  if (index > topOf(walk, "table")) popThrough(walk, index);
}

function writeColumn(walk: Walk, attributes: Attributes): void {
  if (container(walk) === "table") openPart(walk, "colgroup", NO_ATTRIBUTES);
  if (container(walk) !== "colgroup" || isHidden(walk)) return;
  const { style } = walk.wardrobe.dress("col", attributes, "", isOnDark(walk));
  walk.out.push(`<col${spanned("col", attributes)}${walk.wardrobe.worn(style)}>`);
}

/** Wider or taller than this is no table of a release, and a burden to lay out. */
const WIDEST = 200;
const TALLEST = 1000;

function spanned(name: string, attributes: Attributes): string {
  const count = (attribute: string, most: number): string => {
    const written = /^\s{0,4}(\d{1,6})/.exec(attributes.get(attribute) ?? "")?.[1] ?? "1";
    const value = Math.min(most, Number.parseInt(written, 10));
    return value > 1 ? ` ${attribute}="${value}"` : "";
  };
  if (name === "col" || name === "colgroup") return count("span", WIDEST);
  if (name !== "td" && name !== "th") return "";
  const scope = /^(?:row|col)(?:group)?$/.exec(attributes.get("scope") ?? "")?.[0];
  return `${count("colspan", WIDEST)}${count("rowspan", TALLEST)}${scope === undefined ? "" : ` scope="${scope}"`}`;
}

function openVoid(walk: Walk, name: string, attributes: Attributes): void {
  if (name === "hr") endInScope(walk, "p");
  if (isHidden(walk)) return;
  const isInTable = TABLE_PARTS.has(container(walk));
  if (name === "br" && !isInTable) {
    walk.marker.end();
    walk.out.push("<br>");
  } else if (name === "hr" && !isInTable) {
    unpaint(walk);
    walk.out.push("<hr>");
  } else if (name === "img") showPicture(walk, attributes);
}

const LONGEST_WORDS = 200;

/** A picture is neither fetched nor shown: its words stand in a box. What only spaces a page out has none, and is small. */
function showPicture(walk: Walk, attributes: Attributes): void {
  const words = (attributes.get("alt") ?? "").trim().slice(0, LONGEST_WORDS);
  const isSmall = ["width", "height"].some((side) => /^\s{0,4}\d(?:px)?$/.test(attributes.get(side) ?? ""));
  const { hidden } = walk.wardrobe.dress("img", attributes, "", isOnDark(walk));
  if (hidden || (words === "" && isSmall)) return;
  inCell(walk);
  paint(walk);
  walk.marker.end();
  walk.out.push(`<span class="picture">${words === "" ? "picture" : `picture: ${escapeStrange(words)}`}</span>`);
}

export function closeTag(walk: Walk, name: string): void {
  const { role } = treatmentOf(name);
  if (walk.buried > 0) {
    if (role !== "void") walk.buried--;
  } else if (role === "void") {
    if (name === "br") openTag(walk, "br", NO_ATTRIBUTES);
  } else if (name === "table") {
    const table = topOf(walk, "table");
    if (table >= 0) popThrough(walk, table);
  } else if (role === "part") endInTable(walk, name);
  else if (HEADINGS.includes(name)) endInScope(walk, ...HEADINGS);
  else if (role === "block") endInScope(walk, name);
  else closeWords(walk, name);
}

function closeWords(walk: Walk, name: string): void {
  const index = topInScope(walk, name);
  if (index < 0) return;
  if (LOOSE.has(name)) remove(walk, index);
  // An end tag of an element that is no block does not reach over one.
  else if (!walk.stack.some(({ role }, i) => i > index && role === "block")) popThrough(walk, index);
}

/** Text that stands in a table but in no cell gets a row and a cell of its own. */
function inCell(walk: Walk): void {
  if (TABLE_PARTS.has(container(walk))) openPart(walk, "td", NO_ATTRIBUTES);
}

const isBlank = (text: string): boolean => !/[^ \t\r\n\f]/.test(text);

/** Writes text; `isForced` for what a reader sees although it seems hidden here. */
export function writeText(walk: Walk, text: string, start: number, end: number, isForced: boolean): void {
  if (isHidden(walk) && !isForced) return;
  if (TABLE_PARTS.has(container(walk))) {
    if (isBlank(text)) return;
    inCell(walk);
  }
  paint(walk);
  walk.marker.put(text, start, end);
}

/** Ends all that is open. */
export function endWalk(walk: Walk): void {
  walk.buried = 0;
  popThrough(walk, 0);
  unpaint(walk);
}
