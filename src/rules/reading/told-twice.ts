import type { Figure } from "../../tieout/figures/figure.ts";
import { RATES } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import { anyCase, find } from "../pattern.ts";

/** A measure that a sentence names, with its place there and its figures. */
interface Told extends Named {
  readonly sentence: string;
  readonly figures: readonly Figure[];
}

/** "Tangible equity (ROTCE)", in a list of returns: what stands before the letters for a ratio is the end of its name in full, and no amount. */
export const withoutSpelt = <T extends Told>(all: readonly T[]): readonly T[] =>
  all.filter((m, i) => {
    const next = all[i + 1];
    const isSpelt = next !== undefined && m.figures.length === 0 && RATES.has(next.family) && !RATES.has(m.family);
    return !(isSpelt && /^[A-Z]{3,8}$/.test(next.name) && m.sentence.slice(m.to, next.from) === " (");
  });

/** "Total equity was $24.7 million, or $12.60 per share": what a share has of equity is book value per share, in other words. */
export const withBookValue = <T extends Told>(
  all: readonly T[],
  figures: readonly Figure[],
  from: number,
): readonly T[] =>
  all.flatMap((m) => {
    const told = m.family === "equity" && m.basis === "GAAP" ? find(BY_SHARE, m.sentence.slice(m.to)) : null;
    if (told === null) return [m];
    const at = from + m.to + told.index;
    const ofShare = figures.filter((f) => f.token.from >= at && f.token.from < at + told[0].length).slice(-1);
    return ofShare.length === 0 ? [m] : [m, { ...m, family: "book-value-per-share" as const, figures: ofShare }];
  });
const BY_SHARE = anyCase(
  /^ (?:was|were|of|totall?ed) [$€£]\d[\d.,]{0,12}(?: (?:thousand|million|billion))?,? or [$€£]\d{1,4}\.\d\d per (?:\w+ ){0,2}share\b/,
);
