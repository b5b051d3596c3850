import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { keptSink } from "../../test/machine.ts";
import { processEffects } from "./effects.ts";
import { main } from "./main.ts";
import { NEW_FILES } from "./new.ts";

const root = mkdtempSync(join(tmpdir(), "tickmark-new-from-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const RELEASE = `---
period: 2026-Q1
date: 2026-04-28
city: BOSTON
---
# Example Instruments Reports {Quarter} {year} Results

{dateline} Example Instruments today reported its results.

Revenue was {revenue | thousands 0.1}, and {revenue 2026-Q1 division=Instruments | thousands 0.1} of it came from instruments. A plant was opened.

> "Revenue was {revenue | thousands 1}," said Ann Example.
`;

let folder = "";
let count = 0;
const inside = (path: string): string => join(folder, path);
const put = (path: string, text: string): void => {
  mkdirSync(dirname(inside(path)), { recursive: true });
  writeFileSync(inside(path), text);
};
const textOf = (path: string): string => readFileSync(inside(path), "utf8");

beforeEach(() => {
  folder = join(root, `books ${++count}`);
  for (const [path, text] of Object.entries(NEW_FILES)) put(path, text);
  put("releases/2026-q1/release.md", RELEASE);
});

const effects = processEffects();

/** The months of the quarter after those of a new workspace. */
const addMonths = (): void => {
  const company = textOf("company.yaml");
  const last = company.indexOf("quarter: 2026-Q1 }\n", company.indexOf("2026-P03")) + "quarter: 2026-Q1 }\n".length;
  const rows = ["04-01 04-30", "05-01 05-31", "06-01 06-30"].map(
    (days, i) =>
      `  - { month: 2026-P0${i + 4}, start: 2026-${days.slice(0, 5)}, end: 2026-${days.slice(6)}, quarter: 2026-Q2 }\n`,
  );
  put("company.yaml", company.slice(0, last) + rows.join("") + company.slice(last));
};

async function run(
  ...args: readonly string[]
): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const said = { out: "", err: "" };
  const kept = (to: "out" | "err") =>
    keptSink((text) => {
      said[to] += text.replaceAll(folder, "BOOKS");
      return true;
    });
  const status = await main(args, { ...effects, out: kept("out"), err: kept("err") });
  return { status, ...said };
}

const begin = (...more: readonly string[]) => run("new", "--from", "releases/2026-q1", "--workspace", folder, ...more);

describe("tickmark new --from", () => {
  it("begins the release of the next quarter, and says what is left to the writer", async () => {
    addMonths();
    const { status, out, err } = await begin();
    expect([status, err]).toEqual([0, ""]);
    expect(textOf("releases/2026-q2/release.md")).toBe(
      RELEASE.replace("period: 2026-Q1", "period: 2026-Q2")
        .replace("2026-04-28", '"[[carried over from 2026-Q1: write the day it goes out]] 2026-04-28"')
        .replace("{revenue 2026-Q1 ", "{revenue 2026-Q2 ")
        .replace("A plant", "[[carried over from 2026-Q1: check this text, in which no figure moves]] A plant")
        .replace("> ", "> [[carried over from 2026-Q1: check this quotation]] "),
    );
    expect(out).toBe(`releases/2026-q2 is begun from releases/2026-q1, 2026-Q1 to 2026-Q2: release.md.

Moved:
  releases/2026-q2/release.md:2:9  2026-Q1 is 2026-Q2 now
  releases/2026-q2/release.md:10:53  2026-Q1 is 2026-Q2 now

Left to you, each behind a mark "[[carried over from ...]]", which the build refuses until it is taken out:
  releases/2026-q2/release.md:3:7  the day that the release goes out; that of 2026-Q1 was 2026-04-28
  releases/2026-q2/release.md:10:128  text in which no figure moves: A plant was opened.
  releases/2026-q2/release.md:12:3  a quotation: "Revenue was {revenue | thousands 1}," said Ann Example.

Begin with releases/2026-q2/release.md:3. When the books of the quarter are in:
  tickmark build 'BOOKS' --release 2026-q2 --out <folder>
`);
  });
  it("only lists on a dry run", async () => {
    addMonths();
    const { status, out } = await begin("--dry-run");
    expect(status).toBe(0);
    expect(out).toContain("releases/2026-q2 would be begun from releases/2026-q1");
    expect(out).toContain("Nothing was written.");
    expect(existsSync(inside("releases/2026-q2"))).toBe(false);
  });
  it("takes the release by its name, and by a path that begins with the workspace", async () => {
    addMonths();
    for (const [from, ...more] of [
      ["2026-q1", "--workspace", folder],
      [`${folder}/releases/2026-q1/`],
      [`${folder}/releases/2026-q1`, "--workspace", folder],
    ])
      expect((await run("new", "--from", from!, "--dry-run", ...more)).status).toBe(0);
  });
  it("refuses a folder that has anything in it", async () => {
    addMonths();
    put("releases/2026-q2/notes.txt", "ours");
    const { status, err } = await begin();
    expect(status).toBe(2);
    expect(err).toContain("releases/2026-q2 is not empty (1 file, BOOKS/releases/2026-q2/notes.txt the first)");
    expect(existsSync(inside("releases/2026-q2/release.md"))).toBe(false);
  });
  it("writes nothing through a link that leads out of the workspace", async () => {
    addMonths();
    const elsewhere = join(root, "elsewhere");
    mkdirSync(elsewhere, { recursive: true });
    symlinkSync(elsewhere, inside("releases/2026-q2"));
    const { status, err } = await begin();
    expect(status).toBe(2);
    expect(err).toContain("releases/2026-q2 is a link that leads out of the workspace");
    expect(readdirSync(elsewhere)).toEqual([]);
  });
  it("names the releases there are where there is none of the name", async () => {
    const { status, err } = await run("new", "--from", "releases/2025-q4", "--workspace", folder);
    expect([status, err]).toEqual([
      2,
      'tickmark: error: BOOKS has no release "2025-q4", which --from names; there are 2026-q1\n',
    ]);
  });
  it("names the months that company.yaml does not have yet", async () => {
    expect((await begin()).err).toBe(
      "tickmark: error: company.yaml ends with 2026-P03 on 2026-03-31, and has not all months of 2026-Q2; add the rows 2026-P04 (2026-Q2), 2026-P05 (2026-Q2) and 2026-P06 (2026-Q2) to its periods, the first from 2026-04-01 on, and ask again\n",
    );
    addMonths();
    put("company.yaml", textOf("company.yaml").replace(/ {2}- \{ month: 2026-P06.*\n/, ""));
    const { status, err } = await begin("--period", "2026-Q3");
    expect(status).toBe(2);
    expect(err).toContain(
      "add the rows 2026-P06 (2026-Q2), 2026-P07 (2026-Q3), 2026-P08 (2026-Q3) and 2026-P09 (2026-Q3)",
    );
  });
  it("refuses a period that is not after that of the earlier release", async () => {
    expect((await begin("--period", "2026-Q1")).err).toBe(
      'tickmark: error: 2026-Q1 is the quarter of "2026-q1" itself: a release is begun from an earlier one; the next is 2026-Q2\n',
    );
    expect((await begin("--period", "2025-q4")).err).toContain('2025-Q4 lies before 2026-Q1, the quarter of "2026-q1"');
    expect((await begin("--period", "2026-9M")).err).toContain(
      '--period takes a quarter, such as 2007-Q3, and not "2026-9M"',
    );
  });
  it("tells what of the earlier release or the company cannot be read", async () => {
    put("releases/2026-q1/release.md", "# No head\n");
    const { status, err } = await begin();
    expect(status).toBe(2);
    expect(err).toContain("error[release-head-missing] releases/2026-q1/release.md");
    put("releases/2026-q1/release.md", RELEASE);
    put("company.yaml", "- a list\n");
    expect((await begin()).err).toContain("company.yaml");
    rmSync(inside("company.yaml"));
    expect((await begin()).err).toContain("BOOKS has no company.yaml");
  });
  it("asks for what belongs together", async () => {
    expect((await run("new")).err).toContain("name the folder of the new workspace, or with --from the release");
    expect((await run("new", "x", "--dry-run")).err).toContain("--dry-run goes with --from");
    expect((await run("new", "x", "--from", "2026-q1")).err).toContain("no folder is named");
  });
});

describe("what was published", () => {
  it("goes into history/ from the build of the earlier release, and the books are held to it", async () => {
    const built = await run("build", folder, "--out", inside("out"));
    expect(built.err).toBe("");
    const company = textOf("company.yaml");
    addMonths();
    const { status, out, err } = await begin("--published", inside("out"));
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("history/2026-q1.csv holds 2 facts as the earlier release printed them.\n");
    const history = textOf("history/2026-q1.csv");
    expect(history.split("\n").slice(0, 2)).toEqual([
      "document,published,measure,definition,period,member,value,quantum",
      "2026-Q1 release,2026-04-28,revenue,v1,2026-Q1,,238900,100",
    ]);
    put("company.yaml", company);
    expect((await run("close", "--workspace", folder)).err).toBe("");
    put("history/2026-q1.csv", history.replace("238900", "239000"));
    expect((await run("close", "--workspace", folder)).err).toContain("published-differs-unexplained");
  });
  it("is taken from nothing else, and overwrites nothing", async () => {
    addMonths();
    expect((await begin("--published", inside("none"))).err).toContain("facts.json cannot be read");
    put("out/facts.json", '{"schema":"tickmark-facts/1","release":"2025-q4","figures":[]}');
    expect((await begin("--published", inside("out"))).err).toContain('it is of the release "2025-q4"');
    put("history/2026-q1.csv", "document\n");
    expect((await begin("--published", inside("out"))).err).toContain("history/2026-q1.csv is there already");
    expect(existsSync(inside("releases/2026-q2"))).toBe(false);
  });
});
