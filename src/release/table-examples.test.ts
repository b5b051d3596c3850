import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type ClosedBooks, closeBooks } from "../node/close-books.ts";
import type { ReleaseFiles, TableSource } from "./table-source.ts";
import { openTables } from "./tables.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));

interface Opened {
  readonly source: TableSource;
  readonly told: readonly string[];
}

async function openExample(name: string, period: string, date: string): Promise<Opened> {
  const closed: ClosedBooks = await closeBooks(`${examples}/${name}`);
  const folder = `releases/${period.toLowerCase()}`;
  const file = (path: string) => ({
    path: `${folder}/${path}`,
    text: readFileSync(`${examples}/${name}/${folder}/${path}`, "utf8"),
  });
  const files: ReleaseFiles = {
    release: { path: `${folder}/release.md`, text: `---\nperiod: ${period}\ndate: ${date}\n---\n# H\n` },
    tables: file("tables.yaml"),
    call: file("call.yaml"),
  };
  try {
    const { books, facts } = closed;
    if (books === undefined || facts === undefined) throw new Error("the books of the example do not close");
    const { value, findings } = openTables({ books, facts, period, files });
    return { source: value, told: findings.map(({ places: [at], message }) => `${at?.path}:${at?.line} ${message}`) };
  } finally {
    await closed.release();
  }
}

const printed = (source: TableSource, name: string): string =>
  (source.table(name)?.rows ?? [])
    .map(({ label, cells }) =>
      [
        label,
        ...cells.map((cell) =>
          cell.kind === "empty"
            ? ""
            : `${cell.sign === "$" ? "$ " : ""}${cell.figure.text}${cell.sign === "%" ? "%" : ""}`,
        ),
      ].join(" | "),
    )
    .join("\n");

describe("the tables of the Millipore example", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openExample("millipore-2007-q3", "2007-Q3", "2007-11-01");
  }, 60_000);

  it("are all made, with nothing to be told: every statement and reconciliation foots, unrounded", () => {
    const { source, told } = opened;
    expect(told).toEqual([]);
    expect(source.tableNames.filter((name) => source.table(name) === undefined)).toEqual([]);
    expect(source.chartNames.filter((name) => source.chart(name) === undefined)).toEqual([]);
    expect(source.call()).toBeDefined();
  });

  it("print revenue by geography as the release of 1 November 2007 did (F071 to F094)", () => {
    expect(
      printed(opened.source, "revenue-by-geography"),
    ).toBe(`Americas | $ 151.4 | $ 151.5 | —% | $ 484.7 | $ 381.5 | 27%
Europe | 157.4 | 126.8 | 24% | 453.2 | 347.3 | 30%
Asia/Pacific | 62.4 | 51.8 | 21% | 188.4 | 143.5 | 31%
Total | $ 371.2 | $ 330.1 | 12% | $ 1,126.3 | $ 872.3 | 29%`);
  });

  it("print revenue by division as it did (F101 to F118)", () => {
    expect(
      printed(opened.source, "revenue-by-division"),
    ).toBe(`Bioprocess | $ 210.5 | $ 194.9 | 8% | $ 651.6 | $ 525.5 | 24%
Bioscience | 160.7 | 135.2 | 19% | 474.7 | 346.8 | 37%
Total | $ 371.2 | $ 330.1 | 12% | $ 1,126.3 | $ 872.3 | 29%`);
  });

  it("say of the first that 21 percent does not come from 62.4 and 51.8, and need no footnote for sums (REG-63)", () => {
    expect(opened.source.table("revenue-by-geography")?.footnotes).toEqual([
      "Percentages are computed from unrounded amounts.",
    ]);
    expect(opened.source.table("revenue-by-division")?.footnotes).toEqual([]);
  });

  it("print the heads that it had (F095 to F100)", () => {
    expect(opened.source.table("revenue-by-division")?.head.map((row) => row.map(({ text }) => text))).toEqual([
      ["Three Months Ended", "Nine Months Ended"],
      ["September 29, 2007", "September 30, 2006", "% Growth", "September 29, 2007", "September 30, 2006", "% Growth"],
    ]);
  });

  it("come from GAAP net income to the non-GAAP one that was printed, and to the amounts a share", () => {
    const lines = printed(opened.source, "reconciliation").split("\n");
    expect(lines.filter((line) => /^(Non-)?GAAP/.test(line))).toEqual([
      "GAAP net income | $ 36.3 | $ 14.8 | $ 91.3 | $ 78.5",
      "Non-GAAP net income | $ 45.7 | $ 35.7 | $ 130.6 | $ 110.7",
      "GAAP diluted earnings per share | $ 0.66 | $ 0.27 | $ 1.66 | $ 1.45",
      "Non-GAAP diluted earnings per share | $ 0.83 | $ 0.66 | $ 2.38 | $ 2.05",
    ]);
  });
});

describe("the tables of the Brackenholt example", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openExample("brackenholt-2025-q4", "2025-Q4", "2026-02-19");
  }, 60_000);

  it("call what the segments add to a total, and the whole of their rates none", () => {
    const kinds = opened.source.table("segments")?.rows.map(({ label, kind }) => `${kind}: ${label}`);
    expect(kinds).toEqual(expect.arrayContaining(["total: Total gross profit", "line: Total company"]));
  });

  it("are all made, with nothing to be told", () => {
    const { source, told } = opened;
    expect(told).toEqual([]);
    expect(source.tableNames.filter((name) => source.table(name) === undefined)).toEqual([]);
    expect(source.chartNames.filter((name) => source.chart(name) === undefined)).toEqual([]);
  });

  it("say that the year has 53 weeks against 52 (REG-52f)", () => {
    expect(opened.source.table("revenue-by-region")?.head).toEqual([
      [
        { text: "Quarter Ended", span: 3 },
        { text: "Year Ended", span: 3 },
      ],
      [
        "January 3, 2026 (14 weeks)",
        "December 28, 2024 (13 weeks)",
        "% Growth",
        "January 3, 2026 (53 weeks)",
        "December 28, 2024 (52 weeks)",
        "% Growth",
      ].map((text) => ({ text, span: 1 })),
    ]);
  });

  it("give what others own of net income its own line, and both ends of cash flows", () => {
    expect(printed(opened.source, "income-statement")).toContain(
      "Less: net income attributable to non-controlling interests",
    );
    expect(printed(opened.source, "balance-sheet")).toContain("Non-controlling interests");
  });
});
