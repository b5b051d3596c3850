import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv.ts";

const encoder = new TextEncoder();
const read = (text: string) => readCsv(encoder.encode(text));
const texts = (text: string): readonly (readonly string[])[] =>
  read(text).rows.map((row) => row.cells.map((cell) => cell.text));
const told = (text: string): readonly string[] =>
  read(text).troubles.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe("a comma-separated file", () => {
  it("gives cells with the line and the column they begin at", () => {
    expect(read('entity,note\nA,"one\ntwo"\nB,c\n').rows).toEqual([
      {
        line: 1,
        cells: [
          { text: "entity", line: 1, column: 1 },
          { text: "note", line: 1, column: 8 },
        ],
      },
      {
        line: 2,
        cells: [
          { text: "A", line: 2, column: 1 },
          { text: "one\ntwo", line: 2, column: 3 },
        ],
      },
      {
        line: 4,
        cells: [
          { text: "B", line: 4, column: 1 },
          { text: "c", line: 4, column: 3 },
        ],
      },
    ]);
  });

  it("may end its lines with LF, CR LF or CR, the last with nothing, and begin with a byte order mark", () => {
    const rows = [
      ["a", "b"],
      ["1", "2"],
    ];
    for (const text of ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "\ufeffa,b\n1,2\n"])
      expect(texts(text)).toEqual(rows);
  });

  it("leaves out lines on which nothing stands, and counts them", () => {
    expect(texts("a,b\n\n,\n1,2\n\n")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(read("a,b\n\n,\n1,2\n").rows[1]!.line).toBe(4);
  });

  it("reads two quotation marks within a quoted cell as one, and a quoted cell of nothing as nothing", () => {
    expect(texts('a,b\n"say ""no""",""\n')).toEqual([
      ["a", "b"],
      ['say "no"', ""],
    ]);
  });

  it("gives no row where the names of the columns cannot be read", () => {
    expect(read('a,"b\n1,2\n').rows).toEqual([]);
    expect(read('a,b"c\n1,2\n').rows).toEqual([]);
    expect(read("").rows).toEqual([]);
  });

  it("tells a row that cannot be trusted, and reads the others", () => {
    expect(told('a,b\n1,2,3\n4\n5,6"7\n8,"9"0\n10,11\n12,"13\n14,15\n')).toEqual([
      "quote-misplaced 4:4",
      "quote-misplaced 5:6",
      "quote-not-closed 7:4",
      "cell-count-differs 2:5",
      "cell-count-differs 3:1",
    ]);
    expect(texts('a,b\n1,2,3\n4\n5,6"7\n8,"9"0\n10,11\n12,"13\n14,15\n')).toEqual([
      ["a", "b"],
      ["10", "11"],
    ]);
  });

  it("of more than four million cells is not read to its end", () => {
    const { rows, troubles } = read(`a,b\n1,2\n${",".repeat(4_000_001)}`);
    expect(troubles.map(({ code, line }) => `${code} ${line}`)).toEqual(["file-too-large 3"]);
    expect(rows).toHaveLength(2);
  });

  it("is what was written, whatever stands in its cells", () => {
    // Control characters are refused, and a row of empty cells is no row.
    const cell = fc.string({ unit: fc.constantFrom("a", "é", "𝄞", ",", '"', "\n", "\r\n", " ", ";"), maxLength: 8 });
    const rows = fc
      .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
      .filter((all) => all.every((row) => row.some((text) => text !== "")));
    const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), (all, end) => {
        const text = all.map((row) => row.map(quoted).join(",") + end).join("");
        const csv = read(text);
        expect(csv.troubles).toEqual([]);
        expect(csv.rows.map((row) => row.cells.map((c) => c.text))).toEqual(all);
        const lines = text.split(/\r\n|\n/);
        for (const { cells } of csv.rows)
          for (const c of cells) {
            const from = lines[c.line - 1]!.slice(c.column - 1);
            const head = c.text.split(/\r\n|\n/)[0]!;
            expect(from.startsWith(head) || from.startsWith(`"${head.replaceAll('"', '""')}`)).toBe(true);
          }
      }),
    );
  });

  it.each(["a,", '"', '""', '"a\n', "a\n", 'a"\n', '"a"b\n', ",", "\r", "\ufeff"])(
    "of many %j is read to its end",
    (unit) => {
      // What goes with the square outlasts the time that a test has.
      const bytes = encoder.encode(`x,y\n${unit.repeat(600_000 / unit.length)}`);
      expect(readCsv(bytes)).toBeDefined();
    },
  );
});
