import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import { finding } from "./_finding.ts";
import { checkCsv } from "./csv-check.ts";
import type { CsvHead, ReadHead } from "./csv-head.ts";
import { plainCsv } from "./dialect.ts";
import { COLUMN_NAMES } from "./journal-column.ts";
import type { JournalFile } from "./journal-file.ts";

/** Takes the lines of a file where the warehouse wants them (a table, a copy), and says how many they are. What it took before is replaced. */
export type Store = (query: string) => Promise<number>;

export interface CsvSource {
  /** Undefined where no line of the file is in the warehouse. */
  readonly lines: number | undefined;
  readonly findings: readonly BooksFinding[];
}

/**
 * The lines of a CSV file, typed and counted. The engine reads the file as it is; where it refuses, or counts other lines than the file has, the
 * file is read line by line, and the engine gets the lines that are good. `records` are those that its bytes vouch for; `scratch` is a folder that may be written.
 */
export async function readCsvSource(
  file: JournalFile,
  { head, findings }: ReadHead,
  records: number | undefined,
  store: Store,
  scratch: () => Promise<string | undefined>,
): Promise<CsvSource> {
  if (head === undefined) return { lines: undefined, findings };
  if (records !== undefined) {
    const lines = await refusable(store, plainCsv(file.real, head.columns));
    if (lines === records - 1) return { lines, findings };
  }
  const checked = await checkedSource(file, head, store, scratch);
  return { lines: checked.lines, findings: [...findings, ...checked.findings] };
}

async function refusable(store: Store, query: string): Promise<number | undefined> {
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
    const lines = await store(plainCsv(clean, COLUMN_NAMES));
    if (lines !== checked.good)
      throw new Error(`${file.path}: ${checked.good} lines are good, and the engine took ${lines}`);
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
