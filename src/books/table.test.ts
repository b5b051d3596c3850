import { describe, expect, it } from "vitest";
import { added, changed, filesOf, holds, SMALL, told, without } from "../../test/small-books.ts";
import { readBooks } from "./read-books.ts";

describe("files", () => {
  holds([
    [
      "that every workspace has are missed",
      () => without("books/entities.csv", "books/accounts.csv"),
      ["workspace-file-missing books/accounts.csv", "workspace-file-missing books/entities.csv"],
      ["There is no books/entities.csv"],
    ],
    [
      "of rates are missed where there is more than one currency",
      () => without("books/rates.csv"),
      ["workspace-file-missing books/rates.csv"],
      ["EUR is the functional currency of an entity"],
    ],
    [
      "that nothing reads are told",
      () => ({ ...SMALL, "books/entites.csv": "", "company.yml": "", "README.md": "", "books/journals/2007.csv": "" }),
      ["workspace-file-unknown books/entites.csv", "workspace-file-unknown company.yml"],
      ["Nothing reads the file books/entites.csv."],
    ],
    [
      "in another encoding are told with the first byte that shows it",
      () =>
        added(
          "books/registers.csv",
          Uint8Array.from([
            ...new TextEncoder().encode("register,as of,member,value,note\na,2007-03-31,,1,D"),
            0xfc,
            0x73,
            10,
          ]),
        ),
      ["file-in-other-encoding books/registers.csv:2:18"],
      ['The byte FC (hexadecimal) at the offset 50 is not UTF-8, in Latin-1 and windows-1252 "ü".'],
    ],
    [
      "that are UTF-16 or workbooks of Excel are told so",
      () => ({
        ...SMALL,
        "books/plan.csv": Uint8Array.from([0xff, 0xfe, 65, 0]),
        "books/registers.csv": Uint8Array.from([0x50, 0x4b, 3, 4, 0]),
      }),
      ["file-in-other-encoding books/plan.csv", "file-in-other-encoding books/registers.csv"],
      ["The file is UTF-16", "as Excel workbooks are"],
    ],
    [
      "with NUL characters are told with the place of the first",
      () => changed("books/registers.csv", "About.", "Ab\u0000out\u0000."),
      ["file-not-text books/registers.csv:2:30"],
      ["The control character U+0000 stands here, the first of 2"],
    ],
    [
      "that are empty lack all columns",
      () => added("books/plan.csv", ""),
      ["column-missing books/plan.csv"],
      ["The file is empty."],
    ],
    [
      "larger than any such file are not read",
      () => added("books/plan.csv", new Uint8Array(33 * 1024 * 1024).fill(32)),
      ["file-too-large books/plan.csv"],
      ["The file has 34603008 bytes; at most 33554432 are read."],
    ],
  ]);
});

describe("the form of a table", () => {
  holds([
    [
      "a quotation mark that nothing closes",
      () => changed("books/registers.csv", "About.", '"About.'),
      ["quote-not-closed books/registers.csv:2:28"],
      ["up to line 3"],
    ],
    [
      "a quotation mark within a cell, and text behind one",
      () => changed("books/registers.csv", "About.\n", 'Ab"out".\nplants,2007-03-31,,"6"7,\n'),
      ["quote-misplaced books/registers.csv:2:30", "quote-misplaced books/registers.csv:3:23"],
      ['Behind the quotation mark that closes the cell stands "7"'],
    ],
    [
      "semicolons",
      () => added("books/plan.csv", "scenario;issued;period\n"),
      ["separator-not-comma books/plan.csv:1:1"],
      ["separated by semicolons"],
    ],
    [
      "a cell too much and one too few",
      () => changed("books/registers.csv", "6100,About.", "6,100,About.\nplants,2007-03-31,,6"),
      ["cell-count-differs books/registers.csv:2:29", "cell-count-differs books/registers.csv:3:20"],
      ["The row has 6 cells; the first line of the file names 5 columns."],
    ],
    [
      "a column that is missing, and one whose name is written otherwise",
      () => changed("books/registers.csv", "as of", "as-of"),
      ["column-missing books/registers.csv:1:1", "column-unknown books/registers.csv:1:10"],
      ['The column "as of" is missing', 'Nothing reads a column "as-of".'],
    ],
    [
      "a column that stands twice",
      () => changed("books/registers.csv", "note", "value"),
      ["column-missing books/registers.csv:1:1", "column-twice books/registers.csv:1:29"],
      ['A second column "value"'],
    ],
    [
      "a row that stands twice",
      () => changed("books/registers.csv", "About.\n", "About.\nemployees,2007-03-31,,6200,\n"),
      ["row-doubled books/registers.csv:3:1"],
      ["stands on line 2 already"],
    ],
  ]);
});

describe("cells", () => {
  holds([
    [
      "that must be filled",
      () => changed("books/entities.csv", "GmbH,EUR,", "GmbH,,"),
      ["cell-empty books/entities.csv:3:33"],
      ['"currency" is empty; a currency code of ISO 4217, such as USD, was expected.'],
    ],
    [
      "with codes that hold blanks",
      () => changed("books/adjustments.csv", "tax-2003,", "tax 2003,"),
      ["code-not-plain books/adjustments.csv:3:1"],
      ['"tag" holds "tax 2003"; a code of letters'],
    ],
    [
      "with numbers that have commas",
      () => changed("books/plan.csv", "1500.00", '"1,500.00"'),
      ["number-not-plain books/plan.csv:2:38"],
      ['"low" holds "1,500.00"; a plain number, such as -1234.50, was expected.'],
    ],
    [
      "with days that there are not",
      () => changed("books/registers.csv", "2007-03-31", "2007-02-30"),
      ["day-not-plain books/registers.csv:2:11"],
      ['"as of" holds "2007-02-30", which has a month of 28 days; a day of the calendar'],
    ],
    [
      "with days in the manner of one country",
      () => changed("books/registers.csv", "2007-03-31", "3/31/2007"),
      ["day-not-plain books/registers.csv:2:11"],
      ['"as of" holds "3/31/2007"; a day of the calendar, such as 2007-09-29, was expected.'],
    ],
    [
      "with periods that there are not",
      () => changed("books/plan.csv", "2007-FY", "2007-12M"),
      ["period-not-plain books/plan.csv:2:21"],
      ['"period" holds "2007-12M"'],
    ],
    [
      "with a word that is none of a few",
      () => changed("books/accounts.csv", "cost-of-sales", "cost-of-goods"),
      ["choice-unknown books/accounts.csv:7:20"],
      ['"line" holds "cost-of-goods"'],
    ],
    [
      "with a percentage above 100, a rate below zero",
      () => ({
        ...changed("books/ownership.csv", "EXI-DE,100,", "EXI-DE,101,"),
        ...{ "books/rates.csv": SMALL["books/rates.csv"]!.replace("0.0084", "-0.0084") },
      }),
      ["number-out-of-range books/ownership.csv:4:15", "number-out-of-range books/rates.csv:12:22"],
      [
        '"percent" holds "101"; a percentage from 0 to 100 was expected.',
        '"rate" holds "-0.0084"; a number above zero was expected.',
      ],
    ],
    [
      "with names that nothing declares, once for each name",
      () =>
        changed(
          "books/opening.csv",
          "EXI-US,1000,USD,1000.00,1000.00,\nEXI-US,3000",
          "EXI-UK,1000,USD,1000.00,1000.00,\nEXI-UK,3000",
        ),
      ["name-not-declared books/opening.csv:2:1"],
      ['"entity" holds "EXI-UK", and books/entities.csv has no such entity. So it is on 2 rows.'],
    ],
    [
      "with accounts and months that nothing declares",
      () => ({
        ...changed("books/opening.csv", "EXI-DE,3000,", "EXI-DE,3001,"),
        ...{ "books/unrealised.csv": SMALL["books/unrealised.csv"]!.replace("2007-P02", "2007-P04") },
      }),
      ["name-not-declared books/opening.csv:6:8", "name-not-declared books/unrealised.csv:2:1"],
      ["books/accounts.csv has no such account", "company.yaml has no such month"],
    ],
  ]);

  it("say what to do about each manner of writing a number", () => {
    const remedyOf = (written: string): string =>
      readBooks(filesOf(changed("books/plan.csv", "1500.00", `"${written}"`))).findings[0]!.remedy;
    expect(remedyOf("1,500.00")).toBe("Take out the comma: thousands are not separated.");
    expect(remedyOf("1.500,00")).toBe("Take out the points, and write a point for the comma.");
    expect(remedyOf("1500,00")).toBe("Write a point for the comma.");
    expect(remedyOf("1.5E+03")).toContain("exponent");
    expect(remedyOf("(1500)")).toContain("minus sign");
    expect(remedyOf("15%")).toContain("percent sign");
    expect(remedyOf("$1500")).toContain("currency");
    expect(remedyOf(" 1500")).toContain("blanks");
    expect(remedyOf("−1500")).toContain("hyphen");
    expect(remedyOf("1500-")).toContain("in front");
    expect(remedyOf(".5")).toContain("zero");
    expect(remedyOf("1 500")).toContain("separators");
    expect(remedyOf("about")).toContain("digits");
  });

  it("of one kind beyond twenty are counted, not listed", () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `a${i},2007-03-31,,x,\n`).join("");
    const messages = told(added("books/registers.csv", `register,as of,member,value,note\n${rows}`));
    expect(messages).toHaveLength(21);
    expect(messages.at(-1)).toBe("980 more findings of this kind in books/registers.csv are not listed.");
  });
});
