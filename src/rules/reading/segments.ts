import { anyCase, inSmall } from "../pattern.ts";
import type { Told } from "./_learn-prose.ts";

/** Nobody's release has more segments. */
const MOST = 24;
/** Nor buys more companies in a quarter. */
const MOST_BOUGHT = 8;
/** How far behind a segment's name a sentence is still about it. */
const REACH = 300;
/** Nobody writes a longer sentence, in code units. */
const LONGEST = 4000;

/** "The Pumps segment", "our Pumps and Valves segments"; a business is one where a title has its name. */
const NAMED = /(?<![\p{L}\d])(?:\p{Lu}[\p{L}\d&’'-]{0,24} (?:(?:and|&|of) )?){1,6}$/u;
/** The nouns behind it, and how far back from them such a name can reach: what comes before every noun is looked at, not every capital letter. */
const NOUN = / ([Ss]egments?|business(?:es)?)\b/g;
const NAME_LONGEST = 200;
const TITLE_LONGEST = 60;
/** What a segment is not called by alone. */
const NO_NAMES: ReadonlySet<string> = new Set(
  "our the its in for both all each these this two three four five six corporate other total consolidated combined company company’s company's reportable reported reporting projected gaap operating business product products geographic customer industry market adjusted non-gaap nongaap net gross income profit revenue revenues sales ebitda by of and & quarter first second third fourth full year fiscal key primary same selected supplemental unaudited summary strong solid record robust strategic operational excellent outstanding result results performance information data highlights overview financial".split(
    " ",
  ),
);
/** Whether a word is one of these, or has a figure in it: "Q4". */
const isNoName = (word: string): boolean =>
  NO_NAMES.has(word.toLowerCase()) || (/\d/.test(word) && /^[\p{L}\d]+$/u.test(word));

/** "We agreed to acquire Borealis", "the merger with Borealis": what another company earned is not the issuer's. */
const ACQUIRES =
  /\b(?:acqui(?:re|res|red|ring|sition of)|(?:purchase|takeover) of|buy(?:s|ing)?|bought|(?:merger|combination|merge) with) (?:(?:all|substantially all|100%) of )?(?:the )?/g;
const ACQUIRED = /^(?:\p{Lu}[\p{L}\d&’'.-]{1,24} ?){1,4}/u;

/** Names of the release's segments, as it prints them: of its "Pumps segment", of businesses that have a title of their own, and of companies that it buys. */
export function segmentsIn(told: readonly Told[]): readonly string[] {
  const names = new Set<string>();
  const bought = new Set<string>();
  const titles = new Set(
    told.filter(({ heading, text }) => heading && text.length <= TITLE_LONGEST).map(({ text }) => text.trim()),
  );
  for (const { text } of told) {
    if (names.size >= MOST) break;
    for (const { 0: acquires, index } of bought.size < MOST_BOUGHT ? text.matchAll(ACQUIRES) : []) {
      const behind = index + acquires.length;
      const raw = ACQUIRED.exec(text.slice(behind, behind + NAME_LONGEST))?.[0] ?? "";
      const one = nameOf(
        raw.trim().replace(/(?:[’']s?|,? (?:Inc|Ltd|LLC|Corp|Corporation|Holdings|Group|plc|AG|SA|NV)\.?)$/u, ""),
      );
      if (one !== undefined && bought.size < MOST_BOUGHT) bought.add(one);
    }
    for (const { 1: noun = "", index } of text.matchAll(NOUN)) {
      const words = NAMED.exec(text.slice(Math.max(0, index - NAME_LONGEST), index + 1))?.[0].trim();
      if (words === undefined) continue;
      const all = /s$/.test(noun) && noun !== "business" ? words.split(/ (?:and|&) /) : [words];
      for (const one of all.map(nameOf))
        if (one !== undefined && (/^segment/.test(inSmall(noun)) || titles.has(one))) names.add(one);
    }
  }
  for (const { text } of told) for (const name of listedIn(text)) if (names.size < MOST) names.add(name);
  const ofResults = new Set(told.flatMap(({ heading, text }) => (heading ? (titledBy(text) ?? []) : [])));
  // The company has its own name in the lines at the top, and may title its results by it.
  const first = told.findIndex(({ heading, text }) => heading && titledBy(text) !== undefined);
  const top = told.slice(0, Math.min(Math.max(first, 0), TOP));
  if (ofResults.size > 1)
    for (const name of ofResults)
      if (names.size < MOST && !top.some(({ text }) => text.includes(name))) names.add(name);
  // The company has its own name in the headline.
  for (const name of bought) names.add(name);
  return [...names].filter((name) => told[0]?.text.startsWith(name) !== true);
}

/** "We report in two segments: Pumps, which has our plants; and Repair Services, which has our shops": names that a list has set apart, each before what it says of it. */
function listedIn(text: string): readonly string[] {
  if (!/\bsegments?:/.test(text)) return [];
  const list = LIST.exec(text)?.[1];
  if (list === undefined) return [];
  return list.split(/; (?:and )?/).flatMap((one) => {
    const name = nameOf(/^[^,(]*/.exec(one)![0].trim());
    const short = name?.replace(SAID_SHORT, "");
    return name === undefined ? [] : [name, ...(short !== name && short?.includes(" ") ? [short] : [])];
  });
}
/** "Completion and Repair Services" are "Completion and Repair" for short; of one word too little would be left. */
const SAID_SHORT = / (?:Services|Products|Solutions|Systems|Operations)$/;
const LIST =
  /\b(?:in|into|of|has|have) (?:two|three|four|five|six|[2-6]) (?:(?:reportable|reporting|operating|business) ){0,2}segments: ([^.;]{3,300}; [^.]{3,600})/;

/** "Pumps Fourth Quarter Results", where another title says so of another name: the results of each in a section of its own. */
const titledBy = (text: string): string | undefined => {
  const name =
    text.length > TITLE_LONGEST || !/Results|Highlights|Performance/.test(text)
      ? undefined
      : RESULTS_OF.exec(text)?.[1]?.trim();
  return name === undefined ? undefined : nameOf(name);
};
const TOP = 8;
const RESULTS_OF =
  /^[^\p{L}]{0,6}((?:\p{Lu}[\p{L}\d&’'-]{0,24} (?:(?:and|&|of) )?){1,5}?)(?:(?:First|Second|Third|Fourth)[- ]Quarter|Full[- ]Year|Q[1-4])(?: (?:Fiscal )?20\d\d)? (?:Results|Highlights|Performance)[^\p{L}]{0,4}$/u;

/** What is left of a name when words that begin a sentence or a list are taken off; none that is of such words alone. */
function nameOf(raw: string): string | undefined {
  const words = raw.split(" ");
  while (words.length > 0 && isNoName(words[0]!)) words.shift();
  while (words.length > 0 && isNoName(words.at(-1)!)) words.pop();
  // "Acme's Pumps segment": whose it is, is no part of the name.
  words.splice(0, words.findLastIndex((word) => /[’']s?$/.test(word)) + 1);
  const name = words.join(" ");
  return name.length > 2 && words.length < 6 && /^\p{Lu}[\p{L}\d&’' -]*$/u.test(name) ? name : undefined;
}

/** What a sentence begins with before its subject. */
const FIRST = /(?:^[^\p{L}\d]{0,4}|["“] ?)(?:(?:in|for|at|within|our|the|and) ){0,3}$/iu;
/** What a segment does, or has: "Pumps had its best quarter", "Pumps' adjusted EBITDA". */
const DOES = anyCase(
  /^(?: segment| business| division)?(?:[’']s?|,)? (?:had|has|saw|delivered|reported|generated|achieved|posted|recorded|continued|grew|performed|produced|contributed|increased|improved|revenues?|sales|net sales|operating|orders|results)\b/,
);
/** Words right between a segment's name and its measure. */
const BETWEEN = anyCase(
  /^(?: segment| business| division)?(?:[’']s?)?(?: (?:net )?(?:revenues?|sales) and)?(?: (?:record|quarterly|annual|reported|first|second|third|fourth|full|quarter|year|[a-z]{5,6}-quarter|full-year|q[1-4]|\d{4})){0,3} $/,
);
const WHOLE = anyCase(/\b(?:consolidated|company|total|overall|group|we|our)\b/);
const BEHIND = anyCase(/^,? (?:in|for|at|of|from|within) (?:our |the |its )?$/);

/** What a name does not begin behind: it is a part of a longer word there. */
const WITHIN_WORD = /[\p{L}-]$/u;

/** "Hospital segment." in front of sentences, and what of the whole company ends what it says of them. */
const LEAD_IN =
  /^[^\p{L}]{0,4}(?:\p{Lu}[\p{L}&’'-]{0,24} (?:(?:and|&) )?){1,5}[Ss]egment(?: [Rr]esults)?[.:]?[^\p{L}]{0,3}$/u;

/** Whether the last words set off in front of a sentence in its paragraph are a segment's name: what follows is the segment's. */
export function isLedBySegment(sentences: readonly string[], at: number): boolean {
  if (sentences.length > MOST_LED || WHOLE.test(sentences[at]!)) return false;
  return sentences.slice(0, at).some((sentence) => sentence.length < TITLE_LONGEST && LEAD_IN.test(sentence));
}
const MOST_LED = 30;

/**
 * "Pumps segment operating income was $12 million", and in a paragraph of its own right below it "Adjusted operating income was $13 million": the second goes
 * on about the segment, unless it speaks of the whole.
 */
export const goesOnOfSegment = (above: string | undefined, text: string): boolean =>
  above !== undefined && GOES_ON.test(text) && BEGINS_OF_SEGMENT.test(above) && !WHOLE.test(text);
const GOES_ON = /^[^\p{L}\d]{0,4}(?:adjusted|non-?gaap|core|underlying|normali[sz]ed)(?![\p{L}])/iu;
const BEGINS_OF_SEGMENT =
  /^[^\p{L}\d]{0,4}(?:\p{Lu}[\p{L}&’'-]{0,24} (?:(?:and|&) )?){1,5}segment (?:[a-z]+ ){0,2}(?:income|profit|earnings|loss|ebitda?|margin)\b/u;

/** Whether a name in a sentence is that of a segment's measure: the segment is what the sentence is about, or stands right beside the name. */
export function isOfSegment(sentence: string, from: number, to: number, segments: readonly string[]): boolean {
  if (sentence.length > LONGEST) return false;
  return segments.some((name) => {
    for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (end > from && at < to) continue;
      // A letter of two code units is one letter.
      if (WITHIN_WORD.test(sentence.slice(Math.max(0, at - 2), at))) continue;
      if (end > from) {
        if (BEHIND.test(sentence.slice(to, at))) return true;
        continue;
      }
      const between = sentence.slice(end, from);
      if (BETWEEN.test(between)) return true;
      const isSubject = from - end < REACH && FIRST.test(sentence.slice(0, at)) && DOES.test(between);
      if (isSubject && !WHOLE.test(between)) return true;
    }
    return false;
  });
}
