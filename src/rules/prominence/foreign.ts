import { HEAD } from "../example-passages.ts";
import { standardsOf } from "../profile.ts";
import { lineOf } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
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
        message: `${first.message}${asWell(disclosure, others)}`.replaceAll("under GAAP", under),
        remedy: first.remedy.replaceAll("under GAAP", under),
      },
    ];
  });
}

/** So many further places are named; of more only the number is told. */
const NAMED = 8;

/** The first name that a message quotes; names have brackets in them, and quotation marks in those. */
const QUOTED = /"(?:[^"(]|\([^)]*\))*"/;

/** What a finding is about, as its message has it: a margin is more than the words "of sales" that it stands at. */
const nameOf = ({ message, start, end }: Found, { source }: Disclosure): string =>
  QUOTED.exec(message)?.[0] ?? quoted(source.slice(start, end));

/** The further places of a fault, each by its name and line. */
function asWell(disclosure: Disclosure, others: readonly Found[]): string {
  if (others.length === 0) return "";
  const named = others.slice(0, NAMED).map((one) => `${nameOf(one, disclosure)} in line ${lineOf(disclosure, one)}`);
  const told = [...named, ...(others.length > NAMED ? [`${others.length - NAMED} more`] : [])];
  const last = told.at(-1)!;
  return ` So it is with ${told.length > 1 ? `${told.slice(0, -1).join(", ")} and ${last}` : last}.`;
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
