import { anyCase, type Pattern } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { placeIn } from "../reading/passage.ts";
import { RESULTS, sentencesOf } from "../reading/placed.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

/** The words of banks for income as if none of it were free of tax, and the letters that they shorten these to. */
export const EQUIVALENT = "(?:(?:fully[- ])?tax(?:able)?[- ]equivalent(?: basis)?|f?teb?)(?![a-z])";
const OF_MARK = String.raw`(?: ?\(\w{1,2}\))?`;
/** "Net interest income (FTE)", "net interest income on a fully taxable-equivalent basis", "tax-equivalent net interest income". */
const NAMED = new RegExp(
  String.raw`\bnet interest income${OF_MARK},? (?:[-\u2013\u2014] )?(?:on an? |\()?${EQUIVALENT}\)?|\b${EQUIVALENT}(?: \(["“]?\w{2,4}["”]?\))? net interest income(?![a-z])`,
  "i",
);
/** The lines above and below it that the same adjustment is put on: "interest income on a tax equivalent basis", "total revenue (FTE)". */
export const OTHERS_NAMED: Pattern = anyCase(
  new RegExp(
    String.raw`(?<!\bnet |-)\b(?:(?:total )?interest income|total (?:net )?revenues?)${OF_MARK},? (?:[-\u2013\u2014] )?(?:on an? |\()?${EQUIVALENT}\)?|\b${EQUIVALENT}(?: \(["“]?\w{2,4}["”]?\))? (?:(?:total )?interest income|(?:total )?(?:net )?revenues?)(?![a-z])`,
    "d",
  ),
);
/** One look at a text tells that it has no such words. */
const HAS: Pattern = anyCase(/[- ]equivalent|\bf?teb?\b/);
/** What leads from income as the standards have it: the adjustment, whatever the bank calls it. */
const ADJUSTED_BY = anyCase(
  new RegExp(
    String.raw`\b${EQUIVALENT}(?: \([^()]{1,20}\))?(?: (?:interest|income|basis))? (?:adjustments?|effects?|benefits?|increments?|gross-up)\b|\b(?:adjustments?|add|less|plus|conversion|gross-up|effects? of)\b[^|.;]{0,40}\b${EQUIVALENT}`,
  ),
);
export const PLAIN: Pattern = anyCase(
  /^\W{0,3}(?:total )?net interest income(?: \((?:u\.?s\.? )?gaap\)|,? (?:as reported|gaap))?\W{0,4}(?:\((?!te\b)\w{1,2}\))?$/,
);
/** A part of it in something else is no amount of it; in a sentence "rose by 4%" is its growth. */
const RATIO_OF = /\bmargin|\bspread|\bto (?:average|total|earning)|\bratio/i;
const IN_PART = anyCase(new RegExp(String.raw`${RATIO_OF.source}|%|\bpercent`));

/** Whether words say of an income that it is told as if it were all taxed. */
export const saysEquivalent = (text: string): boolean => HAS.test(text);

interface Shown {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly string[];
}

/**
 * Net interest income as if it were all taxed, which is no amount of the statements, where nothing leads to it: no line and no sentence gives the
 * adjustment, and no table leads on from the amount as reported. The margin on the same basis has no amount that could be led to.
 */
export function taxEquivalent(disclosure: Disclosure): readonly Found[] {
  const shown = [...equivalentsSaid(disclosure), ...inTables(disclosure)];
  if (shown.length === 0 || !isComplete(disclosure) || isAdjusted(disclosure)) return [];
  return toldOnce(disclosure, shown, ({ words, figures }) => ({
    message: `${quoted(words)} is given, and no table or sentence reconciles it with net interest income.`,
    remedy: "Give the tax-equivalent adjustment between net interest income and this amount.",
    figures,
  }));
}

interface Said extends Shown {
  readonly block: number;
}

/** Where the prose of results gives an amount of it. */
export const equivalentsSaid = (disclosure: Disclosure, named: Pattern = NAMED): readonly Said[] =>
  sentencesOf(disclosure, (p) => RESULTS.has(p.part) && HAS.test(p.text)).flatMap(({ passage, sentence }) => {
    const match = named.exec(sentence.text);
    if (match === null) return [];
    const behind = sentence.span.from + match.index + match[0].length;
    const amount = sentence.figures.find((f) => isMoney(f) && passage.text.indexOf(f.text, behind) >= 0);
    if (
      amount === undefined ||
      RATIO_OF.test(sentence.text.slice(match.index + match[0].length).slice(0, MARGIN_WITHIN))
    )
      return [];
    const place = placeIn(passage, sentence, match.index, match.index + match[0].length);
    return [{ words: match[0], ...place, block: passage.block, figures: [amount.id] }];
  });
/** "Net interest income (FTE) to average assets": the words of a ratio stand right behind. */
const MARGIN_WITHIN = 16;

export const isEquivalent = ({ label, figures }: RuleRow): boolean =>
  HAS.test(label) && NAMED.test(label) && !IN_PART.test(label.replace(NAMED, "")) && figures.some(isMoney);

const inTables = ({ tables }: Disclosure): readonly Shown[] =>
  tables.flatMap((t) =>
    t.rows.filter(isEquivalent).map(({ label, start, end, figures }) => ({
      words: label,
      start,
      end,
      figures: figures.slice(0, 1).map((f) => f.id),
    })),
  );

/** Whether some line or sentence gives the adjustment, or a table has both amounts with a line between them. */
const isAdjusted = ({ tables, passages }: Disclosure): boolean =>
  tables.some((t) => t.rows.some((r) => r.figures.length > 0 && isAdjustment(r)) || leadsOn(t)) ||
  passages.some(
    (p) => HAS.test(p.text) && p.sentences.some((s) => ADJUSTED_BY.test(s.text) && s.figures.some(isMoney)),
  );

const isAdjustment = ({ label }: RuleRow): boolean => HAS.test(label) && ADJUSTED_BY.test(label) && !NAMED.test(label);

function leadsOn({ rows }: RuleTable): boolean {
  const [from, to] = [rows.findIndex(({ label }) => PLAIN.test(label)), rows.findIndex(isEquivalent)];
  return from >= 0 && to >= 0 && Math.abs(from - to) > 1;
}
