import type { Day } from "../../calendar/date.ts";

/**
 * A number-like piece of one text (a paragraph, a heading, a cell). `from` and `to` count UTF-16 code units of that text and
 * cover what the report prints as the token: of a number the digits alone ("371.2" of "$371.2 million", "540" of "(540)"),
 * else the whole token ("third quarter of 2006", "(800) 642-1687", "six", "—").
 */
export type Token = NumberToken | DateToken | PeriodToken | PlainToken;

interface At {
  readonly from: number;
  readonly to: number;
}

export interface NumberToken extends At {
  readonly kind: "number";
  readonly written: "digits" | "word" | "dash";
  /** The magnitude is digits / 10^places, before any scale word; never negative. A dash has 0 and no places. */
  readonly digits: bigint;
  readonly places: number;
  /** Brackets around it, a leading or a trailing minus: any of them, or all together, is one minus. */
  readonly negative: boolean;
  readonly bracketed: boolean;
  /** An ISO 4217 code where sign or word say which ("€", "US$", "CHF", "euros"); "$" for the bare dollar sign; else undefined. */
  readonly currency: string | undefined;
  /** The power of ten of a scale word or letter right behind it: million, m, mn: 6; bn: 9; k: 3; else 0. */
  readonly scale: number;
  /** What the sign or word right beside it says it counts. */
  readonly unit: Beside | undefined;
  readonly hedge: Hedge | undefined;
  /** Everything that belongs to it: currency sign, brackets, sign, percent sign, scale and unit words (hedge words not). */
  readonly outer: At;
  /** A number alone that could as well be something else: a year ("2023"), or a footnote mark or list number ("(3)"). */
  readonly doubt: "year" | "mark" | undefined;
}

export type Beside = "percent" | "points" | "basis-points" | "per-share" | "shares" | "days" | "times" | "count";

/** Words before (or behind) a number that change what it stands for (domain TIE-03). */
export interface Hedge {
  readonly kind: "about" | "more-than" | "nearly" | "at-least" | "at-most" | "less-than" | "plus-or-minus";
  /** The words as printed. */
  readonly words: string;
  /** For plus-or-minus: the half-width as printed: digits / 10^places, times 10^scale, `percent` where it ends in a percent sign. */
  readonly spread?: {
    readonly digits: bigint;
    readonly places: number;
    readonly scale: number;
    readonly percent: boolean;
  };
}

/** A day in words or digits. `date` is undefined where the year is missing ("December 31"), or no such day exists. */
export interface DateToken extends At {
  readonly kind: "date";
  readonly date: Day | undefined;
  readonly month: number;
  readonly day: number;
  readonly year: number | undefined;
}

/** "Three Months Ended", "third quarter of 2006", "Q3 2024", "first nine months of 2007", "13 weeks", "fiscal 2024", "2007". */
export interface PeriodToken extends At {
  readonly kind: "period";
  readonly phrase: PeriodPhrase;
}

export interface PeriodPhrase {
  /** The lengths named: "three months" one of 3 months, "three and nine months ended" two, "Q3" one quarter; a bare year none. */
  readonly lengths: readonly Length[];
  /** Which of its kind: third quarter 3, second half 2, first nine months 1; undefined where not said. */
  readonly nth: number | undefined;
  /** The year named, four digits. */
  readonly year: number | undefined;
  /** Whether "fiscal", "FY" or the like stands with it. */
  readonly fiscal: boolean;
  /** Whether "ended", "ending" or "to" follows, so that a date behind it is its end. */
  readonly ended: boolean;
}

export interface Length {
  readonly count: number;
  readonly unit: "day" | "week" | "month" | "quarter" | "half" | "year";
}

/** Tokens that measure nothing: a time of day, a phone, a code, a name (S&P 500, 10-K), a footnote mark, a vague word. */
export interface PlainToken extends At {
  readonly kind: "time" | "phone" | "code" | "name" | "other";
}
