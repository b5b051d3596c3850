import { type Day, dayOfMonth, monthOf, weekday } from "../../calendar/date.ts";
import { anyCase, type Pattern } from "../pattern.ts";

const CLOSE = 16 * 60;
const EARLY_CLOSE = 13 * 60;

/** The minute of the day at which the New York exchanges close: at 1 p.m. behind Thanksgiving, before Independence Day and before Christmas. */
export function closeOf(on: Day): number {
  const [month, date, of] = [monthOf(on), dayOfMonth(on), weekday(on)];
  const early =
    (month === 11 && of === 5 && date >= 23 && date <= 29) ||
    (of >= 1 && of <= 4 && ((month === 7 && date === 3) || (month === 12 && date === 24)));
  return early ? EARLY_CLOSE : CLOSE;
}

/** Minutes behind the close in which the NYSE takes no material news. */
export const QUIET = 5;
/** The rule on news behind the close is of December 2017. */
export const QUIET_SINCE = 2018;

export const NYSE: Pattern = anyCase(/\((?:nyse|new york stock exchange) ?:/);
export const NASDAQ: Pattern = anyCase(
  /\(nasdaq(?:[ -]?(?:gs|gm|cm|global(?: select)?(?: market)?|capital market|stock market))? ?:/,
);
