import { equal, ONE, type Rational, subtract, whole, ZERO } from "../exact/rational.ts";
import { over } from "../ledger/fraction.ts";
import { minus, NOTHING, plus, type Quotient, quotient, times } from "../ledger/quotient.ts";
import type { Acquired } from "./acquisition.ts";
import type { Closing } from "./closing.ts";
import type { EquityMove, InvestmentMove } from "./investments.ts";
import type { Holding, OwnershipBook } from "./ownership.ts";
import type { Step } from "./roll-forward.ts";
import type { Translated } from "./translated.ts";

/** What belongs to the non-controlling interests of one entity at the end of a month, in credit. */
export interface NciMonth {
  readonly total: Quotient;
  /** The part of it that is cumulative translation. */
  readonly translation: Quotient;
  /** What came from, or went to, the parent's paid-in capital since the opening. */
  readonly fromPaidIn: Quotient;
  /** Their share of the month's result, income positive. */
  readonly income: Quotient;
  readonly opening: Quotient;
  readonly steps: readonly Step[];
  /** What left cumulative translation of the parent for them in the month by a change of ownership. */
  readonly translationMoved: Quotient;
  readonly translationShare: Quotient;
  readonly openingTranslation: Quotient;
  /** Dividends to them, and what they gave to and took from other entities of the group, in the month. */
  readonly distributed: Quotient;
}

export interface NciSource {
  readonly closing: Closing;
  readonly translated: Translated;
  readonly ownership: OwnershipBook;
  readonly acquired: Acquired | undefined;
  readonly investments: readonly InvestmentMove[];
  /** Of this entity. */
  readonly equity: readonly EquityMove[];
  /** Dividends of entities of the group that this one took up as income in a month. */
  readonly takenUp: (month: number) => Quotient;
  /** What the month's result is lowered by for profit that is not realised. */
  readonly deferred: (month: number) => Quotient;
  /** Unrealised profit of this entity that stands at a month's end. */
  readonly standing: (month: number) => Quotient;
}

interface State {
  total: Quotient;
  translation: Quotient;
  fromPaidIn: Quotient;
  /** The entity's net assets and cumulative translation, as far as the month has come. */
  netAssets: Quotient;
  cumulative: Quotient;
  outside: Rational;
}

/**
 * Non-controlling interests of one entity (ASC 810-10-45-18 to -24). Results and translation are shared by the days that each holding was in force. A change of
 * holding while control is kept moves carrying amounts between owners, paid-in capital and cumulative translation, and is no result (810-10-45-23, -24).
 */
export function nciOf(source: NciSource): readonly (NciMonth | undefined)[] {
  const { translated, closing, ownership, acquired } = source;
  const { member, ledger } = translated.subject;
  const code = ledger.entity.entity;
  const first = closing.ledger.months[member.first]!;
  const startDay = acquired?.deal.date ?? first.start;
  const outside = ownership.outside(code, startDay);
  const cumulative = translated.openingEquity.translation;
  const netAssets = openingNetAssets(translated);
  const state: State = {
    total: acquired === undefined ? times(netAssets, outside) : NOTHING,
    translation: acquired === undefined ? times(cumulative, outside) : NOTHING,
    fromPaidIn: NOTHING,
    netAssets,
    cumulative,
    outside,
  };
  const months: NciMonth[] = [];
  for (let month = member.first; month < member.end; month++) {
    const { start, end } = closing.ledger.months[month]!;
    const from = month === member.first && acquired !== undefined ? acquired.deal.date : start;
    const to = month === member.disposed?.month ? member.disposed.deal.date : end;
    months[month] = monthOf(source, state, month, ownership.holdings(code, from, to));
  }
  return months;
}

const openingNetAssets = ({ openingEquity: at }: Translated): Quotient =>
  minus([at.paidIn, at.dividends, at.retained, at.other, at.translation].reduce(plus), at.investments);

function monthOf(source: NciSource, state: State, month: number, holdings: readonly Holding[]): NciMonth {
  const { translated } = source;
  const at = translated.months[month]!;
  const [opening, openingTranslation] = [state.total, state.translation];
  const steps: Step[] = [];
  if (month === translated.subject.member.first && source.acquired !== undefined) {
    state.total = quotient(source.acquired.nci);
    steps.push({ text: "acquired", amount: state.total });
  }
  const before = translated.months[month - 1]?.equity.translation ?? translated.openingEquity.translation;
  const result = minus(at.income, plus(source.takenUp(month), source.deferred(month)));
  const translation = minus(at.equity.translation, before);
  const days = whole(holdings.reduce((sum, holding) => sum + holding.days, 0));
  const paidIn = paidInOf(source, month);
  const shared = { income: NOTHING, translation: NOTHING, change: NOTHING, moved: NOTHING };
  const last = holdings.findLastIndex(
    (holding, i) => !equal(holding.outside, holdings[i - 1]?.outside ?? state.outside),
  );
  holdings.forEach((holding, i) => {
    if (!equal(holding.outside, state.outside)) {
      const change = changeHolding(state, holding.outside, i === last ? paidIn : NOTHING_PAID);
      shared.change = plus(shared.change, change.total);
      shared.moved = plus(shared.moved, change.translation);
    }
    const part = over(whole(holding.days), days);
    shareIn(state, times(result, part), times(translation, part), shared);
  });
  if (last < 0) receive(state, paidIn);
  const given = distributed(source, state, month);
  steps.push(
    { text: "share of net income, by the days of each holding", amount: shared.income },
    { text: "share of translation", amount: shared.translation },
    { text: "paid in", amount: paidIn.outsiders },
    { text: "changes of ownership at carrying amounts", amount: shared.change },
    ...given,
  );
  state.netAssets = minus(at.presented, source.standing(month));
  state.cumulative = at.equity.translation;
  const { total, translation: cta, fromPaidIn } = state;
  return {
    total,
    translation: cta,
    fromPaidIn,
    income: shared.income,
    opening,
    steps,
    translationMoved: shared.moved,
    translationShare: shared.translation,
    openingTranslation,
    distributed: given.map(({ amount }) => amount).reduce(plus),
  };
}

function shareIn(
  state: State,
  result: Quotient,
  translation: Quotient,
  shared: { income: Quotient; translation: Quotient },
): void {
  const [income, cta] = [times(result, state.outside), times(translation, state.outside)];
  state.total = plus(state.total, plus(income, cta));
  state.translation = plus(state.translation, cta);
  state.netAssets = plus(state.netAssets, plus(result, translation));
  state.cumulative = plus(state.cumulative, translation);
  shared.income = plus(shared.income, income);
  shared.translation = plus(shared.translation, cta);
}

/** What was paid into the entity's equity in the month, by all and by those outside the group. */
interface PaidIn {
  readonly all: Quotient;
  readonly outsiders: Quotient;
}

const NOTHING_PAID: PaidIn = { all: NOTHING, outsiders: NOTHING };

function receive(state: State, { all, outsiders }: PaidIn): void {
  state.netAssets = plus(state.netAssets, all);
  state.total = plus(state.total, outsiders);
  state.fromPaidIn = plus(state.fromPaidIn, outsiders);
}

/**
 * A holding changes: what non-controlling interests have in proportion follows the new proportion; what they have above or below it (goodwill that
 * is the parent's alone) passes with the part that changes hands.
 */
function changeHolding(state: State, outside: Rational, paidIn: PaidIn): { total: Quotient; translation: Quotient } {
  const kept = outside.n === 0n ? ZERO : factor(state.outside, outside);
  const apart = minus(state.total, times(state.netAssets, state.outside));
  const apartTranslation = minus(state.translation, times(state.cumulative, state.outside));
  receive(state, paidIn);
  const total = plus(times(state.netAssets, outside), times(apart, kept));
  const translation = plus(times(state.cumulative, outside), times(apartTranslation, kept));
  const change = { total: minus(total, state.total), translation: minus(translation, state.translation) };
  state.fromPaidIn = plus(state.fromPaidIn, minus(change.total, change.translation));
  state.total = total;
  state.translation = translation;
  state.outside = outside;
  return change;
}

/** Of what stands apart from the proportion, the part that stays: with those who keep their shares. */
function factor(before: Rational, after: Rational): Rational {
  if (before.n === 0n) return ONE;
  const fell = subtract(before, after).n > 0n;
  if (fell) return over(after, before);
  return equal(before, ONE) ? ONE : over(subtract(ONE, after), subtract(ONE, before));
}

function paidInOf({ equity, ownership, closing, translated, investments }: NciSource, month: number): PaidIn {
  const code = translated.subject.ledger.entity.entity;
  const day = closing.ledger.months[month]!.end;
  let [all, outsiders] = [NOTHING, NOTHING];
  for (const move of equity) {
    if (move.month !== month || move.role !== "paid-in") continue;
    const amount = quotient(move.amount);
    all = plus(all, amount);
    outsiders = plus(outsiders, times(amount, outsideOf(ownership, closing, move.counterparty, code, day)));
  }
  // Outside owners of an owner have their share of what it invests.
  for (const move of investments)
    if (move.month === month && move.entity === code && move.kind === "acquisition")
      outsiders = plus(outsiders, times(quotient(move.amount), ownership.outside(move.owner, day)));
  return { all, outsiders };
}

/** How much of what comes from, or goes to, a counterparty is outside of the group: all of it for a stranger of an entity that has outside owners. */
function outsideOf(
  ownership: OwnershipBook,
  { ledger }: Closing,
  counterparty: string,
  entity: string,
  day: string,
): Rational {
  if (ledger.entities.has(counterparty)) return ownership.outside(counterparty, day);
  return ownership.outside(entity, day).n === 0n ? ZERO : ONE;
}

/** Dividends, and what an entity with outside owners takes from and gives to the entities that it owns. */
function distributed(source: NciSource, state: State, month: number): Step[] {
  const { equity, ownership, closing, translated, investments } = source;
  const code = translated.subject.ledger.entity.entity;
  const day = closing.ledger.months[month]!.end;
  const mine = ownership.outside(code, day);
  let [dividends, within] = [NOTHING, NOTHING];
  for (const move of equity) {
    if (move.month !== month || move.role !== "distribution") continue;
    const share = outsideOf(ownership, closing, move.counterparty, code, day);
    dividends = plus(dividends, times(quotient(move.amount), share));
  }
  for (const { owner, month: at, amount } of investments)
    if (at === month && owner === code) within = minus(within, times(quotient(amount), mine));
  within = plus(within, times(source.takenUp(month), mine));
  state.total = plus(state.total, plus(dividends, within));
  return [
    { text: "dividends", amount: dividends },
    { text: "taken from and given to entities of the group", amount: within },
  ];
}
