import { anyCase, findAll } from "../pattern.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Mention } from "./mention.ts";
import type { RuleTable } from "./rule-table.ts";

/** What revenue or its growth leaves out, whatever it is: a product, a country, a business that was sold, a week. */
const WITHOUT = anyCase(
  /\b(?:excluding|exclusive of|without|net of the (?:impacts?|effects?) of|adjust(?:ed|ing) for|ex[-.] ?)\s?(?:the )?([^.;,:()$€£%\d]{3,90})/dg,
);
/** Where the words of what is left out end. */
const ENDS =
  / (?:was|were|is|are|grew|increased|decreased|declined|rose|fell|up|down|for the|in the|during|compared|versus|as compared|and (?:was|were|up|down)|or|our|total|(?:net )?(?:sales|revenues?)(?! (?:of|from|in|related|attributable|generated|contributed)\b)|organic)\b.*$/i;
/** Growth without currency, and what is called organic, has a rule of its own. */
const OTHER_RULE = anyCase(/\bcurrenc|\bexchange|\bfx\b|\borganic/);
/** What a statement of cash flows has paid for deals is no revenue of theirs. */
const DEALS = /^acqui/;
/** Words that tell nothing of what is left out. */
const EMPTY = anyCase(
  /^(?:impacts?|effects?|related|contributions?|prior|year|quarter|period|periods|from|with|that|this|these|those|which|sales|revenues?|business(?:es)?|certain|items?|associated|both|their|other|amounts?|changes?|same|also|operations|results|loss|lost|recent|recently|previously|announced|company|segment|growth|generated|attributable|contributed|more|than|into|since|over|last|first|second|third|fourth|fiscal)$/,
);

/** A table that has revenue on another basis. */
const ADJUSTED = anyCase(
  /\badjusted\b|\bexcluding\b|\bexclusive\b|\bex[-.] ?[a-z]|\bnon-?gaap\b|\bcomparable\b|\borganic|\bnormali[sz]|\bpro[ -]?forma\b/,
);
const SALES = anyCase(/\b(?:revenues?|sales)\b/);

const NEAR_BEFORE = 160;
const NEAR_BEHIND = 200;

/** What an amount of revenue or its growth leaves out, by the words that tell something; nothing where an amount follows right behind. */
export function leftOut({ sentence, from, to }: Mention): { readonly words: string; readonly key: string } | undefined {
  const near = sentence.slice(Math.max(0, from - NEAR_BEFORE), to + NEAR_BEHIND);
  for (const match of findAll(WITHOUT, near)) {
    const words = match[0].replace(ENDS, "").trim();
    if (OTHER_RULE.test(words)) continue;
    const telling = words
      .toLowerCase()
      .split(/[^\p{L}\d’'&]+/u)
      .slice(1)
      .filter((word) => word.length > 3 && !EMPTY.test(word));
    if (telling.length > 0) return { words, key: telling.slice(0, 3).join(" ") };
  }
  return undefined;
}

export const isSalesAdjusted = (label: string): boolean => SALES.test(label) && ADJUSTED.test(label);

/** Whether a table has revenue on a basis of the company's own. */
export const hasOwnRevenue = ({ kind, rows, reading: { meaning } }: RuleTable): boolean =>
  rows.some((r) => isSalesAdjusted(r.label)) ||
  (meaning.columns.some((c) => ADJUSTED.test(c.head)) && rows.some((r) => SALES.test(r.label))) ||
  (kind !== "statement" && SALES.test(meaning.caption) && ADJUSTED.test(meaning.caption));

/** Whether a row, or a sentence with an amount, names what is left out. */
export function isAmountPrinted(words: readonly string[], { tables, passages }: Disclosure): boolean {
  const has = (text: string): boolean => words.some((word) => text.toLowerCase().includes(word));
  const some = words.some((word) => DEALS.test(word)) ? tables.filter(({ kind }) => kind !== "statement") : tables;
  return (
    some.some((t) => t.rows.some((r) => has(r.label)) || t.reading.meaning.columns.some((c) => has(c.head))) ||
    passages.some((p) => p.sentences.some((s) => SALES.test(s.text) && has(s.text) && AMOUNT.test(s.text)))
  );
}
/** An amount that is not only that of the revenue from which something is left out, nor by how much that has grown. */
const AMOUNT = anyCase(
  /^(?!.*\b(?:excluding|exclusive of|without)\b).*[$€£] ?\d|\b(?:excluding|exclusive of|without)\b(?:(?!\b(?:revenues?|sales) (?:grew|rose|increased|decreased|declined|fell|was|were|would)\b)[^$€£]){0,90}[$€£] ?\d/,
);
