import { monthsOf } from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";
import type { MeasureKind } from "../figures/kind.ts";
import type { LexedTable } from "../lex/lexed.ts";
import type { Caption } from "./caption.ts";
import { comparesOf } from "./compares.ts";
import type { DocumentContext } from "./document-context.ts";
import { columnPeriod } from "./head-time.ts";
import type { HeadBlock, HeadColumn } from "./heads.ts";
import { basisOf, kindOfLabel } from "./lexicon.ts";
import { scaleStatement } from "./scale.ts";
import type { Basis, ColumnMeaning } from "./table.ts";

const CHANGE =
  /\bchanges?\b|\bincreases?\b|\bdecreases?\b|\bvariances?\b|\bdifference\b|\binc\b\.?|\bdec\b\.?|\bgrowth\b|\by\s?[/-]\s?y\b|\bq\s?[/-]\s?q\b|\byoy\b|\bqoq\b|\byear[- ]over[- ]year\b|\bvs\.?(?!\w)|\bversus\b|\bb\/\(?w\)?|\bfav/i;
const PERCENT = /%|\bper ?cent(?:age)?\b|\bpct\b|\bgrowth\b/i;
const PERCENT_OF = /(?:%|\bper ?cent(?:age)?|\bpct)\.? (?:of|to)\b|\bas an? (?:%|per ?cent)|\bmix\b/i;
const NOTE = /^(?:notes?|ref(?:erence)?s?\.?|footnotes?)(?: no\.?)?$/i;
const TOTAL =
  /^(?:(?:grand |company |group |consolidated )?totals?|consolidated|group|combined)\b|\btotals?$|\bconsolidated$/i;

/** What cells of a column look like, sampled. */
interface Sample {
  readonly percents: number;
  readonly numbers: number;
}

const SAMPLE = 40;

function sampleOf(table: LexedTable, from: number, to: number, columns: number): readonly Sample[] {
  const percents = new Array<number>(columns).fill(0);
  const numbers = new Array<number>(columns).fill(0);
  for (let r = from; r < Math.min(to, from + SAMPLE); r++)
    for (const { cell, tokens } of table.rows[r]!.cells) {
      const at = cell.column - 1;
      const number = tokens.find((t) => t.kind === "number" && t.written === "digits");
      if (number?.kind !== "number" || at >= columns) continue;
      numbers[at]!++;
      if (number.unit === "percent" || number.unit === "points" || number.unit === "basis-points") percents[at]!++;
    }
  return percents.map((p, c) => ({ percents: p, numbers: numbers[c]! }));
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
  const draft = block.columns.map((head, c) => columnOf(head, c < labelColumns, samples[c]!, caption, context));
  settleSigns(draft, block, samples);
  return draft.map((column, c) => {
    if (column.kind !== "change" && column.kind !== "percent-change") return column;
    const compares = comparesOf(draft, c, block.columns[c]!, context);
    return { ...column, compares, period: compares === undefined ? undefined : draft[compares[0]]!.period };
  });
}

function columnOf(
  head: HeadColumn,
  isLabel: boolean,
  sample: Sample,
  caption: Caption,
  context: DocumentContext,
): ColumnMeaning {
  const words = head.words.length > 400 ? head.words.slice(0, 400) : head.words;
  const kind = isLabel ? "label" : kindOf(words, sample);
  return {
    kind,
    head: words,
    period: isLabel || kind === "note" ? undefined : columnPeriod(head.items, caption.time, caption.statement, context),
    basis: basisFor(words, caption),
    compares: undefined,
    total: !isLabel && TOTAL.test(words.trim()),
    kindOfCells: isLabel ? undefined : kindOfCells(kind, words, sample),
    scale: isLabel ? undefined : scaleStatement(words)?.scale,
  };
}

function kindOf(words: string, sample: Sample): ColumnMeaning["kind"] {
  if (NOTE.test(words.trim())) return "note";
  const mostlyPercent = sample.numbers > 0 && sample.percents * 2 > sample.numbers;
  if (PERCENT_OF.test(words)) return "percent-of";
  if (CHANGE.test(words))
    return PERCENT.test(words) && !/\$/.test(words)
      ? percentOr(sample, mostlyPercent)
      : mostlyPercent
        ? "percent-change"
        : "change";
  return "amount";
}

/** A head that says percent over cells that are plainly none is a change in money ("growth" over amounts). */
const percentOr = (sample: Sample, mostlyPercent: boolean): "change" | "percent-change" =>
  mostlyPercent || sample.percents === 0 ? "percent-change" : "change";

function kindOfCells(kind: ColumnMeaning["kind"], words: string, sample: Sample): MeasureKind | undefined {
  if (kind === "percent-change" || kind === "percent-of") return "percent";
  const said = kindOfLabel(words);
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
    const behindChange = before?.kind === "change" || before?.kind === "percent-change";
    if (own === "%") {
      const kind =
        behindChange || (twoPeriods && block.columns[c]!.items.length === 0) ? "percent-change" : "percent-of";
      draft[c] = { ...draft[c]!, kind, kindOfCells: "percent" };
    } else if (
      draft[c]!.kind === "amount" &&
      twoPeriods &&
      block.columns[c]!.items.length === 0 &&
      samples[c]!.percents === 0
    )
      draft[c] = { ...draft[c]!, kind: "change" };
  }
}

const lastWord = (words: string): string => words.slice(words.lastIndexOf(" ") + 1);

const differ = (a: Period | undefined, b: Period | undefined): boolean =>
  a !== undefined && b !== undefined && a.end !== b.end && monthsOf(a) === monthsOf(b);
