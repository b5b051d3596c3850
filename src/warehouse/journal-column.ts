/** What a cell of a column can hold. */
export type JournalCell = "name" | "text" | "day" | "amount";

export type JournalColumn =
  | "document"
  | "line"
  | "date"
  | "period"
  | "entity"
  | "account"
  | "division"
  | "region"
  | "counterparty"
  | "currency"
  | "amount"
  | "functional"
  | "tag";

/** The columns of a file of journals (docs/workspace.md), in the order that the engine is handed them. A name must be filled, a text may be empty. */
export const JOURNAL_COLUMNS: Readonly<Record<JournalColumn, JournalCell>> = {
  document: "name",
  line: "name",
  date: "day",
  period: "name",
  entity: "name",
  account: "name",
  division: "text",
  region: "text",
  counterparty: "text",
  currency: "name",
  amount: "amount",
  functional: "amount",
  tag: "text",
};

export const COLUMN_NAMES: readonly JournalColumn[] = Object.keys(JOURNAL_COLUMNS) as JournalColumn[];

export const isJournalColumn = (name: string): name is JournalColumn => Object.hasOwn(JOURNAL_COLUMNS, name);

export const columnsOf = (kind: JournalCell): readonly JournalColumn[] =>
  COLUMN_NAMES.filter((name) => JOURNAL_COLUMNS[name] === kind);
