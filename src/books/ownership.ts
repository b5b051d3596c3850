import { type Day, plusDays } from "../calendar/date.ts";
import { format } from "../exact/decimal.ts";
import { add, compare, multiply, ONE, type Rational, subtract, whole, ZERO } from "../exact/rational.ts";
import type { Company, Deal, Ownership } from "./books.ts";
import { dayKind, entityName, percent } from "./kind.ts";
import type { Say } from "./said.ts";
import { filled, maybe, type Names, readTable, table, type WorkspaceFile } from "./table.ts";

const OWNERSHIP = table(
  {
    entity: filled(entityName),
    parent: filled(entityName),
    percent: filled(percent),
    from: filled(dayKind),
    to: maybe(dayKind),
  },
  ["entity", "parent", "from"],
);

const LAST_DAY: Day = "9999-12-31";

export function readOwnership(
  file: WorkspaceFile,
  company: Company | undefined,
  names: Names,
  say: Say,
): { readonly ownership: readonly Ownership[]; readonly leftOut: ReadonlySet<string> } {
  const read = readTable(OWNERSHIP, file, names, say);
  const ownership: Ownership[] = [];
  const leftOut = new Set(read.leftOut);
  for (const { values, place, at } of read.rows) {
    const { entity, parent, from, to } = values;
    if (to !== undefined && to < from) {
      const remedy = "Exchange the two days, or set the wrong one right.";
      say("days-turned-round", at("to"), `The stretch ends on ${to}, before it starts on ${from}.`, remedy);
      leftOut.add(entity);
    } else if (entity === company?.parent)
      say(
        "ownership-circle",
        at("entity"),
        `${entity} is the company's parent (company.yaml), and ${parent} is said to own ${percentText(values.percent)} of it.`,
        "Take the row out; what owns the parent is not part of the group.",
      );
    else ownership.push({ entity, parent, share: values.percent, from, to, place });
  }
  sayCircles(ownership, say);
  return { ownership, leftOut };
}

const percentText = (share: Rational): string => `${format(multiply(share, whole(100)))} %`;
const lastDay = ({ to }: Ownership): Day => to ?? LAST_DAY;

/**
 * For every day that an entity is part of the group, its rows say who owns it, one row for each owner, at most 100 percent together. `leftOut` are entities
 * of which some row could not be read: nothing is said of what they lack.
 */
export function checkOwnership(
  ownership: readonly Ownership[],
  leftOut: ReadonlySet<string>,
  company: Company | undefined,
  deals: readonly Deal[],
  say: Say,
): void {
  const dealsOf = grouped(deals);
  for (const [entity, rows] of grouped(ownership)) {
    const inOrder = rows.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    sayTwice(inOrder, say);
    sayAbove(entity, inOrder, say);
    if (!leftOut.has(entity)) sayGaps(entity, inOrder, stretchOf(company, dealsOf.get(entity) ?? []), say);
  }
}

function grouped<T extends { readonly entity: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const all = new Map<string, T[]>();
  for (const row of rows) {
    const own = all.get(row.entity);
    if (own === undefined) all.set(row.entity, [row]);
    else own.push(row);
  }
  return all;
}

interface Stretch {
  readonly first: Day | undefined;
  readonly last: Day | undefined;
}

/** The days that an entity is part of the group, as far as the company's months reach. */
function stretchOf(company: Company | undefined, own: readonly Deal[]): Stretch {
  const acquired = own.find((deal) => deal.kind === "acquired")?.date;
  const disposed = own.find((deal) => deal.kind === "disposed")?.date;
  const start = company?.months[0]?.start;
  const end = company?.months.at(-1)?.end;
  return {
    first: acquired !== undefined && start !== undefined && acquired > start ? acquired : start,
    last: disposed !== undefined && end !== undefined && disposed < end ? disposed : end,
  };
}

/** One owner with two rows for a day: the second was meant to follow the first. */
function sayTwice(rows: readonly Ownership[], say: Say): void {
  const last = new Map<string, Ownership>();
  for (const row of rows) {
    const before = last.get(row.parent);
    if (before !== undefined && row.from <= lastDay(before))
      say(
        "ownership-stated-twice",
        [row.place, before.place],
        `${row.parent} owns ${percentText(row.share)} of ${row.entity} from ${row.from}, and line ${before.place.line} says ${percentText(before.share)} ${before.to === undefined ? "without an end" : `up to ${before.to}`}.`,
        `Let the earlier row end on ${plusDays(row.from, -1)}.`,
      );
    if (before === undefined || lastDay(row) >= lastDay(before)) last.set(row.parent, row);
  }
}

/** The first day on which more than the whole is owned. */
function sayAbove(entity: string, rows: readonly Ownership[], say: Say): void {
  const ends = [...rows].sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  let done = 0;
  let sum = ZERO;
  for (const row of rows) {
    for (; done < ends.length && lastDay(ends[done]!) < row.from; done++) sum = subtract(sum, ends[done]!.share);
    sum = add(sum, row.share);
    if (compare(sum, ONE) <= 0) continue;
    const held = rows.filter((other) => other.from <= row.from && row.from <= lastDay(other));
    say(
      "ownership-above-whole",
      [
        row.place,
        ...held
          .filter((other) => other !== row)
          .slice(0, 4)
          .map((other) => other.place),
      ],
      `On ${row.from} ${held.map((other) => `${percentText(other.share)} (${other.parent})`).join(" and ")} of ${entity} are owned, ${percentText(sum)} together; at most 100 % can be.`,
      "Set a percentage or a day right.",
    );
    return;
  }
}

function sayGaps(entity: string, rows: readonly Ownership[], { first, last }: Stretch, say: Say): void {
  let covered: Day | undefined;
  const [opening] = rows;
  if (opening !== undefined && first !== undefined && opening.from > first)
    say(
      "ownership-gap",
      opening.place,
      `The first row of ${entity} starts on ${opening.from}, and it is part of the group from ${first}: for the days between nothing says who owns it.`,
      "Let the row start earlier, add one before it, or state in books/deals.csv when the entity was acquired.",
    );
  for (const row of rows) {
    if (covered !== undefined && covered < row.from && plusDays(covered, 1) < row.from)
      say(
        "ownership-gap",
        row.place,
        `The rows of ${entity} leave out the days from ${plusDays(covered, 1)} to ${plusDays(row.from, -1)}.`,
        "Let one of the two rows reach the other, or add one between them.",
      );
    if (covered === undefined || lastDay(row) > covered) covered = lastDay(row);
  }
  if (covered !== undefined && last !== undefined && covered < last)
    say(
      "ownership-gap",
      rows.find((row) => lastDay(row) === covered)!.place,
      `The last row of ${entity} ends on ${covered}, and it is part of the group up to ${last}.`,
      "Let the row end later or leave its end open, or state in books/deals.csv when the entity was disposed of.",
    );
}

/** Beyond this many rows a circle is told whether or not all of its rows share a day: to look at each day would take too long. */
const MOST_DAYS = 1000;

/** Owners of owners must come to an end. A circle counts where all of its rows hold on one day. */
function sayCircles(ownership: readonly Ownership[], say: Say): void {
  const circling = inCircles(ownership);
  if (circling.length === 0) return;
  const starts = [...new Set(circling.map((row) => row.from))].sort();
  const days = circling.length > MOST_DAYS ? [] : starts;
  for (const d of days) {
    const rows = inCircles(circling.filter((row) => row.from <= d && d <= lastDay(row)));
    if (rows.length === 0) continue;
    sayCircle(rows, `On ${d} `, say);
    return;
  }
  if (circling.length > MOST_DAYS) sayCircle(circling, "", say);
}

function sayCircle(rows: readonly Ownership[], when: string, say: Say): void {
  const shown = rows.slice(0, 5);
  say(
    "ownership-circle",
    shown.map((row) => row.place),
    `${when}${shown.map((row) => `${row.parent} owns ${row.entity}`).join(", ")}${rows.length > shown.length ? " and so on" : ""}: a circle.`,
    "Take out the row that turns the ownership round.",
  );
}

/** The rows that lie on circles, or between two: what is left when rows whose entity owns nothing, or whose parent nothing owns, are taken away. */
function inCircles(ownership: readonly Ownership[]): readonly Ownership[] {
  return peeled(peeled(ownership, "parent", "entity"), "entity", "parent");
}

/** Takes away, again and again, the rows whose `end` stands in no row as `start`. */
function peeled(
  rows: readonly Ownership[],
  start: "entity" | "parent",
  end: "entity" | "parent",
): readonly Ownership[] {
  const count = new Map<string, number>();
  const into = new Map<string, Ownership[]>();
  for (const row of rows) {
    count.set(row[start], (count.get(row[start]) ?? 0) + 1);
    const list = into.get(row[end]);
    if (list === undefined) into.set(row[end], [row]);
    else list.push(row);
  }
  const gone = new Set<Ownership>();
  const waiting = [...into.keys()].filter((name) => !count.has(name));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
    for (const row of into.get(name) ?? []) {
      gone.add(row);
      const left = count.get(row[start])! - 1;
      count.set(row[start], left);
      if (left === 0) waiting.push(row[start]);
    }
  return rows.filter((row) => !gone.has(row));
}
