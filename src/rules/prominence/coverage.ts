import { anyCase, inSmall } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { foundAt, RESULTS, sentencesOf } from "../reading/placed.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

const COVERAGE = anyCase(
  /\b(?:dividends?|distributions?|interest|debt service|fixed[- ]charges?) coverage(?: ratios?)?(?![a-z])/,
);
/** How many times over it is covered, by a figure in its sentence. */
const TIMES = anyCase(/(?<![\d.,])\d{1,3}(?:\.\d{1,2})? ?(?:x\b|times\b)/);
const OWN =
  "(?:cash available for (?:dividends?|distributions?)|distributable (?:cash|earnings)|ebitda[a-z]{0,2}|funds from operations|[acn]?ffo|free cash ?flows?|(?:adjusted|core|underlying) (?:[a-z]+ ){0,2}(?:earnings|income|cash|eps))";
/** What a coverage is told to be one by: a measure of the company's own before its name or behind it, or one under GAAP. */
const BY_OWN = anyCase(
  new RegExp(String.raw`\b${OWN}\b(?:[^.;|]|\.\d){0,80}\bcoverage\b|\bcoverage\b(?:[^.;|]|\.\d){0,120}?\b${OWN}\b`),
);
const BY_GAAP = anyCase(
  /\bcoverage\b[^.;|]{0,160}\b(?:net (?:income|earnings|profit)|earnings (?:per|before (?:interest|income tax|tax))|operating (?:income|profit|cash)|cash (?:flows? )?(?:provided|from operat\w+|generated))\b|\b(?:net (?:income|earnings)|operating (?:income|cash flow)|cash (?:flows? )?from operations|provided by operating activities)\b[^.;|]{0,40}\bcoverage\b/,
);
/** What a lender asks for is told as his agreement has it. */
const OF_LENDERS = anyCase(
  /\b(?:covenants?|credit (?:agreement|facility)|indenture|compliance|minimum|required?|lenders?)\b/,
);

/**
 * A dividend or the interest that is covered so many times by a measure of the company's own, as the release tells in its words or in the name of a row:
 * the same ratio of net income or of operating cash flow is nowhere.
 */
export function coverageFindings(disclosure: Disclosure): readonly Found[] {
  const { passages, tables } = disclosure;
  const told = [
    ...passages.map((p) => p.text),
    ...tables.flatMap((t) => t.reading.meaning.rows.map((r) => r.label)),
  ].filter((text) => /\bcoverage\b/.test(inSmall(text)) && COVERAGE.test(text));
  if (!told.some((text) => BY_OWN.test(text)) || told.some((text) => BY_GAAP.test(text))) return [];
  const said = sentencesOf(disclosure, (p) => RESULTS.has(p.part) && COVERAGE.test(p.text)).flatMap((at) => {
    const { text } = at.sentence;
    const match = COVERAGE.exec(text);
    if (match === null || !TIMES.test(text.slice(match.index)) || OF_LENDERS.test(text)) return [];
    const { start, end, figures } = foundAt(at, match, "", "");
    return [{ start, end, words: match[0], figures }];
  });
  const isOfLenders = ({ title, rows }: RuleTable): boolean =>
    [title, ...rows.map((r) => r.label)].some((words) => OF_LENDERS.test(words));
  const rows = tables
    .filter((t) => (t.kind === "figures" || t.kind === "guidance") && !isOfLenders(t))
    .flatMap((t) =>
      t.rows.filter((r) => COVERAGE.test(r.label) && r.figures.some(({ text }) => TIMES_ALONE.test(text))),
    )
    .map((r) => ({ start: r.start, end: r.end, words: r.label, figures: r.figures.slice(0, 1).map((f) => f.id) }));
  return toldOnce(disclosure, [...said, ...rows], ({ words, figures }) => ({
    message: `${quoted(words)} is a ratio of a measure of the company's own, as the release tells what covers it; the same ratio of net income or of cash from operating activities is not with it.`,
    remedy: "Print the coverage by the measure under GAAP beside it, no less prominently.",
    figures,
  }));
}
/** In a table the sign may stand in a cell of its own. */
const TIMES_ALONE = /^\D{0,2}\d{1,2}(?:\.\d{1,2})?\D{0,6}$/;
