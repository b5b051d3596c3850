import { expect, it } from "vitest";
import { namedIn } from "./lexicon.ts";

/** The measures that a text names: family and basis of each. */
const named = (text: string): readonly string[] =>
  namedIn(text).map(({ family, basis }) => `${basis === "GAAP" ? "" : "own "}${family}`);

it.each([
  // Costs per unit, whatever the unit, the amount before it or behind.
  ["Cash costs fell to $812 per ounce", ["own unit-cost"]],
  ["cash cost of goods sold per MT", ["own unit-cost"]],
  ["cash costs on a per metric ton basis", ["own unit-cost"]],
  ["all-in sustaining costs (AISC) of $1,250 per ounce sold", ["own unit-cost"]],
  ["CASM-ex was 11.2 cents, and CASM 14.1 cents", ["own seat-mile-cost", "seat-mile-cost"]],
  // Lines of the income statement that a company changes.
  [
    "Adjusted SG&A was $9 million and SG&A $10 million",
    ["own selling-and-administrative", "selling-and-administrative"],
  ],
  ["Cash G&A expense of $1.10", ["own selling-and-administrative"]],
  ["Non-GAAP research and development", ["own research-and-development"]],
  ["adjusted cost of sales", ["own cost-of-sales"]],
  // Words that are measures only behind what makes them so.
  ["adjusted profit of $10 million", ["own net-income"]],
  ["a profit of $10 million", []],
  ["cash EPS of $1.10", ["own eps"]],
  ["operating income of $1.25 per diluted share", ["operating-income", "own eps"]],
  ["fee-related earnings of $4 million", ["own distributable-earnings"]],
  // Flows of cash.
  ["distributable cash flow of $30 million", ["own own-cash-flow"]],
  ["cash flow from operations, before changes in working capital, was $9 million", ["own operating-cash-flow"]],
  ["cash flow from operations was $9 million", ["operating-cash-flow"]],
  // Words apart from the name that tell its basis.
  ["adjusted (1) operating loss of $3 million", ["own operating-income"]],
  ["Estimated EPS on a non-GAAP core earnings basis", ["own eps"]],
  ["Estimated EPS on a GAAP basis", ["eps"]],
  [
    "cash cost of goods sold of $9 million and cost of goods sold of $10 million",
    ["own cost-of-sales", "cost-of-sales"],
  ],
  ["Excluding China, ICL sales were $39.5 million", ["own revenue"]],
  ["net revenues (adjusted for acquisitions) of $1.8 billion", ["own revenue"]],
  ["debt to total assets at the REIT's proportionate share of 43.7%", ["own debt-to-assets"]],
  ["net operating income, and debt to total assets of 33.4%", ["own noi", "debt-to-assets"]],
  ["EPRA NTA per share of 142", ["own book-value-per-share"]],
  ["EPRA earnings of $10 million", ["own net-income"]],
  ["Excluding $3.75 million of tariffs, net loss was $4.4 million", ["own net-income"]],
  ["Non-GAAP net income was $41.0 million, or $0.35 diluted EPS", ["own net-income", "own eps"]],
  ["Non-GAAP net income was $41.0 million, and diluted EPS $0.19", ["own net-income", "eps"]],
  ["net income of $9 million (with a gain of $4 million; see below), or $0.03 per share", ["net-income", "eps"]],
  ["net income of $1 million, or $0.03 per basic and diluted common share", ["net-income", "eps"]],
  [
    "net income was $21 million (3.1% of revenue), or $0.53 per diluted share",
    ["net-income", "net-margin", "revenue", "eps"],
  ],
  ["net cash flows for operating activities of $11 million", ["operating-cash-flow"]],
  ["debt outstanding of $425 million and net debt of $382 million", ["debt", "own net-debt"]],
  ["5% organic growth in sales", ["own revenue", "revenue"]],
  ["we fund organic growth initiatives", []],
  // Lines of the statement that are no result of the company's.
  ["net income from equity accounted investments of $2 million", []],
  ["net loss from discontinued operations", []],
  // Parts of earnings that are paid out.
  ["payout ratio as a percentage of AFFO of 75.5%", ["own ffo-payout"]],
  ["a dividend payout ratio of approximately 20% of core earnings", ["own ffo-payout"]],
  // Ratios of banks, insurers and carriers.
  ["core ROAA of 1.7% and ROAA of 1.2%", ["own return-on-assets", "return-on-assets"]],
  ["return on average tangible common equity (ROTCE) of 17%", ["own return-on-capital"]],
  ["tangible book value per share of $21", ["own tangible-book-value-per-share"]],
  ["book value per share of $25", ["book-value-per-share"]],
  ["book value per share excluding AOCI of $28", ["own book-value-per-share"]],
  ["tangible common equity to tangible assets of 9.6%", ["own tangible-equity-ratio"]],
  ["adjusted efficiency ratio of 58%", ["own efficiency-ratio"]],
  ["underlying combined ratio of 91%", ["own combined-ratio"]],
  [
    "core net interest margin of 3.4%, and net interest margin of 3.6%",
    ["own net-interest-margin", "net-interest-margin"],
  ],
  [
    "adjusted net investment income of $0.41 per share",
    ["own net-investment-income", "own net-investment-income-per-share"],
  ],
  ["TCE rate of $31,000 per day", ["own charter-rate"]],
  ["pre-tax, pre-provision net revenue of $40 million", ["own pre-tax-income"]],
  ["leverage of 2.1x", ["own leverage"]],
  ["leverage of our brand", []],
  // Margins under other names.
  ["Adjusted EBITDA(1) margin", ["own ebitda-margin"]],
  ["EBITDA as a percentage of revenue", ["own ebitda-margin", "revenue"]],
  ["Net income before allocation to others as a percentage of sales", ["net-margin", "revenue"]],
  ["Adjusted EBITDA of $12 million, or 30% of revenue", ["own ebitda", "own ebitda-margin", "revenue"]],
  ["Adjusted EBITDA rose, and 60% of revenue came from stores", ["own ebitda", "revenue"]],
  // Words before a caption that make it the company's own, each of the captions that it is said of.
  ["ongoing earnings per share of $2.10", ["own eps"]],
  ["support for ongoing revenue growth", ["revenue"]],
  ["items that are not representative of ongoing earnings", []],
  ["comparable adjusted revenue of $500 million", ["own revenue"]],
  ["comparable store sales rose 2%", ["revenue"]],
  ["core revenue grew 5%", ["own revenue"]],
  ["positive core growth", ["own revenue"]],
  ["recurring revenue grew 5%", ["revenue"]],
  ["Legacy Acme net sales were $40 million", ["own revenue"]],
  ["cash gross margin of 40%", ["own gross-margin"]],
  ["cash generated by operating activities of $9 million", ["operating-cash-flow"]],
  ["earnings before special items of $40 million", ["own net-income"]],
  ["GAAP income of $3.6 million", ["net-income"]],
  ["a loss of $0.20 per share", ["eps"]],
  ["or a loss per share of $0.88", ["eps"]],
  ["core earnings of $1.36 per share, compared to earnings of $1.23 per share", ["own eps", "own eps"]],
  ["net income would have been $20 million", ["own net-income"]],
  ["margin was 150 basis points higher than it would have been", []],
  // The other sign, in brackets before the caption.
  ["Adjusted (loss) earnings per share", ["own eps"]],
  ["Non-GAAP (loss) income from operations", ["own operating-income"]],
  ["Adjusted operating (loss) income and operating (loss) income", ["own operating-income", "operating-income"]],
  ["Operating (loss) profit percent", ["operating-margin"]],
  ["Net (loss)/income", ["net-income"]],
  ["Excluding impairments, abandonments and interest, homebuilding gross margin was 16.9%", ["own gross-margin"]],
  ["the organic volume decline", []],
  ["Total revenue, including the effects of our realized hedges, was $72.8 million", ["own revenue"]],
  // Positions, yields and ratios of the company's own.
  ["net cash of $40 million", ["own net-debt"]],
  ["net cash used in financing activities", []],
  ["free cash flow yield of 10%", ["own free-cash-flow-conversion"]],
  ["total debt to LTM EBITDA of 3.1x", ["own leverage"]],
  ["tangible common equity of $2 billion", ["own equity"]],
  // A word before the first of a list, and a margin behind its amount.
  ["growth in adjusted revenue, EBITDA and EPS", ["own revenue", "own ebitda", "own eps"]],
  ["adjusted EBITDA and EPS", ["own ebitda", "eps"]],
  ["Adjusted EBITDA of $49.7 million, achieving a margin of 12.2%", ["own ebitda", "own ebitda-margin"]],
  ["free cash flow growth and margin expansion", ["own free-cash-flow"]],
  [
    "Operating income ex-items was $5.3 million, yielding operating margins of 12%",
    ["own operating-income", "own operating-margin"],
  ],
  ["net debt (defined as long-term debt less cash) was $93.6 million", ["own net-debt"]],
  // A list of measures is no adjustment of the one before.
  ["net income, adjusted EBITDA and revenue", ["net-income", "own ebitda", "revenue"]],
  ["net income, adjusted for the sale", ["own net-income"]],
  // What is counted is no revenue.
  ["sales volume grew 13% and the sales force 5%", []],
  ["Revenue grew 6% in constant currency", ["own revenue"]],
  ["contribution margin of 35%", ["own contribution-margin"]],
  ["restaurant contribution margin of 18%", []],
  // Profits are told free of rates of exchange as revenue is; what is only counted is no revenue that grows.
  ["constant currency EPS growth of 8%", ["own eps"]],
  ["organic operating profit rose 5%", ["own operating-income"]],
  ["EPS grew 8% on a currency-neutral basis", ["own eps"]],
  ["EPS grew 8%, or 9% in constant currencies", ["eps", "own eps"]],
  ["operating income grew 8% in a year of local currency headwinds", ["operating-income"]],
  ["local currency debt outstanding", ["debt"]],
  ["organic order growth of 9%", []],
  ["base business net sales grew 3%", ["own revenue"]],
  ["base-business growth of 3%", ["own revenue"]],
  ["the customer base grew 3%", []],
  // What is left out, before the name or behind it.
  ["ex-fuel operating margin of 12%", ["own operating-margin"]],
  ["As adjusted, net income was $12 million", ["own net-income"]],
  ["operating income before share-based compensation of $20 million", ["own operating-income"]],
  ["EPS before charges was $0.45", ["own eps"]],
  ["earnings before goodwill amortization of $0.45", ["own net-income"]],
  ["income before unusual charges of $12 million", ["own net-income"]],
  ["net income before income taxes of $12 million", ["net-income"]],
  ["income before cumulative effect of a change", []],
  // Further names of banks, miners, drillers and others.
  ["core PTPP income of $20 million", ["own pre-tax-income"]],
  ["PPNR return on average assets of 1.8%", ["own return-on-assets"]],
  ["TCE ratio of 8.5%", ["own tangible-equity-ratio"]],
  ["cash earnings of $10 million, and non-cash earnings", ["own net-income"]],
  ["PV-10 of $1.2 billion and the standardized measure of $1.0 billion", ["own reserves-value", "reserves-value"]],
  ["cash costs, net of by-product credits, of $900 per ounce", ["own unit-cost"]],
  ["cash flow conversion of 95%", ["own free-cash-flow-conversion"]],
  ["net debt leverage ratio of 2.1x", ["own leverage"]],
  ["adjusted gross margin of $50 million, a gross margin of 40%", ["own gross-profit", "gross-margin"]],
  ["Adjusted home sales gross margin of 25%", ["own gross-margin"]],
  ["headline operating profit of $9 million", ["own operating-income"]],
])("%s", (text, measures) => {
  expect(named(text)).toEqual(measures);
});
