import { ONE, ZERO } from "../../exact/rational.ts";
import { type Cell, type CellGrid, surprise } from "./cells.ts";
import type { Relation } from "./relation.ts";
import { columnsAt, type SheetSource } from "./sheet.ts";

/** A row that may divide two other rows, column by column: margins (T08), rates (T25) and per-share amounts (T11). */
interface Candidate {
  readonly result: number;
  readonly over: number;
  readonly under: number;
  readonly tests: readonly Test[];
  readonly score: number;
  /** The score from which it is believed. */
  readonly least: number;
  /** Whether the labels say what it is of what, so that rows beside it that share an operand speak for it. */
  readonly told: boolean;
}

interface Test {
  readonly column: number;
  readonly result: Cell;
  readonly over: Cell;
  readonly under: Cell;
  readonly holds: boolean;
  readonly bits: number;
}

const ACCEPT = 11;
/** Labels that say all of it ("Net income", "Shares used, diluted", "Diluted") leave less to the numbers. */
const ACCEPT_TOLD = 6;
const TOLD = 7;
/** Labels that say what is divided and in which of two ways (basic, diluted), whatever they call the shares. */
const NAMED = 5;
const FAILS = -8;
const REVENUE = /\b(?:revenues?|sales|turnover|net revenue|premiums)\b/i;
const REACH = 40;
/** Margins are rarely taken of anything but revenue; what else fits must fit well, but it may be the better explanation. */
const UNUSUAL_BASE = 4;

/** Margins and rates: a row of percentages that is one row of amounts over another, in the same table. */
export function marginRows(source: SheetSource, grid: CellGrid): readonly Relation[] {
  return ratioRows(source, grid, {
    isResult: (cell) => cell.kind === "percent",
    isOver: (cell) => cell.kind === "amount",
    isUnder: (cell) => cell.kind === "amount",
    cue: marginCue,
    rule: "T08",
    kind: "margin",
    allowance: 1,
  });
}

/** Per-share amounts: a row of income over a row of shares, in the same table. */
export function perShareRows(source: SheetSource, grid: CellGrid): readonly Relation[] {
  return ratioRows(source, grid, {
    isResult: (cell) => cell.kind === "per-share",
    isOver: (cell) => cell.kind === "amount",
    isUnder: (cell) => cell.kind === "shares",
    cue: perShareCue,
    rule: "T11",
    kind: "per-share",
    allowance: 1,
  });
}

interface Kind {
  readonly isResult: (cell: Cell) => boolean;
  readonly isOver: (cell: Cell) => boolean;
  readonly isUnder: (cell: Cell) => boolean;
  /** Bits that the labels of (result, over, under) are worth. */
  readonly cue: (result: string, over: string, under: string) => number;
  readonly rule: string;
  readonly kind: string;
  readonly allowance: number;
}

function ratioRows(source: SheetSource, grid: CellGrid, kind: Kind): readonly Relation[] {
  const found: Candidate[] = [];
  const alone: Candidate[] = [];
  const overs = rowsWith(grid, kind.isOver);
  const unders = rowsWith(grid, kind.isUnder);
  for (const result of rowsWith(grid, kind.isResult)) {
    let best: Candidate | undefined;
    let lone: Candidate | undefined;
    const near = within(overs, result);
    for (const under of within(unders, result)) {
      const base = kind.rule === "T08" && !isBase(source, under, unders) ? UNUSUAL_BASE : 0;
      for (const over of near) {
        if (over === under) continue;
        const c = candidate(source, grid, kind, { result, over, under }, base);
        if (c === undefined) continue;
        if (isLone(c)) lone = lone === undefined || c.score > lone.score ? c : lone;
        else if (c.score >= c.least && (best === undefined || c.score > best.score)) best = c;
      }
    }
    if (best !== undefined) found.push(best);
    else if (lone !== undefined) alone.push(lone);
  }
  // What holds in one column and breaks in the other is believed for the rows beside it that hold in both.
  found.push(...alone.filter((c) => isSpokenFor(c, found)));
  const explained = new Map(
    found.flatMap((c) => c.tests.filter((t) => t.holds).map((t) => [t.result.figure, t] as const)),
  );
  return found.flatMap((c) => relationsOf(source, grid, c, kind, { explained, beside: companions(c, found) }));
}

const isLone = ({ tests }: Candidate): boolean => tests.length === 2 && tests.some((t) => !t.holds);

function isSpokenFor(c: Candidate, found: readonly Candidate[]): boolean {
  const beside = companions(c, found).filter(({ tests }) => tests.length >= 2 && tests.every((t) => t.bits > 0));
  return beside.length > 0 && c.score + beside.reduce((sum, { score }) => sum + score, 0) >= c.least;
}

/** Rows that divide the same income or by the same shares, and whose labels say so as well: basic beside diluted, adjusted beside reported. */
const companions = (c: Candidate, found: readonly Candidate[]): readonly Candidate[] =>
  c.told ? found.filter((o) => o !== c && o.told && (o.over === c.over || o.under === c.under)) : [];

/** Those of the ascending rows that lie within reach of a row. They are found by halves: a table may have a hundred thousand. */
function within(rows: readonly number[], row: number): readonly number[] {
  const firstFrom = (least: number): number => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle]! < least) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return rows.slice(firstFrom(row - REACH), firstFrom(row + REACH + 1));
}

const NEIGHBOURHOOD = 4;

/**
 * Whether another result near by is what the operands of a failing column give, and no others give that one: then the
 * relation belongs to it. Basic and diluted amounts that print alike have operands of their own.
 */
function isElsewhere(grid: CellGrid, row: number, t: Test, kind: Kind, explained: ReadonlyMap<number, Test>): boolean {
  for (let r = row - NEIGHBOURHOOD; r <= row + NEIGHBOURHOOD; r++) {
    const other = grid[r]?.[t.column];
    if (r === row || other === undefined || !kind.isResult(other)) continue;
    const own = explained.get(other.figure);
    if (own !== undefined && (own.over !== t.over || own.under !== t.under)) continue;
    if (testOf(t.column, other, t.over, t.under).holds) return true;
  }
  return false;
}

/** Margins are taken of revenue, or of the first line of a table. */
const isBase = (source: SheetSource, row: number, rows: readonly number[]): boolean =>
  row === rows[0] || REVENUE.test(source.meaning.rows[row]!.label) || source.meaning.rows[row]!.total;

function rowsWith(grid: CellGrid, is: (cell: Cell) => boolean): readonly number[] {
  const rows: number[] = [];
  grid.forEach((row, r) => {
    if (row.some((cell) => cell !== undefined && is(cell))) rows.push(r);
  });
  return rows;
}

function candidate(
  source: SheetSource,
  grid: CellGrid,
  kind: Kind,
  rows: { readonly result: number; readonly over: number; readonly under: number },
  price: number,
): Candidate | undefined {
  const tests: Test[] = [];
  let score = 0;
  let holds = 0;
  grid[rows.result]!.forEach((result, column) => {
    const over = grid[rows.over]![column];
    const under = grid[rows.under]![column];
    if (result === undefined || over === undefined || under === undefined || under.size === 0) return;
    if (!kind.isResult(result) || !kind.isOver(over) || !kind.isUnder(under)) return;
    if (Math.abs(under.size) <= 4 * under.width) return;
    const test = testOf(column, result, over, under);
    tests.push(test);
    score += test.bits;
    if (test.holds) holds++;
  });
  const fails = tests.length - holds;
  if (holds === 0 || fails > Math.max(1, Math.floor(tests.length / 4))) return undefined;
  const label = (r: number): string => source.meaning.rows[r]!.label;
  const cue = kind.cue(label(rows.result), label(rows.over), label(rows.under));
  score += cue - price;
  return {
    ...rows,
    tests,
    score,
    least: cue >= TOLD ? ACCEPT_TOLD : ACCEPT,
    told: kind.rule === "T11" && cue >= NAMED,
  };
}

function testOf(column: number, result: Cell, over: Cell, under: Cell): Test {
  const base = Math.abs(under.size);
  const value = over.size / under.size;
  const slack = (over.width + (Math.abs(over.size) / base) * under.width) / (2 * base);
  const holds = Math.abs(value - result.size) <= slack + result.width / 2 + 1e-12;
  const trivial = over.size === 0 || result.size === 0;
  const spread = result.kind === "percent" ? Math.max(0.4, Math.abs(result.size)) : 2 * Math.abs(result.size);
  return { column, result, over, under, holds, bits: holds ? (trivial ? 0 : surprise(result, spread, slack)) : FAILS };
}

const words = (label: string): ReadonlySet<string> => new Set(label.toLowerCase().match(/[a-z]{3,30}/g) ?? []);
const STOP = new Set(["margin", "rate", "percentage", "percent", "the", "and", "per", "share", "ratio", "for"]);

function marginCue(result: string, over: string, under: string): number {
  // Blocks of amounts and of their margins by segment: the same names in all three.
  if (result !== "" && result === over && result === under) return 5;
  const named = words(result);
  let shared = 0;
  for (const w of words(over)) if (named.has(w) && !STOP.has(w)) shared++;
  return Math.min(4, 2 * shared) + (REVENUE.test(under) ? 2 : -2);
}

function perShareCue(result: string, over: string, under: string): number {
  const kindOf = (label: string): string | undefined =>
    /\bdiluted\b/i.test(label) ? "diluted" : /\bbasic\b/i.test(label) ? "basic" : undefined;
  const a = kindOf(result);
  const b = kindOf(under);
  const match = a !== undefined && b !== undefined ? (a === b ? 3 : -6) : 0;
  const used = /\bused\b|\bweighted\b|\baverage\b/i.test(under) ? 2 : 0;
  return match + used + (/\b(?:net|income|loss|earnings|attributable|ffo)\b/i.test(over) ? 2 : -2);
}

function relationsOf(
  source: SheetSource,
  grid: CellGrid,
  c: Candidate,
  kind: Kind,
  { explained, beside }: { readonly explained: ReadonlyMap<number, Test>; readonly beside: readonly Candidate[] },
): readonly Relation[] {
  const label = (r: number): string => source.meaning.rows[r]!.label || `row ${r + 1}`;
  const holding = c.tests.filter((t) => t.holds).length;
  const aside = beside.reduce((count, { tests }) => count + tests.filter((t) => t.bits > 0).length, 0);
  const scoreAside = beside.reduce((sum, { score }) => sum + score, 0);
  return c.tests.map((t): Relation => {
    const others = holding - (t.holds ? 1 : 0);
    // What holds is asked whether it would still be believed if this column failed.
    const own = c.score - t.bits + FAILS;
    const strong = (others >= 2 && own >= c.least) || (others + aside >= 3 && own + scoreAside >= c.least);
    const elsewhere = !t.holds && isElsewhere(grid, c.result, t, kind, explained);
    const head = columnsAt(source.meaning, c.result)[t.column]?.head ?? "";
    return {
      rule: kind.rule,
      kind: kind.kind,
      text: `${label(c.over)} / ${label(c.under)} = ${label(c.result)}${head === "" ? "" : ` (${head})`}`,
      form: {
        kind: "quotient",
        numerator: [{ figure: t.over.figure, times: ONE }],
        denominator: [{ figure: t.under.figure, times: ONE }],
        plus: ZERO,
        times: ONE,
        result: t.result.figure,
      },
      strength: elsewhere ? "weak" : strong ? "strong" : others >= 1 ? "fair" : "weak",
      evidence: `the labels and ${others} other column${others === 1 ? "" : "s"}`,
      bits: c.score,
      allowance: kind.allowance,
    };
  });
}
