import { Tokenizer } from "htmlparser2";
import type { Refusal } from "../../finding.ts";
import { flatten, type ReadLines } from "./_html-block.ts";
import { type Attributes, entity, newWalk, text } from "./_html-stack.ts";
import { PLAIN, type Style, styleOf } from "./_html-style.ts";
import * as tag from "./_html-tag.ts";
import { fontSize, lookOf, looksOf } from "./_html-type.ts";
import { closeTag, endWalk, openTag } from "./_html-walk.ts";
import type { RawBlock } from "./raw.ts";

export interface HtmlPage {
  readonly blocks: readonly RawBlock[];
  /** Where its print changes, as `Document` has it. */
  readonly type: readonly number[];
  /** Whether inline XBRL tags stand in the page, and were not to be ignored. */
  readonly ixbrl: boolean;
}

export interface HtmlOptions {
  /** Reads an inline XBRL page as print. */
  readonly ignoreTags: boolean;
}

const NO_ATTRIBUTE = 0;
const STYLE = 1;
const HIDDEN = 2;
const COLUMNS = 3;
const ROWS = 4;
const CLASS = 5;
const SIZE = 6;

const COLON = 58;
const MOST_SPANNED = 1000;
const PROLOGUE = 4000;

/**
 * Reads a page as a browser would show it: blocks in reading order, hidden text left out, tables that only place text taken
 * apart. Every character of every text keeps its place in `source`. Refused as `no-text` where the page shows none.
 */
export function readHtml(source: string, options: HtmlOptions, readLines: ReadLines): HtmlPage | Refusal {
  const names = tag.names();
  const walk = newWalk({ source, readLines }, names);
  const read = reader(source, names);
  const open = (end: number): void => {
    openTag(walk, read.code, read.attributes, end + 1);
  };
  const nothing = (): void => {};
  const xhtml = isXhtml(source);
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true, recognizeSelfClosing: xhtml },
    {
      onopentagname: read.name,
      onattribname: read.attributeName,
      onattribdata: read.attributeData,
      onattribentity: read.attributeEntity,
      onattribend: read.attributeEnd,
      onopentagend: open,
      onselfclosingtag: (end) => {
        open(end);
        if (xhtml && (names.traits[read.code]! & tag.VOID) === 0) closeTag(walk, read.code, end + 1);
      },
      onclosetag: (start, end) => closeTag(walk, tag.codeOf(names, source.slice(start, end)), start - 2),
      // A page that ends inside a closing tag is reported as text from before its beginning.
      ontext: (start, end) => {
        if (start >= 0) text(walk, start, end);
      },
      ontextentity: (code, end) => entity(walk, code, end),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  const blocks = flatten(endWalk(walk, source.length), walk.children);
  if (blocks.length === 0) return { code: "no-text", message: "The page shows no text." };
  return { blocks, type: walk.type, ixbrl: read.ixbrl && !options.ignoreTags };
}

/** Whether the page is XML, where "<div/>" is a whole element. */
export function isXhtml(source: string): boolean {
  const prologue = source.slice(0, PROLOGUE);
  return /<\?xml[ \t\r\n]/i.test(prologue) || /<html[^>]{0,2000}[ \t\r\n]xmlns=/i.test(prologue);
}

/** Collects the tag that is being read, and those of its attributes that matter. */
function reader(source: string, names: tag.Names) {
  const styles = new Map<string, Style>();
  const looks = looksOf(source);
  const font = tag.codeOf(names, "font");
  let attribute = NO_ATTRIBUTE;
  let value = "";
  const self = {
    code: 0,
    ixbrl: false,
    attributes: { style: PLAIN, look: undefined, hidden: false, columns: 1, rows: 1 } as Attributes,
    name: (start: number, end: number): void => {
      self.code = tag.codeOf(names, source.slice(start, end));
      if (source.charCodeAt(start + 2) === COLON && /^ix:/i.test(source.slice(start, start + 3))) self.ixbrl = true;
      const { attributes } = self;
      attributes.style = PLAIN;
      attributes.look = undefined;
      attributes.hidden = false;
      attributes.columns = 1;
      attributes.rows = 1;
    },
    attributeName: (start: number, end: number): void => {
      attribute = attributeOf(source, start, end);
      value = "";
    },
    attributeData: (start: number, end: number): void => {
      if (attribute !== NO_ATTRIBUTE)
        value = value === "" ? source.slice(start, end) : value + source.slice(start, end);
    },
    attributeEntity: (code: number): void => {
      if (attribute !== NO_ATTRIBUTE) value += String.fromCodePoint(code);
    },
    attributeEnd: (): void => {
      if (attribute === STYLE) self.attributes.style = cached(styles, value);
      else if (attribute === CLASS) self.attributes.look ??= looks.size === 0 ? undefined : lookOf(looks, value);
      else if (attribute === SIZE && self.code === font) self.attributes.look = fontSize(value);
      else if (attribute === HIDDEN) self.attributes.hidden = true;
      else if (attribute === COLUMNS) self.attributes.columns = spanOf(value);
      else if (attribute === ROWS) self.attributes.rows = spanOf(value);
      attribute = NO_ATTRIBUTE;
    },
  };
  return self;
}

function cached(styles: Map<string, Style>, value: string): Style {
  const known = styles.get(value);
  if (known !== undefined) return known;
  const style = styleOf(value);
  styles.set(value, style);
  return style;
}

function attributeOf(source: string, start: number, end: number): number {
  const first = source.charCodeAt(start) | 32;
  switch (end - start) {
    case 4:
      return first === 115 && source.slice(start, end).toLowerCase() === "size" ? SIZE : NO_ATTRIBUTE;
    case 5:
      if (first === 99 && source.slice(start, end).toLowerCase() === "class") return CLASS;
      return first === 115 && source.slice(start, end).toLowerCase() === "style" ? STYLE : NO_ATTRIBUTE;
    case 6:
      return first === 104 && source.slice(start, end).toLowerCase() === "hidden" ? HIDDEN : NO_ATTRIBUTE;
    case 7:
      if (first === 99 && source.slice(start, end).toLowerCase() === "colspan") return COLUMNS;
      return first === 114 && source.slice(start, end).toLowerCase() === "rowspan" ? ROWS : NO_ATTRIBUTE;
    default:
      return NO_ATTRIBUTE;
  }
}

/** A span as written, at least 1 and at most 1000. */
function spanOf(written: string): number {
  let span = 0;
  for (let i = 0; i < written.length && i < 12; i++) {
    const digit = written.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) {
      if (span === 0 && written.charAt(i) === " ") continue;
      break;
    }
    span = span * 10 + digit;
  }
  return Math.max(1, Math.min(span, MOST_SPANNED));
}
