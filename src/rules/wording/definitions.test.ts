import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

describe("a measure without a definition", () => {
  const found = (text: string): readonly string[] => messagesOf(`${HEAD}${text}`, "measure-not-defined");
  const said = "Net income was $4.0 million, and free cash flow $3.0 million.\n\n";

  it("is one that no sentence and no table takes apart", () => {
    expect(found(`${said}${STATEMENT}`)).toEqual([
      '"free cash flow" is given, and the release does not say what it is made of.',
    ]);
    const cash = table(
      "Free Cash Flow",
      "Cash from operating activities | 5.0 | 4.0",
      "Capital expenditures | (2.0) | (1.0)",
      "Free cash flow | 3.0 | 3.0",
    );
    expect(found(`${said}${STATEMENT}${cash}`)).toEqual([]);
    expect(found(said)).toEqual([]);
  });

  it("is not EBIT of segments that a note below their table explains", () => {
    const ebit = "Net income was $4.0 million. Coatings – EBIT rose by $3 million to $9.1 million.\n\n";
    const note = (of: string): string => `(B) Segment EBIT ${of} the share in associates, net of tax.\n`;
    expect(found(`${ebit}${STATEMENT}${note("rose by")}`)).toHaveLength(1);
    expect(found(`${ebit}${STATEMENT}${note("includes")}`)).toEqual([]);
  });

  it("is one that is told with what it leaves out, which is not what it is made of", () => {
    const cash =
      "Free cash flow, excluding taxes on a sale, was $9 million.\n\nThe statements follow, which nobody has audited, and which are those of the company and of all that it controls.\n\n";
    expect(found(`${cash}${STATEMENT}`)).toHaveLength(1);
    expect(
      found(
        `${cash.replace(", excluding taxes on a sale,", ", cash from operations less capital expenditures,")}${STATEMENT}`,
      ),
    ).toEqual([]);
  });

  it("is none where the revenue of the period stands beside that of a year at its pace", () => {
    const annual = "on an annualized basis.\n\n";
    expect(found(`Revenue was $2.2 million, or $4.4 million of revenue ${annual}${STATEMENT}`)).toEqual([]);
    expect(found(`We now have $4.4 million of revenue ${annual}${STATEMENT}`)).toHaveLength(1);
  });

  it("is none that another sentence says how to calculate", () => {
    const listed = (how: string): readonly string[] =>
      found(
        `Net income was $4.0 million. Fabric Growth Index was 4.1%.\n\n${STATEMENT}## Non-GAAP financial measures\n\nOur non-GAAP financial measures are Fabric Revenue Growth and Free Cash Flow. ${how}\n`.replace(
          "Fabric Growth Index was",
          "Fabric Revenue Growth was",
        ),
      );
    expect(listed("We watch Fabric Revenue Growth closely.")).toHaveLength(1);
    expect(listed("We calculate Fabric Revenue Growth by translating revenue at last year's rates.")).toEqual([]);
  });

  it("is a rate of the company's own as well", () => {
    const rate = "The fixed charge coverage ratio was 4.6x.\n\n";
    expect(found(`${rate}${STATEMENT}`)).toEqual([
      '"fixed charge coverage ratio" is given, and the release does not say how it is computed.',
    ]);
    expect(found(`${rate}${STATEMENT}The fixed charge coverage ratio is EBITDA divided by fixed charges.\n`)).toEqual(
      [],
    );
    const retention = `${rate.replace("fixed charge coverage ratio", "net revenue retention")}${STATEMENT}`;
    expect(found(retention)).toHaveLength(1);
    expect(found(`${retention}Seasoned NRR is calculated by dividing the revenue of two years.\n`)).toEqual([]);
    expect(found(`The fixed charge coverage ratio has improved.\n\n${STATEMENT}`)).toEqual([]);
  });
});

describe("a definition without its measure", () => {
  const found = (text: string): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}${text}`, "measure-defined-not-used");

  it("is what the sentence defines, and not what that is made of", () => {
    expect(found("Line margin is calculated as revenue less adjusted cost of sales.\n")).toEqual([]);
    expect(found("Adjusted cost of sales is calculated as cost of sales before depreciation.\n")).toHaveLength(1);
    expect(found("We define adjusted EBITDA as net income before depreciation.\n")).toHaveLength(1);
  });

  it("is not one of which the lines have their amounts", () => {
    const lines = table(
      "Reconciliation",
      "Research and development | 5.0 | 4.0",
      "Stock pay | 0.5 | 0.4",
      "Non-GAAP research and development | 4.5 | 3.6",
    );
    expect(found(`We define non-GAAP operating expenses as operating expenses before stock pay.\n\n${lines}`)).toEqual(
      [],
    );
  });
  const definition = "## Non-GAAP measures\n\nWe define adjusted EBITDA as net income before depreciation.\n\n";

  it("is one of a measure that has no amount, in text or table", () => {
    expect(found(definition)).toEqual(['"adjusted EBITDA" is defined, and the release gives no amount of it.']);
    expect(found(`${definition}${EBITDA}`)).toEqual([]);
    expect(found(definition.replace("define adjusted EBITDA", "define net income"))).toEqual([]);
  });

  it("is none where a row has it by the name that the definition has taught", () => {
    const taught =
      "## Non-GAAP measures\n\nHarbour Yield Return on Average Equity is a non-GAAP measure and is defined as net income before tolls divided by average equity.\n\n";
    expect(found(taught)).toHaveLength(1);
    const rows = ["Harbour income | 5.1 | 4.9", "Harbour Yield Return on Average Equity | 14.6% | 4.2%"];
    expect(found(`${taught}${table("Other Figures", ...rows)}`)).toEqual([]);
  });
});

it("asks for no definition of the sales by the year that a deal is to add", () => {
  const asked = (text: string): readonly string[] =>
    messagesOf(`${HEAD}${text}\n\n${STATEMENT}`, "measure-not-defined");
  expect(asked("The acquisition of two shops is expected to add $10 million in annualized revenue.")).toEqual([]);
  expect(asked("We reached $10 million in annualized revenue.")).toHaveLength(1);
});

describe("what a measure is made of", () => {
  const found = (text: string): readonly string[] => messagesOf(`${HEAD}${text}`, "measure-not-defined");

  it("is told by a list of figures that comes to net debt", () => {
    const lines = (cash: string): string =>
      table("Debt and cash", "Principal amount of debt | 6.0 | 5.0", `${cash} | (1.0) | (0.9)`, "Net debt | 5.0 | 4.1");
    expect(found(`Net debt was $5.0 million.\n\n${lines("Cash")}${STATEMENT}`)).toEqual([]);
    expect(found(`Net debt was $5.0 million.\n\n${lines("Other")}${STATEMENT}`)).toHaveLength(1);
  });

  it("is told by a sentence that has its amount and not its name", () => {
    const said = (told: string): string =>
      `Net debt was $12.4 million. Borrowings, ${told}, were $12.4 million.\n\n${STATEMENT}`;
    expect(found(said("less what we hold at banks"))).toEqual([]);
    expect(found(said("with what we hold at banks"))).toHaveLength(1);
  });
});

it("gives a rate that is defined where a table has it by its bare name, and defines a rate and not what it is divided from", () => {
  const unused = (text: string): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}## Non-GAAP measures\n\n${text}`, "measure-defined-not-used");
  const returns = "Adjusted return on equity is defined as net income without tolls divided by equity.\n\n";
  expect(unused(returns)).toHaveLength(1);
  expect(unused(`${returns}${table("Key figures", "Return on equity | 14.6% | 4.2%")}`)).toEqual([]);
  expect(unused("Distributable earnings yield on equity is defined as what we pay out divided by equity.\n")).toEqual(
    [],
  );
});

describe("a rate that is said to be something", () => {
  const undefinedIn = (text: string): readonly string[] =>
    messagesOf(`${HEAD}Annual recurring revenue (ARR) was $44 million. ${text}\n\n${STATEMENT}`, "measure-not-defined");

  it("is defined by what it is", () => {
    expect(undefinedIn("ARR is the annualized value of service contracts in force at the end of the quarter.")).toEqual(
      [],
    );
    expect(undefinedIn("Annual recurring revenue is the sum of the fees for a year.")).toEqual([]);
  });

  it("is not defined by what it is good for", () => {
    expect(undefinedIn("ARR is a key metric of our business.")).toHaveLength(1);
    expect(undefinedIn("ARR is at a record, and we are proud of it.")).toHaveLength(1);
    expect(undefinedIn("ARR was up 12% in the quarter.")).toHaveLength(1);
  });
});

describe("free cash flow", () => {
  const undefinedIn = (text: string): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million, adjusted EBITDA $12.1 million and free cash flow $3.0 million.\n\n${STATEMENT}${EBITDA}## Non-GAAP Financial Measures\n\nThis release includes adjusted EBITDA and free cash flow, which are no measures under GAAP. Adjusted EBITDA is net income before depreciation. ${text}\n`,
      "measure-not-defined",
    );

  it("is not defined by a list of measures, nor by what is useful", () => {
    expect(undefinedIn("")).toEqual([expect.stringContaining('"free cash flow"')]);
    expect(undefinedIn("Management believes that free cash flow is useful to investors.")).toHaveLength(1);
  });

  it("is where its sentence names what it is made of", () => {
    expect(undefinedIn("Free cash flow is cash from operating activities less capital expenditures.")).toEqual([]);
    expect(undefinedIn("Free cash flow reflects what we spend on property.")).toEqual([]);
  });
});
