import type { Deal } from "../books/books.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, over, plus, reduced, times } from "../ledger/fraction.ts";
import { lowest } from "../ledger/quotient.ts";
import { type Closing, gainedBefore, roleOf, type Subject } from "./closing.ts";
import type { OwnershipBook } from "./ownership.ts";
import type { Pushed } from "./translated.ts";

/** What an acquisition brings, in the presentation currency at the rate of its day (ASC 805-30-30-1). */
export interface Acquired {
  readonly deal: Deal;
  readonly pushed: readonly Pushed[];
  /** Fair value of non-controlling interests: as stated, or their share of identifiable net assets. */
  readonly nci: Rational;
  readonly goodwill: Rational;
  /** Consideration below net assets: a gain of the acquirer (ASC 805-30-25-2). */
  readonly bargain: Rational;
  /** What the books of the entity lack to the identifiable net assets at fair value. */
  readonly adjustment: Rational;
}

/**
 * Goodwill is consideration and non-controlling interests less identifiable net assets; it is an asset of the acquired entity in its functional currency
 * (ASC 830-30-45-11). What the entity's books lack to fair value stands in intangible assets; goodwill that they hold already is replaced.
 */
export function acquiredBy({ ledger }: Closing, subject: Subject, ownership: OwnershipBook): Acquired | undefined {
  const { acquired } = subject.member;
  if (acquired === undefined) return undefined;
  const { deal } = acquired;
  const rate = subject.openingRate.rate;
  const held = (goodwill: boolean): Rational => {
    const lines = subject.ledger.lines.filter((line) => roleOf(line) === "closing");
    const mine = lines.filter(({ account }) => (account.line === "goodwill") === goodwill);
    return reduced(
      mine.reduce((sum, line) => sum + subject.opening(line).functional, 0n),
      ledger.scale,
    );
  };
  const outside = ownership.directlyOutside(subject.ledger.entity.entity, deal.date);
  const nci = deal.nci ?? times(outside, deal.netAssets);
  const excess = minus(plus(deal.consideration, nci), deal.netAssets);
  const goodwill = excess.n > 0n ? excess : ZERO;
  const books = plus(held(false), lowest(gainedBefore(subject)));
  const [adjustment, goodwillHeld] = [minus(deal.netAssets, times(books, rate)), held(true)];
  const pushed: Pushed[] = [];
  const push = (line: Pushed["line"], functional: Rational, text: string): void => {
    if (functional.n !== 0n) pushed.push({ line, functional, text });
  };
  push("goodwill", minus(over(goodwill, rate), goodwillHeld), `goodwill of ${deal.date}, less what the books hold`);
  push("intangible-assets", over(adjustment, rate), `fair value of ${deal.date} above the books`);
  return { deal, pushed, nci, goodwill, bargain: excess.n < 0n ? opposite(excess) : ZERO, adjustment };
}
