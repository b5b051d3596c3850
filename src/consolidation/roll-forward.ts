import type { Rational } from "../exact/rational.ts";
import { lowest, minus, NOTHING, plus, type Quotient, sumOf, times } from "../ledger/quotient.ts";
import type { RollForward } from "./group.ts";
import type { Translated } from "./translated.ts";

export interface Step {
  readonly text: string;
  readonly amount: Quotient;
}

/** Each text beside its amount: those of thousands of roll-forwards are the same. */
interface Movements {
  readonly texts: readonly string[];
  readonly amounts: readonly Quotient[];
}

/** opening + movements = closing, in credit: what raises equity is positive. Brought to lowest terms only where somebody reads it. */
export class Rolled implements RollForward {
  readonly of: RollForward["of"];
  readonly entity: string;
  readonly month: string;
  readonly from: Quotient;
  readonly to: Quotient;
  readonly missed: Quotient;
  private readonly texts: readonly string[];
  private readonly amounts: readonly Quotient[];

  constructor(
    { of, entity, month }: Pick<RollForward, "of" | "entity" | "month">,
    from: Quotient,
    { texts, amounts }: Movements,
    to: Quotient,
  ) {
    this.of = of;
    this.entity = entity;
    this.month = month;
    this.from = from;
    this.to = to;
    this.texts = texts;
    this.amounts = amounts;
    this.missed = minus(to, plus(from, sumOf(amounts)));
  }

  get opening(): Rational {
    return lowest(this.from);
  }
  get movements(): RollForward["movements"] {
    const steps = this.amounts.map((amount, i) => ({ text: this.texts[i]!, amount }));
    return steps.filter(({ amount }) => amount.n !== 0n).map(({ text, amount }) => ({ text, amount: lowest(amount) }));
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

/** The steps as a roll-forward keeps them. */
export const stepped = (steps: readonly Step[]): Movements => ({
  texts: steps.map(({ text }) => text),
  amounts: steps.map(({ amount }) => amount),
});

/** What moves the cumulative translation of one entity, in this order. */
const TRANSLATION = [
  "opening net assets, by the change of the closing rate",
  "net income, from the average to the closing rate",
  "movements of equity and investments, from their own to the closing rate",
  "exchange differences of long-term intercompany balances",
] as const;

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
  if (at.inflated) return new Rolled(names, opening, stepped([]), at.equity.translation);
  const rate = subject.closings[month]!.rate;
  const start = before === undefined ? subject.openingRate.rate : subject.closings[month - 1]!.rate;
  const netAssets = before?.netAssets ?? translated.openingNetAssets;
  let flows = NOTHING;
  for (let i = 0; i < at.flows.length; i++) {
    const { functional, amount } = at.flows[i]!;
    flows = plus(flows, minus(times(functional, rate), amount));
  }
  const amounts = [
    minus(times(netAssets, rate), times(netAssets, start)),
    minus(times(at.incomeFunctional, rate), at.income),
    flows,
    times(at.longTermFunctional, rate),
  ];
  return new Rolled(names, opening, { texts: TRANSLATION, amounts }, at.equity.translation);
}
