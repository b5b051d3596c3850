import { type Day, ordinal } from "../calendar/date.ts";
import type { Company, FiscalMonth, QuarterName } from "./books.ts";

/** The months of a company are all that stretches of time are made of. */
export type Calendar = Pick<Company, "months">;

export type PeriodKind = "month" | "quarter" | "year-to-date" | "year" | "twelve-months";

/** A stretch of whole fiscal months that facts are asked for by. */
export interface FiscalPeriod {
  readonly code: string;
  readonly kind: PeriodKind;
  /** Ascending, without a gap, at least one. */
  readonly months: readonly FiscalMonth[];
  readonly start: Day;
  readonly end: Day;
}

const CODE = /^(?!0000)(\d{4})-(?:P(\d\d)|Q([1-4])(-LTM)?|(6M|9M)|(FY))$/;

interface CodeParts {
  readonly kind: PeriodKind;
  readonly year: number;
  /** The fiscal quarters that it is made of ("2007-Q3" as year times four and quarter less one): first and last, both included. */
  readonly quarters: readonly [first: number, last: number];
}

function partsOf(code: string): CodeParts | undefined {
  const found = CODE.exec(code);
  if (found === null) return undefined;
  const [, digits, inYear, inQuarters, trailing, toDate] = found;
  const year = +digits!;
  if (inYear !== undefined) return inYear === "00" ? undefined : { kind: "month", year, quarters: [0, 0] };
  const first = year * 4;
  if (inQuarters !== undefined) {
    const last = first + +inQuarters - 1;
    return trailing === undefined
      ? { kind: "quarter", year, quarters: [last, last] }
      : { kind: "twelve-months", year, quarters: [last - 3, last] };
  }
  if (toDate !== undefined) return { kind: "year-to-date", year, quarters: [first, first + (toDate === "6M" ? 1 : 2)] };
  return { kind: "year", year, quarters: [first, first + 3] };
}

/** Whether a text has the form of a code: "2007-P07", "2007-Q3", "2007-6M", "2007-9M", "2007-FY", "2007-Q3-LTM". */
export const isPeriodCode = (code: string): boolean => partsOf(code) !== undefined;

export const periodKind = (code: string): PeriodKind | undefined => partsOf(code)?.kind;

const quarterName = (index: number): QuarterName =>
  `${String(Math.floor(index / 4)).padStart(4, "0")}-Q${(index % 4) + 1}`;

/** The stretch that a code names; undefined where the text is none, or where the company's months do not cover all of it. */
export function periodOf(company: Calendar, code: string): FiscalPeriod | undefined {
  const parts = partsOf(code);
  if (parts === undefined) return undefined;
  const months =
    parts.kind === "month"
      ? company.months.filter((m) => m.month === code)
      : wholeQuarters(company.months, parts.quarters[0], parts.quarters[1]);
  if (months === undefined) return undefined;
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { code, kind: parts.kind, months, start: first.start, end: last.end };
}

function wholeQuarters(all: readonly FiscalMonth[], first: number, last: number): readonly FiscalMonth[] | undefined {
  const months: FiscalMonth[] = [];
  for (let index = first; index <= last; index++) {
    const quarter = wholeQuarter(all, quarterName(index));
    if (quarter === undefined) return undefined;
    months.push(...quarter);
  }
  return months;
}

/**
 * The months of a quarter, where all are there. Months within the list are; the quarter at either end of the list may have been cut off, and is whole
 * where it has as many months as the same quarter of another year that is not at an end itself. Where there is none, three are expected, or as many as
 * the same quarter at the other end has.
 */
function wholeQuarter(all: readonly FiscalMonth[], quarter: QuarterName): readonly FiscalMonth[] | undefined {
  const months = all.filter((m) => m.quarter === quarter);
  if (months.length === 0) return undefined;
  if (!mayBeCut(all, months)) return months;
  const others = new Map<QuarterName, FiscalMonth[]>();
  for (const month of all) {
    if (month.quarter === quarter || month.quarter.slice(4) !== quarter.slice(4)) continue;
    const known = others.get(month.quarter);
    if (known === undefined) others.set(month.quarter, [month]);
    else known.push(month);
  }
  const seen = [...others.values()];
  const whole = seen.filter((other) => !mayBeCut(all, other)).at(-1);
  const usual = whole?.length ?? Math.max(3, ...seen.map((other) => other.length));
  return months.length >= usual ? months : undefined;
}

/** Does a quarter lie at an end of the list, where months of it may be missing? The first month of a year has none before it. */
const mayBeCut = (all: readonly FiscalMonth[], months: readonly FiscalMonth[]): boolean =>
  (months[0] === all[0] && !months[0]?.month.endsWith("-P01")) || months.at(-1) === all.at(-1);

const moved = (code: string, years: number): string =>
  `${String(+code.slice(0, 4) + years).padStart(4, "0")}${code.slice(4)}`;

/** The code of the same stretch one year earlier: "2007-Q3" -> "2006-Q3". */
export const comparativeCode = (code: string): string | undefined =>
  isPeriodCode(code) && +code.slice(0, 4) > 1 ? moved(code, -1) : undefined;

/** The code of the quarter before: "2007-Q1" -> "2006-Q4". Undefined for anything but a quarter. */
export function precedingQuarter(code: string): QuarterName | undefined {
  const parts = partsOf(code);
  return parts?.kind === "quarter" ? quarterName(parts.quarters[0] - 1) : undefined;
}

/** The codes of the quarters that a stretch is made of, ascending; empty for a single month or no code. */
export function quarterCodes(code: string): readonly QuarterName[] {
  const parts = partsOf(code);
  if (parts === undefined || parts.kind === "month") return [];
  const [first, last] = parts.quarters;
  return Array.from({ length: last - first + 1 }, (_, i) => quarterName(first + i));
}

/** The year to date up to the end of a quarter: "2007-Q3" -> "2007-9M", "2007-Q1" -> "2007-Q1", "2007-Q4" -> "2007-FY". */
export function yearToDateCode(quarter: QuarterName): string | undefined {
  if (partsOf(quarter)?.kind !== "quarter") return undefined;
  const year = quarter.slice(0, 4);
  return [quarter, `${year}-6M`, `${year}-9M`, `${year}-FY`][+quarter.slice(6) - 1];
}

/** How many days a stretch has, its first and its last counted. */
export const daysOf = (period: { readonly start: Day; readonly end: Day }): number =>
  ordinal(period.end) - ordinal(period.start) + 1;

/** The month that a day lies in; undefined outside of all. */
export function monthOfDay(company: Calendar, d: Day): FiscalMonth | undefined {
  const { months } = company;
  let low = 0;
  let high = months.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (months[middle]!.start <= d) low = middle;
    else high = middle - 1;
  }
  const found = months[low];
  return found !== undefined && found.start <= d && d <= found.end ? found : undefined;
}

/** Every code that the company's months cover, by kind and then in time: what `facts` can be asked for. */
export function periodCodes(company: Calendar): readonly string[] {
  const quarters = [...new Set(company.months.map((m) => m.quarter))];
  const years = [...new Set(quarters.map((q) => q.slice(0, 4)))];
  return [
    ...company.months.map((m) => m.month),
    ...quarters,
    ...years.flatMap((year) => [`${year}-6M`, `${year}-9M`, `${year}-FY`]),
    ...quarters.map((q) => `${q}-LTM`),
  ].filter((code) => periodOf(company, code) !== undefined);
}
