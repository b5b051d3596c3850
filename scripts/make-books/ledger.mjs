// A general ledger that example books are written into: documents that balance, and what they leave on the accounts.

import { csv } from "./csv.mjs";
import { add, cmp, mul, sub, write, ZERO } from "./exact.mjs";

export const COLUMNS = [
  "document",
  "line",
  "date",
  "period",
  "entity",
  "account",
  "division",
  "region",
  "counterparty",
  "currency",
  "amount",
  "functional",
  "tag",
]; // prettier-ignore

/**
 * A ledger of `entities` ({ currency, decimals } by code). A document is posted as a list of lines { account, functional, amount?, currency?,
 * division?, region?, counterparty?, tag? }, debit positive, amounts as fractions; amount and currency are the functional ones where they are
 * not given.
 */
export function openLedger(entities) {
  const rows = [];
  const balances = new Map();
  const numbers = new Map();

  const keep = (entity, account, currency, amount, functional) => {
    const key = `${entity}|${account}|${currency}`;
    const held = balances.get(key) ?? { entity, account, currency, amount: ZERO, functional: ZERO };
    balances.set(key, { ...held, amount: add(held.amount, amount), functional: add(held.functional, functional) });
  };

  /** Posts a document and gives its lines. Lines of nothing are left out; what does not balance is a mistake of the script. */
  const post = (entity, month, date, document, lines) => {
    const kept = lines.filter(({ functional, amount }) => functional.n !== 0n || (amount ?? ZERO).n !== 0n);
    const left = kept.reduce((sum, { functional }) => add(sum, functional), ZERO);
    if (left.n !== 0n) throw new Error(`${entity} ${document} is out of balance by ${left.n}/${left.d}`);
    if (date < month.start || date > month.end)
      throw new Error(`${entity} ${document}: ${date} is not in ${month.month}`);
    const own = entities[entity].currency;
    for (const line of kept) {
      const number = (numbers.get(`${entity}|${document}`) ?? 0) + 1;
      numbers.set(`${entity}|${document}`, number);
      const currency = line.currency ?? own;
      const amount = line.amount ?? line.functional;
      keep(entity, line.account, currency, amount, line.functional);
      rows.push({ ...line, document, line: number, date, period: month.month, entity, currency, amount });
    }
    return kept;
  };

  /** Balances brought forward, which no journal shows. */
  const open = (entity, account, currency, amount, functional) => keep(entity, account, currency, amount, functional);

  const balance = (entity, account, currency = entities[entity].currency) =>
    balances.get(`${entity}|${account}|${currency}`) ?? { entity, account, currency, amount: ZERO, functional: ZERO };

  return { rows, balances, post, open, balance };
}

/** One file of journals a month, in the order of date and document. */
export function journalFiles(rows) {
  const files = {};
  for (const period of [...new Set(rows.map((row) => row.period))].sort()) {
    const inMonth = rows
      .filter((row) => row.period === period)
      .map((row, at) => ({ row, at }))
      .sort((a, b) => (a.row.date === b.row.date ? a.at - b.at : a.row.date < b.row.date ? -1 : 1))
      .map(({ row }) => ({ ...row, amount: write(row.amount, 2), functional: write(row.functional, 2) }));
    files[`books/journals/${period.slice(0, 4)}/${period}.csv`] = csv(COLUMNS, inMonth);
  }
  return files;
}

/** The control totals of the files: lines, debits and credits, in functional currencies added up over entities. */
export function totalsFile(rows) {
  const totals = [...new Set(rows.map((row) => row.period))].sort().map((period) => {
    const inMonth = rows.filter((row) => row.period === period);
    const debits = inMonth.reduce((sum, { functional }) => (functional.n > 0n ? add(sum, functional) : sum), ZERO);
    const credits = inMonth.reduce((sum, { functional }) => (functional.n < 0n ? sub(sum, functional) : sum), ZERO);
    return [`${period.slice(0, 4)}/${period}.csv`, inMonth.length, write(debits, 2), write(credits, 2)];
  });
  return csv(["file", "lines", "debits", "credits"], totals);
}

/**
 * Remeasures the monetary balances that an entity holds in other currencies at the closing rates of a month (ASC 830-20-35-1), and gives the gain
 * in its functional currency. The journals do not show it: the close computes it.
 */
export function remeasure(ledger, entity, own, monetary, closing) {
  let gain = ZERO;
  for (const [key, held] of ledger.balances) {
    if (held.entity !== entity || held.currency === own || !monetary(held.account)) continue;
    const now = mul(held.amount, closing(held.currency, own));
    if (cmp(now, held.functional) === 0) continue;
    gain = add(gain, sub(now, held.functional));
    ledger.balances.set(key, { ...held, functional: now });
  }
  return gain;
}
