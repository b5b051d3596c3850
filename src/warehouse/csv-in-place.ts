import { rename } from "node:fs/promises";
import { join } from "node:path";
import { summedControl } from "./control.ts";
import { copyPath, hashedCopy } from "./copies.ts";
import type { CsvHead } from "./csv-head.ts";
import { bitsSet, lacks, lineBit, plainCsv, writeParquet } from "./dialect.ts";
import { insertRanges } from "./document-ranges.ts";
import { columnsOf } from "./journal-column.ts";
import type { JournalFile } from "./journal-file.ts";
import type { Scratch } from "./scratch.ts";
import type { Memory, Source } from "./source.ts";
import { isSame, stampOf } from "./stamp.ts";
import { MOVEMENT_KEYS } from "./statements.ts";
import type { Taking } from "./taking.ts";

/**
 * What one reading of a large CSV file gives: the sums by the keys of a movement, what its lines come to, and, where documents are to be looked at, which of
 * them are broken. Every line is typed as it is read, and they are as many as the bytes say; where one lacks something the answer is undefined, and the file is
 * to be read line by line. `memory` is what is known of the file so far.
 */
export async function readInPlace(
  { engine, stage, withDocuments }: Taking,
  file: JournalFile,
  number: number,
  head: CsvHead,
  lines: number,
  scratch: Scratch,
  memory: Memory,
): Promise<Source | undefined> {
  const table = `taken_${number}`;
  try {
    await engine.ask(
      `CREATE OR REPLACE TABLE ${table} AS ${takenSql(plainCsv(file.real, head.columns), stage, withDocuments)}`,
    );
  } catch {
    // The engine does not say where it stumbled; the reading line by line will.
    return undefined;
  }
  const [counts, bad] = await engine.ask(
    `SELECT CAST(sum(lines) AS BIGINT), CAST(sum(CASE WHEN ${KEYED.map((name) => `${name} = ''`).join(" OR ")} THEN lines ELSE bad END) AS BIGINT) FROM ${table} WHERE is_group`,
  );
  const isSound =
    Number(counts![0]) === lines && Number(bad![0]) === 0 && isSame(await stampOf(file.real), await memory.hashed());
  if (isSound) {
    const written = join(scratch.own, `groups-${number}.parquet`);
    const groups = `SELECT ${MOVEMENT_KEYS}, amount, functional, lines FROM ${table} WHERE is_group`;
    await engine.ask(writeParquet(groups, written));
    const path = copyPath(scratch, file.path, "groups");
    await rename(written, path);
    memory.groups = { ...(await hashedCopy(path)), stage };
    if (withDocuments) {
      memory.control = await summedControl(
        engine,
        `SELECT *, debits - functional AS credits FROM ${table} WHERE is_group`,
      );
      await engine.ask(
        insertRanges(number, `SELECT *, functional AS difference, NOT is_group AS is_broken FROM ${table}`),
      );
    }
  }
  await engine.ask(`DROP TABLE ${table}`);
  if (!isSound) return undefined;
  return { file, held: { kind: "text", columns: head.columns }, number, lines, bad: 0, findings: [], memory };
}

/** Names that lines are not grouped by; whether one of the others is empty is seen in the groups. */
const UNKEYED = ["document", "line"] as const;
const KEYED = columnsOf("name").filter((name) => !UNKEYED.some((other) => other === name));

/** Two groupings of one reading: by the keys of a movement, and by document, of which only those that are broken are kept. */
function takenSql(lines: string, stage: string, withDocuments: boolean): string {
  const sums = `${MOVEMENT_KEYS}, sum(amount) AS amount, sum(functional) AS functional, count(*) AS lines, count(CASE WHEN ${lacks(UNKEYED)} THEN 1 END) AS bad`;
  if (!withDocuments)
    return `SELECT ${sums}, TRUE AS is_group FROM (SELECT *, ${stage} AS stage FROM (${lines}) AS raw) AS line GROUP BY ${MOVEMENT_KEYS}`;
  const isSuspect = `count(*) > ${bitsSet("bit_or(bit)")}`;
  return `
  SELECT ${sums}, coalesce(sum(CASE WHEN functional > 0 THEN functional END), 0) AS debits, min(date) AS first, max(date) AS last,
    document, min(document) AS first_document, max(document) AS last_document, grouping(document) = 1 AS is_group, ${isSuspect} AS is_suspect
  FROM (SELECT *, ${stage} AS stage, ${lineBit("line")} AS bit FROM (${lines}) AS raw) AS line
  GROUP BY GROUPING SETS ((${MOVEMENT_KEYS}), (entity, document))
  HAVING grouping(document) = 1 OR sum(functional) <> 0 OR ${isSuspect}`;
}
