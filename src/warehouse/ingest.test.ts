import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { HEAD, littleBooks, SALES, type Workspace, workspace } from "../../test/journals.ts";
import { ZERO } from "../exact/rational.ts";
import { AT_ONCE } from "./raw-file.ts";
import { WAREHOUSE } from "./scratch.ts";
import type { Warehouse } from "./warehouse.ts";

let open: Workspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

const SECOND = SALES.replaceAll("D1", "E1").replaceAll("D2", "E2");
const twoFiles = (): Workspace => {
  open = workspace({ "books/journals/a.csv": SALES, "books/journals/b.csv": SECOND });
  return open;
};
const copies = ({ folder }: Workspace): readonly string[] =>
  readdirSync(join(folder, WAREHOUSE))
    .filter((name) => name.endsWith(".lines.parquet"))
    .sort();
const bytes = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}` : value);
const answers = async (warehouse: Warehouse): Promise<string> =>
  JSON.stringify(
    [
      await warehouse.load(),
      await warehouse.movements(),
      await warehouse.intercompany(),
      await warehouse.lines({}, 100),
    ],
    bytes,
  );

describe("the lines of a large CSV file", () => {
  const [, ...sales] = SALES.trimEnd().split("\n");
  /** The same documents over and over, of other amounts and days. */
  const many = Array.from({ length: 6_000 }, (_, i) =>
    sales
      .map((line) =>
        line
          .replace(/^D/, `D${i}-`)
          .replace(/2007-01-\d\d/, `2007-01-${i % 2 === 0 ? "09" : "10"}`)
          .replaceAll("0.50,", `${i}.5${i % 2 === 0 ? "0" : ""},`),
      )
      .join("\n"),
  );
  const place = { path: "books/deals.csv", line: 2, column: 1 };
  const deal = { entity: "DE", kind: "acquired", date: "2007-01-10", consideration: ZERO, netAssets: ZERO } as const;
  const books = { ...littleBooks, deals: [{ ...deal, nci: undefined, discontinued: false, place }] };

  it.each([
    ["are sound", ""],
    ["have one among them that is refused", sales[0]!.replace("2007-01-05", "2007-02-30")],
  ])(
    "come to the same whether they are added up before the engine, by it, or in memory, where they %s",
    async (_, last) => {
      const text = `${[HEAD, ...many, last].join("\n")}\n`;
      expect(text.length).toBeGreaterThan(AT_ONCE);
      open = workspace({ "books/journals/a.csv": text, "books/journals/b.csv": SECOND });
      const found: string[] = [];
      for (const settings of [
        { ingest: true, threads: 2 },
        { ingest: true },
        { ingest: true, threads: 8 },
        { ingest: false },
      ]) {
        if (settings.threads !== undefined) rmSync(join(open.folder, ".tickmark"), { recursive: true, force: true });
        const warehouse = await open.open({ ...settings, books });
        found.push(JSON.stringify([await warehouse.movements(), await warehouse.load()], bytes));
        await warehouse.close();
      }
      expect(new Set(found).size).toBe(1);
      expect(found[0]).toContain('"stage":"before"');
      expect(found[0]!.includes("2007-02-30")).toBe(last !== "");
    },
  );
});

describe("copies of the journals", () => {
  it("are made for answers that are made of lines, and not for sums", async () => {
    const place = twoFiles();
    for (let time = 0; time < 2; time++) {
      const warehouse = await place.open({ ingest: true });
      expect((await warehouse.movements()).length).toBe(4);
      await warehouse.close();
      expect(copies(place)).toEqual([]);
    }
    expect((await (await place.open({ ingest: true })).intercompany()).length).toBe(4);
    expect(copies(place)).toHaveLength(2);
  });

  it("change no answer", async () => {
    const place = twoFiles();
    const direct = await answers(await place.open());
    expect(existsSync(join(place.folder, ".tickmark"))).toBe(false);
    expect(await answers(await place.open({ ingest: true }))).toBe(direct);
    expect(copies(place)).toHaveLength(2);
    expect(await answers(await place.open({ ingest: true }))).toBe(direct);
    expect(direct).toContain('"lines":4');
  });

  it("are made again for the file that changed, and for no other", async () => {
    const place = twoFiles();
    await (await place.open({ ingest: true })).load();
    const before = copies(place).map((name) => statSync(join(place.folder, WAREHOUSE, name), { bigint: true }).ctimeNs);
    const same = statSync(join(place.folder, "books/journals/b.csv"));
    place.write("books/journals/b.csv", SECOND.replace("-13.06,-10.00,deal", "-13.06,-10.00,deel"));
    utimesSync(join(place.folder, "books/journals/b.csv"), same.atime, same.mtime);
    const warehouse = await place.open({ ingest: true });
    expect(JSON.stringify(await warehouse.movements(), bytes)).toContain('"deel"');
    expect(JSON.stringify(await warehouse.lines({}, 10), bytes)).toContain('"deel"');
    const after = copies(place).map((name) => statSync(join(place.folder, WAREHOUSE, name), { bigint: true }).ctimeNs);
    expect(after.filter((time, i) => time !== before[i])).toHaveLength(1);
  });

  it("know a file by its stamp alone until its hash is wanted, and read it again where only its stamp has changed", async () => {
    const place = twoFiles();
    // Else the files would have been changed just now.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const hashes = (): readonly unknown[] => {
      const { files } = JSON.parse(readFileSync(join(place.folder, WAREHOUSE, "catalogue.json"), "utf8"));
      return Object.values(files as Readonly<Record<string, { sha256: unknown }>>).map(({ sha256 }) => sha256);
    };
    const movements = async (): Promise<string> => {
      const warehouse = await place.open({ ingest: true });
      const answer = JSON.stringify(await warehouse.movements(), bytes);
      await warehouse.close();
      return answer;
    };
    const first = await movements();
    expect(hashes()).toEqual([null, null]);
    const groups = join(
      place.folder,
      WAREHOUSE,
      readdirSync(join(place.folder, WAREHOUSE)).find((name) => name.includes(".groups."))!,
    );
    const made = statSync(groups, { bigint: true }).ctimeNs;
    expect(await movements()).toBe(first);
    expect(statSync(groups, { bigint: true }).ctimeNs).toBe(made);
    for (const name of ["a.csv", "b.csv"]) utimesSync(join(place.folder, "books/journals", name), 1, 1);
    expect(await movements()).toBe(first);
    expect(statSync(groups, { bigint: true }).ctimeNs).not.toBe(made);
    await (await place.open({ ingest: true })).load();
    expect(hashes()).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it("follow a file that changes while the warehouse is open", async () => {
    const place = twoFiles();
    for (const ingest of [false, true]) {
      place.write("books/journals/b.csv", SECOND);
      const warehouse = await place.open({ ingest });
      expect((await warehouse.load()).value.map(({ lines }) => lines)).toEqual([4, 4]);
      appendFileSync(join(place.folder, "books/journals/b.csv"), "E3,1,2007-01-05,2007-P01,US,1200,,,,USD,0,0,\n");
      expect((await warehouse.load()).value.map(({ lines }) => lines)).toEqual([4, 5]);
    }
  });

  it("are made again where somebody has changed, cut or replaced them, and taken away with their file", async () => {
    const place = twoFiles();
    const direct = await answers(await place.open({ ingest: true }));
    const [first, second] = copies(place).map((name) => join(place.folder, WAREHOUSE, name));
    const groups = first!.replace(".lines.", ".groups.");
    const whole = readFileSync(first!);
    for (const spoil of [
      () => truncateSync(first!, 100),
      () => truncateSync(groups, 100),
      () => writeFileSync(groups, readFileSync(second!.replace(".lines.", ".groups."))),
      () => writeFileSync(first!, readFileSync(second!)),
      () =>
        writeFileSync(
          first!,
          whole.map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
        ),
      () => writeFileSync(join(place.folder, WAREHOUSE, "catalogue.json"), "{"),
      () =>
        writeFileSync(
          join(place.folder, WAREHOUSE, "catalogue.json"),
          '{"schema":"tickmark-warehouse/2","files":{"books/journals/a.csv":{"size":1}}}',
        ),
    ]) {
      spoil();
      expect(await answers(await place.open({ ingest: true }))).toBe(direct);
    }
    writeFileSync(join(place.folder, WAREHOUSE, `${"0".repeat(64)}.lines.parquet`), "no parquet");
    expect(await answers(await place.open({ ingest: true }))).toBe(direct);
    expect(copies(place)).toHaveLength(2);
  });

  it("remember nothing of a file with something to say of it", async () => {
    const place = twoFiles();
    place.write("books/journals/b.csv", SECOND.replace("100.50,100.50", "100.50,100.5x"));
    for (let time = 0; time < 2; time++) {
      const { findings, value } = await (await place.open({ ingest: true })).load();
      expect(findings.map(({ code }) => code)).toEqual(["number-not-plain"]);
      expect(value.map(({ lines }) => lines)).toEqual([4, 3]);
    }
  });

  it.each([
    ["from sums alone, where the file stands", async (warehouse: Warehouse) => void (await warehouse.movements()), 0],
    ["from a load, in a copy", async (warehouse: Warehouse) => void (await warehouse.load()), 1],
  ])("tell again of a column that nothing reads, when it is known %s", async (_how, read, copied) => {
    const rows = SALES.trimEnd().split("\n");
    const noted = rows.map((row, i) => `${row},${i === 0 ? "note" : "paid"}\n`).join("");
    open = workspace({ "books/journals/a.csv": noted });
    const first = await open.open({ ingest: true });
    await read(first);
    await first.close();
    expect(copies(open)).toHaveLength(copied);
    const madeOf = (): unknown => JSON.parse(readFileSync(join(open!.folder, WAREHOUSE, "catalogue.json"), "utf8"));
    expect(madeOf()).toMatchObject({ files: { "books/journals/a.csv": { lines: 4 } } });
    for (const again of ["remembered", "remembered with its documents"]) {
      const { value, findings } = await (await open.open({ ingest: true })).load();
      expect([again, ...findings.map(({ code, severity, places }) => [code, severity, places[0]])]).toEqual([
        again,
        ["column-unknown", "warning", { path: "books/journals/a.csv", line: 1, column: 1 }],
      ]);
      expect(value.map(({ lines }) => lines)).toEqual([4]);
    }
  });

  it("leave no folder of their run behind", async () => {
    const place = twoFiles();
    const warehouse = await place.open({ ingest: true });
    await warehouse.load();
    await warehouse.close();
    await warehouse.close();
    expect(readdirSync(join(place.folder, WAREHOUSE)).filter((name) => name.startsWith("run-"))).toEqual([]);
  });
});
