import type { FiscalMonth, QuarterName } from "../books/books.ts";
import { type Calendar, periodOf } from "../books/periods.ts";
import { plusDays } from "../calendar/date.ts";
import { type CarryStep, quarterBehind, quartersBetween } from "../release/carry-period.ts";

/** From the quarter of the earlier release to the one that is asked for; or why there is no such release to begin. */
export function carryStep(
  name: string,
  from: QuarterName,
  asked: string | undefined,
  calendar: Calendar,
): CarryStep | { readonly trouble: string } {
  if (asked !== undefined && !/^(?!0000)\d{4}-[qQ][1-4]$/.test(asked))
    return { trouble: `--period takes a quarter, such as 2007-Q3, and not "${asked}"` };
  const to = asked === undefined ? quarterBehind(from, 1) : asked.toUpperCase();
  if (to === undefined) return { trouble: `no quarter comes after ${from}` };
  const quarters = quartersBetween(from, to);
  if (quarters < 1) {
    const next = quarterBehind(from, 1);
    const after = next === undefined ? "" : `; the next is ${next}`;
    const stands =
      quarters === 0 ? `is the quarter of "${name}" itself` : `lies before ${from}, the quarter of "${name}"`;
    return { trouble: `${to} ${stands}: a release is begun from an earlier one${after}` };
  }
  if (periodOf(calendar, to) !== undefined) return { from, to, quarters };
  return { trouble: missing(to, calendar.months) };
}

/** Which rows of company.yaml are not there: of the quarter, and of those that lie between. */
function missing(to: QuarterName, months: readonly FiscalMonth[]): string {
  const last = months.at(-1);
  if (last === undefined)
    return `the periods of company.yaml hold no month of ${to} that can be read; set them right first`;
  const rows: string[] = [];
  let before = last.month;
  // A list of months that begins behind the quarter, or has it in part, lacks what is not told by the months behind its last.
  const away = quartersBetween(last.quarter, to);
  for (let i = 0; i <= Math.min(away, 40); i++) {
    const quarter = quarterBehind(last.quarter, i)!;
    const usual = countOf(quarter, months);
    for (let held = i === 0 ? months.filter((one) => one.quarter === quarter).length : 0; held < usual; held++) {
      before = monthBehind(before, quarter);
      rows.push(`${before} (${quarter})`);
    }
  }
  if (rows.length === 0)
    return `company.yaml has no months of ${to}: they begin with ${months[0]?.month} and end with ${last.month}`;
  const start = plusDays(last.end, 1);
  return `company.yaml ends with ${last.month} on ${last.end}, and has not all months of ${to}; add ${several(rows)} to its periods, the first from ${start} on, and ask again`;
}

/** How many months the quarter has in another year; three where there is none. */
function countOf(quarter: QuarterName, months: readonly FiscalMonth[]): number {
  const other = months
    .filter((one) => one.quarter !== quarter && one.quarter.slice(4) === quarter.slice(4))
    .at(-1)?.quarter;
  return other === undefined ? 3 : months.filter((one) => one.quarter === other).length;
}

const monthBehind = (month: string, quarter: QuarterName): string =>
  month.slice(0, 4) === quarter.slice(0, 4)
    ? `${month.slice(0, 6)}${String(+month.slice(6) + 1).padStart(2, "0")}`
    : `${quarter.slice(0, 4)}-P01`;

const several = (rows: readonly string[]): string =>
  rows.length === 1 ? `the row ${rows[0]}` : `the rows ${rows.slice(0, -1).join(", ")} and ${rows.at(-1)}`;
