import { createHash } from "node:crypto";
import type { Books, FiscalMonth } from "../books/books.ts";
import type { BooksFinding, Passed } from "../books/books-finding.ts";
import type { FindingCode } from "../finding-code.ts";
import { nearestTo } from "../text/nearest.ts";
import { counted, finding, MOST_TOLD, quoted } from "./_finding.ts";
import { controlOf, controlsInMemory, type MonthDays, NO_LINES } from "./control.ts";
import { documentFindings } from "./documents.ts";
import { type Engine, text } from "./engine.ts";
import type { Held, House } from "./house.ts";
import { MOST_NAMES, type NameUse, namesIn, namesInTable } from "./names.ts";
import { type FoundLine, firstLines, isNamed, placeOf, type Wanted } from "./place.ts";
import { journalSelect, LINES_TABLE } from "./relation.ts";
import type { Source } from "./source.ts";
import { totalsFindings } from "./totals.ts";
import type { Load } from "./warehouse.ts";

interface Trouble {
  readonly code: FindingCode;
  readonly wanted: Wanted;
  /** What is to be said of the first of the lines, and of how many there are. */
  readonly message: (lines: number | bigint, first: FoundLine) => string;
  readonly remedy: string;
  /** Undefined where it must be counted. */
  readonly lines: number | undefined;
}

/** Control totals of every file, and all that there is to say of the lines. */
export async function loadJournals(house: House, held: Held): Promise<Passed<readonly Load[]>> {
  const { engine, root, settings } = house;
  const value: Load[] = [];
  const findings: BooksFinding[] = [...held.findings, ...held.sources.flatMap((source) => source.findings)];
  const inMemory = await controlsInMemory(engine, LINES_TABLE);
  const inTable = await namesInTable(engine);
  for (const source of held.sources) {
    const { file, lines, memory, number } = source;
    const isStored = source.held !== undefined && source.held.kind !== "table";
    const control =
      memory?.control ??
      (isStored ? await controlOf(engine, journalSelect([source])) : (inMemory.get(number) ?? NO_LINES));
    if (memory !== undefined) memory.control = control;
    value.push({ path: file.path, lines, debits: control.debits, credits: control.credits });
    if (lines === 0 && source.findings.length === 0) findings.push(withoutLines(file.path));
    if (source.held === undefined) continue;
    const names =
      memory?.groups == null ? (inTable.get(number) ?? []) : await namesIn(engine, source, held.remembered?.scratch);
    findings.push(...(await nameFindings(engine, settings.books, source, names, control.months)));
  }
  const isWhole = !findings.some(({ severity }) => severity === "error");
  findings.push(...(await totalsFindings(root, value)), ...(await checkedDocuments(house, held, isWhole)));
  return { value, findings };
}

/** An export that broke off, or was asked for the wrong days, looks like a month in which nothing was booked. */
const withoutLines = (path: string): BooksFinding =>
  finding(
    "journal-file-without-lines",
    "warning",
    path,
    path.endsWith(".csv") ? 1 : undefined,
    "The file names its columns and holds no journal line; at least one was expected.",
    "Export it again, or take it out where nothing was booked.",
  );

/** A ledger whose every file is known to be sound need not be grouped by document again. */
async function checkedDocuments(
  { engine, settings }: House,
  held: Held,
  isWhole: boolean,
): Promise<readonly BooksFinding[]> {
  const { sources, remembered } = held;
  const hashes = await Promise.all(sources.map(({ memory }) => memory?.hash.made()));
  const isKnown = remembered !== undefined && hashes.every((hash) => hash !== undefined);
  const ledger = isKnown ? createHash("sha256").update(hashes.sort().join("\n")).digest("hex") : undefined;
  if (ledger !== undefined && ledger === held.soundDocuments) return [];
  settings.onProgress?.({ step: "documents", path: undefined, done: 0, all: 1 });
  const findings = await documentFindings(engine, settings.books, sources, isWhole);
  held.soundDocuments = isWhole && findings.length === 0 ? ledger : undefined;
  return findings;
}

/** Names that nothing declares and days outside of their month, in one file: told once for each name, with the first line it stands in. */
async function nameFindings(
  engine: Engine,
  books: Books,
  source: Source,
  names: readonly NameUse[],
  days: readonly MonthDays[],
): Promise<readonly BooksFinding[]> {
  const months = new Map(books.company.months.map((month) => [month.month, month]));
  const troubles = [
    ...names.flatMap((use) => nameTrouble(books, months, use) ?? []),
    ...days.flatMap((use) => {
      const month = months.get(use.period);
      return (month && outsideMonth(use, month)) ?? [];
    }),
  ];
  const told = [...byCode(troubles).values()].flatMap((same) => same.slice(0, MOST_TOLD));
  const found = await firstLines(
    engine,
    source,
    told.map(({ wanted }) => wanted),
  );
  const findings: BooksFinding[] = [];
  for (const [i, trouble] of told.entries()) {
    const first = found[i];
    if (first !== undefined) findings.push(await findingOf(engine, source, trouble, first));
  }
  return withRest(findings, byCode(troubles), names.length > MOST_NAMES);
}

function byCode(troubles: readonly Trouble[]): ReadonlyMap<FindingCode, readonly Trouble[]> {
  const groups = new Map<FindingCode, Trouble[]>();
  for (const trouble of troubles) groups.set(trouble.code, [...(groups.get(trouble.code) ?? []), trouble]);
  return groups;
}

async function findingOf(engine: Engine, source: Source, trouble: Trouble, first: FoundLine): Promise<BooksFinding> {
  const { code, wanted, message, remedy } = trouble;
  const lines = trouble.lines ?? (await linesThat(engine, source, wanted));
  return { code, about: "books", severity: "error", message: message(lines, first), remedy, places: [placeOf(first)] };
}

async function linesThat(engine: Engine, source: Source, { sql }: Wanted): Promise<bigint> {
  const [counts] = await engine.ask(`SELECT count(*) FROM (${journalSelect([source])}) AS line WHERE ${sql}`);
  return counts![0] as bigint;
}

/** The last finding of a code says how many more there are. */
function withRest(
  findings: readonly BooksFinding[],
  groups: ReadonlyMap<FindingCode, readonly Trouble[]>,
  isCut: boolean,
): readonly BooksFinding[] {
  return findings.map((finding, i) => {
    const all = groups.get(finding.code)?.length ?? 0;
    const isLast = findings.findIndex((other, j) => j > i && other.code === finding.code) < 0;
    if (!isLast || all <= MOST_TOLD) return finding;
    const least = isCut ? "at least " : "";
    return {
      ...finding,
      message: `${finding.message} So it is with ${least}${all - MOST_TOLD} other names of the file.`,
    };
  });
}

function nameTrouble(books: Books, months: ReadonlyMap<string, FiscalMonth>, use: NameUse): Trouble | undefined {
  const { kind, name } = use;
  switch (kind) {
    case "entity":
      return books.entities.has(name) ? undefined : undeclared(use, "books/entities.csv", books.entities.keys());
    case "account":
      return books.accounts.has(name) ? undefined : undeclared(use, "books/accounts.csv", books.accounts.keys());
    case "currency":
      return /^[A-Z]{3}$/.test(name) ? undefined : notACurrency(use);
    case "period":
      return months.has(name) ? undefined : undeclared(use, "company.yaml", months.keys());
  }
}

const TITLES = { entity: "entity", account: "account", period: "fiscal month", currency: "currency" } as const;

const named = ({ document, line }: FoundLine): string => `line ${quoted(line)} of the document ${quoted(document)}`;

function undeclared({ kind, name, lines }: NameUse, file: string, known: Iterable<string>): Trouble {
  const near = nearestTo(name, known);
  const meant = near === undefined ? "" : `; the name most like it there is ${quoted(near)}`;
  return {
    code: "name-not-declared",
    wanted: isNamed(kind, name),
    message: (count, first) =>
      `The ${TITLES[kind]} ${quoted(name)} is not declared in ${file}${meant}. ${counted(count, "line")} of the file ${count === 1 ? "has" : "have"} it, the first is ${named(first)}.`,
    remedy: `Declare it in ${file}, or mend the ${count(lines)}.`,
    lines,
  };
}

const count = (lines: number): string => (lines === 1 ? "line" : "lines");

const notACurrency = ({ name, lines }: NameUse): Trouble => ({
  code: "code-not-plain",
  wanted: isNamed("currency", name),
  message: (count, first) =>
    `The currency is ${quoted(name)}; a code of ISO 4217, such as USD, was expected. ${counted(count, "line")} of the file ${count === 1 ? "has" : "have"} it, the first is ${named(first)}.`,
  remedy: "Write the three capital letters of the currency.",
  lines,
});

function outsideMonth({ period: name, first, last }: MonthDays, { start, end }: FiscalMonth): Trouble | undefined {
  if (first >= start && last <= end) return undefined;
  const strayed = first < start ? first : last;
  return {
    code: "day-outside-month",
    wanted: {
      sql: `period = ${text(name)} AND (date < DATE '${start}' OR date > DATE '${end}')`,
      word: name,
      isMet: (cell) => cell("period") === name && (cell("date") < start || cell("date") > end),
    },
    message: (count, line) =>
      `${counted(count, "line")} of the fiscal month ${name} ${count === 1n ? "has a day" : "have days"} outside of it: it runs from ${start} to ${end}, and one of them is of ${strayed}. The first is ${named(line)}.`,
    remedy: "Book it in the month of its day, or mend the day; the months stand in company.yaml.",
    lines: undefined,
  };
}
