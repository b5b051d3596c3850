// Makes examples/millipore-2007-q3: a reconstruction of the books behind Millipore's release for the third quarter of 2007. Deterministic and
// exact. `node scripts/make-millipore.mjs [folder]`; the rates are made anew where ../shared/fx/ecb-daily.csv or $TICKMARK_ECB is there, and
// read from the books that are committed otherwise.
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { csv, writeAll } from "./make-books/csv.mjs";
import { write } from "./make-books/exact.mjs";
import { journalFiles, totalsFile } from "./make-books/ledger.mjs";
import { MONTHS, QUOTES } from "./make-books/millipore-entities.mjs";
import { makeJournals } from "./make-books/millipore-journals.mjs";
import * as settings from "./make-books/millipore-settings.mjs";
import { shareRegister, sharesFile } from "./make-books/millipore-shares.mjs";
import { CLOSING_DAY } from "./make-books/millipore-targets.mjs";
import { ratesOf } from "./make-books/rates.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const committed = join(root, "examples/millipore-2007-q3");
const folder = process.argv[2] ?? committed;
const ecb = process.env.TICKMARK_ECB ?? join(root, "../shared/fx/ecb-daily.csv");

const quotes = Object.entries(QUOTES).map(([currency, quote]) => ({ currency, ...quote }));
// The equity of the business that was bought is translated at the rate of that day.
const days = [{ currency: "GBP", day: CLOSING_DAY }];
const rates = ratesOf(ecb, join(committed, "books/rates.csv"), { presentation: "USD", months: MONTHS, quotes, days });
const register = shareRegister();
const { ledger, opening } = makeJournals(rates, register.issues);

const openingFile = csv(
  ["entity", "account", "currency", "amount", "functional", "historical"],
  opening.map((row) => ({
    ...row,
    amount: write(row.amount, 2),
    functional: write(row.functional, 2),
    historical: row.historical === undefined ? "" : write(row.historical, 2),
  })),
);

rmSync(join(folder, "books/journals"), { recursive: true, force: true });
writeAll(folder, {
  "company.yaml": settings.company(),
  "measures.yaml": settings.measures(),
  "books/entities.csv": settings.entities(),
  "books/ownership.csv": settings.ownership(),
  "books/deals.csv": settings.deals(rates),
  "books/accounts.csv": settings.accounts(),
  "books/opening.csv": openingFile,
  "books/rates.csv": rates.text,
  "books/shares.csv": sharesFile(register),
  "books/adjustments.csv": settings.adjustments(),
  "books/registers.csv": settings.registers(),
  "books/plan.csv": settings.plan(),
  "history/recasts.csv": settings.recasts(),
  ...settings.history(),
  ...journalFiles(ledger.rows),
  "books/journals/totals.csv": totalsFile(ledger.rows),
});
console.log(`${folder}: ${ledger.rows.length} journal lines`);
