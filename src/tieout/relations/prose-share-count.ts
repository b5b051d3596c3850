import { type Interval, intersect, minus, quotient, within } from "../../exact/interval.ts";
import { rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import { type Print, wordedRange } from "../prove/wording.ts";
import type { Relation } from "./relation.ts";
import { reckoned, type Saying } from "./saying.ts";
import { type IncomePairs, incomePairs, product, type SharePair, sharesOf, sharesOfBoth } from "./share-count.ts";

/**
 * One count of diluted shares serves net income before and after adjustments (T12), and what the adjustments come to a share is
 * the gap between the two amounts per share (T20). The count itself need not be printed.
 */
export function proseShareCounts(pairs: readonly SharePair[], figures: readonly Figure[]): readonly Relation[] {
  return incomePairs(pairs, figures).flatMap((both) => {
    const shares = sharesOfBoth(both.gaap, both.adjusted, figures, "halfExpand");
    if (shares !== undefined) return [oneCount(both, shares, figures), ...gapPerShare(both, shares, figures)];
    return sharesOfBoth(both.gaap, both.adjusted, figures, "halfEven") === undefined ? noCount(both, figures) : [];
  });
}

const figuresIn = ({ gaap, adjusted }: IncomePairs): readonly number[] => [
  gaap.amount,
  gaap.perShare,
  adjusted.amount,
  adjusted.perShare,
];

const sayingOf = (both: IncomePairs, rule: string, kind: string, text: string): Saying => ({
  rule,
  kind,
  text,
  evidence: "one measure and one period, with and without adjustments",
  strength: "fair",
  figures: figuresIn(both),
  culprit: both.adjusted.perShare,
});

function oneCount(both: IncomePairs, shares: Interval, figures: readonly Figure[]): Relation {
  const { gaap, adjusted } = both;
  const text = `one number of shares serves "${gaap.name}" and "${adjusted.name}"`;
  return reckoned(sayingOf(both, "T12", "share count", text), {
    verdict: "consistent",
    computed: { point: undefined, interval: shares },
    implied: impliedOf(both, figures),
  });
}

const MILLIONS: Print = { factor: rational(1_000_000n), places: 1, sign: " million", unit: "" };

/** No number of shares serves both: one of the four figures is wrong, or one is per basic and the other per diluted share. */
function noCount(both: IncomePairs, figures: readonly Figure[]): readonly Relation[] {
  const { gaap, adjusted } = both;
  const [a, b] = [sharesOf(gaap, figures, "halfExpand"), sharesOf(adjusted, figures, "halfExpand")];
  if (a === undefined || b === undefined) return [];
  const prints = (p: SharePair): string => `${figures[p.amount]!.text} over ${figures[p.perShare]!.text}`;
  const text = `one number of shares serves "${gaap.name}" and "${adjusted.name}"`;
  return [
    reckoned(
      sayingOf(both, "T12", "share count", text),
      { verdict: "unattainable", computed: { point: undefined, interval: a } },
      {
        code: "per-share-cannot-be",
        severity: "warning",
        message:
          `"${gaap.name}" (${prints(gaap)}) stands for ${wordedRange(a, MILLIONS)} shares, "${adjusted.name}" (${prints(adjusted)}) ` +
          `for ${wordedRange(b, MILLIONS)}: no number of shares serves both.`,
        remedy: "Check the four figures; where the shares differ (basic and diluted), say so.",
      },
    ),
  ];
}

/** What the other pair's shares leave for the figures of each pair. */
function impliedOf({ gaap, adjusted }: IncomePairs, figures: readonly Figure[]): ReadonlyMap<number, Interval> {
  const implied = new Map<number, Interval>();
  for (const [own, other] of [
    [gaap, adjusted],
    [adjusted, gaap],
  ] as const) {
    const shares = sharesOf(other, figures, "halfExpand");
    if (shares === undefined) continue;
    const amount = product(intervalOf(figures[own.perShare]!, "halfExpand"), shares);
    const perShare = quotient(intervalOf(figures[own.amount]!, "halfExpand"), shares);
    if (amount !== undefined) implied.set(own.amount, amount);
    if (perShare !== undefined) implied.set(own.perShare, perShare);
  }
  return implied;
}

function gapPerShare(both: IncomePairs, shares: Interval, figures: readonly Figure[]): readonly Relation[] {
  const { gaap, adjusted } = both;
  const box = (figure: number): Interval => intervalOf(figures[figure]!, "halfExpand");
  const interval = quotient(minus(box(adjusted.amount), box(gaap.amount)), shares);
  const printed = minus(box(adjusted.perShare), box(gaap.perShare));
  if (interval === undefined || intersect(interval, printed) === undefined) return [];
  const text = `"${adjusted.name}" less "${gaap.name}", over those shares = the gap between the amounts per share`;
  return [
    reckoned(sayingOf(both, "T20", "bridge per share", text), {
      verdict: within(interval, printed) ? "forced" : "consistent",
      computed: { point: undefined, interval },
    }),
  ];
}
