import { placeOf } from "../../text/printed.ts";
import { anyCase, inSmall, type Pattern, says } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import type { Passage } from "../reading/passage.ts";
import { foundAt, sentencesOf } from "../reading/placed.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

/** Two capital X or more stand for a number only beside a sign, a unit or a date; alone they may be a Roman numeral or a name. */
const LEFT: readonly Pattern[] = [
  /\$ ?X{1,4}(?:[.,]X{1,3})?(?![A-Za-z\d])/,
  /(?<![A-Za-z\d$])X{1,4}(?:\.X{1,3})? ?(?:%|percent\b|million\b|billion\b|basis points\b|cents\b)/,
  // Small letters stand for digits with a point among them, or with a unit right behind; "x%" alone is any rate of a formula.
  /(?<![\w.])(?:\$ ?)?x{1,3}\.x{1,2} ?(?:%|percent\b|million\b|billion\b|per\b)|(?<![\w.$])xx{1,2} ?(?:%|percent\b)|\$ ?x{2,4} (?:million|billion)\b/,
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:(?:X{1,2}|_{1,8}),? ?20[\dX_]{2}|\d{1,2}, ?20(?:X{1,2}|_{1,4}))(?!\w)/,
  // "Fiscal 20XX" in quotation marks is any year of a definition.
  /(?<!["“”‘'\w-])20XX(?!["“”’'\w-])/,
  /\(?\bX{3}\)?[ .-]X{3}[ .-]X{4}\b/,
  anyCase(
    /\[ {0,3}(?:\u25cf|\u2022|_{1,20}|\$|x{2,4}|x{1,3}[.,]x{1,3}|tbd|tbc|tbu|tk|pending(?!\] [a-z])|to come|to be (?:confirmed|determined|updated|inserted|completed|provided)|check|confirm|verify|(?:insert|placeholder|draft|ntd|note to (?:draft|editor|self)|confirm)\b[^\]]{0,120}) {0,3}\](?!\()/,
  ),
  // A field of the form that a release is written by; "[the Company]" is what an editor puts in.
  anyCase(
    /\[ {0,3}(?:name|title|name and title|(?:full |company |speaker )name|date|month|day|amount|number|city|quote|quotation|(?:phone|telephone) number|spokes(?:person|man|woman)) {0,3}\](?!\()/,
  ),
  // "[CFO to confirm]", "[Note: legal to review]": who has something to do before it goes out.
  anyCase(
    /\[ {0,3}(?:note: ?)?(?:the )?(?:ceo|cfo|coo|cao|gc|ir|pr|legal|finance|counsel|accounting|treasury|tax|auditors?|management|company|client|author|editor|marketing|communications|investor relations)(?: team)? to (?:confirm|review|check|verify|update|provide|approve|advise|complete|insert|supply|sign off)\b[^\]]{0,100}\](?!\()/,
  ),
  // "(quote pending)", "[numbers pending review]".
  anyCase(
    /[[(] {0,3}(?:[a-z]+ )?(?:quotes?|quotation|numbers?|figures?|amounts?|text|link|title|dial-in) (?:is |are |still )?pending\b[^\])]{0,60}[\])](?!\()|[[(] {0,3}pending (?:[a-z]+ ){0,2}(?:quotes?|quotation|numbers|figures|sign-?off)\b[^\])]{0,60}[\])](?!\()|\[[^\]]{0,60}\bpending (?:ceo|cfo|coo|legal|board|final|audit|management) (?:approval|review|confirmation|sign-?off)\b[^\]]{0,40}\](?!\()/,
  ),
  /\[ {1,3}\](?!\()[ ]?(?:%|percent\b|million\b|billion\b)|\$ ?\[ {0,3}\]/,
  // Underscores beside a rule of a table are none: a unit, or the rest of the sentence, stands behind those that hold a place.
  /[$€£] ?_{2,12} ?(?:million|billion|thousand|per\b|[.,;)]|(?:in|for|from|to|and|at|of|compared|or) )|(?<![\w_])_{2,12} ?(?:%|percent\b|million\b|billion\b|basis points\b)/,
  // In quotation marks, behind the words that it stands for, in a legend, and where somebody else is to decide it is told of and holds no place.
  /(?<![\w-]|["“]|\b(?:determined|confirmed|decided|advised) \()(?:TBD|TBC)(?![\w-]| ?[=:] ?to be\b| (?:by|with) (?:the|our|its|an?) )/,
  // In small letters it may be a part of an address or a handle.
  /(?:\b(?:is|are|was|were|be|of|at|on|to|by|in|dial|number|code|date|time|location)|[:(]) ?tbd(?=[.,;:)]?(?:\s|$)|%)/,
  // What journalists write for what is to come; before a word it is the name of somebody.
  /\bTKTK\b|\$ ?TK(?![\w-])|\b(?:is|are|was|were|totall?ed|reached) TK(?=[.,;)]|$| (?:million|billion|percent)\b)|(?<!\bin )\bTK ?(?:%|percent\b)/,
  /\(\?{2,5}\)/,
  anyCase(/\blorem ipsum\b/),
];
/**
 * A number that somebody has still to confirm: its sign or its unit stands outside of the brackets. A reference to a note is a whole number of one or two
 * digits, and has what it belongs to right before it: "US$[1]", "12 [1] million", "margin [2] %".
 */
const IN_BRACKETS =
  /[$€£] ?\[ ?(?:\d{1,3}[.,]\d[\d.,]{0,9}|\d{3,12})(?: (?:million|billion))? ?\](?!\()|(?<![A-Za-z])[$€£] ?\[ ?\d{1,2} ?\] (?:million|billion)\b|(?<![\d%)\]] ?)\[ ?(?:[$€£] ?\d[\d.,]{0,12}|\d{1,3}[.,]\d[\d.,]{0,9}) ?\] ?(?:%|percent\b|million\b|billion\b|basis points\b)|(?<![\d%)\]] ?|[A-Za-z])\[ ?\d{2,4} ?\](?:%| (?:million|billion)\b)/;
/** Two or three underscores are read as a mark of bold type and are not printed: only the source shows that they held the place of a day or a number. */
const UNPRINTED =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) {1,2}, ?20\d\d|[$€£] {0,2}(?:million|billion)\b/;
const HELD = /(?<!_)_{2,3}(?!_)/;
/** "PENDING LARRY QUOTE": a line in capitals of its own; a merger is pending as well. */
const LINE =
  /^\W{0,3}(?:PENDING (?:[A-Z’'.-]+ ){0,3}(?:QUOTES?|QUOTATION|NUMBERS|FIGURES|TEXT|LINK|SIGN-?OFF)|(?:[A-Z’'.-]+ ){0,3}(?:QUOTES?|QUOTATION|NUMBERS|FIGURES|TEXT|LINK) (?:IS |ARE )?(?:PENDING|TO COME|TK))\W{0,3}$/;
const CELL = /^\W{0,3}(?:TBD|TBC|PENDING|X{2,4}(?:\.X{1,3})?|to come)\W{0,3}$/;

/** One look at a text tells that nothing is left in it. */
const MAY_BE_LEFT =
  /[X[_]|TB[CD]|TK|tbd|x ?(?:%|percent|[mb]illion|per\b)|\?\?|[Pp]ending|PENDING|[Ll][Oo][Rr][Ee][Mm]/;
const CELL_MAY_BE_LEFT = new RegExp(`${MAY_BE_LEFT.source}|to come`);

function firstLeft(text: string): RegExpExecArray | undefined {
  if (!MAY_BE_LEFT.test(text)) return undefined;
  const all = [...LEFT, IN_BRACKETS, LINE].map((pattern) => pattern.exec(text)).filter((match) => match !== null);
  return all.toSorted((a, b) => a.index - b.index)[0];
}

const REMEDY = "Fill it in, or take the passage out.";
const said = (words: string): string =>
  IN_BRACKETS.test(words)
    ? `${quoted(words)} stands in brackets, as what is still to be confirmed.`
    : says(TO_DO, words)
      ? `${quoted(words)} is a note to those who write the release.`
      : `${quoted(words)} stands where a figure, a day or a name is to come.`;
const TO_DO = anyCase(/^[[(] {0,3}(?:check|confirm|verify|tbu|ntd|draft|note|[a-z ]{2,24} to [a-z]+\b)/);

const more = (count: number): string =>
  count === 1 ? "Another such place follows." : `${count} more such places follow.`;

/** One for the document: who sees one looks for the others, and the message counts the passages. */
export function placeholderFindings(disclosure: Disclosure): readonly Found[] {
  const mayBeUnprinted = disclosure.source.includes("__");
  const wanted = ({ text }: Passage): boolean => MAY_BE_LEFT.test(text) || (mayBeUnprinted && UNPRINTED.test(text));
  const prose = sentencesOf(disclosure, wanted).flatMap((at) => {
    const match = firstLeft(at.sentence.text);
    if (match !== undefined) return [foundAt(at, match, said(match[0]), REMEDY)];
    const unprinted = mayBeUnprinted ? UNPRINTED.exec(at.sentence.text) : null;
    if (unprinted === null) return [];
    const found = foundAt(at, unprinted, "", REMEDY);
    const words = disclosure.source.slice(found.start, found.end);
    return HELD.test(words) && !disclosure.source.startsWith("__", found.start - 2)
      ? [{ ...found, message: said(words) }]
      : [];
  });
  const all = [...prose, ...disclosure.tables.flatMap(leftInCells)].toSorted((a, b) => a.start - b.start);
  const [first] = all;
  if (first === undefined) return [];
  return [all.length === 1 ? first : { ...first, message: `${first.message} ${more(all.length - 1)}`, places: all }];
}

function leftInCells({ kind, reading: { block, meaning } }: RuleTable): readonly Found[] {
  /** What a period has come to is decided, and what is guided for may not be. */
  const isOfPeriod = (column: number): boolean =>
    kind !== "guidance" && says(OF_PERIOD, meaning.columns[column - 1]?.head ?? "");
  return block.rows.flatMap((row) =>
    row.cells.flatMap(({ cell: { text, column } }) => {
      const match = CELL_MAY_BE_LEFT.test(text.text) ? (CELL.exec(text.text) ?? leftInCell(text.text)) : undefined;
      if (match === undefined || (isUndecided(match[0]) && !isOfPeriod(column))) return [];
      const place = placeOf(text, match.index, match.index + match[0].length);
      return [{ ...place, message: said(match[0].trim()), remedy: REMEDY, figures: [] }];
    }),
  );
}

const OF_PERIOD = anyCase(
  /^(?!.*\b(?:expected|estimated|target|completion|opening|delivery|launch|start|guidance|outlook)\b).*\b(?:20\d\d|q[1-4]|[qh][1-4]\d\d|quarter|months|weeks|year)\b/,
);

/** In a table brackets may stand for a minus, as round ones do. */
const leftInCell = (text: string): RegExpExecArray | undefined => {
  const match = firstLeft(text);
  return match !== undefined && IN_BRACKETS.test(match[0]) ? undefined : match;
};

/** A list of projects, of trials or of what is guided for may say of a day that it is not decided, and the release be whole. */
const isUndecided = (words: string): boolean => /\b(?:tb[cd]|pending|to come)\b/.test(inSmall(words));
