// A group of 300 entities with a chart of 60 accounts and 24 fiscal months, and as many journal lines of it as are asked for: the same lines every time.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const ENTITIES = 300;
const ACCOUNTS = 60;
const MONTHS = 24;
const CURRENCIES = ["USD", "EUR", "GBP", "JPY", "CHF", "SEK"];
/** Lines of a document. */
const LINES = 4;

const two = (n) => `${n}`.padStart(2, "0");
const entityName = (e) => `E${`${e}`.padStart(3, "0")}`;
const monthName = (m) => `${2006 + Math.floor(m / 12)}-P${two((m % 12) + 1)}`;
const lastDay = (m) => new Date(Date.UTC(2006, m + 1, 0)).getUTCDate();
const month = (m) => `${2006 + Math.floor(m / 12)}-${two((m % 12) + 1)}`;

/** What a warehouse is opened with: only the names are looked at. */
export const books = {
  company: {
    months: Array.from({ length: MONTHS }, (_, m) => ({
      month: monthName(m),
      start: `${month(m)}-01`,
      end: `${month(m)}-${lastDay(m)}`,
      quarter: `${2006 + Math.floor(m / 12)}-Q${Math.floor((m % 12) / 3) + 1}`,
    })),
  },
  entities: new Map(
    Array.from({ length: ENTITIES }, (_, e) => [
      entityName(e),
      { entity: entityName(e), currency: CURRENCIES[e % CURRENCIES.length] },
    ]),
  ),
  accounts: new Map(
    Array.from({ length: ACCOUNTS }, (_, a) => [`${1000 + a * 100}`, { account: `${1000 + a * 100}` }]),
  ),
  deals: [{ entity: "E007", kind: "acquired", date: "2006-07-14" }],
};

/** Integers that look like chance and are the same everywhere: the finalizer of MurmurHash3 over a number and a salt, with factors that stay below 2^31 so that products fit 63 bits. */
const HASH = `
  CREATE MACRO spread(u) AS xor(u, u >> 16);
  CREATE MACRO mixed(u, factor) AS (u * factor) & 4294967295;
  CREATE MACRO drawn(x, salt) AS spread(mixed(spread(mixed(spread((x * 265443576 + salt * 40503) & 4294967295), 1540483477)), 1566083941))`;

/** An entity keeps 24 of the accounts, 4 of them with divisions; a few documents are in a foreign currency, one in twenty is within the group. */
const linesSql = (from, to, m) => `
  WITH document AS (
    SELECT d, drawn(d, 1) % ${ENTITIES} AS e, drawn(d, 2) % ${lastDay(m)} AS day, drawn(d, 3) % 20 = 0 AND drawn(d, 1) % 2 = 0 AS is_foreign, drawn(d, 4) % 20 = 0 AS is_group,
      drawn(d, 5) % 200 AS tagged, drawn(d, 6) % 1000000 + 1 AS a, drawn(d, 7) % 100000 + 1 AS b, drawn(d, 8) % 3 AS division, drawn(d, 9) % 4 AS other
    FROM (SELECT range AS d FROM range(${from}, ${to}))),
  line AS (
    SELECT *, (e * 7 + drawn(d * 4 + n, 10) % 24) % ${ACCOUNTS} AS account, CASE n % 2 WHEN 1 THEN a ELSE b END * CASE WHEN n > 2 THEN -1 ELSE 1 END AS cents
    FROM (SELECT *, unnest([1, 2, 3, 4]) AS n FROM document))
  SELECT 'J' || lpad(CAST(d AS VARCHAR), 9, '0') AS document, CAST(n AS VARCHAR) AS line,
    DATE '${month(m)}-01' + CAST(day AS INTEGER) AS date, '${monthName(m)}' AS period,
    'E' || lpad(CAST(e AS VARCHAR), 3, '0') AS entity, CAST(1000 + account * 100 AS VARCHAR) AS account,
    CASE WHEN account % 6 = 0 THEN ['Bioscience', 'Bioprocess', 'Services'][division + 1] ELSE '' END AS division,
    CASE WHEN account % 6 = 0 THEN ['Americas', 'Europe', 'Asia/Pacific'][e % 3 + 1] ELSE '' END AS region,
    CASE WHEN is_group AND account % 15 = 0 THEN 'E' || lpad(CAST((e + other + 1) % ${ENTITIES} AS VARCHAR), 3, '0') ELSE '' END AS counterparty,
    [${CURRENCIES.map((c) => `'${c}'`)}][(e + CASE WHEN is_foreign THEN 1 ELSE 0 END) % ${CURRENCIES.length} + 1] AS currency,
    CAST(CAST(cents AS DECIMAL(16, 0)) * 0.01 AS DECIMAL(18, 2)) AS amount,
    CAST(CAST(cents * CASE WHEN is_foreign THEN 2 ELSE 1 END AS DECIMAL(16, 0)) * 0.01 AS DECIMAL(18, 2)) AS functional,
    CASE WHEN tagged = 0 AND account % 10 = 0 THEN 'restructuring' WHEN tagged = 1 AND account % 10 = 0 THEN 'acquisition' ELSE '' END AS tag
  FROM line`;

/** Writes the lines into monthly files below FOLDER/parquet/books/journals and FOLDER/csv/books/journals. */
export async function writeLedger(folder, lines, formats = ["parquet", "csv"]) {
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: "4GB",
    temp_directory: join(folder, "spill"),
  });
  const connection = await instance.connect();
  for (const statement of HASH.split(";")) await connection.run(statement);
  const documents = Math.round(lines / LINES);
  const start = (m) => Math.floor((documents * m) / MONTHS);
  for (const format of formats) mkdirSync(journals(folder, format), { recursive: true });
  for (let m = 0; m < MONTHS; m++) {
    const files = formats.map((format) => [format, join(journals(folder, format), `${monthName(m)}.${format}`)]);
    const [[first, written], ...others] = files;
    const options = { parquet: "FORMAT parquet, COMPRESSION zstd", csv: "FORMAT csv, HEADER" };
    await connection.run(`COPY (${linesSql(start(m), start(m + 1), m)}) TO '${written}' (${options[first]})`);
    for (const [format, file] of others)
      await connection.run(`COPY (SELECT * FROM '${written}') TO '${file}' (${options[format]})`);
  }
  connection.closeSync();
  instance.closeSync();
  writeFileSync(join(folder, "lines"), `${documents * LINES}\n`);
}

export const journals = (folder, format) => join(folder, format, "books/journals");
