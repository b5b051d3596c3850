import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const missing = (text: string): readonly string[] => messagesOf(text, "gaap-measure-missing");
const SECTION = "## Non-GAAP Financial Measures\n\n";

describe("a measure that the release itself says is not under GAAP", () => {
  const said = "## Highlights\n\n- Managed loans grew 20% to $17.6 million\n\n";
  const balance = table("Consolidated Balance Sheets", "Loans at fair value | 8.2 | 7.2", "Total assets | 20.1 | 19.0");
  const called = `${SECTION}Managed loans is a non-GAAP measure.\n\n`;
  const led = table(
    "Loans",
    "Loans at fair value (GAAP) | 8.2 | 7.2",
    "Loans held by trusts | 6.9 | 5.0",
    "Loans of partners | 2.5 | 2.5",
    "Managed loans | 17.6 | 14.7",
  );

  it("is held against the line that its own reconciliation begins with, whatever it is called", () => {
    expect(missing(`${HEAD}${said}${balance}${called}${led}`)).toEqual([
      'The list gives "Managed loans" and not loans at fair value, which stands in the tables.',
    ]);
  });

  it("is heard by the letters that stand for it", () => {
    const letters = said.replace("Managed loans", "MLO");
    const text = `${HEAD}${letters}${balance}${called.replace("Managed loans", "Managed loans (“MLO”)")}${led}`;
    expect(missing(text)).toEqual(['The list gives "MLO" and not loans at fair value, which stands in the tables.']);
  });

  it("is answered by that line beside it", () => {
    const beside = said.replace("- Managed", "- Loans at fair value grew 14% to $8.2 million\n- Managed");
    expect(missing(`${HEAD}${beside}${balance}${called}${led}`)).toEqual([]);
  });

  it("is not asked for one where no table leads to it, or where nothing says so of it", () => {
    expect(missing(`${HEAD}${said}${balance}${called}`)).toEqual([]);
    expect(missing(`${HEAD}${said}${balance}${led}`)).toEqual([]);
  });

  it("stands above that line in a table that turns the two about", () => {
    const turned = table("Balances", "Managed loans | 17.6 | 14.7", "Loans at fair value | 8.2 | 7.2");
    expect(messagesOf(`${HEAD}## Highlights\n\n${turned}${balance}${called}${led}`, "table-without-gaap")).toEqual([
      'Table 1 has "Managed loans" above "Loans at fair value", the measure under GAAP.',
    ]);
  });
});

describe("billings that a definition makes of revenue", () => {
  it("are a measure of the company's own, and backlog is none", () => {
    const defined =
      "## Key Metrics\n\nWe define calculated billings as total revenue plus the change in deferred revenue.\n\n";
    const given = (name: string): readonly string[] =>
      missing(`${HEAD}## Highlights\n\n- ${name} of $86.1 million, up 52%\n\n${STATEMENT}${defined}`);
    expect(given("Calculated billings")).toHaveLength(1);
    expect(given("Backlog")).toEqual([]);
  });
});

describe("a caption of the statements, told as adjusted", () => {
  const statement = STATEMENT.replace(
    "| Operating expenses |",
    "| Income (loss) from equity investees | 1.8 | 1.5 |\n$&",
  );
  const said = "Adjusted income from equity investees was $2.4 million, up 24%.\n\n";

  it("is held against its line", () => {
    expect(missing(`${HEAD}${said}${statement}`)).toEqual([
      'The text gives "Adjusted income from equity investees" and not income from equity investees.',
    ]);
  });

  it("is not bare with the growth of that line, and none without the word", () => {
    const both = `Income from equity investees was $1.8 million, up from $1.5 million. ${said}`;
    expect(missing(`${HEAD}${both}${statement}`)).toEqual([]);
    expect(missing(`${HEAD}${said.replace("Adjusted income", "Income")}${statement}`)).toEqual([]);
  });
});

describe("twelve months up to the end of a quarter", () => {
  const lead = "Net income was $4.0 million, up from $3.5 million. ";

  it("are not answered by the quarter", () => {
    expect(missing(`${HEAD}${lead}\n\nLTM adjusted EBITDA was $41.1 million.\n`)).toEqual([
      'The text gives "adjusted EBITDA" and not net income of the same twelve months.',
    ]);
  });

  it("are answered by the same months", () => {
    expect(missing(`${HEAD}${lead}LTM net income was $14.2 million. LTM adjusted EBITDA was $41.1 million.\n`)).toEqual(
      [],
    );
    expect(missing(`${HEAD}${lead}Adjusted EBITDA was $11.1 million, up from $9.0 million.\n`)).toEqual([]);
  });
});

describe("growth of a part of revenue without what was bought", () => {
  const whole = "Revenue was $40.2 million, up 6% from the prior year";

  it("is not answered by the growth of the whole", () => {
    expect(missing(`${HEAD}${whole}, with organic subscription growth of 2%.\n`)).toEqual([
      'The text gives "organic subscription growth" and not the subscription revenue as reported.',
    ]);
  });

  it("is answered by that of the part, and the whole by the whole", () => {
    expect(missing(`${HEAD}Subscription revenue rose 4%, with organic subscription growth of 2%.\n`)).toEqual([]);
    expect(missing(`${HEAD}${whole}, with organic net sales growth of 2%.\n`)).toEqual([]);
  });

  it("is answered by the revenue of its segment in the same paragraph", () => {
    const segment = "Tools segment revenue was $12.2 million, a 9% increase over the prior year.";
    expect(
      missing(`${HEAD}${segment} Revenue growth was made up of organic growth of 4% and of what was bought.\n`),
    ).toEqual([]);
  });
});

describe("what is told in other words", () => {
  it("is earnings per share where results are given by the share", () => {
    expect(
      missing(
        `${HEAD}Net income was $4.0 million.\n\n## Highlights\n\nOperating results of $0.60 per diluted share were held back by costs.\n`,
      ),
    ).toEqual(['The text gives "Operating results" and not earnings per share.']);
  });

  it("is no growth of revenue where something is counted or lent", () => {
    const quoted = (said: string): readonly string[] =>
      messagesOf(`${HEAD}"${said}," said Jane Roe, chief executive officer.\n`, "quotation-without-gaap");
    expect(quoted("Volume rose to 190,000 tons, with organic growth of 8%")).toEqual([]);
    expect(quoted("We had organic growth in loans of 8%")).toEqual([]);
    expect(quoted("We had organic growth of 8%")).toHaveLength(1);
  });

  it("is no cause of a result where a sentence says only where its reconciliation is", () => {
    const results =
      "Net income was $4.0 million, compared to $3.5 million. Adjusted net income was $5.1 million, compared to $4.0 million. The increase in adjusted net income is primarily due to higher prices.\n\n";
    const refers = "A reconciliation of net income to adjusted net income is included in this release.\n";
    expect(missing(`${HEAD}${results}${refers}`)).toHaveLength(1);
    expect(missing(`${HEAD}${results}Net income rose primarily due to higher prices.\n`)).toEqual([]);
  });

  it("is no figure of a flow of cash that has only caused what the figure is of", () => {
    const said = "- Cash was $9.2 million, down $2.1 million, as free cash flow was more than offset by dividends\n";
    expect(missing(`${HEAD}## Highlights\n\n${said}`)).toEqual([]);
  });
});

describe("an outlook for the year and one for the quarter", () => {
  it("do not come one before the other", () => {
    const first = (next: string): readonly string[] =>
      messagesOf(
        `${HEAD}## Outlook\n\nWe expect an adjusted effective tax rate of 22% for the year. ${next}\n`,
        "non-gaap-first",
      );
    expect(first("For the third quarter, we expect an effective tax rate of 23%.")).toEqual([]);
    expect(first("For the year, we expect an effective tax rate of 23%.")).toHaveLength(1);
  });
});

describe("a title that names what is told of, and no segment", () => {
  it("heads what is told of the company", () => {
    const below = (title: string): readonly string[] =>
      missing(
        `${HEAD}Net income was $4.0 million.\n\nWe opened two shops.\n\n## ${title}\n\nAdjusted EBITDA was $12.1 million.\n`,
      );
    expect(below("Reserves and Backlog")).toHaveLength(1);
    expect(below("Consumer Tools")).toEqual([]);
  });
});

describe("a streak of something else", () => {
  it("is no praise of a measure that came with it", () => {
    const praised = (said: string): readonly string[] =>
      messagesOf(`${HEAD}"${said}," said Jane Roe, chief executive officer.\n`, "praise-of-non-gaap");
    expect(praised("Our fifth consecutive quarter of order growth came with an adjusted EBITDA margin of 12%")).toEqual(
      [],
    );
    expect(praised("It was our fifth consecutive quarter of growth in adjusted EBITDA margin to 12%")).toHaveLength(1);
  });
});
