import { divide, floor, ONE, type Rational, rational, subtract, ZERO } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { judge } from "../prove/verdict.ts";
import type { ColumnMatch } from "./column-match.ts";
import type { Fact, FactRow } from "./fact-row.ts";
import { type RatioKind, type RatioNames, ratioNames } from "./ratio-names.ts";
import type { Form, Relation } from "./relation.ts";

interface Test {
  readonly result: Fact;
  readonly over: Fact;
  readonly under: Fact;
  readonly holds: boolean;
  readonly bits: number;
}

interface Candidate {
  readonly over: FactRow;
  readonly under: FactRow;
  readonly tests: readonly Test[];
  readonly score: number;
  /** -1 where tax is printed as what is taken away from income. */
  readonly times: Rational;
}

const MINUS_ONE = rational(-1n);
const RULES: Readonly<Record<RatioKind, string>> = { margin: "T08", "per-share": "T11", "tax rate": "T25" };
const ACCEPT = 16;
/** How many rows before and behind may print what the operands of a failing period give. */
const NEIGHBOURHOOD = 4;
const STRONG = 12;
/** What a period that fails takes from a pair of operands when several fit. */
const FAILS = -8;

/**
 * Margins, amounts per share and tax rates whose operands stand in other tables (T08, T11, T25): the row's own words name what is
 * divided, and revenue, the average shares or the income before tax of the same period divide it. `done` are results that their own table explains already.
 */
export function ratiosAcross(
  rows: readonly FactRow[],
  columns: ColumnMatch,
  figures: readonly Figure[],
  done: ReadonlySet<number>,
): readonly Relation[] {
  const names = ratioNames(rows);
  return rows.flatMap((row, i) => {
    const kind = names.kindOf(row);
    if (kind === undefined || row.cells.every((c) => done.has(c.figure))) return [];
    const beside = rows.slice(Math.max(0, i - NEIGHBOURHOOD), i + NEIGHBOURHOOD + 1);
    const isElsewhere = (t: Test, times: Rational): boolean =>
      beside.some((other) => {
        const cell =
          other === row || other.table !== row.table
            ? undefined
            : other.cells.find((c) => c.column === t.result.column);
        return cell?.kind === t.result.kind && testOf(cell, t.over, t.under, times, figures)?.holds === true;
      });
    return fitting(row, kind, names, columns, figures).flatMap((c) => relationsOf(row, kind, c, done, isElsewhere));
  });
}

/** The operands that fit best, and their namesakes in other tables: one has a period that fails, which another may leave out. */
function fitting(
  row: FactRow,
  kind: RatioKind,
  names: RatioNames,
  columns: ColumnMatch,
  figures: readonly Figure[],
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const over of names.oversOf(row, kind))
    for (const under of names.undersOf(row, kind)) {
      if (over === under || over === row || under === row) continue;
      for (const times of kind === "tax rate" ? [ONE, MINUS_ONE] : [ONE]) {
        const c = candidate(row, over, under, times, columns, figures);
        if (c !== undefined) found.push(c);
      }
    }
  if (found.length === 0) return [];
  const best = found.reduce((a, b) => (b.score > a.score ? b : a));
  const namesakes = found.filter((c) => c.over.name === best.over.name && c.under.name === best.under.name);
  return kind === "tax rate" ? namesakes.filter((c) => c === best || saysMore(c, best)) : namesakes;
}

/** Statements print tax and income before tax several times over: what only repeats that all is well is said once. */
const saysMore = (c: Candidate, best: Candidate): boolean =>
  c.tests.some((t) => !t.holds || !best.tests.some((b) => b.result === t.result));

function candidate(
  row: FactRow,
  over: FactRow,
  under: FactRow,
  times: Rational,
  columns: ColumnMatch,
  figures: readonly Figure[],
): Candidate | undefined {
  const tests: Test[] = [];
  let score = over.table === row.table ? 1 : 0;
  let holds = 0;
  for (const result of row.cells) {
    const a = atOf(row, result, over, columns);
    const b = atOf(row, result, under, columns);
    if (a === undefined || b === undefined || b.size === "") continue;
    const test = testOf(result, a, b, times, figures);
    if (test === undefined) continue;
    tests.push(test);
    score += test.holds ? test.bits : 0;
    if (test.holds) holds++;
    else if (tests.length - holds > Math.max(1, Math.floor(row.cells.length / 4))) return undefined;
  }
  const fails = tests.length - holds;
  if (score < ACCEPT || holds < 2 || fails > Math.max(1, Math.floor(tests.length / 4))) return undefined;
  return { over, under, tests, score: score + FAILS * fails, times };
}

/** The cell of another row that stands for the same period as this one: the same column of one table, else by period or values. */
function atOf(row: FactRow, cell: Fact, other: FactRow, columns: ColumnMatch): Fact | undefined {
  if (other.source === row.source) return other.cells.find((c) => c.column === cell.column);
  const voted =
    row.table < other.table
      ? columns.partner(row.table, other.table, cell.column)?.column
      : other.cells.find((c) => columns.partner(other.table, row.table, c.column)?.column === cell.column)?.column;
  if (voted !== undefined) return other.cells.find((c) => c.column === voted);
  const same = cell.period === "" ? [] : other.cells.filter((c) => c.period === cell.period);
  return same.length === 1 ? same[0] : undefined;
}

const formOf = (result: Fact, over: Fact, under: Fact, times: Rational): Form => ({
  kind: "quotient",
  numerator: [{ figure: over.figure, times: ONE }],
  denominator: [{ figure: under.figure, times: ONE }],
  plus: ZERO,
  times,
  result: result.figure,
});

function testOf(result: Fact, over: Fact, under: Fact, times: Rational, figures: readonly Figure[]): Test | undefined {
  const { verdict, computed } = judge(formOf(result, over, under, times), figures);
  if (verdict === "unverifiable") return undefined;
  if (verdict === "unattainable") return { result, over, under, holds: false, bits: FAILS };
  const { low, high } = computed.interval;
  if (low === null || high === null) return undefined;
  // What the print tells is what its digits tell, less what the operands leave open.
  const wide = floor(divide(subtract(high.at, low.at), figures[result.figure]!.measured!.quantum));
  const trivial = over.size === "" || result.size === "";
  const bits = trivial ? 0 : Math.max(0, result.bits + 1 - wide.toString(2).length + (wide === 0n ? 1 : 0));
  return { result, over, under, holds: true, bits: Math.min(12, bits) };
}

function relationsOf(
  row: FactRow,
  kind: RatioKind,
  { over, under, tests, score, times }: Candidate,
  done: ReadonlySet<number>,
  isElsewhere: (test: Test, times: Rational) => boolean,
): readonly Relation[] {
  const holding = tests.filter((t) => t.holds && t.bits > 0).length;
  return tests.flatMap((t): Relation[] => {
    if (done.has(t.result.figure)) return [];
    const others = holding - (t.holds && t.bits > 0 ? 1 : 0);
    const strong = others >= 2 && score - t.bits >= STRONG && (t.holds || !isElsewhere(t, times));
    return [
      {
        rule: RULES[kind],
        kind,
        text: `${placed(over, row)} / ${placed(under, row)} = ${row.label || `row ${row.row + 1}`}`,
        form: formOf(t.result, t.over, t.under, times),
        strength: strong ? "strong" : t.holds || others === 0 || isElsewhere(t, times) ? "weak" : "fair",
        evidence: `the labels and ${others} other column${others === 1 ? "" : "s"}`,
        bits: score,
        allowance: 1,
      },
    ];
  });
}

const placed = (other: FactRow, row: FactRow): string =>
  `${other.label || `row ${other.row + 1}`}${other.source === row.source ? "" : ` in table ${other.source.table}`}`;
