import { anyCase, findAll, inSmall, says } from "../pattern.ts";
import { remembered } from "../remembered.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Mention } from "./mention.ts";
import type { Passage, Sentence } from "./passage.ts";
import { placeIn } from "./passage.ts";
import { sentencesOf } from "./placed.ts";

/** A measure of the company's own that the lexicon has no family for, since no measure under GAAP stands beside it in a statement. */
export interface Unlisted {
  /** As printed. */
  readonly name: string;
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
}

const COSTS = "(?:costs?(?: of (?:goods sold|sales|revenues?))?|operating (?:costs|expenses)|opex|sg&a|g&a)";
/** Cash costs, what is burnt, and ratios to a revenue that was adjusted. */
const UNLISTED = anyCase(
  new RegExp(
    String.raw`\b(?:cash burn|non-fuel (?:(?:unit|operating and maintenance|operating|o&m)(?: \([^)]{2,8}\))? )*(?:costs?|expenses)|(?:all-in )?sustaining costs?(?! reduc)|aisc|(?:all-in |c1 |total |controllable )?cash ${COSTS}(?! (?:savings|reductions?|equivalents|flow))|(?:percent(?:age)?|share) of adjusted (?:net )?(?:revenues?|sales))(?: per [a-z]{1,12}(?: ton(?:ne)?)?)?|% of adjusted\s+(?:net )?(?:revenues?|sales)`,
    "gd",
  ),
);

/** One look at a passage tells that it names none. */
const BEGINS = anyCase(/cash (?:burn|cost|operating|opex|sg&a|g&a)|sustaining|aisc|of adjusted|non-fuel/);
const OF_BEFORE = 30;

/** Costs per unit and cash that is burnt have families of their own; given in words alone ("by a mid-single digit") they are no result, and looked for here. */
const isListed = ({ family, figures }: Mention): boolean =>
  figures.length > 0 || (family !== "unit-cost" && family !== "own-cash-flow");

/** "One-time cash costs associated with the integration": what one event was paid for, an item of some measure and none itself. */
const isOfEvent = (text: string, from: number, to: number): boolean =>
  says(FOR_EVENT, text.slice(to, to + OF_BEFORE * 2)) ||
  says(OF_EVENT, text.slice(Math.max(0, from - OF_BEFORE), from));
const OF_EVENT = anyCase(
  /\b(?:one-time|non-?recurring|restructuring|integration|transaction|severance|merger|acquisition)(?:[- ]related)?,? $/,
);
const FOR_EVENT = anyCase(
  /^ (?:associated with|related to|relating to|incurred (?:for|in|by)|for|of) (?:(?:the|our|its|this|a) )?(?:[\w-]+ )?(?:integration|merger|acquisition|restructuring|divestiture|transaction|separation|closure|severance|transformation)\b/,
);

/** Every such measure that prose names, in reading order; what the lexicon has named is not among them. */
export const unlisted: (disclosure: Disclosure) => readonly Unlisted[] = remembered((disclosure) =>
  sentencesOf(disclosure, (p) => BEGINS.test(p.text)).flatMap(({ passage, sentence }) =>
    findAll(UNLISTED, sentence.text)
      // "Adjusted operating income as a percentage of adjusted sales" is a ratio of the measure before it.
      .filter(({ index, 0: words }) => !isOfEvent(sentence.text, index, index + words.length))
      .filter(({ index }) => !sentence.mentions.some((m) => index >= m.from && index < m.to + OF_BEFORE && isListed(m)))
      .map((match) => ({
        name: match[0],
        passage,
        sentence,
        ...placeIn(passage, sentence, match.index, match.index + match[0].length),
      })),
  ),
);

const CORE = anyCase(/cash burn|non-fuel|sustaining cost|aisc|cash cost|cash operating|cash (?:opex|sg&a|g&a)/);

/** Whether some table has the measure, by what its names have in common: in a row, a column or its title. */
export function isTabled({ name }: Unlisted, { tables }: Disclosure): boolean {
  const core = CORE.exec(name)?.[0].toLowerCase() ?? name.toLowerCase();
  return tables.some((t) =>
    [
      /\breconcil/.test(inSmall(t.title)) ? t.title : "",
      ...t.reading.meaning.columns.map((c) => c.head),
      ...t.reading.meaning.rows.map((r) => r.label),
    ].some((words) => words.toLowerCase().includes(core)),
  );
}
