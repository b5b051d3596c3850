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
