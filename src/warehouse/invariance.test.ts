import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { littleBooks, workspace } from "../../test/journals.ts";
import { format } from "../exact/decimal.ts";
import { add, type Rational, ZERO } from "../exact/rational.ts";
import { scanRecords } from "./csv-records.ts";
import { COLUMN_NAMES } from "./journal-column.ts";
import type { Warehouse } from "./warehouse.ts";

type Row = readonly string[];

const CONTROL = /\p{Cc}/u;
const natural = COLUMN_NAMES.map((_, i) => i);

/** What stands in cells that are free: quotes, commas, line breaks, blanks, and letters of more than one byte. */
const free = fc.oneof(
  fc.constantFrom(
    "",
    "Bio",
    "US",
    "DE",
    'a "b"',
    "a,b",
    "a\nb",
    "a\r\nb",
    " a ",
    "'",
    "Größe",
    "\u{1F600}",
    "#0",
    "-",
    "*",
    "\\",
    "a\tb",
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }).filter((text) => !CONTROL.test(text)),
);
const cents = (n: number): string =>
  `${n < 0 ? "-" : ""}${Math.trunc(Math.abs(n) / 100)}.${`${Math.abs(n) % 100}`.padStart(2, "0")}`;

/** Documents that add to zero, each with its own name. */
const documents = fc.array(
  fc.record({
    month: fc.constantFrom(0, 1, 2),
    entity: fc.constantFrom("US", "DE"),
    currency: fc.constantFrom("USD", "EUR"),
    name: free,
    lines: fc.array(
      fc.record({
        account: fc.constantFrom("1000", "1200", "4000"),
        amount: fc.integer({ min: -9e12, max: 9e12 }),
        free: fc.tuple(free, free, free, free),
      }),
      { maxLength: 5 },
    ),
  }),
  { maxLength: 12 },
);

type Documents = Parameters<Parameters<typeof documents.map>[0]>[0];

function rowsOf(all: Documents): readonly Row[] {
  return all.flatMap(({ month, entity, currency, name, lines }, d) => {
    const { month: period, start } = littleBooks.company.months[month]!;
    const total = lines.reduce((sum, { amount }) => sum + amount, 0);
    const closing = { account: "5000", amount: -total, free: ["", "", "", ""] as const };
    return [...lines, closing].map(({ account, amount, free: [division, region, counterparty, tag] }, i) => [
      `${d}${name}`,
      `${i === 3 ? "three" : i}`,
      start,
      period,
      entity,
      account,
      division,
      region,
      counterparty,
      currency,
      cents(amount),
      cents(amount),
      tag,
    ]);
  });
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (rows: readonly Row[], order: readonly number[], end: string): string =>
  [COLUMN_NAMES, ...rows].map((row) => order.map((i) => quoted(row[i]!)).join(",") + end).join("");

const bytes = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}` : value);

/** Everything that the warehouse says of the lines, but for where they stand. */
async function answers(warehouse: Warehouse): Promise<string> {
  const { value, findings } = await warehouse.load();
  const sum = (amounts: readonly Rational[]): string => format(amounts.reduce(add, ZERO));
  const totals = [
    value.reduce((n, { lines }) => n + lines, 0),
    sum(value.map(({ debits }) => debits)),
    sum(value.map(({ credits }) => credits)),
  ];
  const lines = (await warehouse.lines({}, 1000)).map((line) => ({ ...line, path: "", fileLine: 0 }));
  // Which of the files came out empty is a matter of how the lines were split.
  const told = findings.filter(({ code }) => code !== "journal-file-without-lines");
  return JSON.stringify([totals, told, await warehouse.movements(), await warehouse.intercompany(), lines], bytes);
}

describe("the same journal lines", () => {
  const arranged = fc.record({
    documents,
    order: fc.shuffledSubarray(natural, { minLength: COLUMN_NAMES.length }),
    end: fc.constantFrom("\n", "\r\n"),
    seed: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
    files: fc.array(fc.constantFrom("csv", "parquet"), { minLength: 1, maxLength: 4 }),
    ingest: fc.boolean(),
  });

  it("give the same bytes in any order, split into any files, in CSV or in Parquet", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await fc.assert(
      fc.asyncProperty(arranged, async ({ documents: all, order, end, seed, files, ingest }) => {
        const rows = rowsOf(all);
        const one = workspace({ "books/journals/a.csv": csv(rows, natural, "\n") });
        const other = workspace({ "books/journals/.gitkeep": "" });
        const shuffled = rows
          .map((row, i) => [seed[i % seed.length]! + i, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
        for (const [f, kind] of files.entries()) {
          const part = shuffled.filter((_, i) => i % files.length === f);
          const path = `books/journals/${f}/part.csv`;
          if (kind === "csv") other.write(path, csv(part, order, end));
          else {
            other.write(`inbox/${f}.csv`, csv(part, order, end));
            other.write(path.replace(".csv", ".parquet"), "");
            const names = order.map((i) => `'${COLUMN_NAMES[i]}': 'VARCHAR'`);
            await connection.run(`COPY (SELECT * REPLACE (CAST(date AS DATE) AS date, CAST(amount AS DECIMAL(18, 2)) AS amount, CAST(functional AS DECIMAL(18, 2)) AS functional)
              FROM read_csv('${other.folder}/inbox/${f}.csv', auto_detect = false, header = true, quote = '"', escape = '"', columns = {${names}}))
              TO '${join(other.folder, path).replace(".csv", ".parquet")}' (FORMAT parquet)`);
          }
        }
        try {
          const expected = await answers(await one.open());
          expect(JSON.parse(expected)[0][0]).toBe(rows.length);
          expect(await answers(await other.open({ ingest }))).toBe(expected);
        } finally {
          await one.end();
          await other.end();
        }
      }),
      { numRuns: 12 },
    );
    connection.closeSync();
  });

  it("are read alike by the engine and line by line, with the same places", async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.constantFrom("\n", "\r\n"), async (all, end) => {
        const rows = rowsOf(all);
        const place = workspace({
          "books/journals/a.csv": csv(rows, natural, end),
        });
        try {
          const found = new Map<string, number>();
          const scanned: Row[] = [];
          await scanRecords(join(place.folder, "books/journals/a.csv"), ({ cells, line, trouble }) => {
            expect(trouble).toBeUndefined();
            if (line > 1) scanned.push(cells);
            found.set(JSON.stringify(cells.slice(0, 2)), line);
            return true;
          });
          expect(scanned).toEqual(rows);
          const lines = await (await place.open()).lines({}, 1000);
          expect(lines.map(({ document, number, fileLine }) => [document, number, fileLine]).sort()).toEqual(
            rows.map(([document, number]) => [document, number, found.get(JSON.stringify([document, number]))]).sort(),
          );
        } finally {
          await place.end();
        }
      }),
      { numRuns: 12 },
    );
  });

  it("are each read or refused, whatever byte is changed", async () => {
    const lines = [
      {
        account: "1000" as const,
        amount: 100,
        free: ["Größe", 'a "b"', "a,b", ""] as [string, string, string, string],
      },
    ];
    const months = [0, 1, 2] as const;
    const rows = rowsOf(months.map((month) => ({ month, entity: "US", currency: "USD", name: "x", lines })));
    const whole = new TextEncoder().encode(csv(rows, natural, "\n"));
    const head = COLUMN_NAMES.join(",").length + 1;
    const place = workspace({ "books/journals/a.csv": whole });
    const warehouse = await place.open();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: head, max: whole.length - 1 }), fc.nat(255), async (at, byte) => {
        place.write(
          "books/journals/a.csv",
          whole.map((old, i) => (i === at ? byte : old)),
        );
        let records = 0;
        await scanRecords(join(place.folder, "books/journals/a.csv"), () => {
          records++;
          return true;
        });
        const { value, findings } = await warehouse.load();
        const refused = findings.filter(({ message }) => message.endsWith("The line is not read.")).length;
        expect(value[0]!.lines + refused + 1).toBe(records);
      }),
      { numRuns: 60 },
    );
    await place.end();
  });
});
