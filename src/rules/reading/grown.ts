import { divide, ONE, sign, subtract } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { isRate } from "./mention.ts";
import type { RuleRow } from "./rule-table.ts";
import { isSameAmount } from "./same-amount.ts";

/** Whether a rate is that by which one of the amounts of a row has grown from the one behind it. */
export const isGrowthIn = (rate: Figure, { figures }: RuleRow): boolean =>
  figures.some((now, i) => {
    const then = figures[i + 1]?.measured;
    if (now.measured === undefined || isRate(now)) return false;
    if (then === undefined || then.unit !== now.measured.unit || sign(then.value) === 0) return false;
    const value = subtract(divide(now.measured.value, then.value), ONE);
    return isSameAmount({ measured: { ...rate.measured!, value } }, rate.measured!);
  });
