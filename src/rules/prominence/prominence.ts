import type { Family } from "../names/family.ts";
import { alsoIn, lineOf } from "../reading/also.ts";
import { heldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import { gaapMentions, idsOf, measureOf, ownQuoted, quoted, RATIOS } from "../reading/own-measure.ts";
import type { PlaceKind } from "../reading/place.ts";
import { at } from "../reading/placed.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import { exceptedFrom, excusedFrom } from "../reconciliation/guidance-exception.ts";
import { bareBesideOutlook, basesWithoutGaap } from "../reconciliation/past-beside-outlook.ts";
import { remembered } from "../remembered.ts";
import { type Found, PROMINENCE_ITEM, type Rule, US } from "../rule.ts";
import { type Bare, bareMentions, elsewhere } from "./bare.ts";
import { causeFindings } from "./causes.ts";
import { changeFindings } from "./changes-aside.ts";
import { coverageFindings } from "./coverage.ts";
import { cutHeadlines, cutPraise } from "./cut-headlines.ts";
import { rowsInBold, wordsInBold } from "./emphasis.ts";
import { growthApartFindings } from "./growth-apart.ts";
import { growthTables } from "./growth-tables.ts";
import { headingFindings } from "./headings.ts";
import { heldAgainstFindings } from "./held-against.ts";
import { orderFindings } from "./order.ts";
import { growthAheadFirst } from "./order-ahead.ts";
import { otherRatioFindings } from "./other-ratios.ts";
import { ownRevenueAlone } from "./own-revenue.ts";
import { payoutFindings } from "./payout.ts";
import { isToldByUnit, perUnitFindings } from "./per-unit.ts";
import { goodWord, praiseFindings } from "./praise.ts";
import { bridgeFindings, columnFindings, sidewaysFindings, tableFindings } from "./prominent-tables.ts";
import { rateAloneFindings } from "./rate-alone.ts";
import { AMOUNT_OF, ratioPlaces, shareFindings, tableRatioFindings } from "./ratios.ts";
import { recordResults } from "./record-results.ts";
import { reportedBehind } from "./reported-behind.ts";
import { shareOfOwnFindings } from "./share-of-own.ts";
import { shareOfOwnRevenueFindings } from "./share-of-own-revenue.ts";
import {
  equivalentWithoutGaap,
  marginsOfEquivalent,
  partsOfEquivalent,
  statementsOfEquivalent,
} from "./tax-equivalent-alone.ts";
import { titledCharts } from "./titled-charts.ts";

/** A good word that is said of a measure whose place has nothing alike under GAAP makes it worse (C&DI 102.10(a)(5)). */
function praisedAlone({ own, partly, isUncompared }: Bare): string {
  const word = partly === undefined && !isUncompared ? goodWord(own) : undefined;
  return word === undefined ? "" : ` ${quoted(word)} is said of it alone.`;
}

/** What a place gives and what it has not, in words behind its own. */
const lacks = (bare: Bare, disclosure: Disclosure): string =>
  `${bare.own.figures.length > 0 ? "gives" : "tells in words of"} ${ownQuoted(bare.own)} and not ${elsewhere(bare, disclosure)}.${praisedAlone(bare)}`;

const sentenceOf = ({ block, sentence }: Mention): string => `${block} ${sentence}`;

/**
 * What one sentence gives bare: a reader mends it once, however many measures it has. A measure that another place has bare before is
 * named in it as well, since the reader of the sentence would leave it there.
 */
function bySentence(all: readonly Bare[]): readonly (readonly [Bare, ...Bare[]])[] {
  const found = new Map<string, [Bare, ...Bare[]]>();
  for (const bare of all) {
    const known = found.get(sentenceOf(bare.own));
    if (known === undefined) found.set(sentenceOf(bare.own), [bare]);
    else known.push(bare);
  }
  for (const again of all.flatMap((bare) => bare.again)) {
    const known = found.get(sentenceOf(again.own));
    if (known === undefined || known.some(({ own }) => measureOf(own) === measureOf(again.own))) continue;
    known.push({ ...again, again: [] });
  }
  return [...found.values()];
}

/** The words for the measures under GAAP that are asked for, each once. */
const askedFor = (all: readonly Bare[], disclosure: Disclosure): string =>
  [...new Set(all.map(({ own }) => heldAgainst(own.family, disclosure).words))].join(", ");

/** One finding for each sentence, at its first measure; `placeOf` names the place. */
function bareFindings(
  all: readonly Bare[],
  disclosure: Disclosure,
  placeOf: (bare: Bare) => string,
  remedyOf: (words: string) => string,
): readonly Found[] {
  return bySentence(all).map((bares): Found => {
    const [first] = bares;
    const said = bares.map((bare, i) => `${i === 0 ? placeOf(bare) : "It"} ${lacks(bare, disclosure)}`);
    const others = bares.flatMap(({ again }) => again.map(({ own }) => own));
    return {
      ...at(first.own),
      message: `${said.join(" ")}${alsoIn(disclosure, first.own, others)}`,
      remedy: remedyOf(askedFor(bares, disclosure)),
      figures: idsOf(bares.map(({ own }) => own)),
    };
  });
}

/** What a place gives bare; of what is to come, what the release says that it cannot give has its answer there. */
const notExcepted = (disclosure: Disclosure, kind: PlaceKind, excepted: (family: Family) => boolean): readonly Bare[] =>
  bareMentions(disclosure, [kind]).filter(({ own }) => !own.ahead || !excepted(own.family));

/** An exception that stands below the headline excuses it where it says all that it has to. */
const headlineFindings = (disclosure: Disclosure): readonly Found[] =>
  bareFindings(
    notExcepted(disclosure, "headline", exceptedFrom(disclosure, true)),
    disclosure,
    () => "The headline",
    (words) =>
      `Give ${words} in the headline as well, before the measure of the company's own, or leave that one out of it.`,
  );

/** One that does not say what is not available excuses no quotation either. */
const quotationFindings = (disclosure: Disclosure): readonly Found[] =>
  bareFindings(
    notExcepted(disclosure, "quotation", excusedFrom(disclosure)),
    disclosure,
    () => "The quotation",
    (words) => `Let the quotation give ${words} as well, and first, or leave the figure out of it.`,
  );

/** One finding for a measure that the lists of highlights or the text give bare, whichever comes first. */
const bareInText = remembered((disclosure: Disclosure): readonly Bare[] =>
  bareMentions(disclosure, ["list", "text"]).filter(({ own }) => !own.ahead),
);

const startsOf = (all: readonly Bare[]): ReadonlySet<number> =>
  new Set(all.flatMap((one) => [one, ...one.again].map(({ own }) => own.start)));

function missingFindings(disclosure: Disclosure): readonly Found[] {
  const bare = bareInText(disclosure).filter(({ own }) => !RATIOS.has(own.family) && !isToldByUnit(own, disclosure));
  const found = bareFindings(
    bare,
    disclosure,
    ({ place }) => (place.kind === "list" ? "The list" : "The text"),
    (words) => `Give ${words} there as well, before the measure of the company's own.`,
  );
  const told = new Set(
    bare.flatMap((one) => [one, ...one.again].map(({ own: { block, family } }) => `${block} ${family}`)),
  );
  return [
    ...found,
    ...causeFindings(disclosure, told),
    ...heldAgainstFindings(disclosure),
    ...basesWithoutGaap(disclosure),
    ...equivalentWithoutGaap(disclosure),
    ...growthApartFindings(disclosure),
    ...rateAloneFindings(disclosure),
  ];
}

function ratioFindings(disclosure: Disclosure): readonly Found[] {
  const inText = bareInText(disclosure).filter(({ own }) => RATIOS.has(own.family));
  const told = new Map<Family, RuleRow[]>(inText.map(({ own }) => [own.family, []]));
  const tabled = tableRatioFindings(disclosure, told);
  const found = bySentence(inText).map((bares): Found => {
    const [first] = bares;
    const said = bares.map(
      (bare) =>
        `${ownQuoted(bare.own)} is a ratio of the company's own, and there is not with it ${elsewhere(bare, disclosure)}.${praisedAlone(bare)}`,
    );
    const others = bares.flatMap(({ own, again }) => [
      ...again.map((one) => one.own),
      ...(told.get(own.family) ?? []),
      ...ratioPlaces(own.family, disclosure),
    ]);
    return {
      ...at(first.own),
      message: `${said.join(" ")}${alsoIn(disclosure, first.own, others)}${bares.map((bare) => isAheadOf(bare, disclosure)).join("")}`,
      remedy: `Print ${askedFor(bares, disclosure)} under GAAP beside it, no less prominently.`,
      figures: idsOf(bares.map(({ own }) => own)),
    };
  });
  return [
    ...found,
    ...tabled,
    ...shareFindings(disclosure),
    ...payoutFindings(disclosure),
    ...shareOfOwnFindings(disclosure),
    ...shareOfOwnRevenueFindings(disclosure),
    ...partsOfEquivalent(disclosure),
    ...marginsOfEquivalent(disclosure),
    ...coverageFindings(disclosure),
    ...perUnitFindings(disclosure),
    ...otherRatioFindings(disclosure),
    ...growthTables(disclosure),
  ];
}

/** What is to be said as well where the place has the amount under GAAP, and has it behind the ratio. */
function isAheadOf({ own, place }: Bare, disclosure: Disclosure): string {
  const family = AMOUNT_OF.get(own.family);
  const gaap =
    family === undefined ? undefined : gaapMentions(family, place.mentions, disclosure).find((m) => !m.ahead);
  return gaap === undefined || gaap.start < own.start
    ? ""
    : ` In line ${lineOf(disclosure, own)} ${quoted(gaap.name)} itself comes behind it.`;
}

const HEAD =
  "# Acme Reports Third Quarter Results\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results.\n\n";

export const PROMINENCE: readonly Rule[] = [
  {
    code: "headline-without-gaap",
    title: "A headline with a measure of the company's own has the measure under GAAP",
    text: "Where the headline, or a line below it, prints a non-GAAP measure, its growth or its outlook, in figures or in words, the most directly comparable GAAP measure stands there too, and first; so it is with the heading of a section and the caption of a table that print its amount or its growth.",
    sources: ["C&DI 102.10(a)(2)", PROMINENCE_ITEM],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks:
      "# Acme Reports Adjusted EPS of $1.20\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported earnings per share of $0.95 for its third quarter, and adjusted EPS of $1.20.\n",
    keeps: [
      "# Acme Reports EPS of $0.95 and Adjusted EPS of $1.20\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results for the third quarter of the year 2025.\n",
      `${HEAD}## Net Income of $9.4 Million and Adjusted EBITDA of $12.1 Million\n\nBoth grew on higher prices.\n`,
      "# Acme Reports Record Third Quarter Revenue\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported earnings per share of $0.95 for its third quarter, and adjusted EPS of $1.20.\n",
    ],
    check: (disclosure) => [
      ...headlineFindings(disclosure),
      ...cutHeadlines(disclosure),
      ...headingFindings(disclosure, startsOf(bareInText(disclosure))),
    ],
  },
  {
    code: "quotation-without-gaap",
    title: "A quotation with a measure of the company's own has the measure under GAAP",
    text: "Where an officer's words tell of a non-GAAP measure or its growth, in figures or in words, the most directly comparable GAAP measure, or its growth, stands in them too; what another speaker says is another place.",
    sources: ["C&DI 102.10(a)(2) and (7)", PROMINENCE_ITEM],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}Net income was $9.4 million.\n\n"Adjusted EBITDA grew 12% to $12.1 million," said Jane Doe, chief executive.\n`,
    keeps: [
      `${HEAD}"Net income grew 5% to $9.4 million and adjusted EBITDA 12% to $12.1 million," said Jane Doe, chief executive.\n`,
      `${HEAD}"Revenue grew 12% to $40.2 million," said Jane Doe, chief executive.\n`,
    ],
    check: quotationFindings,
  },
  {
    code: "non-gaap-first",
    title: "The measure under GAAP comes first",
    text: "In the text and in its bullets, the most directly comparable GAAP measure comes before the non-GAAP measure.",
    sources: ["C&DI 102.10(a)(2)", PROMINENCE_ITEM],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}- Adjusted net income of $12.1 million\n- Net income of $9.4 million\n`,
    keeps: [
      `${HEAD}- Net income of $9.4 million\n- Adjusted net income of $12.1 million\n`,
      `${HEAD}GAAP and non-GAAP operating margin was 12.2% and 19.6%, respectively.\n`,
      `${HEAD}- Net debt to adjusted EBITDA of 3.3 times\n- Net income of $9.4 million\n`,
      `${HEAD}- A net loss of $0.01 per share (adjusted net income of $0.01), or a loss of $1.1 million (adjusted net income of $1.0 million); net loss was $4.1 million in 2024\n`,
    ],
    check: (disclosure) => [
      ...orderFindings(disclosure),
      ...growthAheadFirst(disclosure),
      ...reportedBehind(disclosure),
    ],
  },
  {
    code: "gaap-measure-missing",
    title: "The text that gives a measure of the company's own gives the measure under GAAP",
    text: "A non-GAAP measure in the text is accompanied there by the most directly comparable GAAP measure; a statement at the end is less prominent. Where the cause of its change is told, that of the change under GAAP is told as well.",
    sources: ["Regulation G, 17 CFR 244.100(a)(1)", "C&DI 102.10(a)(2) and (7)", PROMINENCE_ITEM],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}- Revenue of $40.2 million\n- Adjusted EBITDA of $12.1 million\n`,
    keeps: [
      `${HEAD}- Net loss of $1.2 million\n- Adjusted EBITDA of $12.1 million\n`,
      `${HEAD}- Net loss was $3.7 million, compared to a net loss of $2.5 million\n- Adjusted EBITDA increased 8.7% to $10.3 million\n`,
      `${HEAD}We expect adjusted EBITDA of $50 million to $55 million for the full year.\n`,
    ],
    check: missingFindings,
  },
  {
    code: "gaap-ratio-missing",
    title: "A ratio of the company's own stands with the ratio under GAAP",
    text: "A margin or another ratio that has a non-GAAP amount above or below the line is shown with the same ratio of GAAP amounts, in the text and in the summary that has it; a reconciliation may leave it to another table.",
    sources: ["C&DI 102.10(a)(3)", PROMINENCE_ITEM],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}Revenue was $10.0 million.\n\n- Non-GAAP operating margin rose to 20.6 percent from 18.6 percent\n`,
    keeps: [
      "- Operating margin was 15.1 percent and non-GAAP operating margin 20.6 percent\n",
      "- Operating margin rose to 20.6 percent from 18.6 percent\n",
    ],
    check: ratioFindings,
  },
  {
    code: "praise-of-non-gaap",
    title: "A word like record is said of the measure under GAAP as well",
    text: '"Record", "exceptional", a streak of good periods and the like are not said of a non-GAAP measure alone; the comparable GAAP measure is characterised as prominently in the same place.',
    sources: ["C&DI 102.10(a)(5)"],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}We achieved record adjusted EBITDA of $12.1 million; net income was $3.3 million.\n`,
    keeps: [
      `${HEAD}Net income was $3.3 million, the third consecutive quarter of growth, and adjusted EBITDA $12.1 million.\n`,
      `${HEAD}We achieved record net income of $3.3 million and record adjusted EBITDA of $12.1 million.\n`,
      `${HEAD}We achieved record revenue of $40.2 million and adjusted EBITDA of $12.1 million.\n`,
      `${HEAD}"We achieved our sixth quarter of net income and of non-GAAP profitability," said Jane Doe, chief executive.\n`,
      `${HEAD}"We are careful, and think of non-GAAP profitability as a means," said Jane Doe, chief executive.\n`,
    ],
    check: (disclosure) => [...praiseFindings(disclosure), ...cutPraise(disclosure), ...recordResults(disclosure)],
  },
  {
    code: "table-without-gaap",
    title: "A table of key figures has the measure under GAAP above the company's own",
    text: "A table or chart among the results does not show non-GAAP measures alone, above the comparable GAAP measures, or in a column before theirs; tables that a heading alone parts are one summary.",
    sources: ["C&DI 102.10(a)(2) and (6)"],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 40.2 | 38.1 |\n| Adjusted EBITDA | 12.1 | 11.0 |\n`,
    keeps: [
      `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 40.2 | 38.1 |\n| Net income | 3.3 | 3.0 |\n| Adjusted EBITDA | 12.1 | 11.0 |\n`,
      `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 40.2 | 38.1 |\n| Net income | 3.3 | 3.0 |\n`,
      `${HEAD}## Results\n\nNet income was $3.3 million.\n\nThe table bridges net income and adjusted EBITDA:\n\n| ($ millions) | Amount |\n|---|---|\n| Net income of 2024 | 3.0 |\n| Higher prices | 0.3 |\n| Net income of 2025 | 3.3 |\n`,
    ],
    check: (disclosure) => {
      const bare = tableFindings(disclosure);
      return [
        ...bare,
        ...columnFindings(disclosure),
        ...changeFindings(disclosure),
        ...sidewaysFindings(disclosure),
        ...statementsOfEquivalent(disclosure),
        ...bareBesideOutlook(disclosure),
        ...titledCharts(disclosure),
        ...ownRevenueAlone(disclosure),
        // A bridge whose first row stands without the measure under GAAP has been told of.
        ...bridgeFindings(disclosure).filter(({ start }) => !bare.some((one) => one.start === start)),
      ];
    },
  },
  {
    code: "non-gaap-in-bold",
    title: "A measure of the company's own is not set in bolder type",
    text: "In the text, in its bullets and in rows of key figures, bold or larger type does not make a non-GAAP measure stand out above the comparable GAAP measure beside it; the bold words that each bullet or paragraph begins with do not.",
    sources: ["C&DI 102.10(a)(4)"],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Net income | 3.3 | 3.0 |\n| **Adjusted EBITDA** | **12.1** | **11.0** |\n`,
    keeps: [
      `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| **Net income** | **3.3** | **3.0** |\n| **Adjusted EBITDA** | **12.1** | **11.0** |\n`,
      `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Net income | 3.3 | 3.0 |\n| Adjusted EBITDA | 12.1 | 11.0 |\n`,
      `${HEAD}- **Net income** of $3.3 million\n- **Adjusted EBITDA** of $12.1 million\n`,
    ],
    check: (disclosure) => [...rowsInBold(disclosure), ...wordsInBold(disclosure)],
  },
];
