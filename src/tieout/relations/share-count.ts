import type { Period } from "../../calendar/period.ts";
import { type Interval, intersect, point, quotient } from "../../exact/interval.ts";
import { ONE } from "../../exact/rational.ts";
import type { RoundingMode } from "../../exact/rounding.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import type { ProseGroup } from "../meaning/prose-meaning.ts";
import type { Basis } from "../meaning/table.ts";
import { bitsOfPrint } from "./prose-fit.ts";
import { timeAgreement } from "./prose-time.ts";

/** "$36.3 million, or $0.66 per share": an amount and what it is a share, of one period. Figures by their index. */
export interface SharePair {
  readonly amount: number;
  readonly perShare: number;
  readonly period: Period;
  readonly basis: Basis;
  /** The words that name the amount, as printed and as stems. */
  readonly name: string;
  readonly stems: ReadonlySet<string>;
  /** Whether the sentence speaks of tax. */
  readonly taxed: boolean;
  readonly paragraph: number;
}

/** A per-share amount of fewer bits than this agrees with too much. */
const LEAST_BITS = 4;
/** No release restates more amounts per share than this; a table run together might. */
const MOST_PAIRS = 60;

/** The amounts that sentences restate per share, of what was and not of what is expected. */
export function sharePairs(groups: readonly ProseGroup[], figures: readonly Figure[]): readonly SharePair[] {
  const pairs: SharePair[] = [];
  for (const twin of groups) {
    if (twin.kind !== "per-share" || twin.twinOf === undefined || twin.forward || twin.tabular) continue;
    const base = groups[twin.twinOf];
    if (base?.kind !== "amount") continue;
    for (const r of twin.readings) {
      if (r.role !== "current" && r.role !== "prior") continue;
      const amounts = base.readings.filter((b) => b.role === r.role);
      if (amounts.length !== 1 || r.period === undefined || pairs.length >= MOST_PAIRS) continue;
      pairs.push({
        amount: amounts[0]!.figure,
        perShare: r.figure,
        period: r.period,
        basis: base.readings[0]!.basis,
        name: base.words.printed.slice(-6).join(" "),
        stems: base.words.stems,
        taxed: base.taxed,
        paragraph: base.paragraph,
      });
    }
  }
  return pairs.filter((p) => isTelling(p, figures));
}

/** Whether both are above zero, and the amount stands for itself. */
const isTelling = (pair: SharePair, figures: readonly Figure[]): boolean =>
  figures[pair.amount]!.measured!.value.n > 0n &&
  figures[pair.perShare]!.measured!.value.n > 0n &&
  figures[pair.amount]!.measured!.hedge === undefined;

/** How many shares the amount and the amount per share together stand for; undefined where the latter may be zero. */
export const sharesOf = (pair: SharePair, figures: readonly Figure[], mode: RoundingMode): Interval | undefined =>
  quotient(intervalOf(figures[pair.amount]!, mode), intervalOf(figures[pair.perShare]!, mode));

/** How many shares serve both pairs; undefined where no count does. */
export function sharesOfBoth(
  a: SharePair,
  b: SharePair,
  figures: readonly Figure[],
  mode: RoundingMode,
): Interval | undefined {
  const x = sharesOf(a, figures, mode);
  const y = sharesOf(b, figures, mode);
  return x === undefined || y === undefined ? undefined : intersect(x, y);
}

/** Net income before and after adjustments of one period, each with its amount per share. */
export interface IncomePairs {
  readonly gaap: SharePair;
  readonly adjusted: SharePair;
}

/** Net income over net income: what two houses call by other names may be divided by other shares. */
const isNetIncome = ({ stems }: SharePair): boolean =>
  stems.has("income") && stems.has("net") && !stems.has("ffo") && !stems.has("unit");

/** Whether the amount per share has so many digits that to agree with it says something. */
export const saysMuch = (pair: SharePair, figures: readonly Figure[]): boolean =>
  bitsOfPrint(figures[pair.perShare]!) >= LEAST_BITS;

/** Every net income that is printed per share with and without adjustments, the nearest of each period together. */
export function incomePairs(pairs: readonly SharePair[], figures: readonly Figure[]): readonly IncomePairs[] {
  const incomes = pairs.filter((p) => isNetIncome(p) && saysMuch(p, figures));
  const found: IncomePairs[] = [];
  for (const adjusted of incomes) {
    if (adjusted.basis !== "non-GAAP") continue;
    const gaap = incomes
      .filter((p) => p.basis === "GAAP" || p.basis === "unknown")
      .filter((p) => timeAgreement(p.period, adjusted.period) === "same" && sameName(p, adjusted))
      .sort((a, b) => Math.abs(a.paragraph - adjusted.paragraph) - Math.abs(b.paragraph - adjusted.paragraph))[0];
    if (gaap !== undefined) found.push({ gaap, adjusted });
  }
  return found;
}

/** Words that set apart whose income it is: both have them or neither. */
const APART = ["continuing", "discontinued", "attributable", "basic", "diluted", "common"];

const sameName = (a: SharePair, b: SharePair): boolean => APART.every((s) => a.stems.has(s) === b.stems.has(s));

/** All x·y with y above zero throughout. */
export function product(x: Interval, y: Interval): Interval | undefined {
  const one = quotient(point(ONE), y);
  return one === undefined ? undefined : quotient(x, one);
}
