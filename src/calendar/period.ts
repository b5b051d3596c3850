import type { Day } from "./date.ts";

/** A stretch of days, both ends included, or an instant: the close of the day `end` (then `start` is undefined). */
export interface Period {
  readonly start: Day | undefined;
  readonly end: Day;
}

export const samePeriod = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end;
