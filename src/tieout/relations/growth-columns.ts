import { ordinal } from "../../calendar/date.ts";
import type { Figure } from "../figures/figure.ts";
import type { Fact, FactRow } from "./fact-row.ts";
import { GROWTH, type GrowthTest, growthRelations, growthTest } from "./growth-fit.ts";
import type { Relation } from "./relation.ts";

interface Test extends GrowthTest {
  readonly row: FactRow;
  /** The row that has grown. */
  readonly above: FactRow;
}

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
  const test = growthTest(result, current, base, figures);
  return test === undefined ? undefined : { ...test, row, above };
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

const relationsOf = (tests: readonly Test[]): readonly Relation[] =>
  growthRelations(tests, scoreOf(tests), ({ row, above }, others) => ({
    text: `${above.label} against the year before = ${row.label}`,
    evidence: `the label and ${others} other growth rate${others === 1 ? "" : "s"} of the table`,
  }));
