import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const MISSING = new Set(["gaap-measure-missing", "gaap-ratio-missing", "headline-without-gaap", "non-gaap-first"]);
const TITLE = "# Birchway Reports Third Quarter Results\n\n";
const LEAD =
  "\n\nHALIFAX, November 4, 2025 - Birchway Inc. (NYSE: BRCH) today reported its results for the third quarter of the year 2025.\n";

describe("growth of a part in a list", () => {
  const total = "- Revenue was $90.4 million, up 9% as it is translated and 6% in constant currency\n";

  it("is bare where its bullet has the amount and the one rate", () => {
    const found = wordsFound(
      `${HEAD}${total}- Revenue of Pumps was $31.2 million, up 4% on a currency-neutral basis\n`,
      MISSING,
    );
    expect(found).toEqual(["gaap-measure-missing: on a currency-neutral basis"]);
  });

  it("is not where the bullet has the growth as translated, or the amount of the year before", () => {
    for (const said of [
      "up 7%, and 4% on a currency-neutral basis",
      "up from $29.1 million, or 4% in constant currency",
    ])
      expect(wordsFound(`${HEAD}${total}- Revenue of Pumps was $31.2 million, ${said}\n`, MISSING)).toEqual([]);
  });
});

describe("growth that leaves something out", () => {
  it("is told by its rate behind the words of what is left out", () => {
    const quoted = (said: string): readonly string[] =>
      messagesOf(`${HEAD}"Our net sales ${said}," said Jane Doe, chief executive.\n`, "quotation-without-gaap");
    expect(quoted("of pumps without the Larkmoor contribution rose 10% in the quarter")).toHaveLength(1);
    expect(quoted("rose 14%, and without the Larkmoor contribution 10%")).toEqual([]);
  });

  it("is not that as reported where a quotation has the growth of a part as reported", () => {
    const quoted = (part: string): readonly string[] =>
      messagesOf(
        `${HEAD}"Net sales without the Larkmoor contribution rose 10%, and it is early. Net sales${part} grew 8%," said Jane Doe, chief executive.\n`,
        "quotation-without-gaap",
      );
    expect(quoted(" of cutting tools")).toHaveLength(1);
    expect(quoted(" in North America")).toHaveLength(1);
    expect(quoted("")).toEqual([]);
    expect(quoted(" of the company")).toEqual([]);
  });

  it("is that without the rates of exchange where sales grow operationally", () => {
    expect(wordsFound(`${HEAD}Sales of Pumps fell $8.1 million, or 12%, operationally.\n`, MISSING)).toHaveLength(1);
    expect(wordsFound(`${HEAD}Sales of Pumps fell 14%, or 12% operationally.\n`, MISSING)).toEqual([]);
  });
});

describe("an amount on each basis", () => {
  it("comes in the order of the bases", () => {
    const order = (said: string): readonly string[] =>
      wordsFound(`${TITLE}- Earnings per share (EPS) of ${said}${LEAD}`, new Set(["non-gaap-first"]));
    expect(order("$2.71 on an adjusted basis, $3.81 on a GAAP basis")).toEqual(["non-gaap-first: EPS"]);
    expect(order("$3.81 on a GAAP basis, $2.71 on an adjusted basis")).toEqual([]);
  });

  it("comes so in what a headline guides for as well", () => {
    const order = (said: string): readonly string[] =>
      wordsFound(`${TITLE}- 2026 EPS guidance of ${said}${LEAD}`, new Set(["non-gaap-first"]));
    expect(order("$2.71 to $2.90 on an adjusted basis, $3.81 to $4.00 on a GAAP basis")).toHaveLength(1);
    expect(order("$3.81 to $4.00 on a GAAP basis, $2.71 to $2.90 on an adjusted basis")).toEqual([]);
  });
});

describe("a headline", () => {
  it("gives no growth with a margin, nor with the words that a result fell from the year before", () => {
    const own = "\n\n## Adjusted EBITDA decreased 7% year over year to $79 million\n\n";
    const headline = (said: string): readonly string[] =>
      messagesOf(`${TITLE}## Net income ${said}${own}${LEAD}`, "headline-without-gaap");
    expect(headline("decreased from the prior year to $18 million, a 5% margin")).toHaveLength(1);
    expect(headline("decreased 25% from the prior year to $18 million, a 5% margin")).toEqual([]);
    expect(headline("decreased from the prior year's $24 million to $18 million")).toEqual([]);
  });

  it("tells of a result where a margin outperformed the guidance for it", () => {
    const said = "- Adjusted EBITDA margin of 29.4% outperformed the guidance range of 28% to 29%";
    expect(messagesOf(`${TITLE}- Net income of $14.3 million\n${said}${LEAD}`, "headline-without-gaap")).toHaveLength(
      1,
    );
    expect(messagesOf(`${TITLE}- Net income margin of 7.9%\n${said}${LEAD}`, "headline-without-gaap")).toEqual([]);
  });
});

describe("the earlier amount of a ratio", () => {
  it("is none of the ratio that is named behind a semicolon", () => {
    const found = (gaap: string): readonly string[] =>
      wordsFound(
        `${HEAD}- Operating margin of 9.8%${gaap}; adjusted operating margin of 7.4%; adjusted prior year 9.7%; operating margin fell on higher freight\n`,
        MISSING,
      );
    expect(found("")).toEqual(["gaap-ratio-missing: adjusted operating margin"]);
    expect(found("; prior year 10.1%")).toEqual([]);
  });
});

describe("debt less cash", () => {
  it("is net debt, and asks for the debt", () => {
    const found = (said: string): readonly string[] => wordsFound(`${HEAD}${said}\n`, MISSING);
    expect(found("Bank debt less cash was $27.3 million.")).toEqual(["gaap-measure-missing: debt less cash"]);
    expect(found("Total debt was $41.2 million, and bank debt less cash was $27.3 million.")).toEqual([]);
  });
});

describe("operational sales", () => {
  const paragraphs = (second: string): string =>
    `${HEAD}### Drugs\n\nDrugs operational sales grew 3.9%, led by two medicines.\n\n### Devices\n\n${second}\n`;
  const lines = (text: string): readonly string[] => messagesOf(text, "gaap-measure-missing");

  it("are growth without the rates of exchange, in every section that has no other", () => {
    expect(lines(paragraphs("Devices operational sales grew 9.9%, led by implants."))[0]).toContain("line 9 as well");
    expect(lines(paragraphs("Devices sales grew 8.1%, and operational sales 9.9%."))[0]).not.toContain("as well");
  });

  it("are not as reported because the next section has words of reported sales", () => {
    const next = "### Outlook of the regions\n\nReported sales of the regions follow next week.\n";
    expect(lines(`${paragraphs("Devices had new implants.")}\n${next}`)).toHaveLength(1);
  });

  it("are a result where they grew, and an outlook where a company is expecting them to", () => {
    const said = (words: string): readonly string[] => lines(`${HEAD}Birchway ${words} operational sales growth.\n`);
    expect(said("had 6%")).toHaveLength(1);
    expect(said("is now expecting 6%")).toEqual([]);
  });
});

describe("a change that is told in a word", () => {
  it("wants that of the measure under GAAP", () => {
    const found = (gaap: string): readonly string[] =>
      wordsFound(
        `${HEAD}- Net loss ${gaap} $12.9 million, while adjusted EBITDA improved to a loss of $0.8 million\n`,
        MISSING,
      );
    expect(found("was")).toEqual(["gaap-measure-missing: adjusted EBITDA"]);
    expect(found("increased to")).toEqual([]);
  });
});

describe("a title", () => {
  it("of what the company does is nobody's name, and hides no measure as a segment's", () => {
    const found = (title: string): readonly string[] =>
      wordsFound(`${HEAD}### ${title}\n\nAdjusted EBITDA was $12.1 million.\n`, MISSING);
    expect(found("Pumps and Valves")).toEqual([]);
    for (const title of ["Progress on Priorities", "By country:", "Total", "Shareholder Returns"])
      expect(found(title)).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
  });
});

describe("growth in all", () => {
  it("is that as reported, with its rate before it as well", () => {
    const quoted = (said: string): readonly string[] =>
      messagesOf(
        `${HEAD}Revenue was $40.2 million.\n\n"${said}," said Jane Doe, chief executive.\n`,
        "quotation-without-gaap",
      );
    expect(quoted("We achieved 6.1% total growth and 2.0% organic growth")).toEqual([]);
    expect(quoted("We achieved 6.1% market growth and 2.0% organic growth")).toHaveLength(1);
  });
});
