import type { Family } from "../names/family.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { placeIn } from "../reading/passage.ts";
import { RESULTS, sentencesOf } from "../reading/placed.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

/** What an insurer is left with of its premiums before it invests, which no statement of the standards has a line for. */
const UNDERWRITING = anyCase(
  /^\W{0,3}(?:total |net |consolidated |pre-?tax ){0,2}underwriting (?:\(loss\) )?(?:income|profit|gain|result|loss)s?(?: ?\/? ?\((?:loss|income)\))?(?:,? \(?(?:pre-?tax|before tax(?:es)?)\)?)?(?: \(\w{1,2}\))?\W{0,3}$/,
);
/** By segment it is a measure of the standard on segments. */
const OF_PARTS = anyCase(/\bsegments?\b|\bby (?:line|business|class|product)\b/);
const EARNED: ReadonlySet<Family> = new Set<Family>(["net-income", "pre-tax-income"]);

/** The same in a sentence, with its amount right behind: "underwriting income of $4.3 million". */
const SAID = anyCase(
  /(?<!\b(?:adjusted|core|operating) )\bunderwriting (?:income|profit|gain|loss)(?: \((?:loss|income)\))?(?= (?:of|was|totall?ed|(?:in|de)creased|rose|fell|improved|grew)\b[^.;$]{0,40}[$€£] ?\d)/,
);

const isUnderwriting = ({ label, figures }: RuleRow): boolean => UNDERWRITING.test(label) && figures.some(isMoney);

/** The result of underwriting among the results of the whole company, where no table of the release has it together with what was earned and no sentence says how it is led to. */
export function underwritingUnled(disclosure: Disclosure): readonly Found[] {
  const { tables, passages } = disclosure;
  const rows = tables.filter(isOfResults).flatMap((t) => t.rows.filter(isUnderwriting));
  const shown = [
    ...sentencesOf(disclosure, (p) => RESULTS.has(p.part) && p.text.includes("nderwriting ")).flatMap(
      ({ passage, sentence }) => {
        const match = OF_PARTS.test(sentence.text) ? null : SAID.exec(sentence.text);
        if (match === null) return [];
        const figures = sentence.figures.filter((f) => isMoney(f));
        return [
          { label: match[0], figures, ...placeIn(passage, sentence, match.index, match.index + match[0].length) },
        ];
      },
    ),
    ...rows,
  ];
  if (shown.length === 0 || !isComplete(disclosure) || tables.some(leadsOn)) return [];
  if (passages.some((p) => p.text.length < LONGEST && /\bunderwriting\b/.test(inSmall(p.text)) && SAYS.test(p.text)))
    return [];
  return toldOnce(disclosure, shown, ({ label, figures }) => ({
    message: `${quoted(label)} is given, and no table or sentence reconciles it with income before tax.`,
    remedy: "Add a reconciliation that begins with income before tax, or with net income, and names each line between.",
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}

/** "Underwriting income is reconciled with net income above", "... is a measure of our segments". */
const SAYS = anyCase(/\breconcil|\bsegments?\b/);
const LONGEST = 2000;

const isOfResults = ({ kind, part, title }: RuleTable): boolean =>
  kind === "figures" && RESULTS.has(part) && !OF_PARTS.test(title);

/** Whether a table has the result of underwriting, by these or any other words, and what the company has earned. */
const leadsOn = ({ kind, rows }: RuleTable): boolean =>
  rows.some(({ label }) => /\bunderwriting\b[^|]{0,20}\b(?:income|profit|gain|result|loss)/.test(inSmall(label))) &&
  (kind === "statement" || rows.some(({ named }) => named?.basis === "GAAP" && EARNED.has(named.family)));
