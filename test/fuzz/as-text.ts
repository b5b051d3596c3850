import type { Random } from "./random.ts";
import type { Line, Release, Statement } from "./release.ts";

/** A release as wire copy or a note in plain text prints it. */
export function asText(r: Random, release: Release): string {
  const how = r.pick([aligned, aligned, pipes, tabs, flattened]);
  const end = r.pick(["\n", "\n", "\r\n"]);
  const prose = release.sentences.flatMap((s) => [...wrap(s, r.pick([60, 76, 400]), r.pick(["", "    ", "* "])), ""]);
  const tables = release.statements.flatMap((s) => ["", s.title, s.caption, "", ...how(r, s), ""]);
  return [release.title, "", ...prose, ...tables, r.pick(["# # #", "-30-", ""])].join(end);
}

function wrap(sentence: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of sentence.split(" ")) {
    if (line.length + word.length > width && line.trim() !== "") {
      lines.push(line);
      line = "";
    }
    line += line === "" || line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** One field a column, heads repeated over the columns they cover left blank behind the first. */
const headFields = (s: Statement): string[][] =>
  s.heads.map((head) => ["", ...head.flatMap((h) => [h.text, ...Array.from({ length: h.covers - 1 }, () => "")])]);
const fields = (line: Line): string[] => [line.label, ...line.cells];

function aligned(r: Random, s: Statement): string[] {
  const width = 10 + r.below(6);
  const label = 36 + r.below(8);
  const leader = r.chance(0.2) ? "." : " ";
  const apart = r.chance(0.3);
  const cell = (text: string): string =>
    apart && text.startsWith("$") ? `$${text.slice(1).padStart(width - 1)}` : text.padStart(width);
  const heads = s.heads.map((head) => " ".repeat(label) + head.map((h) => h.text.padStart(width * h.covers)).join(""));
  const rule = (mark: string): string =>
    " ".repeat(label) + s.lines[0]!.cells.map(() => mark.repeat(width - 2).padStart(width)).join("");
  const ruler = r.chance(0.3)
    ? [`<S>${" ".repeat(label - 3)}${s.lines[0]!.cells.map(() => "<C>".padEnd(width)).join("")}`]
    : [];
  const lines = s.lines.flatMap((line) => {
    const text = `${" ".repeat(2 * line.indent)}${line.label} `.padEnd(label, leader) + line.cells.map(cell).join("");
    return line.total ? [rule("-"), text, rule("=")] : [text];
  });
  return r.chance(0.2) ? ["```", ...heads, ...ruler, ...lines, "```"] : [...ruler, ...heads, ...lines];
}

function pipes(r: Random, s: Statement): string[] {
  const row = (list: readonly string[]): string => `| ${list.join(" | ")} |`;
  const [first, ...rest] = headFields(s);
  const rule = row(first!.map(() => r.pick(["---", "---:", ":---:"])));
  return [row(first!), ...(r.chance(0.8) ? [rule] : []), ...rest.map(row), ...s.lines.map((line) => row(fields(line)))];
}

const tabs = (_: Random, s: Statement): string[] =>
  [...headFields(s), ...s.lines.map(fields)].map((list) => list.join("\t"));

/** A table copied out of a page: one cell a line. */
const flattened = (_: Random, s: Statement): string[] =>
  [...headFields(s), ...s.lines.map(fields)].flat().filter((text) => text !== "");
