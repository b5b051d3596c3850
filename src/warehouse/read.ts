import type { Books } from "../books/books.ts";
import type { Rational } from "../exact/rational.ts";
import { amountOf, type Cell, type Engine } from "./engine.ts";
import { packKeys, unpack } from "./packed-keys.ts";
import { type LineName, placesIn } from "./place.ts";
import { fileKey } from "./relation.ts";
import type { Source } from "./source.ts";
import { createNamesTable, intercompanySql, keyLists, linesSql, movementsSql, namesSql } from "./statements.ts";
import type { IntercompanySide, JournalLine, LineChoice, Movement, Stage } from "./warehouse.ts";

type Columns = readonly (readonly Cell[])[];

const named = (columns: Columns, i: number, row: number): string => columns[i]![row] as string;
const amount = (columns: Columns, i: number, row: number): Rational => columns[i]![row] as Rational;

export async function readMovements(engine: Engine): Promise<readonly Movement[]> {
  await engine.ask(createNamesTable());
  const lists = keyLists(await engine.ask(namesSql()));
  if (lists.every((list) => list?.length === 0)) return [];
  const packs = packKeys(lists.map((list) => list?.length));
  const { before, sql } = movementsSql(packs);
  for (const statement of before) await engine.ask(statement);
  const movements: Movement[] = [];
  /** The keys of one row. */
  const names: string[] = [];
  await engine.each(sql, (c, rows) => {
    const sums = c.slice(packs.length);
    const amount = (i: number, row: number): Rational => amountOf(sums[i]!.getItem(row) ?? sums[i + 1]!.getItem(row));
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < packs.length; i++) unpack(packs[i]!, c[i]!.getItem(row), lists, names);
      movements.push({
        entity: names[0]!,
        account: names[1]!,
        month: names[2]!,
        currency: names[3]!,
        division: names[4]!,
        region: names[5]!,
        counterparty: names[6]!,
        tag: names[7]!,
        stage: names[8] as Stage,
        amount: amount(0, row),
        functional: amount(2, row),
        lines: Number(sums[4]!.getItem(row) as bigint),
      });
    }
  });
  return movements;
}

export async function readIntercompany(
  engine: Engine,
  { deals, entities }: Books,
): Promise<readonly IntercompanySide[]> {
  const c = await engine.ask(intercompanySql(deals, entities.keys()));
  return c[0]!.map(
    (_, row): IntercompanySide => ({
      document: named(c, 0, row),
      entity: named(c, 1, row),
      account: named(c, 2, row),
      month: named(c, 3, row),
      counterparty: named(c, 4, row),
      currency: named(c, 5, row),
      division: named(c, 6, row),
      region: named(c, 7, row),
      stage: named(c, 8, row) as Stage,
      amount: amount(c, 9, row),
      functional: amount(c, 10, row),
    }),
  );
}

/** The lines with their places: asked for by name in the files that they come from. */
export async function readJournalLines(
  engine: Engine,
  sources: readonly Source[],
  choice: LineChoice,
  most: number,
): Promise<readonly JournalLine[]> {
  const c = await engine.ask(linesSql(choice, Math.max(0, Math.trunc(most))));
  const byKey = new Map(sources.map((source) => [fileKey(source), source]));
  const lineName = (row: number): LineName => ({
    document: named(c, 1, row),
    line: named(c, 2, row),
    entity: named(c, 5, row),
  });
  const rows = new Map<string, number[]>();
  c[0]!.forEach((key, row) => {
    rows.set(`${key}`, [...(rows.get(`${key}`) ?? []), row]);
  });
  const fileLines = new Map<number, number>();
  for (const [key, own] of rows) {
    const source = byKey.get(key);
    if (source === undefined) continue;
    const placesOf = await placesIn(source, own.map(lineName));
    const used = new Map<string, number>();
    for (const row of own) {
      const name = lineName(row);
      const id = JSON.stringify(name);
      const nth = used.get(id) ?? 0;
      used.set(id, nth + 1);
      const place = placesOf(name)[nth];
      if (place !== undefined) fileLines.set(row, place);
    }
  }
  return c[0]!.map(
    (key, row): JournalLine => ({
      path: byKey.get(`${key}`)?.file.path ?? "",
      fileLine: fileLines.get(row),
      document: named(c, 1, row),
      number: named(c, 2, row),
      date: named(c, 3, row),
      month: named(c, 4, row),
      entity: named(c, 5, row),
      account: named(c, 6, row),
      division: named(c, 7, row),
      region: named(c, 8, row),
      counterparty: named(c, 9, row),
      currency: named(c, 10, row),
      amount: amount(c, 11, row),
      functional: amount(c, 12, row),
      tag: named(c, 13, row),
    }),
  );
}
