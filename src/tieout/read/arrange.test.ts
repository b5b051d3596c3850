import { describe, expect, it } from "vitest";
import { verbatim } from "../../text/printed.ts";
import type { Table } from "../document.ts";
import { arrange } from "./arrange.ts";
import type { RawCell, RawTable } from "./raw.ts";

/** A table drawn in text: cells stand between two and more spaces; a line of dashes is a cell like any other. */
function drawn(picture: string): RawTable {
  const lines = picture.split("\n").filter((line) => line.trim() !== "");
  return {
    kind: "raw-table",
    rows: lines.map((line) => ({
      ruleAbove: false,
      cells: [...line.matchAll(/\S+(?: \S+)*/g)].map((m): RawCell => {
        const [from, to] = [m.index, m.index + m[0].length];
        return { from, to, text: verbatim(line, from, to), head: false, bold: false, indent: 0 };
      }),
    })),
  };
}

/** A table by grid columns, as HTML has it: "text" takes one column, "text<3" three, "" leaves one empty. */
const gridded = (...rows: string[][]): RawTable => ({
  kind: "raw-table",
  rows: rows.map((texts) => {
    let column = 0;
    const cells: RawCell[] = [];
    for (const written of texts) {
      const [text = "", span = "1"] = written.split("<");
      const width = Number.parseInt(span, 10);
      if (text !== "")
        cells.push({
          from: column,
          to: column + width,
          text: verbatim(text, 0, text.length),
          head: false,
          bold: false,
          indent: 0,
        });
      column += width;
    }
    return { cells, ruleAbove: false };
  }),
});

function lines(raw: RawTable): string[] {
  const table = arrange(raw) as Table;
  return table.rows.map((row) => {
    const columns = Array.from({ length: table.columns }, () => "");
    for (const cell of row.cells) columns[cell.column - 1] = cell.text.text + (cell.span > 1 ? `<${cell.span}` : "");
    return `${row.ruleAbove ? "_" : ""}${columns.join("|")}`;
  });
}

describe("signs, brackets and marks", () => {
  it("join their numbers over spacer columns", () => {
    expect(
      lines(
        gridded(
          ["Sales", "$", "10.0", "", "", "12.5", "", "%"],
          ["Costs", "$(", "4.0", ")", "", "(3.1", ")", "%"],
          ["Tax", "US$", "—", "", "", "50", "bps", ""],
        ),
      ),
    ).toEqual(["Sales|$10.0|12.5%", "Costs|$(4.0)|(3.1)%", "Tax|US$—|50 bps"]);
  });

  it("stay where they head a column of their own", () => {
    expect(
      lines(
        gridded(["", "2024", "2023", "$", "%"], ["Sales", "12", "10", "2", "20.0"], ["Costs", "6", "5", "1", "20.0"]),
      ),
    ).toEqual(["|2024|2023|$|%", "Sales|12|10|2|20.0", "Costs|6|5|1|20.0"]);
  });

  it("join a note to its number, and leave a small loss in its own column alone", () => {
    expect(lines(gridded(["Sales", "12", "(1)", "10"], ["Costs", "6", "", "5"]))).toEqual([
      "Sales|12 (1)|10",
      "Costs|6|5",
    ]);
    expect(lines(gridded(["", "2024", "Change"], ["Sales", "12", "(1)"], ["Costs", "6", "(2)"]))).toEqual([
      "|2024|Change",
      "Sales|12|(1)",
      "Costs|6|(2)",
    ]);
  });
});

describe("columns", () => {
  it("are those that numbers prove, whatever the heads do", () => {
    expect(
      lines(
        drawn(`
                         Three Months Ended
                            September 30,
                          2007        2006
                         -------     -------
Americas                 $ 151.4     $ 140.1
Europe, the Middle East     62.4        51.8
                         -------     -------
Total                    $ 213.8     $ 191.9
`),
      ),
    ).toEqual([
      "|Three Months Ended<2|",
      "|September 30,<2|",
      "|2007|2006",
      "_Americas|$ 151.4|$ 140.1",
      "Europe, the Middle East|62.4|51.8",
      "_Total|$ 213.8|$ 191.9",
    ]);
  });

  it("are not merged by a row that spans two of them", () => {
    expect(
      lines(
        gridded(
          ["", "2024<3", "2023<3"],
          ["Sales", "", "5", "", "", "4", ""],
          ["Both", "9<6"],
          ["Costs", "", "3", "", "", "2", ""],
        ),
      ),
    ).toEqual(["|2024|2023", "Sales|5|4", "Both||9", "Costs|3|2"]);
  });

  it("keep the span of group heads", () => {
    expect(
      lines(
        gridded(
          ["", "Three Months<3", "", "Nine Months<3"],
          ["", "2024", "", "2023", "", "2024", "", "2023"],
          ["Sales", "5", "", "4", "", "15", "", "12"],
        ),
      ),
    ).toEqual(["|Three Months<2||Nine Months<2|", "|2024|2023|2024|2023", "Sales|5|4|15|12"]);
  });

  it("hold words among the figures, and labels that are indented by columns", () => {
    expect(
      lines(gridded(["Sales<2", "5", "Up 12%"], ["", "North", "3", "Up 4%"], ["", "South", "2", "Down 1%"])),
    ).toEqual(["Sales|5|Up 12%", "North|3|Up 4%", "South|2|Down 1%"]);
    const table = arrange(gridded(["Sales<2", "5"], ["", "North", "3"]))!;
    expect(table.rows[1]!.cells[0]!.indent).toBeGreaterThan(table.rows[0]!.cells[0]!.indent);
  });

  it("come apart where numbers ran together", () => {
    expect(lines(gridded(["", "2024", "2023"], ["Sales", "5", "4"], ["Costs", "3 2<2"], ["Profit", "2", "2"]))).toEqual(
      ["|2024|2023", "Sales|5|4", "Costs|3|2", "Profit|2|2"],
    );
    expect(lines(gridded(["Sales", "5 4"], ["Costs", "3 (2)"], ["Fees", "1 0.5"], ["Profit", "1 1.5"]))).toEqual([
      "Sales|5|4",
      "Costs|3|(2)",
      "Fees|1|0.5",
      "Profit|1|1.5",
    ]);
  });

  it("take their heads in order where a converter has packed these to the left", () => {
    const values = ["Sales", "$", "5.1", "", "", "$", "4.2", ""];
    const losses = ["Loss", "$", "(0.3", ")", "", "$", "(0.1", ")"];
    expect(lines(gridded(["", "March 31, 2024", "", "March 31, 2023"], values, losses))).toEqual([
      "|March 31, 2024|March 31, 2023",
      "Sales|$5.1|$4.2",
      "Loss|$(0.3)|$(0.1)",
    ]);
    expect(lines(gridded(["Q1 2024", "Q1 2023"], values, losses))[0]).toBe("|Q1 2024|Q1 2023");
    // A label over the labels stays there.
    expect(lines(gridded(["Thousands", "2024", "", "", "", "", "2023"], values, losses))[0]).toBe(
      "Thousands|2024|2023",
    );
  });

  it("share out packed heads over groups of one width, where the row below has a head for each column", () => {
    const values = ["Sales", "$", "5", "", "$", "4", "", "$", "15", "", "$", "12"];
    const costs = ["Costs", "", "(3", ")", "", "(2", ")", "", "(9", ")", "", "(7", ")"];
    const years = ["", "", "2024", "", "", "2023", "", "", "2024", "", "", "2023"];
    const heads = ["", "Three Months", "Nine Months"];
    expect(lines(gridded(heads, years, values, costs)).slice(0, 2)).toEqual([
      "|Three Months<2||Nine Months<2|",
      "|2024|2023|2024|2023",
    ]);
    expect(lines(gridded(heads, values, costs))[0]).toBe("|Three Months|Nine Months||");
  });

  it("share out periods without a year wherever they stand, where years or days come again below", () => {
    const rows = [
      ["Sales", "5", "4", "15", "12", "11"],
      ["Costs", "3", "2", "9", "7", "6"],
    ];
    const four = rows.map((row) => row.slice(0, 5));
    const years = ["", "2023", "2024", "2023", "2024"];
    expect(lines(gridded(["", "Quarter ended May 31,", "", "", "Year to date"], years, ...four))[0]).toBe(
      "|Quarter ended May 31,<2||Year to date<2|",
    );
    const days = ["", "May 31 2024", "Feb. 29 2024", "May 31 2023", "May 31 2024", "May 31 2023"];
    expect(lines(gridded(["", "For the quarter ended", "", "For the year ended"], days, ...rows))[0]).toBe(
      "|For the quarter ended<3|||For the year ended<2|",
    );
    // Where each already stands over its own, it keeps what it covers besides.
    const wide = rows.map(([label, ...values]) => [label!, "1", ...values.slice(0, 2), "2", ...values.slice(2, 4)]);
    const over = { ...gridded(["", "", "2023", "2024", "", "2023", "2024"], ...wide) };
    const spans = [
      { from: 1, to: 4, text: "Quarter ended" },
      { from: 4, to: 7, text: "Year to date" },
    ].map(({ from, to, text }) => ({ ...gridded([text]).rows[0]!.cells[0]!, from, to }));
    expect(lines({ ...over, rows: [{ cells: spans, ruleAbove: false }, ...over.rows] })[0]).toBe(
      "|Quarter ended<3|||Year to date<3||",
    );
    // One year below each is no group.
    const two = rows.map((row) => row.slice(0, 3));
    expect(lines(gridded(["", "Quarter ended", "Year ended"], ["", "2024", "2024"], ...two))[0]).toBe(
      "|Quarter ended|Year ended",
    );
  });

  it("take heads back that have slid over the labels, where the first two name times", () => {
    const rows = [
      ["Sales", "5", "4", "25 %"],
      ["Costs", "3", "2", "50 %"],
    ];
    expect(lines(gridded(["May 31, 2024", "May 31, 2023", "Change"], ...rows))[0]).toBe(
      "|May 31, 2024|May 31, 2023|Change",
    );
    expect(lines(gridded(["Item", "2024", "2023"], ...rows))[0]).toBe("Item|2024|2023|");
    const two = rows.map((row) => row.slice(0, 3));
    expect(lines(gridded(["2023", "2024", "(unaudited)"], ...two))[0]).toBe("|2023|2024 (unaudited)");
  });

  it("are found for words alone", () => {
    expect(lines(gridded(["Date", "", "Event"], ["May", "", "Meeting"]))).toEqual(["Date|Event", "May|Meeting"]);
  });
});

describe("a table", () => {
  it("loses empty rows and keeps their rules", () => {
    const raw = gridded(["Sales", "5"], [""], ["Total", "5"]);
    const ruled = { ...raw, rows: raw.rows.map((row, i) => ({ ...row, ruleAbove: i === 1 })) };
    expect(lines(ruled)).toEqual(["Sales|5", "_Total|5"]);
  });

  it("is nothing without text", () => {
    expect(arrange(gridded([""]))).toBeUndefined();
  });

  it("of a hundred thousand cells takes its time in proportion", () => {
    const row = ["Label", ...Array.from({ length: 19 }, (_, i) => `${i}.5`)];
    expect(arrange(gridded(...Array.from({ length: 5000 }, () => row)))?.columns).toBe(20);
    // A fraction of a second on an idle machine; what is quadratic takes minutes, longer than a test has.
  });
});
