// Pieces of little releases, for what breaks and what keeps the rules.

export const HEAD = "BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results.\n\n";
export const SAID_BOTH =
  "Net income was $4.0 million. Adjusted EBITDA was $12.1 million. Free cash flow was $3.0 million.\n\n";
export const table = (title: string, ...rows: readonly string[]): string =>
  `## ${title}\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
export const STATEMENT: string = table(
  "Consolidated Statements of Operations",
  "Revenue | 40.2 | 38.1",
  "Cost of revenue | 20.2 | 19.1",
  "Gross profit | 20.0 | 19.0",
  "Operating expenses | 14.0 | 13.0",
  "Operating income | 6.0 | 6.0",
  "Income tax | 2.0 | 2.0",
  "Net income | 4.0 | 4.0",
);
export const EBITDA: string = table(
  "Reconciliation of Adjusted EBITDA",
  "Net income | 4.0 | 4.0",
  "Income tax | 2.0 | 2.0",
  "Depreciation | 6.1 | 5.0",
  "Adjusted EBITDA | 12.1 | 11.0",
);
export const TURNED: string = table(
  "Reconciliation of Adjusted EBITDA",
  "Adjusted EBITDA | 12.1 | 11.0",
  "Income tax | (2.0) | (2.0)",
  "Depreciation | (6.1) | (5.0)",
  "Net income | 4.0 | 4.0",
);
export const FROM_OPERATING: string = table(
  "Reconciliation of Adjusted EBITDA",
  "Operating income | 6.0 | 6.0",
  "Depreciation | 6.1 | 5.0",
  "Adjusted EBITDA | 12.1 | 11.0",
);
export const AFTER_TAX: string = table(
  "Reconciliation of Adjusted Net Income",
  "Net income | 4.0 | 4.0",
  "Restructuring, net of tax | 1.1 | 0.9",
  "Adjusted net income | 5.1 | 4.9",
);
export const BEFORE_TAX: string = table(
  "Reconciliation of Adjusted Net Income",
  "Net income | 4.0 | 4.0",
  "Loss from discontinued operations, net of tax | 0.5 | 0.2",
  "Restructuring | 1.1 | 0.9",
  "Tax on the adjustments | (0.5) | (0.2)",
  "Adjusted net income | 5.1 | 4.9",
);
const COLUMNS =
  "## Reconciliation of GAAP to Non-GAAP Measures\n\n| ($ millions) | GAAP | Adjustments | Non-GAAP |\n|---|---|---|---|\n";
export const FULL_LINES: readonly string[] = [
  "Revenue | 40.2 | - | 40.2",
  "Cost of revenue | 20.2 | (1.0) | 19.2",
  "Gross profit | 20.0 | 1.0 | 21.0",
  "Research and development | 5.0 | (0.5) | 4.5",
  "Selling, general and administrative | 9.0 | (0.5) | 8.5",
  "Operating expenses | 14.0 | (1.0) | 13.0",
  "Operating income | 6.0 | 2.0 | 8.0",
  "Interest expense | 0.5 | - | 0.5",
  "Income before income taxes | 5.5 | 2.0 | 7.5",
  "Income tax expense | 1.5 | 0.5 | 2.0",
  "Net income | 4.0 | 1.5 | 5.5",
];
export const lined = (rows: readonly string[]): string => `${COLUMNS}${rows.map((row) => `| ${row} |\n`).join("")}\n`;
export const WHY: string =
  "## Non-GAAP measures\n\nManagement believes that adjusted EBITDA is useful to investors.\n\n";
