import { samePeriod } from "../../calendar/period.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { SHARE_OF } from "../names/family.ts";
import { anyCase, find, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf, digitsPrinted } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, isRate, type Mention } from "../reading/mention.ts";
import { isOfPart, quoted, RATIOS } from "../reading/own-measure.ts";
import { isAcross } from "../reading/own-statement.ts";
import type { Sentence } from "../reading/passage.ts";
import { RESULTS } from "../reading/placed.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";
import { resultRows, scaled } from "./beside-reconciliation.ts";
import { ledOtherwise } from "./led-otherwise.ts";
import { leverageUnled } from "./leverage-unled.ts";
import { unledBases, unledBesideOutlook } from "./past-beside-outlook.ts";
import { groupOf, isReconciled } from "./reconciled.ts";
import { rowsOfOthers } from "./rows-of-others.ts";
import { saidOtherwise } from "./said-otherwise.ts";
import { sequentialUnled } from "./sequential.ts";
import { trailingUnled } from "./trailing.ts";

/** What is given of a measure of the company's own for periods that its reconciliations do not have, or have with another amount. */
export const otherPeriods = (disclosure: Disclosure): readonly Found[] => [
  ...rowsOfOthers(disclosure),
  ...unledBesideOutlook(disclosure),
  ...sequentialUnled(disclosure),
  ...trailingUnled(disclosure),
  ...leverageUnled(disclosure),
  ...ledOtherwise(disclosure),
  ...saidOtherwise(disclosure),
];

/** "Compared with $9.5 million in the second quarter of 2025", "up from 39.5% in the prior quarter": up to the figure, and behind it. */
const HELD_AGAINST = anyCase(
  /\b(?:compar\w+ (?:to|with)|versus|vs\.?|against|from|and)(?: [\w’'-]+){0,5} ?[-($€£]{0,3}$|\bquarter of (?:fiscal )?20\d\d, ?[-($€£]{0,3}$/,
);
const OF_OTHER_QUARTER = anyCase(
  /^\)? ?(?:%|percent|[mb]illion)?(?: [\w’'-]+){0,3}?(?:,? or [-($€£]{0,3}\d[\d.]{0,8}\)?(?: per (?:[a-z]+ )?share)?,?)? (?:(?:in|for|of|during) (?:the )?(?:(?:prior|previous|preceding|linked|first|second|third|fourth)(?: fiscal)? quarter|q[1-4]\b|[1-4]q ?(?:fy ?)?(?:20)?\d\d\b)|last quarter\b)/,
);
const NEAR = 70;
/** Each is held against all amounts of the tables. */
const MOST = 60;

/**
 * What a measure of the company's own is held against in the text, of another quarter, where no table prints it: the reconciliations lead to the first
 * of its amounts and have none for that quarter. One finding for all of them.
 */
export function otherQuarters(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const shown = disclosure.mentions
    .filter((m) => m.basis === "non-GAAP" && m.family !== "revenue" && !isOfPart(m) && !NO_RESULTS.has(m.part))
    .slice(0, MOST)
    .flatMap((m) => {
      const quarter = RESULTS.has(m.part) && !m.ahead ? unledQuarter(m, disclosure) : undefined;
      const other = quarter ?? unledYear(m, disclosure);
      return other === undefined ? [] : [{ ...m, other, period: quarter === undefined ? "year" : "quarter" }];
    });
  // A year that the outlook is held against is told of with the outlook.
  const told = new Set(unledBases(disclosure).flatMap(({ figures }) => figures));
  const rest = shown.filter(({ other }) => !told.has(other.id));
  return toldOnce(disclosure, rest, ({ name, other, period }) => ({
    message: `${quoted(name)} is held against that of another ${period} (${other.text}), and no reconciliation of it has that ${period}.`,
    remedy: "Reconcile each period that is given, or leave out what is not reconciled.",
    figures: [other.id],
  }));
}

const NO_RESULTS: ReadonlySet<string> = new Set(["definitions", "safe-harbour", "about", "statements"]);

/** "Compared to our full year 2024 adjusted EBITDA of $43.1 million": before the measure, or between it and the amount. */
const YEAR_BEFORE = anyCase(
  /\b(?:compar\w+ (?:to|with)|versus|vs\.?|over|from|against|above|below) (?:our |its |the )?(?:(?:full[- ]year|fiscal(?: year)?|year|fy) ?)?(20\d\d)(?:[’']s)? (?:results? (?:for|of) )?$/d,
);
const YEAR_BETWEEN = anyCase(
  /^ (?:of [^.;,%]{0,24}\d[\d.,]*(?: [mb]illion)? )?(?:for|in) (?:the )?(?:full[- ]year|fiscal(?: year)?|year) ?(20\d\d)\b/d,
);

/**
 * The amount of a whole year before that guidance or results are held against, where no table prints it: a release on a quarter has a reconciliation of the
 * quarter, and of that year none.
 */
function unledYear(m: Mention, disclosure: Disclosure): Figure | undefined {
  const { reportEnd } = disclosure.context;
  const before = find(YEAR_BEFORE, m.sentence.slice(Math.max(0, m.from - NEAR), m.from));
  const year =
    before?.[1] ??
    (says(AGAINST, m.sentence.slice(0, m.from))
      ? find(YEAR_BETWEEN, m.sentence.slice(m.to, m.to + NEAR))?.[1]
      : undefined);
  if (year === undefined || reportEnd === undefined || year >= reportEnd.slice(0, 4)) return undefined;
  const [first] = givenBehind(m, disclosure);
  return first !== undefined &&
    first.at - m.to < NEAR &&
    digitsOf(first.figure).length > 1 &&
    isReconciled(m, disclosure) &&
    !isPrinted(first.figure, m, disclosure)
    ? first.figure
    : undefined;
}
const AGAINST = anyCase(/\b(?:compar\w+ (?:to|with)|versus|vs\.?|over|from|against) (?:our |its |the )?$/);

const isOf = ({ family }: Mention, f: Figure): boolean => (RATIOS.has(family) ? isRate(f) : isMoney(f));

/** The figures that a sentence gives a measure, those too that stand behind a shorter name of it: "non-GAAP net income was ..., compared with a net loss of ...". */
const givenBehind = (m: Mention, disclosure: Disclosure): readonly Given[] => {
  const sentence = sentenceOf(m, disclosure);
  if (sentence === undefined) return [];
  const group = groupOf(m.family);
  const next = sentence.mentions.find(
    (other) =>
      other.from >= m.to &&
      !((group.includes(other.family) || SHARE_OF.get(m.family) === other.family) && AS_SHORT.test(other.name)) &&
      // "45.0 percent of revenue": what a part is of.
      !(other.family === "revenue" && RATIOS.has(m.family) && / of (?:net )?$/.test(m.sentence.slice(0, other.from))),
  );
  let from = 0;
  return sentence.figures.flatMap((figure) => {
    const at = sentence.text.indexOf(figure.text, from);
    if (at < 0) return [];
    from = at + figure.text.length;
    return at >= m.to && at < (next?.from ?? Number.POSITIVE_INFINITY) && isOf(m, figure) ? [{ figure, at }] : [];
  });
};
interface Given {
  readonly figure: Figure;
  /** In its sentence. */
  readonly at: number;
}
/** What says nothing of its basis, and so goes on with that of the measure before it. */
const AS_SHORT = anyCase(/^(?:net )?(?:income|loss|earnings|profit)(?: per share)?$/);

const sentenceOf = (m: Mention, { passages }: Disclosure): Sentence | undefined =>
  passages.find((p) => p.block === m.block)?.sentences.find((s) => s.mentions.includes(m));

/** The amount of another quarter that the measure is held against, where no table prints it. */
function unledQuarter(m: Mention, disclosure: Disclosure): Figure | undefined {
  const [first, ...others] = givenBehind(m, disclosure);
  const other = others.find(
    ({ figure, at }) =>
      digitsOf(figure).length > 1 &&
      HELD_AGAINST.test(m.sentence.slice(Math.max(m.to, at - NEAR), at)) &&
      OF_OTHER_QUARTER.test(m.sentence.slice(at + figure.text.length, at + figure.text.length + NEAR)),
  )?.figure;
  return other !== undefined && !isPrinted(other, m, disclosure) && isLedTo(first!.figure, other, m, disclosure)
    ? other
    : undefined;
}

const isPrinted = (f: Figure, { family }: Mention, disclosure: Disclosure): boolean => {
  const alike = scaled(f.measured!, false);
  const group = groupOf(family);
  // By so few digits as those of 0.6 some row or other is like it by chance.
  const isTelling = digitsPrinted(f).length > 1;
  const rows = resultRows(disclosure).filter(
    (r) => isTelling || (r.named !== undefined && group.includes(r.named.family)),
  );
  return rows.some((r) =>
    // "(3.1)%" is not an amount of 3.1.
    r.figures.some(
      (other) =>
        (other.text === f.text && isRate(other) === isRate(f)) || alike.some((amount) => isSameAmount(other, amount)),
    ),
  );
};

/** Whether a reconciliation comes to the first amount that the measure is given, or to the amount that a margin is part of, and to that of another period. */
const isLedTo = (first: Figure, other: Figure, m: Mention, disclosure: Disclosure): boolean => {
  if (first.measured === undefined || !isReconciled(m, disclosure)) return false;
  const alike = scaled(first.measured, false);
  const group = groupOf(m.family);
  // Where the bases are columns, the row is called as it is under GAAP.
  const rows = disclosure.tables.flatMap((t) =>
    t.kind === "reconciliation"
      ? t.rows.filter(
          ({ named }) =>
            named !== undefined && (named.basis === "non-GAAP" || isAcross(t)) && group.includes(named.family),
        )
      : [],
  );
  const isOfMany = (r: RuleRow): boolean => r.figures.length > 1;
  if (
    rows.some(
      (r) =>
        r.figures.filter((f) => isOf(m, f)).length > 1 &&
        r.figures.some((f) => alike.some((amount) => isSameAmount(f, amount))),
    )
  )
    return true;
  // A margin that no row has follows from its amount, where a column has that of the quarter.
  const led = rows.flatMap((r) => r.figures).filter((f) => f.measured !== undefined);
  return (
    RATIOS.has(m.family) &&
    !rows.some((r) => r.named!.family === m.family) &&
    rows.some(isOfMany) &&
    other.period !== undefined &&
    led.every(({ period }) => period !== undefined && !samePeriod(period, other.period!))
  );
};
