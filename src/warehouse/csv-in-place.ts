import { rename } from "node:fs/promises";
import { join } from "node:path";
import { copyPath, hashedCopy } from "./copies.ts";
import type { CsvHead } from "./csv-head.ts";
import { parquetRows, plainCsv, writeParquet } from "./dialect.ts";
import type { JournalFile } from "./journal-file.ts";
import type { Scratch } from "./scratch.ts";
import type { Memory, Source } from "./source.ts";
import { isSame, stampOf } from "./stamp.ts";
import { groupsSql } from "./statements.ts";
import type { Taking } from "./taking.ts";

/**
 * The sums of a large CSV file by the keys of a movement, from one reading that leaves no copy of its lines. Its bytes are plain, and its lines must be
 * as many as they say (`lines`); where the engine counts others, or refuses one, the answer is undefined, and the file is to be read line by line. `memory` is what is known of the file so far.
 */
export async function readInPlace(
  { engine, stage }: Taking,
  file: JournalFile,
  number: number,
  head: CsvHead,
  lines: number,
  scratch: Scratch,
  memory: Memory,
): Promise<Source | undefined> {
  const written = join(scratch.own, `groups-${number}.parquet`);
  try {
    await engine.ask(writeParquet(groupsSql(plainCsv(file.real, head.columns, "VARCHAR"), stage), written));
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
