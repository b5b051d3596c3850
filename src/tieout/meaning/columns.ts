import { monthOf, plusDays } from "../../calendar/date.ts";
import { fiscalYearOf, monthsOf, nominalEnd, quarterOf } from "../../calendar/fiscal.ts";
import { type Period, samePeriod } from "../../calendar/period.ts";
import type { MeasureKind } from "../figures/kind.ts";
import type { LexedTable } from "../lex/lexed.ts";
import type { NumberToken } from "../lex/token.ts";
import { headTime } from "./_evidence.ts";
import type { Caption } from "./caption.ts";
import { comparesOf } from "./compares.ts";
import type { DocumentContext } from "./document-context.ts";
import type { HeadColumn } from "./head-columns.ts";
import { captionPeriod, columnPeriod, type HeadDates } from "./head-time.ts";
import type { HeadBlock } from "./heads.ts";
import { basisOf, kindOfHead } from "./lexicon.ts";
import { ownScale } from "./scale.ts";
import type { Basis, ColumnMeaning } from "./table.ts";

const CHANGE =
  /^v\.?\s?[%$]|\bv\s[%$]|\bchanges?\b|\bincreases?\b|\bdecreases?\b|\bvariances?\b|\bdifference\b(?! in)|\binc\b\.?\s?[/(]|[%$] inc\b|[/(]\s?dec\b|\bgrowth\b|\by\s?[/-]\s?y\b|\bq\s?[/-]\s?q\b|\byoy\b|\bqoq\b|\byear[- ]over[- ]year\b|\bvs\.?(?!\w)|\bversus\b|\bb\/\(?w\)?|\bfav/i;
const PERCENT = /%|\bper ?cent(?:age)?\b|\bpct\b|\bgrowth\b/i;
const PERCENT_OF = /(?:%|\bper ?cent(?:age)?|\bpct)\.? (?:of|to)\b|\bas an? (?:%|per ?cent)|\bmix\b/i;
const NOTE = /^(?:notes?|ref(?:erence)?s?\.?|footnotes?)(?: no\.?)?$/i;
const TOTAL =
  /^(?:(?:grand |company |group |consolidated )?totals?|consolidated|group|combined)\b|\btotals?$|\bconsolidated$/i;

/** What cells of a column look like, sampled. */
interface Sample {
  percents: number;
  numbers: number;
  /** Whether the first and the last number bear a percent sign and none is above 100 or money: the sign stands for all between. */
  bracketed: boolean;
}

const SAMPLE = 40;

function sampleOf(table: LexedTable, from: number, to: number, columns: number): readonly Sample[] {
  const samples = Array.from({ length: columns }, (): Sample => ({ percents: 0, numbers: 0, bracketed: false }));
  const small = new Array<boolean>(columns).fill(true);
  for (let r = from; r < Math.min(to, from + SAMPLE); r++)
    for (const { cell, tokens } of table.rows[r]!.cells) {
      const sample = samples[cell.column - 1];
      const number = tokens.find((t): t is NumberToken => t.kind === "number" && t.written === "digits");
      if (number === undefined || sample === undefined) continue;
      const percent = number.unit === "percent" || number.unit === "points" || number.unit === "basis-points";
      if (sample.numbers === 0) small[cell.column - 1] = percent;
      if (number.currency !== undefined || number.digits > 100n * 10n ** BigInt(Math.min(number.places, 9)))
        small[cell.column - 1] = false;
      sample.numbers++;
      if (percent) sample.percents++;
      sample.bracketed = percent && small[cell.column - 1]! && sample.numbers > 2;
    }
  return samples;
}

/** The columns that a block of heads puts over the rows down to `to`. */
export function columnsOf(
  table: LexedTable,
  block: HeadBlock,
  to: number,
  labelColumns: number,
  caption: Caption,
  context: DocumentContext,
): readonly ColumnMeaning[] {
  const samples = sampleOf(table, block.to, to, table.block.columns);
  const dates = headDates(block, context);
  const draft = block.columns.map((head, c) => columnOf(head, c < labelColumns, samples[c]!, caption, dates, context));
  settlePeriods(draft, block, caption, context);
  settleChanges(draft, samples);
  settleSigns(draft, block, samples);
  return draft.map((column, c) => {
    if (column.kind !== "change" && column.kind !== "percent-change") return column;
    const compares = comparesOf(draft, c, block.columns[c]!, context);
    return compares === undefined ? column : { ...column, compares, period: draft[compares[0]]!.period };
  });
}

function columnOf(
  head: HeadColumn,
  isLabel: boolean,
  sample: Sample,
  caption: Caption,
  dates: HeadDates,
  context: DocumentContext,
): ColumnMeaning {
  const words = head.words.length > 400 ? head.words.slice(0, 400) : head.words;
  const kind = isLabel ? "label" : kindOf(words, sample);
  return {
    kind,
    head: words,
    period:
      isLabel || kind === "note"
        ? undefined
        : columnPeriod(head.items, caption.time, caption.statement, dates, context),
    basis: basisFor(words, caption),
    compares: undefined,
    total: !isLabel && TOTAL.test(words.trim()),
    kindOfCells: isLabel ? undefined : kindOfCells(kind, words, sample),
    scale: isLabel ? undefined : ownScale(head.statement ?? words),
  };
}

function kindOf(words: string, sample: Sample): ColumnMeaning["kind"] {
  if (NOTE.test(words.trim())) return "note";
  const mostlyPercent = sample.numbers > 0 && sample.percents * 2 > sample.numbers;
  if (PERCENT_OF.test(words)) return "percent-of";
  if (comparesYears(words)) return mostlyPercent || PERCENT.test(words) ? "percent-change" : "change";
  if (CHANGE.test(words))
    return PERCENT.test(words) && !/\$/.test(words)
      ? percentOr(sample, mostlyPercent)
      : mostlyPercent
        ? "percent-change"
        : "change";
  return "amount";
}

/** "2024/2023" and "2024 vs. 2023" compare; "2024/2025" is a year that starts in one and ends in the other. */
function comparesYears(words: string): boolean {
  const m = /\b((?:19|20)\d\d) ?(?:\/|vs?\.?|over) ?((?:19|20)\d\d)\b/.exec(words);
  return m !== null && m[1]! > m[2]!;
}

/** A head that says percent over cells that are plainly none is a change in money ("growth" over amounts). */
const percentOr = (sample: Sample, mostlyPercent: boolean): "change" | "percent-change" =>
  mostlyPercent || sample.percents === 0 ? "percent-change" : "change";

function kindOfCells(kind: ColumnMeaning["kind"], words: string, sample: Sample): MeasureKind | undefined {
  if (kind === "percent-change" || kind === "percent-of") return "percent";
  if (sample.bracketed) return "percent";
  const said = kindOfHead(words);
  if (said !== "percent") return said;
  return sample.percents > 0 ||
    sample.numbers === 0 ||
    /^\W*%|\brates?$|\bmargin$|\bpercent(?:age)?$/i.test(words.trim())
    ? "percent"
    : undefined;
}

function basisFor(words: string, caption: Caption): Basis {
  const own = basisOf(words);
  if (own !== "unknown") return own;
  const said = basisOf(caption.text);
  if (said !== "unknown" || /\bnon-?gaap|\breconcil|\badjusted/i.test(caption.text))
    return said === "adjustment" ? "unknown" : said;
  return caption.statement === "other" ? "unknown" : "GAAP";
}

/** A word of change over every column is no cue: then only columns of percentages are changes. */
function settleChanges(draft: ColumnMeaning[], samples: readonly Sample[]): void {
  const isChange = (c: ColumnMeaning): boolean => c.kind === "change" || c.kind === "percent-change";
  if (draft.some((c) => c.kind === "amount") || draft.every((c) => !isChange(c))) return;
  draft.forEach((column, c) => {
    const { percents, numbers } = samples[c]!;
    if (!isChange(column) || (numbers > 0 && percents * 2 > numbers)) return;
    draft[c] = { ...column, kind: "amount", kindOfCells: column.kind === "change" ? column.kindOfCells : undefined };
  });
}

/** A balance sheet sets the year's close beside the quarter's; a quarterly report may set the running year beside the last. */
export function headDates(block: HeadBlock, { calendar, reportEnd }: DocumentContext): HeadDates {
  const months = new Set<number>();
  let latest = 0;
  for (const { items } of block.columns) {
    const { end, phrase, year } = headTime(items);
    if (end !== undefined && phrase === undefined) months.add(monthOf(nominalEnd(end)));
    if (year !== undefined) latest = Math.max(latest, year);
  }
  const running =
    reportEnd !== undefined && quarterOf(calendar, reportEnd) < 4 && latest === fiscalYearOf(calendar, reportEnd);
  return { closes: months.size > 1, current: running };
}

/**
 * Columns whose heads say nothing of time: those between two closes hold the flows between them; else they share the only period
 * of the others, or that of the caption.
 */
function settlePeriods(draft: ColumnMeaning[], block: HeadBlock, caption: Caption, context: DocumentContext): void {
  const dated = draft.flatMap((column, c) => (column.period === undefined ? [] : [c]));
  const first = dated.length === 0 ? undefined : draft[dated[0]!]!.period!;
  const shared =
    first === undefined
      ? captionPeriod(caption.time, caption.statement, context)
      : dated.every((c) => samePeriod(draft[c]!.period!, first))
        ? first
        : undefined;
  draft.forEach((column, c) => {
    if (column.period !== undefined || column.kind === "label" || column.kind === "note") return;
    if (block.columns[c]!.items.length > 0) return;
    const period = shared ?? flowsBetween(draft, dated, c);
    if (period !== undefined) draft[c] = { ...column, period };
  });
}

function flowsBetween(draft: readonly ColumnMeaning[], dated: readonly number[], at: number): Period | undefined {
  if (dated.length !== 2 || at < dated[0]! || at > dated[1]!) return undefined;
  const [opening, closing] = [draft[dated[0]!]!.period!, draft[dated[1]!]!.period!];
  if (opening.start !== undefined || closing.start !== undefined || closing.end <= opening.end) return undefined;
  return { start: plusDays(opening.end, 1), end: closing.end };
}

/** Heads that are a bare "$" and a bare "%" behind two periods are the change between them, in money and in percent. */
function settleSigns(draft: ColumnMeaning[], block: HeadBlock, samples: readonly Sample[]): void {
  for (let c = 0; c < draft.length; c++) {
    const own = lastWord(block.columns[c]!.words);
    if (own !== "%" && own !== "$") continue;
    const before = draft[c - 1];
    const twoPeriods =
      before !== undefined &&
      draft[c - 2] !== undefined &&
      differ(before.period, draft[c - 2]!.period) &&
      before.kind === "amount";
    const time = headTime(block.columns[c]!.items);
    const undated = time.end === undefined && time.year === undefined;
    const behindChange = before?.kind === "change" || before?.kind === "percent-change";
    if (own === "%") {
      const kind =
        behindChange || (twoPeriods && undated) || CHANGE.test(block.columns[c]!.words)
          ? "percent-change"
          : "percent-of";
      draft[c] = { ...draft[c]!, kind, kindOfCells: "percent" };
    } else if (draft[c]!.kind === "amount" && twoPeriods && undated && samples[c]!.percents === 0)
      draft[c] = { ...draft[c]!, kind: "change" };
  }
}

const lastWord = (words: string): string => words.slice(words.lastIndexOf(" ") + 1);

const differ = (a: Period | undefined, b: Period | undefined): boolean =>
  a !== undefined && b !== undefined && a.end !== b.end && monthsOf(a) === monthsOf(b);
