import type { MonthName } from "../books/books.ts";
import type { StatementLine } from "../books/statement-line.ts";
import { ONE, type Rational } from "../exact/rational.ts";
import { type Denominator, lowest, opposite, type Quotient, Tally, times } from "../ledger/quotient.ts";
import type { NamedRate } from "../ledger/rate-table.ts";
import type { EntryKind, GroupEntry, GroupFlow } from "./group.ts";
import { amountText, atRate } from "./how.ts";

interface Names {
  readonly entity: string;
  readonly account: string;
  readonly currency: string;
  /** All the words of an entry, where they are not its amount and its rate; told the number of the month and the amount. */
  readonly how?: (month: number, amount: Rational) => string;
}

/** What the entries of one account and one set of members have in common in all months. */
export interface EntryNames extends Names {
  readonly line: StatementLine;
  readonly division: string;
  readonly region: string;
  readonly tag: string;
  readonly kind: EntryKind;
  /** What stands behind the amount and the rate; of the month, where it differs by month. */
  readonly note: string | ((month: number) => string);
}

/** What the flows of one account have in common in all months. */
export interface FlowNames extends Names {
  readonly line: GroupFlow["line"];
}

/** Of an amount that is in the presentation currency already. */
export const AS_IT_IS: NamedRate = { rate: ONE, text: "", place: undefined };

/**
 * Entries in columns: a close makes hundreds of thousands, which are added up as they stand here, and few of which are ever read. One is made, multiplied out and put into
 * words only when someone looks at it.
 */
abstract class Sheet<N extends Names> {
  private readonly months: number[] = [];
  private readonly names: N[] = [];
  private readonly units: bigint[] = [];
  private readonly over: Denominator[] = [];
  private readonly rates: NamedRate[] = [];
  private readonly kept: (Quotient | undefined)[] = [];
  private readonly monthNames: readonly MonthName[];

  constructor(monthNames: readonly MonthName[]) {
    this.monthNames = monthNames;
  }

  get size(): number {
    return this.months.length;
  }

  /**
   * Of a month, by its number, `units` divided by `over` in the currency of the names, at a rate. `kept` is the amount in the presentation currency where it came together
   * at several rates.
   */
  put(month: number, names: N, units: bigint, over: Denominator, rate: NamedRate, kept?: Quotient): void {
    this.months.push(month);
    this.names.push(names);
    this.units.push(units);
    this.over.push(over);
    this.rates.push(rate);
    this.kept.push(kept);
  }

  /** An amount that is in the presentation currency, unless it is nothing. */
  putAmount(month: number, names: N, amount: Quotient): void {
    if (amount.n !== 0n) this.put(month, names, amount.n, amount.over, AS_IT_IS);
  }

  /** Of another row, under other names and as an amount that came together. */
  putOpposite(row: number, names: N): void {
    this.put(this.months[row]!, names, -this.units[row]!, this.over[row]!, AS_IT_IS, opposite(this.amount(row)));
  }

  namesOf(row: number): N {
    return this.names[row]!;
  }
  monthOf(row: number): number {
    return this.months[row]!;
  }
  monthName(row: number): MonthName {
    return this.monthNames[this.months[row]!]!;
  }
  functional(row: number): Quotient {
    return { n: this.units[row]!, over: this.over[row]! };
  }
  amount(row: number): Quotient {
    return this.kept[row] ?? times(this.functional(row), this.rates[row]!.rate);
  }

  how(row: number): string {
    const { how, currency } = this.names[row]!;
    if (how !== undefined) return how(this.months[row]!, lowest(this.amount(row)));
    const rate = this.kept[row] === undefined ? this.rates[row]! : AS_IT_IS;
    return `${amountText(lowest(this.functional(row)))}${atRate(currency, rate)}`;
  }

  /** Adds the amount of each row to the total that `of` has for it, if any. */
  tally(of: (names: N, month: number) => Tally | undefined): void {
    for (let row = 0; row < this.months.length; row++) {
      const total = of(this.names[row]!, this.months[row]!);
      if (total === undefined) continue;
      const kept = this.kept[row];
      if (kept === undefined) total.addRated(this.units[row]!, this.over[row]!, this.rates[row]!.rate);
      else total.add(kept);
    }
  }

  /** What all rows of each month come to. */
  byMonth(): readonly Quotient[] {
    const totals = this.monthNames.map(() => new Tally());
    this.tally((_, month) => totals[month]);
    return totals.map((each) => each.total());
  }
}

export class EntrySheet extends Sheet<EntryNames> {
  override how(row: number): string {
    const names = this.namesOf(row);
    if (names.how !== undefined) return super.how(row);
    const { note } = names;
    return `${super.how(row)}${typeof note === "string" ? note : note(this.monthOf(row))}`;
  }

  /** All rows as the group has them. */
  entries(): readonly GroupEntry[] {
    return Array.from({ length: this.size }, (_, row) => new SheetEntry(this, row));
  }
}

export class FlowSheet extends Sheet<FlowNames> {
  flows(): readonly GroupFlow[] {
    return Array.from({ length: this.size }, (_, row) => new SheetFlow(this, row));
  }
}

/** A row of a sheet as the group has it: made, multiplied out and put into words as it is read. */
class SheetRow<N extends Names> {
  protected readonly sheet: Sheet<N>;
  protected readonly row: number;

  constructor(sheet: Sheet<N>, row: number) {
    this.sheet = sheet;
    this.row = row;
  }

  protected get names(): N {
    return this.sheet.namesOf(this.row);
  }
  get month(): MonthName {
    return this.sheet.monthName(this.row);
  }
  get entity(): string {
    return this.names.entity;
  }
  get account(): string {
    return this.names.account;
  }
  get amount(): Rational {
    return lowest(this.sheet.amount(this.row));
  }
  get how(): string {
    return this.sheet.how(this.row);
  }
}

class SheetEntry extends SheetRow<EntryNames> implements GroupEntry {
  get line(): StatementLine {
    return this.names.line;
  }
  get division(): string {
    return this.names.division;
  }
  get region(): string {
    return this.names.region;
  }
  get tag(): string {
    return this.names.tag;
  }
  get kind(): EntryKind {
    return this.names.kind;
  }
  get currency(): string {
    return this.names.currency;
  }
  get functional(): Rational {
    return lowest(this.sheet.functional(this.row));
  }
}

class SheetFlow extends SheetRow<FlowNames> implements GroupFlow {
  get line(): GroupFlow["line"] {
    return this.names.line;
  }
}
