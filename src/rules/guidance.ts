import { HEAD, STATEMENT, WHY } from "./_passages.ts";
import type { Disclosure } from "./disclosure.ts";
import { COMPARABLE, type Family, isComparable, type Named, namedIn } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import { idsOf, quoted } from "./own-measure.ts";
import type { Sentence } from "./passage.ts";
import { foundAt, sentencesOf } from "./placed.ts";
import { groupOf } from "./reconciled.ts";
import { type Found, type Rule, US } from "./rule.ts";
import type { RuleRow, RuleTable } from "./rule-table.ts";

const OUTLOOK =
  /\b(?:guidance|outlook|forward[- ]looking (?:non-gaap|measures?|basis|adjusted|ebitda|estimates?)|forecast|projected|targets?)\b|\bforward[- ]looking basis\b/i;
const WITHHELD =
  /\b(?:not (?:feasible|able|possible|practicable|available|reconcil\w+|provid\w+|been reconciled)|unable|cannot|does not|do not|without unreasonable|only provided on a non-gaap)\b/i;
const OWN = /\bnon-?gaap\b|\breconcil\w+|\badjusted\b/i;
/** That the exception is relied on: a reconciliation would take unreasonable efforts. */
const EFFORTS =
  /\bunreasonabl[ey] (?:effort|burden|cost|difficult)|\b(?:reasonably|reasonable) (?:be )?(?:estimate[ds]?|predict\w*|certainty|calculate[ds]?|determine[ds]?|available)|\bundue (?:effort|burden|hardship)/i;
/** Which information is not available. */
const ITEMS =
  /\b(?:compensation|restructuring|impairments?|acquisitions?|dispositions?|divestitures?|litigation|legal|settlements?|amorti[sz]ation|depreciation|tax(?:es)?|interest|gains?|loss(?:es)?|fair value|exchange|currency|stock price|share price|transaction|integration|severance|pension|mark-to-market|unusual|nonrecurring|non-recurring|special items?|warrants?|valuation|weather|unplanned)\b/i;
/** How significant it probably is. */
const WEIGHT = /\b(?:significan\w+|material(?:ly)?|substantial(?:ly)?|large|considerable)\b/i;
/** What a sentence withholds stands before the reason for it. */
const REASON = /\b(?:because|due to|as certain|since|in that|given the)\b/i;
const ALL_OF_THEM =
  /\bnon-?gaap (?:financial )?(?:measures?|guidance|outlook|targets?|estimates|information|metrics|basis)\b(?! (?:relating to|related to|with respect to|regarding|such as|including|for|of)\b)/i;
const WITH_NAMES =
  /\bnon-?gaap (?:financial )?(?:measures?|guidance|outlook|targets?|estimates|information|metrics|basis)\b/i;

const isWithheld = ({ text }: Sentence): boolean =>
  OUTLOOK.test(text) && WITHHELD.test(text) && OWN.test(text) && /\bgaap\b|\breconcil/i.test(text);

const RELIES = (s: Sentence): boolean => EFFORTS.test(s.text) && (WITHHELD.test(s.text) || OWN.test(s.text));

/** The passages that withhold a reconciliation of what is to come, with those right behind that give the reasons. */
function exceptions(disclosure: Disclosure): readonly { readonly text: string; readonly head: string }[] {
  const { passages } = disclosure;
  return passages.flatMap((p, i) => {
    if (p.part === "safe-harbour") return [];
    const said = p.sentences.filter((s) => isWithheld(s) || (RELIES(s) && OUTLOOK.test(p.text)));
    if (said.length === 0) return [];
    const next = passages[i + 1];
    const text = `${p.text} ${next !== undefined && next.block === p.block + 1 && next.part === p.part ? next.text : ""}`;
    return [{ text, head: said.map((s) => s.text.split(REASON)[0]!).join(" ") }];
  });
}

/** Whether an exception is for a measure: it names it, or the amount that it is a ratio of, or speaks of all. */
function covers(head: string, family: Family): boolean {
  const named = namedIn(head).filter((n) => n.basis === "non-GAAP" || !ALL_OF_THEM.test(head));
  if (ALL_OF_THEM.test(head) || named.length === 0) return true;
  const measures = named.some((n) => n.basis === "non-GAAP") ? named.filter((n) => n.basis === "non-GAAP") : named;
  return measures.some(
    (n) =>
      n.family === family ||
      groupOf(family)[0] === n.family ||
      (groupOf(n.family)[0] === family && !WITH_NAMES.test(head)),
  );
}

/** Tells of a measure whether the release says that it cannot be given or reconciled for a period to come. */
export function exceptedFrom(disclosure: Disclosure): (family: Family) => boolean {
  const heads = exceptions(disclosure).map(({ head }) => head);
  return (family) => heads.some((head) => covers(head, family));
}

function exceptionFindings(disclosure: Disclosure): readonly Found[] {
  const all = exceptions(disclosure);
  if (all.length === 0) return [];
  const said = all.map(({ text }) => text).join(" ");
  const lacks = [
    ...(EFFORTS.test(said) ? [] : ["that one would take unreasonable efforts"]),
    ...(ITEMS.test(said) ? [] : ["which information is not available"]),
    ...(WEIGHT.test(said) ? [] : ["how significant it probably is"]),
  ];
  const hit = sentencesOf(disclosure, (p) => p.part !== "safe-harbour").find(
    ({ sentence, passage }) => isWithheld(sentence) || (RELIES(sentence) && OUTLOOK.test(passage.text)),
  );
  const match = hit === undefined ? null : (OUTLOOK.exec(hit.sentence.text) ?? EFFORTS.exec(hit.sentence.text));
  if (hit === undefined || match === null || lacks.length === 0) return [];
  return [
    foundAt(
      hit,
      match,
      `Guidance is given on a basis of the company's own without a reconciliation, and the release does not say ${lacks.join(", nor ")}.`,
      "Say that the exception is relied on, which information is not available, and how significant it probably is; or reconcile the guidance.",
    ),
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
}

const TELLS = /\b(?:expect\w*|anticipat\w*|guidance|outlook|forecasts?|project(?:ed|s|ing)|targets?|estimat\w+)\b/i;

const isGuided = (m: Mention): boolean =>
  m.basis === "non-GAAP" &&
  m.ahead &&
  m.figures.length > 0 &&
  (m.part === "guidance" || (["headline", "results", "quotation"].includes(m.part) && TELLS.test(m.sentence)));

/** A table of what is to come; one that holds guidance against what came is none. */
const isOutlook = (t: RuleTable): boolean =>
  !/\breconcil/i.test(t.title) &&
  (t.part === "guidance" || (t.kind === "guidance" && t.part === "results")) &&
  !t.reading.meaning.columns.some(({ head }) => /\bactual/i.test(head));

/** The first of each measure that is guided for, in reading order, those of the headline last. */
function guided({ mentions, tables, context }: Disclosure): readonly Guided[] {
  const all: Guided[] = mentions
    .filter(isGuided)
    .map((m) => ({ named: m, headline: m.part === "headline", start: m.start, end: m.end, figures: idsOf([m]) }));
  const { reportEnd } = context;
  for (const table of tables.filter(isOutlook)) {
    for (const row of table.rows) {
      // Guidance for a period that the release reports on is held against what came.
      const hasCome = row.figures.every(
        (f) => f.period !== undefined && reportEnd !== undefined && f.period.end <= reportEnd,
      );
      if (row.named?.basis !== "non-GAAP" || hasCome) continue;
      const figures = row.figures.slice(0, 1).map((f) => f.id);
      all.push({ named: row.named, headline: false, start: row.start, end: row.end, figures });
    }
  }
  const seen = new Set<Family>();
  return all
    .filter(({ named }) => named.family !== "revenue")
    .toSorted((a, b) => Number(a.headline) - Number(b.headline) || a.start - b.start)
    .filter(({ named }) => !seen.has(named.family) && seen.add(named.family));
}

const RECONCILED_AHEAD =
  /\breconcil\w+[^.]{0,250}\b(?:guidance|outlook|forward|forecast|expected|projected|future|20\d\d)\b|\b(?:guidance|outlook|forward-looking|forecast|projected|future)\b[^.]{0,250}\breconcil/i;

/** Tables that lead from one measure to the other for a period to come. */
const aheadTables = ({ tables }: Disclosure): readonly RuleTable[] =>
  tables.filter(
    (t) =>
      (t.kind === "guidance" || t.kind === "reconciliation") &&
      /\b(?:guidance|outlook|forecast|project\w+|forward|expected|estimat\w+|range|low|high|mid-?point)\b/i.test(
        `${t.title} ${t.reading.meaning.columns.map((c) => c.head).join(" ")}`,
      ),
  );

const leadsTo = ({ rows }: RuleTable, family: Family): boolean => {
  const own = (r: RuleRow): boolean => r.named !== undefined && groupOf(family).includes(r.named.family);
  return rows.some(own) && rows.some((r) => r.named?.basis === "GAAP" && isComparable(family, r.named.family));
};

/** Measures whose guidance nothing reconciles and no exception is claimed for. */
function unreconciled(disclosure: Disclosure): readonly Guided[] {
  if (!disclosure.tables.some((t) => t.kind === "statement")) return [];
  const ahead = aheadTables(disclosure);
  const excepted = exceptedFrom(disclosure);
  const isClaimed = exceptions(disclosure).length > 0;
  // A text that promises the reconciliation and prints it in a form that is no table is believed.
  const promised = disclosure.passages.some((p) => RECONCILED_AHEAD.test(p.text));
  const anyTable = ahead.some((t) => t.rows.some((r) => r.named?.basis === "non-GAAP"));
  return guided(disclosure).filter(
    ({ named: { family } }) =>
      !excepted(family) && !ahead.some((t) => leadsTo(t, family)) && !(promised && !anyTable && !isClaimed),
  );
}

function guidanceFindings(disclosure: Disclosure): readonly Found[] {
  return unreconciled(disclosure).map(({ named, start, end, figures }) => ({
    start,
    end,
    message: `${quoted(named.name)} is guided for, and nothing reconciles it or says why it cannot be reconciled.`,
    remedy: "Reconcile the guidance, or rely on the exception for unreasonable efforts in all its parts.",
    figures,
  }));
}

/** One finding for the outlook: what of it is printed for the company's own measures alone. */
function outlookFindings(disclosure: Disclosure): readonly Found[] {
  const { mentions, tables } = disclosure;
  const excepted = exceptedFrom(disclosure);
  const inText = { ...disclosure, mentions: mentions.filter((m) => m.part !== "headline") };
  const bare = guided(inText).filter(({ named: { family } }) => {
    const said = mentions.some(
      (m) => m.basis === "GAAP" && m.ahead && m.figures.length > 0 && isComparable(family, m.family),
    );
    const tabled = tables.some(
      (t) => isOutlook(t) && t.rows.some((r) => r.named?.basis === "GAAP" && isComparable(family, r.named.family)),
    );
    return !said && !tabled && !excepted(family);
  });
  const [first, ...more] = bare;
  if (first === undefined) return [];
  const words = [...new Set(bare.map(({ named }) => COMPARABLE[named.family].words))].join(", ");
  const names = [first, ...more].map(({ named }) => quoted(named.name)).join(", ");
  return [
    {
      start: first.start,
      end: first.end,
      message: `The outlook gives ${names}, and nothing for the measures under GAAP: ${words}.`,
      remedy:
        "Guide for the measure under GAAP as well, and first; or say there that it is not available without unreasonable efforts.",
      figures: first.figures,
    },
  ];
}

const RULE_B = "Item 10(e)(1)(i)(B) of Regulation S-K";

export const GUIDANCE: readonly Rule[] = [
  {
    code: "outlook-without-gaap",
    title: "An outlook in measures of the company's own has the measures under GAAP",
    text: "Guidance for a non-GAAP measure stands with guidance for the most directly comparable GAAP measure, or with the words that this one is not available without unreasonable efforts.",
    sources: ["C&DI 102.10(a)(2) and (b)", "Item 10(e)(1)(i)(A) of Regulation S-K"],
    severity: "note",
    state: "REVIEW",
    profiles: US,
    breaks: `${HEAD}## Outlook\n\nWe expect revenue of $160 million and adjusted EBITDA of $50 million to $55 million.\n`,
    keeps: [
      `${HEAD}## Outlook\n\nWe expect net income of $20 million to $24 million and adjusted EBITDA of $50 million to $55 million.\n`,
      `${HEAD}## Outlook\n\nWe expect adjusted EBITDA of $50 million to $55 million. We do not reconcile this non-GAAP guidance, since it would take unreasonable efforts: acquisition costs are not known, and may be significant.\n`,
    ],
    check: outlookFindings,
  },
  {
    code: "guidance-exception-incomplete",
    title: "Guidance that is not reconciled says why in full",
    text: "Where forward-looking non-GAAP measures are not reconciled, the release says that it relies on the exception for unreasonable efforts, what is unavailable, and its probable significance.",
    sources: [RULE_B, "C&DI 102.10(b)"],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
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
    profiles: US,
    breaks: `${HEAD}We expect net income of $20 million and adjusted EBITDA of $50 million to $55 million for the full year.\n\n${WHY}${STATEMENT}`,
    keeps: [
      `${HEAD}We expect net income of $20 million and adjusted EBITDA of $50 million to $55 million for the full year. A reconciliation of this guidance with net income is in the tables.\n\n${WHY}${STATEMENT}`,
      `${HEAD}We expect revenue of $50 million to $55 million for the full year.\n\n${WHY}${STATEMENT}`,
    ],
    check: guidanceFindings,
  },
];
