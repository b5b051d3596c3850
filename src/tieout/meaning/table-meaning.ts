import { plusDays } from "../../calendar/date.ts";
import { quarterOf, startOfMonths } from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";
import type { LexedTable, LexedText } from "../lex/lexed.ts";
import { monthsIn } from "./_evidence.ts";
import { type Caption, captionOf } from "./caption.ts";
import { columnsOf } from "./columns.ts";
import type { DocumentContext } from "./document-context.ts";
import type { HeadItem } from "./head-items.ts";
import { columnPeriod } from "./head-time.ts";
import { type HeadBlock, headsOf } from "./heads.ts";
import { rowsOf } from "./labels.ts";
import { isMoneyLabel } from "./lexicon.ts";
import { type RowDates, rollsForward, withFlows } from "./row-time.ts";
import type { ScaleStatement } from "./scale.ts";
import type { ColumnMeaning, RowMeaning, StatementKind, TableMeaning } from "./table.ts";

/** What tables before this one said, for those that say nothing themselves. */
export interface EarlierScales {
  readonly byStatement: ReadonlyMap<StatementKind, ScaleStatement>;
  /** What nearly all tables say, where they do. */
  readonly usual: ScaleStatement | undefined;
  /** Whether this table may take a scale from elsewhere: not where it alone has no currency sign. */
  readonly inherits: boolean;
}

const NOTHING: EarlierScales = { byStatement: new Map(), usual: undefined, inherits: true };

/** What the heads, labels and caption of a table say; `before` holds the texts above it, back to the table before. */
export function tableMeaning(
  table: LexedTable,
  before: readonly LexedText[],
  context: DocumentContext,
  earlier: EarlierScales = NOTHING,
): TableMeaning {
  const heads = headsOf(table);
  const caption = captionOf(table, heads, before, context);
  const { blocks, labelColumns } = heads;
  const drafts = blocks.map((block, i) =>
    columnsOf(table, block, blocks[i + 1]?.from ?? table.rows.length, labelColumns, caption, context),
  );
  const rows = rowsOf(table, heads, rowDates(blocks[0]!, drafts[0]!, caption, context));
  const rolling = rollsForward(rows);
  const counts = countsShares(table, rows, caption);
  const sets = drafts.map((columns) => columns.map((c) => settledColumn(c, rows, rolling, counts, caption, context)));
  const scale = scaleIn(caption, context, earlier);
  return {
    caption: caption.text,
    headRows: blocks[0]!.to,
    labelColumns,
    statement: caption.statement,
    scale: scale?.scale ?? 0,
    scaleStatement: scale,
    scaleStated: caption.scale !== undefined && !caption.scale.sharesOnly,
    currency: caption.currency ?? context.currency,
    columns: sets[0]!,
    rows: withColumns(
      withFlows(rows, sets[0]!),
      blocks.map((b) => b.from),
      sets,
    ),
  };
}

function rowDates(
  block: HeadBlock,
  columns: readonly ColumnMeaning[],
  caption: Caption,
  context: DocumentContext,
): RowDates {
  const first = columns.findIndex(
    (c) => c.kind === "amount" && (c.period === undefined || c.period.start !== undefined),
  );
  const flow = columns[first]?.period;
  const inYear = (year: number): Period | undefined => {
    const items: readonly HeadItem[] = [...(block.columns[first]?.items ?? []), { kind: "year", year }];
    return first < 0
      ? undefined
      : columnPeriod(items, caption.time, caption.statement, { closes: false, current: true }, context);
  };
  return { context, flow, inYear, equity: caption.statement === "equity" };
}

/** Whether all cells without a unit of their own are share counts: the caption speaks of shares alone, and no row of money. */
function countsShares(table: LexedTable, rows: readonly RowMeaning[], caption: Caption): boolean {
  if (caption.scale?.sharesOnly !== true) return false;
  return !table.rows.some(
    (row, r) =>
      rows[r]!.kind === "data" &&
      rows[r]!.kindOfCells !== "per-share" &&
      (isMoneyLabel(rows[r]!.label) ||
        row.cells.some((c) => c.tokens.some((t) => t.kind === "number" && t.currency !== undefined))),
  );
}

/** Under the heads of closes, a roll-forward's rows are the flows that lead to them. */
function settledColumn(
  column: ColumnMeaning,
  rows: readonly RowMeaning[],
  rolling: boolean,
  counts: boolean,
  caption: Caption,
  context: DocumentContext,
): ColumnMeaning {
  const kindOfCells = counts && column.kind === "amount" ? (column.kindOfCells ?? "shares") : column.kindOfCells;
  const { period } = column;
  if (!rolling || period === undefined || period.start !== undefined) return { ...column, kindOfCells };
  const { calendar } = context;
  const yearly = rows.some((r) => r.moment === "start" && /\byear\b/i.test(r.label));
  const said = caption.time.phrase === undefined ? 0 : monthsIn(caption.time.phrase.lengths[0]!);
  const months = said > 0 ? said : yearly ? 3 * quarterOf(calendar, period.end) : 3;
  return { ...column, kindOfCells, period: { start: startOfMonths(calendar, period.end, months), end: period.end } };
}

/** The table's own statement; money's scale from elsewhere where it speaks of shares alone or not at all. */
function scaleIn(caption: Caption, context: DocumentContext, earlier: EarlierScales): ScaleStatement | undefined {
  const own = caption.scale;
  if (own !== undefined && !own.sharesOnly) return own;
  const found = earlier.inherits
    ? (earlier.byStatement.get(caption.statement) ?? context.scale ?? earlier.usual)
    : undefined;
  if (own === undefined) return found === undefined ? undefined : { ...found, sharesSaid: false };
  return found === undefined ? own : { ...found, shares: own.shares, sharesSaid: true };
}

function withColumns(
  rows: readonly RowMeaning[],
  starts: readonly number[],
  sets: readonly (readonly ColumnMeaning[])[],
): readonly RowMeaning[] {
  if (sets.length === 1) return rows;
  let at = 0;
  return rows.map((row, r) => {
    while (at + 1 < sets.length && starts[at + 1]! <= r) at++;
    return at === 0 ? row : { ...row, columns: sets[at]! };
  });
}

/** The period of a cell: the row's own close or quarter, else the column's; a balance at its start is the close before. */
export function periodAt(meaning: TableMeaning, row: number, column: number): Period | undefined {
  const line = meaning.rows[row];
  if (line?.period !== undefined) return line.period;
  const period = (line?.columns ?? meaning.columns)[column]?.period;
  if (period?.start === undefined || line?.moment === undefined) return period;
  return { start: undefined, end: line.moment === "start" ? plusDays(period.start, -1) : period.end };
}
