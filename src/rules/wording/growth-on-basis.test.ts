import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

/** What parts a paragraph from the statement, so that it is no title of it. */
const BOARD = "The board met in the third quarter and said that it was content with what it saw there.\n\n";
const found = (text: string, more = ""): readonly string[] =>
  messagesOf(`${HEAD}${text}\n\n${BOARD}${STATEMENT}${more}`, "growth-basis-undefined");

describe("growth on a basis of the company's own, in other words", () => {
  it.each([
    ["Net sales grew 7.4%, and 5.1% organically.", "5.1% organically"],
    ["Revenue increased organically by 1.2%.", "increased organically by 1.2%"],
    ["Net sales grew 7.4% in dollars and 6.0% in local currency.", "in local currency"],
    ["In local currencies, sales in Europe were up 2%.", "In local currencies"],
    ["Revenue grew 7.4%, or 6.0% at constant exchange rates.", "at constant exchange rates"],
    ["Net sales grew 7.4%; underlying sales growth was 5.0%.", "underlying sales growth"],
    ["Net sales grew 5.0% on an underlying basis.", "on an underlying basis"],
  ])("is asked for its basis: %s", (text, words) => {
    expect(found(text)).toEqual([expect.stringContaining(`"${words}"`)]);
  });

  it.each([
    "We grew organically and through acquisitions, with net sales up 7.4%.",
    "Loans grew 5.1% organically, ahead of net sales.",
    "We issued bonds in local currency, and net sales grew 7.4%.",
    "Net sales grew 7.4%. We pay 5% in local currency.",
    "Underlying demand was strong, and net sales grew 7.4%.",
    "The underlying sales trend was good, with net sales up 7.4%.",
  ])("is none: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("is led to by a table of it", () => {
    const organic = table("Organic sales", "Net sales | 40.2 | 38.1", "Organic sales | 39.9 | 38.1");
    expect(found("Net sales grew 7.4%, and 5.1% organically.", organic)).toEqual([]);
    const underlying = table("Growth", "Net sales | 40.2 | 38.1", "Underlying net sales | 39.9 | 38.1");
    expect(found("Underlying sales growth was 5.0%.", underlying)).toEqual([]);
  });
});

describe("a table of other measures", () => {
  const said = "Net sales grew 7.4%, or 4.4% on a like-for-like basis.";

  it("does not lead to growth on another basis, whatever it is called", () => {
    expect(found(said)).toHaveLength(1);
    expect(found(said, EBITDA.replace("Reconciliation of", "Reconciliation of Net Income to"))).toHaveLength(1);
  });

  it("does where it has revenue, or names the basis", () => {
    const sales = ["Net sales | 40.2 | 38.1", "Sold lines | (1.2) | (0.7)", "Like-for-like sales | 39.0 | 37.4"];
    expect(found(said, table("Reconciliation of Adjusted Sales", ...sales.slice(0, 2)))).toEqual([]);
    expect(found(said, table("Reconciliation", ...sales))).toEqual([]);
    expect(found(said, table("Like-for-Like Reconciliation", "Reported | 40.2 | 38.1"))).toEqual([]);
  });
});

describe("amounts and basis in prose", () => {
  const said = (amount: string): string =>
    `In constant currency, revenue rose 4.1% to $${amount} million; as reported it rose 5.5% to $40.2 million.`;
  const basis = "Constant currency translates this quarter at the average rates of last year's.";

  it("are all that leads to growth without currency", () => {
    expect(found(`${said("39.7")} ${basis}`)).toEqual([]);
  });

  it("are wanting where the basis is, or where the amount is that as reported", () => {
    expect(found(said("39.7"))).toEqual([expect.stringContaining("how it is computed is said nowhere")]);
    expect(found(`Revenue rose 5.5% to $40.2 million, or 4.1% in constant currency. ${basis}`)).toEqual([
      expect.stringContaining("no table has the amounts"),
    ]);
  });

  it("may all stand in one sentence", () => {
    const said = (which: string): string =>
      `Revenue in constant currency${which} was $39.7 million, up 4.1% from $38.1 million; as reported, it was $40.2 million.`;
    expect(found(said(", which translates this quarter at last year's average rates,"))).toEqual([]);
    expect(found(said(""))).toHaveLength(1);
  });

  it("are those of organic growth as well", () => {
    const organic = "Organic sales grew 4.1% to $39.7 million; as reported sales grew 5.5% to $40.2 million.";
    expect(found(`${organic} We calculate organic sales without those of Norvex, $0.5 million.`)).toEqual([]);
    expect(found(organic)).toHaveLength(1);
  });
});
