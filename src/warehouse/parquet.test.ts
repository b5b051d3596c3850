import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, describe, expect, it } from "vitest";
import { SALES, type Workspace, workspace } from "../../test/journals.ts";
import { format } from "../exact/decimal.ts";

let open: Workspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

const AS_IT_IS =
  "SELECT document, line, CAST(date AS DATE) AS date, period, entity, account, division, region, counterparty, currency, CAST(amount AS DECIMAL(18, 2)) AS amount, CAST(functional AS DECIMAL(18, 2)) AS functional, tag FROM lines";

/** A workspace whose only journal is the sales in Parquet, as the query makes them of a table of texts. */
async function parquet(query: string): Promise<Workspace> {
  open = workspace({ "inbox/a.csv": SALES, "books/journals/.gitkeep": "" });
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(
    `CREATE TABLE lines AS SELECT * FROM read_csv('${open.folder}/inbox/a.csv', all_varchar = true)`,
  );
  await connection.run(`COPY (${query}) TO '${open.folder}/books/journals/a.parquet' (FORMAT parquet)`);
  connection.closeSync();
  return open;
}

const answers = async (place: Workspace, ingest = false): Promise<unknown> => {
  const warehouse = await place.open({ ingest });
  const { value, findings } = await warehouse.load();
  expect(findings).toEqual([]);
  const movements = await warehouse.movements();
  return {
    totals: value.map(({ lines, debits, credits }) => [lines, format(debits), format(credits)]),
    movements: movements.map((m) => ({ ...m, amount: format(m.amount), functional: format(m.functional) })),
  };
};

describe("journals in Parquet", () => {
  const plain = async (): Promise<unknown> => {
    const csv = workspace({ "books/journals/a.csv": SALES });
    const answer = await answers(csv);
    await csv.end();
    return answer;
  };

  it("keep amounts that are finer than those of the CSV file beside them, when their sums are remembered", async () => {
    const place = await parquet(
      AS_IT_IS.replaceAll(/CAST\((\w+) AS DECIMAL\(18, 2\)\)/g, "CAST($1 AS DECIMAL(18, 4)) + 0.0025"),
    );
    place.write("books/journals/0.csv", SALES);
    const movements = async (ingest: boolean): Promise<readonly string[]> =>
      (await (await place.open({ ingest })).movements()).map(({ amount }) => format(amount));
    const expected = ["26.1225", "-26.1175", "201.0025", "-200.9975"];
    expect(await movements(false)).toEqual(expected);
    expect(await movements(true)).toEqual(expected);
  });

  it.each([
    ["as they come from another engine", AS_IT_IS],
    ["with texts for everything", "SELECT * FROM lines"],
    ["with four decimals", AS_IT_IS.replaceAll("DECIMAL(18, 2)", "DECIMAL(18, 4)")],
    ["with wide decimals", AS_IT_IS.replaceAll("DECIMAL(18, 2)", "DECIMAL(38, 9)")],
    ["with narrow decimals", AS_IT_IS.replaceAll("DECIMAL(18, 2)", "DECIMAL(9, 2)")],
    [
      "with numbers for lines and accounts",
      AS_IT_IS.replace("line,", "CAST(line AS INTEGER) AS line,").replace(
        "account,",
        "CAST(account AS BIGINT) AS account,",
      ),
    ],
    [
      "in another order of columns",
      `SELECT tag, functional, amount, currency, counterparty, region, division, account, entity, period, date, line, document FROM (${AS_IT_IS})`,
    ],
  ])("give the same as in CSV: %s", async (_, query) => {
    const place = await parquet(query);
    expect(await answers(place)).toEqual(await plain());
    expect(await answers(place, true)).toEqual(await plain());
    expect(await answers(place, true)).toEqual(await plain());
  });

  it("have no line of a file, and say so", async () => {
    const lines = await (await (await parquet(AS_IT_IS)).open()).lines({ document: "D1" }, 5);
    expect(lines.map(({ path, fileLine, document, number }) => [path, fileLine, document, number])).toEqual([
      ["books/journals/a.parquet", undefined, "D1", "1"],
      ["books/journals/a.parquet", undefined, "D1", "2"],
    ]);
  });

  it.each([
    [
      "binary fractions",
      AS_IT_IS.replace("CAST(amount AS DECIMAL(18, 2))", "CAST(amount AS DOUBLE)"),
      "column-of-another-kind",
      "DOUBLE",
    ],
    ["a column that is missing", `SELECT * EXCLUDE (tag) FROM (${AS_IT_IS})`, "column-missing", "tag"],
    [
      "a time for a day",
      AS_IT_IS.replace("CAST(date AS DATE)", "CAST(date AS TIMESTAMP)"),
      "column-of-another-kind",
      "TIMESTAMP",
    ],
  ])("are refused with %s", async (_, query, code, word) => {
    const { value, findings } = await (await (await parquet(query)).open()).load();
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(findings[0]!.message).toContain(word);
    expect(value.map(({ lines }) => lines)).toEqual([0]);
  });

  it.each([
    [
      "an amount that is nothing",
      "CASE WHEN document = 'D2' AND line = '2' THEN NULL ELSE CAST(amount AS DECIMAL(18, 2)) END",
      "cell-empty",
    ],
    [
      "a fifth decimal",
      "CASE WHEN document = 'D2' AND line = '2' THEN CAST(-13.06001 AS DECIMAL(20, 5)) ELSE CAST(amount AS DECIMAL(20, 5)) END",
      "number-out-of-range",
    ],
    [
      "too many digits",
      "CASE WHEN document = 'D2' AND line = '2' THEN CAST('-123456789012345678901' AS DECIMAL(38, 2)) ELSE CAST(amount AS DECIMAL(38, 2)) END",
      "number-out-of-range",
    ],
  ])("lose a line with %s, and say which", async (_, amount, code) => {
    const place = await parquet(AS_IT_IS.replace("CAST(amount AS DECIMAL(18, 2))", amount));
    for (const ingest of [false, true]) {
      const warehouse = await place.open({ ingest });
      const { value, findings } = await warehouse.load();
      expect(findings.map((finding) => finding.code)).toEqual([code]);
      expect(findings[0]!.message).toContain('Line "2" of the document "D2"');
      expect(value.map(({ lines }) => lines)).toEqual([3]);
      expect((await warehouse.movements()).reduce((sum, { lines }) => sum + lines, 0)).toBe(3);
    }
  });

  it("lose a line whose document has a name of no letters, and say so", async () => {
    const place = await parquet(
      AS_IT_IS.replace("document,", "CASE WHEN document = 'D2' AND line = '2' THEN '' ELSE document END AS document,"),
    );
    for (const ingest of [false, true]) {
      const { value, findings } = await (await place.open({ ingest })).load();
      expect(findings.map(({ code, message }) => [code, message.includes("has nothing in document")])).toEqual([
        ["cell-empty", true],
      ]);
      expect(value.map(({ lines }) => lines)).toEqual([3]);
    }
  });

  it("are told where the bytes are no Parquet", async () => {
    open = workspace({ "books/journals/a.parquet": "PAR1 and no more", "books/journals/b.csv": SALES });
    const { value, findings } = await (await open.open()).load();
    expect(findings.map(({ code, places }) => [code, places[0]?.path])).toEqual([
      ["journal-not-read", "books/journals/a.parquet"],
    ]);
    expect(value.map(({ lines }) => lines)).toEqual([0, 4]);
  });
});
