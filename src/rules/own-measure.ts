import type { Disclosure } from "./disclosure.ts";
import { COMPARABLE, type Family } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import type { Part } from "./part.ts";

/** Prose in which a reader meets the results; what defines, cautions or guides is none. */
const PROMINENT: ReadonlySet<Part> = new Set<Part>(["headline", "results", "quotation"]);

/** Ratios of two amounts, one of which the company has changed. */
export const RATIOS: ReadonlySet<Family> = new Set<Family>([
  "gross-margin",
  "operating-margin",
  "net-margin",
  "ebitda-margin",
]);

/** Whether a mention shows a result that is past: in the prose of the results, with its figure. */
export const isShown = (m: Mention): boolean => PROMINENT.has(m.part) && !m.ahead && m.figures.length > 0;

/** All measures of the company's own that show a result, growth of revenue apart, each with its mentions in reading order. */
export function ownMeasures({ mentions }: Disclosure): ReadonlyMap<Family, readonly [Mention, ...Mention[]]> {
  const found = new Map<Family, [Mention, ...Mention[]]>();
  for (const m of mentions) {
    if (m.basis !== "non-GAAP" || m.family === "revenue" || !isShown(m)) continue;
    const before = found.get(m.family);
    if (before === undefined) found.set(m.family, [m]);
    else before.push(m);
  }
  return found;
}

/** Mentions of the measure under GAAP that a reader holds one of the company's own against, with figures. */
export const gaapMentions = (family: Family, mentions: readonly Mention[]): readonly Mention[] => {
  const wanted = COMPARABLE[family].family;
  return mentions.filter((m) => m.basis === "GAAP" && m.family === wanted && m.figures.length > 0);
};

export const idsOf = (mentions: readonly Mention[]): readonly string[] =>
  mentions.flatMap((m) => m.figures.slice(0, 1).map((f) => f.id));

/** The name as a message quotes it, on one line. */
export const quoted = (name: string): string => `"${name.replace(/\s+/g, " ").trim()}"`;
