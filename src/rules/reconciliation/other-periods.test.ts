import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT } from "../example-passages.ts";

const HEADS = "| ($ millions) | Q3 2025 | Q2 2025 | Q3 2024 |\n|---|---|---|---|\n";
const found = (led: readonly string[], shown = "Free cash flow | 3.0 | 1.7 | 3.1"): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million.\n\n## Highlights\n\n${HEADS}| Cash from operating activities | 5.0 | 2.9 | 4.2 |\n| ${shown} |\n\n${STATEMENT}## Reconciliation of Free Cash Flow\n\n${led.map((line) => `${line}\n`).join("")}`,
    "reconciliation-missing",
  );

describe("a measure in a table of results for several periods", () => {
  const two = [
    "| ($ millions) | Q3 2025 | Q3 2024 |",
    "|---|---|---|",
    "| Cash from operating activities | 5.0 | 4.2 |",
    "| Capital expenditures | (2.0) | (1.1) |",
    "| Free cash flow | 3.0 | 3.1 |",
  ];

  it("is reconciled for each of them, or told of", () => {
    expect(found(two)).toEqual([
      'Table 1 gives "Free cash flow" for a period that no reconciliation of it has, which leads to it for another one.',
    ]);
  });

  it("is reconciled for each of them where it is a margin, which has its amount led to", () => {
    const own = [...two, "| Free cash flow margin | 7.5% | 8.1% |"];
    const row = "Free cash flow margin | 7.5% | 4.3% | 8.1%";
    expect(found(own, row)).toEqual([expect.stringContaining('Table 1 gives "Free cash flow margin" for a period')]);
    expect(found(own, "Free cash flow margin | 7.5% | | 8.1%")).toEqual([]);
  });

  it("is nothing where the reconciliation has them all, or the same amount", () => {
    const three = [
      "| ($ millions) | Q3 2025 | Q2 2025 | Q3 2024 |",
      "|---|---|---|---|",
      "| Cash from operating activities | 5.0 | 2.9 | 4.2 |",
      "| Capital expenditures | (2.0) | (1.2) | (1.1) |",
      "| Free cash flow | 3.0 | 1.7 | 3.1 |",
    ];
    expect(found(three)).toEqual([]);
    expect(found(two, "Free cash flow | 3.0 | 3.1 | 3.1")).toEqual([]);
    // What lies between two of its amounts is a change, whatever stands over it.
    expect(found(two, "Free cash flow | 3.0 | (0.1) | 3.1")).toEqual([]);
  });

  it("is nothing where a table for each period has the bases as its columns", () => {
    const across = (quarter: string, ...[from, to]: readonly [string, string]): string =>
      `## Reconciliation of IFRS to core results - ${quarter}\n\n| ($ millions) | IFRS results | Amortization | Core results |\n|---|---|---|---|\n| Operating income | ${from} | 1.0 | ${to} |\n\n`;
    const shown = `${HEAD}## Highlights\n\n${HEADS}| Operating income | 6.0 | 4.9 | 6.0 |\n| Core operating income | 7.0 | 5.9 | 7.0 |\n\n${STATEMENT}${across("Q3 2025", "6.0", "7.0")}${across("Q3 2024", "6.0", "7.0")}`;
    const half = `## Reconciliation of core operating income\n\n${HEADS}| Operating income | 6.0 | | 6.0 |\n| Amortization | 1.0 | | 1.0 |\n| Core operating income | 7.0 | | 7.0 |\n\n`;
    expect(messagesOf(`${shown}${half}`, "reconciliation-missing")).toHaveLength(1);
    expect(messagesOf(`${shown}${across("Q2 2025", "4.9", "5.9")}${half}`, "reconciliation-missing")).toEqual([]);
  });

  it("is told of by the amounts where the heads of the reconciliation are years alone", () => {
    const years = (...rows: readonly string[]): readonly string[] => [
      "| Three months ended September 30, | 2025 | 2024 |",
      "|---|---|---|",
      ...rows,
    ];
    const bridge = years(
      "| Cash from operating activities | 5.0 | 4.2 |",
      "| Capital expenditures | (2.0) | (1.1) |",
      "| Free cash flow | 3.0 | 3.1 |",
    );
    expect(found(bridge)).toHaveLength(1);
    expect(found(bridge, "Free cash flow | 3.0 | 3.1 | 3.1")).toEqual([]);
    expect(found([...bridge, "", ...years("| Free cash flow of the quarter before | 1.7 | 1.6 |")])).toEqual([]);
    // An amount that the reconciliation does not have is another measure's.
    expect(found(bridge, "Free cash flow | 3.3 | 1.7 | 3.1")).toEqual([]);
  });
});

describe("a measure held against that of another quarter", () => {
  const said = (than: string): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million, ${than}.\n\n${STATEMENT}${EBITDA}`,
      "reconciliation-missing",
    );

  it("is reconciled for that quarter too, or told of", () => {
    const told =
      '"Adjusted EBITDA" is held against that of another quarter (9.5), and no reconciliation of it has that quarter.';
    expect(said("compared with $9.5 million in the second quarter of 2025")).toEqual([told]);
    expect(said("up from $11.0 million a year ago and $9.5 million in the prior quarter")).toEqual([told]);
    expect(said("versus $9.5 million in the linked quarter")).toEqual([told]);
    expect(said("compared with $11.0 million a year ago and $9.5 million last quarter")).toEqual([told]);
    expect(said("vs. $9.5 million in 2Q25")).toEqual([told]);
  });

  it("is nothing where the reconciliation has it, and nothing where it is a change", () => {
    expect(said("compared with $11.0 million in the third quarter of 2024")).toEqual([]);
    expect(said("an increase of $2.6 million from the prior quarter")).toEqual([]);
  });

  it("is not printed by a rate of the same digits, and may be led to in a column", () => {
    const rates = "## Rates\n\n| | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Loss rate | 9.5% | 4.6% |\n\n";
    const across = `## Reconciliation of operating income\n\n| ($ millions) | GAAP | Adjustments | Non-GAAP |\n|---|---|---|---|\n| Operating income | 6.0 | 1.2 | 7.2 |\n\n`;
    const text = (than: string, tables: string): readonly string[] =>
      messagesOf(
        `${HEAD}Operating income was $6.0 million. Non-GAAP operating income was $7.2 million, up from ${than} in the second quarter.\n\n${STATEMENT}${tables}`,
        "reconciliation-missing",
      );
    expect(text("$9.5 million", `${across}${rates}`)).toHaveLength(1);
    expect(text("$9.5 million", `${across}${across.replace("6.0 | 1.2 | 7.2", "8.0 | 1.5 | 9.5")}`)).toEqual([]);
  });

  it("is told of a whole year before that guidance is held against", () => {
    const than = (of: string): readonly string[] =>
      messagesOf(
        `${HEAD}For the quarter ended September 30, 2025, net income was $4.0 million. Adjusted EBITDA was $12.1 million.\n\n## Outlook\n\nWe expect growth of 12% compared to our ${of}.\n\n${STATEMENT}${EBITDA}`,
        "reconciliation-missing",
      );
    const told = [expect.stringContaining("no reconciliation of it has that year")];
    expect(than("full year 2024 Adjusted EBITDA of $43.2 million")).toEqual(told);
    expect(than("Adjusted EBITDA for fiscal 2024 of $43.2 million")).toEqual(told);
    expect(than("full year 2025 Adjusted EBITDA of $43.2 million")).toEqual([]);
    expect(than("full year 2024 Adjusted EBITDA of $12.1 million")).toEqual([]);
  });

  it("is told of where the earlier amount stands behind a shorter name, or a part of revenue", () => {
    const heads = "| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n";
    const led = (...rows: readonly string[]): string =>
      `## Reconciliation of non-GAAP measures\n\n${heads}${rows.map((row) => `| ${row} |\n`).join("")}`;
    const messages = (text: string, ...rows: readonly string[]): readonly string[] =>
      messagesOf(
        `${HEAD}Net income was $4.0 million. ${text}\n\n${STATEMENT}${led(...rows)}`,
        "reconciliation-missing",
      );
    const income = ["Net income | 4.0 | 3.3", "Stock compensation | 1.2 | 1.1", "Non-GAAP net income | 5.2 | 4.4"];
    const than = (of: string): string =>
      `Non-GAAP net income for the third quarter of 2025 was net income of $5.2 million, or $0.19 per share, compared with a net loss of $0.7 million, or $0.02 per share, for the ${of}.`;
    expect(messages(than("second quarter of 2025"), ...income)).toEqual([
      '"Non-GAAP net income" is held against that of another quarter (0.7), and no reconciliation of it has that quarter.',
    ]);
    expect(messages(than("third quarter of 2024").replace("0.7", "4.4"), ...income)).toEqual([]);
    const gross = [
      "Gross profit | 20.0 | 19.0",
      "Stock compensation | 0.4 | 0.3",
      "Non-GAAP gross profit | 20.4 | 19.3",
    ];
    const part = (of: string): string =>
      `Non-GAAP gross margin was 45.3 percent of revenue for the third quarter of 2025, compared with 29.9 percent of revenue for the ${of}.`;
    expect(messages(part("second quarter of 2025"), ...gross)).toHaveLength(1);
    expect(messages(part("third quarter of 2024"), ...gross)).toEqual([]);
  });
});

describe("a measure in a table of many quarters behind the statements", () => {
  const HISTORY = "| ($ millions) | Q2 2025 | Q3 2025 | Q3 2024 |\n|---|---|---|---|\n";
  const bridge = [
    "| ($ millions) | Q3 2025 | Q3 2024 |",
    "|---|---|---|",
    "| Net income | 4.0 | 4.0 |",
    "| Income tax | 2.0 | 2.0 |",
    "| Depreciation | 6.1 | 5.0 |",
    "| Adjusted EBITDA | 12.1 | 11.0 |",
  ];
  const told = (row: string, ...more: readonly string[]): readonly string[] =>
    found(
      [...bridge, "", "## Historical metrics", "", `${HISTORY}| Net income | 3.1 | 4.0 | 4.0 |\n| ${row} |`, ...more],
      "Customers | 310 | 305 | 290",
    );

  it("is led to for each of them, and what another table repeats leads nowhere", () => {
    const again = ["", "## Trends", "", `${HISTORY}| Adjusted EBITDA | 9.4 | 12.1 | 11.0 |`];
    expect(told("Adjusted EBITDA | 9.4 | 12.1 | 11.0", ...again)).toEqual([
      expect.stringMatching(
        /^Table 4 gives "Adjusted EBITDA" for a period that .* It stands so in line \d+ as well\.$/,
      ),
    ]);
    expect(told("Adjusted EBITDA | | 12.1 | 11.0")).toEqual([]);
  });

  it("is nothing where the table gives the measure of each part of the company", () => {
    expect(told("Adjusted EBITDA Northern Group | 2.4 | 3.1 | 3.0")).toEqual([]);
  });
});

describe("the quarter that is over of a half year", () => {
  it("is led to by none of the two, though their difference comes to it", () => {
    const table = (heads: string, rows: readonly string[]): string =>
      `| ($ millions) | ${heads} |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;
    const bridge = table("Three months ended June 30, 2025 | Six months ended June 30, 2025", [
      "Cash from operating activities | 5.0 | 9.2",
      "Capital expenditures | (2.0) | (3.1)",
      "Free cash flow | 3.0 | 6.1",
    ]);
    const shown = (head: string): string =>
      `${table(`Three months ended June 30, 2025 | ${head}`, ["Customers | 310 | 305", "Free cash flow | 3.0 | 3.1"])}\n`;
    const all = (head: string): readonly string[] =>
      messagesOf(
        `${HEAD}Net income was $4.0 million.\n\n${STATEMENT}## Reconciliation of Free Cash Flow\n\n${bridge}\n## Trends\n\n${shown(head)}`,
        "reconciliation-missing",
      );
    expect(all("Three months ended June 30, 2025")).toEqual([]);
    expect(all("Three months ended March 31, 2025")).toEqual([
      expect.stringContaining('gives "Free cash flow" for a period that no reconciliation of it has'),
    ]);
  });
});

describe("a measure in a table of periods that are longer than those of its reconciliation", () => {
  const shown = (row: string, ...led: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million.\n\n## Highlights\n\n| ($ millions) | Six months ended September 30, 2025 | Six months ended September 30, 2024 |\n|---|---|---|\n| Cash from operating activities | 9.0 | 8.0 |\n| ${row} |\n\n${STATEMENT}${led.map((lines) => `## Reconciliation of Free Cash Flow\n\n${lines}\n`).join("")}`,
      "reconciliation-missing",
    );
  const bridge = (heads: string, end: string): string =>
    `| ($ millions) | ${heads} |\n|---|---|---|\n| Cash from operating activities | 5.0 | 4.2 |\n| Capital expenditures | (2.0) | (1.1) |\n| Free cash flow | ${end} |\n`;
  const quarters = bridge("Three months ended September 30, 2025 | Three months ended September 30, 2024", "3.0 | 3.1");

  it("is reconciled for them, or told of", () => {
    expect(shown("Free cash flow | 6.4 | 5.2", quarters)).toEqual([
      'Table 1 gives "Free cash flow" for a period that no reconciliation of it has, which leads to it for another one.',
    ]);
  });

  it("is nothing where a reconciliation has them, or the quarters that make them up, or the same amounts", () => {
    const both = bridge("Six months ended September 30, 2025 | Six months ended September 30, 2024", "3.0 | 3.1");
    expect(shown("Free cash flow | 3.0 | 3.1", quarters, both)).toEqual([]);
    expect(
      shown(
        "Free cash flow | 6.4 | 5.2",
        quarters,
        bridge("Three months ended June 30, 2025 | Three months ended June 30, 2024", "3.4 | 2.1"),
      ),
    ).toEqual([]);
    expect(shown("Free cash flow | 3.0 | 3.1", quarters)).toEqual([]);
  });
});

describe("a cost per unit in a release that prints no statement", () => {
  const TELLS = `# Acme Reports Third Quarter 2025 Results\n\n${HEAD}Net income was $4.0 million.\n\n## Highlights\n\n`;
  const rows =
    "| | Three months ended September 30, 2025 | Three months ended June 30, 2025 |\n|---|---|---|\n| Sales | 90.0 | 95.0 |\n| Cash cost of copper production excluding Norra (C1) (per lb) | $1.68 | $1.57 |\n\n";
  const bridge = (quarter: string, cost: string): string =>
    `## Reconciliation of cash cost, ${quarter}\n\n| ($ millions) | ${quarter} |\n|---|---|\n| Cost of sales | 80.0 |\n| Depreciation | (20.0) |\n| Cash cost | 60.0 |\n| Cash cost (C1) (per lb) | ${cost} |\n\n`;
  const ENDS =
    "## About Acme\n\nAcme digs.\n\n## Forward-looking statements\n\nThis release contains forward-looking statements. Actual results could differ materially.\n";
  const told = (...parts: readonly string[]): readonly string[] =>
    messagesOf([TELLS, rows, ...parts, ENDS].join(""), "reconciliation-missing");

  it("is led to in each period that is shown, or told of", () => {
    expect(told(bridge("Three months ended September 30, 2025", "$1.68"))).toEqual([
      expect.stringMatching(/^Table 1 gives "Cash cost of copper production/),
    ]);
    expect(
      told(
        bridge("Three months ended September 30, 2025", "$1.68"),
        bridge("Three months ended June 30, 2025", "$1.57"),
      ),
    ).toEqual([]);
  });

  it("is held against the quarter before by how much it is higher", () => {
    const said = "C1 cash cost1 was $0.11 per lb higher quarter-over-quarter at $1.68 per lb.\n\n";
    expect(told(said, bridge("Three months ended September 30, 2025", "$1.68"))).toContainEqual(
      expect.stringMatching(/^"C1 cash cost1" is given with its change/),
    );
    expect(
      told(
        said,
        bridge("Three months ended September 30, 2025", "$1.68"),
        bridge("Three months ended June 30, 2025", "$1.57"),
      ),
    ).toEqual([]);
  });
});
