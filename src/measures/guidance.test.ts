import { describe, expect, it } from "vitest";
import { littleBooks, n, place } from "../../test/little-books.ts";
import type { PlanRow } from "../books/books.ts";
import { format } from "../exact/decimal.ts";
import { factBook } from "./fact-book.ts";

const row = (
  scenario: PlanRow["scenario"],
  issued: string,
  period: string,
  measure: string,
  low: string,
  high: string,
  member?: string,
): PlanRow => ({
  scenario,
  issued,
  period,
  measure,
  member,
  low: n(low),
  high: n(high),
  place: place("books/plan.csv", 2),
});

const { value: book, findings } = factBook(
  littleBooks({
    income: `
      month    | line    | amount | division
      2006-P02 | revenue | 900    | Bioscience
      2006-P12 | revenue | 300    | Bioscience
      2007-P02 | revenue | 400    | Bioscience
      2007-P05 | revenue | 300    | Bioprocess
      2007-P09 | revenue | 350    | Bioscience
    `,
    books: {
      plan: [
        row("guidance", "2007-01-30", "2007-FY", "revenue", "1300", "1450"),
        row("guidance", "2007-07-31", "2007-FY", "revenue", "1380", "1440"),
        row("plan", "2006-12-15", "2007-Q3", "revenue", "340", "340"),
        row("plan", "2006-12-15", "2007-Q3", "revenue", "0", "0", "Bioprocess"),
        row("guidance", "2007-07-31", "2008-FY", "revenue", "1", "2"),
        row("plan", "2007-07-31", "2007-Q3", "turnover", "1", "2"),
        row("plan", "2006-12-15", "2007-Q3", "half-revenue", "150", "150"),
      ],
      ownMeasures: [
        {
          measure: "half-revenue",
          title: "Half of revenue",
          version: "v1",
          unit: "money",
          formula: "revenue / 2",
          text: "",
          place: place("measures.yaml", 2),
        },
        {
          measure: "of-plan",
          title: "Revenue as a share of plan",
          version: "v1",
          unit: "ratio",
          formula: "revenue / revenue-plan",
          text: "",
          place: place("measures.yaml", 8),
        },
      ],
    },
  }),
);
const value = (measure: string, period: string, division?: string): string | undefined => {
  const found = book.fact(measure, period, division === undefined ? {} : { division })?.value;
  return found === undefined || typeof found === "string" ? found : format(found);
};

describe("guidance (MEA-70)", () => {
  it("is what was issued last, and what was issued before it", () => {
    expect(value("revenue-guidance-low", "2007-FY")).toBe("1380");
    expect(value("revenue-guidance-high", "2007-FY")).toBe("1440");
    expect(value("revenue-guidance-previous-low", "2007-FY")).toBe("1300");
    expect(value("revenue-guidance-midpoint", "2007-FY")).toBe("1410");
  });

  it("grows by the year before at both ends", () => {
    expect(value("revenue-guidance-growth-low", "2007-FY")).toBe("0.15");
    expect(value("revenue-guidance-growth-high", "2007-FY")).toBe("0.2");
  });

  it("implies the last quarter: the range less what came", () => {
    expect(value("revenue-guidance-implied-low", "2007-Q4")).toBe("330");
    expect(value("revenue-guidance-implied-high", "2007-Q4")).toBe("390");
    expect(value("revenue-guidance-implied-low", "2007-Q3")).toBe("nil");
  });

  it("of a period that is not over has no variance", () => {
    expect(value("revenue-guidance-variance", "2007-FY")).toBe("nil");
  });
});

describe("plan against actual", () => {
  it("is the actual less the plan, and over it", () => {
    expect(value("revenue-plan-variance", "2007-Q3")).toBe("10");
    expect(value("revenue-plan-variance-rate", "2007-Q3")).toBe(format(n("1/34")));
  });

  it("of a division is known by its bare name", () => {
    expect(value("revenue-plan", "2007-Q3", "Bioprocess")).toBe("0");
    expect(value("revenue-plan-variance-rate", "2007-Q3", "Bioprocess")).toBe("not-meaningful");
  });

  it("is there for the company's own measures, and these may speak of it", () => {
    expect(value("half-revenue-plan-variance", "2007-Q3")).toBe("25");
    expect(value("of-plan", "2007-Q3")).toBe(format(n("35/34")));
  });

  it("tells rows that speak of nothing", () => {
    expect(findings.map((finding) => `${finding.code}: ${finding.message}`)).toEqual([
      "plan-of-nothing: The guidance of 2007-07-31 for revenue in 2008-FY cannot be held against anything: the months of company.yaml do not cover 2008-FY.",
      'plan-of-nothing: The plan of 2007-07-31 for turnover in 2007-Q3 cannot be held against anything: no measure is called "turnover".',
    ]);
  });
});
