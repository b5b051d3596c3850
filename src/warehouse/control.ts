import { type Rational, ZERO } from "../exact/rational.ts";
import type { Cell, Engine } from "./engine.ts";

/** What the lines of a file come to, and the days of each of its months. */
export interface Control {
  readonly debits: Rational;
  /** Without their sign. */
  readonly credits: Rational;
  readonly months: readonly MonthDays[];
}

export interface MonthDays {
  readonly period: string;
  readonly first: string;
  readonly last: string;
}

/** More months than this in one file are none. */
const MOST_MONTHS = 100_000;

export const controlOf = (engine: Engine, relation: string): Promise<Control> =>
  summedControl(
    engine,
    `SELECT period, date AS first, date AS last, CASE WHEN functional > 0 THEN functional END AS debits,
      CASE WHEN functional < 0 THEN -functional END AS credits FROM (${relation}) AS line`,
  );

/** The same of lines that are added up in part: `relation` has their period, debits and credits, first and last day. */
export async function summedControl(engine: Engine, relation: string): Promise<Control> {
  const [periods, first, last, debits, credits] = await engine.ask(`
    SELECT period, CAST(min(first) AS VARCHAR), CAST(max(last) AS VARCHAR), sum(sum(debits)) OVER (), sum(sum(credits)) OVER ()
    FROM (${relation}) AS part GROUP BY period ORDER BY period LIMIT ${MOST_MONTHS}`);
  return {
    debits: amount(debits![0]),
    credits: amount(credits![0]),
    months: periods!.map((period, i) => ({ period: `${period}`, first: `${first![i]}`, last: `${last![i]}` })),
  };
}

/** The same of every file whose lines are in the engine's memory, by its number, from the table of lines: each statement has a price of its own, and such files may be many. */
export async function controlsInMemory(engine: Engine, table: string): Promise<ReadonlyMap<number, Control>> {
  const months = new Map<number, MonthDays[]>();
  const [files, periods, first, last] = await engine.ask(`
    SELECT file, period, CAST(min(date) AS VARCHAR), CAST(max(date) AS VARCHAR) FROM ${table} GROUP BY file, period
    QUALIFY row_number() OVER (PARTITION BY file ORDER BY period) <= ${MOST_MONTHS} ORDER BY file, period`);
  files!.forEach((file, i) => {
    const days: MonthDays = { period: `${periods![i]}`, first: `${first![i]}`, last: `${last![i]}` };
    months.set(Number(file), [...(months.get(Number(file)) ?? []), days]);
  });
  const [numbers, debits, credits] = await engine.ask(`
    SELECT file, sum(CASE WHEN functional > 0 THEN functional END), sum(CASE WHEN functional < 0 THEN -functional END)
    FROM ${table} GROUP BY file`);
  return new Map(
    numbers!.map((number, i) => [
      Number(number),
      { debits: amount(debits![i]), credits: amount(credits![i]), months: months.get(Number(number)) ?? [] },
    ]),
  );
}

/** Of a file without lines. */
export const NO_LINES: Control = { debits: ZERO, credits: ZERO, months: [] };

const amount = (cell: Cell | undefined): Rational => (typeof cell === "object" && cell !== null ? cell : ZERO);
