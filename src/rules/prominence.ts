import type { Disclosure } from "./disclosure.ts";
import { COMPARABLE, type Family } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import { gaapMentions, idsOf, isShown, ownMeasures, quoted, RATIOS } from "./own-measure.ts";
import { type Found, type Rule, US } from "./rule.ts";
import type { RuleTable } from "./rule-table.ts";

const at = ({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } => ({
  start,
  end,
});

/** Whether a table prints the measure under GAAP, as a row of its own. */
const hasGaapRow = (table: RuleTable, family: Family): boolean =>
  table.rows.some((r) => r.named?.basis === "GAAP" && r.named.family === COMPARABLE[family].family);

/** A short line above the dateline: what a newspaper would print. */
const isHeadline = (m: Mention): boolean => m.part === "headline" && !m.bullet && m.sentence.length < 250;

function headlineFindings(disclosure: Disclosure): readonly Found[] {
  return [...ownMeasures(disclosure)].flatMap(([family, [first]]) => {
    if (!isHeadline(first)) return [];
    const gaap = gaapMentions(family, disclosure.mentions);
    if (gaap.some((m) => m.part === "headline")) return [];
    const { words } = COMPARABLE[family];
    const later = gaap.find(isShown);
    return [
      {
        ...at(first),
        message: `The headline gives ${quoted(first.name)} and not ${words}${later === undefined ? "" : `, which comes only further down: ${quoted(later.name)}`}.`,
        remedy: `Give ${words} in the headline as well, before the measure of the company's own, or leave that one out of it.`,
        figures: idsOf([first]),
      },
    ];
  });
}

function orderFindings(disclosure: Disclosure): readonly Found[] {
  return [...ownMeasures(disclosure)].flatMap(([family, all]) => {
    const gaap = gaapMentions(family, disclosure.mentions).filter(isShown);
    const [first] = all;
    if (isHeadline(first) && !gaap.some((m) => m.part === "headline")) return [];
    const pair =
      gaap[0] === undefined ? undefined : turnedRound(first, gaap[0]) ? ([first, gaap[0]] as const) : undefined;
    const turned = pair ?? all.flatMap((own) => besides(own, gaap)).at(0);
    if (turned === undefined || isTabled(turned[0], disclosure.tables)) return [];
    const [own, other] = turned;
    return [
      {
        ...at(own),
        message: `${quoted(own.name)} comes before ${quoted(other.name)}, the measure under GAAP that it is to be read with.`,
        remedy: "Put the measure under GAAP first.",
        figures: idsOf([own, other]),
      },
    ];
  });
}

const turnedRound = (own: Mention, gaap: Mention): boolean => own.start < gaap.start;

const COMPARED = /\b(?:compar\w+|versus|vs|against|from)\b/i;

/** The same measure, the company's own first, in one passage: a reader meets the two side by side in the wrong order. */
function besides(own: Mention, gaap: readonly Mention[]): readonly (readonly [Mention, Mention])[] {
  if (COMPARABLE[own.family].family !== own.family) return [];
  const same = gaap.filter((m) => m.block === own.block);
  if (same.length === 0 || !same.every((m) => turnedRound(own, m))) return [];
  const first = same[0]!;
  const compared = first.sentence === own.sentence && COMPARED.test(own.sentence.slice(own.to, first.from));
  return compared ? [] : [[own, first]];
}

/** A table among the results, above the place, that prints the measure under GAAP. */
const isTabled = (own: Mention, tables: readonly RuleTable[]): boolean =>
  tables.some((t) => t.block < own.block && t.kind !== "reconciliation" && hasGaapRow(t, own.family));

function missingFindings(disclosure: Disclosure): readonly Found[] {
  return [...ownMeasures(disclosure)].flatMap(([family, [first]]) => {
    if (RATIOS.has(family) || isHeadline(first)) return [];
    if (gaapMentions(family, disclosure.mentions).some(isShown) || isTabled(first, disclosure.tables)) return [];
    const { words } = COMPARABLE[family];
    const table = disclosure.tables.find((t) => hasGaapRow(t, family));
    const where = table === undefined ? "is printed nowhere" : `stands in table ${table.table} alone`;
    return [
      {
        ...at(first),
        message: `The text gives ${quoted(first.name)}; the measure under GAAP, ${words}, ${where}.`,
        remedy: `Give ${words} in the text as well, before the measure of the company's own.`,
        figures: idsOf([first]),
      },
    ];
  });
}

function ratioFindings(disclosure: Disclosure): readonly Found[] {
  const { mentions, tables } = disclosure;
  return [...ownMeasures(disclosure)].flatMap(([family, [first]]) => {
    if (!RATIOS.has(family) || gaapMentions(family, mentions).some(isShown) || isTabled(first, tables)) return [];
    const { words } = COMPARABLE[family];
    const table = tables.find((t) => hasGaapRow(t, family));
    const where = table === undefined ? "is printed nowhere" : `stands in table ${table.table} alone`;
    return [
      {
        ...at(first),
        message: `${quoted(first.name)} is a ratio of the company's own, and the ratio under GAAP, ${words}, ${where}.`,
        remedy: `Print ${words} under GAAP beside it, no less prominently.`,
        figures: idsOf([first]),
      },
    ];
  });
}

const PRAISE =
  /\b(?:record(?:[- ](?:high|breaking|setting))?|exceptional|outstanding|best[- ]ever|highest[- ]ever|all[- ]time high|unprecedented)\b/i;
/** Behind a measure a word of praise is said of it only through a verb. */
const PRAISED =
  /^(?: (?:of|for) [^.;,]{0,30})? (?:was|were|reached|hit|set|achieved|is) (?:an? |the |another |our |its )?(?:new |(?:\w+[- ])?(?:quarterly|quarter|annual|company) )?(?:record|all[- ]time high|outstanding|exceptional)\b/i;

const isPraised = (m: Mention, others: readonly Mention[]): boolean => {
  const before = m.sentence.slice(Math.max(0, m.from - 45), m.from);
  const praise = PRAISE.exec(before);
  const start = m.from - before.length + (praise?.index ?? 0);
  const between = others.some((o) => o !== m && o.sentence === m.sentence && o.from > start && o.to <= m.from);
  if (praise !== null && !between && !/[.;]/.test(before.slice(praise.index))) return true;
  return PRAISED.test(m.sentence.slice(m.to));
};

function praiseFindings({ mentions }: Disclosure): readonly Found[] {
  const praised = mentions.filter(
    (m) => ["headline", "results", "quotation"].includes(m.part) && isPraised(m, mentions),
  );
  const seen = new Set<Family>();
  return praised.flatMap((m) => {
    const { family, words } = COMPARABLE[m.family];
    if (m.basis !== "non-GAAP" || m.family === "revenue" || seen.has(m.family)) return [];
    if (praised.some((o) => o.basis === "GAAP" && o.family === family)) return [];
    seen.add(m.family);
    return [
      {
        ...at(m),
        message: `${quoted(m.name)} is praised as a record or the like, and nothing is said so of ${words}.`,
        remedy: `Characterise ${words} as prominently, or take the word out.`,
        figures: idsOf([m]),
      },
    ];
  });
}

/** Tables among the results, above the statements: highlights and key figures. */
function highlights({ tables }: Disclosure): readonly RuleTable[] {
  const statement = tables.find((t) => t.kind === "statement")?.block ?? Number.POSITIVE_INFINITY;
  return tables.filter((t) => t.kind === "figures" && t.block < statement && ["headline", "results"].includes(t.part));
}

function tableFindings(disclosure: Disclosure): readonly Found[] {
  const seen = new Set<Family>();
  return highlights(disclosure).flatMap((table) =>
    table.rows.flatMap((row) => {
      const { named } = row;
      if (named?.basis !== "non-GAAP" || named.family === "revenue" || RATIOS.has(named.family)) return [];
      if (seen.has(named.family)) return [];
      const { family, words } = COMPARABLE[named.family];
      const gaap = table.rows.find((r) => r.named?.basis === "GAAP" && r.named.family === family);
      const earlier = disclosure.tables.some((t) => t.block < table.block && hasGaapRow(t, named.family));
      if (earlier || (gaap !== undefined && gaap.row < row.row)) return [];
      seen.add(named.family);
      const fact =
        gaap === undefined
          ? `has ${quoted(row.label)} and no row for ${words}`
          : `has ${quoted(row.label)} above ${quoted(gaap.label)}, the measure under GAAP`;
      return [
        {
          ...at(row),
          message: `Table ${table.table} ${fact}.`,
          remedy: `Give ${words} a row above it.`,
          figures: row.figures.slice(0, 1).map((f) => f.id),
        },
      ];
    }),
  );
}

function emphasisFindings(disclosure: Disclosure): readonly Found[] {
  return highlights(disclosure).flatMap(({ table, rows }) => {
    const own = rows.find((r) => r.named?.basis === "non-GAAP" && r.named.family !== "revenue" && r.bold);
    if (own?.named === undefined) return [];
    const wanted = COMPARABLE[own.named.family].family;
    const gaap = rows.filter((r) => r.named?.basis === "GAAP" && r.named.family === wanted);
    if (gaap.length === 0 || gaap.some((r) => r.bold)) return [];
    return [
      {
        ...at(own),
        message: `In table ${table}, ${quoted(own.label)} is in bold and ${quoted(gaap[0]!.label)}, the measure under GAAP, is not.`,
        remedy: "Print both alike.",
        figures: own.figures.slice(0, 1).map((f) => f.id),
      },
    ];
  });
}

const EQUAL = "Item 10(e)(1)(i)(A) of Regulation S-K";
const HEAD =
  "# Acme Reports Third Quarter Results\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results.\n\n";

export const PROMINENCE: readonly Rule[] = [
  {
    code: "headline-without-gaap",
    title: "A headline with a measure of the company's own has the measure under GAAP",
    text: "Where the headline, or a line below it, prints a non-GAAP measure, the most directly comparable GAAP measure stands there too, and first.",
    sources: ["C&DI 102.10(a)(2)", EQUAL],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks:
      "# Acme Reports Adjusted EPS of $1.20\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported earnings per share of $0.95 for its third quarter, and adjusted EPS of $1.20.\n",
    keeps: [
      "# Acme Reports EPS of $0.95 and Adjusted EPS of $1.20\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results for the third quarter of the year 2025.\n",
      "# Acme Reports Record Third Quarter Revenue\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported earnings per share of $0.95 for its third quarter, and adjusted EPS of $1.20.\n",
    ],
    check: headlineFindings,
  },
  {
    code: "non-gaap-first",
    title: "The measure under GAAP comes first",
    text: "In the text and in its bullets, the most directly comparable GAAP measure comes before the non-GAAP measure.",
    sources: ["C&DI 102.10(a)(2)", EQUAL],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}- Adjusted net income of $12.1 million\n- Net income of $9.4 million\n`,
    keeps: [
      `${HEAD}- Net income of $9.4 million\n- Adjusted net income of $12.1 million\n`,
      `${HEAD}GAAP and non-GAAP operating margin was 12.2% and 19.6%, respectively.\n`,
      `${HEAD}- Net debt to adjusted EBITDA of 3.3 times\n- Net income of $9.4 million\n`,
    ],
    check: orderFindings,
  },
  {
    code: "gaap-measure-missing",
    title: "The text that gives a measure of the company's own gives the measure under GAAP",
    text: "A non-GAAP measure in the text is accompanied there by the most directly comparable GAAP measure; a statement at the end is less prominent.",
    sources: ["Regulation G, 17 CFR 244.100(a)(1)", "C&DI 102.10(a)(2) and (7)", EQUAL],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}- Revenue of $40.2 million\n- Adjusted EBITDA of $12.1 million\n`,
    keeps: [
      `${HEAD}- Net loss of $1.2 million\n- Adjusted EBITDA of $12.1 million\n`,
      `${HEAD}We expect adjusted EBITDA of $50 million to $55 million for the full year.\n`,
    ],
    check: missingFindings,
  },
  {
    code: "gaap-ratio-missing",
    title: "A ratio of the company's own stands with the ratio under GAAP",
    text: "A margin or another ratio that has a non-GAAP amount above or below the line is shown with the same ratio of GAAP amounts.",
    sources: ["C&DI 102.10(a)(3)", EQUAL],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: "Revenue was $10.0 million.\n\n- Non-GAAP operating margin rose to 20.6 percent from 18.6 percent\n",
    keeps: [
      "- Operating margin was 15.1 percent and non-GAAP operating margin 20.6 percent\n",
      "- Operating margin rose to 20.6 percent from 18.6 percent\n",
    ],
    check: ratioFindings,
  },
  {
    code: "praise-of-non-gaap",
    title: "A word like record is said of the measure under GAAP as well",
    text: '"Record", "exceptional" and the like are not said of a non-GAAP measure alone; the comparable GAAP measure is characterised as prominently.',
    sources: ["C&DI 102.10(a)(5)"],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}We achieved record adjusted EBITDA of $12.1 million; net income was $3.3 million.\n`,
    keeps: [
      `${HEAD}We achieved record net income of $3.3 million and record adjusted EBITDA of $12.1 million.\n`,
      `${HEAD}We achieved record revenue of $40.2 million and adjusted EBITDA of $12.1 million.\n`,
    ],
    check: praiseFindings,
  },
  {
    code: "table-without-gaap",
    title: "A table of key figures has the measure under GAAP above the company's own",
    text: "A table or chart among the results does not show non-GAAP measures alone, or above the comparable GAAP measures.",
    sources: ["C&DI 102.10(a)(2) and (6)"],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 40.2 | 38.1 |\n| Adjusted EBITDA | 12.1 | 11.0 |\n`,
    keeps: [
      `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 40.2 | 38.1 |\n| Net income | 3.3 | 3.0 |\n| Adjusted EBITDA | 12.1 | 11.0 |\n`,
      `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 40.2 | 38.1 |\n| Net income | 3.3 | 3.0 |\n`,
    ],
    check: tableFindings,
  },
  {
    code: "non-gaap-in-bold",
    title: "A measure of the company's own is not set in bolder type",
    text: "Bold or larger type does not make a non-GAAP measure stand out above the comparable GAAP measure.",
    sources: ["C&DI 102.10(a)(4)"],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Net income | 3.3 | 3.0 |\n| **Adjusted EBITDA** | **12.1** | **11.0** |\n`,
    keeps: [
      `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| **Net income** | **3.3** | **3.0** |\n| **Adjusted EBITDA** | **12.1** | **11.0** |\n`,
      `${HEAD}| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Net income | 3.3 | 3.0 |\n| Adjusted EBITDA | 12.1 | 11.0 |\n`,
    ],
    check: emphasisFindings,
  },
];
