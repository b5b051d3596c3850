import { add, type Rational, ZERO } from "../exact/rational.ts";
import { isBad } from "./dialect.ts";
import type { Cell, Engine } from "./engine.ts";

/** What the lines of one file come to: enough to check its names and its days against the books without reading it again. */
export interface Summary {
  readonly lines: number;
  /** Lines that lack a name, a day or an amount; they are none of the books. */
  readonly bad: number;
  readonly debits: Rational;
  readonly credits: Rational;
  readonly names: readonly NameUse[];
}

export interface NameUse {
  readonly kind: "entity" | "account" | "period" | "currency";
  readonly name: string;
  readonly lines: number;
  /** The first and the last day that its lines have; undefined where they have none. */
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** More different names than this in one file are no names: they are not remembered, and told as what they are. */
export const MOST_NAMES = 100_000;

/** One pass over the lines; the five listings are then made of the few groups that it leaves. */
const summarySql = (relation: string): string => `
  WITH grouped AS MATERIALIZED (
    SELECT entity, account, period, currency, count(*) AS n, min(date) AS first, max(date) AS last,
      sum(CASE WHEN functional > 0 THEN functional END) AS debits, sum(CASE WHEN functional < 0 THEN functional END) AS credits,
      count(CASE WHEN ${isBad} THEN 1 END) AS bad
    FROM ${relation} AS line GROUP BY entity, account, period, currency)
  SELECT grouping(entity), grouping(account), grouping(period), grouping(currency), coalesce(entity, account, period, currency, ''),
    CAST(sum(n) AS BIGINT), CAST(min(first) AS VARCHAR), CAST(max(last) AS VARCHAR), sum(debits), sum(credits), CAST(sum(bad) AS BIGINT)
  FROM grouped GROUP BY GROUPING SETS ((), (entity), (account), (period), (currency))
  ORDER BY 1 DESC, 2 DESC, 3 DESC, 4 DESC, 5 LIMIT ${MOST_NAMES + 1}`;

const KINDS = ["entity", "account", "period", "currency"] as const;

export async function summaryOf(engine: Engine, relation: string): Promise<Summary> {
  const columns = await engine.ask(summarySql(relation));
  const names: NameUse[] = [];
  let all: Omit<Summary, "names"> = { lines: 0, bad: 0, debits: ZERO, credits: ZERO };
  for (let row = 0; row < columns[4]!.length; row++) {
    const kind = KINDS[KINDS.findIndex((_, i) => whole(columns[i]![row]) === 0)];
    const lines = whole(columns[5]![row]);
    if (kind === undefined)
      all = {
        lines,
        bad: whole(columns[10]![row]),
        debits: amount(columns[8]![row]),
        credits: amount(columns[9]![row]),
      };
    else
      names.push({
        kind,
        name: `${columns[4]![row]}`,
        lines,
        first: day(columns[6]![row]),
        last: day(columns[7]![row]),
      });
  }
  return { ...all, names };
}

const whole = (cell: Cell | undefined): number =>
  typeof cell === "bigint" ? Number(cell) : typeof cell === "number" ? cell : 0;
const day = (cell: Cell | undefined): string | undefined => (typeof cell === "string" ? cell : undefined);
const amount = (cell: Cell | undefined): Rational => (typeof cell === "object" && cell !== null ? cell : ZERO);

/** The sums of several files. */
export const together = (amounts: readonly Rational[]): Rational => amounts.reduce(add, ZERO);
