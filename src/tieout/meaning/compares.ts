import { ordinal } from "../../calendar/date.ts";
import { comparative, monthsOf, preceding } from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";
import type { DocumentContext } from "./document-context.ts";
import type { HeadColumn } from "./head-columns.ts";
import type { ColumnMeaning } from "./table.ts";

/**
 * The columns (current, comparative) that the change column `at` compares, where the heads make it clear: the amounts of its
 * own group, or those a year or a quarter apart where the head says so.
 */
export function comparesOf(
  columns: readonly ColumnMeaning[],
  at: number,
  head: HeadColumn,
  context: DocumentContext,
): readonly [number, number] | undefined {
  const all = groupOf(columns, at);
  const constant = all.filter((c) => columns[c]!.basis === "constant-currency");
  const group = all.filter((c) => columns[c]!.basis !== "constant-currency");
  if (columns[at]!.basis === "constant-currency" && constant.length === 1)
    return constantly(columns, constant[0]!, group);
  const dated = group.filter((c) => columns[c]!.period !== undefined);
  if (dated.length < 2) return group.length === 2 && dated.length === 0 ? [group[0]!, group[1]!] : undefined;
  const byYears = namedYears(columns, dated, head);
  if (byYears !== undefined) return byYears;
  const current = dated.reduce((a, b) => (columns[b]!.period!.end > columns[a]!.period!.end ? b : a));
  const others = dated.filter((c) => c !== current && sameLength(columns[c]!.period!, columns[current]!.period!));
  const quarterly = /\bq\s?[/-]\s?q\b|\bqoq\b|sequential|(?:prior|previous|preceding) quarter/i.test(head.words);
  if (others.length === 1 && !quarterly) return [current, others[0]!];
  const period = columns[current]!.period!;
  const wanted = quarterly ? preceding(context.calendar, period) : comparative(context.calendar, period);
  const other = others.find((c) => near(columns[c]!.period!, wanted));
  return other === undefined ? undefined : [current, other];
}

/** Growth without currency sets the amounts at the old rates against the earliest of the group. */
function constantly(
  columns: readonly ColumnMeaning[],
  current: number,
  group: readonly number[],
): readonly [number, number] | undefined {
  const dated = group.filter((c) => columns[c]!.period !== undefined);
  if (dated.length === 0) return undefined;
  return [current, dated.reduce((a, b) => (columns[b]!.period!.end < columns[a]!.period!.end ? b : a))];
}

/** The amount columns before the change column, back to the change columns of the group before; behind it where none stand before. */
function groupOf(columns: readonly ColumnMeaning[], at: number): readonly number[] {
  const isChange = (c: number): boolean => columns[c]!.kind === "change" || columns[c]!.kind === "percent-change";
  const group: number[] = [];
  let c = at - 1;
  while (c >= 0 && isChange(c)) c--;
  for (; c >= 0 && !isChange(c); c--) if (columns[c]!.kind === "amount") group.unshift(c);
  if (group.length > 0) return group;
  for (c = at + 1; c < columns.length && !isChange(c); c++) if (columns[c]!.kind === "amount") group.push(c);
  return group;
}

/** "2024 vs. 2023" names its columns. */
function namedYears(
  columns: readonly ColumnMeaning[],
  dated: readonly number[],
  head: HeadColumn,
): readonly [number, number] | undefined {
  const years = head.items.flatMap((i) =>
    i.kind === "year" ? [i.year] : i.kind === "phrase" && i.phrase.year !== undefined ? [i.phrase.year] : [],
  );
  if (years.length !== 2 || years[0] === years[1]) return undefined;
  const of = (year: number): readonly number[] => dated.filter((c) => columns[c]!.period!.end.startsWith(String(year)));
  const [a, b] = [of(Math.max(...years)), of(Math.min(...years))];
  return a.length === 1 && b.length === 1 ? [a[0]!, b[0]!] : undefined;
}

const sameLength = (a: Period, b: Period): boolean => monthsOf(a) === monthsOf(b);

const near = (a: Period, b: Period): boolean => Math.abs(ordinal(a.end) - ordinal(b.end)) <= 8 && sameLength(a, b);
