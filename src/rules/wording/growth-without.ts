import { alsoIn } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isGrowthIn } from "../reading/grown.ts";
import { isRate, type Mention } from "../reading/mention.ts";
import { idsOf, isShown, quoted } from "../reading/own-measure.ts";
import { hasOwnRevenue, isAmountPrinted, isSalesAdjusted, leftOut } from "../reading/revenue-without.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";

const MOST = 60;

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

/**
 * Whether the tables of revenue on a basis of the company's own are all of another one than the growth is: none names what this leaves out, each has a
 * line of such revenue for two periods, and of none is this the growth.
 */
function isOfAnother({ figures }: Mention, words: readonly string[], tables: readonly RuleTable[]): boolean {
  const rates = figures.filter(isRate);
  return tables.every(({ rows, reading: { meaning } }) => {
    const own = rows.filter((r) => isSalesAdjusted(r.label));
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
