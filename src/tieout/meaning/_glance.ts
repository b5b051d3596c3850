import type { LexedCell, LexedRow } from "../lex/lexed.ts";
import { type Nature, natureOf } from "./cell-nature.ts";

/** A row at a glance: what its cells are, before anything is known of its table. */
export interface Glance {
  readonly row: LexedRow;
  readonly natures: readonly Nature[];
  /** Cells behind the label columns, by what they are. */
  readonly numbers: number;
  readonly softs: number;
  readonly times: number;
  readonly texts: number;
  readonly label: LexedCell | undefined;
}

export const behindLabels = (g: Glance): number => g.numbers + g.softs + g.times + g.texts;

export function glance(row: LexedRow, labelColumns: number): Glance {
  const natures = row.cells.map(natureOf);
  let numbers = 0;
  let softs = 0;
  let times = 0;
  let texts = 0;
  let label: LexedCell | undefined;
  row.cells.forEach((cell, i) => {
    const nature = natures[i]!;
    if (nature === "empty") return;
    if (cell.cell.column <= labelColumns) {
      label ??= cell;
      return;
    }
    if (nature === "number") numbers++;
    else if (nature === "soft") softs++;
    else if (nature === "text") texts++;
    else times++;
  });
  return { row, natures, numbers, softs, times, texts, label };
}
