/** A month and its day, which stay on one line. */
const MONTH_DAY =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) (\d{1,2}\b)/g;

/** A few words in brackets, which stay on one line too: "(14 weeks)". */
const ASIDE = /\([^()]{1,14}\)/g;

/** The text of a head with the day tied to its month by a no-break space, and so the words of a short bracket. */
export const keptTogether = (text: string): string =>
  text.replace(MONTH_DAY, "$1\u00a0$2").replace(ASIDE, (aside) => aside.replaceAll(" ", "\u00a0"));

/** How newswires shorten the names of months. */
const SHORT_MONTHS: Readonly<Record<string, string>> = {
  January: "Jan.",
  February: "Feb.",
  August: "Aug.",
  September: "Sept.",
  October: "Oct.",
  November: "Nov.",
  December: "Dec.",
};

/** The text of a head with the months of days shortened. */
export const shortMonths = (text: string): string =>
  text.replace(
    /\b(January|February|August|September|October|November|December)(?= \d{1,2}\b)/g,
    (m) => SHORT_MONTHS[m] ?? m,
  );

/** Where groups of columns start, by the spans of the lowest row of heads that has any; never the first column. */
export function groupStarts(
  head: readonly (readonly { readonly span: number }[])[],
  width: number,
): ReadonlySet<number> {
  const row = head.reduce<(typeof head)[number] | undefined>(
    (lowest, cells) => (cells.some((cell) => cell.span > 1) ? cells : lowest),
    undefined,
  );
  const starts = new Set<number>();
  let at = 0;
  for (const cell of row ?? []) {
    if (at > 0 && at < width) starts.add(at);
    at += Math.max(1, cell.span);
  }
  return starts;
}
