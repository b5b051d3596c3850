import type { Profile } from "./rule.ts";

const FOREIGN_FORM = /\bform (?:20-?f|6-?k|40-?f)\b|\bforeign private issuer\b/i;
const DOMESTIC_FORM = /\bform (?:10-?k|10-?q|8-?k)\b/i;
const SEC = /\bsecurities and exchange commission\b|\b(?:the|u\.?s\.?) sec\b|\((?:NYSE|NASDAQ)\b/i;
const IFRS = /\bIFRS\b|\binternational financial reporting standards\b/i;

/** Under whose rules a document goes out, by the forms and the standards that it names; a domestic one where it names neither. */
export function profileOf(source: string): Profile {
  if (DOMESTIC_FORM.test(source)) return "us-domestic";
  if (FOREIGN_FORM.test(source)) return "foreign-private";
  if (!IFRS.test(source)) return "us-domestic";
  return SEC.test(source) ? "foreign-private" : "non-us";
}

/** The standards that a foreign issuer's document names. */
export const standardsOf = (source: string): "GAAP" | "IFRS" => (IFRS.test(source) ? "IFRS" : "GAAP");
