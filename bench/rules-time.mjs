// node bench/rules-time.mjs FILE... [--rounds N]: what the rules of disclosure add to a check, over documents: once by the command, in a process of its own for each
// document, as it is run by a person, and once in one process that has been at it for a round, as a folder or a server has it. With the rules as they are and with every
// one put off, in turns; of each document the least time of N rounds (5). The machine should have nothing else to do. It measures dist/.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkRelease } from "../dist/rules/check-release.js";
import { RULES } from "../dist/rules/rules.js";
import { checkRelease as tieOut } from "../dist/tieout/check.js";
import { timed } from "./timed.mjs";

const { positionals: files, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "5" } },
});
const rounds = Number(values.rounds);
const command = fileURLToPath(new URL("../bin/tickmark.js", import.meta.url));

/** A file that leaves every rule as grave as it is, or puts every one off: both are read, so that they cost the same. */
const folder = mkdtempSync(join(tmpdir(), "tickmark-rules-"));
const choices = (severityOf) => {
  const all = RULES.map((rule) => `  - code: ${rule.code}\n    severity: ${severityOf(rule)}\n    reason: measured\n`);
  const file = join(folder, `${severityOf(RULES[0])}.yaml`);
  writeFileSync(file, `rules:\n${all.join("")}`);
  return file;
};
const [withRules, without] = [choices(({ severity }) => severity), choices(() => "off")];

const commanded = (file, rules) => () => {
  const { status } = spawnSync(process.execPath, [command, "check", "--json", "--rules", rules, file], {
    stdio: "ignore",
  });
  if (status === 2) throw new Error(`${file} was not checked`);
};

/** The least times of each document, by turns of the two ways. */
function leastOf(name, waysOf) {
  const least = files.map(() => [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  for (let round = 0; round < rounds; round++)
    files.forEach((file, i) => {
      const ways = waysOf(file);
      for (const way of round % 2 === 0 ? [0, 1] : [1, 0]) least[i][way] = Math.min(least[i][way], timed(ways[way]));
    });
  const [all, bare] = [0, 1].map((way) => least.reduce((sum, times) => sum + times[way], 0));
  const shares = least.map(([a, b]) => a / b - 1).sort((a, b) => a - b);
  const percent = (part) => `${(part * 100).toFixed(1)} %`;
  console.log(
    `${name}: ${all.toFixed(0)} ms with the rules, ${bare.toFixed(0)} ms without: they add ${percent(all / bare - 1)} (${percent(shares[shares.length >> 1])} to the median document)`,
  );
}

leastOf("the command", (file) => [commanded(file, withRules), commanded(file, without)]);
const read = new Map(files.map((file) => [file, new Uint8Array(readFileSync(file))]));
for (const [name, bytes] of read) checkRelease(bytes, { name });
leastOf("in one process", (name) => [
  () => checkRelease(read.get(name), { name }),
  () => tieOut(read.get(name), { name }),
]);
rmSync(folder, { recursive: true });
