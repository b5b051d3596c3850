import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, plus, sumOf } from "../ledger/fraction.ts";
import type { Closing } from "./closing.ts";
import { maker } from "./eliminate-equity.ts";
import type { GroupEntry } from "./group.ts";
import { amountText } from "./how.ts";
import { shownIn } from "./income.ts";
import { derecognised, type InvestmentMove } from "./investments.ts";
import type { NciMonth } from "./nci.ts";
import type { Translated } from "./translated.ts";

/** What leaves the group with an entity, presented at the rate of the day. */
export interface Disposed {
  readonly month: number;
  readonly entity: string;
  readonly netAssets: Rational;
  readonly nci: Rational;
  /** The parent's cumulative translation, which goes to income (ASC 830-30-40-1). */
  readonly released: Rational;
  /** The gain of the group less the one that the owner's books show, income positive. */
  readonly gain: Rational;
  readonly entries: readonly GroupEntry[];
}

/**
 * The group's gain is the consideration and the carrying amount of non-controlling interests less the net assets, and the cumulative translation that is
 * released (ASC 810-10-40-5, 830-30-40-1). The owner's books show the consideration less what they took out of their investment: the entry here is the difference.
 */
export function disposalOf(
  closing: Closing,
  each: Translated,
  nci: readonly (NciMonth | undefined)[],
  moves: readonly InvestmentMove[],
): Disposed | undefined {
  const { disposed } = each.subject.member;
  if (disposed === undefined) return undefined;
  const { month } = disposed;
  const entity = each.subject.ledger.entity.entity;
  const at = each.months[month]!;
  const others = nci[month];
  const released = sumOf([minus(at.equity.translation, others?.translation ?? ZERO), at.equity.other]);
  const left = others?.total ?? ZERO;
  const out = derecognised(moves, entity, month);
  const gain = plus(minus(plus(out, left), at.presented), released);
  const text = `disposal of ${entity} on ${disposed.deal.date}: investment ${amountText(out)} and non-controlling interests ${amountText(left)}, less net assets ${amountText(at.presented)}, and cumulative translation ${amountText(released)}`;
  const line = shownIn(closing.books, "gain-on-disposal", entity, "");
  const entries = maker(closing)(month, entity, line, "disposal", gain, text);
  return { month, entity, netAssets: at.presented, nci: left, released, gain, entries };
}
