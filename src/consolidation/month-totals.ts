import { type Denominator, type Quotient, Tally, times } from "../ledger/quotient.ts";
import type { RateList } from "../ledger/rate-table.ts";

/** Whole units that are at the same rates, by month. */
interface RatedUnits {
  readonly over: Denominator;
  readonly rates: RateList;
  readonly units: bigint[];
}

/** What comes together in each month. */
export class MonthTotals {
  readonly months: readonly Tally[];
  // Entities of a currency share their rates: their units are added up as whole numbers, and multiplied once, at the end.
  private readonly rated = new Map<RateList, RatedUnits[]>();
  private last: RatedUnits | undefined;

  constructor(months: number) {
    this.months = Array.from({ length: months }, () => new Tally());
  }

  /** Where units divided by `over`, at these rates, are added up. */
  unitsAt(over: Denominator, rates: RateList): bigint[] {
    if (this.last === undefined || this.last.rates !== rates || this.last.over !== over)
      this.last = this.ratedAt(over, rates);
    return this.last.units;
  }

  totals(): readonly Quotient[] {
    for (const { over, rates, units } of [...this.rated.values()].flat())
      for (let month = 0; month < units.length; month++) {
        const sum = units[month]!;
        if (sum !== 0n) this.months[month]!.add(times({ n: sum, over }, rates[month]!.rate));
        units[month] = 0n;
      }
    return this.months.map((each) => each.total());
  }

  private ratedAt(over: Denominator, rates: RateList): RatedUnits {
    const known = this.rated.get(rates) ?? [];
    let found = known.find((each) => each.over === over);
    if (found === undefined) {
      found = { over, rates, units: new Array<bigint>(this.months.length).fill(0n) };
      known.push(found);
      this.rated.set(rates, known);
    }
    return found;
  }
}
