import { availableParallelism } from "node:os";
import type { Books } from "../books/books.ts";
import type { BooksFinding } from "../books/books-finding.ts";
import { type Catalogue, readCatalogue, type Seen, writeCatalogue } from "./catalogue.ts";
import { clearCopies } from "./copies.ts";
import type { Engine } from "./engine.ts";
import { fillGroups, twoAtATime } from "./groups.ts";
import { takeIn, withCopy } from "./holding.ts";
import { isLargeLedger, type JournalFile, journalFiles } from "./journal-file.ts";
import { createLinesTable, defineJournal } from "./relation.ts";
import type { Scratch } from "./scratch.ts";
import type { Source } from "./source.ts";
import { stageSql } from "./stage.ts";
import { isSame, stampOf } from "./stamp.ts";
import type { Taking } from "./taking.ts";

export interface WarehouseSettings {
  /** The workspace. */
  readonly folder: string;
  /** What the names of the journals are checked against. */
  readonly books: Books;
  /** Whether copies are kept below `.tickmark/warehouse/`: by default where the journals are large. */
  readonly ingest?: boolean;
  /** How much memory the engine may take, "2GB" by default; what does not fit is laid aside below `.tickmark/`. */
  readonly memory?: string;
  /** The machine's cores by default. */
  readonly threads?: number;
  /** Is told what long work is at. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  /** Lines are read and typed, added up, and held document by document against each other. */
  readonly step: "read" | "add up" | "documents";
  /** The file that is read; undefined where it is all of them. */
  readonly path: string | undefined;
  /** Files that are done, of how many. */
  readonly done: number;
  readonly all: number;
}

/** A warehouse that is open. */
export interface House {
  readonly settings: WarehouseSettings;
  readonly root: string;
  readonly engine: Engine;
  readonly scratch: () => Promise<Scratch | undefined>;
  held: Held | undefined;
}

/** What it holds of the files as they were when they were last looked at. */
export interface Held {
  readonly fingerprint: string;
  readonly sources: readonly Source[];
  readonly findings: readonly BooksFinding[];
  readonly remembered: Taking["remembered"];
  hasGroups: boolean;
  soundDocuments: string | undefined;
}

/** What the warehouse holds of the files as they are now; only what has changed is read again. `withLines` is whether answers are wanted that are made of lines. */
export async function holding(house: House, withLines: boolean): Promise<Held> {
  const { files, findings } = await journalFiles(house.root);
  const stamps = await Promise.all(files.map(async (file) => [file, await stampOf(file.real)]));
  const fingerprint = JSON.stringify([findings, stamps]);
  if (house.held?.fingerprint !== fingerprint) {
    house.held = undefined;
    house.held = await takeAll(house, files, findings, fingerprint, withLines);
  }
  return withLines ? withCopies(house, house.held) : house.held;
}

/** Lines are added up on one core in a quarter of the time that the engine takes for them on one of its own. */
const MOST_CORES = 4;

async function takeAll(
  { engine, root, scratch, settings }: House,
  files: readonly JournalFile[],
  findings: readonly BooksFinding[],
  fingerprint: string,
  withLines: boolean,
): Promise<Held> {
  const isLarge = settings.ingest ?? (await isLargeLedger(root));
  const folder = isLarge ? await scratch() : undefined;
  const remembered = folder && { scratch: folder, catalogue: await readCatalogue(folder.kept) };
  const stage = stageSql(settings.books.deals);
  const cores = settings.threads ?? availableParallelism();
  const turns = cores > MOST_CORES ? undefined : settings.books.deals.map(({ date }) => date);
  const taking: Taking = { engine, stage, turns, withLines, scratch, remembered };
  await engine.ask(createLinesTable());
  const sources: Source[] = [];
  const take = async (file: JournalFile, number: number): Promise<void> => {
    settings.onProgress?.({ step: "read", path: file.path, done: number, all: files.length });
    sources[number] = await takeIn(taking, file, number);
  };
  const works = files.map((file, number) => () => take(file, number));
  // Lines that go into one table do so in turn.
  if (remembered === undefined) for (const work of works) await work();
  else await twoAtATime(works, () => {});
  await defineJournal(engine, sources);
  if (folder !== undefined) await clearCopies(folder, sources);
  const soundDocuments = remembered?.catalogue.soundDocuments;
  return { fingerprint, sources, findings, remembered, hasGroups: false, soundDocuments };
}

/** Sees to it that the lines are added up by the keys of a movement. */
export async function withGroups({ engine, settings }: House, held: Held): Promise<void> {
  if (held.hasGroups) return;
  const { sources, remembered } = held;
  await fillGroups(engine, sources, stageSql(settings.books.deals), remembered?.scratch, (done, all) => {
    settings.onProgress?.({ step: "add up", path: undefined, done, all });
  });
  held.hasGroups = true;
}

/** Sees to it that the lines of large CSV files stand in copies. */
async function withCopies(house: House, held: Held): Promise<Held> {
  const { remembered } = held;
  if (remembered === undefined || held.sources.every((source) => source.held?.kind !== "text")) return held;
  const sources = [...held.sources];
  await twoAtATime(
    sources.map((source, i) => async () => {
      sources[i] = await withCopy(house.engine, source, remembered.scratch);
    }),
    () => {},
  );
  await defineJournal(house.engine, sources);
  house.held = { ...held, sources };
  await remember(house.held);
  return house.held;
}

/** Writes down what is known now, for the next run. */
export async function remember({ sources, remembered, soundDocuments }: Held): Promise<void> {
  if (remembered === undefined) return;
  const files = new Map<string, Seen>();
  for (const { file, lines, memory } of sources) {
    if (memory === undefined) continue;
    const { stamp, hash, isSettled, copy, groups, control } = memory;
    // The stamp of a file that was changed just now does not say enough of it.
    const sha256 = (isSettled ? hash.known() : await hash.made()) ?? null;
    // What has changed while it was read is not what was read.
    if (!isSame(await stampOf(file.real), stamp)) continue;
    files.set(file.path, { ...stamp, sha256, isSettled, lines, copy, groups, control });
  }
  const catalogue: Catalogue = { files, soundDocuments };
  await writeCatalogue(remembered.scratch.kept, remembered.scratch.own, catalogue);
}
