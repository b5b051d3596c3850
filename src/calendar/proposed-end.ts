import { type Day, plusDays, weekday } from "./date.ts";

/*
 * Where a 52/53-week period ends (Treas. Reg. 1.441-2). These rules only propose: companies break them, so that periods are rows which are
 * stated, and a row that no rule proposes is as good as any other.
 */

/** The last such weekday (0 is Sunday) of the month that ends on `monthEnd`. */
export const lastWeekday = (monthEnd: Day, day: number): Day =>
  plusDays(monthEnd, -((((weekday(monthEnd) - day) % 7) + 7) % 7));

/** The one such weekday within three days of the month's end, on either side. */
export function nearestWeekday(monthEnd: Day, day: number): Day {
  const back = (((weekday(monthEnd) - day) % 7) + 7) % 7;
  return plusDays(monthEnd, back <= 3 ? -back : 7 - back);
}
