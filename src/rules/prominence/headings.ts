import { toldOnceOfAll } from "../reading/also.ts";
import { passageAt } from "../reading/by-block.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import { idsOf, isOfPart, ownQuoted, quoted, RATIOS } from "../reading/own-measure.ts";
import type { Passage } from "../reading/passage.ts";
import type { Found } from "../rule.ts";
import { hasGaapRow } from "./bare.ts";

/**
 * Headings of sections and captions of tables that print an amount of the company's own or its growth, and nothing of the measure under GAAP: what
 * stands below them comes second (C&DI 102.10(a)(2)). `told` are the places that another finding has told of.
 */
export function headingFindings(disclosure: Disclosure, told: ReadonlySet<number>): readonly Found[] {
  const headings = disclosure.passages.filter((p) => p.heading && p.part === "results");
  const all = headings.flatMap((p) =>
    ownIn(p).filter(
      (own) => !told.has(own.start) && !isOfSegment(p, disclosure) && isFirst(own, p, headings, disclosure),
    ),
  );
  return toldOnceOfAll(
    disclosure,
    all,
    ({ family }) => family,
    ({ name }) => quoted(name),
    (own) => {
      const { words } = heldAgainst(own.family, disclosure);
      return {
        message: `The heading gives ${ownQuoted(own)} and not ${words}.`,
        remedy: `Give ${words} in the heading as well, before the measure of the company's own, or leave that one out of it.`,
        figures: idsOf([own]),
      };
    },
  );
}

const ownIn = ({ sentences }: Passage): readonly Mention[] =>
  sentences
    .flatMap(({ mentions }) => mentions)
    .filter(
      (m) =>
        m.basis === "non-GAAP" &&
        m.figures.length > 0 &&
        !m.ahead &&
        m.family !== "revenue" &&
        !RATIOS.has(m.family) &&
        !isTornRow(m) &&
        !isOfPart(m),
    );

/** "Adjusted EBITDA $ 12.1 $ 11.0": the row of a table that its layout has taken apart, and no line that tells anything. */
export const isTornRow = ({ sentence, from, to, bullet }: Mention): boolean =>
  !bullet && !/\p{L}/u.test(sentence.slice(0, from)) && !/\p{L}/u.test(sentence.slice(to));

const isOfSegment = ({ block }: Passage, { places }: Disclosure): boolean => {
  const place = places.find(({ blocks }) => blocks.has(block));
  return place === undefined || place.segment;
};

/** Whether a reader meets the measure of the company's own here before that under GAAP, and not right behind it either. */
function isFirst(own: Mention, heading: Passage, headings: readonly Passage[], disclosure: Disclosure): boolean {
  const isGaap = (m: Mention): boolean =>
    m.basis === "GAAP" && !m.ahead && !isOfPart(m) && isHeldAgainst(own.family, m.family, disclosure);
  const mentionsOf = (p: Passage | undefined): readonly Mention[] => (p?.sentences ?? []).flatMap((s) => s.mentions);
  if (mentionsOf(heading).some(isGaap)) return false;
  // Sections that are each called after a measure come in their order, and so do lines that one by one are set apart.
  if (headings.some((p) => p.block < heading.block && mentionsOf(p).some((m) => isGaap(m) && m.figures.length > 0)))
    return false;
  const above = passageAt(heading.block - 1, disclosure);
  if (above?.part === heading.part && mentionsOf(above).some((m) => isGaap(m) && m.figures.length > 0)) return false;
  const below = mentionsOf(passageAt(heading.block + 1, disclosure)).find(
    (m) => m.figures.length > 0 && (m.family === own.family || isGaap(m)),
  );
  if (below !== undefined && isGaap(below)) return false;
  return !disclosure.tables.some((t) => t.block === heading.block + 1 && hasGaapRow(t, own.family, disclosure));
}
