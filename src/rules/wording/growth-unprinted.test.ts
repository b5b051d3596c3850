import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (said: string, more = ""): readonly string[] =>
  messagesOf(`${HEAD}Revenue was $40.2 million, up 5.5%. ${said}\n\n${STATEMENT}${more}`, "growth-on-unprinted-base");

describe("growth of a measure of the company's own", () => {
  const said = "Adjusted net income was $5.2 million, up 14%.";

  it("is asked for the amount that it grew from", () => {
    expect(found(said)).toEqual([
      '"Adjusted net income" (5.2) is given with a change of 14 percent; the amount that it grew from stands in no table and no sentence.',
    ]);
    expect(found("Adjusted EPS was $0.83, an increase of approximately 28 percent.")).toHaveLength(1);
    expect(found(`${said}\n\nAdjusted EPS was $0.83, up 28%.`)).toEqual([
      expect.stringContaining('So it is with "Adjusted EPS" in line 5.'),
    ]);
  });

  it("has it beside it, in another sentence or in a table", () => {
    expect(found("Adjusted net income was $5.2 million, up 14% from $4.6 million.")).toEqual([]);
    expect(found(`${said} A year ago it was $4.6 million.`)).toEqual([]);
    expect(found(`${said} In the same quarter of last year adjusted net income was $4.1 million.`)).toEqual([]);
    expect(found(`${said} In the first half adjusted net income was $9.1 million.`)).toHaveLength(1);
    expect(found(said, table("Adjusted Net Income", "Adjusted net income | 5.2 | 4.6"))).toEqual([]);
    expect(found("Adjusted EBITDA was $12.1 million, up 10%.", EBITDA)).toEqual([]);
  });

  it("has it in a line of several periods, though the rate be another one", () => {
    expect(found(said, table("Results", "Adjusted net income | 5.2 | 4.9"))).toEqual([]);
    expect(found(said, table("Results", "Net income, other items aside | 5.2 | 4.9"))).toEqual([]);
  });

  it("is not that of a part, of a level or of growth on another basis", () => {
    expect(found("Adjusted EBITDA was $12.1 million, or 30% of revenue.")).toEqual([]);
    expect(found("Adjusted EBITDA was $12.1 million, up 12% in constant currency.")).toEqual([]);
    expect(found("We expect adjusted EBITDA of $12.1 million in 2026, up 12%.")).toEqual([]);
    expect(found("Adjusted EBITDA was $12.1 million.")).toEqual([]);
  });
});

describe("growth of orders and of the backlog", () => {
  it.each([
    ["Orders grew 12%.", "Orders grew 12%"],
    ["Backlog grew 22% to $301 million.", "Backlog grew 22%"],
    ["We had a 12% increase in new orders.", "12% increase in new orders"],
    ["Backlog was $301.5 million, an increase of 22%.", "Backlog was $301.5 million, an increase of 22%"],
  ])("is asked for what it has changed from: %s", (text, words) => {
    expect(found(text)).toEqual([expect.stringContaining(`"${words}" gives a change in percent`)]);
  });

  it("has it in a table, or beside it", () => {
    expect(found("Orders grew 12%.", table("Orders", "Orders | 44.8 | 40.0"))).toEqual([]);
    expect(found("Backlog grew 22% to $301 million from $247 million.")).toEqual([]);
    expect(found("Orders of $231.0 million compare with $211.5 million, up 9.2%.")).toEqual([]);
    expect(found("Orders grew 12% to 1,234 units, compared with 1,102.")).toEqual([]);
    expect(found("Orders grew 12%. Orders were $44.8 million, and $40.0 million a year ago.")).toEqual([]);
  });

  it("is none over many years, nor without a rate", () => {
    expect(found("Orders grew 12% per year since 2019.")).toEqual([]);
    expect(found("Orders grew, and the backlog is solid.")).toEqual([]);
    expect(found("In order to grow 12%, we open plants.")).toEqual([]);
  });
});
