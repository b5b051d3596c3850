import type { FactRow } from "./fact-row.ts";

const RATE = /\btax rate\b/;
/** Rates of the law, of plans, and of a part of the income are no tax over all income. */
const NO_RATE =
  /\b(?:statutory|federal|state|foreign|normalized|expected|marginal|blended|assumed|cash|change|reconciliation)\b/;
const PRETAX = /\bbefore\b.{0,60}\btax(?:es)?\b|\bpre ?tax (?:income|earnings|loss|profit)\b/;
const TAX = /\btax(?:es)?\b/;
const NO_TAX =
  /\b(?:after|net|before|pre|pretax|deferred|payable|receivable|assets?|liabilit(?:y|ies)|rate|paid|effect|impact|withholding|payroll|property|excise)\b/;

/** Whether a row of percentages is the part of income before tax that tax takes. */
export const isTaxRate = ({ name }: FactRow): boolean => RATE.test(name) && !NO_RATE.test(name);

/** The rows that print tax on income, and those that print what it is taken of. */
export function taxNames(rows: readonly FactRow[]): {
  readonly taxes: readonly FactRow[];
  readonly pretax: readonly FactRow[];
} {
  return { taxes: rows.filter((r) => isTax(r.name)), pretax: rows.filter((r) => PRETAX.test(r.name)) };
}

const isTax = (name: string): boolean => TAX.test(name) && !NO_TAX.test(name);

/** A label is read no further than this. */
const FAR = 200;

const nameIn = (label: string): string =>
  label
    .slice(0, FAR)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, " ");

export const isTaxOnIncome = (label: string): boolean => isTax(nameIn(label));

export const isIncomeBeforeTax = (label: string): boolean => PRETAX.test(nameIn(label));
