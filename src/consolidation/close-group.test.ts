import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closedSketch, type LedgerText, type LittleLedger, ledgerText } from "../../test/ledger-text.ts";
import { format } from "../exact/decimal.ts";
import { closeGroup } from "./close-group.ts";
import type { Group } from "./group.ts";

const CURRENCIES = ["EUR", "GBP", "JPY"] as const;
const MONTHS = ["2006-P11", "2006-P12", "2007-P01"] as const;
const LINES = ["cash", "receivables", "inventories", "revenue", "cost-of-sales", "common-stock", "dividends"] as const;

const rate = fc
  .integer({ min: 1, max: 30_000 })
  .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}1`);
const rates = fc
  .array(rate, { minLength: CURRENCIES.length * 7, maxLength: CURRENCIES.length * 7 })
  .map((numbers) =>
    CURRENCIES.flatMap((currency, c) => [
      `${currency} opening ${numbers[c * 7]}`,
      ...MONTHS.map(
        (month, m) => `${currency} ${month} average=${numbers[c * 7 + 1 + m]} closing=${numbers[c * 7 + 4 + m]}`,
      ),
    ]).join("\n"),
  );

/** A document of two lines, of an entity in its own currency or in another. */
const document = fc.record({
  month: fc.constantFrom(...MONTHS),
  entity: fc.constantFrom("DE", "GB", "JP"),
  debit: fc.constantFrom(...LINES),
  credit: fc.constantFrom(...LINES),
  amount: fc.integer({ min: -100_000, max: 100_000 }),
  foreign: fc.option(fc.integer({ min: -90_000, max: 90_000 }), { nil: undefined }),
  division: fc.constantFrom("", " division=A", " division=B"),
});
const journal = fc.array(document, { maxLength: 25 }).map((documents) =>
  documents
    .flatMap(({ month, entity, debit, credit, amount, foreign, division }, i) => {
      const other = foreign === undefined ? `${amount}` : `${foreign} ${entity === "JP" ? "EUR" : "JPY"} = ${amount}`;
      return [
        `D${i} ${month} ${entity} ${debit} ${other}${division}`,
        `D${i} ${month} ${entity} ${credit} ${-amount}${division}`,
      ];
    })
    .join("\n"),
);
const share = fc.integer({ min: 0, max: 100 });
const books = fc.record({ rates, journal, share, later: share }).map(
  ({ rates, journal, share, later }): LedgerText => ({
    months: MONTHS,
    entities: "US USD\nDE EUR\nGB GBP\nJP JPY",
    owned: `DE by US ${share} to=2006-12-19\nDE by US ${later} from=2006-12-20\nGB by DE 75\nJP by GB 60`,
    opening:
      "US cash 5\nUS common-stock -5\nDE cash 100.55\nDE common-stock -100.55 historical=-70\nGB receivables 7\nGB common-stock -7 historical=-9",
    rates,
    journal,
  }),
);

/** All that a group says, as text. */
const told = (group: Group | undefined): readonly string[] => {
  if (group === undefined) return [];
  const entry = (each: Group["income"][number]): string =>
    [
      each.month,
      each.entity,
      each.account,
      each.line,
      each.division,
      each.region,
      each.tag,
      each.kind,
      format(each.amount),
      format(each.functional),
      each.how,
    ].join("|");
  return [
    ...group.income.map(entry),
    ...group.balances.map(entry),
    ...group.flows.map((each) =>
      [each.month, each.entity, each.account, each.line, format(each.amount), each.how].join("|"),
    ),
    ...group.rollForwards.map((each) =>
      [each.of, each.entity, each.month, format(each.opening), format(each.closing), format(each.residual)].join("|"),
    ),
    ...[...group.nciIncome].map(([month, amount]) => `${month} ${format(amount)}`),
  ];
};

const reversed = (little: LittleLedger): LittleLedger => ({
  books: {
    ...little.books,
    entities: new Map([...little.books.entities].reverse()),
    accounts: new Map([...little.books.accounts].reverse()),
    ownership: [...little.books.ownership].reverse(),
    opening: [...little.books.opening].reverse(),
    rates: [...little.books.rates].reverse(),
  },
  movements: [...little.movements].reverse(),
  intercompany: [...little.intercompany].reverse(),
});

describe("any close", () => {
  it("adds to zero in every month, and every roll-forward closes, whatever rates, flows and holdings are", () => {
    fc.assert(
      fc.property(books, (text) => {
        const { value, findings } = closeGroup(ledgerText(text));
        expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(value!.rollForwards.filter(({ residual }) => residual.n !== 0n)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same for the same books in any order", () => {
    fc.assert(
      fc.property(books, (text) => {
        const little = ledgerText(text);
        const [as, turned] = [closeGroup(little), closeGroup(reversed(little))];
        expect(told(turned.value)).toEqual(told(as.value));
      }),
      { numRuns: 30 },
    );
  });

  it("gives the same totals whatever divisions the movements are split between", () => {
    fc.assert(
      fc.property(books, (text) => {
        const whole = closedSketch({ ...text, journal: text.journal!.replaceAll(/ division=./g, "") });
        const split = closedSketch(text);
        for (const month of MONTHS) {
          for (const line of LINES) {
            expect(split.balance(month, line)).toBe(whole.balance(month, line));
            expect(split.income(month, line)).toBe(whole.income(month, line));
          }
          expect(split.flow(month, "net-income")).toBe(whole.flow(month, "net-income"));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("an entity that books month by month", () => {
  const months = ["2007-P01", "2007-P02", "2007-P03", "2007-P04"];
  const said = (text: string): readonly string[] =>
    closedSketch({
      months,
      entities: "US USD\nDE USD",
      journal: text
        .split(" ")
        .map((at, i) => {
          const [entity, month] = at.split(":");
          return `D${i} 2007-P0${month} ${entity} cash 10\nD${i} 2007-P0${month} ${entity} revenue -10`;
        })
        .join("\n"),
    }).findings.map(({ code, severity, message }) => `${severity} ${code}: ${message}`);

  it("is asked about a month that it has no line in, at the end or in between", () => {
    const words = "which other entities have.";
    expect(said("US:1 US:2 US:3 US:4 DE:1 DE:2 DE:4")).toEqual([
      `warning month-without-lines: DE has journal lines in the months before, and none in 2007-P03, ${words}`,
    ]);
    expect(said("US:1 US:2 US:3 US:4 DE:2 DE:3")).toEqual([
      `warning month-without-lines: DE has journal lines in the months before, and none in 2007-P04, ${words}`,
    ]);
  });

  it("is not asked where nobody has lines, or where it books now and then", () => {
    expect(said("US:1 US:2 DE:1 DE:2")).toEqual([]);
    expect(said("US:1 US:2 US:3 US:4 DE:1 DE:4")).toEqual([]);
  });
});
