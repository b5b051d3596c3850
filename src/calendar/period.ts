import { type Day, ordinal } from "./date.ts";

/** A stretch of days, both ends included, or an instant: the close of the day `end` (then `start` is undefined). */
export interface Period {
  readonly start: Day | undefined;
  readonly end: Day;
}

/** How many days a period has, both ends included; an instant has none. */
export const daysOf = ({ start, end }: Period): number => (start === undefined ? 0 : ordinal(end) - ordinal(start) + 1);

export const samePeriod = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end;
