import type { Family } from "../names/family.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { EARNED, quoted } from "../reading/own-measure.ts";
import { isAcross, isOwnStatement } from "../reading/own-statement.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

const TAX = String.raw`(?:(?:provision|benefit|\(benefit\)|expense) (?:for|from) )?(?:income )?tax(?:es)?(?: (?:expense|provision|benefit|\((?:expense|benefit|provision)\)|\/)){0,3}`;
const ADJUSTED = "(?:adjusted|non-?gaap|core|normali[sz]ed|underlying|comparable|operating)";
/** "Income tax expense", "Provision for income taxes (GAAP)": the tax as it is reported. */
const AS_REPORTED = anyCase(
  new RegExp(String.raw`^\W{0,3}(?:gaap |reported )?${TAX}(?:,? \(?(?:gaap|as reported)\)?)?\W{0,4}$`),
);
/** "Adjusted income tax expense", "Provision for income taxes, as adjusted": the tax on the company's own. */
const AS_ADJUSTED = anyCase(
  new RegExp(
    String.raw`^\W{0,3}(?:${ADJUSTED} ${TAX}|${TAX},? \(?(?:as adjusted|adjusted|non-?gaap)\)?)\W{0,4}(?:\(\w{1,2}\))?$`,
  ),
);

type Way = { readonly to: RuleRow; readonly lines: readonly RuleRow[] } | undefined;

/**
 * Earnings that are led to the company's own by lines none of which is for tax, where another table leads the tax itself to that on the
 * company's own: what that one takes out has gone out of each line (C&DI 102.11).
 */
export function besideTaxTable(
  disclosure: Disclosure,
  betweenOf: (table: RuleTable, family: Family) => Way,
  remedy: string,
): readonly Found[] {
  const tax = disclosure.tables.find(leadsTax);
  if (tax === undefined) return [];
  const all = disclosure.tables
    .filter((t) => !isAcross(t) && !isOwnStatement(t))
    .flatMap((t) =>
      [...EARNED].flatMap((family) => {
        const way = betweenOf(t, family);
        return way === undefined || way.lines.length < 2 ? [] : [{ ...way.lines[0]!, table: t.table, way }];
      }),
    )
    .toSorted((a, b) => a.start - b.start);
  return toldOnce(disclosure, all, ({ table, way, figures }) => ({
    message: `Table ${table} leads to ${quoted(way.to.label)} by ${way.lines.length} lines and none for the tax on them, which table ${tax.table} has: each is shown after tax.`,
    remedy,
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}

/** Whether a table leads from the tax as reported to that on the company's own, by what is done to it between. */
function leadsTax({ rows }: RuleTable): boolean {
  const to = rows.findIndex(({ label }) => /tax/.test(inSmall(label)) && AS_ADJUSTED.test(label));
  const from = rows
    .slice(0, Math.max(to, 0))
    .findLastIndex(({ label }) => /tax/.test(inSmall(label)) && AS_REPORTED.test(label));
  // Above it stand the lines of income before tax where the table leads to earnings itself.
  return from === 0 && to - from > 1 && rows.length - to <= 2;
}
