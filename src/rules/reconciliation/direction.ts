import { comparableTo } from "../names/comparable.ts";
import { type Family, LEADING_RESULTS, RATES } from "../names/family.ts";
import { namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { alsoIn, intoFirst, toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { foots, linesBetween } from "../reading/foots.ts";
import { quoted } from "../reading/own-measure.ts";
import { isAcross } from "../reading/own-statement.ts";
import { at } from "../reading/placed.ts";
import { isCalledSo, isOwn, outlookRows, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { leadsBetweenOwn } from "./direction-between.ts";
import { startsAhead } from "./segments-ahead.ts";
import { ABOVE_NET, capsOf, fromAboveNet } from "./ways.ts";

const reconciliations = ({ tables }: Disclosure): readonly RuleTable[] =>
  tables.filter((t) => t.kind === "reconciliation" && !isAcross(t));

const OWN_HEAD = anyCase(/\bnon-?gaap\b|\badjusted\b|\bcore\b|\bpro[ -]?forma\b/);
const GAAP_HEAD = anyCase(/(?:^|[^-\w])(?:gaap|ifrs)\b|\bas reported\b/);

/** Reconciliations from column to column that have the company's own on the left. */
function startsAcross({ tables }: Disclosure): readonly Found[] {
  return tables
    .filter((t) => isAcross(t) && isCalledSo(t))
    .flatMap(({ table, rows, reading: { meaning } }) => {
      const heads = meaning.columns.map((c) => c.head).filter((head) => head !== "");
      const own = heads.findIndex((head) => OWN_HEAD.test(head));
      const gaap = heads.findIndex((head) => GAAP_HEAD.test(head) && !OWN_HEAD.test(head));
      const first = rows.find((r) => r.figures.length > 1);
      // Between the two stands what is left out.
      if (own < 0 || gaap < own + 2 || first === undefined) return [];
      return [
        {
          ...at(first),
          message: `The reconciliation in table ${table} goes from its column ${quoted(heads[own]!)} to ${quoted(heads[gaap]!)}.`,
          remedy: "Put the column under GAAP first and come to that of the company's own.",
          figures: first.figures.slice(0, 1).map((f) => f.id),
        },
      ];
    });
}

/** Reconciliations that begin with a measure of the company's own (C&DI 102.10(b)). */
export function startFindings(disclosure: Disclosure): readonly Found[] {
  return [
    ...startsDown(disclosure),
    ...startsAcross(disclosure),
    ...startsAhead(disclosure),
    ...disclosure.tables.flatMap(startsFromRevenue),
  ];
}

function startsDown(disclosure: Disclosure): readonly Found[] {
  return disclosure.tables
    .filter(
      (t) =>
        (t.kind === "reconciliation" || t.kind === "figures") &&
        // What cash there is before working capital stands in a statement of cash flows so.
        t.reading.meaning.statement !== "cash" &&
        !isAcross(t),
    )
    .flatMap((table) => {
      const found = [...table.rows.flatMap((row) => startsFrom(row, table)), ...fromShare(table)].slice(0, 1);
      return found.length > 0 ? found : leadsBetweenOwn(table, disclosure);
    });
}

const AT_OWN = anyCase(/\bproportionate\b|\bpro[- ]rata\b|\bnon-?gaap\b|\bexcluding\b|\badjusted\b/);
const AS_STATED = anyCase(
  /\b(?:consolidated |reit['’]s )?financial statements\b|\bas reported\b|(?:^|[^-])\b(?:gaap|ifrs)\b/,
);
/** "Total adjustments excluded from non-GAAP operating income" are no such item, nor is "the tax effect of non-GAAP adjustments". */
const ADJUSTMENTS = anyCase(
  /^\W{0,4}(?:total )?adjustments?\b|\b(?:effects?|impacts?) of (?:the )?(?:[\w-]+ ){0,2}adjustments?\b/,
);
const MOST_BETWEEN = 5;

/** An item that no family names, from the company's share or adjusted down to the statements, where the lines add up. */
function fromShare({ table, rows }: RuleTable): readonly Found[] {
  return rows.flatMap((row, i) => {
    if (row.named !== undefined || !AT_OWN.test(row.label) || AS_STATED.test(row.label) || ADJUSTMENTS.test(row.label))
      return [];
    const down = rows.slice(i + 1, i + 2 + MOST_BETWEEN);
    const end = down.findIndex((r) => AS_STATED.test(r.label) && !AT_OWN.test(r.label) && !ADJUSTMENTS.test(r.label));
    const to = down[end];
    if (to === undefined || end < 1 || !foots(row, to, down.slice(0, end))) return [];
    return [
      {
        ...at(row),
        message: `Table ${table} starts from ${quoted(row.label)} and comes to ${quoted(to.label)}.`,
        remedy: "Start from the amount of the statements and come to that of the company's own.",
        figures: [row, to].flatMap((r) => r.figures.slice(0, 1).map((f) => f.id)),
      },
    ];
  });
}

/** What a statement of results has above each of its subtotals, and a reconciliation does not begin with. */
const BEGINS_A_STATEMENT: readonly Family[] = ["revenue", "cost-of-sales", "gross-profit"];

/**
 * Revenue of the company's own that a table begins with and lines lead down from to revenue under GAAP, its last row: sales of parts of the business stand
 * between the two as well. Where columns lead from one basis to another the order of the rows says nothing.
 */
function startsFromRevenue(table: RuleTable): readonly Found[] {
  const { rows, reading } = table;
  const [first, last] = [rows[0], rows.at(-1)];
  const isOfRevenue = (row: RuleRow | undefined, basis: "GAAP" | "non-GAAP"): row is RuleRow =>
    row?.named?.family === "revenue" && row.named.basis === basis;
  if (!isCalledSo(table) || !isOfRevenue(first, "non-GAAP") || !isOfRevenue(last, "GAAP")) return [];
  if (reading.meaning.columns.some(({ basis, head }) => CHANGES.has(basis) || OF_CURRENCY.test(head))) return [];
  const lines = linesBetween(table, first, last);
  if (lines.length === 0 || !foots(first, last, lines)) return [];
  return [foundFrom(table, first, last)];
}
const CHANGES: ReadonlySet<string> = new Set(["constant-currency", "organic", "adjustment"]);
const OF_CURRENCY = anyCase(/\bconstant\b|\bcurrenc(?:y|ies)\b|\bfx\b/);

/** A row's own label, without what the section above it is called. */
const calledAt = ({ row, label }: RuleRow, { meaning }: RuleTable["reading"]): string =>
  meaning.rows[row]?.label ?? label;

/** The finding on a row of the company's own and on what its table comes down to from there; `isStatement` says that the two stand in a statement of results. */
const foundFrom = ({ table, reading }: RuleTable, row: RuleRow, to: RuleRow, isStatement = false): Found => ({
  ...at(row),
  message: isStatement
    ? `Table ${table}, a statement of results, has ${quoted(row.label)} first and comes from it to ${quoted(calledAt(to, reading))}.`
    : `The reconciliation in table ${table} starts from ${quoted(row.label)} and comes to ${quoted(calledAt(to, reading))}.`,
  remedy: `Start from ${comparableTo(row.named!.family).words} and come to the measure of the company's own.`,
  figures: [row, to].flatMap((r) => r.figures.slice(0, 1).map((f) => f.id)),
});

/** Whether a row of the company's own leads down to the measure under GAAP, which does not stand above it. */
function startsFrom(row: RuleRow, whole: RuleTable): readonly Found[] {
  const { title, rows, reading } = whole;
  if (!isOwn(row)) return [];
  const { family } = comparableTo(row.named!.family);
  // What a section above it is called makes net income no measure of the company's own.
  const labelOf = (r: RuleRow): string => calledAt(r, reading);
  const gaap = rows.filter(
    (r) => r.named?.family === family && namedIn(labelOf(r)).some((n) => n.basis === "GAAP" && n.family === family),
  );
  const first = gaap[0];
  if (first === undefined || first.row < row.row) return [];
  // The parts of a ratio come to the whole of it, and nothing is taken off them.
  if (RATES.has(row.named!.family) && /^\W{0,4}total\b/.test(inSmall(labelOf(first)))) return [];
  if (isSumAbove(row, whole) || isOfAnother(row, first, whole)) return [];
  // A margin below an amount is no line of the way.
  const lines = linesBetween({ rows }, row, first).filter((r) => r.named === undefined || !RATES.has(r.named.family));
  const bare = lines.filter((r) => r.named === undefined);
  const above = rows.filter((r) => r.row < row.row);
  const isStatement = BEGINS_A_STATEMENT.every((one) =>
    above.some((r) => r.named?.basis === "GAAP" && r.named.family === one),
  );
  if (!lines.some((r) => /^(?:non-?gaap )?less\b/.test(inSmall(labelOf(r))))) {
    // Down a statement of results each measure leads to each other: what has lines above it is a subtotal there.
    if (row.named!.family !== family && rows.some((r) => r.row < row.row && r.named?.basis !== "non-GAAP")) return [];
    // A table that nothing calls a reconciliation is one where a line says what is taken off, or where the lines add up.
    if (!isCalledSo(whole) && !foots(row, first, bare)) return [];
  }
  // Where the title says what the table is, other measures may stand among the adjustments.
  if (bare.length === 0 || (bare.length < lines.length && !(row === rows[0] && /\breconcil/.test(inSmall(title)))))
    return [];
  return [foundFrom(whole, row, first, isStatement)];
}

/** Whether the lines right above a row add up to it: what a table has come to is not what it starts from. */
const isSumAbove = (row: RuleRow, { rows }: RuleTable): boolean => {
  const above = rows.filter((r) => r.row < row.row);
  const [top, ...parts] = above;
  return top !== undefined && above.every((r) => r.named === undefined) && foots(top, row, parts);
};

/**
 * Whether another section begins between the two rows, and the lines between do not lead from one to the other: where a table works out several
 * ratios below each other, each section starts anew.
 */
function isOfAnother(row: RuleRow, to: RuleRow, { rows, reading: { meaning } }: RuleTable): boolean {
  const isSection = meaning.rows.slice(row.row + 1, to.row).some(({ kind }) => kind === "section");
  const between = linesBetween({ rows }, row, to);
  return (
    isSection && between.some((r) => r.named !== undefined && RATES.has(r.named.family)) && !foots(row, to, between)
  );
}

/** EBITDA that revenue is led down to by its costs, where no table starts from net income. */
function fromRevenue(disclosure: Disclosure): readonly Found[] {
  const isEbitda = (r: RuleRow): boolean => r.named?.family === "ebitda" && EBITDA_AND_EBIT.row.test(r.label);
  const isNet = (r: RuleRow): boolean => r.named?.family === "net-income" && r.named.basis === "GAAP";
  const isLed = disclosure.tables.some((t) =>
    // "Pumps Adjusted EBITDA", led to from net income of the group, goes by its segment's name as well.
    t.rows.some(
      (r) =>
        (isEbitda(r) || (t.kind === "reconciliation" && r.named?.family === "ebitda")) &&
        t.rows.some((n) => isNet(n) && (n.row < r.row || runsOnTo(r, n, t))),
    ),
  );
  if (isLed) return [];
  const all = disclosure.tables
    .filter((t) => t.kind !== "statement" && t.kind !== "guidance" && !isAcross(t))
    .flatMap((t) => {
      const to = t.rows.find(isEbitda);
      const from = t.rows.slice(0, 3).findLast((r) => TOP_LINE.test(r.label));
      if (to === undefined || from === undefined || from.row >= to.row) return [];
      const lines = linesBetween(t, from, to);
      return lines.some(isOfCosts) && foots(from, to, lines) ? [{ table: t.table, from, to }] : [];
    });
  const [first, ...more] = all;
  if (first === undefined) return [];
  const { table, from, to } = first;
  return [
    {
      ...at(to),
      message: `${quoted(to.label)} in table ${table} is come to from ${quoted(from.label)}; nothing reconciles it from net income.${alsoIn(
        disclosure,
        to,
        more.map((one) => one.to),
      )}`,
      remedy: "Start from net income.",
      figures: [from, to].flatMap((r) => r.figures.slice(0, 1).map((f) => f.id)),
    },
  ];
}
/** A line that takes something off revenue: what only says what was left is no way from it. */
const isOfCosts = ({ named }: RuleRow): boolean =>
  named === undefined || !(RATES.has(named.family) || LEADING_RESULTS.has(named.family));

/** Whether a table goes on from the measure line by line down to net income: the two are led from one to the other, though the wrong way round. */
const runsOnTo = (from: RuleRow, net: RuleRow, table: RuleTable): boolean => {
  const lines = linesBetween(table, from, net).filter((r) => r.named?.basis !== "non-GAAP");
  return table.kind !== "statement" && lines.length > 1 && foots(from, net, lines);
};
/** What is left of net income for some of those who share in it, which is not what the statement calls so. */
const FOR_SOME = anyCase(/\b(?:allocated|available|applicable) to (?:\w+ ){0,2}(?:common|ordinary)\b/);

/** EBITDA that starts from what is left of net income for holders of common shares. */
function fromCommon(disclosure: Disclosure): readonly Found[] {
  const isEbitda = (r: RuleRow): boolean => r.named?.family === "ebitda" && EBITDA_AND_EBIT.row.test(r.label);
  return reconciliations(disclosure)
    .flatMap(({ table, rows }) => {
      const to = rows.find(isEbitda);
      const net = rows.filter(
        (r) => to !== undefined && r.row < to.row && (r.named?.family === "net-income" || NET.test(r.label)),
      );
      const from = net[0];
      if (to === undefined || from === undefined || net.length > 1 || !FOR_SOME.test(from.label)) return [];
      return [
        {
          ...at(from),
          message: `${quoted(to.label)} in table ${table} starts from ${quoted(from.label)}, which is a part of net income.`,
          remedy: "Start from net income as the statement of operations has it.",
          figures: [from, to].flatMap((r) => r.figures.slice(0, 1).map((f) => f.id)),
        },
      ];
    })
    .reduce<readonly Found[]>(intoFirst, []);
}

const TOP_LINE = anyCase(/\b(?:revenues?|sales|turnover|rent(?:al)?s?(?: income)?)\b/);

/** EBITDA, EBIT and the like that are reconciled from operating income alone, or from revenue (C&DI 103.02). */
export function ebitdaFindings(disclosure: Disclosure): readonly Found[] {
  const all = reconciliations(disclosure);
  const found = ([EBITDA_AND_EBIT, NOI] as const).flatMap(({ families, row }) => {
    const isOf = (r: RuleRow): boolean => r.named !== undefined && families.has(r.named.family);
    if (disclosure.tables.some((t) => isFromNet(t, isOf))) return [];
    const bare = disclosure.tables.flatMap((t) => {
      const way = t.kind === "figures" && !isAcross(t) ? fromAboveNet(t) : undefined;
      return way !== undefined && isOf(way.last) && row.test(way.last.label)
        ? [{ table: t.table, ...way, ...at(way.first) }]
        : [];
    });
    const starts = all.flatMap(({ table, rows }) => {
      const last = rows.find((r) => isOf(r) && row.test(r.label));
      const first = rows.find((r) => r.named?.basis === "GAAP" && ABOVE_NET.has(r.named.family));
      if (
        last === undefined ||
        first === undefined ||
        first.row > last.row ||
        linesBetween({ rows }, first, last).length < 1
      )
        return [];
      return [{ table, first, last, ...at(first) }];
    });
    const told = [...starts, ...bare].toSorted((a, b) => a.start - b.start);
    return toldOnce(disclosure, told, ({ table, first, last }) => ({
      message: `${quoted(last.label)} in table ${table} is reconciled from ${quoted(first.label)}; nothing reconciles it from net income.`,
      remedy: "Start from net income.",
      figures: [first, last].flatMap((r) => r.figures.slice(0, 1).map((f) => f.id)),
    }));
  });
  return [...found, ...aheadFromOperating(disclosure), ...fromRevenue(disclosure), ...fromCommon(disclosure)];
}

/** Guidance for EBITDA or its margin that is reconciled from operating income or its margin, whatever the results are reconciled from. */
function aheadFromOperating(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.tables.flatMap((t) => {
    if (!isCalledSo(t) || !AHEAD.test(capsOf(t))) return [];
    const rows = outlookRows(t);
    const last = rows.findLast(({ named }) => named.family === "ebitda" || named.family === "ebitda-margin");
    const [first] = rows;
    if (last === undefined || first === undefined || last.row - first.row < 2) return [];
    if (!ABOVE_NET.has(first.named.family) && first.named.family !== "operating-margin") return [];
    if (rows.some(({ named }) => named.family === "net-income" || named.family === "net-margin")) return [];
    return [{ table: t.table, first, last, ...at(first) }];
  });
  return toldOnce(disclosure, all, ({ table, first, last }) => ({
    message: `The guidance for ${quoted(last.named.name)} in table ${table} is reconciled from ${quoted(first.named.name)}, and not from net income.`,
    remedy: "Start from net income, or say that it is not available without unreasonable efforts.",
    figures: [],
  }));
}
const AHEAD = anyCase(/\b(?:guidance|outlook|forecast|forward-looking|estimated|projected)\b/);

/** Whether a table has net income, and lines from it to the measure: a summary that has both leads to nothing. */
function isFromNet({ kind, rows, title }: RuleTable, isOf: (row: RuleRow) => boolean): boolean {
  if (kind === "statement") return false;
  // "Net income as a % of revenue" below the measure is no line that leads to it.
  const net = rows.filter((r) => (r.named?.family === "net-income" || NET.test(r.label)) && !AS_RATIO.test(r.label));
  if (kind !== "figures" || /\breconcil/.test(inSmall(title))) return net.length > 0 && rows.some(isOf);
  return rows.some(
    (r) =>
      isOf(r) &&
      net.some((n) =>
        foots(
          n,
          r,
          linesBetween({ rows }, n, r).filter((l) => l.named?.basis !== "non-GAAP"),
        ),
      ),
  );
}

const AS_RATIO = anyCase(/%|\bpercent(?:age)?\b|\bmargin\b/);

const EBITDA_AND_EBIT = {
  families: new Set<Family>(["ebitda", "ebit"]),
  row: anyCase(/^(?:adjusted |consolidated |total |operating )*ebit(?:da\w*|a)?\b/),
};
/** What property earns is a part of net income as well; one of a segment is not the company's. */
const NOI = {
  families: new Set<Family>(["noi"]),
  row: anyCase(/^(?:consolidated |total |same[- ]\w+ |cash )*(?:noi|net operating income)\b/),
};

const NET = anyCase(
  /\bnet (?:income|loss|earnings)|\b(?:profit|loss|income) (?:for the (?:period|year|quarter)|from continuing)/,
);
