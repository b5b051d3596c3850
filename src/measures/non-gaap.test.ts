import { describe, expect, it } from "vitest";
import { type Little, littleBooks, n, place, shareRows } from "../../test/little-books.ts";
import type { Adjustment } from "../books/books.ts";
import type { StatementLine } from "../books/statement-line.ts";
import { format } from "../exact/decimal.ts";
import type { Member } from "./fact.ts";
import { factBook } from "./fact-book.ts";

const adjustment = (
  tag: string,
  category: string,
  placement: StatementLine,
  taxRate: string,
  definitions = "v2006 v2007",
): Adjustment => ({
  tag,
  category,
  placement,
  jurisdiction: "US",
  taxRate: n(taxRate),
  definitions: definitions.split(" "),
  reason: "as the test says",
  place: place("books/adjustments.csv", 2),
});

/** One adjustment of each kind of placement (MEA-51), and stock compensation, which only the older definition takes out. */
const LITTLE: Little = {
  company: { definition: "v2007" },
  income: `
    month    | line                            | amount | tag          | division
    2007-P07 | revenue                         | 1000   |              | Bioscience
    2007-P07 | cost-of-sales                   | 400    |              | Bioscience
    2007-P07 | cost-of-sales                   | 30     | step-up      | Bioscience
    2007-P07 | cost-of-sales                   | 6      | stock        | Bioscience
    2007-P07 | selling-general-administrative  | 200    |
    2007-P07 | selling-general-administrative  | 20     | integration  |
    2007-P07 | selling-general-administrative  | 14     | stock        |
    2007-P07 | amortisation-of-intangibles     | 50     | intangibles  |
    2007-P07 | interest-expense                | 40     |
    2007-P07 | interest-expense                | 10     | bridge-loan  |
    2007-P07 | other-income                    | 8      | gain         |
    2007-P07 | income-tax                      | 70     |
    2007-P07 | income-tax                      | 5      | tax-accruals |
  `,
  books: {
    adjustments: [
      adjustment("step-up", "Inventory step-up", "cost-of-sales", "0.4"),
      adjustment("integration", "Integration", "selling-general-administrative", "0.35"),
      adjustment("intangibles", "Amortisation", "amortisation-of-intangibles", "0.3"),
      adjustment("bridge-loan", "Bridge loan fees", "interest-expense", "0.38"),
      adjustment("gain", "Gain on an investment", "other-income", "0"),
      adjustment("tax-accruals", "Tax accruals", "income-tax", "0"),
      adjustment("stock", "Stock compensation", "cost-of-sales", "0.35", "v2006"),
      adjustment("stock", "Stock compensation", "selling-general-administrative", "0.35", "v2006"),
    ],
    shares: shareRows("kind | date | shares\n outstanding | 2007-01-01 | 100"),
  },
};

const { value: book, findings } = factBook(littleBooks(LITTLE));
const value = (measure: string, member: Member = {}): string | undefined => {
  const found = book.fact(measure, "2007-P07", member)?.value;
  return found === undefined || typeof found === "string" ? found : format(found);
};

describe("the non-GAAP measures, all from one list of adjustments (MEA-51)", () => {
  it("start from GAAP", () => {
    expect(findings).toEqual([]);
    expect(value("gross-profit")).toBe("564");
    expect(value("operating-income")).toBe("280");
    expect(value("pre-tax-income")).toBe("238");
    expect(value("net-income")).toBe("163");
  });

  it("gross profit takes in what is placed in cost of sales alone", () => {
    expect(value("non-gaap-gross-profit")).toBe("594");
    expect(value("non-gaap-gross-margin")).toBe("0.594");
    expect(value("gross-margin")).toBe("0.564");
  });

  it("operating income takes in operating expenses as well", () => {
    expect(value("non-gaap-operating-income")).toBe("380");
    expect(value("non-gaap-operating-margin")).toBe("0.38");
  });

  it("income before taxes takes in interest and other income, and a gain comes off", () => {
    expect(value("non-gaap-pre-tax-income-adjustment", { category: "Bridge loan fees" })).toBe("10");
    expect(value("non-gaap-pre-tax-income-adjustment", { category: "Gain on an investment" })).toBe("-8");
    expect(value("non-gaap-pre-tax-income")).toBe("340");
  });

  it("shows the tax on all of it as one line, by the rate of each (MEA-52, C&DI 102.11)", () => {
    // 30 * 0.4 + 20 * 0.35 + 50 * 0.3 + 10 * 0.38 = 12 + 7 + 15 + 3.8.
    expect(value("tax-effect-of-adjustments")).toBe("-37.8");
  });

  it("takes a discrete tax item out of tax alone", () => {
    expect(value("non-gaap-income-tax")).toBe("107.8");
    expect(value("non-gaap-net-income")).toBe("232.2");
    expect(value("non-gaap-effective-tax-rate")).toBe(format(n("1078/3400")));
  });

  it("comes to one net income by either road: down the statement, and by the lines", () => {
    expect(format(n(`${3400 - 1078}/10`))).toBe(value("non-gaap-net-income"));
  });

  it("has an amount a share of each line (MEA-53)", () => {
    expect(value("diluted-eps")).toBe("1.63");
    expect(value("non-gaap-diluted-eps")).toBe("2.322");
    expect(value("non-gaap-diluted-eps-adjustment", { category: "Integration" })).toBe("0.2");
    expect(value("tax-effect-of-adjustments-per-share")).toBe("-0.378");
  });

  it("asks for divisions where its placements lie in them", () => {
    expect(value("non-gaap-gross-profit", { division: "Bioscience" })).toBe("594");
  });
});

describe("growth under another version", () => {
  it("has its base under that version, too", () => {
    const two = factBook(
      littleBooks({
        ...LITTLE,
        income: `${LITTLE.income?.trimEnd()}
          2006-P07 | revenue                        | 130 |       |
          2006-P07 | selling-general-administrative | 30  | stock |
        `,
      }),
    );
    const of = (measure: string) => two.value.fact(measure, "2007-P07")?.value;
    expect(printed(of("non-gaap-operating-income-growth"))).toBe("2.8");
    expect(printed(of("non-gaap-operating-income-growth@v2006"))).toBe(format(n("270/130")));
  });
});

describe("another version of the definitions", () => {
  it("is asked for behind an @, and takes out what it lists", () => {
    expect(value("non-gaap-gross-profit@v2006")).toBe("600");
    expect(value("non-gaap-operating-income@v2006")).toBe("400");
    // 20 of stock compensation less 7 of tax.
    expect(value("non-gaap-net-income@v2006")).toBe("245.2");
    expect(book.fact("non-gaap-net-income@v2006", "2007-P07")?.version).toBe("v2006");
    expect(value("non-gaap-net-income@v2007")).toBe(value("non-gaap-net-income"));
  });

  it("must be one that adjustments.csv or company.yaml knows", () => {
    expect(value("non-gaap-net-income@v1999")).toBeUndefined();
    expect(value("net-income@v2006")).toBeUndefined();
    expect(value("net-income@v1")).toBe("163");
  });
});

describe("an item by itself (MEA-56)", () => {
  it("is told before tax, after tax and a share, whatever the definition in force takes out", () => {
    const member = { category: "Stock compensation" };
    expect(value("item", member)).toBe("20");
    expect(value("item-tax-effect", member)).toBe("7");
    expect(value("item-after-tax", member)).toBe("13");
    expect(value("item-after-tax-per-share", member)).toBe("0.13");
  });
});

describe("the reconciliation", () => {
  it("goes from GAAP to the other measure, and its lines add up to nothing else", () => {
    const found = book.reconciliation("net-income", "2007-P07");
    expect(found?.start.measure).toBe("net-income");
    expect(found?.lines.map((line) => [line.member.category ?? line.measure, printed(line.value)])).toEqual([
      ["Inventory step-up", "30"],
      ["Integration", "20"],
      ["Amortisation", "50"],
      ["Bridge loan fees", "10"],
      ["Gain on an investment", "-8"],
      ["Tax accruals", "5"],
      ["tax-effect-of-adjustments", "-37.8"],
    ]);
    expect(found?.end.measure).toBe("non-gaap-net-income");
  });

  it("adds up for every measure and under every definition", () => {
    for (const measure of ["gross-profit", "operating-income", "pre-tax-income", "net-income", "diluted-eps"])
      for (const definition of ["v2006", "v2007"])
        expect([measure, definition, book.reconciliation(measure, "2007-P07", definition)?.residual]).toEqual([
          measure,
          definition,
          { n: 0n, d: 1n },
        ]);
  });

  it("adds up in the measures from the placements to the list: gross profit, operating expenses, interest and tax", () => {
    const total = (name: string): string | undefined => value(`non-gaap-${name}-adjustment`);
    expect([total("gross-profit"), total("operating-income"), total("pre-tax-income"), total("net-income")]).toEqual([
      "30",
      "100",
      "102",
      "107",
    ]);
  });
});

const printed = (found: unknown): string =>
  typeof found === "string" ? found : format(found as { n: bigint; d: bigint });

describe("what the ledger holds and no adjustment takes", () => {
  it("is told: a tagged line in a line that the tag has no placement in", () => {
    const astray = factBook(
      littleBooks({
        income:
          "month | line | amount | tag\n 2007-P07 | cost-of-sales | 30 | step-up\n 2007-P07 | other-operating | 2 | step-up",
        books: { adjustments: [adjustment("step-up", "Step-up", "cost-of-sales", "0.4", "v1")] },
      }),
    );
    expect(astray.findings.map(({ code, message }) => [code, message])).toEqual([
      [
        "adjustment-line-not-placed",
        "Journal lines with the tag step-up stand in other-operating (Other operating expense) as well, from 2007-P07 on 2 USD, and no row of adjustments.csv has that placement.",
      ],
    ]);
  });

  it("and an adjustment that no line is of", () => {
    const empty = factBook(
      littleBooks({
        income: "month | line | amount\n 2007-P07 | revenue | 30",
        books: { adjustments: [adjustment("step-up", "Step-up", "cost-of-sales", "0.4", "v1")] },
      }),
    );
    expect(empty.findings.map(({ code }) => code)).toEqual(["adjustment-without-entries"]);
  });
});

describe("an adjustment of a partly owned entity", () => {
  it("belongs to the parent for its share alone", () => {
    const partly = factBook(
      littleBooks({
        company: { definition: "v1" },
        income: `
          month    | entity | line          | amount | tag
          2007-P07 | US     | revenue       | 1000   |
          2007-P07 | JV     | restructuring | 100    | plant
        `,
        books: {
          adjustments: [adjustment("plant", "Restructuring", "restructuring", "0.4", "v1")],
          ownership: [
            {
              entity: "JV",
              parent: "US",
              share: n("0.75"),
              from: "2000-01-01",
              to: undefined,
              place: place("books/ownership.csv", 2),
            },
          ],
        },
      }),
    );
    // 100 less 40 of tax, of which a quarter is others'.
    expect(printed(partly.value.fact("nci-share-of-adjustments", "2007-P07")?.value)).toBe("-15");
    expect(printed(partly.value.fact("non-gaap-net-income", "2007-P07")?.value)).toBe("945");
    expect(partly.value.reconciliation("net-income", "2007-P07")?.residual.n).toBe(0n);
  });

  it("belongs to the owners of the last day where the entity is disposed of in the middle of the month", () => {
    const to = "2007-07-15";
    const row = { entity: "JV", parent: "US", share: n("1"), from: "2000-01-01", to, place: place("o.csv", 2) };
    const deal = {
      entity: "JV",
      kind: "disposed",
      date: to,
      consideration: n("1"),
      netAssets: n("1"),
      nci: undefined,
      discontinued: false,
      place: place("d.csv", 2),
    } as const;
    const sold = factBook(
      littleBooks({
        company: { definition: "v1" },
        income: `
          month    | entity | line          | amount | tag
          2007-P07 | US     | revenue       | 1000   |
          2007-P07 | JV     | restructuring | 100    | plant
        `,
        books: {
          adjustments: [adjustment("plant", "Restructuring", "restructuring", "0.4", "v1")],
          ownership: [row],
          deals: [deal],
        },
      }),
    );
    expect(printed(sold.value.fact("nci-share-of-adjustments", "2007-P07")?.value)).toBe("nil");
    expect(printed(sold.value.fact("non-gaap-net-income", "2007-P07")?.value)).toBe("960");
  });
});
