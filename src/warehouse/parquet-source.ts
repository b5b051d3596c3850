import type { BooksFinding } from "../books/books-finding.ts";
import { nearestTo } from "../text/nearest.ts";
import { counted, finding, MOST_TOLD, quoted } from "./_finding.ts";
import { exactAmount, isBad, parquetColumns, parquetNulls, parquetRows, textAmount, textDay } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import { COLUMN_NAMES, isJournalColumn, JOURNAL_COLUMNS, type JournalColumn } from "./journal-column.ts";
import type { JournalFile } from "./journal-file.ts";

/** How the columns of a Parquet file become those of journals; files of one `make` can be read as one. */
export interface ParquetShape {
  readonly make: string;
  /** One expression for each of COLUMN_NAMES. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** Whether the file says of itself that no row lacks what a line must have; else that must be counted. */
  readonly isWhole: boolean;
}

export interface ReadShape {
  readonly shape: ParquetShape | undefined;
  readonly findings: readonly BooksFinding[];
}

export async function readShape(engine: Engine, file: JournalFile): Promise<ReadShape> {
  try {
    const [names, kinds] = await engine.ask(parquetColumns(file.real));
    const types = new Map(names!.map((name, i) => [`${name}`, `${kinds![i]}`]));
    const [columns, counts, hasNone, hasText] = await engine.ask(parquetNulls(file.real));
    const filled = new Set(columns!.filter((_, i) => hasNone![i] === true).map((name) => `${name}`));
    const named = new Set(columns!.filter((_, i) => hasText![i] === true).map((name) => `${name}`));
    const rows = counts![columns!.indexOf("document")];
    return shapeOf(file.path, types, filled, named, typeof rows === "bigint" ? Number(rows) : 0);
  } catch (cause) {
    return { shape: undefined, findings: [unreadable(file.path, cause)] };
  }
}

function shapeOf(
  path: string,
  types: ReadonlyMap<string, string>,
  filled: ReadonlySet<string>,
  named: ReadonlySet<string>,
  rows: number,
): ReadShape {
  const findings: BooksFinding[] = [];
  const unknown = [...types.keys()].filter((name) => !isJournalColumn(name));
  for (const name of unknown) findings.push(unknownColumn(path, name));
  const columns = COLUMN_NAMES.map((name) => {
    const type = types.get(name);
    const expression = type === undefined ? undefined : expressionOf(name, type, filled.has(name));
    if (type === undefined) findings.push(missingColumn(path, name, types, unknown));
    else if (expression === undefined) findings.push(otherKind(path, name, type));
    return expression ?? "NULL";
  });
  if (findings.some(({ severity }) => severity === "error")) return { shape: undefined, findings };
  const make = columns.map((column, i) => `${column} ${types.get(COLUMN_NAMES[i]!)}`).join(",");
  const isWhole = COLUMN_NAMES.every(
    (name, i) =>
      JOURNAL_COLUMNS[name] === "text" ||
      (filled.has(name) && keepsAll(columns[i]!) && (JOURNAL_COLUMNS[name] !== "name" || named.has(name))),
  );
  return { shape: { make, columns, rows, isWhole }, findings };
}

/** Whether an expression gives something for every row that holds something: the column itself, or a cast that cannot miss. */
const keepsAll = (expression: string): boolean => !expression.startsWith("CASE");

/** The lines of files of one make, as columns of journals and `file`. */
export const parquetSelect = (reals: readonly string[], { columns }: ParquetShape): string =>
  `SELECT filename AS file, ${COLUMN_NAMES.map((name, i) => `${columns[i]} AS ${name}`).join(", ")} FROM ${parquetRows(reals)} AS raw`;

const WHOLE = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;
const DECIMAL = /^DECIMAL\((\d+),(\d+)\)$/;

function expressionOf(name: JournalColumn, type: string, isFilled: boolean): string | undefined {
  const kind = JOURNAL_COLUMNS[name];
  const isText = type === "VARCHAR" || type.startsWith("ENUM(");
  const raw = `raw.${name}`;
  const asText = type === "VARCHAR" ? raw : `CAST(${raw} AS VARCHAR)`;
  if (kind === "day") return type === "DATE" ? raw : isText ? textDay(asText) : undefined;
  if (kind === "amount") return amountOf(raw, asText, type, isText);
  if (!isText && !(kind === "name" && WHOLE.test(type))) return undefined;
  return kind === "text" && !isFilled ? `coalesce(${asText}, '')` : asText;
}

function amountOf(raw: string, asText: string, type: string, isText: boolean): string | undefined {
  if (isText) return textAmount(asText, 14, 4);
  if (WHOLE.test(type)) return exactAmount(raw, 2);
  const parts = DECIMAL.exec(type);
  if (parts === null) return undefined;
  const scale = +parts[2]!;
  const wholeDigits = +parts[1]! - scale;
  const decimals = scale <= 2 ? 2 : 4;
  if (type === `DECIMAL(18,${decimals})`) return raw;
  const fits = scale <= decimals && wholeDigits <= 18 - decimals;
  return fits ? `CAST(${raw} AS DECIMAL(18, ${decimals}))` : exactAmount(raw, decimals);
}

/** The lines of a file that lack a name, a day or an amount, each told by its document and its line. */
export async function badLines(
  engine: Engine,
  file: JournalFile,
  shape: ParquetShape,
  bad: number,
): Promise<readonly BooksFinding[]> {
  const texts = COLUMN_NAMES.map((name) => `CAST(raw.${name} AS VARCHAR)`).join(", ");
  const typed = COLUMN_NAMES.map((name, i) => `${shape.columns[i]} AS ${name}`).join(", ");
  const columns = await engine.ask(
    `
    SELECT written FROM (SELECT [${texts}] AS written, ${typed} FROM ${parquetRows([file.real])} AS raw) AS line
    WHERE ${isBad} ORDER BY written LIMIT ${MOST_TOLD}`.replace(
      "SELECT written FROM",
      `SELECT ${COLUMN_NAMES.map((_, i) => `written[${i + 1}]`).join(", ")} FROM`,
    ),
  );
  const told = columns[0]!.map((_, row) =>
    badLine(
      file.path,
      columns.map((column) => column[row] as string | null),
    ),
  );
  const more = bad - told.length;
  const last = told.at(-1);
  if (more <= 0 || last === undefined) return told;
  return [
    ...told.slice(0, -1),
    { ...last, message: `${last.message} So are ${counted(more, "more line")} of the file.` },
  ];
}

function badLine(path: string, cells: readonly (string | null)[]): BooksFinding {
  const cell = (name: JournalColumn): string => cells[COLUMN_NAMES.indexOf(name)] ?? "";
  const which = `Line ${quoted(cell("line"))} of the document ${quoted(cell("document"))}`;
  const empty = COLUMN_NAMES.find((name) => JOURNAL_COLUMNS[name] !== "text" && cell(name) === "");
  if (empty !== undefined)
    return finding(
      "cell-empty",
      "error",
      path,
      undefined,
      `${which} has nothing in ${empty}. The line is not read.`,
      "Fill it; an empty cell is nothing, never zero.",
    );
  return finding(
    "number-out-of-range",
    "error",
    path,
    undefined,
    `${which} has the date ${quoted(cell("date"))} and the amounts ${quoted(cell("amount"))} and ${quoted(cell("functional"))}; a day such as 2007-09-29 and amounts of at most 14 digits before the point and 4 behind it were expected. The line is not read.`,
    "Write the day and the amounts so in the system that exports the file.",
  );
}

/** The first line of what the engine says, without the words that name its own parts. */
export const unreadable = (path: string, cause: unknown): BooksFinding => {
  const said = cause instanceof Error ? cause.message.split("\n")[0]! : "";
  return finding(
    "journal-not-read",
    "error",
    path,
    undefined,
    `The file cannot be read as Parquet. None of its lines is in the books. ${said}`.trim(),
    "Export the file again.",
  );
};

const unknownColumn = (path: string, name: string): BooksFinding =>
  finding(
    "column-unknown",
    "warning",
    path,
    undefined,
    `A column is named ${quoted(name)}; journals have no such column, and it is not read.`,
    "Take it out, or give it the name of the column that is meant.",
  );

function missingColumn(
  path: string,
  name: string,
  types: ReadonlyMap<string, string>,
  unknown: readonly string[],
): BooksFinding {
  const near = nearestTo(name, unknown);
  return finding(
    "column-missing",
    "error",
    path,
    undefined,
    `The column ${name} is missing; the file has ${[...types.keys()].map(quoted).join(", ")}. No line of the file is read.`,
    near === undefined
      ? `Add the column ${name}.`
      : `Add the column ${name}, or see whether ${quoted(near)} is meant for it.`,
  );
}

const EXPECTED = { name: "text", text: "text", day: "DATE or text", amount: "DECIMAL, whole numbers or text" } as const;

const otherKind = (path: string, name: JournalColumn, type: string): BooksFinding =>
  finding(
    "column-of-another-kind",
    "error",
    path,
    undefined,
    `The column ${name} is of the type ${type}; ${EXPECTED[JOURNAL_COLUMNS[name]]} was expected${/FLOAT|DOUBLE/.test(type) ? ", since binary fractions hold no cents" : ""}. No line of the file is read.`,
    "Write the column in that type.",
  );
