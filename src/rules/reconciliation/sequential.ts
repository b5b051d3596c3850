import { ordinal } from "../../calendar/date.ts";
import { daysOf, type Period, samePeriod } from "../../calendar/period.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { anyCase, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, isRate, type Mention } from "../reading/mention.ts";
import { isOfPart, isShown, quoted } from "../reading/own-measure.ts";
import { isAcross } from "../reading/own-statement.ts";
import { RESULTS } from "../reading/placed.ts";
import { isCalledSo, isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { leadsTo } from "./periods-led.ts";
import { groupOf, isReconciled } from "./reconciled.ts";

/** "Down 7% sequentially", "up 40 basis points from the prior quarter", "$0.11 per lb higher quarter-over-quarter": what stands behind the change. */
const ON_QUARTER_BEFORE = anyCase(
  /^ ?(?:%|percent|bps|basis points|[mb]illion)?(?: per [a-z]{1,8})?(?: (?:higher|lower))?,? (?:sequentially|on a sequential basis|quarter[- ]over[- ]quarter|(?:from|over|versus|vs\.?|compared (?:to|with)|than) the (?:prior|previous|preceding) quarter\b(?!(?:[’']s)? (?:of|last|a year)))/,
);
/** "On a sequential basis, adjusted EBITDA increased by 10%": said ahead of the measure. */
const SEQUENTIALLY = anyCase(
  /(?:^|[.;] |\band |\bbut )(?:on a sequential basis|sequentially|(?:compared (?:to|with)|versus|from) the (?:prior|previous|preceding) quarter),? (?:our |its |the )?$/,
);
/** "Increased from 8.3% for the second quarter of this year": what stands before the amount of that quarter itself, where the sentence gives no other. */
const GROWN_FROM = anyCase(
  /^ ?(?:as a percentage of revenues? )?(?:was |were |is )?(?:sequentially )?(?:increas|improv|decreas|declin|expand|contract|ros|rise|grew|fell|up|down)[a-z]* (?:sequentially )?from [($€£]{0,2}$/,
);
/** "A sequential decline of 7%": before it. */
const SEQUENTIAL = anyCase(
  /\b(?:sequential|quarter[- ]over[- ]quarter) (?:[a-z]+ )?(?:growth|increase|decrease|decline|improvement|change|reduction) (?:of|was) (?:approximately |about )?$/,
);
const NEAR = 70;

/**
 * The change of a measure of the company's own on the quarter before, of which no table has the measure: its reconciliations lead to it for this
 * quarter and for others. One finding for all of them.
 */
export function sequentialUnled(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure) && !goesOnBehindLast(disclosure)) return [];
  const shown = disclosure.mentions.flatMap((m) => {
    if (m.basis !== "non-GAAP" || m.family === "revenue" || !isShown(m) || isOfPart(m)) return [];
    const change = m.figures.find((f) => (isRate(f) || isChange(f, m)) && isOnQuarterBefore(f, m));
    const told = change ?? baseOf(m, disclosure);
    return told !== undefined && isUnled(m, disclosure) ? [{ ...m, change: told, isBase: change === undefined }] : [];
  });
  return toldOnce(disclosure, shown, ({ name, change, isBase }) => ({
    message: `${quoted(name)} is given with its ${isBase ? "amount of" : "change on"} the quarter before (${change.text}${unitOf(change)}), and no reconciliation of it has that quarter.`,
    remedy: "Reconcile the measure for the quarter that it is held against as well, or leave out the change.",
    figures: [change.id],
  }));
}

/** Whether a text that prints no statement goes on behind its last reconciliation to what the company says of itself: then none has been cut off. */
function goesOnBehindLast({ tables, passages }: Disclosure): boolean {
  const last = tables.findLast((t) => t.kind === "reconciliation" && isCalledSo(t));
  return last !== undefined && passages.some(({ part, block }) => part === "about" && block > last.block);
}

/** The amount of the quarter before that a sentence says the measure has come from, where it has no other. */
function baseOf({ figures: [base, ...others], sentence, to }: Mention, { context }: Disclosure): Figure | undefined {
  const { reportEnd } = context;
  if (base?.period === undefined || others.length > 0 || reportEnd === undefined) return undefined;
  const at = sentence.indexOf(base.text, to);
  const isOf = daysOf(base.period) <= QUARTER_LONGEST && isRightBefore(base.period, reportEnd);
  return at >= 0 && isOf && says(GROWN_FROM, sentence.slice(to, at)) ? base : undefined;
}

const unitOf = (change: Figure): string =>
  isMoney(change) ? "" : change.measured?.unit === "bp" ? " basis points" : " percent";

/** "Increased $4.3 million sequentially", "was $0.11 per lb higher": by how much, in money. */
const isChange = (f: Figure, { sentence, to }: Mention): boolean => {
  const at = isMoney(f) ? sentence.indexOf(f.text, to) : -1;
  return (
    at >= 0 && (BY.test(sentence.slice(Math.max(to, at - NEAR), at)) || HIGHER.test(sentence.slice(at + f.text.length)))
  );
};
const HIGHER = anyCase(/^(?: [mb]illion)?(?: per [a-z]{1,8})? (?:higher|lower)\b/);
const BY = anyCase(
  /\b(?:increas|decreas|improv|declin|ros|grew|fell|up|down|increase|decrease|improvement|decline)[a-z]*(?: (?:of|by))?(?: approximately| about| nearly| more than)? [($€£]{1,2}$/,
);

function isOnQuarterBefore({ text, start }: Figure, m: Mention): boolean {
  const { sentence, from, to } = m;
  // A figure stands as far behind the name as in the source, but for a sign or two that the source has more.
  const at = sentence.indexOf(text, Math.max(0, from + start - m.start - SIGNS));
  return (
    at >= 0 &&
    !OF_ANOTHER.test(sentence.slice(to, Math.max(to, at))) &&
    (says(SEQUENTIALLY, sentence.slice(0, from)) ||
      ON_QUARTER_BEFORE.test(sentence.slice(at + text.length, at + text.length + NEAR)) ||
      SEQUENTIAL.test(sentence.slice(Math.max(0, at - NEAR), at)))
  );
}

const SIGNS = 4;
/** "Adjusted EBITDA was $12.1 million, while volumes were down 7% sequentially". */
const OF_ANOTHER = anyCase(
  /\b(?:while|whereas|as|and|with|on|although|despite) (?!(?:was|were|is|up|down)\b)(?:[a-z-]+ ){1,4}(?:was|were|are|is|grew|rose|fell|declined|decreased|increased|improved)\b/,
);

/** In days: so long is a quarter of 12 to 14 weeks, and so far before the end of this one the one before has ended. */
const QUARTER_LONGEST = 100;
const BEFORE_EARLIEST = 105;
const BEFORE_LATEST = 75;
/** A half year less this quarter is the quarter before. */
const HALF = 178;
const HALF_WITHIN = 12;

/**
 * Whether several amounts of a row are said to be of one period: of their heads ("Dec. Q", "Mar. Q") the year above them alone was read. Heads without any word
 * of a period are those of parts of the company.
 */
const isOfOnePeriod = ({ figures }: RuleRow, heads: readonly string[]): boolean => {
  const amounts = figures.filter((f) => isMoney(f) && f.period !== undefined);
  return (
    amounts.some((f, i) => amounts.slice(i + 2).some((other) => samePeriod(f.period!, other.period!))) &&
    heads.some((head) => TELLS_PERIOD.test(head))
  );
};
const TELLS_PERIOD = anyCase(
  /\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b|\bq\b|\b(?:quarters?|months?|weeks?|years?|periods?|current|prior|ended)\b/,
);

const isRepeating = (t: RuleTable): boolean => t.kind === "figures" && RESULTS.has(t.part) && !isAcross(t);

/** The heads of what is no label. */
const headsOf = ({ reading: { meaning } }: RuleTable): readonly string[] =>
  meaning.columns.flatMap(({ head, kind }) => (kind === "label" ? [] : [head]));

/** Whether a period ends where the quarter before the one that ends there does. */
function isRightBefore(p: Period, end: Period["end"]): boolean {
  const days = ordinal(end) - ordinal(p.end);
  return days >= BEFORE_LATEST && days <= BEFORE_EARLIEST;
}

function isUnled(m: Mention, disclosure: Disclosure): boolean {
  const end = disclosure.context.reportEnd;
  if (end === undefined || !isReconciled(m, disclosure)) return false;
  const group = groupOf(m.family);
  // A row of results that repeats the measure for the quarter leads to it no more than the text does.
  const tables = disclosure.tables.filter((t) => !isRepeating(t) || leadsTo(t, group, disclosure));
  const isIt = (r: RuleRow, t: RuleTable): boolean =>
    r.named !== undefined && (isOwn(r) || isAcross(t)) && group.includes(r.named.family);
  const found = tables.map((t) => ({ rows: t.rows.filter((r) => isIt(r, t)), heads: headsOf(t) }));
  const led = found.flatMap(({ rows }) => rows.flatMap((r) => r.figures)).filter((f) => f.measured !== undefined);
  const periods = led.flatMap(({ period }) => period ?? []);
  // Where the head of a column is not known to be a period, it may be that of the quarter.
  if (periods.length < led.length || !led.some(isMoney)) return false;
  if (found.some(({ rows, heads }) => rows.some((r) => isOfOnePeriod(r, heads)))) return false;
  const isNow = (p: Period): boolean => p.end === end && daysOf(p) > 0 && daysOf(p) <= QUARTER_LONGEST;
  const isBefore = (p: Period): boolean => isRightBefore(p, end);
  const isHalf = (p: Period): boolean => p.end === end && Math.abs(daysOf(p) - HALF) <= HALF_WITHIN;
  return periods.some(isNow) && !periods.some((p) => isBefore(p) || isHalf(p));
}
