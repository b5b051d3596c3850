import { isComparable } from "../names/comparable.ts";
import { type Family, SHARE_OF } from "../names/family.ts";
import { namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall, type Pattern, says } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isAmountInWords } from "../reading/guided-mention.ts";
import type { Sentence } from "../reading/passage.ts";
import type { Placed } from "../reading/placed.ts";
import { remembered } from "../remembered.ts";
import { isMarked } from "./guidance-bridges.ts";
import { groupOf } from "./reconciled.ts";

/** What a sentence on a period to come is told by. */
export const OUTLOOK: Pattern = anyCase(
  /\b(?:guidance|outlook|forward[- ]looking (?:nature|non-gaap|measures?|basis|adjusted|ebitda|estimates?)|forecast|projected|targets?)\b|\bforward[- ]looking basis\b/,
);
const WITHHELD = anyCase(
  /\b(?:not (?:feasible|able|possible|practicable|available|reconcil\w+|provid\w+|been reconciled)|unable|cannot|does not|do not|without unreasonable|only provided on a non-gaap)\b/,
);
const OWN = anyCase(/\bnon-?gaap\b|\breconcil\w+|\badjusted\b/);
/** That the exception is relied on: a reconciliation would take unreasonable efforts. A page that was printed may have parted the word. */
export const EFFORTS: Pattern = anyCase(
  /\bun ?r ?e ?a ?s ?o ?n ?a ?b ?l ?[ey] (?:effort|burden|cost|difficult)|\b(?:reasonably|reasonable) (?:be )?(?:estimate[ds]?|predict\w*|certainty|calculate[ds]?|determine[ds]?|quantif(?:y|ied)|forecast(?:ed)?|available)|\bundue (?:effort|burden|hardship)|\b(?:rel(?:y|ies|ied|ying)|reliance|pursuant|permitted|exception|exemption|accordance)\b[^.;]{0,80}\b10\(e\)\(1\)\(i\)\(b\)/,
);
/** Which information is not available. */
const ITEMS = anyCase(
  /\b(?:compensation|restructuring|impairments?|acquisitions?|dispositions?|divestitures?|litigation|legal|settlements?|amorti[sz]ation|depreciation|tax(?:es)?|interest|gains?|loss(?:es)?|fair value|exchange|currenc(?:y|ies)|stock price|share price|transaction|integration|severance|pension|mark-to-market|unusual|nonrecurring|non-recurring|special items?|warrants?|valuation|weather|unplanned|balance sheet|accruals?|working capital|contingent consideration|derivatives?|hedg(?:es?|ing)|catastrophes?|refinancings?|extinguishments?)\b/,
);
/** How significant it probably is. */
const WEIGHT = anyCase(/\b(?:significan\w+|material(?:ly)?|substantial(?:ly)?|large|considerable)\b/);
/** "Actual results will vary from the guidance, and the variations may be material": said of the guidance, and not of what keeps it from being reconciled. */
const ACTUAL = /\bactual results (?:will|may|could|might|can)\b[^.]{0,240}\./gi;
/** "They are limited in value because they exclude charges that have a material effect on our reported results": said of what has been. */
const LIMITS = anyCase(/\b(?:limited in value|limitations?|should not be (?:considered|relied))\b/);
/** "The items excluded, other than amortization expense, are difficult to predict": that one is available. */
const AVAILABLE =
  /\b(?:other than|apart from|except(?: for)?|with the exception of) [^,.;]{1,60}, (?:are|is|cannot|can)\b/gi;
/** What a sentence withholds stands before the reason for it. */
const REASON = /\b(?:because|due to|as certain|since|in that|given the)\b/i;
/** That a sentence speaks of all measures of the company's own, and not of those that it names: "reconciling these to GAAP EPS" names what they are led from. */
export const ALL_OF_THEM: Pattern = anyCase(
  /\breconcil\w+ (?:of |for )?(?:any of )?(?:these|those|such|them|the foregoing)(?: (?:forward-looking|non-?gaap|financial|adjusted|expected|projected|future|guided)){0,3}(?: (?:measures|metrics|guidance|outlook|targets|estimates|amounts|figures|ranges))? (?:to|with)\b|\bnon-?gaap (?:financial )?(?:measures?|guidance|outlook|targets?|estimates|information|metrics|basis)\b(?! (?:relating to|related to|with respect to|regarding|such as|including|for|of)\b)/,
);
const WITH_NAMES = anyCase(
  /\bnon-?gaap (?:financial )?(?:measures?|guidance|outlook|targets?|estimates|information|metrics|basis)\b/,
);

const isWithheld = ({ text }: Sentence): boolean =>
  OUTLOOK.test(text) &&
  WITHHELD.test(text) &&
  (OWN.test(text) || NO_GAAP.test(text)) &&
  /\bgaap\b|\breconcil/.test(inSmall(text));
/** "Not able to provide comparable GAAP guidance": what is lacking is that of the standards, and what is given needs no word for it. */
const NO_GAAP = anyCase(
  /\b(?:not (?:able|possible|feasible|practicable)|unable|cannot|does not|do not)\b[^.;]{0,40}(?:^|[^-])\bgaap (?:[\w-]+ ){0,3}(?:guidance|outlook|forecast|estimates?|range)\b/,
);

/** "We do not provide an expected range of EPS": the same, where no word for an outlook is said. */
const NONE_EXPECTED = anyCase(
  /\b(?:(?:does|do|did) not|cannot|(?:is|are) (?:not able|unable) to) (?:provide|present|offer|give|reconcile) (?:[\w-]+ ){0,3}(?:expected|anticipated|estimated|future|forecasted)\b/,
);

/** "No reconciliation of the forecasted range is included": by itself it tells a note on what is to come. */
const FORECAST = anyCase(/\bforecasted\b/);

const RELIES = (s: Sentence): boolean => EFFORTS.test(s.text) && (WITHHELD.test(s.text) || OWN.test(s.text));

const isWithheldAtAll = (s: Sentence): boolean => isWithheld(s) || RELIES(s);
const isWithheldInFull = (s: Sentence): boolean => isWithheld(s) && EFFORTS.test(s.text);

const POINTING = anyCase(
  /\b(?:these|such|those|the (?:excluded|foregoing|above)) (?:excluded |reconciling |adjusting )?items\b|\b(?:these|such|those) (?:(?:excluded|non-?recurring|one-time|unusual) )?(?:(?:types|kinds|categories) of )?(?:expenses|charges|costs|adjustments|(?:gains|income) (?:and|or|\/) (?:losses|expenses|charges))\b|\b(?:items|charges|adjustments|expenses|amounts|components) (?:that are )?(?:described|outlined|detailed|listed|identified|set forth|noted|discussed|mentioned|referred to) (?:further )?(?:above|below|herein)\b|\b(?:charges|items|expenses|adjustments|amounts) (?:that are )?excluded from\b/,
);

/** "Unable to predict the adjustments used to calculate it", where a sentence beside it says which these are. */
const ADJUSTMENTS = anyCase(
  /\badjustments (?:that are )?(?:used|made|required|necessary|needed) (?:to|in) (?:(?:the )?(?:calculat|comput|deriv|determin|arriv|reconcil)\w+)/,
);
const ITEM =
  "(?:compensation|restructuring|impairment|acquisition|litigation|amorti[sz]ation|depreciation|tax(?:es)?|interest|settlements?|transaction|integration|severance)";
const LISTS = anyCase(
  new RegExp(
    String.raw`\b(?:exclud|subtract|adjust|add|defin|calculat)\w+[^.;]{1,120}\b${ITEM}\b[^.;]{1,160}\b${ITEM}\b`,
  ),
);

/** "The charges excluded from these measures, as outlined below under ...": which they are is told where the measures are explained. */
const REFERS_ON = anyCase(
  /\b(?:outlined|described|detailed|set forth|listed|identified|itemi[sz]ed|noted|discussed|mentioned|referred to) (?:further |in (?:more )?detail )?(?:below|above|in|under|elsewhere|herein)\b/,
);

/** A passage that withholds a reconciliation: its words with those right behind, the reasons, and what stands before them. */
export interface Exception {
  readonly text: string;
  readonly reasons: string;
  /** Whether it points at the items that the measures leave out, and says where they are listed. */
  readonly isListed: boolean;
  readonly head: string;
  /** The mark of the footnote that it is, without its brackets. */
  readonly mark: string | undefined;
  /** The sentences that withhold. */
  readonly said: readonly Placed[];
}

/** "(3) No reconciliation is included": a footnote, with its mark. */
const MARK_FIRST = /^[^\w(]{0,3}\((\w{1,2})\)/;

/** The passages that withhold a reconciliation of what is to come, with those right behind that give the reasons. */
export const exceptions: (disclosure: Disclosure) => readonly Exception[] = remembered(
  ({ passages }: Disclosure): readonly Exception[] =>
    passages.flatMap((p, i) => {
      // Below the title of the outlook a passage need not say again what it is about.
      if (p.part !== "guidance" && !OUTLOOK.test(p.text) && !NONE_EXPECTED.test(p.text) && !FORECAST.test(p.text))
        return [];
      // A paragraph that warns of what may come as well says no less that its measures are not reconciled.
      const isSaid = p.part === "safe-harbour" ? isWithheldInFull : isWithheldAtAll;
      const said = p.sentences.filter(isSaid);
      if (said.length === 0) return [];
      const next = passages[i + 1];
      const text = `${p.text} ${next !== undefined && next.block === p.block + 1 && next.part === p.part ? next.text : ""}`;
      // What the sentences before say that the outlook leaves out is no reason why it is not reconciled.
      const from = p.sentences.indexOf(said[0]!);
      const before = passages[i - 1];
      const isRightBefore = before !== undefined && before.block === p.block - 1 && before.part === p.part;
      const reasons = POINTING.test(said[0]!.text)
        ? `${isRightBefore && LISTS.test(before.text) ? `${before.text} ` : ""}${text}`
        : `${p.sentences
            .slice(from)
            .map((s) => s.text)
            .join(" ")} ${text.slice(p.text.length)}`;
      const head = said.map((s) => s.text.split(REASON)[0]!).join(" ");
      const withholds = said.map((s) => s.text).join(" ");
      const isListed = POINTING.test(withholds)
        ? REFERS_ON.test(p.text)
        : ADJUSTMENTS.test(withholds) && p.sentences.some((s) => !said.includes(s) && LISTS.test(s.text));
      const mark = MARK_FIRST.exec(p.text)?.[1];
      return [{ text, reasons, isListed, head, mark, said: said.map((sentence) => ({ passage: p, sentence })) }];
    }),
);

/** "A reconciliation of forward-looking non-GAAP capital spending": the exception names what it is for, and that is no measure of results. */
const OF_OTHER = anyCase(
  /\breconcil\w+ (?:of|for) (?:(?:our|its|the|any|forward-looking|projected|expected|future) ){0,3}(?:non-?gaap|adjusted) (?!(?:to|and|or|financial|measures?|metrics?|guidance|outlook|targets?|estimates?|information|amounts?|figures?|basis|results?|items?|forward|ranges?|adjustments?|forecasts?)\b)[a-z]+ [a-z]+/,
);

/** "We do not guide for measures under GAAP, other than revenues": of those the exception is not for. */
const BUT_REVENUE = anyCase(
  /\b(?:other than|except(?:ing)?(?: for)?|with the exception of) (?:for )?(?:(?:our|its|the|total|net|reported) )*(?:revenues?|sales)\b/,
);

/** Whether an exception is for a measure: it names it, or the amount that it is a ratio of, or speaks of all. */
function covers(head: string, family: Family): boolean {
  if (says(OF_OTHER, head) && !ALL_OF_THEM.test(head) && namedIn(head).length === 0) return false;
  const named = namedIn(head).filter((n) => n.basis === "non-GAAP" || !ALL_OF_THEM.test(head));
  if (ALL_OF_THEM.test(head) || named.length === 0) return true;
  const measures = named.some((n) => n.basis === "non-GAAP") ? named.filter((n) => n.basis === "non-GAAP") : named;
  return measures.some(
    (n) =>
      n.family === family ||
      // "We cannot reconcile this measure to net income" speaks of what net income is to be read with.
      (n.basis === "GAAP" && isComparable(family, n.family)) ||
      groupOf(family)[0] === n.family ||
      // Who cannot say what the amount will come to under GAAP cannot say so of a share's part either.
      SHARE_OF.get(n.family) === family ||
      (groupOf(n.family)[0] === family && !WITH_NAMES.test(head)),
  );
}

/** Tells of a measure whether the release says, in full where that is asked, that it cannot be given or reconciled for a period to come. */
export function exceptedFrom(disclosure: Disclosure, inFull = false): (family: Family) => boolean {
  const all = exceptions(disclosure);
  const isSaid = !inFull || lacksOf(all).length === 0;
  const isCovered = ({ head, mark }: Exception, family: Family): boolean =>
    covers(head, family) ||
    // A footnote is for what bears its mark, whichever measures it names besides.
    (mark !== undefined &&
      isMarked((named) => named.basis === "non-GAAP" && groupOf(family).includes(named.family), mark, disclosure));
  const isBut = all.some(({ head }) => says(BUT_REVENUE, head));
  return (family) => isSaid && !(isBut && family === "revenue") && all.some((one) => isCovered(one, family));
}

/**
 * Tells of a measure whether the exception lets its outlook stand without the measure under GAAP. One that does not say which information is
 * missing lets nothing stand (C&DI 102.10(b)); how significant that is may be left for the rule on the exception itself.
 */
export function excusedFrom(disclosure: Disclosure): (family: Family) => boolean {
  const isEmpty = isEmptyException(disclosure);
  const isCovered = exceptedFrom(disclosure);
  return (family) => !isEmpty && isCovered(family);
}
export const isEmptyException = (disclosure: Disclosure): boolean =>
  lacksOf(exceptions(disclosure)).includes(WHICH_INFORMATION);
const WHICH_INFORMATION = "which information is not available";

/** What the exceptions of a release do not say of what they have to. */
export function lacksOf(all: readonly Exception[]): readonly string[] {
  const said = all.map(({ text }) => text.replace(ACTUAL, " ")).join(" ");
  const ahead = said
    .split(/(?<=\.) /)
    .filter((sentence) => !says(LIMITS, sentence))
    .join(" ");
  const reasons = all.map((one) => one.reasons.replace(AVAILABLE, " ")).join(" ");
  return [
    ...(says(EFFORTS, said) ? [] : ["that one would take unreasonable efforts"]),
    ...(all.some(({ isListed }) => isListed) || says(ITEMS, reasons) ? [] : [WHICH_INFORMATION]),
    ...(says(WEIGHT, ahead) ? [] : ["how significant it probably is"]),
  ];
}

/** That the company does guide, said of its guidance as a whole. */
export const GIVES: Pattern = anyCase(
  /\b(?:our|the company[’']s|its) (?:[\w-]+ ){0,3}(?:guidance|outlook) (?:is|are|has been) (?:only )?(?:provided|given|presented)\b|\bonly provided on a non-gaap\b/,
);

/** Whether a release gives an amount or a rate of a period to come anywhere, of whichever measure. */
export const givesAny = ({ passages, mentions, tables }: Disclosure): boolean =>
  mentions.some((m) => m.ahead && (m.figures.length > 0 || isAmountInWords(m))) ||
  tables.some(({ kind, part }) => kind === "guidance" || part === "guidance") ||
  passages.some(({ sentences }) =>
    sentences.some(
      ({ text, figures }) =>
        figures.some(({ kind }) => OF_RESULTS.has(kind)) && (OUTLOOK.test(text) || EXPECTS.test(text)),
    ),
  );
const OF_RESULTS: ReadonlySet<string> = new Set(["amount", "per-share", "percent"]);
const EXPECTS = anyCase(/\b(?:expect\w*|anticipat\w+|project(?:s|ed|ing)|estimat\w+)\b/);
