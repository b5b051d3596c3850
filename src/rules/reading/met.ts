import { anyCase, says } from "../pattern.ts";

/**
 * Words of guidance that was met: "above the high end of our guidance", "compared with expectations". What is told so is a result,
 * and so is most of what a company "expects to have generated since 2019". Who raises the midpoint of a guidance guides.
 */
const MET =
  /(?<!\b(?:rais(?:es?|ed|ing)|lower(?:s|ed|ing)|narrow(?:s|ed|ing)|increas(?:es?|ed|ing)|lift(?:s|ed|ing)|mov(?:es?|ed|ing)|tighten(?:s|ed|ing)) (?:the |our |its )?(?:high |low |upper |lower |top )?)\b(?:above|exceed\w*|beat\w*|within|in line with|consistent with|ahead of|better than|below|end of|mid-?point of|surpass\w*|outperform\w*|met|meeting|achieved|(?:substantially|fully|successfully|already) achieving|relative to|contemplated in|compared (?:to|with)|versus) (?:(?:[$€£]\d+\.)?[\w’'-]+ ){0,6}?(?:guidance|expectations?|outlook|targets?|forecasts?|estimates?)(?: (?:estimates?|ranges?|expectations|targets?))?\b|\bexpects? to have \w+/gi;

/** "CET1 ratio estimated at 13.2%": banks print what supervisors ask for at the end of a period before they have filed it. */
const OF_SUPERVISORS =
  /\b(?:capital|cet ?1|tier (?:1|one|i)|leverage|liquidity coverage|lcr|risk-based)(?: [\w-]+){0,4}? (?:(?:is|are|was|were) )?(?:currently )?estimated (?:at|to be)\b/gi;

/** One look at a text tells that it says nothing of either. */
const TELLS = anyCase(/guidance|outlook|expect|target|forecast|estimate/);

/** A text without what it says of guidance that was met, or of what has come and is estimated. */
export const withoutMet = (text: string): string => {
  if (!says(TELLS, text)) return text;
  const rest = text.replace(MET, "");
  return rest.includes("estimated") ? rest.replace(OF_SUPERVISORS, "") : rest;
};
