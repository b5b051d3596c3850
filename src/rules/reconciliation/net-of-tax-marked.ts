import { anyCase } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { EARNED, quoted } from "../reading/own-measure.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { AFTER_TAX, BEFORE, PRINTED_SO } from "./after-tax.ts";

/** "(1) Shown net of tax at 25%.": a note that says so of the lines that bear its mark. */
const NOTE_AFTER_TAX = anyCase(
  /^\W{0,3}(\w{1,2})\W{1,3}(?:(?:amounts? |adjustments? |items? )?(?:is |are |was |were )?(?:presented|shown|stated|reported|reflected|recorded) )?(?:net of (?:income |related |applicable )?tax(?:es)?|after[- ]tax)\b/d,
);

/** Adjustments on the way to earnings of the company's own that bear the mark of such a note below their table. */
export function markedAfterTax(disclosure: Disclosure): readonly Found[] {
  const { passages, tables } = disclosure;
  const all = passages.flatMap(({ text, block }) => {
    const note = AFTER_TAX.test(text) ? NOTE_AFTER_TAX.exec(text) : null;
    const table = note === null ? undefined : tables.findLast((t) => t.block < block && t.block >= block - NOTES_BELOW);
    const to = table?.rows.findLast((r) => r.named?.basis === "non-GAAP" && EARNED.has(r.named.family));
    if (note === null || table === undefined || to === undefined) return [];
    const isMarked = ({ row }: RuleRow): boolean =>
      table.reading.block.rows[row]?.cells[0]?.cell.text.text.includes(`(${note[1]!})`) === true;
    return table.rows
      .filter((r) => r.named === undefined && r.row < to.row && !PRINTED_SO.test(r.label) && isMarked(r))
      .map((r) => ({ ...r, table: table.table, words: note[0] }));
  });
  return toldOnce(disclosure, all, ({ table, label, words, figures }) => ({
    message: `Table ${table} shows ${quoted(label)} after tax, by its note (${quoted(words)}), and the tax on it is no line of the reconciliation.`,
    remedy: BEFORE,
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}
/** So many blocks below a table its notes may stand. */
const NOTES_BELOW = 10;
