import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, multiply, type Rational, rational, ZERO } from "../exact/rational.ts";
import { denominator, lowest, type Quotient, quotient } from "../ledger/quotient.ts";
import type { NamedRate } from "../ledger/rate-table.ts";
import { AmountSeries, type EntryNames, EntrySheet, type Series, UnitSeries } from "./entry.ts";

const MONTHS = ["2007-P01", "2007-P02", "2007-P03"];
const named = (entity: string): EntryNames => ({
  entity,
  account: "",
  line: "revenue",
  division: "",
  region: "",
  tag: "",
  kind: "translated",
  currency: "EUR",
  note: "",
});

const units = fc.oneof(fc.constant(0n), fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }), fc.bigInt());
const ofMonths = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 3, maxLength: 3 });
const rate = fc
  .tuple(fc.bigInt({ min: 1n, max: 30_000n }), fc.constantFrom(1n, 10_000n, 13_517n))
  .map(([n, d]): NamedRate => ({ rate: rational(n, d), text: "", place: undefined }));
const amount = fc.tuple(units, fc.constantFrom(1n, 100n, 6n, 13_517n)).map(([n, d]): Rational => rational(n, d));

interface Drawn {
  readonly series: Series<EntryNames>;
  /** By month. */
  readonly expected: readonly Rational[];
}

/** A series of one of the kinds that a close enters, with what it comes to, multiplied out one by one. */
const drawn = (rateLists: readonly (readonly NamedRate[])[]): fc.Arbitrary<Drawn> =>
  fc
    .record({
      entity: fc.constantFrom("US", "DE"),
      kind: fc.constantFrom("units", "opposite", "rated", "kept"),
      rates: fc.constantFrom(...rateLists),
      moved: ofMonths(units),
      amounts: ofMonths(amount),
    })
    .map(({ entity, kind, rates, moved, amounts }): Drawn => {
      const names = named(entity);
      const quotients = amounts.map((each): Quotient => quotient(each));
      const sign = kind === "opposite" ? -1n : 1n;
      const rated = amounts.map((each, month) => multiply(each, rates[month]!.rate));
      if (kind === "rated") return { series: new AmountSeries(names, quotients, rates), expected: rated };
      if (kind === "kept") return { series: new AmountSeries(names, quotients), expected: amounts };
      return {
        series: new UnitSeries(names, moved, denominator(100n), rates, kind === "opposite"),
        expected: moved.map((each, month) => multiply(rational(sign * each, 100n), rates[month]!.rate)),
      };
    });

const cases = fc
  .array(ofMonths(rate), { minLength: 1, maxLength: 3 })
  .chain((rateLists) => fc.array(drawn(rateLists), { maxLength: 12 }));

describe("a sheet of entries", () => {
  it("comes, by entity and month, to what its entries come to one by one", () => {
    fc.assert(
      fc.property(cases, (list) => {
        const sheet = new EntrySheet(MONTHS);
        for (const [i, { series }] of list.entries())
          if (i % 2 === 0) sheet.enter([series], 0, 3);
          else sheet.enterBySeries([series], 0, 3);
        const totals = sheet.totals(({ entity }) => entity);
        const entries = sheet.entries();
        for (const entity of ["US", "DE"])
          for (const [month, name] of MONTHS.entries()) {
            const expected = list
              .filter(({ series }) => series.names.entity === entity)
              .reduce((sum, each) => add(sum, each.expected[month]!), ZERO);
            const read = entries.filter((each) => each.entity === entity && each.month === name);
            expect(read.reduce((sum, each) => add(sum, each.amount), ZERO)).toEqual(expected);
            const made = totals.get(entity)?.[month];
            expect(made === undefined ? ZERO : lowest(made)).toEqual(expected);
          }
      }),
    );
  });

  it("has its rows month by month or series by series, as they were entered, and none of nothing", () => {
    const at: NamedRate[] = MONTHS.map(() => ({ rate: rational(1n), text: "", place: undefined }));
    const of = (entity: string, ...moved: bigint[]) => new UnitSeries(named(entity), moved, denominator(1n), at);
    const rows = (sheet: EntrySheet): string[] =>
      sheet.entries().map(({ entity, month }) => `${entity} ${month.slice(-1)}`);
    const [byMonth, bySeries] = [new EntrySheet(MONTHS), new EntrySheet(MONTHS)];
    byMonth.enter([of("US", 1n, 0n, 3n), of("DE", 4n, 5n, 6n)], 0, 3);
    bySeries.enterBySeries([of("US", 1n, 0n, 3n), of("DE", 4n, 5n, 6n)], 1, 3);
    expect(rows(byMonth)).toEqual(["US 1", "DE 1", "DE 2", "US 3", "DE 3"]);
    expect(rows(bySeries)).toEqual(["US 3", "DE 2", "DE 3"]);
  });
});
