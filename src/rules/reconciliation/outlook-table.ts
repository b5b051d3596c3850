import type { DocumentContext } from "../../tieout/meaning/document-context.ts";
import { anyCase, inSmall } from "../pattern.ts";
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
