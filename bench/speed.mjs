// npm run bench: what a check costs, in time and in memory, beside what building a tree of the same page costs. Names of parts as
// arguments ("speed stages growth memory start release close viewer ledger plain") run those alone. It measures dist/, which `npm run bench` builds first.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, fstatSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "parse5";
import { checkRelease } from "../dist/index.js";
import { examples, pages, repeated } from "./documents.mjs";
import { ledger, plain } from "./ledger.mjs";
import { stagesOf } from "./stages.mjs";
import { timed } from "./timed.mjs";
import { viewer } from "./viewer.mjs";

const ROUNDS = 5;
const program = fileURLToPath(new URL("../bin/tickmark.js", import.meta.url));

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const megabytes = (bytes) => (bytes / 1e6).toFixed(2);
const ms = (time) => time.toFixed(time < 10 ? 1 : 0);

/** Rows of text under a head; the first column to the left, the others to the right. */
function print(title, head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  console.log(`\n${title}\n${all.map(line).join("\n")}`);
}

/** As the command line has it done, with a digest in native code. */
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
const check = (bytes) => checkRelease(bytes, { digest });
const tree = (bytes) => parse(new TextDecoder().decode(bytes));

/** Checking beside building a parse5 tree of the same bytes: warm, in this process, one after the other in every round. */
function speed() {
  const { from, list } = pages();
  const times = list.map(() => ({ check: [], tree: [] }));
  for (let round = -1; round < ROUNDS; round++) {
    list.forEach(({ bytes }, i) => {
      const whole = timed(() => check(bytes));
      const build = timed(() => tree(bytes));
      if (round < 0) return;
      times[i].check.push(whole);
      times[i].tree.push(build);
    });
  }
  const medians = times.map((t) => ({ check: median(t.check), tree: median(t.tree) }));
  const row = (name, size, { check, tree: build }) => [
    name,
    megabytes(size),
    ms(check),
    ms(build),
    (check / build).toFixed(2),
  ];
  const rows = list.map(({ name, bytes }, i) => row(name, bytes.length, medians[i]));
  const sum = medians.reduce((a, b) => ({ check: a.check + b.check, tree: a.tree + b.tree }));
  const size = list.reduce((bytes, page) => bytes + page.bytes.length, 0);
  print(
    `Time of a check beside a parse5 tree (${from}; medians of ${ROUNDS} rounds)`,
    ["page", "MB", "check ms", "tree ms", "ratio"],
    [
      ...rows,
      row("all together", size, sum),
      ["median of the ratios", "", "", "", median(medians.map((m) => m.check / m.tree)).toFixed(2)],
    ],
  );
}

/** Where the time of a check goes. */
async function stages() {
  const { from, list } = pages();
  const all = () => {
    for (const { bytes } of list) check(bytes);
  };
  all();
  const shares = await stagesOf(all);
  print(
    `Share of the time by stage (${from}, sampled)`,
    ["stage", "share"],
    shares.map(([name, share]) => [name, `${(100 * share).toFixed(1)} %`]),
  );
}

/** The same document again and again in one: the time for each of its tables should stay what it is. */
function growth() {
  const rows = examples().flatMap(({ name, bytes }) => {
    const tables = new Set(check(bytes).figures.flatMap(({ where }) => where.table ?? [])).size;
    return [1, 10, 100].map((times) => {
      const many = repeated(bytes, times);
      const taken = median(Array.from({ length: ROUNDS }, () => timed(() => check(many))));
      const each = (taken / (tables * times)).toFixed(2);
      return [`${name} ${times}x`, megabytes(many.length), tables * times, ms(taken), each];
    });
  });
  const head = ["document", "MB", "tables", "ms", "ms a table"];
  print("Growth: the same document 1, 10 and 100 times in one", head, rows);
}

const PEAK = `process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;

/** The peak of the command line over one document of about 5 MB, the program and its report among it. */
function memory() {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-bench-"));
  const script = join(folder, "peak.mjs");
  writeFileSync(script, PEAK);
  const large = pages().list.toSorted((a, b) => b.bytes.length - a.bytes.length)[0];
  const rows = [large, ...examples()].map(({ name, bytes }) => {
    const file = join(folder, name);
    const times = Math.max(1, Math.round(5e6 / bytes.length));
    const many = repeated(bytes, times);
    writeFileSync(file, many);
    const answer = openSync(join(folder, "answer.json"), "w");
    const args = ["--import", pathToFileURL(script).href, program, "check", "--json", file];
    const { stderr } = spawnSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", answer, "pipe"] });
    const { size } = fstatSync(answer);
    closeSync(answer);
    return [`${name} ${times}x`, megabytes(many.length), megabytes(size), Math.round((Number(stderr) * 1024) / 1e6)];
  });
  rmSync(folder, { recursive: true, force: true });
  print("Memory of the command line over about 5 MB", ["document", "MB", "report MB", "peak MB"], rows);
}

/** The command line from its start to its end. */
function start() {
  const run = (args) => median(Array.from({ length: 9 }, () => timed(() => spawnSync(process.execPath, args))));
  const example = fileURLToPath(new URL("../examples/halvorsen-2007-q3.htm", import.meta.url));
  print(
    "The command line from start to end",
    ["command", "ms"],
    [
      ["node alone", ms(run(["-e", "0"]))],
      ["tickmark --version", ms(run([program, "--version"]))],
      ["tickmark check --json EXAMPLE", ms(run([program, "check", "--json", example]))],
    ],
  );
}

/** From the books of an example to its release, every output read back and tied out; and a change of one figure until the page is printed again. */
async function release() {
  const { closeBooks, printRelease, proveRelease } = await import("../dist/node.js");
  const rows = [];
  for (const [workspace, name] of [
    ["millipore-2007-q3", "2007-q3"],
    ["brackenholt-2025-q4", "2025-q4"],
  ]) {
    const folder = fileURLToPath(new URL(`../examples/${workspace}`, import.meta.url));
    const out = mkdtempSync(join(tmpdir(), "tickmark-bench-"));
    const command = timesOf(3, () => spawnSync(process.execPath, [program, "build", folder, "--out", out]));
    rmSync(out, { recursive: true, force: true });
    const closed = await closeBooks(folder);
    const printed = [];
    for (let run = 0; run < 20; run++) {
      const begin = performance.now();
      await printRelease(folder, name, closed);
      printed.push(performance.now() - begin);
    }
    const draft = await printRelease(folder, name, closed);
    const proved = timesOf(3, () => proveRelease(draft));
    await closed.release();
    rows.push([workspace, ms(median(command)), ms(median(printed)), ms(median(proved))]);
  }
  print("A release from its books", ["workspace", "tickmark build ms", "text to page ms (20)", "both proofs ms"], rows);
}

const timesOf = (rounds, carryOut) => Array.from({ length: rounds }, () => timed(carryOut));

/** The close of a large group, in a process of its own. */
function close() {
  console.log(
    "\nThe close of a large group, after its journals are added up (wall and processor time of five runs in one process)",
  );
  spawnSync(process.execPath, [fileURLToPath(new URL("close.mjs", import.meta.url))], { stdio: "inherit" });
}

const parts = {
  speed,
  stages,
  growth,
  memory,
  start,
  release,
  close,
  viewer: () => viewer(),
  ledger: () => ledger(),
  plain: () => plain(),
};
const asked = process.argv.slice(2);
for (const name of asked)
  if (!(name in parts)) throw new Error(`there is no part "${name}": ${Object.keys(parts).join(", ")}`);
for (const [name, part] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await part();
