// The example books are what their scripts make, to the byte, whether or not the file of daily rates is at hand.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const made = mkdtempSync(join(tmpdir(), "example-books-"));
afterAll(() => rmSync(made, { recursive: true }));

/** The files below a folder, by path, without what is written by hand. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === "README.md") continue;
    const path = join(entry.parentPath, entry.name);
    const within = path.slice(folder.length + 1).replaceAll("\\", "/");
    if (!within.startsWith("releases/") && !within.startsWith(".tickmark/"))
      found.set(within, readFileSync(path, "utf8"));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.each([
  ["make-millipore.mjs", "millipore-2007-q3"],
  ["make-brackenholt.mjs", "brackenholt-2025-q4"],
])("%s", (script, example) => {
  test(`makes examples/${example}`, () => {
    const folder = join(made, example);
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts", script), folder], {
      env: { ...process.env, TICKMARK_ECB: join(made, "no-such-file.csv") },
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(filesBelow(folder)).toEqual(filesBelow(join(root, "examples", example)));
  });
});
