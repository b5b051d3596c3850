/** "Total earnings": the bare word as a row of its own, with no word of a basis. */
const ROW = /^(?:total|reported) earnings(?: ?\/? ?\((?:loss|losses|charges)\))?(?: ?\(?\d\)?)?\W*$/i;
/** What the parts of a company have earned, and their total below them. */
const SECTION =
  /^\W{0,4}(?:consolidated )?earnings(?: ?\/? ?\((?:loss|losses|charges)\))?(?: by (?:business |operating |reportable )?(?:segments?|business(?:es)?|areas?))?\W*$/i;
const TOTAL = /^\W{0,4}(?:consolidated |company )?total(?: company| consolidated)?(?: ?\(?\d\)?){0,3}\W*$/i;

/** Whether a row is of earnings under GAAP, called by the bare word or the total of a section that is called so. */
export const isEarningsRow = (label: string, path: readonly string[]): boolean =>
  ROW.test(label) || (TOTAL.test(label) && SECTION.test(path.at(-1) ?? ""));

/** "Third-quarter earnings were $7.5 billion": the bare word with an amount of the whole company, which nothing is left out of. */
const SAID =
  /(?<!\b(?:adjusted|core|underlying|operating|non-?gaap|distributable|comparable|economic|cash|segment|retained|related|business|managed|pre-?tax|normali[sz]ed|headline) )\bearnings (?:of|were|was|totall?ed) (?:approximately |about |a record )?[$€£] ?\d[\d.,]{0,12}(?![\d.,]{0,12}\d)(?: (?:million|billion))?\b(?! (?:per|an?) )(?!,? (?:or )?(?:\w+ ){0,3}(?:excluding|before|adjusted|exclusive)\b)/i;
const COMPARED = /\b(?:versus|vs|compar\w+|up|down|from|increas\w+|decreas\w+|higher|lower|rose|fell|grew|growth)\b/i;

/** Whether a sentence gives the earnings under GAAP by the bare word, and where growth is wanted says how they have changed. */
export const saysEarnings = (sentence: string, isOfGrowth: boolean): boolean => {
  const said = SAID.exec(sentence);
  return said !== null && (!isOfGrowth || COMPARED.test(sentence.replace(said[0], "")));
};
