import { alsoIn } from "./also.ts";
import { comparableTo } from "./comparable.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Family } from "./family.ts";
import { EARNED, quoted } from "./own-measure.ts";
import { isAcross, isOwnStatement } from "./own-statement.ts";
import { foundAt, type Placed, sentencesOf } from "./placed.ts";
import type { Found } from "./rule.ts";
import type { RuleRow, RuleTable } from "./rule-table.ts";

const NET_OF_TAX = /\bnet of (?:income |related |applicable )?tax(?:es)?\b|\bafter[- ]tax\b/i;
/** What the statements themselves print net of tax. */
const PRINTED_SO =
  /\bdiscontinued\b|\bcomprehensive\b|\bunrealized\b|\baccounting (?:change|principle)\b|\bcumulative effect\b|\bequity (?:in|method)\b|\bextraordinary\b/i;
const BEFORE = "Show each adjustment before tax, and the tax on all of them as a line of its own, explained.";

/** Adjustments that are shown after tax: by their own lines, by what a sentence says of all of them, or without a line for the tax on them (C&DI 102.11). */
export function taxFindings(disclosure: Disclosure): readonly Found[] {
  const lines = linesAfterTax(disclosure);
  if (lines.length > 0) return lines;
  const said = allAfterTax(disclosure);
  if (said.length > 0) return said.slice(0, 1);
  const whole = withoutTaxLine(disclosure);
  return whole.length > 0 ? whole : sharesAfterTax(disclosure);
}

/** One finding for all lines that say so, in the reconciliations and in tables of results that lead from one measure to another. */
function linesAfterTax(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.tables.flatMap(({ kind, table, rows }) => {
    if (!rows.some((r) => r.named !== undefined)) return [];
    // Elsewhere a line is an adjustment where it says that it is taken off or added.
    const isLed = (r: RuleRow): boolean => kind === "reconciliation" || /^(?:less|add|plus)\b/i.test(r.label);
    return rows
      .filter((r) => isLed(r) && r.named === undefined && NET_OF_TAX.test(r.label) && !PRINTED_SO.test(r.label))
      .map((row) => ({ row, table }));
  });
  const first = all[0];
  if (first === undefined) return [];
  const more = all.length > 1 ? ` and ${all.length - 1} more` : "";
  const also = alsoIn(
    disclosure,
    first.row,
    all.map(({ row }) => row),
  );
  return [foundIn(first.row, `Table ${first.table} shows ${quoted(first.row.label)}${more} net of tax.${also}`)];
}

/** Per share each adjustment after tax, where the amounts have a line for the tax and the shares have none. */
function sharesAfterTax(disclosure: Disclosure): readonly Found[] {
  const isTaxed = disclosure.tables.some(
    ({ kind, rows }) => kind === "reconciliation" && rows.some((r) => r.named === undefined && TAX_LINE.test(r.label)),
  );
  if (!isTaxed) return [];
  return disclosure.tables
    .filter((t) => !isAcross(t) && !isOwnStatement(t))
    .flatMap((t) => {
      const way = betweenOf(t, "eps");
      if (way === undefined || way.lines.length < 2) return [];
      const message = `Table ${t.table} leads from earnings per share to ${quoted(way.to.label)} by ${way.lines.length} lines and none for the tax on them, which the amounts have: per share each is shown after tax.`;
      return [foundIn(way.lines[0]!, message)];
    })
    .slice(0, 1);
}

const foundIn = ({ start, end, figures }: RuleRow, message: string): Found => ({
  start,
  end,
  message,
  remedy: BEFORE,
  figures: figures.slice(0, 1).map((f) => f.id),
});

/** "All amounts presented in the table above are tax adjusted": said of the adjustments as a whole, not of one of them. */
const ALL_AFTER_TAX =
  /^\W{0,4}(?:\(\w{1,2}\) ?)?(?:all |the |these |our )?(?:(?:non-?gaap|reconciling|adjusting|non-core|special|excluded) )?(?:amounts|adjustments|items)\b[^.;]{0,90}\b(?:are|is|were|have been) (?:presented |shown |stated |reported |reflected )?(?:on an )?(?:tax[- ](?:adjusted|effected)|net of (?:income |related )?tax(?:es)?|after[- ]tax)\b/i;
/** A line for the tax on adjustments: it is then shown by itself. */
const TAX_LINE =
  /\btax(?:es)? (?:effects?|impacts?|adjustments?|on|related|benefit of)\b|\b(?:income )?tax(?:es)? (?:\w+ ){0,3}adjust/i;

function allAfterTax(disclosure: Disclosure): readonly Found[] {
  // A table that takes one item apart, before and after tax, is not the reconciliation.
  const isTold = disclosure.tables.some(
    ({ kind, rows }) =>
      kind === "reconciliation" &&
      rows.some((r) => r.named?.basis === "non-GAAP") &&
      rows.some((r) => TAX_LINE.test(r.label)),
  );
  if (isTold) return [];
  return (
    sentencesOf(disclosure, (p) => p.part === "definitions" || p.part === "statements")
      .flatMap((at) => {
        const match = ALL_AFTER_TAX.exec(at.sentence.text);
        if (match === null) return [];
        const message = `${quoted(match[0])}: the adjustments are shown after tax, and the tax on them is no line of the reconciliation.`;
        return [foundAt(at, match, message, BEFORE)];
      })
      // Each speaks of the table above it.
      .slice(0, 3)
  );
}

/** That the tax on adjustments was computed, so that one is in the amounts. */
const COMPUTED =
  /\btax(?:es)? (?:effects?|impacts?|benefits?) (?:of|on|from|related to|associated with|for) (?:the |these |our |all |such |each )?(?:[\w-]+ ){0,2}(?:adjustments?|items?|charges)\b[^.;]{0,40}\b(?:are|is|was|were|has been|have been) (?:\w+ )?(?:calculated|computed|determined|based|estimated|measured)\b/i;

/** From earnings to the company's own over lines none of which is for tax, where a sentence says how the tax on them was computed. */
function withoutTaxLine(disclosure: Disclosure): readonly Found[] {
  const [said] = sentencesOf(disclosure, (p) => p.part !== "safe-harbour").filter((at) =>
    COMPUTED.test(at.sentence.text),
  );
  if (said === undefined) return [];
  return [...EARNED].flatMap((family) =>
    disclosure.tables
      .filter((t) => !isAcross(t) && !isOwnStatement(t))
      .flatMap((t) => wayOf(t, family, said))
      .slice(0, 1),
  );
}

function wayOf(t: RuleTable, family: Family, said: Placed): readonly Found[] {
  const way = betweenOf(t, family);
  if (way === undefined || way.lines.length < 2) return [];
  const words = comparableTo(family).words;
  const message = `Table ${t.table} leads from ${words} to ${quoted(way.to.label)} by ${way.lines.length} lines and none for the tax on them, of which the release says how it was computed (${quoted(COMPUTED.exec(said.sentence.text)?.[0] ?? "")}).`;
  return [foundIn(way.lines[0]!, message)];
}

/** The lines from earnings to the company's own, where none of them is another measure or is for tax. */
function betweenOf(
  { rows }: RuleTable,
  family: Family,
): { readonly to: RuleRow; readonly lines: readonly RuleRow[] } | undefined {
  const to = rows.findIndex((r) => r.named?.family === family && r.named.basis === "non-GAAP");
  const from = rows
    .slice(0, Math.max(to, 0))
    .findLastIndex((r) => r.named?.family === family && r.named.basis === "GAAP");
  const lines = rows.slice(from + 1, Math.max(to, 0));
  if (from < 0 || lines.some((r) => r.named !== undefined || /\btax/i.test(r.label))) return undefined;
  return { to: rows[to]!, lines };
}
