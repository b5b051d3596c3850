import type { LexedBlock, LexedText } from "../../tieout/lex/lexed.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { withoutMet } from "./met.ts";
import { ownTitle } from "./own-titled.ts";

/** Which part of a release a passage belongs to. */
export type Part =
  | "wire"
  | "headline"
  | "results"
  | "quotation"
  | "guidance"
  | "definitions"
  | "safe-harbour"
  | "call"
  | "about"
  | "contacts"
  | "statements";

const DATELINE =
  /\b(?:today (?:announced|reported|released|provided)|(?:announced|reported|released) (?:its |today|financial|results|earnings)|\((?:NYSE|NASDAQ|Nasdaq|TSX)[^)]{0,40}\))/;
const BEGINS = anyCase(
  /\btoday (?:announced|reported|released)\b|\((?:business|globe) ?(?:news)?wire\)|\/prnewswire\b|\baccesswire\b/,
);
const DEFINITIONS = anyCase(
  /\bnon[-\u2010-\u2013 ]{0,2}(?:gaap|ifrs)\b|\b(?:definitions?|use|explanation|description|discussion) of\b.{0,60}\bmeasures?\b|\breconciliations?\b|\b(?:supplementa(?:l|ry)|alternative performance|key (?:performance|business|operating)|performance) (?:\w+ ){0,3}(?:measures|metrics|indicators)\b|^(?:glossary|definitions|frequently used terms|notes? (?:on|to) (?:the |our )?measures)|\bbasis of presentation\b/,
);
const SAFE = anyCase(
  /forward[- ]?looking (?:statements?|information)|\bsafe harbou?r\b|\bcautionary\b|\bforward[- ]looking$/,
);
const GUIDANCE = anyCase(
  /\b(?:outlook|guidance|expectations for|forecast|looking ahead|business outlook)\b|\bexpectations\b(?=\W*$)/,
);
/** "2026 Outlook: revenue of ...": a bullet that says with its first words that it guides. */
const GUIDES_FIRST = anyCase(/^\W{0,4}(?:[\w’'-]+ ){0,4}(?:outlook|guidance)(?: [\w’'-]+){0,3}:/);
export const guidesFirst = (text: string): boolean => GUIDES_FIRST.test(withoutMet(text.slice(0, LEAD)));
/** "2026 Outlook", "Full Year Guidance:", and not "Raises Full Year Guidance". */
const OUTLOOK_HEAD = anyCase(
  /^\W{0,4}(?:(?:full|fiscal|year|quarter|first|second|third|fourth|business|financial|updated|initial|current|company|[qq][1-4]|fy ?\d{0,4}|20\d\d)[ -]+){0,5}(?:outlook|guidance)\W{0,4}$/,
);
export const headsOutlook = (text: string): boolean => text.length < 80 && OUTLOOK_HEAD.test(text);
const CALL = anyCase(/\b(?:conference call|web ?cast|earnings call|investor call|teleconference)\b/);
const ABOUT = anyCase(/^about\b/);
const CONTACTS = anyCase(
  /^(?:(?:investor|media|press|company|corporate|public)[^.]{0,40})?(?:contacts?|relations|inquiries)\b[^.]{0,60}$/,
);
const RESULTS = anyCase(
  /\b(?:highlights?|results|performance|review|summary|comments?|commentary|operations|revenues?|profitability|cash flows?|capital|liquidity|dividends?|segments?|developments?|update)\b/,
);
const STATEMENTS = anyCase(
  /\b(?:statements? of (?:consolidated |comprehensive |condensed )?(?:operations|income|earnings|cash flows?|financial position|comprehensive)|balance sheets?|financial (?:tables|statements|schedules)|selected financial|segment (?:information|results))\b/,
);

/** A line of a newswire's own, before the release. */
const FLASH = /^\W{0,6}\(\d\d:\d\d GMT\)/;

/** "Acme Announces Second Quarter Results Page 2 August 3, 2026": the head of a printed page, which neither heads nor parts what it stands between. */
const PAGE_HEAD = anyCase(
  /^\s*(?:<page>|(?:[^.;:%$]{1,100}(?<!\b(?:on|see|to|at|and|the|this))[\s/|\u2013\u2014-])?page \d{1,3}(?: of \d{1,3})?(?:[\s|][^.;:%$]{0,100})?)\s*$/,
);
export const isPageHead = (text: string): boolean => PAGE_HEAD.test(text);
/** "(in millions, except per share amounts)", a picture's address, or what a wire prints above a page: a line that neither heads what follows nor parts it. */
const LINE_ASIDE = anyCase(
  /^\s*(?:\([^()]*\b(?:millions?|thousands?|billions?|dollars|unaudited|amounts)\b[^()]*\)|!?\[[^\]]*\]\([^)]*\)|\W{0,4}more\W{0,4}|(?:news|press|earnings) release(?:[,:\u2013\u2014-] ?[\w ,]{0,40})?)\s*$/,
);
export const isAside = (text: string): boolean => text.length < ASIDE_LONGEST && LINE_ASIDE.test(text);
const ASIDE_LONGEST = 300;

/** "Three Months Ended June 30, 2026": the line between a title and its table that says of when it is. */
export const isPeriodLine = (text: string): boolean =>
  text.length < PERIOD_LONGEST && /\p{L}/u.test(text) && !/\p{L}/u.test(text.replace(PERIOD_WORDS, ""));
const PERIOD_LONGEST = 90;
const PERIOD_WORDS =
  /\b(?:for|the|and|of|as|at|three|six|nine|twelve|months?|quarters?|years?|weeks?|half|fiscal|full|first|second|third|fourth|ended|ending|to|date|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|fy|unaudited)(?:\b|(?=\d))/gi;

/** Paragraphs that show by themselves what they are, wherever they stand. */
const DEFINES = anyCase(
  /\b(?:we|the company|management) (?:also )?(?:defines?|calculates?|uses?|presents?|believes? (?:that )?(?:non-gaap|adjusted|ebitda|free))\b.{0,200}\b(?:non-gaap|adjusted|ebitda|free cash flow|ffo|organic|constant currency)\b|\b(?:is|are) (?:a )?non-gaap (?:financial )?measures?\b|\b(?:alternative performance|non-ifrs(?: financial)?) measures?\b.{0,200}\b(?:not defined|not recogni[sz]ed|should not be|not a substitute)|\bnon-gaap financial measures?\b.{0,200}\b(?:should not be considered|not a substitute|in addition to|supplement|exclude)|\b(?:is|are) (?:defined|calculated) as\b/,
);
const SAFE_BODY = anyCase(
  /forward[- ]looking (?:statements?|information)\b[\s\S]{0,1500}\b(?:differ materially|risks and uncertainties|uncertaint|private securities litigation)|\bprivate securities litigation reform act\b/,
);
const CALL_BODY = anyCase(
  /\b(?:conference call|web ?cast|teleconference)\b[\s\S]{0,300}\b(?:dial|access|listen|replay|live|a\.?m\.?|p\.?m\.?)\b/,
);
const QUOTED =
  /^\W{0,4}\p{Lu}[^"\u201c.;:]{2,120}:\s{0,3}["\u201c](?=\p{Lu})|^\s{0,3}["\u201c\u201e\u00ab\u00bb](?![^"\u201c\u201d\n]{2,60}["\u201d],? (?:\([^)]{1,40}\),? )?(?:an? |is |are |means? |refers? |represents? |consists? |as used ))|["\u201d\u00bb\u00ab],? (?:said|commented|stated|added|noted|remarked|continued|concluded|explained)\b|\b(?:said|commented|stated|added|noted|remarked|continued|concluded|explained)\b[^.]{0,120}(?:[,:][\s-]{0,120}|\bthat )["\u201c\u201e\u00ab\u00bb]/u;
/** Marks that open a quotation, that close one, and those that do either. */
const OPENING = /[\u201c\u201e]/g;
const CLOSING = /\u201d/g;
const EITHER = /(?<![\d\u2032'])"/g;
/** So many paragraphs a quotation goes on without a mark at all; what is longer has lost its last mark. */
const GOES_ON = 4;

const countOf = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0;
/** Whether a quotation is not closed where its paragraph ends, and goes on in the next. */
const isLeftOpen = (text: string): boolean =>
  countOf(text, OPENING) > countOf(text, CLOSING) || countOf(text, EITHER) % 2 === 1;
const hasMarks = (text: string): boolean => /["\u201c\u201d\u201e]/.test(text);

/** How much of a bullet its first words are. */
const LEAD = 90;
const FAR = 2500;
/** How many blocks the head of a release may have before its first sentence. */
const HEAD = 25;

/** The part of each block; tables take that of the heading they stand below. */
export function partsOf(lexed: readonly LexedBlock[]): readonly Part[] {
  const body = bodyAt(lexed);
  let section: Part = "results";
  let isWithin = false;
  let goesOn = 0;
  let isLetter = false;
  return lexed.map((block, i) => {
    if (block.kind === "table") {
      isLetter = false;
      return section;
    }
    const text = block.block.text.text.slice(0, FAR);
    if (FLASH.test(text)) return "wire";
    if (i >= body && (isPageHead(text) || isAside(text))) return section;
    if (i < body) return CONTACTS.test(text) || /@/.test(text) ? "contacts" : "headline";
    const isOpen = goesOn > 0 && block.block.kind === "paragraph" && !block.block.bullet && text.length > 80;
    // What heads a table of reconciliations or of an outlook by its period leaves it one.
    if (HEADED_BY_PERIOD.has(section) && isPeriodLine(text) && lexed[i + 1]?.kind === "table") return section;
    if (!isOpen && isTitle(block, text)) {
      goesOn = 0;
      isLetter = block.block.kind === "heading" && headsLetter(text);
      const named = titled(text);
      // "Non-GAAP" right above a table of results heads that table alone, and right above results in words it heads results.
      if (named === "definitions" && headsOwnResults(text, lexed[i + 1], section)) return section;
      section =
        (named === "statements" && isProse(lexed[i + 1]) ? "results" : named) ??
        (section === "safe-harbour" || section === "about" ? "results" : section);
      if (named !== undefined) isWithin = section === "statements";
      else if (block.block.kind === "heading")
        section = isWithin && !isDiscussed(text, lexed[i + 1]) ? "statements" : "results";
      return section;
    }
    const isBullet = block.block.kind === "paragraph" && block.block.bullet;
    // Contacts that stand on the first page end where an officer speaks or a result is told: nobody's telephone is in such a paragraph.
    if (section === "contacts" && text.length > CONTACT_LONGEST && (QUOTED.test(text) || TELLS.test(text)))
      section = "results";
    const told = paragraphPart(text, section, isBullet);
    isLetter &&= !isBullet && SENTENCE_ENDS.test(text);
    const part = isLetter && told === "results" ? "quotation" : told;
    const isQuoted = part === "quotation" || (isOpen && (part === "results" || part === "guidance"));
    if (!isQuoted || (isOpen && hasMarks(text) && !isLeftOpen(text))) goesOn = 0;
    else if (part === "quotation" && isLeftOpen(text)) goesOn = GOES_ON;
    else goesOn = Math.max(0, goesOn - 1);
    return isQuoted ? "quotation" : part;
  });
}

const CONTACT_LONGEST = 160;

/** "Comments by the CEO", "Acme's CEO Jane Doe": what stands below is an officer's words, though no marks say so. */
const headsLetter = (text: string): boolean =>
  text.length < LETTER_LONGEST && LETTER.test(text) && !NO_LETTER.test(text);
const LETTER = anyCase(
  /^\W{0,4}(?:(?:letter|message|comments?|remarks|words?|statement|review) (?:from|by|of) (?:the |our |its )?(?:[\w&’'.-]+ ){0,4}?|[^.:%$]{0,30}\b)(?:ceo|chief executive|president|managing director|chair(?:man|woman|person)?)\b[^.%$]{0,50}$/,
);
/** What else a title tells of officers. */
const NO_LETTER = anyCase(
  /\b(?:appoint\w*|elect\w*|nam(?:es|ed)|chang\w+|success\w*|compensation|transition\w*|contacts?|retire\w*|resign\w*|joins?|promot\w+|committee|shares?)\b/,
);
const LETTER_LONGEST = 90;
/** Below a table, a list, a title or a name that signs it a letter is at its end. */
const SENTENCE_ENDS = /[.!?]["\u201d’)]{0,2}\s*$/;

const HEADED_BY_PERIOD: ReadonlySet<Part> = new Set<Part>(["definitions", "guidance"]);

/** What a statement does not begin with: a bullet, a paragraph of some length, or a sentence that tells how an amount has come out. */
const isProse = (next: LexedBlock | undefined): boolean =>
  next?.kind === "text" &&
  next.block.kind === "paragraph" &&
  (next.block.bullet || (next.block.text.text.trim().endsWith(".") && isLongOrTells(next.block.text.text)));
const isLongOrTells = (text: string): boolean => text.length > 120 || (text.length > 40 && TELLS.test(text));

/**
 * Whether a heading below that of segments or statements begins a discussion of the whole company's results: it names a period or a line of the
 * statements, and right behind it stands prose that tells how an amount has come out. Any other name below such a title is one of its parts'.
 */
const isDiscussed = (heading: string, next: LexedBlock | undefined): boolean =>
  OF_WHOLE.test(heading) && isProse(next) && next?.kind === "text" && TELLS.test(next.block.text.text.slice(0, FAR));
const OF_WHOLE = anyCase(
  /\b(?:quarter|months|half|year)\b|\b(?:consolidated|company|group)\b|\b(?:net interest|income tax(?:es)?|tax(?:es)? expense|net (?:income|loss|earnings)|expenses?)\b/,
);
const TELLS =
  /^(?!\W{0,3}[\da-z*†]{1,2}[).\]])(?!\W{0,3}(?:includes?|represents?|reflects?|note)\b)[^.;]{0,200}?\b(?:was|were|totall?ed|increased|decreased|grew|rose|fell|improved|declined|reached|higher|lower)\b[^;]{0,120}?(?:[$€£] ?\d|\d ?%)|^\p{L}[^;.]{0,120} of [$€£] ?\d[\d.,]{0,12}(?: (?:m|b)illion)? (?:was|were)\b/iu;

function paragraphPart(text: string, section: Part, isBullet: boolean): Part {
  if (SAFE_BODY.test(text) && !isException(text)) return "safe-harbour";
  if (section === "definitions" && tellsResult(text, isBullet)) return "results";
  if (section !== "results" && section !== "guidance") return section;
  if (DEFINES.test(text) && !tellsResult(text, isBullet)) return "definitions";
  if (CALL_BODY.test(text)) return "call";
  if (isBullet && guidesFirst(text)) return "guidance";
  return QUOTED.test(text) ? "quotation" : section;
}

/** That guidance is not reconciled, "due to uncertainties": said of forward-looking information, and no caution on forward-looking statements. */
const isException = (text: string): boolean =>
  /\breconcil/.test(inSmall(text)) &&
  /\bunreasonable efforts?\b/.test(inSmall(text)) &&
  !/\bforward[- ]looking statements?\b/.test(inSmall(text));

/** "For the second quarter of 2026, adjusted EBITDA was $82.3 million": a sentence that tells how a measure has come out. */
const COME_OUT =
  /^[\p{L}][^.;:()]{0,110}?\b(?:was|were|totall?ed|increased|decreased|grew|rose|fell|improved|declined|reached)\b[^.;]{0,60}?(?:[$€£]\s?\d|\d[\d.]*\s?%)/u;
const OF_PERIOD = anyCase(/\b(?:quarter|year|months|period|half|20\d\d)\b/);
const EXPLAINS = anyCase(
  /\b(?:exclud\w+|adjust(?:s|ed for)|defin\w+|reconcil\w+|calculat\w+|includ\w+|non-?gaap measures?|tax (?:rate|effect)s?)\b/,
);

const OF_OWN = anyCase(
  /\bnon-?gaap\b|\badjusted\b|ebitda|\bfree cash flow\b|\bffo\b|\borganic\b|\btangible (?:common )?(?:book|equity)\b|\b(?:core|underlying) [a-z]/,
);
/** "(see Exhibit 2 for reconciliation)", ", which exclude non-core items,": told aside, in a sentence about something else. */
const ASIDE = / ?\([^()]*\)|, (?:which|a) [^,.;]{0,120},/g;

/**
 * Whether a paragraph discusses what a measure was, and does not explain what it is: below a title of own measures, or with the
 * definition behind the result. A bullet below such a title is not asked for its period, and has to name what it tells of.
 */
function tellsResult(text: string, isBullet: boolean): boolean {
  const first = (/^.{0,400}?(?<!\b[A-Z])\.(?=\s|$)/su.exec(text)?.[0] ?? (isBullet ? text : "")).replace(ASIDE, "");
  return (
    (COME_OUT.test(first) || (isBullet && GIVES.test(first))) &&
    (isBullet ? OF_OWN : OF_PERIOD).test(first) &&
    !EXPLAINS.test(first)
  );
}

/** Whether a title that says of all results below it that they are the company's own has a table right below it, or words that give one. */
const headsOwnResults = (title: string, next: LexedBlock | undefined, section: Part): boolean =>
  next !== undefined &&
  ownTitle(title) !== undefined &&
  (next.kind === "table" || (section === "results" && GIVES.test(next.block.text.text.slice(0, FAR))));
/** "Adjusted EBITDA of $12.1 million", "Operating margin: 17.2%", "Net income for the quarter was $9.4 million". */
const GIVES =
  /^\W{0,6}\p{Lu}[^.;]{0,110}?(?:\b(?:of|was|were|totall?ed|reached|to)|:)[*_\s]{0,4}(?:approximately |a |an )?[(-]?(?:[$€£]\s?\(?\d|\d[\d.]*\s?%)/u;

/** A heading, or a short line that begins like one. */
function isTitle({ block }: LexedText, text: string): boolean {
  if (block.kind === "heading") return true;
  if (
    text.length >= 110 ||
    block.bullet ||
    !/^[\p{Lu}\d*#(]/u.test(text) ||
    /[.;,]\s*$/.test(text) ||
    SENDS_TO.test(text)
  )
    return false;
  const named = titled(text);
  return named !== undefined && (named === "guidance" || !text.trim().endsWith(":"));
}

/** "(1) See "Use of Non-GAAP Financial Measures"": a note that sends its reader to a section, and heads none. */
const SENDS_TO = anyCase(/^\W{0,3}(?:\w{1,2}\b\W{0,3})?(?:please )?(?:see|refer to) /);

/** "Outlook for 2026 (forward-looking statements)": what stands aside in brackets tells of what kind the outlook is, and heads no caution. */
function isAsideOfOutlook(text: string): boolean {
  const title = text.replace(/\([^()]{1,80}\)/g, " ");
  return GUIDANCE.test(title) && !SAFE.test(title);
}

function titled(text: string): Part | undefined {
  if (text.length > 160) return undefined;
  if (SAFE.test(text) && !isAsideOfOutlook(text)) return "safe-harbour";
  if (ABOUT.test(text)) return "about";
  if (DEFINITIONS.test(text)) return "definitions";
  if (CALL.test(text)) return "call";
  if (CONTACTS.test(text)) return "contacts";
  if (STATEMENTS.test(text)) return "statements";
  if (GUIDANCE.test(withoutMet(text)) && !/\b(?:reports?|announces?|results)\b/.test(inSmall(text))) return "guidance";
  return text.length < 80 && RESULTS.test(text) ? "results" : undefined;
}

/** The first block behind the headline: the paragraph with the dateline, a long one, a bullet behind a title, or a table. */
function bodyAt(lexed: readonly LexedBlock[]): number {
  const end = Math.min(lexed.length, HEAD);
  for (let i = 0; i < end; i++) {
    const block = lexed[i]!;
    if (block.kind === "table") {
      if (i > 4) return i;
      continue;
    }
    if (block.block.kind === "heading") continue;
    const text = block.block.text.text;
    if ((text.length > 120 && DATELINE.test(text)) || text.length > 260 || BEGINS.test(text)) return listAt(lexed, i);
  }
  return Math.min(2, lexed.length);
}

/** Where the list begins that a block is a bullet of, with the heading right above it: no headline ends within a list. */
function listAt(lexed: readonly LexedBlock[], at: number): number {
  const isBullet = (i: number): boolean => {
    const block = lexed[i];
    return block?.kind === "text" && block.block.kind === "paragraph" && block.block.bullet;
  };
  if (!isBullet(at)) return at;
  let first = at;
  while (isBullet(first - 1)) first--;
  const above = lexed[first - 1];
  return first > 1 && above?.kind === "text" && above.block.kind === "heading" ? first - 1 : first;
}
