import type { DocumentContext } from "../../tieout/meaning/document-context.ts";
import { anyCase, inSmall } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isPast, type RuleTable } from "../reading/rule-table.ts";
import { yearsIn } from "../reading/years.ts";

/** A table of what is to come; one that holds guidance against what came is none. */
export const isOutlook = (t: RuleTable, { reportEnd }: DocumentContext): boolean =>
  (t.part === "guidance" || (t.kind === "guidance" && t.part === "results")) &&
  !/\breconcil/.test(inSmall(t.title)) &&
  !isPast(t.rows, reportEnd) &&
  !isHeldAgainst(t);

/** Whether what came stands beside what was guided for the same period; that of an earlier one is what the outlook is compared with. */
function isHeldAgainst({ reading: { meaning } }: RuleTable): boolean {
  const heads = meaning.columns.map(({ head }) => head);
  const came = heads.filter((head) => ACTUAL.test(head));
  const years = came.flatMap(yearsIn);
  const isLater = (year: string): boolean => years.length > 0 && years.every((y) => y < year);
  return came.length > 0 && !heads.flatMap(yearsIn).some(isLater);
}
const ACTUAL = anyCase(/\bactual/);

/**
 * Whether a note right below an outlook says that all of it leaves something out: "our guidance excludes non-core items". Its lines are then called like those of
 * the statements, and are none, unless one of them says so.
 */
export const isOnOwnBasis = ({ block, reading }: RuleTable, { passages }: Disclosure): boolean =>
  passages.some((p) => p.block > block && p.block <= block + NOTE_WITHIN && ALL_LEAVES_OUT.test(p.text)) &&
  !reading.block.rows.some(({ cells }) => BASIS.test(cells[0]?.cell.text.text ?? ""));
const NOTE_WITHIN = 2;
const ALL_LEAVES_OUT = anyCase(
  /^\W{0,4}(?:\(\w{1,2}\) ?)?(?:the company[’']s|our|its|this|the|all) (?:(?!(?:adjusted|non)\b)[\w-]+ ){0,2}(?:guidance|outlook|forecasts?) (?:above )?(?:excludes?|does not include|is (?:given |stated |presented )?before) (?:any |the |certain )?(?:(?:impact|effects?) of )?(?:non-?core|non-?recurring|one-?time|one-?off|special|exceptional|unusual) (?:items|charges|costs|expenses)\b/,
);
const BASIS = anyCase(/\b(?:gaap|ifrs|reported)\b/);
