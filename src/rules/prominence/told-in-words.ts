import { CAPTIONED, namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall } from "../pattern.ts";
import type { Mention } from "../reading/mention.ts";
import type { PlaceKind } from "../reading/place.ts";
import { PRAISE } from "./praise.ts";

/** A rate or a multiple that is rounded to a word. */
const IN_WORDS = anyCase(
  /\b(?:(?:single|double|triple)[- ]digits?|(?:doubl|tripl|quadrupl)(?:es?|ed|ing)|(?:two|three|four)[- ]?fold)\b/,
);
/** What is said of a result that somebody is glad of. */
const GLAD = anyCase(
  /\b(?:steady|steadily|achiev\w+|deliver\w+|generat\w+|grew|grow(?:ing)?|growth|strong(?:er|ly)?|improv\w+|expan\w+|consecutive|increas\w+|exceed\w*|highest|higher|rose|ahead of|(?:upper|high) end|robust|solid|healthy|momentum|surpass\w*|beats?|tops|topped|accelerat\w+|outperform\w*|positive)\b/,
);
/** What is said of one that fell: whoever owns up to it tells how it has come out no less. */
const FALLEN = anyCase(
  /^(?: \([^()]{1,20}\))?(?: (?:for|in) [^,.;]{1,40})? (?:(?:is|are|was|were|came in|remains?|remained) (?:\w+ )?(?:below|lower|down|behind)|declined|decreased|fell)\b/,
);
/** "Our free cash flow has allowed us to return $12 million": what something was done with has come out well. */
const HAS_ALLOWED = anyCase(/^(?: [a-z]+)? (?:(?:has|have) )?(?:allowed|enabled|permitted) (?:us|the company) to\b/);
/** "Returning more than 100% of our free cash flow to shareholders": what a part is told of is held up as a result. */
const isShared = ({ sentence, from, ahead }: Mention): boolean =>
  !ahead && PART_RETURNED.test(sentence.slice(Math.max(0, from - GLAD_NEAR), from));
const PART_RETURNED = anyCase(
  /\b(?:return(?:ed|ing)|distribut(?:ed|ing)|paid|paying) [^.;]{0,30}\d ?(?:%|percent) of (?:our |its |the )?$/,
);
/** How far from the name it may stand. */
const GLAD_NEAR = 70;

/** Headlines and quotations tell of a result without its amount: "strong growth of adjusted EBITDA". */
export const TELLING: ReadonlySet<PlaceKind> = new Set<PlaceKind>(["headline", "quotation"]);

export const isToldInWords = (m: Mention, kind: PlaceKind): boolean =>
  IN_WORDS.test(nearName(m)) ||
  (TELLING.has(kind) && !isLabel(m) && isGlad(m)) ||
  (kind === "list" && m.family !== "revenue" && isClaimed(m));

/** "Exceeded guidance for adjusted EBITDA", "positive free cash flow": what a bullet of highlights boasts of, next to the name. */
const isClaimed = ({ sentence, from, to, ahead, bullet }: Mention): boolean =>
  bullet &&
  !ahead &&
  !AIMED_AT.test(sentence.slice(0, from)) &&
  (CLAIMED_BEFORE.test(sentence.slice(Math.max(0, from - GLAD_NEAR), from)) ||
    CLAIMED_BEHIND.test(sentence.slice(to, to + GLAD_NEAR)));
const CLAIMED_BEFORE = anyCase(
  /\b(?:(?:exceed|surpass|beat|outperform|top)\w* (?:[\w-]+ ){0,4}(?:guidance|expectations?|outlook|targets?) (?:for|of|on) (?:[\w-]+ ){0,3}|(?:generated|delivered|achieved|reported|posted) (?:(?:strong|solid|robust|positive|improved|higher|significant) )+(?:and )?|(?:strong|solid|robust|significant|substantial|double-digit|continued) (?:growth|increase|improvement|expansion) (?:in|of) (?:(?:our|its|the) )?)$/,
);
const CLAIMED_BEHIND = anyCase(
  /^ (?:exceed|surpass|beat|outperform|top)\w* (?:[\w-]+ ){0,6}(?:guidance|expectations?|outlook|targets?)\b|^ (?:was |were |turned |came in )(?:positive|ahead of|above)\b|^,? (?:above|ahead of) (?:[\w-]+ ){0,4}(?:guidance|expectations?|outlook)\b/,
);

/** "Organic revenue growth / Core EPS change", and nothing else: rows whose figures the source's layout has torn off tell nothing in words. */
function isLabel({ sentence, learned }: Mention): boolean {
  if (learned !== undefined || sentence.length > LABELS_LONGEST) return false;
  const rest = namedIn(sentence).reduceRight((all, n) => `${all.slice(0, n.from)} ${all.slice(n.to)}`, sentence);
  return !/\p{L}{3}/u.test(rest.replace(/\b(?:total|net|change|growth|constant|currency)\b/gi, ""));
}
const LABELS_LONGEST = 150;

/** What is said of an outlook, with or without its amount. */
const GUIDES = anyCase(
  /\b(?:maintain\w*|reaffirm\w*|affirm\w*|reiterat\w+|confirm\w*|rais(?:es?|ed|ing)|lift(?:s|ed|ing)|boost(?:s|ed|ing)|hik(?:es|ed|ing)|lower(?:s|ed|ing)|narrow\w*|tighten\w*|unchanged|expect\w*|anticipat\w*|on track|target\w*)\b/,
);

/** "Value as we drive organic growth and deliver free cash flow", "our focus on growing free cash flow": what is worked for, and no result. */
const AIMED_AT = anyCase(
  /\b(?:as we (?:continue to |work to |look to |seek to )?(?:drive|deliver|improve|generate|grow|expand|increase|accelerate|achieve|strengthen|focus|execute)|focus(?:ed)?(?: (?:remains|is|continues to be))? on|committed to|aim(?:s|ing)? (?:to|at)|(?:well[- ])?positioned to|designed to|intended to|(?:ability|opportunit(?:y|ies)|path|roadmap|efforts|initiatives|strategy) to)\b[^.;]*$/,
);

/** "Initiatives that are expected to be accretive to margins, while strengthening free cash flow": hoped for, and not guided for. */
const isHopedFor = ({ sentence, from }: Mention): boolean => /\baccretive to\b/.test(inSmall(sentence.slice(0, from)));

/** Costs that fell are what a company is glad of. */
const SAVED = anyCase(
  /\b(?:lower|low|decreas\w+|reduc\w+|cut(?:ting)?|sav(?:ed|ing|ings)|declin\w+|leverag\w+|fell|down)\b/,
);
const isOfCosts = ({ family }: Mention): boolean =>
  CAPTIONED.has(family) ||
  family === "unit-cost" ||
  (family.startsWith("own ") && /\b(?:costs?|expenses?)\b/.test(family));

const isGlad = (m: Mention): boolean => {
  const near = nearName(m);
  if (AIMED_AT.test(m.sentence.slice(0, m.from))) return false;
  if (isOfCosts(m) && SAVED.test(near)) return true;
  if (m.ahead && isHopedFor(m)) return false;
  if (m.family === "revenue") return !m.ahead && isGladGrowth(m);
  return (
    GUIDES.test(near) ||
    GLAD.test(near) ||
    FALLEN.test(m.sentence.slice(m.to, m.to + GLAD_NEAR)) ||
    (!m.ahead && HAS_ALLOWED.test(m.sentence.slice(m.to, m.to + GLAD_NEAR))) ||
    PRAISE.test(near) ||
    isShared(m)
  );
};

/** Growth is in the name of it already, and tells how it has come out in a headline alone. */
function isGladGrowth(m: Mention): boolean {
  const { part, sentence, from, to } = m;
  const before = sentence.slice(Math.max(0, from - GLAD_NEAR), from);
  const near = part === "headline" ? nearName(m) : `${before} ${sentence.slice(to, to + GLAD_NEAR)}`;
  return !IS_MEANS.test(before) && GLAD.test(near);
}
/** "We have expanded through organic growth and acquisitions", "our model of organic growth": a way to grow, and no result. */
const IS_MEANS = anyCase(
  /\b(?:through|via|(?:model|mix|balance|combination|priorit(?:y|ies)|opportunities) (?:of|for|are|is|between)) (?:both )?$/,
);

const nearName = (m: Mention): string => m.sentence.slice(Math.max(0, m.from - GLAD_NEAR), m.to + GLAD_NEAR);
