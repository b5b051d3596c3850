import { absolute, compare, divide, type Rational, sign, subtract } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { HEAD } from "../example-passages.ts";
import { RATES } from "../names/family.ts";
import { anyCase, findAll, inSmall, says } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { foundAt, type Placed, sentencesOf, TELLING } from "../reading/placed.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { type Found, type Rule, US } from "../rule.ts";
import { placeholderFindings } from "./placeholder.ts";

const RATE =
  "(?:(?:gross|operating|net|profit|ebitda|ebit|contribution|segment|adjusted) )+margins?|effective (?:income )?tax rate|occupancy rate";
const MOVED =
  "(?:was|were|is) (?:up|down)|increased|decreased|improved|rose|fell|declined|expanded|contracted|grew|dropped|widened|up|down";
const BY =
  "(?: (?:slightly|significantly|year[- ]over[- ]year|sequentially))?(?: by)?(?: (?:approximately|about|almost|nearly|over|more than|an additional|another))?";
const PERCENT = String.raw`(\d[\d.]{0,6}) ?(?:%|percent\b)(?! ?-?(?:age)?[ -]?p(?:oin)?ts?\b)`;
const RATE_MOVED = anyCase(new RegExp(String.raw`\b(?:${RATE}) (?:${MOVED})${BY} ${PERCENT}`, "d"));
const MOVE_OF_RATE = anyCase(
  new RegExp(
    String.raw`\b${PERCENT} (?:increase|decrease|improvement|decline|rise|drop|expansion) in (?:our |the )?(?:${RATE})\b`,
    "d",
  ),
);
/** "Our market share rose 2% to 31%": that it is a rate, and not growth of what is sold, the level behind it tells. */
const SHARE_MOVED = anyCase(new RegExp(String.raw`\bmarket share (?:${MOVED})${BY} ${PERCENT} to \d`, "d"));
/** One look at a sentence tells that it has none of these. */
const MOVES = anyCase(
  /(?:margins?|rate|share) (?:(?:was|were|is) )?(?:up|down|[a-z]+ed|rose|fell|grew) |(?:%|percent) [a-z]{4,11} in /,
);
/** Behind it: the margin in money, a second share that it is added to, or the words that say percent is meant. */
const NOT_POINTS = anyCase(
  /^[^.;]{0,30}?(?:\bto (?:us|c|a)?[$€£]|\bof (?:revenues?|sales)\b|\bpoints?\b|\d ?(?:bps?|pp|pts?)\b|\bbasis\b|\bin relative terms\b)/,
);

/** "From 15.3% to 16.2%, that is by 0.9 percentage points": the sentence gives the move both ways. */
const IN_POINTS = anyCase(/\b(?:that is|i\.e\.|or|which is)[, ] ?(?:by )?\d[\d.]{0,6} (?:percentage|basis) points?\b/);

/** "12.8%, compared to 9.1%, an increase of 3.7%": the last of three is told as the move of the first. */
const MOVED_BY = anyCase(
  new RegExp(
    String.raw`\b(?:an? )?(?:increase|decrease|improvement|decline|rise|drop|expansion|reduction)${BY.replace("by", "of")} ${PERCENT}`,
    "gd",
  ),
);

/** The move of a rate, where it is the difference of the two rates before it and no part of either. */
function differenceIn({ text, mentions, span }: Placed["sentence"]): RegExpMatchArray | null {
  const rates = mentions.filter(({ family, figures }) => RATES.has(family) && figures.length > 2);
  if (rates.length === 0) return null;
  for (const match of findAll(MOVED_BY, text)) {
    const until = match.index + match[0].length;
    const startOf = (f: Figure): number => f.token.from - span.from;
    const isDifference = rates.some(({ figures }) => {
      const at = figures.findIndex((f) => startOf(f) >= match.index && startOf(f) < until);
      const [one, other, moved] = figures.slice(Math.max(0, at - 2), at + 1).map((f) => f.measured);
      if (one?.unit !== "ratio" || other?.unit !== "ratio" || moved?.unit !== "ratio") return false;
      const apart = absolute(subtract(one.value, other.value));
      return compare(absolute(subtract(apart, absolute(moved.value))), moved.quantum) <= 0;
    });
    if (isDifference) return match;
  }
  return null;
}

/** "16.2%, up 0.9% from 15.3%", "an increase of 0.9% from 15.3%": the move stands between the two rates. */
const MOVED_FROM = anyCase(
  new RegExp(
    String.raw`\b(?:up|down|(?:an? )?(?:increase|decrease|improvement|decline|rise|drop|expansion|reduction) of)${BY.replace("(?: by)?", "")} ${PERCENT} (?:from|compared (?:to|with)|versus|vs\.?)\b`,
    "gd",
  ),
);
const NAMES_RATE = anyCase(new RegExp(String.raw`\b(?:${RATE}|market share)\b[^.;]{0,60}$`));

/** The move of a rate between the two that it is the difference of, where it is no part of the second as well. */
function differenceBetween({ text, figures, span }: Placed["sentence"]): RegExpMatchArray | null {
  if (figures.length <= 2 || !/(?:up|down| of) [^;]{0,40} (?:from|compared|v)/.test(inSmall(text))) return null;
  const startOf = (f: Figure): number => f.token.from - span.from;
  for (const match of findAll(MOVED_FROM, text)) {
    const at = figures.findIndex((f) => startOf(f) >= match.index && startOf(f) < match.index + match[0].length);
    const before = figures[at - 1];
    const [one, moved, other] = [before, figures[at], figures[at + 1]].map((f) => f?.measured);
    if (before === undefined || one?.unit !== "ratio" || other?.unit !== "ratio" || moved?.unit !== "ratio") continue;
    if (sign(other.value) <= 0 || !says(NAMES_RATE, text.slice(0, startOf(before)))) continue;
    const apart = absolute(subtract(one.value, other.value));
    const isBy = (change: Rational): boolean =>
      compare(absolute(subtract(change, absolute(moved.value))), moved.quantum) <= 0;
    if (isBy(apart) && !isBy(divide(apart, other.value))) return match;
  }
  return null;
}

function pointFindings(disclosure: Disclosure): readonly Found[] {
  return sentencesOf(disclosure, (p) => TELLING.has(p.part)).flatMap((at) => {
    const { text } = at.sentence;
    const match =
      (MOVES.test(text) ? (RATE_MOVED.exec(text) ?? MOVE_OF_RATE.exec(text) ?? SHARE_MOVED.exec(text)) : null) ??
      differenceIn(at.sentence) ??
      differenceBetween(at.sentence);
    const behind = match === null ? "" : text.slice((match.index ?? 0) + match[0].length);
    if (match === null || NOT_POINTS.test(behind) || says(IN_POINTS, behind)) return [];
    const message = `${quoted(match[0])}: a rate that moves by ${match[1]} percent moves by that part of itself; by ${match[1]} of its own hundredths it moves by percentage points.`;
    return [foundAt(at, match, message, 'Write "percentage points" or "basis points", or both rates.')];
  });
}

const LABELS =
  "(?:non[-\\u2010\\u2011]?recurring|non[-\\u2010\\u2011]?routine|infrequent(?:ly occurring)?|unusual|one[-\\u2010\\u2011](?:time|off)(?:,? (?:or )?non[-\\u2010\\u2011]?recurring)?)";
/** One look at a passage tells that it has no such label. */
const HAS_LABEL = anyCase(/recurring|routine|infrequent|unusual|one[-\u2010\u2011](?:time|off)/);
const THINGS =
  "(?:charges?|costs?|expenses?|items?|gains?|losses|loss|income|benefits?|transactions?|events?|fees?|nature|impacts?|effects?|(?:restructuring|litigation|legal|severance)(?: (?:charges?|costs?|fees?|expenses?|settlements?))?|settlements?)";
const LABELLED = anyCase(
  new RegExp(
    String.raw`\b${LABELS}(?:\/${LABELS})?(?:,? (?:and|or|and\/or|,|non-?cash|cash|one-time|${LABELS}|other|significant)){0,4} (?:[\w-]+,? ){0,4}?${THINGS}\b`,
    "d",
  ),
);
/** A sentence about what is adjusted for; a charge that is only told of is not adjusted. */
const ADJUSTS = anyCase(/\b(?:non-?gaap|adjust\w*|exclud\w+|remov\w+|pro[- ]?forma(?! effects?\b)|ebitda\w*|a?ffo)\b/);
/** What a lender may add back is worded by the contract, not by the company. */
const CONTRACT = anyCase(/\b(?:credit (?:agreement|facility)|covenants?|indenture|leverage ratio)\b/);
const DEFINED = anyCase(/\b(?:is|are) defined (?:by (?:us|the company) )?as\b|\b(?:we|the company) defines?\b/);
/** What warns of such items, or speaks of those to come, puts the label on nothing. */
const GENERAL = anyCase(
  /\b(?:inference|implication|implied|unaffected|construed|predict\w*|forecast\w*|uncertain\w*|(?:could|may|might) (?:be|have|include|incur|occur|recur|arise|vary|result|also|not|or)|unable|cannot|risks?|guidance|outlook|future|other companies|differently|not exclud\w+|not (?:be )?(?:considered |necessarily )?(?:non-?recurring|infrequent|unusual))\b/,
);

/** What ASC 420 calls the pay of those who leave once, by its own name. */
const OF_STANDARD = anyCase(/^one[-\u2010\u2011]time (?:employee )?(?:termination|severance) benefits?\b/);

/** "One-time events pursuant to changes in GAAP": whoever sets the standards has made them, once for each change. */
const BY_STANDARD = anyCase(
  /^,? (?:pursuant to|due to|resulting from|because of|from|required by|arising from) (?:[\w-]+ ){0,2}changes? (?:in|to) (?:(?:u\.?s\.? )?gaap|(?:accounting|the standards?|tax (?:law|legislation)))/,
);
/** "A tax rate that excludes non-recurring discrete items": what a rate is reckoned without is left out of no measure. */
const OF_TAX_RATE = anyCase(
  /\b(?:tax rates?)\b[^.;]{0,60}\b(?:exclud\w+|exclusive of|without|before|net of) (?:[\w-]+ ){0,3}$/,
);

/** "Items that did not occur within the prior two years": the definition asks itself what the rule asks. */
const ASKS_TWO_YEARS = anyCase(/\b(?:two|2) years\b/);

/** So near the label, in code units, such words speak of it. */
const NEAR = 110;

const LABELS_IN: ReadonlySet<string> = new Set([...TELLING, "definitions", "statements"]);
/** "(7) The company recorded one-time costs": the note of a line that is adjusted for. */
const NOTE_OF_TABLE = anyCase(/^\W{0,4}(?:\(\w{1,2}\)|note \d{1,2}:)/);

/** Whether a release has a measure of its own at all, in a sentence or in a row; where it has none, nothing is left out under a label. */
const hasOwn = ({ mentions, tables }: Disclosure): boolean =>
  tables.some((t) => t.kind === "reconciliation" || t.rows.some((r) => r.named?.basis === "non-GAAP")) ||
  mentions.some((m) => m.basis === "non-GAAP");

/** Whether a table reckons what a lender asks for, as its title, a section or a line of it says. */
const isOfContract = ({ title, reading: { meaning } }: RuleTable): boolean =>
  CONTRACT.test(title) || meaning.rows.some((r) => says(CONTRACT_LINE, r.label));
const CONTRACT_LINE = anyCase(/\b(?:credit agreement|covenants?|indenture)\b/);

function labelFindings(disclosure: Disclosure): readonly Found[] {
  if (!hasOwn(disclosure)) return [];
  const prose = sentencesOf(disclosure, (p) => LABELS_IN.has(p.part) && HAS_LABEL.test(p.text)).flatMap((at) => {
    const { text } = at.sentence;
    // A sentence further on, that lenders ask for the measure as well, does not make the definition theirs.
    if (CONTRACT.test(text) || (CONTRACT.test(at.passage.text) && !DEFINED.test(text))) return [];
    const isAdjusted = ADJUSTS.test(text) || NOTE_OF_TABLE.test(at.passage.text);
    const match = isAdjusted ? LABELLED.exec(text) : null;
    if (
      match === null ||
      OF_STANDARD.test(match[0]) ||
      says(ASKS_TWO_YEARS, text) ||
      says(BY_STANDARD, text.slice(match.index + match[0].length)) ||
      says(OF_TAX_RATE, text.slice(0, match.index)) ||
      GENERAL.test(text.slice(Math.max(0, match.index - NEAR), match.index + match[0].length + NEAR))
    )
      return [];
    return [{ ...foundAt(at, match, labelMessage(match[0]), LABEL_REMEDY), defines: !TELLING.has(at.passage.part) }];
  });
  const rows = disclosure.tables.flatMap((t) =>
    t.rows.flatMap(({ label, start, end, figures }) => {
      const match = t.kind === "reconciliation" && HAS_LABEL.test(label) ? LABELLED.exec(label) : null;
      if (match === null || OF_STANDARD.test(match[0]) || isOfContract(t)) return [];
      const ids = figures.slice(0, 1).map((f) => f.id);
      return [{ start, end, message: labelMessage(match[0]), remedy: LABEL_REMEDY, figures: ids, defines: false }];
    }),
  );
  // The results, the definitions and the reconciliations are read by themselves: one for each.
  const kinds = [prose.filter((f) => !f.defines), prose.filter((f) => f.defines), rows];
  return kinds.flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { defines: _, ...found } = first;
    return [{ ...found, message: `${found.message}${alsoIn(disclosure, found, others)}` }];
  });
}

const labelMessage = (words: string): string =>
  `${quoted(words)}: the label holds only where nothing of the kind came within the two years before, or is likely within the two to come.`;
const LABEL_REMEDY =
  "Describe the items by what they are, and leave the label out; they may be adjusted for without it.";

const ALL = ["us-domestic", "foreign-private", "non-us"] as const;
export const WORDING: readonly Rule[] = [
  {
    code: "placeholder-left",
    title: "Nothing is left to be filled in",
    text: "A release that goes out has no placeholder where a figure, a day or a name is to stand, no number in brackets that is still to be confirmed, and no note to those who write it.",
    sources: ["Regulation FD and good practice; no rule of the SEC's names it"],
    severity: "warning",
    state: "BLOCK",
    everywhere: true,
    profiles: ALL,
    breaks: `${HEAD}Revenue was $XX.X million, up 5 percent.\n`,
    keeps: [
      `${HEAD}Revenue of Fund XX was $40.2 million [(1)].\n`,
      `${HEAD}The merger is pending. Contact [Investor Relations](https://ir.example.com/).\n`,
      `${HEAD}Revenue was $40.2 million [1]. “[The Company] grew,” said Ann Lee, Chief Executive Officer.\n`,
    ],
    check: placeholderFindings,
  },
  {
    code: "percent-for-points",
    title: "A rate moves by points",
    text: "The change of a margin or another rate is a difference of two percents and is given in percentage points or basis points; in percent it can be read in two ways.",
    sources: ["Presentation: a percent is a ratio, a percentage point the difference of two percents"],
    severity: "note",
    state: "REVIEW",
    profiles: ALL,
    breaks: `${HEAD}Operating margin increased by 2% to 34%.\n`,
    keeps: [
      `${HEAD}Operating margin increased by 2 percentage points to 34%.\n`,
      `${HEAD}Operating margin increased to 34% from 32%.\n`,
      `${HEAD}Gross margin decreased slightly by 0.8% to $37.4 million.\n`,
    ],
    check: pointFindings,
  },
  {
    code: "label-non-recurring",
    title: "An item is called non-recurring, infrequent or unusual only if it is",
    text: "An adjusted item is not labelled non-recurring, infrequent or unusual where one of its kind came within the two years before or is reasonably likely within the two years to come. It may be adjusted for without the label.",
    sources: ["C&DI 102.03", "Item 10(e)(1)(ii)(B) of Regulation S-K, which binds what is filed"],
    severity: "note",
    state: "REVIEW",
    profiles: US,
    breaks: `${HEAD}Adjusted net income excludes non-recurring restructuring charges of $1.1 million.\n`,
    keeps: [
      `${HEAD}Adjusted net income excludes restructuring charges of $1.1 million.\n`,
      `${HEAD}Net income was $4.0 million after a non-recurring charge of $1.1 million.\n`,
      `${HEAD}Adjusted net income should not be construed as an inference that results will be unaffected by unusual or non-recurring items.\n`,
    ],
    check: labelFindings,
  },
];
