import { describe } from "vitest";
import { added, changed, holds, SMALL } from "../../test/small-books.ts";

describe("what files say of each other", () => {
  holds([
    [
      "opening balances that do not add to zero",
      () => changed("books/opening.csv", "130.00,100.00", "130.00,100.50"),
      ["opening-does-not-balance books/opening.csv:4:1"],
      ["The opening balances of EXI-DE add to 0.50 EUR, not to zero (3 rows of books/opening.csv"],
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
      ['"amount" is 299.00 and "functional" 300.00, both in EUR'],
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
      "an acquisition and a disposal within one month, naming both lines",
      () => changed("books/deals.csv", "4000.00,,\n", "4000.00,,\nEXI-JP,disposed,2007-02-20,1,1,,\n"),
      ["deal-cannot-be books/deals.csv:3:1"],
      ["EXI-JP was acquired on 2007-02-10 (line 2) and disposed of on 2007-02-20 (line 3), both within 2007-P02"],
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
      "shares of which the number is not known at the start",
      () => changed("books/shares.csv", "2006-12-31,,,1000000", "2007-01-31,,,1000000"),
      ["shares-not-known books/shares.csv:2:1"],
      ["The first number of shares is of 2007-01-31; the first month of company.yaml starts on 2006-12-31."],
    ],
    [
      "no shares too few where the number outstanding and a reverse split are of one day: that number is in new shares",
      () =>
        changed(
          "books/shares.csv",
          "issue,,2007-02-01,,,5000",
          "outstanding,,2007-02-01,,,1000000,,,,,\nsplit,,2007-02-01,,,0.1,,,,,\nbuy-back,,2007-02-01,,,500000",
        ),
      [],
      [],
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
      "cash that is not monetary, inventories that are",
      () =>
        changed(
          "books/accounts.csv",
          "debit,yes,,\n1300,Inventories,inventories,debit,no",
          "debit,no,,\n1300,Inventories,inventories,debit,yes",
        ),
      [
        "monetary-unlikely books/accounts.csv:2:22",
        "monetary-unlikely books/accounts.csv:3:36",
        "historical-of-cannot-be books/accounts.csv:7:44",
      ],
      ['The account 1000 stands in "Cash and cash equivalents" and is not called monetary'],
    ],
    [
      "an entity that bought from itself",
      () => changed("books/unrealised.csv", "EXI-US,EXI-DE", "EXI-DE,EXI-DE"),
      ["unrealised-cannot-be books/unrealised.csv:2:17"],
      ["EXI-DE stands as seller and as buyer"],
    ],
    [
      "definitions in force that no adjustment belongs to",
      () => changed("company.yaml", "remeasurement: compute", "remeasurement: compute\ndefinition: v2008"),
      ["definition-without-adjustment books/adjustments.csv:2:1"],
      ["The definitions in force are v2008 (company.yaml)"],
    ],
    [
      "a published amount that its quantum cannot print",
      () => changed("history/2006.csv", "300.0,0.1", "300.05,0.1"),
      ["value-off-its-grid history/2006.csv:2:40"],
      ['"value" is 300.05 and "quantum" 0.1'],
    ],
    [
      "a measure that is defined twice",
      () => added("measures.yaml", `${SMALL["measures.yaml"]}${SMALL["measures.yaml"]!.replace("measures:\n", "")}`),
      ["row-doubled measures.yaml:8:14"],
      ["has the version v1 already (line 6)"],
    ],
  ]);
});
