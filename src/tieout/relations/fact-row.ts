import type { Figure } from "../figures/figure.ts";
import { columnsAt, type SheetSource } from "./sheet.ts";

/** One row of a table as facts: its name, and its measurements by column. */
export interface FactRow {
  /** The position of its table among the tables. */
  readonly table: number;
  readonly source: SheetSource;
  readonly row: number;
  readonly label: string;
  /** The telling words of its label, joined by a space; "" where it has none. */
  readonly name: string;
  /** The name of the heading that it stands right under, or "". */
  readonly heading: string;
  readonly cells: readonly Fact[];
}

export interface Fact {
  readonly column: number;
  readonly figure: number;
  readonly kind: string;
  /** Start and end of its period; "" where it is not known, or where columns side by side have the same. */
  readonly period: string;
  /** The value without its sign, for looking up its other prints; "" for nothing. */
  readonly size: string;
  /** The bits that its digits carry. */
  readonly bits: number;
}

/** "closes": assets against liabilities and equity, which no name says but every balance sheet does. */
export type Likeness = "same" | "closes" | "like" | "unlike";

/** Every row that has measurements in columns that are no comparison of others. */
export function factRows(sources: readonly SheetSource[], figures: readonly Figure[]): readonly FactRow[] {
  return sources.flatMap((source, table) =>
    source.grid.flatMap((_, row) => {
      const fact = factRow(source, table, row, figures);
      return fact === undefined ? [] : [fact];
    }),
  );
}

function factRow(source: SheetSource, table: number, row: number, figures: readonly Figure[]): FactRow | undefined {
  const meaning = source.meaning.rows[row];
  if (meaning === undefined || meaning.kind === "head") return undefined;
  const heads = columnsAt(source.meaning, row);
  const cells = source.grid[row]!.flatMap((index, column): Fact[] => {
    const head = heads[column];
    if (index === undefined || head === undefined || (head.kind !== "amount" && head.kind !== "other")) return [];
    const { measured, kind, period } = figures[index]!;
    if (measured === undefined) return [];
    const { n, d } = measured.value;
    return [
      {
        column,
        figure: index,
        kind: `${kind} ${measured.unit}`,
        period: period === undefined ? "" : `${period.start ?? ""}..${period.end}`,
        size: n === 0n ? "" : `${kind} ${measured.unit} ${n < 0n ? -n : n}/${d}`,
        bits: digitsOf(n * measured.quantum.d, d * measured.quantum.n),
      },
    ];
  });
  if (cells.length === 0) return undefined;
  const { label, path } = meaning;
  return { table, source, row, label, name: nameOf(label), heading: nameOf(path.at(-1) ?? ""), cells: apart(cells) };
}

/** A period that several columns have (that of the caption, as a rule) does not tell them apart. */
function apart(cells: readonly Fact[]): readonly Fact[] {
  const times = new Map<string, number>();
  const keyOf = (c: Fact): string => `${c.kind} ${c.period}`;
  for (const c of cells) times.set(keyOf(c), (times.get(keyOf(c)) ?? 0) + 1);
  return cells.map((c) => (times.get(keyOf(c)) === 1 ? c : { ...c, period: "" }));
}

/** The bits that the digits of a print carry: the logarithm of n / d, to a whole number. */
function digitsOf(n: bigint, d: bigint): number {
  const steps = n / d;
  if (steps === 0n) return 0;
  return (steps < 0n ? -steps : steps).toString(2).length - 1;
}

const STOP = new Set(["total", "the", "of", "and", "a", "an", "in", "for", "from", "to", "by", "our", "s"]);

function nameOf(label: string): string {
  const words = label.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
  const telling = words.filter((w) => !STOP.has(w) && !/^\d$/.test(w));
  return (telling.length > 0 ? telling : words).join(" ");
}

/** Words of which two names must have the same, or neither. */
const APART = ["basic", "diluted", "adjusted", "gaap", "non", "pro", "core", "before", "after", "beginning", "end"];
/** Measures: names that differ in one of these may be alike in all else, and are two things. */
const MEASURES = [
  "operating",
  "ebitda",
  "ebit",
  "ebitdare",
  "ffo",
  "affo",
  "gross",
  "net",
  "comprehensive",
  "continuing",
  "discontinued",
];
/** Lines that are what they are under any heading; others are only what their heading makes them ("Europe", "Diluted"). */
const LINE =
  /\b(?:revenues?|sales|income|loss|earnings|profit|margin|expenses?|costs?|tax(?:es)?|assets|liabilities|equity|deficit|cash|debt|inventor(?:y|ies)|receivables?|payables?|shares|depreciation|amortization|compensation|ebitda|ffo|interest|capital)\b/;

const ASSETS = /^(?:net )?assets$/;
const FUNDS = /\bliabilities\b.{0,60}(?:equity|deficit|capital)|equity.{0,30}liabilities/;

/** How far two rows have the name of one thing. Undefined where a word sets them apart: basic is never diluted. */
export function likenessOf(a: FactRow, b: FactRow): Likeness | undefined {
  if (a.name === "" || b.name === "") return "unlike";
  if (a.name === b.name) {
    // One table prints one name twice where it means two things.
    if (a.table === b.table) return "unlike";
    return LINE.test(a.name) || isUnderOne(a, b) ? "same" : "unlike";
  }
  if (ASSETS.test(a.name) && FUNDS.test(b.name)) return "closes";
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (APART.some((w) => isSetApart(w, left, right))) return undefined;
  if (MEASURES.some((w) => left.includes(w) !== right.includes(w))) return "unlike";
  const shared = left.filter((w) => right.includes(w)).length;
  return shared * 5 >= 3 * Math.min(left.length, right.length) && shared >= 1 ? "like" : "unlike";
}

/** The words of a row's name, with its heading's where the label says nothing by itself ("Diluted" under "Earnings per share"). */
const wordsOf = (row: FactRow): readonly string[] =>
  (LINE.test(row.name) || row.heading === "" ? row.name : `${row.heading} ${row.name}`).split(" ", 24);

/** Whether the headings that two rows stand under are alike, or one of them stands under none. */
function isUnderOne(a: FactRow, b: FactRow): boolean {
  if (a.heading === "" || b.heading === "" || a.heading === b.heading) return true;
  const left = a.heading.split(" ", 24);
  const right = b.heading.split(" ", 24);
  return !APART.some((w) => isSetApart(w, left, right)) && left.some((w) => right.includes(w));
}

/** Whether only one of two names has the word. A name that says neither basic nor diluted may be either. */
function isSetApart(word: string, left: readonly string[], right: readonly string[]): boolean {
  if (left.includes(word) === right.includes(word)) return false;
  const other = word === "basic" ? "diluted" : word === "diluted" ? "basic" : undefined;
  if (other === undefined) return true;
  const [having, lacking] = left.includes(word) ? [left, right] : [right, left];
  return lacking.includes(other) && !having.includes(other);
}
