import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (text: string): readonly string[] => messagesOf(`${HEAD}${text}`, "part-referred-to-missing");

describe("a part that the release refers to", () => {
  it("is a note of the statements", () => {
    const rows = (label: string): string => STATEMENT.replace("| Income tax |", `| ${label} |`);
    expect(found(rows("Income tax (see Note 8)"))).toEqual([
      '"Income tax (see Note 8)" refers to a note, and the release has none.',
    ]);
    expect(found(`${rows("Income tax (see Note 8)")}## Notes to the financial statements\n\nNote 8. Taxes.\n`)).toEqual(
      [],
    );
    expect(found(rows("Income tax (see Note 8 of our Form 10-K)"))).toEqual([]);
    const both = rows("Income tax (see Note 8)").replace("Operating expenses |", "Operating expenses (Note 4) |");
    expect(found(both)).toEqual([
      '"Operating expenses (Note 4)" refers to a note, and the release has none. It stands so in line 12 as well.',
    ]);
    // A line without an amount has its place as well.
    expect(found(both.replace("| Income tax (see Note 8) | 2.0 | 2.0 |", "| Commitments (Note 9) | | |"))).toEqual([
      expect.stringContaining("line 12"),
    ]);
  });

  it("is a section of another document, which the release says it is", () => {
    const said = "Refer to the cost section of this MD&A for more.\n\n";
    expect(found(said)).toEqual(['The release refers to "section of this MD&A", and is no such document.']);
    expect(found(`## MD&A\n\n${said}`)).toEqual([]);
    expect(found("Refer to the cost section of our MD&A for more.\n")).toEqual([]);
  });

  it("is an appendix by its number, where no title has all of them in one", () => {
    const said = "Net income fell (see appendix 3).\n\n";
    expect(found(said)).toEqual(['The release refers to "appendix 3", and no part of it is called so.']);
    expect(found(`${said}APPENDIX\n\nFor the appendix, open the file below.\n`)).toEqual([]);
    expect(found(`${said}## Appendices\n\nTables.\n`)).toEqual([]);
    expect(found(`${said}## Appendix 2\n\nTables.\n`)).toHaveLength(1);
    expect(found(`${said}## Schedule\n\nTables.\n`)).toHaveLength(1);
  });

  it("is a section by its title", () => {
    const said = "Gold excludes credits (see “Precious Metal Arrangement”).\n\n";
    expect(found(said)).toEqual(['The release refers to "Precious Metal Arrangement", and has no part of that title.']);
    expect(found(`${said}## Precious Metal Arrangement\n\nWe sell gold.\n`)).toEqual([]);
    expect(found("Risks are many (see “Unusual Risks” in our annual report).\n")).toEqual([]);
  });

  it("is what was said above", () => {
    expect(found("Nobody can say whether the offering discussed above will be completed.\n")).toHaveLength(1);
    expect(found("We begin an offering of shares.\n\nThe offering discussed above may not be completed.\n")).toEqual(
      [],
    );
  });

  it("is a section by its title, supplemental or not, that is said to stand below", () => {
    const said = 'See "Supplemental Segment Information" below.\n\n';
    expect(found(said)).toHaveLength(1);
    expect(found(`${said}## Supplemental Segment Information\n\nNone.\n`)).toEqual([]);
    expect(found(said.replace("below", "in our Form 10-K"))).toEqual([]);
    expect(found(`${said}## Supplemental Information by Segment\n\nNone.\n`)).toEqual([]);
    expect(found(`${said}## Supplemental Balance Sheet\n\nNone.\n`)).toHaveLength(1);
  });

  it("is a table by its number, where the release numbers its tables", () => {
    const said = "A breakdown by product is given in Table 7.\n\n";
    const tables = STATEMENT.replace("## ", "## Table 1: ") + EBITDA.replace("## ", "## Table 2: ");
    expect(found(`${said}${tables}`)).toEqual(['The release refers to "Table 7", and its tables are numbered to 2.']);
    expect(found(`${said.replace("7", "2")}${tables}`)).toEqual([]);
    expect(found(`${said.replace("7", "7 of our annual report")}${tables}`)).toEqual([]);
    expect(found(`${said}${STATEMENT}${EBITDA}`)).toEqual([]);
  });

  it("is a footnote by its letter", () => {
    const said = "Adjusted EBITDA (see footnote (c)) is no measure under GAAP.\n\n";
    expect(found(said)).toEqual(['"see footnote (c)" is printed, and no note of the release has that mark.']);
    expect(found(`${said}(c) It leaves out depreciation.\n`)).toEqual([]);
    expect(found(`${said}c. It leaves out depreciation.\n`)).toEqual([]);
  });

  it("is a statement that is said to be attached", () => {
    const said = "The condensed consolidated balance sheet is attached to this release.\n\n";
    expect(found(`${said}${STATEMENT}`)).toEqual(['The release says where its "balance sheet" stands, and has none.']);
    const sheet = table("Condensed Consolidated Balance Sheets", "Cash | 20.1 | 19.0", "Total assets | 50.0 | 49.0");
    expect(found(`${said}${STATEMENT}${sheet}`)).toEqual([]);
    expect(found(said)).toEqual([]);
    expect(found(`${said.replace("this release", "our Form 10-Q")}${STATEMENT}`)).toEqual([]);
  });

  it("is a note below a table, by a letter as well", () => {
    const marked = table(
      "Revenue by line",
      "Tools (a) | 20.1 | 19.0",
      "Parts (b) | 10.0 | 9.0",
      "Service (c) | 10.1 | 10.1",
    );
    const notes = "(a) Sold by dealers.\n\n(b) Sold by ourselves.\n\n";
    expect(found(`${marked}${notes}`)).toEqual([
      '"Service (c)" refers to note (c), and the notes below the table end with (b).',
    ]);
    expect(found(`${marked}${notes}(c) Sold by both.\n`)).toEqual([]);
  });

  it("is a note below a table", () => {
    const marked = table(
      "Revenue by line",
      "Tools (1) | 20.1 | 19.0",
      "Parts (2) | 10.0 | 9.0",
      "Service (3) | 10.1 | 10.1",
    );
    const notes = "(1) Sold by dealers.\n\n(2) Sold by ourselves.\n\n";
    expect(found(`${marked}${notes}`)).toEqual([
      '"Service (3)" refers to note (3), and the notes below the table end with (2).',
    ]);
    expect(found(`${marked}(1) Sold by dealers.\n\n(2) Sold by ourselves. (3) Sold by both.\n`)).toEqual([]);
    expect(found(marked)).toEqual([]);
  });
});

it("has its notes in the report that the release says has them", () => {
  const rows = STATEMENT.replace("| Income tax |", "| Income tax (see Note 8) |");
  expect(
    found(`${rows}The footnotes in the Form 10-Q filed for this period are integral to these statements.\n`),
  ).toEqual([]);
  expect(found(`${rows}See our annual report for the notes to these statements.\n`)).toEqual([]);
  expect(found(`${rows}Our Form 10-Q is on our website. See it for the senior notes and loans.\n`)).toHaveLength(1);
});
