import { anyCase, find, type Pattern, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { placeIn, type Sentence } from "../reading/passage.ts";
import { RESULTS, sentencesOf } from "../reading/placed.ts";
import type { Found } from "../rule.ts";

const RATIO = String.raw`\b(?:ltv|loan[- ]to[- ]value|(?:net |gross |total )?(?:debt[- ])?leverage(?: ratio)?|net debt(?: ?\/ ?|[- ]to[- ])(?:adjusted )?ebitda)\b`;
const EVENT = String.raw`\b(?:disposals?|divestitures?|divestments?|acquisitions?|merger|transactions?|closing)\b`;
const AFTER = String.raw`\b(?:after|following|pro[- ]?forma(?: (?:for|of))?|when|once|adjusted for)\b`;
const WITHIN = String.raw`(?:[^.;|]|\.\d|(?<=\b(?:in|ex)cl)\.)`;
/** "LTV of 31.5% following the disposals that are secured", "a 34.0% loan-to-value, 31.5% when the disposals are completed": the ratio, the figure, the event. */
const SAID = anyCase(
  new RegExp(
    String.raw`${RATIO}${WITHIN}{0,120}?\b(\d[\d.]{0,5}) ?(?:%|x\b|times\b)(?:(?!%|\.?\d ?(?:%|x\b|times\b))${WITHIN}){0,40}?${AFTER}[^.;|%]{0,50}?${EVENT}`,
    "d",
  ),
);
/** The same as the label of a row. */
const ROW = anyCase(
  new RegExp(String.raw`${RATIO}${WITHIN}{0,40}?${AFTER}${WITHIN}{0,40}?${EVENT}|\bpro[- ]?forma [^.;]{0,20}${RATIO}`),
);
/** What a ratio is looked for by, before the dear pattern. */
const HAS: Pattern = anyCase(/\b(?:ltv|loan[- ]to|leverage|net debt)\b/);
const AHEAD = anyCase(/\b(?:expect\w*|anticipat\w*|targets?|guidance|forecast\w*|estimate[sd]?|covenants?|would)\b/);
const OWED = anyCase(/\b(?:debts?|borrowings|indebtedness)\b/);

interface Shown {
  readonly words: string;
  readonly ratio: string;
  readonly figures: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * Debt over what is owned or earned as it would be after a sale or a purchase that is not in the accounts: no table has the ratio beside the debt that it would be
 * computed from. One finding for all places.
 */
export function proFormaLeverage(disclosure: Disclosure): readonly Found[] {
  const shown = [...inSentences(disclosure), ...inRows(disclosure)].toSorted((a, b) => a.start - b.start);
  if (shown.length === 0 || !isComplete(disclosure)) return [];
  const unled = shown.filter(({ ratio }) => !isComputed(ratio, disclosure));
  return toldOnce(disclosure, unled, ({ words, ratio, figures }) => ({
    message: `${quoted(words)} is given as it would be after a transaction (${ratio}), and no table computes it from debt.`,
    remedy: "Show the debt and what it is divided by after the transaction, or leave the ratio out.",
    figures,
  }));
}

const inSentences = (disclosure: Disclosure): readonly Shown[] =>
  sentencesOf(disclosure, (p) => (RESULTS.has(p.part) || p.part === "statements") && says(HAS, p.text)).flatMap(
    ({ passage, sentence }) => {
      const text = goneOn(sentence, passage.sentences);
      const match = says(AHEAD, text) ? null : find(SAID, text);
      const ratio = match?.[1];
      if (match === null || ratio === undefined) return [];
      const figures = sentence.figures.flatMap((f) => (f.text === ratio ? [f.id] : [])).slice(0, 1);
      const words = NAME.exec(match[0])![0];
      return [{ words, ratio, figures, ...placeIn(passage, sentence, match.index, match.index + words.length) }];
    },
  );
const NAME = anyCase(new RegExp(RATIO));

/** A sentence, with what follows where it seems to end in the short form of a word: "(incl. duties)". */
const goneOn = (sentence: Sentence, all: readonly Sentence[]): string =>
  /\b(?:in|ex)cl\.\s*$/i.test(sentence.text)
    ? `${sentence.text}${all[all.indexOf(sentence) + 1]?.text ?? ""}`
    : sentence.text;

const inRows = ({ tables }: Disclosure): readonly Shown[] =>
  tables
    .filter((t) => t.kind !== "guidance" && t.rows.some((r) => HAS.test(r.label)))
    .filter((t) => !t.rows.some((r) => OWED.test(r.label) && !HAS.test(r.label)))
    .flatMap((t) =>
      t.rows.flatMap((r) => {
        const ratio =
          says(HAS, r.label) && says(ROW, r.label)
            ? r.figures.find((f) => f.measured?.unit === "ratio" && /\d/.test(f.text))
            : undefined;
        return ratio === undefined
          ? []
          : [{ words: r.label, ratio: ratio.text, figures: [ratio.id], start: r.start, end: r.end }];
      }),
    );

/** Whether a table has the ratio, and in another row what is owed. */
const isComputed = (ratio: string, { tables }: Disclosure): boolean =>
  tables.some(
    (t) =>
      t.rows.some((r) => r.figures.some((f) => f.text === ratio)) &&
      t.rows.some((r) => OWED.test(r.label) && !r.figures.some((f) => f.text === ratio)),
  );
