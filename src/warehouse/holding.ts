import { createHash } from "node:crypto";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import { type Catalogue, type Hashed, isSame, type Seen, stampOf } from "./catalogue.ts";
import { readCsvSource, type Store } from "./csv-source.ts";
import { parquetRows, writeParquet } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import type { JournalFile } from "./journal-file.ts";
import { badLines, parquetSelect, readShape, unreadable } from "./parquet-source.ts";
import { rawFile, sha256Of } from "./raw-file.ts";
import { LINES_TABLE } from "./relation.ts";
import type { Scratch } from "./scratch.ts";
import type { Held, Source } from "./source.ts";
import { summaryOf } from "./summary.ts";

/** What a file is taken in with. */
export interface Taking {
  readonly engine: Engine;
  /** Asked for only where something is to be written. */
  readonly scratch: () => Promise<Scratch | undefined>;
  /** What earlier runs have read; undefined where nothing is remembered, since all of it fits into memory. */
  readonly catalogue: Catalogue | undefined;
}

/** A file taken in, and what is to be remembered of it. */
export interface Taken {
  readonly source: Source;
  readonly seen: Seen | undefined;
}

export const takeIn = (taking: Taking, file: JournalFile, number: number): Promise<Taken> =>
  file.format === "csv" ? takeCsv(taking, file, number) : takeParquet(taking, file);

async function takeCsv(taking: Taking, file: JournalFile, number: number): Promise<Taken> {
  const scratch = taking.catalogue === undefined ? undefined : await taking.scratch();
  if (scratch === undefined) return { source: await csvInMemory(taking, file, number), seen: undefined };
  const before = await seenBefore(taking, file);
  const copy = join(scratch.kept, copyName(file.path));
  if (before?.copy != null && (await isStill(copy, before.copy)))
    return { source: remembered(file, before, { kind: "copy", path: copy }), seen: before };
  return csvCopied(taking, file, scratch, copy);
}

const remembered = (file: JournalFile, seen: Seen, held: Held, findings: readonly BooksFinding[] = []): Source => ({
  file,
  summary: seen.summary,
  findings,
  held,
  sha256: seen.sha256,
});

/** A copy is found by the path of its file, and believed by what the catalogue says of both. */
const copyName = (path: string): string => `${createHash("sha256").update(path).digest("hex")}.parquet`;

/** What is remembered of the file, where it is still the same: by its stamp, or by its bytes where the stamp has changed. */
async function seenBefore({ catalogue, scratch }: Taking, { path, real }: JournalFile): Promise<Seen | undefined> {
  const seen = catalogue?.files.get(path);
  if (seen === undefined) return undefined;
  const stamp = await stampOf(real);
  if (seen.isSettled && isSame(stamp, seen)) return seen;
  if (stamp.size !== seen.size || (await sha256Of(real)) !== seen.sha256) return undefined;
  const after = await stampOf(real);
  return isSame(stamp, after) ? { ...seen, ...after, isSettled: isSettled(after.changed, await scratch()) } : undefined;
}

const SECOND_NS = 1_000_000_000n;
const isSettled = (changed: string, scratch: Scratch | undefined): boolean =>
  scratch !== undefined && BigInt(changed) + SECOND_NS < scratch.madeNs;

async function isStill(path: string, known: Hashed): Promise<boolean> {
  try {
    const stamp = await stampOf(path);
    return isSame(stamp, known) || (stamp.size === known.size && (await sha256Of(path)) === known.sha256);
  } catch {
    // It is not there any more.
    return false;
  }
}

async function csvInMemory(taking: Taking, file: JournalFile, number: number): Promise<Source> {
  const { engine } = taking;
  const store: Store = async (query) => {
    await engine.ask(`DELETE FROM ${LINES_TABLE} WHERE file = ${number}`);
    await engine.ask(`INSERT INTO ${LINES_TABLE} SELECT ${number}, * FROM (${query}) AS line`);
    return summaryOf(engine, `(SELECT * FROM ${LINES_TABLE} WHERE file = ${number})`);
  };
  const raw = await rawFile(file.real);
  const { summary, findings } = await readCsvSource(file, raw, store, ownFolder(taking));
  if (summary === undefined) await engine.ask(`DELETE FROM ${LINES_TABLE} WHERE file = ${number}`);
  const held: Held | undefined = summary && { kind: "table", number };
  return { file, summary, findings, held, sha256: raw.sha256 };
}

const ownFolder =
  ({ scratch }: Taking) =>
  async (): Promise<string | undefined> =>
    (await scratch())?.own;

/** Writes the lines of a file as Parquet, sorted by entity and account: cheaper to read, and the lines of one account stand together. */
async function csvCopied(taking: Taking, file: JournalFile, scratch: Scratch, copy: string): Promise<Taken> {
  const { engine } = taking;
  const written = join(scratch.own, "copy.parquet");
  const store: Store = async (query) => {
    await engine.ask(writeParquet(`${query} ORDER BY entity, account, period`, written));
    return summaryOf(engine, parquetRows([written]));
  };
  const stamp = await stampOf(file.real);
  const raw = await rawFile(file.real);
  const { summary, findings } = await readCsvSource(file, raw, store, ownFolder(taking));
  if (summary === undefined)
    return { source: { file, summary, findings, held: undefined, sha256: raw.sha256 }, seen: undefined };
  await rename(written, copy);
  const source: Source = { file, summary, findings, held: { kind: "copy", path: copy }, sha256: raw.sha256 };
  const isClean = findings.every(({ severity }) => severity !== "error") && isSame(stamp, await stampOf(file.real));
  if (!isClean) return { source, seen: undefined };
  const { sha256 } = raw;
  const copied = { ...(await stampOf(copy)), sha256: await sha256Of(copy) };
  return { source, seen: { ...stamp, sha256, isSettled: isSettled(stamp.changed, scratch), summary, copy: copied } };
}

async function takeParquet(taking: Taking, file: JournalFile): Promise<Taken> {
  const { engine, catalogue } = taking;
  const { shape, findings } = await readShape(engine, file);
  if (shape === undefined) return nothing(file, findings);
  const held: Held = { kind: "place", shape };
  const before = await seenBefore(taking, file);
  if (before !== undefined) return { source: remembered(file, before, held, findings), seen: before };
  try {
    const stamp = await stampOf(file.real);
    const sha256 = catalogue === undefined ? undefined : await sha256Of(file.real);
    const summary = await summaryOf(engine, `(${parquetSelect([file.real], shape)})`);
    const bad = summary.bad === 0 ? [] : await badLines(engine, file, shape, summary.bad);
    const source: Source = { file, summary, findings: [...findings, ...bad], held, sha256 };
    if (sha256 === undefined || bad.length > 0 || !isSame(stamp, await stampOf(file.real)))
      return { source, seen: undefined };
    const settled = isSettled(stamp.changed, await taking.scratch());
    return { source, seen: { ...stamp, sha256, isSettled: settled, summary, copy: null } };
  } catch (cause) {
    return nothing(file, [...findings, unreadable(file.path, cause)]);
  }
}

const nothing = (file: JournalFile, findings: readonly BooksFinding[]): Taken => ({
  source: { file, summary: undefined, findings, held: undefined, sha256: undefined },
  seen: undefined,
});

/** Takes away copies of files that are there no more. */
export async function clearCopies({ kept }: Scratch, sources: readonly Source[]): Promise<void> {
  const wanted = new Set(sources.map(({ file }) => copyName(file.path)));
  for (const name of await readdir(kept))
    if (/^[0-9a-f]{64}\.parquet$/.test(name) && !wanted.has(name)) await rm(join(kept, name), { force: true });
}
