import type { Figure } from "../../tieout/figures/figure.ts";
import { anyCase, inSmall, says } from "../pattern.ts";
import { isOfGrowth } from "../prominence/growth-tables.ts";
import { toldOnce } from "../reading/also.ts";
import { digitsTelling } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isRate } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

/** One look at a label tells that it says nothing of currencies. */
const OF_CURRENCY = anyCase(/currenc|exchange|\bf\/?x\b|\bconstant\b/);
/** "Y/Y growth, excluding F/X", "% change at constant rates": what has no exchange rates in it. */
const WITHOUT =
  /\bconstant[- ](?:currency|(?:exchange[- ])?rates?|dollars?)\b|\b(?:currency|F\/?X)[- ](?:neutral|adjusted)\b|(?:\b(?:excluding|excl\.?|without|before|net of)|\bex[-. ])[^|]{0,40}(?:\bcurrenc|\bexchange\b|\bF\/?X\b)/i;
/** What exchange rates have done to an amount, or to its growth. */
const EFFECT = anyCase(
  /\b(?:impacts?|effects?|benefits?)\b[^|]{0,40}(?:\bcurrenc|\bexchange\b|\bf\/?x\b)|(?:\bcurrency|\bexchange(?: rates?)?|\bf\/?x|\btranslation) (?:translation |movements? |and other )?(?:impacts?|effects?|benefits?|changes?|adjustments?|\((?:gain|loss|fav))|^(?:foreign )?(?:currency|exchange|f\/?x)(?: exchange| translation| rates?)?\W*$/,
);
/** Measures of the company's own have rules of their own, and what is counted or ordered is no amount under GAAP that anything could lead from. */
const OTHERWISE = anyCase(
  /\badjusted\b|\bnon-?gaap\b|\bebit|\bcore\b|\borders?\b|\bbookings?\b|\bbillings?\b|\bbacklog\b|\b(?:gross|total) (?:merchandise|payment|transaction)\b|\bgmv\b|\btpv\b|\barr\b|\brpo\b|\brecurring\b|\bvolumes?\b|\bunits?\b|\bperformance obligations?\b|\b(?:same|comparable|comp|system-?wide)\b|\bcustomers?\b|\barpu\b|\bassets under\b/,
);
/** What a label says of the growth, and not of what has grown; the effect on four quarters is that on the twelve months. */
const OF_GROWTH =
  /[[(]\w{1,2}[\])]|\b(?:(?:year|quarter)[- ](?:over|on)[- ](?:year|quarter)|[YQ]\/[YQ]|[YQ]o[YQ]|growth|change|increase|decrease|decline|percent(?:age)?|rate|in|of|at|on|an?|the|basis|reported|TTM|trailing(?: twelve months)?)\b|[%()–—-]/gi;
/** Words that tell of no part of the company. */
const OF_ALL = /\b(?:net|total|consolidated|company|revenues?|sales|worldwide|global)\b/gi;

/** Rates of so many periods: of a quarter and the year to date a sentence may give the effect. */
const SEVERAL = 3;
/** The figures of fewer digits are those of some line or other by chance. */
const DIGITS = 3;

interface Grown {
  readonly row: RuleRow;
  /** What has grown, as the label or the line above it says. */
  readonly line: string;
  /** The amounts of it that stand above. */
  readonly amounts: readonly Figure[];
  /** Whether its table's title says that it is growth without currency, and not its label. */
  readonly isTitled?: boolean;
}

/**
 * Rows of a table that give growth without currency for several periods, where neither a line of that table nor another table has the effect of
 * exchange rates on what has grown, or the amounts without it: each rate is on a basis of the company's own, and what is said of one line or of one
 * period leads to no other (C&DI 104.06). One finding at the first of them, with the lines of the others.
 */
export function growthRowFindings(disclosure: Disclosure): readonly Found[] {
  // What prints such growth is no statement, whatever its lines look like.
  const all = disclosure.tables.filter(({ kind }) => kind !== "guidance").flatMap(grownRows);
  if (all.length === 0 || !disclosure.tables.some((t) => t.kind === "statement") || isTornApart(disclosure)) return [];
  const others = disclosure.tables.filter(({ kind }) => kind !== "statement").flatMap(linesLed);
  const unled = all.filter((one) => !others.some((led) => isOf(one, led)));
  return toldOnce(
    disclosure,
    unled.map((one) => ({ ...one, start: one.row.start, end: one.row.end })),
    ({ row, isTitled = false }) => ({
      message: `${quoted(row.label)}${isTitled ? ", growth without currency by the title of its table," : ""} is given for several periods; nothing reconciles it with growth as reported, as no line has the effect of exchange rates on it, and none the amounts without it.`,
      remedy: "Give the effect of exchange rates, or the amounts so adjusted, for each line and each period.",
      figures: row.figures.slice(0, 1).map((f) => f.id),
    }),
  );
}

/** Whether a title in the text says that what leads to it follows: a page's layout has taken its table apart. */
const isTornApart = ({ passages }: Disclosure): boolean =>
  passages.some(({ text }) => says(TITLED, text) && says(WITHOUT, text));
const TITLED = anyCase(/^\W{0,4}(?:[\w-]+ ){0,3}reconciliations?\b/);

/** Whether a row prints nothing but rates without currency. */
const isGrown = ({ label, figures }: RuleRow): boolean =>
  says(OF_CURRENCY, label) &&
  says(WITHOUT, label) &&
  !says(EFFECT, label.replace(WITHOUT, "")) &&
  figures.length > 0 &&
  figures.every(isRate);

function grownRows(table: RuleTable): readonly Grown[] {
  // Where the title says so of all rates of a table, no line of it does.
  if (isOfGrowth(table) && says(WITHOUT, table.reading.meaning.caption))
    return table.rows
      .filter(({ figures }) => figures.length >= SEVERAL)
      .map((row) => ({ row, line: lineIn(row.label), amounts: [], isTitled: true }));
  return table.rows.flatMap((row, i) => {
    if (!isGrown(row) || row.figures.length < SEVERAL || says(OTHERWISE, row.label)) return [];
    const above = table.rows[lineAbove(table, i)];
    const own = lineIn(row.label);
    if (isLedBetween(table, i) || (above !== undefined && says(OTHERWISE, above.label))) return [];
    return [{ row, line: own === "" && above !== undefined ? lineIn(above.label) : own, amounts: moneyIn(above) }];
  });
}

/** The last line above that has amounts, and is neither an effect nor growth; -1 where none has. */
const lineAbove = ({ rows }: RuleTable, i: number): number =>
  rows.findLastIndex((r, j) => j < i && r.figures.some((f) => !isRate(f)) && !says(OF_CURRENCY, r.label));

/** Whether the effect stands between a line and its growth, or right behind that, or the amounts do. */
function isLedBetween(table: RuleTable, i: number): boolean {
  const { rows } = table;
  const next = rows.findIndex((r, j) => j > i && !says(OF_CURRENCY, r.label) && r.figures.some((f) => !isRate(f)));
  return rows
    .slice(lineAbove(table, i) + 1, next < 0 ? rows.length : next)
    .some((r) => says(OF_CURRENCY, r.label) && (says(EFFECT, r.label) || (says(WITHOUT, r.label) && !isGrown(r))));
}

const FROM_WITHOUT = new RegExp(`,?\\s*(?:${WITHOUT.source})[^|]*$`, "i");
const lineIn = (label: string): string =>
  label
    .replace(FROM_WITHOUT, "")
    .replace(OF_GROWTH, " ")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim()
    .toLowerCase();

const moneyIn = (row: RuleRow | undefined): readonly Figure[] =>
  (row?.figures ?? []).filter((f) => !isRate(f) && digitsTelling(f).length >= DIGITS);

/** What a table leads to growth without currency, by the lines' names and their amounts. */
interface Led {
  readonly line: string;
  readonly amounts: readonly Figure[];
}

/** The lines of a table of which a column, or a row right below them, has the effect or the amounts without it. */
function linesLed(table: RuleTable): readonly Led[] {
  const { rows, title, reading } = table;
  const columns = reading.meaning.columns.flatMap(({ head }, i) =>
    says(OF_CURRENCY, head) ? [{ head, at: i + 1 }] : [],
  );
  const isLed =
    columns.some(({ head, at }) => says(EFFECT, head) || (says(WITHOUT, head) && hasAmounts(table, at))) ||
    (/\breconcil/.test(inSmall(title)) && says(WITHOUT, title));
  if (isLed) return [...rows.map(ledOf), { line: "", amounts: [] }];
  return rows.flatMap((r, i) => {
    if (!says(OF_CURRENCY, r.label) || isGrown(r)) return [];
    if (!says(EFFECT, r.label) && !says(WITHOUT, r.label)) return [];
    const above = rows[lineAbove(table, i)];
    return [ledOf(r), ...(above === undefined ? [] : [ledOf(above)])];
  });
}

const ledOf = (row: RuleRow): Led => ({ line: lineIn(row.label), amounts: moneyIn(row) });

const hasAmounts = ({ rows }: RuleTable, column: number): boolean =>
  rows.some((r) => r.figures.some((f) => !isRate(f) && f.where.kind === "table" && f.where.column === column));

/** Whether what is led is what has grown: by its name, as the whole where neither tells of a part, or by an amount that both print. */
const isOf = ({ line, amounts }: Grown, led: Led): boolean =>
  (line !== "" && line === led.line) ||
  (partIn(line) === "" && partIn(led.line) === "") ||
  amounts.some((f) => led.amounts.some((other) => other.text === f.text));
const partIn = (line: string): string => line.replace(OF_ALL, " ").trim();
