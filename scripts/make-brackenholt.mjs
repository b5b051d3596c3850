// Makes examples/brackenholt-2025-q4: books of a group that belongs to nobody, made to be hard, with the answers that are right. Deterministic and
// exact. `node scripts/make-brackenholt.mjs [folder]`; the rates are made anew where ../shared/fx/ecb-daily.csv or $TICKMARK_ECB is there, and
// read from the books that are committed otherwise. `--raised DAY --sold DAY --inflation MONTH` (or never) make a variant, for tests.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { answers } from "./make-books/brackenholt-answers.mjs";
import { makeJournals } from "./make-books/brackenholt-journals.mjs";
import { ACQUIRED_ON, DISPOSED_ON, MONTHS, QUOTES } from "./make-books/brackenholt-plan.mjs";
import * as settings from "./make-books/brackenholt-settings.mjs";
import { csv, writeAll } from "./make-books/csv.mjs";
import { show, write } from "./make-books/exact.mjs";
import { journalFiles, totalsFile } from "./make-books/ledger.mjs";
import { ratesOf } from "./make-books/rates.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const committed = join(root, "examples/brackenholt-2025-q4");
const named = process.argv[2];
const folder = named === undefined || named.startsWith("--") ? committed : named;
const ecb = process.env.TICKMARK_ECB ?? join(root, "../shared/fx/ecb-daily.csv");

const quotes = Object.entries(QUOTES).map(([currency, decimals]) => ({ currency, per: "EUR", decimals }));
const days = [
  { currency: "USD", day: ACQUIRED_ON },
  { currency: "GBP", day: DISPOSED_ON },
];
const rates = ratesOf(ecb, join(committed, "books/rates.csv"), { presentation: "EUR", months: MONTHS, quotes, days });
const books = makeJournals(rates);
const { ledger, opening, profits, states } = books;

const openingFile = csv(
  ["entity", "account", "currency", "amount", "functional", "historical"],
  opening.map((row) => ({
    ...row,
    amount: write(row.amount, 2),
    functional: write(row.functional, 2),
    historical: row.historical === undefined ? "" : write(row.historical, 2),
  })),
);

// Money to the cent, rates and amounts a share to the eighth place: nobody prints more.
const isMoney = ({ value }) => value.n > 1000n * value.d || -value.n > 1000n * value.d;
const worked = answers(books, rates);
const right = worked.map((row) => ({ ...row, value: show(row.value, isMoney(row) ? 2 : 8) }));

rmSync(join(folder, "books/journals"), { recursive: true, force: true });
writeAll(folder, {
  "company.yaml": settings.company(),
  "measures.yaml": settings.measures(),
  "books/entities.csv": settings.entities(),
  "books/ownership.csv": settings.ownership(),
  "books/deals.csv": settings.deals(rates, states),
  "books/accounts.csv": settings.accounts(),
  "books/opening.csv": openingFile,
  "books/rates.csv": rates.text,
  "books/shares.csv": settings.shares(),
  "books/adjustments.csv": settings.adjustments(),
  "books/unrealised.csv": settings.unrealised(profits),
  "books/registers.csv": settings.registers(),
  "books/plan.csv": settings.plans(),
  "history/2024-q4.csv": settings.history(worked),
  "history/recasts.csv": settings.recasts(),
  "answers.csv": csv(["measure", "period", "member", "value"], right),
  ...journalFiles(ledger.rows),
  "books/journals/totals.csv": totalsFile(ledger.rows),
});
// The last section of README.md shows some of the answers; what stands before it is written by hand.
const readme = join(committed, "README.md");
if (existsSync(readme)) {
  const [byHand] = readFileSync(readme, "utf8").split("## Some of the answers");
  writeAll(folder, { "README.md": `${byHand}${settings.someAnswers(worked)}` });
}
console.log(`${folder}: ${ledger.rows.length} journal lines`);
