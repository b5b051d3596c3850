import { yearOf } from "../../calendar/date.ts";
import { endOfQuarter, fiscalYearOf, preceding } from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";
import type { DateToken, PeriodToken } from "../lex/token.ts";
import { type DocumentContext, lastYear, resolve } from "./document-context.ts";
import type { Back } from "./prose-back.ts";
import type { When } from "./prose-when.ts";

/**
 * The periods that the tokens name, in order: a phrase with the date behind it is one, a date alone is the close of a day, and
 * a year alone behind another period ("2024 and 2023") is the same period of that year.
 */
export function periodsOf(
  context: DocumentContext,
  tokens: readonly (PeriodToken | DateToken)[],
  like: Period | undefined,
): readonly Period[] {
  const found: Period[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (t.kind === "date") {
      if (t.date !== undefined)
        found.push(
          isLength(tokens[i - 2]) ? sameLength(context, tokens[i - 2]!, t) : { start: undefined, end: t.date },
        );
      continue;
    }
    const next = tokens[i + 1];
    const date = next?.kind === "date" && (t.phrase.ended || next.from - t.to < 4) ? next : undefined;
    const model = found[found.length - 1] ?? like;
    if (t.phrase.lengths.length === 0 && t.phrase.year !== undefined && model !== undefined) {
      found.push(inYear(context, model, t.phrase.year));
      continue;
    }
    found.push(...resolve(context, t.phrase, date));
    if (date !== undefined) i++;
  }
  return found;
}

const isLength = (t: PeriodToken | DateToken | undefined): boolean =>
  t?.kind === "period" && t.phrase.lengths.length > 0;

const sameLength = (context: DocumentContext, phrase: PeriodToken | DateToken, date: DateToken): Period =>
  (phrase.kind === "period" ? resolve(context, phrase.phrase, date)[0] : undefined) ?? {
    start: undefined,
    end: date.date!,
  };

/** The period like the model in another year. */
function inYear(context: DocumentContext, model: Period, year: number): Period {
  let period = model;
  for (let n = 0; n < 12 && nameOf(context, period) > year; n++) period = lastYear(context, period);
  return period;
}

const nameOf = (context: DocumentContext, period: Period): number =>
  Math.max(fiscalYearOf(context.calendar, period.end), yearOf(period.end) - 1);

/** The period that lies so much before another. */
export function backFrom(context: DocumentContext, period: Period, back: Back): Period {
  switch (back) {
    case "year":
      return lastYear(context, period);
    case "quarter":
      return preceding(context.calendar, period);
    case "year-end": {
      const end = endOfQuarter(context.calendar, fiscalYearOf(context.calendar, period.end) - 1, 4);
      return { start: undefined, end: end ?? period.end };
    }
  }
}

/** The period of a current figure: what it says itself, or what is being spoken of. */
export function currentPeriod(context: DocumentContext, when: When, spoken: Period | undefined): readonly Period[] {
  const own = periodsOf(context, when.tokens, undefined);
  if (own.length > 0) return own;
  return spoken === undefined ? [] : [spoken];
}

/** The period of a comparative figure, or of the base of a growth: its own words, or a year before the current one. */
export function priorPeriod(context: DocumentContext, when: When, current: Period | undefined): Period | undefined {
  if (when.tokens.length > 0) {
    const named = periodsOf(context, when.tokens, current)[0];
    if (named !== undefined && (current === undefined || named.end < current.end || named.start === undefined))
      return named;
    if (named !== undefined && when.back !== undefined) return backFrom(context, named, when.back);
  }
  return current === undefined ? undefined : backFrom(context, current, when.back ?? "year");
}
