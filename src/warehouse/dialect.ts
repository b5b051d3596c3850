import { text } from "./engine.ts";
import { COLUMN_NAMES, columnsOf, JOURNAL_COLUMNS, type JournalColumn } from "./journal-column.ts";

/**
 * Everything that is DuckDB's own in the statements: how a file becomes rows, and how a text becomes a day or an amount. The statements themselves
 * (statements.ts) are plain SQL; another engine brings another file like this one.
 */

/** A path as a pattern that fits it alone: the engine takes every path for a pattern. */
const pattern = (real: string): string => text(real.replace(/[[*?]/g, (c) => `[${c}]`));

/** What the engine reads of a file at a time, and keeps several of: eight times as much, its own choice, is no faster. No record of a journal comes near it. */
const BUFFER = 1 << 22;

/** The rows of a CSV file, every cell as the text that stands there; columns in the order of the file's first line. */
function csvRows(real: string, columns: readonly (string | undefined)[]): string {
  const names = columns.map((name, i) => name ?? `unknown ${i}`);
  const types = names.map((name) => `${text(name)}: 'VARCHAR'`).join(", ");
  const kept = names.map(text).join(", ");
  return `read_csv(${pattern(real)}, columns = {${types}}, force_not_null = [${kept}], auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', compression = 'none', hive_partitioning = false, strict_mode = true, buffer_size = ${BUFFER})`;
}

/** The rows of Parquet files of one make; `filename` says which. */
export const parquetRows = (reals: readonly string[]): string =>
  `read_parquet([${reals.map(pattern).join(", ")}], filename = true, hive_partitioning = false)`;

export const parquetColumns = (real: string): string =>
  `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${pattern(real)}, hive_partitioning = false))`;

/** For each column of a Parquet file whether every row holds something, a text of at least one character, from what the file says of itself. */
export const parquetNulls = (real: string): string => `
  SELECT path_in_schema, CAST(sum(num_values) AS BIGINT), bool_and(coalesce(stats_null_count = 0, FALSE)), bool_and(coalesce(stats_min_value <> '', FALSE))
  FROM parquet_metadata(${pattern(real)}) GROUP BY path_in_schema`;

/**
 * A text as an exact decimal, null where it is none: the engine's own cast would round what is too fine, and take "1e3" and " 5 ".
 */
export const textAmount = (column: string, wholeDigits: number, decimals: number): string =>
  `CASE WHEN regexp_full_match(${column}, '-?[0-9]{1,${wholeDigits}}(?:[.][0-9]{1,${decimals}})?')
    THEN CAST(${column} AS DECIMAL(18, ${decimals})) END`;

/** A number of another kind as an exact decimal, null where it does not fit. */
export const exactAmount = (column: string, decimals: number): string =>
  `CASE WHEN TRY_CAST(${column} AS DECIMAL(18, ${decimals})) = ${column} THEN TRY_CAST(${column} AS DECIMAL(18, ${decimals})) END`;

/** A text as a day, null where it is none: the engine's own cast would take "2007-1-5" and "2007/01/05". */
export const textDay = (column: string): string =>
  `CASE WHEN CAST(TRY_CAST(${column} AS DATE) AS VARCHAR) = ${column} THEN TRY_CAST(${column} AS DATE) END`;

/** Whole digits of an amount, and decimals of one in a file of text. */
export const MOST_WHOLE_DIGITS = 16;
export const MOST_DECIMALS = 2;

/**
 * The lines of a CSV file of which the bytes are plain, read where they stand and typed. Its amounts and days have been looked at byte by byte (record-automaton.ts), so that
 * the engine's casts take nothing that they should not. A day may be left as the text that stands there, which is ordered as days are.
 */
export function plainCsv(
  real: string,
  columns: readonly (JournalColumn | undefined)[],
  day: "DATE" | "VARCHAR" = "DATE",
): string {
  const typed = COLUMN_NAMES.map((name) => {
    const kind = JOURNAL_COLUMNS[name];
    if (kind === "day" && day === "DATE") return `CAST(${name} AS DATE) AS ${name}`;
    return kind === "amount" ? `CAST(${name} AS DECIMAL(18, ${MOST_DECIMALS})) AS ${name}` : name;
  });
  return `SELECT ${typed.join(", ")} FROM ${csvRows(real, columns)}`;
}

/** The lines of a file that was condensed (condensed.ts), typed. Its sums come as whole hundredths: a text takes the engine a long time to read as a wide decimal. */
export function condensedCsv(real: string, columns: readonly string[]): string {
  const typed = columnsOf("amount").map(
    (name) =>
      `CAST(CAST(CAST(${name} AS BIGINT) AS DECIMAL(19, 0)) * 0.01 AS DECIMAL(38, ${MOST_DECIMALS})) AS ${name}`,
  );
  return `SELECT * REPLACE (${typed.join(", ")}, CAST(lines AS BIGINT) AS lines) FROM ${csvRows(real, columns)}`;
}

/** Sums are few, and packed well; lines are many, and packed so that it takes no time beside their reading. */
export const writeParquet = (query: string, to: string, packing: "zstd" | "lz4_raw" = "zstd"): string =>
  `COPY (${query}) TO ${text(to)} (FORMAT parquet, COMPRESSION ${packing})`;

/** A list of names, in the order of the query. */
export const nameList = (name: string, query: string): readonly string[] => [
  `DROP TYPE IF EXISTS ${name}`,
  `CREATE TYPE ${name} AS ENUM (${query})`,
];

/** The place of a name in a list, from 0. */
export const memberCode = (column: string, list: string): string =>
  `CAST(enum_code(CAST(${column} AS ${list})) AS INTEGER)`;

/** A whole number that a line's name stands for, for ordering; null where it is no number. */
export const lineNumber = (column: string): string => `TRY_CAST(${column} AS UBIGINT)`;

/** The bit of a machine word that a line's name stands for: the same name the same bit, and numbers that follow on each other different ones. */
export const lineBit = (column: string): string =>
  `CAST(1 AS UBIGINT) << (coalesce(${lineNumber(column)}, hash(${column})) & 63)`;

export const bitsSet = (column: string): string => `bit_count(${column})`;

/** Whether a row lacks something that every line of a journal has. */
export const isBad: string = [
  ...columnsOf("name").map((name) => `coalesce(${name}, '') = ''`),
  ...[...columnsOf("day"), ...columnsOf("amount")].map((name) => `${name} IS NULL`),
].join(" OR ");
