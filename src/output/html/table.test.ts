import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { type Figures, factOf, figures, millions, PLACE, plain } from "../../../test/small-facts.ts";
import type { ReleaseTable, TableCell } from "../../release/release.ts";
import { newSheet } from "./_sheet.ts";
import { putTable } from "./_table.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

const money = (desk: Figures, text: string, sign = ""): TableCell => ({
  kind: "figure",
  figure: desk.bind(factOf({ measure: "revenue", period: "2007-Q3" }, millions(text)), {
    unit: "bare",
    negative: "brackets",
  }),
  sign,
});
const rate = (desk: Figures, text: string): TableCell => ({
  kind: "figure",
  figure: desk.bind(factOf({ measure: "growth", period: "2007-Q3", unit: "ratio" }, plain(text)), {
    unit: "bare",
    negative: "brackets",
  }),
  sign: "%",
});
const cents = (desk: Figures, text: string): TableCell => ({
  kind: "figure",
  figure: desk.bind(factOf({ measure: "eps", period: "2007-Q3", unit: "per-share" }, plain(text)), { unit: "bare" }),
  sign: "$",
});

const tableOf = (parts: Pick<ReleaseTable, "head" | "columns" | "rows"> & Partial<ReleaseTable>): ReleaseTable => ({
  kind: "table",
  name: "t",
  title: "Revenue by Region",
  unitText: "($ in millions)",
  footnotes: [],
  place: PLACE,
  ...parts,
});

function written(table: ReleaseTable): string {
  const sheet = newSheet();
  putTable(sheet, table, "table-1");
  return sheet.parts.join("");
}

/** The rows of all tables with the tags, the text and the pad of their cells. */
function rowsOf(html: string): readonly string[] {
  const rows: string[] = [];
  const textOf = (node: Node): string =>
    node.nodeName === "#text" && "value" in node
      ? node.value
      : "childNodes" in node
        ? node.childNodes.map(textOf).join("")
        : "";
  const visit = (node: Node): void => {
    if (!("childNodes" in node)) return;
    if (node.nodeName === "tr")
      rows.push(
        node.childNodes
          .filter((cell) => "attrs" in cell)
          .map((cell) => {
            const attribute = (name: string): string =>
              "attrs" in cell ? (cell.attrs.find((a) => a.name === name)?.value ?? "") : "";
            const scope = attribute("scope");
            return `${cell.nodeName}${scope === "" ? "" : `.${scope}`} ${textOf(cell)}${attribute("data-pad") === "" ? "" : `~${attribute("data-pad")}`}`.trim();
          })
          .join(" | "),
      );
    for (const child of node.childNodes) visit(child);
  };
  for (const node of parseFragment(html).childNodes) visit(node);
  return rows;
}

describe("a table", () => {
  it("names its heads and rows, and its title and unit stand in the caption", () => {
    const desk = figures();
    const html = written(
      tableOf({
        head: [
          [{ text: "Three Months Ended", span: 2 }],
          [
            { text: "September 29, 2007", span: 1 },
            { text: "% Growth", span: 1 },
          ],
        ],
        columns: [
          { kind: "amount", period: "2007-Q3" },
          { kind: "growth", period: "2007-Q3" },
        ],
        rows: [
          { label: "Americas", level: 0, kind: "line", cells: [money(desk, "151.4", "$"), rate(desk, "-0.051")] },
          { label: "Total", level: 0, kind: "total", cells: [money(desk, "1371.2", "$"), rate(desk, "0.12")] },
        ],
      }),
    );
    expect(html).toContain(
      '<caption id="table-1"><span><strong class="title">Revenue by Region</strong> <span class="unit">($ in millions)</span></span></caption>',
    );
    expect(html).toContain('<span class="head" data-pad=")%"><span>%\u00a0Growth</span></span>');
    expect(rowsOf(html)).toEqual([
      "td | th.colgroup Three Months Ended",
      "th.col September\u00a029, 2007 | th.col %\u00a0Growth",
      "th.row Americas | td $151.4 | td (5)%",
      "th.row Total | td $1,371.2 | td 12%~)",
    ]);
  });

  it("sets decimal points below each other by what a cell lacks of the longest", () => {
    const desk = figures();
    const rows = [money(desk, "36.3", "$"), cents(desk, "0.66"), money(desk, "-5.1"), money(desk, "0")];
    const html = written(
      tableOf({
        head: [],
        columns: [{ kind: "amount", period: "2007-Q3" }],
        rows: rows.map((cell, i) => ({ label: `Row ${i}`, level: 0, kind: "line", cells: [cell] })),
      }),
    );
    // The longest has two decimals and a bracket behind them.
    expect(rowsOf(html)).toEqual([
      "th.row Row 0 | td $36.3~0)",
      "th.row Row 1 | td $0.66~)",
      "th.row Row 2 | td (5.1)~0",
      "th.row Row 3 | td \u2014~)",
    ]);
  });

  it("starts a body of its own at each section, whose head spans all columns", () => {
    const desk = figures();
    const html = written(
      tableOf({
        head: [[{ text: "2007", span: 1 }]],
        columns: [{ kind: "amount", period: "2007-Q3" }],
        rows: [
          { label: "Revenue", level: 0, kind: "line", cells: [money(desk, "371.2")] },
          { label: "Earnings per share", level: 0, kind: "section", cells: [{ kind: "empty" }] },
          { label: "Basic", level: 1, kind: "line", cells: [cents(desk, "0.67")] },
        ],
      }),
    );
    expect(html.match(/<tbody>/g)).toHaveLength(2);
    expect(html).toContain('<th scope="rowgroup" colspan="2"><span>Earnings per share</span></th>');
    expect(html).toContain('<th scope="row" style="padding-left:1.25em">Basic</th>');
  });

  it("draws a rule above what is a sum, and none above a rate", () => {
    const desk = figures();
    const html = written(
      tableOf({
        head: [],
        columns: [
          { kind: "amount", period: "2007-Q3" },
          { kind: "growth", period: "2007-Q3" },
        ],
        rows: [{ label: "Total", level: 0, kind: "total", cells: [money(desk, "371.2"), rate(desk, "0.12")] }],
      }),
    );
    expect(html.match(/border-top:1px solid/g)).toHaveLength(1);
  });

  it("tells what its marks mean, and fills up a row that has too few cells", () => {
    const desk = figures();
    const none = desk.bind(factOf({ measure: "growth", period: "2007-Q3", unit: "ratio" }, "not-meaningful"), {
      unit: "bare",
    });
    const html = written(
      tableOf({
        head: [],
        columns: [
          { kind: "growth", period: "2007-Q3" },
          { kind: "growth", period: "2007-Q3" },
        ],
        rows: [{ label: "A & B", level: 0, kind: "line", cells: [{ kind: "figure", figure: none, sign: "%" }] }],
        footnotes: ["<Unaudited>"],
      }),
    );
    expect(rowsOf(html)).toEqual(["th.row A & B | td NM | td"]);
    expect(html).toContain("<p>&lt;Unaudited&gt;</p>\n<p>NM not meaningful</p>");
  });
});
