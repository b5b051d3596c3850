import { ordinal, plusDays } from "../../calendar/date.ts";
import { monthsOf } from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";
import type { Token } from "../lex/token.ts";
import { headTime } from "./_evidence.ts";
import { isTimeAlone } from "./cell-nature.ts";
import { type DocumentContext, ending, resolve } from "./document-context.ts";
import type { HeadItem } from "./heads.ts";
import type { ColumnMeaning, RowMeaning } from "./table.ts";

/** The period that a row's label names for the row: "Balance at March 31, 2023" a close, "Q1 2025" a quarter. */
export function rowPeriod(label: string, tokens: readonly Token[], context: DocumentContext): Period | undefined {
  if (tokens.length === 0) return undefined;
  const balance =
    /^(?:\W*(?:beginning |ending |opening |closing )?balances?\b|as (?:of|at) |.{0,40}\bbalances? (?:at|as of|as at)\b)/i.test(
      label.slice(0, 120),
    );
  if (!balance && !isTimeAlone(label, tokens)) return undefined;
  const time = headTime(
    tokens.flatMap((t): readonly HeadItem[] =>
      t.kind === "period"
        ? [{ kind: "phrase", phrase: t.phrase }]
        : t.kind === "date"
          ? [{ kind: "date", date: t }]
          : [],
    ),
  );
  if (time.end !== undefined) {
    if (balance || time.phrase === undefined || time.phrase.lengths.length === 0)
      return { start: undefined, end: time.end };
    const periods = ending(context, time.phrase, time.end);
    return periods.length === 1 ? periods[0] : undefined;
  }
  if (balance || time.phrase === undefined || time.year === undefined || time.phrase.lengths.length === 0)
    return undefined;
  const periods = resolve(context, { ...time.phrase, year: time.year });
  return periods.length === 1 ? periods[0] : undefined;
}

/** Rows between two closes of a roll-forward without dated columns are the flows between them. */
export function withFlows(rows: readonly RowMeaning[], columns: readonly ColumnMeaning[]): readonly RowMeaning[] {
  if (columns.some((c) => c.kind !== "label" && c.period !== undefined)) return rows;
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

/** The stretch between two closes, where it is a fiscal period's length. */
function between(opening: Period, closing: Period): Period | undefined {
  const days = ordinal(closing.end) - ordinal(opening.end);
  if (days < 20 || days > 380) return undefined;
  const period = { start: plusDays(opening.end, 1), end: closing.end };
  return monthsOf(period) > 0 ? period : undefined;
}
