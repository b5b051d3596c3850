import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";

const SHEET = `
CONSOLIDATED STATEMENTS OF INCOME
(in thousands)

| | June 30, 2024 | June 30, 2023 | June 30, 2022 |
| --- | --- | --- | --- |
| Instruments | 147,246 | 148,990 | 131,004 |
| Software | 17,775 | 16,967 | 15,348 |
| Services | 9,331 | 9,002 | 8,876 |
| Total revenue | 174,352 | 174,959 | 155,228 |
| Cost of instruments | 84,611 | 84,280 | 80,118 |
| Cost of software | 7,580 | 7,295 | 7,033 |
| Cost of services | 3,402 | 3,318 | 3,207 |
| Total cost of revenue | 95,593 | 94,893 | 90,358 |
| Gross profit | 78,759 | 80,066 | 64,870 |
`;

const looseIn = (source: string): readonly string[] =>
  checkRelease(new TextEncoder().encode(source), { name: "release.md" })
    .findings.filter(({ code }) => code === "total-foots-by-rounding-alone")
    .map(({ severity, message, remedy, figures }) => `${severity} ${figures[0]}: ${message} ${remedy}`);

describe("a sum that holds by rounding alone", () => {
  it("is a warning where all other sums foot on their printed digits", () => {
    expect(looseIn(SHEET)).toEqual([]);
    const [only, ...others] = looseIn(SHEET.replace("84,611", "84,612"));
    expect(others).toEqual([]);
    expect(only).toContain("the printed operands give 95,594, 95,593 is printed");
    expect(only).toContain("every other (8) adds up on the printed digits");
  });

  it("is no warning where a note below the table says so", () => {
    const noted = `${SHEET.replace("84,611", "84,612")}\nAmounts may not add due to rounding.\n`;
    expect(looseIn(noted)).toEqual([]);
    expect(
      looseIn(noted.replace("Amounts may not add due to rounding", "Amounts are rounded to thousands")),
    ).toHaveLength(1);
  });

  it("is told once, at the figure that all of them share", () => {
    const slipped = SHEET.replace("174,352", "174,353");
    const [only, ...others] = looseIn(slipped);
    expect(others).toEqual([]);
    expect(only).toContain("Total revenue: the printed operands give 174,352");
    expect(only).toContain("= Gross profit");
    expect(only).toContain("check 174,353");
  });

  it("is no warning where other sums need rounding as well", () => {
    const rounded = SHEET.replace("84,611", "84,612").replace("8,876", "8,877").replace("148,990", "148,991");
    expect(looseIn(rounded)).toEqual([]);
  });

  it("is no warning where few sums stand beside it", () => {
    const few = SHEET.split("\n").slice(0, 10).join("\n");
    expect(looseIn(few.replace("147,246", "147,247"))).toEqual([]);
  });
});
