import { dayOfMonth, monthOf, ordinal, plusDays } from "../../calendar/date.ts";
import { closeOf, monthsOf } from "../../calendar/fiscal.ts";
import { type Period, samePeriod } from "../../calendar/period.ts";
import type { DateToken, Token } from "../lex/token.ts";
import { headTime } from "./_evidence.ts";
import { isTimeAlone } from "./cell-nature.ts";
import { type DocumentContext, ending, resolve } from "./document-context.ts";
import type { HeadItem } from "./head-items.ts";
import type { ColumnMeaning, RowMeaning } from "./table.ts";

/** What rows' labels are understood with. */
export interface RowDates {
  readonly context: DocumentContext;
  /** The first duration of the table's columns, or of its caption. */
  readonly flow: Period | undefined;
  /** The period of the columns in a year that the row names. */
  readonly inYear: (year: number) => Period | undefined;
  /** Whether it is a statement of equity. */
  readonly equity: boolean;
}

export interface RowTime {
  readonly period: Period | undefined;
  readonly moment?: "start" | "end";
}

/** A close at the end of a label: "Goodwill at June 30, 2023", "Contract assets — January 1". */
const CLOSE = /(?:\b(?:at|as of|as at)|[,:—–-]) ?$/i;
const BALANCE = /^\W*(?:beginning |ending |opening |closing )?balances?\b|^as (?:of|at) /i;

/** What a row's label says of its time: "Balance at March 31, 2023" a close, "Q1 2025" a quarter; undefined where nothing. */
export function rowTime(
  label: string,
  tokens: readonly Token[],
  year: number | undefined,
  dates: RowDates,
): RowTime | undefined {
  if (year !== undefined) {
    const period = dates.inYear(year);
    if (period !== undefined) return { period };
  }
  const date = tokens.find((t): t is DateToken => t.kind === "date");
  const alone = tokens.length > 0 && isTimeAlone(label, tokens);
  if (date !== undefined && isClose(label, date, alone)) return closeAt(date, dates);
  if (!alone) return undefined;
  const time = headTime(
    tokens.flatMap((t): readonly HeadItem[] =>
      t.kind === "period"
        ? [{ kind: "phrase", phrase: t.phrase }]
        : t.kind === "date"
          ? [{ kind: "date", date: t }]
          : [],
    ),
  );
  if (time.phrase === undefined || time.phrase.lengths.length === 0) return undefined;
  if (time.end === undefined && time.year === undefined) return undefined;
  const periods =
    time.end !== undefined
      ? ending(dates.context, time.phrase, time.end)
      : resolve(dates.context, { ...time.phrase, year: time.year });
  return periods.length === 1 ? { period: periods[0] } : undefined;
}

function isClose(label: string, date: DateToken, alone: boolean): boolean {
  if (BALANCE.test(label)) return true;
  if (alone) return date.year !== undefined;
  const at = label.length - (date.to - date.from);
  return at > 0 && date.to >= label.length - 2 && CLOSE.test(label.slice(Math.max(0, date.from - 8), date.from));
}

/** The close of a day; the first day of a period stands for the close before it. Without a year it is an end of the columns' own. */
function closeAt(date: DateToken, { flow, context }: RowDates): RowTime | undefined {
  if (date.date !== undefined) return { period: { start: undefined, end: closeOf(date.date, context.calendar) } };
  if (flow?.start === undefined) return undefined;
  const is = (day: string): boolean => monthOf(day) === date.month && dayOfMonth(day) === date.day;
  if (is(flow.start) || is(plusDays(flow.start, -1))) return { period: undefined, moment: "start" };
  return is(flow.end) ? { period: undefined, moment: "end" } : undefined;
}

/** Rows between two closes of a roll-forward whose columns differ by no date are the flows between them. */
export function withFlows(rows: readonly RowMeaning[], columns: readonly ColumnMeaning[]): readonly RowMeaning[] {
  const dated = columns.filter((c) => c.kind !== "label" && c.period !== undefined);
  if (dated.some((c) => !samePeriod(c.period!, dated[0]!.period!))) return rows;
  const result = [...rows];
  let from: number | undefined;
  rows.forEach((row, r) => {
    if (row.kind !== "data" || row.period === undefined || row.period.start !== undefined) return;
    if (from !== undefined) {
      const period = between(rows[from]!.period!, row.period);
      if (period !== undefined)
        for (let i = from + 1; i < r; i++)
          if (rows[i]!.kind === "data" && rows[i]!.period === undefined) result[i] = { ...rows[i]!, period };
    }
    from = r;
  });
  return result;
}

/** Whether rows run from an opening to a closing balance. */
export const rollsForward = (rows: readonly RowMeaning[]): boolean =>
  rows.some((r) => r.kind === "data" && r.moment === "start") &&
  rows.some((r) => r.kind === "data" && r.moment === "end");

/** The stretch between two closes, where it is a fiscal period's length. */
function between(opening: Period, closing: Period): Period | undefined {
  const days = ordinal(closing.end) - ordinal(opening.end);
  if (days < 20 || days > 380) return undefined;
  const period = { start: plusDays(opening.end, 1), end: closing.end };
  return monthsOf(period) > 0 ? period : undefined;
}
