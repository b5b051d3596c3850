import { describe, expect, it } from "vitest";
import { SMALL } from "../../test/small-books.ts";
import { readBooks } from "./read-books.ts";

const encoder = new TextEncoder();
const many = (count: number, row: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => row(i)).join("");

/** The file with rows behind those that it has. */
const longer = (path: string, rows: string): Readonly<Record<string, string>> => ({
  ...SMALL,
  [path]: SMALL[path]! + rows,
});

const MONTHS = many(5000, (i) => {
  const month = `${String(1000 + Math.floor(i / 12))}-P${String((i % 12) + 1).padStart(2, "0")}`;
  return `  - {month: ${month}, start: 2007-01-01, end: 2007-01-01, quarter: 2007-Q1}\n`;
});

/** Files that a mistake, or someone who means harm, could make; whatever is said of them must be said soon. */
const CASES: readonly (readonly [string, () => Readonly<Record<string, string>>])[] = [
  ["columns that nothing reads", () => ({ ...SMALL, "books/plan.csv": `${many(100_000, (i) => `c${i},`)}\n` })],
  [
    "lines that are none",
    () =>
      longer(
        "books/accounts.csv",
        many(30_000, (i) => `a${i},b,cost-of-goods-sold-${i},debit,no,,\n`),
      ),
  ],
  [
    "names that nothing declares",
    () =>
      longer(
        "books/opening.csv",
        many(30_000, (i) => `E${i},A${i},USD,1,1,\n`),
      ),
  ],
  [
    "owners in a chain",
    () => ({
      ...longer(
        "books/ownership.csv",
        many(20_000, (i) => `C${i},C${i + 1},100,2006-01-01,\n`),
      ),
      "books/entities.csv": SMALL["books/entities.csv"]! + many(20_001, (i) => `C${i},n,USD,US,r,\n`),
    }),
  ],
  [
    "owners in a ring",
    () => ({
      ...longer(
        "books/ownership.csv",
        many(20_000, (i) => `C${i},C${(i + 1) % 20_000},100,2006-01-01,\n`),
      ),
      "books/entities.csv": SMALL["books/entities.csv"]! + many(20_000, (i) => `C${i},n,USD,US,r,\n`),
    }),
  ],
  [
    "owners of one entity",
    () =>
      longer(
        "books/ownership.csv",
        many(30_000, (i) => `EXI-JP,EXI-DE,1,${1000 + (i % 9000)}-01-${String((i % 28) + 1).padStart(2, "0")},\n`),
      ),
  ],
  [
    "rows that are doubled",
    () =>
      longer(
        "books/registers.csv",
        many(30_000, () => "employees,2007-03-31,,6100,About.\n"),
      ),
  ],
  [
    "currencies without rates",
    () =>
      longer(
        "books/entities.csv",
        many(
          15_000,
          (i) => `C${i},n,${String.fromCharCode(65 + (i % 26), 65 + ((i / 26) % 26), 65 + ((i / 676) % 26))},US,r,\n`,
        ),
      ),
  ],
  [
    "months",
    () => ({ ...SMALL, "company.yaml": SMALL["company.yaml"]!.replace("periods:\n", () => `periods:\n${MONTHS}`) }),
  ],
  [
    "settings that nothing reads",
    () =>
      longer(
        "company.yaml",
        many(15_000, (i) => `k${i}: v\n`),
      ),
  ],
  [
    "one cell without an end",
    () => longer("books/adjustments.csv", `t,c,restructuring,US,0,"${"v ".repeat(2_000_000)}",r\n`),
  ],
];

describe("a workspace with many", () => {
  it.each(CASES)("%s is read in a moment, and its findings can be", (what, texts) => {
    const files = Object.entries(texts()).map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
    // What goes with the square takes minutes, and so outlasts the time that a test has.
    const { findings } = readBooks(files);
    if (what !== "owners in a chain") expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThan(200);
    for (const { message, remedy } of findings) expect(message.length + remedy.length).toBeLessThan(2000);
  });
});
