import { rational } from "../exact/rational.ts";
import { refer, referBase } from "./ask.ts";
import type { FactUnit, Working } from "./fact.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { constant, count, difference, gap, growth, none, product } from "./working.ts";

/** What a rate of growth is asked of: amounts and numbers of things, not rates. */
export const grows = (unit: FactUnit): boolean =>
  unit === "money" || unit === "per-share" || unit === "shares" || unit === "count";

/**
 * For each measure its change against the comparative period, and its growth where it is an amount: MEA-01 with the policy of REG-61. The change of a
 * rate is in basis points, from unrounded rates (MEA-40).
 */
export function growthOf(measures: readonly Measure[]): readonly Measure[] {
  return measures.flatMap((base) => {
    if (grows(base.unit)) return [changeOf(base), rateOf(base)];
    return base.unit === "ratio" ? [pointsOf(base)] : [];
  });
}

const followed = (base: Measure): Partial<Measure> => ({
  basis: base.basis,
  version: base.version,
  members: base.members,
  instant: base.instant,
  reach: "comparative",
});

const rateOf = (base: Measure): Measure =>
  measure(
    `${base.name}-growth`,
    `${base.title}, growth`,
    `${base.title} over that of the period a year before, less one. Not meaningful where the base is nil, zero or below, where the amount is below zero, or beyond the company's cap (REG-61).`,
    (ask) => growthWorking(ask, base),
    { ...followed(base), unit: "ratio" },
  );

function growthWorking(ask: Ask, base: Measure): Working {
  const current = refer(ask, base.name);
  const before = referBase(ask, base.name);
  // Revenue that is no longer there has fallen by all of it; an amount a share that is not there was never reckoned.
  if (current.value === "nil" && base.unit !== "money")
    return none(`${base.title}: nothing stands in the period`, "nil", [current, before]);
  return growth("current / base - 1", current, before, ask.desk.books.company.growthCap);
}

const changeOf = (base: Measure): Measure =>
  measure(
    `${base.name}-change`,
    `${base.title}, change`,
    `${base.title} less that of the period a year before.`,
    (ask) => {
      const [current, before] = [refer(ask, base.name), referBase(ask, base.name)];
      // A line without an entry is none of money; a number of shares or an amount a share that is not there was never reckoned.
      return base.unit === "money"
        ? difference("current - base", [current, before])
        : gap("current - base", current, before);
    },
    { ...followed(base), unit: base.unit },
  );

const pointsOf = (base: Measure): Measure =>
  measure(
    `${base.name}-change`,
    `${base.title}, change in basis points`,
    `${base.title} less that of the period a year before, both unrounded, times 10,000 (MEA-40).`,
    (ask) => basisPoints(refer(ask, base.name), referBase(ask, base.name)),
    { ...followed(base), unit: "basis-points" },
  );

function basisPoints(current: Working, before: Working): Working {
  if (typeof current.value === "string" || typeof before.value === "string") {
    const value = current.value === "nil" || before.value === "nil" ? "nil" : "not-meaningful";
    return none("a rate that is not there does not change", value, [current, before]);
  }
  return product("(current - base) * 10,000", [
    difference("current - base", [current, before]),
    count("basis points in one", 10_000),
  ]);
}

/** Half of a whole, for means of two. */
export const half = (): Working => constant("one half", rational(1n, 2n));
