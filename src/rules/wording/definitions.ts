import { HEAD, STATEMENT, WHY } from "../example-passages.ts";
import { type Family, OWN_ANYWAY, RATES } from "../names/family.ts";
import { namedIn } from "../names/lexicon.ts";
import { anyCase, findAll, inSmall, says } from "../pattern.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import { idsOf, isShown, measureOf, ownMeasures, quoted } from "../reading/own-measure.ts";
import type { Sentence } from "../reading/passage.ts";
import { foundAt, sentencesOf, TELLING } from "../reading/placed.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { isNetDebtComputed } from "../reconciliation/computed.ts";
import { groupOf } from "../reconciliation/reconciled.ts";
import { ALL, type Found, type Rule } from "../rule.ts";

const DEFINES = anyCase(
  /\b(?:defin\w+|calculat\w+|comput\w+|represents?|means|equals?|equal to|consists?|compris\w+|exclud\w+|excluding|includ\w+|less|minus|plus|net of|before|divided by|adjust(?:s|ed|ing) (?:for|to|net)|adjustments|refers? to|measured|ratio of)\b/,
);
/** Among the results a measure is told of with what it leaves out; that is no word on what it is made of. */
const DEFINES_THERE = anyCase(
  /\b(?:defin\w+|calculat\w+|comput\w+|represents?|means|equals?|equal to|consists?|compris\w+|less|minus|plus|net of|divided by|refers? to|measured|ratio of|which (?:is|are|excludes?|includes?)|earnings before|adjusts for)\b/,
);
/** Ratios and rates of the company's own that stand in no statement, by their own words. */
const TERMS = anyCase(
  /\b(?:return on ad(?:vertising)? spend|(?:stabili[sz]ed |development |initial |untrended )?yields? on (?:\w+ )?cost|(?:re-?)?leasing spreads|burn multiple|rule of 40|annuali[sz]ed (?:total |net ){0,2}revenues?|revenues? on an annuali[sz]ed basis|(?:annual(?:ized)?|revenue) (?:revenue )?run[- ]rates?|cash burn|fixed[- ]charge coverage(?: ratio)?|(?:incremental )?cash yields?|book[- ]to[- ]bill(?: ratio)?|net (?:revenue|dollar) retention(?: rate)?|annual(?:ized)? recurring revenue|(?:cash )?cap rates?)\b/g,
);
/** One look at a passage tells that it has none. */
const HAS_TERM = anyCase(
  /spend|yield|spread|multiple|rule of|annuali|run[- ]rate|burn|coverage|to[- ]bill|retention|recurring|cap rate/,
);

/** Measures whose names do not say what they are; "non-GAAP net income" is net income less what the reconciliation leaves out. */
const NAMED_APART: ReadonlySet<Family> = new Set<Family>([...OWN_ANYWAY, "net-debt"]);

/** "Net cash" is cash less debt in everybody's mouth. */
const SAYS_ITSELF = anyCase(/^net cash$/);

/** Measures with amounts of which no sentence and no table says what they are made of. */
function undefinedFindings(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  return [...undefinedMeasures(disclosure), ...undefinedNames(disclosure), ...undefinedTerms(disclosure)];
}

/** Names of the release's own that it lists among its measures, and neither defines nor reconciles. */
function undefinedNames(disclosure: Disclosure): readonly Found[] {
  const { mentions } = disclosure;
  const told = new Set<string>();
  return mentions.flatMap((m) => {
    if (m.learned === undefined || m.learned.defined || m.learned.reconciled || !isShown(m)) return [];
    if (DEFINES.test(m.sentence) || told.has(measureOf(m))) return [];
    if (mentions.some((other) => other.learned?.name === m.learned?.name && DEFINED.test(other.sentence))) return [];
    // "Ongoing operations adjusted EBITDA" is what the definition of adjusted EBITDA says, of a part.
    if (namedIn(m.name).some(({ basis }) => basis === "non-GAAP") && isDefined(groupOf(m.family), m, disclosure))
      return [];
    told.add(measureOf(m));
    return [foundOf(m, m.name, idsOf([m]))];
  });
}

function undefinedMeasures(disclosure: Disclosure): readonly Found[] {
  const told = new Set<readonly Family[]>();
  return [...ownMeasures(disclosure)].flatMap(([family, [own]]) => {
    const group = groupOf(family);
    if (told.has(group) || !NAMED_APART.has(group[0]!) || SAYS_ITSELF.test(own.name)) return [];
    if (isDefined(group, own, disclosure)) return [];
    told.add(group);
    return [foundOf(own, own.name, idsOf([own]))];
  });
}

/** Whether another sentence names the measure with words of a definition, or a table behind the results has a row of it. */
function isDefined(group: readonly Family[], own: Mention, { passages, tables }: Disclosure): boolean {
  const isOne = (m: { readonly family: Family; readonly basis: string }): boolean =>
    m.basis === "non-GAAP" && group.includes(m.family);
  const ofSegments = /^EBIT(?:DA)?$/.test(own.name) ? ofSegmentsDefined(own.name) : undefined;
  return (
    tables.some((t) => t.kind !== "figures" && t.rows.some((r) => r.named !== undefined && isOne(r.named))) ||
    tables.some((t) => isNetDebtComputed(own.family, t)) ||
    passages.some((p) => p.sentences.some((s) => isExplained(own, s))) ||
    passages.some((p) => ofSegments?.test(p.text)) ||
    passages.some((p) =>
      p.sentences.some(
        (s) =>
          s.mentions.some(isOne) &&
          (TELLING.has(p.part)
            ? DEFINES_THERE.test(s.text)
            : own.family === "free-cash-flow"
              ? OF_CASH.test(s.text)
              : DEFINES.test(s.text) || (["definitions", "statements"].includes(p.part) && !s.mentions.includes(own))),
      ),
    )
  );
}

/** Nobody says what free cash flow is made of without one of these; that it is no measure under GAAP, and useful, says nothing of it. */
const OF_CASH = anyCase(
  /\b(?:capital|cap-?ex|expenditures?|operating activities|(?:cash|flows?) (?:provided by|generated by|from|used in) operat\w+|operating cash|property|purchases?|investing|additions|investments?|defin\w+|calculat\w+|comput\w+|represents?|means|equals?|equal to|consists?|compris\w+|less|minus|net of|after|before|exclud\w+|deduct\w+|adjust(?:s|ed|ing) (?:for|to)|reconcil\w+)\b/,
);

/** "Closing cash, adjusted for a receipt on the last day, was $12.1 million": a sentence that has the amount of a measure may tell what that is made of and not name it. */
const isExplained = ({ sentence, figures: [own] }: Mention, { text, figures }: Sentence): boolean =>
  own?.measured !== undefined &&
  own.kind === "amount" &&
  digitsOf(own).length >= TELLING_DIGITS &&
  text !== sentence &&
  figures.some((f) => isSameAmount(f, own.measured!)) &&
  says(MADE_OF, text);
const MADE_OF = anyCase(
  /\b(?:adjusted for|less|net of|minus|after deducting|after adjusting|consist\w* of|compris\w+)\b/,
);
/** An amount of fewer digits is another one's by chance. */
const TELLING_DIGITS = 3;

/** "Segment EBIT includes the share in associates": a note to the table of segments says what their EBIT is made of, which the text calls EBIT. */
const ofSegmentsDefined = (name: string): RegExp =>
  new RegExp(
    String.raw`\bsegment (?:operating |adjusted )?${name} (?:includes?|excludes?|represents?|means|consists? of|reflects?|is (?:defined|calculated|computed))\b`,
    "i",
  );

function undefinedTerms(disclosure: Disclosure): readonly Found[] {
  const told = new Set<string>();
  return sentencesOf(disclosure, (p) => TELLING.has(p.part) && HAS_TERM.test(p.text)).flatMap((at) =>
    findAll(TERMS, at.sentence.text).flatMap((match) => {
      const words = match[0].toLowerCase().replace(/s$/, "");
      const isGiven = /[$€£] ?\d|\d ?%|\d(?:\.\d)? ?(?:x|times|million|billion)\b/.test(inSmall(at.sentence.text));
      if (!isGiven || told.has(words) || isBesideItsPeriod(words, at.sentence.text)) return [];
      if (/run[- ]rate/.test(words) && says(OF_SAVINGS, at.sentence.text)) return [];
      if (/annuali/.test(words) && says(TO_BE_ADDED, at.sentence.text)) return [];
      const isTold = disclosure.passages.some((p) =>
        p.sentences.some((s) => isNamed(s.text, words) && (DEFINES.test(s.text) || says(IS_WHAT, s.text))),
      );
      if (isTold || disclosure.tables.some((t) => t.rows.some((r) => r.label.toLowerCase().includes(words)))) return [];
      told.add(words);
      return [
        foundAt(at, match, `${quoted(match[0])} is given, and the release does not say how it is computed.`, REMEDY),
      ];
    }),
  );
}

/** "ARR is the annualized value of contracts": what it is made of, and not that it is a key metric. */
const IS_WHAT = anyCase(
  /\b(?:is|are|was|were) (?:(?:the|an?|our|all) )?(?:[a-z-]+ ){0,4}?(?:values?|amounts?|sums?|totals?|products?|numbers?|ratios?|percentages?|portions?|rates?|revenues?|sales|fees|orders|bookings|differences?|averages?|income|rents?|costs?|cash)\b(?: [a-z-]+){0,3}? (?:of|from|for|that|which|under|divided|attributable|received|recogni[sz]ed|generated|on) /,
);

/** What a program is to save comes at a pace by the year when all of it is done: that is an aim, and no measure of the results. */
const OF_SAVINGS = anyCase(/\b(?:synerg|saving|cost (?:reduction|takeout)|efficienc)/);

/** "The acquisition is expected to add about $20 million in annualized revenue": what somebody else has sold so far in a year, and no measure of the results. */
const TO_BE_ADDED = anyCase(
  /\b(?:acqui|merger|purchase|transaction)\w*\b[^;]{0,300}\b(?:(?:expect|anticipat|estimat|project)\w+ to|will|should) (?:add|contribut|bring|provid|generat)\w*\b/,
);

/** "Revenue of $2.2 million for the half year, or $4.5 million on an annualized basis": the period's amount beside that of a year says how. */
const isBesideItsPeriod = (words: string, text: string): boolean =>
  /annuali[sz]ed.*revenue|revenue.*annuali[sz]ed/.test(words) && (text.match(/[$€£] ?\d/g)?.length ?? 0) > 1;

/** Whether a text has a term, or the letters that it is shortened to: "NRR is calculated by ...". */
const isNamed = (text: string, words: string): boolean => {
  const letters = words.split(/[\s-]+/).map((word) => word.charAt(0).toUpperCase());
  return (
    text.toLowerCase().includes(words) || (letters.length > 2 && new RegExp(`\\b${letters.join("")}\\b`).test(text))
  );
};

const REMEDY = "Define it, or take it out.";

const foundOf = ({ start, end }: Mention, name: string, figures: readonly string[]): Found => ({
  start,
  end,
  message: `${quoted(name)} is given, and the release does not say what it is made of.`,
  remedy: REMEDY,
  figures,
});

/** "Adjusted EBITDA is defined as ...", "We define free cash flow as ...". */
const DEFINED = anyCase(
  /\b(?:is|are) (?:defined|calculated|computed) as\b|\b(?:we|the company|management) (?:defines?|calculates?)\b|\bas defined by\b/,
);

/** The measure that a sentence defines: what stands right before the words for it, or right behind "we define". Others are what it is made of. */
function definedIn({ text, mentions }: Sentence): readonly Mention[] {
  const said = DEFINED.exec(text);
  if (said === null) return [];
  const [from, to] = [said.index, said.index + said[0].length];
  const isBehind = (m: Mention): boolean => !PASSIVE.test(said[0]) && m.from >= to && m.from - to <= DEFINED_NEAR;
  return mentions
    .filter((m) => isBehind(m) || (m.to <= from && from - m.to <= DEFINED_NEAR && !says(OF_IT, text.slice(m.to, from))))
    .slice(0, 1);
}
/** "Distributable earnings return on equity is defined as": the rate is defined, and not what is divided for it. */
const OF_IT = anyCase(/^ (?:[\w-]+ ){0,3}(?:returns?|margins?|ratios?|yields?|coverage|conversion|growth|payout|per) /);
const PASSIVE = anyCase(/^(?:is|are|as)\b/);
/** In code units: "we define our (non-GAAP) ...", "adjusted EBITDA, a non-GAAP measure, is defined as". */
const DEFINED_NEAR = 40;

/** Measures that are defined and have no amount: in no sentence, and in no row. */
function unusedFindings(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const told = new Set<Family>();
  const defined = disclosure.passages
    .filter((p) => ["definitions", "statements", "results"].includes(p.part))
    .flatMap((p) => p.sentences.flatMap(definedIn))
    .filter(
      ({ family, basis }) => basis === "non-GAAP" && family !== "revenue" && !told.has(family) && told.add(family),
    )
    .filter(({ family }) => !isSaid(family, disclosure));
  if (defined.length === 0) return [];
  const tabled = new Set(disclosure.tables.flatMap(familiesIn));
  return defined
    .filter(({ family }) => ![...groupOf(family), ...(PARTS_OF.get(family) ?? [])].some((one) => tabled.has(one)))
    .filter((m) => !isPrinted(m, disclosure))
    .map((m) => ({
      start: m.start,
      end: m.end,
      message: `${quoted(m.name)} is defined, and the release gives no amount of it.`,
      remedy: "Take the definition out, or give the measure.",
      figures: [],
    }));
}

/**
 * Whether its name stands anywhere else with an amount: in a line, a column or the caption of a table, or in a sentence that has a figure. A rate that is
 * adjusted in one place goes by its bare name in another: the return on equity of a chart is no less given.
 */
function isPrinted({ name, family, sentence }: Mention, { passages, tables }: Disclosure): boolean {
  const words = (RATES.has(family) ? name.replace(OWN_WORD, "") : name).toLowerCase();
  const has = (text: string): boolean => text.toLowerCase().includes(words);
  return (
    tables.some(
      ({ reading: { meaning } }) =>
        has(meaning.caption) || meaning.columns.some((c) => has(c.head)) || meaning.rows.some((r) => has(r.label)),
    ) || passages.some((p) => has(p.text) && p.sentences.some((s) => s.text !== sentence && isGivenIn(s, has)))
  );
}
const OWN_WORD = /^(?:(?:adjusted|non-?gaap|core|underlying|operating|annuali[sz]ed) )+/i;
const isGivenIn = ({ text, figures }: Sentence, has: (text: string) => boolean): boolean =>
  has(text) && figures.some((f) => f.measured !== undefined);

/** What is defined for several lines at once: the amounts are those of the lines. */
const PARTS_OF: ReadonlyMap<Family, readonly Family[]> = new Map<Family, readonly Family[]>([
  [
    "operating-expenses",
    ["cost-of-sales", "selling-and-administrative", "sales-and-marketing", "research-and-development"],
  ],
]);

const isSaid = (family: Family, { mentions }: Disclosure): boolean =>
  mentions.some((m) => m.basis === "non-GAAP" && groupOf(family).includes(m.family) && m.figures.length > 0);

/** The families of the company's own that a table names in its title or its rows, whatever these hold. */
const familiesIn = ({ title, learned, reading: { meaning } }: RuleTable): readonly Family[] =>
  [title, ...meaning.rows.map((r) => r.label)].flatMap((text) =>
    namedIn(text, learned).flatMap((n) => (n.basis === "non-GAAP" ? [n.family] : [])),
  );

const CASH = "Net income was $4.0 million, and free cash flow $3.0 million.\n\n";

export const DEFINITIONS: readonly Rule[] = [
  {
    code: "measure-not-defined",
    title: "A measure of the company's own is defined",
    text: "The release says what a measure of its own is made of, in words or in a table that leads to it; of a rate of its own it says how it is computed.",
    sources: [
      "Regulation G, 17 CFR 244.100(b)",
      "SEC Release 33-10751 on key performance indicators and metrics, which is for reports",
      "of issuers in Europe: ESMA Guidelines on Alternative Performance Measures (ESMA/2015/1415), paragraph 20",
    ],
    severity: "note",
    state: "REVIEW",
    profiles: ALL,
    breaks: `${HEAD}${CASH}${STATEMENT}`,
    keeps: [
      `${HEAD}${CASH}${STATEMENT}## Non-GAAP measures\n\nFree cash flow is cash from operating activities less capital expenditures.\n`,
      `${HEAD}Net income was $4.0 million, and cash from operating activities $3.0 million.\n\n${STATEMENT}`,
      `${HEAD}Free cash flow, which is cash from operating activities less capital expenditures, was $3.0 million.\n\n${STATEMENT}`,
    ],
    check: undefinedFindings,
  },
  {
    code: "measure-defined-not-used",
    title: "A measure that is defined is used",
    text: "The definitions of a release are those of the measures that it gives.",
    sources: ["Regulation G, 17 CFR 244.100(b)", "Consistency of the document"],
    severity: "note",
    state: "INFO",
    profiles: ALL,
    breaks: `${HEAD}${CASH}${STATEMENT}${WHY}We define adjusted EBITDA as net income before depreciation.\n`,
    keeps: [
      `${HEAD}${CASH}${STATEMENT}${WHY}We define free cash flow as cash from operations less capital expenditures.\n`,
      `${HEAD}Adjusted EBITDA was $12.1 million.\n\n${STATEMENT}${WHY}We define adjusted EBITDA as net income before depreciation.\n`,
    ],
    check: unusedFindings,
  },
];
