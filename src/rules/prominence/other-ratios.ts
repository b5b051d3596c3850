import { isOwnFamily } from "../names/family.ts";
import { keyOf } from "../names/learned.ts";
import { anyCase, inSmall, says } from "../pattern.ts";
import { toldOnce, toldOnceOfAll } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isRate } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { RESULTS } from "../reading/placed.ts";
import { isOfWhole, type RuleRow } from "../reading/rule-table.ts";
import { calledOwnRatios } from "../reconciliation/called-own.ts";
import type { Found } from "../rule.ts";
import { isOfOnePart, isOfParts } from "./prominent-tables.ts";

/** A word that makes a ratio the company's own, or several of them; "core" is said of kinds of business as well. */
const OWN = /^\W{0,3}(?:(?:adjusted|non[-\u2010\u2011 ]?gaap|underlying|normali[sz]ed),? )+/i;
/** The noun of a ratio at the end of a name, but for marks and for what says of how much it is one. */
const IS_RATIO = anyCase(
  /\b(?:ratio|rate|margin|yield|percentage|return on (?:average )?(?:[a-z]+ ){1,3}?(?:capital|assets|equity))(?: %| \(%\))?(?: ?\(\w{1,3}\))*\W{0,4}$|\b(?:as an? )?(?:%|percent(?:age)?) of [a-z ]{3,40}$/,
);
/** Counts of people, places and loans, and what a regulator asks of a bank, are no ratios of amounts of the statements. */
const OF_OTHERS = anyCase(
  /\b(?:growth|change|retention|occupancy|utili[sz]ation|churn|turnover|vacancy|attrition|capital|tier|leverage|deposits?|cet1|load factor|conversion|win rate|response|(?:day|daily|charter|lease|rental|room|freight|hourly) rate)\b/,
);

/** A row that says itself to be a ratio of the company's own, of a kind that no family names. */
const isOwnRatio = ({ label, named, figures }: RuleRow): boolean =>
  (named === undefined || isOwnFamily(named.family)) &&
  OWN.test(label) &&
  says(IS_RATIO, label) &&
  !OF_OTHERS.test(label) &&
  figures.length > 0 &&
  figures.every((figure) => isRate(figure));

const stemOf = (label: string): string => keyOf(label.replace(OWN, ""));

/**
 * Ratios that a row itself calls adjusted or not of the standards and that nothing else is known of: the same words without that one are the ratio
 * under GAAP, which has to be shown with it (C&DI 102.10(a)(3)).
 */
export const otherRatioFindings = (disclosure: Disclosure): readonly Found[] => [
  ...rowFindings(disclosure),
  ...calledFindings(disclosure),
];

/** Ratios that a sentence of the release calls not to be under GAAP, by a name that nothing else knows. */
function calledFindings(disclosure: Disclosure): readonly Found[] {
  const { passages, tables } = disclosure;
  return calledOwnRatios((name) => says(IS_RATIO, name) && !OF_OTHERS.test(name), disclosure).flatMap(
    ({ name, shown }) => {
      const key = escaped(keyOf(name));
      const isIt = new RegExp(`(?<!non )\\bgaap (?:basis )?${key}|${key},? \\(?gaap\\b`);
      const isUnderGaap = (text: string): boolean => /gaap/.test(inSmall(text)) && isIt.test(keyOf(text));
      const isGiven =
        tables.some((t) => t.rows.some(({ label }) => isUnderGaap(label))) ||
        passages.some((p) => /\d ?(?:%|percent)/.test(p.text) && isUnderGaap(p.text));
      if (isGiven) return [];
      return toldOnce(disclosure, shown, ({ figures }) => ({
        message: `${quoted(name)} is a ratio that the release calls a measure which is not under GAAP, and the same ratio of amounts under GAAP is not with it.`,
        remedy: "Print the ratio of the amounts under GAAP beside it, no less prominently.",
        figures: figures.slice(0, 1).map(({ id }) => id),
      }));
    },
  );
}
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

function rowFindings(disclosure: Disclosure): readonly Found[] {
  const { tables, passages } = disclosure;
  const own = tables
    .filter((t) => t.kind !== "statement" && t.kind !== "guidance")
    .flatMap((t) =>
      t.rows.filter(
        (row) => isOwnRatio(row) && !isOfOnePart(row, disclosure) && (!isOfParts(t, disclosure) || isOfWhole(row)),
      ),
    );
  if (own.length === 0) return [];
  const labels = tables.flatMap((t) => t.rows.filter(({ label }) => !OWN.test(label)).map(({ label }) => keyOf(label)));
  const said = passages
    .filter((p) => RESULTS.has(p.part) && /\d ?(?:%|percent)/.test(p.text))
    .map((p) => keyOf(p.text));
  const isGiven = ({ label }: RuleRow): boolean => {
    const stem = stemOf(label);
    const isIt = new RegExp(`(?<!\\b(?:adjusted|non gaap|underlying|normali[sz]ed) )\\b${escaped(stem)}`);
    return labels.some((one) => one.includes(stem)) || said.some((text) => isIt.test(text));
  };
  return toldOnceOfAll(
    disclosure,
    own.filter((row) => !isGiven(row)),
    ({ label }) => stemOf(label),
    ({ label }) => quoted(label),
    ({ label, figures }) => ({
      message: `${quoted(label)} is a ratio of the company's own, and the same ratio under GAAP is not with it.`,
      remedy: "Print the ratio of the amounts under GAAP beside it, no less prominently.",
      figures: figures.slice(0, 1).map(({ id }) => id),
    }),
  );
}
