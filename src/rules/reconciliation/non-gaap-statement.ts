import { anyCase } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import {
  atShare,
  isAcross,
  isCaption,
  isOwnDown,
  isOwnStatement,
  isOwnSummary,
  isStatementAcross,
  isWhole,
  OF_RESULTS,
  ownStatements,
  titleAt,
} from "../reading/own-statement.ts";
import { at } from "../reading/placed.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

const REMEDY = "Reconcile each measure by itself, and print no full statement of them.";

/** Statements, summaries and columns that have most of an income statement and are not under GAAP (C&DI 102.10(c)). */
export function statementFindings(disclosure: Disclosure): readonly Found[] {
  const own = ownStatements(disclosure).map((t) => ({
    ...titleAt(t, anyCase(/\bstatements? of\b/), disclosure),
    message: `Table ${t.table} is a whole statement of operations that is not under GAAP, from ${quoted(t.rows[0]!.label)} to ${quoted(t.rows.at(-1)!.label)}.`,
    remedy: REMEDY,
    figures: [],
  }));
  return [
    ...own,
    ...summaryFindings(disclosure),
    ...columnFindings(disclosure),
    ...shareFindings(disclosure),
    ...downFindings(disclosure),
  ];
}

/** Statements at the company's share of what it does not own alone; one finding for those of several periods. */
function shareFindings(disclosure: Disclosure): readonly Found[] {
  return (["an income statement", "a balance sheet"] as const).flatMap((what) =>
    oneOf(
      disclosure.tables.filter((t) => atShare(t) === what),
      ({ table, rows }) =>
        `Table ${table} has ${rows.length} lines, most of those of ${what}, at the company's share: a whole statement that is not under GAAP.`,
      disclosure,
    ),
  );
}

const downFindings = (disclosure: Disclosure): readonly Found[] =>
  oneOf(
    disclosure.tables.filter((t) => isOwnDown(t) && !isOwnStatement(t) && !isOwnSummary(t)),
    ({ table, rows }) =>
      `Table ${table} goes from ${quoted(rows[0]!.label)} down to ${quoted(rows.findLast((r) => r.named !== undefined)!.label)}, most lines of an income statement, and has no earnings under GAAP.`,
    disclosure,
  );

function oneOf(
  tables: readonly RuleTable[],
  message: (first: RuleTable) => string,
  disclosure: Disclosure,
): readonly Found[] {
  const placed = tables.map((table) => ({ table, ...titleAt(table, NO_TITLE, disclosure) }));
  return toldOnce(disclosure, placed, ({ table }) => ({ message: message(table), remedy: REMEDY, figures: [] }));
}
const NO_TITLE = /$^/;

/** Whether the same lines stand right above under GAAP: each is then beside its own. */
const isTwin = (own: RuleTable, above: RuleTable | undefined): boolean =>
  above !== undefined &&
  own.block - above.block < 4 &&
  own.rows.filter((r) => above.rows.some((other) => other.label === r.label)).length * 2 > own.rows.length;

/** One finding for all such summaries: a quarter and a year are the same statement twice. */
function summaryFindings(disclosure: Disclosure): readonly Found[] {
  const summaries = disclosure.tables.filter(
    (t, i) => isOwnSummary(t) && !isOwnStatement(t) && !isTwin(t, disclosure.tables[i - 1]),
  );
  const placed = summaries.map((t) => ({ ...titleAt(t, anyCase(/^\W{0,4}non-?gaap\b/), disclosure), t }));
  return toldOnce(disclosure, placed, ({ t: { table, rows } }) => {
    const [from, to] = [rows[0]!, rows.findLast((r) => isCaption(r))!];
    return {
      message: `Table ${table} has most lines of an income statement, from ${quoted(from.label)} to ${quoted(to.label)}, and none of its columns is under GAAP.`,
      remedy: "Set each measure beside the one under GAAP, and print no statement of measures of the company's own.",
      figures: [],
    };
  });
}

function columnFindings(disclosure: Disclosure): readonly Found[] {
  return disclosure.tables.filter(isAcross).flatMap((whole) => {
    const {
      table,
      rows,
      reading: { meaning, grid },
    } = whole;
    const own = meaning.columns.flatMap((c, i) => (c.basis === "non-GAAP" ? [i] : []));
    const filled = rows.filter((r) => own.some((c) => grid[r.row]?.[c] !== undefined));
    const first = filled[0];
    if (first === undefined || !(isWhole(filled) || isStatementAcross(whole))) return [];
    return [
      {
        ...(isWhole(filled) ? at(first) : titleAt(whole, OF_RESULTS, disclosure)),
        message: `Table ${table} has a column of the company's own for ${filled.length} lines from ${quoted(first.label)} to ${quoted(filled.at(-1)!.label)}: ${isWhole(filled) ? "a whole income statement" : "most of an income statement"} that is not under GAAP.`,
        remedy: REMEDY,
        figures: [],
      },
    ];
  });
}
