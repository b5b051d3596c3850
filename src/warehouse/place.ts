import type { SourcePlace } from "../books/books.ts";
import { readHead } from "./csv-head.ts";
import { scanRecords } from "./csv-records.ts";
import { type Engine, text } from "./engine.ts";
import type { JournalColumn } from "./journal-column.ts";
import { journalSelect } from "./relation.ts";
import type { Source } from "./source.ts";

/** The names by which a line is found. */
export interface LineName {
  readonly entity: string;
  readonly document: string;
  readonly line: string;
}

export interface FoundLine extends LineName {
  readonly path: string;
  /** From 1; undefined for Parquet. */
  readonly fileLine: number | undefined;
}

/** The same question to the engine and to a line of a file. */
export interface Wanted {
  readonly sql: string;
  /** What a line that meets it holds in any case. */
  readonly word: string;
  readonly isMet: (cell: (name: JournalColumn) => string) => boolean;
}

export const placeOf = ({
  path,
  fileLine,
}: {
  readonly path: string;
  readonly fileLine: number | undefined;
}): SourcePlace => ({
  path,
  line: fileLine,
  column: fileLine === undefined ? undefined : 1,
});

type Take = (cell: (name: JournalColumn) => string, fileLine: number) => boolean;

/** Hands on the lines of a CSV file that can be read and hold one of the words, until it is answered false. */
async function readLines({ file }: Source, words: readonly string[], take: Take): Promise<void> {
  const { head } = await readHead(file.path, file.real);
  if (head === undefined) return;
  await scanRecords(
    file.real,
    ({ line, cells, trouble }) => {
      if (line === head.line || trouble !== undefined || cells.length !== head.columns.length) return true;
      return take((name) => cells[head.columns.indexOf(name)]!, line);
    },
    words,
  );
}

/** The first line of the file that meets each question: first by its place in CSV, by document and line in Parquet. */
export function firstLines(
  engine: Engine,
  source: Source,
  wanted: readonly Wanted[],
): Promise<readonly (FoundLine | undefined)[]> {
  if (wanted.length === 0) return Promise.resolve([]);
  return source.file.format === "csv" ? firstInCsv(source, wanted) : firstInParquet(engine, source, wanted);
}

async function firstInCsv(source: Source, wanted: readonly Wanted[]): Promise<readonly (FoundLine | undefined)[]> {
  const found: (FoundLine | undefined)[] = wanted.map(() => undefined);
  let missing = wanted.length;
  const words = wanted.map(({ word }) => word);
  const { path } = source.file;
  await readLines(source, words, (cell, fileLine) => {
    for (const [i, { isMet }] of wanted.entries()) {
      if (found[i] !== undefined || !isMet(cell)) continue;
      found[i] = { path, fileLine, entity: cell("entity"), document: cell("document"), line: cell("line") };
      missing--;
    }
    return missing > 0;
  });
  return found;
}

async function firstInParquet(
  engine: Engine,
  source: Source,
  wanted: readonly Wanted[],
): Promise<readonly (FoundLine | undefined)[]> {
  const found: (FoundLine | undefined)[] = [];
  for (const { sql } of wanted) {
    const [entities, documents, lines] = await engine.ask(
      `SELECT entity, document, line FROM (${journalSelect([source])}) AS line WHERE ${sql} ORDER BY document, line, entity LIMIT 1`,
    );
    const { path } = source.file;
    const [entity] = entities!;
    found.push(
      entity === undefined
        ? undefined
        : { path, fileLine: undefined, entity: `${entity}`, document: `${documents![0]}`, line: `${lines![0]}` },
    );
  }
  return found;
}

const keyOf = ({ entity, document, line }: LineName): string => JSON.stringify([entity, document, line]);

/** The places in a CSV file of the lines so named, by `keyOf`; more than one where a name stands more than once. */
export async function placesIn(
  source: Source,
  names: readonly LineName[],
): Promise<(name: LineName) => readonly number[]> {
  const places = new Map<string, number[]>(names.map((name) => [keyOf(name), []]));
  const documents = new Set(names.map(({ document }) => document));
  if (source.file.format === "csv" && names.length > 0)
    await readLines(source, [...documents], (cell, fileLine) => {
      const document = cell("document");
      if (documents.has(document))
        places.get(keyOf({ entity: cell("entity"), document, line: cell("line") }))?.push(fileLine);
      return true;
    });
  return (name) => places.get(keyOf(name)) ?? [];
}

export const isNamed = (column: JournalColumn, name: string): Wanted => ({
  sql: `${column} = ${text(name)}`,
  word: name,
  isMet: (cell) => cell(column) === name,
});
