import { isComparable } from "../names/comparable.ts";
import { type Family, OWN_ANYWAY } from "../names/family.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall, type Pattern } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { foots, linesBetween } from "../reading/foots.ts";
import { isWholeMoney, type Mention } from "../reading/mention.ts";
import { RATIOS } from "../reading/own-measure.ts";
import { isOwnStatement } from "../reading/own-statement.ts";
import type { Passage, Sentence } from "../reading/passage.ts";
import { statementAt } from "../reading/placed.ts";
import { isCalledSo, isOwn, namedHeads, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { remembered, rememberedBy } from "../remembered.ts";
import { servedByParts } from "./also-served.ts";
import { showsBothBases } from "./both-bases.ts";
import {
  EARNINGS,
  isComputedBelow,
  isDebtRatioComputed,
  isReturnComputed,
  isShareOnlyComputed,
  isTaxComputed,
  RETURNS,
} from "./computed.ts";
import { isFromSubtotal } from "./from-subtotal.ts";
import { isSummedInWords } from "./summed-in-words.ts";
import { familiesDown, fromAboveNet, isBegunWith, isTorn, namedLabels, namesOf, PER_SHARE, waysOf } from "./ways.ts";

/** Measures that one reconciliation serves: a margin follows from its profit. What is given per share is reconciled per share (C&DI 102.05). */
const GROUPS: readonly (readonly Family[])[] = [
  ["gross-profit", "gross-margin"],
  ["operating-income", "operating-margin"],
  ["net-income", "net-margin", "return-on-equity"],
  ["ebit", "ebit-margin"],
  ["ebitda", "ebitda-margin", "ebitda-per-share"],
  ["free-cash-flow", "free-cash-flow-margin", "free-cash-flow-conversion", "free-cash-flow-per-share"],
  ["ffo", "ffo-per-share", "ffo-payout"],
  ["distributable-earnings", "distributable-earnings-per-share", "distributable-margin"],
  ["net-debt", "leverage"],
  ["pre-tax-income", "pre-tax-margin"],
  ["selling-and-administrative", "selling-and-administrative-rate"],
  ["sales-and-marketing", "sales-and-marketing-rate"],
  ["research-and-development", "research-and-development-rate"],
  ["operating-expenses", "operating-expenses-rate"],
  ["cost-of-sales", "cost-of-sales-rate"],
];

export const groupOf = (family: Family): readonly Family[] => GROUPS.find((g) => g.includes(family)) ?? [family];

/** A name that a company has made up, such as "economic earnings", without what says that it is its own. */
export function madeUp(name: string): string | undefined {
  const bare = name.replace(/^(?:non-?gaap|adjusted) /i, "").toLowerCase();
  return bare.includes(" ") && namedIn(bare).length === 0 ? bare : undefined;
}

/** Lines between two of one measure, the second called by a name of the company's own: a way from one to the other. */
function leads({ rows }: RuleTable, group: readonly Family[]): boolean {
  const within = rows.flatMap((r, i) => (r.named !== undefined && group.includes(r.named.family) ? [i] : []));
  return within.some((from, i) => {
    const to = within[i + 1];
    if (to === undefined || to - from < 2 || rows[from]!.label === rows[to]!.label) return false;
    return rows.slice(from + 1, to).every((r) => r.named === undefined);
  });
}

/** Whether a table or a sentence leads to a measure of the company's own from the one under GAAP, and not only to its kin. */
export const isReconciled = (own: Named, disclosure: Disclosure): boolean =>
  // The family and the name are all that is asked of a measure here.
  answersOf(
    disclosure,
    `${own.family} ${own.name}`,
    () => isTabled(own, disclosure) || isSaid(own, disclosure) || isOnBothBases(own, disclosure),
  );

/** Whether a table shows the measure on both bases, so that a reader may see what leads from one to the other. */
const isOnBothBases = (own: Named, disclosure: Disclosure): boolean => {
  const group = servedBy(own, disclosure);
  const statement = statementAt(disclosure);
  return disclosure.tables.some(
    (t) =>
      isOfKind(own, group, t) &&
      !isShareOnlyComputed(own.family, t) &&
      !isBegunWith(group, t) &&
      showsBothBases(t, group, statement),
  );
};

/** Of each release, as a measure is asked for at each of its places. */
const answersOf = rememberedBy<Disclosure, boolean>();

/** The measures that what leads to this one may be named by. */
const servedBy = (own: Named, disclosure: Disclosure): readonly Family[] => {
  const { family } = own;
  const parts = servedByParts(own);
  if (parts !== undefined) return parts;
  return PER_SHARE.has(family) || (family === "leverage" && !hasEarnings(disclosure))
    ? [family]
    : groupOf(family).filter((f) => !PER_SHARE.has(f));
};

/** Whether some table has earnings that net debt can be divided by: where none has, what leads to net debt leads to no ratio of it. */
const hasEarnings = remembered(({ tables }: Disclosure): boolean =>
  tables.some((t) => t.rows.some(({ named }) => named !== undefined && DIVISORS.has(named.family))),
);
const DIVISORS: ReadonlySet<Family> = new Set<Family>(["ebitda", "ebit", "leverage"]);

/** The tables that may lead to results: behind the statements any, before them those that are reconciliations. */
export const reconciling: (disclosure: Disclosure) => readonly RuleTable[] = remembered((disclosure) => {
  const { tables, parted, context } = disclosure;
  // Before the statements a table of results repeats what the tables behind them lead to.
  const statement = statementAt(disclosure);
  const hasCome = ({ figures }: RuleRow): boolean =>
    figures.some((f) => f.period === undefined || context.reportEnd === undefined || f.period.end <= context.reportEnd);
  return [...new Set([...tables, ...parted.wholes, ...parted.parts])].filter(
    (t) =>
      (t.kind !== "statement" || ledTo(t).length > 0) &&
      !isOwnStatement(t) &&
      (t.kind === "reconciliation" ||
        ledTo(t).length > 0 ||
        t.block > statement ||
        statement === Number.POSITIVE_INFINITY) &&
      (t.kind !== "guidance" || t.rows.some(hasCome)),
  );
});

/** The measures that lines of a statement lead to by the title right above them, where a heading has parted them from their last line. */
const ledTo = remembered((t: RuleTable): readonly Named[] => {
  if (t.kind !== "statement" || t.rows.length > FEW_ROWS) return [];
  return namedIn(LEADS_TO.exec(t.title.slice(-LEADS_WITHIN))?.[0] ?? "", t.learned).filter(
    (n) => n.basis === "non-GAAP",
  );
});
const FEW_ROWS = 12;
const LEADS_TO = anyCase(/\breconcil\w+ (?:of|from) [^.|]{3,120} to [^.|]{3,80}$/);
const LEADS_WITHIN = 240;

function isTabled(own: Named, disclosure: Disclosure): boolean {
  const group = servedBy(own, disclosure);
  return reconciling(disclosure).some((t) => {
    const ways = waysOf(t, t.block < statementAt(disclosure));
    if (!isOfKind(own, group, t) || isShareOnlyComputed(own.family, t) || isBegunWith(group, t)) return false;
    if (group.some((f) => ways.has(f)) || isDebtRatioComputed(own.family, t)) return true;
    // That it starts from the wrong measure is another rule's (C&DI 103.02).
    if (group.some((f) => f === "ebitda" || f === "ebit") && fromAboveNet(t) !== undefined) return true;
    if (!PER_SHARE.has(own.family) && (isCarriedOn(group, t, disclosure) || isFromSubtotal(group, t, disclosure)))
      return true;
    if (isReturnComputed(own.family, t) || isComputedBelow(own.family, t) || isAddedUp(group, t)) return true;
    // What is divided is led to above the return, and what it is divided by stands in another table.
    if (
      RETURNS.has(own.family) &&
      ways.has("net-income") &&
      t.rows.some((r) => isOwn(r) && r.named!.family === own.family)
    )
      return true;
    if ((own.family === "tax-rate" && isTaxComputed(t)) || familiesDown(t).some((f) => group.includes(f))) return true;
    if (isBetweenOwn(own, group, t)) return false;
    if (ledTo(t).some((n) => group.includes(n.family))) return true;
    // Of two parts of one table each has been asked for what it is called.
    const isWhole = !disclosure.parted.wholes.includes(t);
    if (isWhole && t.kind === "reconciliation" && (isCalledSo(t) || isTorn(t))) return isNamedIn(own, group, t);
    return !PER_SHARE.has(own.family) && leads(t, group) && isBegunElsewhere(group, t, disclosure);
  });
}

/** Of what is nobody's under GAAP, lines from one of the company's own to the next lead on from where another table has come to. */
const isBegunElsewhere = (group: readonly Family[], table: RuleTable, disclosure: Disclosure): boolean =>
  !OWN_ANYWAY.has(group[0]!) ||
  reconciling(disclosure).some((t) => {
    const ways = waysOf(t, t.block < statementAt(disclosure));
    return t !== table && group.some((f) => ways.has(f));
  });

/** Whether a table begins with another measure of the company's own and names none under GAAP at all. */
const isBetweenOwn = (own: Named, group: readonly Family[], table: RuleTable): boolean => {
  const [first] = table.rows;
  return (
    first !== undefined &&
    isOwn(first) &&
    !group.includes(first.named!.family) &&
    !RATIOS.has(own.family) &&
    namesOf(table).every((n) => n.basis === "non-GAAP")
  );
};

/** Whether a table goes on with a reconciliation that the line or the table right above it, which ends in an adjustment, has begun: a page has parted them. */
function isCarriedOn(group: readonly Family[], t: RuleTable, { tables, mentions }: Disclosure): boolean {
  const next = t.rows.find((r) => r.named !== undefined);
  if (next !== undefined && next !== t.rows[0] && isOwn(next) && group.includes(next.named!.family)) {
    const { start } = t.rows[0]!;
    if (mentions.some((m) => m.start < start && m.end > start - LINE_LONGEST && isLineOf(m, next.named!))) return true;
  }
  const above = tables.find((other) => other.block === t.block - 1);
  if (above?.kind !== "reconciliation" || above.rows.at(-1)?.named !== undefined || t.rows[0]?.named !== undefined)
    return false;
  const end = t.rows.find((r) => r.named?.basis === "non-GAAP");
  const from = above.rows.findLast((r) => r.named !== undefined);
  return (
    end !== undefined &&
    from?.named?.basis === "GAAP" &&
    group.includes(end.named!.family) &&
    isComparable(end.named!.family, from.named.family)
  );
}

/** A short line above a table that names no more than the measure under GAAP, as its first line would. */
const isLineOf = (m: Mention, { family }: Named): boolean =>
  m.basis === "GAAP" &&
  isComparable(family, m.family) &&
  m.sentence.length < LINE_LONGEST &&
  !/[.:;]\s*$/.test(m.sentence);
const LINE_LONGEST = 80;

/**
 * Whether lines of a table add up from earnings under GAAP to the measure, whichever earnings they are: what it should be led to from is another
 * rule's.
 */
const isAddedUp = (group: readonly Family[], table: RuleTable): boolean =>
  table.rows.some(
    (to) =>
      isOwn(to) &&
      group.includes(to.named!.family) &&
      table.rows.some((from) => {
        if (from.row >= to.row || from.named?.basis !== "GAAP" || !EARNINGS.has(from.named.family)) return false;
        const lines = linesBetween(table, from, to).filter((r) => r.named?.basis !== "non-GAAP");
        return lines.length > 0 && lines.every((r) => r.named === undefined) && foots(from, to, lines);
      }),
  );
/** Whether a table that is called a reconciliation names the measure, and that under GAAP where it is one of a share. */
function isNamedIn(own: Named, group: readonly Family[], table: RuleTable): boolean {
  const names = namesOf(table);
  const isIt = (n: Pick<Named, "family" | "basis"> | undefined): boolean =>
    n?.basis === "non-GAAP" && group.includes(n.family);
  const isInLines = [...namedHeads(table), ...namedLabels(table).flatMap((line) => line.names)].some(isIt);
  const isNamed =
    isInLines || (names.some(isIt) && (isTorn(table) || (isOfBases(own, table) && !isOfOther(group, table))));
  if (!PER_SHARE.has(own.family)) return isNamed;
  return isNamed && names.some((n) => n.basis === "GAAP" && isComparable(own.family, n.family));
}

/** Whether lines of a table are that under GAAP, or tell their basis: without one, words above it that name the measure and reconciliations are about another table. */
const isOfBases = ({ family }: Named, { rows }: RuleTable): boolean =>
  rows.some(
    ({ label, named }) => TELLS_BASIS.test(label) || (named?.basis === "GAAP" && isComparable(family, named.family)),
  );
/** Whether lines of a table come to another measure of the company's own, and none to one that they do not name: words above it that name this one are about the next table. */
const isOfOther = (group: readonly Family[], { rows }: RuleTable): boolean =>
  rows.some((r) => isOwn(r) && !group.includes(r.named!.family)) &&
  !rows.some((r) => r.named === undefined && TELLS_BASIS.test(r.label) && !OF_NO_MEASURE.test(r.label));
/** What tells a basis and is no measure: a count of shares, or what is left out. */
const OF_NO_MEASURE = anyCase(/\bshares\b|\badjustments?\b|\btax(?:es)?\b/);
const TELLS_BASIS = anyCase(/\bgaap\b|\bifrs\b|\breported\b|\badjusted\b|\bcore\b|\bpro[- ]?forma\b/);

/** Words by which two measures of one family are two measures, and not two names of one. */
const KINDS: readonly Pattern[] = [
  anyCase(/\b(?:same|comparable)[- ](?:property|store|center|community|asset|space)\b/),
  anyCase(/\bfee[- ]related\b/),
  anyCase(/\boperating (?:ffo|funds|ebitda)\b/),
  anyCase(/\ba(?:djusted )?ffo\b|\badjusted funds from operations\b/),
  anyCase(/\b(?:fad|cad)\b|\b(?:funds|cash) available for distribution\b/),
  anyCase(
    /\b(?:adjusted|core|comparable|underlying|normali[sz]ed|recurring|non-?gaap|operating|economic)\b|\b[an]ebitda\b/,
  ),
];

/** "Operating FFO" is not reconciled by what leads to FFO, nor fee-related earnings by what leads to distributable ones. */
function isOfKind(own: Named, group: readonly Family[], table: RuleTable): boolean {
  if (!OWN_ANYWAY.has(group[0]!) && group[0] !== "ffo-per-share") return true;
  // "Non-GAAP free cash flow" is free cash flow: such a measure is nobody's under GAAP, and saying so tells of no kind.
  const said = own.name.replace(/\bnon-?gaap /i, "");
  const kinds = KINDS.filter((kind) => kind.test(said));
  if (kinds.length === 0) return true;
  const { title, learned } = table;
  // "Per diluted share" is named by the row above it.
  const rows = table.rows.flatMap(({ named }) => (named === undefined ? [] : [{ text: named.name, names: [named] }]));
  const lines = [{ text: title, names: namedIn(title, learned) }, ...namedLabels(table), ...rows].filter(({ names }) =>
    names.some((n) => group.includes(n.family)),
  );
  return kinds.every((kind) => lines.some(({ text }) => kind.test(text)));
}

function isSaid(own: Named, disclosure: Disclosure): boolean {
  const { passages } = disclosure;
  const group = servedBy(own, disclosure);
  const within = (family: Family | undefined): boolean => family !== undefined && group.includes(family);
  return passages.some((p, i) => {
    if (isTornBridge(i, group, passages) || (own.family === "leverage" && isDivided(p))) return true;
    const said = p.sentences.filter((s) => s.mentions.some((m) => within(m.family) && m.basis === "non-GAAP"));
    if (said.length === 0) return false;
    // What is told by its growth alone is led to by nothing.
    const given = said
      .flatMap((s) => s.mentions)
      .filter((m) => within(m.family) && m.basis === "non-GAAP" && !m.ahead && givesAmount(m));
    if (
      given.some(
        (m) => PARTS.test(m.said) || RESULTS_IN.test(m.sentence.slice(Math.max(0, m.from - SUM_WITHIN), m.from)),
      )
    )
      return true;
    const isBesideGaap = p.sentences.some((s) =>
      s.mentions.some((m) => isComparable(own.family, m.family) && m.basis === "GAAP" && m.figures.length > 0),
    );
    const isSized = isComparable(own.family, own.family) && said.some((s) => SIZED_OUT.test(s.text));
    const isItemSaid = isSized || p.sentences.some((s) => isCarried(s, within)) || CHARGE.test(p.text);
    if (isItemSaid && (given.length > 0 ? isBesideGaap : followsFrom(own, p))) return true;
    if (given.some((m) => isLeftOutOf(m, p) || isSummedInWords(m, p))) return true;
    return ["definitions", "statements"].includes(p.part) && p.text.length < 160 && isApart(i, passages);
  });
}

/** "Costs were $81 million, compared to $117 million, which included a charge of $25 million": growth without the charge follows from both amounts. */
const followsFrom = ({ family }: Named, { sentences }: Passage): boolean =>
  sentences.some((s) =>
    s.mentions.some(
      (m) =>
        m.basis === "GAAP" && isComparable(family, m.family) && m.figures.filter((f) => f.kind === "amount").length > 1,
    ),
  );

/** "... included a gain of $12 million. Excluding this gain, income would have been $31 million": the item with its amount, then the measure without it. */
const LEFT_OUT = anyCase(
  /[$€£] ?\d(?:[^.;]|\.\d){0,160}[.;]\s{1,3}(?:excluding|without|before|net of|adjusted for) (?:such|this|these|that|those|it)\b/,
);

/** Whether a passage gives the item that is left out of a measure with its amount, right before the measure. */
export const isLeftOutOf = (m: Mention, { text }: Pick<Passage, "text">): boolean =>
  LEFT_OUT.test(text.slice(0, text.indexOf(m.sentence) + m.to));

/** "Net leverage is net debt of $2.1 billion divided by adjusted EBITDA of $0.8 billion". */
const isDivided = ({ sentences }: Passage): boolean =>
  sentences.some(
    ({ text, figures }) =>
      /\bdebt\b/.test(inSmall(text)) && /\bdivided by\b/.test(inSmall(text)) && figures.filter(isWholeMoney).length > 1,
  );

/** Whether a mention gives the amount of its measure, and not its growth alone. */
export const givesAmount = ({ family, figures }: Mention): boolean =>
  figures.some((f) => f.measured !== undefined && (RATIOS.has(family) || !["ratio", "bp"].includes(f.measured.unit)));

/** How many passages below its title a reconciliation that a page's layout has taken apart may go. */
const TORN = 15;

/** A title that says reconciliation, lines that name the measure below it, and short lines of figures. */
function isTornBridge(at: number, group: readonly Family[], passages: readonly Passage[]): boolean {
  const { text } = passages[at]!;
  if (text.length > 300 || /[.;]\s*$/.test(text) || !/^\W{0,4}reconcil/.test(inSmall(text))) return false;
  const below = passages.slice(at, at + TORN).filter((p) => p.text.length < 300);
  return group.some((family) => below.some((p) => SAID[family]?.test(p.text) === true)) && isApart(at, passages);
}

/** Whether short lines of figures follow: a table that the page's layout has taken apart. */
const isApart = (at: number, passages: readonly Passage[]): boolean =>
  /\d[.,]\d|[$€£(] ?\d|(?:^|\s)\d{2,}(?:\s|$)/.test(passages[at]!.text) ||
  passages.slice(at + 1, at + 25).filter((p) => p.text.length < 60 && /^[^\p{L}]*\d[^\p{L}]*$/u.test(p.text)).length >=
    4;

/** A sentence that does the sum: "cash from operations of $8 million less capital expenditures of $3 million". */
export const PARTS: Pattern = anyCase(
  /\d(?:[^.]|\.\d){0,80}\b(?:less|minus|plus|adding back|offset by)\b(?:[^.]|\.\d){0,80}\d|\d(?:[^.]|\.\d){0,80}\b(?:exclud\w+|net of|before)\b(?:[^.]|\.\d){0,60}(?:[$€£]|\b(?:usd|eur|gbp) ?)\d/,
);

/** "Cash provided by operations of $26 million less capital expenditures of $9 million resulted in free cash flow of": the sum, then what it comes to. */
const RESULTS_IN = anyCase(
  /\d(?:[^.;]|\.\d){0,80}\b(?:less|minus|net of|offset by)\b(?:[^.;]|\.\d){0,80}\d(?:[^.;]|\.\d){0,30}\b(?:result(?:ed|ing|s) in|yield(?:ed|ing|s)|equals?|for) (?:an? )?$/,
);
const SUM_WITHIN = 240;

/** What was left out, said with its amount beside the measure: "which included a $25.4 million impairment charge". */
const CARRIED = anyCase(
  /\bincluded? (?:an? |approximately )?[$€£]\d[\d.,]{0,14}(?: \w+){0,6} (?:charge|expense|gain|loss|benefit|cost|impairment)/,
);

/** Whether a sentence says so, and not of the company's own measure: what "adjusted EBITDA also included" is not left out of it. */
function isCarried({ text, mentions }: Sentence, within: (family: Family) => boolean): boolean {
  const carried = CARRIED.exec(text);
  const of = carried === null ? undefined : mentions.findLast((m) => m.to <= carried.index);
  return carried !== null && !(of?.basis === "non-GAAP" && within(of.family));
}

/** What was left out beside the measure under GAAP: "expenses of $76.6 million, driven by charges of $44.3 million". */
const CHARGE = anyCase(
  /\b(?:charges?|impairments?|gains?|benefits?) of (?:approximately )?[$€£] ?\d|\b(?:impacted|affected|reduced|burdened|increased|lowered) by (?:[^.;,$%\d]|\.\d){0,60}\b(?:expenses?|costs?|items?) of (?:approximately )?(?:[$€£] ?\d|\d[\d.]{0,5} ?(?:%|percent))/,
);

/** "Excluding restructuring of $35 million after tax, net income was $76 million": what is left out of a line of the statements, with its amount. */
const SIZED_OUT = anyCase(
  /\b(?:excluding|without|adding back|adjusted for) (?:[a-z’'-]+ ){1,8}of (?:about )?[$€£] ?\d/,
);

const SAID: Partial<Record<Family, Pattern>> = {
  ebitda: anyCase(/\bebitda/),
  "free-cash-flow": anyCase(/\bfree cash flow|\bfcf\b/),
  ffo: anyCase(/\bffo\b|funds from operations/),
  eps: anyCase(/\bper share\b|\beps\b/),
  "net-income": anyCase(/\b(?:net income|net loss|earnings)\b/),
  "operating-income": anyCase(/\boperating (?:income|profit|margin)/),
  "gross-profit": anyCase(/\bgross (?:profit|margin)/),
};
