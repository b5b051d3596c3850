import { HEAD } from "../example-passages.ts";
import { standardsOf } from "../profile.ts";
import { furtherPlaces, lineOf, listed } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { at } from "../reading/placed.ts";
import type { Found, Rule } from "../rule.ts";
import { PROMINENCE } from "./prominence.ts";

/**
 * The same places as those of a domestic registrant; a message says so once, and nobody is blocked. What one rule finds again
 * and again is one habit of the issuer's, which a person weighs once: the first of its places, with the names and lines of others.
 */
function foreignFindings(disclosure: Disclosure): readonly Found[] {
  const under = `under ${standardsOf(disclosure.source)}`;
  return PROMINENCE.flatMap(({ check }) => {
    const [first, ...others] = check(disclosure).toSorted((a, b) => a.start - b.start);
    if (first === undefined) return [];
    return [
      {
        ...first,
        message: toldWith(first.message, asWell(disclosure, first, others)).replaceAll("under GAAP", under),
        remedy: first.remedy.replaceAll("under GAAP", under),
        places: [first, ...others].flatMap((one) => [at(one), ...furtherPlaces(disclosure, one)]),
      },
    ];
  });
}

/** A message with what is so in further places, before what is told of its own place alone. */
const toldWith = (message: string, also: string): string =>
  message.slice(0, OF_ITS_OWN.exec(message)?.index) + also + (OF_ITS_OWN.exec(message)?.[0] ?? "");
const OF_ITS_OWN = / In line \d+ "[^.]+ itself comes behind it\.$/;

/** So many further places are named; of more only the number is told. */
const NAMED = 24;

/** The first name that a message quotes; names have brackets in them, and quotation marks in those. */
const QUOTED = /"(?:[^"(]|\([^)]*\))*"/;

/** Where its message says that it stands again. */
const AGAIN = / It stands so in ([^.]+) as well\./;

/**
 * What a place has of the measure under GAAP: it, behind the company's own; its amount and not its growth; or nothing, which for a part of the company's own
 * is the same part of that measure. What is told of one is not so of the others.
 */
type Lacks = "place" | "growth" | "measure" | "part";
const HAS_IT = /^[^"]{0,40}"[^"]{1,200}"(?: on a basis of the company's own)? (?:above|comes before) "/;
const HAS_AMOUNT = /, of which it has "/;
const lacksOf = ({ message }: Found): Lacks =>
  HAS_IT.test(message) ? "place" : HAS_AMOUNT.test(message) ? "growth" : OF_A_PART.test(message) ? "part" : "measure";
const OF_A_PART = /" (?:is a (?:ratio|part) of a measure of the company's own|makes a ratio of the company's own)\b/;
const OTHERWISE: Readonly<Record<Lacks, string>> = {
  place: "The measure under GAAP is there, and comes behind, with",
  growth: "The amount under GAAP is there without its growth with",
  measure: "Nothing alike under GAAP is with",
  part: "The same part of the measure under GAAP is not with",
};

/** What a finding is about, as its message has it: a margin is more than the words "of sales" that it stands at. */
const nameOf = ({ message, start, end }: Found, { source }: Disclosure): string =>
  QUOTED.exec(message)?.[0] ?? quoted(source.slice(start, end));

/** The further places of a fault, each by its name and line: those that lack the same as the first, and the others by what they lack. */
function asWell(disclosure: Disclosure, first: Found, others: readonly Found[]): string {
  const own = lacksOf(first);
  const lacks = [own, ...(["place", "growth", "measure", "part"] as const).filter((one) => one !== own)];
  return lacks
    .map((one): string => {
      const some = others.filter((other) => lacksOf(other) === one);
      return some.length === 0
        ? ""
        : ` ${one === own ? "So it is with" : OTHERWISE[one]} ${namedIn(disclosure, some)}.`;
    })
    .join("");
}

function namedIn(disclosure: Disclosure, all: readonly Found[]): string {
  const named = all.slice(0, NAMED).map((one) => {
    const lines = [`line ${lineOf(disclosure, one)}`, ...(AGAIN.exec(one.message)?.[1]?.match(/\bline \d+/g) ?? [])];
    return `${nameOf(one, disclosure)} in ${lines.join(" / ")}`;
  });
  return listed([...named, ...(all.length > NAMED ? [`${all.length - NAMED} more`] : [])]);
}

const IFRS = "The statements are prepared under IFRS. See our annual report on Form 20-F.\n";

export const FOREIGN: readonly Rule[] = [
  {
    code: "foreign-issuer-prominence",
    title: "A foreign issuer's own measures stand out no more than those of the standards",
    text: "Measures that are not those of the accounting standards have no more prominence, emphasis or authority than those: what C&DI 102.10(a) lists for domestic registrants is told of foreign issuers for a person to weigh.",
    sources: [
      "ESMA Guidelines on Alternative Performance Measures (ESMA/2015/1415), paragraphs 35 and 36, and ESMA32-51-370, question 9",
      "Regulation G, 17 CFR 244.100(c)",
    ],
    severity: "note",
    state: "REVIEW",
    profiles: ["foreign-private", "non-us"],
    breaks: `# Acme Reports Adjusted EBITDA of $12.1 million\n\n${HEAD}${IFRS}`,
    keeps: [
      `# Acme Reports Net Income of $4.0 million and Adjusted EBITDA of $12.1 million\n\n${HEAD}${IFRS}`,
      `# Acme Reports Results\n\n${HEAD}Net income was $4.0 million and adjusted EBITDA $12.1 million. ${IFRS}`,
    ],
    check: foreignFindings,
  },
];
