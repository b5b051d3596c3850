import type { Family } from "../names/family.ts";
import { anyCase, inSmall } from "../pattern.ts";
import type { Mention } from "./mention.ts";

/** Lines of the statements that companies guide for. */
const GUIDED: ReadonlySet<Family> = new Set<Family>([
  "gross-profit",
  "gross-margin",
  "operating-expenses",
  "selling-and-administrative",
  "operating-income",
  "operating-margin",
  "pre-tax-income",
  "net-income",
  "eps",
]);

/** "This outlook excludes costs of the acquisition": said of the guidance that its paragraph gives. */
const LEAVES_OUT = anyCase(
  /^\W{0,4}(?:this|these|the|our|its|such|all) (?:(?:[\w’'-]+ ){0,4}?(?:guidance|outlook|forecasts?|ranges?|estimates?|expectations?|projections?|figures?|amounts?) )?(?:(?:does|do) not include|(?:specifically )?excludes?|(?:is|are) (?:exclusive of|before)) (?:[^.;]|\.\d){0,80}?\b(?:costs|charges|expenses?|items|compensation|amortization|impairments?)\b/,
);
/** What nobody knows of yet is in no amount under GAAP either. */
const UNKNOWN = anyCase(
  /\b(?:potential|possible|future|unannounced|additional|further|pending|yet|may|might|could|unforeseen|unexpected|tariffs?)\b/,
);

/**
 * The mentions of a sentence, where another one of its paragraph says that the guidance leaves out what the line of the statements has in
 * it: an amount of the company's own, under the name of that line.
 */
export function withLeftOut(mentions: readonly Mention[], paragraph: readonly string[]): readonly Mention[] {
  const [line] = mentions.filter(isOfLine);
  // "This excludes $5 million of operating expenses" names what is left out, and no guidance.
  if (line === undefined || leavesOut(line.sentence) || !paragraph.some(leavesOut)) return mentions;
  return mentions.map((m) => (isOfLine(m) ? { ...m, basis: "non-GAAP" } : m));
}

const leavesOut = (sentence: string): boolean => LEAVES_OUT.test(sentence) && !UNKNOWN.test(sentence);

const isOfLine = ({ basis, ahead, figures, family, sentence, from }: Mention): boolean =>
  basis === "GAAP" &&
  ahead &&
  figures.length > 0 &&
  GUIDED.has(family) &&
  !/\b(?:gaap|reported)\b/.test(inSmall(sentence.slice(Math.max(0, from - BEFORE), from)));
const BEFORE = 20;
