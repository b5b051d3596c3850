import { placeOf } from "../text/printed.ts";
import {
  AFTER_TAX,
  BEFORE_TAX,
  EBITDA,
  FROM_OPERATING,
  FULL_LINES,
  HEAD,
  lined,
  SAID_BOTH,
  STATEMENT,
  TURNED,
  table,
} from "./_passages.ts";
import { alsoIn } from "./also.ts";
import { besideReconciliation } from "./beside-reconciliation.ts";
import { comparableTo } from "./comparable.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Family } from "./family.ts";
import { type Named, namedIn } from "./lexicon.ts";
import { taxFindings } from "./net-of-tax.ts";
import { idsOf, ownMeasures, ownQuoted, quoted } from "./own-measure.ts";
import { isAcross, isCaption, isOwnStatement, isOwnSummary, isWhole, ownStatements } from "./own-statement.ts";
import type { Passage } from "./passage.ts";
import { perShareFindings } from "./per-share-liquidity.ts";
import { at, RESULTS } from "./placed.ts";
import { groupOf, isComplete, isReconciled, madeUp } from "./reconciled.ts";
import { ALL, BOTH, type Found, RECONCILIATION_ITEM, type Rule, US } from "./rule.ts";
import type { RuleRow, RuleTable } from "./rule-table.ts";
import { PER_SHARE } from "./ways.ts";

/** What tells that reconciliations stand in another document. */
const ELSEWHERE =
  /\breconcil\w+[^.]{0,200}\b(?:website|web site|supplement(?:al|ary)? (?:information|package|materials?|data|report|financial)|presentation (?:on|at|posted|available)|annual report|(?:www\.|https?:))|\b(?:website|supplement(?:al|ary)? (?:information|package|materials?|data|report|financial)\w*)\b[^.]{0,200}\breconcil/i;

interface Unreconciled extends Shown {
  /** Where the same measure stands again. */
  readonly more: readonly { readonly start: number }[];
}

/** The measures of a past period that no table and no sentence reconciles, each with its places. */
function unreconciled(disclosure: Disclosure): readonly Unreconciled[] {
  const { tables } = disclosure;
  if (!isComplete(disclosure)) return [];
  // Where no reconciliation at all is left of a release, nothing tells whether its debt was reconciled.
  const isAnyCalledSo = tables.some((t) => t.kind === "reconciliation");
  const found = new Map<string, Unreconciled & { readonly more: { readonly start: number }[] }>();
  for (const shown of shownMeasures(disclosure)) {
    const { own } = shown;
    const key = keyOf(own);
    const before = found.get(key);
    if (before !== undefined) {
      before.more.push(shown);
      continue;
    }
    if (isReconciled(own, disclosure) || (own.family === "leverage" && !isAnyCalledSo)) continue;
    const name = madeUp(own.name);
    if (name !== undefined && tables.some((t) => t.rows.some((r) => r.label.toLowerCase().startsWith(name)))) continue;
    if (isUnderWord(own, groupOf(own.family), tables)) continue;
    found.set(key, { ...shown, more: [] });
  }
  return [...found.values()];
}

/** One finding for each: a share's part is another measure than the whole, a margin is not. */
const keyOf = ({ family, name }: Named): string =>
  `${PER_SHARE.has(family) ? family : groupOf(family)[0]} ${/\bAFFO\b|adjusted funds/i.test(name)} ${/\bsame[- ]/i.test(name)} ${/\bfee[- ]related/i.test(name)}`;

/** The measure that a reconciliation begins with: of a margin that of its amount. */
const wordsFor = ({ family }: Named): string =>
  comparableTo(PER_SHARE.has(family) ? family : groupOf(family)[0]!).words;

interface Shown {
  readonly own: Named;
  /** As the message quotes it: a row by its label. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly string[];
}

/** What shows a measure of the company's own: the prose of results, and the rows of tables of results. */
function shownMeasures(disclosure: Disclosure): readonly Shown[] {
  const said = [...ownMeasures(disclosure).values()]
    .flat()
    .map((m): Shown => ({ own: m, words: ownQuoted(m), start: m.start, end: m.end, figures: idsOf([m]) }));
  const tabled = disclosure.tables
    .filter((t) => (t.kind === "figures" && RESULTS.has(t.part)) || t.kind === "reconciliation" || isOwnStatement(t))
    .flatMap((t) => t.rows)
    .filter((r) => isOwn(r) && !/\bsegments?\b/i.test(r.label))
    .map(
      (r): Shown => ({
        own: r.named!,
        words: quoted(r.label),
        start: r.start,
        end: r.end,
        figures: r.figures.slice(0, 1).map((f) => f.id),
      }),
    );
  return [...said, ...tabled].toSorted((a, b) => a.start - b.start);
}

/** "Economic EPS" is "non-GAAP economic earnings per share": the word that the company has made up before another name of the measure. */
function isUnderWord({ name }: Named, group: readonly Family[], tables: readonly RuleTable[]): boolean {
  const word = /^(?:non-?gaap|adjusted) ([a-z]{4,} )/i.exec(name)?.[1]?.toLowerCase();
  if (word === undefined || ORDINARY.test(word)) return false;
  return tables.some((t) =>
    t.rows.some(
      (r) => r.label.toLowerCase().startsWith(word) && r.named !== undefined && group.includes(r.named.family),
    ),
  );
}

const ORDINARY =
  /^(?:basic|diluted|earnings|income|loss|profit|gross|operating|total|consolidated|effective|free|funds|cash|other|return|comprehensive) $/;

const elsewhere = ({ passages }: Disclosure): Passage | undefined => passages.find((p) => ELSEWHERE.test(p.text));

/** What such a statement prints beside its last line, which no reconciliation leads to. */
function statementRows(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.tables.filter((t) => t.kind === "reconciliation" && !isOwnStatement(t));
  return ownStatements(disclosure)
    .flatMap(({ table, rows }) => {
      const bare = rows.filter(
        (r, i) =>
          r.named !== undefined &&
          SUBTOTALS.has(r.named.family) &&
          rows.findIndex((other) => other.named?.family === r.named?.family) === i &&
          !all.some((t) => t.rows.some((other) => other.named?.family === r.named?.family)),
      );
      const first = bare[0];
      if (first === undefined) return [];
      const names = bare.map((r) => quoted(r.label));
      return [
        {
          start: first.start,
          end: first.end,
          message: `Table ${table} is not under GAAP, and no reconciliation leads to its ${listed(names)}.${alsoIn(disclosure, first, bare)}`,
          remedy: "Reconcile each measure that is printed, or print no more than what is reconciled.",
          figures: first.figures.slice(0, 1).map((f) => f.id),
        },
      ];
    })
    .slice(0, 1);
}

const SUBTOTALS: ReadonlySet<Family> = new Set<Family>([
  "gross-profit",
  "operating-expenses",
  "operating-income",
  "pre-tax-income",
  "eps",
]);

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

function missingFindings(disclosure: Disclosure): readonly Found[] {
  if (elsewhere(disclosure) !== undefined) return [];
  return [...unreconciledFindings(disclosure), ...statementRows(disclosure), ...besideReconciliation(disclosure)];
}

function unreconciledFindings(disclosure: Disclosure): readonly Found[] {
  return unreconciled(disclosure).map((one) => {
    const words = wordsFor(one.own);
    return {
      start: one.start,
      end: one.end,
      message: `${one.words} is given, and no table or sentence reconciles it with ${words}.${alsoIn(disclosure, one, one.more)}`,
      remedy: `Add a reconciliation that begins with ${words} and names each adjustment with its amount.`,
      figures: one.figures,
    };
  });
}

/** The same where the release says that reconciliations stand elsewhere: for a furnished release they must be with it. */
function elsewhereFindings(disclosure: Disclosure): readonly Found[] {
  if (elsewhere(disclosure) === undefined) return [];
  return unreconciled(disclosure).map((one) => ({
    start: one.start,
    end: one.end,
    message: `${one.words} is not reconciled with ${wordsFor(one.own)} in the release, which refers to another document for reconciliations.${alsoIn(disclosure, one, one.more)}`,
    remedy:
      "A release that is furnished has the reconciliation with it: add it, or furnish the other document as an exhibit too.",
    figures: one.figures,
  }));
}

const reconciliations = ({ tables }: Disclosure): readonly RuleTable[] =>
  tables.filter((t) => t.kind === "reconciliation" && !isAcross(t));

const isOwn = (row: RuleRow): boolean => row.named?.basis === "non-GAAP" && row.named.family !== "revenue";

/** Lines between the two that name no measure: the adjustments. */
const between = (rows: readonly RuleRow[], a: RuleRow, b: RuleRow): readonly RuleRow[] =>
  rows.filter((r) => r.row > Math.min(a.row, b.row) && r.row < Math.max(a.row, b.row));

function startFindings(disclosure: Disclosure): readonly Found[] {
  return disclosure.tables
    .filter((t) => (t.kind === "reconciliation" || t.kind === "figures") && !isAcross(t))
    .flatMap((table) => {
      const found = table.rows.flatMap((row) => startsFrom(row, table)).slice(0, 1);
      return found.length > 0 ? found : leadsBetweenOwn(table, disclosure);
    });
}

/** From one measure of the company's own to another, where nothing leads to the first of them from one under GAAP. */
function leadsBetweenOwn(table: RuleTable, disclosure: Disclosure): readonly Found[] {
  const { rows } = table;
  if (table.kind === "figures" && !/\bbridge\b/i.test(table.title)) return [];
  const named = rows.filter((r) => r.named !== undefined && !/%|margin/i.test(r.label));
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined || first !== rows[0] || !isOwn(first) || !isOwn(last)) return [];
  if (first.named!.family === last.named!.family || named.some((r) => r.named!.basis === "GAAP")) return [];
  if (!between(rows, first, last).some((r) => r.named === undefined) || isReconciled(first.named!, disclosure))
    return [];
  return [
    {
      ...titleAt(table, /\bbridge\b|\breconcil/i, disclosure),
      message: `Table ${table.table} leads from ${quoted(first.label)} to ${quoted(last.label)}, and nothing leads to the first of them from a measure under GAAP.`,
      remedy: `Start from ${comparableTo(last.named!.family).words} and come to the measure of the company's own.`,
      figures: [first, last].flatMap((r) => r.figures.slice(0, 1).map((f) => f.id)),
    },
  ];
}

/** Whether a row of the company's own leads down to the measure under GAAP, which does not stand above it. */
function startsFrom(row: RuleRow, { table, kind, title, rows, reading }: RuleTable): readonly Found[] {
  if (!isOwn(row)) return [];
  const { family, words } = comparableTo(row.named!.family);
  // What a section above it is called makes net income no measure of the company's own.
  const labelOf = (r: RuleRow): string => reading.meaning.rows[r.row]?.label ?? r.label;
  const gaap = rows.filter(
    (r) => r.named?.family === family && namedIn(labelOf(r)).some((n) => n.basis === "GAAP" && n.family === family),
  );
  const first = gaap[0];
  if (first === undefined || first.row < row.row) return [];
  const lines = between(rows, row, first);
  const bare = lines.filter((r) => r.named === undefined);
  // A table that nothing calls a reconciliation is one where a line says what is taken off.
  if (kind === "figures" && !lines.some((r) => /^less\b/i.test(labelOf(r)))) return [];
  // Where the title says what the table is, other measures may stand among the adjustments.
  if (bare.length === 0 || (bare.length < lines.length && !(row === rows[0] && /\breconcil/i.test(title)))) return [];
  return [
    {
      start: row.start,
      end: row.end,
      message: `The reconciliation in table ${table} starts from ${quoted(row.label)} and comes to ${quoted(labelOf(first))}.`,
      remedy: `Start from ${words} and come to the measure of the company's own.`,
      figures: [row, first].flatMap((r) => r.figures.slice(0, 1).map((f) => f.id)),
    },
  ];
}

function ebitdaFindings(disclosure: Disclosure): readonly Found[] {
  const all = reconciliations(disclosure);
  const found = ([EBITDA_AND_EBIT, NOI] as const).flatMap(({ families, row }) => {
    const isOf = (r: RuleRow): boolean => r.named !== undefined && families.has(r.named.family);
    const fromNet = disclosure.tables.some(
      (t) =>
        t.kind !== "statement" &&
        t.rows.some((r) => isOf(r)) &&
        t.rows.some((r) => r.named?.family === "net-income" || NET.test(r.label)),
    );
    if (fromNet) return [];
    return all
      .flatMap(({ table, rows }) => {
        const last = rows.find((r) => isOf(r) && row.test(r.label));
        const first = rows.find((r) => r.named?.family === "operating-income" && r.named.basis === "GAAP");
        if (last === undefined || first === undefined || first.row > last.row || between(rows, first, last).length < 1)
          return [];
        return [
          {
            start: first.start,
            end: first.end,
            message: `${quoted(last.label)} in table ${table} is reconciled from ${quoted(first.label)}; nothing reconciles it from net income.`,
            remedy: "Start from net income.",
            figures: [first, last].flatMap((r) => r.figures.slice(0, 1).map((f) => f.id)),
          },
        ];
      })
      .slice(0, 1);
  });
  return found;
}

const EBITDA_AND_EBIT = {
  families: new Set<Family>(["ebitda", "ebit"]),
  row: /^(?:adjusted |consolidated |total |operating )*ebit(?:da\w*|a)?\b/i,
};
/** What property earns is a part of net income as well; one of a segment is not the company's. */
const NOI = {
  families: new Set<Family>(["noi"]),
  row: /^(?:consolidated |total |same[- ]\w+ |cash )*(?:noi|net operating income)\b/i,
};

const NET =
  /\bnet (?:income|loss|earnings)|\b(?:profit|loss|income) (?:for the (?:period|year|quarter)|from continuing)/i;

function statementFindings(disclosure: Disclosure): readonly Found[] {
  const own = ownStatements(disclosure).map((t) => ({
    ...titleAt(t, /\bstatements? of\b/i, disclosure),
    message: `Table ${t.table} is a whole statement of operations that is not under GAAP, from ${quoted(t.rows[0]!.label)} to ${quoted(t.rows.at(-1)!.label)}.`,
    remedy: "Reconcile each measure by itself, and print no full statement of them.",
    figures: [],
  }));
  return [...own, ...summaryFindings(disclosure), ...columnFindings(disclosure)];
}

/** The title right above a table, if a passage is one; the first words of the table otherwise. */
function titleAt(
  { block, rows, reading }: RuleTable,
  title: RegExp,
  { passages }: Disclosure,
): { start: number; end: number } {
  const above = passages.findLast((p) => p.block < block && p.block >= block - 4 && title.test(p.text));
  if (above !== undefined) return placeOf(above.printed, 0, above.text.length);
  const cell = reading.block.rows.flatMap((r) => r.cells).find((c) => c.cell.text.text.trim() !== "");
  return cell === undefined ? at(rows[0]!) : placeOf(cell.cell.text, 0, cell.cell.text.text.length);
}

/** Whether the same lines stand right above under GAAP: each is then beside its own. */
const isTwin = (own: RuleTable, above: RuleTable | undefined): boolean =>
  above !== undefined &&
  own.block - above.block < 4 &&
  own.rows.filter((r) => above.rows.some((other) => other.label === r.label)).length * 2 > own.rows.length;

/** One finding for all such summaries: a quarter and a year are the same statement twice. */
function summaryFindings(disclosure: Disclosure): readonly Found[] {
  const [first, ...more] = disclosure.tables.filter(
    (t, i) => isOwnSummary(t) && !isOwnStatement(t) && !isTwin(t, disclosure.tables[i - 1]),
  );
  if (first === undefined) return [];
  const [from, to] = [first.rows[0]!, first.rows.findLast((r) => isCaption(r))!];
  const place = titleAt(first, /^\W{0,4}non-?gaap\b/i, disclosure);
  return [
    {
      ...place,
      message: `Table ${first.table} has most lines of an income statement, from ${quoted(from.label)} to ${quoted(to.label)}, and none of its columns is under GAAP.${alsoIn(
        disclosure,
        place,
        more.map((t) => titleAt(t, /^\W{0,4}non-?gaap\b/i, disclosure)),
      )}`,
      remedy: "Set each measure beside the one under GAAP, and print no statement of measures of the company's own.",
      figures: [],
    },
  ];
}

function columnFindings({ tables }: Disclosure): readonly Found[] {
  return tables.filter(isAcross).flatMap(({ table, rows, reading: { meaning, grid } }) => {
    const own = meaning.columns.flatMap((c, i) => (c.basis === "non-GAAP" ? [i] : []));
    const filled = rows.filter((r) => own.some((c) => grid[r.row]?.[c] !== undefined));
    const first = filled[0];
    if (first === undefined || !isWhole(filled)) return [];
    return [
      {
        start: first.start,
        end: first.end,
        message: `Table ${table} has a column of the company's own for ${filled.length} lines from ${quoted(first.label)} to ${quoted(filled.at(-1)!.label)}: a whole income statement that is not under GAAP.`,
        remedy: "Reconcile each measure by itself, and print no full statement of them.",
        figures: [],
      },
    ];
  });
}

export const RECONCILIATION: readonly Rule[] = [
  {
    code: "reconciliation-missing",
    title: "Each measure of the company's own is reconciled",
    text: "A non-GAAP measure of a past period comes with a quantitative reconciliation to the most directly comparable GAAP measure, by schedule or other clear method.",
    sources: [
      "Regulation G, 17 CFR 244.100(a)(2)",
      RECONCILIATION_ITEM,
      "of issuers in Europe: ESMA Guidelines on Alternative Performance Measures (ESMA/2015/1415), paragraph 26",
    ],
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    breaks: `${HEAD}${SAID_BOTH}${STATEMENT}${EBITDA}`,
    keeps: [
      `${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million.\n\n${STATEMENT}${EBITDA}`,
      `${HEAD}${SAID_BOTH}${STATEMENT}${EBITDA}${table("Free Cash Flow", "Cash provided by operating activities | 5.0 | 4.0", "Capital expenditures | (2.0) | (1.0)", "Free cash flow | 3.0 | 3.0")}`,
      `${HEAD}${SAID_BOTH}`,
    ],
    check: missingFindings,
  },
  {
    code: "reconciliation-elsewhere",
    title: "The reconciliation is with the release",
    text: "A release that is furnished under Item 2.02 of Form 8-K has the reconciliation with it; a web site or a supplement that is not furnished does not serve.",
    sources: [RECONCILIATION_ITEM, "Regulation G, 17 CFR 244.100(a)(2)"],
    severity: "note",
    state: "REVIEW",
    profiles: US,
    breaks: `${HEAD}${SAID_BOTH}A reconciliation is on our website.\n\n${STATEMENT}${EBITDA}`,
    keeps: [
      `${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million. A reconciliation is also on our website.\n\n${STATEMENT}${EBITDA}`,
      `${HEAD}Net income was $4.0 million. More is on our website.\n\n${STATEMENT}`,
    ],
    check: elsewhereFindings,
  },
  {
    code: "reconciliation-starts-wrong",
    title: "A reconciliation starts from the measure under GAAP",
    text: "A reconciliation begins with the GAAP measure and comes to the non-GAAP measure, so that it does not give that one more prominence.",
    sources: ["C&DI 102.10(b)"],
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    breaks: `${HEAD}${STATEMENT}${TURNED}`,
    keeps: [`${HEAD}${STATEMENT}${EBITDA}`, `${HEAD}${STATEMENT}${BEFORE_TAX}`],
    check: startFindings,
  },
  {
    code: "ebitda-not-from-net-income",
    title: "EBITDA is reconciled with net income",
    text: "EBIT and EBITDA as measures of performance are reconciled with net income, and so is net operating income of property; operating income is not the most directly comparable measure.",
    sources: ["C&DI 103.02"],
    severity: "warning",
    state: "BLOCK",
    profiles: BOTH,
    breaks: `${HEAD}${STATEMENT}${FROM_OPERATING}`,
    keeps: [`${HEAD}${STATEMENT}${EBITDA}`, `${HEAD}${STATEMENT}${EBITDA}${FROM_OPERATING}`],
    check: ebitdaFindings,
  },
  {
    code: "adjustment-net-of-tax",
    title: "The tax on adjustments is a line of its own",
    text: "Adjustments are shown before tax; the tax on them is a separate adjustment, clearly explained.",
    sources: ["C&DI 102.11"],
    severity: "warning",
    state: "BLOCK",
    profiles: BOTH,
    breaks: `${HEAD}${STATEMENT}${AFTER_TAX}`,
    keeps: [
      `${HEAD}${STATEMENT}${BEFORE_TAX}`,
      `${HEAD}${STATEMENT}${EBITDA}`,
      `${HEAD}${STATEMENT}${BEFORE_TAX}All amounts in the table above are tax adjusted by its last line.\n`,
      `${HEAD}${STATEMENT}${EBITDA}The gain on the sale is net of tax.\n`,
    ],
    check: taxFindings,
  },
  {
    code: "non-gaap-income-statement",
    title: "No whole income statement is made of measures of the company's own",
    text: "A reconciliation, or another table, is not a non-GAAP income statement: one that has all or most of the lines and subtotals of a GAAP income statement.",
    sources: ["C&DI 102.10(a)(1) and (c)"],
    severity: "warning",
    state: "REVIEW",
    profiles: BOTH,
    breaks: `${HEAD}${STATEMENT}${lined(FULL_LINES)}`,
    keeps: [
      `${HEAD}${STATEMENT}${lined([FULL_LINES[2]!, FULL_LINES[6]!, FULL_LINES[10]!])}`,
      `${HEAD}${STATEMENT}${EBITDA}`,
    ],
    check: statementFindings,
  },
  {
    code: "liquidity-per-share",
    title: "No measure of liquidity is given per share",
    text: "Free cash flow, EBITDA and other measures that can be used as measures of liquidity are not shown per share, in filed or in furnished material.",
    sources: ["C&DI 102.05, 102.07 and 103.02"],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}Free cash flow per share was $1.20 in the quarter.\n`,
    keeps: [
      `${HEAD}Free cash flow was $12.0 million, and earnings per share $1.20.\n`,
      `${HEAD}We do not give free cash flow per share; earnings per share were $1.20.\n`,
    ],
    check: perShareFindings,
  },
];
