import { anyCase, find, findAll, inSmall, says } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import { idsOf, isOfPart, isPaired, quoted } from "../reading/own-measure.ts";
import type { PlaceKind } from "../reading/place.ts";
import { at } from "../reading/placed.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";

/** Words of C&DI 102.10(a)(5) and their like. */
export const PRAISE: RegExp =
  /\b(?:(?<!\b(?:holders?|owners?|track) (?:of )?)record(?! dates?\b)(?:[- ](?:high|breaking|setting))?|(?:set|setting|broke|reached|achieved|posted|hit) (?:new |several |multiple |all[- ]time )*records|historic (?:highs?|levels?)|exceptional(?:ly)?|(?<!\b(?:debts?|shares?|stock|units|borrowings|balances?|principal|loans?|notes?|warrants?|amounts?) )outstanding(?! (?:debt|shares?|common|stock|units|borrowings|balances?|principal|loans?|notes?|warrants?|amounts?)\b)|(?:best|highest|strongest)(?:[- ]ever)?|all[- ]time|unprecedented|extraordinary|remarkable|stellar|superb|milestone|(?:industry|class|market)[- ]leading|best[- ]in[- ]class)\b/i;
const PRAISES = anyCase(new RegExp(PRAISE, "gd"));
/** How far before a measure a word of praise may stand. */
const PRAISE_BEFORE = 45;
/** Behind a measure a word of praise is said of it only through a verb. */
const PRAISED = anyCase(
  /^(?: attributable to [^.;,$€£]{1,50}?(?:,? per share)?(?:,? (?:diluted|basic),?)?)?(?: (?:of|for) (?:[^.;,]|\.\d){0,30})? (?:was|were|reached|hit|set|achieved|is|marked|represented) (?:an? |the |another |our |its )?(?:new )?(?:(?:\w+[- ])?(?:quarterly|quarter|annual|company) )?(?:record|all[- ]time|historic (?:highs?|levels?)|outstanding|exceptional|highest|best|strongest)\b|^(?:[^.;]|\.\d){0,60}? (?<!holders? |owners? )(?:to|of|at|with) (?:an? |the |another |our |its )?(?:new )?(?:[a-z-]+ ){0,2}(?:(?<!holders? of |owners? of |track )record(?![- ](?!levels?\b|highs?\b|(?:for|in|of|and|as|on|since)\b|quarter|annual|year|amount)[a-z])|all[- ]time high)\b|^(?:[^.;]|\.\d){0,40}? (?:surpass|exceed|beat|top|broke|break|eclips)\w* (?:the |our |its )(?:prior|previous|old|last|earlier) (?:[a-z-]+ ){0,2}(?:record|high|best)\b|^(?:[^.;]|\.\d){0,60}?, (?:an?|the|our|another) (?:new )?(?:[a-z-]+ ){0,2}(?:record(?! dates?\b)|highest|best|strongest|all[- ]time)\b|^(?:[^.;]|\.\d){0,80}?\bin (?:our|the company[’']s|its) history\b/,
);

/** A run of good periods is a characterisation like a record: "our third consecutive quarter of growth", "ten years in a row". */
const STREAK = anyCase(
  /\b(?:consecutive|(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:th|st|nd|rd)) straight|straight (?:quarter|year|month)|(?:quarters?|years?|months?|time) in a row|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:th|st|nd|rd)) (?:quarter|year) (?:running|of (?:growth|profitab)))\b/,
);
/** How far from a measure the words of a streak may stand, in its sentence. */
const STREAK_NEAR = 110;

/** Whether a streak is told of a measure: in its sentence, with no other measure between. */
function isStreak(at: number, mentions: readonly Mention[]): boolean {
  const m = mentions[at]!;
  const beside = (other: Mention | undefined): boolean => other?.block === m.block && other.sentence === m.sentence;
  const last = mentions[at - 1];
  const next = mentions[at + 1];
  const from = Math.max(beside(last) ? last!.to : 0, m.from - STREAK_NEAR);
  const to = Math.min(beside(next) ? next!.from : m.sentence.length, m.to + STREAK_NEAR);
  const isApart = (between: string): boolean => /[.;]\s/.test(between);
  const before = m.sentence.slice(from, m.from);
  const behind = m.sentence.slice(m.to, Math.max(m.to, to));
  const lead = find(STREAK, before);
  const found = find(STREAK, behind);
  // "Our eleventh consecutive quarter of order growth came with an adjusted margin of 12%": the streak is that of what stands right behind it.
  const isOfOther = lead !== null && says(OF_WHAT, before.slice(lead.index + lead[0].length));
  // "... and we enjoyed our fifth consecutive quarter of GAAP profitability": the streak is that of the next measure.
  const isOfNext =
    found !== null && to === next?.from && /^(?: [\w’'-]+){1,4} ?$/.test(behind.slice(found.index + found[0].length));
  const tail = isOfNext ? null : found;
  return (
    (lead !== null && !isOfOther && !isApart(before.slice(lead.index))) ||
    (tail !== null && !isApart(behind.slice(0, tail.index)))
  );
}

/** What a streak is of, where a verb or a word that joins it loosely parts that from the measure. */
const OF_WHAT = anyCase(
  /^ (?:\w+ )?(?:quarters?|years?|months?|periods?) (?:of|with) (?!(?:growth|improvement|increas\w*|record|strong|positive|double-digit|year-over-year) (?:(?:and|or|in|of) ){0,2}$)(?:(?!\b(?:and|in|of|for)\b)[\w-]+ ){1,4}(?:growth|improvement|increases?|expansion|declines?|additions)\b[^.;]{0,60}\b(?:came|was|were|is|alongside|together|along|accompanied|combined|while|as|achieved|delivered)\b/,
);

/** "These profits represent the highest first half in our history": said of what the sentence before has named. */
const PRAISED_BEFORE = anyCase(
  /^[^\w]{0,3}(?:these|this|both|all of which|that) [^.;]{0,60}\b(?:represents?|are|is|were|was|marks?|mark(?:ed|ing)|set) [^.;]{0,40}\b(?:records?|highest|best|strongest|all[- ]time|milestones?)\b/,
);

function isPraised(at: number, mentions: readonly Mention[], next: (m: Mention) => string): boolean {
  const m = mentions[at]!;
  if (isStreak(at, mentions)) return true;
  if (says(PRAISED_BEFORE, next(m))) return true;
  const before = m.sentence.slice(Math.max(0, m.from - PRAISE_BEFORE), m.from);
  // "The best combined ratio and highest adjusted earnings": of two words the second may be the one that is said of it.
  const isClose = (index: number): boolean =>
    !/[.;]|\b(?:while|whereas|when|although|though|as a result of|due to|driven by|because of|thanks to)\b/.test(
      inSmall(before.slice(index)),
    ) && !isNamedBetween(m.from - before.length + index, at, mentions);
  if (
    findAll(PRAISES, before).some(
      (word) => isClose(word.index) && !isOfNoun(before.slice(word.index + word[0].length), m),
    )
  )
    return true;
  if (LOW_FAMILIES.test(m.family) && (says(LOWEST, before) || says(LOWEST_BEHIND, m.sentence.slice(m.to)))) return true;
  if (!HIGH.test(m.sentence.slice(m.to))) return false;
  const behind = m.sentence.slice(m.to).replace(NAME_GOES_ON, "");
  if (says(PRAISED, behind)) return true;
  const other = mentions[at + 1];
  const isOfSentence = other?.block === m.block && other.sentence === m.sentence && other.from > m.to;
  return says(NEW_HIGH, isOfSentence ? m.sentence.slice(m.to, other.from) : behind);
}

/** "Adjusted margin from continuing operations (2) rose to a record": marks, the part of the business that a name is of and what it leaves out belong to it, and no verb can stand before them. */
const NAME_GOES_ON =
  /^(?:(?: ?\([^()]{1,24}\)|\*{1,3}| (?:from|in|of) (?:(?:our|its|the) )?(?:continuing|ongoing|total|consolidated) operations(?![a-z])| (?:on|from) an? [a-z-]+ basis(?![a-z])| (?:before|after|excluding) (?:[a-z-]+ ){0,2}[a-z-]+(?= (?:was|were|is|rose|grew|reached|hit|set) )){1,3})(?=[ ,])/i;

/** "A record backlog and Adjusted EBITDA of $47.3 million": the word is said of what stands right behind it, which is no measure, and what has an amount of its own is told beside it. */
const isOfNoun = (behindWord: string, { sentence, to }: Mention): boolean =>
  says(OF_NOUN, behindWord) && /^ (?:of|was|were) [$\u20ac\u00a3(~]/.test(sentence.slice(to, to + OF_AMOUNT_WITHIN));
const OF_NOUN = anyCase(
  /^ (?:[\w’'&-]+ ){0,3}?(?:backlog|orders|bookings|shipments|volumes?|production|deliveries|customers|subscribers|members|deposits|loans|originations|pipeline|traffic|attendance|occupancy|liquidity|throughput|openings)(?: (?:of|at) [^,;a-z]{1,12}(?: ?[mb]illion)?)?,? and (?:our |an? |the )?$/,
);
const OF_AMOUNT_WITHIN = 8;

/** One look at what stands behind a name tells that it praises nothing. */
const HIGH = anyCase(/record|all[- ]time|high|hist|outstanding|exceptional|best|strongest|peak/);

/** "The lowest level of adjusted SG&A in 15 years": of costs and of debt the lowest is a record. */
const LOWEST = anyCase(
  /\b(?:record low|lowest)(?: (?:quarterly |annual )?(?:levels?|rate))?(?: of)? (?:our |its |the )?$/,
);
const LOWEST_BEHIND = anyCase(
  /^(?:[^.;,]|\.\d|,(?=\d)){0,60}?(?:,| (?:was|were|is|are|at)) (?:the|our|its|a) (?:[a-z-]+ ){0,2}(?:lowest|record low)\b/,
);
const LOW_FAMILIES = /administrative|marketing|development|expenses?\b|costs?\b|cost-of|^net-debt$|^leverage$/;

/** "Strong adjusted EBITDA", "adjusted margin was robust": the word of praise next to a measure, less than a record is, with nothing of another between. */
export const goodWord = ({ sentence, from, to }: Mention): string | undefined =>
  (find(GOOD_BEFORE, sentence.slice(Math.max(0, from - GOOD_NEAR), from)) ??
    find(GOOD_BEHIND, sentence.slice(to, to + GOOD_NEAR).replace(NAME_GOES_ON, "")))?.[1];
const GOOD = "strong|robust|solid|excellent|impressive|healthy|very good|outstanding|exceptional";
const GOOD_NEAR = 60;
const GOOD_BEFORE = anyCase(
  new RegExp(
    String.raw`\b(${GOOD})(?: (?:growth (?:in|of)|increases? in|improvement in|levels? of))?(?: (?:our|its|the|quarterly|annual|full[- ]year|year[- ]over[- ]year|operating|underlying))*,? $`,
    "d",
  ),
);
const GOOD_BEHIND = anyCase(
  new RegExp(
    String.raw`^(?: (?:growth|performance|generation))? (?:was|were|is|remained|remains|stayed|continued to be) (?:very |also )?(${GOOD})\b`,
    "d",
  ),
);

/** "Adjusted margin of 8.2% represents another new high", "EPS grew even faster, and reached an all-time high". */
const NEW_HIGH = anyCase(
  /^(?:[^.;,]|\.\d|, (?=and\b)){0,60}?\b(?:reach\w*|hit(?:ting)?|set(?:ting)?|represent\w*|mark\w*|achiev\w*) (?:(?:an?|the|another|our|its|new|quarterly|annual|company) ){0,4}(?:record|all[- ]time|(?:high|peak)(?=[,.;]|$| (?:for|in|since)\b))/,
);

/** What stands between two names that follow one another. */
const SERIES = anyCase(/^(?:,? (?:and|&)|,|\/) (?:our |the )?$/);

/** Whether another measure is named from there on, before this one; mentions stand in the order of the text. */
function isNamedBetween(start: number, at: number, mentions: readonly Mention[]): boolean {
  const m = mentions[at]!;
  for (let i = at - 1; i >= 0; i--) {
    const other = mentions[i]!;
    if (other.block !== m.block || other.sentence !== m.sentence || other.from <= start || other.from > m.from)
      return false;
    // "Record net revenue, gross profit and adjusted EBITDA": the word is said of all that follow one another.
    if (other.to <= m.from)
      return !SERIES.test(m.sentence.slice(other.to, m.from)) || isNamedBetween(start, i, mentions);
  }
  return false;
}

/** "Gross margin of 58% and non-GAAP gross margin of 61% rose for the fourth quarter in a row": what is said behind two that a word joins is said of both. */
const isSaidOfBoth = (gaap: Mention, own: Mention, disclosure: Disclosure): boolean =>
  gaap.basis === "GAAP" &&
  gaap.block === own.block &&
  gaap.sentence === own.sentence &&
  isHeldAgainst(own.family, gaap.family, disclosure) &&
  says(JOINED, own.sentence.slice(gaap.to, own.from)) &&
  says(SAID_BEHIND, own.sentence.slice(own.to));
const OF_AMOUNT = String.raw`^(?: of (?:[^.;,]|\.\d){1,30}?)?`;
const JOINED = anyCase(new RegExp(`${OF_AMOUNT},? and (?:our |the )?$`));
const SAID_BEHIND = anyCase(
  new RegExp(
    String.raw`${OF_AMOUNT},? (?:both |each )?(?:were|are|rose|grew|increased|improved|expanded|climbed|reached|hit|set|marked)\b`,
  ),
);

/** The sentence behind that of a mention, in its passage, where it names no measure itself. */
function nextSentences({ passages }: Disclosure): (m: Mention) => string {
  const next = new Map<Mention, string>();
  for (const { sentences } of passages)
    sentences.forEach(({ mentions }, i) => {
      const behind = sentences[i + 1];
      if (behind === undefined || behind.mentions.some(({ basis, family }) => basis === "GAAP" && family !== "revenue"))
        return;
      for (const m of mentions) next.set(m, behind.text);
    });
  return (m) => next.get(m) ?? "";
}

/** "Record organic sales growth": growth on a basis of the company's own is praised by the word right before it alone. */
const PRAISED_NEXT = anyCase(new RegExp(String.raw`${PRAISE.source} (?:(?:quarterly|annual|levels? of) )?$`));

export interface Praised {
  readonly kind: PlaceKind;
  readonly mentions: readonly Mention[];
  readonly praised: readonly Mention[];
}

/** The places that tell of the company's results, with those of their measures that a word like record is said of. */
export const praisedIn: (disclosure: Disclosure) => readonly Praised[] = remembered((disclosure) => {
  const next = nextSentences(disclosure);
  return disclosure.places
    .filter((place) => place.kind !== "outlook" && !place.segment)
    .map(({ kind, mentions }) => ({
      kind,
      mentions,
      praised: mentions.filter((_, i) => isPraised(i, mentions, next)),
    }));
});

/** Where a word like record is said of the company's own, and of the measure under GAAP not in the same place; one finding a sentence, each measure once a kind of place. */
export function praiseFindings(disclosure: Disclosure): readonly Found[] {
  const found = new Map<string, { own: Mention; kind: PlaceKind; others: Mention[] }>();
  for (const { kind, mentions, praised } of praisedIn(disclosure)) {
    for (const own of praised) {
      if (own.basis !== "non-GAAP" || isPaired(own) || isOfPart(own)) continue;
      if (own.family === "revenue" && !says(PRAISED_NEXT, own.sentence.slice(0, own.from))) continue;
      if (praised.some((o) => o.basis === "GAAP" && isHeldAgainst(own.family, o.family, disclosure))) continue;
      const last = mentions[mentions.indexOf(own) - 1];
      if (last !== undefined && isSaidOfBoth(last, own, disclosure)) continue;
      const known = found.get(`${kind} ${own.family}`);
      if (known === undefined) found.set(`${kind} ${own.family}`, { own, kind, others: [] });
      else known.others.push(own);
    }
  }
  const bySentence = new Map<string, { kind: PlaceKind; all: Mention[]; others: Mention[] }>();
  for (const { own, kind, others } of found.values()) {
    const key = `${own.block} ${own.sentence}`;
    const known = bySentence.get(key);
    if (known === undefined) bySentence.set(key, { kind, all: [own], others: [...others] });
    else {
      known.all.push(own);
      known.others.push(...others);
    }
  }
  return [...bySentence.values()].map(({ kind, all, others }) => {
    const words = [...new Set(all.map(({ family }) => heldAgainst(family, disclosure).words))].join(", ");
    return {
      ...at(all[0]!),
      message: `The ${kind} praises ${all.map(({ name }) => quoted(name)).join(", ")} as a record, a streak or the like, and says nothing so of ${words}.${alsoIn(disclosure, all[0]!, others)}`,
      remedy: `Characterise ${words} as prominently, or take the word out.`,
      figures: idsOf(all),
    };
  });
}
