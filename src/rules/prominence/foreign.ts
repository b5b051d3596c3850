import { HEAD } from "../example-passages.ts";
import { standardsOf } from "../profile.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Found, Rule } from "../rule.ts";
import { PROMINENCE } from "./prominence.ts";

/** The same places as those of a domestic registrant; a message says so once, and nobody is blocked. */
function foreignFindings(disclosure: Disclosure): readonly Found[] {
  const under = `under ${standardsOf(disclosure.source)}`;
  return PROMINENCE.flatMap(({ check }) => check(disclosure)).map((found) => ({
    ...found,
    message: found.message.replaceAll("under GAAP", under),
    remedy: found.remedy.replaceAll("under GAAP", under),
  }));
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
