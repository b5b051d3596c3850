import { placeOf } from "../../text/printed.ts";
import { HEAD, STATEMENT, WHY } from "../example-passages.ts";
import type { Family } from "../names/family.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { anyCase } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isAmountInWords, isGuided } from "../reading/guided-mention.ts";
import type { Mention } from "../reading/mention.ts";
import { idsOf, ownQuoted, quoted } from "../reading/own-measure.ts";
import { foundAt } from "../reading/placed.ts";
import { namedRows, outlookRows, type RuleTable } from "../reading/rule-table.ts";
import { isOfTerm, isTableOfTerm, TERMS, type Term, termAhead, termsOf } from "../reading/term-ahead.ts";
import { ALL, BOTH, type Found, PROMINENCE_ITEM, RECONCILIATION_ITEM, type Rule } from "../rule.ts";
import { aheadTables, bridgesOf, isAdjustedFfo, isAheadAlone, sumsAhead, tableLeadsTo } from "./guidance-bridges.ts";
import {
  ALL_OF_THEM,
  EFFORTS,
  type Exception,
  exceptedFrom,
  exceptions,
  excusedFrom,
  GIVES,
  givesAny,
  isEmptyException,
  lacksOf,
  OUTLOOK,
} from "./guidance-exception.ts";
import { growthAheadAlone, guidedFound, guidedGrowth, guidedUnlisted, revenueRowsAhead } from "./guided-otherwise.ts";
import { notedRows } from "./noted-rows.ts";
import { isOnOwnBasis, isOutlook } from "./outlook-table.ts";
import { groupOf } from "./reconciled.ts";
import { segmentsAhead } from "./segments-ahead.ts";

function exceptionFindings(disclosure: Disclosure): readonly Found[] {
  const all = exceptions(disclosure);
  if (all.length === 0) return [];
  const lacks = lacksOf(all);
  const hits = all.flatMap(({ said }) => said);
  const hit = hits[0];
  const match = hit === undefined ? null : (OUTLOOK.exec(hit.sentence.text) ?? EFFORTS.exec(hit.sentence.text));
  if (hit === undefined || match === null || lacks.length === 0) return [];
  const served = servedBy(disclosure);
  if (isLedToInFull(served, all, disclosure)) return [];
  // Words on guidance where none is given are no exception.
  const isNamed = all.some(({ head }) => namedIn(head).some((n) => n.basis === "non-GAAP"));
  if (served.length === 0 && !isNamed && !all.some(({ text }) => GIVES.test(text))) return [];
  const names = [...new Set(served.map(({ words }) => words))];
  const places = served.flatMap(({ start }) => (start === undefined ? [] : [{ start }]));
  const place = foundAt(hit, match, "", "");
  return [
    {
      ...place,
      message: `${givesAny(disclosure) ? `Guidance is given on a basis of the company's own${names.length > 0 ? ` (${names.join(", ")})` : ""} without a reconciliation, and the release does` : "The release says that its guidance is on a basis of the company's own, gives none, and does"} not say ${lacks.join(", nor ")}.${alsoIn(disclosure, place, [...places, ...hits.map(({ passage }) => placeOf(passage.printed, 0, 1))])}`,
      remedy:
        "Say that the exception is relied on, which information is not available, and how significant it probably is; or reconcile the guidance.",
    },
  ];
}

/**
 * Whether tables lead to all that is guided for, whatever the exception says besides: that there is no reconciliation is not so. One that is claimed
 * for another year, or for a time further off, is asked for all that it has to say.
 */
const isLedToInFull = (served: readonly Served[], all: readonly Exception[], disclosure: Disclosure): boolean =>
  served.length > 0 &&
  served.every(({ start }) => start === undefined) &&
  aheadTables(disclosure).length > 0 &&
  !all.some(({ said }) => said.some(({ sentence }) => FURTHER_OFF.test(sentence.text)));
const FURTHER_OFF = anyCase(/\b20\d\d\b|\b(?:long|longer|medium|mid)[- ]term\b|\bmulti-?year\b/);

interface Served {
  readonly start: number | undefined;
  readonly words: string;
}

/** What is guided for and neither reconciled nor let off by name: the places that an exception serves. */
function servedBy(disclosure: Disclosure): readonly Served[] {
  const excepted = exceptedFrom(disclosure);
  const bridges = bridgesOf(disclosure);
  const sums = sumsAhead(disclosure);
  const all = guided(disclosure).filter(({ named }) => excepted(named.family));
  const bare = all.filter(({ named }) => !bridges.some((leads) => leads(named)));
  const growth = disclosure.mentions.filter(
    (m) => m.family === "revenue" && m.basis === "non-GAAP" && m.ahead && m.figures.length > 0 && m.part === "guidance",
  );
  return [
    ...bare.flatMap((one) => [one, ...one.more].map(({ start }) => ({ start, words: ownQuoted(one.named) }))),
    // Where a table leads to all of them, the exception is claimed for them all the same: for which of the periods, their places do not tell. A
    // sentence that sums up says for which.
    ...(bare.length > 0
      ? []
      : all
          .filter(({ named }) => !sums.some((leads) => leads(named)))
          .map(({ named }) => ({ start: undefined, words: ownQuoted(named) }))),
    ...growth.map(({ start, name }) => ({ start, words: quoted(name) })),
  ];
}

/** A measure of the company's own that is guided for, in the text or as the row of an outlook. */
interface Guided {
  readonly named: Named;
  /** In the headline alone; what says more of a measure further down comes before it. */
  readonly headline: boolean;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly string[];
  /** How long the period is that it is guided for there, where that is told. */
  readonly term: Term | undefined;
  /** Where it is guided for again. */
  readonly more: readonly GuidedAgain[];
}

type GuidedAgain = Pick<Guided, "start" | "end" | "figures" | "term">;

const keyOf = (named: Named): string =>
  `${groupOf(named.family)[0] === "ffo" ? "ffo" : named.family} ${isAdjustedFfo(named)}`;

/** The first of each measure that is guided for, in reading order, those of the headline last, with its other places. */
function guided(disclosure: Disclosure): readonly Guided[] {
  const { mentions, tables, context } = disclosure;
  const all: Omit<Guided, "more">[] = mentions.filter(isGuided).map((m) => ({
    named: m,
    headline: m.part === "headline",
    start: m.start,
    end: m.end,
    figures: idsOf([m]),
    term: termAhead(m, disclosure),
  }));
  const { reportEnd } = context;
  for (const table of tables.filter((t) => isOutlook(t, context))) {
    const terms = [...termsOf(table)];
    const term = terms.length === 1 ? terms[0] : undefined;
    for (const { row, named, start, end } of outlookRows(table)) {
      const figures = table.rows.find((r) => r.row === row)?.figures ?? [];
      // Guidance for a period that the release reports on is held against what came.
      const hasCome =
        figures.length > 0 &&
        figures.every((f) => f.period !== undefined && reportEnd !== undefined && f.period.end <= reportEnd);
      if (named.basis !== "non-GAAP" || hasCome) continue;
      all.push({ named, headline: false, start, end, figures: figures.slice(0, 1).map((f) => f.id), term });
    }
  }
  const found = new Map<string, Guided & { readonly more: GuidedAgain[] }>();
  for (const one of all
    .filter(({ named }) => named.family !== "revenue")
    .toSorted((a, b) => Number(a.headline) - Number(b.headline) || a.start - b.start)) {
    const before = found.get(keyOf(one.named));
    if (before === undefined) found.set(keyOf(one.named), { ...one, more: [] });
    else before.more.push(one);
  }
  return [...found.values()];
}

const RECONCILED_AHEAD = anyCase(
  /\breconcil\w+[^.]{0,250}\b(?:guidance|outlook|forward|forecast|expected|projected|future|20\d\d)\b|\b(?:guidance|outlook|forward-looking|forecast|projected|future)\b[^.]{0,250}\breconcil/,
);

/** Measures whose guidance nothing reconciles and no exception is claimed for. */
function unreconciled(disclosure: Disclosure): readonly Guided[] {
  if (!isComplete(disclosure)) return [];
  const ahead = aheadTables(disclosure);
  const bridges = bridgesOf(disclosure);
  const excepted = exceptedFrom(disclosure);
  const isClaimed = exceptions(disclosure).length > 0;
  // A text that promises the reconciliation and prints it in a form that is no table is believed.
  const promised = disclosure.passages.some((p) => RECONCILED_AHEAD.test(p.text));
  const anyTable = ahead.some((t) => t.rows.some((r) => r.named?.basis === "non-GAAP"));
  return guided(disclosure).filter(
    ({ named }) =>
      !excepted(named.family) && !bridges.some((leads) => leads(named)) && !(promised && !anyTable && !isClaimed),
  );
}

function guidanceFindings(disclosure: Disclosure): readonly Found[] {
  const own = unreconciled(disclosure).map((guided) =>
    guidedFound(ownQuoted(guided.named), guided, guided.figures, alsoIn(disclosure, guided, guided.more)),
  );
  return [...own, ...otherFindings(disclosure)];
}

/** Growth on another basis, and measures that the lexicon does not know. */
function otherFindings(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const ahead = aheadTables(disclosure);
  const heads = exceptions(disclosure).map(({ head }) => head);
  const isExcepted = (words: string): boolean =>
    heads.some(
      (head) =>
        ALL_OF_THEM.test(head) || namedIn(head).length === 0 || head.toLowerCase().includes(words.toLowerCase()),
    );
  return [
    ...(exceptedFrom(disclosure)("revenue") ? [] : guidedGrowth(disclosure, ahead)),
    ...guidedUnlisted(disclosure, ahead, isExcepted),
  ];
}

/** Where guidance for the measure under GAAP stands: the first of its places in the release, in words. */
interface Counterpart {
  readonly start: number;
  readonly words: string;
}

function counterpartOf(
  { named: { family }, figures }: Guided,
  disclosure: Disclosure,
  term?: Term,
): Counterpart | undefined {
  const { mentions, context } = disclosure;
  const tables = disclosure.tables.filter(
    (t) => (t.kind === "guidance" || isAheadAlone(t, context)) && !isOnOwnBasis(t, disclosure),
  );
  // Who guides for what a share is to earn has guided for net income, which what property earns is held against.
  const isGaap = (n: Named | undefined): boolean =>
    n?.basis === "GAAP" && (isHeldAgainst(family, n.family, disclosure) || (family === "noi" && n.family === "eps"));
  // What is guided for in words alone is answered in words.
  const isGiven = (m: Mention): boolean => m.figures.length > 0 || (figures.length === 0 && isAmountInWords(m));
  const said = mentions.find((m) => isGaap(m) && m.ahead && isGiven(m) && isOfTerm(m, term, disclosure));
  const table = tables.find((t) => isTableOfTerm(t, term) && namedRows(t).some(isGaap));
  const tabled = table && (outlookRows(table).find(({ named }) => isGaap(named)) ?? firstCellOf(table)).start;
  const all = [
    ...(said === undefined ? [] : [{ start: said.start, words: quoted(said.name) }]),
    ...(table === undefined || tabled === undefined
      ? []
      : [{ start: tabled, words: `${heldAgainst(family, disclosure).words} in table ${table.table}` }]),
  ];
  return all.toSorted((a, b) => a.start - b.start)[0];
}

const firstCellOf = ({ reading: { block } }: RuleTable): { readonly start: number | undefined } => ({
  start: block.rows.flatMap((r) => r.cells.map((c) => placeOf(c.cell.text, 0, 1).start))[0],
});

/** What of a row in an outlook is told by its table. */
const OF_ROW = { headline: false, figures: [], more: [], term: undefined } as const;

/** Nobody guides for the ratio of total debt to net income beside an aim for leverage, nor for the cost of sales beside one per unit. */
const NOT_GUIDED_UNDER_GAAP: ReadonlySet<Family> = new Set<Family>(["unit-cost", "leverage"]);

const EXCEPTED_IN_VAIN =
  " The exception that is claimed for guidance does not say which information is not available, and so excuses nothing.";
const NOT_EXCEPTED = " The exception that is claimed for guidance does not name it.";

/** What of the outlook is printed for the company's own measures alone, and what of it before the measure under GAAP: one finding each. */
function outlookFindings(disclosure: Disclosure): readonly Found[] {
  const excepted = excusedFrom(disclosure);
  // What a table leads to from the measure under GAAP is not what the exception says that nothing can lead to.
  const ahead = aheadTables(disclosure).filter((t) => isAheadAlone(t, disclosure.context));
  const isLedTo = (named: Named): boolean => ahead.some((t) => tableLeadsTo(t, named));
  // The headline and what an officer is quoted with are places of their own, and asked for by themselves.
  const inText = {
    ...disclosure,
    mentions: disclosure.mentions.filter((m) => m.part !== "headline" && m.part !== "quotation"),
  };
  const all = guided(inText)
    .filter(({ named }) => !(excepted(named.family) && !isLedTo(named)) && !NOT_GUIDED_UNDER_GAAP.has(named.family))
    .map((own) => ({ own, gaap: counterpartOf(own, disclosure) }));
  const bare = all.filter(({ gaap }) => gaap === undefined).map(({ own }) => own);
  const apart = all.flatMap((one) => apartIn(one, disclosure));
  const isApart = ({ start }: Guided): boolean => apart.some(({ own }) => own.start === start);
  const rows = excepted("revenue") ? [] : revenueRowsAhead(disclosure);
  const revenue = rows.map(({ gaap, ...own }) => ({ own: { ...own, ...OF_ROW }, gaap }));
  // Of what an exception names, though in vain, the order is not asked for.
  const isNamed = exceptedFrom(disclosure);
  const late = all
    .filter(({ own }) => !isNamed(own.named.family) || isLedTo(own.named))
    .flatMap(lateIn)
    .filter(({ own }) => !isApart(own) && !isBelowGaap(own, disclosure));
  const turned = [...late, ...revenue].toSorted((one, other) => one.own.start - other.own.start);
  const namesOf = (some: readonly Guided[]): string => some.map(({ named }) => ownQuoted(named)).join(", ");
  const words = [...new Set(bare.map(({ named }) => heldAgainst(named.family, disclosure).words))].join(", ");
  return [
    ...outlookFound(
      bare,
      `The outlook gives ${namesOf(bare)}, and no amount for ${words}.${exceptions(disclosure).length === 0 ? "" : isEmptyException(disclosure) ? EXCEPTED_IN_VAIN : NOT_EXCEPTED}`,
      disclosure,
    ),
    ...outlookFound(
      turned.map(({ own }) => own),
      `The outlook gives ${namesOf(turned.map(({ own }) => own))} before ${[...new Set(turned.map(({ gaap }) => gaap.words))].join(", ")}, the measure under GAAP.`,
      disclosure,
    ),
    ...outlookFound(
      apart.map(({ own }) => own),
      `The outlook gives ${namesOf(apart.map(({ own }) => own))} for the ${apart[0]?.own.term}, and ${[...new Set(apart.map(({ gaap }) => gaap.words))].join(", ")} for another period alone.`,
      disclosure,
    ),
    ...(excepted("revenue") ? [] : growthAheadAlone(disclosure)),
    ...(exceptions(disclosure).length > 0 ? [] : segmentsAhead(disclosure)),
    ...notedRows(disclosure),
  ];
}

interface Answered {
  readonly own: Guided;
  readonly gaap: Counterpart;
}
interface Asked {
  readonly own: Guided;
  readonly gaap: Counterpart | undefined;
}

/** What is guided for a quarter has the measure under GAAP for the quarter, and not for the year alone. */
function apartIn({ own, gaap }: Asked, disclosure: Disclosure): readonly Answered[] {
  if (gaap === undefined) return [];
  // What may be told a thousand times is looked for once a term.
  const all = [own, ...own.more];
  const lacking = TERMS.filter(
    (term) => all.some((one) => one.term === term) && counterpartOf(own, disclosure, term) === undefined,
  );
  const [first, ...more] = all.filter(({ term }) => term !== undefined && lacking.includes(term));
  return first === undefined ? [] : [{ own: { ...own, ...first, more }, gaap }];
}

/** Where it is guided for again behind the measure under GAAP, the order is right. */
const lateIn = ({ own, gaap }: Asked): readonly Answered[] =>
  gaap === undefined || gaap.start <= own.start
    ? []
    : [{ own: { ...own, more: own.more.filter(({ start }) => start < gaap.start) }, gaap }];

/** Whether it is guided for in a row of a table that has the measure under GAAP above it, as the first line of a bridge. */
const isBelowGaap = ({ start, named }: Guided, disclosure: Disclosure): boolean =>
  disclosure.tables.some(
    ({ rows }) =>
      rows.some((r) => r.start === start) &&
      rows.some(
        (r) => r.start < start && r.named?.basis === "GAAP" && isHeldAgainst(named.family, r.named.family, disclosure),
      ),
  );

const outlookFound = (all: readonly Guided[], message: string, disclosure: Disclosure): readonly Found[] =>
  all.slice(0, 1).map((first) => ({
    start: first.start,
    end: first.end,
    message: `${message}${alsoIn(
      disclosure,
      first,
      all.flatMap((one) => [one, ...one.more]),
    )}`,
    remedy:
      "Guide for the measure under GAAP as well, and first; or say there that it is not available without unreasonable efforts.",
    figures: first.figures,
  }));

export const GUIDANCE: readonly Rule[] = [
  {
    code: "outlook-without-gaap",
    title: "An outlook in measures of the company's own has the measures under GAAP",
    text: "Guidance for a non-GAAP measure stands with guidance for the most directly comparable GAAP measure, for the same period and first, or with the words that this one is not available without unreasonable efforts.",
    sources: ["C&DI 102.10(a)(2) and (b)", PROMINENCE_ITEM],
    severity: "note",
    state: "REVIEW",
    profiles: ALL,
    breaks: `${HEAD}## Outlook\n\nWe expect revenue of $160 million and adjusted EBITDA of $50 million to $55 million.\n`,
    keeps: [
      `${HEAD}## Outlook\n\nGuidance assumes:\n\n- Normalized effective tax rate of 25% as used in the calculation of adjusted EPS\n`,
      `${HEAD}## Outlook\n\nWe expect net income of $20 million to $24 million and adjusted EBITDA of $50 million to $55 million.\n`,
      `${HEAD}## Outlook\n\n| | 2026 |\n|---|---|\n| GAAP EPS | $2.15 - $2.40 |\n| Comparable EPS (non-GAAP) | $2.30 - $2.55 |\n\nWe expect comparable EPS of $2.30 to $2.55.\n`,
      `${HEAD}## Outlook\n\nWe expect adjusted EBITDA of $50 million to $55 million. We do not reconcile this non-GAAP guidance, since it would take unreasonable efforts: acquisition costs are not known, and may be significant.\n`,
    ],
    check: outlookFindings,
  },
  {
    code: "guidance-exception-incomplete",
    title: "Guidance that is not reconciled says why in full",
    text: "Where forward-looking non-GAAP measures are not reconciled, the release says that it relies on the exception for unreasonable efforts, what is unavailable, and its probable significance.",
    sources: [RECONCILIATION_ITEM, "C&DI 102.10(b)"],
    severity: "warning",
    state: "BLOCK",
    profiles: BOTH,
    breaks: `${HEAD}Our earnings guidance is only provided on a non-GAAP basis. It is not feasible to provide GAAP guidance.\n`,
    keeps: [
      `${HEAD}We do not reconcile non-GAAP guidance, since it would take unreasonable efforts: acquisition costs are not known, and may be significant.\n`,
      `${HEAD}The outlook for the industry is strong, and we do not expect a change.\n`,
    ],
    check: exceptionFindings,
  },
  {
    code: "guidance-not-reconciled",
    title: "Guidance in measures of the company's own is reconciled, or the exception relied on",
    text: "A forward-looking non-GAAP measure is reconciled to the extent available without unreasonable efforts; otherwise the release says so, for this measure.",
    sources: ["Regulation G, 17 CFR 244.100(a)(2)", "C&DI 102.10(b)"],
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    breaks: `${HEAD}We expect net income of $20 million and adjusted EBITDA of $50 million to $55 million for the full year.\n\n${WHY}${STATEMENT}`,
    keeps: [
      `${HEAD}We expect net income of $20 million and adjusted EBITDA of $50 million to $55 million for the full year. A reconciliation of this guidance with net income is in the tables.\n\n${WHY}${STATEMENT}`,
      `${HEAD}We expect revenue of $50 million to $55 million for the full year.\n\n${WHY}${STATEMENT}`,
      `${HEAD}We expect Core FFO of $3.33 to $3.38 per share. The Core FFO guidance equates to net earnings of $1.97 to $2.02 per share, plus $1.36 per share of depreciation.\n\n${WHY}${STATEMENT}`,
      `${HEAD}We expect comparable EPS of $2.30 to $2.55.\n\n${WHY}${STATEMENT}## Forecast reconciliation\n\n| ($ per share) | Full Year 2026 |\n|---|---|\n| EPS from continuing operations | $2.15 - $2.40 |\n| Pension costs | 0.15 |\n| Comparable EPS from continuing operations | $2.30 - $2.55 |\n\n`,
    ],
    check: guidanceFindings,
  },
];
