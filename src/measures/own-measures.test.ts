import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Little, littleBooks, place } from "../../test/little-books.ts";
import type { OwnMeasure } from "../books/books.ts";
import { format } from "../exact/decimal.ts";
import type { Member } from "./fact.ts";
import { factBook } from "./fact-book.ts";
import { isTrouble, readFormula } from "./formula.ts";

const LEDGER: Little = {
  income: `
    month    | line                     | amount | division   | region
    2006-P07 | revenue                  | 80     | Bioscience | Asia/Pacific
    2007-P07 | revenue                  | 100    | Bioscience | Asia/Pacific
    2007-P07 | revenue                  | 60     | Bioprocess | Europe
    2007-P07 | cost-of-sales            | 40     | Bioprocess | Europe
    2007-P07 | research-and-development | 16     |            |
  `,
};

const own = (measure: string, formula: string, unit: OwnMeasure["unit"] = "ratio"): OwnMeasure => ({
  measure,
  title: measure,
  version: "v1",
  unit,
  formula,
  text: "as the test says",
  place: { path: "measures.yaml", line: 6, column: 14 },
});

const opened = (...measures: readonly OwnMeasure[]) =>
  factBook(littleBooks({ ...LEDGER, books: { ownMeasures: measures } }));

/** What one formula comes to in July 2007, or what is said of it. */
function asked(formula: string, unit: OwnMeasure["unit"] = "ratio", member: Member = {}): string {
  const { value: book, findings } = opened(own("mine", formula, unit));
  const [finding] = findings;
  if (finding !== undefined) {
    const at = finding.places[0];
    return `${finding.code} ${at?.line}:${at?.column} ${finding.message} ${finding.remedy}`;
  }
  const value = book.fact("mine", "2007-P07", member)?.value;
  return value === undefined ? "no fact" : typeof value === "string" ? value : format(value);
}

describe("a formula", () => {
  it("reckons exactly, with the usual precedence", () => {
    expect(asked("research-and-development / revenue")).toBe("0.1");
    expect(asked("revenue - cost-of-sales * 2", "money")).toBe("80");
    expect(asked("(revenue - cost-of-sales) * 2 / 3", "money")).toBe("80");
    expect(asked("revenue - cost-of-sales - 16", "money")).toBe("104");
    expect(asked("-revenue + 200.5", "money")).toBe("40.5");
  });

  it("speaks of other periods", () => {
    expect(asked("prior(revenue)", "money")).toBe("80");
    expect(asked("change(revenue)", "money")).toBe("80");
    expect(asked("growth(revenue)")).toBe("1");
    expect(asked("growth(revenue - cost-of-sales)")).toBe("0.5");
    expect(asked("revenue - prior(cost-of-sales)", "money")).toBe("160");
    expect(asked("least(revenue, cost-of-sales) + greatest(revenue, cost-of-sales)", "money")).toBe("200");
  });

  it("speaks of members", () => {
    expect(asked('in(revenue, region, "Asia/Pacific") / group(revenue)')).toBe("0.625");
    expect(asked("in(revenue, division, Bioprocess) / revenue")).toBe("0.375");
    expect(asked("revenue / group(revenue)", "ratio", { region: "Europe" })).toBe("0.375");
  });

  it("over zero is not meaningful, and of nothing is nil", () => {
    expect(asked("revenue / (cost-of-sales - 40)")).toBe("not-meaningful");
    expect(asked("impairment / revenue")).toBe("nil");
    expect(asked("revenue + impairment", "money")).toBe("160");
  });

  it("is not of the GAAP catalogue, and says so (domain D11)", () => {
    const { value: book } = opened(own("research-share", "research-and-development / revenue"));
    const fact = book.fact("research-share", "2007-P07");
    expect(fact?.basis).toBe("non-GAAP");
    expect(book.fact("research-share@v1", "2007-P07")?.value).toEqual(fact?.value);
    expect(book.fact("research-share@v2", "2007-P07")).toBeUndefined();
    expect(book.fact("research-share-change", "2007-P07")?.unit).toBe("basis-points");
  });

  it("stands on others in whatever order they are written", () => {
    const { value: book, findings } = opened(own("b", "a * 2", "money"), own("a", "revenue - cost-of-sales", "money"));
    expect(findings).toEqual([]);
    expect(book.fact("b", "2007-P07")?.value).toEqual({ n: 240n, d: 1n });
  });
});

describe("a formula that cannot be read", () => {
  it("says where, and what was expected", () => {
    expect(asked("revenue +")).toBe(
      'formula-not-read 6:23 The formula of "mine": The formula ends where a measure, a number or a parenthesis was expected. Write it as docs/measures.md has it, with spaces around a minus: revenue - cost-of-sales.',
    );
    expect(asked("revenue $ 2")).toContain("formula-not-read 6:22");
    expect(asked("(revenue")).toContain('The formula ends where ")" was expected.');
    expect(asked("revenue revenue")).toContain('"revenue" stands where an operator or the end was expected.');
    expect(asked("prior(revenue, cost-of-sales)")).toContain('"prior" is given 2 things and takes 1.');
    expect(asked("sum(revenue)")).toContain('"sum" is followed by a parenthesis and is no function');
    expect(asked('in(revenue, region, "Europe)')).toContain(
      "A quotation mark opens a name of a member and nothing closes it.",
    );
  });

  it("names what is not there, and the nearest that is", () => {
    expect(asked("2 * revenu")).toBe(
      'formula-name-unknown 6:18 The formula of "mine" names "revenu", and no measure is called so. The nearest name is "revenue".',
    );
    expect(asked("revenue-cost-of-sales")).toContain(
      "If a difference is meant, write spaces around the minus: revenue - cost-of-sales.",
    );
    expect(asked("in(revenue, region, Europ)")).toContain(
      'speaks of the region "Europ", and the books have none of that name. They have: Asia/Pacific, Europe.',
    );
  });

  it("tells a circle by the names in it", () => {
    const { value: book, findings } = opened(
      own("a", "b + 1"),
      own("b", "c-growth * 2"),
      own("c", "a / revenue"),
      own("d", "a"),
    );
    expect(findings.map((finding) => `${finding.code}: ${finding.message}`)).toEqual([
      'formula-circle: Formulas stand on each other in a circle: "a" on "b" on "c" on "a".',
      'formula-name-unknown: The formula of "d" stands on "a", which could not be made.',
    ]);
    expect(book.fact("a", "2007-P07")).toBeUndefined();
    expect(asked("mine + 1")).toContain('formula-circle 6:14 The formula of "mine" names itself.');
  });

  it("does not take the name of another measure", () => {
    const { findings } = opened(own("revenue", "cost-of-sales"));
    expect(findings.map((finding) => finding.code)).toEqual(["measure-name-taken"]);
  });

  it("tells a unit that does not fit", () => {
    expect(asked("revenue / revenue", "money")).toContain(
      '"mine" is declared as money, and its formula comes to a ratio or a count.',
    );
    expect(asked("revenue + basic-shares", "money")).toContain("adds or compares money and shares");
    expect(asked("net-income / diluted-shares", "per-share")).toBe("nil");
  });
});

describe("a hostile formula", () => {
  it("is refused where it is too long or too deep", () => {
    expect(asked(`1${" + 1".repeat(400)}`)).toContain("formula-too-large 6:1014");
    expect(asked(`${"(".repeat(200)}1${")".repeat(200)}`)).toContain("nested deeper than 30 levels");
    expect(asked(`${"-".repeat(500)}1`)).toContain("nested deeper than 30 levels");
  });

  it("does not grow without end by squaring what was squared", () => {
    const chain = Array.from({ length: 29 }, (_, i) =>
      own(`m${i}`, i === 0 ? "revenue / 7" : `m${i - 1} * m${i - 1} * m${i - 1} * m${i - 1}`, "count"),
    );
    const { value: book } = opened(...chain);
    expect(book.fact("m28", "2007-P07")?.value).toBe("not-meaningful");
  });

  it("does not stand on thousands of others", () => {
    const chain = Array.from({ length: 3000 }, (_, i) => own(`m${i}`, i === 0 ? "revenue" : `m${i - 1} + 1`, "money"));
    const { findings } = opened(...chain.reverse());
    expect(findings.map((finding) => finding.code)).toContain("formula-too-large");
  });

  it("never throws, whatever the text", () => {
    const pieces = fc.constantFrom(
      "revenue",
      "prior",
      "in",
      "(",
      ")",
      ",",
      " - ",
      "-",
      "+",
      "*",
      "/",
      "2",
      '"',
      "@",
      "é",
      " ",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const read = readFormula(parts.join(""));
        if (isTrouble(read)) expect(read.at).toBeLessThanOrEqual(parts.join("").length);
      }),
    );
  });
});

describe("registers, beside which a measure may stand", () => {
  const { value: book } = factBook(
    littleBooks({
      ...LEDGER,
      books: {
        ownMeasures: [own("per-head", "revenue / employees", "money")],
        registers: [
          {
            register: "employees",
            asOf: "2006-12-31",
            member: undefined,
            value: { n: 50n, d: 1n },
            note: "",
            place: place("books/registers.csv", 2),
          },
          {
            register: "employees",
            asOf: "2007-08-15",
            member: undefined,
            value: { n: 64n, d: 1n },
            note: "",
            place: place("books/registers.csv", 3),
          },
          {
            register: "launches",
            asOf: "2007-11-01",
            member: "division=Bioprocess",
            value: { n: 14n, d: 1n },
            note: "",
            place: place("books/registers.csv", 4),
          },
        ],
      },
    }),
  );
  const value = (measure: string, period: string, member: Member = {}) => {
    const found = book.fact(measure, period, member)?.value;
    return found === undefined || typeof found === "string" ? found : format(found);
  };

  it("give the number of a day in the period, or the first soon after it, or the last before it", () => {
    expect(value("employees", "2007-P08")).toBe("64");
    expect(value("employees", "2007-P07")).toBe("64");
    expect(value("employees", "2007-P05")).toBe("50");
    expect(value("employees", "2006-P01")).toBe("nil");
    expect(value("launches", "2007-Q3", { division: "Bioprocess" })).toBe("14");
    expect(value("launches", "2007-Q3")).toBeUndefined();
  });

  it("can be reckoned with", () => {
    expect(value("per-head", "2007-P07")).toBe("2.5");
  });
});

describe("a formula that speaks of a period which is not in the books", () => {
  it("is nil, and no sum that passes over it", () => {
    expect(asked("revenue - prior(prior(revenue))", "money")).toBe("nil");
    expect(asked("change(prior(revenue))", "money")).toBe("nil");
    expect(asked("ltm(revenue) - revenue", "money")).toBe("nil");
    expect(asked("revenue-growth - prior(revenue-growth)")).toBe("nil");
    expect(asked("change(growth(revenue))")).toBe("nil");
  });
});
