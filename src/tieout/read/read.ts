import type { Refusal } from "../../finding.ts";
import { decode } from "../../text/decode.ts";
import type { Printed } from "../../text/printed.ts";
import type { Block, Document, Format } from "../document.ts";
import { arrange } from "./arrange.ts";
import { readHtml } from "./html.ts";
import type { RawBlock } from "./raw.ts";
import { readLines, readText } from "./text.ts";
import { isSubstituted } from "./text-layer.ts";
import { tooManyNumbers } from "./volume.ts";

export interface ReadOptions {
  /** The name of the file; its ending decides what its content does not say. */
  readonly name: string;
  /** Reads an inline XBRL page as print. */
  readonly ignoreTags: boolean;
}

/**
 * The document that the bytes hold: decoded, its format found (by content, then by the ending of its name), read, its tables
 * arranged. Refused where there is nothing to read, with the reason.
 */
export function read(bytes: Uint8Array, options: ReadOptions): Document | Refusal {
  const decoded = decode(bytes);
  if ("code" in decoded) return decoded;
  const { source, encoding } = decoded;
  const page = readAs(source, options);
  if ("code" in page) return page;
  const refused = tooManyNumbers(page.blocks);
  if (refused !== undefined) return refused;
  const blocks = page.blocks
    .map((block): Block | undefined => (block.kind === "raw-table" ? arrange(block) : block))
    .filter((block) => block !== undefined);
  if (isSubstituted(blocks))
    return {
      code: "text-layer-substituted",
      message:
        "The text holds hardly any common word and hardly any number: its letters are substituted, as in the text layer of a PDF whose fonts " +
        "name their glyphs wrongly. Take the release from its HTML page or filing, or export the text anew with character recognition.",
    };
  return { format: page.format, encoding, source, blocks, type: page.type };
}

interface Page {
  readonly format: Format;
  readonly blocks: readonly RawBlock[];
  readonly type: readonly number[] | undefined;
}

function readAs(source: string, { name, ignoreTags }: ReadOptions): Page | Refusal {
  const lower = name.toLowerCase();
  if (isHtml(source, lower)) {
    const page = readHtml(source, { ignoreTags }, readLines);
    return "code" in page ? page : { format: page.ixbrl ? "ixbrl" : "html", blocks: page.blocks, type: page.type };
  }
  const markdown = /\.(?:md|markdown|mdown|mkd)$/.test(lower);
  const html = (start: number, end: number): readonly RawBlock[] => htmlStretch(source, start, end);
  return { format: markdown ? "markdown" : "text", blocks: readText(source, { markdown, html }), type: undefined };
}

const LOOKED_AT = 3000;

/** Whether a source is a page: it starts as one, or its name says so and it has tags at all. */
function isHtml(source: string, name: string): boolean {
  const head = source.slice(0, LOOKED_AT);
  // A comment may stand first in Markdown as well as in a page: what follows it tells.
  const start = head
    .replace(/^\ufeff?(?:\s*<!--[\s\S]*?-->)*/, "")
    .trimStart()
    .slice(0, 200)
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|body|\?xml|!--|div|p|center|font|meta|title)[\s>\-!]/.test(start)) return true;
  // Old wire copy has "<TABLE>" and "<S> <C>" in it, and is no page.
  if (start.startsWith("<table") && /<t[dhr][\s>]/i.test(head)) return true;
  const named = /\.(?:x?html?|xht)$/.test(name);
  if (named) return /<[a-z!/?]/i.test(head);
  return /\.(?:md|markdown|mdown|mkd|txt)$/.test(name)
    ? /<html[\s>]/i.test(head)
    : /<(?:html|body|div|td)[\s>]/i.test(head);
}

/** An HTML table that stands in a text: read as a page of its own, its places those of the whole. */
function htmlStretch(source: string, start: number, end: number): readonly RawBlock[] {
  const page = readHtml(source.slice(start, end), { ignoreTags: true }, readLines);
  if ("code" in page) return [];
  return page.blocks.map((block): RawBlock => {
    if (block.kind !== "raw-table") return { ...block, text: moved(block.text, start) };
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: moved(cell.text, start) })),
    }));
    return { ...block, rows };
  });
}

const moved = ({ text, pieces }: Printed, by: number): Printed => ({
  text,
  pieces: pieces.map((offset, i) => (i % 3 === 0 ? offset : offset + by)),
});
