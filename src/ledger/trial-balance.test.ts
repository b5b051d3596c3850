import { describe, expect, it } from "vitest";
import { type LedgerText, ledgerText } from "../../test/ledger-text.ts";
import { format } from "../exact/decimal.ts";
import { ledgerOf } from "./ledger.ts";
import { closedInBooks, differingFromItself, type TrialAmounts, trialBalance } from "./trial-balance.ts";

const BOOKS: LedgerText = {
  months: ["2006-P12", "2007-P01"],
  entities: "US USD\nDE EUR",
  opening: `
    DE cash 100
    DE receivables 20 USD = 15
    DE retained-earnings -115`,
  journal: `
    A 2006-P12 DE cash 40
    A 2006-P12 DE revenue -40 division=X
    B 2006-P12 DE receivables 10 USD = 8
    B 2006-P12 DE revenue -8 division=Y
    C 2006-P12 DE dividends 5
    C 2006-P12 DE cash -5
    D 2007-P01 DE cash 7
    D 2007-P01 DE revenue -7`,
};

function rows(text: LedgerText): readonly string[] {
  const { books, movements } = ledgerText(text);
  const written = ({ opening, movement, closing }: TrialAmounts): string =>
    `${format(opening)} + ${format(movement)} = ${format(closing)}`;
  return trialBalance(books, movements).value.map(
    (row) =>
      `${row.month} ${row.account} ${row.currency} ${written(row.amount)}; functional ${written(row.functional)}`,
  );
}

const findings = (journal: string) => {
  const { books, movements } = ledgerText({ ...BOOKS, journal });
  return trialBalance(books, movements).findings;
};

describe("a trial balance", () => {
  it("has opening and movement come to closing, in the currency and in the functional one", () => {
    expect(rows(BOOKS)).toContain("2006-P12 receivables USD 20 + 10 = 30; functional 15 + 8 = 23");
    expect(rows(BOOKS)).toContain("2006-P12 revenue EUR 0 + -48 = -48; functional 0 + -48 = -48");
  });

  it("starts income and dividends anew in a fiscal year, and has them in the opening of retained earnings", () => {
    expect(rows(BOOKS)).toContain("2007-P01 revenue EUR 0 + -7 = -7; functional 0 + -7 = -7");
    expect(rows(BOOKS)).toContain("2007-P01 retained-earnings EUR -158 + 0 = -158; functional -158 + 0 = -158");
    expect(rows(BOOKS).filter((row) => row.startsWith("2007-P01 dividends"))).toEqual([]);
  });

  it("carries the result into a row without an account where the entity has none of retained earnings", () => {
    const opening = "DE cash 100\nDE common-stock -100 historical=-100";
    const journal = "A 2006-P12 DE cash 40\nA 2006-P12 DE revenue -40";
    expect(rows({ ...BOOKS, opening, journal })).toContain("2007-P01  EUR -40 + 0 = -40; functional -40 + 0 = -40");
  });

  it("holds the lines of an entity before it was the group's as well", () => {
    const journal = "A 2006-P12 DE cash 40 stage=before\nA 2006-P12 DE revenue -40 stage=before";
    expect(rows({ ...BOOKS, journal })).toContain("2006-P12 cash EUR 100 + 40 = 140; functional 100 + 40 = 140");
  });

  it("that does not add to zero says which entity and month, by how much, and what moved", () => {
    const [finding, ...more] = findings("A 2007-P01 DE cash 40\nA 2007-P01 DE revenue -39.99");
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: "trial-balance-does-not-foot", severity: "error" });
    expect(finding!.message).toBe(
      "The trial balance of DE does not add to zero in 2007-P01: its amounts come to 0.01 EUR, 0 was expected. Accounts that moved: cash, revenue.",
    );
  });
});

describe("a year that the journals close themselves", () => {
  const CLOSED = `
    A 2006-P11 DE cash 40
    A 2006-P11 DE revenue -40 division=X
    B 2006-P12 DE cash -10
    B 2006-P12 DE cost-of-sales 10
    Z 2006-P12 DE revenue 40 division=X
    Z 2006-P12 DE cost-of-sales -10
    Z 2006-P12 DE retained-earnings -30`;
  const said = (journal: string): readonly string[] => {
    const { books, movements } = ledgerText({ ...BOOKS, months: ["2006-P11", "2006-P12", "2007-P01"], journal });
    return closedInBooks(ledgerOf(books, movements).value).map(({ code, message }) => `${code}: ${message}`);
  };

  it("is told, since the close carries the result into retained earnings itself", () => {
    expect(said(CLOSED)).toEqual([
      "year-closed-in-books: The journals of DE bring every account of income and expense back to nothing in 2006-P12 and 30 EUR into retained earnings (account retained-earnings): its fiscal year up to there has no revenue and no result.",
    ]);
  });

  it("is told where it is closed in a month of the next year, which has income of its own", () => {
    const late = `${CLOSED.replaceAll("Z 2006-P12", "Z 2007-P01")}
    B 2007-P01 DE cash 7
    B 2007-P01 DE revenue -7`;
    expect(said(late)).toEqual([
      "year-closed-in-books: The journals of DE bring 30 EUR into retained earnings (account retained-earnings) in 2007-P01, which is all that its fiscal year 2006 came to: the close has carried it there already, and the income of the new year lacks as much.",
    ]);
    expect(said(late.replace("retained-earnings -30", "retained-earnings -29"))).toEqual([]);
  });

  it("is not one whose retained earnings move for another reason", () => {
    expect(said(CLOSED.replace("Z 2006-P12 DE cost-of-sales -10", "Z 2006-P12 DE inventories -10"))).toEqual([]);
    expect(said("A 2006-P11 DE cash 40\nA 2006-P11 DE retained-earnings -40")).toEqual([]);
  });
});

describe("lines in the functional currency", () => {
  it("have one amount, or it is told which account has two", () => {
    const journal =
      "A 2006-P12 DE cash 40 = 41\nA 2006-P12 DE revenue -41\nB 2006-P12 DE receivables 10 USD = 8\nB 2006-P12 DE revenue -8";
    const { books, movements } = ledgerText({ ...BOOKS, journal });
    expect(
      differingFromItself(ledgerOf(books, movements).value).map(({ code, message }) => `${code}: ${message}`),
    ).toEqual([
      'journal-line-differs-from-itself: The lines of DE on account cash in 2006-P12 that are in EUR, its functional currency, come to 40 in "amount" and to 41 in "functional"; the same was expected.',
    ]);
  });
});
