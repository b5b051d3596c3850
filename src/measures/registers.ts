import type { RegisterRow } from "../books/books.ts";
import { type Day, plusDays } from "../calendar/date.ts";
import type { Member, Working } from "./fact.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { type MemberNames, memberOf, memberText } from "./member.ts";
import { input, none } from "./working.ts";

/** How long after a period a number still says something of it: a release states its employees as of its own day. */
const AFTER_DAYS = 60;

const WORDS = /[^a-z0-9]+/g;

/** "Product launches" -> "product-launches". */
export const registerName = (register: string): string =>
  register
    .toLowerCase()
    .replaceAll(WORDS, "-")
    .replaceAll(/^-+|-+$/g, "");

/** A member of a register that is no division, region or category is known by its own name. */
const memberOfRow = (names: MemberNames, row: RegisterRow): Member =>
  memberOf(names, row.member) ?? { category: row.member ?? "" };

/** The numbers that the company keeps beside its books: employees, countries, launches. */
export function registers(rows: readonly RegisterRow[], names: MemberNames): readonly Measure[] {
  const found = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const name = registerName(row.register);
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  return [...found].map(([name, own]) => registerMeasure(name, own, names));
}

function registerMeasure(name: string, rows: readonly RegisterRow[], names: MemberNames): Measure {
  const members = new Map(rows.map((row) => [memberText(memberOfRow(names, row)), memberOfRow(names, row)]));
  const title = rows[0]?.register ?? name;
  return measure(
    name,
    `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`,
    `The number that stands in registers.csv as of a day of the period, the last of them; else that of the first day in the ${AFTER_DAYS} days after it; else the last before it.`,
    (ask) => registered(ask, rows, names),
    { unit: "count", basis: "operating", members: [...members.values()], reach: "calendar", instant: true },
  );
}

function registered(ask: Ask, rows: readonly RegisterRow[], names: MemberNames): Working {
  const mine = rows
    .filter((row) => memberText(memberOfRow(names, row)) === memberText(ask.member))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
  const { start, end } = ask.span;
  const within = (from: Day, to: Day): readonly RegisterRow[] =>
    mine.filter((row) => row.asOf >= from && row.asOf <= to);
  const row =
    within(start, end).at(-1) ??
    within(plusDays(end, 1), plusDays(end, AFTER_DAYS))[0] ??
    within("0001-01-01", start).at(-1);
  if (row === undefined) return none("the register has no number for the period");
  return input(`${row.register} as of ${row.asOf}${row.note === "" ? "" : ` (${row.note})`}`, row.value, row.place);
}
