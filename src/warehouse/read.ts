import type { Books } from "../books/books.ts";
import type { Rational } from "../exact/rational.ts";
import { amountOf, type Cell, type Engine } from "./engine.ts";
import { type LineName, placesIn } from "./place.ts";
import { fileKey } from "./relation.ts";
import type { Source } from "./source.ts";
import { intercompanySql, linesSql, movementsSql, nameCountsSql } from "./statements.ts";
import type { IntercompanySide, JournalLine, LineChoice, Movement, Stage } from "./warehouse.ts";

type Columns = readonly (readonly Cell[])[];

const named = (columns: Columns, i: number, row: number): string => columns[i]![row] as string;
const amount = (columns: Columns, i: number, row: number): Rational => columns[i]![row] as Rational;

export async function readMovements(engine: Engine): Promise<readonly Movement[]> {
  const counts = await engine.ask(nameCountsSql());
  const { before, sql } = movementsSql(counts.map(([count]) => count as bigint));
  for (const statement of before) await engine.ask(statement);
  const movements: Movement[] = [];
  await engine.each(sql, (c, rows) => {
    const named = (i: number, row: number): string => c[i]!.getItem(row) as string;
    const amount = (i: number, row: number): Rational => amountOf(c[i]!.getItem(row) ?? c[i + 1]!.getItem(row));
    for (let row = 0; row < rows; row++)
      movements.push({
        entity: named(0, row),
        account: named(1, row),
        month: named(2, row),
        currency: named(3, row),
        division: named(4, row),
        region: named(5, row),
        counterparty: named(6, row),
        tag: named(7, row),
        stage: named(8, row) as Stage,
        amount: amount(9, row),
        functional: amount(11, row),
        lines: Number(c[13]!.getItem(row) as bigint),
      });
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
