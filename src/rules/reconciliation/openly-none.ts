import { anyCase, inSmall } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { idsOf, ownMeasures, ownQuoted } from "../reading/own-measure.ts";
import type { Sentence } from "../reading/passage.ts";
import type { Found } from "../rule.ts";
import { groupOf, isReconciled } from "./reconciled.ts";

/** That there is no reconciliation. */
const NONE = anyCase(
  /\breconciliations?\b[^.;]{0,120}\b(?:(?:is|are|has|have) not (?:been )?|cannot be )(?:provided|included|presented|given|available|prepared|made)\b|\b(?:do(?:es)? not|did not|has not|have not|unable to|not able to) (?:yet )?(?:provid\w+|includ\w+|present\w*|giv\w+|furnish\w*|reconcile)\b[^.;]{0,60}\b(?:reconciliations?\b|to (?:the )?(?:most |nearest )?(?:directly )?comparable)/,
);
/** That it stands in another report, whoever has that at hand. */
const THERE = anyCase(
  /\breconciliations?\b[^.;]{0,200}\b(?:annual report|form (?:10-[kq]|20-f|40-f)|management[’']s discussion|md&a|sedar|(?:quarterly|interim) report)/,
);
/** What is said of what is to come; and a pointer to another report beside one to what follows. */
const AHEAD = anyCase(
  /\bforward[- ]looking\b|\bguidance\b|\boutlook\b|\bunreasonable\b|\bforecast|\bprojected\b|\btargets?\b|\bexpect\w*|\banticipat\w+|\bpredict\w*|\bfuture\b|\bfull[- ]year\b|\branges?\b|\bvariab\w+/,
);
const HERE_TOO = anyCase(
  /\b(?:attached|accompanying|below|following|herein|tables?|schedules?|appendix|this (?:press |news |earnings )?release)\b/,
);
/** What is reconciled, named one by one: "of segment cash yield" says nothing of any other measure. */
const OF_ONE = anyCase(/\breconciliations? (?:of|for|between|from)\b|\breconcile (?!to\b)/);
/** "Of our non-GAAP measures", "of GAAP to non-GAAP results": of all of them. */
const OF_ALL = anyCase(
  /\breconcil(?:iations? (?:of|for|between|from)|e) (?:(?:all|any|each|of|the|these|those|such|our|its|company[’']s|certain|various|(?:non-?)?(?:gaap|ifrs)|adjusted|historical|alternative|financial|performance|key|and|to|with) ){1,8}(?:measures|results|figures|information|amounts|metrics|apms)\b/,
);

const isOfAll = ({ text }: Sentence): boolean => OF_ALL.test(text) || !OF_ONE.test(text);

const saysNone = ({ text }: Sentence, around: string): boolean =>
  (NONE.test(text) && !AHEAD.test(around)) || (THERE.test(text) && !AHEAD.test(text) && !HERE_TOO.test(text));

/**
 * Measures of a period that is over in a text that prints no statement, and that says itself that it reconciles nothing: of such a text nobody could
 * know otherwise whether the reconciliations are behind its end.
 */
export function openlyNone(disclosure: Disclosure): readonly Found[] {
  const { passages, tables } = disclosure;
  if (isComplete(disclosure) || tables.some((t) => t.kind === "reconciliation" || t.kind === "statement")) return [];
  const said = passages.flatMap((p) =>
    /reconcil/.test(inSmall(p.text)) ? p.sentences.filter((s) => saysNone(s, p.text)) : [],
  );
  if (said.length === 0) return [];
  const named = said.flatMap(({ mentions }) => mentions.filter((m) => m.basis === "non-GAAP"));
  // What is named in words that are no measure of ours is some other thing.
  const ofAll = named.length === 0 && said.some(isOfAll);
  const all = [...ownMeasures(disclosure).values()]
    .flat()
    .filter((m) => ofAll || named.some(({ family }) => groupOf(family).includes(m.family)))
    .filter((m) => !isReconciled(m, disclosure))
    .toSorted((a, b) => a.start - b.start);
  return toldOnce(disclosure, all, (first) => ({
    message: `${ownQuoted(first)} is given for a period that is over, and the release says itself that it has no reconciliation.`,
    remedy: "Add a reconciliation that begins with the measure under GAAP and names each adjustment with its amount.",
    figures: idsOf([first]),
  }));
}
