import { samePeriod } from "../../calendar/period.ts";
import { absolute, equal, subtract } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { type Family, SHARE_OF } from "../names/family.ts";
import { MARGINS } from "../names/parts.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isStated } from "../reading/led.ts";
import { isMoney, isRate, type Mention } from "../reading/mention.ts";
import { isOfPart, quoted, RATIOS } from "../reading/own-measure.ts";
import { isAcross, isOwnStatement } from "../reading/own-statement.ts";
import type { Sentence } from "../reading/passage.ts";
import { RESULTS, statementAt } from "../reading/placed.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";
import { resultRows, scaled } from "./beside-reconciliation.ts";
import { ledOtherwise } from "./led-otherwise.ts";
import { leverageUnled } from "./leverage-unled.ts";
import { unledBesideOutlook } from "./past-beside-outlook.ts";
import { isCovered, leadsTo, ledFigures } from "./periods-led.ts";
import { groupOf, isReconciled } from "./reconciled.ts";
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
];

/**
 * Rows of tables of results that give a measure of the company's own for a period that no reconciliation of it has a column for, beside one that it
 * has. One finding for all of them.
 */
function rowsOfOthers(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const statement = statementAt(disclosure);
  const shown = disclosure.tables.flatMap((t) => {
    const isEarly = t.kind === "figures" && RESULTS.has(t.part) && t.block < statement;
    return t.rows
      .filter((r) => (isEarly && isBare(r, t, disclosure)) || isRepeated(r, t, disclosure))
      .map((r) => ({ ...r, table: t.table }));
  });
  return toldOnce(disclosure, shown, ({ label, table, figures }) => ({
    message: `Table ${table} gives ${quoted(label)} for a period that no reconciliation of it has, which leads to it for another one.`,
    remedy: "Reconcile each period that is shown, or leave out what is not reconciled.",
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}

/** "Compared with $9.5 million in the second quarter of 2025", "up from 39.5% in the prior quarter": up to the figure, and behind it. */
const HELD_AGAINST =
  /\b(?:compar\w+ (?:to|with)|versus|vs\.?|against|from|and)(?: [\w’'-]+){0,5} ?[-($€£]{0,3}$|\bquarter of (?:fiscal )?20\d\d, ?[-($€£]{0,3}$/i;
const OF_OTHER_QUARTER =
  /^\)? ?(?:%|percent|[mb]illion)?(?: [\w’'-]+){0,3}?(?:,? or [-($€£]{0,3}\d[\d.]{0,8}\)?(?: per (?:[a-z]+ )?share)?,?)? (?:(?:in|for|of|during) (?:the )?(?:(?:prior|previous|preceding|linked|first|second|third|fourth)(?: fiscal)? quarter|q[1-4]\b|[1-4]q ?(?:fy ?)?(?:20)?\d\d\b)|last quarter\b)/i;
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
    .filter((m) => m.basis === "non-GAAP" && m.family !== "revenue" && RESULTS.has(m.part) && !m.ahead && !isOfPart(m))
    .slice(0, MOST)
    .flatMap((m) => {
      const other = unledQuarter(m, disclosure);
      return other === undefined ? [] : [{ ...m, other }];
    });
  return toldOnce(disclosure, shown, ({ name, other }) => ({
    message: `${quoted(name)} is held against that of another quarter (${other.text}), and no reconciliation of it has that quarter.`,
    remedy: "Reconcile each period that is given, or leave out what is not reconciled.",
    figures: [other.id],
  }));
}

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
const AS_SHORT = /^(?:net )?(?:income|loss|earnings|profit)(?: per share)?$/i;

const sentenceOf = (m: Mention, { passages }: Disclosure): Sentence | undefined =>
  passages.find((p) => p.block === m.block)?.sentences.find((s) => s.mentions.includes(m));

/** The amount of another quarter that the measure is held against, where no table prints it. */
function unledQuarter(m: Mention, disclosure: Disclosure): Figure | undefined {
  const [first, ...others] = givenBehind(m, disclosure);
  const other = others.find(
    ({ figure: { text }, at }) =>
      text.replace(/\D/g, "").length > 1 &&
      HELD_AGAINST.test(m.sentence.slice(Math.max(m.to, at - NEAR), at)) &&
      OF_OTHER_QUARTER.test(m.sentence.slice(at + text.length, at + text.length + NEAR)),
  )?.figure;
  return other !== undefined && !isPrinted(other, m, disclosure) && isLedTo(first!.figure, other, m, disclosure)
    ? other
    : undefined;
}

const isPrinted = (f: Figure, { family }: Mention, disclosure: Disclosure): boolean => {
  const alike = scaled(f.measured!, false);
  const group = groupOf(family);
  // By so few digits as those of 0.6 some row or other is like it by chance.
  const isTelling = f.text.replace(/\D/g, "").replace(/^0+/, "").length > 1;
  const rows = resultRows(disclosure).filter(
    (r) => isTelling || (r.named !== undefined && group.includes(r.named.family)),
  );
  return rows.some((r) =>
    r.figures.some((other) => other.text === f.text || alike.some((amount) => isSameAmount(other, amount))),
  );
};

/** Whether a reconciliation comes to the first amount that the measure is given, or to the amount that a margin is part of, and to that of another period. */
const isLedTo = (first: Figure, other: Figure, m: Mention, disclosure: Disclosure): boolean => {
  if (first.measured === undefined || !isReconciled(m, disclosure)) return false;
  const alike = scaled(first.measured, false);
  const group = groupOf(m.family);
  const rows = disclosure.tables.flatMap((t) =>
    t.kind === "reconciliation"
      ? t.rows.filter(({ named }) => named?.basis === "non-GAAP" && group.includes(named.family))
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

/** A margin is led to with its amount, period by period. */
const PARTS_OF_REVENUE: ReadonlySet<Family> = new Set(MARGINS.values());

const isAmount = (f: Figure): boolean => isMoney(f) && f.period !== undefined;

/** Whether an amount is what lies between two others of its row: a change, which is of no period of its own. */
const isChange = ({ measured }: Figure, all: readonly Figure[]): boolean =>
  measured !== undefined &&
  all.some((a, i) =>
    all
      .slice(0, i)
      .some(
        (b) =>
          a.measured?.unit === measured.unit &&
          b.measured?.unit === measured.unit &&
          a.measured !== measured &&
          b.measured !== measured &&
          equal(absolute(subtract(a.measured.value, b.measured.value)), absolute(measured.value)),
      ),
  );

function isBare(row: RuleRow, table: RuleTable, disclosure: Disclosure): boolean {
  const own = row.named;
  const isPart = own !== undefined && PARTS_OF_REVENUE.has(own.family);
  if (own === undefined || !isOwn(row) || (RATIOS.has(own.family) && !isPart) || /\bsegment/i.test(row.label))
    return false;
  const amounts = row.figures.filter(
    (f) => (isPart ? isRate(f) && f.period !== undefined : isAmount(f)) && !isChange(f, row.figures),
  );
  if (amounts.length < 2 || !isReconciled(own, disclosure)) return false;
  const group = groupOf(own.family);
  const others = disclosure.tables.filter((t) => t !== table && t.kind !== "guidance" && !isOwnStatement(t));
  // Where columns tell the bases, the row is called by the line of the statement.
  const rows = others.flatMap((t) =>
    t.rows.filter((r) => r.named !== undefined && (isOwn(r) || isAcross(t)) && group.includes(r.named.family)),
  );
  const led = rows.flatMap((r) => r.figures);
  if (led.length === 0) return false;
  if (led.some((f) => f.measured !== undefined && f.period === undefined))
    return !isPart && isBesideTabled(amounts, rows, disclosure);
  const isLed = (f: Figure): boolean =>
    led.some((other) => (other.period !== undefined && samePeriod(other.period, f.period!)) || other.text === f.text);
  return amounts.some(isLed) && amounts.some((f) => !isLed(f));
}

/**
 * Whether a row gives a measure for periods some of which the tables that lead to it have, and others they have not, nor can two of theirs make them up.
 * What another table repeats leads nowhere.
 */
function isRepeated(row: RuleRow, table: RuleTable, disclosure: Disclosure): boolean {
  const { named, figures, label } = row;
  if (named === undefined || !isOwn(row) || table.kind === "guidance" || table.kind === "statement") return false;
  const isPart = PARTS_OF_REVENUE.has(named.family);
  if ((RATIOS.has(named.family) && !isPart) || OF_PART.test(label) || isOwnStatement(table)) return false;
  const group = groupOf(named.family);
  const amounts = figures.filter((f) => isOfPeriod(f, isPart, disclosure) && !isChange(f, figures));
  if (amounts.length < 2 || leadsTo(table, group, disclosure) || !isReconciled(named, disclosure)) return false;
  // What a reconciliation begins with is a line of the statements, whatever its section is called.
  if (isStated(row, disclosure)) return false;
  const led = ledFigures(group, disclosure);
  const periods = led.flatMap((f) => f.period ?? []);
  if (led.some((f) => f.measured !== undefined && f.period === undefined)) return false;
  const isLed = (f: Figure): boolean => isCovered(f.period!, periods) || led.some(({ text }) => text === f.text);
  return amounts.some(isLed) && amounts.some((f) => !isLed(f));
}
const OF_PART = /\bsegments?\b|\bgroup\b|\bdivisions?\b|\breconciliation\b/i;

/** Whether a figure is an amount, or a part of revenue, of a period that has come. */
const isOfPeriod = (f: Figure, isPart: boolean, { context: { reportEnd } }: Disclosure): boolean =>
  f.period !== undefined && (isPart ? isRate(f) : isMoney(f)) && (reportEnd === undefined || f.period.end <= reportEnd);

/**
 * Where the heads of the reconciliations are not known to be periods, their amounts tell: each of theirs is among those of the row, which has more,
 * and no other table outside of the statements prints what is over.
 */
function isBesideTabled(amounts: readonly Figure[], led: readonly RuleRow[], { tables, source }: Disclosure): boolean {
  const isAmong = (f: Figure, all: readonly Figure[]): boolean =>
    all.some((other) => other.text.replace(/\D/g, "") === f.text.replace(/\D/g, ""));
  const over = amounts.filter((f) => !led.some((r) => isAmong(f, r.figures)));
  const isWhole = led.some((r) => {
    const own = r.figures.filter((f) => isMoney(f));
    return own.length > 1 && own.every((f) => isAmong(f, amounts));
  });
  // A row that has lost its label prints them all the same.
  const behind = source.slice(Math.min(...led.map(({ start }) => start)));
  return (
    isWhole &&
    over.length > 0 &&
    over.every(({ text }) => {
      const digits = text.replace(/\D/g, "").length;
      return digits > 1 && (digits < 3 || !behind.includes(text));
    }) &&
    !tables.some((t) => t.kind === "reconciliation" && t.rows.some((r) => over.some((f) => isAmong(f, r.figures))))
  );
}
