import { format } from "../exact/decimal.ts";
import type { Lineage } from "../measures/lineage.ts";
import { columned, exactText, forPeople, memberCell } from "./fact-forms.ts";

/** Earlier figures as they were first published, as the books have them now, and why they are not the same. */
export function lineageTable(all: readonly Lineage[]): string {
  const head = ["measure", "period", "member", "first published", "now", "in", "why"];
  const rows = all.map((one) => [
    one.measure,
    one.period,
    memberCell(one.member),
    forPeople(one.first.value, one.now.unit),
    forPeople(one.nowPrinted ?? one.now.value, one.now.unit),
    one.first.document,
    why(one),
  ]);
  return columned([head, ...rows], [3, 4]);
}

const why = ({ differs, recast }: Lineage): string => {
  if (!differs) return "the same";
  return recast === undefined ? "not explained" : `${recast.reason} (${recast.document}): ${recast.note}`;
};

/** The same as one JSON object a line; numbers are exact. */
export const lineageJson = (all: readonly Lineage[]): string =>
  all
    .map((one) => {
      const { measure, period, member, first, later, now, differs, recast } = one;
      const published = [first, ...later].map(({ document, published: day, definition, value }) => ({
        document,
        published: day,
        definition,
        value: format(value),
      }));
      const because =
        recast === undefined ? null : { reason: recast.reason, document: recast.document, note: recast.note };
      return `${JSON.stringify({ measure, period, member, published, now: exactText(now.value), differs, recast: because })}\n`;
    })
    .join("");
