/** What a measure is when the words that make it the company's own are taken off, of those that releases have in common. */
export type KnownFamily =
  | "revenue"
  | "gross-profit"
  | "gross-margin"
  | "contribution"
  | "contribution-margin"
  | "cost-of-sales"
  | "unit-cost"
  | "seat-mile-cost"
  | "charter-rate"
  | "net-interest-income"
  | "net-interest-margin"
  | "net-investment-income"
  | "net-investment-income-per-share"
  | "selling-and-administrative"
  | "sales-and-marketing"
  | "research-and-development"
  | "operating-expenses"
  | "operating-income"
  | "operating-margin"
  | "other-income"
  | "pre-tax-income"
  | "pre-provision"
  | "pre-tax-margin"
  | "tax-rate"
  | "net-income"
  | "net-margin"
  | "eps"
  | "ebit"
  | "ebit-margin"
  | "ebitda"
  | "ebitda-margin"
  | "ebitda-per-share"
  | "operating-cash-flow"
  | "operating-cash-flow-margin"
  | "own-cash-flow"
  | "free-cash-flow"
  | "free-cash-flow-margin"
  | "free-cash-flow-conversion"
  | "free-cash-flow-per-share"
  | "ffo"
  | "ffo-per-share"
  | "ffo-payout"
  | "noi"
  | "distributable-earnings"
  | "distributable-earnings-per-share"
  | "distributable-margin"
  | "debt"
  | "net-debt"
  | "leverage"
  | "debt-ratio"
  | "debt-to-assets"
  | "equity"
  | "book-value-per-share"
  | "tangible-book-value-per-share"
  | "equity-ratio"
  | "tangible-equity-ratio"
  | "return-on-assets"
  | "return-on-capital"
  | "return-on-tangible-equity"
  | "return-on-equity"
  | "efficiency-ratio"
  | "selling-and-administrative-rate"
  | "sales-and-marketing-rate"
  | "research-and-development-rate"
  | "operating-expenses-rate"
  | "cost-of-sales-rate"
  | "expense-ratio"
  | "operating-ratio"
  | "combined-ratio"
  | "loss-ratio"
  | "reserves-value"
  | "noninterest-expense"
  | "noninterest-income";

/** A line that no other family has, by its words in small letters: the release itself reconciles a measure of its own with it. */
export type OwnFamily = `own ${string}`;

export type Family = KnownFamily | OwnFamily;

export const isOwnFamily = (family: Family): family is OwnFamily => family.startsWith("own ");

/** Parts of one amount in another that a release gives in percent. */
export const RATES: ReadonlySet<Family> = new Set<Family>([
  "debt-to-assets",
  "tax-rate",
  "gross-margin",
  "operating-margin",
  "net-margin",
  "pre-tax-margin",
  "ebitda-margin",
  "ebit-margin",
  "free-cash-flow-margin",
  "contribution-margin",
  "distributable-margin",
  "net-interest-margin",
  "equity-ratio",
  "tangible-equity-ratio",
  "return-on-assets",
  "return-on-capital",
  "return-on-tangible-equity",
  "return-on-equity",
  "efficiency-ratio",
  "selling-and-administrative-rate",
  "sales-and-marketing-rate",
  "research-and-development-rate",
  "operating-expenses-rate",
  "cost-of-sales-rate",
  "expense-ratio",
  "operating-ratio",
  "combined-ratio",
  "loss-ratio",
]);

/** Amounts that are the company's own without any word for it: such a word makes another measure of them. */
export const OWN_ANYWAY: ReadonlySet<Family> = new Set<Family>([
  "ebit",
  "ebitda",
  "free-cash-flow",
  "ffo",
  "noi",
  "distributable-earnings",
]);

/** Lines of the statement of income that earnings on another basis are led from. */
export const LEADING_RESULTS: ReadonlySet<Family> = new Set<Family>([
  "net-income",
  "pre-tax-income",
  "operating-income",
]);

/** Amounts of which the part of a share is a measure of its own. */
export const SHARE_OF: ReadonlyMap<Family, Family> = new Map<Family, Family>([
  ["net-income", "eps"],
  ["operating-income", "eps"],
  ["ffo", "ffo-per-share"],
  ["distributable-earnings", "distributable-earnings-per-share"],
  ["net-investment-income", "net-investment-income-per-share"],
  ["free-cash-flow", "free-cash-flow-per-share"],
  ["ebitda", "ebitda-per-share"],
]);

/** What a share has of an amount. */
export const OF_SHARES: ReadonlySet<Family> = new Set<Family>(SHARE_OF.values());
