import { divide, floor, ONE, rational, subtract } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { judge } from "../prove/verdict.ts";
import type { Fact, FactRow } from "./fact-row.ts";
import type { Form, Relation } from "./relation.ts";

interface Test {
  readonly result: Fact;
  readonly current: Fact;
  readonly base: Fact;
  readonly holds: boolean;
  readonly bits: number;
}

interface Candidate {
  readonly current: FactRow;
  readonly base: FactRow;
  readonly tests: readonly Test[];
  readonly score: number;
}

const MINUS_ONE = rational(-1n);
const GROWTH = /\b(?:growth|change|increase|decrease|yoy)\b/;
const ACCEPT = 16;
const STRONG = 14;
const FAILS = -8;
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
  const tests: Test[] = [];
  let bits = 0;
  let fails = 0;
  for (const result of row.cells) {
    const a = current.cells.find((c) => c.column === result.column);
    const b = base.cells.find((c) => c.column === result.column);
    if (a === undefined || b === undefined || a.kind !== b.kind || a.kind.startsWith("percent")) continue;
    const test = testOf(result, a, b, figures);
    if (test === undefined) continue;
    tests.push(test);
    if (test.holds) bits += test.bits;
    else if (++fails > Math.max(1, Math.floor(row.cells.length / 4))) return undefined;
  }
  const holds = tests.length - fails;
  return holds < 2 || bits < ACCEPT ? undefined : { current, base, tests, score: bits + FAILS * fails };
}

const formOf = (result: Fact, current: Fact, base: Fact): Form => ({
  kind: "quotient",
  numerator: [{ figure: current.figure, times: ONE }],
  denominator: [{ figure: base.figure, times: ONE }],
  plus: MINUS_ONE,
  times: ONE,
  result: result.figure,
});

function testOf(result: Fact, current: Fact, base: Fact, figures: readonly Figure[]): Test | undefined {
  // A base that may be nothing, or is below it, says nothing that all houses agree on.
  if (figures[base.figure]!.measured!.value.n <= 0n) return undefined;
  const { verdict, computed } = judge(formOf(result, current, base), figures);
  if (verdict === "unverifiable") return undefined;
  if (verdict === "unattainable") return { result, current, base, holds: false, bits: FAILS };
  const { low, high } = computed.interval;
  if (low === null || high === null) return undefined;
  const wide = floor(divide(subtract(high.at, low.at), figures[result.figure]!.measured!.quantum));
  const bits = Math.max(0, result.bits + 1 - (wide === 0n ? 0 : wide.toString(2).length));
  return { result, current, base, holds: true, bits: Math.min(12, bits) };
}

function relationsOf(row: FactRow, { current, base, tests, score }: Candidate): readonly Relation[] {
  const holding = tests.filter((t) => t.holds && t.bits > 0).length;
  return tests.map((t): Relation => {
    const others = holding - (t.holds && t.bits > 0 ? 1 : 0);
    const strong = others >= 2 && score - t.bits >= STRONG;
    return {
      rule: "T06",
      kind: "growth",
      text: `${current.label || `row ${current.row + 1}`} against ${base.label || `row ${base.row + 1}`} = ${row.label}`,
      form: formOf(t.result, t.current, t.base),
      strength: strong ? "strong" : t.holds || others < 2 ? "weak" : "fair",
      evidence: `the label and ${others} other column${others === 1 ? "" : "s"}`,
      bits: score,
      allowance: 1,
    };
  });
}
