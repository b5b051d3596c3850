import type { Named } from "../names/named.ts";
import { anyCase, find, inSmall, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { placeIn } from "../reading/passage.ts";
import { sentencesOf } from "../reading/placed.ts";
import { exceptedFrom } from "../reconciliation/guidance-exception.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";

/** "Pretax earnings as a percentage of operating revenue of 11.6%", "4.2% of adjusted sales". */
const PART_OF = anyCase(
  /(?:\bas an? (?:%|percent(?:age)?) of|\((?:as an? )?(?:%|percent(?:age)?) of|\d[\d.]{0,4} ?(?:%|percent) of) (?:(?:our|its|the|total) )*((?:adjusted|non-?gaap|operating|core|underlying|normali[sz]ed) (?:net )?(?:revenues?|sales))\b/d,
);
const OF_GAAP = anyCase(
  /(?:%|\bpercent(?:age)?) of (?:(?:our|its|the|total|gaap|reported) )*(?:net )?(?:revenues?|sales)\b/,
);
/** One look tells of no such part. */
const MAY_BE = anyCase(/(?:%|\bpercent(?:age)?) of /);

/** What the release calls revenue of its own, with the word before. */
const ownRevenues = remembered(({ mentions, tables }: Disclosure): readonly string[] => [
  ...mentions.filter(isOwn).map(({ sentence, from, to }) => inSmall(sentence.slice(Math.max(0, from - BEFORE), to))),
  ...tables.flatMap(({ rows }) =>
    rows.flatMap(({ label, named }) => (named !== undefined && isOwn(named) ? [inSmall(label)] : [])),
  ),
]);
const isOwn = ({ basis, family }: Named): boolean => basis === "non-GAAP" && family === "revenue";
const BEFORE = 12;

/** Whether revenue of that name is the company's own: its word says so, but for one that is said of lines of statements as well. */
const isOwnRevenue = (name: string, disclosure: Disclosure): boolean =>
  !/^operating/.test(inSmall(name)) ||
  ownRevenues(disclosure).some((one) => one.includes(inSmall(name).replace(/s$/, "")));

/** Places whose measures stand for themselves; in the text a table or the next bullet has the other part as a rule. */
const TELLING: ReadonlySet<string> = new Set(["quotation", "headline"]);

/** What an officer, the headline or an outlook gives as a part of revenue of the company's own, without the part of revenue as reported. One finding for all places. */
export function shareOfOwnRevenueFindings(disclosure: Disclosure): readonly Found[] {
  const isExcepted = exceptedFrom(disclosure)("revenue");
  const all = sentencesOf(
    disclosure,
    (p) =>
      (TELLING.has(p.part) || (p.part === "guidance" && !isExcepted)) && says(MAY_BE, p.text) && !says(OF_GAAP, p.text),
  ).flatMap(({ passage, sentence }) => {
    const match = find(PART_OF, sentence.text);
    if (match === null || !isOwnRevenue(match[1]!, disclosure)) return [];
    const rate = sentence.figures.find(({ measured }) => measured?.unit === "ratio");
    if (rate === undefined) return [];
    return [
      {
        ...placeIn(passage, sentence, match.index, match.index + match[0].length),
        words: match[0].replace(/^\(/, ""),
        figures: [rate.id],
      },
    ];
  });
  return toldOnce(disclosure, all, ({ words, figures }) => ({
    message: `${quoted(words)} makes a ratio of the company's own; the part of revenue as reported is not with it.`,
    remedy: "Give the part of revenue as reported beside it, no less prominently.",
    figures,
  }));
}
