import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const COMPUTED = "The tax effects of the adjustments are computed at the rates of the countries that they belong to.\n";
const bridge = (...more: readonly string[]): string =>
  table(
    "Reconciliation of Adjusted Earnings per Share",
    "Diluted EPS | 0.40 | 0.39",
    "Restructuring | 0.11 | 0.09",
    "Acquisition costs | 0.02 | 0.01",
    ...more,
    "Adjusted diluted EPS | 0.53 | 0.49",
  );

describe("the tax on adjustments", () => {
  const taxed = (text: string): readonly string[] => messagesOf(`${HEAD}${STATEMENT}${text}`, "adjustment-net-of-tax");

  it("is no part of sales below the amounts in columns of measures", () => {
    const columns = (...more: readonly string[]): string =>
      `| Q3 2025 | Operating income | Net income |\n|---|---|---|\n${["GAAP Basis | 6.0 | 4.0", "% of Revenue | 14.9% | 10.0%", ...more, "Non-GAAP Basis | 7.0 | 4.8", "% of Revenue | 17.4% | 11.9%"].map((row) => `| ${row} |`).join("\n")}\n`;
    expect(taxed(columns("Restructuring | 1.0 | 0.8"))).toEqual([expect.stringContaining('"Restructuring" after tax')]);
    expect(taxed(columns("Restructuring | 1.0 | 1.0"))).toEqual([]);
  });

  it("is a line of its own where what is left of both stands right below it", () => {
    const rows = (...lines: readonly string[]): readonly string[] =>
      taxed(table("Adjusted Net Income", "Net income | 4.0 | 4.0", ...lines, "Adjusted net income | 4.8 | 4.4"));
    const net = "Merger costs, net of tax | 0.8 | 0.4";
    expect(rows("Merger costs | 1.0 | 0.5", "Tax on merger costs | (0.2) | (0.1)", net)).toEqual([]);
    expect(rows("Tax on merger costs | (0.2) | (0.1)", net)).toHaveLength(1);
    expect(rows("Storm costs | 3.0 | 2.5", "Income tax | (0.9) | (0.8)", net)).toHaveLength(1);
  });

  it("is in a line between the two bases that says so, whatever its table names", () => {
    const bases = (label: string): string =>
      `| | 2025 | 2024 |\n|---|---|---|\n| GAAP | $4.0 | $3.8 |\n| ${label} | 0.8 | 0.4 |\n| Non-GAAP | $4.8 | $4.2 |\n`;
    expect(taxed(bases("Charges, net of tax"))).toEqual([expect.stringContaining('"Charges, net of tax" net of tax')]);
    expect(taxed(bases("Charges"))).toEqual([]);
  });

  it("is printed with what is taken over into income on the way to comprehensive income", () => {
    const taken = "Less: reclassification adjustment for gains that are taken over, net of tax of $0.1 | (0.2) | (0.1)";
    const from = "Net income | 4.0 | 4.0";
    expect(taxed(table("Other Changes", from, taken, "Comprehensive income | 3.8 | 3.9"))).toEqual([]);
    expect(taxed(table("Other Changes", from, taken, "Adjusted net income | 3.8 | 3.9"))).toHaveLength(1);
    expect(
      taxed(table("Other Changes", "Comprehensive income | 4.0 | 4.0", taken, "Adjusted net income | 3.8 | 3.9")),
    ).toHaveLength(1);
  });

  it("is shown where one adjustment stands above it, and what is left of the two right below", () => {
    const tax = "Less: tax effect of adjustment | (0.01) | (0.01)";
    expect(taxed(bridge("Merger costs | 0.05 | 0.04", tax, "Adjustment, net of tax | 0.04 | 0.03"))).toEqual([]);
    expect(taxed(bridge("Adjustment, net of tax | 0.04 | 0.03"))).toHaveLength(1);
  });

  it("is not looked for in what the standards add back for notes that convert", () => {
    expect(taxed(bridge("Interest on convertible notes, net of tax | 0.01 | 0.01"))).toEqual([]);
    expect(taxed(bridge("Interest on leases, net of tax | 0.01 | 0.01"))).toHaveLength(1);
  });

  it("is in each line per share where the columns of the bases have the line of the tax", () => {
    const across = (...rows: readonly string[]): string =>
      `## Reconciliation of GAAP to Non-GAAP\n\n| Q3 2025 | GAAP | Adjustments | Non-GAAP |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |`).join("\n")}\n\n`;
    const rows = ["Operating expenses | 14.0 | (1.0) | 13.0", "Net income | 4.0 | 0.8 | 4.8"];
    expect(taxed(`${across(...rows, "Income taxes | 2.0 | 0.2 | 2.2")}${bridge()}`)).toEqual([
      expect.stringContaining("per share each is shown after tax"),
    ]);
    expect(taxed(`${across(...rows)}${bridge()}`)).toEqual([]);
  });

  it("is a line of its own above what is left of all adjustments after it", () => {
    const down = (...lines: readonly string[]): string =>
      table(
        "Reconciliation of Adjusted Net Income",
        "Net income | 4.0 | 4.0",
        "Closing of the plant | 1.0 | 0.5",
        ...lines,
        "After-tax impact of the adjustments | 0.8 | 0.4",
        "Adjusted net income | 4.8 | 4.4",
      );
    expect(taxed(down("Tax effect of the adjustments | (0.2) | (0.1)"))).toEqual([]);
    expect(taxed(down("Other | (0.2) | (0.1)"))).toHaveLength(1);
  });

  it("is said below its own table, whatever another table has", () => {
    const note =
      "(a) Excluding tax related adjustments, all items presented in the table are tax adjusted at the statutory rate.\n";
    const told = bridge("Tax effect of the adjustments | (0.03) | (0.02)");
    expect(taxed(`${told}\nThe prior quarter:\n\n${bridge()}\n${note}`)).toHaveLength(1);
    expect(taxed(`${bridge()}\nThe prior quarter:\n\n${told}\n${note}`)).not.toContain(
      expect.stringContaining("the adjustments are shown after tax"),
    );
  });

  it("is said of the amounts by the last sentence of a note", () => {
    const note = (said: string): string => `(a) Adjustments include charges that vary from period to period. ${said}\n`;
    expect(taxed(`${bridge()}\n${note("These amounts are also tax affected.")}`)).toHaveLength(1);
    expect(taxed(`${bridge()}\n${note("These amounts are also rounded.")}`)).toEqual([]);
  });

  it("is in one line for all adjustments", () => {
    const lump = (label: string): string =>
      table(
        "Adjusted Earnings per Share",
        "EPS - GAAP Basis | 0.40 | 0.39",
        `${label} | 0.13 | 0.10`,
        "EPS - As Adjusted Basis | 0.53 | 0.49",
      );
    expect(taxed(lump("Adjustments (defined below)"))).toEqual([
      'Table 2 leads to earnings per share of the company\'s own by one line, "Adjustments (defined below)", in which the tax on the adjustments is.',
    ]);
    expect(
      taxed(lump("Adjustments (defined below)") + bridge("Tax effect of the adjustments | (0.03) | (0.02)")),
    ).toEqual([]);
    expect(taxed(lump("Gain on a sale that is free of it"))).toEqual([]);
  });

  it("is missed where it was computed and no line has it", () => {
    expect(taxed(bridge() + COMPUTED)).toEqual([
      'Table 2 leads from earnings per share to "Adjusted diluted EPS" by 2 lines and none for the tax on them, of which the release says how it was computed ("tax effects of the adjustments are computed").',
    ]);
    expect(taxed(bridge("Tax effect of the adjustments | (0.03) | (0.02)") + COMPUTED)).toEqual([]);
    expect(taxed(bridge())).toEqual([]);
  });

  it("is in as many lines as its own table has, whichever print them again", () => {
    const rows = table(
      "Reconciliation of Adjusted Net Income",
      "Net income | 4.0 | 4.0",
      "Restructuring, net of tax | 1.1 | 0.9",
      "Adjusted net income | 5.1 | 4.9",
    );
    expect(taxed(rows + rows)).toEqual([
      'Table 2 shows "Restructuring, net of tax" net of tax. It stands so in line 28 as well.',
    ]);
    const two = rows.replace("| Adjusted", "| Fire, net of tax | 0.1 | 0.2 |\n| Adjusted");
    expect(taxed(two)).toEqual([
      'Table 2 shows "Restructuring, net of tax" and 1 more net of tax. It stands so in line 21 as well.',
    ]);
  });

  it("is in a line whose note says that it is net of it", () => {
    const rows = (mark: string): string => bridge().replace("Acquisition costs", `Acquisition costs ${mark}`);
    expect(taxed(`${rows("(1)")}(1) Shown net of tax at a rate of 25%.\n`)).toEqual([
      'Table 2 shows "Acquisition costs" after tax, by its note ("(1) Shown net of tax"), and the tax on it is no line of the reconciliation.',
    ]);
    expect(taxed(`${rows("(2)")}(1) Shown net of tax at a rate of 25%.\n`)).toEqual([]);
    expect(taxed(`${rows("(1)")}(1) Shown before tax.\n`)).toEqual([]);
  });

  it("of all in one line below amounts that show it is no fault of that line", () => {
    const rows = table(
      "Reconciliation of Adjusted Net Income",
      "Net income | 4.0 | 4.0",
      "Restructuring | 1.1 | 0.9",
      "Tax effect of the adjustments | (0.3) | (0.2)",
      "Adjusted net income | 4.8 | 4.7",
      "Diluted EPS | 0.40 | 0.40",
      "Adjustments | 0.08 | 0.07",
      "Adjusted diluted EPS | 0.48 | 0.47",
    );
    expect(taxed(rows)).toEqual([]);
    expect(
      taxed(rows.replace("Adjustments | 0.08", "Restructuring | 0.07 | 0.06 |\n| Other items | 0.01")),
    ).toHaveLength(1);
  });

  it("is not told by a table that takes one item apart", () => {
    const apart = table("Bankruptcy costs", "Costs before tax | 5.0 | 4.0", "Tax impacts | (1.0) | (1.0)");
    const said = "The reconciling items are presented on an after-tax basis.\n";
    expect(taxed(`${apart}## Non-GAAP Measures\n\n${said}`)).toHaveLength(1);
    expect(taxed(`${bridge("Tax impact of the items | (0.03) | (0.02)")}${said}`)).toEqual([]);
  });

  it("is in what a column of net income has less than one of operating income", () => {
    const columns = (...more: readonly string[]): string =>
      `| (millions) | Operating Income | Net Income | Diluted EPS |\n|---|---|---|---|\n| As reported (GAAP) | 139.8 | 105.0 | 2.87 |\n| Severance | 4.7 | 3.6 | 0.10 |\n${more.map((row) => `| ${row} |\n`).join("")}| As adjusted | 144.5 | 108.6 | 2.97 |\n\n`;
    expect(taxed(columns())).toEqual([
      'Table 2 shows "Severance" after tax in its column "Net Income", and the tax on it has neither a line nor a column.',
    ]);
    expect(taxed(columns("Income tax effect | - | (1.1) | (0.03)"))).toEqual([]);
    expect(taxed(columns().replace("4.7 | 3.6", "4.7 | 4.7"))).toEqual([]);
  });
});

describe("a title that says of all amounts that they are after tax", () => {
  const led = (title: string, ...more: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}${STATEMENT}${table(title, "Net income | 4.0 | 4.0", "Storm costs | 1.1 | 0.9", ...more, "Ongoing net income | 5.1 | 4.9")}`,
      "adjustment-net-of-tax",
    );

  it("shows each of them so, where no line has the tax", () => {
    expect(led("Reconciliation of Net Income (all amounts after tax)")).toEqual([
      'Table 2 shows "Storm costs" after tax, by its title ("amounts after tax)"), and the tax on it is no line of the reconciliation.',
    ]);
  });

  it("is none where a line has it, nor where a measure is called so", () => {
    expect(led("Reconciliation of Net Income (all amounts after tax)", "Tax on storm costs | (0.2) | (0.1)")).toEqual(
      [],
    );
    expect(led("Reconciliation of Net Income to After-Tax Ongoing Net Income")).toEqual([]);
  });
});
