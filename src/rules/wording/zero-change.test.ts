import { describe, expect, it } from "vitest";
import { checkRelease } from "../check-release.ts";

const HEAD = "BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results.\n\n";
const table = (head: string, ...rows: readonly string[]): string =>
  `## Revenue by Region\n\n| ($ millions) | ${head} |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;

const zeros = (release: string): readonly string[] =>
  checkRelease(new TextEncoder().encode(`${HEAD}${release}`), { name: "release.md" })
    .findings.filter(({ code }) => code === "zero-change-unlike")
    .map(({ message }) => message);

const GROWTH = "Q3 2025 | Q3 2024 | % Growth";
const OTHERS = ["Europe | 157.4 | 126.8 | 24%", "Asia | 62.4 | 51.8 | 20%"];

describe("a cell of a column of changes", () => {
  it.each([
    ["- %", "a space that no other cell has"],
    ["0 %", "the same of a zero in digits"],
  ])("is told where %s has %s", (zero) => {
    const [message] = zeros(table(GROWTH, `Americas | 151.4 | 151.5 | ${zero}`, ...OTHERS));
    expect(message).toContain(`"${zero}" in the row "Americas" stands for -0.07% (151.4 against 151.5)`);
  });

  it.each(["-%", "- %", "—"])("is told where %s stands for a change and another row prints 0%%", (zero) => {
    const rows = [`Americas | 151.4 | 151.5 | ${zero}`, "Africa | 20.0 | 20.0 | 0%", ...OTHERS];
    expect(zeros(table(GROWTH, ...rows))).toHaveLength(1);
  });

  it("is told once, with the lines of the others", () => {
    const [message, ...more] = zeros(
      table(GROWTH, "Americas | 151.4 | 151.5 | - %", "Africa | 150.1 | 150.0 | – %", ...OTHERS),
    );
    expect(message).toContain("It stands so in line 8 as well.");
    expect(more).toEqual([]);
  });

  it.each([
    ["it is printed as the others are", ["Americas | 151.4 | 151.5 | -%", ...OTHERS]],
    ["nothing has changed", ["Americas | 151.5 | 151.5 | - %", ...OTHERS]],
    ["the dash stands for no change that is meaningful", ["Americas | 151.4 | 1.5 | - %", ...OTHERS]],
    ["the base is a loss", ["Americas | 151.4 | (151.5) | - %", ...OTHERS]],
    ["all zeros are printed so", ["Americas | 151.4 | 151.5 | - %", "Africa | 20.0 | 20.0 | - %", ...OTHERS]],
    ["the others have spaces as well", ["Americas | 151.4 | 151.5 | - %", ...OTHERS.map((r) => r.replace("%", " %"))]],
    ["a bare dash is the only zero", ["Americas | 151.4 | 151.5 | —", ...OTHERS]],
    ["one other cell shows no manner", ["Americas | 151.4 | 151.5 | - %", OTHERS[0]!]],
  ])("is not told where %s", (_, rows) => {
    expect(zeros(table(GROWTH, ...rows))).toEqual([]);
  });

  it("is not told in a column that is no change of its row", () => {
    const rows = ["Americas | 151.4 | 151.5 | - %", ...OTHERS];
    expect(zeros(table("Q3 2025 | Q3 2024 | % of total", ...rows))).toEqual([]);
  });
});
