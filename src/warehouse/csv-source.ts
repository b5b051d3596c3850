import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import { finding } from "./_finding.ts";
import { checkCsv } from "./csv-check.ts";
import { type CsvHead, readHead } from "./csv-head.ts";
import { plainCsv } from "./dialect.ts";
import { COLUMN_NAMES } from "./journal-column.ts";
import type { JournalFile } from "./journal-file.ts";
import type { RawFile } from "./raw-file.ts";

/** How many lines were stored, and how many of them lack what a line must have. */
export interface Stored {
  readonly lines: number;
  readonly bad: number;
}

/** Takes the lines of a file where the warehouse wants them (a table, a copy). What it took before is replaced. */
export type Store = (query: string) => Promise<Stored>;

export interface CsvSource {
  /** Undefined where no line of the file is in the warehouse. */
  readonly lines: number | undefined;
  readonly findings: readonly BooksFinding[];
}

/**
 * The lines of a CSV file, typed and counted. The engine reads the file as it is; where it refuses, or counts other lines than the file has, the
 * file is read line by line, and the engine gets the lines that are good. `scratch` is a folder that may be written.
 */
export async function readCsvSource(
  file: JournalFile,
  raw: RawFile,
  store: Store,
  scratch: () => Promise<string | undefined>,
): Promise<CsvSource> {
  const { head, findings } = await readHead(file.path, file.real);
  if (head === undefined) return { lines: undefined, findings };
  const direct = raw.isPlain ? await refusable(store, plainCsv(file.real, head.columns)) : undefined;
  const isWhole = direct !== undefined && direct.bad === 0 && isEven(raw, head);
  if (isWhole && direct.lines === raw.records - 1) return { lines: direct.lines, findings };
  const checked = await checkedSource(file, head, isWhole ? direct : undefined, store, scratch);
  return { lines: checked.lines, findings: [...findings, ...checked.findings] };
}

/** The engine passes over one empty cell too many at the end of a row, though cells before it may stand in the wrong column. */
export const isEven = ({ commas, records }: RawFile, { columns }: CsvHead): boolean =>
  commas === (columns.length - 1) * records;

async function refusable(store: Store, query: string): Promise<Stored | undefined> {
  try {
    return await store(query);
  } catch {
    // The engine does not say where; the reading line by line will.
    return undefined;
  }
}

async function checkedSource(
  file: JournalFile,
  head: CsvHead,
  direct: Stored | undefined,
  store: Store,
  scratch: () => Promise<string | undefined>,
): Promise<CsvSource> {
  const folder = await scratch();
  if (folder === undefined) {
    const { findings } = await checkCsv(file.path, file.real, head, () => {});
    return { lines: undefined, findings: [...findings, noScratch(file.path)] };
  }
  const clean = join(folder, "good-lines.csv");
  const writer = csvWriter(clean);
  const checked = await checkCsv(file.path, file.real, head, writer.write).finally(writer.close);
  try {
    // Line breaks within quotes make more lines of a file than it has rows; then both readings agree on the rows.
    if (direct !== undefined && checked.refused === 0 && direct.lines === checked.good)
      return { lines: direct.lines, findings: checked.findings };
    const { lines, bad } = await store(plainCsv(clean, COLUMN_NAMES));
    if (lines !== checked.good || bad > 0)
      throw new Error(
        `${file.path}: ${checked.good} lines are good, and the engine took ${lines}, ${bad} of them incomplete`,
      );
    return { lines, findings: checked.findings };
  } finally {
    rmSync(clean, { force: true });
  }
}

const noScratch = (path: string): BooksFinding =>
  finding(
    "journal-not-read",
    "error",
    path,
    undefined,
    "The file can only be read line by line, which needs a folder .tickmark/ that can be written in the workspace. None of its lines is in the books.",
    "Make the workspace writable, or mend the lines that are named.",
  );

function csvWriter(path: string): { readonly write: (cells: readonly string[]) => void; readonly close: () => void } {
  const to = openSync(path, "w");
  let waiting = `${COLUMN_NAMES.join(",")}\n`;
  const flush = (): void => {
    writeSync(to, waiting);
    waiting = "";
  };
  return {
    write: (cells) => {
      waiting += `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;
      if (waiting.length > 1 << 20) flush();
    },
    close: () => {
      flush();
      closeSync(to);
    },
  };
}
