import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changed, filesOf, placed, SMALL, type Texts, told } from "../../test/small-books.ts";
import { FINDING_CODES } from "../finding-code.ts";
import { readBooks } from "./read-books.ts";

const without = (...paths: readonly string[]): Texts =>
  Object.fromEntries(Object.entries(SMALL).filter(([path]) => !paths.includes(path)));
const added = (path: string, text: string | Uint8Array): Texts => ({ ...SMALL, [path]: text });

/** What is done to the small workspace, and the findings that follow: where, and a part of what is said. */
type Case = readonly [fact: string, texts: () => Texts, places: readonly string[], says: readonly (string | RegExp)[]];

const holds = (cases: readonly Case[]): void => {
  it.each(cases)("%s", (_, texts, places, says) => {
    const made = texts();
    expect(placed(made)).toEqual(places);
    const messages = told(made).join("\n");
    for (const part of says) {
      if (typeof part === "string") expect(messages).toContain(part);
      else expect(messages).toMatch(part);
    }
  });
};

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

describe("company.yaml", () => {
  holds([
    [
      "a setting that is missing",
      () => changed("company.yaml", "presentation: USD\n", ""),
      ["setting-missing company.yaml:1:1"],
      ['The field "presentation" of the company is missing.'],
    ],
    [
      "one that nothing reads",
      () => changed("company.yaml", "growth-cap", "growth-kap"),
      ["setting-unknown company.yaml:8:1"],
      ['Nothing reads a field "growth-kap" of the company.'],
    ],
    [
      "one that stands twice",
      () => changed("company.yaml", "parent: EXI-US\n", "parent: EXI-US\nparent: EXI-DE\n"),
      ["setting-twice company.yaml:4:1"],
      ['A second field "parent"'],
    ],
    [
      "a list where text belongs, and text where a list belongs",
      () => changed("company.yaml", "rounding: halfExpand", "rounding: [halfExpand]"),
      ["setting-of-another-kind company.yaml:4:11"],
      ['"rounding" of the company holds a list, where text was expected.'],
    ],
    [
      "a word that is none of a few",
      () => changed("company.yaml", "rounding: halfExpand", "rounding: half-up"),
      ["choice-unknown company.yaml:4:11"],
      ['"rounding" holds "half-up"; one of halfExpand, halfEven, trunc was expected.'],
    ],
    [
      "what is no YAML, and what is too much of it",
      () => ({ ...changed("company.yaml", "USD", "*currency"), "measures.yaml": "measures: [" }),
      ["settings-not-yaml company.yaml:2:15", "settings-not-yaml measures.yaml:1:12"],
      ['"*currency" is an alias of YAML'],
    ],
    [
      "months with a gap between them",
      () => changed("company.yaml", "start: 2007-01-28", "start: 2007-01-29"),
      ["months-do-not-follow company.yaml:13:31"],
      ["2007-P02 starts on 2007-01-29; 2007-P01 ends on 2007-01-27, so 2007-01-28 was expected."],
    ],
    [
      "months that overlap",
      () => changed("company.yaml", "start: 2007-02-25", "start: 2007-02-24"),
      ["months-do-not-follow company.yaml:14:31"],
      ["so 2007-02-25 was expected"],
    ],
    [
      "months in another order",
      () => changed("company.yaml", "month: 2007-P03", "month: 2007-P04"),
      ["months-do-not-follow company.yaml:14:14"],
      ["2007-P04 stands behind 2007-P02, where 2007-P03 was expected."],
    ],
    [
      "months of a quarter that cannot follow",
      () => changed("company.yaml", "end: 2007-03-31, quarter: 2007-Q1", "end: 2007-03-31, quarter: 2007-Q3"),
      ["months-do-not-follow company.yaml:14:69"],
      ["2007-P03 belongs to 2007-Q3, and 2007-P02 before it to 2007-Q1."],
    ],
    [
      "a month that ends before it starts",
      () => changed("company.yaml", "end: 2007-03-31", "end: 2007-02-01"),
      ["days-turned-round company.yaml:14:48"],
      ["2007-P03 ends on 2007-02-01, before it starts on 2007-02-25."],
    ],
    [
      "a parent that is no entity",
      () => changed("company.yaml", "parent: EXI-US", "parent: EXI"),
      ["name-not-declared books/entities.csv"],
      ['The company\'s parent is "EXI" (company.yaml), and the file has no such entity.'],
    ],
  ]);
});

describe("what files say of each other", () => {
  holds([
    [
      "opening balances that do not add to zero",
      () => changed("books/opening.csv", "130.00,100.00", "130.00,100.50"),
      ["opening-does-not-balance books/opening.csv"],
      ["The opening balances of EXI-DE add to 0.5 EUR, not to zero (3 rows of books/opening.csv"],
    ],
    [
      "an opening balance of revenue",
      () => changed("books/opening.csv", "EXI-US,1000", "EXI-US,4000"),
      ["opening-of-result books/opening.csv:2:8"],
      ['The account 4000 stands in "Revenue"'],
    ],
    [
      "an opening balance with two amounts in one currency",
      () => changed("books/opening.csv", "EUR,300.00", "EUR,299.00"),
      ["opening-differs-from-itself books/opening.csv:4:24"],
      ['"amount" is 299 and "functional" 300, both in EUR'],
    ],
    [
      "equity in another currency without its historical amount",
      () => changed("books/opening.csv", "-400.00,-500.00", "-400.00,"),
      ["historical-amount-missing books/opening.csv:6:33"],
      ["its amount in USD is missing"],
    ],
    [
      "a gap between two rows of ownership",
      () => changed("books/ownership.csv", "2007-02-01,", "2007-02-03,"),
      ["ownership-gap books/ownership.csv:3:1"],
      ["The rows of EXI-DE leave out the days from 2007-02-01 to 2007-02-02."],
    ],
    [
      "ownership that starts after the entity came into the group",
      () => changed("books/ownership.csv", "100,2007-02-10,", "100,2007-02-12,"),
      ["ownership-gap books/ownership.csv:4:1"],
      ["The first row of EXI-JP starts on 2007-02-12, and it is part of the group from 2007-02-10"],
    ],
    [
      "ownership that ends before the entity left the group",
      () => changed("books/ownership.csv", "75.5,2007-02-01,", "75.5,2007-02-01,2007-03-30"),
      ["ownership-gap books/ownership.csv:3:1"],
      ["The last row of EXI-DE ends on 2007-03-30, and it is part of the group up to 2007-03-31."],
    ],
    [
      "more than the whole",
      () =>
        changed(
          "books/ownership.csv",
          "EXI-JP,EXI-DE,100,2007-02-10,",
          "EXI-JP,EXI-DE,80,2007-02-10,\nEXI-JP,EXI-US,30,2007-02-10,",
        ),
      ["ownership-above-whole books/ownership.csv:5:1"],
      ["On 2007-02-10 80 % (EXI-DE) and 30 % (EXI-US) of EXI-JP are owned, 110 % together"],
    ],
    [
      "one owner with two percentages on a day",
      () => changed("books/ownership.csv", "75.5,2007-02-01", "20,2007-01-31"),
      ["ownership-stated-twice books/ownership.csv:3:1"],
      ["EXI-US owns 20 % of EXI-DE from 2007-01-31, and line 2 says 80 % up to 2007-01-31."],
    ],
    [
      "a circle of owners",
      () => changed("books/ownership.csv", "EXI-DE,EXI-US,75.5", "EXI-DE,EXI-JP,75.5"),
      ["ownership-circle books/ownership.csv:3:1"],
      ["On 2007-02-10 EXI-JP owns EXI-DE, EXI-DE owns EXI-JP: a circle."],
    ],
    [
      "an owner of the parent",
      () => changed("books/ownership.csv", "EXI-JP,EXI-DE,100", "EXI-US,EXI-DE,100"),
      ["ownership-circle books/ownership.csv:4:1"],
      ["EXI-US is the company's parent"],
    ],
    [
      "a disposal before the acquisition",
      () => changed("books/deals.csv", "4000.00,,\n", "4000.00,,\nEXI-JP,disposed,2007-01-05,1,1,,\n"),
      ["deal-cannot-be books/deals.csv:3:1"],
      ["EXI-JP was disposed of on 2007-01-05, before it was acquired on 2007-02-10."],
    ],
    [
      "a deal of the parent",
      () => changed("books/deals.csv", "4000.00,,\n", "4000.00,,\nEXI-US,acquired,2007-02-05,1,1,,\n"),
      ["deal-cannot-be books/deals.csv:3:1"],
      ["the group cannot have acquired it"],
    ],
    [
      "a deal outside of the months",
      () => changed("books/deals.csv", "4000.00,,\n", "4000.00,,\nEXI-DE,acquired,2006-02-05,1,1,,\n"),
      ["deal-outside-periods books/deals.csv:3:17"],
      ["reach from 2006-12-31 to 2007-03-31"],
    ],
    [
      "a balance account without a line of the cash flow statement",
      () => changed("books/accounts.csv", "change-in-inventories", ""),
      ["cash-flow-line-missing books/accounts.csv:3:39"],
      ['The account 1300 stands in "Inventories"'],
    ],
    [
      "a revenue with a line of the cash flow statement",
      () =>
        changed(
          "books/accounts.csv",
          "4000,Revenue,revenue,credit,no,,",
          "4000,Revenue,revenue,credit,no,investments,",
        ),
      ["cash-flow-line-needless books/accounts.csv:6:32"],
      ['The account 4000 stands in "Revenue" and has the line "investments"'],
    ],
    [
      "an expense that takes the rate of a monetary account",
      () => changed("books/accounts.csv", ",,1300", ",,1000"),
      ["historical-of-cannot-be books/accounts.csv:7:44"],
      ["The account 1000 is monetary, so it has no historical rate."],
    ],
    [
      "rates that are missing, one finding for a currency and stretch of months",
      () =>
        added(
          "books/rates.csv",
          "currency,period,kind,rate,per\nEUR,2007-P01,average,1.3,EUR\nEUR,2007-P01,closing,1.3,EUR\nJPY,2007-P03,average,120,USD\nJPY,2007-P02,closing,120,USD\nJPY,2007-P03,closing,120,USD\n",
        ),
      ["rate-missing books/rates.csv", "rate-missing books/rates.csv", "rate-missing books/rates.csv"],
      [
        "EUR has no closing rate for the day before the first month (2006-12-30)",
        "EUR has no average and no closing rate for 2007-P02 to 2007-P03 (2 months); EXI-DE keeps its books in EUR.",
        "JPY has no average rate for 2007-P02; EXI-JP keeps its books in JPY.",
      ],
    ],
    ["a rate quoted the other way round", () => changed("books/rates.csv", "1.3100,EUR", "1.3100,USD"), [], []],
    [
      "a rate that is far from its neighbours",
      () => changed("books/rates.csv", "0.0084,JPY", "0.0084,USD"),
      ["rates-far-apart books/rates.csv:12:1"],
      ["The average rate of JPY for 2007-P03 is 119.047619, the closing rate for 2007-P02 0.008333"],
    ],
    [
      "a rate in the currency of neither",
      () => changed("books/rates.csv", "0.0084,JPY", "0.0084,EUR"),
      ["choice-unknown books/rates.csv:12:29"],
      ['"per" holds "EUR"; JPY (the rate is USD for one JPY) or USD (the rate is JPY for one USD) was expected.'],
    ],
    [
      "a closing rate of a day and of the month that it closes",
      () => changed("books/rates.csv", "1.3300,EUR\n", "1.3300,EUR\nEUR,2007-P03,closing,1.34,EUR\n"),
      ["row-doubled books/rates.csv:9:1"],
      ["The closing rate of EUR for 2007-P03 stands on line 8 already."],
    ],
    [
      "rates that nothing can use",
      () =>
        changed(
          "books/rates.csv",
          "1.3300,EUR\n",
          "1.3300,EUR\nUSD,2007-P03,closing,1,USD\nEUR,2007-P04,closing,1.3,EUR\nEUR,2007-03-05,closing,1.3,EUR\nEUR,opening,average,1.3,EUR\n",
        ),
      [
        "rate-not-used books/rates.csv:9:1",
        "rate-not-used books/rates.csv:10:5",
        "rate-not-used books/rates.csv:11:5",
        "rate-not-used books/rates.csv:12:5",
      ],
      [
        "USD is the presentation currency",
        "company.yaml has no such month",
        "the last day of no month",
        "a closing rate only",
      ],
    ],
    [
      "shares of which the number is not known at the start",
      () => changed("books/shares.csv", "2006-12-31,,,1000000", "2007-01-31,,,1000000"),
      ["shares-not-known books/shares.csv:2:1"],
      ["The first number of shares is of 2007-01-31; the first month of company.yaml starts on 2006-12-31."],
    ],
    [
      "more shares bought back than there are",
      () => changed("books/shares.csv", "issue,,2007-02-01,,,5000", "buy-back,,2007-02-01,,,1000001"),
      ["shares-not-known books/shares.csv:3:1"],
      ["With this row -1 shares are outstanding on 2007-02-01."],
    ],
    [
      "cells that a kind of share row needs, and cells that it does not read",
      () => changed("books/shares.csv", "20000,12.50,,,,", "20000,,,,,net"),
      ["cell-empty books/shares.csv:4:37", "cell-not-read books/shares.csv:4:41"],
      ['"price" is empty', 'A row of the kind option has no use for "settlement"'],
    ],
    [
      "a convertible that ends before it starts",
      () => changed("books/shares.csv", "2026-06-01", "2006-05-01"),
      ["days-turned-round books/shares.csv:5:38"],
      ["The stretch ends on 2006-05-01, before it starts on 2006-06-01."],
    ],
    [
      "an adjustment in a line of the balance sheet",
      () => changed("books/adjustments.csv", "Restructuring,restructuring", "Restructuring,goodwill"),
      ["placement-cannot-be books/adjustments.csv:2:32"],
      ['placed in "Goodwill"'],
    ],
    [
      "a tax item that is taxed",
      () => changed("books/adjustments.csv", "income-tax,US,0,", "income-tax,US,0.35,"),
      ["placement-cannot-be books/adjustments.csv:3:37"],
      ["it would be taxed where it is tax itself"],
    ],
    [
      "a profit that lay in stock before it was made",
      () => changed("books/unrealised.csv", "12.00,2007-P01", "12.00,2007-P03"),
      ["days-turned-round books/unrealised.csv:2:34"],
      ["at the end of 2007-P02, before it was sold in 2007-P03"],
    ],
    [
      "guidance that begins with its higher end",
      () => changed("books/plan.csv", "1500.00,1550.00", "1550.00,1500.00"),
      ["range-turned-round books/plan.csv:2:38"],
      ['"low" is 1550 and "high" 1500'],
    ],
    [
      "a recast of what nobody published",
      () => changed("history/recasts.csv", "revenue,2006-Q1", "revenue,2006-Q2"),
      ["recast-of-nothing history/recasts.csv:2:1"],
      ["A recast is explained of revenue for 2006-Q2"],
    ],
    [
      "one fact published twice by one document, in two files",
      () => added("history/again.csv", SMALL["history/2006.csv"]!),
      ["row-doubled history/again.csv:2:1"],
      ["What 2006-q1 published of revenue for 2006-Q1 stands in history/2006.csv already (line 2)."],
    ],
    [
      "a measure that is defined twice",
      () => added("measures.yaml", `${SMALL["measures.yaml"]}${SMALL["measures.yaml"]!.replace("measures:\n", "")}`),
      ["row-doubled measures.yaml:8:14"],
      ["has the version v1 already (line 6)"],
    ],
  ]);
});

it("every code that this room makes is provoked by a test of it", () => {
  const names = readdirSync(new URL("./", import.meta.url));
  const textOf = (isWanted: (name: string) => boolean): string =>
    names.flatMap((name) => (isWanted(name) ? [readFileSync(new URL(name, import.meta.url), "utf8")] : [])).join("\n");
  const made = textOf((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const tests = textOf((name) => name.endsWith(".test.ts"));
  const silent = Object.keys(FINDING_CODES).filter(
    (code) => made.includes(`"${code}"`) && !new RegExp(`"${code}[" ]`).test(tests),
  );
  expect(silent).toEqual([]);
});
