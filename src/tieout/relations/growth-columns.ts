import { ordinal } from "../../calendar/date.ts";
import { divide, floor, ONE, rational, subtract } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { judge } from "../prove/verdict.ts";
import type { Fact, FactRow } from "./fact-row.ts";
import type { Form, Relation } from "./relation.ts";

interface Test {
  readonly row: FactRow;
  readonly above: FactRow;
  readonly result: Fact;
  readonly form: Form;
  readonly holds: boolean;
  readonly bits: number;
}

const MINUS_ONE = rational(-1n);
const GROWTH = /\b(?:growth|change|increase|decrease|yoy)\b/;
const FAILS = -8;
const STRONG = 14;
/** Of a row that fails somewhere, what it has to say where it holds. */
const LEAST = 6;
/** How many rows above may be what has grown. */
const REACH = 8;

/**
 * Rows of growth below amounts of a period and of the one a year before (T06): the growth stands in the column of the period,
 * and compares what the two columns show of a row above it. That the table's other rows and periods do so is the evidence.
 */
export function growthColumns(rows: readonly FactRow[], figures: readonly Figure[]): readonly Relation[] {
  const byTable = new Map<number, Test[]>();
  rows.forEach((row, i) => {
    if (!GROWTH.test(row.name) || !row.cells.every((c) => c.kind.startsWith("percent "))) return;
    const tests = testsOf(row, rows.slice(Math.max(0, i - REACH), i), figures);
    byTable.set(row.table, [...(byTable.get(row.table) ?? []), ...tests]);
  });
  return [...byTable.values()].flatMap(relationsOf);
}

/** What the row compares, as most of its columns have it; where several rows do, the nearest. */
function testsOf(row: FactRow, above: readonly FactRow[], figures: readonly Figure[]): readonly Test[] {
  let best: readonly Test[] = [];
  for (const other of above.toReversed()) {
    if (other.table !== row.table || other.cells.some((c) => c.kind.startsWith("percent"))) continue;
    const tests = row.cells.flatMap((result) => testOf(row, result, other, figures) ?? []);
    const said = tests.filter((t) => t.holds).reduce((sum, t) => sum + t.bits, 0);
    const fails = tests.filter((t) => !t.holds).length;
    if (said === 0 || fails > 1 || (fails === 1 && said < LEAST)) continue;
    if (scoreOf(tests) > scoreOf(best)) best = tests;
  }
  return best;
}

const scoreOf = (tests: readonly Test[]): number => tests.reduce((sum, { bits }) => sum + bits, 0);

function testOf(row: FactRow, result: Fact, above: FactRow, figures: readonly Figure[]): Test | undefined {
  const current = above.cells.find((c) => c.column === result.column);
  const base = above.cells.find((c) => current !== undefined && isYearBefore(c.period, current.period));
  if (current === undefined || base === undefined || base.kind !== current.kind) return undefined;
  if (figures[base.figure]!.measured!.value.n <= 0n) return undefined;
  const form: Form = {
    kind: "quotient",
    numerator: [{ figure: current.figure, times: ONE }],
    denominator: [{ figure: base.figure, times: ONE }],
    plus: MINUS_ONE,
    times: ONE,
    result: result.figure,
  };
  const { verdict, computed } = judge(form, figures);
  if (verdict === "unverifiable") return undefined;
  if (verdict === "unattainable") return { row, above, result, form, holds: false, bits: FAILS };
  const { low, high } = computed.interval;
  if (low === null || high === null) return undefined;
  const wide = floor(divide(subtract(high.at, low.at), figures[result.figure]!.measured!.quantum));
  const bits = Math.max(0, result.bits + 1 - (wide === 0n ? 0 : wide.toString(2).length));
  return { row, above, result, form, holds: true, bits: Math.min(12, bits) };
}

/** Days between two weeks of one year and the same of the next: 52 or 53 weeks, or a calendar year. */
const SHORTEST = 357;
const LONGEST = 373;

/** Both are "start..end". */
function isYearBefore(earlier: string, later: string): boolean {
  const [a, b] = [earlier.split(".."), later.split("..")];
  if (a.length !== 2 || b.length !== 2) return false;
  return a.every((day, k) => {
    if (day === "" || b[k] === "") return day === b[k];
    const days = ordinal(b[k]!) - ordinal(day);
    return days >= SHORTEST && days <= LONGEST;
  });
}

function relationsOf(tests: readonly Test[]): readonly Relation[] {
  const holding = tests.filter((t) => t.holds && t.bits > 0).length;
  const score = scoreOf(tests);
  return tests.map((t): Relation => {
    const others = holding - (t.holds && t.bits > 0 ? 1 : 0);
    const strong = others >= 2 && score - t.bits >= STRONG;
    return {
      rule: "T06",
      kind: "growth",
      text: `${t.above.label} against the year before = ${t.row.label}`,
      form: t.form,
      strength: strong ? "strong" : t.holds || others < 2 ? "weak" : "fair",
      evidence: `the label and ${others} other growth rate${others === 1 ? "" : "s"} of the table`,
      bits: score,
      allowance: 1,
    };
  });
}
