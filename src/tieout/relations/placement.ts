import { ONE, rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { judge } from "../prove/verdict.ts";
import type { Fact, FactRow } from "./fact-row.ts";
import { isSlipped, term } from "./prose-fit.ts";
import type { Form, Relation } from "./relation.ts";

const MINUS_ONE = rational(-1n);
/** Words of a heading that hands one amount out to lines. */
const HANDS_OUT = /\b(?:consists?|comprised?|included?|includes|allocated|recorded|classified|follows|following)\b/;
const MOST_PARTS = 12;
/** A row must be named by so many words of the heading, and so many rows may be. */
const LEAST_WORDS = 2;
const MOST_NAMED = 24;
/** What the other columns must carry, in bits of the whole, before a break in one is an error. */
const LEAST_BITS = 18;

/** A run of rows under one heading, without a total of its own. */
interface Section {
  readonly heading: string;
  readonly rows: readonly FactRow[];
}

interface Sum {
  readonly form: Form;
  readonly whole: Fact;
  readonly holds: boolean;
}

/**
 * "Stock-based compensation is included in the following lines: ..." (T21): the lines come to the amounts that bridges and the cash
 * flow print for it, all of them or some. The heading names the row; the other columns are the evidence.
 */
export function placements(rows: readonly FactRow[], figures: readonly Figure[]): readonly Relation[] {
  const sections = sectionsOf(rows);
  if (sections.length === 0) return [];
  return sections.flatMap((section) => {
    const words = new Set(section.heading.split(" "));
    const named = rows.filter((r) => !section.rows.includes(r) && isNamed(r, words)).slice(0, MOST_NAMED);
    return named.flatMap((row) => {
      let best: Tried = { lines: section.rows, sums: [] };
      for (const lines of runsOf(section.rows)) {
        const sums = sumsOf(lines, row, figures);
        if (holding(sums).length > holding(best.sums).length) best = { lines, sums };
      }
      return best.sums.flatMap((sum) => relationOf(best, sum, figures));
    });
  });
}

/** Lines and what they come to, column by column. */
interface Tried {
  readonly lines: readonly FactRow[];
  readonly sums: readonly Sum[];
}

/** All lines, or the first or last of them: cost of sales stands in the bridge of gross profit, the rest in that of expenses. */
function* runsOf(rows: readonly FactRow[]): Iterable<readonly FactRow[]> {
  yield rows;
  for (let n = rows.length - 1; n >= 1; n--) {
    yield rows.slice(0, n);
    yield rows.slice(rows.length - n);
  }
}

function sectionsOf(rows: readonly FactRow[]): readonly Section[] {
  const found: Section[] = [];
  let run: FactRow[] = [];
  const close = (): void => {
    const first = run[0];
    const total = run.some((r) => r.source.meaning.rows[r.row]!.total);
    if (first !== undefined && run.length >= 2 && run.length <= MOST_PARTS && !total && HANDS_OUT.test(first.heading))
      found.push({ heading: first.heading, rows: run });
    run = [];
  };
  for (const row of rows) {
    const last = run.at(-1);
    if (last !== undefined && (last.table !== row.table || last.heading !== row.heading)) close();
    if (row.heading !== "" && row.name !== "") run.push(row);
    else close();
  }
  close();
  return found;
}

/** Words of a row that its heading need not say. */
const EMPTY: ReadonlySet<string> = new Set("expense expenses charges charge costs cost add less".split(" "));

function isNamed({ name }: FactRow, words: ReadonlySet<string>): boolean {
  const own = name.split(" ").filter((w) => w.length > 1 && !EMPTY.has(w));
  return own.length >= LEAST_WORDS && own.every((w) => words.has(w));
}

const holding = (sums: readonly Sum[]): readonly Sum[] => sums.filter((s) => s.holds);

function sumsOf(lines: readonly FactRow[], row: FactRow, figures: readonly Figure[]): readonly Sum[] {
  return row.cells.flatMap((whole): readonly Sum[] => {
    if (whole.size === "" || !whole.kind.startsWith("amount")) return [];
    const parts = lines.flatMap((r) => {
      const cell = r.cells.find((c) => isOnePlace(c, whole, r, row));
      return cell === undefined || cell.size === "" ? [] : [cell];
    });
    if (parts.length === 0 || parts.some((p) => p.kind !== whole.kind)) return [];
    const negative = figures[whole.figure]!.measured!.value.n < 0n;
    const turned = negative !== figures[parts[0]!.figure]!.measured!.value.n < 0n;
    const form: Form = {
      kind: "sum",
      terms: parts.map((p) => term(p.figure, turned ? MINUS_ONE : ONE)),
      result: whole.figure,
    };
    const { verdict } = judge(form, figures);
    return [{ form, whole, holds: verdict === "forced" || verdict === "consistent" }];
  });
}

const isOnePlace = (a: Fact, b: Fact, from: FactRow, to: FactRow): boolean =>
  a.period !== "" && b.period !== "" ? a.period === b.period : from.table === to.table && a.column === b.column;

function relationOf({ lines, sums }: Tried, sum: Sum, figures: readonly Figure[]): readonly Relation[] {
  const others = holding(sums).filter((s) => s !== sum && s.whole.size !== sum.whole.size);
  const bits = others.reduce((n, s) => n + s.whole.bits, 0);
  const sure = others.length >= 2 && bits >= LEAST_BITS;
  if (sum.form.kind !== "sum") return [];
  const explained = [...sum.form.terms.map((t) => t.figure), sum.whole.figure].some((f) =>
    isSlipped(sum.form, f, figures, 10),
  );
  if (!sum.holds && !(sure && explained)) return [];
  const { label } = figures[sum.whole.figure]!;
  return [
    {
      rule: "T21",
      kind: "placement",
      text: `${lines.map((r) => r.label).join(" + ")} = ${label}, which the heading hands out to them`,
      form: sum.form,
      strength: sure ? "strong" : others.length > 0 ? "fair" : "weak",
      evidence: `the heading, and ${others.length} other column${others.length === 1 ? "" : "s"}`,
      bits: bits + 6,
      allowance: 1,
    },
  ];
}
