import { rename } from "node:fs/promises";
import { join } from "node:path";
import { parquetRows, writeParquet } from "./dialect.ts";
import { type Engine, text } from "./engine.ts";
import { copyPath, hashedCopy, isStill } from "./holding.ts";
import { fileKey, journalSelect } from "./relation.ts";
import type { Scratch } from "./scratch.ts";
import type { Source } from "./source.ts";
import { createGroupsTable, GROUPS_TABLE, groupsSql, MOVEMENT_KEYS } from "./statements.ts";

/** Files of fewer lines than this are grouped many at once: each statement has a price of its own. */
const FEW_LINES = 200_000;

const COLUMNS = `${MOVEMENT_KEYS}, amount, functional, lines`;

/** Fills the table of groups, file by file: from what is remembered where the deals are still the same, from the lines elsewhere. */
export async function fillGroups(
  engine: Engine,
  sources: readonly Source[],
  stage: string,
  scratch: Scratch | undefined,
  onFile: (source: Source) => void,
): Promise<void> {
  await engine.ask(createGroupsTable());
  const recalled: Source[] = [];
  const small: Source[] = [];
  for (const source of sources) {
    if (source.held === undefined) continue;
    if (scratch !== undefined && (await isRecalled(source, stage, scratch))) recalled.push(source);
    else if (source.memory === undefined && source.lines < FEW_LINES) small.push(source);
    else {
      onFile(source);
      await groupOne(engine, source, stage, scratch);
    }
  }
  if (scratch !== undefined && recalled.length > 0) await recall(engine, recalled, scratch);
  if (small.length > 0) await groupMany(engine, small, stage);
}

async function isRecalled({ file, memory }: Source, stage: string, scratch: Scratch): Promise<boolean> {
  const groups = memory?.groups;
  return groups != null && groups.stage === stage && (await isStill(copyPath(scratch, file.path, "groups"), groups));
}

async function recall(engine: Engine, sources: readonly Source[], scratch: Scratch): Promise<void> {
  const paths = sources.map(({ file }) => copyPath(scratch, file.path, "groups"));
  const numbers = sources.map(({ number }, i) => `(${text(paths[i]!)}, ${number})`).join(", ");
  await engine.ask(`
    INSERT INTO ${GROUPS_TABLE} SELECT number, ${COLUMNS} FROM ${parquetRows(paths)}
    JOIN (VALUES ${numbers}) AS known (key, number) ON filename = key`);
}

async function groupOne(engine: Engine, source: Source, stage: string, scratch: Scratch | undefined): Promise<void> {
  const { file, number, memory } = source;
  const grouping = engine.ask(
    `INSERT INTO ${GROUPS_TABLE} SELECT ${number}, ${COLUMNS} FROM (${groupsSql(journalSelect([source]), stage)}) AS grouped`,
  );
  // Both read the same bytes, so that they are hashed while they are still at hand.
  await Promise.all([grouping, memory?.hashed()]);
  if (scratch === undefined || memory === undefined) return;
  const written = join(scratch.own, "groups.parquet");
  await engine.ask(
    writeParquet(`SELECT ${COLUMNS} FROM ${GROUPS_TABLE} WHERE file = ${number} ORDER BY ${MOVEMENT_KEYS}`, written),
  );
  const path = copyPath(scratch, file.path, "groups");
  await rename(written, path);
  memory.groups = { ...(await hashedCopy(path)), stage };
}

async function groupMany(engine: Engine, sources: readonly Source[], stage: string): Promise<void> {
  const numbers = sources.map((source) => `(${text(fileKey(source))}, ${source.number})`).join(", ");
  await engine.ask(`
    INSERT INTO ${GROUPS_TABLE} SELECT number, ${COLUMNS}
    FROM (${groupsSql(journalSelect(sources), stage, "file, ")}) AS grouped
    JOIN (VALUES ${numbers}) AS known (key, number) ON file = key`);
}
