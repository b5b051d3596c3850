import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { proverBeside, proverHere } from "../src/cli/prover.ts";
import { commandIn } from "./bundle.ts";

/* The command line in a process of its own, with true threads. */
const examples = fileURLToPath(new URL("../examples", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tickmark-workers-"));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  await commandIn(folder, ["worker", "proof-worker"]);
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

it.each([[false], [true]])(
  "a release that is proved beside this thread is proved as in it (all of it: %s)",
  async (isFree) => {
    const outputs = ["halvorsen-2007-q3.htm", "halvorsen-2007-q3-draft.txt", "halvorsen-2007-q3.htm"].map((name) => ({
      name,
      text: readFileSync(join(examples, name), "utf8"),
      figures: new Map(),
      bound: new Map(),
    }));
    const draft = { outputs, marks: [] };
    const prover = proverBeside(isFree, pathToFileURL(join(folder, "proof-worker.js")));
    const reports = await prover.reports(draft);
    prover.end();
    expect(reports.map(({ path }) => path)).toEqual(outputs.map(({ name }) => name));
    expect(reports).toEqual(await proverHere.reports(draft));
  },
);

it("a thread that ends over the proofs is told, and not taken for an answer", async () => {
  const script = 'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => process.exit(7));';
  const prover = proverBeside(false, new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  const output = { name: "a.txt", text: "Revenue was $4 million.", figures: new Map(), bound: new Map() };
  const reports = prover.reports({ outputs: [output, output], marks: [] });
  await expect(reports).rejects.toThrow("the thread that proves the release ended with status 7");
});
