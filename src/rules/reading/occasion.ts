import { type Day, day } from "../../calendar/date.ts";

/** A day, and the minute of it where it is known, by the clocks of New York. */
export interface Moment {
  readonly day: Day;
  readonly minute: number | undefined;
}

/** What is done with a release outside of it, as far as somebody tells: when it is sent out, furnished on Form 8-K, and talked about. */
export interface Occasion {
  readonly sent?: Moment | undefined;
  readonly furnished?: Moment | undefined;
  readonly call?: Moment | undefined;
}

/** The names of the moments, which are also those of the options that tell them. */
export const MOMENTS: readonly (keyof Occasion)[] = ["sent", "furnished", "call"];

const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?$/;

/** A moment as the command line has it, "2025-11-04" or "2025-11-04T16:05"; undefined for anything else. */
export function momentOf(text: string): Moment | undefined {
  const match = WRITTEN.exec(text);
  if (match === null) return undefined;
  const on = day(Number(match[1]), Number(match[2]), Number(match[3]));
  if (on === undefined || match[4] === undefined) return on === undefined ? undefined : { day: on, minute: undefined };
  const [hour, past] = [Number(match[4]), Number(match[5])];
  return hour > 23 || past > 59 ? undefined : { day: on, minute: hour * 60 + past };
}

/** The moment as `momentOf` reads it. */
export const momentText = ({ day: on, minute }: Moment): string =>
  minute === undefined ? on : `${on}T${clock(minute)}`;

/** A minute of the day as "16:05". */
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** The moment in a sentence: "on 2025-11-04", "at 16:05 on 2025-11-04". */
export const momentTold = ({ day: on, minute }: Moment): string =>
  minute === undefined ? `on ${on}` : `at ${clock(minute)} on ${on}`;
