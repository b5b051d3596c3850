import fc from "fast-check";
import { expect, test } from "vitest";
import { endOf, type Printed, startOf } from "../../text/printed.ts";
import type { RawBlock } from "./raw.ts";
import { readText } from "./text.ts";

/** What releases are written with, and what breaks readers of them. */
const PIECES = [
  ..."Revenue|Total net sales|of the|(loss)|Three Months Ended|March 31, 2024|2023|2024|% Change|Q1’24|$|$ 1,234|(567)|12 %|—|-|--|0.5|1,000.25|3".split(
    "|",
  ),
  ..." |  |     |\t|\n|\n\n|\n|\r\n|\f|\u00a0|\u00ad|. ".split("|"),
  "| ",
  " | ",
  "| --- | --- |\n",
  "----------  -------",
  "```\n",
  "**",
  "*",
  "_",
  "\\$",
  "\\",
  "[a](http://x.example)",
  "[(1)]",
  "<br>",
  "<sup>",
  "&nbsp;",
  "&#36;",
  "# ",
  "- ",
  "• ",
  "> ",
  "---\n",
  "....",
  "<table",
];

const source = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(""));

const textsOf = (blocks: readonly RawBlock[]): Printed[] =>
  blocks.flatMap((block) =>
    block.kind === "raw-table" ? block.rows.flatMap((row) => row.cells.map((cell) => cell.text)) : [block.text],
  );

test("every printed character stands where its place says, whatever the text", () => {
  fc.assert(
    fc.property(source, fc.boolean(), (text, markdown) => {
      for (const printed of textsOf(readText(text, { markdown })))
        for (let i = 0; i < printed.text.length; i++) {
          const start = startOf(printed, i);
          const end = endOf(printed, i + 1);
          expect(end).toBeGreaterThanOrEqual(start);
          if (end - start === 1 && printed.text[i] !== " ") expect(text[start]).toBe(printed.text[i]);
        }
    }),
    { numRuns: 400 },
  );
}, 60_000);

test("texts and cells are never blank, have no white space at their ends, and cells ascend", () => {
  fc.assert(
    fc.property(source, (text) => {
      const blocks = readText(text, { markdown: true });
      for (const printed of textsOf(blocks)) expect(printed.text).toBe(printed.text.trim());
      for (const block of blocks) {
        if (block.kind !== "raw-table") continue;
        for (const row of block.rows) {
          expect(row.cells.length).toBeGreaterThan(0);
          for (let c = 0; c < row.cells.length; c++) {
            const cell = row.cells[c]!;
            expect(cell.to).toBeGreaterThan(cell.from);
            expect(cell.text.text).not.toBe("");
            if (c > 0) expect(cell.from).toBeGreaterThanOrEqual(row.cells[c - 1]!.to);
          }
        }
      }
    }),
    { numRuns: 400 },
  );
}, 60_000);

test("no digit is read twice, and in a text without markup none is lost", () => {
  const plain = fc
    .array(fc.constantFrom(...PIECES.slice(0, 26)), { maxLength: 120 })
    .map((pieces) => `Start\n${pieces.join("")}`);
  fc.assert(
    fc.property(plain, (text) => {
      const read = new Set<number>();
      for (const printed of textsOf(readText(text, { markdown: false })))
        for (let i = 0; i < printed.text.length; i++) {
          if (!/\d/.test(printed.text[i]!)) continue;
          const at = startOf(printed, i);
          expect(read.has(at)).toBe(false);
          read.add(at);
        }
      const digits = [...text].filter((c) => /\d/.test(c)).length;
      expect(read.size).toBe(digits);
    }),
    { numRuns: 400 },
  );
}, 60_000);

// No clock is read: work that grows with the square of such a text outlasts the time that a test has, many times over.
test.each([
  "1",
  " ",
  "| 1 ",
  "a\t",
  "(",
  "[a](",
  "**a ",
  "_a ",
  "<b",
  "$ ",
  "1 ",
  "1\n",
  "aa\n1\n",
  "Sales  1,234  5,678\n",
  "2024\n",
])("a long text of nothing but %j is read to its end", (piece) => {
  expect(readText(piece.repeat(400_000 / piece.length), { markdown: true }).length).toBeLessThan(400_001);
});

test.each([
  [
    "under two values that share a column",
    "<S>        $                             <C>      (  >\n" +
      " ".repeat(34) +
      "Three MonEndeded\nf  1\nTotal" +
      " ".repeat(42) +
      "6,890",
  ],
  ["between stray signs behind the last values of cells one a line", "s\n1\n3\nS\n5\n1Y\n$\n6(\n$"],
])("a text %s is read once", (_, source) => {
  const starts = textsOf(readText(source, { markdown: false })).flatMap((printed) =>
    Array.from(printed.text, (c, i) => (c === " " ? -1 : startOf(printed, i))).filter((start) => start >= 0),
  );
  expect(new Set(starts).size).toBe(starts.length);
});
