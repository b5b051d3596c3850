import type { TableReading } from "../../tieout/figures/document-figures.ts";
import type { LexedBlock } from "../../tieout/lex/lexed.ts";
import { anyCase, type Pattern } from "../pattern.ts";
import { isAside, isPeriodLine } from "./part.ts";

/** Words by which a title tells of what is to come. */
export const GUIDES: Pattern = anyCase(/\b(?:outlook|guidance|forecast(?:s|ed)?)\b/);

/** So many texts above a table may be of its title, and so far they are looked for. */
const BEFORE = 4;
const FARTHEST = 8;

/** "Reconciliations are at the end of this release.", "See 'Non-GAAP Measures' below.": a sentence about other tables than the next. */
const REFERS = anyCase(
  /^(?!.*\b(?:following|(?:tables?|schedules?) below|below (?:is|are)|as follows)\b).*\b(?:see|refer|later in|(?:at|near) the end of|elsewhere|(?:found|included|provided|presented|contained|described|discussed|available|set forth|shown) (?:\w+ )?(?:in|at|later|below|under|on|elsewhere))\b.*[.)”"]\s*$/,
);
/** "(1) A reconciliation of the forecast is not available without unreasonable efforts": there is none, so this calls no table one. */
const DENIES = anyCase(
  /\b(?:not|unable|cannot|impractica\w+)\b[^.]{0,120}\breconcil|\breconcil[^.]{0,120}\b(?:not|cannot|impractica\w+)\b|\bunreasonable efforts?\b/,
);

/** The caption of a table and the texts shortly before it. */
export function titleOf({ meaning }: TableReading, lexed: readonly LexedBlock[], at: number): string {
  const near: string[] = [];
  let room = 600 - meaning.caption.length;
  let passed = 0;
  let isHeaded = false;
  for (let i = at - 1; i >= 0 && i >= at - FARTHEST && passed < BEFORE && room > 0; i--) {
    const block = lexed[i]!;
    if (block.kind === "table") break;
    const isAbove = isHeaded && block.block.kind !== "heading";
    isHeaded ||= block.block.kind === "heading";
    const text = block.block.text.text;
    // Units and periods stand between a title and its table, each in a line of its own.
    if (!isAside(text) && !isPeriodLine(text)) passed++;
    if (text.length >= 400) continue;
    // What is guided for above a heading is of another section than the table below it.
    if (isAbove && GUIDES.test(text)) continue;
    // The caption has some of these texts already.
    if (!REFERS.test(text) && !DENIES.test(text) && !meaning.caption.includes(text)) near.unshift(text.slice(-room));
    room -= text.length + 1;
  }
  return [...near, meaning.caption].join(" ");
}
