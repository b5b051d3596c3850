import { format } from "../exact/decimal.ts";
import { decimal } from "../exact/rational.ts";
import { round } from "../exact/rounding.ts";
import type { Fact } from "../measures/fact.ts";

/** What a fact says, as the columns of the file: all text, so that numbers keep their last digit; `approximate` is for tools that need a number. */
const COLUMNS = [
  ["measure", "VARCHAR"],
  ["title", "VARCHAR"],
  ["version", "VARCHAR"],
  ["basis", "VARCHAR"],
  ["period", "VARCHAR"],
  ["start", "DATE"],
  ["end", "DATE"],
  ["division", "VARCHAR"],
  ["region", "VARCHAR"],
  ["category", "VARCHAR"],
  ["unit", "VARCHAR"],
  ["currency", "VARCHAR"],
  ["value", "VARCHAR"],
  ["approximate", "DECIMAL(38,10)"],
] as const;

const PLACES = 10;

/** The cells of a fact in the order of the columns; null is nothing. */
function cellsOf(fact: Fact): readonly (string | null)[] {
  const { value, member } = fact;
  const known = typeof value !== "string";
  return [
    fact.measure,
    fact.title,
    fact.version,
    fact.basis,
    fact.period,
    fact.start ?? null,
    fact.end,
    member.division ?? null,
    member.region ?? null,
    member.category ?? null,
    fact.unit,
    fact.currency ?? null,
    known ? format(value) : value,
    known ? format(round(value, decimal(1n, -PLACES), "halfEven")) : null,
  ];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Facts are put in as literals, some hundred rows a statement. */
const BATCH = 200;

/** Writes the facts as Parquet, a row each in their order. `value` is exact: a decimal, a fraction, "nil" or "not-meaningful". */
export async function writeFactsParquet(path: string, facts: readonly Fact[]): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    threads: "1",
  });
  const connection = await instance.connect();
  try {
    const columns = COLUMNS.map(([name, type]) => `"${name}" ${type}`).join(", ");
    await connection.run(`CREATE TABLE facts (${columns})`);
    for (let at = 0; at < facts.length; at += BATCH) {
      const rows = facts.slice(at, at + BATCH).map(
        (fact) =>
          `(${cellsOf(fact)
            .map((cell) => (cell === null ? "NULL" : quoted(cell)))
            .join(", ")})`,
      );
      await connection.run(`INSERT INTO facts VALUES ${rows.join(", ")}`);
    }
    await connection.run(`COPY facts TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
