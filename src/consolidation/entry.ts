import type { MonthName } from "../books/books.ts";
import type { StatementLine } from "../books/statement-line.ts";
import { ONE, type Rational, ZERO } from "../exact/rational.ts";
import { opposite, reduced, Tally, times } from "../ledger/fraction.ts";
import type { NamedRate } from "../ledger/rate-table.ts";
import type { EntryKind, GroupEntry, GroupFlow } from "./group.ts";
import { amountText, atRate } from "./how.ts";

/** What the entries of one account and one set of members have in common in all months. */
export interface EntryNames {
  readonly entity: string;
  readonly account: string;
  readonly line: StatementLine;
  readonly division: string;
  readonly region: string;
  readonly tag: string;
  readonly kind: EntryKind;
  readonly currency: string;
}

/** Whole units of 1/scale at a rate: an amount that is not yet multiplied out. */
export interface Rated {
  readonly units: bigint;
  readonly scale: bigint;
  readonly rate: NamedRate;
}

/** What stands behind the amount and the rate; of the entry's month where it differs by month, so that one function serves all of them. */
export type Note = string | ((month: MonthName) => string);

/** A fraction of the functional currency at a rate. */
export const atRated = ({ n, d }: Rational, rate: NamedRate): Rated => ({ units: n, scale: d, rate });

/** Of an amount that is in the presentation currency already. */
export const AS_IT_IS: NamedRate = { rate: ONE, text: "", place: undefined };

const said = (units: bigint, scale: bigint, rate: NamedRate, currency: string): string =>
  `${amountText(reduced(units, scale))}${atRate(currency, rate)}`;

/**
 * An entry that is multiplied out, and put into words, when someone looks at it. A close makes hundreds of thousands, and a release reads few of them; that is why
 * this is a class, whose getters all entries share, and no record.
 */
class RatedEntry implements GroupEntry {
  readonly month: MonthName;
  readonly units: bigint;
  readonly scale: bigint;
  readonly rate: NamedRate;
  private readonly names: EntryNames;
  /** Of an amount that came together at several rates; undefined where it is the units at the rate. */
  readonly kept: Rational | undefined;
  private readonly note: Note;

  constructor(
    month: MonthName,
    names: EntryNames,
    { units, scale, rate }: Rated,
    kept: Rational | undefined,
    note: Note,
  ) {
    this.month = month;
    this.names = names;
    this.units = units;
    this.scale = scale;
    this.rate = rate;
    this.kept = kept;
    this.note = note;
  }

  get entity(): string {
    return this.names.entity;
  }
  get account(): string {
    return this.names.account;
  }
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
  get amount(): Rational {
    return this.kept ?? times(reduced(this.units, this.scale), this.rate.rate);
  }
  get functional(): Rational {
    return reduced(this.units, this.scale);
  }
  get how(): string {
    const note = typeof this.note === "string" ? this.note : this.note(this.month);
    return `${said(this.units, this.scale, this.rate, this.names.currency)}${note}`;
  }
}

/** `note` stands behind the amount and the rate. */
export const ratedEntry = (month: MonthName, names: EntryNames, rated: Rated, note: Note = ""): GroupEntry =>
  new RatedEntry(month, names, rated, undefined, note);

/** An amount that came together at several rates; `note` stands behind the functional amount and says which. */
export const keptEntry = (
  month: MonthName,
  names: EntryNames,
  { units, scale }: Omit<Rated, "rate">,
  amount: Rational,
  note: Note,
): GroupEntry => new RatedEntry(month, names, { units, scale, rate: AS_IT_IS }, amount, note);

/** The opposite of an entry, as an elimination. Entries are never spread: what their getters give would be lost. */
export function reversed(entry: GroupEntry, text: string): GroupEntry {
  const { month, entity, account, line, division, region, tag, currency } = entry;
  const names: EntryNames = { entity, account, line, division, region, tag, currency, kind: "elimination" };
  if (entry instanceof RatedEntry) {
    const opposed = { units: -entry.units, scale: entry.scale, rate: AS_IT_IS };
    return new RatedEntry(month, names, opposed, opposite(entry.amount), `: ${text}`);
  }
  const functional = opposite(entry.functional);
  return keptEntry(month, names, { units: functional.n, scale: functional.d }, opposite(entry.amount), `: ${text}`);
}

/** What the flows of one account have in common in all months. */
export interface FlowNames extends Pick<GroupFlow, "entity" | "account" | "line"> {
  readonly currency: string;
}

/** A flow that came together at several rates, put into words when someone looks at it. */
class KeptFlow implements GroupFlow {
  readonly month: MonthName;
  readonly entity: string;
  readonly line: GroupFlow["line"];
  readonly amount: Rational;
  private readonly words: () => string;

  constructor(
    { month, entity, line }: Pick<GroupFlow, "month" | "entity" | "line">,
    amount: Rational,
    words: () => string,
  ) {
    this.month = month;
    this.entity = entity;
    this.line = line;
    this.amount = amount;
    this.words = words;
  }

  get account(): string {
    return "";
  }
  get how(): string {
    return this.words();
  }
}

/** A flow of no one account. */
export const keptFlow = (
  of: Pick<GroupFlow, "month" | "entity" | "line">,
  amount: Rational,
  how: () => string,
): GroupFlow => new KeptFlow(of, amount, how);

class RatedFlow implements GroupFlow {
  readonly month: MonthName;
  readonly units: bigint;
  readonly scale: bigint;
  readonly rate: NamedRate;
  private readonly names: FlowNames;

  constructor(month: MonthName, names: FlowNames, { units, scale, rate }: Rated) {
    this.month = month;
    this.names = names;
    this.units = units;
    this.scale = scale;
    this.rate = rate;
  }

  get entity(): string {
    return this.names.entity;
  }
  get account(): string {
    return this.names.account;
  }
  get line(): GroupFlow["line"] {
    return this.names.line;
  }
  get amount(): Rational {
    return times(reduced(this.units, this.scale), this.rate.rate);
  }
  get how(): string {
    return said(this.units, this.scale, this.rate, this.names.currency);
  }
}

export const ratedFlow = (month: MonthName, names: FlowNames, rated: Rated): GroupFlow =>
  new RatedFlow(month, names, rated);

/** Adds an amount as it stands, without bringing it to lowest terms first. */
export function addAmount(total: Tally, entry: GroupEntry | GroupFlow): void {
  const kept = entry instanceof RatedEntry ? entry.kept : undefined;
  if (kept === undefined && (entry instanceof RatedEntry || entry instanceof RatedFlow)) {
    const { units, scale, rate } = entry;
    total.putRated(units, scale, rate.rate);
  } else total.add(kept ?? entry.amount);
}

/** The totals of amounts by a name that each has; what is not there comes to nothing. */
export function totalsBy<T extends GroupEntry | GroupFlow>(
  list: readonly T[],
  nameOf: (each: T) => string,
): (name: string) => Rational {
  const totals = new Map<string, Tally>();
  for (const each of list) {
    const name = nameOf(each);
    let total = totals.get(name);
    if (total === undefined) {
      total = new Tally();
      totals.set(name, total);
    }
    addAmount(total, each);
  }
  return (name) => totals.get(name)?.total() ?? ZERO;
}
