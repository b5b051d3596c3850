import { negate, subtract } from "../exact/rational.ts";
import type { Fact, FactUnit, NoValue, Working } from "../measures/fact.ts";
import { memberText } from "../measures/member.ts";
import type { TableDesk } from "./table-plan.ts";

/** Another fact as the part of one that is made of it here; one that was made here itself brings its working along. */
function referred(fact: Fact): Working {
  const { measure, period, member, title, value, working } = fact;
  const of = memberText(member);
  const text = `${title}, ${period}${of === "" ? "" : `, ${of}`}`;
  if (fact.isDerived) return { kind: "computed", text, operation: "same", value, parts: [working] };
  return { kind: "fact", text, value, measure, period, member };
}

/** What a table shows and no measure is: it has a name of its own, and its working says what it is made of. */
export interface Derived {
  readonly measure: string;
  readonly title: string;
  readonly unit?: FactUnit;
}

function made(like: Fact, { measure, title, unit = like.unit }: Derived, working: Working): Fact {
  return { ...like, measure, title, unit, value: working.value, working, isDerived: true };
}

const numbers = (facts: readonly (Fact | undefined)[]): readonly Fact[] =>
  facts.filter((fact) => fact !== undefined && typeof fact.value !== "string") as readonly Fact[];

/** The first less the others; those that are nil take nothing away. Nil where nothing remains; undefined where the first is not there. */
export function difference(
  of: Derived,
  first: Fact | undefined,
  others: readonly (Fact | undefined)[],
): Fact | undefined {
  if (first === undefined || typeof first.value === "string") return undefined;
  const taken = numbers(others);
  let left = first.value;
  for (const fact of taken) if (typeof fact.value !== "string") left = subtract(left, fact.value);
  const value: Fact["value"] = left.n === 0n ? ("nil" satisfies NoValue) : left;
  return made(first, of, {
    kind: "computed",
    text: `${of.title}: the first less the others`,
    operation: "difference",
    value,
    parts: [first, ...taken].map(referred),
  });
}

/** The same amount with the other sign, as where what was added is taken away. */
export function negation(of: Derived, fact: Fact | undefined): Fact | undefined {
  if (fact === undefined) return undefined;
  if (typeof fact.value === "string") return made(fact, of, fact.working);
  return made(fact, of, {
    kind: "computed",
    text: `${of.title}: taken away`,
    operation: "negation",
    value: negate(fact.value),
    parts: [referred(fact)],
  });
}

/** An amount that is taken away, as a row that is added: what was 13.5 reads as (13.5). */
export const takenAway = (fact: Fact | undefined): Fact | undefined =>
  fact === undefined
    ? undefined
    : negation({ measure: `${fact.measure}-taken-away`, title: `${fact.title}, taken away` }, fact);

/** The same amount under another name, as where a table shows it beside another period. */
export const same = (of: Derived, fact: Fact): Fact =>
  made(fact, of, {
    kind: "computed",
    text: `${of.title}: as it is`,
    operation: "same",
    value: fact.value,
    parts: [referred(fact)],
  });

/** What of a measure belongs to none of the members. */
export function notAllocated(
  desk: TableDesk,
  measure: string,
  period: string,
  members: readonly Fact["member"][],
): Fact | undefined {
  const whole = desk.facts.fact(measure, period);
  if (whole === undefined) return undefined;
  return difference(
    { measure: `${whole.measure}-not-allocated`, title: `${whole.title}, not allocated` },
    whole,
    members.map((member) => desk.facts.fact(measure, period, member)),
  );
}
