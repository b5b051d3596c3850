import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { placed, SMALL } from "../../test/small-books.ts";

const PAPER = readFileSync(new URL("../../docs/workspace.md", import.meta.url), "utf8");

/** The columns of each file as the paper has them: behind the heading, or below it as the first cells of a table. */
const COLUMNS: ReadonlyMap<string, readonly string[]> = new Map(
  PAPER.split(/^## /m).flatMap((part) => {
    const [heading = "", ...lines] = part.split("\n");
    const path = /^(books|history)\/[*\w-]+\.csv/.exec(heading)?.[0];
    if (path === undefined) return [];
    const listed = /: (.*)$/.exec(heading)?.[1];
    const below = lines.flatMap((line) => /^\| (?!column|---)([^|]+?) \|/.exec(line)?.[1] ?? []);
    return [[path.replace("*", "2006"), listed === undefined ? below : listed.split(", ")] as const];
  }),
);
const RECASTS = /`history\/recasts.csv`: (.*)\./
  .exec(PAPER)![1]!
  .replace(/ \(.*\)/, "")
  .split(", ");
const ALL: ReadonlyMap<string, readonly string[]> = new Map([...COLUMNS, ["history/recasts.csv", RECASTS]]);

/** Columns that the paper marks as optional. */
const OPTIONAL = ["inflation from", "income tax rate", "historical of", "nci", "discontinued", "dividends"];

describe("docs/workspace.md", () => {
  it("names every table of the small workspace", () => {
    const tables = Object.keys(SMALL).filter((path) => path.endsWith(".csv"));
    expect([...ALL.keys()].sort()).toEqual(tables.sort());
    for (const name of OPTIONAL) expect([...ALL.values()].flat()).toContain(name);
  });

  it.each([...ALL])("gives %s the columns that the reader knows", (path, columns) => {
    const codesOf = (head: readonly string[]): readonly string[] =>
      placed({ ...SMALL, [path]: `${head.join(",")}\n` }).filter(
        (one) => /^column-\S+ /.test(one) && one.includes(path),
      );
    expect(codesOf(columns)).toEqual([]);
    for (const name of columns) {
      const told = codesOf(columns.filter((other) => other !== name));
      expect([name, told.length]).toEqual([name, OPTIONAL.includes(name) ? 0 : 1]);
    }
  });

  it("gives company.yaml and measures.yaml as the reader takes them", () => {
    const settings = /## company\.yaml\n\n((?: {4}.*\n)+)/.exec(PAPER)![1]!.replace(/^ {4}/gm, "");
    const measures = /## measures\.yaml\n\n((?: {4}.*\n)+)/.exec(PAPER)![1]!.replace(/^ {4}/gm, "");
    const said = placed({ "company.yaml": settings, "measures.yaml": measures });
    expect(said.filter((one) => !one.startsWith("workspace-file-missing"))).toEqual([]);
  });
});
