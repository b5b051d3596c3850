import { absolute, add, divide, multiply, type Rational, rational, sign, subtract } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import { digitsPrinted } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isReconciliation, waysLed } from "../reading/led.ts";
import { isRate } from "../reading/mention.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import { isRoundedTo } from "../reading/same-amount.ts";
import { tellingDigits } from "../reading/stated.ts";

/** What is computed from few rows tells with fewer digits than what is looked for among many. */
const DIGITS = 2;
/** Rates of fewer in all are those of some two amounts by chance. */
const DIGITS_OF_RATES = 3;
/** No row has more periods that are held against one another. */
const MOST_COLUMNS = 12;
const QUARTERS = 4;

/**
 * Whether a figure that is given of a measure of the company's own follows from the amounts that reconciliations come to: it is by how much two of them
 * differ, by what rate one has grown from another, or what four quarters in turn add up to. What is so computed needs no reconciliation of its own.
 */
export function followsFromLed(rows: readonly RuleRow[], figures: readonly Figure[]): boolean {
  const asked = figures.filter((f) => tellingDigits(f) >= DIGITS);
  if (asked.length === 0) return false;
  return rows.some((row) => {
    const amounts = row.figures.flatMap(({ measured }) => measured ?? []).slice(0, MOST_COLUMNS);
    const met = asked.filter(({ measured }) => measured !== undefined && isOf(measured, amounts));
    const rates = [...new Set(met.filter(isRate).map(digitsPrinted))].join("");
    return rates.length >= DIGITS_OF_RATES || met.some((f) => !isRate(f));
  });
}

/** The rows of a measure of these families that lines of a reconciliation add up to. */
export const rowsLed = (families: readonly Family[], disclosure: Disclosure): readonly RuleRow[] => [
  ...new Set(
    waysLed(disclosure)
      .filter(
        ({ table, to: { named } }) => isReconciliation(table) && named !== undefined && families.includes(named.family),
      )
      .map(({ to }) => to),
  ),
];

function isOf(asked: Measured, amounts: readonly Measured[]): boolean {
  const alike = (a: Measured): boolean => a.unit === asked.unit;
  const isIt = (value: Rational, within: Rational): boolean => isRoundedTo(value, asked, within);
  return amounts.some((now, i) => {
    const four = amounts.slice(i, i + QUARTERS);
    if (four.length === QUARTERS && four.every(alike)) {
      const sum = four.reduce((all, { value }) => add(all, value), rational(0n));
      if (isIt(sum, multiply(now.quantum, rational(2n)))) return true;
    }
    return amounts.some((then, j) => {
      if (i === j || now.unit !== then.unit || sign(then.value) === 0) return false;
      const apart = subtract(now.value, then.value);
      if (alike(now)) return isIt(apart, now.quantum);
      return (
        asked.unit === "ratio" && isIt(divide(apart, absolute(then.value)), divide(now.quantum, absolute(then.value)))
      );
    });
  });
}
