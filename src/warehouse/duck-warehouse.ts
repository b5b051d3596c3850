import { createHash } from "node:crypto";
import { realpath, stat } from "node:fs/promises";
import type { Books } from "../books/books.ts";
import type { BooksFinding, Passed } from "../books/books-finding.ts";
import { negate } from "../exact/rational.ts";
import { type Catalogue, readCatalogue, type Seen, stampOf, writeCatalogue } from "./catalogue.ts";
import { documentFindings } from "./documents.ts";
import { type Engine, openEngine } from "./engine.ts";
import { clearCopies, type Taking, takeIn } from "./holding.ts";
import { type JournalFile, journalFiles } from "./journal-file.ts";
import { nameFindings } from "./load.ts";
import { readIntercompany, readJournalLines, readMovements } from "./read.ts";
import { createLinesTable, defineJournal } from "./relation.ts";
import { makeScratch, removeScratch, type Scratch } from "./scratch.ts";
import type { Source } from "./source.ts";
import { totalsFindings } from "./totals.ts";
import type { Load, Warehouse } from "./warehouse.ts";

export interface WarehouseSettings {
  /** The workspace. */
  readonly folder: string;
  /** What the names of the journals are checked against. */
  readonly books: Books;
  /** Whether sorted copies are kept below `.tickmark/warehouse/`: by default where the journals are large. */
  readonly ingest?: boolean;
  /** How much memory the engine may take, "2GB" by default; what does not fit is laid aside below `.tickmark/`. */
  readonly memory?: string;
  /** The machine's cores by default. */
  readonly threads?: number;
  /** Is told what long work is at. */
  readonly onProgress?: (step: Progress) => void;
}

export interface Progress {
  readonly step: "read" | "documents" | "movements";
  /** The file that is read. */
  readonly path: string | undefined;
  readonly done: number;
  readonly all: number;
}

/** From these bytes on, journals are kept as sorted copies, and what was found of them is remembered. */
const LARGE_CSV = 64 << 20;
const LARGE_PARQUET = 16 << 20;

interface Held {
  readonly fingerprint: string;
  readonly sources: readonly Source[];
  readonly findings: readonly BooksFinding[];
  readonly seen: ReadonlyMap<string, Seen>;
  readonly catalogue: Catalogue | undefined;
}

interface House {
  readonly settings: WarehouseSettings;
  readonly root: string;
  readonly engine: Engine;
  readonly scratch: () => Promise<Scratch | undefined>;
  held: Held | undefined;
}

/** The journals of a workspace, through DuckDB in this process. The native module is loaded here, and nowhere before. */
export async function openDuckWarehouse(settings: WarehouseSettings): Promise<Warehouse> {
  const root = await realpath(settings.folder);
  let made: Promise<Scratch | undefined> | undefined;
  const scratch = (): Promise<Scratch | undefined> => {
    made ??= makeScratch(root);
    return made;
  };
  const isLarge = settings.ingest ?? (await isLargeLedger(root));
  const spill = isLarge ? (await scratch())?.own : undefined;
  const { memory, threads } = settings;
  const engine = await openEngine({
    readable: [root],
    spill,
    ...(memory === undefined ? {} : { memory }),
    ...(threads === undefined ? {} : { threads }),
  });
  const house: House = { settings, root, engine, scratch, held: undefined };
  return warehouseOf(house, async () => {
    engine.close();
    const folder = await made;
    if (folder !== undefined) await removeScratch(folder);
  });
}

async function isLargeLedger(root: string): Promise<boolean> {
  const { files } = await journalFiles(root);
  let csv = 0;
  let parquet = 0;
  for (const { real, format } of files) {
    const { size } = await stat(real);
    if (format === "csv") csv += size;
    else parquet += size;
  }
  return csv >= LARGE_CSV || parquet >= LARGE_PARQUET;
}

function warehouseOf(house: House, end: () => Promise<void>): Warehouse {
  // The engine has one connection, and what it holds is replaced where a file has changed: one after the other.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (held: Held) => Promise<T>): Promise<T> => {
    const next = last.then(async () => work(await holding(house)));
    last = next.catch(() => undefined);
    return next;
  };
  const { books } = house.settings;
  let ended: Promise<void> | undefined;
  return {
    load: () => inTurn((held) => load(house, held)),
    movements: () => inTurn(() => readMovements(house.engine, books)),
    intercompany: () => inTurn(() => readIntercompany(house.engine, books)),
    lines: (choice, most) => inTurn(({ sources }) => readJournalLines(house.engine, sources, choice, most)),
    close: () => {
      ended ??= last.then(end);
      return ended;
    },
  };
}

/** What the warehouse holds of the files as they are now; only what has changed is read again. */
async function holding(house: House): Promise<Held> {
  const { files, findings } = await journalFiles(house.root);
  const fingerprint = JSON.stringify([
    findings,
    await Promise.all(files.map(async (file) => [file, await stampOf(file.real)])),
  ]);
  if (house.held?.fingerprint === fingerprint) return house.held;
  house.held = undefined;
  const held = await takeAll(house, files, findings, fingerprint);
  house.held = held;
  return held;
}

async function takeAll(
  house: House,
  files: readonly JournalFile[],
  findings: readonly BooksFinding[],
  fingerprint: string,
): Promise<Held> {
  const { engine, root, scratch, settings } = house;
  const isLarge = settings.ingest ?? (await isLargeLedger(root));
  const folder = isLarge ? await scratch() : undefined;
  const catalogue = folder && (await readCatalogue(folder.kept));
  const taking: Taking = { engine, scratch, catalogue };
  await engine.ask(createLinesTable());
  const sources: Source[] = [];
  const seen = new Map<string, Seen>();
  for (const [number, file] of files.entries()) {
    settings.onProgress?.({ step: "read", path: file.path, done: number, all: files.length });
    const taken = await takeIn(taking, file, number);
    sources.push(taken.source);
    if (taken.seen !== undefined) seen.set(file.path, taken.seen);
  }
  await defineJournal(engine, sources);
  if (folder !== undefined && catalogue !== undefined) {
    await clearCopies(folder, sources);
    await writeCatalogue(folder.kept, folder.own, { files: seen, soundDocuments: catalogue.soundDocuments });
  }
  return { fingerprint, sources, findings, seen, catalogue };
}

async function load(house: House, held: Held): Promise<Passed<readonly Load[]>> {
  const { engine, root, settings } = house;
  const { sources } = held;
  const value = sources.map(
    ({ file, summary }): Load => ({
      path: file.path,
      lines: summary === undefined ? 0 : summary.lines - summary.bad,
      debits: summary?.debits ?? { n: 0n, d: 1n },
      credits: summary === undefined ? { n: 0n, d: 1n } : negate(summary.credits),
    }),
  );
  const findings = [...held.findings, ...sources.flatMap((source) => source.findings)];
  for (const source of sources) findings.push(...(await nameFindings(engine, settings.books, source)));
  findings.push(...(await totalsFindings(root, value)), ...(await checkedDocuments(house, held)));
  return { value, findings };
}

/** A ledger whose every file is known to be sound need not be grouped by document again. */
async function checkedDocuments(
  { engine, scratch, settings }: House,
  { sources, seen, catalogue }: Held,
): Promise<readonly BooksFinding[]> {
  const isRemembered = catalogue !== undefined && sources.every(({ file }) => seen.has(file.path));
  const hashes = sources.map(({ sha256 }) => sha256 ?? "").sort();
  const ledger = isRemembered ? createHash("sha256").update(hashes.join("\n")).digest("hex") : undefined;
  if (ledger !== undefined && ledger === catalogue?.soundDocuments) return [];
  settings.onProgress?.({ step: "documents", path: undefined, done: 0, all: 1 });
  const findings = await documentFindings(engine, settings.books, sources);
  const folder = ledger === undefined || findings.length > 0 ? undefined : await scratch();
  if (folder !== undefined) await writeCatalogue(folder.kept, folder.own, { files: seen, soundDocuments: ledger });
  return findings;
}
