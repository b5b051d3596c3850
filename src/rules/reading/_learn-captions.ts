import type { Family, KnownFamily } from "../names/family.ts";
import { keyOf } from "../names/learned.ts";
import { namedIn } from "../names/lexicon.ts";
import type { Named } from "../names/named.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { foots } from "./foots.ts";
import { printsStatement, type RuleRow, type RuleTable } from "./rule-table.ts";

/** Statements are no longer than so many rows, and a release prints no more of them. */
const FEWEST = 5;
const MOST_ROWS = 80;
const MOST_TABLES = 8;

/** A line of a statement of income, by where it stands among the others and by what it adds up to. */
interface Role {
  readonly label: string;
  readonly family: KnownFamily;
}

/**
 * What the statements of income of a release call the lines of the standards, where the lexicon does not know them by that name. No list of
 * names has those of every trade; but of any trade the tax stands between what is taxed and what is left, and what is sold stands first.
 */
export function captionsTold(tables: readonly RuleTable[]): ReadonlyMap<string, KnownFamily> {
  const captions = new Map<string, KnownFamily>();
  for (const { rows } of tables.filter(isOfIncome).slice(0, MOST_TABLES))
    for (const { label, family } of rolesIn(rows))
      for (const name of formsOf(label, family)) {
        const key = keyOf(name);
        if (!captions.has(key) && isNews(name, family)) captions.set(key, family);
      }
  return captions;
}

/**
 * What a release means by EBIT where that is a line of its statements: it says so behind the line's name, or its standards have no other word for
 * the result of operations and nothing leads to it from below.
 */
export function ebitTold(
  tables: readonly RuleTable[],
  texts: readonly string[],
  isAbroad: boolean,
): ReadonlyMap<string, KnownFamily> {
  const labels = tables.flatMap(({ rows }) => rows.map(({ label }) => label));
  const said = [...labels, ...texts].filter((text) => /\bebit\b/.test(inSmall(text)));
  const isLine =
    said.some((text) => IS_EBIT.test(text)) ||
    (isAbroad &&
      said.some((text) => /\bEBIT\b/.test(text)) &&
      !texts.some((text) => EBIT_DEFINED.test(text)) &&
      !tables.some(
        (t) => t.kind === "reconciliation" && t.rows.slice(1).some(({ label }) => ENDS_IN_EBIT.test(label)),
      ));
  return new Map(isLine ? [["ebit", "operating-income"]] : []);
}
const IS_EBIT = anyCase(
  /\b(?:operating (?:result|profit|income|earnings)(?:,? (?:\(?loss\)?))?|(?:profit|result)s? from operations) ?(?:\((?:reported )?["“]?ebit["”]?\)|[,/] ?ebit\b)/,
);
const EBIT_DEFINED = anyCase(
  /\bebit["”]? (?:is|are|means|represents|refers to) (?:an? |defined|calculated|net (?:income|profit|loss))/,
);
const ENDS_IN_EBIT = anyCase(/^(?:reported )?ebit(?: \(\w\))?$/);

/** A statement of income, or a summary of one; of a segment it tells no line of the whole. */
const isOfIncome = (table: RuleTable): boolean => {
  const { kind, rows, title, reading } = table;
  const { statement } = reading.meaning;
  if (rows.length < FEWEST || rows.length > MOST_ROWS) return false;
  if (printsStatement(table)) return statement === "income";
  return kind === "figures" && (statement === undefined || statement === "income" || statement === "other")
    ? !/\b(?:segments?|non-?gaap)\b/.test(inSmall(title)) && !rows.some((r) => r.named?.basis === "non-GAAP")
    : false;
};

const isAmount = ({ figures }: RuleRow): boolean =>
  figures.some(({ kind, measured }) => kind === "amount" && measured !== undefined);
const isPerShare = ({ figures }: RuleRow): boolean => figures.some(({ kind }) => kind === "per-share");

/** The words of the line of tax on income: "Provision for (benefit from) income taxes", "Taxation", "Less: current tax expense". */
const TAX_WORDS = anyCase(
  /^(?:\W{0,3}(?:less|deduct|add|total|estimated|net|provisions?|benefits?|expenses?|recover(?:y|ies)|credits?|charge|for|from|on|of|and|or|other|federal|u\.?s\.?|state|foreign|domestic|income|earnings|profits?|corporate|corporation|current|deferred|tax(?:es|ation)?)){1,12}\W{0,3}(?:\(?\w?\)?)$/,
);
const isTax = ({ label }: RuleRow): boolean => /\btax/.test(inSmall(label)) && TAX_WORDS.test(label);

/** What lines of results and of sales are called by, and what they are not. */
const RESULT = /\b(?:income|earnings|profits?|loss(?:es)?|results?|surplus|deficit|ebita?)\b/i;
const SALES = anyCase(
  /\b(?:revenues?|sales|turnover|takings|receipts|income|premiums?|fees|commissions|rent(?:al)?s?|royalties|billings)\b/,
);
const NO_SALES = anyCase(
  /\b(?:equity|costs?|expenses?|loss(?:es)?|tax(?:es)?|interest|invest\w*|dividends?|gains?|assets?|profits?|earnings|margins?|charges?)\b/,
);
const NO_RESULT = anyCase(
  /\b(?:gains?|loss(?:es)?)\b\)? (?:on|from (?:the )?(?:sales?|disposals?|extinguish\w+|impairments?))\b|\b(?:comprehensive|discontinued|share of|equity in|other (?:\([a-z]+\) )?(?:income|expense)|interest (?:income|expense))\b/,
);
const isResult = (label: string): boolean => RESULT.test(label) && !NO_RESULT.test(label);
/** What stands between operating income and what is taxed, and what does not. */
const FINANCIAL = anyCase(
  /\b(?:interest|financ\w+|other|invest\w*|equity|associates?|joint ventures?|debt|borrowings?|exchange|currency|pension|non-?operating|derivatives?|warrants?|fair value)\b/,
);
const OPERATING_COSTS = anyCase(
  /\b(?:general|administrative|selling|marketing|distribution|research|development|depreciation|amorti[sz]ation|personnel|salaries|wages|compensation|employee|cost of|costs of|rent|restructuring|impairments?)\b/,
);
const COSTS = anyCase(/\b(?:expenses?|costs?|deductions|charges|outgoings?)\b/);

/** So many lines may the tax and what belongs to it have. */
const TAX_LINES = 4;

function rolesIn(all: readonly RuleRow[]): readonly Role[] {
  const first = all.findIndex((r, i) => i > 0 && isPerShare(r));
  const rows = (first < 0 ? all : all.slice(0, first)).filter(isAmount);
  const around = aroundTax(rows);
  const sold = salesIn(rows);
  const led = sold === undefined ? [] : ledFrom(rows, sold, around?.taxed ?? rows.length);
  // Who pays no tax on income has no line for it: his result is the last that the lines lead to, above what a share earns.
  const left = around?.left ?? (first < 0 ? undefined : led.at(-1));
  const end = around?.taxed ?? left;
  const operating = end === undefined ? [] : led.filter((i) => isOfOperations(rows, i, end));
  const costs = sold === undefined || end === undefined ? undefined : costsIn(rows, sold, operating[0] ?? end);
  return [
    role(sold === undefined || led.length === 0 ? undefined : rows[sold], "revenue"),
    ...operating.map((i) => role(rows[i], "operating-income")),
    role(costs === undefined ? undefined : rows[costs], "operating-expenses"),
    role(around === undefined ? undefined : rows[around.taxed], "pre-tax-income"),
    ...(left === undefined ? [] : resultsIn(rows, left).map((i) => role(rows[i], "net-income"))),
  ].flat();
}

const RESULTS: ReadonlySet<Family> = new Set<Family>(["operating-income", "pre-tax-income", "net-income"]);
const role = (row: RuleRow | undefined, family: KnownFamily): readonly Role[] =>
  row === undefined || (RESULTS.has(family) && !isResult(row.label)) ? [] : [{ label: row.label, family }];

/** The lines between which the tax stands: what is taxed, and what is left of it. */
function aroundTax(rows: readonly RuleRow[]): { readonly taxed: number; readonly left: number } | undefined {
  for (let i = 2; i < rows.length; i++) {
    if (!isTax(rows[i]!) || isTax(rows[i - 1]!)) continue;
    for (let j = i + 1; j < Math.min(rows.length, i + 1 + TAX_LINES); j++)
      if (isResult(rows[j]!.label) && foots(rows[i - 1]!, rows[j]!, rows.slice(i, j))) return { taxed: i - 1, left: j };
  }
  return undefined;
}

/** The first total, which is what was sold, or the first line. */
function salesIn(rows: readonly RuleRow[]): number | undefined {
  const total = rows.findIndex((r, i) => i > 1 && isTotal(r) && foots(rows[0]!, r, rows.slice(1, i)));
  const at = Math.max(total, 0);
  return rows[at] === undefined || !SALES.test(rows[at].label) || NO_SALES.test(rows[at].label) ? undefined : at;
}

const isTotal = ({ label }: RuleRow): boolean => /\btotal\b/.test(inSmall(label));

/** Whether the lines between two lead from one to the other: all of them, those that are no totals of others, or the totals alone. */
const isLed = (rows: readonly RuleRow[], from: number, to: number): boolean => {
  const between = rows.slice(from + 1, to);
  const totals = between.filter(isTotal);
  return [between, ...(totals.length === 0 ? [] : [between.filter((r) => !isTotal(r)), totals])].some(
    (lines) => lines.length > 0 && foots(rows[from]!, rows[to]!, lines),
  );
};

/** The results to which the lines lead from what was sold, or from a result above them. */
function ledFrom(rows: readonly RuleRow[], sold: number, until: number): readonly number[] {
  const above = [sold];
  for (let i = sold + 1; i <= until && i < rows.length; i++)
    if (
      LED_TO.test(rows[i]!.label) &&
      !NO_RESULT.test(rows[i]!.label) &&
      !isTax(rows[i]!) &&
      above.some((from) => isLed(rows, from, i))
    )
      above.push(i);
  return above.slice(1);
}
const LED_TO = anyCase(new RegExp(String.raw`${RESULT.source}|\bmargin\b`));

/** Whether nothing but what is not of operations leads from a result to what is taxed. */
function isOfOperations(rows: readonly RuleRow[], i: number, end: number): boolean {
  const between = rows.slice(i + 1, end).map(({ label }) => label);
  return (
    between.some((label) => FINANCIAL.test(label)) &&
    !between.some((label) => OPERATING_COSTS.test(label)) &&
    isLed(rows, i, end)
  );
}

/** The total of what it cost. */
function costsIn(rows: readonly RuleRow[], sold: number, to: number): number | undefined {
  const at = rows.findIndex((r, i) => i > sold + 1 && i < to && isTotal(r) && COSTS.test(r.label));
  return at > 0 && foots(rows[sold]!, rows[to]!, [rows[at]!]) ? at : undefined;
}

/** What is left of the result when what is given up has been added, and when others have had their share. */
const resultsIn = (rows: readonly RuleRow[], left: number): readonly number[] => [
  left,
  ...rows.map((_, i) => i).filter((i) => i > left + 1 && isLast(rows[i]!) && isLed(rows, left, i)),
];
const isLast = ({ label }: RuleRow): boolean =>
  /^(?:(?:consolidated|total) )?net\b/.test(inSmall(label)) ||
  /\b(?:attributable|available|applicable|allocated) to\b|\b(?:for|on) common\b/.test(inSmall(label));

/** One sign and the other: "Profit/(loss)", "(Loss) income". */
const SIGNED = anyCase(
  /\(?\b(income|profit|earnings|surplus|result|loss|deficit)\)?(?: ?\/ ?\(?| ?\(|(?<=\)) ?)(income|profit|earnings|surplus|loss|losses|deficit)\b\)?/d,
);
const MARKS = /\((?:\w{1,2}|notes? [^)]{1,20}|unaudited)\)|[*†‡:]/gi;
/** What makes a caption exact, and is not said again in a sentence. */
const EXACT =
  /,? (?:attributable|available|applicable|allocated) to .{1,80}$|,? (?:including|before) (?:allocation to )?(?:redeemable )?non-? ?controlling interests?$|,? for the (?:period|quarter|(?:half[- ]|financial )?year)$|,? net(?: of (?:income )?tax(?:es)?)?$/i;
/** What is left of a caption when it is shortened may be no name of it any more. */
const NO_NAME = anyCase(
  /^(?:(?:total|net|gross|other|group|company|consolidated|continuing|basic|diluted|operations|and|of|from|for|the|income|profit|earnings|loss|results?|costs?|expenses?) ?)$/,
);
const LONGEST = 70;

/** The forms in which a text may say a caption. */
function formsOf(label: string, family: KnownFamily): readonly string[] {
  const whole = label.replace(MARKS, " ").replace(/\s+/g, " ").trim();
  if (whole.length > LONGEST || !/^[\p{L}(]/u.test(whole)) return [];
  const signed = SIGNED.exec(whole);
  const turned =
    signed === null ? [whole] : [signed[1]!, signed[2]!].map((word) => whole.replace(signed[0], () => word));
  return (
    turned
      .flatMap((one) => [one, one.replace(EXACT, "")])
      // "Costs and expenses" are spoken of where they are no total.
      .flatMap((one) => (family === "operating-expenses" ? [one] : [one, one.replace(/^total /i, "")]))
      .map((one) => one.trim())
      .filter((one) => one.length > 4 && !NO_NAME.test(one))
  );
}

/** Whether the lexicon does not know a caption, or knows it for a line that it is not here. */
function isNews(name: string, family: KnownFamily): boolean {
  const [known] = namedIn(name);
  if (known === undefined) return true;
  if (known.basis === "non-GAAP") return known.family === "ebit" && family === "operating-income";
  return family === "operating-income" && isOther(known, name);
}

/** "Net income from operations" is what is left before taxes, for all that its first words are those of the last line. */
const isOther = ({ family }: Named, name: string): boolean =>
  family === "net-income" && /\boperati(?:ng|ons)\b/.test(inSmall(name)) && !/\bcontinuing\b/.test(inSmall(name));
