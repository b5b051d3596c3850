import { describe, expect, it } from "vitest";
import { type Little, littleBooks, n, place, shareRows } from "../../test/little-books.ts";
import type { PublishedFact, Recast } from "../books/books.ts";
import { format } from "../exact/decimal.ts";
import { factBook } from "./fact-book.ts";

const published = (
  measure: string,
  definition: string,
  period: string,
  value: string,
  quantum: string,
): PublishedFact => ({
  document: "2006-Q3 release",
  published: "2006-11-02",
  measure,
  definition,
  period,
  member: undefined,
  value: n(value),
  quantum: n(quantum),
  place: place("history/2006-q3.csv", 5),
});

const recast = (reason: Recast["reason"]): Recast => ({
  measure: "non-gaap-net-income",
  period: "2006-Q3",
  member: undefined,
  reason,
  document: "2007-Q3 release",
  note: "",
  place: place("history/recasts.csv", 2),
});

/** The third quarter of 2006: 37.1 with stock compensation of 1.4 taken out, as published; 35.7 as defined now (V15). */
const books = (more: Little["books"], stock = "1400000"): Little => ({
  company: { definition: "v2007" },
  income: `
    month    | line                           | amount   | tag
    2006-P09 | revenue                        | ${35_700_000 + +stock}
    2006-P09 | selling-general-administrative | ${stock} | stock
    2007-P09 | revenue                        | 45700000 |
  `,
  books: {
    adjustments: [
      {
        tag: "stock",
        category: "Stock compensation",
        placement: "selling-general-administrative",
        jurisdiction: "US",
        taxRate: n("0"),
        definitions: ["v2006"],
        reason: "",
        place: place("books/adjustments.csv", 2),
      },
    ],
    shares: shareRows("kind | date | shares\n outstanding | 2006-01-01 | 100"),
    history: [published("non-gaap-net-income", "v2006", "2006-Q3", "37100000", "100000")],
    ...more,
  },
});

const said = (little: Little): readonly string[] =>
  factBook(littleBooks(little)).findings.map((finding) => `${finding.severity} ${finding.code}: ${finding.message}`);

describe("the base of growth against what was published (V15, domain D7)", () => {
  it("37.1 published and 35.7 used is an error until a recast is linked", () => {
    expect(said(books({}))).toEqual([
      "error base-recast-unexplained: non-gaap-net-income of 2006-Q3 is the base of a growth rate, and is not what was published: 2006-Q3 release published 37100000, under the definition v2006; the books now give 35700000, under v2007.",
    ]);
  });

  it("is explained by a recast whose old definition gives what was published", () => {
    const little = books({ recasts: [recast("definition")] });
    expect(said(little)).toEqual([]);
    const [lineage] = factBook(littleBooks(little)).value.lineages;
    expect(lineage?.differs).toBe(true);
    expect(lineage?.isBase).toBe(true);
    expect(lineage?.recast?.reason).toBe("definition");
    const then = lineage?.asDefinedThen?.value;
    expect(typeof then === "object" ? format(then) : then).toBe("37100000");
  });

  it("is not explained by a definition that does not give what was published", () => {
    expect(said(books({ recasts: [recast("definition")] }, "900000"))).toEqual([
      "warning recast-not-by-definition: non-gaap-net-income of 2006-Q3 was published as 37100000 under the definition v2006; the recast gives the definition as the reason, and the books give 36600000 by it.",
    ]);
  });

  it("needs no recast where the books still print what was published", () => {
    expect(said(books({ history: [published("revenue", "v1", "2006-Q3", "37100000", "100000")] }))).toEqual([]);
    expect(said(books({ history: [published("revenue", "v1", "2006-Q3", "37000000", "1000000")] }))).toEqual([]);
  });

  it("is a warning of a figure that no growth stands on", () => {
    expect(said(books({ history: [published("revenue", "v1", "2007-Q3", "45600000", "100000")] }))).toEqual([
      "warning published-differs-unexplained: revenue of 2007-Q3 is not what was published: 2006-Q3 release published 45600000; the books now give 45700000.",
    ]);
  });

  it("tells a published fact of a measure that the books do not know", () => {
    expect(said(books({ history: [published("cash-income", "v1", "2006-Q3", "1", "1")] }))).toEqual([
      'warning published-fact-unknown: 2006-Q3 release published cash-income for 2006-Q3, and the books know nothing of the measure "cash-income".',
    ]);
  });
});
