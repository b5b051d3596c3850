import type { MonthName } from "../books/books.ts";
import type { Passed } from "../books/books-finding.ts";
import type { Day } from "../calendar/date.ts";
import type { Rational } from "../exact/rational.ts";

/**
 * Where a line lies to the deals of its entity: "before" it was acquired (the line is part of what was bought), "within" the group, "after" it was
 * disposed of (the line is not the group's).
 */
export type Stage = "before" | "within" | "after";

/** The lines of the journals that share these keys, added up. Names that are empty in the journals are "". */
export interface Movement {
  readonly entity: string;
  readonly account: string;
  readonly month: MonthName;
  readonly currency: string;
  readonly division: string;
  readonly region: string;
  readonly counterparty: string;
  readonly tag: string;
  readonly stage: Stage;
  /** In `currency`, debit positive. */
  readonly amount: Rational;
  /** In the functional currency of the entity, debit positive. */
  readonly functional: Rational;
  readonly lines: number;
}

/** One entity's side of a document between two entities of the group, added up by account and month. */
export interface IntercompanySide {
  readonly entity: string;
  readonly counterparty: string;
  readonly document: string;
  readonly account: string;
  readonly month: MonthName;
  readonly currency: string;
  readonly division: string;
  readonly region: string;
  readonly stage: Stage;
  readonly amount: Rational;
  readonly functional: Rational;
}

export interface JournalLine {
  readonly path: string;
  /** The line of the file, from 1; undefined for Parquet, where `document` and `number` name it. */
  readonly fileLine: number | undefined;
  readonly document: string;
  readonly number: string;
  readonly date: Day;
  readonly month: MonthName;
  readonly entity: string;
  readonly account: string;
  readonly division: string;
  readonly region: string;
  readonly counterparty: string;
  readonly currency: string;
  readonly amount: Rational;
  readonly functional: Rational;
  readonly tag: string;
}

/** Lines are chosen by the keys that are given; an empty string asks for lines where the key is empty. */
export interface LineChoice {
  readonly entity?: string;
  readonly account?: string;
  readonly months?: readonly MonthName[];
  readonly division?: string;
  readonly region?: string;
  readonly tag?: string;
  readonly document?: string;
}

/** What one file of journals came to, beside what the source system said it sent. */
export interface Load {
  readonly path: string;
  readonly lines: number;
  /** In functional currencies, added up over entities: a control total, no amount of any currency. */
  readonly debits: Rational;
  /** Without their sign. */
  readonly credits: Rational;
}

/** Journals wherever they live. Every method may be called again, and gives the same. */
export interface Warehouse {
  /** Reads what is new and checks it: control totals, unbalanced and doubled documents, days outside their month, names that nothing declares. */
  readonly load: () => Promise<Passed<readonly Load[]>>;
  /** Ordered by entity, account, month, currency, division, region, counterparty, tag, stage. */
  readonly movements: () => Promise<readonly Movement[]>;
  /** Only lines whose counterparty is an entity of the group; ordered by document, entity, account, month. */
  readonly intercompany: () => Promise<readonly IntercompanySide[]>;
  /** Ordered by date, document, line; at most `most` of them. */
  readonly lines: (choice: LineChoice, most: number) => Promise<readonly JournalLine[]>;
  readonly close: () => Promise<void>;
}
