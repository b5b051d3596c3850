import { type Rational, ZERO } from "../exact/rational.ts";
import { cancel, minus, opposite, plus, sumOf, times } from "../ledger/fraction.ts";
import type { RollForward } from "./group.ts";
import type { Translated } from "./translated.ts";

export interface Step {
  readonly text: string;
  readonly amount: Rational;
}

/** opening + movements = closing, in credit: what raises equity is positive. */
export function rollForward(
  names: Pick<RollForward, "of" | "entity" | "month">,
  opening: Rational,
  movements: readonly Step[],
  closing: Rational,
): RollForward {
  const amounts = movements.map(({ amount }) => amount);
  // Nearly every roll-forward closes, and that it does is cheaper to ask than what it misses by.
  const closes = cancel([opposite(closing), opening, ...amounts]);
  return {
    ...names,
    opening,
    movements: movements.filter(({ amount }) => amount.n !== 0n),
    closing,
    residual: closes ? ZERO : minus(minus(closing, opening), sumOf(amounts)),
  };
}

/**
 * Cumulative translation of one entity, proved on another road than it was made (REG-51c): what its opening net assets gain by the change of the
 * closing rate, its result by the way from the average to the closing rate, each movement of equity by the way from its own rate to the closing
 * one. Made, it is what the translated balances lack to zero; the two are the same fraction or the close does not stand.
 */
export function translationRollForward(translated: Translated, month: number, name: string): RollForward {
  const { subject, months } = translated;
  const at = months[month]!;
  const before = months[month - 1];
  const opening = before?.equity.translation ?? translated.openingEquity.translation;
  const names = { of: "translation-adjustment", entity: subject.ledger.entity.entity, month: name } as const;
  if (at.inflated) return rollForward(names, opening, [], at.equity.translation);
  const rate = subject.rateAt(month).rate;
  const start = before === undefined ? subject.openingRate.rate : subject.rateAt(month - 1).rate;
  const netAssets = before?.netAssets ?? translated.openingNetAssets;
  const flows = at.flows.reduce(
    (sum, { functional, amount }) => plus(sum, minus(times(functional, rate), amount)),
    ZERO,
  );
  return rollForward(
    names,
    opening,
    [
      { text: "opening net assets, by the change of the closing rate", amount: times(netAssets, minus(rate, start)) },
      {
        text: "net income, from the average to the closing rate",
        amount: minus(times(at.incomeFunctional, rate), at.income),
      },
      { text: "movements of equity and investments, from their own to the closing rate", amount: flows },
      { text: "exchange differences of long-term intercompany balances", amount: times(at.longTermFunctional, rate) },
    ],
    at.equity.translation,
  );
}
