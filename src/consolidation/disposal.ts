import type { Rational } from "../exact/rational.ts";
import { minus, plus } from "../ledger/fraction.ts";
import { plus as and, minus as less, lowest, NOTHING, quotient } from "../ledger/quotient.ts";
import type { Closing } from "./closing.ts";
import { maker } from "./eliminate-equity.ts";
import type { EntrySheet } from "./entry.ts";
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
  /** What the entry of the gain says. */
  readonly text: string;
}

/**
 * The group's gain is the consideration and the carrying amount of non-controlling interests less the net assets, and the cumulative translation that is
 * released (ASC 810-10-40-5, 830-30-40-1). The owner's books show the consideration less what they took out of their investment: the entry here is the difference.
 */
export function disposalOf(
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
  const released = lowest(and(less(at.equity.translation, others?.translation ?? NOTHING), at.equity.other));
  const left = lowest(others?.total ?? NOTHING);
  const netAssets = lowest(at.presented);
  const out = derecognised(moves, entity, month);
  const gain = plus(minus(plus(out, left), netAssets), released);
  const text = `disposal of ${entity} on ${disposed.deal.date}: investment ${amountText(out)} and non-controlling interests ${amountText(left)}, less net assets ${amountText(netAssets)}, and cumulative translation ${amountText(released)}`;
  return { month, entity, netAssets, nci: left, released, gain, text };
}

export function enterDisposal(closing: Closing, { month, entity, gain, text }: Disposed, sheet: EntrySheet): void {
  const line = shownIn(closing.books, "gain-on-disposal", entity, "");
  maker(closing, sheet)(entity, line, "disposal", text)(month, quotient(gain));
}
