import type { Figure } from "../figures/figure.ts";
import type { FactRow } from "./fact-row.ts";
import { FAILS, GROWTH, type GrowthTest, growthRelations, growthTest } from "./growth-fit.ts";
import type { Relation } from "./relation.ts";

interface Candidate {
  readonly current: FactRow;
  readonly base: FactRow;
  readonly tests: readonly GrowthTest[];
  readonly score: number;
}

const ACCEPT = 16;
/** How many rows above may be compared. */
const REACH = 5;

/**
 * Rows that compare two rows above them (T06), column by column: this year's amounts, last year's, and what they grew by. A
 * column of growth has its heads to go by; a row has its label, and the columns that agree.
 */
export function growthRows(rows: readonly FactRow[], figures: readonly Figure[]): readonly Relation[] {
  return rows.flatMap((row, i) => {
    const isGrowth = GROWTH.test(`${row.name} ${row.heading}`) && row.cells.every((c) => c.kind.startsWith("percent "));
    if (!isGrowth || row.cells.length < 3) return [];
    const above = rows.slice(Math.max(0, i - REACH), i).filter((r) => r.table === row.table);
    let best: Candidate | undefined;
    for (const current of above)
      for (const base of above) {
        const c = current === base ? undefined : candidate(row, current, base, figures);
        if (c !== undefined && (best === undefined || c.score > best.score)) best = c;
      }
    return best === undefined ? [] : relationsOf(row, best);
  });
}

function candidate(row: FactRow, current: FactRow, base: FactRow, figures: readonly Figure[]): Candidate | undefined {
  const tests: GrowthTest[] = [];
  let bits = 0;
  let fails = 0;
  for (const result of row.cells) {
    const a = current.cells.find((c) => c.column === result.column);
    const b = base.cells.find((c) => c.column === result.column);
    if (a === undefined || b === undefined || a.kind !== b.kind || a.kind.startsWith("percent")) continue;
    const test = growthTest(result, a, b, figures);
    if (test === undefined) continue;
    tests.push(test);
    if (test.holds) bits += test.bits;
    else if (++fails > Math.max(1, Math.floor(row.cells.length / 4))) return undefined;
  }
  const holds = tests.length - fails;
  return holds < 2 || bits < ACCEPT ? undefined : { current, base, tests, score: bits + FAILS * fails };
}

const relationsOf = (row: FactRow, { current, base, tests, score }: Candidate): readonly Relation[] =>
  growthRelations(tests, score, (_test, others) => ({
    text: `${current.label || `row ${current.row + 1}`} against ${base.label || `row ${base.row + 1}`} = ${row.label}`,
    evidence: `the label and ${others} other column${others === 1 ? "" : "s"}`,
  }));
