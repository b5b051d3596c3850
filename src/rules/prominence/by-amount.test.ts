import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, table } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set([
  "headline-without-gaap",
  "quotation-without-gaap",
  "gaap-measure-missing",
  "table-without-gaap",
]);

const STATEMENT = table(
  "Consolidated Statements of Operations",
  "Harbour dues | 402.4 | 381.9",
  "Operating expenses | 340.2 | 330.1",
  "Operating income | 62.2 | 51.8",
  "Income tax | 21.7 | 14.2",
  "Harbour take | 40.5 | 37.6",
);
const bridge = (first: string, ...more: readonly string[]): string =>
  table("Reconciliation of Adjusted EBITDA", first, "Levies | 21.7 | 14.2", "Wear of cranes | 61.3 | 50.8", ...more);
const BRIDGE = bridge("Harbour take | 40.5 | 37.6", "Adjusted EBITDA | 123.5 | 102.6");

const found = (said: string, led = BRIDGE): readonly string[] =>
  wordsFound(`${HEAD}## Third Quarter Results\n\n${said}\n\n${STATEMENT}${led}`, CODES);

const BARE = ["gaap-measure-missing: Adjusted EBITDA"];
const OWN_ROW = "Adjusted EBITDA | 123.5 | 102.6";
const OWN = "Adjusted EBITDA was $123.5 million";

describe("what the reconciliation of a measure begins with", () => {
  it("stands with it by its amount, whatever it is called", () => {
    expect(found(`${OWN}.`)).toEqual(BARE);
    expect(found(`The harbour took $40.5 million. ${OWN}.`)).toEqual([]);
    expect(found(`- The harbour took $40.5 million\n- ${OWN}`)).toEqual([]);
  });

  it("is that of the same period, in so many digits", () => {
    expect(found(`The harbour took $37.6 million. ${OWN}.`)).toEqual(BARE);
    expect(found(`The harbour took $41 million. ${OWN}.`)).toEqual(BARE);
  });

  it("has its growth where the measure has", () => {
    expect(found(`The harbour took $40.5 million. ${OWN}, up 20%.`)).toEqual(BARE);
    expect(found(`The harbour took $40.5 million, up 8%. ${OWN}, up 20%.`)).toEqual([]);
    expect(
      found(`The harbour took $40.5 million and a year ago $37.6 million. ${OWN}, up from $102.6 million.`),
    ).toEqual([]);
  });

  it("may have two digits in the sentence of the measure, and in the bullet above it", () => {
    expect(found(`- The harbour took $41 million\n- ${OWN}`)).toEqual([]);
    expect(found(`- The harbour took $41 million\n- Ships of both yards\n- ${OWN}`)).toEqual(BARE);
    expect(found(`The harbour took $41 million, and ${OWN}.`)).toEqual([]);
    expect(found("The harbour took $41 million, and adjusted EBITDA was $124 million.")).toEqual([]);
    expect(found(`The harbour took $0.04 billion, and ${OWN}.`)).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
  });

  it("has its growth in words as well", () => {
    expect(found(`The harbour took $40.5 million, compared with $39 million. ${OWN}, up 20%.`)).toEqual([]);
  });

  it("stands in the quotation itself", () => {
    const said = (words: string): string => `"${words}," said Jane Doe, chief executive.`;
    expect(found(said(OWN))).toEqual(["quotation-without-gaap: Adjusted EBITDA"]);
    expect(found(`The harbour took $40.5 million.\n\n${said(OWN)}`)).toEqual([
      "quotation-without-gaap: Adjusted EBITDA",
    ]);
    expect(found(said(`The harbour took $40.5 million and ${OWN}`))).toEqual([]);
  });

  it("has a row above it in the same columns", () => {
    const own = "Adjusted EBITDA | 123.5 | 102.6";
    const summary = (...rows: readonly string[]): readonly string[] => found(table("Key Figures", ...rows));
    expect(summary("Cranes | 14.1 | 13.2", own)).toEqual(["table-without-gaap: Adjusted EBITDA"]);
    expect(summary("Takings | 40.5 | 37.6", own)).toEqual([]);
    expect(summary("Takings | 37.6 | 40.5", own)).toEqual(["table-without-gaap: Adjusted EBITDA"]);
  });

  it("does not make up for the order of what everybody compares the measure with", () => {
    const cash = table(
      "Reconciliation of Free Cash Flow",
      "Harbour take | 40.5 | 37.6",
      "Levies | 21.7 | 14.2",
      "Cranes bought | (11.1) | (10.2)",
      "Free cash flow | 51.1 | 41.6",
    );
    const rows = ["Harbour take | 40.5 | 37.6", "Free cash flow | 51.1 | 41.6"];
    const below = table("Key Figures", ...rows, "Cash from operating activities | 62.2 | 51.8");
    expect(found(below, cash)).toEqual(["table-without-gaap: Free cash flow"]);
  });

  it("is no amount of sales, and none of operating income where net income is wanted", () => {
    const dues = "Harbour dues | 402.4 | 381.9";
    const sold = table("Reconciliation of Adjusted EBITDA", dues, "Costs | (278.9) | (279.3)", OWN_ROW);
    expect(found(`Revenue was $402.4 million. ${OWN}.`, sold)).toEqual(BARE);
    const operating = table(
      "Reconciliation of Adjusted EBITDA",
      "Operating income | 62.2 | 51.8",
      "Wear of cranes | 61.3 | 50.8",
      OWN_ROW,
    );
    expect(found(`Operating income was $62.2 million. ${OWN}.`, operating)).toEqual(BARE);
  });

  it("gives way to the subtotal that everybody compares the measure with", () => {
    const led = table(
      "Reconciliation of Adjusted Operating Income",
      "Net income | 40.5 | 37.6",
      "Income tax | 21.7 | 14.2",
      "Operating income | 62.2 | 51.8",
      "Closing of a yard | 11.1 | 10.2",
      "Adjusted operating income | 73.3 | 62.0",
    );
    expect(found("Net income was $40.5 million. Adjusted operating income was $73.3 million.", led)).toEqual([
      "gaap-measure-missing: Adjusted operating income",
    ]);
  });

  it("is looked for no longer than a reader waits, however often the measure and its reconciliation stand there", () => {
    expect(found(`${OWN} in port a.\n\n`.repeat(1000), BRIDGE.repeat(40))).toEqual(BARE);
    expect(found(`- ${OWN} in port a\n`.repeat(1000), BRIDGE.repeat(40))).toEqual(BARE);
  }, 60_000);
});
