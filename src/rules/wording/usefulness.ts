import { HEAD, STATEMENT, WHY } from "../example-passages.ts";
import { type Family, SHARE_OF } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import { anyCase } from "../pattern.ts";
import { alsoIn, lineOf } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import { idsOf, ownMeasures, ownQuoted, RATIOS } from "../reading/own-measure.ts";
import type { Part } from "../reading/part.ts";
import type { Passage } from "../reading/passage.ts";
import { groupOf } from "../reconciliation/reconciled.ts";
import { ALL, type Found, type Rule } from "../rule.ts";

const USEFUL = anyCase(
  /\b(?:useful|usefulness|meaningful|helpful|helps?|assists?|valuable|facilitat\w+|better understand\w*|enhances?|believes?|widely|insight|relevant|important|supplement\w*)\b/,
);
const OF_MEASURES = anyCase(
  /\bnon-?gaap\b|\badjusted\b|\bpro[ -]?forma\b|\bebitda|\bmeasures?\b|\bffo\b|\bcash flow|\b(?:core|underlying) results\b/,
);
/** What speaks of all measures at once. */
const OF_ALL = anyCase(
  /\b(?:non-?gaap|non-?ifrs|adjusted|alternative|supplement\w+|these|such|following) (?:(?:financial|performance|operating|supplemental|non-?gaap|key|other) )*(?:measures|metrics|amounts|figures|information)\b|\b(?:non-?gaap|non-?ifrs|core|adjusted|underlying) (?:financial )?(?:information|results|basis|earnings|presentation)\b|\b(?:results|measures|amounts|those) (?:without|excluding|(?:that|which) (?:exclude|leave out)) |\bbelieves? (?:that )?these (?!(?:items|charges|costs|expenses|adjustments)\b)[a-z]+ (?:investors|readers|users)\b|\bpro[ -]?forma\b/,
);
/** Who is to find it useful, other than management. */
const READERS = anyCase(
  /\b(?:investors?|analysts?|readers?|users|lenders?|creditors?|rating agencies|investment community|market participants|industry participants|investing public)\b|\b(?:help|assist|provide|allow|enable|giv)\w* (?:our )?(?:share|stock|unit|security)holders\b/,
);

/** What it lets one see, whoever that is. */
const SHOWS = anyCase(
  /\b(?:more )?meaningful\b|\bfacilitat\w+|\b(?:company|period|year|quarter)[- ]to[- ](?:company|period|year|quarter)\b|\b(?:transparency|insight|comparability)\b|\bunderstand\w*\b/,
);
/** What gives no reason: why guidance is not reconciled, and that others compute it otherwise. */
const NO_REASON = anyCase(/\bunreasonabl\w+|\bconfus\w+|\bforward-looking\b|\bmisleading to\b/);

/** A measure by which the release shows a result, or what of funds from operations is adjusted, which is another one. */
interface Used {
  readonly own: Mention;
  readonly isSame: (named: Named) => boolean;
  /** Whether a reason given for what is named is one for the measure as well. */
  readonly isWithIt: (named: Named) => boolean;
}

/** What makes earnings useful makes what a share has of them useful. */
const withShare = (family: Family): readonly Family[] => {
  const of = [...SHARE_OF].find(([, share]) => share === family)?.[0];
  const group = groupOf(of ?? family);
  return [...group, ...group.flatMap((one) => SHARE_OF.get(one) ?? [])];
};

const AFFO = anyCase(/\ba(?:djusted )?ffo\b|\badjusted funds from operations\b/);

function used(disclosure: Disclosure): readonly Used[] {
  const all = [...ownMeasures(disclosure).values()].flat().toSorted((a, b) => a.start - b.start);
  const found: Used[] = [];
  for (const own of all) {
    const isOf =
      (group: readonly Family[]) =>
      (n: Named): boolean =>
        n.basis === "non-GAAP" &&
        group.includes(n.family) &&
        (group[0] !== "ffo" || AFFO.test(n.name) === AFFO.test(own.name));
    const [isSame, isWithIt] = [isOf(groupOf(own.family)), isOf(withShare(own.family))];
    if (!found.some((other) => other.isSame(own))) found.push({ own, isSame, isWithIt });
  }
  return found;
}

function usefulFindings(disclosure: Disclosure): readonly Found[] {
  const { passages } = disclosure;
  const all = used(disclosure);
  const [first] = all;
  if (first === undefined || !isComplete(disclosure)) return [];
  const reasons = passages.filter(
    (p) =>
      !NO_REASONS_IN.has(p.part) &&
      (OF_MEASURES.test(p.text) || (p.part === "definitions" && namesOwn(p))) &&
      (saysWhy(p) || isReason(p)),
  );
  if (reasons.length === 0) {
    const others = all.slice(1).map(({ own }) => own);
    const words =
      others.length === 0 ? WITHOUT : `${WITHOUT}, nor why ${others.map((m) => ownQuoted(m)).join(", ")} would be`;
    const there = passages.filter(
      (p) => p.part === "definitions" && p.sentences.some((s) => s.mentions.some(first.isSame)),
    );
    const found = foundOf(first.own, words, definedIn(disclosure, first.own, there, first.isSame));
    return [{ ...found, message: `${found.message}${alsoIn(disclosure, first.own, others)}` }];
  }
  const isForAll = reasons.some((p) => OF_ALL.test(p.text) && isForReaders(p, passages));
  return isForAll ? [] : all.flatMap((one) => lacking(one, reasons, disclosure));
}

/** What an officer is glad of, or a headline tells, is no reason why a measure is useful. */
const NO_REASONS_IN: ReadonlySet<Part> = new Set<Part>(["headline", "quotation", "safe-harbour"]);

const WITHOUT = "is given, and the release does not say why management thinks that it is useful to investors";

const namesOwn = ({ sentences }: Passage): boolean =>
  sentences.some((s) => s.mentions.some((m) => m.basis === "non-GAAP"));

/** Its readers may be named in the paragraph behind it. */
const saysWhy = ({ sentences }: Passage): boolean =>
  sentences.some(({ text }) => USEFUL.test(text) && !NO_REASON.test(text));
const isReason = ({ sentences }: Passage): boolean =>
  sentences.some(({ text }) => (READERS.test(text) || SHOWS.test(text)) && !NO_REASON.test(text));
const isForReaders = (p: Passage, passages: readonly Passage[]): boolean =>
  passages.some(
    (other) =>
      (other === p ||
        (other.block === p.block + 1 &&
          other.text.length > 80 &&
          other.sentences.every((s) => s.mentions.length === 0))) &&
      isReason(other),
  );

const OF_OTHERS = "is given, and the release does not say of it, as it does of others, why it is useful to investors";

/**
 * Whether each sentence that gives a reason, or may, says by name of which measures, and none of them is this one: "Management believes that adjusted EBITDA
 * is useful to investors", in a paragraph that defines free cash flow as well. A ratio is useful for what its parts are.
 */
function isOfOthersAlone(own: Mention, isWithIt: Used["isWithIt"], { passages }: Disclosure): boolean {
  if (RATIOS.has(own.family) || own.learned !== undefined) return false;
  const all = passages
    .filter((p) => !NO_REASONS_IN.has(p.part) && !OF_CALLERS.has(p.part))
    .flatMap((p) => p.sentences)
    .filter(({ text }) => USEFUL.test(text) || READERS.test(text) || SHOWS.test(text));
  const mayBeReasons = all.filter(({ text }) => USES.test(text) || OF_MEASURES.test(text));
  return (
    mayBeReasons.some(({ text }) => USEFUL.test(text) && READERS.test(text)) &&
    mayBeReasons.every(
      ({ text, mentions }) =>
        mentions.some((m) => m.basis === "non-GAAP") &&
        // "Adjusted net income, gross profit and operating income": one word may be said of all.
        !mentions.some((m) => isWithIt({ ...m, basis: "non-GAAP" })) &&
        !OF_SEVERAL.test(text),
    )
  );
}
/** Parts that speak of investors, whatever measures are useful for. */
const OF_CALLERS: ReadonlySet<Part> = new Set<Part>(["call", "about", "contacts", "wire"]);
/** What is said of measures without a name for each. */
const OF_SEVERAL = anyCase(
  /\b(?:these|those|they|them|their|such|both|each|all|measures|metrics|results|information|non-?gaap)\b(?! to investors)/,
);
const USES = anyCase(
  /\b(?:useful|usefulness|helps?|helpful|meaningful|management|investors?|analysts?|this|these|it|they)\b/,
);

/** Nothing where a passage that is about the measure names its readers. */
function lacking(
  { own, isSame, isWithIt }: Used,
  reasons: readonly Passage[],
  disclosure: Disclosure,
): readonly Found[] {
  const { passages } = disclosure;
  const about = passages.filter(
    (p) => ["definitions", "statements"].includes(p.part) && p.sentences.some((s) => s.mentions.some(isWithIt)),
  );
  if (about.length > 0 && isOfOthersAlone(own, isWithIt, disclosure))
    return [foundOf(own, OF_OTHERS, definedIn(disclosure, own, about, isSame))];
  if (
    about.some((p) => isForReaders(p, passages)) ||
    reasons.some((p) =>
      p.sentences.some((s) => s.mentions.some((m) => isWithIt(m) && m.start !== own.start) && isReason(p)),
    )
  )
    return [];
  if (about.some((p) => DEFINES.test(p.text)))
    return [
      foundOf(
        own,
        "is defined, and the release does not say of it why it is useful to investors, apart from management",
        definedIn(disclosure, own, about, isSame),
      ),
    ];
  const isOfOthers = reasons.some(
    (p) => isReason(p) && p.sentences.some((s) => s.mentions.some((m) => m.basis === "non-GAAP")),
  );
  return isOfOthers ? [foundOf(own, OF_OTHERS)] : [];
}

const DEFINES = anyCase(/\b(?:defin\w+|represents?|calculated|is a non-?gaap|we use|uses?|considers?)\b/);

const AS = anyCase(
  /\bdefin\w+ [^.;]{0,80}\bas\b|\b(?:is|are|as) defined as\b|\bcalculated (?:as|by)\b|\brepresents\b|\bis net /,
);
/** That it is not under GAAP is no definition, unless the paragraph goes on to say what it leaves out. */
const CALLED = anyCase(/\bis a non-?gaap\b/);
const TAKES_OUT = anyCase(/\b(?:adjusts|excludes|eliminates?|adds? back)\b/);
/** What leads up to the name that is defined, and what follows it. */
const DEFINED_BEFORE = anyCase(
  /\b(?:defin(?:es?|ed|ing)|calculat(?:es?|ed|ing)|comput(?:es?|ed|ing)) (?:our |its |the term )?\W{0,2}$/,
);
const DEFINED_BEHIND = anyCase(
  /^[^.;]{0,80}?\b(?:(?:is|are|as) (?:defined|calculated|computed)|represents?|means|is net|is a non-?gaap)\b/,
);
const isDefined = ({ sentence, from, to }: Mention): boolean =>
  DEFINED_BEFORE.test(sentence.slice(Math.max(0, from - BEFORE), from)) ||
  DEFINED_BEHIND.test(sentence.slice(to, to + BEHIND));
const BEFORE = 40;
const BEHIND = 140;
/** Words of a measure's name that its amount does not have. */
const OF_RATE = /\b(?:margins?|ratio|percentage|per|diluted|basic|share|unit|non-?gaap)\b/gi;
const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replace(OF_RATE, " ")
    .match(/[\p{L}\d]+/gu) ?? [];

/** Where it is defined, so that the reason can be given there: by its own name, or else by another of the same measure. */
function definedIn(
  disclosure: Disclosure,
  own: Mention,
  about: readonly Passage[],
  isSame: (named: Named) => boolean,
): string {
  const defined = about
    .flatMap((p) => p.sentences.filter((s) => AS.test(s.text) || (CALLED.test(s.text) && TAKES_OUT.test(p.text))))
    .flatMap((s) => s.mentions.filter((m) => isSame(m) && isDefined(m)));
  const words = wordsOf(own.name);
  const there = defined.find((m) => words.every((word) => wordsOf(m.name).includes(word))) ?? defined[0];
  const line = there === undefined ? undefined : lineOf(disclosure, there);
  return line === undefined || line === lineOf(disclosure, own) ? "" : ` It is defined in line ${line}.`;
}

const foundOf = (own: Mention, words: string, more = ""): Found => ({
  start: own.start,
  end: own.end,
  message: `${ownQuoted(own)} ${words}.${more}`,
  remedy: "Say for each measure why it is useful.",
  figures: idsOf([own]),
});

export const USEFULNESS: readonly Rule[] = [
  {
    code: "usefulness-unsaid",
    title: "The release says why a measure of the company's own is useful",
    text: "The registrant says why management believes that the non-GAAP measure gives useful information to investors.",
    sources: [
      "Item 10(e)(1)(i)(C) of Regulation S-K",
      "of issuers in Europe: ESMA Guidelines on Alternative Performance Measures (ESMA/2015/1415), paragraphs 33 and 34",
    ],
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    breaks: `${HEAD}Net income was $4.0 million, and adjusted EBITDA $12.1 million.\n\n${STATEMENT}`,
    keeps: [
      `${HEAD}Net income was $4.0 million, and adjusted EBITDA $12.1 million.\n\n${WHY}${STATEMENT}`,
      `${HEAD}Net income was $4.0 million.\n\n${STATEMENT}`,
      `${HEAD}Net income was $4.0 million, and pro forma net income $5.1 million.\n\nPro forma information is useful to investors because it shows the trend.\n\n${STATEMENT}`,
    ],
    check: usefulFindings,
  },
];
