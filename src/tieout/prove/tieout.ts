import { absolute, compare, multiply, rational, subtract } from "../../exact/rational.ts";
import type { Finding } from "../../finding.ts";
import type { Figure } from "../figures/figure.ts";
import type { Form, Relation } from "../relations/relation.ts";
import type { CheckedFigure, CheckedRelation, Status } from "../report/checked.ts";
import { causesOf } from "./blame.ts";
import { conflictsOf } from "./conflict.ts";
import { conflictFinding } from "./conflict-finding.ts";
import { brokenFinding, looseFinding, saidFinding, slackFinding } from "./findings.ts";
import { impliedBy } from "./implied.ts";
import { holds, isBelieved, isWitness, type Judged, judgeAll, rowMates, severityOf } from "./judged.ts";
import { looseSums } from "./loose-sums.ts";
import { propagate } from "./propagate.ts";

export interface TieOut {
  readonly figures: readonly CheckedFigure[];
  readonly relations: readonly CheckedRelation[];
  readonly findings: readonly Finding[];
}

/**
 * Judges what is proposed, each relation alone, and says of every measurement how it stands. `settle` may waive findings before
 * the figures are called contradicted by them.
 */
export function tieOut(
  proposals: readonly Relation[],
  figures: readonly Figure[],
  settle: (findings: readonly Finding[]) => readonly Finding[] = (findings) => findings,
): TieOut {
  const judged = judgeAll(proposals.filter(isPlaced), figures);
  const all = [
    ...findingsOf(judged, figures),
    ...proposals.filter((r) => !isPlaced(r)).flatMap((r) => saidOf(r, [], figures)),
  ];
  const findings = settle(all.sort((a, b) => a.start - b.start));
  const statuses = statusesOf(judged, findings, figures);
  const { implied } = propagate(judged.filter(isBelieved), figures);
  const reached = new Set(judged.flatMap((j) => (j.relation.form.kind === "said" ? j.figures : [])));
  return {
    figures: figures.map((figure, i) => ({
      figure,
      status: figure.measured === undefined ? undefined : (statuses.get(i) ?? "untied"),
      implied: implied.get(i),
      reached: reached.has(i),
    })),
    relations: judged.map(({ id, relation, judgement }) => ({
      id,
      relation,
      verdict: judgement.verdict,
      computed: judgement.verdict === "unverifiable" ? undefined : judgement.computed,
    })),
    findings,
  };
}

/** What names no token (a title, a table that is missing) can be told, but not listed among the relations of figures. */
const isPlaced = ({ form }: Relation): boolean => form.kind !== "said" || form.figures.length > 0;

const saidOf = ({ form }: Relation, ids: readonly string[], figures: readonly Figure[]): readonly Finding[] => {
  const finding = form.kind === "said" ? saidFinding(form, ids, figures) : undefined;
  return finding === undefined ? [] : [finding];
};

function findingsOf(judged: readonly Judged[], figures: readonly Figure[]): readonly Finding[] {
  const sound = new Map<number, number>();
  for (const j of judged)
    if (isWitness(j) && holds(j)) for (const f of j.figures) sound.set(f, (sound.get(f) ?? 0) + 1);
  const rows = rowMates(figures);
  const errors: Judged[] = [];
  const warnings: Judged[] = [];
  for (const j of judged) {
    const severity = severityOf(j, figures, rows);
    if (severity === "error") errors.push(j);
    else if (severity === "warning") warnings.push(j);
  }
  const causes = causesOf(errors, sound, figures);
  const culprits = new Set(causes.map((c) => c.culprit));
  // A weaker relation that the culprit of an error breaks as well has no cause of its own.
  const apart = warnings.filter((j) => !j.figures.some((f) => culprits.has(f)));
  const single = [
    ...causes.map((c) => brokenFinding(c, "error", figures)),
    ...causesOf(apart, sound, figures).map((c) => brokenFinding(c, "warning", figures)),
    ...judged.flatMap((j) => saidOf(j.relation, [j.id], figures)),
  ];
  const conflicts = conflictsOf(judged, figures, spokenOf(single, figures));
  // What cannot hold together is not called attainable beside it.
  const together = new Set(conflicts.flatMap((c) => c.relations));
  return [
    ...single,
    ...conflicts.map((c) => conflictFinding(c, sound, figures)),
    ...slackFindings(judged, figures, together),
  ];
}

/** The figures that an error names, and the likeliest culprits of warnings: of these something is said already. */
function spokenOf(findings: readonly Finding[], figures: readonly Figure[]): ReadonlySet<number> {
  const index = new Map(figures.map((f, i) => [f.id, i]));
  const spoken = findings.flatMap((f) =>
    f.severity === "error" ? f.figures : f.severity === "warning" ? f.figures.slice(0, 1) : [],
  );
  return new Set(spoken.map((id) => index.get(id)!));
}

/** What holds by rounding alone is a note; where the release else foots on its printed digits, a warning with all that shares its figure. */
function slackFindings(
  judged: readonly Judged[],
  figures: readonly Figure[],
  spoken: ReadonlySet<Judged>,
): readonly Finding[] {
  const loose = looseSums(judged, figures).filter(({ sums }) => !sums.some((j) => spoken.has(j)));
  const told = new Set(loose.flatMap(({ sums }) => sums));
  return [
    ...loose.map((sums) => looseFinding(sums, figures)),
    ...judged
      .filter((j) => j.judgement.verdict === "attainable" && isWitness(j) && j.relation.form.kind !== "said")
      .filter((j) => !spoken.has(j) && !told.has(j))
      .map((j) => slackFinding(j, figures)),
  ];
}

/** A relation that leaves a figure a range as wide as this part of it does not tie it. */
const LOOSE = rational(1n, 50n);
const TWO = rational(2n);

/**
 * Whether a relation that holds is narrow enough to tie the figure. The result always is; but $0.06 a share leaves anything between
 * 24 and 29 million for the number of shares, and nobody could call that number proved.
 */
function isHeld(form: Form, figure: number, figures: readonly Figure[]): boolean {
  if (form.kind !== "equal" && (form.kind !== "quotient" || form.result === figure)) return true;
  const left = impliedBy(form, figure, figures);
  if (left === undefined || left.low === null || left.high === null) return false;
  const { value, quantum } = figures[figure]!.measured!;
  const width = subtract(left.high.at, left.low.at);
  // A print of few steps is as coarse as that itself.
  return compare(width, multiply(LOOSE, absolute(value))) <= 0 || compare(width, multiply(TWO, quantum)) <= 0;
}

function statusesOf(
  judged: readonly Judged[],
  findings: readonly Finding[],
  figures: readonly Figure[],
): ReadonlyMap<number, Status> {
  const statuses = new Map<number, Status>();
  for (const j of judged) {
    if (!isBelieved(j)) continue;
    const { verdict } = j.judgement;
    for (const f of j.figures) {
      if (statuses.get(f) === "tied") continue;
      if (verdict === "attainable") statuses.set(f, "attainable");
      else if (holds(j) && isHeld(j.relation.form, f, figures)) statuses.set(f, "tied");
    }
  }
  const index = new Map(figures.map((f, i) => [f.id, i]));
  for (const finding of findings)
    if (finding.about === "figures" && finding.severity === "error" && finding.waived === null)
      statuses.set(index.get(finding.figures[0]!)!, "contradicted");
  return statuses;
}
