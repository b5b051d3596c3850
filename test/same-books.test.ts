// The same books give the same figures, however their lines are ordered, filed and stored.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeBooks } from "../src/node/close-books.ts";

const books = new URL("../examples/brackenholt-2025-q4", import.meta.url).pathname;
const made = mkdtempSync(join(tmpdir(), "same-books-"));
afterAll(() => rmSync(made, { recursive: true }));

const PERIODS = ["2024-Q4", "2025-Q2", "2025-Q4", "2025-FY"];
const WORKED = ["net-income", "revenue", "translation-adjustment", "cash-from-operations"];

/** Every fact of four periods, four of them with all of their workings, and every roll-forward, as text. */
async function toldBy(folder: string): Promise<string> {
  const closed = await closeBooks(folder);
  const facts = closed
    .facts!.all({ periods: PERIODS })
    .map(({ measure, period, member, value }) => ({ measure, period, member, value }));
  const worked = WORKED.map((measure) => closed.facts!.fact(measure, "2025-Q4")!.working);
  const { rollForwards, unmatched } = closed.group!;
  await closed.release();
  return JSON.stringify({ facts, worked, rollForwards, unmatched }, (_key, value) =>
    typeof value === "bigint" ? `${value}` : value,
  );
}

/** The books with other journals: `write` is given the folder that they go to, and the head and lines of the old ones. */
function withJournals(name: string, write: (folder: string, head: string, lines: readonly string[]) => void): string {
  const copy = join(made, name);
  cpSync(books, copy, { recursive: true });
  const journals = join(copy, "books/journals");
  const files = readdirSync(journals, { recursive: true, encoding: "utf8" }).filter((file) => /\d\.csv$/.test(file));
  const texts = files.sort().map((file) => readFileSync(join(journals, file), "utf8").trimEnd().split("\n"));
  rmSync(journals, { recursive: true });
  mkdirSync(journals);
  write(
    journals,
    texts[0]![0]!,
    texts.flatMap((lines) => lines.slice(1)),
  );
  return copy;
}

/** An order that has nothing to do with the old one, the same every time. */
const stirred = (lines: readonly string[]): readonly string[] =>
  lines
    .map((line, i) => ({ line, key: (i * 7919 + 104_729) % 10_007 }))
    .sort((a, b) => a.key - b.key || (a.line < b.line ? -1 : 1))
    .map(({ line }) => line);

async function asParquet(folder: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT document, line, CAST(date AS DATE) AS date, period, entity, account, coalesce(division, '') AS division,
      coalesce(region, '') AS region, coalesce(counterparty, '') AS counterparty, currency, CAST(amount AS DECIMAL(18, 2)) AS amount,
      CAST(functional AS DECIMAL(18, 2)) AS functional, coalesce(tag, '') AS tag
    FROM read_csv('${join(folder, "all.csv")}', all_varchar = true, header = true)) TO '${join(folder, "all.parquet")}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  rmSync(join(folder, "all.csv"));
}

let expected: string;
beforeAll(async () => {
  expected = await toldBy(books);
});

describe("the same books", () => {
  test("with their lines in another order, in one file, give the same", async () => {
    const copy = withJournals("stirred", (folder, head, lines) => {
      writeFileSync(join(folder, "all.csv"), `${[head, ...stirred(lines)].join("\n")}\n`);
    });
    expect(await toldBy(copy)).toBe(expected);
  });

  test("split into files and folders of any names, with the documents torn apart, give the same", async () => {
    const copy = withJournals("split", (folder, head, lines) => {
      for (const [i, name] of ["z.csv", "a/b.csv", "a/c/d.csv", "e.csv", "f/g.csv"].entries()) {
        mkdirSync(join(folder, name, ".."), { recursive: true });
        const part = stirred(lines).filter((_line, at) => at % 5 === i);
        writeFileSync(join(folder, name), `${[head, ...part].join("\r\n")}\r\n`);
      }
    });
    expect(await toldBy(copy)).toBe(expected);
  });

  test("in Parquet give the same", async () => {
    const copy = withJournals("parquet", (folder, head, lines) => {
      writeFileSync(join(folder, "all.csv"), `${[head, ...stirred(lines)].join("\n")}\n`);
    });
    await asParquet(join(copy, "books/journals"));
    expect(await toldBy(copy)).toBe(expected);
  });
});
