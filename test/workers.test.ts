import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, it } from "vitest";

/*
 * The command line in a process of its own, with true threads. It is put together from the sources, so that the test does not
 * hang on whether the project is built.
 */
const source = (name: string): string => fileURLToPath(new URL(`../src/cli/${name}.ts`, import.meta.url));
const examples = fileURLToPath(new URL("../examples", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tickmark-workers-"));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  const input = { main: source("main"), effects: source("effects"), worker: source("worker") };
  const build = await rolldown({ input, platform: "node", external: /^@duckdb\// });
  await build.write({ dir: folder, format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name].js" });
  await build.close();
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "run.js"),
    `import { main } from "./main.js";
    import { processEffects } from "./effects.js";
    process.exitCode = await main(process.argv.slice(2), processEffects());`,
  );
});

const check = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, "run.js"), "check", ...args, examples, join(folder, "missing.txt"), examples],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
};

it.each([["--json"], ["--sarif"]])("two threads print what one prints: %s", (form) => {
  const one = check(form, "--workers", "1");
  expect(one).toMatchObject({ status: 2, stderr: "" });
  expect(one.stdout.length).toBeGreaterThan(1000);
  expect(check(form, "--workers", "2")).toEqual(one);
});
