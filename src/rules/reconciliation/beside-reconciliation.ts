import { samePeriod } from "../../calendar/period.ts";
import { absolute, divide, multiply, ONE, rational } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import { type Family, SHARE_OF } from "../names/family.ts";
import { MARGINS } from "../names/parts.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import { mentionsAt } from "../reading/by-block.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, isOfMoney, type Mention } from "../reading/mention.ts";
import { idsOf, isOfPart, quoted, RATIOS } from "../reading/own-measure.ts";
import { RESULTS, TELLING } from "../reading/placed.ts";
import { isOwn, type RuleRow } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { isTabled, type Unlisted, unlisted } from "../reading/unlisted.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { followsFromLed, rowsLed } from "./from-led.ts";
import { isLedTo } from "./led-to.ts";
import { groupOf, isLeftOutOf, isReconciled, PARTS } from "./reconciled.ts";
import { isSummedInWords } from "./summed-in-words.ts";

/** Periods that no reconciliation of a quarter or a year leads to. */
const MANY_YEARS = anyCase(
  /\bsince (?:[a-z]+ ){0,3}(?:19|20)\d\d\b|\bcumulative(?:ly)?\b|\bover the (?:last|past) (?:\w+ )?(?:years|decade)\b|\b(?:last|past) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:fiscal )?years\b/,
);
const TOLD = anyCase(/\d[^.]{0,80}\b(?:less|minus|plus|adding back|net of)\b[^.]{0,80}\d/);
/** By how much it has changed, which no line of a reconciliation has. */
const BY = anyCase(
  /\b(?:by|up|down|increas\w+|decreas\w+|improv\w+|grew|rose|fell|declin\w+|higher|lower)(?: by)?(?: approximately| about| more than| over| nearly)? ?[($€£]?$|(?:%|percent),? or(?: approximately| about)? ?[($€£]? ?$|\b(?:from(?! (?:continuing )?operat)|compared (?:to|with)|versus|vs\.?|against)(?: [\w-]+){0,4} ?[($€£]?$/,
);
/** "A $39 million improvement in adjusted operating income". */
const IS_CHANGE = anyCase(
  /^(?: [mb]illion)? (?:[a-z-]+ )?(?:increase|growth|decrease|decline|improvement|rise|reduction|gain) (?:in|of)\b/,
);
/** "Improved by 7.5% and 6.1%, respectively": what is said of the first is said of the second. */
const IN_TURN = /\d[\d.,]{0,8} ?(?:%|percent|basis points)? and $/i;
/** What a measure would have been, or is with one thing more left out. */
const CHANGED = anyCase(
  /\bwould have (?:been|totall?ed|increased|decreased|grown|declined|improved)\b|\b(?:excluding|exclusive of|before)\b/,
);

/** "($70) - ($61)": what came has one amount, and a range is one of guidance. */
const IS_RANGE = /^[^.;]{0,40}?[$€£(]{1,3}\d[\d.,]{0,14}\)? ?[-–—] ?[$€£(]{1,3}\d/;
const RANGE_WITHIN = 90;

/** Each is held against all amounts of the tables. */
const MOST = 60;

/** Amounts of reconciled measures that the reconciliations do not come to: without one thing more, per ton, or over many years. One for each measure. */
export function besideReconciliation(disclosure: Disclosure): readonly Found[] {
  const ofSegments = new Set(disclosure.places.flatMap(({ segment, blocks }) => (segment ? [...blocks] : [])));
  const own = disclosure.mentions
    .filter((m) => m.basis === "non-GAAP" && m.family !== "revenue" && TELLING.has(m.part) && !isOfPart(m))
    .filter((m) => !ofSegments.has(m.block) && !IS_RANGE.test(m.sentence.slice(m.to, m.to + RANGE_WITHIN)))
    .slice(0, MOST);
  const beside = own.filter(
    (m) => !isOfAmount(m, own) && (!m.ahead || MANY_YEARS.test(around(m))) && !isSummedUp(m) && isBeside(m, disclosure),
  );
  const years = beside.filter((m) => MANY_YEARS.test(around(m)));
  const other = unlisted(disclosure)
    // A ratio to adjusted revenue is one of what stands before it.
    .filter(
      ({ name, passage, sentence }) =>
        !/adjusted/.test(inSmall(name)) && RESULTS.has(passage.part) && AMOUNT.test(sentence.text),
    )
    .slice(0, MOST)
    .find((u) => !isTabled(u, disclosure) && !TOLD.test(u.sentence.text));
  return [
    ...foundOf(
      beside.filter((m) => !years.includes(m)),
      "with an amount that the reconciliations do not come to",
      disclosure,
    ),
    ...(other === undefined || !isComplete(disclosure) ? [] : [unlistedFound(other)]),
    ...foundOf(years, "over many years, and the reconciliations lead to it for single periods alone", disclosure),
  ];
}

/** A margin given right behind its amount follows from it and from revenue: what there is to reconcile is the amount. */
const isOfAmount = ({ family, sentence, block, from }: Mention, all: readonly Mention[]): boolean =>
  all.some((m) => m.block === block && m.sentence === sentence && m.from <= from && MARGINS.get(m.family) === family);

/** Whether the sentence does the sum itself; of a ratio none can be done with an amount. */
const isSummedUp = ({ family, said }: Mention): boolean => (RATIOS.has(family) ? TOLD : PARTS).test(said);

/** Parts of what somebody else counts, such as a dividend, are no amounts of the measure. */
const OF_ANOTHER: ReadonlySet<Family> = new Set<Family>(["ffo-payout", "free-cash-flow-conversion", "leverage"]);

/** "Adjusted operating income as a percentage of gross bookings": what is led to is the amount, and nobody leads to what it is a part of. */
const PART_OF_OTHER = anyCase(/(?:%|\bpercent(?:age)?) of (?!(?:[a-z]+ ){0,2}(?:revenues?|sales)\b)/);

/** "Adjusted EBITDA per barrel": what is led to is divided by a count. */
const PER_SOMETHING = anyCase(/^ ?(?:\([^()]{1,16}\) ?)?(?:per |\/ ?)(?!(?:[a-z]+ ){0,3}(?:share|unit|ads)s?\b)[a-z]/);
const PER_WITHIN = 60;

/** The revenue of the statements. */
const revenuesOf = remembered(({ tables }: Disclosure): readonly Figure[] =>
  tables
    .filter((t) => t.kind === "statement")
    .flatMap((t) =>
      t.rows.filter(({ named }) => named?.family === "revenue").flatMap((r) => r.figures.filter(isMoney)),
    ),
);

/** Of so many pairs one comes to any ratio by chance. */
const MOST_PAIRS = 20_000;

/** Whether a margin is that of an amount that the tables lead to, over the revenue of the same period. */
const isPartOfRevenue = (m: Mention, rows: readonly RuleRow[], disclosure: Disclosure): boolean => {
  const amounts = rows.filter(isOwn).flatMap((r) => r.figures);
  const revenues = revenuesOf(disclosure);
  if (amounts.length * revenues.length > MOST_PAIRS) return true;
  return m.figures.some(
    ({ measured: ratio }) =>
      ratio?.unit === "ratio" &&
      revenues.some((revenue) => {
        const part = partOf(ratio, revenue);
        return amounts.some((f) => isAtOneTime(f, revenue) && isSameAmount(f, part));
      }),
  );
};

/** The amount that is such a part of revenue, as finely as the part is given. */
function partOf({ value, quantum }: Measured, { measured }: Figure): Measured {
  const whole = absolute(measured!.value);
  return { ...measured!, value: multiply(value, whole), quantum: multiply(quantum, whole) };
}

const isAtOneTime = ({ period }: Figure, revenue: Figure): boolean =>
  period === undefined || revenue.period === undefined || samePeriod(period, revenue.period);

const around = ({ sentence, from, to }: Mention): string => sentence.slice(Math.max(0, from - 60), to + 60);

/** Whether the measure is reconciled, so that the rule has said nothing of it, and no table prints these amounts of it. */
function isBeside(m: Mention, disclosure: Disclosure): boolean {
  const amounts = amountsOf(m);
  if (OF_ANOTHER.has(m.family) || PART_OF_OTHER.test(m.name) || amounts.length === 0) return false;
  if (PER_SOMETHING.test(m.sentence.slice(m.to, m.to + PER_WITHIN))) return false;
  if (!isReconciled(m, disclosure)) return false;
  const within = groupOf(m.family);
  const isLong = MANY_YEARS.test(around(m));
  const isOf = (row: RuleRow): boolean => row.named !== undefined && within.includes(row.named.family);
  const alike = amounts.flatMap((amount) => scaled(amount, isLong));
  const isIn = (rows: readonly RuleRow[]): boolean =>
    rows.some((r) =>
      r.figures.some(
        (f) => !isOfAnother(f, m) && alike.some((amount) => isSameAmount(f, amount) || isRounded(f, amount, m.family)),
      ),
    );
  const rows = resultRows(disclosure);
  const own = rows.filter(isOf);
  // A share's part is read in thousands where its table is; it is printed alike.
  // A row of "earnings/EPS" has both, and is named by the first.
  const shared = rows.filter((r) => r.named !== undefined && SHARE_OF.get(r.named.family) === m.family);
  const isPrinted = [...own, ...shared].some((r) =>
    r.figures.some(
      (f) => !isOfAnother(f, m) && m.figures.some(({ text }) => text === f.text || isMarked(text, f.text)),
    ),
  );
  // A measure may be called by a shorter name than where the tables come to it: "adjusted earnings" from operations.
  if (isPrinted || isIn(own) || (!isLong && isIn(rows.filter(isOwn)))) return false;
  if (disclosure.passages.some((p) => p.block === m.block && (isLeftOutOf(m, p) || isSummedInWords(m, p))))
    return false;
  // Where a page's width has torn the tables, an amount may stand in any line, or in the text that is left of them.
  if (!isLong && isIn(rows.filter((r) => r.named === undefined && !CHANGED.test(m.said)))) return false;
  const texts = m.figures.filter((f) => digitsOf(f).length > 2).map(({ text }) => text);
  if (disclosure.passages.some((p) => APART.has(p.part) && texts.some((text) => p.text.includes(text)))) return false;
  if (!own.some((r) => r.named?.basis === "non-GAAP") || followsFrom(m, own)) return false;
  if (!isLong && followsFromLed([...rowsLed(within, disclosure), ...own.filter(isOwn)], m.figures)) return false;
  // "Lower adjusted expenses led to a $39 million improvement of adjusted income": the nearer name may have taken the figure of the other.
  const others = mentionsAt(m.block, disclosure.mentions).flatMap((other) =>
    other.basis === "non-GAAP" && other.sentence === m.sentence && !within.includes(other.family) ? other.family : [],
  );
  if (!isLong && others.length > 0 && followsFromLed(rowsLed(others, disclosure), m.figures)) return false;
  return !(RATIOS.has(m.family) && (isLedTo(m, within, m.figures, disclosure) || isPartOfRevenue(m, own, disclosure)));
}

/**
 * Whether an amount is that of another period than the text's. It is asked of a line of the statements alone whose words for what is left out are in no caption:
 * the amount is all that such a line could be known by.
 */
const isOfAnother = ({ period }: Figure, { name, learned, figures }: Mention): boolean =>
  period !== undefined &&
  learned === undefined &&
  LINE_WITHOUT.test(name) &&
  figures.every((f) => f.period !== undefined && !samePeriod(f.period, period));
const LINE_WITHOUT = anyCase(
  /^(?!.*\b(?:adjusted|non-?gaap|core|underlying|normali[sz]ed)\b).*\b(?:excluding|exclusive of|without)\b/,
);

/** A margin that no table prints follows from the amount, where the tables lead to that for the same period, and from revenue. */
const followsFrom = (m: Mention, rows: readonly RuleRow[]): boolean =>
  RATIOS.has(m.family) &&
  !rows.some((r) => r.named?.family === m.family) &&
  m.figures.every(
    ({ period }) =>
      period !== undefined &&
      rows.some((r) => isOwn(r) && r.figures.some((f) => f.period !== undefined && samePeriod(f.period, period))),
  );

/** A margin of 54.3% in the text is the 54% of a table. */
const isRounded = (f: Figure, amount: Measured, family: Family): boolean =>
  RATIOS.has(family) &&
  amount.unit === "ratio" &&
  f.measured !== undefined &&
  isSameAmount({ measured: amount }, f.measured);

/** "$0.901": the mark of a footnote, set small on the page, reads as one more digit of an amount per share. */
const isMarked = (text: string, printed: string): boolean =>
  /\.\d{2}[1-9]$/.test(text) && text.slice(0, -1) === printed;

/** The rows of all tables but the statements. */
export const resultRows: (disclosure: Disclosure) => readonly RuleRow[] = remembered(
  ({ tables }: Disclosure): readonly RuleRow[] => tables.flatMap((t) => (t.kind === "statement" ? [] : t.rows)),
);

const THOUSAND = rational(1000n);
const SCALES = [ONE, THOUSAND, divide(ONE, THOUSAND), divide(ONE, rational(1_000_000n))];

/** The amount in whatever scale its table may have been read, or in none where its heading stands far above it; what is added up over years would be near some year's so. */
export const scaled = (amount: Measured, isLong: boolean): readonly Measured[] =>
  (isLong ? [ONE] : SCALES).map((scale) => ({
    ...amount,
    value: multiply(amount.value, scale),
    quantum: multiply(amount.quantum, scale),
  }));

const APART: ReadonlySet<string> = new Set(["definitions", "statements"]);

const FOOTNOTE = anyCase(/^\W{0,4}(?:\(\w{1,2}\)|\d\)|\*)|^\W{0,4}includes?\b/);

/** "Adjustments to EBITDA relate to a credit of $38 million": an amount of these. */
const ADJUSTS = anyCase(/\badjust(?:ments?|ing items) (?:to|of|in|for) (?:the |our )?$/);

/** "The increase in adjusted EPS of $0.19": by how much it has changed. */
const isChange = ({ sentence, from, to }: Mention): boolean =>
  CHANGE_IN.test(sentence.slice(Math.max(0, from - 60), from)) && /^ of [$€£]/.test(sentence.slice(to, to + 5));
const CHANGE_IN = anyCase(
  /\b(?:increase|decrease|decline|growth|rise|change|improvement|reduction) (?:in|of) (?:(?:our|its|the|quarterly|annual) )*$/,
);

/** "It rose by $5 million due to credits of $3 million": what stands behind such words is an amount of the cause. */
const BECAUSE = anyCase(
  /\b(?:due (?:\w+ )?to|(?:driven|offset|caused) (?:\w+ )?by|as a result of|because of|attributable (?:\w+ )?to|resulting (?:\w+ )?from)\b/,
);

/** The amounts that a mention gives its measure: of a ratio the ratio, of an amount the money, and no change of either. */
function amountsOf(m: Mention): readonly Measured[] {
  const isRatio = RATIOS.has(m.family);
  if (FOOTNOTE.test(m.sentence) || isChange(m) || ADJUSTS.test(m.sentence.slice(0, m.from))) return [];
  return m.figures.flatMap((f) => {
    const { measured } = f;
    if (measured === undefined || f.where.kind !== "prose" || digitsOf(f).length < 2) return [];
    if (isRatio ? measured.unit !== "ratio" : !isOfMoney(measured.unit)) return [];
    const at = m.sentence.indexOf(f.text);
    // What grew by an amount is a change, and what it grew from is an earlier period's.
    if (at >= 0 && BY.test(m.sentence.slice(Math.max(0, at - 30), at).replace(IN_TURN, ""))) return [];
    if (at >= 0 && at < m.from && IS_CHANGE.test(m.sentence.slice(at + f.text.length))) return [];
    return at > m.to && BECAUSE.test(m.sentence.slice(m.to, at)) ? [] : [measured];
  });
}

const AMOUNT = anyCase(/[$€£] ?\d|\d ?(?:%|percent\b)/);

const unlistedFound = ({ name, start, end }: Unlisted): Found => ({
  start,
  end,
  message: `${quoted(name)} is given, and no table or sentence reconciles it with a measure under GAAP.`,
  remedy: "Add a reconciliation that begins with the measure under GAAP and names each adjustment with its amount.",
  figures: [],
});

/** One finding for each measure, at the first of its places. */
const foundOf = (all: readonly Mention[], words: string, disclosure: Disclosure): readonly Found[] =>
  all.flatMap((m, i) => {
    if (all.findIndex((other) => other.family === m.family) < i) return [];
    const more = all.filter((other) => other.family === m.family);
    return [
      {
        start: m.start,
        end: m.end,
        message: `${quoted(m.name)} is given ${words}.${alsoIn(disclosure, m, more)}`,
        remedy: "Reconcile this amount as well, with the item and its amount, or leave it out.",
        figures: idsOf([m]),
      },
    ];
  });
