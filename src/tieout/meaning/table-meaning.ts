import { plusDays } from "../../calendar/date.ts";
import type { Period } from "../../calendar/period.ts";
import type { LexedTable, LexedText } from "../lex/lexed.ts";
import { captionOf } from "./caption.ts";
import { columnsOf } from "./columns.ts";
import type { DocumentContext } from "./document-context.ts";
import { headsOf } from "./heads.ts";
import { rowsOf } from "./labels.ts";
import { withFlows } from "./row-time.ts";
import type { ScaleStatement } from "./scale.ts";
import type { ColumnMeaning, RowMeaning, StatementKind, TableMeaning } from "./table.ts";

/** What tables before this one said, for those that say nothing themselves. */
export interface EarlierScales {
  readonly byStatement: ReadonlyMap<StatementKind, ScaleStatement>;
  /** What nearly all tables say, where they do. */
  readonly usual: ScaleStatement | undefined;
}

const NOTHING: EarlierScales = { byStatement: new Map(), usual: undefined };

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
  const sets = blocks.map((block, i) =>
    columnsOf(table, block, blocks[i + 1]?.from ?? table.rows.length, labelColumns, caption, context),
  );
  const rows = rowsOf(table, heads, context);
  const stated = caption.scale ?? earlier.byStatement.get(caption.statement) ?? context.scale ?? earlier.usual;
  return {
    caption: caption.text,
    headRows: blocks[0]!.to,
    labelColumns,
    statement: caption.statement,
    scale: stated?.scale ?? 0,
    scaleStatement: stated,
    scaleStated: caption.scale !== undefined,
    currency: caption.currency ?? context.currency,
    columns: sets[0]!,
    rows: withColumns(
      withFlows(rows, sets[0]!),
      blocks.map((b) => b.from),
      sets,
    ),
  };
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
