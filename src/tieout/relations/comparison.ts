import { ONE, rational } from "../../exact/rational.ts";
import { type Cell, type CellGrid, isRatio, surprise } from "./cells.ts";
import type { Form, Relation } from "./relation.ts";
import { columnsAt, type SheetSource } from "./sheet.ts";

const MINUS_ONE = rational(-1n);
const ACCEPT = 8;
const STRONG = 18;
const NAMED_STRONG = 8;

interface Test {
  readonly row: number;
  readonly kind: "growth" | "change" | "points" | "basis-points";
  readonly current: Cell;
  readonly base: Cell;
  readonly result: Cell;
  readonly holds: boolean;
  readonly bits: number;
}

/**
 * Columns that compare two others (T05, T06, T09, T10): growth, change, points. For every column of percentages or changes
 * the pair of columns is sought that its rows agree on; the head's words only help.
 */
export function comparisons(
  source: SheetSource,
  grid: CellGrid,
  shifted: ReadonlySet<number> = new Set(),
): readonly Relation[] {
  const relations: Relation[] = [];
  for (const part of parts(source)) {
    const heads = columnsAt(source.meaning, part.from);
    heads.forEach((head, column) => {
      if (!compares(grid, part, column, head.kind)) return;
      const best = bestPair(source, grid, part, column);
      if (best !== undefined) relations.push(...relationsOf(source, best, shifted));
    });
  }
  return relations;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** The stretches of rows that share one set of heads. */
export function parts(source: SheetSource): readonly Part[] {
  const found: Part[] = [];
  for (let r = 0, from = 0; r < source.grid.length; r++) {
    const next = r + 1 < source.grid.length ? columnsAt(source.meaning, r + 1) : undefined;
    if (next === columnsAt(source.meaning, r)) continue;
    found.push({ from, to: r + 1 });
    from = r + 1;
  }
  return found;
}

/** A column is asked where its head says that it compares, or where it holds percentages beside columns of amounts. */
function compares(grid: CellGrid, part: Part, column: number, kind: string): boolean {
  if (kind === "change" || kind === "percent-change") return true;
  let percents = 0;
  let others = 0;
  for (let r = part.from; r < part.to; r++) {
    const cell = grid[r]![column];
    if (cell === undefined) continue;
    if (isRatio(cell)) percents++;
    else others++;
  }
  return percents >= 2 && percents > others;
}

/** The rows that agree on what a column compares; `named` where the head's own words say the same. */
interface Pair {
  readonly tests: readonly Test[];
  readonly named: boolean;
}

function bestPair(source: SheetSource, grid: CellGrid, part: Part, column: number): Pair | undefined {
  const heads = columnsAt(source.meaning, part.from);
  const told = heads[column]?.compares;
  let best: { readonly i: number; readonly j: number; readonly named: boolean } | undefined;
  let bestScore = ACCEPT;
  for (let i = 0; i < heads.length; i++)
    for (let j = 0; j < heads.length; j++) {
      if (i === j || i === column || j === column) continue;
      if (heads[i]!.kind !== "amount" && heads[i]!.kind !== "other") continue;
      const bits = pairBits(grid, part, i, j, column);
      if (bits === undefined) continue;
      const named = told !== undefined && told[0] === i && told[1] === j;
      const nearness = Math.abs(i - column) + Math.abs(j - column) <= 3 ? 1 : 0;
      const score = bits + (named ? 5 : 0) + nearness;
      if (score > bestScore) {
        bestScore = score;
        best = { i, j, named };
      }
    }
  return best && { tests: testsOf(grid, part, best.i, best.j, column), named: best.named };
}

/** The bits of a pair of columns; undefined where too many rows disagree. Only those of the best pair become tests. */
function pairBits(grid: CellGrid, part: Part, i: number, j: number, column: number): number | undefined {
  let sum = 0;
  let holds = 0;
  let fails = 0;
  for (let row = part.from; row < part.to; row++) {
    const bits = bitsAt(grid[row]!, i, j, column);
    if (bits === undefined) continue;
    sum += bits;
    if (bits < 0) fails++;
    else holds++;
  }
  const most = Math.max(1, Math.floor((holds + fails) / 4));
  return holds === 0 || fails > most || (fails > 0 && holds < 2) ? undefined : sum;
}

function testsOf(grid: CellGrid, part: Part, i: number, j: number, column: number): readonly Test[] {
  const tests: Test[] = [];
  for (let row = part.from; row < part.to; row++) {
    const bits = bitsAt(grid[row]!, i, j, column);
    if (bits === undefined) continue;
    const [current, base, result] = [grid[row]![i]!, grid[row]![j]!, grid[row]![column]!];
    tests.push({ row, kind: kindOf(current, base, result)!, current, base, result, holds: bits >= 0, bits });
  }
  return tests;
}

/** What a row says for a pair of columns: bits where it agrees, `FAILS` where it does not, undefined where nothing can be asked. */
function bitsAt(row: CellGrid[number], i: number, j: number, column: number): number | undefined {
  const current = row[i];
  const base = row[j];
  const result = row[column];
  if (current === undefined || base === undefined || result === undefined || current.unit !== base.unit)
    return undefined;
  const kind = kindOf(current, base, result);
  if (kind === undefined) return undefined;
  if (kind === "growth") return growthBits(current, base, result);
  return differenceBits(current, base, result, kind === "basis-points" ? 10000 : 1);
}

const FAILS = -8;

function kindOf(current: Cell, base: Cell, result: Cell): Test["kind"] | undefined {
  if (result.unit === current.unit && !isRatio(result)) return "change";
  if (isRatio(current)) {
    if (result.kind === "basis-points") return "basis-points";
    return result.kind === "percentage-points" || result.kind === "percent" ? "points" : undefined;
  }
  if (result.kind !== "percent" || base.size === 0) return undefined;
  // A base that may be nothing, or is below it, says nothing that all houses agree on.
  return Math.abs(base.size) <= 4 * base.width || base.size < 0 || current.size < 0 ? undefined : "growth";
}

function growthBits(current: Cell, base: Cell, result: Cell): number {
  const over = Math.abs(base.size);
  const value = (current.size - base.size) / base.size;
  const slack = (current.width + (Math.abs(current.size) / over) * base.width) / (2 * over);
  const holds = Math.abs(value - result.size) <= slack + result.width / 2 + 1e-12;
  return holds ? surprise(result, Math.max(0.4, Math.abs(result.size)), slack) : FAILS;
}

function differenceBits(current: Cell, base: Cell, result: Cell, times: number): number {
  const value = (current.size - base.size) * times;
  const slack = ((current.width + base.width) * times) / 2;
  const holds = Math.abs(value - result.size) <= slack + result.width / 2 + 1e-9 * Math.abs(value);
  if (!holds) return FAILS;
  const trivial = base.size === 0 || current.size === 0;
  return trivial ? 0 : surprise(result, Math.max(Math.abs(current.size), Math.abs(base.size)) * times, slack);
}

const RULES: Readonly<Record<Test["kind"], string>> = {
  growth: "T06",
  change: "T05",
  points: "T10",
  "basis-points": "T09",
};

/** A row with fewer figures than its neighbours may have lost one to the column beside it when it was read. */
const isFull = (source: SheetSource, row: number, usual: number): boolean =>
  source.grid[row]!.filter((i) => i !== undefined).length >= usual;

function relationsOf(source: SheetSource, { tests, named }: Pair, shifted: ReadonlySet<number>): readonly Relation[] {
  const counts = tests.map((t) => source.grid[t.row]!.filter((i) => i !== undefined).length).sort((a, b) => a - b);
  const usual = counts[counts.length >> 1]!;
  const total = tests.reduce((sum, t) => sum + t.bits, 0);
  const holding = tests.filter((t) => t.holds).length;
  return tests.map((t): Relation => {
    const others = holding - (t.holds ? 1 : 0);
    const rest = total - t.bits;
    const most = others >= 3 * (tests.length - holding - (t.holds ? 0 : 1));
    const strong = most && (named ? others >= 2 && rest >= NAMED_STRONG : others >= 3 && rest >= STRONG);
    const label = source.meaning.rows[t.row]!.label || `row ${t.row + 1}`;
    const head = (c: Cell): string => headOf(source, t.row, c);
    return {
      rule: RULES[t.kind],
      kind: t.kind === "growth" ? "growth" : t.kind === "change" ? "change" : "points",
      text: `${label}: ${head(t.current)} against ${head(t.base)} = ${head(t.result)}`,
      form: formOf(t),
      strength:
        !t.holds && (!isFull(source, t.row, usual) || shifted.has(t.row))
          ? "weak"
          : strong
            ? "strong"
            : others >= 1 || t.bits >= ACCEPT
              ? "fair"
              : "weak",
      evidence: `${others} other row${others === 1 ? "" : "s"} of the column`,
      bits: total,
      allowance: t.kind === "growth" ? 1 : 0,
    };
  });
}

function headOf(source: SheetSource, row: number, cell: Cell): string {
  const column = source.grid[row]!.indexOf(cell.figure);
  return columnsAt(source.meaning, row)[column]?.head || `column ${column + 1}`;
}

function formOf(t: Test): Form {
  const current = { figure: t.current.figure, times: ONE };
  if (t.kind === "growth")
    return {
      kind: "quotient",
      numerator: [current],
      denominator: [{ figure: t.base.figure, times: ONE }],
      plus: MINUS_ONE,
      times: ONE,
      result: t.result.figure,
    };
  const times = t.kind === "basis-points" ? rational(10000n) : ONE;
  return {
    kind: "sum",
    terms: [
      { figure: t.current.figure, times },
      { figure: t.base.figure, times: { n: -times.n, d: 1n } },
    ],
    result: t.result.figure,
  };
}
