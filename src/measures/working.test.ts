import { describe, expect, it } from "vitest";
import { calendarMonths, deal, littleBooks, n, place, shareRows } from "../../test/little-books.ts";
import type { Books } from "../books/books.ts";
import type { GroupEntry } from "../consolidation/group.ts";
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  negate,
  ONE,
  type Rational,
  subtract,
  ZERO,
} from "../exact/rational.ts";
import type { NoValue, Working } from "./fact.ts";
import { factBook } from "./fact-book.ts";

const own = (measure: string, formula: string, unit: "ratio" | "money" | "per-share") => ({
  measure,
  title: measure,
  version: "v1",
  unit,
  formula,
  text: "",
  place: place("measures.yaml", 2),
});

/** Books in which everything that can be reckoned is. */
const LITTLE = littleBooks({
  company: { definition: "v2", months: calendarMonths(2005, 2006, 2007) },
  income: `
    month    | entity | line                           | amount | currency | division   | region   | tag
    2005-P07 | US     | revenue                        | 300    | USD      | Bioscience | Americas |
    2006-P01 | US     | revenue                        | 500    | USD      | Bioscience | Americas |
    2006-P07 | US     | revenue                        | 300    | USD      | Bioscience | Americas |
    2006-P08 | DE     | revenue                        | 200    | EUR      | Bioprocess | Europe   |
    2006-P08 | SER    | revenue                        | 40     | EUR      | Bioprocess | Europe   |
    2006-P09 | OLD    | revenue                        | 30     | USD      | Bioprocess | Americas |
    2006-P09 | US     | cost-of-sales                  | 210    | USD      | Bioscience | Americas |
    2006-P09 | US     | income-tax                     | 44     | USD      |            |          |
    2006-P12 | US     | revenue                        | 410    | USD      | Bioscience | Americas |
    2007-P01 | US     | revenue                        | 520    | USD      | Bioscience | Americas |
    2007-P04 | US     | revenue                        | 540    | USD      | Bioscience | Americas |
    2007-P04 | US     | impairment                     | 900    | USD      | Bioscience |          | plant
    2007-P07 | US     | revenue                        | 330    | USD      | Bioscience | Americas |
    2007-P08 | DE     | revenue                        | 260    | EUR      | Bioprocess | Europe   |
    2007-P08 | SER    | revenue                        | 60     | EUR      | Bioprocess | Europe   |
    2007-P08 | US     | selling-general-administrative | 25     | USD      | Bioscience |          | stock
    2007-P09 | US     | cost-of-sales                  | 230    | USD      | Bioscience | Americas |
    2007-P09 | DE     | cost-of-sales                  | 12     | EUR      | Bioprocess | Europe   | stock
    2007-P09 | US     | interest-expense               | 9      | USD      |            |          |
    2007-P09 | US     | income-tax                     | 70     | USD      |            |          |
    2007-P09 | US     | discontinued-operations        | 7      | USD      |            |          |
  `,
  rates: `
    currency | month    | average
    EUR      | 2005-P08 | 1.22
    EUR      | 2006-P08 | 1.25
    EUR      | 2007-P08 | 1.40
    EUR      | 2006-P09 | 1.27
    EUR      | 2007-P09 | 1.41
  `,
  balances: `
    month    | line              | amount
    2006-P12 | cash              | 100
    2007-P03 | cash              | 130
    2007-P06 | cash              | 130
    2007-P09 | cash              | 190
    2007-P09 | receivables       | 220
    2007-P09 | long-term-debt    | 400
  `,
  flows: `
    month    | line                          | amount
    2006-P12 | net-income                    | 100
    2007-P01 | net-income                    | 30
    2007-P07 | net-income                    | 60
    2007-P08 | depreciation-and-amortisation | 20
    2007-P09 | capital-expenditure           | -20
  `,
  nci: "month | amount\n 2007-P09 | 4",
  books: {
    deals: [deal("SER", "acquired", "2006-08-14"), deal("OLD", "disposed", "2007-01-20")],
    adjustments: (["cost-of-sales", "selling-general-administrative", "impairment"] as const).map((placement) => ({
      tag: placement === "impairment" ? "plant" : "stock",
      category: placement === "impairment" ? "Plant closing" : "Stock compensation",
      placement,
      jurisdiction: "US",
      taxRate: n("0.35"),
      definitions: ["v2"],
      reason: "",
      place: place("books/adjustments.csv", 2),
    })),
    ownership: [
      {
        entity: "DE",
        parent: "US",
        share: n("0.8"),
        from: "2000-01-01",
        to: undefined,
        place: place("books/ownership.csv", 2),
      },
    ],
    shares: shareRows(`
      kind        | name  | date       | from       | to         | shares | price | principal | interest | tax rate | settlement
      outstanding |       | 2005-01-01 |            |            | 1000   |       |           |          |          |
      buy-back    |       | 2007-08-01 |            |            | 40     |       |           |          |          |
      option      | grant |            | 2006-01-01 |            | 100    | 20    |           |          |          |
      convertible | notes |            | 2006-01-01 |            | 200    |       | 5000      | 40       | 0.4      | shares
      price       |       |            | 2005-01-01 | 2007-06-30 |        | 25    |           |          |          |
      price       |       |            | 2007-07-01 | 2007-12-31 |        | 30    |           |          |          |
    `),
    registers: [
      {
        register: "employees",
        asOf: "2007-09-29",
        member: undefined,
        value: n("61"),
        note: "",
        place: place("books/registers.csv", 2),
      },
    ],
    plan: [
      {
        scenario: "guidance",
        issued: "2007-07-20",
        period: "2007-9M",
        measure: "revenue",
        member: undefined,
        low: n("2000"),
        high: n("2100"),
        place: place("books/plan.csv", 2),
      },
      {
        scenario: "plan",
        issued: "2007-01-20",
        period: "2007-Q3",
        measure: "revenue",
        member: undefined,
        low: n("800"),
        high: n("800"),
        place: place("books/plan.csv", 3),
      },
    ],
    ownMeasures: [
      own("per-head", "revenue / employees", "money"),
      own("europe-share", "in(revenue, region, Europe) / group(revenue)", "ratio"),
      own("two-year-growth", "revenue / prior(prior(revenue)) - 1", "ratio"),
    ],
  } satisfies Partial<Books>,
});

const { value: book, findings } = factBook(LITTLE);
const facts = book.all({});

/** What the parts of a node come to by its operation; undefined where the operation gives no number. */
function again(node: Extract<Working, { kind: "computed" }>): Rational | undefined {
  const numbers = node.parts.map((part) => part.value).filter((value): value is Rational => typeof value !== "string");
  const [a = ZERO, b = ZERO] = numbers;
  switch (node.operation) {
    case "sum":
      return numbers.reduce(add, ZERO);
    case "difference":
      return node.parts.reduce(
        (total, part, i) =>
          typeof part.value === "string" ? total : i === 0 ? part.value : subtract(total, part.value),
        ZERO,
      );
    case "product":
      return numbers.reduce(multiply, ONE);
    case "quotient":
      return divide(a, b);
    case "growth":
      // Revenue that is no longer there counts as none.
      return subtract(node.parts.length === numbers.length ? divide(a, b) : ZERO, ONE);
    case "negation":
      return negate(a);
    case "same":
      return a;
    case "least":
      return numbers.reduce((x, y) => (compare(x, y) <= 0 ? x : y));
    case "greatest":
      return numbers.reduce((x, y) => (compare(x, y) >= 0 ? x : y));
    default:
      return undefined;
  }
}

const isSame = (a: Rational | NoValue, b: Rational | NoValue | undefined): boolean =>
  typeof a === "string" || typeof b === "string" || b === undefined ? a === b : equal(a, b);

const text = (value: Rational): string => `${value.n < 0n ? -value.n : value.n}/${value.d}`;

/** The entries and flows that there are, each with the amounts that it can be read with: either sign, in the one currency or the other. */
const known = new Set<string>(
  [...LITTLE.group.income, ...LITTLE.group.balances].flatMap((entry: GroupEntry) =>
    [entry.amount, entry.functional].map((amount) =>
      JSON.stringify([
        entry.month,
        entry.entity,
        entry.account,
        entry.division,
        entry.region,
        entry.tag,
        entry.kind,
        text(amount),
      ]),
    ),
  ),
);
for (const flow of LITTLE.group.flows)
  known.add(JSON.stringify([flow.month, flow.entity, flow.account, "", "", "", "flow", text(flow.amount)]));
for (const [month, amount] of LITTLE.group.nciIncome)
  known.add(JSON.stringify([month, "", "", "", "", "", "non-controlling-interests", text(amount)]));

/** What does not follow in a tree; each fact is walked once, so its parts that are facts are only compared. */
function broken(node: Working): readonly string[] {
  switch (node.kind) {
    case "constant":
      return [];
    case "input":
      return /^(books\/|measures)/.test(node.place.path) && node.place.line !== undefined
        ? []
        : [`${node.text}: no place`];
    case "entries": {
      const total = node.entries.map((entry) => entry.value).reduce(add, ZERO);
      const strange = node.entries.filter(
        ({ month, entity, account, division, region, tag, entry, value }) =>
          !known.has(JSON.stringify([month, entity, account, division, region, tag, entry, text(value)])),
      );
      return isSame(node.value, total) && strange.length === 0 ? [] : [`${node.text}: entries`];
    }
    case "fact": {
      const other = book.fact(node.measure, node.period, node.member);
      return other !== undefined && isSame(node.value, other.value) ? [] : [`${node.text}: another fact`];
    }
    case "computed": {
      const below = node.parts.flatMap(broken);
      if (typeof node.value === "string" || node.operation === undefined)
        return node.operation === undefined ? [...below, `${node.text}: no operation`] : below;
      return isSame(node.value, again(node)) ? below : [...below, `${node.text}: ${node.operation}`];
    }
  }
}

describe("the working of every fact", () => {
  it("there are many, of every kind, and nothing to say against the books", () => {
    expect(facts.length).toBeGreaterThan(1500);
    expect(findings).toEqual([]);
    for (const unit of ["money", "ratio", "points", "basis-points", "shares", "per-share", "count"])
      expect(facts.some((fact) => fact.unit === unit)).toBe(true);
    for (const basis of ["GAAP", "non-GAAP", "constant-currency", "organic", "operating", "plan"])
      expect(facts.some((fact) => fact.basis === basis)).toBe(true);
  });

  it("comes to the fact's value", () => {
    expect(facts.filter((fact) => !isSame(fact.value, fact.working.value)).map((fact) => fact.measure)).toEqual([]);
  });

  it("follows at every node from its parts, down to entries of the group and rows of the workspace", () => {
    const wrong = facts.flatMap((fact) =>
      broken(fact.working).map((text) => `${fact.measure} ${fact.period}: ${text}`),
    );
    expect(wrong.join("\n")).toBe("");
  });

  it("says why where there is no number", () => {
    const silent = facts.filter((fact) => typeof fact.value === "string" && fact.working.text.length < 8);
    expect(silent).toEqual([]);
  });

  it("does not depend on the order of the entries", () => {
    const turned = {
      ...LITTLE.group,
      income: [...LITTLE.group.income].reverse(),
      flows: [...LITTLE.group.flows].reverse(),
    };
    const other = factBook({ books: LITTLE.books, group: turned }).value;
    for (const fact of facts) {
      const same = other.fact(fact.measure, fact.period, fact.member);
      expect([fact.measure, fact.period, isSame(fact.value, same?.value)]).toEqual([fact.measure, fact.period, true]);
    }
  });
});
