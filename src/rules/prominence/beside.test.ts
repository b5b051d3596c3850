import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set(["quotation-without-gaap", "gaap-measure-missing"]);
const foundIn = (text: string): readonly string[] => wordsFound(text, CODES);

const RESULTS = `${HEAD}## Third Quarter Results\n\n`;
const SAID = '," said Jane Doe, chief executive.\n';

describe("what stands beside a measure of the company's own", () => {
  it("is the same measure as reported, with what it is without one thing in brackets", () => {
    expect(foundIn(`${RESULTS}"We saw a 12% reduction in SG&A expenses (or 18% excluding severance)${SAID}`)).toEqual(
      [],
    );
    expect(foundIn(`${RESULTS}"SG&A expenses fell 12% to $4.2 million (18% excluding severance)${SAID}`)).toEqual([]);
    expect(foundIn(`${RESULTS}"We saw lower SG&A expenses (down 18% excluding severance)${SAID}`)).toHaveLength(1);
  });

  it("is the same measure as reported, with what it is on another basis behind it", () => {
    const text = (words: string): readonly string[] => foundIn(`${RESULTS}${words}\n`);
    expect(text("Net income was $10.0 million and, excluding restructuring costs, $12.0 million.")).toEqual([]);
    expect(text("Net income was $10.0 million and on an adjusted basis was $12.0 million.")).toEqual([]);
    expect(
      text("Excluding restructuring, net income was $12.0 million and on an adjusted basis $13.0 million."),
    ).toEqual(["gaap-measure-missing: net income"]);
  });

  it("is not asked for growth that is a way and no result", () => {
    const text = (words: string): readonly string[] => foundIn(`${HEAD}"${words}${SAID}`);
    expect(text("We have expanded through organic growth and acquisitions")).toEqual([]);
    expect(text("Our priorities are organic growth, acquisitions and dividends")).toEqual([]);
    expect(text("We delivered strong organic growth")).toEqual(["quotation-without-gaap: organic growth"]);
    expect(text("We are well positioned to generate growing free cash flow")).toEqual([]);
    expect(text("Organic growth accelerated")).toEqual(["quotation-without-gaap: Organic growth"]);
  });

  it("is asked for what is said to be steady, without its amount", () => {
    const text = (words: string): readonly string[] => foundIn(`${HEAD}"${words}${SAID}`);
    expect(text("Adjusted EBITDA was steady in all regions")).toEqual(["quotation-without-gaap: Adjusted EBITDA"]);
    expect(text("We have steadily built up our adjusted EBITDA")).toEqual(["quotation-without-gaap: adjusted EBITDA"]);
    expect(text("Adjusted EBITDA was looked at in all regions")).toEqual([]);
  });

  it("is not asked for what is no amount of the measure", () => {
    const text = (words: string): readonly string[] => foundIn(`${RESULTS}${words}\n`);
    expect(text("Interest coverage was 4.0x trailing adjusted EBITDA.")).toEqual([]);
    expect(text("Our free cash flow supports a dividend of $0.20 per share.")).toEqual([]);
    expect(text("Tariffs had a $4.0 million impact on adjusted gross profit.")).toEqual([]);
    expect(text("The deal adds $0.05 to adjusted EPS, and weather hurt adjusted EBITDA by $2.0 million.")).toEqual([]);
    expect(text("We had adjusted EBITDA of $4.0 million.")).toEqual(["gaap-measure-missing: adjusted EBITDA"]);
    expect(text("We raised adjusted EBITDA by $4.0 million.")).toEqual(["gaap-measure-missing: adjusted EBITDA"]);
  });

  it("is not parted from it by the head of a page", () => {
    const own = "Adjusted EBITDA was $20.1 million, compared to $17.9 million a year ago.\n";
    const net = "Net income was $5.2 million, compared to $4.1 million a year ago.\n\n";
    const page = (head: string): string => `${RESULTS}${net}Revenue was $40.2 million.\n\n${head}\n\n${own}`;
    expect(foundIn(page("Acme Announces Third Quarter Results Page 2 November 4, 2025"))).toEqual([]);
    expect(foundIn(page("Acme/Page 2"))).toEqual([]);
    expect(foundIn(page("Non-GAAP Results of Operations"))).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
  });

  it("is cost of sales by the same unit for a cost per unit, where the release has cost of sales", () => {
    const unit = "Cash costs were $14.20 per Boe, including lease operating costs of $8.00 per Boe.\n\n";
    expect(foundIn(`${RESULTS}${unit}`)).toEqual([]);
    expect(foundIn(`${RESULTS}${unit}${STATEMENT}`)).toEqual([]);
    expect(messagesOf(`${RESULTS}${unit}`, "gaap-ratio-missing")).toEqual([]);
    expect(messagesOf(`${RESULTS}${unit}${STATEMENT}`, "gaap-ratio-missing")).toHaveLength(1);
  });

  it("is not asked of a guidance whose midpoint is raised, and which is excepted", () => {
    const raised = `${HEAD}"We are raising the midpoint of our guidance for adjusted operating income rate${SAID}`;
    const excepted =
      "\nWe do not reconcile forward-looking non-GAAP measures, since it would take unreasonable efforts: acquisitions are not known, and may be significant.\n";
    expect(foundIn(raised)).toEqual(["quotation-without-gaap: adjusted operating income rate"]);
    expect(foundIn(`${raised}${excepted}`)).toEqual([]);
    expect(foundIn(`${raised.replace("are raising", "have exceeded")}${excepted}`)).toHaveLength(1);
  });
});
