import { isBad, parquetRows, plainCsv } from "./dialect.ts";
import { type Engine, text } from "./engine.ts";
import { COLUMN_NAMES, JOURNAL_COLUMNS } from "./journal-column.ts";
import { parquetSelect } from "./parquet-source.ts";
import type { Source } from "./source.ts";

/** The lines of small files, in the engine's memory. */
export const LINES_TABLE = "small_lines";

export const createLinesTable = (): string => {
  const columns = COLUMN_NAMES.map((name) => {
    const kind = JOURNAL_COLUMNS[name];
    return `${name} ${kind === "day" ? "DATE" : kind === "amount" ? "DECIMAL(18, 2)" : "VARCHAR"}`;
  });
  return `CREATE OR REPLACE TABLE ${LINES_TABLE} (file INTEGER, ${columns.join(", ")})`;
};

const COLUMNS = COLUMN_NAMES.join(", ");

/** How the column `file` of the relation `journal` names a source. */
export function fileKey({ file, held, number }: Source): string {
  if (held?.kind === "table") return `#${number}`;
  return held?.kind === "copy" ? held.path : file.real;
}

/** Makes the relation `journal` out of all that the sources hold. */
export const defineJournal = (engine: Engine, sources: readonly Source[]): Promise<unknown> =>
  engine.ask(`CREATE OR REPLACE VIEW journal AS ${journalSelect(sources)}`);

export function journalSelect(sources: readonly Source[]): string {
  const parts: string[] = [];
  const numbers = sources.flatMap(({ held, number }) => (held?.kind === "table" ? [number] : []));
  if (numbers.length > 0) {
    const chosen = sources.length === 1 ? ` WHERE file = ${numbers[0]}` : "";
    parts.push(`SELECT '#' || CAST(file AS VARCHAR) AS file, ${COLUMNS} FROM ${LINES_TABLE}${chosen}`);
  }
  const copies = [...new Set(sources.flatMap(({ held }) => (held?.kind === "copy" ? [held.path] : [])))];
  if (copies.length > 0) parts.push(`SELECT filename AS file, ${COLUMNS} FROM ${parquetRows(copies)}`);
  const makes = new Map<string, Source[]>();
  for (const source of sources) {
    if (source.held?.kind !== "place") continue;
    const make = `${source.held.shape.make}|${source.bad === 0}`;
    makes.set(make, [...(makes.get(make) ?? []), source]);
  }
  for (const same of makes.values()) parts.push(inPlace(same));
  for (const { file, held } of sources)
    if (held?.kind === "text")
      parts.push(`SELECT ${text(file.real)} AS file, ${COLUMNS} FROM (${plainCsv(file.real, held.columns)}) AS raw`);
  if (parts.length === 0) return `SELECT '#0' AS file, ${COLUMNS} FROM ${LINES_TABLE} WHERE FALSE`;
  return parts.join(" UNION ALL ");
}

function inPlace(same: readonly Source[]): string {
  const [first] = same;
  if (first?.held?.kind !== "place") return "";
  const select = parquetSelect(
    same.map(({ file }) => file.real),
    first.held.shape,
  );
  return first.bad === 0 ? select : `SELECT * FROM (${select}) AS every WHERE NOT (${isBad})`;
}
