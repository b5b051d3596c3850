import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import type { Seen } from "./catalogue.ts";
import { copyPath, hashedCopy, isStill } from "./copies.ts";
import { type ReadHead, readHead } from "./csv-head.ts";
import { lookedThrough, readInPlace } from "./csv-in-place.ts";
import { readCsvSource, type Store } from "./csv-source.ts";
import { isBad, parquetRows, plainCsv, writeParquet } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import type { JournalFile } from "./journal-file.ts";
import { badLines, parquetSelect, readShape, unreadable } from "./parquet-source.ts";
import { lazyHash, recordsIn, sha256Of } from "./raw-file.ts";
import { LINES_TABLE } from "./relation.ts";
import type { Scratch } from "./scratch.ts";
import type { Held, Memory, Source } from "./source.ts";
import { isSame, type Stamp, stampOf } from "./stamp.ts";
import type { Taking } from "./taking.ts";

export const takeIn = (taking: Taking, file: JournalFile, number: number): Promise<Source> => {
  if (file.format === "parquet") return takeParquet(taking, file, number);
  return taking.remembered === undefined ? csvInMemory(taking, file, number) : takeCsv(taking, file, number);
};

async function takeCsv(taking: Taking, file: JournalFile, number: number): Promise<Source> {
  const scratch = taking.remembered!.scratch;
  const before = await seenBefore(taking, file);
  const stamp = await stampOf(file.real);
  const read = await readHead(file.path, file.real);
  const { head, findings } = read;
  const copy = copyPath(scratch, file.path, "lines");
  if (before?.copy != null && (await isStill(copy, before.copy)))
    return known(file, number, before, { kind: "copy", path: copy }, findings);
  if (before !== undefined && head !== undefined)
    return known(file, number, { ...before, copy: null }, { kind: "text", columns: head.columns }, findings);
  const vouched = head && (await lookedThrough(taking, file, number, head, scratch));
  const records = vouched?.records;
  const memory = freshMemory(file, stamp, scratch);
  if (!taking.withLines && head !== undefined && vouched !== undefined && records !== undefined) {
    const sums = { groups: vouched.groups, lines: records - 1 };
    const inPlace = await readInPlace(taking, file, number, head, sums, scratch, memory).finally(vouched.clear);
    if (inPlace !== undefined) return { ...inPlace, findings };
  }
  return csvCopied(taking, file, number, scratch, memory, read, records);
}

const freshMemory = ({ real }: JournalFile, stamp: Stamp, scratch: Scratch): Memory => ({
  stamp,
  hash: lazyHash(real, stamp, null),
  isSettled: isSettled(stamp, scratch),
  copy: null,
  groups: null,
  control: null,
});

/** Writes the lines of a CSV file that is read where it stands as Parquet, for answers that are made of lines: far cheaper to read. The file must be as it was. */
export async function withCopy(engine: Engine, source: Source, scratch: Scratch): Promise<Source> {
  const { file, held, memory, number } = source;
  if (held?.kind !== "text" || memory === undefined) return source;
  const written = join(scratch.own, `lines-${number}.parquet`);
  await engine.ask(writeParquet(plainCsv(file.real, held.columns), written, "lz4_raw"));
  if (!isSame(await stampOf(file.real), memory.stamp)) return source;
  const path = copyPath(scratch, file.path, "lines");
  await rename(written, path);
  memory.copy = await hashedCopy(path);
  return { ...source, held: { kind: "copy", path } };
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
  memory: { ...seen, stamp: seen, hash: lazyHash(file.real, seen, seen.sha256) },
});

/** What is remembered of the file, where it is still the same: by its stamp, or by its bytes where the stamp has changed. */
async function seenBefore({ remembered }: Taking, { path, real }: JournalFile): Promise<Seen | undefined> {
  const seen = remembered?.catalogue.files.get(path);
  if (seen === undefined || remembered === undefined) return undefined;
  const stamp = await stampOf(real);
  if (seen.isSettled && isSame(stamp, seen)) return seen;
  if (seen.sha256 === null || stamp.size !== seen.size || (await sha256Of(real)) !== seen.sha256) return undefined;
  const after = await stampOf(real);
  return isSame(stamp, after) ? { ...seen, ...after, isSettled: isSettled(after, remembered.scratch) } : undefined;
}

const SECOND_NS = 1_000_000_000n;
const isSettled = ({ changed }: Stamp, { madeNs }: Scratch): boolean => BigInt(changed) + SECOND_NS < madeNs;

interface Counts {
  readonly lines: number;
  readonly bad: number;
}

async function countsOf(engine: Engine, relation: string): Promise<Counts> {
  const [lines, bad] = await engine.ask(
    `SELECT count(*), count(CASE WHEN ${isBad} THEN 1 END) FROM (${relation}) AS line`,
  );
  return { lines: Number(lines![0] as bigint), bad: Number(bad![0] as bigint) };
}

async function linesIn(engine: Engine, relation: string): Promise<number> {
  const [counts] = await engine.ask(`SELECT count(*) FROM ${relation}`);
  return Number(counts![0] as bigint);
}

async function csvInMemory(taking: Taking, file: JournalFile, number: number): Promise<Source> {
  const { engine } = taking;
  const clear = `DELETE FROM ${LINES_TABLE} WHERE file = ${number}`;
  const store: Store = async (query) => {
    await engine.ask(clear);
    await engine.ask(`INSERT INTO ${LINES_TABLE} SELECT ${number}, * FROM (${query}) AS line`);
    return linesIn(engine, `${LINES_TABLE} WHERE file = ${number}`);
  };
  const read = await readHead(file.path, file.real);
  const records = read.head && (await recordsIn(file.real, read.head.columns));
  const { lines, findings } = await readCsvSource(file, read, records, store, ownFolder(taking, number));
  if (lines === undefined) await engine.ask(clear);
  const held: Held | undefined = lines === undefined ? undefined : { kind: "table" };
  return { file, held, number, lines: lines ?? 0, bad: 0, findings, memory: undefined };
}

/** A folder for what is written of one file. */
const ownFolder =
  ({ scratch }: Taking, number: number) =>
  async (): Promise<string | undefined> => {
    const folder = (await scratch())?.own;
    if (folder === undefined) return undefined;
    const own = join(folder, `${number}`);
    await mkdir(own, { recursive: true });
    return own;
  };

/** Writes the lines of a file as Parquet, those that can be read. */
async function csvCopied(
  taking: Taking,
  file: JournalFile,
  number: number,
  scratch: Scratch,
  memory: Memory,
  read: ReadHead,
  records: number | undefined,
): Promise<Source> {
  const { engine } = taking;
  const written = join(scratch.own, `lines-${number}.parquet`);
  const store: Store = async (query) => {
    await engine.ask(writeParquet(query, written, "lz4_raw"));
    return linesIn(engine, parquetRows([written]));
  };
  const { lines, findings } = await readCsvSource(file, read, records, store, ownFolder(taking, number));
  if (lines === undefined) return { file, held: undefined, number, lines: 0, bad: 0, findings, memory: undefined };
  const path = copyPath(scratch, file.path, "lines");
  await rename(written, path);
  const isClean =
    findings.every(({ severity }) => severity !== "error") && isSame(memory.stamp, await stampOf(file.real));
  if (isClean) memory.copy = await hashedCopy(path);
  return { file, held: { kind: "copy", path }, number, lines, bad: 0, findings, memory: isClean ? memory : undefined };
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
    const memory = remembered === undefined || bad > 0 ? undefined : freshMemory(file, stamp, remembered.scratch);
    return { file, held, number, lines: shape.rows - bad, bad, findings: [...findings, ...told], memory };
  } catch (cause) {
    return { ...nothing, findings: [...findings, unreadable(file.path, cause)] };
  }
}
