import type { BooksFinding } from "../books/books-finding.ts";
import { amount, dayKind, isWrong } from "../books/kind.ts";
import type { Remedy } from "../books/said.ts";
import type { FindingCode } from "../finding-code.ts";
import { counted, finding, MOST_TOLD, quoted } from "./_finding.ts";
import type { CsvHead } from "./csv-head.ts";
import { type CsvRecord, scanRecords } from "./csv-records.ts";
import { MOST_DECIMALS, MOST_WHOLE_DIGITS } from "./dialect.ts";
import { COLUMN_NAMES, JOURNAL_COLUMNS } from "./journal-column.ts";

/** What a reading line by line came to: every line that stands in the file is either good or refused. */
export interface CheckedCsv {
  readonly good: number;
  readonly refused: number;
  readonly findings: readonly BooksFinding[];
}

interface Trouble {
  readonly code: FindingCode;
  readonly message: string;
  readonly remedy: string;
}

/**
 * Reads a file record by record: hands the good ones to `keep`, cells in the order of COLUMN_NAMES, and finds out what is wrong with the others. It is far
 * slower than the engine, and there for files that the engine could not vouch for.
 */
export async function checkCsv(
  path: string,
  real: string,
  head: CsvHead,
  keep: (cells: readonly string[]) => void,
): Promise<CheckedCsv> {
  const at = COLUMN_NAMES.map((name) => head.columns.indexOf(name));
  const told = new Map<FindingCode, { count: number; readonly findings: BooksFinding[] }>();
  let good = 0;
  let refused = 0;
  await scanRecords(real, (record) => {
    if (record.line === head.line) return true;
    const trouble = recordTrouble(record, head) ?? cellTrouble(at.map((i) => record.cells[i] ?? ""));
    if (trouble === undefined) {
      good++;
      keep(at.map((i) => record.cells[i]!));
      return true;
    }
    refused++;
    const same = told.get(trouble.code) ?? { count: 0, findings: [] };
    told.set(trouble.code, same);
    same.count++;
    if (same.count <= MOST_TOLD)
      same.findings.push(
        finding(trouble.code, "error", path, record.line, `${trouble.message} The line is not read.`, trouble.remedy),
      );
    return true;
  });
  return { good, refused, findings: [...told.values()].flatMap(bounded) };
}

/** The findings that are told, the last with the number of those that are not. */
function bounded({
  count,
  findings,
}: {
  readonly count: number;
  readonly findings: readonly BooksFinding[];
}): readonly BooksFinding[] {
  const more = count - findings.length;
  if (more === 0) return findings;
  const last = findings.at(-1)!;
  return [
    ...findings.slice(0, -1),
    { ...last, message: `${last.message} So are ${counted(more, "more line")} of the file.` },
  ];
}

function recordTrouble({ cells, trouble }: CsvRecord, head: CsvHead): Trouble | undefined {
  if (trouble === "encoding")
    return {
      code: "file-in-other-encoding",
      message: `The line holds bytes that are not UTF-8: ${quoted(cells.find((cell) => cell.includes("\ufffd")) ?? cells.join(","))}.`,
      remedy: 'Save the file as UTF-8 (in Excel: "CSV UTF-8").',
    };
  if (trouble === "quote-open")
    return {
      code: "quote-not-closed",
      message: "A quotation mark opens a cell here, and nothing closes it.",
      remedy: "Close it behind the last character of the cell; one that is part of the text is written twice.",
    };
  if (trouble === "quote-within")
    return {
      code: "quote-misplaced",
      message: "A quotation mark stands where a cell neither begins nor ends.",
      remedy: "Put the whole cell in quotation marks, and write each one within it twice.",
    };
  if (trouble === "control")
    return {
      code: "file-not-text",
      message: "The line holds a control character; the file is plain text.",
      remedy: "Take it out, or export the file again as UTF-8 text.",
    };
  if (cells.length === head.columns.length) return undefined;
  const isEmptyAtEnd =
    cells.length > head.columns.length && cells.slice(head.columns.length).every((cell) => cell === "");
  return {
    code: "cell-count-differs",
    message: `The line has ${counted(cells.length, "cell")}${isEmptyAtEnd ? ", with nothing in the last" : ""}; the first line of the file names ${counted(head.columns.length, "column")}.`,
    remedy: isEmptyAtEnd
      ? "Take out the comma that is too much: at the end of the line, or before it where the cells behind have moved into the next column."
      : cells.length > head.columns.length
        ? "Put a cell that holds a comma in quotation marks, or take out what is too much."
        : "Write a comma for every cell that is empty, or add what is missing.",
  };
}

/** What hands texts over takes it away from their front, so that two names would be one. */
const MARK = "\ufeff";

function cellTrouble(cells: readonly string[]): Trouble | undefined {
  for (const [i, name] of COLUMN_NAMES.entries()) {
    const cell = cells[i]!;
    const kind = JOURNAL_COLUMNS[name];
    if (cell.startsWith(MARK))
      return {
        code: "file-not-text",
        message: `The cell ${name} begins with a mark of byte order (U+FEFF), which cannot be seen; the file is plain text.`,
        remedy: "Take it out, or export the file again as UTF-8 text.",
      };
    if (kind === "text") continue;
    if (cell === "")
      return {
        code: "cell-empty",
        message: `The cell ${name} is empty.`,
        remedy: "Fill it; an empty cell is nothing, never zero.",
      };
    const trouble = kind === "day" ? dayTrouble(cell) : kind === "amount" ? amountTrouble(name, cell) : undefined;
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

function dayTrouble(cell: string): Trouble | undefined {
  const read = dayKind.read(cell);
  if (!isWrong(read)) return undefined;
  return {
    code: read.wrong,
    message: `The date is ${quoted(cell)}${read.stands === undefined ? "" : `, which ${read.stands}`}; ${dayKind.expected} was expected.`,
    remedy: written(read.remedy),
  };
}

export const written = (remedy: Remedy): string => (typeof remedy === "string" ? remedy : remedy());

const LONG = new RegExp(`^-?\\d{${MOST_WHOLE_DIGITS + 1},}`);
const FINE = new RegExp(`[.]\\d{${MOST_DECIMALS + 1},}$`);

function amountTrouble(name: string, cell: string): Trouble | undefined {
  const read = amount.read(cell);
  if (isWrong(read))
    return {
      code: read.wrong,
      message: `The cell ${name} holds ${quoted(cell)}; ${amount.expected} was expected.`,
      remedy: written(read.remedy),
    };
  if (FINE.test(cell))
    return {
      code: "number-out-of-range",
      message: `The cell ${name} holds ${quoted(cell)}; at most ${MOST_DECIMALS} decimals were expected, and none is rounded away.`,
      remedy: "Write the amount that was booked; currencies with more decimals come in Parquet.",
    };
  if (LONG.test(cell))
    return {
      code: "number-out-of-range",
      message: `The cell ${name} holds ${quoted(cell)}; at most ${MOST_WHOLE_DIGITS} digits before the point were expected.`,
      remedy: "Look whether two numbers have run into one, or part the line.",
    };
  return undefined;
}
