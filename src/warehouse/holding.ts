import { createHash } from "node:crypto";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import type { Catalogue, Seen } from "./catalogue.ts";
import { readCsvSource, type Store, type Stored } from "./csv-source.ts";
import { isBad, parquetRows, writeParquet } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import type { JournalFile } from "./journal-file.ts";
import { badLines, parquetSelect, readShape, unreadable } from "./parquet-source.ts";
import { rawFile, sha256Of } from "./raw-file.ts";
import { LINES_TABLE } from "./relation.ts";
import type { Scratch } from "./scratch.ts";
import type { Held, Memory, Source } from "./source.ts";
import { type Hashed, isSame, type Stamp, stampOf } from "./stamp.ts";

/** What a file is taken in with. */
export interface Taking {
  readonly engine: Engine;
  /** Asked for only where something is to be written. */
  readonly scratch: () => Promise<Scratch | undefined>;
  /** What earlier runs have read, and where; undefined where nothing is remembered, since all of it fits into memory. */
  readonly remembered: { readonly catalogue: Catalogue; readonly scratch: Scratch } | undefined;
}

export const takeIn = (taking: Taking, file: JournalFile, number: number): Promise<Source> => {
  if (file.format === "parquet") return takeParquet(taking, file, number);
  return taking.remembered === undefined ? csvInMemory(taking, file, number) : takeCsv(taking, file, number);
};

async function takeCsv(taking: Taking, file: JournalFile, number: number): Promise<Source> {
  const scratch = taking.remembered!.scratch;
  const before = await seenBefore(taking, file);
  const copy = copyPath(scratch, file.path, "lines");
  if (before?.copy != null && (await isStill(copy, before.copy)))
    return known(file, number, before, { kind: "copy", path: copy }, []);
  return csvCopied(taking, file, number, scratch);
}

const known = (
  file: JournalFile,
  number: number,
  seen: Seen,
  held: Held,
  findings: readonly BooksFinding[],
): Source => ({
  file,
  held,
  number,
  lines: seen.lines,
  bad: 0,
  findings,
  memory: { ...seen, hashed: async () => seen },
});

/** A copy is found by the path of its file, and believed by what the catalogue says of both. */
export const copyPath = ({ kept }: Scratch, path: string, kind: "lines" | "groups"): string =>
  join(kept, `${createHash("sha256").update(path).digest("hex")}.${kind}.parquet`);

const COPY = /^[0-9a-f]{64}\.(lines|groups)\.parquet$/;

/** Takes away copies of files that are there no more. */
export async function clearCopies(scratch: Scratch, sources: readonly Source[]): Promise<void> {
  const wanted = new Set(
    sources.flatMap(({ file }) => [copyPath(scratch, file.path, "lines"), copyPath(scratch, file.path, "groups")]),
  );
  for (const name of await readdir(scratch.kept))
    if (COPY.test(name) && !wanted.has(join(scratch.kept, name))) await rm(join(scratch.kept, name), { force: true });
}

/** What is remembered of the file, where it is still the same: by its stamp, or by its bytes where the stamp has changed. */
async function seenBefore({ remembered }: Taking, { path, real }: JournalFile): Promise<Seen | undefined> {
  const seen = remembered?.catalogue.files.get(path);
  if (seen === undefined || remembered === undefined) return undefined;
  const stamp = await stampOf(real);
  if (seen.isSettled && isSame(stamp, seen)) return seen;
  if (stamp.size !== seen.size || (await sha256Of(real)) !== seen.sha256) return undefined;
  const after = await stampOf(real);
  return isSame(stamp, after) ? { ...seen, ...after, isSettled: isSettled(after, remembered.scratch) } : undefined;
}

const SECOND_NS = 1_000_000_000n;
const isSettled = ({ changed }: Stamp, { madeNs }: Scratch): boolean => BigInt(changed) + SECOND_NS < madeNs;

/** Whether a copy is the one that was made. */
export async function isStill(path: string, made: Hashed): Promise<boolean> {
  try {
    const stamp = await stampOf(path);
    return isSame(stamp, made) || (stamp.size === made.size && (await sha256Of(path)) === made.sha256);
  } catch {
    // It is not there any more.
    return false;
  }
}

export async function hashedCopy(path: string): Promise<Hashed> {
  const stamp = await stampOf(path);
  return { ...stamp, sha256: await sha256Of(path) };
}

async function countsOf(engine: Engine, relation: string): Promise<Stored> {
  const [lines, bad] = await engine.ask(
    `SELECT count(*), count(CASE WHEN ${isBad} THEN 1 END) FROM (${relation}) AS line`,
  );
  return { lines: Number(lines![0] as bigint), bad: Number(bad![0] as bigint) };
}

async function csvInMemory(taking: Taking, file: JournalFile, number: number): Promise<Source> {
  const { engine } = taking;
  const clear = `DELETE FROM ${LINES_TABLE} WHERE file = ${number}`;
  const store: Store = async (query) => {
    await engine.ask(clear);
    await engine.ask(`INSERT INTO ${LINES_TABLE} SELECT ${number}, * FROM (${query}) AS line`);
    return countsOf(engine, `SELECT * FROM ${LINES_TABLE} WHERE file = ${number}`);
  };
  const raw = await rawFile(file.real);
  const { lines, findings } = await readCsvSource(file, raw, store, ownFolder(taking));
  if (lines === undefined) await engine.ask(clear);
  const held: Held | undefined = lines === undefined ? undefined : { kind: "table" };
  return { file, held, number, lines: lines ?? 0, bad: 0, findings, memory: undefined };
}

const ownFolder =
  ({ scratch }: Taking) =>
  async (): Promise<string | undefined> =>
    (await scratch())?.own;

/** Writes the lines of a file as Parquet, sorted by entity and account: cheaper to read, and the lines of one account stand together. */
async function csvCopied(taking: Taking, file: JournalFile, number: number, scratch: Scratch): Promise<Source> {
  const { engine } = taking;
  const written = join(scratch.own, "lines.parquet");
  const store: Store = async (query) => {
    await engine.ask(writeParquet(`${query} ORDER BY entity, account, period`, written));
    return countsOf(engine, `SELECT * FROM ${parquetRows([written])}`);
  };
  const stamp = await stampOf(file.real);
  const raw = await rawFile(file.real);
  const { lines, findings } = await readCsvSource(file, raw, store, ownFolder(taking));
  if (lines === undefined) return { file, held: undefined, number, lines: 0, bad: 0, findings, memory: undefined };
  const path = copyPath(scratch, file.path, "lines");
  await rename(written, path);
  const isClean = findings.every(({ severity }) => severity !== "error") && isSame(stamp, await stampOf(file.real));
  const seen = { ...stamp, sha256: raw.sha256 };
  const memory: Memory | undefined = isClean
    ? {
        hashed: async () => seen,
        isSettled: isSettled(stamp, scratch),
        copy: await hashedCopy(path),
        groups: null,
        control: null,
      }
    : undefined;
  return { file, held: { kind: "copy", path }, number, lines, bad: 0, findings, memory };
}

async function takeParquet(taking: Taking, file: JournalFile, number: number): Promise<Source> {
  const { engine, remembered } = taking;
  const { shape, findings } = await readShape(engine, file);
  const nothing = { file, held: undefined, number, lines: 0, bad: 0, memory: undefined };
  if (shape === undefined) return { ...nothing, findings };
  const held: Held = { kind: "place", shape };
  const before = await seenBefore(taking, file);
  if (before !== undefined) return known(file, number, before, held, findings);
  try {
    const stamp = await stampOf(file.real);
    const { bad } = shape.isWhole ? { bad: 0 } : await countsOf(engine, parquetSelect([file.real], shape));
    const told = bad === 0 ? [] : await badLines(engine, file, shape, bad);
    const memory = remembered === undefined || bad > 0 ? undefined : parquetMemory(file, stamp, remembered.scratch);
    return { file, held, number, lines: shape.rows - bad, bad, findings: [...findings, ...told], memory };
  } catch (cause) {
    return { ...nothing, findings: [...findings, unreadable(file.path, cause)] };
  }
}

/** The bytes are hashed while the engine is at work on them, and only once. */
function parquetMemory(file: JournalFile, stamp: Stamp, scratch: Scratch): Memory {
  let hashing: Promise<Hashed> | undefined;
  const hashed = (): Promise<Hashed> => {
    hashing ??= sha256Of(file.real).then((sha256) => ({ ...stamp, sha256 }));
    return hashing;
  };
  return { hashed, isSettled: isSettled(stamp, scratch), copy: null, groups: null, control: null };
}
