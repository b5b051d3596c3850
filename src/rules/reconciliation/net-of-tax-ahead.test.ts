import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const COMPUTED =
  "The tax effects of the adjustments are computed at the rates of the countries that they belong to.\n\n";
const BRIDGE = table(
  "Reconciliation of Adjusted Earnings per Share",
  "Diluted EPS | 0.40 | 0.39",
  "Restructuring costs, net | 0.11 | 0.09",
  "Acquisition costs | 0.02 | 0.01",
  "Adjusted diluted EPS | 0.53 | 0.49",
);
const ahead = (...lines: readonly string[]): string =>
  `## Outlook for 2026\n\n| Adjusted EPS forecast | Full Year 2026 |\n|---|---|\n| EPS | $1.40 - $1.60 |\n${lines.map((line) => `| ${line} |\n`).join("")}| Adjusted EPS forecast | $1.60 - $1.80 |\n\n`;

describe("guidance that is led to by the lines of the reconciliation", () => {
  const found = (outlook: string): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}${BRIDGE}${COMPUTED}${outlook}`, "adjustment-net-of-tax");
  const told = expect.stringMatching(/^Table 2 leads from .* So it is with what is guided for in line \d+\.$/);

  it("has them after tax as well", () => {
    expect(found(ahead("Restructuring costs | 0.20"))).toEqual([told]);
  });

  it("is not told of where it has a line for tax, or other lines", () => {
    expect(found(ahead("Restructuring costs | 0.25", "Tax | (0.05)"))).not.toEqual([told]);
    expect(found(ahead("Pension costs | 0.20"))).not.toEqual([told]);
    expect(found("")).toHaveLength(1);
  });
});
