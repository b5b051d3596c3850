import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { processEffects } from "../src/cli/effects.ts";
import { main } from "../src/cli/main.ts";
import { keptSink } from "./machine.ts";

/* `tickmark build` over the example workspaces, on the disk, through the real command. */

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tickmark-build-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const sink = (name: "out" | "err") =>
    keptSink((text) => {
      written[name] += text;
      return true;
    });
  const status = await main(args, { ...processEffects(), out: sink("out"), err: sink("err") });
  return { status, ...written };
}

const example = (name: string): string => fileURLToPath(new URL(`../examples/${name}`, import.meta.url));

/** A copy of the Millipore workspace with one of its files changed. */
function changed(path: string, change: (text: string) => string): string {
  const copy = join(folder, "books");
  cpSync(example("millipore-2007-q3"), copy, { recursive: true });
  const file = join(copy, path);
  writeFileSync(file, change(readFileSync(file, "utf8")));
  return copy;
}

const TEXT = "releases/2007-q3/release.md";
const codes = (err: string): readonly string[] =>
  [...err.matchAll(/tickmark: error\[([a-z-]+)\]/g)].map((match) => match[1]!);

describe("tickmark build", () => {
  it.each(["millipore-2007-q3", "brackenholt-2025-q4"])(
    "makes %s without an error, and the same bytes again",
    async (name) => {
      const [first, again] = [join(folder, "first"), join(folder, "again")];
      const { status, out, err } = await run("build", example(name), "--out", first);
      expect(codes(err)).toEqual([]);
      expect(status).toBe(0);
      const [, bound, read] = /read back (\d+) of (\d+) as they are bound/.exec(out)!;
      expect(read).toBe(bound);
      await run("build", example(name), "--out", again);
      const names = readdirSync(first).sort();
      expect(names).toEqual(["facts.json", "release-132.txt", "release.html", "release.txt", "tieout.json"]);
      for (const file of names) expect(readFileSync(join(again, file))).toEqual(readFileSync(join(first, file)));
      const { proof } = JSON.parse(readFileSync(join(first, "tieout.json"), "utf8"));
      expect(proof.length).toBeGreaterThan(500);
      expect(proof.filter((line: { equal: boolean }) => !line.equal)).toEqual([]);
    },
  );

  it("refuses a figure typed by hand, and says what to bind", async () => {
    const workspace = changed(TEXT, (text) => text.replace("{revenue}. Changes", "$371.2 million. Changes"));
    const { status, err } = await run("build", workspace, "--out", join(folder, "out"));
    expect(status).toBe(1);
    expect(codes(err)).toEqual(["figure-unbound"]);
    expect(err).toContain("{revenue}");
  });

  it("tells of a binding whose period the sentence does not say: the reader of the page is misled", async () => {
    const workspace = changed(TEXT, (text) =>
      text.replace(
        "net income of the {quarter} was {net-income},",
        "net income of the {quarter} was {net-income to-date},",
      ),
    );
    const { status, err } = await run("build", workspace, "--out", join(folder, "out"));
    expect(status).toBe(1);
    expect(codes(err)).toContain("roads-disagree");
  });

  it("prints markup and formulas of a workspace as text", async () => {
    const workspace = changed("company.yaml", (text) =>
      text.replace("Cleo Invented", '"<img src=x onerror=alert(1)> \\u202e=HYPERLINK(1)"'),
    );
    await run("build", workspace, "--out", join(folder, "out"));
    const page = readFileSync(join(folder, "out", "release.html"), "utf8");
    expect(page).not.toContain("<img");
    expect(page).toContain("&lt;img");
  });

  it("knows the releases that there are", async () => {
    const { status, err } = await run("build", example("millipore-2007-q3"), "--out", folder, "--release", "2007-q4");
    expect(status).toBe(2);
    expect(err).toContain("there are 2007-q3");
  });
});

describe("tickmark trace", () => {
  it("takes a figure of the page", async () => {
    const { status, out } = await run("trace", "F2", "--workspace", example("millipore-2007-q3"));
    expect(status).toBe(0);
    expect(out).toMatch(/^revenue 2007-Q3, USD, GAAP, definition v1 = ≈ 371,209,999\./);
    expect(out).toContain("books/journals/");
  });
});
