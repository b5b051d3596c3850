import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { checkRelease } from "../check-release.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set([
  "headline-without-gaap",
  "quotation-without-gaap",
  "non-gaap-first",
  "gaap-measure-missing",
  "gaap-ratio-missing",
  "praise-of-non-gaap",
  "table-without-gaap",
  "liquidity-per-share",
  "foreign-issuer-prominence",
]);

/** What the rules of prominence find: code and the words at the place. */
const foundIn = (text: string): readonly string[] => wordsFound(text, CODES);

const NET = "Net income was $9.4 million.\n\n";
const RESULTS = `${HEAD}## Third Quarter Highlights\n\n`;

describe("a cost per unit", () => {
  const own = "- Cash costs per metric ton fell by 23%\n";

  it("is read with the cost of sales", () => {
    expect(foundIn(`${RESULTS}${own}\n${STATEMENT}`)).toEqual(["gaap-measure-missing: Cash costs per metric ton"]);
    expect(foundIn(`${RESULTS}- Cost of sales fell by 20% to $41.0 million\n${own}`)).toEqual([]);
    expect(foundIn(`${RESULTS}- Freight costs per metric ton fell by 23%\n`)).toEqual([]);
  });
});

describe("growth on a basis of the company's own, in a list", () => {
  const own = "- Organic sales growth of 5%\n";

  it("is read with the growth as reported", () => {
    expect(foundIn(`${RESULTS}${own}`)).toEqual(["gaap-measure-missing: Organic sales growth"]);
    expect(foundIn(`${RESULTS}- Net sales of $40.2 million, up 8%\n${own}`)).toEqual([]);
    expect(foundIn(`${RESULTS}- Flat on a reported basis\n${own}`)).toEqual([]);
  });

  it("is no growth of sales where volumes are counted", () => {
    expect(foundIn(`${RESULTS}- Sales volume grew 13%\n`)).toEqual([]);
    expect(foundIn(`${RESULTS}- Sales volume grew 13%\n${own}`)).toEqual([
      "gaap-measure-missing: Organic sales growth",
    ]);
  });
});

describe("what no segment has", () => {
  const below = (said: string): readonly string[] => foundIn(`${HEAD}## Harbor Cranes\n\n${said}\n`);

  it("is the company's below the title of a segment as well", () => {
    expect(below("Net debt was $93.2 million.")).toEqual(["gaap-measure-missing: Net debt"]);
    expect(below("Net leverage was 2.4x.")).toEqual(["gaap-ratio-missing: Net leverage"]);
    expect(below("Total debt was $99.0 million and net debt $93.2 million.")).toEqual([]);
    expect(below("Adjusted EBITDA was $12.1 million.")).toEqual([]);
  });

  it("may be told without the sign of a multiple", () => {
    expect(foundIn(`${RESULTS}- Net debt to adjusted EBITDA of 1.2\n`)).toEqual([
      "gaap-ratio-missing: Net debt to adjusted EBITDA",
    ]);
    expect(foundIn(`${RESULTS}- Net debt to adjusted EBITDA is a guide of ours\n`)).toEqual([]);
  });
});

describe("a part of revenue", () => {
  const own = "- Adjusted EBITDA of $12.1 million, or 30% of revenue\n";

  it("is a margin, and wants that of net income", () => {
    expect(foundIn(`${RESULTS}- Net income of $9.4 million\n${own}`)).toEqual(["gaap-ratio-missing: of revenue"]);
    expect(foundIn(`${RESULTS}- Net income of $9.4 million, or 23% of revenue\n${own}`)).toEqual([]);
    expect(
      foundIn(
        `${RESULTS}- Net income of $9.4 million\n- Adjusted EBITDA of $12.1 million; 30% of revenue is licences\n`,
      ),
    ).toEqual([]);
  });

  it("is looked for behind the statements as well, and not among what a lender asks for", () => {
    const bridge = (rows: readonly string[]): string => table("Reconciliation of Adjusted EBITDA", ...rows);
    const rows = ["Net income | 4.0 | 4.0", "Depreciation | 8.1 | 7.0", "Adjusted EBITDA | 12.1 | 11.0"];
    const text = `${HEAD}${NET}${STATEMENT}`;
    expect(foundIn(`${text}${bridge([...rows, "Adjusted EBITDA margin | 30.1% | 28.9%"])}`)).toEqual([
      "gaap-ratio-missing: Adjusted EBITDA margin",
    ]);
    const both = ["Net income margin | 10.0% | 10.5%", "Adjusted EBITDA margin | 30.1% | 28.9%"];
    expect(foundIn(`${text}${bridge([...rows, ...both])}`)).toEqual([]);
    expect(foundIn(`${text}${table("Covenants", "Maximum leverage ratio | 4.0 | 4.0")}`)).toEqual([]);
  });

  it("is named by both lines of a label that the page has broken", () => {
    const text = `${HEAD}${NET}${STATEMENT}${table("Key Ratios", "Adjusted | | ", "EBITDA margin | 30.1% | 28.9%")}`;
    const [found] = checkRelease(new TextEncoder().encode(text), { name: "release.md" }).findings.filter(
      ({ code }) => code === "gaap-ratio-missing",
    );
    expect(found?.message).toContain('"Adjusted EBITDA margin"');
  });
});

describe("a headline", () => {
  const head = (line: string): string => `# ${line}\n\n${HEAD}${NET}`;

  it("praises a measure without its amount", () => {
    expect(foundIn(head("Acme Delivers Strong Adjusted EBITDA"))).toEqual(["headline-without-gaap: Adjusted EBITDA"]);
    expect(foundIn(head("Acme Delivers Strong Net Income and Adjusted EBITDA"))).toEqual([]);
    expect(foundIn(head("Acme Explains Adjusted EBITDA"))).toEqual([]);
  });

  it("has to do without the record, and is to name the measure under GAAP", () => {
    expect(foundIn(head("Acme Delivers Record Adjusted EBITDA"))).toEqual([
      "headline-without-gaap: Adjusted EBITDA",
      "praise-of-non-gaap: Adjusted EBITDA",
    ]);
    expect(foundIn(head("Acme Delivers Net Income and Record Adjusted EBITDA"))).toEqual([
      "praise-of-non-gaap: Adjusted EBITDA",
    ]);
  });

  it("tells of an outlook without its amount", () => {
    expect(foundIn(head("Mid-Point for Adjusted EBITDA Remains Unchanged"))).toEqual([
      "headline-without-gaap: Adjusted EBITDA",
    ]);
  });
});

describe("what a text gives as the cause of a change", () => {
  const own = "Adjusted EBITDA rose to $12.1 million, driven by higher prices. ";

  it("is given for the measure under GAAP as well", () => {
    const said = (net: string): readonly string[] => foundIn(`${RESULTS}${net} ${own}\n`);
    expect(said("Net income fell from $9.9 million to $9.4 million.")).toEqual([
      "gaap-measure-missing: Adjusted EBITDA",
    ]);
    expect(said("Net income fell from $9.9 million to $9.4 million due to taxes.")).toEqual([]);
    expect(said("Net income fell from $9.9 million to $9.4 million. The decrease was due to taxes.")).toEqual([]);
  });
});

describe("a quotation", () => {
  const said = (words: string): readonly string[] =>
    foundIn(`${HEAD}${NET}"${words}," said Jane Doe, chief executive.\n`);

  it("is the place of one speaker", () => {
    const second = '"Net income grew 5%," added John Roe, chief financial officer.\n';
    expect(foundIn(`${HEAD}${NET}"Adjusted EBITDA grew 12%," said Jane Doe, chief executive.\n\n${second}`)).toEqual([
      "quotation-without-gaap: Adjusted EBITDA",
    ]);
  });

  it("is no definition that begins with its term in marks", () => {
    const term = '"Free cash flow," a measure that has grown, is used to judge how strong our business is.\n';
    expect(foundIn(`${HEAD}${NET}${term}`)).toEqual([]);
  });

  it("praises by the sentence behind what it names", () => {
    expect(
      said(
        "We had net income of $9.4 million and adjusted EBITDA of $12.1 million. These profits are the highest in our history",
      ),
    ).toEqual([]);
    expect(said("We had adjusted EBITDA of $12.1 million. These profits are the highest in our history")).toEqual([
      "quotation-without-gaap: adjusted EBITDA",
      "praise-of-non-gaap: adjusted EBITDA",
    ]);
  });
});

describe("a summary", () => {
  const head = "| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n";
  const own = `${head}| Adjusted EBITDA | 12.1 | 11.0 |\n\n`;
  const net = `${head}| Revenue | 40.2 | 38.1 |\n| Net income | 9.4 | 9.0 |\n\n`;

  it("is one where a heading alone parts its tables", () => {
    expect(foundIn(`${RESULTS}${net}## Other figures\n\n${own}`)).toEqual([]);
    expect(foundIn(`${RESULTS}${own}## Other figures\n\n${net}`)).toEqual(["table-without-gaap: Adjusted EBITDA"]);
    const text = "The year was one of many openings, and of some closings in towns of which we had hoped more. ".repeat(
      2,
    );
    expect(foundIn(`${RESULTS}${net}${text}\n\n${own}`)).toEqual(["table-without-gaap: Adjusted EBITDA"]);
  });
});

describe("what stands right above the title of a list", () => {
  const own = "## Overview\n\n- Adjusted gross profit of $21.0 million\n";

  it("is before the reader's eyes, though a page may break there", () => {
    expect(foundIn(`${HEAD}Gross profit was $20.0 million.\n\n${own}`)).toEqual([]);
    const far = `${HEAD}Gross profit was $20.0 million.\n\nStores opened.\n\nOthers closed.\n\n${own}`;
    expect(foundIn(far)).toEqual(["gaap-measure-missing: Adjusted gross profit"]);
  });
});

describe("an amount of liquidity", () => {
  it("is given per share behind it", () => {
    const said = (words: string): readonly string[] => foundIn(`${HEAD}${NET}${words}\n`).filter((f) => /^liq/.test(f));
    expect(said("EBITDA was $12.1 million, or $0.47 per share.")).toEqual([
      "liquidity-per-share: EBITDA was $12.1 million, or $0.47 per share",
    ]);
    expect(said("EBITDA was $12.1 million, and the dividend $0.47 per share.")).toEqual([]);
    expect(said("Adjusted net income was $12.1 million, or $0.47 per share.")).toEqual([]);
  });
});

describe("a foreign issuer", () => {
  it("is told of a fault once, with its further places", () => {
    const messages = messagesOf(
      `${RESULTS}- Adjusted EBITDA of $12.1 million, or 30% of revenue\n- Free cash flow of $3.0 million\n- Adjusted EBIT of $8.0 million\n\nThe statements are prepared under IFRS. See our Form 20-F.\n`,
      "foreign-issuer-prominence",
    );
    expect(messages).toEqual([
      'The list gives "Adjusted EBITDA" and not net income. So it is with "Free cash flow" in line 6 and "Adjusted EBIT" in line 7.',
      '"Adjusted EBITDA as a part of revenue" is a ratio of the company\'s own, and there is not with it net income margin.',
    ]);
  });

  it("has the lines where each of them stands again", () => {
    const messages = messagesOf(
      `${RESULTS}- Adjusted EBITDA of $12.1 million\n- Free cash flow of $3.0 million\n- Orders rose\n- Free cash flow of $9.0 million in nine months\n\nThe statements are prepared under IFRS. See our Form 20-F.\n`,
      "foreign-issuer-prominence",
    );
    expect(messages).toEqual([
      'The list gives "Adjusted EBITDA" and not net income. So it is with "Free cash flow" in line 6 / line 8.',
    ]);
  });

  it("is told of the standards that it keeps", () => {
    const of = (standards: string): string | undefined => {
      const text = `${HEAD}- Adjusted EBITDA of $12.1 million\n- Net income of $9.4 million\n\n${standards} See our Form 20-F.\n`;
      return checkRelease(new TextEncoder().encode(text), { name: "release.md" }).findings.find(
        ({ code }) => code === "foreign-issuer-prominence",
      )?.message;
    };
    expect(of("The statements are prepared under IFRS.")).toContain("the measure under IFRS");
    expect(of("The statements are prepared under U.S. GAAP.")).toContain("the measure under GAAP");
  });
});

describe("earnings per share", () => {
  it("are diluted where a note among the tables says it of all", () => {
    const said = `${HEAD}- Net loss of $4.9 million, or $0.19 per share(1)\n\n`;
    const codes = (text: string): readonly string[] =>
      checkRelease(new TextEncoder().encode(text), { name: "release.md" }).findings.map(({ code }) => code);
    const note = "```\n(1)   Loss per share represents diluted\n      loss per share.\n```\n";
    expect(codes(`${said}${note}`)).not.toContain("share-basis-unsaid");
    expect(codes(`${said}${note.replace("diluted", "a")}`)).toContain("share-basis-unsaid");
    const paid = `${HEAD}- Distributable earnings per share of $0.40\n\n`;
    expect(codes(paid)).toContain("share-basis-unsaid");
    expect(codes(paid.replace("per share", "per diluted share"))).not.toContain("share-basis-unsaid");
  });
});

describe("a discussion", () => {
  const own = "Net income excluding non-core items was $41.0 million.\n\n";

  it("has the measure under GAAP first, across its paragraphs", () => {
    const net = "Net income was $29.5 million.\n\n";
    expect(foundIn(`${RESULTS}${own}${net}`)).toEqual(["non-gaap-first: Net income"]);
    expect(foundIn(`${RESULTS}${net}${own}`)).toEqual([]);
  });

  it("is not mended by a bullet, or by another section", () => {
    const list = `${RESULTS}- Net income of $29.5 million\n- Backlog of $50.1 million\n\n`;
    expect(foundIn(`${list}## Operating Review\n\nOrders rose.\n\n${own}`)).toEqual([
      "gaap-measure-missing: Net income",
    ]);
    expect(foundIn(`${list}${own}`)).toEqual([]);
  });

  it("has its amounts behind what is told aside", () => {
    const told = "Operating expenses for 2024, which included charges of $9.2 million, were $341.5 million.";
    expect(foundIn(`${RESULTS}${told} Excluding the charges, operating expenses were $332.3 million.\n`)).toEqual([]);
  });
});

describe("a streak", () => {
  it("is characterised like a record", () => {
    const own = "Adjusted EBITDA rose for the third consecutive quarter to $12.1 million.\n";
    expect(foundIn(`${RESULTS}${NET}${own}`)).toEqual(["praise-of-non-gaap: Adjusted EBITDA"]);
    expect(foundIn(`${RESULTS}Net income rose for the third consecutive quarter to $9.4 million. ${own}`)).toEqual([]);
    expect(
      foundIn(`${RESULTS}${NET}Adjusted EBITDA was $12.1 million. Orders rose for five quarters in a row.\n`),
    ).toEqual([]);
  });
});

describe("a table below the word guidance", () => {
  const rows =
    "| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 40.2 | 38.1 |\n| Adjusted EBITDA | 12.1 | 11.0 |\n";

  it("is one of results where all its periods are over", () => {
    expect(
      foundIn(
        `${HEAD}Net income for the quarter ended September 30, 2025 rose.\n\n## Adjusted EBITDA of $12.1 million, above guidance\n\n${rows}`,
      ),
    ).toContain("table-without-gaap: Adjusted EBITDA");
  });
});

describe("what stands beside a measure of the company's own", () => {
  it("is told of with the same noun", () => {
    const said = (words: string): string => `${HEAD}"We had ${words} cash flow," said Jane Doe, chief executive.\n`;
    expect(foundIn(said("record operating and free"))).toEqual([]);
    expect(foundIn(said("record free"))).toEqual([
      "quotation-without-gaap: free cash flow",
      "praise-of-non-gaap: free cash flow",
    ]);
  });

  it("has not the figures of what it paid for", () => {
    const own = "Operating cash flow excluding leases was $15.3 million";
    expect(
      foundIn(
        `${HEAD}"${own}. Operating cash flow allowed us to return $33 million," said Jane Doe, chief executive.\n`,
      ),
    ).toEqual(["quotation-without-gaap: Operating cash flow"]);
    expect(
      foundIn(`${HEAD}"Operating cash flow was $20.3 million. ${own}," said Jane Doe, chief executive.\n`),
    ).toEqual([]);
  });

  it("is no rate where it is the tax at one", () => {
    const taxed = (figures: string): string =>
      `${HEAD}${NET}${STATEMENT}${table("Reconciliation of Adjusted Net Income", "Net income | 4,012 | 4,001", `Adjusted tax rate | ${figures}`, "Adjusted net income | 3,899 | 3,617")}`;
    expect(foundIn(taxed("(113) | (384)"))).toEqual([]);
    expect(foundIn(taxed("21.0% | 22.0%"))).toEqual(["gaap-ratio-missing: Adjusted tax rate"]);
  });
});

describe("net operating income", () => {
  const rows = table(
    "Highlights",
    "Rentals | 20.2 | 19.1",
    "Net operating income | 14.1 | 13.0",
    "Net income | 4.0 | 4.0",
  );

  it("is a line of the statements under IFRS", () => {
    expect(foundIn(`${RESULTS}${rows}`)).toEqual(["table-without-gaap: Net operating income"]);
    expect(foundIn(`${RESULTS}${rows}The statements are prepared under IFRS. See our Form 20-F.\n`)).toEqual([]);
  });
});

describe("a section of the company's own measures", () => {
  const section = (text: string): string => `${RESULTS}- Orders rose\n\n## Non-GAAP Financial Measures\n\n${text}\n`;

  it("is a discussion where it tells what they were", () => {
    const own =
      "Adjusted EBITDA was $34.2 million for the second quarter of 2026, compared to $30.2 million a year ago.";
    expect(foundIn(section(own))).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
    expect(foundIn(section(`Net income was $9.4 million for the quarter, compared to $8.1 million. ${own}`))).toEqual(
      [],
    );
  });

  it("is none where it tells what they are", () => {
    expect(
      foundIn(section("Adjusted EBITDA was adjusted for charges of $3.1 million in the second quarter of 2026.")),
    ).toEqual([]);
    expect(
      foundIn(section("We define adjusted EBITDA as earnings before charges of $3.1 million in the year.")),
    ).toEqual([]);
  });
});
