import type { StatementLine } from "../books/statement-line.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, plus } from "../ledger/fraction.ts";
import type { Closing } from "./closing.ts";
import { AS_IT_IS, atRated, type EntryNames, ratedEntry, reversed } from "./entry.ts";
import type { EntryKind, GroupEntry } from "./group.ts";
import type { InvestmentMove } from "./investments.ts";
import type { Membership } from "./membership.ts";
import type { NciMonth } from "./nci.ts";
import type { Equity, Translated } from "./translated.ts";

type Make = (
  month: number,
  entity: string,
  line: StatementLine,
  kind: EntryKind,
  credit: Rational,
  text: string,
) => GroupEntry[];

/** Entries that the consolidation makes in the presentation currency; the amounts are given in credit. */
export const maker =
  ({ books, ledger }: Closing): Make =>
  (month, entity, line, kind, credit, text) => {
    if (credit.n === 0n) return [];
    const amount = opposite(credit);
    const { presentation } = books.company;
    const members = { account: "", division: "", region: "", tag: "" } as const;
    const names: EntryNames = { ...members, entity, line, kind, currency: presentation };
    return [ratedEntry(ledger.months[month]!.month, names, atRated(amount, AS_IT_IS), `: ${text}`)];
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
export function eliminateEquity(closing: Closing, translated: readonly Translated[]): GroupEntry[] {
  const make = maker(closing);
  const entries: GroupEntry[] = [];
  for (const each of translated) {
    const entity = each.subject.ledger.entity.entity;
    if (entity === closing.books.company.parent) continue;
    for (const entry of each.equityEntries)
      if (OWN_LINES.has(entry.line)) entries.push(reversed(entry, `equity of ${entity}, taken out`));
    each.months.forEach((at, month) => {
      if (at === undefined || month >= each.subject.member.held) return;
      const since = minus(at.equity.paidIn, each.openingEquity.paidIn);
      const opened = plus(each.openingEquity.paidIn, at.equity.dividends);
      entries.push(
        ...make(month, entity, "paid-in-capital", "elimination", since, `paid into ${entity} since the opening`),
        ...make(
          month,
          entity,
          "retained-earnings",
          "elimination",
          opened,
          `paid-in equity that ${entity} was opened or bought with, and its dividends`,
        ),
      );
    });
  }
  return entries;
}

/** Investments of all entities of the group in each other, against what eliminateEquity leaves. */
export function eliminateInvestments(
  closing: Closing,
  translated: readonly Translated[],
  moves: readonly InvestmentMove[],
  members: ReadonlyMap<string, Membership | undefined>,
): GroupEntry[] {
  const make = maker(closing);
  const entries: GroupEntry[] = [];
  for (const each of translated) {
    const owner = each.subject.ledger.entity.entity;
    const mine = moves.filter((move) => move.owner === owner);
    const opening = each.openingEquity.investments;
    if (mine.length === 0 && opening.n === 0n) continue;
    for (let month = each.subject.member.first; month < each.subject.member.held; month++) {
      let [bought, since] = [opening, ZERO];
      for (const move of mine) {
        // An entity that is paid for before it is the group's stays an investment until it is.
        if (move.month > month || (members.get(move.entity)?.first ?? 0) > month) continue;
        if (move.kind === "equity") since = plus(since, move.amount);
        else bought = plus(bought, move.amount);
      }
      entries.push(
        ...make(
          month,
          owner,
          "investment-in-subsidiaries",
          "elimination",
          plus(bought, since),
          "investments within the group, taken out",
        ),
        ...make(
          month,
          owner,
          "retained-earnings",
          "elimination",
          opposite(bought),
          "investments, against the equity that was opened or bought with",
        ),
        ...make(
          month,
          owner,
          "paid-in-capital",
          "elimination",
          opposite(since),
          "dealings with owners since the opening",
        ),
      );
    }
  }
  return entries;
}

/** Non-controlling interests of one entity, out of the equity that the entries before have left with the parent. */
export function nciEntries(
  closing: Closing,
  each: Translated,
  months: readonly (NciMonth | undefined)[],
): GroupEntry[] {
  const make = maker(closing);
  const entity = each.subject.ledger.entity.entity;
  const entries: GroupEntry[] = [];
  for (let month = each.subject.member.first; month < each.subject.member.held; month++) {
    const at = months[month];
    if (at === undefined) continue;
    const kind = "non-controlling-interests";
    const retained = minus(minus(at.total, at.translation), at.fromPaidIn);
    entries.push(
      ...make(month, entity, kind, kind, at.total, `what belongs to others of ${entity}`),
      ...make(
        month,
        entity,
        "translation-adjustment",
        kind,
        opposite(at.translation),
        `cumulative translation of others of ${entity}`,
      ),
      ...make(
        month,
        entity,
        "paid-in-capital",
        kind,
        opposite(at.fromPaidIn),
        `dealings with other owners of ${entity}`,
      ),
      ...make(
        month,
        entity,
        "retained-earnings",
        kind,
        opposite(retained),
        `equity and results of others of ${entity}`,
      ),
    );
  }
  return entries;
}

/** What dealings with owners of an entity left in paid-in capital stays there after the entity has gone. */
export function keptAfterDisposal(
  closing: Closing,
  each: Translated,
  nci: readonly (NciMonth | undefined)[],
): GroupEntry[] {
  const { disposed, held } = each.subject.member;
  if (disposed === undefined) return [];
  const make = maker(closing);
  const entity = each.subject.ledger.entity.entity;
  const kept = keptPaidIn(each, nci);
  const entries: GroupEntry[] = [];
  for (let month = held; month < closing.ledger.months.length; month++)
    entries.push(
      ...make(
        month,
        entity,
        "paid-in-capital",
        "disposal",
        kept,
        `dealings with owners of ${entity} until its disposal`,
      ),
      ...make(
        month,
        entity,
        "retained-earnings",
        "disposal",
        opposite(kept),
        `dealings with owners of ${entity} until its disposal`,
      ),
    );
  return entries;
}

function keptPaidIn(each: Translated, nci: readonly (NciMonth | undefined)[]): Rational {
  const month = each.subject.member.disposed!.month;
  const at: Equity = each.months[month]!.equity;
  return minus(minus(at.paidIn, each.openingEquity.paidIn), nci[month]?.fromPaidIn ?? ZERO);
}
