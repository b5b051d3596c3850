import { expect, it } from "vitest";
import { hitsIn, TOLD_BY } from "./family-names.ts";

/** A name of each way in which the pattern of its family ends, or that has another word for what it tells of. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  leverage: [
    "Net debt of 2.4x adjusted EBITDA",
    "Debt to OIBDA",
    "Net leverage ratio",
    "indebtedness ratio",
    "Leverage of 2.0 times",
  ],
  "loss-ratio": ["Loss and LAE ratio", "Medical care ratios", "benefit expense ratio"],
  ebitda: [
    "OIBDA",
    "EBITDAs",
    "Earnings before interest, taxes, depreciation and amortization",
    "Loss before net interest expense, income taxes and depreciation",
    "Profit before financing costs, tax and amortisation",
    "Operating income before depreciation and amortization",
  ],
  ebit: ["EBITA", "Earnings before interest and taxes", "Profit before net finance costs and tax"],
  "free-cash-flow-conversion": ["Cash conversion rate", "Free cash flow yield", "FCF / net income"],
  "ffo-payout": ["AFFO payout ratio of 70%", "Dividend payout of 60% of adjusted earnings"],
  "distributable-earnings-per-share": [
    "Fee-related earnings per share",
    "Earnings available for distribution per share",
  ],
  "distributable-margin": ["FRE margin", "Fee related earnings margin"],
  "distributable-earnings": ["Distributable earnings", "FRE", "Earnings available for distribution"],
  contribution: [
    "Contribution profit",
    "Variable profit",
    "Transaction margin dollars",
    "Revenues less transaction costs",
  ],
  "unit-cost": ["Cash costs per ounce", "AISC", "Cash cogs per boe"],
  "net-interest-margin": ["Net interest margin (NIM)"],
  "net-interest-income": ["Net interest income"],
  "net-investment-income-per-share": ["Net investment income per share"],
  "net-investment-income": ["Net investment income (NII)"],
  "operating-cash-flow-margin": [
    "Operating cash flow margin",
    "Cash flow from operations margin",
    "Net cash provided by operating activities to net income",
    "Operating cash flow conversion of 110% of net income",
  ],
  "own-cash-flow": [
    "Distributable cash flow",
    "Cash available for distribution",
    "CAFD",
    "Funds flow from operations",
    "Discretionary cash flow",
    "Normalised cash flow",
    "Cash flow before changes in working capital",
    "Net cash burn",
  ],
  "book-value-per-share": ["Book value per share", "BVPS", "NAV per share", "Net tangible assets value per unit"],
  "equity-ratio": ["Equity to assets ratio", "Equity / total assets", "Common equity was 9.8% of total assets"],
};

it.each(Object.entries(NAMED).flatMap(([family, texts]) => texts.map((text) => [family, text] as const)))(
  "a text that names %s has one of the words that tell so: %s",
  (family, text) => {
    expect(hitsIn(text)[0]?.family).toBe(family);
  },
);

it("every family that is told by words has names here", () => {
  expect(Object.keys(NAMED).toSorted()).toEqual(Object.keys(TOLD_BY).toSorted());
});
