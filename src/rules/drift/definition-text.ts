import { placeOf } from "../../text/printed.ts";
import type { Outside } from "../../tieout/across/other.ts";
import { stemsOf } from "../../tieout/meaning/prose-lexicon.ts";
import { sentences } from "../../tieout/meaning/sentence.ts";
import { namedIn } from "../names/lexicon.ts";
import { anyCase, type Pattern, says } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import type { Passage } from "../reading/passage.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { disclosureThere } from "./drift.ts";
import { isChangeSaid } from "./drift-said.ts";

/** What a document says that one of its own measures is. */
interface Definition {
  readonly measure: string;
  /** The stems of the measure's name, in order. */
  readonly key: string;
  readonly parts: readonly Part[];
  readonly stems: ReadonlySet<string>;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** One of the things that a definition takes in or leaves out: its words, and their stems. */
interface Part {
  readonly words: string;
  readonly stems: ReadonlySet<string>;
}

/** What a measure starts from: "GAAP net income", "net cash provided by operating activities", "Adjusted EBITDA". */
const START =
  "(?:(?:our|the|its|u\\.?s\\.?|gaap|ifrs|reported|consolidated|total|diluted|basic) ){0,4}(?:(?:net|operating|gross|pre-?tax|adjusted|core|free|non-?gaap) ){0,3}(?:income|loss|earnings|profit|cash|revenues?|sales|ebitdax?|ebit|debt)\\b";
/** What is done to it: without such a word a sentence tells of results, or of what the measure is good for. */
const DONE = "(?:before|exclud(?:es?|ing)|exclusive of|adjusted|less|plus|minus|net of|divided by|adding|added)";
/**
 * "we define free cash flow as ...", "Adjusted EBITDA is defined as ...", "we calculate Adjusted EBITDA by adding back ...", "Adjusted EBITDA is calculated
 * as ...", "Adjusted EBITDA is net income before ..." or "represents", "means" such; "Non-GAAP net income excludes ...".
 */
const FORMS: readonly Pattern[] = [
  anyCase(/\bdefines? (?:our |its |the )?([^.,;:]{3,80}?) as (?=\w)/d),
  anyCase(/^\W{0,6}(?:our |the )?([^.,;:]{3,80}?) (?:is|are) defined as (?=\w)/d),
  anyCase(
    /\b(?:we|management|the company) (?:also )?(?:calculates?|computes?|determines?|derives?) (?:our |its |the )?([^.,;:]{3,80}?) (?:as|by|from) (?=\w)/d,
  ),
  anyCase(
    /^\W{0,6}(?:our |the )?([^.,;:]{3,80}?) (?:is|are) (?:calculated|computed|determined|derived) (?:as|by|from) (?=\w)/d,
  ),
  anyCase(
    new RegExp(
      String.raw`^\W{0,6}(?:our |the )?([^.,;:]{3,80}?) (?:is|are|represents?|means?|refers? to|equals?) (?=${START}[^.;]{0,100}\b${DONE}\b)`,
      "d",
    ),
  ),
  anyCase(/^\W{0,6}(?:our |the )?([^.,;:]{3,80}?) excludes? (?=\w)/d),
];
/** A name has no verb in it: what stands before one is the name, and the form another. */
const HAS_VERB = anyCase(/\b(?:is|are|was|were|represents?|means?|excludes?|reflects?|includes?|which|that|who)\b/);
/** Where a definition ends and the sentence goes on about what the measure is good for. */
const GOES_ON = anyCase(
  /,? (?:because|since|as (?:we|management) |which (?:we|management|is|are)\b|and (?:we|management|it is|is)\b|a (?:non-?gaap |key |useful )?(?:financial )?(?:measure|metric|indicator)\b)/,
);
/** Where an amount stands right behind its verb a sentence tells of results. */
const NEAR = 60;
const AMOUNT = /[$\u20ac\u00a3] ?\d/;
/** A measure of the house's own making. */
const OWN = anyCase(
  /\bnon-?gaap\b|\badjusted\b|\bebitda\b|\bcore\b|\bfree cash flow\b|\bffo\b|\borganic\b|\bunderlying\b/,
);

/** A paragraph, and a definition, are read no further than this. */
const FAR = 8000;
const LONGEST = 1500;
const MOST = 40;
/** Parts are parted by commas, semicolons and "and"; a part of more words is a sentence of its own. */
const PARTING = /[,;]|\b(?:and|or|plus|less|minus)\b/i;
const WORD = /[\p{L}][\p{L}&'’-]{2,40}/gu;
const SILENT = new Set(
  "the and our its from for that this which with such other certain related any all are has have was were been not non gaap excluding including exclude excludes include includes effect effects impact period periods".split(
    " ",
  ),
);

/** Measures of the company's own that an earlier document defines in other words (T62), where nothing says that they have changed. */
export function redefinedFindings(disclosure: Disclosure): readonly Found[] {
  return disclosure.earlier.flatMap((outside) => {
    const here = definitionsIn(disclosure);
    const found: Found[] = [];
    for (const [key, there] of definitionsIn(disclosureThere(outside))) {
      const own = here.get(key);
      const difference = own === undefined ? "" : differenceOf(own, there, outside.name);
      if (own === undefined || difference === "" || isSaid(own, disclosure)) continue;
      found.push(foundAt(own, there, outside, difference));
    }
    return found;
  });
}

function isSaid({ measure, passage: { block } }: Definition, disclosure: Disclosure): boolean {
  const families = namedIn(measure).map(({ family }) => family);
  return isChangeSaid({ block, families, labels: [measure] }, disclosure);
}

/** By the name of the measure; of several definitions of one name the longest. */
const definitionsIn = remembered(({ passages }: Disclosure): ReadonlyMap<string, Definition> => {
  const found = new Map<string, Definition>();
  for (const passage of passages) {
    const text = passage.text.slice(0, FAR);
    if (!says(DEFINES, text)) continue;
    for (const { from, to } of sentences(text)) {
      const sentence = text.slice(from, Math.min(to, from + LONGEST));
      const match = definingIn(sentence);
      if (match === undefined) continue;
      const rest = sentence.slice(match.index + match[0].length);
      const said = rest.slice(0, GOES_ON.exec(rest)?.index);
      const key = stemsIn(match[1]!, new Set()).join(" ");
      const old = found.get(key);
      if (key === "" || (old !== undefined && old.end - old.start >= sentence.length)) continue;
      const place = placeOf(passage.printed, from, from + sentence.length);
      const stems = new Set(stemsIn(said, SILENT));
      found.set(key, { measure: match[1]!, key, parts: partsOf(said), stems, passage, ...place });
      if (found.size >= MOST) return found;
    }
  }
  return found;
});

/** One look at a paragraph tells that it defines nothing. */
const DEFINES = anyCase(
  /defin|exclud|calculat|comput|determin|deriv|represent|\bmeans?\b|\bis\b|\bare\b|refers? to|equal/,
);

/** The first of the forms that fits a sentence, and names a measure of the house's own. */
function definingIn(sentence: string): RegExpExecArray | undefined {
  for (const form of FORMS) {
    const match = form.exec(sentence);
    if (match === null || !OWN.test(match[1]!) || HAS_VERB.test(match[1]!)) continue;
    const from = match.index + match[0].length;
    if (!AMOUNT.test(sentence.slice(from, from + NEAR))) return match;
  }
  return undefined;
}

const stemsIn = (text: string, silent: ReadonlySet<string>): readonly string[] =>
  (text.toLowerCase().match(WORD) ?? []).filter((w) => !silent.has(w)).flatMap(stemsOf);

const partsOf = (said: string): readonly Part[] =>
  said
    .split(PARTING)
    .map((words) => ({ words: words.trim().replace(/[.\s]{1,4}$/, ""), stems: new Set(stemsIn(words, SILENT)) }))
    .filter(({ stems }) => stems.size > 0 && stems.size <= 8);

/** The parts of a definition of which the other says hardly a word. */
const missing = ({ parts }: Definition, other: Definition): readonly string[] =>
  parts.filter(({ stems }) => ![...stems].some((s) => other.stems.has(s))).map(({ words }) => quoted(words));

function differenceOf(own: Definition, there: Definition, name: string): string {
  const gone = missing(there, own);
  const come = missing(own, there);
  const list = (parts: readonly string[]): string => parts.slice(0, 4).join(", ");
  const said = [
    ...(gone.length === 0 ? [] : [`${name} names ${list(gone)}, and this document does not`]),
    ...(come.length === 0 ? [] : [`this document names ${list(come)}, and ${name} does not`]),
  ];
  return said.join("; ");
}

function foundAt(own: Definition, there: Definition, { name, reading }: Outside, difference: string): Found {
  const paragraph = reading.texts.find(({ block }) => block.block.text === there.passage.printed)?.paragraph;
  const where = paragraph === undefined ? name : `${name} (paragraph ${paragraph})`;
  return {
    start: own.start,
    end: own.end,
    message: `${quoted(own.measure)} is defined in other words than in ${where}: ${difference}.`,
    remedy: "Where the measure itself has changed, say so and why, and recast the comparatives.",
    figures: [],
  };
}
