import { lines } from "../text/place.ts";
import type { CheckedDocument } from "../tieout/report/checked.ts";
import { writeBlocks } from "./_shown-blocks.ts";
import { writePage } from "./_shown-page.ts";
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

/** Plain text, line for line, in pieces, so that a browser need not lay out what is out of sight. */
function writeLines(source: string, out: string[], marker: Marker, wardrobe: Wardrobe): void {
  const starts = lines(source);
  const isLong = starts.some((start, i) => (starts[i + 1] ?? source.length) - start > LONGEST_LINE);
  const worn = wardrobe.worn(isLong ? "white-space:pre-wrap;overflow-wrap:anywhere;" : "");
  for (let line = 0; line < starts.length; line += TOGETHER) {
    const start = starts[line]!;
    const end = starts[line + TOGETHER] ?? source.length;
    // A browser passes over a line break right behind the tag.
    out.push(`<pre${worn}>\n`);
    marker.put(source.slice(start, end), start, end);
    marker.end();
    out.push("</pre>");
  }
}
