// node bench/twins.mjs FOLDER [RELEASE]: whether two texts of one release get the same answer. FOLDER holds documents and a MANIFEST.tsv
// whose columns `file` and `release` say which belong together. Each two texts of a release are laid beside each other, and of every
// figure that both have it is asked whether it was read alike (kind, value, unit, period) and stands alike (tied, untied, ...).
// With a RELEASE its differences are listed too, one a line. It measures dist/, which `npm run build` makes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkRelease } from "../dist/index.js";
import { figurePairs } from "./laid-beside.mjs";

const [folder, asked] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder that holds MANIFEST.tsv");

/** The texts of each release that has more than one, in the order of the list. */
function releases() {
  const [head, ...lines] = readFileSync(join(folder, "MANIFEST.tsv"), "utf8").trim().split("\n");
  const names = head.split("\t");
  const [file, release] = ["file", "release"].map((name) => names.indexOf(name));
  const texts = new Map();
  for (const cells of lines.map((line) => line.split("\t"))) {
    if (!/\.(html?|xhtml|txt|md)$/.test(cells[file])) continue;
    texts.set(cells[release], [...(texts.get(cells[release]) ?? []), cells[file]]);
  }
  return [...texts].filter(([name, { length }]) => length > 1 && (asked === undefined || name === asked));
}

function checked(file) {
  const bytes = readFileSync(join(folder, file));
  const { figures, encoding } = checkRelease(bytes, { name: file });
  return { figures, source: new TextDecoder(encoding ?? "utf-8", { ignoreBOM: true }).decode(bytes) };
}

const span = ({ period }) => (period === undefined ? "" : `${period.start ?? ""}..${period.end}`);

/** What is counted of a pair of figures; the questions about values are asked where both are measurements. */
const QUESTIONS = {
  both: () => true,
  "same value": (a, b) => a.value === b.value,
  "same unit": (a, b) => a.unit === b.unit,
  "same period": (a, b) => span(a) === span(b),
  "one without": (a, b) => span(a) !== span(b) && (span(a) === "" || span(b) === ""),
  "other period": (a, b) => span(a) !== span(b) && span(a) !== "" && span(b) !== "",
  "same status": (a, b) => a.status === b.status,
  "tied|untied": (a, b) => a.status === "tied" && b.status === "untied",
  "untied|tied": (a, b) => a.status === "untied" && b.status === "tied",
  "wrong|not": (a, b) => a.status === "contradicted" && b.status !== "contradicted",
  "not|wrong": (a, b) => a.status !== "contradicted" && b.status === "contradicted",
  "wrong in both": (a, b) => a.status === "contradicted" && b.status === "contradicted",
  attainable: (a, b) => a.status !== b.status && (a.status === "attainable" || b.status === "attainable"),
};

const isMeasurement = ({ status }) => status !== undefined;

function compared(a, b) {
  const pairs = figurePairs(a, b);
  const both = pairs.filter((pair) => pair.every(isMeasurement));
  if (asked !== undefined) for (const pair of pairs) list(pair, a, b);
  return [
    a.figures.filter(isMeasurement).length,
    b.figures.filter(isMeasurement).length,
    ...Object.values(QUESTIONS).map((holds) => both.filter(([x, y]) => holds(x, y)).length),
    pairs.length - both.length,
  ];
}

/** One line for a pair that differs: what differs, then where it stands in each text and what was made of it. */
function list([x, y], a, b) {
  const other = ["kind", "value", "unit", "status"].filter((key) => x[key] !== y[key]);
  if (span(x) !== span(y)) other.push("period");
  if (other.length === 0) return;
  const told = (figure, { source }) => {
    const line = source.slice(0, figure.start).split("\n").length;
    return `${line} ${figure.kind} ${figure.value ?? ""} ${figure.unit ?? ""} ${span(figure)} ${figure.status ?? ""} (${figure.label ?? ""})`;
  };
  console.log(`${other.join(" ")}: ${x.text} | ${told(x, a)} | ${told(y, b)}`);
}

const HEAD = ["pair", "in one", "in other", ...Object.keys(QUESTIONS), "other kind"];
const rows = [];
for (const [release, files] of releases()) {
  const texts = files.map(checked);
  for (let j = 1; j < files.length; j++)
    for (let i = 0; i < j; i++) {
      if (asked !== undefined) console.log(`\n${files[i]} | ${files[j]}`);
      rows.push([`${release} ${i + 1}|${j + 1}`, ...compared(texts[i], texts[j])]);
    }
}
const sums = HEAD.slice(1).map((_, i) => rows.reduce((sum, row) => sum + row[i + 1], 0));
const all = [HEAD, ...rows, ["all", ...sums]].map((row) => row.map(String));
const widths = HEAD.map((_, i) => Math.max(...all.map((row) => row[i].length)));
console.log(
  all.map((row) => row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join("  ")).join("\n"),
);
