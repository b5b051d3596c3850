import { anyCase } from "../pattern.ts";

/** "Total earnings": the bare word as a row of its own, with no word of a basis. */
const ROW = anyCase(/^(?:total|reported) earnings(?: ?\/? ?\((?:loss|losses|charges)\))?(?: ?\(?\d\)?)?\W*$/);
/** What the parts of a company have earned, and their total below them. */
const SECTION = anyCase(
  /^\W{0,4}(?:consolidated )?earnings(?: ?\/? ?\((?:loss|losses|charges)\))?(?: by (?:business |operating |reportable )?(?:segments?|business(?:es)?|areas?))?\W*$/,
);
const TOTAL = anyCase(/^\W{0,4}(?:consolidated |company )?total(?: company| consolidated)?(?: ?\(?\d\)?){0,3}\W*$/);

/** Whether a row is of earnings under GAAP, called by the bare word or the total of a section that is called so. */
export const isEarningsRow = (label: string, path: readonly string[]): boolean =>
  ROW.test(label) || (TOTAL.test(label) && SECTION.test(path.at(-1) ?? ""));
