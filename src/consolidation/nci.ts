import { ONE, type Rational, whole, ZERO } from "../exact/rational.ts";
import { minus, over, plus, times } from "../ledger/fraction.ts";
import type { Acquired } from "./acquisition.ts";
import type { Closing } from "./closing.ts";
import type { EquityMove, InvestmentMove } from "./investments.ts";
import type { Holding, OwnershipBook } from "./ownership.ts";
import type { Step } from "./roll-forward.ts";
import type { Translated } from "./translated.ts";

/** What belongs to the non-controlling interests of one entity at the end of a month, in credit. */
export interface NciMonth {
  readonly total: Rational;
  /** The part of it that is cumulative translation. */
  readonly translation: Rational;
  /** What came from, or went to, the parent's paid-in capital since the opening. */
  readonly fromPaidIn: Rational;
  /** Their share of the month's result, income positive. */
  readonly income: Rational;
  readonly opening: Rational;
  readonly steps: readonly Step[];
  /** What left cumulative translation of the parent for them in the month by a change of ownership. */
  readonly translationMoved: Rational;
  readonly translationShare: Rational;
  readonly openingTranslation: Rational;
  /** Dividends to them, and what they gave to and took from other entities of the group, in the month. */
  readonly distributed: Rational;
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
  readonly takenUp: (month: number) => Rational;
  /** What the month's result is lowered by for profit that is not realised. */
  readonly deferred: (month: number) => Rational;
  /** Unrealised profit of this entity that stands at a month's end. */
  readonly standing: (month: number) => Rational;
}

interface State {
  total: Rational;
  translation: Rational;
  fromPaidIn: Rational;
  /** The entity's net assets and cumulative translation, as far as the month has come. */
  netAssets: Rational;
  cumulative: Rational;
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
    total: acquired === undefined ? times(outside, netAssets) : ZERO,
    translation: acquired === undefined ? times(outside, cumulative) : ZERO,
    fromPaidIn: ZERO,
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

const openingNetAssets = ({ openingEquity: at }: Translated): Rational =>
  minus([at.paidIn, at.dividends, at.retained, at.other, at.translation].reduce(plus), at.investments);

function monthOf(source: NciSource, state: State, month: number, holdings: readonly Holding[]): NciMonth {
  const { translated } = source;
  const at = translated.months[month]!;
  const [opening, openingTranslation] = [state.total, state.translation];
  const steps: Step[] = [];
  if (month === translated.subject.member.first && source.acquired !== undefined) {
    state.total = source.acquired.nci;
    steps.push({ text: "acquired", amount: state.total });
  }
  const before = translated.months[month - 1]?.equity.translation ?? translated.openingEquity.translation;
  const result = minus(at.income, plus(source.takenUp(month), source.deferred(month)));
  const translation = minus(at.equity.translation, before);
  const days = whole(holdings.reduce((sum, holding) => sum + holding.days, 0));
  const paidIn = paidInOf(source, month);
  const shared = { income: ZERO, translation: ZERO, change: ZERO, moved: ZERO };
  const last = holdings.findLastIndex(
    (holding, i) => !same(holding.outside, holdings[i - 1]?.outside ?? state.outside),
  );
  holdings.forEach((holding, i) => {
    if (!same(holding.outside, state.outside)) {
      const change = changeHolding(state, holding.outside, i === last ? paidIn : NOTHING);
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

const same = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;

function shareIn(
  state: State,
  result: Rational,
  translation: Rational,
  shared: { income: Rational; translation: Rational },
): void {
  const [income, cta] = [times(state.outside, result), times(state.outside, translation)];
  state.total = plus(state.total, plus(income, cta));
  state.translation = plus(state.translation, cta);
  state.netAssets = plus(state.netAssets, plus(result, translation));
  state.cumulative = plus(state.cumulative, translation);
  shared.income = plus(shared.income, income);
  shared.translation = plus(shared.translation, cta);
}

/** What was paid into the entity's equity in the month, by all and by those outside the group. */
interface PaidIn {
  readonly all: Rational;
  readonly outsiders: Rational;
}

const NOTHING: PaidIn = { all: ZERO, outsiders: ZERO };

function receive(state: State, { all, outsiders }: PaidIn): void {
  state.netAssets = plus(state.netAssets, all);
  state.total = plus(state.total, outsiders);
  state.fromPaidIn = plus(state.fromPaidIn, outsiders);
}

/**
 * A holding changes: what non-controlling interests have in proportion follows the new proportion; what they have above or below it (goodwill that
 * is the parent's alone) passes with the part that changes hands.
 */
function changeHolding(state: State, outside: Rational, paidIn: PaidIn): { total: Rational; translation: Rational } {
  const kept = outside.n === 0n ? ZERO : factor(state.outside, outside);
  const apart = minus(state.total, times(state.outside, state.netAssets));
  const apartTranslation = minus(state.translation, times(state.outside, state.cumulative));
  receive(state, paidIn);
  const total = plus(times(outside, state.netAssets), times(apart, kept));
  const translation = plus(times(outside, state.cumulative), times(apartTranslation, kept));
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
  const fell = minus(before, after).n > 0n;
  if (fell) return over(after, before);
  return same(before, ONE) ? ONE : over(minus(ONE, after), minus(ONE, before));
}

function paidInOf({ equity, ownership, closing, translated, investments }: NciSource, month: number): PaidIn {
  const code = translated.subject.ledger.entity.entity;
  const day = closing.ledger.months[month]!.end;
  let [all, outsiders] = [ZERO, ZERO];
  for (const move of equity) {
    if (move.month !== month || move.role !== "paid-in") continue;
    all = plus(all, move.amount);
    outsiders = plus(outsiders, times(outsideOf(ownership, closing, move.counterparty, code, day), move.amount));
  }
  // Outside owners of an owner have their share of what it invests.
  for (const move of investments)
    if (move.month === month && move.entity === code && move.kind === "acquisition")
      outsiders = plus(outsiders, times(ownership.outside(move.owner, day), move.amount));
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
  let [dividends, within] = [ZERO, ZERO];
  for (const move of equity) {
    if (move.month !== month || move.role !== "distribution") continue;
    dividends = plus(dividends, times(outsideOf(ownership, closing, move.counterparty, code, day), move.amount));
  }
  for (const { owner, month: at, amount } of investments)
    if (at === month && owner === code) within = minus(within, times(mine, amount));
  within = plus(within, times(mine, source.takenUp(month)));
  state.total = plus(state.total, plus(dividends, within));
  return [
    { text: "dividends", amount: dividends },
    { text: "taken from and given to entities of the group", amount: within },
  ];
}
