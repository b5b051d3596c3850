import { namedIn } from "../names/lexicon.ts";
import { anyCase, findAll } from "../pattern.ts";
import { remembered, rememberedBy, rememberedText } from "../remembered.ts";
import { passageAt, sentenceAt } from "./by-block.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Mention } from "./mention.ts";
import type { Passage } from "./passage.ts";
import { isTitle } from "./place.ts";
import type { RuleTable } from "./rule-table.ts";

/** How long the period is that an outlook is for. */
export type Term = "quarter" | "year";
export const TERMS: readonly Term[] = ["quarter", "year"];

/** What the outlook is held against is of another period: "up 10% versus 2025", "up from $11.5 million in 2024", "8% on fiscal 2025". */
const HELD_AGAINST =
  /\b(?:versus|vs\.?|compar\w+ (?:to|with)|relative to|(?:against|from|(?:higher|lower|better|worse) than) (?:the |about |approximately )?(?=[$€£]|\d[\d.,]{0,9} ?(?:%|percent|million|billion|cents))(?![^,;]{0,40} to (?:about |approximately )?[$€£]?\d)|than (?:in|for)\b|(?:over|from|against|than|above|below|(?<=\d ?(?:%|percent|points?) )on) (?:(?:the|our|its) )?(?=(?:fiscal |prior |previous |same |full |first |second |third |fourth |last |year|20\d\d|Q[1-4]|[1-4]Q)))(?:[^,.;]|[.,](?=\d)){0,60}/gi;
/** "After a strong third quarter, we expect ...": what an outlook is built on has come out. */
const BUILT_ON =
  /\b(?:after|following|given|based (?:up)?on|in light of|as a result of|on the (?:strength|heels|back) of|reflect(?:s|ing)) [^,.;]{0,80}/gi;
/** The year or the day that only tells which quarter is meant; three months to a day are one. */
const OF_QUARTER =
  /\b((?:first|second|third|fourth|next|coming|upcoming|current|1st|2nd|3rd|4th)(?:[- ]fiscal)?[- ]quarter|(?:fiscal )?(?:Q[1-4]|[1-4]Q)|quarter (?:ending|ended)|three[- ]months?(?: period)? (?:ending|ended))(?:[’'-]?(?:20)?\d\d\b|,? (?:of )?(?:the )?(?:our )?(?:fiscal )?(?:year )?(?:FY)?[’']?(?:20)?\d\d\b| (?:[A-Z][a-z]{2,8} (?:\d{1,2},? )?20\d\d))?/gi;
/** A number is a year behind the words that make it one; "our 2028 notes" and "the fiscal 2025 restructuring plan" are only called after theirs. */
const YEAR = anyCase(
  /\bfull[- ](?:fiscal[- ])?year\b|\bfor the (?:fiscal )?year\b|\byear ending\b|\bannual\b|\b(?:fiscal(?: year)? (?:20)?|(?:for|in|year|calendar|full-year) 20|fy ?[’']?(?:20)?)\d\d\b(?! (?:[\w-]+ )?(?:plans?|notes?|programs?|programmes?|restructuring)\b(?! (?:to|that)\b))|\b(?:guidance|outlook) 20\d\d\b/,
);
/** A year that stands bare before what is guided for is that of its guidance: "2026 adjusted EBITDA", "2026 financial outlook". */
const BARE = anyCase(
  /(?<!\b(?:up|down|from|over|on|than|versus|vs\.?|against|above|below) |\d, |[$€£\d.,-])\b20\d\d (?:(?=(?:(?!and\b|or\b|results\b)[\w-]+ ){0,2}(guidance|outlook)\b)|)(?:(?:total|full-year|gaap|non-gaap|net|diluted|consolidated) )?(?!plans?\b|notes?\b|programs?\b|programmes?\b|restructuring\b)/dg,
);
/** Half a year, or what is left of one, is neither. */
const OTHER = anyCase(
  /\b(?:half|h[12]|[12]h|remainder|rest of|next (?:twelve|12) months|long[- ]term|mid[- ]term|months)\b/,
);

const saysYear = (text: string): boolean =>
  YEAR.test(text) ||
  findAll(BARE, text).some(
    ({ 0: { length }, 1: guidance, index }) =>
      guidance !== undefined || namedIn(text.slice(index + length, index + length + NAME_LONGEST))[0]?.from === 0,
  );
const NAME_LONGEST = 60;

/** What a text says of its period: the quarter by its word, a year, "other" where it says more than one or neither, nothing. */
type Said = { readonly term: Term; readonly quarter: string } | "other" | undefined;

const saidIn = (text: string): Said => answerFor(text).said;
const answerFor = rememberedText((text) => ({ said: readIn(text) }));

function readIn(text: string): Said {
  const own = text.replace(HELD_AGAINST, " ").replace(BUILT_ON, " ");
  const quarters = own.match(OF_QUARTER) ?? [];
  const rest = own.replace(OF_QUARTER, " ");
  const isYear = saysYear(rest);
  if (OTHER.test(rest) || (isYear && quarters.length > 0)) return "other";
  const words = new Set(quarters.map(wordOf));
  if (isYear) return { term: "year", quarter: "" };
  return words.size > 1 ? "other" : words.size === 0 ? undefined : { term: "quarter", quarter: [...words][0]! };
}

/** "Third quarter of 2026" and "Q3" are one quarter. */
const wordOf = (quarter: string): string => {
  const [word = ""] = /first|second|third|fourth|next|coming|upcoming|current|[1-4]|quarter|three/i.exec(quarter) ?? [];
  return ORDINALS[word.toLowerCase()] ?? word.toLowerCase();
};
const ORDINALS: Readonly<Record<string, string>> = {
  first: "1",
  second: "2",
  third: "3",
  fourth: "4",
  three: "quarter",
};

/** The quarters that the headline reports on: what comes after a good one is not told of that one. */
const reported = remembered(
  ({ passages }: Disclosure): ReadonlySet<string> =>
    new Set(
      passages
        .filter(({ part }) => part === "headline")
        .flatMap(({ text }) => (REPORTS_AHEAD.test(text) ? [] : (text.match(OF_QUARTER) ?? []).map(wordOf))),
    ),
);
const REPORTS_AHEAD = anyCase(/\b(?:outlook|guidance|expect\w*|forecast\w*)\b/);

/** "For the third quarter, we expect ...": so begins what its paragraph goes on to tell of the same period. */
const OPENS = anyCase(
  /^[“"'\s]{0,3}(?:(?:and|now|looking ahead,?|turning) )?(?:for|in|to) (?:the |our |its )?[^,.;]{2,50},/,
);
const GUIDES = anyCase(
  /\b(?:expect\w*|anticipat\w*|guid\w+|outlook|forecast\w*|project(?:s|ed|ing)?|estimat\w+|target\w*)\b/,
);

/** What a sentence begins with is said of all of it, where it goes on with no other period to come. */
function openingOf(sentence: string): Said {
  const opening = OPENS.exec(sentence)?.[0];
  if (opening === undefined || OTHER_PERIOD.test(sentence.slice(opening.length).replace(HELD_AGAINST, " ")))
    return undefined;
  const said = saidIn(opening);
  return said === "other" ? undefined : said;
}
const OTHER_PERIOD = anyCase(
  /\bquarters?\b|\b(?:q[1-4]|[1-4]q)\b|\bthree[- ]months?\b|\bfull[- ](?:fiscal[- ])?year\b|\bfor (?:the year|(?:fiscal )?20\d\d)\b|\bhalf\b/,
);

/** Titles are asked for so many passages above. */
const FAR = 25;

/** How long the period is that a mention of an outlook is for, where its sentence, what opens its paragraph or its title says so plainly. */
export const termAhead = (m: Mention, disclosure: Disclosure): Term | undefined =>
  // The passages are all that is asked, and those who leave mentions out of a disclosure share them.
  m.ahead ? answers(disclosure.passages, m, () => termOf(m, disclosure)) : undefined;

const answers = rememberedBy<readonly Passage[], Term | undefined>();

function termOf(m: Mention, disclosure: Disclosure): Term | undefined {
  const passage = passageAt(m.block, disclosure);
  const at = passage === undefined ? -1 : sentenceAt(m.sentence, passage);
  const told = passage && toldIn(passage)[at];
  const here = told === undefined ? (openingOf(m.sentence) ?? saidIn(m.sentence)) : told.here;
  const said = here ?? (passage && (told?.opened ?? titled(m, passage, disclosure)));
  if (said === undefined || said === "other") return undefined;
  return said.term === "quarter" && reported(disclosure).has(said.quarter) ? undefined : said.term;
}

interface Told {
  /** What a sentence says of its own period. */
  readonly here: Said;
  /** What those before it have opened. */
  readonly opened: Said;
}

/** Each sentence of a passage: a measure is asked for as often as it is named, and a sentence may name many. */
const toldIn = remembered(({ sentences }: Passage): readonly Told[] => {
  let opened: Said;
  return sentences.map(({ text }) => {
    const opening = openingOf(text);
    const said = saidIn(text);
    const told = { here: opening ?? said, opened };
    // A sentence between that tells of something past or of another period has closed what the first has opened.
    if (said !== undefined) opened = GUIDES.test(text) ? (opening ?? "other") : "other";
    return told;
  });
});

/** What the title of an outlook says, or the line above its bullets. */
function titled(m: Mention, passage: Passage, { passages }: Disclosure): Said {
  if (m.part !== "guidance" && !m.bullet) return undefined;
  const at = placesIn(passages).get(passage) ?? -1;
  for (let i = at - 1; i >= Math.max(0, at - FAR); i--) {
    const above = passages[i]!;
    const isLead = m.bullet && !above.bullet && above.text.trim().endsWith(":");
    if (!isLead && !isTitle(above)) continue;
    const said = saidIn(above.text);
    if (said !== undefined) return GUIDES.test(above.text) || m.part === "guidance" ? said : "other";
    if (above.heading) return undefined;
  }
  return undefined;
}

const placesIn = remembered(
  (passages: readonly Passage[]): ReadonlyMap<Passage, number> => new Map(passages.map((passage, i) => [passage, i])),
);

/** Whether two mentions of an outlook are plainly of periods that are not alike: a quarter, and the year. */
export function areOfOtherTerms(one: Mention, other: Mention, disclosure: Disclosure): boolean {
  const term = termAhead(one, disclosure);
  if (term === undefined) return false;
  const against = termAhead(other, disclosure);
  return against !== undefined && against !== term;
}

/** Whether a mention may be meant for a term: where neither tells, it may. */
export const isOfTerm = (m: Mention, term: Term | undefined, disclosure: Disclosure): boolean =>
  term === undefined || (termAhead(m, disclosure) ?? term) === term;

/** The same of a table, which may be of both. */
export const isTableOfTerm = (table: RuleTable, term: Term | undefined): boolean =>
  term === undefined || termsOf(table).size === 0 || termsOf(table).has(term);

/** The terms that the heads and labels of a table tell, or else the words right above it. */
export const termsOf: (table: RuleTable) => ReadonlySet<Term> = remembered(({ title, reading: { meaning } }) => {
  const inside = [
    ...meaning.columns.flatMap(({ head }) => (isYearHead(head) ? (["year"] as const) : termsIn(head))),
    ...meaning.rows.flatMap(({ label }) => termsIn(label)),
  ];
  if (inside.length > 0) return new Set(inside);
  // Above the title of a table stands what comes before it.
  const above = title.slice(-TITLE_WITHIN).split(SENTENCE).map(termsIn);
  return new Set(above.findLast((terms) => terms.length > 0));
});

/** A head may be the bare number of its year; what dates a quarter, a half or a day, or is called after its year, is none. */
const isYearHead = (head: string): boolean =>
  /(?<!\d)20\d\d(?!\d)/.test(head) && head.search(OF_QUARTER) < 0 && !NO_YEAR.test(head);
const NO_YEAR = anyCase(
  /\b(?:half|h[12]|[12]h|quarters?|(?<!(?:twelve|12)[- ])months?)\b|(?<!\byear (?:ending|ended) |months (?:ending|ended) )\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (?:\d{1,2},? )?20\d\d|\b20\d\d (?:plans?|notes?|programs?|programmes?|restructuring)\b/,
);

const TITLE_WITHIN = 200;
const SENTENCE = /(?<=[.;:]) /;

function termsIn(text: string): readonly Term[] {
  const quarters = (text.match(OF_QUARTER) ?? []).map((): Term => "quarter");
  return saysYear(text.replace(OF_QUARTER, " ")) ? [...quarters, "year"] : quarters;
}
