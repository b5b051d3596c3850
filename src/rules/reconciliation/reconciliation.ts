import type { Figure } from "../../tieout/figures/figure.ts";
import {
  AFTER_TAX,
  BEFORE_TAX,
  EBITDA,
  FROM_OPERATING,
  FULL_LINES,
  HEAD,
  lined,
  SAID_BOTH,
  STATEMENT,
  TURNED,
  table,
} from "../example-passages.ts";
import { isComparable } from "../names/comparable.ts";
import { type Family, SHARE_OF } from "../names/family.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { inSmall } from "../pattern.ts";
import { alsoIn, listed } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { heldAgainst } from "../reading/counterparts.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, isWholeMoney } from "../reading/mention.ts";
import { EARNED, quoted } from "../reading/own-measure.ts";
import { isAcross, isOwnStatement, ownStatements } from "../reading/own-statement.ts";
import { calledOf, isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { remembered } from "../remembered.ts";
import { ALL, type Found, RECONCILIATION_ITEM, type Rule, US } from "../rule.ts";
import { besideReconciliation } from "./beside-reconciliation.ts";
import { isComputedIn } from "./computed.ts";
import { ebitdaFindings, startFindings } from "./direction.ts";
import { dividedUnled } from "./divided.ts";
import { dividedByShares } from "./divided-by-shares.ts";
import { elsewhere } from "./elsewhere.ts";
import { followsFromLed, rowsLed } from "./from-led.ts";
import { isLedTo } from "./led-to.ts";
import { madeUpUnled } from "./made-up.ts";
import { taxFindings } from "./net-of-tax.ts";
import { statementFindings } from "./non-gaap-statement.ts";
import { ofPartsUnreconciled } from "./of-parts.ts";
import { openlyNone } from "./openly-none.ts";
import { otherPeriods, otherQuarters } from "./other-periods.ts";
import { ownRevenueUnled } from "./own-revenue-unled.ts";
import { partsUnled } from "./parts-unled.ts";
import { perShareFindings } from "./per-share-liquidity.ts";
import { groupOf, isReconciled, madeUp, reconciling } from "./reconciled.ts";
import { secondAmounts } from "./second-amount.ts";
import { secondBasis } from "./second-basis.ts";
import { type Shown, shownMeasures } from "./shown-measures.ts";
import { taxEquivalent } from "./tax-equivalent.ts";
import { isTraced } from "./traced.ts";
import { underwritingUnled } from "./underwriting.ts";
import { PER_SHARE, waysOf } from "./ways.ts";

interface Unreconciled extends Shown {
  /** Where the same measure stands again. */
  readonly more: readonly Shown[];
}

/** The measures of a past period that no table and no sentence reconciles, each with its places. */
const unreconciled = remembered((disclosure: Disclosure): readonly Unreconciled[] => {
  const { tables } = disclosure;
  const isWhole = isComplete(disclosure);
  // Where no reconciliation at all is left of a release, nothing tells whether its debt was reconciled.
  const isAnyCalledSo = tables.some((t) => t.kind === "reconciliation");
  const found = new Map<string, Unreconciled & { readonly more: Shown[] }>();
  for (const shown of shownMeasures(disclosure)) {
    const { own } = shown;
    if (isReconciled(own, disclosure) || !(isWhole || isShareOfReconciled(own, disclosure))) continue;
    const key = keyOf(own);
    const before = found.get(key);
    if (before !== undefined) {
      before.more.push(shown);
      continue;
    }
    if (shown.isAgainOnly) continue;
    if (own.family === "leverage" && !isAnyCalledSo) continue;
    const name = madeUp(own.name);
    if (name !== undefined && tables.some((t) => t.rows.some((r) => r.label.toLowerCase().startsWith(name)))) continue;
    if (isUnderWord(own, groupOf(own.family), tables)) continue;
    found.set(key, { ...shown, more: [] });
  }
  return [...found.values()].filter(
    (one) =>
      ![one, ...one.more.filter(({ isAgainOnly }) => !isAgainOnly)].some(
        (shown) =>
          isUnderAnother(shown, disclosure) ||
          tables.some((t) => isComputedIn(shown.own.family, t)) ||
          (!PER_SHARE.has(shown.own.family) &&
            followsFromLed(rowsLed(groupOf(shown.own.family), disclosure), shown.amounts)) ||
          [isLedTo, isTraced].some((isFound) =>
            isFound(shown.own, groupOf(shown.own.family), shown.amounts, disclosure),
          ),
      ),
  );
});

/** Whether the text, though it has no statement, has a reconciliation of the amount of which this is a share's part, and nothing under GAAP there that the share's part could be led to from (C&DI 102.05). */
const isShareOfReconciled = ({ family }: Named, disclosure: Disclosure): boolean =>
  reconciling(disclosure).some(
    (t) =>
      t.kind === "reconciliation" &&
      !isAcross(t) &&
      !t.rows.some(({ named }) => named?.basis === "GAAP" && isComparable(family, named.family)) &&
      [...waysOf(t, false)].some((whole) => EARNED.has(whole) && SHARE_OF.get(whole) === family),
  );

/** One finding for each: a share's part and a leverage are other measures than the whole, a margin is not. */
const keyOf = ({ family, name }: Named): string =>
  `${PER_SHARE.has(family) || family === "leverage" ? family : groupOf(family)[0]} ${/\baffo\b|adjusted funds/.test(inSmall(name))} ${/\bsame[- ]/.test(inSmall(name))} ${/\bfee[- ]related/.test(inSmall(name))}`;

/** The measure that a reconciliation begins with: of a margin that of its amount. */
const wordsFor = ({ family }: Named, disclosure: Disclosure): string =>
  heldAgainst(PER_SHARE.has(family) ? family : groupOf(family)[0]!, disclosure).words;

/** Measures that are one another's names: "EBIT before non-core items" and "operating income excluding non-core items". */
const KIN: readonly ReadonlySet<Family>[] = [
  new Set<Family>(["ebit", "operating-income", "noi", "contribution", "gross-profit"]),
  new Set<Family>(["net-income", "distributable-earnings", "ffo"]),
];

/** Whether the tables have the measure by another name, told by its amount, and lead to it there. */
function isUnderAnother({ own, amounts }: Shown, disclosure: Disclosure): boolean {
  const kin = KIN.find((some) => some.has(own.family));
  const whole = amounts.flatMap((f) => (isWholeMoney(f) && f.text.replace(/\D/g, "").length > 2 ? [f.measured!] : []));
  if (kin === undefined || whole.length === 0) return false;
  const isIt = (r: RuleRow): boolean =>
    isOwn(r) &&
    r.named!.family !== own.family &&
    kin.has(r.named!.family) &&
    r.figures.some((f) => whole.some((amount) => isSameAmount(f, amount)));
  return reconciling(disclosure).some((t) => t.rows.some((r) => isIt(r) && isReconciled(r.named!, disclosure)));
}

/** "Economic EPS" is "non-GAAP economic earnings per share": the word that the company has made up before another name of the measure. */
function isUnderWord({ name }: Named, group: readonly Family[], tables: readonly RuleTable[]): boolean {
  const match = /^(?:non-?gaap|adjusted) ([a-z]{4,} )/i.exec(name);
  const word = match?.[1]?.toLowerCase();
  if (word === undefined || ORDINARY.test(word)) return false;
  // "General and administrative expenses" begin with a word that nobody has made up.
  const [bare] = namedIn(name.slice(match![0].length - word.length));
  if (bare?.from === 0 && bare.basis === "GAAP") return false;
  return tables.some((t) =>
    t.rows.some(
      (r) => r.label.toLowerCase().startsWith(word) && r.named !== undefined && group.includes(r.named.family),
    ),
  );
}

const ORDINARY =
  /^(?:basic|diluted|earnings|income|loss|profit|gross|operating|total|consolidated|effective|free|funds|cash|other|return|comprehensive) $/;

/** Whether another document is named for the reconciliation of a measure, and not for that of others alone. */
const isElsewhere = ({ own }: Shown, disclosure: Disclosure): boolean =>
  elsewhere(disclosure).some(({ mentions }) => {
    const named = mentions.filter((m) => m.basis === "non-GAAP");
    return named.length === 0 || named.some((m) => groupOf(m.family).includes(own.family));
  });

/** What such a statement prints beside its last line, which no reconciliation leads to. */
function statementRows(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.tables.filter((t) => t.kind === "reconciliation" && !isOwnStatement(t));
  return ownStatements(disclosure).flatMap(({ table, rows }) => {
    const bare = rows.filter(
      (r) =>
        r.named !== undefined &&
        ((SUBTOTALS.has(r.named.family) &&
          !all.some((t) => t.rows.some((other) => other.named?.family === r.named?.family))) ||
          (r.named.family === "net-income" && isOfOthers(r, all))),
    );
    const first = bare[0];
    if (first === undefined) return [];
    const names = bare
      .filter((r, i) => bare.findIndex((other) => other.named?.family === r.named?.family) === i)
      .map((r) => quoted(calledOf(r)));
    return [
      {
        start: first.start,
        end: first.end,
        message: `Table ${table} is not under GAAP, and no reconciliation leads to its ${listed(names)}.${alsoIn(disclosure, first, bare)}`,
        remedy: "Reconcile each measure that is printed, or print no more than what is reconciled.",
        figures: first.figures.slice(0, 1).map((f) => f.id),
      },
    ];
  });
}

/** Whether the last line of such a statement has amounts that none of the reconciliations comes to: it goes back to more periods than they do. */
const isOfOthers = ({ figures }: RuleRow, all: readonly RuleTable[]): boolean =>
  all.length > 0 &&
  figures.some(
    (f) => isMoney(f) && digitsOf(f).length > 2 && !all.some((t) => t.rows.some((r) => r.figures.some(isAs(f)))),
  );
const isAs =
  (f: Figure) =>
  (other: Figure): boolean =>
    digitsOf(other) === digitsOf(f);

const SUBTOTALS: ReadonlySet<Family> = new Set<Family>([
  "gross-profit",
  "operating-expenses",
  "operating-income",
  "pre-tax-income",
  "eps",
]);

function missingFindings(disclosure: Disclosure): readonly Found[] {
  const all = [...unreconciledFindings(disclosure), ...openlyNone(disclosure)];
  if (elsewhere(disclosure).length > 0) return all;
  return [
    ...all,
    ...statementRows(disclosure),
    ...besideReconciliation(disclosure),
    ...secondBasis(disclosure),
    ...secondAmounts(disclosure),
    ...ofPartsUnreconciled(disclosure),
    ...otherPeriods(disclosure),
    ...dividedByShares(disclosure).map((one) => one.found),
    ...dividedUnled(disclosure),
    ...otherQuarters(disclosure),
    ...taxEquivalent(disclosure),
    ...underwritingUnled(disclosure),
    ...madeUpUnled(disclosure),
    ...partsUnled(disclosure),
    ...ownRevenueUnled(disclosure),
  ];
}

function unreconciledFindings(disclosure: Disclosure): readonly Found[] {
  // Where a table divides for what a share earns, that is said at the table.
  const divided = elsewhere(disclosure).length > 0 ? [] : dividedByShares(disclosure).map(({ family }) => family);
  const here = unreconciled(disclosure).filter(
    (one) => !isElsewhere(one, disclosure) && !divided.includes(one.own.family),
  );
  return here.map((one) => {
    const words = wordsFor(one.own, disclosure);
    return {
      start: one.start,
      end: one.end,
      message: `${one.words} is given, and no table or sentence reconciles it with ${words}.${alsoIn(disclosure, one, one.more)}`,
      remedy: `Add a reconciliation that begins with ${words} and names each adjustment with its amount.`,
      figures: one.figures,
    };
  });
}

/** The same where the release says that reconciliations stand elsewhere: for a furnished release they must be with it. */
function elsewhereFindings(disclosure: Disclosure): readonly Found[] {
  const there = unreconciled(disclosure).filter((one) => isElsewhere(one, disclosure));
  return there.map((one) => ({
    start: one.start,
    end: one.end,
    message: `${one.words} is not reconciled with ${wordsFor(one.own, disclosure)} in the release, which refers to another document for reconciliations.${alsoIn(disclosure, one, one.more)}`,
    remedy:
      "A release that is furnished has the reconciliation with it: add it, or furnish the other document as an exhibit too.",
    figures: one.figures,
  }));
}

export const RECONCILIATION: readonly Rule[] = [
  {
    code: "reconciliation-missing",
    title: "Each measure of the company's own is reconciled",
    text: "A non-GAAP measure of a past period comes with a quantitative reconciliation to the most directly comparable GAAP measure, by schedule or other clear method.",
    sources: [
      "Regulation G, 17 CFR 244.100(a)(2)",
      RECONCILIATION_ITEM,
      "of issuers in Europe: ESMA Guidelines on Alternative Performance Measures (ESMA/2015/1415), paragraph 26",
    ],
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    breaks: `${HEAD}${SAID_BOTH}${STATEMENT}${EBITDA}`,
    keeps: [
      `${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million.\n\n${STATEMENT}${EBITDA}`,
      `${HEAD}${SAID_BOTH}${STATEMENT}${EBITDA}${table("Free Cash Flow", "Cash provided by operating activities | 5.0 | 4.0", "Capital expenditures | (2.0) | (1.0)", "Free cash flow | 3.0 | 3.0")}`,
      `${HEAD}${SAID_BOTH}`,
    ],
    check: missingFindings,
  },
  {
    code: "reconciliation-elsewhere",
    title: "The reconciliation is with the release",
    text: "A release that is furnished under Item 2.02 of Form 8-K has the reconciliation with it; a web site or a supplement that is not furnished does not serve.",
    sources: [RECONCILIATION_ITEM, "Regulation G, 17 CFR 244.100(a)(2)"],
    severity: "note",
    state: "REVIEW",
    profiles: US,
    breaks: `${HEAD}${SAID_BOTH}A reconciliation is on our website.\n\n${STATEMENT}${EBITDA}`,
    keeps: [
      `${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million. A reconciliation is also on our website.\n\n${STATEMENT}${EBITDA}`,
      `${HEAD}Net income was $4.0 million. More is on our website.\n\n${STATEMENT}`,
    ],
    check: elsewhereFindings,
  },
  {
    code: "reconciliation-starts-wrong",
    title: "A reconciliation starts from the measure under GAAP",
    text: "A reconciliation begins with the GAAP measure and comes to the non-GAAP measure, so that it does not give that one more prominence.",
    sources: ["C&DI 102.10(b)"],
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    breaks: `${HEAD}${STATEMENT}${TURNED}`,
    keeps: [`${HEAD}${STATEMENT}${EBITDA}`, `${HEAD}${STATEMENT}${BEFORE_TAX}`],
    check: startFindings,
  },
  {
    code: "ebitda-not-from-net-income",
    title: "EBITDA is reconciled with net income",
    text: "EBIT and EBITDA as measures of performance are reconciled with net income, and so is net operating income of property; operating income is not the most directly comparable measure, and neither is revenue.",
    sources: ["C&DI 103.02"],
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    breaks: `${HEAD}${STATEMENT}${FROM_OPERATING}`,
    keeps: [`${HEAD}${STATEMENT}${EBITDA}`, `${HEAD}${STATEMENT}${EBITDA}${FROM_OPERATING}`],
    check: ebitdaFindings,
  },
  {
    code: "adjustment-net-of-tax",
    title: "The tax on adjustments is a line of its own",
    text: "Adjustments are shown before tax; the tax on them is a separate adjustment, clearly explained.",
    sources: ["C&DI 102.11"],
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    breaks: `${HEAD}${STATEMENT}${AFTER_TAX}`,
    keeps: [
      `${HEAD}${STATEMENT}${BEFORE_TAX}`,
      `${HEAD}${STATEMENT}${EBITDA}`,
      `${HEAD}${STATEMENT}${BEFORE_TAX}All amounts in the table above are tax adjusted by its last line.\n`,
      `${HEAD}${STATEMENT}${EBITDA}The gain on the sale is net of tax.\n`,
      `${HEAD}Net income excluding restructuring, net of tax, was $5.1 million.\n\n${STATEMENT}${BEFORE_TAX}`,
    ],
    check: taxFindings,
  },
  {
    code: "non-gaap-income-statement",
    title: "No whole statement is made of measures of the company's own",
    text: "A reconciliation, or another table, is not a non-GAAP income statement: one that has all or most of the lines and subtotals of a GAAP income statement. The same is asked of a balance sheet at the company's share.",
    sources: ["C&DI 102.10(a)(1) and (c)"],
    severity: "warning",
    state: "REVIEW",
    profiles: ALL,
    breaks: `${HEAD}${STATEMENT}${lined(FULL_LINES)}`,
    keeps: [
      `${HEAD}${STATEMENT}${lined([FULL_LINES[2]!, FULL_LINES[6]!, FULL_LINES[10]!])}`,
      `${HEAD}${STATEMENT}${EBITDA}`,
    ],
    check: statementFindings,
  },
  {
    code: "liquidity-per-share",
    title: "No measure of liquidity is given per share",
    text: "Free cash flow, EBITDA and other measures that can be used as measures of liquidity are not shown per share, in filed or in furnished material.",
    sources: ["C&DI 102.05, 102.07 and 103.02"],
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    breaks: `${HEAD}Free cash flow per share was $1.20 in the quarter.\n`,
    keeps: [
      `${HEAD}Free cash flow was $12.0 million, and earnings per share $1.20.\n`,
      `${HEAD}We do not give free cash flow per share; earnings per share were $1.20.\n`,
      `${HEAD}Free cash flow of $12.0 million covered dividends of $0.20 per share.\n`,
    ],
    check: perShareFindings,
  },
];
