import { ONE, ZERO } from "../../exact/rational.ts";
import type { Cell, CellGrid } from "./cells.ts";
import type { Relation } from "./relation.ts";
import { columnsAt, type SheetSource } from "./sheet.ts";

/** One cell of a line per share, with the amount of the line of the same name and the shares of its column. */
interface Test {
  readonly row: number;
  readonly over: number;
  readonly column: number;
  readonly result: Cell;
  readonly amount: Cell;
  readonly shares: Cell;
  readonly holds: boolean;
}

/** The lines of a reconciliation are repeated from the third on, whatever they are called. */
const LEAST_LINES = 3;
/** So many lines that are not nothing must follow, beside the one that is asked. */
const LEAST_OTHERS = 3;

/**
 * A reconciliation gives its adjustments twice, in amounts and then per share (Reg G, S-K 10(e)): each line per share is the amount of the line of the
 * same name over the shares of the same table (T11). Where more than one line does not follow, the lines are made per share otherwise (each after
 * its own tax, or so that they foot), and nothing is said.
 */
export function perShareLines(source: SheetSource, grid: CellGrid): readonly Relation[] {
  const pairs = pairsOf(source, grid);
  if (pairs.length < LEAST_LINES) return [];
  let best: readonly Test[] = [];
  for (const shares of rowsOf(grid, "shares")) {
    const tests = pairs.flatMap(([over, row]) => testsOf(grid, { over, row, shares }));
    if (held(tests) > held(best)) best = tests;
  }
  if (best.filter(({ holds }) => !holds).length > 1 || held(best) <= LEAST_OTHERS) return [];
  return best.map((test) => relationOf(source, test, held(best.filter((other) => other !== test))));
}

const isTelling = ({ result, holds }: Test): boolean => holds && result.size !== 0;
const held = (tests: readonly Test[]): number => tests.filter(isTelling).length;

const rowsOf = (grid: CellGrid, kind: Cell["kind"]): readonly number[] =>
  [...grid.keys()].filter((r) => grid[r]!.some((cell) => cell?.kind === kind));

/** Rows of amounts with the later rows per share that have the same names in the same order, each name once on either side. */
function pairsOf(source: SheetSource, grid: CellGrid): readonly (readonly [number, number])[] {
  const named = (kind: Cell["kind"]): ReadonlyMap<string, readonly number[]> => {
    const rows = new Map<string, number[]>();
    for (const r of rowsOf(grid, kind)) {
      const name = source.meaning.rows[r]!.label.toLowerCase();
      if (name !== "") rows.set(name, [...(rows.get(name) ?? []), r]);
    }
    return rows;
  };
  const amounts = named("amount");
  const pairs = [...named("per-share")].flatMap(([name, rows]) => {
    const overs = amounts.get(name) ?? [];
    return rows.length === 1 && overs.length === 1 && overs[0]! < rows[0]! ? [[overs[0]!, rows[0]!] as const] : [];
  });
  return pairs.every(([over], k) => k === 0 || over > pairs[k - 1]![0]) ? pairs : [];
}

function testsOf(
  grid: CellGrid,
  { over, row, shares: under }: { readonly over: number; readonly row: number; readonly shares: number },
): readonly Test[] {
  return grid[row]!.flatMap((result, column): Test[] => {
    const amount = grid[over]![column];
    const shares = grid[under]![column];
    if (result?.kind !== "per-share" || amount?.kind !== "amount" || shares?.kind !== "shares") return [];
    if (shares.size <= 4 * shares.width) return [];
    const slack = (amount.width + (Math.abs(amount.size) / shares.size) * shares.width) / (2 * shares.size);
    const holds = Math.abs(amount.size / shares.size - result.size) <= slack + result.width / 2 + 1e-12;
    return [{ row, over, column, result, amount, shares, holds }];
  });
}

function relationOf(source: SheetSource, test: Test, others: number): Relation {
  const { label } = source.meaning.rows[test.row]!;
  const head = columnsAt(source.meaning, test.row)[test.column]?.head ?? "";
  return {
    rule: "T11",
    kind: "per-share",
    text: `${label} / shares = ${label} per share${head === "" ? "" : ` (${head})`}`,
    form: {
      kind: "quotient",
      numerator: [{ figure: test.amount.figure, times: ONE }],
      denominator: [{ figure: test.shares.figure, times: ONE }],
      plus: ZERO,
      times: ONE,
      result: test.result.figure,
    },
    strength: others >= LEAST_OTHERS ? "strong" : "fair",
    evidence: `the names of the lines in their order, and ${others} others that follow`,
    bits: 4 * others,
    allowance: 1,
  };
}
