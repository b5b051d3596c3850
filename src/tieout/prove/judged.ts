import { absolute, compare, equal, multiply, type Rational, subtract, whole } from "../../exact/rational.ts";
import type { Severity } from "../../finding.ts";
import type { Figure } from "../figures/figure.ts";
import { namedBy, type Relation } from "../relations/relation.ts";
import { slipExplains } from "./slips.ts";
import { type Judgement, judge } from "./verdict.ts";

/** A relation with its verdict. `figures` are those it names, operands in reading order and the result last. */
export interface Judged {
  readonly id: string;
  readonly relation: Relation;
  readonly judgement: Judgement;
  readonly figures: readonly number[];
}

const RANK: Readonly<Record<Relation["strength"], number>> = { strong: 2, fair: 1, weak: 0 };

/** Judges each relation once: of several with the same figures and form, the one with most evidence stays. */
export function judgeAll(relations: readonly Relation[], figures: readonly Figure[]): readonly Judged[] {
  const best = new Map<string, Relation>();
  for (const relation of relations) {
    const key = keyOf(relation);
    const other = best.get(key);
    if (other === undefined || outranks(relation, other)) best.set(key, relation);
  }
  return [...best.values()]
    .map((relation) => ({ relation, figures: namedBy(relation.form) }))
    .sort((a, b) => a.figures.at(-1)! - b.figures.at(-1)! || a.figures[0]! - b.figures[0]!)
    .map(({ relation, figures: named }, i) => ({
      id: `r${i + 1}`,
      relation,
      judgement: judge(relation.form, figures),
      figures: named,
    }));
}

const outranks = (a: Relation, b: Relation): boolean =>
  RANK[a.strength] > RANK[b.strength] || (a.strength === b.strength && a.bits > b.bits);

function keyOf({ rule, kind, form }: Relation): string {
  // Several things are said of one token: that its day exists, and which weekday it is.
  if (form.kind === "said") return `said ${rule} ${kind} ${namedBy(form).join(" ")}`;
  if (form.kind === "sum")
    return `sum ${namedBy(form)
      .toSorted((a, b) => a - b)
      .join(" ")}`;
  return `${form.kind} ${namedBy(form).join(" ")}`;
}

/**
 * Whether its breaking would be an error: only then may its holding be called a proof. What follows from another document is
 * the exception: a base may be recast there, which is why breaking is no error; agreement with it is agreement all the same.
 */
export const isBelieved = ({ relation }: Judged): boolean =>
  relation.strength === "strong" ||
  (relation.strength === "fair" && relation.form.kind === "said" && relation.form.computed !== undefined);

/** Whether it is worth a warning, and speaks for a figure that others accuse. */
export const isWitness = ({ relation }: Judged): boolean => relation.strength !== "weak";

export const holds = ({ judgement }: Judged): boolean =>
  judgement.verdict === "forced" || judgement.verdict === "consistent";

/** How serious a relation is that cannot hold; undefined where it can, or was never believed. */
export function severityOf(judged: Judged, figures: readonly Figure[], rows: RowMates): Severity | undefined {
  const { relation, judgement } = judged;
  if (judgement.verdict !== "unattainable" || relation.strength === "weak" || relation.form.kind === "said")
    return undefined;
  if (relation.strength === "fair") return "warning";
  if (relation.byHand === true) return "error";
  if (!beyond(judgement.apart, relation, figures)) return "warning";
  // Sums are believed without it; ratios and comparisons fit by chance more often, so an error must look like one.
  if (relation.form.kind !== "quotient" && relation.kind !== "points") return "error";
  const explained =
    isDoubled(relation, figures) || judged.figures.some((f) => slipExplains(relation.form, f, figures, rows(f)));
  return explained ? "error" : "warning";
}

/** Prints of fewer steps are alike by chance. */
const LEAST_DOUBLED = whole(50n);

/** Whether a growth compares an amount with one that prints the same: one of the two was printed in the place of its own. */
function isDoubled({ form }: Relation, figures: readonly Figure[]): boolean {
  if (form.kind !== "quotient" || form.numerator.length !== 1 || form.denominator.length !== 1) return false;
  const a = figures[form.numerator[0]!.figure]!.measured!;
  const b = figures[form.denominator[0]!.figure]!.measured!;
  return equal(a.value, b.value) && compare(absolute(a.value), multiply(LEAST_DOUBLED, a.quantum)) >= 0;
}

/** The other figures of the printed row that a figure stands in. */
export type RowMates = (figure: number) => readonly number[];

export function rowMates(figures: readonly Figure[]): RowMates {
  const rows = new Map<string, number[]>();
  const keyOf = ({ where }: Figure): string | undefined =>
    where.kind === "table" ? `${where.table} ${where.row}` : undefined;
  figures.forEach((figure, i) => {
    const key = keyOf(figure);
    if (key === undefined) return;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [i]);
    else row.push(i);
  });
  return (figure) => rows.get(keyOf(figures[figure]!) ?? "") ?? [];
}

function beyond(apart: Rational, relation: Relation, figures: readonly Figure[]): boolean {
  const { form, allowance } = relation;
  // Two prints that differ by one step may stand on either side of one amount: that is a slip of rounding.
  if (form.kind === "equal")
    return apart.n > 0n && (allowance === 0 || !isNextStep(figures[form.left]!, figures[form.right]!));
  if (allowance === 0 || form.kind === "said") return true;
  return compare(apart, multiply(whole(allowance), figures[form.result]!.measured!.quantum)) > 0;
}

/** Whether two prints are no further apart than one step of the coarser: it may have been turned so that its own sum foots. */
function isNextStep({ measured: a }: Figure, { measured: b }: Figure): boolean {
  const step = compare(a!.quantum, b!.quantum) < 0 ? b!.quantum : a!.quantum;
  return compare(absolute(subtract(a!.value, b!.value)), step) <= 0;
}
