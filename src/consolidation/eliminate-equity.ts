import type { StatementLine } from "../books/statement-line.ts";
import { minus, NOTHING, opposite, plus, type Quotient, quotient } from "../ledger/quotient.ts";
import type { Closing } from "./closing.ts";
import { AmountSeries, type EntryNames, type EntrySheet, entryNames } from "./entry.ts";
import type { EntryKind } from "./group.ts";
import type { InvestmentMove } from "./investments.ts";
import type { Membership } from "./membership.ts";
import type { NciMonth } from "./nci.ts";
import type { Equity, Translated } from "./translated.ts";

/** Enters an amount of a month, given in credit; nothing where it is nothing. */
type Enter = (month: number, credit: Quotient) => void;

/** Names of what the consolidation makes in the presentation currency: for an entity and a line of the statements, with the words that say what for. */
const namer =
  ({ books }: Closing) =>
  (entity: string, line: StatementLine, kind: EntryKind, text: string): EntryNames => {
    const { presentation: currency } = books.company;
    return entryNames({ entity, account: "", line, kind, currency, note: `: ${text}` });
  };

/** Enters such amounts one by one. */
export const maker =
  (closing: Closing, sheet: EntrySheet) =>
  (entity: string, line: StatementLine, kind: EntryKind, text: string): Enter => {
    const names = namer(closing)(entity, line, kind, text);
    return (month, credit) => sheet.putAmount(month, names, opposite(credit));
  };

const OWN_LINES: ReadonlySet<StatementLine> = new Set([
  "common-stock",
  "paid-in-capital",
  "treasury-stock",
  "dividends",
]);

/**
 * Equity of entities other than the parent (ASC 810-10-45-1): what they were opened or bought with stands against the investments in them, in retained earnings;
 * what has been paid in since, in paid-in capital; their dividends against what the owners took up.
 */
export function eliminateEquity(closing: Closing, translated: readonly Translated[], sheet: EntrySheet): void {
  const name = namer(closing);
  for (const each of translated) {
    const entity = each.subject.ledger.entity.entity;
    if (entity === closing.books.company.parent) continue;
    takeOut(each, sheet);
    const { first, held } = each.subject.member;
    const { paidIn: opened } = each.openingEquity;
    const [since, before]: [Quotient[], Quotient[]] = [[], []];
    for (let month = first; month < held; month++) {
      const { paidIn, dividends } = each.months[month]!.equity;
      since[month] = minus(opened, paidIn);
      before[month] = opposite(plus(opened, dividends));
    }
    const text = `paid-in equity that ${entity} was opened or bought with, and its dividends`;
    const series = [
      new AmountSeries(name(entity, "paid-in-capital", "elimination", `paid into ${entity} since the opening`), since),
      new AmountSeries(name(entity, "retained-earnings", "elimination", text), before),
    ];
    sheet.enter(series, first, held);
  }
}

/** What an entity's own accounts of equity hold, reversed. */
function takeOut({ equityEntries, subject }: Translated, sheet: EntrySheet): void {
  const { first, held } = subject.member;
  const note = `: equity of ${subject.ledger.entity.entity}, taken out`;
  const own = equityEntries.filter(({ names }) => OWN_LINES.has(names.line));
  sheet.enterBySeries(
    own.map((each) => each.opposite({ ...each.names, kind: "elimination", note })),
    first,
    held,
  );
}

/** Investments of all entities of the group in each other, against what eliminateEquity leaves. */
export function eliminateInvestments(
  closing: Closing,
  translated: readonly Translated[],
  moves: readonly InvestmentMove[],
  members: ReadonlyMap<string, Membership | undefined>,
  sheet: EntrySheet,
): void {
  const make = maker(closing, sheet);
  for (const each of translated) {
    const owner = each.subject.ledger.entity.entity;
    const mine = moves.filter((move) => move.owner === owner);
    const opening = each.openingEquity.investments;
    if (mine.length === 0 && opening.n === 0n) continue;
    const enter = [
      make(owner, "investment-in-subsidiaries", "elimination", "investments within the group, taken out"),
      make(owner, "retained-earnings", "elimination", "investments, against the equity that was opened or bought with"),
      make(owner, "paid-in-capital", "elimination", "dealings with owners since the opening"),
    ] as const;
    for (let month = each.subject.member.first; month < each.subject.member.held; month++) {
      let [bought, since] = [opening, NOTHING];
      for (const move of mine) {
        // An entity that is paid for before it is the group's stays an investment until it is.
        if (move.month > month || (members.get(move.entity)?.first ?? 0) > month) continue;
        if (move.kind === "equity") since = plus(since, quotient(move.amount));
        else bought = plus(bought, quotient(move.amount));
      }
      enter[0](month, plus(bought, since));
      enter[1](month, opposite(bought));
      enter[2](month, opposite(since));
    }
  }
}

/** Non-controlling interests of one entity, out of the equity that the entries before have left with the parent. */
export function nciEntries(
  closing: Closing,
  each: Translated,
  months: readonly (NciMonth | undefined)[],
  sheet: EntrySheet,
): void {
  const make = maker(closing, sheet);
  const entity = each.subject.ledger.entity.entity;
  const kind = "non-controlling-interests";
  const enter = [
    make(entity, kind, kind, `what belongs to others of ${entity}`),
    make(entity, "translation-adjustment", kind, `cumulative translation of others of ${entity}`),
    make(entity, "paid-in-capital", kind, `dealings with other owners of ${entity}`),
    make(entity, "retained-earnings", kind, `equity and results of others of ${entity}`),
  ] as const;
  for (let month = each.subject.member.first; month < each.subject.member.held; month++) {
    const at = months[month];
    if (at === undefined) continue;
    enter[0](month, at.total);
    enter[1](month, opposite(at.translation));
    enter[2](month, opposite(at.fromPaidIn));
    enter[3](month, minus(plus(at.translation, at.fromPaidIn), at.total));
  }
}

/** What dealings with owners of an entity left in paid-in capital stays there after the entity has gone. */
export function keptAfterDisposal(
  closing: Closing,
  each: Translated,
  nci: readonly (NciMonth | undefined)[],
  sheet: EntrySheet,
): void {
  const { disposed, held } = each.subject.member;
  if (disposed === undefined) return;
  const make = maker(closing, sheet);
  const entity = each.subject.ledger.entity.entity;
  const kept = keptPaidIn(each, nci);
  const text = `dealings with owners of ${entity} until its disposal`;
  const paidIn = make(entity, "paid-in-capital", "disposal", text);
  const retained = make(entity, "retained-earnings", "disposal", text);
  for (let month = held; month < closing.ledger.months.length; month++) {
    paidIn(month, kept);
    retained(month, opposite(kept));
  }
}

function keptPaidIn(each: Translated, nci: readonly (NciMonth | undefined)[]): Quotient {
  const month = each.subject.member.disposed!.month;
  const at: Equity = each.months[month]!.equity;
  return minus(minus(at.paidIn, each.openingEquity.paidIn), nci[month]?.fromPaidIn ?? NOTHING);
}
