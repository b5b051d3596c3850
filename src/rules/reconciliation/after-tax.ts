import { anyCase, type Pattern } from "../pattern.ts";

/** What the statements themselves print net of tax, and what the standards add to the earnings of a share as if its notes were converted (ASC 260-10-45-40). */
export const PRINTED_SO: Pattern = anyCase(
  /\bdiscontinued\b|\bcomprehensive\b|\ba?oci\b|\bunrealized\b|\baccounting (?:change|principle)\b|\bcumulative effect\b|\bequity (?:in|method)\b|\bextraordinary\b|\b(?:interest|amorti[sz]ation)\b[^|]{0,60}\b(?:convertible|exchangeable)\b|\bif-converted\b/,
);
export const BEFORE = "Show each adjustment before tax, and the tax on all of them as a line of its own, explained.";
/** One look at a text tells that it says nothing of amounts after tax. */
export const AFTER_TAX: Pattern = anyCase(/\btax[- ](?:adjust|[ae]ffect)|net of [a-z ]{0,11}tax|after[- ]tax/);
