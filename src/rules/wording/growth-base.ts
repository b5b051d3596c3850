import { absolute, add, compare, multiply, ONE, type Rational, subtract, whole } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";
import { anyCase, says } from "../pattern.ts";
import { toldOnce, toldOnceOfAll } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isGrowthIn } from "../reading/grown.ts";
import type { Mention } from "../reading/mention.ts";
import { statedRevenue } from "../reading/of-part.ts";
import { quoted } from "../reading/own-measure.ts";
import { at, RESULTS } from "../reading/placed.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { tellingDigits } from "../reading/stated.ts";
import { remembered } from "../remembered.ts";
import { ALL, type Found, type Rule } from "../rule.ts";
import { FROM, GROWS, isChange, isLevel, isOfChange, isOfOther, isShare } from "./growth-told.ts";
import { bareOrderFindings, ownGrowthFindings } from "./growth-unprinted.ts";
import { isIssuer, plain } from "./issuer.ts";

/** Nobody tells of more lines; each is held against all amounts. */
const MOST = 60;

const baseFindings = (disclosure: Disclosure): readonly Found[] => [
  ...untabledFindings(disclosure),
  ...sequentialFindings(disclosure),
  ...bareFindings(disclosure),
  ...ownGrowthFindings(disclosure),
  ...bareOrderFindings(disclosure),
];

const REMEDY = "Print both amounts, or give them a row of a table.";

/** What is told of a measure, at its name. */
const placed = <T extends { readonly own: Mention }>(one: T) => ({ ...one, ...at(one.own) });

const grownIn = remembered(({ mentions }: Disclosure): readonly Grown[] =>
  mentions.flatMap((own) => grown(own)).slice(0, MOST),
);
const revenueRows = ({ tables }: Disclosure): readonly RuleRow[] =>
  tables.flatMap((t) => t.rows.filter((r) => (r.named?.family ?? "revenue") === "revenue"));
const isIn = ({ figures }: RuleRow, { amount }: Grown): boolean =>
  figures.some((f) => isSameAmount(f, amount.measured!));

/** Whether a row of any name has the amount, and has grown by the rate: what is called revenue may be a balance or a cost. */
const isGrownInTable = (one: Grown, { tables }: Disclosure): boolean =>
  tables.some(({ rows }) => rows.some((r) => isIn(r, one) && isGrowthIn(one.rate, r)));

/** A rate of fewer digits is that of some line or other by chance. */
const DIGITS_OF_RATE = 3;

/** Whether the revenue of the company as a whole has grown by a rate, or a line of a table that parts it, under another name than the text has for it. */
const isGrownInParts = (rate: Figure, disclosure: Disclosure): boolean => {
  const lines = statedRevenue(disclosure);
  if (lines.some((r) => isGrowthIn(rate, r))) return true;
  if (tellingDigits(rate) < DIGITS_OF_RATE) return false;
  const revenues = lines.flatMap((r) => r.figures);
  return disclosure.tables.some((t) => {
    const whole = t.rows.find((r) =>
      r.figures.some((f) => revenues.some(({ measured }) => measured !== undefined && isSameAmount(f, measured))),
    );
    // Below the revenue of a statement stand its costs.
    const isPart = ({ row, named }: RuleRow): boolean =>
      named === undefined && (t.kind !== "statement" || row < (whole?.row ?? 0));
    return whole !== undefined && t.rows.some((r) => isPart(r) && isGrowthIn(rate, r));
  });
};

/** Revenue of something with its growth, whose amount no table prints and whose base nothing. */
function untabledFindings(disclosure: Disclosure): readonly Found[] {
  const all = grownIn(disclosure);
  const rows = revenueRows(disclosure);
  const untabled = all.filter((one) => !rows.some((r) => isIn(r, one)) && !isGrownInTable(one, disclosure));
  const bare = untabled.filter(
    (one) => !FROM.test(one.own.sentence.slice(one.own.from)) && !isBasePrinted(one, disclosure),
  );
  // Where the tables have no amount of revenue that the text gives, they were not read as they stand.
  if (bare.length === 0 || (untabled.length === all.length && !isRead(rows, disclosure))) return [];
  const nameOf = ({ own }: Grown): string =>
    quoted([...(SHORT_PART.exec(own.sentence.slice(0, own.from))?.slice(1) ?? partOf(own)), own.name].join(" "));
  return toldOnceOfAll(
    disclosure,
    bare.map(placed),
    (one) => nameOf(one).toLowerCase(),
    nameOf,
    ({ own, amount, rate }) => ({
      message: `${nameOf({ own, amount, rate })} is given with a change of ${rate.text} percent; no table has the amount (${amount.text}), and what it grew from is not printed.`,
      remedy: REMEDY,
      figures: [amount.id, rate.id],
    }),
  );
}

/** Whether a line of revenue has an amount that the text gives for it. */
const isRead = (rows: readonly RuleRow[], { mentions }: Disclosure): boolean =>
  mentions.some(
    (m) =>
      m.family === "revenue" &&
      m.basis === "GAAP" &&
      m.figures.some(
        (f) =>
          f.kind === "amount" &&
          tellingDigits(f) >= DIGITS_OF_RATE &&
          rows.some((r) => r.figures.some((one) => isSameAmount(one, f.measured!))),
      ),
  );

/** "Revenue rose 4%, AI revenue 31%": a part of so few letters is one by its capital, where a clause begins with it. */
const SHORT_PART = /[,;] (?:and )?(?!(?:In|On|At|By|To|Of|As)\b)(\p{Lu}\p{L}) $/u;

/** What is compared with the quarter right before. */
const SEQUENTIAL = anyCase(
  /\bsequential(?:ly)?\b|\bquarter[- ]over[- ]quarter\b|\b(?:from|over|compared (?:to|with)|versus|vs\.?) (?:the )?(?:prior|previous|preceding|last|first|second|third|fourth) quarter\b(?! (?:of|in) (?:last|the (?:prior|previous)|prior) (?:fiscal )?year)/,
);

/** "Compared to the second quarter of 2025", told in 2026: of the quarters of an earlier year the fourth alone can be the one before. */
const isOfYearBefore = (said: string, { context: { reportEnd } }: Disclosure): boolean => {
  const year = QUARTER_OF.exec(said)?.[1];
  return year !== undefined && reportEnd !== undefined && year < reportEnd.slice(0, 4);
};
const QUARTER_OF = anyCase(
  /\b(?:from|over|compared (?:to|with)|versus|vs\.?) (?:the )?(?:first|second|third) quarter (?:(?:of|in) )?(?:fiscal (?:year )?)?(20\d\d)\b/d,
);

/** Growth on the quarter before, of an amount that the tables have for other periods alone. */
function sequentialFindings(disclosure: Disclosure): readonly Found[] {
  const rows = revenueRows(disclosure);
  const bare = grownIn(disclosure).filter((one) => {
    if (
      !SEQUENTIAL.test(one.own.said) ||
      isOfYearBefore(one.own.said, disclosure) ||
      one.own.said.match(RATES)?.length !== 1
    )
      return false;
    const tabled = rows.filter((r) => isIn(r, one));
    return (
      tabled.length > 0 &&
      !tabled.some((r) => r.figures.some((f) => f.measured !== undefined && leadsTo(f.measured.value, one))) &&
      !FROM.test(one.own.sentence.slice(one.own.from)) &&
      !isBasePrinted(one, disclosure)
    );
  });
  return toldOnce(disclosure, bare.map(placed), ({ own, amount, rate }) => ({
    message: `${quoted(own.name)} is given with a change of ${rate.text} percent on the quarter before, whose amount stands in no table and no sentence.`,
    remedy: REMEDY,
    figures: [amount.id, rate.id],
  }));
}
const RATES = /\d[\d.]* ?(?:%|percent)/gi;

const isOfIssuer = (words: readonly string[], disclosure: Disclosure): boolean =>
  words.every((word) => isIssuer(word, disclosure));

/** Growth of a part of the revenue that is given in percent alone, where no table has a line of it and no sentence an amount. */
function bareFindings(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const { mentions, tables, passages } = disclosure;
  const parts = mentions.flatMap((own): readonly { own: Mention; rate: Figure; words: readonly string[] }[] => {
    const rate = own.figures.find(
      (f) =>
        f.measured?.unit === "ratio" &&
        !isShare(f, own) &&
        !isLevel(f, own) &&
        !isOfOther(f, own) &&
        isOfChange(f, own),
    );
    const isBare = own.family === "revenue" && own.basis === "GAAP" && !own.ahead && RESULTS.has(own.part);
    if (
      !isBare ||
      isCounted(own) ||
      isByPiece(own) ||
      isListed(own) ||
      rate === undefined ||
      own.figures.some((f) => f.kind === "amount") ||
      !GROWS.test(own.said)
    )
      return [];
    const words = partOf(own);
    return words.length === 0 ? [] : [{ own, rate, words }];
  });
  if (parts.length === 0) return [];
  const labels = tables.flatMap((t) => [
    // A short sentence before a table counts as a part of its caption.
    ...t.reading.meaning.caption.split(/(?<=\.) /).filter((one) => !one.endsWith(".")),
    ...t.reading.meaning.rows.map((r) => r.label),
    ...t.reading.meaning.columns.map((c) => c.head),
  ]);
  const tabled = labels.join("\n").toLowerCase();
  const amounts = passages.flatMap((p) =>
    p.sentences.filter((s) => s.figures.some((f) => f.kind === "amount")).map((s) => s.text.toLowerCase()),
  );
  const bare = parts
    .slice(0, MOST)
    .filter(
      ({ words, rate }) =>
        !isOfIssuer(words, disclosure) &&
        !isGrownInParts(rate, disclosure) &&
        !words.map(plain).some((w) => tabled.includes(w) || amounts.some((text) => text.includes(w))),
    );
  return toldOnce(disclosure, bare.map(placed), ({ own, rate, words }) => ({
    message: `${quoted(`${words.join(" ")} ${own.name}`)} is given with a change of ${rate.text} percent; no table has a line of it, and no sentence an amount.`,
    remedy: REMEDY,
    figures: [rate.id],
  }));
}

/** The words right before "revenue" or "sales", or right behind, that tell of which part; empty where they tell of none. */
function partOf({ sentence, from, to }: Mention): readonly string[] {
  const before = /(?:[\p{L}\d&’'-]+ ){1,3}$/u.exec(sentence.slice(Math.max(0, from - 60), from))?.[0] ?? "";
  const behind =
    /^ (?:in|of|from|for) (?:our |the )?(\p{Lu}[\p{L}\d&’'-]*(?: \p{Lu}[\p{L}\d&’'-]*){0,2})/u.exec(
      sentence.slice(to),
    )?.[1] ?? "";
  const telling = (words: string): readonly string[] => {
    const all = words.trim().split(" ");
    const last = all.findLastIndex((w) => NO_PART.test(w));
    return all.slice(last + 1).filter((w) => w.length > 2);
  };
  const own = telling(before);
  return own.length > 0 ? own : telling(behind);
}
/** Words that tell of no part of the revenue. */
const NO_PART = anyCase(
  /^(?:an?|the|and|or|of|in|to|by|on|for|from|with|as|our|its|their|this|that|total|net|gross|consolidated|company|company[’']s|group|overall|reported|gaap|organic|record|strong\w*|solid|robust|quarter|quarterly|quarter[’']s|annual|year|years|yearly|year-over-year|year-to-date|ytd|half-year|six-month|nine-month|twelve-month|full-year|fiscal|monthly|first|second|third|fourth|first-quarter|second-quarter|third-quarter|fourth-quarter|half|q[1-4]|h[12]|\d+%?|fy\d*|worldwide|global|higher|lower|increased|decreased|grew|while|with|where|were|was|is|are|both|all|same|comparable|comp|constant|currency|core|adjusted|operating|january|february|march|april|may|june|july|august|september|october|november|december|sequential|yoy|y\/y|drove|driving|delivered|delivers?|achieved|achieves?|generated|generates?|reported|reports?|posted|posts?|announced|announces?|saw|sees?|had|includes?|included|including|excluding|new|like-for-like|recurring|deferred|interest|dollar|unit|average|price|prices|volume|volumes|and|but|also|which|more|than|over|growth|growing|grow|basis)$/,
);

/** Whether some amount in the text is what the growth leads from, or what it comes to, within a part in sixty. */
function isBasePrinted(one: Grown, { passages }: Disclosure): boolean {
  return passages.some((p) =>
    p.sentences.some((s) =>
      s.figures.some((f) => f.kind === "amount" && f.measured !== undefined && leadsTo(f.measured.value, one)),
    ),
  );
}

/** Whether growth by the rate leads from an amount to the one that is given, or to the growth itself. */
function leadsTo(base: Rational, { own, amount, rate }: Grown): boolean {
  const now = amount.measured!.value;
  const by = absolute(rate.measured!.value);
  const scaled = multiply(base, FALLS.test(own.said) ? subtract(ONE, by) : add(ONE, by));
  return isNear(scaled, now) || isNear(scaled, multiply(now, by));
}

const isNear = (a: Rational, b: Rational): boolean => compare(multiply(absolute(subtract(a, b)), whole(60)), b) < 0;
const FALLS = anyCase(/\b(?:down|declin\w+|decreas\w+|fell|lower)\b/);

interface Grown {
  readonly own: Mention;
  readonly amount: Figure;
  readonly rate: Figure;
}

/** "A reduction in sales of $9.0 million": the amount is that of the change, and no sales. */
const IN_IT = anyCase(/\b(?:reduction|decrease|increase|decline|growth|rise|change) (?:in|of) (?:[\w&’'-]+ ){0,3}$/);

/**
 * "Annual recurring revenue" is what the contracts of one day would come to in a year, sales of the same stores are counted by store, and those of
 * franchisees are their own: they stand in no statement.
 */
const NO_REVENUE = anyCase(
  /\b(?:annual (?:[a-z]+ )?(?:recurring|contract(?:ed)?|run[- ]rate) |(?:annuali[sz]ed|run[- ]rate) (?:[a-z]+ ){0,2}|(?:same|comparable|comp)[- ](?:store|restaurant|shop|club|cent(?:er|re)|clinic|hospital|property|community|location|facility|park|site|unit|branch|hotel|school|campus|practice|salon|dealership)s? (?:[a-z-]+ ){0,3}|(?:comparable|comp|like[- ]for[- ]like) (?!basis\b)(?:[a-z-]+ ){0,2}|system-?wide |gross merchandise |weather[- ](?:adjusted|normali[sz]ed) (?:[a-z]+ ){0,2})$/,
);
/** "Home sales revenue in backlog of $641.7 million": what is still to be earned. */
const IN_BACKLOG = anyCase(/^ in (?:our |the )?backlog\b/);
/** "Cloud revenue backlog grew 12%", "sales volumes rose": what a noun behind it counts. */
const COUNTED_BEHIND = anyCase(
  /^ (?:backlogs?|bookings?|orders?|pipelines?|contracts?|volumes?|units?|retention|tonnage|traffic|transactions?|leads|opportunit(?:y|ies)|passenger (?:miles|kilometers)|per (?!share)[a-z]+)\b/,
);
/** "Industry sales fell 4%": nobody's own. */
const OF_INDUSTRY = anyCase(
  /\b(?:industry|industry-?wide|industry[’']s|sector|market-?wide|franchisees?[’']?s?|dealers?[’']|distributors?[’']|customers?[’']|competitors?[’']|national|peers?[’']) (?:[a-z-]+ ){0,2}$/,
);
const isCounted = ({ sentence, from, to }: Mention): boolean =>
  says(NO_REVENUE, sentence.slice(Math.max(0, from - 60), from)) ||
  says(IN_BACKLOG, sentence.slice(to, to + 20)) ||
  says(COUNTED_BEHIND, sentence.slice(to, to + 24)) ||
  says(OF_INDUSTRY, sentence.slice(Math.max(0, from - 60), from)) ||
  says(ALSO_COUNTED, sentence.slice(Math.max(0, from - 120), from));
/** "Same store volumes declined by 0.8% and counter sales rose by 1.0%": the words for the stores are for both. */
const ALSO_COUNTED = anyCase(
  /\b(?:same|comparable|comp|like)[- ](?:store|restaurant|shop|club|site|unit|branch|location)s? (?:[\w-]+ ){1,4}(?:was |were )?(?:up|down|increased|decreased|grew|rose|fell|declined)(?: by)? \d[\d.]* ?(?:%|percent),? and (?:[\w-]+ ){0,4}$/,
);

/** "Existing home sales fell 4%": without an amount sales of such things are counted by the piece, as a rule; and what others sell on is theirs. */
const isByPiece = ({ sentence, from }: Mention): boolean =>
  says(BY_PIECE, sentence.slice(Math.max(0, from - 60), from)) || says(BY_OTHERS, sentence);
const BY_PIECE = anyCase(
  /\b(?:vehicles?|cars?|trucks?|homes?|houses?|boats?|tickets?|rvs?|cases?|units?|gmv|sell-?through|sell-?out|average (?:weekly|daily|monthly)|average) $/,
);
const BY_OTHERS = anyCase(
  /\b(?:according to|as reported by|data from|source:|census bureau|commerce department|nielsen\w*|circana|iri|iqvia)\b/,
);

/** "Comparable sales, which include those of stores and online sales, rose 4.1%": what the measure is made of has not its rate. */
const isListed = ({ sentence, from }: Mention): boolean => says(MADE_OF, sentence.slice(Math.max(0, from - 120), from));
const MADE_OF = anyCase(/,? (?:which|that) (?:includes?|consists? of|comprises?|combines?) [^.;,%]{0,90}$/);

function grown(own: Mention): readonly Grown[] {
  if (own.family !== "revenue" || own.basis !== "GAAP" || own.ahead || !RESULTS.has(own.part) || !GROWS.test(own.said))
    return [];
  if (
    IN_IT.test(own.sentence.slice(0, own.from).slice(-60)) &&
    /^ of (?:[\w-]+ )?[$€£]/.test(own.sentence.slice(own.to))
  )
    return [];
  if (isCounted(own)) return [];
  const amounts = own.figures.filter((f) => f.kind === "amount" && digitsOf(f).length > 1 && !isChange(f, own));
  if (amounts.some((f) => isOfNoun(f, own))) return [];
  const rate = own.figures.find(
    (f) => f.measured?.unit === "ratio" && !isShare(f, own) && !isOfOther(f, own) && isOfChange(f, own),
  );
  const [amount] = amounts;
  return amount === undefined || rate === undefined || amounts.length > 1 ? [] : [{ own, amount, rate }];
}

/** "Sales rose 4% on a record backlog of $158 million": the amount says itself of what it is. */
const isOfNoun = ({ text }: Figure, { said, name }: Mention): boolean =>
  says(OF_NOUN, said.slice(name.length, Math.max(name.length, said.indexOf(text))));
const OF_NOUN = anyCase(
  /\b(?:backlog|bookings|orders|income|profits?|earnings|ebitda\w*|loss(?:es)?|cash|flows?|expenses?|costs?|assets|debt|inventor(?:y|ies)|deposits|loans|dividends?|investments?|contracts?|guidance|synergies|savings|value|volumes?)(?: \([^()]{1,20}\))? (?:of|totall?ing|at|was|were) (?:(?:approximately|about|over|nearly|more than|a record|record) )?(?:us|c|a)?[$€£]?$/,
);

const SAID = "Revenue was $40.2 million, up 5.5%.";
const PARTS = table("Revenue by line", "Tools | 25.1 | 24.0", "Cloud | 15.1 | 14.1", "Total | 40.2 | 38.1");

export const GROWTH_BASE: readonly Rule[] = [
  {
    code: "growth-on-unprinted-base",
    title: "Growth has an amount that it is measured from",
    text: "Growth of the revenue of a line, a product or a region can be checked: the amounts are in a table, or the earlier one stands beside it; of a part that is given in percent alone, some table has a line. So it is with growth of a measure of the company's own, of earnings per share, of orders and of the backlog.",
    sources: ["Regulation G, 17 CFR 244.100(b)", "Presentation: a percentage alone cannot be checked"],
    severity: "note",
    state: "INFO",
    profiles: ALL,
    breaks: `${HEAD}${SAID} Cloud revenue was $15.1 million, up 7.1%.\n\n${STATEMENT}`,
    keeps: [
      `${HEAD}${SAID} Cloud revenue was $15.1 million, up 7.1%.\n\n${STATEMENT}${PARTS}`,
      `${HEAD}${SAID} Cloud revenue was $15.1 million, up 7.1% from $14.1 million.\n\n${STATEMENT}`,
      `${HEAD}${SAID} Cloud revenue was $15.1 million.\n\n${STATEMENT}`,
      `${HEAD}${SAID} Cloud revenue grew 7.1%.\n\n${STATEMENT}${PARTS}`,
      `${HEAD}${SAID} Adjusted net income was $5.2 million, up 14% from $4.6 million.\n\n${STATEMENT}`,
      `${HEAD}${SAID} Orders grew 12% to $44.8 million from $40.0 million.\n\n${STATEMENT}`,
    ],
    check: baseFindings,
  },
];
