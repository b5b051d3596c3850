import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SALES, type Workspace, workspace } from "../../test/journals.ts";
import { type Engine, openEngine } from "./engine.ts";

describe("the engine", () => {
  let folder = "";
  let engine: Engine | undefined;
  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "tickmark-doors-")));
    mkdirSync(join(folder, "in"));
    writeFileSync(join(folder, "in/a.csv"), "a\n1\n");
    writeFileSync(join(folder, "out.csv"), "secret\n1\n");
    symlinkSync(join(folder, "out.csv"), join(folder, "in/link.csv"));
    engine = await openEngine({ readable: [join(folder, "in")], spill: undefined, threads: 1, memory: "256MB" });
  });
  afterEach(async () => {
    await engine?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("waits with its end for a statement that nobody waits for any more, and takes none after it", async () => {
    const long = engine!.ask("SELECT sum(a.range * b.range) FROM range(3000) a, range(3000) b");
    const waiting = [1, 2, 3].map((n) => engine!.ask(`SELECT ${n}`));
    let hasEnded = false;
    void long.then(() => expect(hasEnded).toBe(false));
    const refused = Promise.allSettled(waiting);
    await engine!.close();
    hasEnded = true;
    expect(await long).toHaveLength(1);
    expect((await refused).some(({ status }) => status === "rejected")).toBe(true);
    await expect(engine!.ask("SELECT 1")).rejects.toThrow(/has been closed/);
    engine = undefined;
  });

  it("reads what lies in its folder", async () => {
    expect(await engine!.ask(`SELECT a FROM read_csv('${folder}/in/a.csv')`)).toEqual([[1n]]);
  });

  it.each([
    ["a file of the machine", "SELECT * FROM read_csv('/etc/passwd')"],
    ["a file beside its folder", "SELECT * FROM read_text('FOLDER/out.csv')"],
    ["a way up and out", "SELECT * FROM read_text('FOLDER/in/../out.csv')"],
    ["a link that leads out", "SELECT * FROM read_text('FOLDER/in/link.csv')"],
    ["a folder whose name begins like its own", "SELECT * FROM read_text('FOLDER/in2/a.csv')"],
    ["an address", "SELECT * FROM read_csv('http://127.0.0.1:1/a.csv')"],
    ["an address as a table", "SELECT * FROM 'https://127.0.0.1/a.parquet'"],
    ["an extension to install", "INSTALL httpfs"],
    ["an extension to load", "LOAD httpfs"],
    ["another database", "ATTACH 'FOLDER/other.db'"],
    ["a file written elsewhere", "COPY (SELECT 1) TO 'FOLDER/written.csv'"],
    ["its own settings", "SET enable_external_access = true"],
    ["its own folders", "SET allowed_directories = ['/']"],
    ["its own memory", "SET memory_limit = '100GB'"],
  ])("does not get at %s", async (_, sql) => {
    await expect(engine!.ask(sql.replace("FOLDER", folder))).rejects.toThrow(
      /Permission|Cannot change|locked|disabled/,
    );
  });
});

describe("names and cells that are meant to be taken for something else", () => {
  let open: Workspace | undefined;
  afterEach(async () => {
    await open?.end();
    open = undefined;
  });

  it.each([
    "it's.csv",
    "a[1].csv",
    "a*.csv",
    "a?b.csv",
    "with blank.csv",
    "year=2007/a.csv",
    "back\\slash.csv",
    "'); DROP TABLE small_lines; --.csv",
    "line\nbreak.csv",
    "übergröße.csv",
    "{a,b}.csv",
    "a.csv.CSV",
    '"quoted".csv',
    "**/a.csv",
  ])("stand for themselves: a file named %j", async (name) => {
    open = workspace({
      [`books/journals/${name}`]: SALES,
      "books/journals/a1.csv": SALES.replaceAll("D1", "E1").replaceAll("D2", "E2"),
    });
    for (const ingest of [false, true]) {
      const warehouse = await open.open({ ingest });
      const { value, findings } = await warehouse.load();
      expect(findings).toEqual([]);
      expect(value.map(({ path, lines }) => `${path} ${lines}`).sort()).toEqual(
        [`books/journals/${name} 4`, "books/journals/a1.csv 4"].sort(),
      );
      const lines = await warehouse.lines({ document: "D1" }, 9);
      expect(lines.map(({ path, fileLine }) => [path, fileLine])).toEqual([
        [`books/journals/${name}`, 2],
        [`books/journals/${name}`, 3],
      ]);
    }
  });

  it("stand for themselves: cells that look like SQL", async () => {
    const evil = "'); DROP TABLE small_lines; --";
    open = workspace({ "books/journals/a.csv": SALES.replaceAll("D1", evil).replaceAll("US,1200", `US,"${evil}"`) });
    const warehouse = await open.open();
    const { findings } = await warehouse.load();
    expect(findings.map(({ code, places }) => [code, places[0]?.line])).toEqual([["name-not-declared", 2]]);
    expect(await warehouse.lines({ document: evil, account: evil }, 9)).toHaveLength(1);
    expect(await warehouse.lines({ months: [evil] }, 9)).toEqual([]);
  });

  it("are refused where a link leads out of the workspace, and followed within", async () => {
    open = workspace({
      "books/journals/a.csv": SALES,
      "inbox/b.csv": SALES.replaceAll("D1", "E1").replaceAll("D2", "E2"),
    });
    symlinkSync("/etc/passwd", join(open.folder, "books/journals/passwd.csv"));
    symlinkSync("/etc", join(open.folder, "books/journals/etc"));
    symlinkSync(join(open.folder, "books/journals"), join(open.folder, "books/journals/circle"));
    symlinkSync("../../inbox", join(open.folder, "books/journals/inbox"));
    symlinkSync("nowhere", join(open.folder, "books/journals/dead.csv"));
    const { value, findings } = await (await open.open()).load();
    expect(findings.map(({ code, places }) => `${code} ${places[0]?.path}`)).toEqual([
      "journal-not-read books/journals/dead.csv",
      "journal-leads-out books/journals/etc",
      "journal-leads-out books/journals/passwd.csv",
    ]);
    expect(value.map(({ path }) => path)).toEqual(["books/journals/a.csv", "books/journals/inbox/b.csv"]);
  });
});
