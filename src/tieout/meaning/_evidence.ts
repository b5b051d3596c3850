import { type Day, day, daysInMonth } from "../../calendar/date.ts";
import type { CalendarEvidence } from "../../calendar/fiscal.ts";
import { machineInteger } from "../../exact/integer.ts";
import type { LexedBlock, LexedTable, LexedText } from "../lex/lexed.ts";
import type { Length, PeriodPhrase, Token } from "../lex/token.ts";
import type { HeadItem } from "./head-items.ts";
import { headsOf } from "./heads.ts";

/** The evidence while it is gathered. */
export interface Gathered extends CalendarEvidence {
  /** Days with their year that stand in texts and end nothing, in reading order: the dateline is among the first. */
  readonly loose: readonly Day[];
}

type Duration = CalendarEvidence["durations"][number];

interface Open {
  durations: Duration[];
  instants: Day[];
  named: CalendarEvidence["named"][number][];
  calls: CalendarEvidence["calls"][number][];
  loose: Day[];
  weeks: boolean;
}

/** The day of that month in the year; the month's last where it is shorter (29 February). */
export const dayIn = (year: number, month: number, dayOfMonth: number): Day | undefined =>
  day(year, month, Math.min(dayOfMonth, Math.max(1, daysInMonth(year, month))));

/** How many months a length stands for, weeks by the quarters they fill; 0 for days. */
export function monthsIn(length: Length): number {
  switch (length.unit) {
    case "month":
      return length.count;
    case "quarter":
      return 3 * length.count;
    case "half":
      return 6 * length.count;
    case "year":
      return 12 * length.count;
    case "week":
      return length.count < 10 ? 0 : length.count <= 17 ? 3 : length.count <= 30 ? 6 : length.count <= 42 ? 9 : 12;
    default:
      return 0;
  }
}

/** The dateline is among the first dates or nowhere. */
const MOST_LOOSE = 100;

/** All that texts and heads of tables say of period ends. */
export function gather(lexed: readonly LexedBlock[]): Gathered {
  const open: Open = { durations: [], instants: [], named: [], calls: [], loose: [], weeks: false };
  let texts = 0;
  for (const block of lexed) {
    if (block.kind === "text") fromText(block, open, texts++ < 40);
    else fromTable(block, open);
  }
  return open;
}

/** What may stand between two dates of one list, or between "ended" and its date. */
const joins = (text: string, from: number, to: number): boolean =>
  to - from <= 12 && /^[\s,:&(]*(?:and|on|or|the)?[\s,]*$/i.test(text.slice(from, to));

function fromText({ block, tokens }: LexedText, open: Open, early: boolean): void {
  const text = block.text.text;
  let phrase: PeriodPhrase | undefined;
  let monthDay: { readonly month: number; readonly day: number } | undefined;
  let end = 0;
  for (const t of tokens) {
    const follows = joins(text, end, t.from);
    if (t.kind === "period" && t.phrase.lengths.length > 0) {
      phrase = t.phrase;
      call(phrase, open);
    } else if (t.kind === "date") {
      if (phrase?.ended && follows) {
        if (t.date !== undefined) ended(phrase, t.date, open);
        monthDay = t;
      } else {
        phrase = undefined;
        if (early && t.date !== undefined && open.loose.length < MOST_LOOSE) open.loose.push(t.date);
      }
    } else if (phrase !== undefined && monthDay !== undefined && follows) {
      const year = yearIn(t);
      const at = year === undefined ? undefined : dayIn(year, monthDay.month, monthDay.day);
      if (at !== undefined) ended(phrase, at, open);
      else phrase = undefined;
    } else phrase = undefined;
    if (phrase === undefined) monthDay = undefined;
    end = t.to;
  }
}

function yearIn(t: Token): number | undefined {
  if (t.kind === "number" && t.doubt === "year") return machineInteger(t.digits);
  return t.kind === "period" && t.phrase.lengths.length === 0 ? t.phrase.year : undefined;
}

function call(phrase: PeriodPhrase, open: Open): void {
  const [length] = phrase.lengths;
  if (phrase.year === undefined || phrase.lengths.length !== 1) return;
  if (length!.unit === "quarter" && phrase.nth !== undefined)
    open.calls.push({ quarter: phrase.nth, year: phrase.year });
  if (length!.unit === "year") open.calls.push({ quarter: 4, year: phrase.year });
}

function ended(phrase: PeriodPhrase, end: Day, open: Open): void {
  for (const length of phrase.lengths) {
    const months = monthsIn(length);
    if (length.unit === "week" && months > 0) open.weeks = true;
    if (months === 0) continue;
    open.durations.push({
      end,
      months,
      year: length.unit === "year" && length.count === 1 && phrase.nth === undefined,
    });
    if (length.unit === "quarter" && length.count === 1 && phrase.nth !== undefined)
      open.named.push({ end, quarter: phrase.nth, year: phrase.year });
  }
}

function fromTable(table: LexedTable, open: Open): void {
  const heads = headsOf(table);
  for (const title of heads.titles)
    for (const { tokens, cell } of table.rows[title]!.cells)
      fromText({ kind: "text", block: { kind: "heading", text: cell.text, level: 6 }, tokens }, open, false);
  for (const block of heads.blocks)
    for (const column of block.columns) {
      const time = headTime(column.items);
      if (time.phrase !== undefined) call(time.phrase, open);
      if (time.end === undefined) continue;
      if (time.phrase !== undefined && time.phrase.lengths.length > 0) ended(time.phrase, time.end, open);
      else if (!block.time) open.instants.push(time.end);
    }
}

/** What the heads over one column say of time, the lowest word winning. */
export interface HeadTime {
  readonly phrase: PeriodPhrase | undefined;
  /** The day, where month, day and year are all said. */
  readonly end: Day | undefined;
  readonly monthDay: { readonly month: number; readonly day: number } | undefined;
  readonly year: number | undefined;
}

/** Whether a phrase names a quarter or half of a year all by itself, and the phrase above it another length. */
const isOwnQuarter = ({ nth, year, lengths }: PeriodPhrase, above: PeriodPhrase | undefined): boolean =>
  nth !== undefined &&
  year !== undefined &&
  lengths.length === 1 &&
  above?.lengths.length === 1 &&
  monthsIn(above.lengths[0]!) !== monthsIn(lengths[0]!);

export function headTime(items: readonly HeadItem[]): HeadTime {
  let phrase: PeriodPhrase | undefined;
  let end: Day | undefined;
  let monthDay: HeadTime["monthDay"];
  let year: number | undefined;
  for (const item of items) {
    if (item.kind === "phrase") {
      // The day of "Year ended December 31," is not that of "Q3 2024" below it.
      if (isOwnQuarter(item.phrase, phrase)) monthDay = end = undefined;
      // A year in a phrase of its own ("fiscal 2024") joins the length above it.
      if (item.phrase.lengths.length > 0 || item.phrase.nth !== undefined || phrase === undefined) phrase = item.phrase;
      year = item.phrase.year ?? year;
    } else if (item.kind === "year") year = item.year;
    else {
      monthDay = item.date;
      if (item.date.date !== undefined) {
        end = item.date.date;
        year = item.date.year;
      } else end = undefined;
    }
  }
  if (end === undefined && monthDay !== undefined && year !== undefined)
    end = dayIn(year, monthDay.month, monthDay.day);
  return { phrase, end, monthDay, year };
}
