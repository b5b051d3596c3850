import { absolute, add, isCloser, multiply, type Rational, rational, subtract } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import { isComparable } from "../names/comparable.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isGuided } from "../reading/guided-mention.ts";
import { isWholeMoney, type Mention } from "../reading/mention.ts";
import type { Passage } from "../reading/passage.ts";
import { remembered } from "../remembered.ts";

/** So many passages above and below are those of one list. */
const NEAR = 6;
/** Nobody guides for more amounts in so few lines. */
const MOST = 40;

/**
 * What is guided for below the measure under GAAP with the amount that lies between the two: "cash from operations of $100 million", "capital expenditures of $30 million" and "free
 * cash flow of $70 million" in three bullets lead from one to the other as lines of a table would. The amounts of one passage may be added up.
 */
export const listedAhead: (disclosure: Disclosure) => readonly Mention[] = remembered(({ passages }: Disclosure) => {
  const ahead = passages.filter((p) => p.part === "guidance" && p.sentences.some((s) => s.figures.length > 0));
  return ahead.flatMap((p) =>
    p.sentences
      .flatMap((s) => s.mentions)
      .filter(
        (m) =>
          isGuided(m) &&
          isLed(
            m,
            ahead.filter(({ block }) => Math.abs(block - p.block) <= NEAR),
          ),
      ),
  );
});

function isLed(own: Mention, near: readonly Passage[]): boolean {
  const first = moneyOf(own.figures)[0];
  if (first === undefined) return false;
  const all = near.flatMap((p) => p.sentences.flatMap((s) => s.mentions));
  const gaap = all.filter((m) => m.basis === "GAAP" && m.ahead && isComparable(own.family, m.family));
  return gaap.some((m) => {
    const from = moneyOf(m.figures)[0];
    if (from === undefined || from.unit !== first.unit) return false;
    const taken = new Set([...own.figures, ...m.figures]);
    const bound = multiply(from.quantum, rational(2n));
    const apart = absolute(subtract(from.value, first.value));
    return near.some((p) => {
      const others = moneyOf(p.sentences.flatMap((s) => s.figures).filter((f) => !taken.has(f)));
      if (others.length === 0 || others.length > MOST) return false;
      const sum = others.map(({ value }) => value).reduce((a, b) => add(a, b));
      return [...others.map(({ value }) => value), sum].some((one: Rational) => isCloser(apart, absolute(one), bound));
    });
  });
}

const moneyOf = (figures: readonly Figure[]): readonly Measured[] =>
  figures.flatMap((f) => (isWholeMoney(f) ? [f.measured!] : []));
