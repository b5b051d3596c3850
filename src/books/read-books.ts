import { nearestTo } from "../text/nearest.ts";
import { readAccounts } from "./accounts.ts";
import { readAdjustments } from "./adjustments.ts";
import type { Books, Company } from "./books.ts";
import type { Passed } from "./books-finding.ts";
import { calendarFindings } from "./calendar-check.ts";
import { readCompany } from "./company.ts";
import { readDeals } from "./deals.ts";
import { readEntities } from "./entities.ts";
import { onceEach, readHistory, readRecasts } from "./history.ts";
import { readOpening } from "./opening.ts";
import { readOwnMeasures } from "./own-measures.ts";
import { checkOwnership, readOwnership } from "./ownership.ts";
import { checkRateCover, checkRatesNear, type RateNeeds } from "./rate-cover.ts";
import { readRates } from "./rates.ts";
import { readPlan, readRegisters, readUnrealised } from "./registers.ts";
import { fileOf, gathered, type Say } from "./said.ts";
import { readShares } from "./shares.ts";
import type { Names, WorkspaceFile } from "./table.ts";

export type { WorkspaceFile };

const COMPANY_FILE = "company.yaml";
const ENTITIES_FILE = "books/entities.csv";
const ACCOUNTS_FILE = "books/accounts.csv";
const RATES_FILE = "books/rates.csv";
const RECASTS_FILE = "history/recasts.csv";

/** The files of a workspace that `readBooks` reads, but for those below history/. */
export const BOOK_FILES: readonly string[] = [
  COMPANY_FILE,
  "measures.yaml",
  ENTITIES_FILE,
  "books/ownership.csv",
  "books/deals.csv",
  ACCOUNTS_FILE,
  "books/opening.csv",
  RATES_FILE,
  "books/shares.csv",
  "books/adjustments.csv",
  "books/unrealised.csv",
  "books/registers.csv",
  "books/plan.csv",
];

/**
 * The workspace but for its journals and releases. Each file is read even where others are wrong; what cannot be read is a finding, and left out. The value
 * is undefined only where there is no company that the rest could be the books of. It may be used for figures where no finding is an error.
 */
export function readBooks(files: readonly WorkspaceFile[]): Passed<Books | undefined> {
  const { say, findings } = gathered();
  const byPath = new Map(files.map((file) => [file.path, file]));
  sayUnread(files, say);
  for (const path of [COMPANY_FILE, ENTITIES_FILE, ACCOUNTS_FILE]) if (!byPath.has(path)) sayMissing(path, say);
  const companyFile = byPath.get(COMPANY_FILE);
  const read = companyFile === undefined ? undefined : readCompany(companyFile, say);
  for (const { code, places, message, remedy, severity } of read === undefined ? [] : calendarFindings(read.ground))
    say(code, places, message, remedy, severity);
  const rest = readTables(byPath, read?.ground, say);
  return { value: read === undefined ? undefined : { company: read.company, ...rest }, findings: findings() };
}

function readTables(
  files: ReadonlyMap<string, WorkspaceFile>,
  company: Company | undefined,
  say: Say,
): Omit<Books, "company"> {
  const from = readerOf(files);
  const months = company === undefined || company.months.length === 0 ? undefined : company.months;
  const month = months === undefined ? undefined : new Set(months.map((m) => m.month));
  const none = { names: undefined };
  const declared = { month };
  const { entities, names: entity } = from(ENTITIES_FILE, (file) => readEntities(file, company, declared, say), {
    ...none,
    entities: new Map(),
  });
  const { accounts, names: account } = from(ACCOUNTS_FILE, (file) => readAccounts(file, declared, say), {
    ...none,
    accounts: new Map(),
  });
  const names: Names = { month, entity, account };
  const owned = from("books/ownership.csv", (file) => readOwnership(file, company, names, say), undefined);
  const deals = from("books/deals.csv", (file) => readDeals(file, company, names, say), []);
  if (owned !== undefined) checkOwnership(owned.ownership, owned.leftOut, company, deals, say);
  const opening = from(
    "books/opening.csv",
    (file) => readOpening(file, { company, entities, accounts }, names, say),
    [],
  );
  const needs = company === undefined ? undefined : { company, entities, deals, opening };
  const history = historyIn(files, names, say);
  return {
    entities,
    accounts,
    ownership: owned?.ownership ?? [],
    deals,
    opening,
    rates: ratesIn(files.get(RATES_FILE), needs, names, say),
    shares: from("books/shares.csv", (file) => readShares(file, company, names, say), []),
    adjustments: from("books/adjustments.csv", (file) => readAdjustments(file, company, names, say), []),
    unrealised: from("books/unrealised.csv", (file) => readUnrealised(file, names, say), []),
    registers: from("books/registers.csv", (file) => readRegisters(file, names, say), []),
    plan: from("books/plan.csv", (file) => readPlan(file, names, say), []),
    ownMeasures: from("measures.yaml", (file) => readOwnMeasures(file, say), []),
    history,
    recasts: from(RECASTS_FILE, (file) => readRecasts(file, history, names, say), []),
  };
}

/** What a file gives, or what stands for it where there is none. */
const readerOf =
  (files: ReadonlyMap<string, WorkspaceFile>) =>
  <T>(path: string, read: (file: WorkspaceFile) => T, otherwise: T): T => {
    const file = files.get(path);
    return file === undefined ? otherwise : read(file);
  };

function ratesIn(
  file: WorkspaceFile | undefined,
  needs: RateNeeds | undefined,
  names: Names,
  say: Say,
): Books["rates"] {
  const foreign = needs === undefined ? [] : [...needs.entities.values()].map((entity) => entity.currency);
  if (file === undefined) {
    const other = foreign.find((currency) => currency !== needs?.company.presentation);
    if (other !== undefined) sayMissing(RATES_FILE, say, ` (${other} is the functional currency of an entity)`);
    return [];
  }
  const { rates, isWhole } = readRates(file, needs?.company, names, say);
  if (needs !== undefined && needs.company.presentation !== "") {
    if (isWhole) checkRateCover(rates, needs, RATES_FILE, say);
    checkRatesNear(rates, needs.company, say);
  }
  return rates;
}

const isHistory = (path: string): boolean => /^history\/[^/]+\.csv$/.test(path) && path !== RECASTS_FILE;

/** The files in the order of their names, so that the order in which they were found changes nothing. */
function historyIn(files: ReadonlyMap<string, WorkspaceFile>, names: Names, say: Say): Books["history"] {
  const paths = [...files.keys()].filter(isHistory).sort();
  const facts = paths.flatMap((path) => readHistory(files.get(path)!, names, say));
  return onceEach(facts, say);
}

function sayMissing(path: string, say: Say, why = ""): void {
  say(
    "workspace-file-missing",
    fileOf(path),
    `There is no ${path}, and no workspace is without it${why}.`,
    "Write it as docs/workspace.md has it; `tickmark new` makes an example.",
  );
}

/** Files that lie where the books are, and that nothing reads: a name written wrongly would leave its rows out in silence. */
function sayUnread(files: readonly WorkspaceFile[], say: Say): void {
  for (const { path } of files) {
    if (BOOK_FILES.includes(path) || isHistory(path) || path === RECASTS_FILE) continue;
    const isAmong = /^(books|history)\//.test(path) ? !path.startsWith("books/journals/") : /^[^/]+\.ya?ml$/.test(path);
    if (!isAmong || /(^|\/)[._]|\.(md|txt)$/.test(path)) continue;
    const nearest = nearestTo(path, [...BOOK_FILES, RECASTS_FILE]);
    say(
      "workspace-file-unknown",
      fileOf(path),
      `Nothing reads the file ${path}.`,
      `Rename it (the nearest name is ${nearest}), or keep it outside of the books.`,
      "warning",
    );
  }
}
