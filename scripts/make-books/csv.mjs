// Plain files of a workspace: comma-separated rows and the folders they go to.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const cell = (value) => {
  const text = value === undefined || value === null ? "" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as RFC 4180 has them, lines ended by a line feed; a row is an object by column name or a list in their order. */
export const csv = (columns, rows) =>
  [columns, ...rows.map((row) => (Array.isArray(row) ? row : columns.map((name) => row[name])))]
    .map((row) => `${row.map(cell).join(",")}\n`)
    .join("");

/** Writes `files`, text by path below `folder`. */
export function writeAll(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** One line of comma-separated text as its cells. */
function cells(line) {
  const found = [];
  for (let at = 0; at <= line.length; at++) {
    let text = "";
    if (line[at] === '"') {
      for (at++; line[at] !== '"' || line[at + 1] === '"'; at++) {
        text += line[at];
        if (line[at] === '"') at++;
      }
      at++;
    } else for (; at < line.length && line[at] !== ","; at++) text += line[at];
    found.push(text);
  }
  return found;
}

/** The rows of a comma-separated text whose cells hold no line breaks, as objects by column name. */
export function readCsv(text) {
  const [head, ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((value, k) => [names[k], value])));
}
