// The trial balance of many journal lines: through tickmark, beside the same SQL in DuckDB alone, and beside plain-text accounting. It measures dist/.
// As a program of its own: node bench/ledger.mjs [MILLIONS...], 1 and 5 by default; what is measured is told as it goes. The ledgers are written into a folder
// of the system's own for such things (or into TICKMARK_BENCH), 90 MB for a million lines, and taken away.
import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { journals, writeLedger } from "./ledger-books.mjs";

const ROUNDS = 3;
/** Of more lines than these a tool that reads plain text takes too long. */
const MOST_PLAIN_MILLIONS = 10;
const runner = fileURLToPath(new URL("ledger-run.mjs", import.meta.url));

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const seconds = (ms) => (ms / 1000).toFixed(2);
const megabytes = (bytes) => `${Math.round(bytes / 1e6)}`;

/** Rows of text under a head; the first two columns to the left, the others to the right. */
function print(title, head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row) => row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  console.log(`\n${title}\n${all.map((row) => line(row).trimEnd()).join("\n")}`);
}

const inFolder = async (work) => {
  const folder = mkdtempSync(join(process.env["TICKMARK_BENCH"] ?? tmpdir(), "tickmark-ledger-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function run(who, format, folder) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [runner, who, format, folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const forget = (folder, format) => rmSync(join(folder, format, ".tickmark"), { recursive: true, force: true });

/** What is measured: its name, who, and whether what earlier runs have kept is taken away before. */
const CASES = [
  ["DuckDB alone", "duckdb", false],
  ["tickmark, first time", "tickmark", true],
  ["tickmark, again", "tickmark", false],
  ["tickmark, first time with all checks", "load", true],
  ["tickmark, again with all checks", "load", false],
];

/** One after the other in every round, each in a process of its own, so that a slow moment of the machine meets all of them. */
export function measured(folder, format, title, rounds = ROUNDS) {
  const found = CASES.map(() => []);
  for (let round = 0; round < rounds; round++)
    CASES.forEach(([name, who, isFirst], i) => {
      if (isFirst) forget(folder, format);
      const one = run(who, format, folder);
      found[i].push(one);
      const figures = `${seconds(one.ms)} s, ${seconds(one.cpu)} s of the processor, ${megabytes(one.peak)} MB at most`;
      console.log(`${title}, round ${round + 1} of ${rounds}: ${name}: ${figures}`);
    });
  forget(folder, format);
  const rows = new Set(found.flat().map((one) => one.rows));
  if (rows.size !== 1) throw new Error(`the answers have ${[...rows].join(" and ")} rows`);
  return CASES.map(([name], i) => ({
    name,
    rows: found[i][0].rows,
    ms: median(found[i].map((one) => one.ms)),
    cpu: median(found[i].map((one) => one.cpu)),
    peak: Math.max(...found[i].map((one) => one.peak)),
  }));
}

const HEAD = ["lines", "", "seconds", "ratio", "CPU s", "CPU ratio", "rows", "peak MB"];

/** A trial balance by all keys of a movement, from Parquet and from CSV, for so many million lines. */
export async function ledger(sizes = [1, 5]) {
  for (const format of ["parquet", "csv"]) {
    const rows = [];
    for (const millions of sizes)
      await inFolder(async (folder) => {
        await writeLedger(folder, millions * 1e6, [format]);
        const all = measured(folder, format, `${millions} million lines of ${format}`);
        for (const { name, ms, cpu, rows: count, peak } of all) {
          const [alone] = all;
          const ratios = [seconds(ms), (ms / alone.ms).toFixed(2), seconds(cpu), (cpu / alone.cpu).toFixed(2)];
          rows.push([`${millions} million`, name, ...ratios, count, megabytes(peak)]);
        }
      });
    print(`Trial balance from ${format} (medians of ${ROUNDS} rounds, each in a process of its own)`, HEAD, rows);
  }
}

/** Plain-text tools that may be installed, and how they are asked for the balance of each account of each entity. */
const TOOLS = [
  ["hledger", (file) => ["-f", file, "balance", "--flat", "--no-total", "--output-format", "csv"]],
  ["ledger", (file) => ["-f", file, "balance", "--flat", "--no-total", "--format", "%(account),%(display_total)\\n"]],
];

const isInstalled = (tool) => spawnSync(tool, ["--version"], { stdio: "ignore" }).status === 0;

/** The same lines as a plain-text journal: a transaction for each document, functional amounts. */
async function writePlain(folder, file) {
  const out = createWriteStream(file);
  for (const name of readdirSync(journals(folder, "csv")).sort()) {
    let before;
    for await (const line of createInterface({ input: createReadStream(join(journals(folder, "csv"), name)) })) {
      const [document, , date, , entity, account, , , , , , functional] = line.split(",");
      if (document === "document") continue;
      if (document !== before) out.write(`\n${date} ${document}\n`);
      before = document;
      if (!out.write(`    ${entity}:${account}  ${functional}\n`))
        await new Promise((resolve) => out.once("drain", resolve));
    }
  }
  await new Promise((resolve) => out.end(resolve));
}

/** The balances that a tool prints, "E001:1000" to "12.50", zeros left out. */
const balancesIn = (text) =>
  new Map(
    text
      .split("\n")
      .map((line) => line.replaceAll('"', "").split(","))
      .filter(([name, amount]) => name?.includes(":") && /[1-9]/.test(amount ?? ""))
      .map(([name, amount]) => [name, amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount]),
  );

/** The wall time of a whole command, from its start to its end. */
function command(program, args) {
  const begin = performance.now();
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return { ms: performance.now() - begin, stdout };
}

/** Balances by entity and account beside plain-text tools, for so many thousand lines. A tool that is not installed is left out. */
export async function plain(sizes = [100]) {
  const tools = TOOLS.filter(([name]) => isInstalled(name));
  const rows = [];
  for (const thousands of sizes)
    await inFolder(async (folder) => {
      await writeLedger(folder, thousands * 1000, ["csv"]);
      const file = join(folder, "plain.journal");
      await writePlain(folder, file);
      const own = [];
      const theirs = tools.map(() => []);
      for (let round = 0; round < ROUNDS; round++) {
        forget(folder, "csv");
        own.push(command(process.execPath, [runner, "load", "csv", folder]).ms);
        for (const [i, [name, args]] of tools.entries()) theirs[i].push(command(name, args(file)));
      }
      const [first, ...others] = theirs.map((runs) => balancesIn(runs[0].stdout));
      for (const other of others)
        for (const [name, amount] of first ?? [])
          if (other.get(name) !== amount)
            throw new Error(`${name} is ${amount} in ${tools[0][0]} and ${other.get(name)} in another tool`);
      const row = (name, ms) => [`${thousands} thousand`, name, seconds(ms), (ms / median(own)).toFixed(1)];
      rows.push(row("tickmark, from CSV, with all checks", median(own)));
      tools.forEach(([name], i) => {
        rows.push(row(name, median(theirs[i].map(({ ms }) => ms))));
      });
    });
  print(
    `Balances beside plain-text accounting (whole commands, medians of ${ROUNDS})`,
    ["lines", "", "seconds", "times"],
    rows,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2).map(Number);
  await ledger(asked.length === 0 ? undefined : asked);
  await plain([100, ...(asked.some((millions) => millions > 1 && millions <= MOST_PLAIN_MILLIONS) ? [1000] : [])]);
}
