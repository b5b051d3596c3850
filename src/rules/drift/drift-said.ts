import type { Family } from "../names/family.ts";
import { anyCase } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { type Placed, sentencesOf } from "../reading/placed.ts";
import { remembered } from "../remembered.ts";

/** Words that own up to a change of what earlier amounts are, or of what a measure takes out. */
const CHANGED = anyCase(
  /\b(?:re-?cast(?:ed|s|ing)?|restate(?:d|s)?|restatements?|revised?|revisions?|conform(?:ed|s|ing)?|re-present(?:ed|s)|represented|reclassif(?:ied|y|ications?)|(?:updated?|changed?|changes? (?:in|to)|modif(?:ied|ications?(?: to| of)?)|refined?|redefined?) (?:(?:our|its|the|this|certain) )?(?:\w+ ){0,4}?(?:definitions?|presentation|calculations?|method(?:s|ology)?|composition|measures?)|no longer (?:being )?(?:adjust|exclud|includ|present|add)\w*|now (?:also )?(?:exclud|includ|adjust)\w*|beg[au]n (?:to )?(?:exclud|includ|adjust)\w*|(?:beginning|starting|commencing|effective) (?:in|with|from|on|as of)\b[^.]{0,120}\b(?:exclud|includ|adjust)\w*|prior[- ](?:period|year|quarter)s?[- ](?:amounts?|results?|figures?|presentation|comparatives?|information)|previously (?:reported|published|disclosed|excluded|included|presented))/,
);

/** Texts before and behind a table or a sentence that count as near. */
const BEFORE = 3;
const BEHIND = 6;
const OWN = anyCase(
  /\bnon[-\u2010\u2011 ]?(?:gaap|ifrs)\b|\badjusted\b|\bsupplemental measures?\b|\balternative performance measures?\b/,
);

/** What says of a change near a table that it is one of amounts. */
const EARLIER = anyCase(
  /\b(?:prior|previous(?:ly)?|comparative|earlier|historical|periods?|years?|quarters?|amounts?|results?|presentation|table)\b/,
);

/** What a change would be owned up to of. */
export interface Changed {
  /** The block that prints it, from 0. */
  readonly block: number;
  readonly families: readonly Family[];
  /** The adjustments that have come or gone, as they are called. */
  readonly labels: readonly string[];
}

/** Whether a sentence near it of earlier amounts, or one anywhere of measures of the company's own, says that something was changed. */
export function isChangeSaid({ block, families, labels }: Changed, disclosure: Disclosure): boolean {
  const table = disclosure.tables.find((t) => t.block === block);
  if (table !== undefined && wordsOf(table).some((text) => CHANGED.test(text))) return true;
  const names = labels.map((label) => label.toLowerCase());
  return sayingSentences(disclosure).some(({ passage, sentence: { text, mentions } }) => {
    const isNear = passage.block >= block - BEFORE && passage.block <= block + BEHIND;
    if ((isNear && EARLIER.test(text)) || OWN.test(text)) return true;
    const lower = text.toLowerCase();
    return (
      mentions.some((m) => m.basis === "non-GAAP" && families.includes(m.family)) ||
      names.some((name) => lower.includes(name))
    );
  });
}

/** The sentences that say of anything that it was changed, found once. */
const sayingSentences = remembered((disclosure: Disclosure): readonly Placed[] =>
  sentencesOf(disclosure, (p) => CHANGED.test(p.text)).filter(({ sentence }) => CHANGED.test(sentence.text)),
);

/** What stands in a table beside its figures, and above it. */
const wordsOf = ({ title, reading: { meaning } }: Disclosure["tables"][number]): readonly string[] => [
  title,
  ...meaning.columns.map((c) => c.head),
  ...meaning.rows.map((r) => r.label),
];
