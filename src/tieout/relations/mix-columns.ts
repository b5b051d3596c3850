import { ONE, ZERO } from "../../exact/rational.ts";
import { type Cell, type CellGrid, surprise } from "./cells.ts";
import { parts } from "./comparison.ts";
import type { Relation } from "./relation.ts";
import { columnsAt, type SheetSource } from "./sheet.ts";

interface Test {
  readonly row: number;
  readonly result: Cell;
  readonly amount: Cell;
  readonly holds: boolean;
  readonly bits: number;
}

interface Mix {
  readonly base: Cell;
  readonly baseRow: number;
  readonly tests: readonly Test[];
  readonly score: number;
}

const ACCEPT = 10;
const STRONG = 16;

/** Columns that print each row as a part of one row (T07): percent of revenue, percent of total. */
export function mixColumns(source: SheetSource, grid: CellGrid): readonly Relation[] {
  const relations: Relation[] = [];
  for (const part of parts(source)) {
    const heads = columnsAt(source.meaning, part.from);
    for (let column = 0; column < heads.length; column++) {
      if (heads[column]!.kind === "percent-change") continue;
      const best = bestMix(grid, part, column, heads.length);
      if (best !== undefined) relations.push(...relationsOf(source, best));
    }
  }
  return relations;
}

function bestMix(grid: CellGrid, part: { from: number; to: number }, column: number, count: number): Mix | undefined {
  const rows: number[] = [];
  for (let r = part.from; r < part.to; r++) if (grid[r]![column]?.kind === "percent") rows.push(r);
  if (rows.length < 3) return undefined;
  let best: Mix | undefined;
  // The amounts stand in the nearest column at the left as a rule; a column to the right is asked too.
  for (let a = Math.max(0, column - 4); a < Math.min(count, column + 2); a++) {
    if (a === column) continue;
    for (const baseRow of basesOf(grid, rows, column, a)) {
      const base = grid[baseRow]![a]!;
      const tests = rows.flatMap((row) => testOf(grid, row, column, a, base) ?? []);
      const holds = tests.filter((t) => t.holds).length;
      const fails = tests.length - holds;
      if (holds < 3 || fails > Math.max(1, Math.floor(tests.length / 4))) continue;
      const score = tests.reduce((sum, t) => sum + t.bits, 0) + (a === column - 1 ? 2 : 0) - 3;
      if (score >= ACCEPT && (best === undefined || score > best.score)) best = { base, baseRow, tests, score };
    }
  }
  return best;
}

/** The whole is the row that prints 100 %, or else the row whose amount over its own percentage fits most: the largest ones. */
function basesOf(grid: CellGrid, rows: readonly number[], column: number, amounts: number): readonly number[] {
  const usable = rows.filter((r) => grid[r]![amounts]?.kind === "amount" && grid[r]![amounts]!.size > 0);
  const hundred = usable.filter((r) => grid[r]![column]!.size === 1);
  return hundred.length > 0 ? hundred.slice(0, 3) : [];
}

function testOf(grid: CellGrid, row: number, column: number, amounts: number, base: Cell): Test | undefined {
  const result = grid[row]![column]!;
  const amount = grid[row]![amounts];
  if (amount === undefined || amount.unit !== base.unit || amount.figure === base.figure) return undefined;
  const slack = (amount.width + (Math.abs(amount.size) / base.size) * base.width) / (2 * base.size);
  const holds = Math.abs(amount.size / base.size - result.size) <= slack + result.width / 2 + 1e-12;
  const trivial = amount.size === 0 || result.size === 0;
  return { row, result, amount, holds, bits: holds ? (trivial ? 0 : surprise(result, 0.5, slack)) : -8 };
}

function relationsOf(source: SheetSource, mix: Mix): readonly Relation[] {
  const holding = mix.tests.filter((t) => t.holds).length;
  const label = (r: number): string => source.meaning.rows[r]!.label || `row ${r + 1}`;
  return mix.tests.map((t): Relation => {
    const others = holding - (t.holds ? 1 : 0);
    return {
      rule: "T07",
      kind: "mix",
      text: `${label(t.row)} / ${label(mix.baseRow)} as a percentage`,
      form: {
        kind: "quotient",
        numerator: [{ figure: t.amount.figure, times: ONE }],
        denominator: [{ figure: mix.base.figure, times: ONE }],
        plus: ZERO,
        times: ONE,
        result: t.result.figure,
      },
      strength: others >= 4 && mix.score - t.bits >= STRONG ? "strong" : others >= 2 ? "fair" : "weak",
      evidence: `${others} other rows of the column`,
      bits: mix.score,
      allowance: 1,
    };
  });
}
