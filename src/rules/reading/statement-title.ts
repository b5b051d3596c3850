import { anyCase } from "../pattern.ts";

/** What the title of a whole statement of the standards ends with. */
const TITLE = anyCase(
  /\b(?:statements? of (?:consolidated )?(?:[\w-]+,? ){0,3}(?:income|operations|earnings|loss|profit|cash flows?|financial (?:position|condition)|assets)|(?:income|cash flow) statements?|balance sheets?)\b[^.;|]{0,110}$/,
);
const TITLE_WITHIN = 220;
const RECONCILES = anyCase(/\breconcil\w*|\bnon[-\u2010\u2011 ]?gaap\b/);
const ABOVE =
  /^.*[a-z)]{2}\.\s(?=.*\bstatements?\b)|\bnon[-\u2010\u2011 ]?gaap (?:financial )?(?:measures?|information|disclosures?|definitions?|metrics)(?= (?!to\b|for\b|of\b))/gi;
/** So many lines are no excerpt. The bound is ours. */
const WHOLE = 12;

/** Whether a table of so many rows is by its title a whole statement of the standards. */
export function isTitledStatement(title: string, rows: number): boolean {
  if (rows < WHOLE) return false;
  // What a sentence or a heading further up says of other measures is not said of this table.
  const near = title.slice(-TITLE_WITHIN).replace(ABOVE, "");
  return TITLE.test(near) && !RECONCILES.test(near);
}

/** What no subtotal of a statement is called. */
const CALLED_OWN = anyCase(
  /\b(?:non[-\u2010\u2011 ]?(?:gaap|ifrs)|adjusted|core|comparable|underlying|normali[sz]ed|economic|ebit\w*|a?oibda|noi|[an]?ffo|free cash|pro[- ]?forma)\b/,
);

/** Whether a row of a statement may be a line of the standards: "Income before interest and taxes" is a subtotal there, for all that it is EBIT. */
export const isLine = (label: string): boolean => !CALLED_OWN.test(label);
