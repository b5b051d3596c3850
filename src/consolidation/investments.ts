import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, plus, reduced, times } from "../ledger/fraction.ts";
import { type Closing, roleOf } from "./closing.ts";
import type { Membership } from "./membership.ts";
import type { Translated } from "./translated.ts";

/** What an investment account moved with one entity in one month: bought with the entity, sold with it, or a dealing between owners. */
export interface InvestmentMove {
  readonly owner: string;
  /** "" where the lines name no entity. */
  readonly entity: string;
  readonly month: number;
  readonly kind: "acquisition" | "disposal" | "equity";
  /** Presented at the rate of the owner's month, debit positive. */
  readonly amount: Rational;
}

export function investmentMoves(
  closing: Closing,
  translated: readonly Translated[],
  members: ReadonlyMap<string, Membership | undefined>,
): readonly InvestmentMove[] {
  const moves: InvestmentMove[] = [];
  for (const { subject } of translated) {
    const { first, end } = subject.member;
    for (const { account, counterparty, within } of subject.ledger.dealings) {
      if (account.line !== "investment-in-subsidiaries") continue;
      for (let month = first; month < end; month++) {
        const units = within.functional[month]!;
        if (units === 0n) continue;
        const rate = closing.rates.ofFlow(subject.currency, month).rate;
        moves.push({
          owner: subject.ledger.entity.entity,
          entity: closing.ledger.entities.has(counterparty) ? counterparty : "",
          month,
          kind: kindOf(members.get(counterparty), month),
          amount: times(reduced(units, closing.ledger.scale), rate),
        });
      }
    }
  }
  return moves;
}

function kindOf(member: Membership | undefined, month: number): InvestmentMove["kind"] {
  if (member?.acquired !== undefined && month <= member.acquired.month) return "acquisition";
  return member?.disposed !== undefined && month === member.disposed.month ? "disposal" : "equity";
}

/** What moved the paid-in equity, or the dividends, of an entity with one counterparty in a month: presented, in credit. */
export interface EquityMove {
  readonly entity: string;
  readonly counterparty: string;
  readonly month: number;
  readonly role: "paid-in" | "distribution";
  readonly amount: Rational;
}

export function equityMoves(closing: Closing, { subject }: Translated): readonly EquityMove[] {
  const moves: EquityMove[] = [];
  for (const { account, counterparty, within } of subject.ledger.dealings) {
    const role = roleOf({ account });
    if (role === "investment" || role === "closing") continue;
    for (let month = subject.member.first; month < subject.member.end; month++) {
      const units = within.functional[month]!;
      if (units === 0n) continue;
      const rate = closing.rates.ofFlow(subject.currency, month).rate;
      moves.push({
        entity: subject.ledger.entity.entity,
        counterparty,
        month,
        role: role === "paid-in" ? "paid-in" : "distribution",
        amount: times(reduced(-units, closing.ledger.scale), rate),
      });
    }
  }
  return moves;
}

/**
 * What an owner paid in and what the entity booked of it may be presented at two rates, and what they differ by is no equity transaction but
 * translation: in credit of paid-in capital and in debit of cumulative translation, by month.
 */
export function contributionDifference(
  investments: readonly InvestmentMove[],
  equity: readonly EquityMove[],
  month: number,
): Rational {
  let difference = ZERO;
  const paid = equity.filter((move) => move.month === month && move.role === "paid-in");
  for (const { owner, entity, amount, kind } of investments) {
    if (kind !== "equity") continue;
    const answers = paid.filter((move) => move.entity === entity && move.counterparty === owner);
    if (answers.length === 0) continue;
    difference = plus(difference, amount);
    for (const answer of answers) difference = minus(difference, answer.amount);
  }
  return difference;
}

export const investedIn = (
  moves: readonly InvestmentMove[],
  entity: string,
  kind: InvestmentMove["kind"],
  month?: number,
): Rational =>
  moves
    .filter((move) => move.entity === entity && move.kind === kind && (month === undefined || move.month === month))
    .reduce((sum, { amount }) => plus(sum, amount), ZERO);

export const derecognised = (moves: readonly InvestmentMove[], entity: string, month: number): Rational =>
  opposite(investedIn(moves, entity, "disposal", month));

/** The gain on the disposal of an entity that the books of its owners show in the month, presented, income positive. */
export function bookedGain(
  { rates, ledger }: Closing,
  translated: readonly Translated[],
  entity: string,
  month: number,
): Rational {
  let booked = ZERO;
  for (const { subject } of translated)
    for (const { account, counterparty, functional } of subject.ledger.income)
      if (account.line === "gain-on-disposal" && counterparty === entity)
        booked = minus(
          booked,
          times(reduced(functional[month]!, ledger.scale), rates.average(subject.currency, month).rate),
        );
  return booked;
}
