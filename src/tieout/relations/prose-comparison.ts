import { samePeriod } from "../../calendar/period.ts";
import { compare } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { bitsOfPrint, changeForm, growthForm, pointsForm } from "./prose-fit.ts";
import type { Form, Relation } from "./relation.ts";

/**
 * What a sentence says of its own figures (T06, T29, T05, T09, T10): a growth or a change, and the two figures that it is said to
 * lie between. Each is bound to a comparative of its own; where that is not plain, nothing is proposed.
 */
export function proseComparisons(groups: readonly ProseGroup[], figures: readonly Figure[]): readonly Relation[] {
  return groups.flatMap((g) => (g.forward ? [] : comparisonsOf(g, figures)));
}

function comparisonsOf(group: ProseGroup, figures: readonly Figure[]): readonly Relation[] {
  const current = group.readings.filter((r) => r.role === "current");
  if (current.length !== 1 || group.kind === undefined) return [];
  const c = current[0]!;
  const relations: Relation[] = [];
  group.readings.forEach((r, i) => {
    if (r.role !== "growth" && r.role !== "change" && r.role !== "points") return;
    const prior = priorOf(group.readings, i);
    const form = prior === undefined ? undefined : formOf(group, c, prior, r, figures);
    if (prior === undefined || form === undefined) return;
    relations.push(relation(group, r, prior, form, figures));
  });
  return relations;
}

/** What tests a growth or a change of the group by the sentence's own figures; undefined where that is not plain. */
export function ownForm(group: ProseGroup, reading: ProseReading, figures: readonly Figure[]): Form | undefined {
  const current = group.readings.filter((r) => r.role === "current");
  const prior = priorOf(group.readings, group.readings.indexOf(reading));
  return current.length !== 1 || prior === undefined ? undefined : formOf(group, current[0]!, prior, reading, figures);
}

/** The comparative of a growth: right behind it ("up 5% from $4"), else the group's only one where the growth is its only one. */
function priorOf(readings: readonly ProseReading[], i: number): ProseReading | undefined {
  const r = readings[i]!;
  const next = readings[i + 1];
  const restated = next?.link === "or" && (next.role === "change" || next.role === "growth");
  const behind = restated ? readings[i + 2] : next;
  if (behind?.role === "prior" && behind.link === "from") return behind;
  const priors = readings.filter((x) => x.role === "prior");
  const rivals = readings.filter((x) => x.role === r.role && x.basis === r.basis);
  if (priors.length !== 1 || rivals.length !== 1) return undefined;
  const only = priors[0]!;
  const differ = r.back !== undefined && only.back !== undefined && r.back !== only.back;
  const apart = r.against !== undefined && only.period !== undefined && !samePeriod(r.against, only.period);
  return differ || (apart && r.back !== undefined) ? undefined : only;
}

function formOf(
  group: ProseGroup,
  c: ProseReading,
  p: ProseReading,
  r: ProseReading,
  figures: readonly Figure[],
): Form | undefined {
  if (c.kind !== p.kind || r.basis === "constant-currency" || r.basis === "organic" || r.loose || r.cause)
    return undefined;
  const now = figures[c.figure]!.measured!.value;
  const then = figures[p.figure]!.measured!.value;
  const lossy = c.loss || p.loss || now.n < 0n || then.n <= 0n;
  if (r.direction === 0 || lossy) return undefined;
  const rises = compare(now, then) >= 0;
  // "Improved" may mean either way: then the figures themselves say which.
  const direction = r.unsure ? (rises ? 1 : -1) : r.direction;
  switch (r.role) {
    case "growth":
      return group.kind === "percent" || r.kind !== "percent"
        ? undefined
        : growthForm(c.figure, p.figure, r.figure, figures, direction);
    case "change":
      return r.kind !== c.kind ? undefined : changeForm(c.figure, p.figure, r.figure, direction);
    default:
      return group.kind === "percent" ? pointsForm(c.figure, p.figure, r.figure, figures, direction) : undefined;
  }
}

const RULES = { growth: "T06", change: "T05", points: "T09" } as const;

function relation(
  group: ProseGroup,
  r: ProseReading,
  prior: ProseReading,
  form: Form,
  figures: readonly Figure[],
): Relation {
  const kind = r.role === "growth" || r.role === "change" ? r.role : "points";
  const name = group.words.printed.slice(-6).join(" ");
  const of = name === "" ? "the figures of the sentence" : `"${name}"`;
  return {
    rule: kind === "points" && r.kind === "percentage-points" ? "T10" : RULES[kind],
    kind,
    text: `${kind} of ${of}, as its own sentence has it`,
    form,
    strength: "strong",
    evidence:
      prior.link === "from"
        ? `"from" behind the ${kind}`
        : "one current figure, one comparative and one measure of both in a sentence",
    bits: 10 + bitsOfPrint(figures[r.figure]!),
    allowance: 0,
  };
}
