import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from "parse5";
import { describe, expect, it } from "vitest";
import { type Printed, placeOf } from "../../text/printed.ts";
import type { Table } from "../document.ts";
import { arrange } from "./arrange.ts";
import { readHtml } from "./html.ts";
import type { RawBlock } from "./raw.ts";
import { readLines } from "./text.ts";

function blocksOf(source: string): readonly RawBlock[] {
  const page = readHtml(source, { ignoreTags: false }, readLines);
  if ("code" in page) throw new Error(page.message);
  return page.blocks;
}

const textsOf = (blocks: readonly RawBlock[]): Printed[] =>
  blocks.flatMap((block) =>
    block.kind === "raw-table" ? block.rows.flatMap((row) => row.cells.map((cell) => cell.text)) : [block.text],
  );

const said = (source: string): string[] => textsOf(blocksOf(source)).map(({ text }) => text);

/** Each block in one line: its kind, then its text or its rows. */
const shape = (source: string): string[] =>
  blocksOf(source).map((block) =>
    block.kind === "raw-table"
      ? `table ${block.rows.map((row) => row.cells.map((cell) => cell.text.text).join("|")).join(" / ")}`
      : `${block.kind === "heading" ? `h${block.level}` : block.bullet ? "bullet" : "p"} ${block.text.text}`,
  );

function tableOf(source: string): Table {
  const raw = blocksOf(source).find((block) => block.kind === "raw-table");
  const table = raw?.kind === "raw-table" ? arrange(raw) : undefined;
  if (table === undefined) throw new Error("The page has no table.");
  return table;
}

/** Rows as text: columns between bars, a span as "text<3". */
const grid = (table: Table): string[] =>
  table.rows.map((row) => {
    const columns = Array.from({ length: table.columns }, () => "");
    for (const cell of row.cells) columns[cell.column - 1] = cell.text.text + (cell.span > 1 ? `<${cell.span}` : "");
    return columns.join("|");
  });

/** The habits of a filing tool: three grid columns for a figure (sign, number, bracket), spacers between. */
const FILING = `<html><body><div style="text-align:center"><span style="font-weight:700">Harbor Lane Corp.</span></div>
<table><tr><td style="width:1.0%"></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr>
<tr><td colspan="3"></td><td colspan="9" style="border-bottom:1pt solid #000"><span style="font-weight:700">Three Months Ended</span></td></tr>
<tr><td colspan="3" style="padding:2px 1pt"><span>(In&#160;millions)</span></td><td colspan="3">June&nbsp;30,<br>2024</td><td colspan="3"></td><td colspan="3">June&nbsp;30,<br>2023</td></tr>
<tr><td colspan="3" style="padding:2px 1pt"><span>Net sales</span></td><td>$</td><td>1,204.5</td><td></td><td colspan="3"></td><td>$</td><td>1,101.0</td><td></td></tr>
<tr><td colspan="3" style="padding:2px 1pt 2px 13pt"><span>Cost of sales</span></td><td colspan="2">(604</td><td>)</td><td colspan="3"></td><td colspan="2"><ix:nonFraction name="x:Cost" format="ixt:fixed-zero">&#8212;</ix:nonFraction>&#160;</td><td></td></tr>
<tr style="height:3px"><td colspan="3"></td><td colspan="3"><p style="border-top:1px solid #000">&nbsp;</p></td><td colspan="3"></td><td colspan="3"></td></tr>
<tr><td colspan="3">Gross margin</td><td colspan="2">49.9</td><td>%</td><td colspan="3"></td><td colspan="2">100.0</td><td>%</td></tr>
</table></body></html>`;

/** Old pages by hand: no end tags, wrong nesting, presentational tags, entities without semicolons. */
const OLD = `<HTML><BODY><CENTER><B>Kestrel &amp Sons, Inc.<BR>QUARTERLY RESULTS</B></CENTER>
<P>Revenue rose 12&#37; to $371.2 million<P>Net income fell<br>to $66.0&nbsp;million.
<UL><LI>First<LI><P>Second &#150; with a dash</UL>
<TABLE BORDER=0><TR><TH>Segment<TH ALIGN=RIGHT>2007<TH>2006
<TR><TD>Americas<TD ALIGN=RIGHT>151.4<TD><FONT><I>140.1</FONT></I>
<TR><TD>Europe<TD>62.4<SUP>1</SUP><TD>(51.8)
<TR HIDDEN><TD>Secret<TD>1<TD>2
<TR STYLE="display: none"><TD>Secret<TD>1<TD>2
</TABLE><B>after <P>that</B> plain</P></BODY></HTML>`;

/** Tables that only place text: a page frame around everything, bullets in two cells, a nested data table, a nested sign. */
const LAYOUT = `<table width=600><tr><td><p>The company reported a strong quarter, as the tables that follow show in some detail.</p>
<table><tr><td>&#8226;</td><td>Sales of the northern division grew</td></tr><tr><td>&#8226;</td><td>Orders were flat</td></tr></table>
<table><tr><td>Sales</td><td><table><tr><td>$</td><td>10</td></tr></table></td><td>9</td></tr><tr><td>Costs</td><td>4</td><td>3</td></tr></table>
</td></tr><tr><td>(1) Unaudited.</td></tr></table>`;

describe("reading a page", () => {
  it("gives the figures of a filing their columns, with sign, bracket and percent sign joined", () => {
    expect(grid(tableOf(FILING))).toEqual([
      "|Three Months Ended<2|",
      "(In millions)|June 30, 2024|June 30, 2023",
      "Net sales|$1,204.5|$1,101.0",
      "Cost of sales|(604)|—",
      "Gross margin|49.9%|100.0%",
    ]);
  });

  it("sees rules drawn by borders of cells and of paragraphs in cells, and indentation by padding", () => {
    const { rows } = tableOf(FILING);
    expect(rows.map((row) => row.ruleAbove)).toEqual([false, true, false, false, true]);
    expect(rows[3]!.cells[0]!.indent).toBeGreaterThan(rows[2]!.cells[0]!.indent);
    expect(rows[0]!.cells[0]!.bold).toBe(true);
    expect(rows[2]!.cells[0]!.bold).toBe(false);
  });

  it("closes what old pages leave open, and folds line breaks in paragraphs", () => {
    expect(shape(OLD)).toEqual([
      "h5 Kestrel & Sons, Inc. QUARTERLY RESULTS",
      "p Revenue rose 12% to $371.2 million",
      "p Net income fell to $66.0 million.",
      "bullet First",
      "bullet Second – with a dash",
      "table Segment|2007|2006 / Americas|151.4|140.1 / Europe|62.4 1|(51.8)",
      "h5 after",
      "p that plain",
    ]);
  });

  it("takes layout tables apart and keeps the data table inside", () => {
    expect(shape(LAYOUT)).toEqual([
      "p The company reported a strong quarter, as the tables that follow show in some detail.",
      "bullet Sales of the northern division grew",
      "bullet Orders were flat",
      "table Sales|$ 10|9 / Costs|4|3",
      "p (1) Unaudited.",
    ]);
  });

  it("shows what a browser shows in cells, hidden ones left out", () => {
    for (const source of [FILING, OLD]) {
      const cells = blocksOf(source).flatMap((block) => (block.kind === "raw-table" ? textsOf([block]) : []));
      expect(cells.map(({ text }) => bare(text)).sort()).toEqual(browserCells(source).sort());
    }
    const all = said(LAYOUT).map(bare).join("");
    for (const cell of browserCells(LAYOUT)) if (cell !== "•") expect(all).toContain(cell);
  });

  it("keeps the place of every character", () => {
    for (const source of [FILING, OLD, LAYOUT])
      for (const printed of textsOf(blocksOf(source))) expectPlaces(source, printed);
  });

  it("closes an empty element in XHTML, and leaves it open in HTML", () => {
    const body = "<body><b/><p>One two three.</p></body></html>";
    expect(shape(`<html xmlns="http://www.w3.org/1999/xhtml">${body}`)).toEqual(["p One two three."]);
    expect(shape(`<html>${body}`)).toEqual(["p One two three."]);
    const title = "<body><b/><p>One two three</p></body></html>";
    expect(shape(`<?xml version="1.0"?><html>${title}`)).toEqual(["p One two three"]);
    expect(shape(`<html>${title}`)).toEqual(["h5 One two three"]);
  });

  it("knows inline XBRL, leaves its header out, and sees through its tags", () => {
    const source = `<body><div style="display:none"><ix:header><ix:hidden><ix:nonNumeric>false</ix:nonNumeric></ix:hidden></ix:header></div>
<ix:nonNumeric name="x:Policy"><p>Sales were <ix:nonFraction>1,2</ix:nonFraction><b>04</b>.</p>
<table><ix:continuation><tr><td>Sales</td><td>5</td></tr></ix:continuation><tr><td>Costs</td><td>4</td></tr></table></ix:nonNumeric></body>`;
    expect(readHtml(source, { ignoreTags: false }, readLines)).toMatchObject({ ixbrl: true });
    expect(readHtml(source, { ignoreTags: true }, readLines)).toMatchObject({ ixbrl: false });
    expect(shape(source)).toEqual(["p Sales were 1,204.", "table Sales|5 / Costs|4"]);
  });

  it("refuses a page that shows nothing", () => {
    expect(readHtml("<p hidden>x</p><script>1</script>", { ignoreTags: false }, readLines)).toMatchObject({
      code: "no-text",
    });
  });
});

describe("habits of pages", () => {
  it("gives a bold first line above a paragraph a heading of its own", () => {
    expect(shape("<p><strong>Outlook</strong><br />\nRevenue is expected to be $2.0 billion.</p>")).toEqual([
      "h5 Outlook",
      "p Revenue is expected to be $2.0 billion.",
    ]);
  });

  it("keeps rows apart that stand in one cell, line below line", () => {
    const source =
      "<table><tr><td>Sales<br>Costs<br>Profit</td><td>$100<br>60<br>40</td><td>90<br>(55)<br>35</td></tr></table>";
    expect(grid(tableOf(source))).toEqual(["Sales|$100|90", "Costs|60|(55)", "Profit|40|35"]);
  });

  it("leaves out page numbers and running lines beside the ends of pages", () => {
    const page = (n: number): string =>
      `<p>Sales grew again.</p><p>Harbor Lane Corp. | Third Quarter | ${n}</p><div style="page-break-after:always"></div><p>- ${n} -</p>`;
    expect(shape(`${page(1)}${page(2)}${page(3)}`)).toEqual([
      "p Sales grew again.",
      "p Sales grew again.",
      "p Sales grew again.",
    ]);
  });

  it("hands aligned text to the reader of text, with entities and places", () => {
    const source =
      "<pre>\n                     2007      2006\nSales              $ 151.4   $ 140.1\nCosts &amp; fees        (62.4)    (51.8)\n</pre>";
    expect(grid(tableOf(source)).slice(1)).toEqual(["Sales|$ 151.4|$ 140.1", "Costs & fees|(62.4)|(51.8)"]);
    for (const printed of textsOf(blocksOf(source))) expectPlaces(source, printed);
  });

  it("moves cells over for those that span rows", () => {
    const source =
      "<table><tr><td rowspan=2>Region</td><td colspan=2>Sales</td></tr><tr><td>2024</td><td>2023</td></tr>" +
      "<tr><td>North</td><td>5</td><td>4</td></tr></table>";
    expect(grid(tableOf(source))).toEqual(["Region|Sales<2|", "|2024|2023", "North|5|4"]);
  });

  it("tells heads by the markup, row labels in th left out", () => {
    const source =
      "<table><thead><tr><th></th><th>2024</th></tr></thead><tr><th>Sales</th><td>5</td></tr><tr><th>Costs</th><td>4</td></tr></table>";
    expect(tableOf(source).rows.map((row) => row.cells.map((cell) => cell.head))).toEqual([
      [true],
      [false, false],
      [false, false],
    ]);
  });

  it("takes lines over most rows for a grid, and a thicker one for a rule", () => {
    const row = (border: string, label: string, n: number): string =>
      `<tr><td style="border-top:${border}">${label}</td><td style="border-top:${border}">${n}</td></tr>`;
    const thin = "0.25pt solid #666";
    const source = `<table>${row(thin, "A", 1)}${row(thin, "B", 2)}${row(thin, "C", 3)}${row("1pt solid black", "Total", 6)}</table>`;
    expect(tableOf(source).rows.map(({ ruleAbove }) => ruleAbove)).toEqual([false, false, false, true]);
  });
});

describe("hostile pages", () => {
  it("a page that ends inside a closing tag prints nothing twice", () => {
    expect(said("  <td>12.5</td\n")).toEqual(["12.5"]);
    expect(said("<p>12.5</p ")).toEqual(["12.5"]);
  });

  const many = (unit: string, count: number): string => unit.repeat(count);
  const pages: Readonly<Record<string, string>> = {
    "blocks in blocks": many("<div>x", 50_000),
    "tables in tables": many("<table><tr><td>1<td>", 30_000),
    "cells that claim the whole grid": `<table>${many("<tr><td colspan=1000 rowspan=1000>1", 20_000)}`,
    "end tags of what is far below": `<div><table><tr><td>${many("<span>", 900)}${many("</div>", 50_000)}x`,
    "emphasis opened and closed crosswise": many(
      `${many("<b>", 99)}${many("<div>x", 99)}${many("</b>", 99)}${many("</div>", 99)}`,
      50,
    ),
    "nothing but openings": many("<", 200_000),
    "nothing but references": many("&#1;&amp", 50_000),
    "a reference that never ends": `x&#${many("1", 500_000)}`,
    "raised digits": many("1<sup>2</sup>", 40_000),
    "a thousand spans in a style": `<p style="${many("padding:1pt;", 50_000)}">x`,
  };
  for (const [name, source] of Object.entries(pages))
    it(`reads ${name} in bounded time`, () => {
      // What is quadratic takes minutes, longer than a test has.
      for (const block of blocksOf(source)) if (block.kind === "raw-table") arrange(block);
    });
});

const UNPRINTED = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/g;
const bare = (text: string): string => text.replace(UNPRINTED, "");

type Node = DefaultTreeAdapterTypes.ChildNode;

/** The texts of the innermost cells that a browser's tree shows. */
function browserCells(source: string): string[] {
  const cells: string[] = [];
  const hidden = (node: Node): boolean =>
    tree.isElementNode(node) &&
    (node.tagName === "ix:header" ||
      node.attrs.some(({ name, value }) => name === "hidden" || (name === "style" && /display:\s*none/i.test(value))));
  const walk = (node: Node): { text: string; table: boolean } => {
    if (tree.isTextNode(node)) return { text: node.value, table: false };
    if (!tree.isElementNode(node) || hidden(node)) return { text: "", table: false };
    const inside = node.childNodes.map(walk);
    const text = inside.map((part) => part.text).join("");
    const table = inside.some((part) => part.table);
    if ((node.tagName === "td" || node.tagName === "th") && !table && bare(text) !== "") cells.push(bare(text));
    return { text, table: table || node.tagName === "table" };
  };
  for (const node of parse(source).childNodes) walk(node);
  return cells;
}

/** Every character that is not white space stands at its place, or an entity does. */
function expectPlaces(source: string, printed: Printed): void {
  for (let at = 0; at < printed.text.length; at++) {
    const shown = printed.text.charAt(at);
    if (shown.trim() === "") continue;
    const { start, end } = placeOf(printed, at, at + 1);
    const written = source.slice(start, end);
    if (!written.startsWith("&") || written === "&") expect(written).toBe(shown);
    else expect(tree.isTextNode(parse(written).childNodes[0]!) || written.length > 3).toBe(true);
  }
}
