import { anyCase, findAll } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isGrowthIn } from "../reading/grown.ts";
import { isRate, type Mention } from "../reading/mention.ts";
import { idsOf, isShown, quoted } from "../reading/own-measure.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";

/** What growth of revenue leaves out, whatever it is: a product, a country, a business that was sold, a week. */
const WITHOUT = anyCase(
  /\b(?:excluding|exclusive of|without|net of the (?:impacts?|effects?) of|adjust(?:ed|ing) for|ex[-.] ?)\s?(?:the )?([^.;,:()$€£%\d]{3,90})/dg,
);
/** Where the words of what is left out end. */
const ENDS =
  / (?:was|were|is|are|grew|increased|decreased|declined|rose|fell|up|down|for the|in the|during|compared|versus|as compared|and (?:was|were|up|down)|or|our|total|(?:net )?(?:sales|revenues?)(?! (?:of|from|in|related|attributable|generated|contributed)\b)|organic)\b.*$/i;
/** Growth without currency, and what is called organic, has a rule of its own. */
const OTHER_RULE = anyCase(/\bcurrenc|\bexchange|\bfx\b|\borganic/);
/** What a statement of cash flows has paid for deals is no revenue of theirs. */
const DEALS = /^acqui/;
/** Words that tell nothing of what is left out. */
const EMPTY = anyCase(
  /^(?:impacts?|effects?|related|contributions?|prior|year|quarter|period|periods|from|with|that|this|these|those|which|sales|revenues?|business(?:es)?|certain|items?|associated|both|their|other|amounts?|changes?|same|also|operations|results|loss|lost|recent|recently|previously|announced|company|segment|growth|generated|attributable|contributed|more|than|into|since|over|last|first|second|third|fourth|fiscal)$/,
);

/** A table that has revenue on another basis. */
const ADJUSTED = anyCase(
  /\badjusted\b|\bexcluding\b|\bexclusive\b|\bex[-.] ?[a-z]|\bnon-?gaap\b|\bcomparable\b|\borganic|\bnormali[sz]|\bpro[ -]?forma\b/,
);
const SALES = anyCase(/\b(?:revenues?|sales)\b/);

const MOST = 60;
const NEAR_BEFORE = 160;
const NEAR_BEHIND = 200;

/** Growth of revenue without something, of which no table and no sentence has the amount. One finding for each thing. */
export function exclusionFindings(disclosure: Disclosure): readonly Found[] {
  if (!disclosure.tables.some((t) => t.kind === "statement")) return [];
  const adjusted = disclosure.tables.filter(hasOwnRevenue);
  const groups = new Map<string, { readonly words: string; readonly all: Mention[] }>();
  const grown = disclosure.mentions.filter(
    (m) => m.family === "revenue" && m.basis === "non-GAAP" && isShown(m) && m.figures.some(isRate),
  );
  for (const m of grown.slice(0, MOST)) {
    const left = leftOut(m);
    if (left === undefined) continue;
    const known = groups.get(left.key);
    if (known === undefined) groups.set(left.key, { words: left.words, all: [m] });
    else known.all.push(m);
  }
  return [...groups].flatMap(([key, { words, all }]): readonly Found[] => {
    const [first, ...others] = all;
    if (first === undefined || isAmountPrinted(key.split(" "), disclosure)) return [];
    if (adjusted.length > 0 && !all.every((m) => isOfAnother(m, key.split(" "), adjusted))) return [];
    return [
      {
        start: first.start,
        end: first.end,
        message: `Growth of revenue is given ${quoted(words)}; nothing reconciles it with growth as reported, as no table and no sentence has the amount that is left out.${alsoIn(disclosure, first, others)}`,
        remedy: "Give the growth as reported, and the amounts as reported and so changed, of both periods.",
        figures: idsOf([first]),
      },
    ];
  });
}

/** What the growth leaves out, by the words that tell something; nothing where an amount follows right behind. */
export function leftOut({ sentence, from, to }: Mention): { readonly words: string; readonly key: string } | undefined {
  const near = sentence.slice(Math.max(0, from - NEAR_BEFORE), to + NEAR_BEHIND);
  for (const match of findAll(WITHOUT, near)) {
    const words = match[0].replace(ENDS, "").trim();
    if (OTHER_RULE.test(words)) continue;
    const telling = words
      .toLowerCase()
      .split(/[^\p{L}\d’'&]+/u)
      .slice(1)
      .filter((word) => word.length > 3 && !EMPTY.test(word));
    if (telling.length > 0) return { words, key: telling.slice(0, 3).join(" ") };
  }
  return undefined;
}

/** Whether a table has revenue on a basis of the company's own. */
export const hasOwnRevenue = ({ kind, rows, reading: { meaning } }: RuleTable): boolean =>
  rows.some((r) => SALES.test(r.label) && ADJUSTED.test(r.label)) ||
  (meaning.columns.some((c) => ADJUSTED.test(c.head)) && rows.some((r) => SALES.test(r.label))) ||
  (kind !== "statement" && SALES.test(meaning.caption) && ADJUSTED.test(meaning.caption));

/**
 * Whether the tables of revenue on a basis of the company's own are all of another one than the growth is: none names what this leaves out, each has a
 * line of such revenue for two periods, and of none is this the growth.
 */
function isOfAnother({ figures }: Mention, words: readonly string[], tables: readonly RuleTable[]): boolean {
  const rates = figures.filter(isRate);
  return tables.every(({ rows, reading: { meaning } }) => {
    const own = rows.filter((r) => SALES.test(r.label) && ADJUSTED.test(r.label));
    // A short sentence before a table counts as a part of its caption, and is no title.
    const titles = meaning.caption.split(/(?<=\.) /).filter((one) => !one.endsWith("."));
    const said = [...titles, ...meaning.rows.map((r) => r.label), ...meaning.columns.map((c) => c.head)]
      .join(" ")
      .toLowerCase();
    return (
      own.some((r) => r.figures.filter((f) => !isRate(f)).length > 1) &&
      !words.some((word) => said.includes(word)) &&
      !rows.some((r) =>
        rates.some((rate) => isGrowthIn(rate, r) || r.figures.some((f) => isSameAmount(f, rate.measured!))),
      )
    );
  });
}

/** Whether a row, or a sentence with an amount, names what is left out. */
export function isAmountPrinted(words: readonly string[], { tables, passages }: Disclosure): boolean {
  const has = (text: string): boolean => words.some((word) => text.toLowerCase().includes(word));
  const some = words.some((word) => DEALS.test(word)) ? tables.filter(({ kind }) => kind !== "statement") : tables;
  return (
    some.some((t) => t.rows.some((r) => has(r.label)) || t.reading.meaning.columns.some((c) => has(c.head))) ||
    passages.some((p) => p.sentences.some((s) => SALES.test(s.text) && has(s.text) && AMOUNT.test(s.text)))
  );
}
/** An amount that is not only that of the revenue from which something is left out, nor by how much that has grown. */
const AMOUNT = anyCase(
  /^(?!.*\b(?:excluding|exclusive of|without)\b).*[$€£] ?\d|\b(?:excluding|exclusive of|without)\b(?:(?!\b(?:revenues?|sales) (?:grew|rose|increased|decreased|declined|fell|was|were|would)\b)[^$€£]){0,90}[$€£] ?\d/,
);
