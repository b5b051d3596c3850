import { HEAD, STATEMENT, table } from "../example-passages.ts";
import type { Family } from "../names/family.ts";
import { namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall, type Pattern, says } from "../pattern.ts";
import { intoFirst } from "../reading/also.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isRate } from "../reading/mention.ts";
import { idsOf, isShown, quoted } from "../reading/own-measure.ts";
import { foundAt, type Placed, RESULTS, sentencesOf } from "../reading/placed.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { ALL, BOTH, type Found, type Rule } from "../rule.ts";
import { normalizedFindings } from "./growth-on-basis.ts";
import { growthRowFindings } from "./growth-rows.ts";
import { isSplitByCurrency, isSplitElsewhere, isSplitIn } from "./growth-split.ts";
import { BARE_GROWTH } from "./growth-told.ts";
import { exclusionFindings } from "./growth-without.ts";
import { hasRate, isCause, isOfOthers, ORGANICALLY } from "./organic-words.ts";
import { SALES, toldAt, withRates } from "./rated.ts";
import { unsaidBesideRows } from "./share-basis.ts";

/** A footnote that says it of all: "Loss per share represents diluted loss per share"; where a page keeps notes among its tables, only the source has it whole. */
const SAID_BELOW = anyCase(/\bper share\s+(?:represents?|refers? to|means?|is|are)\s[^.]{0,60}\bdiluted\b/);

/** What is earned by the share, under one name or another: each has its count of shares. */
const SHARES: ReadonlySet<Family> = new Set<Family>(["eps", "ffo-per-share", "distributable-earnings-per-share"]);

function shareFindings({ mentions, tables, passages, source }: Disclosure): readonly Found[] {
  const shown = mentions.filter((m) => SHARES.has(m.family) && isShown(m));
  const first = shown[0];
  // A footnote may say it, or the row of a table that prints the amount.
  const isTold =
    passages.some((p) => p.part !== "definitions" && /\b(?:diluted|basic)\b/.test(inSmall(p.text))) ||
    tables.some((t) => t.reading.meaning.rows.some((r) => /\b(?:dilut|basic\b)/.test(inSmall(r.label)))) ||
    SAID_BELOW.test(source);
  if (first === undefined || isTold) return [];
  return [
    {
      start: first.start,
      end: first.end,
      message: `${quoted(first.name)} is not said to be basic or diluted, here or elsewhere in the text.`,
      remedy: 'Write "per diluted share", or give both.',
      figures: idsOf([first]),
    },
  ];
}

/** "Gross profit was $20.1 million, and profit growth 5%": the sentence has said of which. */
const NAMES_PROFIT = anyCase(/\b(?:gross|operating|net|pre-?tax|segment) profits?\b/);

function growthFindings(disclosure: Disclosure): readonly Found[] {
  const all = sentencesOf(disclosure, (p) => RESULTS.has(p.part)).flatMap((at) => {
    const match = BARE_GROWTH.exec(at.sentence.text);
    const isSaid = match !== null && /profit/.test(inSmall(match[0])) && NAMES_PROFIT.test(at.sentence.text);
    return match === null || isSaid ? [] : [{ at, match }];
  });
  const message = `${quoted(all[0]?.match[0] ?? "")} does not say of which measure: net income and earnings per share grow at different rates.`;
  return toldAt(disclosure, all, message, "Name the measure, and print the amount that it grew from.");
}

const WITHOUT_CURRENCY = anyCase(
  /\b(?:in|at) local[- ]currenc(?:y|ies)(?! (?:loans?|debt|bonds?|notes|terms of|borrowings?|deposits?|costs?|expenses?|cash|accounts?)\b)|\b(?:at|on) constant (?:exchange|currency) rates\b|\bconstant[- ]currency\b|\bcurrency[- ]neutral\b|\bexcluding (?:the )?(?:effects? of |impact of )?(?:changes in )?(?:foreign )?(?:currency|exchange)(?: (?:exchange|rates?|changes?|translation)){0,2}/,
);
const ORGANIC = anyCase(
  /\borganic(?:ally)?\b[^.;]{0,40}\b(?:growth|grew|increased|decreased|declined)\b|\borganic (?:revenue|sales)\b|\bon an organic basis\b/,
);
const DEFINED_AS: Readonly<Record<"currency" | "organic", Pattern>> = {
  currency: anyCase(/\b(?:constant|neutral)\b|\bexchange rates?\b|\bcurrenc(?:y|ies)\b/),
  organic: anyCase(/\borganic/),
};
/** In a statement "effect of exchange rates on cash" is another thing. */
const IN_TABLES: Readonly<Record<"currency" | "organic", Pattern>> = {
  currency: anyCase(
    /\b(?:constant|neutral)\b|\blocal[- ]currenc|\b(?:impact|effects?) of (?:changes in )?(?:foreign )?(?:currenc\w+|exchange)(?! rate changes on cash|[^|]{0,30}\bcash)|\bcurrency (?:impact|effects?|translation impact)\b|\bfx\b|\bexcluding (?:foreign )?currency/,
  ),
  organic: anyCase(/\borganic/),
};
const DEFINES = anyCase(
  /\b(?:defin\w+|calculat\w+|exclud\w+|translat\w+|represents?|eliminat\w+|means|remov\w+|convert\w+|compar\w+)\b|\b(?:assum|appl|hold|us)(?:e[sd]?|y|ies|ied|ing)\b[^.]{0,80}\brates?\b|\b(?:is|are) the (?:[\w-]+ )?(?:changes?|growth|difference)\b/,
);

/** Among results a sentence defines where it says so, or how the amounts are computed. */
const IS_DEFINED = anyCase(
  /\bwe (?:calculate|compute|determine)\b|\bdefin(?:e|es|ed|ition)\b|\bmeans\b|\b(?:is|are|was|were) (?:calculated|computed|determined|derived)\b|\b(?:translat|convert)\w+\b[^.]{0,120}\brates?\b|\brates? (?:from|of|used in|for|in effect (?:in|during|for)) (?:the )?(?:prior|previous|comparable|corresponding|same|year-ago)\b/,
);

/** Growth without currency or without deals is a measure of the company's own; one finding for each of the two. */
function definitionFindings(disclosure: Disclosure): readonly Found[] {
  return (["currency", "organic"] as const).flatMap((kind) => {
    const all = withRates(disclosure).flatMap((at) => {
      const match = kind === "currency" ? withoutCurrencyIn(at.sentence.text) : organicIn(at.sentence.text);
      return match === null ||
        isCause(at.sentence.text, match) ||
        isOfOthers(at.sentence.text, match) ||
        (kind === "currency" && isSplitByCurrency(at.sentence)) ||
        (kind === "organic" &&
          (!hasRate(at.sentence.text, match) ||
            isSplitIn(at.passage) ||
            isSplitElsewhere(at.sentence, match, disclosure)))
        ? []
        : [{ at, match }];
    });
    if (all.length === 0) return [];
    const told = toldOf(kind, disclosure);
    // Orders and the like, of which a table has rates, are no measures under GAAP that amounts lead from.
    const some = told === "rates" ? all.filter(({ at }) => SALES.test(at.sentence.text)) : all;
    const [hit] = some;
    if (hit === undefined || told === "amounts") return [];
    const isSaid = isDefined(kind, disclosure, hit.at);
    // Nobody asks for a table: prose that gives the amount so adjusted beside that as reported, and says how it is computed, has all that leads to it.
    const isLed = ({ at }: { readonly at: Placed }): boolean =>
      hasOwnAmount(at, disclosure) && (isSaid || says(DEFINED_WITHIN, at.sentence.text));
    if (all.some(isLed)) return [];
    // Where hardly a statement is printed, the text is a part of the release.
    if (isSaid && !disclosure.tables.some((t) => t.kind === "statement")) return [];
    const message = isSaid
      ? `Growth is given with ${quoted(hit.match[0])}; nothing reconciles it with growth as reported, as no table has the amounts so adjusted.`
      : `Growth is given with ${quoted(hit.match[0])}; how it is computed is said nowhere, and nothing reconciles it with growth as reported.`;
    const remedy = isSaid
      ? "Give the amounts as reported and the amounts so adjusted."
      : "Define it, and give the amounts as reported, the amounts so adjusted, and the basis.";
    return toldAt(disclosure, some, message, remedy);
  });
}

/** "In local currency": the words say so of growth where a word of growth and what has grown stand beside them; bonds and costs are in such a currency as well. */
function withoutCurrencyIn(text: string): RegExpExecArray | null {
  const match = WITHOUT_CURRENCY.exec(text);
  if (match === null || !/^(?:in|at) local/.test(inSmall(match[0]))) return match;
  if (!SALES.test(text) || !GROWS.test(text)) return null;
  const isRate = says(RATE_BEFORE, text.slice(0, match.index));
  return isRate || says(GROWTH_BEHIND, text.slice(match.index + match[0].length)) ? match : null;
}
const RATE_BEFORE = anyCase(/\d ?(?:%|percent)[^.;,%$€£]{0,40}$/);
const GROWTH_BEHIND = anyCase(
  /^(?:,(?! (?:and|while|but)\b)| terms)?[^.;$€£%,]{0,60}\b(?:revenues?|sales)\b[^.;%]{0,60}\d ?(?:%|percent)/,
);
const GROWS = anyCase(/\b(?:grew|grow\w*|increas\w+|decreas\w+|declin\w+|rose|fell|up|down|higher|lower)\b/);

const organicIn = (text: string): RegExpExecArray | null =>
  ORGANIC.exec(text) ?? (SALES.test(text) && !COUNTED.test(text) ? ORGANICALLY.exec(text) : null);
const COUNTED = anyCase(
  /\b(?:loans?|deposits?|orders?|bookings|backlog|volumes?|customers?|subscribers?|headcount|assets under|premiums?|headcount|locations?|stores?)\b/,
);

/** "Sales in constant currency, which translates this quarter at last year's rates, were $212.0 million": the sentence says itself what it is. */
const DEFINED_WITHIN = anyCase(
  /\b(?:which|that|by) (?:(?:is|are) )?(?:translat|convert|appl|us(?:es|ing)|hold|calculat|comput)\w*\b[^.;]{0,100}\brates?\b|\b(?:which|that) (?:excludes?|leaves? out|is without)\b/,
);

/** Whether a sentence with such growth gives the amount that it comes to, which is none of those as reported. */
const hasOwnAmount = ({ sentence: { text, span, figures } }: Placed, { tables }: Disclosure): boolean =>
  figures.some(
    (f) =>
      f.kind === "amount" &&
      f.measured !== undefined &&
      digitsOf(f).length >= TELLING_DIGITS &&
      COMES_TO.test(text.slice(0, f.token.from - span.from)) &&
      !tables.some((t) => t.rows.some((r) => r.figures.some((one) => isSameAmount(one, f.measured!)))),
  );
const COMES_TO = anyCase(/\b(?:to|was|were|totall?ed|reached)(?: (?:approximately|about))? ?[$€£]?$/);
/** An amount of fewer digits is another one's by chance. */
const TELLING_DIGITS = 3;

/** What tells of it: amounts of it, or what leads to it; rates of it alone, or what leads to other measures than sales; or nothing. */
type Told = "amounts" | "rates" | "nothing";

function toldOf(kind: "currency" | "organic", { tables, passages }: Disclosure): Told {
  if (kind === "organic") return tables.some((t) => isNamed(kind, t)) ? "amounts" : "nothing";
  // A statement is at the rates of its own period, whatever is said above it.
  const named = tables.filter((t) => t.kind !== "statement" && isNamed(kind, t));
  if (named.length === 0) return "nothing";
  return named.some(hasCurrencyAmounts) || passages.some((p) => EFFECT_SAID.test(p.text)) ? "amounts" : "rates";
}

const isTold = (kind: "currency" | "organic", text: string, basis: string): boolean =>
  basis === (kind === "currency" ? "constant-currency" : "organic") || IN_TABLES[kind].test(text);

/** Whether a table names it, in its title, a column or a row. */
const isNamed = (kind: "currency" | "organic", { title, reading: { meaning } }: RuleTable): boolean =>
  isTitled(kind, title, meaning.caption) ||
  meaning.columns.some((c) => isTold(kind, c.head, c.basis)) ||
  meaning.rows.some((r) => isTold(kind, r.label, r.basis));

/** The paragraph or the note above a table may speak of it, and the table have nothing of it: a title says so of its reconciliation. */
const isTitled = (kind: "currency" | "organic", title: string, caption: string): boolean =>
  // A short sentence before a table counts as a part of its caption.
  caption.split(/(?<=\.) /).some((one) => !one.endsWith(".") && IN_TABLES[kind].test(one)) ||
  title.split(/[.;]\s/).some((said) => /\breconcil/.test(inSmall(said)) && IN_TABLES[kind].test(said));

/** Whether a table has more than rates without currency: amounts, or what currency has done to sales or to a measure that no column names otherwise. */
function hasCurrencyAmounts({ title, rows, learned, reading: { meaning } }: RuleTable): boolean {
  if (isTitled("currency", title, meaning.caption)) return true;
  const heads = meaning.columns.map((c) => c.head);
  const families = heads.flatMap((head) => namedIn(head, learned).map(({ family }) => family));
  const isOfOthers = families.length > 1 && !families.includes("revenue") && !rows.some((r) => SALES.test(r.label));
  if (!isOfOthers && [...heads, ...meaning.rows.map((r) => r.label)].some((t) => EFFECT.test(t))) return true;
  const told = meaning.columns.flatMap((c, i) => (isTold("currency", c.head, c.basis) ? [i + 1] : []));
  return rows.some(({ row, label, figures }) => {
    const isRowTold = !isOfOthers && isTold("currency", label, meaning.rows[row]?.basis ?? "unknown");
    return figures.some(
      (f) => !isRate(f) && (isRowTold || (f.where.kind === "table" && told.includes(f.where.column))),
    );
  });
}
/** What exchange rates have done to an amount or to its growth, by which the one rate is led to the other. */
const EFFECT = anyCase(
  /\b(?:impacts?|effects?) of (?:changes in )?(?:foreign )?(?:currenc\w+|exchange)(?! rate changes on cash|[^|]{0,30}\bcash)|\b(?:currency|exchange(?: rates?)?|fx) (?:translation )?(?:impacts?|effects?)\b|\bfx\b(?![- ]neutral)|^(?:foreign )?(?:currency|exchange)(?: exchange| translation| rates?)?\W*$/,
);
/** "Due to an adverse impact of exchange rates of $3 million": the same, in words. */
const EFFECT_SAID = anyCase(
  /[$€£] ?\d[\d.,]{0,12}(?: (?:million|billion|thousand))?(?: (?:un)?fav\w+| negative| positive| adverse)? (?:impact|effect|benefit|headwind|tailwind)\b[^.;]{0,60}\b(?:currenc|exchange|fx\b)|\b(?:currenc\w+|exchange|fx)\b[^.;]{0,60}\b(?:impact\w*|effects?|benefit\w*|reduc\w+|increas\w+|decreas\w+)\b[^.;%]{0,60}[$€£] ?\d|\b(?:impacts?|effects?) [^.;%$€£]{0,40}\b(?:currenc\w+|exchange|fx)\b[^.;%$€£]{0,40}[$€£] ?\d/,
);

function isDefined(kind: "currency" | "organic", { passages, tables }: Disclosure, used: Placed): boolean {
  const words = DEFINED_AS[kind];
  return (
    passages.some(
      (p) =>
        !["headline", "quotation", "safe-harbour", "about"].includes(p.part) &&
        (says(BY_COLON, p.text) ||
          p.sentences.some(
            (s) =>
              s !== used.sentence && words.test(s.text) && (p.part === "results" ? IS_DEFINED : DEFINES).test(s.text),
          )),
    ) ||
    // A glossary may be set as a table.
    tables.some(({ reading }) =>
      reading.block.rows.some(({ cells }) =>
        cells.some(
          ({ cell: { text } }) => text.text.length > LABEL_LONGEST && words.test(text.text) && DEFINES.test(text.text),
        ),
      ),
    )
  );
}
/** "Organic growth: the growth without acquisitions". */
const BY_COLON = anyCase(
  /^\W{0,4}(?:organic|constant[- ]currency|currency[- ]neutral)\b[^.:;\d]{0,30}: ?[a-z][^.]{20}/,
);
/** What is longer than a label, in code units, tells something. */
const LABEL_LONGEST = 60;

const LEFT_OUT = anyCase(/\bexcluding (?:the )?((?:[^.;,]|, (?:and|or) ){3,140})/d);
const CURRENCY = anyCase(/\bcurrenc|\bexchange/);
const DEALS = anyCase(/\bacqui|\bdivest|\bdispos/);
const QUARTER = anyCase(/\bquarter/);
const LONGER = anyCase(
  /\b(?:six|nine|twelve|first nine|first six)[- ]months?\b|\bfull year\b|\byear[- ]to[- ]date\b|\bfirst half\b/,
);

/** Growth of the quarter without currency alone, and that of the longer period without deals as well: two bases side by side. */
function baseFindings(disclosure: Disclosure): readonly Found[] {
  const all = withRates(disclosure).flatMap((at) => {
    const { text } = at.sentence;
    const match = SALES.test(text) ? LEFT_OUT.exec(text) : null;
    return match === null || !CURRENCY.test(match[1]!) ? [] : [{ at, match, text, deals: DEALS.test(match[1]!) }];
  });
  const quarter = all.filter(({ text }) => QUARTER.test(text) && !LONGER.test(text));
  const longer = all.filter(({ text }) => LONGER.test(text));
  const [first] = quarter;
  const [other] = longer;
  if (first === undefined || other === undefined) return [];
  if (quarter.some(({ deals }) => deals !== first.deals) || longer.some(({ deals }) => deals === first.deals))
    return [];
  const message = `Growth of the quarter is given with ${quoted(first.match[0])}, that of the longer period with ${quoted(other.match[0])}: the one leaves out what the other has.`;
  return [foundAt(first.at, first.match, message, "Leave out the same of both periods, or say why they differ.")];
}

/** What growth leaves out, and the basis that it is told on: one sentence is told of once, and by what it leaves out. */
const besides = (
  normalized: readonly Found[],
  exclusions: readonly Found[],
  { source }: Disclosure,
): readonly Found[] => {
  const isOneSentence = (a: Found, b: Found): boolean =>
    !/[.;]\s|\n/.test(source.slice(Math.min(a.start, b.start), Math.max(a.start, b.start)));
  return [...normalized.filter((one) => !exclusions.some((other) => isOneSentence(one, other))), ...exclusions];
};

export const GROWTH: readonly Rule[] = [
  {
    code: "share-basis-unsaid",
    title: "Earnings per share are said to be basic or diluted",
    text: "The text says of earnings per share whether they are basic or diluted.",
    sources: ["ASC 260-10-45"],
    severity: "note",
    state: "REVIEW",
    profiles: BOTH,
    breaks: `${HEAD}Net income was $36.3 million, or $0.66 per share.\n`,
    keeps: [
      `${HEAD}Net income was $36.3 million, or $0.66 per diluted share.\n`,
      `${HEAD}The dividend is $0.10 per share.\n`,
    ],
    check: (disclosure) =>
      [...shareFindings(disclosure), ...unsaidBesideRows(disclosure)].reduce<readonly Found[]>(intoFirst, []),
  },
  {
    code: "growth-of-unsaid-measure",
    title: "Growth is said of a measure",
    text: '"Earnings growth" in percent names the measure that grew, since net income and earnings per share grow at different rates.',
    sources: ["Regulation G, 17 CFR 244.100(b)"],
    severity: "note",
    state: "REVIEW",
    profiles: BOTH,
    breaks: `${HEAD}Net income was $45.7 million, resulting in approximately 28 percent earnings growth.\n`,
    keeps: [
      `${HEAD}Net income was $45.7 million and grew 28 percent from $35.7 million.\n`,
      `${HEAD}We expect strong earnings growth.\n`,
    ],
    check: growthFindings,
  },
  {
    code: "growth-basis-undefined",
    title: "Growth without currency or deals is defined and has its amounts",
    text: "Growth in constant currency, organic growth, and growth without whatever else a company leaves out are non-GAAP measures: the release gives the amounts as reported, those so adjusted, the process and the basis.",
    sources: ["C&DI 104.06", "Regulation G, 17 CFR 244.100(a)"],
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    breaks: `${HEAD}Revenue grew 12 percent, and 8 percent excluding changes in exchange rates.\n`,
    keeps: [
      `${HEAD}Revenue grew 12 percent, and 8 percent in constant currency.\n\n## Non-GAAP measures\n\nConstant currency growth translates the amounts of this quarter at the exchange rates of last year.\n`,
      `${HEAD}Revenue grew 12 percent. Exchange rates moved against us.\n`,
      `${HEAD}In constant currency, revenue grew 4.1% to $39.7 million; as reported it grew 5.5% to $40.2 million. Constant currency translates this quarter at the rates of last year's.\n\n${STATEMENT}`,
      `${HEAD}Revenue grew 4.3% on a normalized number of weeks, to $40.2 million from $38.5 million.\n\n${STATEMENT}`,
      `${HEAD}Demand normalized, and revenue grew 4.3% as reported.\n`,
      `${HEAD}Revenue fell 2.3%, and grew 4.1% excluding the wholesale business, which had sales of $2.5 million.\n\n${STATEMENT}`,
      `${HEAD}Revenue grew 4.1% excluding the wholesale business.\n\n${STATEMENT}${table("Revenue", "Wholesale | 2.5 | 5.0")}`,
    ],
    check: (disclosure) => [
      ...definitionFindings(disclosure),
      ...growthRowFindings(disclosure),
      ...besides(normalizedFindings(disclosure), exclusionFindings(disclosure), disclosure),
    ],
  },
  {
    code: "growth-bases-differ",
    title: "Growth of two periods leaves out the same",
    text: "Growth without currency and growth without currency and deals are two measures; a release that gives the one for the quarter and the other for the year to date says why.",
    sources: ["C&DI 100.02 and 104.06"],
    severity: "note",
    state: "REVIEW",
    profiles: BOTH,
    breaks: `${HEAD}Excluding currency changes, revenue of the quarter grew 8 percent. For the first nine months, revenue grew 9 percent excluding currency changes and acquisitions.\n`,
    keeps: [
      `${HEAD}Excluding currency changes, revenue of the quarter grew 8 percent. For the first nine months, revenue grew 9 percent excluding currency changes.\n`,
      `${HEAD}Excluding currency changes and acquisitions, revenue of the quarter grew 8 percent. For the first nine months, revenue grew 9 percent excluding currency changes and acquisitions.\n`,
    ],
    check: baseFindings,
  },
];
