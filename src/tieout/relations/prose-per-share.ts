import { ONE, rational, ZERO } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { bitsOfPrint, fits, term } from "./prose-fit.ts";
import type { ProseCell, RowIndex } from "./prose-rows.ts";
import { timeAgreement } from "./prose-time.ts";
import type { Form, Relation } from "./relation.ts";

const MINUS_ONE = rational(-1n);
/** Counts of shares that are tried, at most. */
const MOST_SHARES = 200;
/** A per-share amount of fewer bits than this agrees with too much. */
const LEAST_BITS = 4;

/**
 * "Net income of $36.3 million, or $0.66 per share" (T11), where a table shows the shares of that period. The amount over the
 * shares gives the amount per share; sizes are compared where both are losses.
 */
export function prosePerShare(
  groups: readonly ProseGroup[],
  index: RowIndex,
  figures: readonly Figure[],
): readonly Relation[] {
  const shares = index.rows
    .flatMap((row) => row.cells)
    .filter((c) => c.kind === "shares" && isAverage(c))
    .slice(0, MOST_SHARES);
  if (shares.length === 0) return [];
  return groups.flatMap((twin) => {
    if (twin.kind !== "per-share" || twin.twinOf === undefined || twin.forward) return [];
    const base = groups[twin.twinOf];
    if (base?.kind !== "amount" || !isIncome(base)) return [];
    return twin.readings.flatMap((r) => perShareOf(base, r, shares, figures));
  });
}

const isAverage = (cell: ProseCell): boolean => {
  const has = (s: string): boolean => cell.at.own.has(s) || cell.at.under.has(s);
  return has("weighted") || has("average") || has("diluted") || has("basic");
};

const isIncome = (group: ProseGroup): boolean => group.words.stems.has("income") || group.words.stems.has("ffo");

function perShareOf(
  base: ProseGroup,
  r: ProseReading,
  shares: readonly ProseCell[],
  figures: readonly Figure[],
): readonly Relation[] {
  if (r.role !== "current" && r.role !== "prior") return [];
  const amounts = base.readings.filter((b) => b.role === r.role);
  const amount = amounts[0];
  if (amount === undefined || amounts.length !== 1 || bitsOfPrint(figures[r.figure]!) < LEAST_BITS) return [];
  for (const first of shares) {
    if (timeAgreement(first.period, r.period) !== "same") continue;
    const form = formOf(amount.figure, first.figure, r.figure, figures);
    // Which shares a house divides by (basic, diluted, of another class) the sentence does not say: only agreement counts.
    if (!fits(form, figures)) continue;
    return [
      {
        rule: "T11",
        kind: "per-share",
        text: `"${base.words.printed.slice(-6).join(" ")}" over ${first.at.label} in table ${first.at.table} = the amount per share beside it`,
        form,
        strength: "fair",
        evidence: `"or" between the two, and the shares of the period in table ${first.at.table}`,
        bits: 8,
        allowance: 1,
      },
    ];
  }
  return [];
}

function formOf(amount: number, shares: number, perShare: number, figures: readonly Figure[]): Form {
  const negative = figures[amount]!.measured!.value.n < 0n !== figures[perShare]!.measured!.value.n < 0n;
  return {
    kind: "quotient",
    numerator: [term(amount)],
    denominator: [term(shares)],
    plus: ZERO,
    times: negative ? MINUS_ONE : ONE,
    result: perShare,
  };
}
