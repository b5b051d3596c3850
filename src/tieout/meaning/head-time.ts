import { type Day, ordinal } from "../../calendar/date.ts";
import { closeOf, endOfQuarter, fiscalYearOf, quarterOf, startOfMonths } from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";
import type { PeriodPhrase, Token } from "../lex/token.ts";
import { dayIn, type HeadTime, headTime } from "./_evidence.ts";
import { type DocumentContext, ending, reportEndIn, resolve } from "./document-context.ts";
import type { HeadItem } from "./head-items.ts";
import type { StatementKind } from "./table.ts";

/** What a caption, or the sentence before a table, says of the table's time. */
export interface CaptionTime {
  /** The only length named, with its phrase; undefined where there are several or none. */
  readonly phrase: PeriodPhrase | undefined;
  /** The days named with their years ("June 30, 2024 and 2023" are two), each once. */
  readonly ends: readonly Day[];
  readonly monthDay: { readonly month: number; readonly day: number } | undefined;
  readonly years: readonly number[];
  /** Whether it comes from the sentence above only, and not from a title. */
  readonly loose: boolean;
}

export const NO_TIME: CaptionTime = { phrase: undefined, ends: [], monthDay: undefined, years: [], loose: true };

export function captionTime(texts: readonly (readonly Token[])[], loose: boolean): CaptionTime {
  const phrases = new Map<string, PeriodPhrase>();
  const ends = new Set<Day>();
  const years = new Set<number>();
  let monthDay: CaptionTime["monthDay"];
  for (const tokens of texts)
    for (const t of tokens) {
      if (t.kind === "period") {
        for (const length of t.phrase.lengths)
          phrases.set(`${length.count} ${length.unit} ${t.phrase.nth ?? ""}`, { ...t.phrase, lengths: [length] });
        if (t.phrase.year === undefined) continue;
        years.add(t.phrase.year);
      } else if (t.kind === "date") {
        monthDay = t;
        if (t.date !== undefined) ends.add(t.date);
        if (t.year !== undefined) years.add(t.year);
      } else if (t.kind === "number" && t.doubt === "year" && t.written === "digits") {
        const year = headTime([{ kind: "year", year: yearOfDigits(t.digits) }]).year!;
        years.add(year);
        const end = monthDay === undefined ? undefined : dayIn(year, monthDay.month, monthDay.day);
        if (end !== undefined) ends.add(end);
      }
    }
  return {
    phrase: phrases.size === 1 ? [...phrases.values()][0] : undefined,
    ends: [...ends],
    monthDay,
    years: [...years],
    loose,
  };
}

const yearOfDigits = (digits: bigint): number => (digits < 10000n ? Number.parseInt(digits.toString(), 10) : 0);

/** What the heads of a table's columns say together. */
export interface HeadDates {
  /** Whether their days close different quarters, as in a balance sheet. */
  readonly closes: boolean;
  /** Whether a year that still runs stands among them, so that bare years are no whole years. */
  readonly current: boolean;
}

/**
 * The period of a column from its heads, completed from the caption; undefined where they leave it open or say nothing.
 */
export function columnPeriod(
  items: readonly HeadItem[],
  caption: CaptionTime,
  statement: StatementKind,
  { closes, current }: HeadDates,
  context: DocumentContext,
): Period | undefined {
  if (items.length === 0) return undefined;
  const time = headTime(items);
  if (time.phrase !== undefined) {
    const period = phrasePeriod(time, caption, context);
    const month = time.phrase.lengths[0]?.unit === "month" && time.phrase.lengths[0].count === 1;
    // "December 2024" over a balance sheet is its close.
    return period !== undefined && month && statement === "balance" ? { start: undefined, end: period.end } : period;
  }
  const isFlow = statement === "income" || statement === "cash";
  const said = statement === "balance" || (closes && !isFlow) ? undefined : caption.phrase;
  // Cash flows are printed for the year to date where no length is said.
  const flows = said ?? (statement === "cash" && !closes ? TO_DATE : undefined);
  if (time.end !== undefined) {
    if (flows === TO_DATE) return toDate(time.end, context);
    if (flows !== undefined) return one(ending(context, flows, time.end));
    return isFlow && !closes ? undefined : instantAt(time.end, context);
  }
  if (time.year !== undefined) return yearPeriod(time.year, caption, flows, statement, current, context);
  return undefined;
}

const one = (periods: readonly Period[]): Period | undefined => (periods.length === 1 ? periods[0] : undefined);

/** A close. Days far ahead of the reported one are no closes but maturities. */
function instantAt(end: Day, context: DocumentContext): Period | undefined {
  const { reportEnd } = context;
  if (reportEnd !== undefined && ordinal(end) - ordinal(reportEnd) > 800) return undefined;
  return { start: undefined, end: closeOf(end, context.calendar) };
}

function phrasePeriod(
  { phrase, end, year, monthDay }: HeadTime,
  caption: CaptionTime,
  context: DocumentContext,
): Period | undefined {
  const lengths = phrase!.lengths;
  if (lengths.length === 0 && phrase!.nth !== undefined)
    return one(resolve(context, { ...phrase!, year: phrase!.year ?? year }));
  if (lengths.length === 0 && caption.phrase === undefined) return undefined;
  const said = lengths.length === 0 ? { ...phrase!, lengths: caption.phrase!.lengths } : phrase!;
  if (end !== undefined) return one(ending(context, said, end));
  const wanted = year ?? said.year ?? (caption.years.length === 1 ? caption.years[0] : undefined);
  // A quarter by its number, or a year by its name, needs no day.
  const unit = said.lengths[0]!.unit;
  if (said.nth !== undefined || (unit === "year" && caption.monthDay === undefined))
    return one(resolve(context, { ...said, year: wanted }));
  const at = endIn(wanted, monthDay === undefined ? caption : { ...caption, monthDay }, context);
  return at === undefined ? undefined : one(ending(context, said, at));
}

/** The day that a year stands for under heads or a caption that give month and day. */
function endIn(year: number | undefined, caption: CaptionTime, context: DocumentContext): Day | undefined {
  if (year === undefined) return caption.ends.length === 1 ? caption.ends[0] : undefined;
  const inYear = caption.ends.filter((end) => end.startsWith(`${year}-`));
  if (inYear.length === 1) return inYear[0];
  if (caption.monthDay !== undefined) return dayIn(year, caption.monthDay.month, caption.monthDay.day);
  return reportEndIn(context, year);
}

function yearPeriod(
  year: number,
  caption: CaptionTime,
  flows: PeriodPhrase | undefined,
  statement: StatementKind,
  current: boolean,
  context: DocumentContext,
): Period | undefined {
  const { calendar, reportEnd } = context;
  if (reportEnd === undefined || year > fiscalYearOf(calendar, reportEnd) + 1) return undefined;
  if (flows !== undefined) {
    if (flows.nth !== undefined || flows.lengths[0]!.unit === "year") return one(resolve(context, { ...flows, year }));
    const end = endIn(year, caption, context);
    if (end === undefined) return undefined;
    return flows === TO_DATE ? toDate(end, context) : one(ending(context, flows, end));
  }
  if (caption.monthDay !== undefined) {
    const end = endIn(year, caption, context);
    return end === undefined ? undefined : instantAt(end, context);
  }
  const end = endOfQuarter(calendar, year, 4);
  if (end === undefined || end > reportEnd || current) return undefined;
  return statement === "balance" ? { start: undefined, end } : one(resolve(context, WHOLE_YEAR(year)));
}

const TO_DATE: PeriodPhrase = {
  lengths: [{ count: 12, unit: "month" }],
  nth: undefined,
  year: undefined,
  fiscal: false,
  ended: true,
};

const toDate = (end: Day, { calendar }: DocumentContext): Period => ({
  start: startOfMonths(calendar, end, 3 * quarterOf(calendar, end)),
  end,
});

const WHOLE_YEAR = (year: number): PeriodPhrase => ({
  lengths: [{ count: 1, unit: "year" }],
  nth: undefined,
  year,
  fiscal: false,
  ended: false,
});

/** The period of all columns where heads say nothing: the caption's, if it names one only. */
export function captionPeriod(
  caption: CaptionTime,
  statement: StatementKind,
  context: DocumentContext,
): Period | undefined {
  const { phrase, ends } = caption;
  if (phrase !== undefined && statement !== "balance") {
    if (ends.length === 1) return one(ending(context, phrase, ends[0]!));
    return ends.length === 0 && caption.years.length <= 1
      ? one(resolve(context, { ...phrase, year: phrase.year ?? caption.years[0] }))
      : undefined;
  }
  return phrase === undefined && ends.length === 1 ? instantAt(ends[0]!, context) : undefined;
}
