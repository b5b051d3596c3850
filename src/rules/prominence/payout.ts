import { anyCase } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isRate } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { foundAt, RESULTS, sentencesOf } from "../reading/placed.ts";
import type { Found } from "../rule.ts";

const PAYOUT = anyCase(/\b(?:(?:dividend|distribution|cash) ){0,3}payout(?: ratios?)?(?![a-z])/);
/** What a payout ratio is told to be one of: a measure of the company's own, or one under GAAP. */
const OF_OWN = anyCase(
  /\bpayout ratios?\b(?:[^.;,]|\.\d){0,120}?\b(?:of|by|on|to|over) (?:(?:our|its|the|total|annual) ){0,2}(?:funds (?:from operations|flow)|[acn]?ffo|free cash ?flow|distributable|adjusted|core|underlying|recurring)\b/,
);
const OF_GAAP = anyCase(
  /\bpayout ratios?\b[^.;]{0,160}\b(?:net (?:income|earnings|profit)|earnings per|eps|cash (?:flow )?(?:provided|from operat\w+|generated)|operating cash)\b/,
);
/** What stands for the ratio of GAAP amounts as well as a definition does. */
const OF_REPORTED = anyCase(
  /(?<!\b(?:adjusted|core|recurring|underlying|recurrent) )\b(?:net (?:income|earnings|profit)|eps)\b/,
);

/**
 * A payout ratio that names no measure where it is given, and that the release elsewhere tells to be one of a measure of the company's own: the same ratio of
 * net income or of operating cash flow is nowhere. A name that says of what it is a ratio is read like any other.
 */
export function payoutFindings(disclosure: Disclosure): readonly Found[] {
  const { passages, tables } = disclosure;
  const told = [
    ...passages.map((p) => p.text),
    ...tables.flatMap((t) => t.reading.meaning.rows.map((r) => r.label)),
  ].filter((text) => PAYOUT.test(text));
  if (!told.some((text) => OF_OWN.test(text)) || told.some((text) => OF_GAAP.test(text))) return [];
  const all = sentencesOf(disclosure, (p) => RESULTS.has(p.part) && PAYOUT.test(p.text)).flatMap((at) => {
    const { text, figures, mentions } = at.sentence;
    const match = PAYOUT.exec(text);
    if (match === null || !figures.some(isRate) || OF_REPORTED.test(text)) return [];
    if (mentions.some((m) => m.family === "ffo-payout" || m.ahead)) return [];
    const { start, end, figures: ids } = foundAt(at, match, "", "");
    return [{ start, end, words: match[0], figures: ids }];
  });
  const rows = tables
    .filter((t) => t.kind === "figures" && RESULTS.has(t.part))
    .flatMap((t) => t.rows.filter((r) => r.named === undefined && PAYOUT.test(r.label) && r.figures.some(isRate)))
    .map((r) => ({ start: r.start, end: r.end, words: r.label, figures: r.figures.slice(0, 1).map((f) => f.id) }));
  return toldOnce(disclosure, [...all, ...rows], ({ words, figures }) => ({
    message: `${quoted(words)} is a ratio of a measure of the company's own, as the release tells what it is divided by; the same ratio of net income or of cash from operating activities is not with it.`,
    remedy: "Print the payout ratio of the measure under GAAP beside it, no less prominently.",
    figures,
  }));
}
