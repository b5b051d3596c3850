import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

describe("growth of what no table has", () => {
  const found = (said: string): readonly string[] =>
    messagesOf(`${HEAD}Revenue was $40.2 million, up 5.5%. ${said}\n\n${STATEMENT}`, "growth-on-unprinted-base");
  const cloud = "Cloud revenue was $15.1 million, up 7.1%.";

  it("is told once, with the lines of the others", () => {
    expect(found(`${cloud}\n\nTools revenue was $25.3 million, down 2.2%.`)).toEqual([
      '"Cloud revenue" is given with a change of 7.1 percent; no table has the amount (15.1), and what it grew from is not printed. So it is with "Tools revenue" in line 5.',
    ]);
    expect(found(`${cloud}\n\n${cloud}`)).toEqual([
      expect.stringMatching(/printed\. It stands so in line 5 as well\.$/),
    ]);
  });

  it("is told of a part of two letters by its name, and of no word that a sentence goes on with", () => {
    const two = (part: string): string => `Cloud orders rose, ${part} revenue was $15.1 million, up 7.1%.`;
    expect(found(two("Ad"))).toEqual([expect.stringMatching(/^"Ad revenue" /)]);
    expect(found(two("and ad"))).toEqual([expect.stringMatching(/^"revenue" /)]);
  });

  it("is not that of an amount by which something has changed", () => {
    expect(found("Closings led to a reduction in sales of $9.0 million, and volumes were down 1.7%.")).toEqual([]);
    expect(found("There was a rise in cloud revenue, which was up 7.1% at $15.1 million.")).toHaveLength(1);
  });

  it("is not that of what a measure is made of, nor of the revenue of the whole", () => {
    expect(found("Comparable sales, which include those of stores and consumer sales, rose 0.5%.")).toEqual([]);
    expect(found("The quarter included revenue growth of 5.5%.")).toEqual([]);
    expect(found("Consumer sales rose 0.5%.")).toHaveLength(1);
  });

  it("is not by the rate of another line, which says itself of what it is", () => {
    expect(found("Cloud sales rose, with a 40% increase in cloud gross profit.")).toEqual([]);
    expect(found("Cloud sales were $15.1 million, with a 12% improvement in the margin.")).toEqual([]);
    expect(found("Cloud sales rose, with a 40% increase in sales of that business.")).toHaveLength(1);
    expect(found("Cloud sales rose 40%, with an increase in gross profit.")).toHaveLength(1);
  });

  it("is told by the rate of the change, and not by what part of the total it is of", () => {
    expect(found("Cloud revenue (37.6% of total) rose $2.2 million, or 7.1%.")).toEqual([]);
    expect(found("Cloud revenue (37.6% of total) was $15.1 million, up 7.1%.")).toEqual([
      '"Cloud revenue" is given with a change of 7.1 percent; no table has the amount (15.1), and what it grew from is not printed.',
    ]);
  });

  it("has its amounts in a line of the parts of revenue that has grown so, whatever it is called", () => {
    const parts = (now: string, then: string): string =>
      `## Revenue by line\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Hosting | ${now} | ${then} |\n| Other | 10.2 | 11.3 |\n| Total | 40.2 | 38.1 |`;
    expect(found(`Cloud revenue grew 11.9%.\n\n${parts("30.0", "26.8")}`)).toEqual([]);
    expect(found(`Cloud revenue grew 13.4%.\n\n${parts("30.0", "26.8")}`)).toHaveLength(1);
  });

  it("is none of sales that are counted in the same stores", () => {
    expect(found("Comparable retail sales decreased 7.2%.")).toEqual([]);
    expect(found("Retail sales decreased 7.2%.")).toHaveLength(1);
    expect(found("Annual recurring revenue was $15.1 million, up 7.1%.")).toEqual([]);
    expect(found("Annual cloud revenue was $15.1 million, up 7.1%.")).toHaveLength(1);
  });

  it("is told of a part that is given in percent alone, unless a table has a line of it or a sentence an amount", () => {
    expect(found("Online revenue grew 7.1%.")).toEqual([
      '"Online revenue" is given with a change of 7.1 percent; no table has a line of it, and no sentence an amount.',
    ]);
    expect(found("Online revenue grew 7.1%. Online orders brought $15.1 million.")).toEqual([]);
    expect(found("Quarterly revenue grew 7.1%.")).toEqual([]);
    expect(found("Demand drove 7.1% year-to-date revenue growth.")).toEqual([]);
  });

  it("is not of a part where the words before it are who reports it", () => {
    expect(found("Acme reports revenue growth of 7.1%.")).toEqual([]);
    expect(found("Acme delivers revenue growth of 7.1%.")).toEqual([]);
    expect(found("Acme reports cloud revenue growth of 7.1%.")).toHaveLength(1);
  });

  it("is told of growth on the quarter before, where the row has other periods alone", () => {
    const text = (quarter: string): string => `${HEAD}Revenue was $40.2 million, a ${quarter}.\n\n${STATEMENT}`;
    const code = "growth-on-unprinted-base";
    expect(messagesOf(text("20% increase from the second quarter"), code)).toEqual([
      '"Revenue" is given with a change of 20 percent on the quarter before, whose amount stands in no table and no sentence.',
    ]);
    expect(messagesOf(text("5.5% increase from the third quarter of last year"), code)).toEqual([]);
    expect(messagesOf(text("5.5% increase from the third quarter in the prior year"), code)).toEqual([]);
    expect(messagesOf(text("20% increase from the second quarter, which had $33.5 million"), code)).toEqual([]);
  });

  it("is not where the earlier amount is printed, beside it or elsewhere", () => {
    expect(found("Cloud revenue was $15.1 million, up 7.1% compared to sales of $14.1 million.")).toEqual([]);
    expect(found(`${cloud} A year ago it was $14.1 million.`)).toEqual([]);
    expect(found("Tools revenue was $25.3 million, down 2.2%. A year ago it was $25.9 million.")).toEqual([]);
  });

  it("is not where tables have none of the amounts, so that they may have been misread", () => {
    const text = `${HEAD}Revenue was $41.2 million, up 5.5%. ${cloud}\n\n${STATEMENT}`;
    expect(messagesOf(text, "growth-on-unprinted-base")).toEqual([]);
  });
});

describe("growth of what is no part of revenue", () => {
  const found = (said: string): readonly string[] =>
    messagesOf(`${HEAD}Revenue was $40.2 million, up 5.5%. ${said}\n\n${STATEMENT}`, "growth-on-unprinted-base");

  it("is that of a run rate, and that of a basis", () => {
    expect(found("Annual recurring revenue was $182 million, up 22%.")).toEqual([]);
    expect(found("Recurring revenue was $31.2 million, up 22%.")).toHaveLength(1);
    expect(found("On a reported basis sales rose 7.1%.")).toEqual([]);
  });
});

describe("sales that are counted", () => {
  const found = (said: string): readonly string[] =>
    messagesOf(`${HEAD}Revenue was $40.2 million, up 5.5%. ${said}\n\n${STATEMENT}`, "growth-on-unprinted-base");

  it("by store, by the weather, of franchisees or in the backlog have no line of revenue", () => {
    expect(found("Same-store sales grew 3.1%.")).toEqual([]);
    expect(found("Same-hospital net patient revenue grew 4.0%.")).toEqual([]);
    expect(found("Weather-normalized retail sales grew 2.1%.")).toEqual([]);
    expect(found("System-wide sales grew 6% to $215 million.")).toEqual([]);
    expect(found("Sales revenue in backlog of $64.7 million was down 9%.")).toEqual([
      expect.stringMatching(/^"backlog of /),
    ]);
    expect(found("Store sales grew 3.1%.")).toHaveLength(1);
    expect(found("Sales revenue of $24.7 million was down 9%.")).toHaveLength(1);
  });
});

describe("a rate that belongs to the words themselves", () => {
  const found = (said: string): readonly string[] =>
    messagesOf(`${HEAD}Revenue was $40.2 million, up 5.5%. ${said}\n\n${STATEMENT}`, "growth-on-unprinted-base");

  it("is none beside the amount of something else, which says itself of what it is", () => {
    expect(found("Tools sales rose 4% on a record backlog of $158 million.")).toEqual([]);
    expect(found("Tools sales rose 4% with segment income of $2.1 million.")).toEqual([]);
    expect(found("Tools sales rose 4% to $15.8 million on a record backlog.")).toHaveLength(1);
  });

  it("is none that no word of a change stands by, and none of a level that something has come to", () => {
    expect(found("Cloud revenue was $15.1 million, at a utilization rate of 84%; margins were up.")).toEqual([]);
    expect(found("Digital sales rose to 14% of total sales.")).toEqual([]);
    expect(found("Digital sales rose to 14%.")).toEqual([]);
    expect(found("Digital sales rose 14%.")).toHaveLength(1);
    expect(found("Digital sales growth rose to 14%.")).toHaveLength(1);
  });

  it("is none of what a noun behind it counts, of an industry, or of what is sold by the piece", () => {
    expect(found("Cloud revenue pipeline grew 12%.")).toEqual([]);
    expect(found("Cloud revenue per user grew 12%.")).toEqual([]);
    expect(found("Industry tool sales fell 4%.")).toEqual([]);
    expect(found("Retail sales grew 4%, according to the trade office.")).toEqual([]);
    expect(found("Used vehicle sales grew 4%.")).toEqual([]);
    expect(found("Cloud revenue grew 12%.")).toHaveLength(1);
    expect(found("Industrial tool sales fell 4%.")).toHaveLength(1);
    expect(found("Used vehicle sales were $15.1 million, up 4%.")).toHaveLength(1);
  });

  it("is that of the whole where the word before revenue is the name of the company", () => {
    expect(found("Acme revenue grew 7.7%.")).toEqual([]);
    expect(found("Acme’s revenue grew 7.7%.")).toEqual([]);
    expect(found("Apex revenue grew 7.7%.")).toHaveLength(1);
  });
});

it("is told where no other growth is, of a table that has the revenue of the whole", () => {
  const found = (whole: string): readonly string[] =>
    messagesOf(
      `${HEAD}Revenue was $${whole} million. Cloud revenue was $15.1 million, up 7.1%.\n\n${STATEMENT}`,
      "growth-on-unprinted-base",
    );
  expect(found("40.2")).toEqual([expect.stringContaining('"Cloud revenue"')]);
  expect(found("71.9")).toEqual([]);
});
