import type { Disclosure } from "./disclosure.ts";
import type { Mention } from "./mention.ts";
import { idsOf, isOfPart, quoted } from "./own-measure.ts";
import { RESULTS, TELLING } from "./placed.ts";
import { groupOf, isComplete, isReconciled } from "./reconciled.ts";
import type { Found } from "./rule.ts";
import type { RuleRow } from "./rule-table.ts";
import { isSameAmount } from "./same-amount.ts";
import { isTabled, type Unlisted, unlisted } from "./unlisted.ts";

/** What a measure "would have been" without one thing more than the reconciliation leaves out. */
const WOULD = /\bwould have (?:been|totall?ed|increased|decreased|grown|declined|improved)\b/i;
/** Periods that no reconciliation of a quarter or a year leads to. */
const MANY_YEARS =
  /\bsince (?:[a-z]+ ){0,3}(?:19|20)\d\d\b|\bcumulative(?:ly)?\b|\bover the (?:last|past) (?:\w+ )?(?:years|decade)\b|\b(?:last|past) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:fiscal )?years\b/i;
const TOLD = /\d[^.]{0,80}\b(?:less|minus|plus|adding back|net of)\b[^.]{0,80}\d/i;

/** Each is held against all amounts of the tables. */
const MOST = 20;

/** Amounts of reconciled measures that the reconciliations do not come to: without one thing more, or over many years. One of each kind. */
export function besideReconciliation(disclosure: Disclosure): readonly Found[] {
  const own = disclosure.mentions.filter(
    (m) =>
      m.basis === "non-GAAP" && m.family !== "revenue" && TELLING.has(m.part) && !isOfPart(m) && !TOLD.test(m.said),
  );
  const would = own
    .filter((m) => WOULD.test(m.said))
    .slice(0, MOST)
    .find((m) => isBeside(m, disclosure));
  const years = own
    .filter((m) => MANY_YEARS.test(around(m)))
    .slice(0, MOST)
    .find((m) => isBeside(m, disclosure));
  const other = unlisted(disclosure)
    // A ratio to adjusted revenue is one of what stands before it.
    .filter(
      ({ name, passage, sentence }) =>
        !/adjusted/i.test(name) && RESULTS.has(passage.part) && AMOUNT.test(sentence.text),
    )
    .slice(0, MOST)
    .find((u) => !isTabled(u, disclosure) && !TOLD.test(u.sentence.text));
  return [
    ...foundOf(would, "as it would have been, and the reconciliations do not come to that amount"),
    ...(other === undefined || !isComplete(disclosure) ? [] : [unlistedFound(other)]),
    ...foundOf(years, "over many years, and the reconciliations lead to it for single periods alone"),
  ];
}

const around = ({ sentence, from, to }: Mention): string => sentence.slice(Math.max(0, from - 60), to + 60);

/** Whether the measure is reconciled, so that the rule has said nothing of it, and no table prints this amount of it. */
function isBeside(m: Mention, disclosure: Disclosure): boolean {
  const [figure] = m.figures;
  if (figure?.measured === undefined || !isReconciled(m, disclosure)) return false;
  const within = groupOf(m.family);
  // An amount of two digits is somebody's in every release; in rows of the measure it is its own.
  const isOf = (row: RuleRow): boolean =>
    figure.text.replace(/\D/g, "").length > 2 || (row.named !== undefined && within.includes(row.named.family));
  return !disclosure.tables.some((t) =>
    t.rows.some((r) => isOf(r) && r.figures.some((f) => isSameAmount(f, figure.measured!))),
  );
}

const AMOUNT = /[$€£] ?\d|\d ?(?:%|percent\b)/i;

const unlistedFound = ({ name, start, end }: Unlisted): Found => ({
  start,
  end,
  message: `${quoted(name)} is given, and no table or sentence reconciles it with a measure under GAAP.`,
  remedy: "Add a reconciliation that begins with the measure under GAAP and names each adjustment with its amount.",
  figures: [],
});

const foundOf = (m: Mention | undefined, words: string): readonly Found[] =>
  m === undefined
    ? []
    : [
        {
          start: m.start,
          end: m.end,
          message: `${quoted(m.name)} is given ${words}.`,
          remedy: "Reconcile this amount as well, with the item and its amount, or leave it out.",
          figures: idsOf([m]),
        },
      ];
