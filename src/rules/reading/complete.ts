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
      (isClosed(passages) && !passages.some((p) => MORE_FOLLOWS.test(p.text)))),
);

/** Whether the text goes from its headline to what releases close with, behind all results. */
const isClosed = (passages: readonly Passage[]): boolean =>
  passages.some((p) => p.part === "headline") && passages.slice(-CLOSES_WITHIN).some((p) => CLOSING.has(p.part));
const CLOSING: ReadonlySet<string> = new Set(["about", "safe-harbour", "contacts"]);
const CLOSES_WITHIN = 4;
/** What tells of tables, of a reconciliation or of a longer report that the text has not. */
const MORE_FOLLOWS =
  /\breconcil\w+|\b(?:tables?|schedules?|statements|appendi(?:x|ces)|annex|attachments?|supplement\w*|presentation|bulletin) (?:below|follow\w*|attached|above|accompanying|available|omitted)\b|\b(?:attached|accompanying|following|enclosed|see the) (?:[\w-]+ ){0,3}(?:tables?|schedules?|statements?|appendix|report|bulletin)\b|\b(?:full|complete|entire|year-end|half-year(?:ly)?|interim|quarterly) (?:[\w-]+ ){0,2}(?:report|bulletin|release|accounts|statements|version|text)\b|\bomitted\b/i;
/** A text that ends with the title of its reconciliations has lost them. */
function endsAtTitle(tables: readonly RuleTable[], passages: readonly Passage[]): boolean {
  const last = passages.at(-1);
  return (
    last !== undefined &&
    last.text.length < TITLE_LONGEST &&
    /\breconciliations?\b/i.test(last.text) &&
    !/[.;]\s*$/.test(last.text) &&
    (tables.at(-1)?.block ?? 0) < last.block
  );
}
const TITLE_LONGEST = 120;
const DEFINED = /\b(?:is|are) defined as\b|\bglossary\b/i;
