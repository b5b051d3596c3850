import { type Day, endOfMonth, ordinal, weekday } from "../calendar/date.ts";
import { nominalEnd } from "../calendar/fiscal.ts";
import { lastWeekday, nearestWeekday } from "../calendar/proposed-end.ts";
import type { Company, QuarterName, SourcePlace } from "./books.ts";
import type { BooksFinding } from "./books-finding.ts";

const PLACE: SourcePlace = { path: "company.yaml", line: undefined, column: undefined };

interface Quarter {
  readonly quarter: QuarterName;
  readonly start: Day;
  readonly end: Day;
  readonly days: number;
}

/** One day more or less is a leap year's, and no reader would ask. */
const FEW_DAYS = 2;

/**
 * What a reviewer should know of the calendar before comparing its quarters: one that has other days than the same quarter a year before
 * (a 53rd week, a year that ends on a fixed date), and an end that the rules for weeks do not propose (Treas. Reg. 1.441-2). Rows are stated, so
 * that nothing here is an error.
 */
export function calendarFindings({ months }: Pick<Company, "months">): readonly BooksFinding[] {
  const quarters = quartersOf(months);
  return [...lengthNotes(quarters), ...endNotes(quarters)];
}

function quartersOf(months: Company["months"]): readonly Quarter[] {
  const spans = new Map<QuarterName, { start: Day; end: Day }>();
  for (const { quarter, start, end } of months) {
    const span = spans.get(quarter);
    if (span === undefined) spans.set(quarter, { start, end });
    else span.end = end;
  }
  return [...spans].map(([quarter, { start, end }]) => ({
    quarter,
    start,
    end,
    days: ordinal(end) - ordinal(start) + 1,
  }));
}

/** The first and the last quarter of the list may have been cut off by it; a cut quarter is shorter than any whole one. */
const SHORTEST_DAYS = 70;

function lengthNotes(quarters: readonly Quarter[]): readonly BooksFinding[] {
  const known = new Map(quarters.map((quarter) => [quarter.quarter, quarter]));
  return quarters.flatMap((now) => {
    const name = `${String(+now.quarter.slice(0, 4) - 1).padStart(4, "0")}${now.quarter.slice(4)}`;
    const before = known.get(name);
    if (before === undefined || Math.min(before.days, now.days) < SHORTEST_DAYS) return [];
    const more = now.days - before.days;
    if (Math.abs(more) < FEW_DAYS) return [];
    return [
      note(
        "quarter-days-differ",
        `${now.quarter} has ${now.days} days, and ${name} had ${before.days}: ${counted(Math.abs(more))} ${more > 0 ? "more" : "fewer"} days.`,
        "Say so wherever the two are compared, or compare by day (revenue-per-day-growth).",
      ),
    ];
  });
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const counted = (days: number): string => WORDS[days] ?? String(days);

/** Ends that no rule proposes, in a calendar of weeks: all quarters but those that end a year on a fixed date fall on one weekday. */
function endNotes(quarters: readonly Quarter[]): readonly BooksFinding[] {
  const day = usualWeekday(quarters);
  if (day === undefined) return [];
  return quarters.flatMap(({ quarter, end }) => {
    if (weekday(end) !== day) return [];
    const month = endOfMonth(nominalEnd(end));
    const proposed = [...new Set([nearestWeekday(month, day), lastWeekday(month, day)])].sort();
    if (proposed.includes(end)) return [];
    return [
      note(
        "quarter-end-unusual",
        `${quarter} ends on ${end}; the rules for years of 52 or 53 weeks propose ${proposed.join(" or ")}.`,
        "If the company closed its books on that day, nothing is wrong.",
      ),
    ];
  });
}

/** The weekday that most quarters end on, unless they end with months. */
function usualWeekday(quarters: readonly Quarter[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { end } of quarters) counts.set(weekday(end), (counts.get(weekday(end)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] * 2 > quarters.length && quarters.length > 2 ? most[0] : undefined;
}

const note = (code: "quarter-days-differ" | "quarter-end-unusual", message: string, remedy: string): BooksFinding => ({
  code,
  about: "books",
  severity: "note",
  message,
  remedy,
  places: [PLACE],
});
