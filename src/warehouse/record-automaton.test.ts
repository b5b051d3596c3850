import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayKind, isWrong } from "../books/kind.ts";
import { checkCsv } from "./csv-check.ts";
import { readHead } from "./csv-head.ts";
import { plainCsv } from "./dialect.ts";
import { fourWalks, oneWalk } from "./four-walks.ts";
import { COLUMN_NAMES, JOURNAL_COLUMNS, type JournalCell } from "./journal-column.ts";
import { recordsIn } from "./raw-file.ts";
import { ENDED, recordAutomaton, walk } from "./record-automaton.ts";

let folder = "";
let engine: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tickmark-automaton-"));
  engine = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
});
afterAll(() => {
  engine.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

/** Cells as they stand in a file. Of each kind the first is a good one. */
const CELLS: Readonly<Record<JournalCell, readonly string[]>> = {
  name: [
    "D1",
    '"a ""b"""',
    '""""',
    "Größe",
    "\u{1F600}",
    '"a,b"',
    '"a\nb"',
    " ",
    "\t",
    "\u00a0",
    "x\ufeff",
    "\ufeffx",
    '"\ufeff"',
    "\ufec0",
    "\uff21",
    '"\uffff"',
    "NULL",
    "",
    '""',
  ],
  text: [
    "",
    '""',
    "\ufeffBio",
    '"\ufeffBio"',
    "\uff22\ufeff",
    "Bio",
    '"Bio"',
    '"""a"',
    "£",
    '",\n,"',
    "-",
    "\\",
    "#",
    "'",
  ],
  day: [
    ...[
      "2007-09-29",
      '"2007-09-29"',
      "2024-02-29",
      "9999-12-31",
      "2025-02-30",
      "2023-02-29",
      "2007-00-10",
      "2007-13-01",
      "2007-04-31",
      "0000-00-00",
    ],
    ...[
      "0000-01-01",
      "0001-01-01",
      "0999-12-31",
      "10000-01-01",
      "2007-9-29",
      "2007/09/29",
      "20070929",
      "2007-09-29 ",
      " 2007-09-29",
      "-2007-09-29",
    ],
    ...[
      "2007-09-29 (BC)",
      "2007-09-29 00:00:00",
      "infinity",
      "-infinity",
      "epoch",
      "today",
      "2007-09-2\u0669",
      "",
      '""',
    ],
  ],
  amount: [
    ...[
      "12.50",
      "0",
      "-0",
      "-12.5",
      '"-7.00"',
      "007",
      "1234567890123456.78",
      "-9999999999999999.99",
      "12345678901234567",
      "0".repeat(17),
      "9".repeat(40),
    ],
    ...[
      "1.",
      ".5",
      "-.5",
      "1.234",
      `0.${"0".repeat(30)}1`,
      "+1",
      "1e3",
      "1E-3",
      " 1",
      "1 ",
      "1\t",
      "1_000",
      '"1,5"',
      "--1",
      "-",
      "0x10",
      "0b1",
      "inf",
    ],
    ...["-Infinity", "NaN", "\u0661", "\u22121", "1.5.0", "(1)", "1%", "$1", "", '""', "true"],
  ],
};
/** What breaks a record wherever it stands. */
const BREAKS = ['x"', '"x"y', "\u0000", "\u0001", "\u0085", "\u007f", "a,b", '"x\r\ny"', "x\ry"];

const natural = COLUMN_NAMES.map((_, i) => i);
const file = fc.record({
  order: fc.shuffledSubarray(natural, { minLength: natural.length }),
  rows: fc.array(fc.array(fc.tuple(fc.nat(natural.length - 1), fc.nat(60)), { maxLength: 2 }), { maxLength: 6 }),
  broken: fc.option(fc.tuple(fc.nat(5), fc.nat(natural.length - 1), fc.constantFrom(...BREAKS)), {
    freq: 6,
    nil: undefined,
  }),
  end: fc.constantFrom("\n", "\r\n", "\n\n"),
  isEnded: fc.boolean(),
});

describe("a file of journals that the automaton takes", () => {
  it("is one that is read alike line by line and by the engine, and it leaves few others", async () => {
    const path = join(folder, "a.csv");
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(file, async ({ order, rows, broken, end, isEnded }) => {
        const written = rows.map((hostile, row) => {
          const cells = order.map((i) => CELLS[JOURNAL_COLUMNS[COLUMN_NAMES[i]!]][0]!);
          for (const [at, which] of hostile) {
            const choice = CELLS[JOURNAL_COLUMNS[COLUMN_NAMES[order[at]!]!]];
            cells[at] = choice[which % choice.length]!;
          }
          if (broken?.[0] === row) cells[broken[1]] = broken[2];
          return cells.join(",");
        });
        const text = [order.map((i) => COLUMN_NAMES[i]).join(","), ...written].join(end) + (isEnded ? end : "");
        writeFileSync(path, text);
        const { head } = await readHead(path, path);
        const records = await recordsIn(path, head!.columns);
        const kept: (readonly string[])[] = [];
        const { good, refused, findings } = await checkCsv(path, path, head!, (cells) => kept.push(cells));
        if (records === undefined) {
          // What is good, and yet left to the reading line by line.
          expect(refused > 0 || /(^|[,"\n])0\d{3}-\d\d-|\r(?!\n)|"x\r\ny"/.test(text)).toBe(true);
          return;
        }
        taken++;
        expect(findings).toEqual([]);
        expect(good + 1).toBe(records);
        for (const day of ["DATE", "VARCHAR"] as const) {
          const reading = await engine.runAndReadAll(
            `SELECT ${COLUMN_NAMES.map((name) => `CAST(${name} AS VARCHAR)`).join(", ")} FROM (${plainCsv(path, head!.columns, day)})`,
          );
          expect(reading.getRows()).toEqual(
            kept.map((cells) => cells.map((cell, i) => asRead(cell, COLUMN_NAMES[i]!))),
          );
        }
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(40);
  });

  it("has the days of the calendar and no others, and the engine takes them", async () => {
    const years = ["1000", "1582", "1600", "1700", "1900", "1999", "2000", "2023", "2024", "2100", "9999"];
    const two = Array.from({ length: 100 }, (_, i) => `${i}`.padStart(2, "0"));
    const days = [
      ...years.flatMap((year) => two.slice(0, 20).flatMap((month) => two.map((day) => `${year}-${month}-${day}`))),
      ...Array.from({ length: 9000 }, (_, i) => `${1000 + i}-02-29`),
    ];
    const { table } = recordAutomaton(["date", undefined])!;
    const isTaken = (day: string): boolean =>
      [`${day},\n`, `"${day}",\n`].every((line) => {
        const bytes = new TextEncoder().encode(line);
        return walk(table, bytes, 0, bytes.length, ENDED).state === ENDED;
      });
    const taken = days.filter(isTaken);
    expect(taken).toEqual(days.filter((day) => !isWrong(dayKind.read(day))));
    const list = taken.map((day) => `'${day}'`).join(", ");
    const reader = await engine.runAndReadAll(
      `SELECT CAST(CAST(day AS DATE) AS VARCHAR) FROM (SELECT unnest([${list}]) AS day)`,
    );
    expect(reader.getRows().map(([day]) => day)).toEqual(taken);
  });
});

/** An amount with both of its decimals, and no sign where it is zero; all else as it stands. */
function asRead(cell: string, name: (typeof COLUMN_NAMES)[number]): string {
  if (JOURNAL_COLUMNS[name] !== "amount") return cell;
  const [whole, decimals = ""] = cell.replace("-", "").split(".");
  const digits = `${BigInt(whole!)}.${decimals.padEnd(2, "0")}`;
  return cell.startsWith("-") && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

describe("four walks at a time", () => {
  it("come to where one walk comes, wherever records end", () => {
    const automaton = recordAutomaton(["document", "amount", "tag", undefined])!;
    const size = 4096;
    const [one, four] = [oneWalk(automaton, size), fourWalks(automaton, size)];
    expect(fourWalks(automaton, size).over.toString()).not.toBe(one.over.toString());
    const cell = fc.constantFrom("x", "12.50", "", '""', '"a\nb\n"', '"\n\n\n\n"', '"', "\n", "Größe");
    const line = fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom("D1,1.00,,\n", 'D1,-2,"a\nb","\n\n"\n', "\n", "\r\n", '"D,\n1",0,"""",x\r\n'),
      },
      { weight: 1, arbitrary: fc.array(cell, { maxLength: 5 }).map((cells) => `${cells.join(",")}\n`) },
    );
    let ended = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.string({ maxLength: 3 }), (lines, rest) => {
        const bytes = new TextEncoder().encode(lines.join("") + rest).subarray(0, size);
        one.bytes.set(bytes);
        four.bytes.set(bytes);
        const walked = one.over(bytes.length, ENDED);
        if (walked.state === ENDED) ended++;
        expect(four.over(bytes.length, ENDED)).toEqual(walked);
      }),
      { numRuns: 1000 },
    );
    expect(ended).toBeGreaterThan(50);
  });
});
