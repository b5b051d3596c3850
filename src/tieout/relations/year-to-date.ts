import { machineInteger } from "../../exact/integer.ts";
import {
  add,
  compare,
  divide,
  equal,
  floor,
  multiply,
  type Rational,
  rational,
  subtract,
  whole as wholeNumber,
} from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { judge, pointOf } from "../prove/verdict.ts";
import type { Fact, FactRow } from "./fact-row.ts";
import { type Join, joinsOf } from "./joined-periods.ts";
import type { Relation, Term } from "./relation.ts";
import { columnsAt } from "./sheet.ts";
import { isSlip } from "./slip.ts";

/** One row's sum over time, and how it does. */
interface Test {
  readonly join: Join;
  readonly row: FactRow;
  readonly from: FactRow;
  readonly pieces: readonly Fact[];
  readonly whole: Fact;
  readonly terms: readonly Term[];
  readonly holds: boolean;
  readonly bits: number;
  readonly slip: boolean;
}

/** Beyond this many rows of one name, a name says nothing. */
const MOST_NAMESAKES = 24;
/** What does not add up over time though it is an amount in a column of months: balances, averages, prices. */
const NO_FLOW =
  /\b(?:assets|liabilities|equity|debt|backlog|balance|beginning|ending|end|average|per|price|value|inventor(?:y|ies)|receivables?|payables?|outstanding|equivalents|assets under|capitalization|borrowings|loans|deposits|arr|rate|ratio|days|basic|diluted|shares)\b/;

/**
 * Year to date = the sum of what came before it and the quarter (T13, T14), and the last twelve months = the year + the year to
 * date - the year to date before (T15), in one table or in two: the row has one name, and its periods join without a gap. The
 * witnesses are the other rows of the same columns. `done` are figures that a sum across their own table explains already.
 */
export function yearToDateRows(
  rows: readonly FactRow[],
  figures: readonly Figure[],
  done: ReadonlySet<number>,
): readonly Relation[] {
  const schemes = new Map<string, Test[]>();
  const known = new Map<string, readonly Join[]>();
  for (const namesakes of flowsByName(rows, figures)) {
    for (const row of namesakes) testsOf(row, row, known, figures, schemes);
    const alone = namesakes.filter((r) => namesakes.every((o) => o === r || o.table !== r.table));
    if (alone.length > MOST_NAMESAKES) continue;
    for (const row of alone) for (const from of alone) if (row !== from) testsOf(row, from, known, figures, schemes);
  }
  return [...schemes.values()].flatMap((tests) => relationsOf(tests, done));
}

function flowsByName(rows: readonly FactRow[], figures: readonly Figure[]): Iterable<readonly FactRow[]> {
  const found = new Map<string, FactRow[]>();
  for (const row of rows) {
    if (
      row.name === "" ||
      NO_FLOW.test(`${row.name} ${row.heading}`) ||
      row.source.meaning.rows[row.row]!.moment !== undefined
    )
      continue;
    const cells = row.cells.filter((c) => c.kind.startsWith("amount") && isFlow(figures[c.figure]!));
    if (cells.length === 0) continue;
    const flow = cells.length === row.cells.length ? row : { ...row, cells };
    const list = found.get(row.name);
    if (list === undefined) found.set(row.name, [flow]);
    else list.push(flow);
  }
  return found.values();
}

const isFlow = ({ period, basis }: Figure): boolean =>
  period?.start !== undefined && basis !== "constant-currency" && basis !== "organic";

/** Sums of one row's whole periods from the cells of another row of its name, and of its own where that has none. */
function testsOf(
  row: FactRow,
  from: FactRow,
  known: Map<string, readonly Join[]>,
  figures: readonly Figure[],
  schemes: Map<string, Test[]>,
): void {
  const own = byPeriod(row);
  const there = row === from ? own : byPeriod(from);
  const key = [...new Set([...own.keys(), ...there.keys()])].sort().join(" ");
  let joins = known.get(key);
  if (joins === undefined) {
    joins = joinsOf(key.split(" "));
    known.set(key, joins);
  }
  for (const join of joins) {
    const whole = own.get(join.whole);
    const pieces = join.pieces.flatMap(({ period }) => there.get(period) ?? own.get(period) ?? []);
    if (whole === undefined || pieces.length < join.pieces.length) continue;
    if (row !== from && pieces.every((p) => !from.cells.includes(p))) continue;
    if (pieces.some((p) => p.kind !== whole.kind || figures[p.figure]!.basis !== figures[whole.figure]!.basis))
      continue;
    const test = testOf(join, row, from, pieces, whole, figures);
    if (test === undefined) continue;
    const places = pieces.map((p) => `${from.cells.includes(p) ? from.table : row.table}:${p.column}`).join(" ");
    const scheme = `${row.table}:${whole.column} ${places}`;
    const list = schemes.get(scheme);
    if (list === undefined) schemes.set(scheme, [test]);
    else list.push(test);
  }
}

function byPeriod(row: FactRow): ReadonlyMap<string, Fact> {
  const found = new Map<string, Fact>();
  for (const cell of row.cells) if (cell.period !== "" && !found.has(cell.period)) found.set(cell.period, cell);
  return found;
}

/** A forced footing may be two steps off. */
const ALLOWANCE = 2;

function testOf(
  join: Join,
  row: FactRow,
  from: FactRow,
  pieces: readonly Fact[],
  whole: Fact,
  figures: readonly Figure[],
): Test | undefined {
  const terms = pieces.map((p, i): Term => ({ figure: p.figure, times: rational(BigInt(join.pieces[i]!.times)) }));
  const { verdict, computed, apart } = judge({ kind: "sum", terms, result: whole.figure }, figures);
  const { low, high } = computed.interval;
  if (verdict === "unverifiable" || low === null || high === null) return undefined;
  const test = { join, row, from, pieces, whole, terms };
  const { quantum } = figures[whole.figure]!.measured!;
  if (verdict === "unattainable") {
    const small = compare(apart, multiply(wholeNumber(ALLOWANCE), quantum)) <= 0;
    if (isBetween(whole, pieces, figures)) return undefined;
    return { ...test, holds: false, bits: 0, slip: !small && isSlipped(test, figures) };
  }
  // A sum of one piece and nothings is one amount printed twice.
  const filled = pieces.filter((p) => p.size !== "").length;
  const wide = floor(divide(subtract(high.at, low.at), quantum));
  const bits = filled < 2 || whole.size === "" ? 0 : Math.max(0, whole.bits + 1 - wide.toString(2).length);
  return { ...test, holds: true, bits: Math.min(12, bits), slip: false };
}

/** Whether a whole is no more than the largest of its pieces and no less than the least: then it is an average or a level. */
function isBetween(whole: Fact, pieces: readonly Fact[], figures: readonly Figure[]): boolean {
  const valueAt = (f: Fact): Rational => figures[f.figure]!.measured!.value;
  const at = valueAt(whole);
  return (
    pieces.some((p) => compare(valueAt(p), at) >= 0) &&
    pieces.some((p) => compare(valueAt(p), at) <= 0) &&
    pieces.every((p) => valueAt(p).n > 0n)
  );
}

/** Whether one slip in one of the figures explains the break, or a look into another column of its row. */
function isSlipped(
  { pieces, whole, terms, row, from }: Pick<Test, "pieces" | "whole" | "terms" | "row" | "from">,
  figures: readonly Figure[],
): boolean {
  const sum = pointOf(terms, figures);
  const { value, quantum } = figures[whole.figure]!.measured!;
  const rest = subtract(value, sum);
  const fits = (f: Fact, meant: Rational): boolean => {
    const { measured } = figures[f.figure]!;
    if (!equal(measured!.quantum, quantum)) return false;
    const was = divide(measured!.value, quantum);
    const due = divide(meant, quantum);
    const printed = was.d === 1n ? machineInteger(was.n) : undefined;
    const right = due.d === 1n ? machineInteger(due.n) : undefined;
    return printed !== undefined && right !== undefined && isSlip(printed, right);
  };
  const isStale = (f: Fact): boolean =>
    f.bits >= 8 && [...row.cells, ...from.cells].some((o) => o.figure !== f.figure && o.size === f.size);
  if (fits(whole, sum) || isStale(whole)) return true;
  return pieces.some((p, i) => {
    const { measured } = figures[p.figure]!;
    return fits(p, add(measured!.value, multiply(rest, terms[i]!.times))) || isStale(p);
  });
}

/** Bits of the other rows from which a row that breaks is an error. */
const STRONG = 20;
const LEAST = 2;

function relationsOf(tests: readonly Test[], done: ReadonlySet<number>): readonly Relation[] {
  const holding = tests.filter((t) => t.holds && t.bits > 0);
  const fails = tests.filter((t) => !t.holds).length;
  const score = holding.reduce((sum, t) => sum + t.bits, 0);
  if (holding.length < LEAST || fails > Math.max(1, holding.length / 8)) return [];
  return tests.flatMap((t): Relation[] => {
    if (t.holds ? t.bits === 0 : !t.slip) return [];
    if (t.row === t.from && done.has(t.whole.figure)) return [];
    const others = holding.length - (t.holds ? 1 : 0);
    const strong = others >= 2 && score - t.bits >= STRONG && (fails - (t.holds ? 0 : 1)) * 8 <= others;
    return strong || t.holds ? [relationOf(t, others, score, strong ? "strong" : "weak")] : [];
  });
}

function relationOf(t: Test, others: number, bits: number, strength: Relation["strength"]): Relation {
  const [first, last] = [t.pieces[0]!, t.pieces.at(-1)!];
  // The quarter is what is derived where it stands behind both years to date.
  const derived =
    t.join.kind === "year to date" &&
    t.pieces.length === 2 &&
    last.figure > t.whole.figure &&
    last.figure > first.figure;
  const heads = t.pieces.map((p, i) => `${t.terms[i]!.times.n < 0n ? "- " : i === 0 ? "" : "+ "}${headOf(t, p)}`);
  const at = t.row === t.from ? "" : ` in tables ${t.from.source.table} and ${t.row.source.table}`;
  return {
    rule: t.join.kind === "last twelve months" ? "T15" : derived ? "T14" : "T13",
    kind: derived ? "derived quarter" : t.join.kind,
    text: derived
      ? `${t.row.label}: ${headOf(t, t.whole)} - ${headOf(t, first)} = ${headOf(t, last)}${at}`
      : `${t.row.label}: ${heads.join(" ")} = ${headOf(t, t.whole)}${at}`,
    form: derived
      ? {
          kind: "sum",
          terms: [
            { figure: t.whole.figure, times: rational(1n) },
            { figure: first.figure, times: rational(-1n) },
          ],
          result: last.figure,
        }
      : { kind: "sum", terms: t.terms, result: t.whole.figure },
    strength,
    evidence: `one name, periods that join without a gap, and ${others} other row${others === 1 ? "" : "s"}`,
    bits,
    allowance: ALLOWANCE,
  };
}

function headOf({ row, from }: Test, fact: Fact): string {
  const at = from.cells.includes(fact) ? from : row;
  return columnsAt(at.source.meaning, at.row)[fact.column]?.head || fact.period;
}
