import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { complaints } from "../../test/json-schema.ts";
import { keptSink, type MemoryFiles, memoryEffects } from "../../test/machine.ts";
import { readBooks } from "../books/read-books.ts";
import { SCHEMAS } from "../books/schema.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { format, parse } from "../exact/decimal.ts";
import { add, type Rational, ZERO } from "../exact/rational.ts";
import { readCsv } from "../text/csv.ts";
import { type Effects, processEffects } from "./effects.ts";
import { main } from "./main.ts";
import { NEW_FILES } from "./new.ts";

/** Carries out `tickmark new FOLDER` on a machine with these files. */
async function made(folder: string, files: MemoryFiles = {}) {
  const written = new Map<string, string>();
  const said = { out: "", err: "" };
  const kept = (to: "out" | "err") =>
    keptSink((text) => {
      said[to] += text;
      return true;
    });
  const effects = memoryEffects(files, () => ({
    out: kept("out"),
    err: kept("err"),
    write: async (path, bytes) => {
      written.set(path, new TextDecoder().decode(bytes));
    },
  }));
  const status = await main(["new", folder], effects);
  return { status, written, ...said };
}

const encoder = new TextEncoder();
const rowsOf = (path: string): readonly (readonly string[])[] => {
  const { rows, troubles } = readCsv(encoder.encode(NEW_FILES[path]!));
  expect(troubles).toEqual([]);
  return rows.slice(1).map((row) => row.cells.map((cell) => cell.text));
};
const journals = Object.keys(NEW_FILES).filter((path) => path.startsWith("books/journals/"));

describe("tickmark new", () => {
  it("writes a workspace that reads without a finding", async () => {
    const { status, written, err } = await made("my books");
    expect([status, err]).toEqual([0, ""]);
    const files = [...written].map(([path, text]) => ({
      path: path.replace(/^my books\//, ""),
      bytes: encoder.encode(text),
    }));
    const { value, findings } = readBooks(files);
    expect(findings).toEqual([]);
    expect(value?.entities.size).toBe(2);
    expect(value?.company.months).toHaveLength(3);
    expect(value?.ownMeasures).toHaveLength(1);
    expect(value?.adjustments).toHaveLength(1);
  });

  it("names what to do next, in lines that can be copied", async () => {
    expect((await made("my books")).out).toContain("  tickmark close --workspace 'my books'\n");
    expect((await made("group/2026")).out).toContain("  tickmark facts --workspace group/2026\n");
  });

  it("writes the schemas where the settings say that they are", async () => {
    const { written } = await made("x");
    for (const { name, of, text } of SCHEMAS) {
      expect(written.get(`x/.tickmark/schemas/${name}`)).toBe(text);
      expect(written.get(`x/${of}`)!.split("\n")[0]).toBe(
        `# yaml-language-server: $schema=./.tickmark/schemas/${name}`,
      );
    }
  });

  it("writes settings that an editor takes as they are", async () => {
    for (const { of, text } of SCHEMAS) expect(complaints(JSON.parse(text), parseYaml(NEW_FILES[of]!))).toEqual([]);
  });

  it("shows every setting that a company can have, and every column that an entity can have", () => {
    const company = SCHEMAS.find(({ of }) => of === "company.yaml")!;
    const { properties } = JSON.parse(company.text) as { readonly properties: object };
    expect(Object.keys(parseYaml(NEW_FILES["company.yaml"]!)).sort()).toEqual(Object.keys(properties).sort());
    const [columns] = readCsv(encoder.encode(NEW_FILES["books/entities.csv"]!)).rows;
    const page = readFileSync(new URL("../../docs/workspace.md", import.meta.url), "utf8");
    const [, table] = /## books\/entities\.csv\n\n(.*?)\n\n/s.exec(page)!;
    const told = table!.split("\n").slice(2);
    expect(columns!.cells.map(({ text }) => text)).toEqual(told.map((row) => row.split(" | ")[0]!.slice(2)));
  });

  it("refuses a folder that is not empty, and writes nothing", async () => {
    const { status, written, err } = await made("x", { "x/letter.txt": "", "x/.git/HEAD": "" });
    expect(status).toBe(2);
    expect(written.size).toBe(0);
    expect(err).toContain("x is not empty (1 file, x/letter.txt the first)");
  });

  it("takes a folder that holds nothing but version control", async () => {
    const { status, written } = await made("x", { "x/.git/HEAD": "" });
    expect(status).toBe(0);
    expect(written.size).toBe(Object.keys(NEW_FILES).length);
  });
});

describe("on a disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-new-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const told: string[] = [];
  const effects: Effects = {
    ...processEffects(),
    out: keptSink((text) => told.push(text) > 0),
    err: keptSink((text) => told.push(text) > 0),
  };

  it("it makes the folders that it needs, and its books close without a finding", async () => {
    const workspace = join(folder, "groups", "2026");
    expect(await main(["new", workspace], effects)).toBe(0);
    told.length = 0;
    expect(await main(["close", "--workspace", workspace], effects)).toBe(0);
    expect(told.join("")).toContain("0 errors, 0 warnings");
  });

  it("it replaces no file, whoever else writes into the folder", async () => {
    const path = join(folder, "letter.txt");
    await effects.write(path, encoder.encode("first"));
    await expect(effects.write(path, encoder.encode("second"))).rejects.toThrow("EEXIST");
    expect(readFileSync(path, "utf8")).toBe("first");
    expect(await main(["new", path], effects)).toBe(2);
  });
});

describe("the workspace that it writes", () => {
  it("has an account in every line of the statements, and no other name in its journals", () => {
    const accounts = rowsOf("books/accounts.csv");
    expect(new Set(accounts.map((row) => row[2]))).toEqual(new Set(Object.keys(STATEMENT_LINES)));
    const known = new Set(accounts.map((row) => row[0]));
    for (const path of journals)
      for (const row of rowsOf(path)) {
        expect(known).toContain(row[5]);
        expect(row[3]).toBe(path.slice("books/journals/".length, -".csv".length));
        expect(row[2]!.slice(0, 7)).toBe(row[3]!.replace("P", ""));
      }
  });

  it("balances each document within an entity, and between entities in the currency of the document", () => {
    const sums = new Map<string, Rational>();
    const put = (key: string, amount: string): unknown => sums.set(key, add(sums.get(key) ?? ZERO, parse(amount)!));
    for (const path of journals)
      for (const [document, , , , entity, account, , , counterparty, currency, amount, functional] of rowsOf(path)) {
        put(`${document} ${entity}`, functional!);
        if (counterparty !== "") put(`${document} ${currency} ${account === "6600" ? "result" : "balance"}`, amount!);
      }
    expect(sums.size).toBeGreaterThan(50);
    for (const [key, sum] of sums) expect(`${key} ${format(sum)}`).toBe(`${key} 0`);
  });
});
