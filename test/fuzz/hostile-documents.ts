/** A document that is far too much of something. */
export interface Excess {
  readonly about: string;
  /** Its ending says what it is. */
  readonly name: string;
  readonly make: () => string;
}

const MILLION = 1_000_000;
const excess = (about: string, name: string, make: () => string): Excess => ({ about, name, make });
const repeated = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));

const GRID =
  "<tr><td>Pumps</td><td>1,234</td><td>$</td><td>(5,678</td><td>)</td><td>9.0</td><td>%</td><td>12</td><td>7</td><td>—</td></tr>";
const PROSE = "Revenue for the third quarter was $371.2 million, up 12 percent from $331.0 million a year ago.\n";

/** What a line may be made of. */
const LINES = ["7", " ", ",", "(", "[", "|", "-", "$", "1 "];
const longLines = LINES.map((unit, i) =>
  excess(`ten million characters of ${JSON.stringify(unit)}`, `line-${i}.txt`, () => repeated(unit, 10 * MILLION)),
);

/** The same, shorter, wherever a page can have text. */
const WORDS = [
  ...LINES,
  ")",
  ".",
  "\t",
  "1,",
  "a ",
  "\u2014",
  "%",
  "and ",
  "million ",
  "2007 ",
  "$1 ",
  "1.",
  "Q1 ",
  "'",
];
const pagesOfLines = [
  excess("lines of 20,000 characters in every place of a page", "lines.html", () =>
    WORDS.flatMap((unit) => [
      `<p>${repeated(unit, MILLION / 50)}</p>`,
      `<table><tr><td>${repeated(unit, MILLION / 50)}</td><td>7</td></tr></table>`,
      `<pre>${repeated(unit, MILLION / 50)}</pre>`,
    ]).join("\n"),
  ),
  excess("lines of 20,000 characters in text", "lines.txt", () =>
    WORDS.map((unit) => repeated(unit, MILLION / 50)).join("\n\n"),
  ),
];

const MARKUP = ["&", "<", "&#160;", "&amp;", "</", "<!", "<td>", "<b>", "</b>", "<p>", "<br>", "<td colspan=9>", "="];
const pagesOfMarkup = MARKUP.map((unit, i) =>
  excess(
    `two million characters of ${unit}`,
    `markup-${i}.html`,
    () => `<html><body><p>1</p>${repeated(unit, 2 * MILLION)}`,
  ),
);

const NESTED = ["div", "b", "table", "table><tr><td", "ul><li", "font", "center", "span"];
const nested = NESTED.map((tag, i) => {
  const depth = 10_000;
  const names = tag.split("><").reverse();
  const close = names.map((name) => `</${name}>`).join("");
  return excess(
    `ten thousand <${tag}> inside each other`,
    `nested-${i}.html`,
    () => `<html><body>${`<${tag}>`.repeat(depth)}Revenue 12.5${close.repeat(depth)}</body></html>`,
  );
});

const tables = [
  excess("a table of 100,000 cells in HTML", "table.html", () => `<table>${GRID.repeat(10_000)}</table>`),
  excess(
    "a row of 20,000 cells",
    "row.html",
    () => `<table><tr><td>Total</td>${"<td>12</td>".repeat(20_000)}</tr></table>`,
  ),
  excess(
    "a column of 20,000 cells",
    "column.html",
    () => `<table>${"<tr><td>Total</td><td>12</td></tr>".repeat(10_000)}</table>`,
  ),
  excess(
    "a text table of 100,000 cells",
    "table.txt",
    () => `${"Pumps                1,234    (5,678)     9.0%      12       7      —    45\n".repeat(14_000)}`,
  ),
  excess("a row of 20,000 numbers in text", "row.txt", () => `Total    ${"    1,234".repeat(20_000)}\n`),
  excess(
    "a pipe table of 8,000 cells",
    "table.md",
    () => `| a | b | c | d |\n|---|---|---|---|\n${"| Total | 1 | 2 | 3 |\n".repeat(2_000)}`,
  ),
  excess(
    "a pipe row of 20,000 cells",
    "row.md",
    () => `|${" 12 |".repeat(20_000)}\n|${"---|".repeat(20_000)}\n|${" 12 |".repeat(20_000)}\n`,
  ),
  excess("a table flattened to 20,000 lines", "cells.txt", () => "Pumps\n1,234\n5,678\n".repeat(6_700)),
  excess(
    "a table where everything adds up to everything",
    "zeros.html",
    () => `<table>${`<tr><td>Total</td>${"<td>0</td>".repeat(20)}</tr>`.repeat(1_000)}</table>`,
  ),
  excess(
    "a table of ones",
    "ones.html",
    () => `<table>${`<tr><td>Item</td>${"<td>1</td>".repeat(20)}</tr>`.repeat(300)}</table>`,
  ),
  excess("5,000 small tables", "tables.html", () =>
    "<p>In millions</p><table><tr><td></td><td>2007</td></tr><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr><tr><td>Total</td><td>3</td></tr></table>".repeat(
      5_000,
    ),
  ),
  excess(
    "300 cells each a thousand million wide and high",
    "spans.html",
    () => `<table>${`<tr>${"<td colspan=1000000000 rowspan=1000000000>7</td>".repeat(3)}</tr>`.repeat(100)}</table>`,
  ),
];

const masses = [
  excess("a million tiny paragraphs in HTML", "tiny.html", () => "<p>7".repeat(MILLION)),
  excess("a million tiny paragraphs in text", "tiny.txt", () => "7\n\n".repeat(MILLION)),
  excess("a million empty paragraphs", "empty.html", () => "<p></p>".repeat(MILLION)),
  excess("the same sentence 10,000 times", "same.txt", () => PROSE.repeat(10_000)),
  excess("one paragraph of 10,000 sentences", "paragraph.html", () => `<p>${PROSE.repeat(10_000)}</p>`),
  excess(
    "one sentence of 20,000 figures, respectively",
    "list.txt",
    () => `Revenue was ${"$1.2 million, ".repeat(10_000)}up ${"12 percent, ".repeat(10_000)}respectively`,
  ),
  excess(
    "a label of a million words",
    "label.txt",
    () => `${"net sales of pumps ".repeat(50_000)}     1,234     5,678\n`,
  ),
  excess("20,000 bullets", "bullets.txt", () => "* Revenue grew 12 percent\n".repeat(20_000)),
];

const fifty = [
  excess("50 MB of sentences", "large.txt", () => repeated(PROSE, 50 * MILLION)),
  excess("50 MB of table", "large.html", () => `<html><body><table>${repeated(GRID, 48 * MILLION)}</table>`),
  excess("50 MB of markup around a table", "styled.html", () => {
    const styled = GRID.replaceAll("<td>", `<td style="${"padding:1pt;".repeat(60)}">`);
    return `<html><body><table>${repeated(styled, 48 * MILLION)}</table>`;
  }),
  excess("50 MB of numbers", "numbers.txt", () => repeated("1,234 ", 50 * MILLION)),
  excess("50 MB of one letter", "letters.txt", () => repeated("a", 50 * MILLION)),
  excess("60 MB", "larger.txt", () => repeated(PROSE, 60 * MILLION)),
];

/** In groups, each of them one run of the program. */
export const EXCESSES: readonly (readonly [string, readonly Excess[]])[] = [
  ["lines of one character", longLines],
  ["long lines in every place", pagesOfLines],
  ["markup without end", pagesOfMarkup],
  ["deep nesting", nested],
  ["large tables", tables],
  ["masses of text", masses],
  ["fifty million bytes", fifty],
];
