import type { Disclosure } from "./disclosure.ts";
import { COMPARABLE, type Family } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import type { Part } from "./part.ts";
import type { Found, Rule } from "./rule.ts";

/** Prose in which a reader meets the results; what defines, cautions or guides is none. */
const PROMINENT: ReadonlySet<Part> = new Set<Part>(["headline", "results", "quotation"]);
const RATIOS: ReadonlySet<Family> = new Set<Family>([
  "gross-margin",
  "operating-margin",
  "net-margin",
  "ebitda-margin",
]);

const isShown = (m: Mention): boolean => PROMINENT.has(m.part) && !m.ahead && m.figures.length > 0;

/** The first figure of each of the company's own measures, in reading order. */
function firstOwn(mentions: readonly Mention[]): readonly Mention[] {
  const seen = new Set<Family>();
  return mentions.filter((m) => {
    if (m.basis !== "non-GAAP" || m.family === "revenue" || seen.has(m.family) || !isShown(m)) return false;
    seen.add(m.family);
    return true;
  });
}

const gaapOf = (family: Family, mentions: readonly Mention[]): readonly Mention[] => {
  const wanted = COMPARABLE[family].family;
  return mentions.filter((m) => m.basis === "GAAP" && m.family === wanted && m.figures.length > 0);
};

function ratioFindings({ mentions, tables }: Disclosure): readonly Found[] {
  return firstOwn(mentions)
    .filter((m) => RATIOS.has(m.family))
    .flatMap((m) => {
      const { family, words } = COMPARABLE[m.family];
      const inTables = tables.some((t) => t.rows.some((r) => r.named?.basis === "GAAP" && r.named.family === family));
      if (inTables || gaapOf(m.family, mentions).length > 0) return [];
      return [
        {
          start: m.start,
          end: m.end,
          message: `"${m.name}" is a ratio of the company's own, and the ratio under GAAP, ${words}, is printed nowhere.`,
          remedy: `Print ${words} under GAAP beside it, no less prominently.`,
          figures: m.figures.map((f) => f.id),
        },
      ];
    });
}

export const PROMINENCE: readonly Rule[] = [
  {
    code: "gaap-ratio-missing",
    title: "A ratio of the company's own stands with the ratio under GAAP",
    text: "A margin or another ratio that has a non-GAAP amount above or below the line is shown with the same ratio of GAAP amounts.",
    sources: ["C&DI 102.10(a)(3)", "Item 10(e)(1)(i)(A) of Regulation S-K"],
    severity: "warning",
    state: "BLOCK",
    profiles: ["us-domestic"],
    breaks: "Revenue was $10.0 million.\n\n- Non-GAAP operating margin rose to 20.6 percent from 18.6 percent\n",
    keeps: [
      "- Operating margin was 15.1 percent and non-GAAP operating margin 20.6 percent\n",
      "- Operating margin rose to 20.6 percent from 18.6 percent\n",
    ],
    check: ratioFindings,
  },
];
