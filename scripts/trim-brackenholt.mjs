// Finds what brackenholt-trimming.mjs holds: makes the books, closes them, and moves each line of the group to whole thousands, a few times
// over, because what is paid follows what is open. Needs dist/ (`npm run build`).
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, "scripts/make-books/brackenholt-trimming.mjs");
/** The month that takes the trimming of a stretch: that of the year, less that of the last quarter. */
const STRETCHES = [
  ["2024-P09", "2024-FY", "2024-Q4"],
  ["2024-P12", "2024-Q4"],
  ["2025-P09", "2025-FY", "2025-Q4"],
  ["2025-P12", "2025-Q4"],
];
/** The account that moves each line, and +1 where a debit raises it. */
const LINES = [
  ["cost-of-sales", "5000||||", 1],
  ["research-and-development", "6000||||", 1],
  ["selling-general-administrative", "6100||||", 1],
  ["amortisation-of-intangibles", "6200|||amortisation-quillan|", 1],
  ["restructuring", "6300|||restructuring-nl|", 1],
  ["impairment", "6400|||impairment|", 1],
  ["interest-expense", "7100||||", 1],
  ["income-tax", "8000||||", 1],
  ["depreciation-and-amortisation", "1590||||", -1],
  ["change-in-receivables", "1100||||", -1],
  ["change-in-inventories", "1200||||", -1],
  ["change-in-payables", "2000||||", -1],
  ["change-in-taxes", "2300||||", -1],
  ["cash-from-operations", "1000||||", 1],
];
/** What stands beside another line that nothing moves alone, so that the two come to whole thousands together. */
const PAIRS = [
  ["remeasurement", "gain-on-disposal", "1100||||USD", -1],
  ["net-income-nci", "", "6100||||BH-JV", -1],
];
/** About what one unit of its own currency in the books of the venture is to its other owners, in euros. */
const OTHERS_SHARE = { 2024: 0.37, 2025: 0.175 };
const MEMBERS = [
  ["Software", "4000|Software|Europe||"],
  ["Americas", "4000|Instruments|Americas||"],
  ["Asia/Pacific", "4000|Instruments|Asia/Pacific||"],
];

/** Amounts in cents, by measure, period and member. */
function facts() {
  execFileSync("node", [join(root, "scripts/make-brackenholt.mjs")]);
  const lines = [...LINES, ...PAIRS].map(([line]) => line);
  const measures = ["revenue", "gross-profit", "gain-on-disposal", "capital-expenditure", ...lines].join(",");
  const ask = ["facts", "--workspace", join(root, "examples/brackenholt-2025-q4"), "--measure", measures, "--csv"];
  const period = ["--period", "2024-FY,2024-Q4,2025-FY,2025-Q4"];
  const text = execFileSync("node", [join(root, "bin/tickmark.js"), ...ask, ...period], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return new Map(
    text
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [measure, of, member, value] = line.split(",");
        const [, n, decimals = "", d = "1"] = /^(-?\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(value) ?? [null, "0"];
        const cents = Number((BigInt(n + decimals) * 1000n) / (BigInt(d) * 10n ** BigInt(decimals.length))) / 10;
        return [`${measure} ${of} ${member.replace(/^(?:division|region) /, "")}`, cents];
      }),
  );
}

const GRID = 100000;
/** What is missing to whole thousands, in cents. */
const missing = (cents) => Math.round(Math.round(cents / GRID) * GRID - cents);

const { TRIMMING } = await import(file);
for (let turn = 0; turn < 6; turn++) {
  const held = facts();
  let most = 0;
  for (const [month, whole, less] of STRETCHES) {
    const year = month.slice(0, 4);
    TRIMMING[month] ??= {};
    const of = (measure, member = "") =>
      (held.get(`${measure} ${whole} ${member}`) ?? 0) -
      (less === undefined ? 0 : (held.get(`${measure} ${less} ${member}`) ?? 0));
    const move = (key, cents) => {
      most = Math.max(most, Math.abs(cents));
      TRIMMING[month][key] = (TRIMMING[month][key] ?? 0) + cents;
      if (TRIMMING[month][key] === 0) delete TRIMMING[month][key];
    };
    const [software, americas, asia] = MEMBERS.map(([name]) => missing(of("revenue", name)));
    const europe = missing(of("revenue", "Europe"));
    for (const [k, cents] of [software, americas, asia].entries()) move(MEMBERS[k][1], -cents);
    move("4000|Instruments|Europe||", -(europe - software));
    for (const name of ["Software", "Instruments"]) {
      const change = name === "Software" ? software : europe - software + americas + asia;
      const gross = of("gross-profit", name) + change;
      move(`5000|${name}|||`, -missing(gross));
      held.set(`cost-of-sales ${whole} `, (held.get(`cost-of-sales ${whole} `) ?? 0) - missing(gross));
    }
    for (const [line, key, sign] of LINES) move(key, sign * missing(of(line)));
    for (const [line, other, key, sign] of PAIRS)
      move(
        key,
        Math.round((sign * missing(of(line) + of(other))) / (line === "net-income-nci" ? OTHERS_SHARE[year] : 1)),
      );
    // Plant is bought, never given back.
    const plant = of("capital-expenditure");
    move("1500||||", Math.round(plant - Math.floor((plant + 0.5) / GRID) * GRID));
  }
  const head = readFileSync(file, "utf8").split("export const")[0];
  writeFileSync(file, `${head}export const TRIMMING = ${JSON.stringify(TRIMMING, null, 2)};\n`);
  console.log(`turn ${turn + 1}: at most ${most} cents`);
}
execFileSync("node", [join(root, "scripts/make-brackenholt.mjs")]);
