import { type Day, dayOfMonth, monthOf, weekday, yearOf } from "../../calendar/date.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const MONTHS = "January February March April May June July August September October November December".split(" ");

export const weekdayName = (at: Day): string => WEEKDAYS[weekday(at)]!;

/** "Thursday, November 1, 2007". */
export const worded = (at: Day): string => `${weekdayName(at)}, ${plainDay(at)}`;

/** "November 1, 2007". */
export const plainDay = (at: Day): string => `${MONTHS[monthOf(at) - 1]} ${dayOfMonth(at)}, ${yearOf(at)}`;

/** "1,204 days", "1 day". */
export const count = (n: number, noun: string): string =>
  `${String(n).replace(/\B(?=(?:\d{3})+$)/g, ",")} ${noun}${n === 1 ? "" : "s"}`;

/** Minutes as "100 h 59 min". */
export const elapsed = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};
