import type { Account } from "./books.ts";
import { accountName, code, type Kind, oneOf, quoted, text, yesNo } from "./kind.ts";
import type { Say } from "./said.ts";
import { CASH_FLOW_LINES, type CashFlowLine, STATEMENT_LINES, type StatementLine } from "./statement-line.ts";
import { filled, maybe, type Names, optional, readTable, type TableRow, table, type WorkspaceFile } from "./table.ts";

export const statementLine: Kind<StatementLine> = oneOf(Object.keys(STATEMENT_LINES) as StatementLine[]);
const cashFlowLine = oneOf(Object.keys(CASH_FLOW_LINES) as CashFlowLine[]);

const ACCOUNTS = table(
  {
    account: filled(code),
    name: filled(text),
    line: filled(statementLine),
    side: filled(oneOf(["debit", "credit"])),
    monetary: filled(yesNo),
    "cash flow": maybe(cashFlowLine),
    "historical of": optional({ ...accountName, expected: "the code of a balance account" }),
  },
  ["account"],
);

type AccountRow = TableRow<typeof ACCOUNTS.columns>;

export interface AccountsRead {
  readonly accounts: ReadonlyMap<string, Account>;
  /** Every code that is declared, also on rows that are wrong in something else. */
  readonly names: ReadonlySet<string> | undefined;
}

export function readAccounts(file: WorkspaceFile, names: Names, say: Say): AccountsRead {
  // An account may be named above its own row, so the names are not known before the rows are read.
  const read = readTable(ACCOUNTS, file, { ...names, account: undefined }, say);
  const accounts = new Map<string, Account>();
  for (const row of read.rows) {
    const { values, place } = row;
    const { account, name, line, side, monetary } = values;
    sayCashFlow(row, say);
    sayMonetary(row, say);
    const historicalOf = values["historical of"];
    accounts.set(account, { account, name, line, side, monetary, cashFlow: values["cash flow"], historicalOf, place });
  }
  for (const row of read.rows) sayHistorical(row, accounts, read.names, say);
  return { accounts, names: read.names };
}

/**
 * What ASC 830-10-45-18 and the nature of the lines leave no choice about; other lines hold both, and between entities "no" says that nobody plans to
 * settle the balance (ASC 830-20-35-3).
 */
const MONETARY: Readonly<Partial<Record<StatementLine, boolean>>> = {
  cash: true,
  receivables: true,
  payables: true,
  "short-term-debt": true,
  "long-term-debt": true,
  inventories: false,
  "property-plant-equipment": false,
  goodwill: false,
  "intangible-assets": false,
  "common-stock": false,
  "paid-in-capital": false,
  "treasury-stock": false,
};

function sayMonetary({ values, at }: AccountRow, say: Say): void {
  const { account, line, monetary } = values;
  const usual = MONETARY[line];
  if (usual === undefined || usual === monetary) return;
  say(
    "monetary-unlikely",
    at("monetary"),
    `The account ${account} stands in "${STATEMENT_LINES[line].title}" and is ${monetary ? "called monetary" : "not called monetary"}: it would be remeasured at ${monetary ? "closing" : "historical"} rates.`,
    `Write ${usual ? "yes" : "no"}, unless the account is another than its line says.`,
    "warning",
  );
}

/** What the close moves itself, and what is eliminated, needs no line of the cash flow statement. */
const WITHOUT_FLOW: readonly StatementLine[] = [
  "cash",
  "retained-earnings",
  "translation-adjustment",
  "non-controlling-interests",
];

function sayCashFlow({ values, at }: AccountRow, say: Say): void {
  const { account, line } = values;
  const { statement, section, title } = STATEMENT_LINES[line];
  const flow = values["cash flow"];
  if (flow === undefined && statement === "balance" && section !== "intercompany" && !WITHOUT_FLOW.includes(line))
    say(
      "cash-flow-line-missing",
      at("cash flow"),
      `The account ${account} stands in "${title}" and has no line of the cash flow statement; its movements would be missing there.`,
      `Write one of ${Object.keys(CASH_FLOW_LINES).join(", ")}.`,
    );
  if (flow !== undefined && (statement === "income" || line === "cash"))
    say(
      "cash-flow-line-needless",
      at("cash flow"),
      `The account ${account} stands in "${title}" and has the line "${flow}" of the cash flow statement; ${line === "cash" ? "cash is what that statement explains" : "income comes into it as net income"}.`,
      "Empty the cell; the balance account that moves against it carries the line.",
    );
}

/** An expense takes the historical rate of a balance that has one: of an asset or a liability that is not monetary (ASC 830-10-45-18). */
function sayHistorical(
  { values, at }: AccountRow,
  accounts: ReadonlyMap<string, Account>,
  names: ReadonlySet<string> | undefined,
  say: Say,
): void {
  const of = values["historical of"];
  if (of === undefined) return;
  const place = at("historical of");
  const remedy = "Name the balance account that the expense uses up, or empty the cell.";
  if (names?.has(of) === false)
    say("name-not-declared", place, `"historical of" holds ${quoted(of)}, and the file has no such account.`, remedy);
  const held = accounts.get(of);
  // Accumulated depreciation takes the rates of what is depreciated, as the expense does.
  const isWrittenDown = held !== undefined && held.line === values.line && of !== values.account;
  if (STATEMENT_LINES[values.line].statement !== "income" && !isWrittenDown)
    say(
      "historical-of-cannot-be",
      place,
      `The account ${values.account} stands in "${STATEMENT_LINES[values.line].title}"; only an expense, or an account of what was written off in the same line, takes the rate of another.`,
      "Empty the cell.",
    );
  if (held === undefined) return;
  const { statement, title } = STATEMENT_LINES[held.line];
  if (statement === "income" || held.monetary)
    say(
      "historical-of-cannot-be",
      place,
      `The account ${of} ${statement === "income" ? `stands in "${title}", which is no balance` : "is monetary, so it has no historical rate"}.`,
      remedy,
    );
}
