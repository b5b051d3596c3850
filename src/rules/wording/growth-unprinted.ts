import { absolute, add, compare, multiply, ONE, type Rational, subtract } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import { RATES } from "../names/family.ts";
import { anyCase, says } from "../pattern.ts";
import { toldOnce, toldOnceOfAll } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, isRate, type Mention } from "../reading/mention.ts";
import { isShown, measureOf, quoted, RATIOS } from "../reading/own-measure.ts";
import { foundAt, type Placed, RESULTS, sentencesOf } from "../reading/placed.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { groupOf } from "../reconciliation/reconciled.ts";
import type { Found } from "../rule.ts";
import { BARE_GROWTH, FROM, GROWS, isLevel, isOfChange, isOfOther, isShare } from "./growth-told.ts";

const REMEDY = "Print the amount that it grew from.";

interface Grown {
  readonly own: Mention;
  readonly amount: Figure;
  readonly rate: Figure;
}

/** Nobody tells of more; each is held against all amounts. */
const MOST = 40;

/** A measure of the company's own, or what is earned by the share, with its amount and its growth, whose earlier amount stands nowhere. */
export function ownGrowthFindings(disclosure: Disclosure): readonly Found[] {
  // A text without any table is a part of a release.
  if (!isComplete(disclosure) && !disclosure.tables.some((t) => t.rows.length > 0)) return [];
  const bare = disclosure.mentions
    .filter((m) => (m.basis === "non-GAAP" && m.family !== "revenue") || m.family === "eps")
    .flatMap(grownOwn)
    .slice(0, MOST)
    .filter((one) => !isPrinted(one, disclosure));
  return toldOnceOfAll(
    disclosure,
    bare.map((one) => ({ ...one, start: one.own.start, end: one.own.end })),
    ({ own }) => measureOf(own),
    ({ own }) => quoted(own.name),
    ({ own, amount, rate }) => ({
      message: `${quoted(own.name)} (${amount.text}) is given with a change of ${rate.text} percent; the amount that it grew from stands in no table and no sentence.`,
      remedy: REMEDY,
      figures: [amount.id, rate.id],
    }),
  );
}

function grownOwn(own: Mention): readonly Grown[] {
  if (!isShown(own) || RATIOS.has(own.family) || RATES.has(own.family) || !GROWS.test(own.said)) return [];
  // Growth of no measure in particular has a rule of its own.
  if (BARE_GROWTH.test(own.sentence) || says(ON_OTHER_BASIS, own.sentence) || FROM.test(own.sentence.slice(own.from)))
    return [];
  const all = own.figures.filter((f) => isMoney(f) && digitsOf(f).length > 1);
  // "Net income was $4.5 million, or $0.83 per share": the share's measure has both.
  const byShare = all.filter((f) => f.measured!.unit.endsWith("/share"));
  const money = byShare.length > 0 ? byShare : all;
  const [amount] = money;
  const rate = own.figures.find(
    (f) =>
      f.measured?.unit === "ratio" && !isShare(f, own) && !isLevel(f, own) && !isOfOther(f, own) && isOfChange(f, own),
  );
  if (amount === undefined || rate === undefined) return [];
  return money.some((f) => f !== amount && f.measured!.unit === amount.measured!.unit) ? [] : [{ own, amount, rate }];
}
/** Growth of an amount that is not printed as it stands: no earlier amount would lead to this one. */
const ON_OTHER_BASIS = anyCase(
  /\bcurrenc|\borganic|\bexcluding\b|\blike[- ]for[- ]like\b|\bpro[- ]?forma\b|\bcompound|\bcagr\b/,
);

/** Whether a line of the measure or of the amount has amounts of several periods, or any amount of the release is what the rate leads from. */
function isPrinted(one: Grown, { tables, passages, mentions }: Disclosure): boolean {
  const isOf = ({ named, figures }: RuleRow): boolean => {
    const amounts = figures.filter((f) => f.measured !== undefined && !isRate(f));
    if (amounts.some((f) => leads(f.measured!, one))) return true;
    const isLine =
      (named !== undefined && named.basis === one.own.basis && familiesOf(one).includes(named.family)) ||
      amounts.some((f) => isSameAmount(f, one.amount.measured!));
    return isLine && amounts.length > 1;
  };
  const isEarlier = (m: Mention): boolean =>
    m !== one.own &&
    m.basis === one.own.basis &&
    familiesOf(one).includes(m.family) &&
    m.figures.some((f) => isMoney(f) && !isSameAmount(f, one.amount.measured!)) &&
    says(EARLIER, m.sentence);
  return (
    mentions.some(isEarlier) ||
    tables.some((t) => t.rows.some(isOf)) ||
    passages.some((p) =>
      p.sentences.some((s) => s.figures.some((f) => f.measured !== undefined && !isRate(f) && leads(f.measured, one))),
    )
  );
}
/** "A year ago, adjusted net income was $4.6 million": whatever the rate comes to. */
const EARLIER = anyCase(
  /\b(?:(?:a|one) year ago|year[- ]ago|(?:prior|last|previous)(?:[- ]fiscal)?[- ]year|(?:prior|previous|corresponding|comparable|same) (?:[\w-]+ )?(?:period|quarter))\b/,
);
const familiesOf = ({ own }: Grown): readonly Family[] => groupOf(own.family);

/** Whether growth by the rate leads from an amount to the one that is given, as both and the rate are rounded. */
function leads({ value, quantum }: Measured, { own, amount, rate }: Grown): boolean {
  const by = absolute(rate.measured!.value);
  const times = FALLS.test(own.said) ? subtract(ONE, by) : add(ONE, by);
  return isWithin(absolute(value), quantum, times, rate.measured!.quantum, amount.measured!);
}
const isWithin = (base: Rational, quantum: Rational, times: Rational, rounded: Rational, now: Measured): boolean => {
  const apart = absolute(subtract(multiply(base, times), absolute(now.value)));
  const may = add(add(multiply(base, rounded), multiply(quantum, absolute(times))), now.quantum);
  // Each is off by half of its last digit at most.
  return compare(add(apart, apart), may) <= 0;
};
const FALLS = anyCase(/\b(?:down|declin\w+|decreas\w+|fell|lower)\b/);

/** One look at a passage tells that it has none of these. */
const HAS_ORDERS = anyCase(/order|booking|backlog/);
const ORDERS = "(?:orders|order intake|bookings|backlog)";
const BY = "(?: by)?(?: (?:approximately|about|nearly|over|more than|a strong))?";
const PERCENT = String.raw`\d[\d.]{0,6} ?(?:%|percent\b)(?! points?)`;
/** "Orders grew 12%", "backlog of $301 million, up 22%", "a 12% increase in orders". */
const ORDERS_GROW = anyCase(
  new RegExp(
    String.raw`\b${ORDERS}\b(?: (?:for|in|at) (?:the )?[^.;,%\d]{1,40})? (?:(?:were|was) )?(?:up|down|grew|rose|increased|decreased|declined|fell|climbed|jumped|improved)${BY} ${PERCENT}|\b${ORDERS} (?:of|was|were|totall?ed|reached) (?:approximately |a record )?(?:us)?[$€£]? ?\d(?:[^.;]|\.\d){0,40}?,? (?:up|down|an? (?:increase|decrease|decline|rise|improvement) of)${BY} ${PERCENT}|\b${PERCENT} (?:growth|increase|decrease|decline|rise|improvement) in (?:(?:total|new|our|net|the|quarterly) ){0,3}${ORDERS}\b`,
  ),
);
/** The earlier amount beside it, in money or counted; a year is none. */
const FROM_COUNT = anyCase(
  /\b(?:from|compared? (?:to|with)|versus|vs\.?|against|over) (?:[a-z-]+ ){0,6}(?!20\d\d\b)\d[\d,]*(?:\.\d+)?(?! (?:quarter|months?|weeks?|years?)\b)/,
);
/** "Sales rose, as orders grew 5% a year since 2020": no growth of one period on another. */
const OVER_YEARS = anyCase(/\bcagr\b|\bcompound|\bper year\b|\bannually\b|\bsince\b|\bon average\b/);

/** What is ordered and still to be delivered stands in no statement: its growth can be checked where the release prints it. */
export function bareOrderFindings(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const all = sentencesOf(disclosure, (p) => RESULTS.has(p.part) && HAS_ORDERS.test(p.text)).flatMap((at) => {
    const match = HAS_ORDERS.test(at.sentence.text) ? ORDERS_GROW.exec(at.sentence.text) : null;
    return match === null || isBaseSaid(at, match) || isOrderPrinted(at, match, disclosure) ? [] : [{ at, match }];
  });
  const message = ({ match }: { readonly match: RegExpExecArray }): string =>
    `${quoted(match[0])} gives a change in percent; no table has a line of it, and no sentence what it has changed from.`;
  return toldOnce(
    disclosure,
    all.map((one) => foundAt(one.at, one.match, message(one), REMEDY)),
    (first) => first,
  );
}

const isBaseSaid = ({ sentence: { text } }: Placed, { index }: RegExpExecArray): boolean =>
  FROM.test(text.slice(index)) || says(FROM_COUNT, text.slice(index)) || says(OVER_YEARS, text);

/** Whether a table has a line of what is ordered, or another sentence an amount of it. */
function isOrderPrinted(at: Placed, match: RegExpExecArray, { tables, passages }: Disclosure): boolean {
  const word = HAS_ORDERS.exec(match[0])![0].toLowerCase();
  const has = (text: string): boolean => text.toLowerCase().includes(word);
  return (
    tables.some(
      ({ reading: { meaning } }) =>
        // A short sentence before a table counts as a part of its caption.
        meaning.caption.split(/(?<=\.) /).some((one) => !one.endsWith(".") && has(one)) ||
        meaning.rows.some((r) => has(r.label)) ||
        meaning.columns.some((c) => has(c.head)),
    ) ||
    passages.some((p) =>
      p.sentences.some(
        (s) => s !== at.sentence && has(s.text) && s.figures.some((f) => f.kind === "amount" || f.kind === "count"),
      ),
    )
  );
}
