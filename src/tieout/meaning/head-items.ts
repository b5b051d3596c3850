import { machineInteger } from "../../exact/integer.ts";
import type { DateToken, NumberToken, PeriodPhrase, Token } from "../lex/token.ts";

/** What a head says of time, piece by piece. */
export type HeadItem =
  | { readonly kind: "phrase"; readonly phrase: PeriodPhrase }
  | { readonly kind: "date"; readonly date: DateToken }
  | { readonly kind: "year"; readonly year: number };

/** The pieces of time in a text, in order. */
export function itemsIn(text: string, tokens: readonly Token[]): readonly HeadItem[] {
  const items: HeadItem[] = [];
  let day: DateToken | undefined;
  for (const t of tokens) {
    if (t.kind === "period") {
      const { phrase } = t;
      if (phrase.lengths.length === 0 && phrase.nth === undefined && phrase.year !== undefined)
        items.push({ kind: "year", year: phrase.year });
      else items.push({ kind: "phrase", phrase });
    } else if (t.kind === "date") {
      items.push({ kind: "date", date: t });
      if (t.year === undefined) day = t;
    } else if (day !== undefined && isShortYear(text, day, t))
      items.push({ kind: "year", year: 2000 + (machineInteger(t.digits) ?? 0) });
    else if (t.kind === "number" && t.doubt === "year")
      items.push({ kind: "year", year: machineInteger(t.digits) ?? 0 });
  }
  return items;
}

/** The year of "Dec 31, 23". */
const isShortYear = (text: string, day: DateToken, t: Token): t is NumberToken =>
  t.kind === "number" &&
  t.to - t.from === 2 &&
  t.digits < 70n &&
  t.places === 0 &&
  /^,? ?['’]?$/.test(text.slice(day.to, t.from));

/** Pieces of one sort that may follow each other in a head, one for each column: years, whole dates, quarters. */
function sortOf(item: HeadItem): string | undefined {
  if (item.kind === "year") return "year";
  if (item.kind === "date") return item.date.year === undefined ? "month and day" : "date";
  return item.phrase.nth !== undefined || item.phrase.year !== undefined ? "quarter" : undefined;
}

/** How many pieces of one sort stand at the end of a head ("Three months ended June 30, 2025 2024": two); fewer than two count as none. */
export function runLength(items: readonly HeadItem[]): number {
  const sort = items.length === 0 ? undefined : sortOf(items[items.length - 1]!);
  if (sort === undefined) return 0;
  let n = 0;
  while (n < items.length && sortOf(items[items.length - 1 - n]!) === sort) n++;
  // "June 30, 2025 2024" is a date and the year of the next column.
  const before = items[items.length - 1 - n];
  if (sort === "year" && before?.kind === "date" && before.date.year !== undefined) n++;
  return n < 2 ? 0 : n;
}

/**
 * What the column at `at` of a head over `columns` columns is told: its own piece of a run as long as they are many, and its own
 * group of what stands before ("Three months ended June 30, Six months ended June 30, 2025 2024 2025 2024"); else all.
 */
export function itemsAt(items: readonly HeadItem[], at: number, columns: number): readonly HeadItem[] {
  if (columns < 2 || items.length < 2) return items;
  const run = runLength(items);
  if (run === 0 || columns % run !== 0) return groupAt(items, at, columns);
  const common = groupAt(items.slice(0, items.length - run), at, columns);
  const own = items[items.length - run + Math.floor(at / (columns / run))]!;
  const first = items[items.length - run]!;
  // A year of its own changes the year of a first piece that is a whole date.
  return own.kind === "year" && first.kind === "date" ? [...common, undated(first.date), own] : [...common, own];
}

/** A date as a head says it that leaves its year to another. */
export const undated = (date: DateToken): HeadItem => ({
  kind: "date",
  date: { ...date, date: undefined, year: undefined },
});

/** The group of the column: groups end with a day, or are lone lengths, and have equally many columns. */
function groupAt(items: readonly HeadItem[], at: number, columns: number): readonly HeadItem[] {
  const ends = items.some((i) => i.kind === "date") ? "date" : "phrase";
  const groups: HeadItem[][] = [];
  let group: HeadItem[] = [];
  for (const item of items) {
    group.push(item);
    if (item.kind !== ends) continue;
    groups.push(group);
    group = [];
  }
  if (group.length > 0 || groups.length < 2 || columns % groups.length !== 0) return items;
  return groups[Math.floor(at / (columns / groups.length))]!;
}
