import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set(["quotation-without-gaap", "outlook-without-gaap"]);
const foundIn = (text: string): readonly string[] => wordsFound(text, CODES);
const said = (words: string): readonly string[] => foundIn(`${HEAD}"${words}," said Jane Doe, chief executive.\n`);

describe("a result that has come out", () => {
  it("is no outlook where its sentence goes on with one", () => {
    const net = "Net income grew 5% to $9.4 million";
    expect(said(`${net} and adjusted EBITDA rose 12% to $12.1 million, and we are raising our guidance`)).toEqual([]);
    expect(said(`${net} with adjusted EBITDA of $12.1 million, which is reflected in our outlook`)).toEqual([]);
    expect(said(`${net}, and we expect adjusted EBITDA of $12.1 million`)).toEqual([
      "quotation-without-gaap: adjusted EBITDA",
    ]);
    expect(said(`${net}, and adjusted EBITDA, which is expected to reach $12.1 million, will follow`)).toHaveLength(1);
  });
});

describe("a range", () => {
  it("is given of what is to come alone", () => {
    const found = (words: string): readonly string[] =>
      messagesOf(`${HEAD}## Head Office\n\n${words}\n\n${STATEMENT}`, "reconciliation-missing");
    expect(found("Adj. EBITDA (in millions) ($70) - ($61)")).toEqual([]);
    expect(found("Adj. EBITDA (in millions) ($70)")).toHaveLength(1);
    expect(found("Adj. EBITDA was $70 million, and cash $60 million")).toHaveLength(1);
  });
});

describe("what stands before in brackets", () => {
  it("makes an outlook of a line that a page has parted from its verb", () => {
    const line = "and our adjusted EPS to increase 12 percent";
    const outlook = (words: string): readonly string[] =>
      messagesOf(`${HEAD}"${words}," said Jane Doe, chief executive.\n`, "quotation-without-gaap");
    expect(outlook(`${line} (previously 9 percent)`)).toEqual([expect.stringContaining("for the period to come")]);
    expect(outlook(`${line} (9 percent a year ago)`)).toEqual([expect.not.stringContaining("to come")]);
  });
});

describe("guidance for earnings", () => {
  it("is guidance for what a share earns, on the basis that its words say", () => {
    const found = (words: string): readonly string[] => foundIn(`${HEAD}## Outlook\n\nAcme ${words}.\n`);
    expect(found("reaffirms ongoing earnings guidance of $4.10 to $4.30 per share")).toEqual([
      "outlook-without-gaap: per share",
    ]);
    expect(found("reaffirms earnings guidance of $4.10 to $4.30 per share")).toEqual([]);
  });

  it("is a result where it was met", () => {
    const net = "net income was $9.4 million and adjusted EBITDA $12.1 million.";
    expect(foundIn(`${HEAD}The company met its adjusted EBITDA guidance; ${net}\n`)).toEqual([]);
    expect(foundIn(`${HEAD}The company raised its adjusted EBITDA guidance; it is $12.1 million.\n`)).toHaveLength(1);
  });
});

describe("an amount with what it holds", () => {
  const list = (net: string): readonly string[] =>
    wordsFound(`${HEAD}- ${net}\n- Adjusted EBITDA of $12.1 million\n`, new Set(["gaap-measure-missing"]));
  it("has come out, though an item of it is expected to reverse", () => {
    expect(
      list("Net income of $9.4 million, including a loss from hedges expected to reverse of $3.0 million"),
    ).toEqual([]);
    expect(list("Net income is expected to be $9.4 million, including a loss from hedges of $3.0 million")).toEqual([
      "gaap-measure-missing: Adjusted EBITDA",
    ]);
  });
});

describe("what is the highest since some day", () => {
  it("has come, whatever target it is held against", () => {
    const quoted = (words: string): readonly string[] =>
      messagesOf(`${HEAD}"${words}," said Jane Doe, chief executive.\n`, "quotation-without-gaap");
    expect(quoted("We posted the highest EBITDA margin since 2019, a step to our target")).toEqual([
      expect.stringContaining("not net income margin."),
    ]);
    expect(quoted("We target an EBITDA margin of 20% by 2029")).toEqual([
      expect.stringContaining("not net income margin for the period to come"),
    ]);
  });
});

describe("an outlook below the headline", () => {
  it("is told of by the title of its list", () => {
    const list = (title: string): string =>
      `# Acme Reports Its Results\n\n**${title}**\n\n- EPS of $1.10 to $1.20\n- Adjusted EPS of $1.40 to $1.50\n\n${HEAD}## Outlook\n\nWe expect adjusted EPS of $1.40 to $1.50.\n`;
    expect(foundIn(list("2026 Full Year Outlook"))).toEqual([]);
    expect(foundIn(list("2025 Full Year Results"))).toEqual(["outlook-without-gaap: adjusted EPS"]);
  });
});

it("what a company is being put in a position to do is to come", () => {
  const told = (words: string): readonly string[] =>
    messagesOf(
      `${HEAD}"Our plan is ${words} double-digit adjusted EPS growth," said Jane Doe, chief executive.\n\n## Outlook\n\nWe cannot reconcile our non-GAAP guidance without unreasonable efforts, as acquisition costs are not known and may be material.\n`,
      "quotation-without-gaap",
    );
  expect(told("positioning us to deliver")).toEqual([]);
  expect(told("what brought us the delivery of")).toHaveLength(1);
});

it("what banks estimate of their capital at the end of a period has come, and so has what stands with it", () => {
  const told = (words: string): readonly string[] =>
    wordsFound(`${HEAD}- ${words}\n`, new Set(["outlook-without-gaap", "gaap-ratio-missing"]));
  expect(told("CET1 ratio estimated at 12.4%; TCE ratio of 8.9%, down 10 basis points")).toEqual([
    "gaap-ratio-missing: TCE ratio",
  ]);
  expect(told("TCE ratio is estimated to be 8.9% at the end of next year")).not.toContain(
    "gaap-ratio-missing: TCE ratio",
  );
});

describe("an outlook of break-even", () => {
  const said = (words: string): readonly string[] =>
    wordsFound(`${HEAD}## Outlook\n\n${words}\n`, new Set(["outlook-without-gaap"]));

  it("gives an amount in words, of nothing or more", () => {
    expect(said("We expect adjusted EBITDA for the fourth quarter to be breakeven or better.")).toHaveLength(1);
    expect(said("We expect to return to near break-even adjusted EBITDA in the fourth quarter.")).toHaveLength(1);
  });

  it("is answered by the same words on the measure under GAAP", () => {
    expect(
      said("We expect a net loss near break-even. Adjusted EBITDA is expected to be break-even or better."),
    ).toEqual([]);
  });

  it("is none where a price is what something breaks even at", () => {
    expect(said("We expect a free cash flow breakeven of $50 a barrel.")).toEqual([]);
    expect(said("We expect our free cash flow breakeven price to be below $50 a barrel.")).toEqual([]);
  });
});
