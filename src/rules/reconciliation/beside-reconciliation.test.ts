import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (said: string): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}${EBITDA}`, "reconciliation-missing");

describe("an amount that the reconciliations do not come to", () => {
  it("is what a measure would have been", () => {
    expect(found("Adjusted EBITDA would have been $13.4 million before a charge.")).toEqual([
      '"Adjusted EBITDA" is given with an amount that the reconciliations do not come to.',
    ]);
    expect(found("Adjusted EBITDA would have been $12.1 million before a charge.")).toEqual([]);
    expect(found("Adjusted EBITDA was $12.1 million; it would have been less without the sale.")).toEqual([]);
  });

  it("is none that says by how much a measure has changed", () => {
    expect(found("There was more than a $3 million improvement in adjusted EBITDA.")).toEqual([]);
    expect(found("Lower costs have led to a $3.1 million improvement in adjusted EBITDA.")).toEqual([]);
    expect(found("We had adjusted EBITDA of $13.1 million.")).toHaveLength(1);
    expect(found("Net margin and adjusted EBITDA margin improved by 7.5% and 6.1%, respectively.")).toEqual([]);
  });

  it("is none where a margin is that of the amount, and none where the amount is divided by a count", () => {
    // 12.1 of 40.2 is 30.1%.
    expect(found("Adjusted EBITDA margin was 30.1%.")).toEqual([]);
    expect(found("Adjusted EBITDA margin was 33.4%.")).toHaveLength(1);
    expect(found("Adjusted EBITDA per barrel was $21.30.")).toEqual([]);
  });

  it("is none where a margin is rounded so far that a sum could come to it by chance, yet is that of the amount", () => {
    expect(found("Adjusted EBITDA margin was 30%.")).toEqual([]);
    expect(found("Adjusted EBITDA margin was 33%.")).toHaveLength(1);
  });

  it("is none where the amount is divided by what is no revenue", () => {
    expect(found("Adjusted EBITDA as a percentage of gross bookings was 12.2%.")).toEqual([]);
    expect(found("Adjusted EBITDA as a percentage of revenue was 12.2%.")).toHaveLength(1);
  });

  it("is looked for no longer than a reader waits, however many margins and lines of revenue there are", () => {
    const lines = (count: number, line: (i: number) => string): readonly string[] =>
      Array.from({ length: count }, (_, i) => line(i));
    const margins = lines(100, (i) => `Adjusted EBITDA margin was ${10 + (i % 80)}.${i % 10}%.\n\n`).join("");
    const revenue = lines(400, (i) => `Revenue of quay ${i} | ${1000 + i}.5 | ${900 + i}.5`);
    const own = lines(800, (i) => `Adjusted EBITDA | ${100 + i}.1 | ${90 + i}.1`);
    const tables = `${table("Consolidated Statements of Operations", ...revenue)}${EBITDA}${table("Results", ...own)}`;
    expect(messagesOf(`${HEAD}${margins}${tables}`, "reconciliation-missing")).toEqual([]);
  }, 60_000);

  it("is none of another period, where a line of the statements is told without one thing", () => {
    const cash = table(
      "Cash flow before working capital",
      "Net cash provided by operating activities | 8.7 | 12.9",
      "Changes in working capital | 1.8 | 0.9",
      "Cash flow from operations excluding working capital | 10.5 | 13.8",
    );
    const said = (amount: string): readonly string[] =>
      messagesOf(
        `${HEAD}In the third quarter of 2025, net cash provided by operating activities was $8.7 million, or ${amount} excluding margin deposits.\n\n${STATEMENT}${cash}`,
        "reconciliation-missing",
      );
    expect(said("$13.8 million")).toHaveLength(1);
    expect(said("$10.5 million")).toEqual([]);
  });

  it("is no amount per share with the mark of a footnote behind it", () => {
    const shares = table(
      "Non-GAAP EPS",
      "Diluted EPS | 0.40 | 0.39",
      "Restructuring | 0.13 | 0.10",
      "Non-GAAP EPS | 0.53 | 0.49",
    );
    const said = (amount: string): readonly string[] =>
      messagesOf(
        `${HEAD}Diluted EPS was $0.40, and non-GAAP EPS was ${amount}.\n\n${STATEMENT}${shares}`,
        "reconciliation-missing",
      );
    expect(said("$0.531")).toEqual([]);
    expect(said("$0.541")).toHaveLength(1);
  });

  it("is no margin that follows from the amount of a period that the tables come to, nor a measure by a shorter name", () => {
    const led = table(
      "Adjusted Operating Income",
      "Operating income | 6.0 | 6.0",
      "Restructuring | 1.2 | 0.8",
      "Adjusted operating income | 7.2 | 6.8",
    );
    const said = (words: string): readonly string[] =>
      messagesOf(
        `${HEAD}Operating income was $6.0 million, and the operating margin 15.0%. ${words}\n\n${STATEMENT}${led}`,
        "reconciliation-missing",
      );
    expect(said("Adjusted operating margin was 18.0% in the third quarter of 2025.")).toEqual([]);
    expect(said("Adjusted operating margin was 19.0% in the second quarter of 2025.")).toHaveLength(1);
  });

  it("is none that follows from an item told before it, and no range", () => {
    const would = "Excluding this gain, adjusted EBITDA would have been $10.4 million.";
    expect(found(`Adjusted EBITDA included a gain of $1.7 million. ${would}`)).toEqual([]);
    expect(found(`Adjusted EBITDA included a gain. ${would}`)).toHaveLength(1);
    expect(found("Adjusted EBITDA was ($1.4) million.")).toHaveLength(1);
    expect(found("Adjusted EBITDA (in millions) ($1.4) - ($1.9)")).toEqual([]);
  });

  it("is no margin behind its amount, no adjustment of it, and no guidance", () => {
    expect(found("Adjusted EBITDA was $12.1 million, or 30.1% of revenue, compared to 28.9% of revenue.")).toEqual([]);
    expect(found("Adjustments to EBITDA in 2025 relate to a credit of $1.8 million.")).toEqual([]);
    expect(found("We establish adjusted EBITDA guidance2 of $50.5 million.")).toEqual([]);
  });

  it("is no amount of what has caused it, of cash paid out or of a bullet that guides", () => {
    expect(found("Adjusted EBITDA increased $1.1 million primarily due to credits of $5.7 million.")).toEqual([]);
    expect(found("Adjusted EBITDA grew, and we returned $9.2 million of cash to our owners.")).toEqual([]);
    expect(found("Adjusted EBITDA grew, and it came to $9.2 million.")).toEqual([
      '"Adjusted EBITDA" is given with an amount that the reconciliations do not come to.',
    ]);
    const bullet = (words: string): readonly string[] =>
      messagesOf(
        `# Acme Reports Third Quarter Results\n\n- ${words}Revenue of $170 million. Adjusted EBITDA of $50.5 million.\n\n${HEAD}Net income was $4.0 million.\n\n${STATEMENT}${EBITDA}`,
        "reconciliation-missing",
      );
    expect(bullet("Fiscal 2026 outlook: ")).toEqual([]);
    expect(bullet("Third quarter: ")).toHaveLength(1);
  });

  it("is none of a row that has earnings and what a share earns", () => {
    const rows = (name: string): string =>
      `## Reconciliation\n\n| ($ millions, except per share amounts) | Earnings | Earnings per share |\n|---|---|---|\n| Earnings/EPS on a GAAP basis | 4.0 | 0.40 |\n| Fire costs | 1.0 | 0.11 |\n| ${name} | 5.0 | 0.51 |\n\n`;
    const beside = (name: string): readonly string[] =>
      messagesOf(
        `${HEAD}GAAP earnings were $0.40 per share, and non-GAAP core earnings were $0.51 per share.\n\n${STATEMENT}${rows(name)}`,
        "reconciliation-missing",
      );
    expect(beside("Non-GAAP core earnings/EPS")).toEqual([]);
  });

  it("is a cash cost that no table has", () => {
    expect(found("Cash costs per ton were $412.")).toEqual([
      '"Cash costs per ton" is given, and no table or sentence reconciles it with cost of sales.',
    ]);
    expect(found("Cash costs were not computed.")).toEqual([]);
    expect(found("Cash costs per ton were $412, that is $30.0 million less depreciation of $1.2 million.")).toEqual([]);
  });

  it("is the sum of many years", () => {
    expect(found("Adjusted EBITDA was $120.5 million since 2019.")).toEqual([
      '"Adjusted EBITDA" is given over many years, and the reconciliations lead to it for single periods alone.',
    ]);
    expect(found("Adjusted EBITDA was $12.1 million, the most since 2019.")).toEqual([]);
    expect(found("Adjusted EBITDA was $12.1 million. We have opened 120 stores since 2019.")).toEqual([]);
  });
});

describe("an amount of a change", () => {
  it("is none that a reconciliation would come to", () => {
    expect(found("The increase in adjusted EBITDA of $1.7 million came from prices.")).toEqual([]);
    expect(found("The increase in adjusted EBITDA to $13.4 million came from prices.")).toHaveLength(1);
  });
});
