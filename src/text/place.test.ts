import { expect, test } from "vitest";
import { lineAndColumn, lineAt, lines, shown } from "./place.ts";

const source = "Revenue\r\n  371.2\n\rTotal";

test("a line ends with LF, CR LF or CR", () => {
  expect(lines(source)).toEqual([0, 9, 17, 18]);
  expect(lines("")).toEqual([0]);
});

test("line and column count from 1", () => {
  const table = lines(source);
  expect(lineAndColumn(table, 0)).toEqual({ line: 1, column: 1 });
  expect(lineAndColumn(table, source.indexOf("371.2"))).toEqual({ line: 2, column: 3 });
  expect(lineAndColumn(table, source.length)).toEqual({ line: 4, column: 6 });
});

test("a line comes without its break, and is empty where there is none", () => {
  const table = lines(source);
  expect([0, 1, 2, 3, 4, 5].map((line) => lineAt(source, table, line))).toEqual([
    "",
    "Revenue",
    "  371.2",
    "",
    "Total",
    "",
  ]);
});

test("a document cannot command the terminal that shows it", () => {
  expect(shown("\u001b[31mred\u0007\u007f")).toBe("␛[31mred␇␡");
  expect(shown("a\u202eb\u2066c\u009bd\u200be")).toBe("a\\u202eb\\u2066c\\u009bd\\u200be");
  expect(shown("a\tb\nc")).toBe("a b␊c");
  expect(shown("Umsatz: 5 € – “gut”")).toBe("Umsatz: 5 € – “gut”");
});
