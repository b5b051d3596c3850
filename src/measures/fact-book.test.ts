import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { littleBooks, place } from "../../test/little-books.ts";
import type { Company } from "../books/books.ts";
import { format } from "../exact/decimal.ts";
import { ONE } from "../exact/rational.ts";
import type { Member } from "./fact.ts";
import { factBook } from "./fact-book.ts";

const { books, group } = littleBooks({
  income: `
    month    | line           | amount | division   | region
    2006-P07 | revenue        | 100    | Bioscience | Americas
    2006-P08 | revenue        | 200    | Bioscience | Europe
    2006-P09 | cost-of-sales  | 120    | Bioscience | Europe
    2007-P07 | revenue        | 150    | Bioscience | Americas
    2007-P08 | revenue        | 210    | Bioprocess | Europe
    2007-P09 | cost-of-sales  | 130    | Bioscience | Europe
    2007-P09 | interest-expense | 10
    2007-P09 | income-tax     | 44
  `,
  nci: `
    month    | amount
    2007-P09 | 4
  `,
});
const { value: book, findings } = factBook({ books, group });
const value = (measure: string, period: string, member: Member = {}): string | undefined => {
  const fact = book.fact(measure, period, member);
  return fact === undefined ? undefined : typeof fact.value === "string" ? fact.value : format(fact.value);
};

describe("the facts of a quarter", () => {
  it("are the group's entries of its months, read as they are printed", () => {
    expect(findings).toEqual([]);
    expect(value("revenue", "2007-Q3")).toBe("360");
    expect(value("cost-of-sales", "2007-Q3")).toBe("130");
    expect(value("gross-profit", "2007-Q3")).toBe("230");
    expect(value("pre-tax-income", "2007-Q3")).toBe("220");
  });

  it("leave out of net income what belongs to others", () => {
    expect(value("net-income-including-nci", "2007-Q3")).toBe("176");
    expect(value("net-income-nci", "2007-Q3")).toBe("4");
    expect(value("net-income", "2007-Q3")).toBe("172");
  });

  it("grow by the comparative quarter", () => {
    expect(value("revenue-growth", "2007-Q3")).toBe("0.2");
    expect(value("revenue-growth", "2007-Q3", { region: "Americas" })).toBe("0.5");
    expect(value("revenue-change", "2007-Q3")).toBe("60");
  });

  it("grow from nothing by no number", () => {
    expect(value("revenue-growth", "2007-Q3", { division: "Bioprocess" })).toBe("not-meaningful");
  });

  it("are nil where the calendar has no base, and not there where it has no period", () => {
    expect(value("revenue-growth", "2006-Q3")).toBe("nil");
    expect(value("revenue", "2009-Q3")).toBeUndefined();
    expect(value("revenue", "2007-Q3", { region: "Mars" })).toBeUndefined();
    expect(value("revenues", "2007-Q3")).toBeUndefined();
  });

  it("are nil in a period that the books do not hold to its end", () => {
    expect(value("revenue", "2007-Q4")).toBe("nil");
    expect(value("revenue", "2007-FY")).toBe("nil");
    expect(value("revenue", "2007-9M")).toBe("360");
  });
});

describe("all facts of a choice", () => {
  it("are those with something to say, in the order of the catalogue", () => {
    const found = book.all({ measures: ["gross-profit", "revenue"], periods: ["2007-Q3", "2007-Q4"] });
    expect(found.map((fact) => [fact.measure, fact.period, fact.member.division ?? fact.member.region ?? ""])).toEqual([
      ["revenue", "2007-Q3", ""],
      ["revenue", "2007-Q3", "Bioprocess"],
      ["revenue", "2007-Q3", "Bioscience"],
      ["revenue", "2007-Q3", "Americas"],
      ["revenue", "2007-Q3", "Europe"],
      ["gross-profit", "2007-Q3", ""],
      ["gross-profit", "2007-Q3", "Bioprocess"],
      ["gross-profit", "2007-Q3", "Bioscience"],
      ["gross-profit", "2007-Q3", "Americas"],
      ["gross-profit", "2007-Q3", "Europe"],
    ]);
  });

  it("of members whose names look like others are their own", () => {
    const odd = factBook(
      littleBooks({
        income:
          "month | line | amount | division | region\n 2007-P07 | revenue | 1 | A | B\n 2007-P07 | revenue | 2 | A;region=B |",
      }),
    ).value;
    expect(odd.fact("revenue", "2007-P07", { division: "A", region: "B" })?.value).toEqual({ n: 1n, d: 1n });
    expect(odd.fact("revenue", "2007-P07", { division: "A;region=B" })?.value).toEqual({ n: 2n, d: 1n });
  });

  it("may be asked of a division and a region at once", () => {
    const members = [{ division: "Bioprocess", region: "Europe" }];
    const found = book.all({ measures: ["revenue"], periods: ["2007-Q3"], members });
    expect(found.map((fact) => fact.value)).toEqual([{ n: 210n, d: 1n }]);
  });

  it("are of measures that say what they are and where they are there", () => {
    const info = book.measures.find((measure) => measure.name === "revenue-growth");
    expect(info).toMatchObject({ unit: "ratio", basis: "GAAP", version: "v1" });
    expect(info?.members.length).toBe(5);
    expect(info?.periods).toContain("2007-9M");
    expect(info?.periods).not.toContain("2006-9M");
    expect(info?.periods).not.toContain("2007-Q4");
    expect(new Set(book.measures.map((measure) => measure.name)).size).toBe(book.measures.length);
    expect(book.measures.filter((measure) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(measure.name))).toEqual([]);
    expect(book.measures.filter((measure) => !measure.text.endsWith("."))).toEqual([]);
  });
});

describe("the definitions", () => {
  it("say which of two ways the company goes (domain D8)", () => {
    const text = (name: string, company: Partial<Company>) =>
      factBook(littleBooks({ company })).value.measures.find((measure) => measure.name === name)?.text;
    expect(text("revenue-organic-growth", { organic: "whole-quarter" })).toContain("for the whole of both quarters");
    const base = text("revenue-constant-currency-growth", { constantCurrency: "prior-at-current-rates" });
    expect(base).toContain("the amounts of the year before at this year's rates");
  });
});

describe("what people keep beside the books", () => {
  it("does not take the name of a measure, and names deals that there are", () => {
    const { findings } = factBook(
      littleBooks({
        company: { text: new Map([["organic-deals", "SER"]]) },
        books: {
          registers: [
            {
              register: "Revenue",
              asOf: "2007-09-29",
              member: undefined,
              value: ONE,
              note: "",
              place: place("books/registers.csv", 2),
            },
          ],
        },
      }),
    );
    expect(findings.map((finding) => `${finding.code}: ${finding.message}`)).toEqual([
      'measure-name-taken: The register "Revenue" has the name of a measure that is there already.',
      'organic-deal-unknown: The text organic-deals names "SER", and deals.csv has no deal of an entity of that code.',
    ]);
  });
});

describe("whatever is asked for", () => {
  it("is answered or is not there, and throws nothing", () => {
    const names = book.measures.map((measure) => measure.name);
    const measure = fc.oneof(fc.constantFrom(...names), fc.string(), fc.constantFrom("revenue@", "@v1", "__proto__"));
    const period = fc.oneof(
      fc.constantFrom("2007-Q3", "2006-P01", "0001-Q1", "9999-FY", "2007-Q3-LTM", "2006-Q1-LTM"),
      fc.string(),
    );
    const part = fc.option(fc.oneof(fc.constantFrom("Bioscience", "Europe", "constructor"), fc.string()), {
      nil: undefined,
    });
    fc.assert(
      fc.property(measure, period, part, part, part, (name, code, division, region, category) => {
        const member: Record<string, string> = {};
        if (division !== undefined) member["division"] = division;
        if (region !== undefined) member["region"] = region;
        if (category !== undefined) member["category"] = category;
        const fact = book.fact(name, code, member);
        if (fact !== undefined) expect(fact.value).toEqual(fact.working.value);
      }),
      { numRuns: 500 },
    );
  });
});
