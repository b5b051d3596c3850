import { absolute, add, compare, multiply, ONE, type Rational, subtract, whole } from "../exact/rational.ts";
import type { Figure } from "../tieout/figures/figure.ts";
import { HEAD, STATEMENT, table } from "./_passages.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Mention } from "./mention.ts";
import { quoted } from "./own-measure.ts";
import { RESULTS } from "./placed.ts";
import { ALL, type Found, type Rule } from "./rule.ts";
import { isSameAmount } from "./same-amount.ts";

const GROWS =
  /\b(?:up|down|increas\w+|grew|grow\w*|declin\w+|decreas\w+|rose|fell|higher|lower)\b[^.;]{0,40}\d[\d.]* ?(?:%|percent)/i;
/** The earlier amount beside it. */
const FROM = /\b(?:from|compared (?:to|with)|versus|vs\.?|against) (?:[a-z-]+ ){0,6}(?:US|C|A)?[$€£]/i;

/** Nobody tells of more lines; each is held against all amounts. */
const MOST = 60;

/** Revenue of something with its growth, whose amount no table prints and whose base nothing. One finding, with the count of the others. */
function baseFindings(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.mentions.flatMap((own) => grown(own)).slice(0, MOST);
  const rows = disclosure.tables.flatMap((t) => t.rows.filter((r) => (r.named?.family ?? "revenue") === "revenue"));
  const isTabled = ({ amount }: Grown): boolean =>
    rows.some((r) => r.figures.some((f) => isSameAmount(f, amount.measured!)));
  const bare = all.filter((one) => !isTabled(one));
  const [first, ...others] = bare.filter(
    (one) => !FROM.test(one.own.sentence.slice(one.own.from)) && !isBasePrinted(one, disclosure),
  );
  // Where the tables have none of the amounts, they were not read as they stand.
  if (first === undefined || bare.length === all.length) return [];
  const { own, amount, rate } = first;
  const more =
    others.length === 0
      ? ""
      : ` ${others.length} more such ${others.length === 1 ? "place follows" : "places follow"}.`;
  return [
    {
      start: own.start,
      end: own.end,
      message: `${quoted(own.name)} is given with growth of ${rate.text} percent; no table has the amount (${amount.text}), and what it grew from is not printed.${more}`,
      remedy: "Print both amounts, or give them a row of a table.",
      figures: [amount.id, rate.id],
    },
  ];
}

/** Whether some amount in the text is what the growth leads from, or what it comes to, within a part in sixty. */
function isBasePrinted({ own, amount, rate }: Grown, { passages }: Disclosure): boolean {
  const now = amount.measured!.value;
  const by = absolute(rate.measured!.value);
  const factor = FALLS.test(own.said) ? subtract(ONE, by) : add(ONE, by);
  return passages.some((p) =>
    p.sentences.some((s) =>
      s.figures.some((f) => {
        if (f.kind !== "amount" || f.measured === undefined) return false;
        const scaled = multiply(f.measured.value, factor);
        return isNear(scaled, now) || isNear(scaled, multiply(now, by));
      }),
    ),
  );
}

const isNear = (a: Rational, b: Rational): boolean => compare(multiply(absolute(subtract(a, b)), whole(60)), b) < 0;
const FALLS = /\b(?:down|declin\w+|decreas\w+|fell|lower)\b/i;

interface Grown {
  readonly own: Mention;
  readonly amount: Figure;
  readonly rate: Figure;
}

function grown(own: Mention): readonly Grown[] {
  if (own.family !== "revenue" || own.basis !== "GAAP" || own.ahead || !RESULTS.has(own.part) || !GROWS.test(own.said))
    return [];
  const amounts = own.figures.filter((f) => f.kind === "amount" && f.text.replace(/\D/g, "").length > 1);
  const rate = own.figures.find((f) => f.measured?.unit === "ratio");
  const [amount] = amounts;
  return amount === undefined || rate === undefined || amounts.length > 1 ? [] : [{ own, amount, rate }];
}

const SAID = "Revenue was $40.2 million, up 5.5%.";
const PARTS = table("Revenue by line", "Tools | 25.1 | 24.0", "Cloud | 15.1 | 14.1", "Total | 40.2 | 38.1");

export const GROWTH_BASE: readonly Rule[] = [
  {
    code: "growth-on-unprinted-base",
    title: "Growth has an amount that it is measured from",
    text: "Growth of the revenue of a line, a product or a region can be checked: the amounts are in a table, or the earlier one stands beside it.",
    sources: ["Regulation G, 17 CFR 244.100(b)", "Presentation: a percentage alone cannot be checked"],
    severity: "note",
    state: "INFO",
    profiles: ALL,
    breaks: `${HEAD}${SAID} Cloud revenue was $15.1 million, up 7.1%.\n\n${STATEMENT}`,
    keeps: [
      `${HEAD}${SAID} Cloud revenue was $15.1 million, up 7.1%.\n\n${STATEMENT}${PARTS}`,
      `${HEAD}${SAID} Cloud revenue was $15.1 million, up 7.1% from $14.1 million.\n\n${STATEMENT}`,
      `${HEAD}${SAID} Cloud revenue was $15.1 million.\n\n${STATEMENT}`,
    ],
    check: baseFindings,
  },
];
