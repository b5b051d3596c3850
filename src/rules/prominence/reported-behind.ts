import { anyCase, inSmall, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, isRate, type Mention } from "../reading/mention.ts";
import { gaapMentions, idsOf, ownQuoted, quoted } from "../reading/own-measure.ts";
import type { Place } from "../reading/place.ts";
import type { Found } from "../rule.ts";
import { ACROSS, isOfAll, isRead } from "./bare.ts";

/** "Reported net income was $9.4 million", "operating income of $28.5 million as reported": the basis in so many words. */
const LED_UP = anyCase(
  /\b(?:reported|gaap) (?:(?:diluted|basic|consolidated|total|net) )*$|\bas reported,? (?:the )?(?:(?:diluted|basic|consolidated|total|net) )*$/,
);
const BEHIND = anyCase(
  /^(?: ?(?:of|was|were|at))?(?: approximately| about)? ?~?[$\u20ac\u00a3]{0,2}\(?\d[\d.,]{0,14}\)?(?: ?%| percent| [mb]illion| per (?:diluted )?share)?,? (?:as|on an? as) reported\b/,
);
const LED_WITHIN = 60;
const BEHIND_WITHIN = 90;

/** Whether words right beside the name say that the amount is the one as reported. */
export const saysReported = ({ sentence, from, to }: Mention): boolean =>
  says(LED_UP, sentence.slice(Math.max(0, from - LED_WITHIN), from)) ||
  says(BEHIND, sentence.slice(to, to + BEHIND_WITHIN));

/** "Reported Dextra revenue": the name of a part between the word and the revenue. */
const REPORTED_PART = /\b(?:[Rr]eported|GAAP) ((?:\p{Lu}[\p{L}\d&’'-]*[®™]? ){1,4})$/u;
const partOf = ({ sentence, from }: Mention): string | undefined =>
  REPORTED_PART.exec(sentence.slice(Math.max(0, from - LED_WITHIN), from))?.[1];

interface Turned {
  readonly own: Mention;
  readonly gaap: Mention;
  readonly start: number;
  readonly end: number;
}

/**
 * Revenue on a basis of the company's own, of the whole or of what has a name, whose sentence gives it first, and behind it the revenue that it
 * says in so many words is the one as reported. Where nothing says so the second may be that of something else, and is left alone.
 */
export function reportedBehind(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.places
    .filter(({ kind, segment }) => !segment && kind !== "outlook")
    .flatMap((place) => turnedIn(place, disclosure));
  return toldOnce(disclosure, all, ({ own, gaap }) => ({
    message: `${ownQuoted(own)} comes before ${quoted(gaap.name)} as reported, which it is to be read with.`,
    remedy: "Put the measure under GAAP first.",
    figures: idsOf([own, gaap]),
  }));
}

function turnedIn(place: Place, disclosure: Disclosure): readonly Turned[] {
  const { mentions } = place;
  return mentions.flatMap((own, i): readonly Turned[] => {
    if (own.basis !== "non-GAAP" || own.family !== "revenue" || own.ahead || own.figures.length === 0) return [];
    const gaap = mentions[i + 1];
    if (gaap?.block !== own.block || gaap.sentence !== own.sentence) return [];
    if (gaap.basis !== "GAAP" || gaap.family !== "revenue" || !areAlike(own, gaap)) return [];
    const part = partOf(gaap);
    if (part === undefined ? !saysReported(gaap) || !isOfAll(own) || own.ofSegment : !isOfPartCalled(own, part))
      return [];
    const between = own.sentence.slice(own.to, gaap.from);
    if (COMPARED.test(between) || OF_PLACE.test(between)) return [];
    return isToldBefore(own, gaap, part, place, disclosure) ? [] : [{ own, gaap, start: own.start, end: own.end }];
  });
}

/** An amount is read with an amount, growth with growth. */
const areAlike = (own: Mention, gaap: Mention): boolean =>
  (own.figures.some(isMoney) && gaap.figures.some(isMoney)) || (own.figures.some(isRate) && gaap.figures.some(isRate));

const isOfPartCalled = ({ sentence, from }: Mention, part: string): boolean =>
  inSmall(sentence.slice(0, from)).endsWith(inSmall(part));

/** "Up from reported revenue of $148 million in 2024": that of another period. */
const COMPARED = anyCase(/\b(?:compar\w+|versus|vs|against|from|up|down|last year|prior)\b/);

/** "Organic sales grew 5% in Pumps, and reported sales grew 3% in Valves": that of another part; a quarter is none. */
const OF_PLACE = / (?:in|at) (?:the |our )?(?!(?:Q[1-4]|H[12]|First|Second|Third|Fourth|Fiscal|Full)\b)\p{Lu}/u;

/** Whether a reader has met the revenue as reported above: its name in the section, of a part the same amount, or a table that has it. */
function isToldBefore(
  own: Mention,
  gaap: Mention,
  part: string | undefined,
  place: Place,
  disclosure: Disclosure,
): boolean {
  const { mentions, tables } = disclosure;
  const within = (block: number): boolean =>
    place.blocks.has(block) || (block >= place.since - ACROSS && block <= own.block);
  const text = gaap.figures[0]?.text;
  const isSaid = gaapMentions("revenue", mentions, disclosure).some(
    (m) =>
      m.start < own.start &&
      within(m.block) &&
      !m.ahead &&
      (part === undefined ? isOfAll(m) && areAlike(own, m) : m.figures.some((f) => f.text === text)),
  );
  return (
    isSaid ||
    tables.some(
      (t) =>
        t.block < own.block &&
        t.block >= place.since - ACROSS &&
        isRead(t) &&
        t.rows.some(
          ({ named, figures }) =>
            named?.family === "revenue" &&
            named.basis === "GAAP" &&
            (part === undefined || figures.some((f) => f.text === text)),
        ),
    )
  );
}
