import type { Day } from "../calendar/date.ts";
import { format } from "../exact/decimal.ts";
import { add, multiply, type Rational, sign, subtract } from "../exact/rational.ts";
import type { Company, ShareRow } from "./books.ts";
import { dayKind, type Kind, notNegative, oneOf, positive, share, text } from "./kind.ts";
import type { Say } from "./said.ts";
import {
  filled,
  maybe,
  type Names,
  optional,
  readTable,
  sayEmpty,
  type TableRow,
  table,
  type WorkspaceFile,
} from "./table.ts";

const COLUMNS = {
  kind: filled(oneOf(["outstanding", "issue", "buy-back", "split", "option", "convertible", "preferred", "price"])),
  name: maybe(text),
  date: maybe(dayKind),
  from: maybe(dayKind),
  to: maybe(dayKind),
  shares: maybe(positive),
  price: maybe(notNegative),
  principal: maybe(notNegative),
  interest: maybe(notNegative),
  "tax rate": maybe(share),
  settlement: maybe(oneOf(["shares", "net"])),
  dividends: optional(notNegative),
};

type Row = TableRow<typeof COLUMNS>;
type Cell = Exclude<keyof typeof COLUMNS, "kind">;

const SHARES = table(COLUMNS, [
  "kind",
  "name",
  "date",
  "from",
  "to",
  "shares",
  "price",
  "principal",
  "interest",
  "tax rate",
  "settlement",
  "dividends",
]);

interface Needed {
  readonly must: readonly Cell[];
  readonly may: readonly Cell[];
}

const OF_A_DAY: Needed = { must: ["date", "shares"], may: ["name"] };

/** Which cells the rows of each kind are read for; a name may stand in all, to tell them apart. */
const CELLS: Readonly<Record<ShareRow["kind"], Needed>> = {
  outstanding: OF_A_DAY,
  issue: OF_A_DAY,
  "buy-back": OF_A_DAY,
  split: OF_A_DAY,
  option: { must: ["name", "from", "shares", "price"], may: ["to"] },
  convertible: {
    must: ["name", "from", "shares", "principal", "interest", "tax rate", "settlement"],
    may: ["to"],
  },
  preferred: { must: ["name", "from", "dividends"], may: ["to"] },
  price: { must: ["from", "to", "price"], may: ["name"] },
};

export function readShares(
  file: WorkspaceFile,
  company: Company | undefined,
  names: Names,
  say: Say,
): readonly ShareRow[] {
  const read = readTable(SHARES, file, names, say);
  const rows: ShareRow[] = [];
  for (const row of read.rows) if (isComplete(row, say)) rows.push(shareRow(row));
  if (read.names !== undefined && read.leftOut.size === 0 && rows.length === read.rows.length)
    checkCount(rows, company, say);
  return rows;
}

function isComplete(row: Row, say: Say): boolean {
  const { values, at } = row;
  const { must, may } = CELLS[values.kind];
  const missing = must.filter((name) => values[name] === undefined);
  for (const name of missing) sayEmpty(name, COLUMNS[name].kind as Kind<unknown>, at(name), say);
  for (const name of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
    if (name === "kind" || values[name] === undefined || must.includes(name) || may.includes(name)) continue;
    const message = `A row of the kind ${values.kind} has no use for "${name}", and the cell is filled.`;
    say("cell-not-read", at(name), message, "Empty the cell, or set the kind of the row right.", "warning");
  }
  const { from, to } = values;
  const isTurned = from !== undefined && to !== undefined && to < from;
  if (isTurned)
    say(
      "days-turned-round",
      at("to"),
      `The stretch ends on ${to}, before it starts on ${from}.`,
      "Exchange the two days, or set the wrong one right.",
    );
  return missing.length === 0 && !isTurned;
}

/** Asked only for rows that are complete. */
function shareRow({ values, place }: Row): ShareRow {
  const { kind, to } = values;
  const name = values.name ?? "";
  const from = values.from!;
  const shares = values.shares!;
  const price = values.price!;
  if (kind === "option") return { kind, name, from, to, shares, price, place };
  if (kind === "price") return { kind, from, to: to!, price, place };
  if (kind === "preferred") return { kind, name, from, to, dividends: values.dividends!, place };
  if (kind !== "convertible") return { kind, date: values.date!, shares, place };
  const principal = values.principal!;
  const interest = values.interest!;
  return {
    kind,
    name,
    from,
    to,
    shares,
    principal,
    interest,
    taxRate: values["tax rate"]!,
    settlement: values.settlement!,
    place,
  };
}

type DayRow = Extract<ShareRow, { date: Day }>;

/** The number of shares must be known from the first day on, and never fall to nothing. */
function checkCount(rows: readonly ShareRow[], company: Company | undefined, say: Say): void {
  const inOrder = rows
    .filter((row): row is DayRow => "date" in row)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : rank(a) - rank(b)));
  let count: Rational | undefined;
  for (const row of inOrder) {
    count = row.kind === "outstanding" ? row.shares : count === undefined ? undefined : after(count, row);
    if (count === undefined || sign(count) > 0) continue;
    say(
      "shares-not-known",
      row.place,
      `With this row ${format(count)} shares are outstanding on ${row.date}.`,
      "Look at the number of shares and at the rows of the days before.",
    );
    return;
  }
  const first = company?.months[0]?.start;
  const known = inOrder.find((row) => row.kind === "outstanding");
  const [row] = rows;
  if (row === undefined || first === undefined || (known !== undefined && known.date <= first)) return;
  const stands =
    known === undefined
      ? "No row says how many shares are outstanding"
      : `The first number of shares is of ${known.date}`;
  say(
    "shares-not-known",
    known?.place ?? row.place,
    `${stands}; the first month of company.yaml starts on ${first}.`,
    `Add a row of the kind outstanding with the day ${first} and the number of shares at its start.`,
  );
}

/** A split takes effect as its day starts, so that the number outstanding of that day is in new shares, as is all that happens on it. */
const rank = (row: DayRow): number => (row.kind === "split" ? 0 : row.kind === "outstanding" ? 1 : 2);

const after = (count: Rational, row: DayRow): Rational =>
  row.kind === "split"
    ? multiply(count, row.shares)
    : row.kind === "issue"
      ? add(count, row.shares)
      : subtract(count, row.shares);
