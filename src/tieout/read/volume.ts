import type { Refusal } from "../../finding.ts";
import type { Printed } from "../../text/printed.ts";
import type { RawBlock } from "./raw.ts";

/** Ten times what the longest annual reports print. Each number costs some kilobytes on its way to the report. */
const MOST_NUMBERS = 500_000;

/** Why a document that prints numbers without end is not tied out; undefined for any other. */
export function tooManyNumbers(blocks: readonly RawBlock[]): Refusal | undefined {
  let left = MOST_NUMBERS;
  for (const block of blocks) {
    if (block.kind !== "raw-table") left -= digitRuns(block.text);
    else for (const row of block.rows) for (const cell of row.cells) left -= digitRuns(cell.text);
    if (left < 0)
      return {
        code: "document-has-too-many-numbers",
        message: `The document prints more than ${MOST_NUMBERS} numbers, far more than a release or a filing does. Split it, or leave out its data tables.`,
      };
  }
  return undefined;
}

/** How many stretches of digits a text has: "1,204.3" has three. */
function digitRuns({ text }: Printed): number {
  let runs = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const digit = c >= 48 && c <= 57;
    if (digit && !inside) runs++;
    inside = digit;
  }
  return runs;
}
