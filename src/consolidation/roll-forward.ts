import type { Rational } from "../exact/rational.ts";
import { minus as less } from "../ledger/fraction.ts";
import { lowest, minus, NOTHING, plus, type Quotient, sumOf, times } from "../ledger/quotient.ts";
import type { RollForward } from "./group.ts";
import type { Translated } from "./translated.ts";

export interface Step {
  readonly text: string;
  readonly amount: Quotient;
}

/** opening + movements = closing, in credit: what raises equity is positive. Brought to lowest terms only where somebody reads it. */
export class Rolled implements RollForward {
  readonly of: RollForward["of"];
  readonly entity: string;
  readonly month: string;
  readonly from: Quotient;
  readonly to: Quotient;
  readonly missed: Quotient;
  private readonly steps: readonly Step[];

  constructor(
    { of, entity, month }: Pick<RollForward, "of" | "entity" | "month">,
    from: Quotient,
    steps: readonly Step[],
    to: Quotient,
  ) {
    this.of = of;
    this.entity = entity;
    this.month = month;
    this.from = from;
    this.to = to;
    this.steps = steps;
    this.missed = minus(to, plus(from, sumOf(steps.map(({ amount }) => amount))));
  }

  get opening(): Rational {
    return lowest(this.from);
  }
  get movements(): RollForward["movements"] {
    const moved = this.steps.filter(({ amount }) => amount.n !== 0n);
    return moved.map(({ text, amount }) => ({ text, amount: lowest(amount) }));
  }
  get closing(): Rational {
    return lowest(this.to);
  }
  get residual(): Rational {
    return lowest(this.missed);
  }

  /** As a record of the kind that it is read as. */
  toJSON(): RollForward {
    const { of, entity, month, opening, movements, closing, residual } = this;
    return { of, entity, month, opening, movements, closing, residual };
  }
}

/**
 * Cumulative translation of one entity, proved on another road than it was made (REG-51c): what its opening net assets gain by the change of the
 * closing rate, its result by the way from the average to the closing rate, each movement of equity by the way from its own rate to the closing
 * one. Made, it is what the translated balances lack to zero; the two are the same fraction or the close does not stand.
 */
export function translationRollForward(translated: Translated, month: number, name: string): Rolled {
  const { subject, months } = translated;
  const at = months[month]!;
  const before = months[month - 1];
  const opening = before?.equity.translation ?? translated.openingEquity.translation;
  const names = { of: "translation-adjustment", entity: subject.ledger.entity.entity, month: name } as const;
  if (at.inflated) return new Rolled(names, opening, [], at.equity.translation);
  const rate = subject.closings[month]!.rate;
  const start = before === undefined ? subject.openingRate.rate : subject.closings[month - 1]!.rate;
  const netAssets = before?.netAssets ?? translated.openingNetAssets;
  const flows = at.flows.reduce(
    (sum, { functional, amount }) => plus(sum, minus(times(functional, rate), amount)),
    NOTHING,
  );
  return new Rolled(
    names,
    opening,
    [
      {
        text: "opening net assets, by the change of the closing rate",
        amount: times(netAssets, less(rate, start)),
      },
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
