import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const REST = "More stands in our Form 10-K. We do not undertake to update them.\n";

describe("the caution", () => {
  const lacking = (text: string): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}## Forward-looking statements\n\n${text} ${REST}`, "safe-harbour-incomplete");

  it("names factors: risks in general, what the statements are about and where more stands are none", () => {
    const general =
      "Statements regarding demand for our products are forward-looking. They involve risks, uncertainties and other factors that may make results differ, which the Risk Factors of our filings describe.";
    expect(lacking(general)).toEqual([
      'The paragraph on "forward-looking" statements does not say which factors can make results differ.',
    ]);
    expect(lacking(`${general} Among them is the loss of a supplier.`)).toEqual([]);
  });

  it("names them as what the sentence is about", () => {
    const said = (what: string): readonly string[] =>
      lacking(`Statements about our plans are forward-looking; ${what} could cause actual results to differ.`);
    expect(said("fuel prices, weather and the other risks in our Form 10-K")).toEqual([]);
    expect(said("the risks described in our Form 10-K")).toHaveLength(1);
  });

  it("names them behind the word for statements as well", () => {
    const text = "Factors that may make results differ from the forward-looking statements include the price of oil.";
    expect(lacking(text)).toEqual([]);
    expect(
      lacking("Results may differ from forward-looking statements because of our ability to open stores."),
    ).toEqual([]);
  });
});

describe("what looks forward without a figure", () => {
  const told = (text: string, more = ""): readonly string[] =>
    messagesOf(`${HEAD}${text}\n\n${STATEMENT}${more}`, "forward-looking-without-caution");

  it.each([
    "The Company plans to close its plant in Lyon in the first half of 2026.",
    "We expect operating margin to improve in the second half of the year.",
    "“We believe we will outgrow our markets again next year,” said Ann Lee, Chief Executive Officer.",
    "We are targeting net sales of more than $1 billion by 2028.",
    "Acme intends to open a new plant next year.",
    "We will launch our new line of tools by the end of 2026.",
  ])("asks for a caution: %s", (text) => {
    expect(told(text)).toHaveLength(1);
    expect(told(text, "## Forward-looking statements\n\nSuch statements are forward-looking.\n")).toEqual([]);
  });

  it.each([
    "We expect our people to act with integrity.",
    "Analysts expect demand to improve next year.",
    "The plant was closed in the first half of 2025, as we had planned to do.",
    "We expect to file our Form 10-K in the first quarter of 2026.",
    "We plan to host a conference call next quarter.",
    "The trade body expects the market to grow next year.",
    "We believe that our products are the best of the year 2025.",
  ])("asks for none: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it("has one in other words", () => {
    const text = "We expect operating margin to improve next year.";
    expect(told(text, "## Note\n\nActual results may differ because of risks and uncertainties.\n")).toEqual([]);
    expect(told(text, "## Note\n\nThe results are unaudited.\n")).toHaveLength(1);
    const aim = "We expect net sales of $50 million for the full year.";
    expect(told(aim, "## Note\n\nThis involves risks and uncertainties; actual results may differ.\n")).toEqual([]);
    expect(told(aim, "## Note\n\nThe results are unaudited.\n")).toHaveLength(1);
  });
});
