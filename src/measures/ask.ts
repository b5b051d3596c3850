import type { MonthName } from "../books/books.ts";
import { comparativeCode } from "../books/periods.ts";
import type { Member, Working } from "./fact.ts";
import type { Ask } from "./measure.ts";
import { memberText } from "./member.ts";
import { none } from "./working.ts";

/** Another fact as a part of this one: of the same period and member unless it is said otherwise. */
export function refer(ask: Ask, name: string, other: { period?: string; member?: Member } = {}): Working {
  const period = other.period ?? ask.span.code;
  const member = other.member ?? ask.member;
  const { desk } = ask;
  const versioned = desk.measures.get(name)?.version === "definition";
  const full = versioned && ask.definition !== desk.books.company.definition ? `${name}@${ask.definition}` : name;
  const fact = desk.fact(full, period, member);
  const of = memberText(member);
  const text = `${fact?.title ?? name}, ${period}${of === "" ? "" : `, ${of}`}`;
  if (fact === undefined) return none(`${text}: there is no such fact`);
  return { kind: "fact", text, value: fact.value, measure: full, period, member };
}

/** The same measure, a year before. */
export const referBase = (ask: Ask, name: string, member?: Member): Working =>
  refer(ask, name, { period: comparativeCode(ask.span.code) ?? "", ...(member === undefined ? {} : { member }) });

export const monthsOf = (ask: Ask): readonly MonthName[] => ask.span.months.map((month) => month.month);

export const lastMonthOf = (ask: Ask): MonthName => ask.span.months[ask.span.months.length - 1]?.month ?? "";

export const days = (n: number): string => (n === 1 ? "1 day" : `${n} days`);
