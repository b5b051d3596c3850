import type { QuarterName } from "../books/books.ts";
import { type Calendar, periodKind, quarterCodes, yearToDateCode } from "../books/periods.ts";

/** From the quarter of one release to that of a later one. */
export interface CarryStep {
  readonly from: QuarterName;
  readonly to: QuarterName;
  /** How many quarters lie between them, at least one. */
  readonly quarters: number;
}

const indexOf = (quarter: string): number => +quarter.slice(0, 4) * 4 + +quarter.slice(6) - 1;

function quarterAt(index: number): QuarterName | undefined {
  const year = Math.floor(index / 4);
  return year < 1 || year > 9999 ? undefined : `${String(year).padStart(4, "0")}-Q${(index % 4) + 1}`;
}

/** The quarter so many behind another: "2007-Q4" and 1 is "2008-Q1". Undefined where four digits have no year for it. */
export const quarterBehind = (quarter: string, quarters: number): QuarterName | undefined =>
  quarterAt(indexOf(quarter) + quarters);

/** How many quarters the second lies behind the first; below zero where it lies before. */
export const quartersBetween = (from: string, to: string): number => indexOf(to) - indexOf(from);

/**
 * The code that says in the later release what `code` said in the earlier one: a quarter and twelve months that end with one move by as many quarters; the
 * year to date moves with the quarter that it ends with, so that behind 2007-6M comes 2007-9M, and behind 2007-9M the year; a fiscal year moves when the
 * release's does, as the word `year` would; a fiscal month keeps its number within its quarter. Undefined where it cannot be told.
 */
export function movedCode(code: string, step: CarryStep, calendar: Calendar): string | undefined {
  const kind = periodKind(code);
  if (kind === undefined) return undefined;
  if (kind === "month") return movedMonth(code, step, calendar);
  if (kind === "year") {
    const years = +step.to.slice(0, 4) - +step.from.slice(0, 4);
    const year = +code.slice(0, 4) + years;
    return year > 9999 ? undefined : `${String(year).padStart(4, "0")}-FY`;
  }
  const last = quarterCodes(code).at(-1);
  const moved = last === undefined ? undefined : quarterBehind(last, step.quarters);
  if (moved === undefined || kind === "quarter") return moved;
  return kind === "twelve-months" ? `${moved}-LTM` : yearToDateCode(moved);
}

/** By the company's own months, where both quarters are there; otherwise three months are a quarter. */
function movedMonth(code: string, { quarters }: CarryStep, { months }: Calendar): string | undefined {
  const own = months.find((one) => one.month === code);
  if (own !== undefined) {
    const place = months.filter((one) => one.quarter === own.quarter).indexOf(own);
    const later = quarterBehind(own.quarter, quarters);
    const found = months.filter((one) => one.quarter === later)[place];
    if (found !== undefined) return found.month;
  }
  const number = +code.slice(6);
  if (number > 12) return undefined;
  const index = +code.slice(0, 4) * 12 + number - 1 + 3 * quarters;
  const year = Math.floor(index / 12);
  return year > 9999 ? undefined : `${String(year).padStart(4, "0")}-P${String((index % 12) + 1).padStart(2, "0")}`;
}
