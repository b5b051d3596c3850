import { anyCase, inSmall } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Sentence } from "../reading/passage.ts";
import { remembered } from "../remembered.ts";

/** What tells that reconciliations stand in another document. */
const ELSEWHERE = anyCase(
  /\breconcil\w+[^.]{0,200}\b(?:website|web site|supplement(?:al|ary)? (?:information|package|materials?|data|report|financial)|presentation (?:on|at|posted|available)|annual report|(?:www\.|https?:))|\b(?:website|supplement(?:al|ary)? (?:information|package|materials?|data|report|financial)\w*)\b[^.]{0,200}\breconcil/,
);

/** What says that reconciliations stand in another document, each sentence with the measures that it says so of; none are named where it says so of all. */
export const elsewhere: (disclosure: Disclosure) => readonly Sentence[] = remembered(
  ({ passages }: Disclosure): readonly Sentence[] =>
    passages
      .filter((p) => /reconcil/.test(inSmall(p.text)) && ELSEWHERE.test(p.text))
      .map((p) => p.sentences.find(({ text }) => ELSEWHERE.test(text)) ?? p.sentences[0]!)
      .filter(({ text }) => !HERE_TOO.test(text) && !ATTACHED.test(text)),
);
/** "In the supplemental financial table attached to this press release": a part of it. */
const ATTACHED = anyCase(
  /\bsupplement\w* (?:[\w-]+ ){0,4}?(?:attached|included|enclosed|below|following|accompanying|at the end|that follow|(?:to|in|of|with) (?:this|the|our) (?:press |news |earnings )?release)\b/,
);
/** "In the tables following this release as well as on our website", "this release, which includes a reconciliation, is available at": the other repeats what is here. */
const HERE_TOO = anyCase(
  /\b(?:tables?|schedules?|exhibits?|appendi(?:x|ces)|attached|accompanying|following|below|this (?:press |news |earnings )?release)\b[^.]{0,80}\b(?:as well as|and (?:also|is|are|on|in|at)|also)\b|\bthis (?:press |news |earnings )?release,? (?:which|including|and)\b[^.]{0,200}\b(?:is|are) available\b/,
);
