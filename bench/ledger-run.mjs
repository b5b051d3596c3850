// One measurement in a process of its own: node bench/ledger-run.mjs WHO FORMAT FOLDER prints what it took as JSON. WHO is "duckdb" (the statement in DuckDB
// alone), "tickmark" (a trial balance through the warehouse) or "load" (the same with every check of the lines before it).
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { books, journals } from "./ledger-books.mjs";

const [who, format, folder] = process.argv.slice(2);
const KEYS = "entity, account, period, currency, division, region, counterparty, tag, stage";
const TYPES = {
  document: "VARCHAR",
  line: "VARCHAR",
  date: "DATE",
  period: "VARCHAR",
  entity: "VARCHAR",
  account: "VARCHAR",
  division: "VARCHAR",
  region: "VARCHAR",
  counterparty: "VARCHAR",
  currency: "VARCHAR",
  amount: "DECIMAL(18, 2)",
  functional: "DECIMAL(18, 2)",
  tag: "VARCHAR",
};

/** The pushed-down statement as somebody would write it who has DuckDB and nothing else. */
function sql() {
  const files = readdirSync(journals(folder, format)).map((name) => `'${join(journals(folder, format), name)}'`);
  const types = Object.entries(TYPES).map(([name, type]) => `'${name}': '${type}'`);
  const rows =
    format === "parquet"
      ? `read_parquet([${files}])`
      : `read_csv([${files}], columns = {${types}}, header = true, auto_detect = false, force_not_null = [division, region, counterparty, tag])`;
  const stage =
    "CASE entity WHEN 'E007' THEN CASE WHEN date < DATE '2006-07-14' THEN 'before' ELSE 'within' END ELSE 'within' END";
  return `SELECT ${KEYS}, sum(amount), sum(functional), count(*) FROM (SELECT *, ${stage} AS stage FROM ${rows}) GROUP BY ${KEYS} ORDER BY ${KEYS}`;
}

/** The engine has the threads and the memory that the warehouse gives it. Its rows are fetched, and left as the engine hands them over. */
async function duckdb() {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: "2GB",
    temp_directory: join(folder, "spill"),
  });
  const connection = await instance.connect();
  const chunks = await (await connection.run(sql())).fetchAllChunks();
  return chunks.reduce((rows, chunk) => rows + chunk.rowCount, 0);
}

async function tickmark() {
  const { openDuckWarehouse } = await import("../dist/warehouse/duck-warehouse.js");
  const warehouse = await openDuckWarehouse({ folder: join(folder, format), books });
  if (who === "load") {
    const { findings } = await warehouse.load();
    if (findings.length > 0) throw new Error(`${findings.length} findings, the first: ${findings[0].message}`);
  }
  const movements = await warehouse.movements();
  // What it writes down behind its answer is part of what it costs.
  await warehouse.close();
  return movements.length;
}

const begin = performance.now();
const rows = await (who === "duckdb" ? duckdb() : tickmark());
const ms = performance.now() - begin;
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({ rows, ms, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS * 1024 }),
);
