import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import { amount, isWrong } from "../books/kind.ts";
import { format } from "../exact/decimal.ts";
import { compare, equal, type Rational, subtract, whole, ZERO } from "../exact/rational.ts";
import type { FindingCode } from "../finding-code.ts";
import { type Csv, readCsv } from "../text/csv.ts";
import { finding, quoted } from "./_finding.ts";
import { written } from "./csv-check.ts";
import { JOURNALS, TOTALS } from "./journal-file.ts";
import type { Load } from "./warehouse.ts";

const COLUMNS = ["file", "lines", "debits", "credits"] as const;
type Column = (typeof COLUMNS)[number];

interface Stated {
  readonly path: string;
  readonly line: number;
  readonly lines: Rational;
  readonly debits: Rational;
  readonly credits: Rational;
}

/** What the source system says it sent (`books/journals/totals.csv`), held against what was read. Without the file there is nothing to say. */
export async function totalsFindings(folder: string, loads: readonly Load[]): Promise<readonly BooksFinding[]> {
  const bytes = await readFile(join(folder, TOTALS)).catch(() => undefined);
  if (bytes === undefined) return [];
  const csv = readCsv(bytes);
  const findings = csv.troubles.map(
    ({ code, line, column, message, remedy }): BooksFinding => ({
      code,
      about: "books",
      severity: "error",
      message,
      remedy,
      places: [{ path: TOTALS, line, column }],
    }),
  );
  const { value, findings: more } = statedIn(csv);
  return [...findings, ...more, ...(value === undefined ? [] : reconciled(value, loads))];
}

const said = (code: FindingCode, line: number | undefined, message: string, remedy: string): BooksFinding =>
  finding(code, "error", TOTALS, line, message, remedy);

function statedIn({ rows }: Csv): {
  readonly value: readonly Stated[] | undefined;
  readonly findings: readonly BooksFinding[];
} {
  const [head, ...body] = rows;
  if (head === undefined) return { value: undefined, findings: [] };
  const names = head.cells.map((cell) => cell.text);
  const missing = COLUMNS.filter((name) => !names.includes(name));
  const findings = [
    ...head.cells
      .filter((cell) => !(COLUMNS as readonly string[]).includes(cell.text))
      .map((cell) =>
        finding(
          "column-unknown",
          "warning",
          TOTALS,
          cell.line,
          `A column is named ${quoted(cell.text)}; control totals have no such column, and it is not read.`,
          "Take it out, or give it the name of the column that is meant.",
        ),
      ),
    ...missing.map((name) =>
      said(
        "column-missing",
        head.line,
        `The column ${name} is missing; the file has ${names.map(quoted).join(", ")}.`,
        `Add the column ${name}.`,
      ),
    ),
  ];
  if (missing.length > 0) return { value: undefined, findings };
  const stated: Stated[] = [];
  for (const { line, cells } of body) {
    const cell = (name: Column): string => cells[names.indexOf(name)]?.text ?? "";
    const [lines, debits, credits] = (["lines", "debits", "credits"] as const).map((name) => {
      const read = cell(name) === "" ? undefined : amount.read(cell(name));
      if (read !== undefined && !isWrong(read)) return read;
      findings.push(
        said(
          read?.wrong ?? "cell-empty",
          line,
          `The cell ${name} holds ${quoted(cell(name))}; ${amount.expected} was expected.`,
          read === undefined ? "Write what the source system says." : written(read.remedy),
        ),
      );
      return undefined;
    });
    if (lines !== undefined && debits !== undefined && credits !== undefined)
      stated.push({ path: pathOf(cell("file")), line, lines, debits, credits });
  }
  return { value: stated, findings };
}

/** Files are named from books/journals/, or from the workspace. */
const pathOf = (file: string): string => {
  const path = file.replaceAll("\\", "/").replace(/^\.\//, "");
  return path.startsWith(`${JOURNALS}/`) ? path : `${JOURNALS}/${path}`;
};

function reconciled(stated: readonly Stated[], loads: readonly Load[]): readonly BooksFinding[] {
  const findings: BooksFinding[] = [];
  const seen = new Map<string, Stated>();
  for (const row of stated) {
    const before = seen.get(row.path);
    if (before !== undefined)
      findings.push(
        said(
          "row-doubled",
          row.line,
          `The file ${quoted(row.path)} has its totals in line ${before.line} already.`,
          "Leave one of the two rows.",
        ),
      );
    else seen.set(row.path, row);
  }
  const byPath = new Map(loads.map((load) => [load.path, load]));
  for (const row of seen.values()) {
    const load = byPath.get(row.path);
    if (load === undefined)
      findings.push(
        said(
          "load-file-missing",
          row.line,
          `The source system says that it sent ${quoted(row.path)} with ${format(row.lines)} lines; there is no such file of journals.`,
          "Fetch the file, or take the row out.",
        ),
      );
    else findings.push(...differences(row, load));
  }
  for (const load of loads)
    if (!seen.has(load.path))
      findings.push(
        finding(
          "load-file-not-stated",
          "error",
          load.path,
          undefined,
          `The file has ${load.lines} lines, and ${TOTALS} has no totals of it.`,
          `Take the file away if it was not sent, or add its totals to ${TOTALS}.`,
        ),
      );
  return findings;
}

function differences(row: Stated, load: Load): readonly BooksFinding[] {
  const read = { lines: whole(load.lines), debits: load.debits, credits: load.credits };
  return (["lines", "debits", "credits"] as const).flatMap((name) => {
    if (equal(row[name], read[name])) return [];
    const gap = subtract(read[name], row[name]);
    const words = compare(gap, ZERO) > 0 ? `${format(gap)} more` : `${format({ n: -gap.n, d: gap.d })} less`;
    return [
      said(
        "load-differs",
        row.line,
        `The ${name} of ${quoted(load.path)} are ${format(row[name])} as the source system says, and ${format(read[name])} as they were read: ${words}.`,
        "Fetch the file again, and see to the lines of it that were refused.",
      ),
    ];
  });
}
