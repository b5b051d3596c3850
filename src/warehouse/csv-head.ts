import type { BooksFinding } from "../books/books-finding.ts";
import { nearestTo } from "../text/nearest.ts";
import { finding, quoted } from "./_finding.ts";
import { type CsvRecord, scanRecords } from "./csv-records.ts";
import { COLUMN_NAMES, isJournalColumn, type JournalColumn } from "./journal-column.ts";

/** The first line of a file: which column of ours each cell names, or none of them. */
export interface CsvHead {
  readonly line: number;
  readonly columns: readonly (JournalColumn | undefined)[];
}

export interface ReadHead {
  /** Undefined where no line of the file can be understood. */
  readonly head: CsvHead | undefined;
  readonly findings: readonly BooksFinding[];
}

export async function readHead(path: string, real: string): Promise<ReadHead> {
  let first: CsvRecord | undefined;
  await scanRecords(real, (record) => {
    first = record;
    return false;
  });
  if (first === undefined)
    return refusedHead([
      finding(
        "column-missing",
        "error",
        path,
        undefined,
        "The file is empty; a first line of column names was expected.",
        "Export it again, or take it away.",
      ),
    ]);
  return headOf(path, first);
}

const refusedHead = (findings: readonly BooksFinding[]): ReadHead => ({ head: undefined, findings });

function headOf(path: string, first: CsvRecord): ReadHead {
  const { line, cells, trouble } = first;
  if (trouble !== undefined) return refusedHead([brokenHead(path, first)]);
  const other = cells.length === 1 ? otherSeparator(path, first) : undefined;
  if (other !== undefined) return refusedHead([other]);
  const columns = cells.map((name) => (isJournalColumn(name) ? name : undefined));
  const missing = COLUMN_NAMES.filter((name) => !columns.includes(name));
  const findings = [
    ...cells.flatMap((name, i) => (columns[i] === undefined ? [unknownColumn(path, line, name, missing)] : [])),
    ...missing.map((name) => missingColumn(path, line, name, cells)),
    ...COLUMN_NAMES.filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name)).map((name) =>
      doubledColumn(path, line, name),
    ),
  ];
  return findings.some(({ severity }) => severity === "error")
    ? refusedHead(findings)
    : { head: { line, columns }, findings };
}

const NOT_READ = "No line of the file is read.";

function brokenHead(path: string, { line, trouble }: CsvRecord): BooksFinding {
  const [code, what, remedy] =
    trouble === "encoding"
      ? ([
          "file-in-other-encoding",
          "holds bytes that are not UTF-8",
          'Save the file as UTF-8 (in Excel: "CSV UTF-8").',
        ] as const)
      : trouble === "control"
        ? ([
            "file-not-text",
            "holds control characters, so that the file is no plain text",
            "Export it again as CSV in UTF-8.",
          ] as const)
        : ([
            "quote-misplaced",
            "has a quotation mark out of its place",
            "Write the names of the columns without quotation marks.",
          ] as const);
  return finding(code, "error", path, line, `The line of column names ${what}. ${NOT_READ}`, remedy);
}

function otherSeparator(path: string, { line, cells }: CsvRecord): BooksFinding | undefined {
  const [only] = cells;
  const found = only?.includes(";") ? "semicolons" : only?.includes("\t") ? "tabs" : undefined;
  if (found === undefined) return undefined;
  return finding(
    "separator-not-comma",
    "error",
    path,
    line,
    `The names of the columns are separated by ${found}; commas were expected. ${NOT_READ}`,
    "Save the file with commas between the cells and a point in decimal numbers.",
  );
}

function unknownColumn(path: string, line: number, name: string, missing: readonly string[]): BooksFinding {
  const meant = missing.find((other) => other === name.trim().toLowerCase());
  return finding(
    "column-unknown",
    "warning",
    path,
    line,
    `A column is named ${quoted(name)}; journals have no such column, and it is not read.`,
    meant === undefined
      ? "Take it out, or give it the name of the column that is meant."
      : `Name it ${meant}, in small letters and without blanks.`,
  );
}

function missingColumn(path: string, line: number, name: string, cells: readonly string[]): BooksFinding {
  const unknown = cells.filter((cell) => !isJournalColumn(cell));
  const near = nearestTo(name, unknown);
  return finding(
    "column-missing",
    "error",
    path,
    line,
    `The column ${name} is missing; the file has ${cells.map(quoted).join(", ")}. ${NOT_READ}`,
    near === undefined
      ? `Add the column ${name}.`
      : `Add the column ${name}, or see whether ${quoted(near)} is meant for it.`,
  );
}

const doubledColumn = (path: string, line: number, name: string): BooksFinding =>
  finding(
    "column-twice",
    "error",
    path,
    line,
    `The column ${name} stands twice. ${NOT_READ}`,
    "Take one of the two out.",
  );
