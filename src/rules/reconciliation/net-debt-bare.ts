import { anyCase, inSmall } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { waysTo } from "../reading/led.ts";
import { isMoney } from "../reading/mention.ts";
import { isShown, quoted } from "../reading/own-measure.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { isNetDebtComputed } from "./computed.ts";

/**
 * Net debt that a table divides by earnings and gives in one line: nothing leads to it there from what is owed, nor does any other table or a sentence
 * that has the parts. That the earnings are reconciled in the same table leads to the ratio's other part alone. One finding for all places.
 */
export function netDebtBare(disclosure: Disclosure): readonly Found[] {
  const { tables, mentions } = disclosure;
  const rows = tables.filter(isDivision).flatMap((t) => t.rows.filter((r) => isNetDebt(r) && !isBegun(r, t)));
  if (rows.length === 0 || !isComplete(disclosure)) return [];
  if (tables.some((t) => t.rows.some((r) => isNetDebt(r) && isBegun(r, t)))) return [];
  if (rows.some((r) => waysTo(["net-debt"], r.figures.filter(isMoney), disclosure).length > 0)) return [];
  if (isSummed(disclosure)) return [];
  const said = mentions
    .filter((m) => m.family === "net-debt" && m.basis === "non-GAAP" && isShown(m) && m.figures.some(isMoney))
    .map((m) => ({ start: m.start, end: m.end, label: m.name, figures: m.figures }));
  const all = [...said, ...rows].toSorted((a, b) => a.start - b.start);
  return toldOnce(disclosure, all, ({ label, figures }) => ({
    message: `${quoted(label)} is given, and the table that divides it begins with it: nothing leads to it from what is owed under GAAP.`,
    remedy: "Lead to it from the debt of the balance sheet, with the cash and whatever else is taken off or added.",
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}

/** A table of net debt, of earnings and of the ratio of both, which guides for none of them. */
const isDivision = ({ kind, rows }: RuleTable): boolean =>
  kind !== "statement" &&
  kind !== "guidance" &&
  rows.some((r) => r.named?.family === "leverage" && r.figures.length > 0) &&
  rows.some((r) => r.named?.family === "ebitda");

const isNetDebt = (r: RuleRow): boolean => isOwn(r) && r.named!.family === "net-debt" && r.figures.some(isMoney);

/** Whether lines of what is owed stand in the table as well, from which a reader sees what it comes to. */
const isBegun = (row: RuleRow, table: RuleTable): boolean =>
  isNetDebtComputed("net-debt", table) ||
  table.rows.some((r) => r.row !== row.row && !isNetDebt(r) && r.named?.family !== "leverage" && OWED.test(r.label));
const OWED = anyCase(/\b(?:debts?|borrowings?|indebtedness|loans?|notes?|bonds?|leases?|facilit(?:y|ies)|revolver)\b/);

/** Whether a sentence takes an amount of cash off one of debt. */
const isSummed = ({ passages }: Disclosure): boolean =>
  passages.some((p) =>
    p.sentences.some(
      ({ text, figures }) =>
        /\bdebt\b/.test(inSmall(text)) &&
        figures.filter(isMoney).length > 1 &&
        OWED_OF.test(text) &&
        LESS_CASH.test(text),
    ),
  );
const OWED_OF = anyCase(
  /\b(?<!\bnet )(?:debt|borrowings|indebtedness) (?:[a-z]+ ){0,4}?(?:was|were|of|totall?ed) (?:[a-z]+ ){0,2}?[$€£]? ?\d/,
);
const LESS_CASH = anyCase(/\b(?:less|minus|net of|offset by|and) (?:[a-z]+[ ,]){0,6}?cash\b/);
