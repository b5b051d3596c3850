import { rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { condensing } from "./condensed.ts";
import { copyPath, hashedCopy } from "./copies.ts";
import type { CsvHead } from "./csv-head.ts";
import { condensedCsv, parquetRows, plainCsv, writeParquet } from "./dialect.ts";
import type { JournalFile } from "./journal-file.ts";
import { AT_ONCE, recordsIn } from "./raw-file.ts";
import type { Scratch } from "./scratch.ts";
import type { Memory, Source } from "./source.ts";
import { isSame, stampOf } from "./stamp.ts";
import { groupsSql, summedGroupsSql } from "./statements.ts";
import type { Taking } from "./taking.ts";

/** What the bytes of a file vouch for. */
export interface Vouched {
  /** As `recordsIn` counts them. */
  readonly records: number | undefined;
  /** A statement that has the sums of its lines by the keys of a movement. */
  readonly groups: string;
  /** Takes away what that statement reads, if it is not the file itself. */
  readonly clear: () => Promise<void>;
}

/** Looks at every byte of a CSV file, and adds its lines up on the way where that pays. */
export async function lookedThrough(
  { stage, turns, withLines }: Taking,
  { real }: JournalFile,
  number: number,
  { columns }: CsvHead,
  scratch: Scratch,
): Promise<Vouched> {
  const groups = groupsSql(plainCsv(real, columns, "VARCHAR"), stage);
  const alone = async (): Promise<Vouched> => ({
    records: await recordsIn(real, columns),
    groups,
    clear: async () => {},
  });
  if (withLines || turns === undefined || (await stat(real)).size < AT_ONCE) return alone();
  const path = join(scratch.own, `condensed-${number}.csv`);
  const condensed = condensing(columns, turns, AT_ONCE, path);
  if (condensed === undefined) return alone();
  let isWhole = false;
  const records = await recordsIn(real, columns, condensed.take).finally(() => {
    isWhole = condensed.end();
  });
  const sums = condensedCsv(path, condensed.columns);
  return {
    records,
    groups: isWhole ? summedGroupsSql(sums, stage) : groups,
    clear: () => rm(path, { force: true }),
  };
}

/**
 * The sums of a large CSV file by the keys of a movement, from one reading that leaves no copy of its lines. Its bytes are plain, and its lines must be
 * as many as they say (`lines`, and `groups` has their sums); where the engine counts others, or refuses one, the answer is undefined, and the file is to be read line by line. `memory` is what is known of the file so far.
 */
export async function readInPlace(
  { engine, stage }: Taking,
  file: JournalFile,
  number: number,
  head: CsvHead,
  { groups, lines }: { readonly groups: string; readonly lines: number },
  scratch: Scratch,
  memory: Memory,
): Promise<Source | undefined> {
  const written = join(scratch.own, `groups-${number}.parquet`);
  try {
    await engine.ask(writeParquet(groups, written));
  } catch {
    // The engine does not say where it stumbled; the reading line by line will.
    return undefined;
  }
  const [counts] = await engine.ask(`SELECT CAST(sum(lines) AS BIGINT) FROM ${parquetRows([written])}`);
  if (Number(counts![0]) !== lines) return undefined;
  if (!isSame(await stampOf(file.real), memory.stamp)) return undefined;
  const path = copyPath(scratch, file.path, "groups");
  await rename(written, path);
  memory.groups = { ...(await hashedCopy(path)), stage };
  return { file, held: { kind: "text", columns: head.columns }, number, lines, bad: 0, findings: [], memory };
}
