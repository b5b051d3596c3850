import type { Printed } from "../../text/printed.ts";
import type { DraftCell } from "./text-draft.ts";
import { headItems } from "./text-head.ts";
import { wordsOf } from "./text-line.ts";

/** What kind of head a text is; undefined for anything that may be a label. */
export type HeadShape = "ended" | "as of" | "date" | "year" | "words" | "audited";

export function headShape(text: string): HeadShape | undefined {
  if (text.length > 60) return undefined;
  if (/^\(?(?:un)?audited\)?$/i.test(text)) return "audited";
  const { items, label, period } = headItems(text, wordsOf(text));
  if (items.length === 0 || label > 0) return undefined;
  if (/ended|ending/i.test(text)) return "ended";
  if (/^as (?:of|at)/i.test(text)) return "as of";
  if (/[a-z]{3}|\d[/.]\d/i.test(text)) return period ? "date" : "words";
  return "year";
}

/** Whether a text names a time, as the heads of another table do. */
export function isTimeHead(text: string): boolean {
  const shape = headShape(text);
  return shape !== undefined && shape !== "audited" && shape !== "words";
}

/**
 * Heads that stand one a line, over `width` columns whose first is 1. They come row by row (two periods, then four years) or column by
 * column ("As of December 31," "2023" "As of March 31," "2024"). What does not divide evenly stands over all columns.
 */
export function spreadHeads(heads: readonly Printed[], width: number, bold: boolean): DraftCell[][] {
  const shapes = heads.map((head) => headShape(head.text));
  const each = heads.length / width;
  if (width > 1 && Number.isInteger(each) && each > 1 && isPeriodic(shapes, each))
    return Array.from({ length: each }, (_, row) =>
      Array.from({ length: width }, (_, k) => headCell(heads[row + k * each]!, k, 1, bold)),
    );
  const rows: DraftCell[][] = [];
  for (let i = 0; i < heads.length; ) {
    let end = i + 1;
    while (end < heads.length && end - i < width && shapes[end] === shapes[i]) end++;
    while (width % (end - i) !== 0) end--;
    const span = width / (end - i);
    rows.push(heads.slice(i, end).map((head, k) => headCell(head, k, span, bold)));
    i = end;
  }
  return rows;
}

/** Whether the shapes come again after every `each`, and differ in between. */
function isPeriodic(shapes: readonly (HeadShape | undefined)[], each: number): boolean {
  for (let i = 0; i < shapes.length; i++) {
    if (shapes[i] !== shapes[i % each]) return false;
    if (i > 0 && i < each && shapes[i] === shapes[i - 1]) return false;
  }
  return true;
}

const headCell = (text: Printed, k: number, span: number, bold: boolean): DraftCell => {
  return { from: 1 + k * span, to: 1 + (k + 1) * span, text, bold };
};
