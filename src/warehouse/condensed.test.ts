import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deal } from "../books/books.ts";
import { ZERO } from "../exact/rational.ts";
import { condensing } from "./condensed.ts";
import { readHead } from "./csv-head.ts";
import { condensedCsv, plainCsv } from "./dialect.ts";
import { COLUMN_NAMES, JOURNAL_COLUMNS, type JournalCell } from "./journal-column.ts";
import { AT_ONCE, recordsIn } from "./raw-file.ts";
import { stageSql } from "./stage.ts";
import { groupsSql, MOVEMENT_KEYS, summedGroupsSql } from "./statements.ts";

let folder = "";
let engine: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tickmark-condensed-"));
  engine = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
});
afterAll(() => {
  engine.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

const deal = (kind: Deal["kind"], entity: string, date: string): Deal => ({
  entity,
  kind,
  date,
  consideration: ZERO,
  netAssets: ZERO,
  nci: undefined,
  discontinued: false,
  place: { path: "books/deals.csv", line: 2, column: 1 },
});
const DEALS = [
  deal("acquired", "DE", "2007-01-10"),
  deal("disposed", "DE", "2007-01-20"),
  deal("disposed", "US", "2007-01-20"),
];

interface Condensed {
  readonly isWhole: boolean;
  /** Lines of the file that was written. */
  readonly rows: number;
  /** The groups as they are handed on, added up. */
  readonly groups: () => Promise<readonly unknown[]>;
  /** The same from the engine alone. */
  readonly alone: () => Promise<readonly unknown[]>;
}

async function condensed(text: string): Promise<Condensed> {
  const [from, to] = [join(folder, "from.csv"), join(folder, "to.csv")];
  writeFileSync(from, text);
  const { head } = await readHead(from, from);
  const { columns } = head!;
  const turns = DEALS.map(({ date }) => date);
  const made = condensing(columns, turns, AT_ONCE, to)!;
  expect(await recordsIn(from, columns, made.take)).toBeDefined();
  const isWhole = made.end();
  const stage = stageSql(DEALS);
  const summed = (relation: string) => async (): Promise<readonly unknown[]> => {
    const reader = await engine.runAndReadAll(`
      SELECT ${MOVEMENT_KEYS}, CAST(sum(amount) AS VARCHAR), CAST(sum(functional) AS VARCHAR), CAST(sum(lines) AS BIGINT)
      FROM (${relation}) AS grouped GROUP BY ${MOVEMENT_KEYS} ORDER BY ${MOVEMENT_KEYS}`);
    return reader.getRows();
  };
  return {
    isWhole,
    rows: readFileSync(to, "utf8").split("\n").length - 2,
    groups: summed(summedGroupsSql(condensedCsv(to, made.columns), stage)),
    alone: summed(groupsSql(plainCsv(from, columns), stage)),
  };
}

const CELLS: Readonly<Record<JournalCell, readonly string[]>> = {
  name: ["DE", "US", '"DE"', '"a ""b"""', '"a,b"', '"a\nb"', '"\n"', "Größe", "a-name-of-more-than-sixteen-letters"],
  text: ["", '""', "Bio", '"Bio"', '","', " "],
  day: ["2007-01-09", "2007-01-10", "2007-01-19", '"2007-01-20"', "2007-01-21", "1000-01-01", "9999-12-31"],
  amount: ["0", "-0.00", "1", "-1.5", "12.34", '"-12.34"', "007.10", "1234567890123456.78", "-9999999999999999.99"],
};

const file = fc.record({
  order: fc.shuffledSubarray([...COLUMN_NAMES, "note"], { minLength: COLUMN_NAMES.length + 1 }),
  rows: fc.array(fc.array(fc.nat(1000), { minLength: 14, maxLength: 14 }), { maxLength: 40 }),
  end: fc.constantFrom("\n", "\r\n", "\n\n", "\r\n\r\n"),
  isMarked: fc.boolean(),
  isEnded: fc.boolean(),
});

describe("lines that are added up before the engine sees them", () => {
  it("come to what the engine makes of them, whatever stands in their cells", async () => {
    let whole = 0;
    await fc.assert(
      fc.asyncProperty(file, async ({ order, rows, end, isMarked, isEnded }) => {
        const lines = rows.map((choices) =>
          order.map((name, i) => {
            const cells = CELLS[name === "note" ? "text" : JOURNAL_COLUMNS[name as (typeof COLUMN_NAMES)[number]]];
            return cells[choices[i]! % cells.length]!;
          }),
        );
        const text = [order, ...lines].map((cells) => cells.join(",")).join(end) + (isEnded ? end : "");
        const { isWhole, groups, alone } = await condensed(`${isMarked ? "\ufeff" : ""}${text}`);
        if (!isWhole) return;
        whole++;
        expect(await groups()).toEqual(await alone());
      }),
      { numRuns: 150 },
    );
    // Sums that leave a machine word after few lines are left to the engine, in many of the files.
    expect(whole).toBeGreaterThan(50);
  });

  const line = (i: number, entity: string, amount: string): string =>
    `D${i},1,2007-01-05,2007-P01,${entity},1000,,,,EUR,${amount},${amount},`;
  const many = (count: number, one: (i: number) => string): string =>
    `${[COLUMN_NAMES.join(","), ...Array.from({ length: count }, (_, i) => one(i))].join("\n")}\n`;

  it("are one line for each group", async () => {
    const { isWhole, rows, groups, alone } = await condensed(
      many(30_000, (i) => line(i, `E${i % 7}`, i % 2 === 0 ? "1.01" : "-0.3")),
    );
    expect([isWhole, rows]).toEqual([true, 7]);
    expect(await groups()).toEqual(await alone());
  });

  it("are written down more than once where their groups are too many to be kept", async () => {
    const { isWhole, rows, groups, alone } = await condensed(
      many(350_000, (i) => line(i, `E${Math.floor(i / 5)}`, `${i % 1000}.5`)),
    );
    expect(isWhole).toBe(true);
    expect(rows).toBeGreaterThanOrEqual(70_000);
    expect(await groups()).toEqual(await alone());
  });

  it("are written down before a sum leaves a machine word", async () => {
    const { isWhole, groups, alone } = await condensed(
      many(40_000, (i) => line(i, "DE", i % 4_000 > 0 ? "0.01" : "-9999999999999999.99")),
    );
    expect(isWhole).toBe(true);
    expect(await groups()).toEqual(await alone());
  });

  it("are written down before names that somebody chose to fall onto one place make each line slow", async () => {
    const chosen = onePlace(40, (name) => `2007-P01,${name},1000,,,,EUR,,`);
    const { isWhole, rows, groups, alone } = await condensed(
      many(30_000, (i) => line(i, i % 15_000 < 14_960 ? "DE" : chosen[i % 40]!, "1.00")),
    );
    expect([isWhole, rows > chosen.length + 1]).toEqual([true, true]);
    expect(await groups()).toEqual(await alone());
  });

  it("are left to the engine where they have nothing in common, or where sums leave a machine word at every turn", async () => {
    expect((await condensed(many(100_000, (i) => line(i, `E${i}`, "1.00")))).isWhole).toBe(false);
    expect((await condensed(many(100, (i) => line(i, "DE", "9999999999999999.99")))).isWhole).toBe(false);
  });

  it("are left to the engine where a piece of the file ends within a line", async () => {
    const cell = `"${"\n".repeat(AT_ONCE >>> 1)}"`;
    const lines = many(3, (i) => `${line(i, "DE", "1.00")}${cell}`);
    expect((await condensed(lines)).isWhole).toBe(false);
  });
});

/** Names of which the keys have hashes that end almost alike: as sum-lines.ts makes them, eight bytes at a time, with two zeros behind the keys for the time. */
function onePlace(count: number, keys: (name: string) => string): readonly string[] {
  const found: string[] = [];
  for (let i = 0; found.length < count; i++) {
    const name = `E${i}`;
    const bytes = new TextEncoder().encode(`${keys(name)}\0\0`);
    const padded = new Uint8Array((bytes.length + 7) & -8);
    padded.set(bytes);
    let mixed = 0n;
    for (const word of new BigUint64Array(padded.buffer)) {
      mixed = BigInt.asUintN(64, (mixed ^ word) * 0x9e3779b97f4a7c15n);
      mixed ^= mixed >> 32n;
    }
    if ((mixed & 0x1ffffn) < 32n) found.push(name);
  }
  return found;
}
