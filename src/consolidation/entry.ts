import type { MonthName } from "../books/books.ts";
import type { StatementLine } from "../books/statement-line.ts";
import { ONE, type Rational } from "../exact/rational.ts";
import { type Denominator, lowest, opposite, type Quotient, times } from "../ledger/quotient.ts";
import type { NamedRate } from "../ledger/rate-table.ts";
import type { EntryKind, GroupEntry, GroupFlow } from "./group.ts";
import { amountText, atRate } from "./how.ts";
import { MonthTotals } from "./month-totals.ts";

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

/** Names without a division, a region and a tag. Written out, for a record that is spread into another is copied field by field by the engine, and a close makes some ten thousand. */
export const entryNames = ({
  entity,
  account,
  line,
  kind,
  currency,
  note,
}: Pick<EntryNames, "entity" | "account" | "line" | "kind" | "currency" | "note">): EntryNames => ({
  entity,
  account,
  line,
  division: "",
  region: "",
  tag: "",
  kind,
  currency,
  note,
});

/** What the flows of one account have in common in all months. */
export interface FlowNames extends Names {
  readonly line: GroupFlow["line"];
}

/** Of an amount that is in the presentation currency already. */
export const AS_IT_IS: NamedRate = { rate: ONE, text: "", place: undefined };

/** By the number of the month; undefined where the month has none. */
export type ByMonth<T> = readonly (T | undefined)[];

/** The rows of one account and one set of members: at most one in each month. */
export interface Series<N extends Names> {
  readonly names: N;
  readonly has: (month: number) => boolean;
  readonly functional: (month: number) => Quotient;
  readonly amount: (month: number) => Quotient;
  /** The rate that brings the first to the second; AS_IT_IS where the amount came together at several rates. */
  readonly rate: (month: number) => NamedRate;
  /** Adds the amounts of the months from `first` to before `end` to the totals of these months. */
  readonly tally: (totals: MonthTotals, first: number, end: number) => void;
}

/** Whole units over one denominator, at the rates of the months. The units may be the ledger's own: nothing is copied, and `isOpposite` turns their signs. */
export class UnitSeries<N extends Names> implements Series<N> {
  readonly names: N;
  private readonly units: ByMonth<bigint>;
  private readonly over: Denominator;
  private readonly rates: ByMonth<NamedRate>;
  private readonly isOpposite: boolean;

  constructor(names: N, units: ByMonth<bigint>, over: Denominator, rates: ByMonth<NamedRate>, isOpposite = false) {
    this.names = names;
    this.units = units;
    this.over = over;
    this.rates = rates;
    this.isOpposite = isOpposite;
  }

  has(month: number): boolean {
    return (this.units[month] ?? 0n) !== 0n;
  }
  functional(month: number): Quotient {
    const units = this.units[month]!;
    return { n: this.isOpposite ? -units : units, over: this.over };
  }
  amount(month: number): Quotient {
    return times(this.functional(month), this.rate(month).rate);
  }
  rate(month: number): NamedRate {
    return this.rates[month]!;
  }
  tally(totals: MonthTotals, first: number, end: number): void {
    const { units, isOpposite } = this;
    const sums = totals.unitsAt(this.over, this.rates);
    for (let month = first; month < end; month++) {
      const moved = units[month];
      if (moved === undefined || moved === 0n) continue;
      const sum = sums[month]!;
      sums[month] = isOpposite ? sum - moved : sum + moved;
    }
  }
}

/** Amounts over denominators of their own, at the rates of the months; or amounts that came together at several rates, each beside what it is in the currency of the names. */
export class AmountSeries<N extends Names> implements Series<N> {
  readonly names: N;
  private readonly amounts: ByMonth<Quotient>;
  private readonly rates: ByMonth<NamedRate> | undefined;
  private readonly kept: ByMonth<Quotient>;

  /** Where `rates` are given, `amounts` are in the currency of the names and `kept` is not looked at; else `kept` is what they come to in the presentation currency. */
  constructor(
    names: N,
    amounts: ByMonth<Quotient>,
    rates: ByMonth<NamedRate> | undefined = undefined,
    kept: ByMonth<Quotient> = amounts,
  ) {
    this.names = names;
    this.amounts = amounts;
    this.rates = rates;
    this.kept = kept;
  }

  has(month: number): boolean {
    return (this.amounts[month]?.n ?? 0n) !== 0n || (this.kept[month]?.n ?? 0n) !== 0n;
  }
  functional(month: number): Quotient {
    return this.amounts[month]!;
  }
  amount(month: number): Quotient {
    return this.rates === undefined ? this.kept[month]! : times(this.amounts[month]!, this.rate(month).rate);
  }
  rate(month: number): NamedRate {
    return this.rates?.[month] ?? AS_IT_IS;
  }
  /** The same with other signs, as amounts that came together. */
  opposite(names: N): AmountSeries<N> {
    const [amounts, kept] = [this.amounts, this.kept].map((list) => list.map((each) => each && opposite(each)));
    return new AmountSeries(names, amounts!, undefined, kept!);
  }
  tally(totals: MonthTotals, first: number, end: number): void {
    const { amounts, rates, kept } = this;
    for (let month = first; month < end; month++) {
      const amount = amounts[month];
      if (amount === undefined) continue;
      if (rates === undefined) totals.months[month]!.add(kept[month]!);
      else if (amount.n !== 0n) totals.months[month]!.add(times(amount, rates[month]!.rate));
    }
  }
}

/** An amount of one month, in the currency of the names and at a rate. */
class SingleAmount<N extends Names> implements Series<N> {
  readonly names: N;
  private readonly month: number;
  private readonly own: Quotient;
  private readonly at: NamedRate;

  constructor(names: N, month: number, own: Quotient, at: NamedRate) {
    this.names = names;
    this.month = month;
    this.own = own;
    this.at = at;
  }

  has(month: number): boolean {
    return month === this.month && this.own.n !== 0n;
  }
  functional(): Quotient {
    return this.own;
  }
  amount(): Quotient {
    return times(this.own, this.at.rate);
  }
  rate(): NamedRate {
    return this.at;
  }
  tally({ months }: MonthTotals): void {
    months[this.month]!.add(this.amount());
  }
}

/** Series that were entered together. */
interface Block<N extends Names> {
  readonly series: readonly Series<N>[];
  readonly first: number;
  /** Past the last. */
  readonly end: number;
  /** The months in the order of the rows, each with all series; undefined where each series comes with all its months instead. */
  readonly order: readonly number[] | undefined;
}

/**
 * Entries by account and month: a close makes hundreds of thousands, which are added up as they stand in the ledger's own lists, and few of which are ever read. One is
 * made, multiplied out and put into words only when someone looks at it.
 */
abstract class Sheet<N extends Names> {
  private readonly blocks: Block<N>[] = [];
  private lastTurn: readonly number[] = [];
  protected readonly monthNames: readonly MonthName[];

  constructor(monthNames: readonly MonthName[]) {
    this.monthNames = monthNames;
  }

  /** Rows of the months from `first` to before `end`, month by month, and in a month in the order of the series; `order` is that of the months, where it is not their own. */
  enter(series: readonly Series<N>[], first: number, end: number, order?: readonly number[]): void {
    if (series.length === 0 || first >= end) return;
    this.blocks.push({ series, first, end, order: order ?? this.inTurn(first, end) });
  }

  /** The same, series by series. */
  enterBySeries(series: readonly Series<N>[], first: number, end: number): void {
    if (series.length > 0 && first < end) this.blocks.push({ series, first, end, order: undefined });
  }

  /** An amount of a month that is in the presentation currency, unless it is nothing. */
  putAmount(month: number, names: N, amount: Quotient): void {
    this.put(month, names, amount, AS_IT_IS);
  }

  /** An amount of a month in the currency of the names, at a rate, unless it is nothing. */
  put(month: number, names: N, amount: Quotient, rate: NamedRate): void {
    if (amount.n === 0n) return;
    const end = month + 1;
    this.blocks.push({ series: [new SingleAmount(names, month, amount, rate)], first: month, end, order: undefined });
  }

  /** Every row in turn whose names are wanted. */
  forEach(row: (series: Series<N>, month: number) => void, isWanted: (names: N) => boolean = () => true): void {
    for (const { series: all, first, end, order } of this.blocks) {
      const series = all.filter(({ names }) => isWanted(names));
      if (series.length === 0) continue;
      for (const month of order ?? []) for (const each of series) if (each.has(month)) row(each, month);
      if (order !== undefined) continue;
      for (const each of series) for (let month = first; month < end; month++) if (each.has(month)) row(each, month);
    }
  }

  /** The numbers of months in their order: one list for all entities of the same months. */
  private inTurn(first: number, end: number): readonly number[] {
    const { lastTurn } = this;
    if (lastTurn[0] !== first || lastTurn.length !== end - first)
      this.lastTurn = Array.from({ length: end - first }, (_, i) => first + i);
    return this.lastTurn;
  }

  /** Adds the amount of each row to the total of its month, among those that `of` has for its names. */
  private tally(of: (names: N) => MonthTotals): void {
    for (const { series, first, end } of this.blocks)
      for (let i = 0; i < series.length; i++) series[i]!.tally(of(series[i]!.names), first, end);
  }

  /** What all rows of each month come to. */
  byMonth(): readonly Quotient[] {
    const all = new MonthTotals(this.monthNames.length);
    this.tally(() => all);
    return all.totals();
  }

  /** What the rows of each month come to, apart for each of what `of` says of their names. */
  totals<K>(of: (names: N) => K): ReadonlyMap<K, readonly Quotient[]> {
    const known = new Map<K, MonthTotals>();
    this.tally((names) => {
      const name = of(names);
      let totals = known.get(name);
      if (totals === undefined) {
        totals = new MonthTotals(this.monthNames.length);
        known.set(name, totals);
      }
      return totals;
    });
    return new Map([...known].map(([name, each]) => [name, each.totals()]));
  }
}

function howOf<N extends Names>(series: Series<N>, month: number): string {
  const { how, currency } = series.names;
  if (how !== undefined) return how(month, lowest(series.amount(month)));
  return `${amountText(lowest(series.functional(month)))}${atRate(currency, series.rate(month))}`;
}

/** The words of an entry. */
export function entryHow(series: Series<EntryNames>, month: number): string {
  const { how, note } = series.names;
  if (how !== undefined) return howOf(series, month);
  return `${howOf(series, month)}${typeof note === "string" ? note : note(month)}`;
}

export class EntrySheet extends Sheet<EntryNames> {
  /** All rows as the group has them. */
  entries(): readonly GroupEntry[] {
    const entries: GroupEntry[] = [];
    this.forEach((series, month) => {
      entries.push(new SheetEntry(series, month, this.monthNames[month]!));
    });
    return entries;
  }
}

export class FlowSheet extends Sheet<FlowNames> {
  flows(): readonly GroupFlow[] {
    const flows: GroupFlow[] = [];
    this.forEach((series, month) => {
      flows.push(new SheetFlow(series, month, this.monthNames[month]!));
    });
    return flows;
  }
}

/** A row of a sheet as the group has it: made, multiplied out and put into words as it is read. */
class SheetRow<N extends Names> {
  readonly month: MonthName;
  protected readonly series: Series<N>;
  protected readonly at: number;

  constructor(series: Series<N>, at: number, month: MonthName) {
    this.series = series;
    this.at = at;
    this.month = month;
  }

  get entity(): string {
    return this.series.names.entity;
  }
  get account(): string {
    return this.series.names.account;
  }
  get amount(): Rational {
    return lowest(this.series.amount(this.at));
  }
}

class SheetEntry extends SheetRow<EntryNames> implements GroupEntry {
  get line(): StatementLine {
    return this.series.names.line;
  }
  get division(): string {
    return this.series.names.division;
  }
  get region(): string {
    return this.series.names.region;
  }
  get tag(): string {
    return this.series.names.tag;
  }
  get kind(): EntryKind {
    return this.series.names.kind;
  }
  get currency(): string {
    return this.series.names.currency;
  }
  get functional(): Rational {
    return lowest(this.series.functional(this.at));
  }
  get how(): string {
    return entryHow(this.series, this.at);
  }
}

class SheetFlow extends SheetRow<FlowNames> implements GroupFlow {
  get line(): GroupFlow["line"] {
    return this.series.names.line;
  }
  get how(): string {
    return howOf(this.series, this.at);
  }
}
