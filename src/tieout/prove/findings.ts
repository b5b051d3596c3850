import type { Finding, FindingCode, Severity } from "../../finding.ts";
import type { Figure } from "../figures/figure.ts";
import type { Said } from "../relations/relation.ts";
import type { Cause } from "./blame.ts";
import type { Judged } from "./judged.ts";
import type { LooseSums } from "./loose-sums.ts";
import { computedWords, slackWords, unequalWords } from "./verdict-words.ts";
import { printOf, worded } from "./wording.ts";

const MOST_NAMED = 40;

const CODES: Readonly<Record<string, FindingCode>> = {
  footing: "total-does-not-foot",
  "cross-footing": "row-does-not-cross-foot",
  placement: "total-does-not-foot",
  change: "change-does-not-follow",
  growth: "growth-cannot-be",
  points: "points-do-not-follow",
  mix: "share-cannot-be",
  margin: "margin-cannot-be",
  "per-share": "per-share-cannot-be",
  midpoint: "midpoint-cannot-be",
  "same total": "totals-differ",
  equality: "figures-differ",
  "prose-table": "text-differs-from-table",
  "prose-prose": "text-differs-from-text",
};

export const codeOf = (judged: Judged): FindingCode => codeOfKind(judged.relation.kind);

/** The code of the finding that a relation of this kind makes where it cannot hold. */
export const codeOfKind = (kind: string): FindingCode => CODES[kind] ?? "relation-cannot-hold";

/** One cause, one finding: the culprit first, then the other figures of what it breaks. */
export function brokenFinding(cause: Cause, severity: Severity, figures: readonly Figure[]): Finding {
  const first = cause.broken[0]!;
  const named = [cause.culprit];
  for (const j of cause.broken) for (const f of j.figures) if (!named.includes(f)) named.push(f);
  const at = figures[cause.culprit]!;
  return {
    code: codeOf(first),
    about: "figures",
    severity,
    message:
      cause.broken
        .slice(0, 3)
        .map((j) => explained(j, figures))
        .join(" ") + more(cause.broken.length - 3),
    remedy: cause.standsOut
      ? `Check ${at.text} first: it stands in ${cause.broken.length === 1 ? "what breaks" : "all that breaks"} here, and in least that holds.`
      : "Any of the figures named may be the wrong one; check them against their source.",
    figures: named.slice(0, MOST_NAMED).map((f) => figures[f]!.id),
    relations: cause.broken.map((j) => j.id),
    certificate: cause.broken.slice(0, 1).map((j) => ({ relation: j.id, times: "1" })),
    start: at.start,
    end: at.end,
    waived: null,
  };
}

const more = (count: number): string =>
  count > 0 ? ` ${count} more relation${count === 1 ? " breaks" : "s break"} with it.` : "";

/** The fact and both numbers, in the author's own labels: what is printed, what the others give, how far they are apart. */
export function explained(judged: Judged, figures: readonly Figure[]): string {
  const { relation, judgement } = judged;
  if (relation.form.kind === "said") return relation.text;
  if (relation.form.kind === "equal") return explainedEqual(judged, figures);
  const result = figures[relation.form.result]!;
  const { computed, apart } = judgement;
  const apartText =
    apart.n > 0n ? ` They are at least ${worded(apart, printOf(result))} apart.` : " The two do not meet.";
  return `${relation.text}: ${computedWords(computed, result)}${apartText}`;
}

const explainedEqual = ({ relation, figures: [left, right] }: Judged, figures: readonly Figure[]): string =>
  `${relation.text}: ${unequalWords(figures[left!]!, figures[right!]!)}`;

/** What holds only by the slack of rounding. */
export function slackFinding(judged: Judged, figures: readonly Figure[]): Finding {
  return {
    ...aboutSlack([judged], judged.figures.at(-1)!, figures),
    code: "attainable-only",
    severity: "note",
    message: explainedSlack(judged, figures),
    remedy: "It may be right, unrounded amounts allow it; a footnote on rounding, or the unrounded amounts, settle it.",
  };
}

/** The same where the release else foots on its printed digits. */
export function looseFinding({ sums, culprit, exact, others }: LooseSums, figures: readonly Figure[]): Finding {
  const also = others === 0 ? "every other" : `${exact} others`;
  return {
    ...aboutSlack(sums, culprit, figures),
    code: "total-foots-by-rounding-alone",
    severity: "warning",
    message:
      sums
        .slice(0, 3)
        .map((j) => explainedSlack(j, figures))
        .join(" ") + more(sums.length - 3),
    remedy: `Of the sums that are printed in the same unit ${also} ${others === 0 ? `(${exact}) adds` : "add"} up on the printed digits; check ${figures[culprit]!.text} before you call it rounding.`,
  };
}

const aboutSlack = (
  sums: readonly Judged[],
  culprit: number,
  figures: readonly Figure[],
): Pick<Finding, "about" | "figures" | "relations" | "certificate" | "start" | "end" | "waived"> => ({
  about: "figures",
  figures: [...new Set([culprit, ...sums.flatMap((j) => j.figures)])].slice(0, MOST_NAMED).map((f) => figures[f]!.id),
  relations: sums.map((j) => j.id),
  certificate: [],
  start: figures[culprit]!.start,
  end: figures[culprit]!.end,
  waived: null,
});

function explainedSlack({ relation, judgement }: Judged, figures: readonly Figure[]): string {
  if (relation.form.kind === "equal" || relation.form.kind === "said") return relation.text;
  return `${relation.text}: ${slackWords(judgement.computed, figures[relation.form.result]!)}`;
}

/** What the file of a relation says itself, because no arithmetic decides it; `ids` are those of the relation, if it is listed. */
export function saidFinding(said: Said, ids: readonly string[], figures: readonly Figure[]): Finding | undefined {
  const { trouble } = said;
  if (trouble === undefined) return undefined;
  const last = said.figures.at(-1);
  const { start, end } = trouble.at ?? (last === undefined ? { start: 0, end: 0 } : figures[last]!);
  return {
    code: trouble.code,
    about: "figures",
    severity: trouble.severity,
    message: trouble.message,
    remedy: trouble.remedy,
    figures: said.figures.toReversed().map((f) => figures[f]!.id),
    relations: ids,
    certificate: [],
    start,
    end,
    waived: null,
  };
}
