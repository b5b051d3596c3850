import { type Day, dayOfMonth, monthOf, yearOf } from "../calendar/date.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "November 1, 2007" */
export const longDay = (d: Day): string => `${MONTHS[monthOf(d) - 1] ?? ""} ${dayOfMonth(d)}, ${yearOf(d)}`;
