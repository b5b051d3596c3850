import { anyCase, inSmall } from "../pattern.ts";
import { remembered } from "../remembered.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Passage } from "./passage.ts";
import { printsStatement, type RuleTable } from "./rule-table.ts";

/** Where neither a statement nor a definition is printed, the text is a part of the release, or an announcement of one, unless it sends nobody elsewhere. */
export const isComplete: (disclosure: Disclosure) => boolean = remembered(
  ({ tables, passages }: Disclosure) =>
    !endsAtTitle(tables, passages) &&
    (tables.some(printsStatement) ||
      (passages.some((p) => p.part === "definitions" && DEFINED.test(p.text)) &&
        passages.some((p) => p.part === "about")) ||
      (isClosed(passages) &&
        (isReconcilingItself(tables, passages) ||
          !passages.some((p) => MORE_FOLLOWS.test(p.text) || sendsElsewhere(p))))),
);

/**
 * Whether the text, though it prints no statement, has reconciliations of its own in tables that nothing has torn: then those that a reader would look for stand
 * among these. Of figures that stand each on a line of its own nobody knows which lead to which.
 */
const isReconcilingItself = (tables: readonly RuleTable[], passages: readonly Passage[]): boolean =>
  tables.some((t) => t.kind === "reconciliation") && passages.filter(({ text }) => ALONE.test(text)).length < FEW_ALONE;
const ALONE = /^[^\p{L}]{0,4}\d[\d.,]{0,14}[^\p{L}]{0,4}$/u;
const FEW_ALONE = 20;

/** Whether the text goes from its headline to what releases close with, behind all results. */
const isClosed = (passages: readonly Passage[]): boolean =>
  passages.some((p) => p.part === "headline") && passages.slice(-CLOSES_WITHIN).some((p) => CLOSING.has(p.part));
const CLOSING: ReadonlySet<string> = new Set(["about", "safe-harbour", "contacts"]);
const CLOSES_WITHIN = 4;
/** What tells of tables, of a reconciliation or of a longer report that the text has not. */
const MORE_FOLLOWS = anyCase(
  /\breconcil\w+|\b(?:tables?|schedules?|statements|appendi(?:x|ces)|annex|attachments?|supplement\w*|presentation|bulletin) (?:below|follow\w*|attached|above|accompanying|available|omitted)\b|\b(?:attached|accompanying|following|enclosed|see the) (?:[\w-]+ ){0,3}(?:tables?|schedules?|statements?|appendix|report|bulletin)\b|\b(?:full|complete|entire|year-end|half-year(?:ly)?|interim|quarterly) (?:[\w-]+ ){0,2}(?:report|bulletin|release|accounts|statements|version|text)\b|\bomitted\b/,
);
/** "Our full financial results can be found at ir.acme.com": where results are told of, and not in what is said of the company or of its call. */
const sendsElsewhere = ({ part, sentences }: Passage): boolean =>
  TELLS.has(part) && sentences.some(({ text }) => OF_RESULTS.test(text) && IS_ELSEWHERE.test(text));
const TELLS: ReadonlySet<string> = new Set(["headline", "results", "guidance", "definitions"]);
const OF_RESULTS = anyCase(
  /\b(?:financials?|results|statements?|reports?|information|details|measures|(?:press |earnings )?release|tables|figures|accounts|filings?|presentation|form 10-?[kq])\b/,
);
const IS_ELSEWHERE = anyCase(
  /\bfull (?:financial )?results\b|\bcan be (?:found|seen|read|viewed|accessed|downloaded|obtained)\b|\b(?:available|posted|published|accessible|found) (?:at|on) (?!(?:the end|quarter|year|period|[a-z]{3,9} \d{1,2})\b)|\b(?:on|at|see|visit|from) (?:our|the|its|[\w.’'-]{1,40}[’']s?) (?:[\w-]{1,20} ){0,4}web ?-?(?:site|page)s?\b|\b(?:https?:\/\/|www\.)\w|\b(?:at|on|see|visit) (?:[\w-]{1,40}\.){1,4}(?:com|net|org|io|co)\b/,
);
/** A text that ends with the title of its reconciliations has lost them. */
function endsAtTitle(tables: readonly RuleTable[], passages: readonly Passage[]): boolean {
  const last = passages.at(-1);
  return (
    last !== undefined &&
    last.text.length < TITLE_LONGEST &&
    /\breconciliations?\b/.test(inSmall(last.text)) &&
    !/[.;]\s*$/.test(last.text) &&
    (tables.at(-1)?.block ?? 0) < last.block
  );
}
const TITLE_LONGEST = 120;
const DEFINED = anyCase(/\b(?:is|are) defined as\b|\bglossary\b/);
