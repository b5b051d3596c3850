import {
  absolute,
  add,
  compare,
  multiply,
  negate,
  type Rational,
  sign,
  subtract,
  whole,
} from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { keyOf } from "../names/learned.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { cleaned, hasHead, lineOf, type Taught } from "./_learn-name.ts";
import { figureIn, foots, linesBetween } from "./foots.ts";
import { isOfMoney } from "./mention.ts";
import type { RuleRow, RuleTable } from "./rule-table.ts";

/** So many rows a way from one line to another may have, and so many columns are added up. */
const FARTHEST = 40;
const COLUMNS = 2;
/** Longer tables are none that a release reconciles by. */
const MOST_ROWS = 400;

/** What begins the name of a measure of the company's own. */
const OWN_FIRST = /^(?:non[-\u2010\u2011 ]?gaap|adjusted|core|normali[sz]ed|underlying|operational|ongoing|economic) /i;
const NO_END = anyCase(
  /\b(?:adjustments?|total adj\w*|sub-?total|segments?|per cent|shares?(?: outstanding)?$|effect|impact|tax rate on)\b/,
);

/** The names that a table reconciles, each with the line that it comes from. */
export function taughtByTable(table: RuleTable): readonly Taught[] {
  if (table.kind !== "reconciliation" || table.rows.length > MOST_ROWS) return [];
  const { columns } = table.reading.meaning;
  if (columns.some((c) => c.basis === "GAAP") && columns.some((c) => c.basis === "non-GAAP"))
    return acrossColumns(table);
  return [...footed(table), ...named(table)];
}

/** Where GAAP stands beside non-GAAP, a row's own label is the line, and the company's own is called "adjusted" or "non-GAAP" so. */
const acrossColumns = ({ rows }: RuleTable): readonly Taught[] =>
  rows
    .filter(({ named: known }) => known === undefined)
    .slice(0, FARTHEST)
    .flatMap(({ label }) => {
      const line = lineOf(label)?.slice("own ".length);
      if (line === undefined || !line.includes(" ") || NO_END.test(line)) return [];
      const from = { named: undefined, label };
      return ["adjusted", "non-gaap"].map((word): Taught => ({ name: `${word} ${line}`, by: "column", from }));
    });

/** Rows that call themselves the company's own, below the row that has the same words without that. */
const named = ({ rows }: RuleTable): readonly Taught[] =>
  rows.flatMap((row, i): readonly Taught[] => {
    const name = cleaned(row.label);
    if (name === undefined || row.named !== undefined || !OWN_FIRST.test(name) || !hasHead(name) || NO_END.test(name))
      return [];
    const bare = lineOf(name.replace(OWN_FIRST, ""));
    const above = rows.slice(0, i).find((r) => bare !== undefined && lineOf(r.label) === bare);
    const first = above ?? rows.slice(0, i).find((r) => r.named?.basis === "GAAP");
    return first === undefined ? [] : [{ name, by: "reconciled", from: { named: first.named, label: first.label } }];
  });

/** Rows that are the sum of a line and of what stands between: the ends of a reconciliation, whatever they are called. */
function footed(table: RuleTable): readonly Taught[] {
  const { rows } = table;
  const taught: Taught[] = [];
  let start: RuleRow | undefined;
  for (let i = 0; i < rows.length; ) {
    const row = rows[i]!;
    start = row.named?.basis === "GAAP" || start === undefined ? row : start;
    const end = endOf(table, i);
    if (end === undefined) {
      start = undefined;
      i++;
      continue;
    }
    const to = rows[end]!;
    const name = cleaned(to.label);
    const isTaught = name !== undefined && leadsFrom(start, to, name) && hasHead(name) && !NO_END.test(name);
    if (isTaught && !areParts(start, rows.slice(i + 1, end)) && !isPartOfTotal(table, end))
      taught.push({
        name,
        by: "reconciled",
        from: { named: start.named, label: start.label },
        inMoney: [...start.figures, ...to.figures].some(isSurelyMoney),
      });
    i = end;
  }
  return taught;
}

/** A rate may be printed without its sign in a table of money; so large it is none. */
const isSurelyMoney = ({ measured, text }: Figure): boolean =>
  measured !== undefined && isOfMoney(measured.unit) && /[$€£]|\d{3}(?:\D|$)|\d{4}/.test(text.replace(/\.\d*/, ""));

/** "Service revenue", less "service revenue at fixed fees": lines of one kind add up to another such line of the statement, and to no measure of the company's own. */
const areParts = ({ named: line }: RuleRow, between: readonly RuleRow[]): boolean =>
  line?.basis === "GAAP" &&
  between.length > 0 &&
  between.every(({ named: other }) => other?.basis === "GAAP" && other.family === line.family);

/**
 * "Business revenue", below which "consumer revenue" is added to come to "total revenue": by its words and by what it leads on to it is a part of a
 * line of the standards, and the table parts that line.
 */
function isPartOfTotal(table: RuleTable, at: number): boolean {
  const { named: part } = table.rows[at]!;
  const isOfIt = (row: RuleRow | undefined): boolean =>
    row?.named?.basis === "GAAP" && row.named.family === part?.family;
  if (part?.basis !== "GAAP" || !table.rows.slice(at + 1).some(isOfIt)) return false;
  const total = table.rows
    .slice(at + 1, at + 1 + PARTS_MOST)
    .findLast((row) => isOfIt(row) && /^\W*total\b/.test(inSmall(row.label)));
  return total !== undefined && foots(table.rows[at]!, total, linesBetween(table, table.rows[at]!, total));
}
/** So many further parts may a total have. */
const PARTS_MOST = 8;

/** Whether an end is no further line of the standards: it is of the kind of the line it comes from, or has its words. */
function leadsFrom(start: RuleRow, { named: known }: RuleRow, name: string): boolean {
  if (known?.basis === "non-GAAP") return true;
  // Of an insurer operating income is what is left of net income; who has such a line in his statements calls that by this name.
  const isLeft = known?.family === "operating-income" && start.named?.family === "net-income";
  if (start.named !== undefined) return known === undefined || known.family === start.named.family || isLeft;
  const line = lineOf(start.label)?.slice("own ".length);
  return line !== undefined && keyOf(name).includes(keyOf(line));
}

/** The first row below one that is the sum of it and of all between, in each of the columns looked at. */
function endOf({ rows, reading: { grid, meaning } }: RuleTable, first: number): number | undefined {
  const of = new Map(rows[first]!.figures.map((f) => [f.id, f]));
  const columns = (grid[rows[first]!.row] ?? []).flatMap((_, c) => {
    const f = figureAt(rows[first]!, c);
    return f?.measured !== undefined && of.has(f.id) ? [c] : [];
  });
  const wanted = columns.slice(0, COLUMNS);
  if (wanted.length === 0) return undefined;
  const sums = wanted.map((c) => ({
    c,
    start: figureAt(rows[first]!, c)!,
    sum: value(rows[first]!, c),
    contra: value(rows[first]!, c),
  }));
  for (let j = first + 1; j < Math.min(rows.length, first + FARTHEST); j++) {
    const row = rows[j]!;
    const isEnd = (way: "sum" | "contra"): boolean =>
      j > first + 1 &&
      sums.every((s) => {
        const f = figureAt(row, s.c);
        return f?.measured !== undefined && f.measured.unit === s.start.measured!.unit && isNear(f, s[way], j - first);
      });
    if (isEnd("sum") || isEnd("contra")) return j;
    // What adds up the adjustments alone is not added again.
    const isPartial = sums.every((s) => {
      const f = figureAt(row, s.c);
      return f?.measured !== undefined && isNear(f, subtract(s.sum, s.start.measured!.value), j - first);
    });
    if (isPartial && j > first + 2) continue;
    for (const s of sums) {
      const v = value(row, s.c);
      s.sum = add(s.sum, v);
      s.contra = add(s.contra, (meaning.rows[row.row]?.contra ?? false) && sign(v) > 0 ? negate(v) : v);
    }
  }
  return undefined;

  function figureAt(row: RuleRow, column: number): Figure | undefined {
    return figureIn(row, column + 1);
  }
  function value(row: RuleRow, column: number): Rational {
    return figureAt(row, column)?.measured?.value ?? whole(0);
  }
}

/** Each of the rows is rounded by itself. */
const isNear = ({ measured }: Figure, sum: Rational, rows: number): boolean =>
  compare(multiply(absolute(subtract(measured!.value, sum)), whole(2)), multiply(measured!.quantum, whole(rows + 1))) <=
  0;
