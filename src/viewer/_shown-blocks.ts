import type { Printed } from "../text/printed.ts";
import type { Block, Cell, Table } from "../tieout/document.ts";
import type { Wardrobe } from "./_wardrobe.ts";
import type { Marker } from "./marked-text.ts";

/** Writes a document block by block, as its reader understood it: Markdown has no other print. */
export function writeBlocks(blocks: readonly Block[], out: string[], marker: Marker, wardrobe: Wardrobe): void {
  let isInList = false;
  for (const block of blocks) {
    const isItem = block.kind === "paragraph" && block.bullet;
    if (isItem !== isInList) out.push(isItem ? "<ul>\n" : "</ul>\n");
    isInList = isItem;
    if (block.kind === "table") writeTable(block, out, marker, wardrobe);
    else {
      const name = isItem ? "li" : block.kind === "heading" ? `h${Math.min(6, Math.max(1, block.level))}` : "p";
      out.push(`<${name}>`);
      writePrinted(block.text, marker);
      out.push(`</${name}>\n`);
    }
  }
  if (isInList) out.push("</ul>\n");
}

/** Piece by piece, so that every character finds its place in the source. */
function writePrinted({ text, pieces }: Printed, marker: Marker): void {
  for (let p = 0; p < pieces.length; p += 3)
    marker.put(text.slice(pieces[p]!, pieces[p + 3] ?? text.length), pieces[p + 1]!, pieces[p + 2]!);
  marker.end();
}

function writeTable({ rows, columns }: Table, out: string[], marker: Marker, wardrobe: Wardrobe): void {
  const steps = [...new Set(rows.flatMap(({ cells }) => cells.map(({ indent }) => indent)))].sort((a, b) => a - b);
  out.push(`<table${wardrobe.worn("margin-top:1em;margin-bottom:1em;")}>\n`);
  for (const { cells, ruleAbove } of rows) {
    out.push("<tr>");
    let at = 1;
    for (const cell of cells) {
      if (cell.column > at) out.push(`<td${spanOf(cell.column - at)}></td>`);
      const style = styleOf(cell, Math.min(MOST_STEPS, steps.indexOf(cell.indent)), ruleAbove);
      const name = cell.head ? "th" : "td";
      out.push(`<${name}${spanOf(cell.span)}${wardrobe.worn(style)}>`);
      writePrinted(cell.text, marker);
      out.push(`</${name}>`);
      at = cell.column + cell.span;
    }
    if (at <= columns) out.push(`<td${spanOf(columns - at + 1)}></td>`);
    out.push("</tr>\n");
  }
  out.push("</table>\n");
}

const MOST_STEPS = 6;

const spanOf = (columns: number): string => (columns > 1 ? ` colspan="${Math.min(200, columns)}"` : "");

/** Labels stand at the left, one step in for each of their own; all else at the right, below its line where it has one. */
function styleOf({ column, span, head, bold }: Cell, step: number, ruleAbove: boolean): string {
  const place =
    column === 1
      ? `text-align:left;${step > 0 ? `padding-left:${step}em;` : ""}`
      : `text-align:${span > 1 ? "center" : "right"};`;
  const weight = bold || head ? "font-weight:bold;" : "font-weight:normal;";
  return `vertical-align:bottom;${place}${weight}${ruleAbove && column > 1 ? "border-top:1px solid #555;" : ""}`;
}
