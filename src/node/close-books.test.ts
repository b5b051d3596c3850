import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Books } from "../books/books.ts";
import { format } from "../exact/decimal.ts";
import { openDuckWarehouse } from "../warehouse/duck-warehouse.ts";
import { type ClosedBooks, closeBooks, closingAgain } from "./close-books.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tickmark-close-"));
  cpSync(fileURLToPath(new URL("../../examples/brackenholt-2025-q4", import.meta.url)), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const change = (path: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, path), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
};

const told = ({ facts, findings, loads }: ClosedBooks): unknown => ({
  figures: facts?.all({ periods: ["2025-Q4"] }).map(({ measure, member, value }) => [measure, member, value]),
  findings,
  loads: loads.map(({ path, lines, debits }) => [path, lines, format(debits)]),
});

it("closes again what has changed as if for the first time", async () => {
  const closing = closingAgain(folder);
  const last: unknown[] = [told(await closing.close())];
  for (const save of [
    () => change("company.yaml", "organic: not-in-base-period", "organic: all-deals"),
    () => change("books/shares.csv", "buy-back,,2024-08-15,,,300000", "buy-back,,2024-08-15,,,310000"),
    () => change("books/accounts.csv", "1200,Inventories,inventories", "1200,Inventories,other-current-assets"),
    () => change("books/entities.csv", "BH-TR,", "BH-XX,"),
    () => change("books/entities.csv", "BH-XX,", "BH-TR,"),
    () => change("books/journals/2025/2025-P12.csv", "EUR,13763700.00,13763700.00", "EUR,13763701.00,13763701.00"),
    () => appendFileSync(join(folder, "books/journals/totals.csv"), "2026/none.csv,1,1.00,1.00\n"),
  ]) {
    save();
    const [again, first] = [await closing.close(), await closeBooks(folder)];
    expect(told(again)).toEqual(told(first));
    expect(told(again)).not.toEqual(last.at(-1));
    last.push(told(again));
    await first.release();
  }
  await closing.end();
}, 60_000);

it("holds journals against nothing but what makes it read them again", async () => {
  const { books, release } = await closeBooks(folder);
  await release();
  const asked = new Set<string>();
  const seen = <T extends object>(record: T, name: string): T =>
    new Proxy(record, {
      get: (from, key, receiver) => {
        asked.add(`${name}${String(key)}`);
        return Reflect.get(from, key, receiver);
      },
    });
  const shown: Books = seen({ ...books!, company: seen(books!.company, "company.") }, "");
  const warehouse = await openDuckWarehouse({ folder, books: shown });
  await warehouse.load();
  await warehouse.movements();
  await warehouse.intercompany();
  await warehouse.close();
  // The rows of three files, and the months: what journalState looks at beside the journals.
  expect([...asked].sort()).toEqual(["accounts", "company", "company.months", "deals", "entities"]);
});
