import { daysOf, type FiscalPeriod } from "../books/periods.ts";
import { type Day, dayOfMonth, monthOf, yearOf } from "../calendar/date.ts";
import { whole } from "../exact/rational.ts";
import { numberInWords } from "./number-words.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const ORDINALS = ["first", "second", "third", "fourth"];
const MONTH_ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(" ");

/** "November 1, 2007". */
export const dayInWords = (d: Day): string => `${MONTHS[monthOf(d) - 1]} ${dayOfMonth(d)}, ${yearOf(d)}`;

/** What a dateline prints: "BILLERICA, Mass. — November 1, 2007 —". */
export const dateline = (city: string, date: Day): string => `${city} — ${dayInWords(date)} —`;

/** "third quarter", "first nine months", "full year", "last twelve months", "seventh month". */
export function stretchInWords(period: FiscalPeriod): string {
  const { code, kind } = period;
  switch (kind) {
    case "quarter":
      return `${ORDINALS[+code.slice(6) - 1]} quarter`;
    case "year-to-date":
      return code.endsWith("6M") ? "first six months" : "first nine months";
    case "year":
      return "full year";
    case "twelve-months":
      return "last twelve months";
    case "month":
      return `${MONTH_ORDINALS[+code.slice(6) - 1] ?? ""} month`.trim();
  }
}

/** The fiscal year of a code: "2007". */
export const fiscalYear = (code: string): string => String(+code.slice(0, 4));

/** How many weeks a stretch has, in figures or in words; undefined where it is not made of whole weeks. */
export function weeksOf(period: FiscalPeriod, areWords: boolean): string | undefined {
  const days = daysOf(period);
  if (days % 7 !== 0) return undefined;
  return areWords ? numberInWords(whole(days / 7)) : String(days / 7);
}

/** Every word with a capital: "Third Quarter", as headlines have it. */
export const titled = (text: string): string =>
  text.replace(/(^|[\s-])([a-z])/g, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`);

/** The first letter a capital: "Third quarter". */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
