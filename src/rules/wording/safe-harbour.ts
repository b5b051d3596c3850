import { placeOf } from "../../text/printed.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";
import { anyCase, inSmall, type Pattern, says } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import type { Passage } from "../reading/passage.ts";
import { foundAt, type Placed, sentencesOf, TELLING } from "../reading/placed.ts";
import { BOTH, type Found, type Rule, US } from "../rule.ts";
import { isIssuer } from "./issuer.ts";

const CAUTION = anyCase(
  /\bforward[-\s\u2010\u2011]{0,3}looking\b|\bsafe[- ]harbou?r\b|\bcautionary (?:statement|note|language)|\bprivate securities litigation/,
);
const TELLS_AHEAD =
  /\b(?:we|the company|management|[A-Z][\w&.]+) (?:now |currently |still |also )?(?:expects?|anticipates?|projects?|forecasts?|(?:is|are) (?:guiding|targeting)|targets? (?!of\b|for\b)|aims? (?:for|to)\b|(?:plans?|intends?) to)\b/;
const TO_COME = anyCase(/\b(?:quarter|half|year|fiscal|20\d\d)\b/);

/** A release that goes on to its statements, or to who tells more, is whole; of an extract nothing is known. */
const isWhole = ({ tables, passages }: Disclosure): boolean =>
  tables.some((t) => t.kind === "statement") && passages.some((p) => TELLING.has(p.part));

function cautionFindings(disclosure: Disclosure): readonly Found[] {
  const { source, passages } = disclosure;
  if (!isWhole(disclosure) || CAUTION.test(source) || passages.some((p) => CAUTION.test(p.text))) return [];
  if (passages.some((p) => says(WARNS_PLAINLY, p.text))) return [];
  const all = sentencesOf(disclosure, (p) => TELLING.has(p.part));
  const withFigure = all.flatMap((at) => {
    const { text, figures } = at.sentence;
    const match = TO_COME.test(text) && figures.some((f) => f.measured !== undefined) ? TELLS_AHEAD.exec(text) : null;
    return match === null ? [] : [uncautioned(at, match, "a forward-looking statement with a figure")];
  });
  if (withFigure.length > 0) return withFigure.slice(0, 1);
  if (passages.some((p) => says(WARNS, p.text))) return [];
  return all
    .flatMap((at) => {
      const match = planIn(at.sentence.text, disclosure);
      return match === null ? [] : [uncautioned(at, match, "a forward-looking statement")];
    })
    .slice(0, 1);
}

const uncautioned = (at: Placed, match: RegExpExecArray, what: string): Found =>
  foundAt(
    at,
    match,
    `${quoted(match[0])} begins ${what}; the release does not call it so, and warns of nothing.`,
    "Add a paragraph that says which statements look forward and names the factors that can make results differ.",
  );

/** What warns of what is to come as plainly as a caution does, and does not call it forward-looking. */
const WARNS_PLAINLY = anyCase(
  /\brisks? and (?:other )?uncertaint|\bknown and unknown risks\b|\bresults (?:may|could|might) (?:\w+ )?(?:differ|vary)\b/,
);
/** What warns in other words than the law has: of statements without a figure that is not asked for more. */
const WARNS = anyCase(
  /\bhistorical (?:facts?|in nature|information)\b|\b(?:results|events|outcomes) (?:may|could|might|can|will) (?:\w+ )?(?:differ|vary)\b|\bno assurances?\b/,
);

/** What the company itself plans, expects or thinks that it will do: no wish, and no habit. */
const PLANS =
  /\b([Ww]e|[Tt]he [Cc]ompany|[Mm]anagement|[A-Z][\w&.]+) (?:now |currently |still |also |continues? to |remains? )?(?:expects?(?! (?:from|of|that (?:you|they))\b)|anticipates?|(?:plans?|intends?) to\b|(?:is|are) (?:planning|targeting|preparing) to\b|targets? (?=[a-z]+ing\b)|aims? to\b|(?:(?:believes?|(?:is|are) confident) (?:that )?)?(?:[Ww]e |it |the [Cc]ompany )?will (?:(?:again|also|continue to|be able to) )?(?:open|close|launch|introduce|begin|start|complete|expand|grow|outgrow|outperform|deliver|achieve|return|reduce|invest|improve|increase|exceed|accelerate|enter|build|double|generate)\b)/d;
/** One look at a text tells that it has no such words. */
const MAY_PLAN = /expect|anticipat|plan|inten[dt]|target|aim|will|preparing/;
/** A time that has not come when the release goes out, whatever the year. */
const TIME_AHEAD = anyCase(
  /\b(?:next|coming|upcoming|following) (?:[\w-]+ ){0,2}(?:quarters?|years?|months?|half|season)\b|\bthis (?:fiscal |calendar )?(?:year|quarter|fall|spring|summer|winter)\b|\b(?:rest|remainder|balance|end) of (?:the |this |fiscal |calendar ){0,2}(?:year|quarter|20\d\d)\b|\b(?:in|during|for|over|by|through|before|throughout) (?:the )?(?:(?:first|second|third|fourth|current|full|remaining|back|latter|early|late|mid)[- ]){1,2}(?:half|quarters?|(?:fiscal )?year|part of)\b|\bfull[- ]year\b/,
);
const YEAR = /\b20\d\d\b/g;
/** When the release is talked about, what comes of a filing or a standard, and a dividend that is declared. */
const NO_PLAN = anyCase(
  /\b(?:conference call|calls?|webcast|replay|annual meeting|fil(?:e|es|ed|ing)|10-[kq]|20-f|(?:announce|report|release|publish|discuss|host|present)(?: (?:its|our|the|full|final))* (?:[\w-]+ ){0,3}(?:results|earnings|call)|adopt\w*|asu|asc|standards?|dividends?|payable|participate|conferences?)\b/,
);

/** The words that begin a plain plan or expectation of the company's for a time to come; null where a sentence has none. */
function planIn(text: string, disclosure: Disclosure): RegExpExecArray | null {
  const match = MAY_PLAN.test(text) ? PLANS.exec(text) : null;
  if (match === null || NO_PLAN.test(text) || !isAhead(text, disclosure)) return null;
  const subject = match[1]!;
  const isOwn = /^(?:we|the company|management|company)$/.test(inSmall(subject)) || isIssuer(subject, disclosure);
  return isOwn ? match : null;
}

/** Where a sentence names years, one of them is none that is past when the release goes out. */
function isAhead(text: string, { context: { released, reportEnd } }: Disclosure): boolean {
  const years = text.match(YEAR);
  if (years === null) return TIME_AHEAD.test(text);
  const last = (released ?? reportEnd)?.slice(0, 4);
  return last !== undefined && years.some((year) => year > last || (year === last && TIME_AHEAD.test(text)));
}

interface Piece {
  readonly words: string;
  readonly said: Pattern;
}

const PIECES: readonly Piece[] = [
  {
    words: "where the risks can be read in full",
    said: anyCase(
      /\b(?:10-?[kq]|20-?f|40-?f|10-?ksb|annual (?:report|information form)|registration statement|prospectus|sedar|sec|securities and exchange commission|filings?|filed|reports? (?:on|to|with))\b/,
    ),
  },
  {
    words: "whether the statements will be brought up to date",
    said: anyCase(/\b(?:updat\w+|revis\w+|speaks? only|as of the date|only as of|publicly release)\b/),
  },
];

/** What can make results differ, by its name. */
const FACTOR = anyCase(
  /\b(?:compet\w+|econom(?:y|ies|ic)|inflation\w*|recession\w*|interest rates?|exchange rates?|currenc(?:y|ies)|demand|pric(?:e|es|ing)|customers?|consumers?|patients?|suppl(?:y|ies|iers?)|tariffs?|trade|regulat\w+|legislat\w+|litigation|legal|lawsuits?|claims|tax(?:es|ation)?|weather|climate|catastroph\w+|hurricanes?|wildfires?|cyber\w*|breach(?:es)?|disruptions?|labor|labour|employees|personnel|covid\S*|pandemics?|epidemics?|clinical|approvals?|trials?|integrat\w+|acqui(?:re|sitions?)|mergers?|divestitures?|indebtedness|borrow\w*|credit|liquidity|financing|capital (?:markets?|requirements?|resources?)|market (?:conditions?|prices?|volatility|acceptance)|war|wars|geopolitic\w+|politic\w+|hostilities|terroris\w+|technolog\w+|intellectual property|patents?|(?:new|our|the|of) products?|commodit(?:y|ies)|raw materials?|inventor(?:y|ies)|oil|natural gas|energy|capacity|manufactur\w+|production|occupancy|tenants?|leas(?:e|es|ing)|rents?|real estate|housing|mortgage|stock price|reserves?|operating history|going concern|contracts?|backlog|seasonal\w*|reimbursement|impairments?|funding|delays?|key (?:management|executives?))\b/,
);
/** What the statements are about, the words that tell them, and where the factors stand, are no factors. */
const NO_FACTOR = anyCase(
  /\bstatements?\b[^.;]{0,80}\b(?:regarding|about|concerning|relat\w+ to|with respect to|includ\w+|such as|contain\w*)\b|\binformation or statements\b|\b(?:identified by|identify|words?|terminology|expressions?)\b|["“][^"”]{3,30},?["”],? ["“]|\b(?:filings?|filed|files|10-[kq]|20-f|prospectus|registration statement|sedar\w*|www\.\w+)\b|\b(?:update|revise|reform act|section 2[17][ae])\b/,
);
/** How many blocks behind the caution its list of factors may go on. */
const LIST = 40;

/** The caution and what its list goes on with, up to the next title. */
function cautionOf(passages: readonly Passage[], first: Passage): readonly Passage[] {
  const from = passages.indexOf(first);
  const end = passages.findIndex((p, i) => i > from + 1 && p.heading && p.part !== "safe-harbour");
  const listed = passages.slice(from, Math.min(end < 0 ? passages.length : end, from + LIST));
  return [...passages.filter((p) => p.part === "safe-harbour" || CAUTION.test(p.text)), ...listed];
}

/** "Important factors that could cause results to differ include ...": what follows is one, whatever stands before. */
const INTRODUCED = anyCase(
  /\b(?:factors?|risks?|uncertaint\w+|contingenc\w+|differ\w*|depend\w*)\b[\s\S]{0,400}?\b(?:includ\w+|such as|due to|among|following|because|as a result of|are)\b(?! (?:statements|those))([\s\S]*)/d,
);
/** "Fuel prices, weather and the other risks in our Form 10-K could cause results to differ": the factors are what the sentence is about. */
const CAUSES = anyCase(/^([^.:]{3,400}?) (?:could|may|might|can|would) (?:all |also |each )?(?:cause|make|lead)\b/d);
const ABILITY = anyCase(/\b(?:ability (?:of|to)|possibility|failure (?:of|to)|inability to|changes in|success of)\b/);

function namesFactor({ sentences }: Passage): boolean {
  return sentences.some(({ text }) => {
    const introduced = INTRODUCED.exec(text)?.[1] ?? "";
    if (says(FACTOR, introduced) || says(ABILITY, introduced)) return true;
    const causes = text.split(";").flatMap((clause) => CAUSES.exec(clause)?.[1]?.split(/, | and /) ?? []);
    if (causes.some((part) => says(FACTOR, part) && !says(NO_FACTOR, part))) return true;
    return text.split(/;|: /).some((part) => says(FACTOR, part) && !says(NO_FACTOR, part));
  });
}

/** What the block lacks, in one finding. */
function pieceFindings({ passages }: Disclosure): readonly Found[] {
  const block = passages.filter((p) => p.part === "safe-harbour");
  const first = block.find((p) => CAUTION.test(p.text));
  const match = first === undefined ? null : CAUTION.exec(first.text);
  if (first === undefined || match === null) return [];
  // Its paragraphs are not always told from what stands behind them, so all of that may hold a part.
  const where = passages.filter((p) => p.block >= first.block || CAUTION.test(p.text));
  const lacking = [
    ...(cautionOf(passages, first).some(namesFactor) ? [] : ["which factors can make results differ"]),
    ...PIECES.filter(({ said }) => !where.some((p) => said.test(p.text))).map(({ words }) => words),
  ];
  if (lacking.length === 0) return [];
  const place = placeOf(first.printed, match.index, match.index + match[0].length);
  const message = `The paragraph on ${quoted(match[0].toLowerCase())} statements does not say ${lacking.join(", nor ")}.`;
  return [{ ...place, message, remedy: "Add it.", figures: [] }];
}

const AHEAD = "We expect revenue of $160 million for the full year 2025.\n\n";
const BLOCK =
  "## Forward-looking statements\n\nStatements about what we expect are forward-looking. Results may differ, because a supplier may fail and for the other risks in our Form 10-K. We do not undertake to update them.\n\n";

export const SAFE_HARBOUR: readonly Rule[] = [
  {
    code: "forward-looking-without-caution",
    title: "What looks forward is called so and comes with a caution",
    text: "The safe harbour protects a written statement, with a figure or without, that is identified as forward-looking and accompanied by meaningful cautionary statements that name important factors.",
    sources: ["15 USC 78u-5(c)(1)(A)(i)"],
    severity: "warning",
    state: "REVIEW",
    profiles: BOTH,
    breaks: `${HEAD}${AHEAD}${STATEMENT}`,
    keeps: [
      `${HEAD}${AHEAD}${STATEMENT}${BLOCK}`,
      `${HEAD}Revenue was as we expected.\n\n${STATEMENT}`,
      HEAD + AHEAD,
      `${HEAD}We plan to host a conference call next quarter.\n\n${STATEMENT}`,
    ],
    check: cautionFindings,
  },
  {
    code: "safe-harbour-incomplete",
    title: "The caution names factors, where more of them stands, and its day",
    text: "The cautionary statements name factors; by custom they point to the reports that hold them in full and say that the statements are not brought up to date.",
    sources: ["15 USC 78u-5(c)(1)(A)(i)", "Custom: reports on Form 10-K or 10-Q, and no duty to update"],
    severity: "note",
    state: "INFO",
    profiles: US,
    breaks: `${HEAD}${AHEAD}${STATEMENT}## Forward-looking statements\n\nStatements about what we expect are forward-looking, and results may differ from them.\n`,
    keeps: [
      `${HEAD}${AHEAD}${STATEMENT}${BLOCK}`,
      `${HEAD}${AHEAD}${STATEMENT}`,
      `${HEAD}${AHEAD}${STATEMENT}## Forward-looking statements\n\nStatements about our plans are forward-looking. Factors that can make results differ include:\n\n- new tariffs;\n- the loss of a customer.\n\nMore stands in our Form 10-K. They speak only as of today.\n`,
    ],
    check: pieceFindings,
  },
];
