import { placeOf as printedAt } from "../../text/printed.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";
import { anyCase, inSmall, type Pattern, says } from "../pattern.ts";
import { intoFirst, toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { at, foundAt, type Placed, sentencesOf } from "../reading/placed.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { ALL, type Found, type Rule } from "../rule.ts";

const REMEDY = "Add the part, or take the reference out.";

/** Whose part it is, if not the release's. */
const OF_OTHERS = anyCase(
  /\b(?:10-?[kq]|20-?f|40-?f|8-?k|annual|quarterly report|interim report|md&a|management[’']s discussion|filings?|filed|furnished|prospectus|registration|supplement\w*|website|agreement|risk factors|sedar\w*|presentation|shareholder letter)\b/,
);

/** "(see Note 8)", "(Notes 6 and 9)" in the lines of a statement. */
const NOTE = anyCase(/\(?\b(?:see )?notes? \d{1,2}\b/);
const NOTES_BEGIN = anyCase(/^\W{0,4}notes? (?:\d{1,2}\b|to (?:the )?(?:\w+ ){0,3}financial statements)/);

/** "The footnotes in the Form 10-Q are integral to these statements": the release says where its notes are. */
const NOTES_ELSEWHERE = anyCase(
  /\b(?:footnotes?|accompanying notes|related notes|(?<!senior |convertible |secured )notes? (?:to|thereto|contained|included|in|found|presented|set out))\b[^.;]{0,120}\b(?:form 10-?[kq]|form 20-?f|form 40-?f|10-[kq]|annual (?:report|financial statements)|(?:quarterly|interim) report|interim (?:consolidated )?financial statements)\b|\b(?:form 10-?[kq]|form 20-?f|form 40-?f|10-[kq]|annual report|quarterly report|interim report)\b[^.;]{0,120}\b(?:footnotes?|accompanying notes|related notes|notes? (?:to|thereto|contained|therein))\b/,
);

function noteFindings(disclosure: Disclosure): readonly Found[] {
  const { tables, passages } = disclosure;
  const bodies =
    passages.some((p) => NOTES_BEGIN.test(p.text)) ||
    passages.some((p) => p.heading && /^\W{0,4}notes\b/.test(inSmall(p.text)));
  if (bodies || passages.some((p) => /notes?\b/.test(inSmall(p.text)) && says(NOTES_ELSEWHERE, p.text))) return [];
  const named = tables.flatMap(({ kind, reading: { meaning, block } }) =>
    (kind === "statement" ? meaning.rows : []).flatMap(({ label }, i) => {
      const cell = block.rows[i]?.cells[0]?.cell.text;
      const isNote = NOTE.test(label) && !OF_OTHERS.test(label);
      return isNote && cell !== undefined ? [{ label, ...printedAt(cell, 0, cell.text.length) }] : [];
    }),
  );
  return once(disclosure, named, ({ label }) => `${quoted(label)} refers to a note, and the release has none.`);
}

/** One finding, with the lines of the others. */
const once = <T extends { readonly start: number; readonly end: number }>(
  disclosure: Disclosure,
  all: readonly T[],
  messageOf: (first: T) => string,
): readonly Found[] =>
  toldOnce(disclosure, all, (first) => ({ message: messageOf(first), remedy: REMEDY, figures: [] }));

/** "the items listed in Exhibit A": a part by its letter or number; exhibits of a form have a point in theirs. */
const LETTERED = anyCase(
  /\b(?:in|see|to|on|of) ((?:exhibit|appendix|annex|attachment|schedule) (?:[a-h]|[ivx]{1,4}|\d{1,2})(?!\w|\.\d))/d,
);

function letteredFindings(disclosure: Disclosure): readonly Found[] {
  const all = saidIn(disclosure, LETTERED, anyCase(/exhibit|appendix|annex|attachment|schedule/))
    .filter(
      ({ at, match }) =>
        !OF_OTHERS.test(at.sentence.text) && !hasTitle(match[1]!, disclosure) && !isInHeading(match[1]!, disclosure),
    )
    .filter(({ match }) => !hasUnlettered(match[1]!, disclosure))
    .map(({ at, match }) => ({ ...foundAt(at, match, "", REMEDY), words: match[1]! }));
  return once(
    disclosure,
    all,
    ({ words }) => `The release refers to ${quoted(words)}, and no part of it is called so.`,
  );
}

/** "ACME CORPORATION Appendix A to the Earnings Release": the company's name may stand before that of the part. */
const isInHeading = (words: string, { passages }: Disclosure): boolean =>
  passages.some(
    (p) => p.heading && p.text.length < HEADING_LONGEST && ` ${plain(p.text)} `.includes(` ${plain(words)} `),
  );
const HEADING_LONGEST = 240;

/** "APPENDIX", and no more: where a title has all of them in one, or says where they are, none has one of its own. */
const hasUnlettered = (words: string, { passages }: Disclosure): boolean => {
  const [noun = ""] = plain(words).split(" ");
  return passages.some((p) => p.text.length < TITLE_LONGEST && TITLES[noun]?.test(p.text) === true);
};
const TITLE_LONGEST = 20;
const TITLES: Readonly<Record<string, Pattern>> = {
  exhibit: anyCase(/^\W{0,4}exhibits?\W{0,4}$/),
  appendix: anyCase(/^\W{0,4}append(?:ix|ices)\W{0,4}$/),
  annex: anyCase(/^\W{0,4}annex(?:es)?\W{0,4}$/),
  attachment: anyCase(/^\W{0,4}attachments?\W{0,4}$/),
  schedule: anyCase(/^\W{0,4}schedules?\W{0,4}$/),
};

/** Each is looked for in the whole of the document. */
const MOST = 30;

/** Where a pattern stands in the prose, with a word that every such text has. */
const saidIn = (
  disclosure: Disclosure,
  pattern: Pattern,
  word: Pattern,
): readonly { readonly at: Placed; readonly match: RegExpExecArray }[] =>
  sentencesOf(disclosure, (p) => word.test(p.text) && pattern.test(p.text))
    .flatMap((at) => {
      const match = pattern.exec(at.sentence.text);
      return match === null ? [] : [{ at, match }];
    })
    .slice(0, MOST);

/** Whether a heading, a short line or the caption of a table begins with the words. */
function hasTitle(words: string, { passages, tables }: Disclosure): boolean {
  const wanted = plain(words);
  return (
    passages.some((p) => (p.heading || p.text.length < 160) && plain(p.text).startsWith(wanted)) ||
    tables.some((t) =>
      [
        t.reading.meaning.caption,
        ...t.reading.block.rows.flatMap((r) => r.cells.slice(0, 1).map((c) => c.cell.text.text)),
      ].some((one) => plain(one).startsWith(wanted)),
    )
  );
}

const plain = (text: string): string => text.toLowerCase().replace(APART, " ").trim();
/** All that is neither letter nor digit, by the blocks of signs that Unicode has: much faster than by the properties of each character. */
const APART = /[\0-/:-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb\u00bf\u2000-\u2bff\u2e00-\u2e7f\u3000-\u303f]+/g;

/** "see the section “Regulatory Disclosures”": a part by its title. */
const TITLED =
  /\b(?:[Ss]ee|[Rr]efer to|under|in) (?:the )?(?:(?:section|heading|caption)s? (?:titled |entitled |headed |called )?)?[“"]([A-Z][^”"]{6,70}?)[.,]?[”"](?: (?:section|heading|caption))?/;

const SENDS = anyCase(/\bsee\b|\brefer\b|\bsection\b|\bheading\b/);

/** Whether the words stand where nothing sends a reader to them. */
const isElsewhere = (title: string, all: string): boolean =>
  all
    .split(title)
    .slice(0, -1)
    .some(
      (before) =>
        !/\b(?:see|refer to|under|in)(?: the)?(?: (?:section|heading|caption)s?(?: (?:titled|entitled|headed|called))?)? $/.test(
          before,
        ),
    );

/** Whether a title has all but one of the words: "Reconciliation of GAAP to Non-GAAP Measures" is found below "Reconciliations of GAAP and Non-GAAP Measures". */
function hasNearTitle(wanted: string, { passages, tables }: Disclosure): boolean {
  const words = wanted.split(" ").filter(({ length }) => length >= WORD_LEAST);
  if (words.length < WORDS_LEAST) return false;
  return [
    ...passages.flatMap((p) => (p.heading ? [p.text] : [])),
    ...tables.map((t) => t.reading.meaning.caption),
  ].some((title) => {
    const all = new Set(plain(title).split(" "));
    return words.filter((word) => all.has(word)).length >= words.length - 1;
  });
}
const WORD_LEAST = 4;
const WORDS_LEAST = 3;

/** What a cell with a title has, and one with a figure has not. */
const HAS_WORDS = /[A-Za-z\u00c0-\uffff]{3}/;
const QUOTES = /[“"]/;

function titledFindings(disclosure: Disclosure): readonly Found[] {
  const cells = disclosure.tables.flatMap(({ reading }) =>
    reading.block.rows.flatMap((r) => r.cells.map((c) => c.cell.text)),
  );
  const prose = saidIn(disclosure, TITLED, QUOTES)
    .filter(({ at, match }) => at.passage.part !== "safe-harbour" && isSent(match, at.sentence.text, at.passage.text))
    .map(({ at, match }) => ({ match, found: foundAt(at, match, said(match), REMEDY) }));
  const tabled = cells
    .flatMap((cell) => {
      const match = QUOTES.test(cell.text) ? TITLED.exec(cell.text) : null;
      if (match === null || !isSent(match, cell.text, cell.text)) return [];
      const place = printedAt(cell, match.index, match.index + match[0].length);
      return [{ match, found: { ...place, message: said(match), remedy: REMEDY, figures: [] } }];
    })
    .slice(0, MOST);
  const sent = [...prose, ...tabled];
  if (sent.length === 0) return [];
  const words = cells.flatMap(({ text }) => (HAS_WORDS.test(text) ? [text] : []));
  const all = plain([...disclosure.passages.map((p) => p.text), ...words].join(" "));
  const missing = sent
    .filter(({ match }) => !isElsewhere(plain(match[1]!), all) && !hasNearTitle(plain(match[1]!), disclosure))
    .map(({ found }) => found);
  return once(disclosure, missing, ({ message }) => message);
}

/** "... the section of this MD&A", in what is none. */
const OF_THIS = anyCase(
  /\b(?:sections?|part|item|note|page)\b[^.;]{0,60}? of this ((?:annual|quarterly|interim) report|md&a|management[’']s discussion and analysis)\b/d,
);

function ofThisFindings(disclosure: Disclosure): readonly Found[] {
  const all = saidIn(disclosure, OF_THIS, anyCase(/of this/))
    .filter(({ match }) => !disclosure.passages.some((p) => p.heading && plain(p.text).includes(plain(match[1]!))))
    .map(({ at, match }) => ({ ...foundAt(at, match, "", REMEDY), words: match[0] }));
  return once(disclosure, all, ({ words }) => `The release refers to ${quoted(words)}, and is no such document.`);
}

/** The title itself names no other document, and what stands below or above stands in no other. */
const isSent = (match: RegExpExecArray, text: string, around: string): boolean =>
  SENDS.test(match[0]) &&
  (HERE.test(text.slice(match.index + match[0].length)) || !OF_OTHERS.test(around.replace(match[0], " ")));
const HERE = /^(?: section)?,? (?:below|above|(?:later |elsewhere )?in this (?:press |news |earnings )?release)\b/;

const said = (match: RegExpExecArray): string =>
  `The release refers to ${quoted(match[1]!)}, and has no part of that title.`;

/** "the offering discussed above", of which nothing was said above. */
const ABOVE = anyCase(/\b(?:the|this) ([a-z]{5,15}) (?:discussed|described|mentioned|referred to|announced) above\b/d);

function aboveFindings(disclosure: Disclosure): readonly Found[] {
  const isTold = (stem: string, before: number): boolean =>
    disclosure.passages.some((p) => p.block < before && p.text.toLowerCase().includes(stem));
  return saidIn(disclosure, ABOVE, anyCase(/above/))
    .filter(
      ({ at, match }) =>
        !GENERAL.test(match[1]!) && !isTold(match[1]!.toLowerCase().replace(/s$/, ""), at.passage.block),
    )
    .map(({ at, match }) =>
      foundAt(at, match, `The release speaks of ${quoted(match[0])}, and nothing above tells of one.`, REMEDY),
    )
    .reduce<readonly Found[]>(intoFirst, []);
}

const GENERAL = anyCase(
  /^(?:factors?|items?|risks?|reasons?|measures?|matters?|amounts?|statements?|information|results?|changes?|adjustments?)$/,
);

/** "Tax impact of adjusting items (7)" above notes that stop at (6), or "(c)" above those that stop at (b). */
const MARK = /\((\d{1,2}|[a-h])\)\s*$/;

const NOTE_BEGINS = /^\W{0,3}\((\d{1,2}|[a-h])\)/;
const LETTERS = "abcdefgh";
/** The mark that comes at a place, from 1, among those of the kind of the first. */
const markAt = (first: string | undefined, place: number): string =>
  first === "a" ? (LETTERS[place - 1] ?? "") : `${place}`;

/** The label with its marks. */
const printed = ({ row }: RuleRow, { reading }: RuleTable): string =>
  reading.block.rows[row]?.cells[0]?.cell.text.text ?? "";

function markFindings({ tables, passages }: Disclosure): readonly Found[] {
  return tables.flatMap((t) => {
    const marked = t.rows.filter((r) => MARK.test(printed(r, t)));
    if (marked.length === 0) return [];
    const next = tables.find((other) => other.block > t.block)?.block ?? Number.POSITIVE_INFINITY;
    const below = passages.filter((p) => p.block > t.block && p.block < next);
    const notes = below.flatMap((p) => NOTE_BEGINS.exec(p.text)?.[1] ?? []);
    const last = notes.length;
    // A small table of what a note tells may part the notes.
    const behind = passages.find((p) => p.block > next && NOTE_BEGINS.test(p.text));
    if (behind !== undefined && NOTE_BEGINS.exec(behind.text)?.[1] === markAt(notes[0], last + 1)) return [];
    const mark = markAt(notes[0], last + 1);
    // Notes that run from (1) on and are all there: the one that is asked for comes right behind the last.
    if (
      last < 2 ||
      !notes.every((n, i) => n === markAt(notes[0], i + 1)) ||
      below.some((p) => p.text.includes(`(${mark})`))
    )
      return [];
    return marked
      .filter((r) => MARK.exec(printed(r, t))?.[1] === mark)
      .slice(0, 1)
      .map((r) => ({
        ...at(r),
        message: `${quoted(printed(r, t))} refers to note (${mark}), and the notes below the table end with (${notes[last - 1]}).`,
        remedy: REMEDY,
        figures: [],
      }));
  });
}

/** "A breakdown is given in Table 7", in a release that numbers its tables and has six. */
const NUMBERED = /\b(?:in|see|to|on|of|per) [Tt]able (\d{1,2})(?![\w.]\d|\w)/d;
const TABLE_TITLE = /^\W{0,4}table (\d{1,2})(?:[a-z]|\b)/;
/** One table with a number is none of a row of them. */
const TABLES_LEAST = 2;

function numberedFindings(disclosure: Disclosure): readonly Found[] {
  const said = saidIn(disclosure, NUMBERED, /[Tt]able \d/);
  if (said.length === 0) return [];
  const texts = [
    ...disclosure.passages.map(({ text }) => text),
    ...disclosure.tables.flatMap(({ title, reading: { block, meaning } }) => [
      ...title.split(/(?<=[.:;]) /),
      meaning.caption,
      ...block.rows.flatMap((r) => r.cells.slice(0, 1).map((c) => c.cell.text.text)),
    ]),
  ];
  const numbers = texts.flatMap((text) => TABLE_TITLE.exec(inSmall(text))?.[1] ?? []).map(Number);
  if (new Set(numbers).size < TABLES_LEAST) return [];
  const last = Math.max(...numbers);
  const all = said
    .filter(({ at: { sentence }, match }) => Number(match[1]) > last && !OF_OTHERS.test(sentence.text))
    .map(({ at, match }) => ({ ...foundAt(at, match, "", REMEDY), words: `Table ${match[1]}` }));
  return once(
    disclosure,
    all,
    ({ words }) => `The release refers to ${quoted(words)}, and its tables are numbered to ${last}.`,
  );
}

/** "See footnote (c)": those with numbers the check of the figures looks for. */
const FOOTNOTE = anyCase(/\b(?:see|refer to) (?:the )?(?:foot)?notes? \(([a-h])\)/d);

function footnoteFindings(disclosure: Disclosure): readonly Found[] {
  const said = saidIn(disclosure, FOOTNOTE, anyCase(/note/)).filter(
    ({ at: { sentence } }) => !OF_OTHERS.test(sentence.text),
  );
  if (said.length === 0) return [];
  const texts = [
    ...disclosure.passages.map(({ text }) => text),
    ...disclosure.tables.flatMap(({ reading }) =>
      reading.block.rows.flatMap((r) => r.cells.map((c) => c.cell.text.text)),
    ),
  ].map((text) => inSmall(text).replace(/(?:see|refer to) (?:the )?(?:foot)?notes? \([a-h]\)/g, " "));
  const isNoted = (mark: string): boolean =>
    texts.some((text) => text.includes(`(${mark})`) || new RegExp(String.raw`^\W{0,3}${mark}[.):\s]`).test(text));
  const all = said
    .filter(({ match }) => !isNoted(match[1]!.toLowerCase()))
    .map(({ at, match }) => ({ ...foundAt(at, match, "", REMEDY), words: match[0] }));
  return once(disclosure, all, ({ words }) => `${quoted(words)} is printed, and no note of the release has that mark.`);
}

/** "The balance sheet is attached to this release": the statements by their names, and what a table of each is known by. */
const ATTACHED = anyCase(
  /\b(balance sheets?|statements? of (?:consolidated )?cash flows?|cash flow statements?)(?: (?:and|as of|for|at) [^.;]{1,60})? (?:is|are) (?:attached|enclosed|appended|included|set out|presented) (?:to|with|in|at the end of|below|as part of)(?: this (?:press |news |earnings )?release)?\b/d,
);
const BALANCE = anyCase(
  /\bbalance sheets?\b|\bfinancial position\b|\bfinancial condition\b|\btotal (?:assets|liabilities)\b|\bassets\b/,
);
const CASH = anyCase(/\bcash flows?\b|\b(?:operating|investing|financing) activities\b/);

function statementFindings(disclosure: Disclosure): readonly Found[] {
  const { tables, passages } = disclosure;
  // Where no statement is printed the text is a part of the release.
  if (!tables.some((t) => t.kind === "statement")) return [];
  const said = saidIn(disclosure, ATTACHED, anyCase(/attached|enclosed|appended|included|set out|presented/));
  if (said.length === 0) return [];
  const words = [
    ...passages.flatMap((p) => (p.heading || p.text.length < TITLED_LONGEST ? [p.text] : [])),
    ...tables.flatMap(({ reading: { meaning } }) => [meaning.caption, ...meaning.rows.map(({ label }) => label)]),
  ].filter((one) => !says(ATTACHED, one));
  const all = said
    .filter(({ at: { sentence }, match }) => {
      const isBalance = /balance/.test(inSmall(match[1]!));
      const known = isBalance ? BALANCE : CASH;
      return (
        !OF_OTHERS.test(sentence.text) &&
        !tables.some(({ reading: { meaning } }) => meaning.statement === (isBalance ? "balance" : "cash")) &&
        !words.some((one) => says(known, one))
      );
    })
    .map(({ at, match }) => ({ ...foundAt(at, match, "", REMEDY), words: match[1]! }));
  return once(disclosure, all, ({ words: name }) => `The release says where its ${quoted(name)} stands, and has none.`);
}
const TITLED_LONGEST = 120;

const partFindings = (disclosure: Disclosure): readonly Found[] => [
  ...noteFindings(disclosure),
  ...letteredFindings(disclosure),
  ...titledFindings(disclosure),
  ...ofThisFindings(disclosure),
  ...aboveFindings(disclosure),
  ...markFindings(disclosure),
  ...numberedFindings(disclosure),
  ...footnoteFindings(disclosure),
  ...statementFindings(disclosure),
];

const MARKED = table(
  "Revenue by line",
  "Tools (1) | 20.1 | 19.0",
  "Parts (2) | 10.0 | 9.0",
  "Service (3) | 10.1 | 10.1",
);
const NOTES = "(1) Sold by dealers.\n\n(2) Sold by ourselves.\n\n";

export const MISSING_PART: readonly Rule[] = [
  {
    code: "part-referred-to-missing",
    title: "What the release refers to is in it",
    text: "A note, an exhibit or a section that the release sends its readers to, and that is not said to stand in another document, is there.",
    sources: ["Consistency of the document; no rule of the SEC's names it"],
    severity: "note",
    state: "REVIEW",
    profiles: ALL,
    breaks: `${HEAD}Core items are those listed in Exhibit A.\n\n${STATEMENT}`,
    keeps: [
      `${HEAD}Core items are those listed in Exhibit A.\n\n${STATEMENT}## Exhibit A: items\n\nRestructuring.\n`,
      `${HEAD}Core items are those listed in Exhibit A of our annual report on Form 10-K.\n\n${STATEMENT}`,
      `${HEAD}${STATEMENT}${MARKED}${NOTES}(3) Sold by both.\n`,
    ],
    check: partFindings,
  },
];
