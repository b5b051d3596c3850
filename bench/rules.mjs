// node bench/rules.mjs FOLDER LIST.tsv... [--missed] [--unlisted] [--kind KIND]: how many sure rows of a list of faults the rules find in the releases of FOLDER, by a
// count that a program can make. A row is found where a finding of a fitting code stands within three lines of it or names one of these lines; it is found loosely where
// such a finding stands anywhere in the release and prints a word of the row's measure. A judge asks more (the measure, the reason), so the count only compares two
// states. A list is tab separated: file (a path in FOLDER, or its name without ".md"), kind, measure, line, certainty, why. It measures dist/.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../bin/tickmark.js", import.meta.url));

const PROMINENCE = [
  "headline-without-gaap",
  "quotation-without-gaap",
  "gaap-measure-missing",
  "non-gaap-first",
  "gaap-ratio-missing",
  "outlook-without-gaap",
  "praise-of-non-gaap",
  "table-without-gaap",
  "non-gaap-in-bold",
  "growth-of-unsaid-measure",
  "foreign-issuer-prominence",
];
const RECONCILIATION = [
  "reconciliation-missing",
  "reconciliation-elsewhere",
  "guidance-not-reconciled",
  "reconciliation-starts-wrong",
  // Growth on another basis that nothing reconciles with growth as reported.
  "growth-basis-undefined",
];
const FITTING = {
  prominence: PROMINENCE,
  "ratio-without-gaap-ratio": PROMINENCE,
  "record-on-non-gaap-only": PROMINENCE,
  "reconciliation-missing": RECONCILIATION,
  "reconciliation-direction": RECONCILIATION,
  "full-non-gaap-statement": ["non-gaap-income-statement"],
  "adjustments-net-of-tax": ["adjustment-net-of-tax"],
  "ebitda-not-from-net-income": ["ebitda-not-from-net-income", "ebitda-leaves-out-more"],
  "measure-not-defined": ["measure-not-defined", "adjustment-list-differs", "growth-basis-undefined"],
  "measure-defined-not-used": ["measure-defined-not-used"],
  "gaap-like-label": ["gaap-like-label", "ebitda-leaves-out-more"],
  "per-share-liquidity": ["liquidity-per-share"],
  "non-recurring": ["label-non-recurring"],
  "constant-currency-or-organic-undefined": ["growth-basis-undefined", "measure-not-defined", "growth-bases-differ"],
  "usefulness-missing": ["usefulness-unsaid"],
  "guidance-without-reconciliation-or-exception": [
    "guidance-not-reconciled",
    "guidance-exception-incomplete",
    "outlook-without-gaap",
    "reconciliation-missing",
  ],
  "safe-harbour-part-missing": ["safe-harbour-incomplete", "forward-looking-without-caution"],
  "growth-on-unprinted-base": ["growth-on-unprinted-base"],
  "basic-or-diluted-not-said": ["share-basis-unsaid"],
  "percent-for-points": ["percent-for-points"],
  "restated-without-error": ["restated-without-error"],
  "member-not-in-tables": ["region-not-in-tables"],
  "part-referred-to-missing": ["part-referred-to-missing"],
  placeholder: ["placeholder-left"],
  "call-or-timing": ["call-long-after-release"],
};
/** What the goal of 70 % speaks of. */
const ASKED = new Set([
  "prominence",
  "ratio-without-gaap-ratio",
  "record-on-non-gaap-only",
  "reconciliation-missing",
  "reconciliation-direction",
  "full-non-gaap-statement",
  "adjustments-net-of-tax",
]);

async function findingsOf(path) {
  const text = readFileSync(path, "utf8");
  const [error, stdout] = await new Promise((resolve) =>
    execFile(process.execPath, [command, "check", "--json", path], { maxBuffer: 1 << 28 }, (...told) => resolve(told)),
  );
  // A check that has not come to an end would count as a release without findings.
  if (!stdout.startsWith("{")) throw new Error(`${path} was not checked: ${error?.message}`);
  return JSON.parse(stdout)
    .findings.filter(({ about }) => about === "rules")
    .map(({ code, message, start, end }) => {
      const line = start === undefined ? 0 : text.slice(0, start).split("\n").length;
      const named = [...message.matchAll(/\blines? (\d+)/gu)].map(([, number]) => Number(number));
      return { code, message, line, lines: [line, ...named], words: start === undefined ? "" : text.slice(start, end) };
    });
}

/** Lists of some readers give several lines, or a first and a last. */
function placesOf(told) {
  return [...told.matchAll(/(\d+)(?:\s*[-–]\s*(\d+))?/gu)].flatMap(([, first, last]) =>
    Array.from(
      { length: Math.min(60, Math.max(1, Number(last ?? first) - Number(first) + 1)) },
      (_, nth) => Number(first) + nth,
    ),
  );
}

const given = process.argv.slice(2);
const flag = (name) => given.includes(name) && Boolean(given.splice(given.indexOf(name), 1));
const [missed, unlisted] = [flag("--missed"), flag("--unlisted")];
const at = given.indexOf("--kind");
const kind = at < 0 ? undefined : given.splice(at, 2)[1];
const [folder, ...lists] = given;
const rows = lists
  .flatMap((list) => readFileSync(list, "utf8").split("\n"))
  .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("file\t"))
  .map((line) => {
    const [file, of, measure, place, certainty, why] = line.split("\t");
    return {
      file: existsSync(join(folder, file)) ? file : `${file}.md`,
      kind: of,
      measure,
      lines: placesOf(place),
      certainty: certainty?.trim(),
      why,
    };
  })
  .filter((row) => existsSync(join(folder, row.file)));
const files = [...new Set(rows.map(({ file }) => file))];
const found = new Map();
const left = [...files];
const readLeft = async () => {
  for (let file = left.pop(); file !== undefined; file = left.pop())
    found.set(file, await findingsOf(join(folder, file)));
};
await Promise.all(cpus().map(readLeft));
const wordsOf = (measure) => measure.toLowerCase().match(/[a-z]{4,}/gu) ?? [];
const tally = new Map();
const answered = new Set();
for (const row of rows) {
  const fitting = found.get(row.file).filter(({ code }) => (FITTING[row.kind] ?? []).includes(code));
  const near = fitting.filter(({ lines }) =>
    lines.some((line) => row.lines.some((listed) => Math.abs(line - listed) <= 3)),
  );
  for (const finding of near) answered.add(finding);
  if (row.certainty !== "sure") continue;
  const loosely = fitting.some(({ message, words }) =>
    wordsOf(row.measure).some((word) => `${message} ${words}`.toLowerCase().includes(word)),
  );
  const of = tally.get(row.kind) ?? { sure: 0, found: 0, loosely: 0 };
  of.sure += 1;
  if (near.length > 0) of.found += 1;
  if (near.length > 0 || loosely) of.loosely += 1;
  tally.set(row.kind, of);
  if (missed && near.length === 0 && (kind === undefined || kind === row.kind))
    console.log(
      `missed ${row.file}:${row.lines.join()} ${row.kind} ${row.measure} | ${row.why}${loosely ? " (loosely)" : ""}`,
    );
}
if (unlisted)
  for (const file of files)
    for (const finding of found.get(file))
      if (!answered.has(finding)) console.log(`unlisted ${file}:${finding.line} ${finding.code} | ${finding.message}`);
const sum = (some) =>
  some.reduce((all, { sure, found: strict, loosely }) => [all[0] + sure, all[1] + strict, all[2] + loosely], [0, 0, 0]);
for (const [name, of] of [...tally].toSorted(([, a], [, b]) => b.sure - a.sure))
  console.log(`${String(of.found).padStart(4)} ${String(of.loosely).padStart(4)} of ${of.sure} ${name}`);
const [sure, strict, loosely] = sum([...tally].filter(([name]) => ASKED.has(name)).map(([, of]) => of));
const [all, allStrict] = sum([...tally.values()]);
console.log(
  `prominence, ratios, records, reconciliation: ${strict} found, ${loosely} loosely, of ${sure}; all kinds: ${allStrict} of ${all}; findings: ${[...found.values()].flat().length} in ${files.length} releases`,
);
