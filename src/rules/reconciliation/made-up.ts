import { anyCase, findAll, inSmall } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, isRate } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { isAcross } from "../reading/own-statement.ts";
import { placeIn } from "../reading/passage.ts";
import { RESULTS, sentencesOf } from "../reading/placed.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";

/** Lines that statements have or lead to, by the last word of their name; what is counted, and a tax effect of adjustments, is none. */
const NOUNS =
  "(?:interest expense|tax expense|income tax(?:es)?|interest income|investment income|compensation(?: expense| ratio)?|(?:[a-z-]+ )?expenses?|(?:[a-z-]+ )?costs|cash|working capital|capital expenditures|capex|spending|depreciation|amortization|contribution|billings|pay-?out|inventory|receivables|borrowings|fees|spread|yields?|cost of (?:funds|deposits|debt))";
const WORD = String.raw`(?:[a-z][a-z&’'-]+ )`;
/** "Non-GAAP interest expense was $9.8 million", "adjusted working capital of 18% of sales": a word of the company's own before a line that no family of names has. */
const MADE = anyCase(
  new RegExp(
    String.raw`\b(?:non[-\u2010\u2011 ]?gaap|adjusted|underlying|normali[sz]ed) ${WORD}{0,2}?${NOUNS}(?: ?\(\w{1,2}\)| ?\(non-gaap\))?(?= (?:was|were|of|totall?ed|amounted to|(?:in|de)creased|rose|fell|declined|improved|grew)\b[^.;$€£%]{0,50}(?:[$€£] ?\d|\d[\d.]{0,5} ?(?:%|percent|basis points)))`,
    "gd",
  ),
);
/** One look at a passage tells that it has none. */
const HAS = anyCase(
  /\b(?:non[-\u2010\u2011 ]?gaap|adjusted|underlying|normali[sz]ed) [a-z]|\binvested capital\b|\bcapital employed\b/,
);
/** "Maintenance expense, excluding costs of the merger, was $58.0 million": a line of expense without some of it, whatever it is called. */
const WITHOUT = anyCase(
  /\b(?:[a-z][a-z&’'-]* ){0,3}?(?:expenses?|costs|use of cash|cash (?:used|burn))(?:,? | ?\()(?:excluding|exclusive of|without|adjusted to exclude) [^.;:$€£%()]{3,90}[),]{0,2}(?= (?:was|were|totall?ed|amounted to|(?:in|de)creased|rose|fell|declined|improved|grew)\b[^.;$€£%]{0,50}(?:[$€£] ?\d|\d[\d.]{0,5} ?(?:%|percent)))/g,
);
const LEAVES_OUT = anyCase(
  /(?:expenses?|costs|cash|used|burn)(?:,| \(|) ?(?:\()?(?:excluding|exclusive of|without|adjusted to exclude) /,
);
/** "Invested capital grew to $1.6 billion": what a return is computed on adds up of parts of the balance sheet that only the company picks. */
const INVESTED = anyCase(
  /\b(?:invested capital|capital employed)(?= (?:was|were|of|totall?ed|reached|(?:in|de)creas(?:ed|ing)|rose|fell|grew|growing)\b[^.;$€£%]{0,30}[$€£] ?\d)/g,
);
const AHEAD = anyCase(/\b(?:expect\w*|anticipat\w*|outlook|guidance|forecast|will|assum\w+|estimat\w+)\b/);

/**
 * What a release calls its own of lines that no other rule has a name for, where no table and no further sentence has it: nothing leads to it. One finding
 * for each name.
 */
export function madeUpUnled(disclosure: Disclosure): readonly Found[] {
  const shown = sentencesOf(
    disclosure,
    (p) => RESULTS.has(p.part) && (HAS.test(p.text) || LEAVES_OUT.test(p.text)),
  ).flatMap(({ passage, sentence }) => {
    const { text, mentions, figures } = sentence;
    if (AHEAD.test(text) || !figures.some((f) => isMoney(f) || isRate(f))) return [];
    const without = LEAVES_OUT.test(text) ? findAll(WITHOUT, text) : [];
    return [...findAll(MADE, text), ...without, ...findAll(INVESTED, text)].flatMap((match) => {
      const before = without.includes(match) ? (LEADING.exec(match[0])?.[0].length ?? 0) : 0;
      const name = match[0].slice(before).replace(/[,\s]+$/, "");
      const [from, to] = [match.index + before, match.index + match[0].length];
      if (mentions.some((m) => m.from < to && m.to > from) || /\bsegments?\b/.test(inSmall(text))) return [];
      return [{ name, ...placeIn(passage, sentence, from, to) }];
    });
  });
  if (shown.length === 0 || !isComplete(disclosure)) return [];
  const known = new Set<string>();
  return shown.flatMap((one) => {
    const key = keyOf(one.name);
    if (known.has(key) || isTabled(key, disclosure)) return [];
    known.add(key);
    const more = shown.filter((other) => keyOf(other.name) === key);
    return [
      {
        start: one.start,
        end: one.end,
        message: `${quoted(one.name)} is given, and no table or sentence reconciles it with a measure under GAAP.${alsoIn(disclosure, one, more)}`,
        remedy:
          "Add a reconciliation that begins with the measure under GAAP and names each adjustment with its amount.",
        figures: [],
      },
    ];
  });
}

/** Whether the tables have the line on a basis of the company's own; of what is in no statement any line that names it may lead to it. */
const isTabled = (key: string, disclosure: Disclosure): boolean =>
  tabledWords(disclosure).some((words) => words.includes(key)) ||
  (IS_INVESTED.test(key) &&
    disclosure.tables.some((t) => t.reading.meaning.rows.some(({ label }) => label.toLowerCase().includes(key))));
const IS_INVESTED = /^(?:invested capital|capital employed)$/;

/** What stands before the name of the line, up to what is left out of it, and is no part of the name. */
const LEADING = anyCase(
  /^(?:(?!\b(?:excluding|exclusive|without|adjusted)\b).)*\b(?:the|our|its|their|in|by|with|that|while|as|higher|lower|increased|decreased|was|were|quarter|year) (?=(?:(?!\b(?:excluding|exclusive|without|adjusted)\b).)*\b(?:expenses?|costs|cash)\b)/,
);
/** What a line is without, behind its name. */
const BEHIND = /,? ?\(?(?:excluding|exclusive of|without|adjusted to exclude) .*$/i;

/** The line that a name is of, in small letters, without the word of the company's own or what is left out of it. */
const keyOf = (name: string): string =>
  (IS_INVESTED.test(name.toLowerCase())
    ? name
    : LEAVES_OUT.test(name)
      ? name.replace(BEHIND, "")
      : name.replace(/\([^()]*\)/g, "").replace(/^\S+ /, "")
  )
    .toLowerCase()
    .trim();

/**
 * What the tables say of measures of the company's own: by a word of a line, or in a column that is not under GAAP. A line of a statement that its caption says
 * is without something is one of the standards.
 */
const tabledWords = remembered(({ tables }: Disclosure): readonly string[] =>
  tables.flatMap((t) =>
    wordsOf(t)
      .map((words) => words.toLowerCase())
      .filter((words) => t.kind !== "statement" || /\b(?:exclu|without)/.test(words)),
  ),
);
const OWN = anyCase(/\b(?:non-?\s?gaap|adjusted|underlying|normali[sz]ed|exclu|excl\b|before|core)/);
const BASIS_ALONE = anyCase(
  /(?:^|[\d)] )(?:(?:as )?adjusted|non-?\s?gaap|underlying|normali[sz]ed|core|excluding [^|]{3,80})(?: (?:results?|basis|amounts?|measures?|\(?non-?gaap\)?))?\W*$/,
);
function wordsOf(t: RuleTable): readonly string[] {
  const { title, reading } = t;
  const { meaning } = reading;
  const heads = meaning.columns.map((c) => c.head);
  const lines = meaning.rows.map((r) => r.label);
  const titles = /\breconcil/.test(inSmall(title)) ? [title] : [];
  return [
    ...[...titles, ...heads, ...lines].filter((words) => OWN.test(words)),
    // Interest that is added back to earnings is not led to by a column that is called by these.
    ...(isAcross(t) || heads.some((h) => BASIS_ALONE.test(h)) ? lines : []),
  ];
}
