import { describe, expect, it } from "vitest";
import { filesOf, SMALL } from "../../test/small-books.ts";
import { format } from "../exact/decimal.ts";
import type { Books } from "./books.ts";
import { readBooks } from "./read-books.ts";

const booksOf = (texts: Readonly<Record<string, string>>): Books => {
  const { value, findings } = readBooks(filesOf(texts));
  expect(findings).toEqual([]);
  return value!;
};

describe("a workspace that is right", () => {
  it("reads without a finding, each row with its place", () => {
    const books = booksOf(SMALL);
    expect(books.entities.get("EXI-DE")).toEqual({
      entity: "EXI-DE",
      name: "Example Instruments GmbH",
      currency: "EUR",
      country: "DE",
      region: "Europe",
      inflationFrom: undefined,
      place: { path: "books/entities.csv", line: 3, column: 1 },
    });
    expect(format(books.ownership[1]!.share)).toBe("0.755");
    expect(books.accounts.get("5000")).toMatchObject({ line: "cost-of-sales", historicalOf: "1300" });
    expect(books.ownMeasures[0]!.place).toEqual({ path: "measures.yaml", line: 6, column: 14 });
    expect(books.shares.map((row) => row.kind)).toEqual(["outstanding", "issue", "option", "convertible", "price"]);
    expect(books.history).toHaveLength(1);
    expect(books.recasts[0]).toMatchObject({ reason: "reclassified", note: "Freight is revenue now." });
  });

  it("gives rates in the presentation currency for one unit, inverted exactly where they are quoted the other way round", () => {
    const rates = booksOf(SMALL).rates.map((rate) =>
      [rate.currency, rate.period, rate.kind, format(rate.rate)].join(" "),
    );
    expect(rates).toContain("EUR 2007-P01 closing 1.25");
    expect(rates).toContain("JPY 2007-P02 closing 1/120");
    // The closing rate of a month's last day is that of the month.
    expect(rates).toContain("EUR 2007-P03 closing 1.33");
    expect(rates).toContain("EUR 2007-02-12 historical 1.312");
  });

  it("may come with CR LF, a byte order mark and its columns in another order", () => {
    const texts = Object.fromEntries(
      Object.entries(SMALL).map(([path, text]) => [path, `\ufeff${text.replaceAll("\n", "\r\n")}`]),
    );
    const turned = {
      ...texts,
      "books/registers.csv":
        'value,note,register,"as of",member\r\n6100,"About, ""give or take"".",employees,2007-03-31,\r\n',
    };
    const books = booksOf(turned);
    expect(books.registers[0]!.note).toBe('About, "give or take".');
    expect(books.company).toEqual(booksOf(SMALL).company);
  });
});
