import { rename } from "node:fs/promises";
import { join } from "node:path";
import { copyPath, hashedCopy, isStill } from "./copies.ts";
import { parquetRows, writeParquet } from "./dialect.ts";
import { type Engine, text } from "./engine.ts";
import { fileKey, journalSelect } from "./relation.ts";
import type { Scratch } from "./scratch.ts";
import type { Source } from "./source.ts";
import { createGroupsTable, GROUPS, GROUPS_TABLE, groupsSql, MOVEMENT_KEYS } from "./statements.ts";

/** Files of fewer lines than this are grouped many at once: each statement has a price of its own. */
export const FEW_LINES = 200_000;

const COLUMNS = `${MOVEMENT_KEYS}, amount, functional, lines`;

/** Sees to the groups of every file: from what is remembered where the deals are still the same, from the lines elsewhere. */
export async function fillGroups(
  engine: Engine,
  sources: readonly Source[],
  stage: string,
  scratch: Scratch | undefined,
  onFile: (done: number, all: number) => void,
): Promise<void> {
  await engine.ask(createGroupsTable());
  const small: Source[] = [];
  const large: (() => Promise<unknown>)[] = [];
  for (const source of sources) {
    const { held, lines, memory } = source;
    if (held === undefined) continue;
    if (scratch !== undefined && memory !== undefined) {
      if (await isRecalled(source, stage, scratch)) continue;
      large.push(() => copyGroups(engine, source, stage, scratch));
    } else if (lines < FEW_LINES) small.push(source);
    else large.push(() => groupOne(engine, source, stage));
  }
  await twoAtATime(large, onFile);
  if (small.length > 0) await groupMany(engine, small, stage);
  await engine.ask(`CREATE OR REPLACE VIEW ${GROUPS} AS ${groupsSelect(sources, scratch)}`);
}

/** Two at a time: while one ends, which takes one core, the next has begun. */
export async function twoAtATime(
  works: readonly (() => Promise<unknown>)[],
  onFile: (done: number, all: number) => void,
): Promise<void> {
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < works.length) {
      onFile(next, works.length);
      await works[next++]!();
    }
  };
  await Promise.all([hand(), hand()]);
}

/** The groups of these files, wherever they are. */
export function groupsSelect(sources: readonly Source[], scratch: Scratch | undefined): string {
  const own = sources.filter(({ held }) => held !== undefined);
  const isCopied = ({ memory }: Source): boolean => memory?.groups != null;
  const copies =
    scratch === undefined ? [] : own.filter(isCopied).map(({ file }) => copyPath(scratch, file.path, "groups"));
  const numbers = own.filter((source) => !isCopied(source)).map(({ number }) => number);
  const parts = [
    ...(copies.length === 0 ? [] : [`SELECT ${COLUMNS} FROM ${parquetRows(copies)}`]),
    ...(numbers.length === 0 ? [] : [`SELECT ${COLUMNS} FROM ${GROUPS_TABLE} WHERE file IN (${numbers.join(", ")})`]),
  ];
  return parts.length === 0 ? `SELECT ${COLUMNS} FROM ${GROUPS_TABLE} WHERE FALSE` : parts.join(" UNION ALL ");
}

async function isRecalled({ file, memory }: Source, stage: string, scratch: Scratch): Promise<boolean> {
  const groups = memory?.groups;
  return groups != null && groups.stage === stage && (await isStill(copyPath(scratch, file.path, "groups"), groups));
}

/** Many lines leave few groups: they are written down at once, and read from there. */
async function copyGroups(engine: Engine, source: Source, stage: string, scratch: Scratch): Promise<void> {
  const memory = source.memory!;
  const written = join(scratch.own, `groups-${source.number}.parquet`);
  await engine.ask(writeParquet(groupsSql(journalSelect([source]), stage), written));
  const path = copyPath(scratch, source.file.path, "groups");
  await rename(written, path);
  memory.groups = { ...(await hashedCopy(path)), stage };
}

const groupOne = (engine: Engine, source: Source, stage: string): Promise<unknown> =>
  engine.ask(
    `INSERT INTO ${GROUPS_TABLE} SELECT ${source.number}, ${COLUMNS} FROM (${groupsSql(journalSelect([source]), stage)}) AS grouped`,
  );

async function groupMany(engine: Engine, sources: readonly Source[], stage: string): Promise<void> {
  const numbers = sources.map((source) => `(${text(fileKey(source))}, ${source.number})`).join(", ");
  await engine.ask(`
    INSERT INTO ${GROUPS_TABLE} SELECT number, ${COLUMNS}
    FROM (${groupsSql(journalSelect(sources), stage, "file, ")}) AS grouped
    JOIN (VALUES ${numbers}) AS known (key, number) ON file = key`);
}
