import { type Csv, type CsvCell, type CsvRow, readCsv } from "../text/csv.ts";
import { nearestTo, stepsBetween } from "../text/nearest.ts";
import type { SourcePlace } from "./books.ts";
import { isWrong, type Kind, type NameKind, quoted } from "./kind.ts";
import { fileOf, type Say } from "./said.ts";

/** A file of the workspace; `path` is relative to the workspace, with forward slashes. */
export interface WorkspaceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** One column of a table: whether it must be there, and whether its cells may be empty. */
export interface Column<T> {
  readonly kind: Kind<unknown>;
  readonly column: "required" | "optional";
  readonly cell: "filled" | "maybe";
  /** Never there: it carries what the kind reads. */
  readonly reads?: T;
}

export const filled = <T>(kind: Kind<T>): Column<T> => ({ kind, column: "required", cell: "filled" });
export const maybe = <T>(kind: Kind<T>): Column<T | undefined> => ({ kind, column: "required", cell: "maybe" });
export const optional = <T>(kind: Kind<T>): Column<T | undefined> => ({ kind, column: "optional", cell: "maybe" });

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A file as docs/workspace.md has it. */
export interface Table<C extends Columns> {
  readonly columns: C;
  /** What a row is told by: two rows with the same text in all of these say two things of one. */
  readonly key: readonly (keyof C & string)[];
}

export const table = <const C extends Columns>(columns: C, key: readonly (keyof C & string)[]): Table<C> => ({
  columns,
  key,
});

export type Values<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never;
};

export interface TableRow<C extends Columns> {
  readonly values: Values<C>;
  readonly place: SourcePlace;
  /** Where the cell of a column stands. */
  readonly at: (column: keyof C & string) => SourcePlace;
}

export interface TableRead<C extends Columns> {
  readonly path: string;
  readonly rows: readonly TableRow<C>[];
  /** What stands in the first column of the key, also in rows that were left out; undefined where some of it may be unknown. */
  readonly names: ReadonlySet<string> | undefined;
  /** What stands there in the rows that were left out. */
  readonly leftOut: ReadonlySet<string>;
}

/** The names that other files declare; what could not be read is undefined, and not asked for. */
export type Names = Readonly<Partial<Record<NameKind, ReadonlySet<string> | undefined>>>;

const DECLARED_IN: Readonly<Record<NameKind, string>> = {
  entity: "books/entities.csv",
  account: "books/accounts.csv",
  month: "company.yaml",
};

/** The rows of a file in which every cell is what its column holds; whatever is not is told with its place, and its row left out. */
export function readTable<C extends Columns>(
  { columns, key }: Table<C>,
  file: WorkspaceFile,
  names: Names,
  say: Say,
): TableRead<C> {
  const { path } = file;
  const csv = readCsv(file.bytes);
  for (const { code, line, column, message, remedy } of csv.troubles)
    say(code, { path, line, column }, message, remedy);
  const found = columnsIn(columns, csv, path, say);
  const declared = found.at.get(key[0] ?? "");
  const body = csv.rows.slice(1);
  const whole = csv.troubles.length === 0 && declared !== undefined;
  const all = whole ? new Set(body.map((row) => row.cells[declared]!.text)) : undefined;
  const leftOut = new Set<string>();
  const read: TableRow<C>[] = [];
  const slots = Object.entries(columns).map(([name, column]): Slot => {
    const known = column.kind.names === undefined ? undefined : names[column.kind.names];
    return { name, ...column, index: found.at.get(name), known };
  });
  const keys = key.map((name) => found.at.get(name) ?? -1);
  const seen = new Map<string, number>();
  const unknown = new Map<string, Unknown>();
  for (const row of found.isWhole ? body : []) {
    const values = valuesIn(row, slots, path, unknown, say);
    if (isDoubled(row, key, keys, path, seen, say) || values === undefined) {
      leftOut.add(row.cells[declared ?? 0]?.text ?? "");
      continue;
    }
    const { cells } = row;
    const at = (column: string): SourcePlace => placeOf(path, cells[found.at.get(column) ?? 0]!);
    read.push({ values: values as Values<C>, place: placeOf(path, cells[0]!), at });
  }
  for (const name of unknown.values()) sayUnknown(name, names, say);
  return { path, rows: read, names: all, leftOut };
}

const placeOf = (path: string, { line, column }: CsvCell): SourcePlace => ({ path, line, column });

/** A column as the rows of one file are read by it: where its cells stand, and which names they must be among. */
interface Slot extends Column<unknown> {
  readonly name: string;
  readonly index: number | undefined;
  readonly known: ReadonlySet<string> | undefined;
}

interface ColumnsFound {
  readonly at: ReadonlyMap<string, number>;
  /** Whether every column that must be there is there, once. */
  readonly isWhole: boolean;
}

function columnsIn(columns: Columns, csv: Csv, path: string, say: Say): ColumnsFound {
  const at = new Map<string, number>();
  const known = Object.keys(columns);
  const [head] = csv.rows;
  let isWhole = head !== undefined;
  if (head === undefined && csv.troubles.length === 0)
    say("column-missing", fileOf(path), "The file is empty.", `Begin it with the line ${known.join(",")}`);
  if (head === undefined) return { at, isWhole };
  const others: CsvCell[] = [];
  for (const [i, cell] of head.cells.entries()) {
    const place = { path, line: cell.line, column: cell.column };
    if (at.has(cell.text)) {
      say("column-twice", place, `A second column "${cell.text}" stands here.`, "Take one of the two out.");
      isWhole = false;
    } else if (known.includes(cell.text)) at.set(cell.text, i);
    else others.push(cell);
  }
  const missing = known.filter((name) => !at.has(name));
  for (const cell of others) sayUnknownColumn(cell, path, missing, known, say);
  const lacking = missing.filter((name) => columns[name]!.column === "required");
  if (lacking.length === 0) return { at, isWhole };
  say(
    "column-missing",
    { path, line: head.line, column: head.cells[0]!.column },
    `The ${lacking.length === 1 ? "column" : "columns"} ${lacking.map((name) => `"${name}"`).join(", ")} ${lacking.length === 1 ? "is" : "are"} missing; the first line names ${head.cells
      .map((cell) => cell.text)
      .join(", ")
      .slice(0, 200)}. No row of the file is read.`,
    "Add what is missing, with a comma in every row; cells that may be empty can stay so.",
  );
  return { at, isWhole: false };
}

function sayUnknownColumn(
  cell: CsvCell,
  path: string,
  missing: readonly string[],
  known: readonly string[],
  say: Say,
): void {
  const remedy = (): string => {
    const nearest = nearestTo(cell.text, missing) ?? "";
    const isNear = stepsBetween(nearest, cell.text.toLowerCase().slice(0, 60)) <= nearest.length / 2;
    return isNear && nearest !== ""
      ? `Is "${nearest}" meant?`
      : `Take it out, or rename it; the columns are ${known.join(", ")}.`;
  };
  const message =
    cell.text === "" ? "A column has no name; it is not read." : `Nothing reads a column ${quoted(cell.text)}.`;
  say("column-unknown", placeOf(path, cell), message, remedy, "warning");
}

/** A name that nothing declares, with the places it is used at. */
interface Unknown {
  readonly column: string;
  readonly name: string;
  readonly kind: NameKind;
  readonly places: SourcePlace[];
  count: number;
}

const MOST_PLACES = 5;

function valuesIn(
  row: CsvRow,
  slots: readonly Slot[],
  path: string,
  unknown: Map<string, Unknown>,
  say: Say,
): Readonly<Record<string, unknown>> | undefined {
  const values: Record<string, unknown> = {};
  let isRight = true;
  for (const { name, kind, cell: need, index, known } of slots) {
    const cell = index === undefined ? undefined : row.cells[index]!;
    if (cell === undefined || cell.text.trim() === "") {
      values[name] = undefined;
      if (need === "maybe") continue;
      isRight = false;
      sayEmpty(name, kind, { path, line: cell?.line ?? row.line, column: cell?.column }, say);
      continue;
    }
    const value = kind.read(cell.text);
    values[name] = value;
    if (isWrong(value)) {
      isRight = false;
      const message = `"${name}" holds ${quoted(cell.text)}${value.stands === undefined ? "" : `, which ${value.stands}`}; ${kind.expected} was expected.`;
      say(value.wrong, placeOf(path, cell), message, value.remedy);
    } else if (known?.has(cell.text) === false) {
      isRight = false;
      noteUnknown(unknown, name, cell.text, kind.names!, placeOf(path, cell));
    }
  }
  return isRight ? values : undefined;
}

export const sayEmpty = (name: string, kind: Pick<Kind<unknown>, "expected">, place: SourcePlace, say: Say): void =>
  say("cell-empty", place, `"${name}" is empty; ${kind.expected} was expected.`, "Fill the cell, or take the row out.");

function noteUnknown(
  all: Map<string, Unknown>,
  column: string,
  name: string,
  kind: NameKind,
  place: SourcePlace,
): void {
  const key = `${column}\n${name}`;
  const known = all.get(key);
  if (known === undefined) all.set(key, { column, name, kind, places: [place], count: 1 });
  else {
    known.count++;
    if (known.places.length < MOST_PLACES) known.places.push(place);
  }
}

/** Above this many, no nearest name is looked for: it would be asked for each name that is unknown. */
const MOST_CANDIDATES = 2000;

function sayUnknown({ column, name, kind, places, count }: Unknown, names: Names, say: Say): void {
  const source = DECLARED_IN[kind];
  const remedy = (): string => {
    const known = names[kind] ?? new Set();
    const nearest = known.size > MOST_CANDIDATES ? undefined : nearestTo(name, known);
    if (nearest === undefined) return `Declare it in ${source}.`;
    return `Declare it in ${source}, or write the right one; the nearest is ${nearest}.`;
  };
  say(
    "name-not-declared",
    places,
    `"${column}" holds ${quoted(name)}, and ${source} has no such ${kind}.${count > 1 ? ` So it is on ${count} rows.` : ""}`,
    remedy,
  );
}

function isDoubled(
  row: CsvRow,
  key: readonly string[],
  keys: readonly number[],
  path: string,
  seen: Map<string, number>,
  say: Say,
): boolean {
  let id = "";
  // No cell of a file that is in order holds this character.
  for (const index of keys) id += `${row.cells[index]?.text ?? ""}\u0001`;
  const line = seen.get(id);
  if (line === undefined) {
    seen.set(id, row.line);
    return false;
  }
  const told = key.flatMap((name, i) => {
    const text = row.cells[keys[i]!]?.text ?? "";
    return text === "" ? [] : [`${name} ${text}`];
  });
  say(
    "row-doubled",
    [placeOf(path, row.cells[0]!), { path, line, column: 1 }],
    `The row of ${quoted(told.join(", "))} stands on line ${line} already.`,
    "Take one of the two out.",
  );
  return true;
}
