import { part, verbatim } from "../../text/printed.ts";
import { isSpace, type Line } from "./text-line.ts";
import { plain } from "./text-markup.ts";
import { withoutPageNumbers } from "./text-page.ts";
import { type Field, type FieldRow, fieldOf, fieldsOf, isPipeRule, pipesIn } from "./text-pipe.ts";

/** A stretch of the source: loose lines, rows of fields (between pipes or tabs), or an HTML table that stands in the text. */
export type Stretch =
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  | { readonly kind: "fields"; readonly rows: readonly FieldRow[] }
  | { readonly kind: "html"; readonly start: number; readonly end: number };

interface Cursor {
  readonly source: string;
  readonly markdown: boolean;
  at: number;
  gap: number;
  fenced: boolean;
  /** Whether the last line that printed something was a bullet alone: the next one is its list item. */
  bulleted: boolean;
  /** Before this place no rows between tabs, and behind `lastTable` no end of an HTML table, is to be found. */
  noTabs: number;
  lastTable: number;
}

/** Cuts a source into its stretches, line by line. */
export function stretchesOf(source: string, options: { readonly markdown: boolean }): Stretch[] {
  const lastTable = Math.max(source.lastIndexOf("</table>"), source.lastIndexOf("</TABLE>"));
  const cursor: Cursor = {
    source,
    markdown: options.markdown,
    at: bodyStart(source),
    gap: 0,
    fenced: false,
    bulleted: false,
    noTabs: 0,
    lastTable,
  };
  const stretches: Stretch[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    if (lines.length > 0) stretches.push({ kind: "lines", lines: withoutPageNumbers(lines) });
    lines = [];
  };
  while (cursor.at < source.length) {
    const start = cursor.at;
    const end = lineEnd(source, start);
    const stop = trimEnd(source, start, end);
    cursor.at = nextLine(source, end);
    if (stop === start || isBlankMarkup(source, start, stop)) {
      cursor.gap++;
      continue;
    }
    if (isFence(source, start, stop)) {
      // What stands in a fence is a print of its own: no table reaches over its edge.
      cursor.fenced = !cursor.fenced;
      flush();
      cursor.gap++;
      continue;
    }
    const other = cursor.fenced ? undefined : otherStretch(cursor, start, stop);
    if (other === undefined && isWireTags(source, start, stop)) continue;
    if (other === undefined) {
      const line = lineOf(cursor, start, stop);
      if (line !== undefined) lines.push(line);
      continue;
    }
    if (other.kind === "lines") for (const line of other.lines) lines.push(line);
    else {
      flush();
      stretches.push(other);
    }
  }
  flush();
  return stretches;
}

function lineEnd(source: string, from: number): number {
  for (let i = from; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 10 || c === 13 || c === 12 || c === 11 || c === 0x2028 || c === 0x2029) return i;
  }
  return source.length;
}

const nextLine = (source: string, end: number): number =>
  source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;

function trimEnd(source: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && isSpace(source.charCodeAt(stop - 1))) stop--;
  return stop;
}

const FRONT_LINES = 80;

/** Where the text starts: behind a byte order mark, and behind the settings that some converters put above it. */
function bodyStart(source: string): number {
  const first = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = first;
  for (let line = 0; line < FRONT_LINES && at < source.length; line++) {
    const end = lineEnd(source, at);
    const text = source.slice(at, Math.min(end, at + 200)).trimEnd();
    at = nextLine(source, end);
    if (line === 0 ? text !== "---" : text === "---" || text === "...") return line === 0 ? first : at;
    if (line > 0 && !/^(?:[A-Za-z_][\w -]{0,40}:|\s|- |#|$)/.test(text)) return first;
  }
  return first;
}

const isFence = (source: string, start: number, stop: number): boolean => {
  let at = start;
  while (at < stop && at - start < 4 && source.charCodeAt(at) === 32) at++;
  return (source.startsWith("```", at) && stop - at < 30) || (source.startsWith("~~~", at) && stop - at < 30);
};

/** A line of nothing but no-break spaces and the like is blank; so is a thematic break outside a fence. */
const isBlankMarkup = (source: string, start: number, stop: number): boolean => {
  for (let i = start; i < stop; i++) if (!isSpace(source.charCodeAt(i))) return false;
  return true;
};

/** "<TABLE>", "<S>   <C>   <C>" and the like, with which filings in plain text marked their tables, print nothing. */
const isWireTags = (source: string, start: number, stop: number): boolean =>
  stop - start < 400 &&
  source.charCodeAt(stop - 1) === 62 &&
  /^(?:\s*<\/?(?:S|C|TABLE|CAPTION|PAGE|FN|F\d{1,2})>)+$/i.test(source.slice(start, stop));

function otherStretch(cursor: Cursor, start: number, stop: number): Stretch | undefined {
  const { source } = cursor;
  const html = start < cursor.lastTable ? htmlEnd(source, start, stop) : 0;
  if (html > 0) {
    cursor.at = html;
    cursor.gap = 0;
    return { kind: "html", start, end: html };
  }
  if (isPipeRow(source, start, stop)) return pipeStretch(cursor, start);
  if (start >= cursor.noTabs && tabsIn(source, start, stop) > 0) return tabStretch(cursor, start);
  return undefined;
}

/** The end of an HTML table that starts on this line; 0 where none does. */
function htmlEnd(source: string, start: number, stop: number): number {
  const open = source
    .slice(start, Math.min(stop, start + 300))
    .toLowerCase()
    .indexOf("<table");
  if (open < 0) return 0;
  const close = source.indexOf("</table>", start + open);
  const upper = close >= 0 ? close : source.indexOf("</TABLE>", start + open);
  if (upper < 0 || !/<t[dhr][\s>]/i.test(source.slice(start, Math.min(upper, start + 5000)))) return 0;
  return upper + "</table>".length;
}

/** A row between pipes: one at either end of the line, or two and more in it. */
function isPipeRow(source: string, start: number, stop: number): boolean {
  const pipes = pipesIn(source, start, stop);
  if (pipes < 2) return false;
  let at = start;
  while (at < stop && isSpace(source.charCodeAt(at))) at++;
  return source.charCodeAt(at) === 124 || source.charCodeAt(stop - 1) === 124 || pipes > 2;
}

function pipeStretch(cursor: Cursor, first: number): Stretch | undefined {
  const { source } = cursor;
  const rows: FieldRow[] = [];
  const places: number[] = [];
  let rule = false;
  let at = first;
  while (at < source.length) {
    const end = lineEnd(source, at);
    const stop = trimEnd(source, at, end);
    if (stop === at || !isPipeRow(source, at, stop)) break;
    if (isPipeRule(source, at, stop)) rule = true;
    else {
      rows.push({ fields: fieldsOf(source, at, stop), rule });
      places.push(at, stop);
      rule = false;
    }
    at = nextLine(source, end);
  }
  // A frame around running lines: each row is one cell, and its text a line like any other.
  const single = rows.every((row) => row.fields.length < 2);
  if (single) {
    cursor.at = at;
    return { kind: "lines", lines: rows.flatMap((row, i) => lineOfField(cursor, row.fields[0], i)) };
  }
  if (rows.length < 2 && !rule) return undefined;
  cursor.at = at;
  cursor.gap = 0;
  return { kind: "fields", rows };
}

function lineOfField(cursor: Cursor, field: Field | undefined, row: number): Line[] {
  const gap = row === 0 ? cursor.gap : 0;
  cursor.gap = 0;
  if (field === undefined || field.text.text === "") return [];
  return [{ printed: field.text, gap, level: 0, bullet: false, bold: field.bold ? field.text.text.length : 0 }];
}

/** The tabs of a line; none where they only indent a lone cell. */
function tabsIn(source: string, start: number, stop: number): number {
  let tabs = 0;
  let inside = false;
  for (let i = start; i < stop; i++) {
    if (source.charCodeAt(i) === 9) tabs++;
    else if (source.charCodeAt(i) !== 32) inside = true;
  }
  return inside ? tabs : 0;
}

function tabStretch(cursor: Cursor, first: number): Stretch | undefined {
  const { source } = cursor;
  const rows: FieldRow[] = [];
  let at = first;
  let full = 0;
  while (at < source.length) {
    const end = lineEnd(source, at);
    const stop = trimEnd(source, at, end);
    if (stop === at || tabsIn(source, at, end) === 0) break;
    const fields = tabFields(source, at, end);
    if (fields.filter((f) => f.text.text !== "").length > 1) full++;
    rows.push({ fields, rule: false });
    at = nextLine(source, end);
  }
  if (full < 2) {
    cursor.noTabs = at;
    return undefined;
  }
  cursor.at = at;
  cursor.gap = 0;
  return { kind: "fields", rows };
}

function tabFields(source: string, start: number, end: number): Field[] {
  const fields: Field[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && source.charCodeAt(i) !== 9) continue;
    fields.push({ ...fieldOf(source, from, i), covered: false });
    from = i + 1;
  }
  return fields;
}

const BULLETS = "\u2022\u25aa\u25cf\u25e6\u2023\u25cb\u00b7\u25a0\uf0b7\u2043";

/** A loose line without its markup; undefined for one that prints nothing. */
function lineOf(cursor: Cursor, start: number, stop: number): Line | undefined {
  const { source, fenced } = cursor;
  const { gap, bulleted } = cursor;
  [cursor.gap, cursor.bulleted] = [0, false];
  if (fenced) return { printed: verbatim(source, start, stop), gap, level: 0, bullet: false, bold: 0 };
  let from = start;
  while (from < stop && isSpace(source.charCodeAt(from))) from++;
  const level = cursor.markdown ? headLevel(source, from) : 0;
  if (level > 0) return marked(source, from + level, stop, gap, level, false);
  if (cursor.markdown && source.charCodeAt(from) === 62) from = skipQuote(source, from, stop);
  if (isThematic(source, from, stop, cursor.markdown)) {
    cursor.gap = gap + 1;
    return undefined;
  }
  // Paper that was read off a page has the bullet in a line, and what it stands before in the next.
  if (stop - from === 1 && BULLETS.includes(source.charAt(from))) {
    [cursor.gap, cursor.bulleted] = [gap, true];
    return undefined;
  }
  const bullet = bulletEnd(source, from, stop);
  if (bulleted && bullet === from) return marked(source, from, stop, gap, 0, true);
  if (bullet > from) return marked(source, bullet, stop, gap, 0, true);
  const quoted = source.charCodeAt(start) === 62;
  return marked(source, quoted ? from : start, stop, gap, 0, false);
}

function marked(
  source: string,
  from: number,
  stop: number,
  gap: number,
  level: number,
  bullet: boolean,
): Line | undefined {
  const { printed, bold } = plain(source, from, stop);
  const { length } = printed.text;
  let end = length;
  while (end > 0 && isSpace(printed.text.charCodeAt(end - 1))) end--;
  if (end === 0) return undefined;
  return { printed: end === length ? printed : part(printed, 0, end), gap, level, bullet, bold };
}

function headLevel(source: string, from: number): number {
  let level = 0;
  while (level < 7 && source.charCodeAt(from + level) === 35) level++;
  return level < 7 && isSpace(source.charCodeAt(from + level)) ? level : 0;
}

function skipQuote(source: string, from: number, stop: number): number {
  let at = from;
  while (at < stop && at - from < 8 && (source.charCodeAt(at) === 62 || source.charCodeAt(at) === 32)) at++;
  return at;
}

/** "---" and "***" between paragraphs of markdown print a line across the page. */
function isThematic(source: string, from: number, stop: number, markdown: boolean): boolean {
  const c = source.charCodeAt(from);
  if (!markdown || (c !== 45 && c !== 42 && c !== 95) || stop - from < 3 || stop - from > 80) return false;
  for (let i = from; i < stop; i++) if (source.charCodeAt(i) !== c && source.charCodeAt(i) !== 32) return false;
  return true;
}

/** Behind a bullet ("-", "*", "--", a dot of any kind) and the space after it; `from` where there is none. */
function bulletEnd(source: string, from: number, stop: number): number {
  let at = from;
  const c = source.charAt(at);
  if (BULLETS.includes(c)) at++;
  else if (c === "-" || c === "*" || c === "+" || c === "\u2013" || c === "o")
    at += c === "-" && source.charAt(at + 1) === "-" ? 2 : 1;
  else return from;
  const gap = at;
  while (at < stop && isSpace(source.charCodeAt(at))) at++;
  return (at > gap || (BULLETS.includes(c) && at < stop)) && at < stop ? at : from;
}
