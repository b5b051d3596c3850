import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const TABLE = `
                         2007      2006
Net sales               371.2     330.1
Cost of sales           171.0     150.3
Gross profit            200.2     179.8
Selling                  90.1      80.0
Research                 25.3      22.2
Operating income         84.8      77.6
Interest                  5.1       4.0
Net income               79.7      73.6
`;
const release = (words: string, tables = ""): string =>
  `Norlund Reports Third Quarter Results\n\nSales grew in all regions in the quarter.\n\n${words}\n${tables}\n`;

describe("tables that words promise", () => {
  it("are missed where none follows", () => {
    const text = release("-tables follow-");
    const [finding, more] = check(text).findings;
    expect(more).toBeUndefined();
    expect(finding).toMatchObject({ code: "part-missing", severity: "warning", figures: [] });
    expect(text.slice(finding!.start, finding!.end)).toBe("-tables follow-");
  });

  it("are one finding where two places promise them", () => {
    const text = release(
      "A reconciliation is in the financial tables accompanying this press release.\n\n-tables follow-",
    );
    expect(told(text)).toEqual(["warning part-missing"]);
    expect(check(text).findings[0]!.message).toContain("financial tables accompanying this press release");
  });

  it("are there where a table follows", () => {
    expect(told(release("(Tables follow)", TABLE))).toEqual([]);
    expect(told(release("See the tables accompanying this release.", TABLE))).toEqual([]);
  });
});

describe("a footnote that words refer to", () => {
  it("is missed where nothing is marked with its number", () => {
    expect(told(release("Growth is without currency; see footnote 2 for more."))).toEqual(["warning part-missing"]);
    expect(
      told(release("Growth is without currency; see footnote 2.\n\n(2) At the rates of the year before.")),
    ).toEqual([]);
  });
});
