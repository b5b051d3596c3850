import { lines } from "../text/place.ts";
import type { CheckedDocument } from "../tieout/report/checked.ts";
import { writeBlocks } from "./_shown-blocks.ts";
import { writePage } from "./_shown-page.ts";
import { textLines } from "./_text-lines.ts";
import { type Wardrobe, wardrobeOf } from "./_wardrobe.ts";
import type { ShownDocument } from "./evidence.ts";
import { type Marker, markerOf } from "./marked-text.ts";

/** A line longer than this is broken where the paper ends: it is prose, and no row of a table. */
const LONGEST_LINE = 200;
/** So many lines stand in one piece. */
const TOGETHER = 60;
/** Enough of a hash to tell the documents of one page apart. */
const TOLD_APART = 8;

/** The document made safe to show, with its figures and passages marked; see `ShownDocument`. */
export function shownDocument(checked: CheckedDocument): ShownDocument {
  const { source, format, blocks } = checked.document;
  const scope = `doc-${checked.sha256.slice(0, TOLD_APART)}`;
  const out: string[] = [];
  const marker = markerOf(checked, out);
  const wardrobe = wardrobeOf(scope);
  let body = "";
  if (format === "html" || format === "ixbrl") body = writePage(source, blocks, out, marker, wardrobe);
  else if (format === "markdown") writeBlocks(blocks, out, marker, wardrobe);
  else writeLines(source, out, marker, wardrobe);
  return { html: `<style>\n${wardrobe.sheet(body)}</style><div class="${scope}">${out.join("")}</div>` };
}

/**
 * Plain text, line for line, in pieces, so that a browser need not lay out what is out of sight. A paragraph whose lines are filled
 * runs as wide as the paper is, so that it can be read on a narrow one; its line breaks are still there, and read as blanks.
 */
function writeLines(source: string, out: string[], marker: Marker, wardrobe: Wardrobe): void {
  const starts = lines(source);
  const texts = starts.map((start, i) => source.slice(start, starts[i + 1] ?? source.length));
  const isLong = texts.some((text) => text.length > LONGEST_LINE);
  const kinds = isLong ? [] : textLines(texts.map((text) => text.trimEnd()));
  const isProse = (line: number): boolean => kinds[line]?.isProse === true;
  const goesOn = (line: number): boolean => kinds[line]?.goesOn === true;
  const wrapped = wardrobe.worn(WRAPPED);
  const broken = wardrobe.worn("white-space:normal;");
  for (let line = 0; line < starts.length; ) {
    const first = line;
    const runs = isProse(first);
    // A browser passes over a line break right behind the tag.
    out.push(`<pre${isLong || runs ? wrapped : ""}>\n`);
    for (; line < starts.length && line < first + TOGETHER && isProse(line) === runs; line++) {
      const [start, end] = [starts[line]!, starts[line + 1] ?? source.length];
      const indent = goesOn(line - 1) ? /^\s*/.exec(texts[line]!)![0].length : 0;
      const until = goesOn(line) ? start + texts[line]!.trimEnd().length : end;
      marker.put(source.slice(start + indent, until), start + indent, until);
      if (goesOn(line)) {
        const next = end + /^\s*/.exec(texts[line + 1]!)![0].length;
        marker.end();
        out.push(`<span${broken}>`);
        marker.put(source.slice(until, next), until, next);
        marker.end();
        out.push("</span>");
      }
    }
    marker.end();
    out.push("</pre>");
  }
}

const WRAPPED = "white-space:pre-wrap;overflow-wrap:anywhere;";
