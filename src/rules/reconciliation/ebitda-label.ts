import { HEAD } from "../example-passages.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { intoFirst } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { foundAt, sentencesOf } from "../reading/placed.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import type { Found, Rule } from "../rule.ts";

const PLAIN = anyCase(/^ebitda(?: \((?:loss|non-?gaap)\))?[\s\d(),*†‡]{0,8}$/);
const START = anyCase(/^(?:consolidated )?net (?:income|loss|earnings|\(loss\)|profit)/);
/** What the letters of EBITDA do not stand for. */
const MORE = anyCase(
  /\b(?:stock|share|equity|unit)(?:[- ]based| compensation)\b|\bimpairment|\brestructuring|\bacquisition|\bmerger|\btransaction|\bseverance|\blitigation|\bsettlement|\bforeign (?:currency|exchange)|\bfair value|\bwarrants?\b|\bextinguishment|\b(?:gain|loss)(?:es)? on\b|\bgoodwill/,
);
const OF_THE_LETTERS = anyCase(/\b(?:interest|tax|depreciation|amorti[sz]ation|depletion|accretion)/);

/** A label that was broken behind its first word: "Adjusted" on one line and "EBITDA" on the next. */
const isContinued = ({ start }: RuleRow, source: string): boolean =>
  /\badj(?:usted|\.)[\s|*]*$/.test(inSmall(source.slice(Math.max(0, start - 200), start).replace(/<[^<>]*>/g, " ")));

/** The rows that a table adds back on the way from net income to a line called plainly EBITDA. */
function addedBack(
  rows: readonly RuleRow[],
  source: string,
): { readonly ebitda: RuleRow; readonly more: readonly RuleRow[] } | undefined {
  const end = rows.findIndex((row) => PLAIN.test(row.label.trim()) && !isContinued(row, source));
  const start = rows.slice(0, Math.max(end, 0)).findLastIndex(({ label }) => START.test(label.trim()));
  if (start < 0) return undefined;
  const between = rows.slice(start + 1, end);
  if (!between.some(({ label }) => OF_THE_LETTERS.test(label))) return undefined;
  return { ebitda: rows[end]!, more: between.filter(({ label }) => MORE.test(label) && !OF_THE_LETTERS.test(label)) };
}

function labelFindings(disclosure: Disclosure): readonly Found[] {
  return [...tableFindings(disclosure), ...definitionFindings(disclosure)].reduce<readonly Found[]>(intoFirst, []);
}

function tableFindings({ tables, source }: Disclosure): readonly Found[] {
  return tables.flatMap(({ kind, table, rows }) => {
    const found = kind === "reconciliation" ? addedBack(rows, source) : undefined;
    const first = found?.more[0];
    if (found === undefined || first === undefined) return [];
    return [
      {
        start: first.start,
        end: first.end,
        message: `Table ${table} comes from net income to ${quoted(found.ebitda.label)} with ${quoted(first.label)} left out, which the letters of EBITDA do not stand for.`,
        remedy: 'Call the measure "Adjusted EBITDA", or end EBITDA before this line.',
        figures: first.figures.slice(0, 1).map((f) => f.id),
      },
    ];
  });
}

/** "EBITDA is defined as net income before interest and stock-based compensation": a definition of the plain letters. */
const DEFINES = anyCase(
  /(?:^\W{0,4}|\b(?:we|the company|management) (?:define|calculate|compute)s? [“"]?)ebitda[”"]?,? (?:is|represents|means|as|is (?:defined|calculated|computed) (?:by (?:us|the company) )?as|which we define as) (?:[\w-]+ ){0,3}?net (?:income|earnings|loss|profit)\b/,
);
/** What is said from here on is no longer of EBITDA, is no part of the list, or is what EBITDA has in it. */
const ENDS = anyCase(
  /\bebitda|\badjust|\bfurther\b|\bnot\b|\bwithout\b|\binclud|\bbut\b|\bwhich\b|\bbecause\b|\bwhile\b|\band (?:[\w-]+ ){0,6}(?:is|are|was|were|has|have)\b|;/,
);
/** What a lender's contract calls EBITDA it defines. */
const CONTRACT = anyCase(/\b(?:credit (?:agreement|facility)|covenants?|indenture)\b/);

/** Definitions of EBITDA that list more than its letters stand for. */
function definitionFindings(disclosure: Disclosure): readonly Found[] {
  const all = sentencesOf(
    disclosure,
    (p) => p.part !== "safe-harbour" && /ebitda/.test(inSmall(p.text)) && MORE.test(p.text),
  );
  return all.flatMap((at) => {
    const { text } = at.sentence;
    const match = CONTRACT.test(at.passage.text) ? null : DEFINES.exec(text);
    if (match === null) return [];
    const behind = text.slice(match.index + match[0].length);
    const list = behind.slice(0, ENDS.exec(behind)?.index);
    const more = list
      .split(/, (?:and |or |plus )?| (?:and|plus) /)
      .find((item) => MORE.test(item) && !OF_THE_LETTERS.test(item));
    if (more === undefined || !OF_THE_LETTERS.test(list)) return [];
    const message = `EBITDA is defined with ${quoted(more.trim().replace(/\.$/, ""))} left out, which its letters do not stand for.`;
    return [foundAt(at, match, message, 'Call the measure "Adjusted EBITDA", or define EBITDA by its letters.')];
  });
}

const bridge = (...rows: readonly string[]): string =>
  `${HEAD}## Reconciliation of EBITDA\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;
const TO_EBITDA = [
  "Net income | 4.0 | 4.0",
  "Interest | 1.0 | 1.0",
  "Income tax | 2.0 | 2.0",
  "Depreciation | 5.1 | 4.0",
];

export const EBITDA_LABEL: readonly Rule[] = [
  {
    code: "ebitda-leaves-out-more",
    title: "EBITDA is net income before interest, tax, depreciation and amortization",
    text: 'A measure that leaves out more than interest, taxes, depreciation and amortization is not called EBITDA but, for example, "Adjusted EBITDA".',
    sources: ["C&DI 103.01"],
    severity: "warning",
    state: "BLOCK",
    profiles: ["us-domestic", "foreign-private"],
    breaks: bridge(...TO_EBITDA, "Stock-based compensation | 1.0 | 1.0", "EBITDA | 13.1 | 12.0"),
    keeps: [
      bridge(
        ...TO_EBITDA,
        "EBITDA | 12.1 | 11.0",
        "Stock-based compensation | 1.0 | 1.0",
        "Adjusted EBITDA | 13.1 | 12.0",
      ),
      bridge(...TO_EBITDA, "Stock-based compensation | 1.0 | 1.0", "Adjusted EBITDA | 13.1 | 12.0"),
      bridge(...TO_EBITDA, "Stock-based compensation | 1.0 | 1.0", "Adjusted | |", "EBITDA | 13.1 | 12.0"),
      bridge(...TO_EBITDA, "Amortization of acquisition intangibles | 1.0 | 1.0", "EBITDA | 13.1 | 12.0"),
    ],
    check: labelFindings,
  },
];
