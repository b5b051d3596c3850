import { samePeriod } from "../../calendar/period.ts";
import { absolute, equal, subtract } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, isRate, type Mention } from "../reading/mention.ts";
import { isOfPart, isShown, quoted, RATIOS } from "../reading/own-measure.ts";
import { isAcross, isOwnStatement } from "../reading/own-statement.ts";
import { RESULTS, statementAt } from "../reading/placed.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";
import { resultRows, scaled } from "./beside-reconciliation.ts";
import { unledBesideOutlook } from "./past-beside-outlook.ts";
import { groupOf, isReconciled } from "./reconciled.ts";
import { sequentialUnled } from "./sequential.ts";

/** What is given of a measure of the company's own for periods that its reconciliations do not have. */
export const otherPeriods = (disclosure: Disclosure): readonly Found[] => [
  ...rowsOfOthers(disclosure),
  ...unledBesideOutlook(disclosure),
  ...sequentialUnled(disclosure),
];

/**
 * Rows of tables of results that give a measure of the company's own for a period that no reconciliation of it has a column for, beside one that it
 * has. One finding for all of them.
 */
function rowsOfOthers(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const statement = statementAt(disclosure);
  const shown = disclosure.tables
    .filter((t) => t.kind === "figures" && RESULTS.has(t.part) && t.block < statement)
    .flatMap((t) => t.rows.filter((r) => isBare(r, t, disclosure)).map((r) => ({ ...r, table: t.table })));
  return toldOnce(disclosure, shown, ({ label, table, figures }) => ({
    message: `Table ${table} gives ${quoted(label)} for a period that no reconciliation of it has, which leads to it for another one.`,
    remedy: "Reconcile each period that is shown, or leave out what is not reconciled.",
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}

/** "Compared with $9.5 million in the second quarter of 2025", "up from 39.5% in the prior quarter": up to the figure, and behind it. */
const HELD_AGAINST = /\b(?:compar\w+ (?:to|with)|versus|vs\.?|against|from|and)(?: [\w’'-]+){0,5} ?[-($€£]{0,3}$/i;
const OF_OTHER_QUARTER =
  /^\)? ?(?:%|percent|[mb]illion)?(?: [\w’'-]+){0,3}? (?:in|for|of|during) (?:the )?(?:(?:prior|previous|preceding|first|second|third|fourth)(?: fiscal)? quarter|q[1-4]\b)/i;
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
    .filter((m) => m.basis === "non-GAAP" && m.family !== "revenue" && isShown(m) && !isOfPart(m))
    .slice(0, MOST)
    .flatMap((m) => {
      const other = amountsOfOtherQuarter(m).find((f) => !isPrinted(f, disclosure));
      return other !== undefined && isLedFirst(m, disclosure) ? [{ ...m, other }] : [];
    });
  return toldOnce(disclosure, shown, ({ name, other }) => ({
    message: `${quoted(name)} is held against that of another quarter (${other.text}), and no reconciliation of it has that quarter.`,
    remedy: "Reconcile each period that is given, or leave out what is not reconciled.",
    figures: [other.id],
  }));
}

const isOf = ({ family }: Mention, f: Figure): boolean => (RATIOS.has(family) ? isRate(f) : isMoney(f));

/** The amounts of another quarter that the measure is held against. */
const amountsOfOtherQuarter = (m: Mention): readonly Figure[] =>
  m.figures.filter((f, i) => {
    const at = m.sentence.indexOf(f.text, m.to);
    return (
      i > 0 &&
      at > 0 &&
      isOf(m, f) &&
      f.text.replace(/\D/g, "").length > 1 &&
      HELD_AGAINST.test(m.sentence.slice(Math.max(m.to, at - NEAR), at)) &&
      OF_OTHER_QUARTER.test(m.sentence.slice(at + f.text.length, at + f.text.length + NEAR))
    );
  });

const isPrinted = (f: Figure, disclosure: Disclosure): boolean => {
  const alike = scaled(f.measured!, false);
  return resultRows(disclosure).some((r) =>
    r.figures.some((other) => other.text === f.text || alike.some((amount) => isSameAmount(other, amount))),
  );
};

/** Whether a reconciliation comes to the first amount that the measure is given, and to that of another period. */
const isLedFirst = (m: Mention, disclosure: Disclosure): boolean => {
  const [first] = m.figures;
  if (first?.measured === undefined || !isOf(m, first) || !isReconciled(m, disclosure)) return false;
  const alike = scaled(first.measured, false);
  return disclosure.tables.some(
    (t) =>
      t.kind === "reconciliation" &&
      t.rows.some(
        (r) =>
          r.named !== undefined &&
          groupOf(m.family).includes(r.named.family) &&
          r.figures.filter((f) => isOf(m, f)).length > 1 &&
          r.figures.some((f) => alike.some((amount) => isSameAmount(f, amount))),
      ),
  );
};

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
  if (own === undefined || !isOwn(row) || RATIOS.has(own.family) || /\bsegment/i.test(row.label)) return false;
  const amounts = row.figures.filter((f) => isAmount(f) && !isChange(f, row.figures));
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
    return isBesideTabled(amounts, rows, disclosure);
  const isLed = (f: Figure): boolean =>
    led.some((other) => (other.period !== undefined && samePeriod(other.period, f.period!)) || other.text === f.text);
  return amounts.some(isLed) && amounts.some((f) => !isLed(f));
}

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
