import { ordinal } from "../../calendar/date.ts";
import { daysOf } from "../../calendar/period.ts";
import type { Family } from "../names/family.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { isOfPart, isShown, quoted } from "../reading/own-measure.ts";
import { isOwnStatement } from "../reading/own-statement.ts";
import { RESULTS } from "../reading/placed.ts";
import { isOwn, type RuleRow } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { dividedUnled } from "./divided.ts";
import { isReconciled } from "./reconciled.ts";

const EARNINGS: ReadonlySet<Family> = new Set<Family>(["ebitda", "ebit"]);
/** "Net debt to adjusted EBITDA": by what debt is divided; a leverage that is one of something else has no earnings of twelve months. */
const OF_DEBT = anyCase(/\bebit|\bnet (?:debt|leverage)|\bleverage/);
/** Earnings of one quarter, taken four times, are led to by what leads to the quarter's. */
const FOUR_TIMES = anyCase(/\bannuali[sz]|\blqa\b|\brun[- ]rate\b/);
const OF_TWELVE = anyCase(
  /\b(?:ttm|ltm|r12|(?:trailing|last|rolling|preceding|previous|prior|most recent)[- ](?:twelve|12|four)(?:[- ](?:months?|quarters?|fiscal quarters?))?)\b/,
);
/** In days: what is nearly a year, and within what time quarters make one up. */
const YEAR = 340;
const QUARTERS_WITHIN = 300;
const QUARTERS = 4;

interface Shown {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly string[];
}

/**
 * Debt over earnings, where the reconciliations have those earnings for quarters and parts of a year alone: such a ratio is one to the earnings of twelve months,
 * which nothing leads to. One finding for all places.
 */
export function leverageUnled(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const shown = [...inProse(disclosure), ...inTables(disclosure)];
  if (shown.length === 0 || !areOfPartsOfYear(disclosure) || isToldOtherwise(disclosure)) return [];
  // The rule on what debt is divided by tells of a table that has the earnings.
  if (dividedUnled(disclosure).length > 0) return [];
  return toldOnce(disclosure, shown, ({ words, figures }) => ({
    message: `${quoted(words)} is given, and the reconciliations lead to the earnings that debt is divided by for parts of a year alone, and not for twelve months.`,
    remedy: "Reconcile the earnings of the twelve months as well, or leave the ratio out.",
    figures,
  }));
}

const inProse = (disclosure: Disclosure): readonly Shown[] =>
  disclosure.mentions
    .filter((m) => m.family === "leverage" && m.basis === "non-GAAP" && isShown(m) && !isOfPart(m))
    .filter((m) => OF_DEBT.test(m.name) && isReconciled(m, disclosure))
    .map((m) => ({ words: m.name, start: m.start, end: m.end, figures: m.figures.slice(0, 1).map((f) => f.id) }));

const inTables = (disclosure: Disclosure): readonly Shown[] =>
  disclosure.tables
    .filter((t) => t.kind !== "statement" && t.kind !== "guidance" && RESULTS.has(t.part))
    .flatMap((t) => t.rows)
    .filter((r) => isOwn(r) && r.named!.family === "leverage" && r.figures.length > 0 && OF_DEBT.test(r.label))
    .filter((r) => isReconciled(r.named!, disclosure))
    .map((r) => ({ words: r.label, start: r.start, end: r.end, figures: r.figures.slice(0, 1).map((f) => f.id) }));

const isOfEarnings = ({ named, figures }: RuleRow): boolean =>
  named !== undefined && EARNINGS.has(named.family) && named.basis === "non-GAAP" && figures.some(isMoney);

/** Whether the tables have such earnings, each of a period that is known, and none of a year, nor of the quarters that make one up. */
function areOfPartsOfYear({ tables }: Disclosure): boolean {
  const rows = tables
    .filter((t) => t.kind !== "guidance" && !isOwnStatement(t))
    .flatMap((t) => t.rows.filter(isOfEarnings));
  if (rows.some((r) => OF_TWELVE.test(r.label) || FOUR_TIMES.test(r.label))) return false;
  const periods = rows.flatMap((r) => r.figures.filter(isMoney)).map(({ period }) => period);
  if (periods.length === 0 || periods.some((p) => p?.start === undefined)) return false;
  const known = periods.flatMap((p) => p ?? []);
  if (known.some((p) => daysOf(p) >= YEAR)) return false;
  const ends = new Set(known.map(({ end }) => ordinal(end)));
  const last = Math.max(...ends);
  return [...ends].filter((end) => end > last - QUARTERS_WITHIN).length < QUARTERS;
}

/** Whether the text takes a quarter's earnings four times, or gives those of twelve months with their amount. */
const isToldOtherwise = ({ passages, tables }: Disclosure): boolean =>
  passages.some((p) =>
    p.sentences.some(
      ({ text, figures }) =>
        (FOUR_TIMES.test(text) && OF_DEBT.test(text)) ||
        (OF_TWELVE.test(text) && /\bebit/.test(inSmall(text)) && figures.some(isMoney)),
    ),
  ) ||
  tables.some(({ title, reading: { meaning } }) =>
    // A sentence before a table counts as a part of its title.
    [
      ...title.split(/(?<=\.) /).filter((one) => !one.endsWith(".")),
      ...meaning.columns.map((c) => c.head),
      ...meaning.rows.map((r) => r.label),
    ].some((text) => OF_TWELVE.test(text) || /\btwelve months ended\b/.test(inSmall(text))),
  );
