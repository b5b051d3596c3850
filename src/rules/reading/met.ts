/**
 * Words of guidance that was met: "above the high end of our guidance", "compared with expectations". What is told so is a result,
 * and so is most of what a company "expects to have generated since 2019".
 */
const MET =
  /\b(?:above|exceed\w*|beat\w*|within|in line with|consistent with|ahead of|better than|below|end of|mid-?point of|surpass\w*|outperform\w*|relative to|contemplated in|compared (?:to|with)|versus) (?:[\w’'-]+ ){0,6}?(?:guidance|expectations?|outlook|targets?|forecasts?|estimates?)(?: (?:estimates?|ranges?|expectations|targets?))?\b|\bexpects? to have \w+/gi;

/** A text without what it says of guidance that was met. */
export const withoutMet = (text: string): string => text.replace(MET, "");
