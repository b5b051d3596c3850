import { format } from "../exact/decimal.ts";
import { add, equal, type Rational, sign } from "../exact/rational.ts";
import type { Account, Company, Entity, Opening, SourcePlace } from "./books.ts";
import { accountName, amount, currency, entityName } from "./kind.ts";
import type { Say } from "./said.ts";
import { STATEMENT_LINES, type StatementLine } from "./statement-line.ts";
import { filled, maybe, type Names, readTable, type TableRow, table, type WorkspaceFile } from "./table.ts";

const OPENING = table(
  {
    entity: filled(entityName),
    account: filled(accountName),
    currency: filled(currency),
    amount: filled(amount),
    functional: filled(amount),
    historical: maybe(amount),
  },
  ["entity", "account", "currency"],
);

type OpeningRow = TableRow<typeof OPENING.columns>;

export interface Declared {
  readonly company: Company | undefined;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly accounts: ReadonlyMap<string, Account>;
}

export function readOpening(file: WorkspaceFile, declared: Declared, names: Names, say: Say): readonly Opening[] {
  const read = readTable(OPENING, file, names, say);
  const opening: Opening[] = [];
  const sums = new Map<string, Sum>();
  for (const row of read.rows) {
    const { entity, account, currency, amount, functional, historical } = row.values;
    sayAccount(row, declared, say);
    sayAmounts(row, declared, say);
    opening.push({ entity, account, currency, amount, functional, historical, place: row.place });
    const sum = sums.get(entity);
    if (sum === undefined) sums.set(entity, { first: row.place, sum: functional, count: 1 });
    else {
      sum.sum = add(sum.sum, functional);
      sum.count++;
    }
  }
  // What a row that was left out would have added, nobody knows.
  const isWhole = read.names !== undefined;
  for (const [entity, sum] of sums)
    if (isWhole && !read.leftOut.has(entity) && sign(sum.sum) !== 0) sayUnbalanced(entity, sum, declared, say);
  return opening;
}

interface Sum {
  readonly first: SourcePlace;
  sum: Rational;
  count: number;
}

function sayUnbalanced(entity: string, { first, sum, count }: Sum, { entities }: Declared, say: Say): void {
  const unit = entities.get(entity)?.currency ?? "in its functional currency";
  say(
    "opening-does-not-balance",
    first,
    `The opening balances of ${entity} add to ${moneyText(sum)} ${unit}, not to zero (${count === 1 ? "1 row" : `${count} rows`} of ${first.path}, column "functional", debit positive).`,
    "Add the balance that is missing, or set the amount or the sign right that is wrong.",
  );
}

/** As amounts are written in the files: with at least two decimals. */
const moneyText = (r: Rational): string =>
  format(r).replace(/^-?\d+(\.\d)?$/, (whole, decimals) => `${whole}${decimals === undefined ? ".00" : "0"}`);

function sayAccount({ values, at }: OpeningRow, { accounts }: Declared, say: Say): void {
  const account = accounts.get(values.account);
  if (account === undefined || STATEMENT_LINES[account.line].statement === "balance") return;
  say(
    "opening-of-result",
    at("account"),
    `The account ${account.account} stands in "${STATEMENT_LINES[account.line].title}"; income and expense open at nothing.`,
    "Put its balance into retained earnings, as the close of the year before does.",
  );
}

/** Which balances are kept at the rates of their own days (ASC 830-10-45-18). Cumulative translation and non-controlling interests follow from the rest. */
const AT_HISTORICAL: readonly StatementLine[] = [
  "common-stock",
  "paid-in-capital",
  "treasury-stock",
  "dividends",
  "retained-earnings",
];

function sayAmounts({ values, at }: OpeningRow, { company, entities, accounts }: Declared, say: Say): void {
  const entity = entities.get(values.entity);
  const account = accounts.get(values.account);
  if (entity === undefined) return;
  const { amount, functional, historical } = values;
  if (values.currency === entity.currency && !equal(amount, functional))
    say(
      "opening-differs-from-itself",
      at("functional"),
      `"amount" is ${moneyText(amount)} and "functional" ${moneyText(functional)}, both in ${entity.currency}, the functional currency of ${entity.entity}.`,
      "Write the same amount in both, or the currency that the amount is in.",
    );
  const presentation = company?.presentation ?? "";
  if (presentation === "" || account === undefined) return;
  if (entity.currency === presentation) {
    if (historical === undefined || equal(historical, functional)) return;
    say(
      "opening-differs-from-itself",
      at("historical"),
      `"historical" is ${moneyText(historical)} and "functional" ${moneyText(functional)}, both in ${presentation}: ${entity.entity} keeps its books in the presentation currency.`,
      "Empty the cell, or write the same amount in both.",
    );
  } else if (historical === undefined && isAtHistorical(entity, account, company))
    say(
      "historical-amount-missing",
      at("historical"),
      `The opening balance of ${entity.entity} on ${account.account} (${STATEMENT_LINES[account.line].title}) is kept at historical rates, and its amount in ${presentation} is missing.`,
      `Write what it stood at in ${presentation} in the group's accounts of that day.`,
    );
}

function isAtHistorical(entity: Entity, account: Account, company: Company | undefined): boolean {
  if (AT_HISTORICAL.includes(account.line)) return true;
  const first = company?.months[0]?.month;
  const isInflationary = first !== undefined && entity.inflationFrom !== undefined && entity.inflationFrom <= first;
  return isInflationary && !account.monetary && STATEMENT_LINES[account.line].section !== "equity";
}
