import type { PublishedFact, Recast } from "../books/books.ts";
import { periodOf } from "../books/periods.ts";
import type { Say } from "../books/said.ts";
import { format } from "../exact/decimal.ts";
import { equal, type Rational } from "../exact/rational.ts";
import type { Fact, Member } from "./fact.ts";
import type { Desk } from "./measure.ts";
import { memberOf, memberText } from "./member.ts";
import { roundForPrint } from "./round-for-print.ts";

/** A fact that an earlier release published, beside what the books make of it now (domain D7, REG-52d). */
export interface Lineage {
  readonly measure: string;
  readonly period: string;
  readonly member: Member;
  /** As it was published first, and whenever it was published again. */
  readonly first: PublishedFact;
  readonly later: readonly PublishedFact[];
  /** Under the definition in force. */
  readonly now: Fact;
  /** `now` on the grid that it was first published on. */
  readonly nowPrinted: Rational | undefined;
  readonly differs: boolean;
  /** Why it is not the same; undefined where no row of recasts.csv says so. */
  readonly recast: Recast | undefined;
  /** What the books make of it under the definition that it was first published by. */
  readonly asDefinedThen: Fact | undefined;
  /** Whether the books have the same stretch a year later, whose growth stands on it. */
  readonly isBase: boolean;
}

const keyOf = (measure: string, period: string, member: Member): string =>
  `${measure}\n${period}\n${memberText(member)}`;

/** The lineage of every published fact that the books can make again; those that they cannot are told. */
export function lineages(desk: Desk, say: Say): readonly Lineage[] {
  const { history, recasts } = desk.books;
  const groups = new Map<string, { readonly member: Member; readonly rows: PublishedFact[] }>();
  for (const row of history) {
    const member = memberOf(desk.names, row.member);
    if (!desk.measures.has(row.measure) || member === undefined) tellUnknown(row, desk, say);
    else {
      const key = keyOf(row.measure, row.period, member);
      const group = groups.get(key) ?? { member, rows: [] };
      groups.set(key, group);
      group.rows.push(row);
    }
  }
  const reasons = new Map<string, Recast>();
  for (const recast of recasts) {
    const member = memberOf(desk.names, recast.member);
    if (member !== undefined) reasons.set(keyOf(recast.measure, recast.period, member), recast);
  }
  return [...groups].flatMap(([key, { member, rows }]) => lineageOf(desk, member, rows, reasons.get(key)) ?? []);
}

function tellUnknown(row: PublishedFact, desk: Desk, say: Say): void {
  const what = desk.measures.has(row.measure) ? `the member "${row.member}"` : `the measure "${row.measure}"`;
  say(
    "published-fact-unknown",
    row.place,
    `${row.document} published ${row.measure} for ${row.period}, and the books know nothing of ${what}.`,
    "Write the name that the books have now, so that both can be compared.",
    "warning",
  );
}

function lineageOf(
  desk: Desk,
  member: Member,
  rows: readonly PublishedFact[],
  recast: Recast | undefined,
): Lineage | undefined {
  const ordered = [...rows].sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0));
  const [first, ...later] = ordered;
  if (first === undefined) return undefined;
  const { measure, period, definition } = first;
  const now = desk.fact(measure, period, member);
  if (now === undefined || now.value === "nil") return undefined;
  const { company } = desk.books;
  const printed = printedOn(desk, now, first);
  const versioned = desk.measures.get(measure)?.version === "definition";
  const next = periodOf(company, `${String(+period.slice(0, 4) + 1).padStart(4, "0")}${period.slice(4)}`);
  return {
    measure,
    period,
    member,
    first,
    later,
    now,
    nowPrinted: printed,
    differs: printed === undefined || !equal(printed, first.value),
    recast,
    asDefinedThen:
      versioned && definition !== company.definition
        ? desk.fact(`${measure}@${definition}`, period, member)
        : undefined,
    isBase: next?.months.every((month) => desk.ledger.months.has(month.month)) ?? false,
  };
}

const printedOn = (desk: Desk, fact: Fact, row: PublishedFact): Rational | undefined =>
  roundForPrint(fact.value, { quantum: row.quantum, scale: 0, rounding: desk.books.company.rounding }).value;

/** A published fact that is another now, with nothing that says why, must not pass in silence: least of all where growth stands on it (V15). */
export function checkLineages(desk: Desk, found: readonly Lineage[], say: Say): void {
  for (const one of found) {
    if (!one.differs) continue;
    if (one.recast === undefined) tellUnexplained(one, say);
    else if (one.recast.reason === "definition") checkDefinition(desk, one, one.recast, say);
  }
}

const named = ({ measure, period, member }: Lineage): string => {
  const of = memberText(member);
  return `${measure}${of === "" ? "" : ` (${of})`} of ${period}`;
};

const printedText = (value: Rational | undefined): string => (value === undefined ? "not meaningful" : format(value));

function tellUnexplained(one: Lineage, say: Say): void {
  const { first, now } = one;
  const then = first.definition === now.version ? "" : `, under the definition ${first.definition}`;
  const numbers = `${first.document} published ${format(first.value)}${then}; the books now give ${printedText(one.nowPrinted)}${now.version === first.definition ? "" : `, under ${now.version}`}`;
  if (one.isBase)
    say(
      "base-recast-unexplained",
      first.place,
      `${named(one)} is the base of a growth rate, and is not what was published: ${numbers}.`,
      "Link a recast in history/recasts.csv that says why, or set the books right: readers will reckon the growth from what was published.",
    );
  else
    say(
      "published-differs-unexplained",
      first.place,
      `${named(one)} is not what was published: ${numbers}.`,
      "Link a recast in history/recasts.csv that says why, or set the books right.",
      "warning",
    );
}

function checkDefinition(desk: Desk, one: Lineage, recast: Recast, say: Say): void {
  const { first, asDefinedThen } = one;
  const printed = asDefinedThen === undefined ? undefined : printedOn(desk, asDefinedThen, first);
  if (printed !== undefined && equal(printed, first.value)) return;
  const made =
    asDefinedThen === undefined ? "the books know no such definition" : `the books give ${printedText(printed)} by it`;
  say(
    "recast-not-by-definition",
    [recast.place, first.place],
    `${named(one)} was published as ${format(first.value)} under the definition ${first.definition}; the recast gives the definition as the reason, and ${made}.`,
    "Mark in adjustments.csv what that definition took out, or give the other reason there is.",
    "warning",
  );
}
