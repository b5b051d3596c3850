import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set(["gaap-ratio-missing", "table-without-gaap"]);

/** What the rules find of the ratios in a release with these key figures and reconciliations. */
const foundIn = (figures: readonly string[], ...reconciliations: readonly string[]): readonly string[] =>
  wordsFound(
    `${HEAD}## Third Quarter Highlights\n\n${table("Key Figures", "Net income | 4.0 | 4.0", ...figures)}${STATEMENT}${reconciliations.join("")}`,
    CODES,
  );

describe("a ratio that ends in a measure of the company's own that is led to by itself", () => {
  const TANGIBLE = table(
    "Reconciliation of Non-GAAP Measures",
    "Total stockholders' equity | 91.0 | 88.0",
    "Less: goodwill | (11.0) | (11.0)",
    "Tangible common equity | 80.0 | 77.0",
    "Total assets | 811.0 | 786.0",
    "Less: goodwill | (11.0) | (11.0)",
    "Tangible assets | 800.0 | 775.0",
  );
  const own = "Tangible common equity to tangible assets | 10.0% | 9.9%";

  it("is a ratio, and wants that of the standards", () => {
    expect(foundIn([own], TANGIBLE)).toEqual(["gaap-ratio-missing: Tangible common equity to tangible assets"]);
    expect(foundIn(["Equity to assets | 11.2% | 11.2%", own], TANGIBLE)).toEqual([]);
  });
});

describe("a return on what is tangible of equity", () => {
  const own = "Return on average tangible common equity | 20.1% | 20.8%";

  it("is held against the return on equity, and not against that on assets", () => {
    expect(foundIn(["Return on average assets | 2.0% | 2.1%", own])).toEqual([
      "gaap-ratio-missing: Return on average tangible common equity",
    ]);
    expect(foundIn(["Return on average equity | 17.6% | 18.2%", own])).toEqual([]);
  });
});
