import { anyCase, says } from "../pattern.ts";
import type { Mention } from "./mention.ts";

/**
 * The mentions of a passage without those of pro forma amounts that it says are made up under Article 11 of Regulation S-X, or as ASC 805 wants
 * them told of a combination: what the Commission's rules or the standards ask for is no measure of the company's own (Item 10(e)(5)).
 */
export const withoutRequired = (mentions: readonly Mention[], passage: string): readonly Mention[] =>
  mentions.some(isProForma) && says(REQUIRED, passage) && !says(NOT_SO, passage)
    ? mentions.filter((m) => !isProForma(m))
    : mentions;

const isProForma = ({ basis, name, sentence, from }: Mention): boolean =>
  basis === "non-GAAP" && says(PRO_FORMA, `${sentence.slice(Math.max(0, from - BEFORE), from)}${name}`);
const PRO_FORMA = anyCase(/\bpro[- ]?forma\b/);
const BEFORE = 24;

const SOURCE = String.raw`(?:article (?:11|xi) of (?:the sec[’']?s )?regulation s-x|regulation s-x,? (?:article (?:11|xi)|rule 11-0[12])|(?:asc|topic) (?:topic )?805)\b`;
const REQUIRED = anyCase(
  new RegExp(String.raw`\b(?:under|with|to|by|of) (?:the )?(?:(?:requirements?|provisions?|rules) of )?${SOURCE}`),
);
/** "These were not prepared in accordance with Article 11": the opposite. */
const NOT_SO = anyCase(
  new RegExp(String.raw`\b(?:not|nor|differs?|different|without|other than|rather than)\b[^.;]{0,120}\b${SOURCE}`),
);
