import { describe, expect, it } from "vitest";
import { checkDocument } from "../tieout/check.ts";
import type { CheckedDocument } from "../tieout/report/checked.ts";
import { checkRelease } from "./check-release.ts";
import { choicesOf } from "./choices.ts";
import { HEAD, STATEMENT, table } from "./example-passages.ts";
import { profileOf, standardsOf } from "./profile.ts";
import { isBlocking, RULES, rulesBy } from "./rules.ts";

const checkedOf = (text: string, rules = rulesBy()): CheckedDocument =>
  checkDocument(new TextEncoder().encode(text), { name: "release.md", rules }) as CheckedDocument;

/** The code and the words of each finding about rules. */
const foundIn = (text: string, rules = rulesBy()): readonly (readonly [string, string])[] =>
  checkedOf(text, rules)
    .findings.filter(({ about }) => about === "rules")
    .map(({ code, start, end }) => [code, text.slice(start, end)] as const);

describe("vectors of the domain", () => {
  it("V13: a bullet with a non-GAAP margin and no GAAP margin", () => {
    expect(foundIn(`${HEAD}- Non-GAAP operating margin rose 200 basis points to 20.6 percent\n`)).toEqual([
      ["gaap-ratio-missing", "Non-GAAP operating margin"],
    ]);
  });

  it("V13: a headline with adjusted EPS alone", () => {
    const body =
      "BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported diluted earnings per share of $0.95 for its quarter.";
    expect(foundIn(`# Acme Earns Adjusted EPS of $1.20\n\n${body}\n`)).toEqual([
      ["headline-without-gaap", "Adjusted EPS"],
    ]);
  });

  it("V13: record adjusted EPS, until the GAAP measure is characterised", () => {
    const eps = "Diluted EPS was $0.95.";
    expect(foundIn(`${HEAD}${eps} We reached record adjusted EPS of $1.20.\n`)).toEqual([
      ["praise-of-non-gaap", "adjusted EPS"],
    ]);
    expect(foundIn(`${HEAD}Record diluted EPS was $0.95. We reached record adjusted EPS of $1.20.\n`)).toEqual([]);
  });

  it("V14: free cash flow per share", () => {
    const text = `${HEAD}Cash from operations was $20.1 million. Free cash flow per share was $1.20.\n`;
    expect(foundIn(text)).toContainEqual(["liquidity-per-share", "Free cash flow per share"]);
  });

  it("V14: EBITDA that starts from operating income, and an adjustment net of tax", () => {
    const codes = (text: string): readonly string[] => foundIn(text).map(([code]) => code);
    const from = (line: string): string =>
      table(
        "Reconciliation of EBITDA",
        `${line} | 8.0 | 7.0`,
        "Depreciation and amortization | 3.0 | 2.0",
        "EBITDA | 11.0 | 9.0",
      );
    expect(codes(`${HEAD}${STATEMENT}${from("Operating income")}`)).toContain("ebitda-not-from-net-income");
    expect(codes(`${HEAD}${STATEMENT}${from("Net income")}`)).not.toContain("ebitda-not-from-net-income");
    const less = (line: string): string =>
      table(
        "Reconciliation of Adjusted Net Income",
        "Net income | 4.0 | 3.0",
        `${line} | 1.0 | 0.5`,
        "Adjusted net income | 5.0 | 3.5",
      );
    expect(codes(`${HEAD}${STATEMENT}${less("Restructuring charges, net of tax")}`)).toContain("adjustment-net-of-tax");
    expect(codes(`${HEAD}${STATEMENT}${less("Restructuring charges")}`)).not.toContain("adjustment-net-of-tax");
  });

  it("V15: an amount that is another than was published blocks, until the release says that it was recast", () => {
    const rule = RULES.find(({ code }) => code === "own-measure-recast")!;
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const found = (text: string): readonly boolean[] => {
      const earlier = [{ name: "earlier.md", bytes: bytes(rule.earlier!) }];
      const rules = rulesBy({ strict: true });
      return checkRelease(bytes(text), { name: "release.md", with: earlier, rules })
        .findings.filter(({ code }) => code === rule.code)
        .map(({ severity }) => severity === "error");
    };
    expect(found(rule.breaks)).toEqual([true]);
    expect(rule.keeps.flatMap(found)).toEqual([]);
  });
});

describe("the place of a measure", () => {
  const NET = "Net income was $9.4 million in the quarter, up 5% from $8.9 million.";
  const codes = (text: string): readonly string[] => foundIn(`${HEAD}${text}`).map(([code]) => code);

  it("is the quotation itself: what stands elsewhere makes up for nothing in it", () => {
    const said = '"Adjusted EBITDA grew 12% to $12.1 million," said Jane Doe, chief executive.';
    expect(codes(`${NET}\n\n${said}\n`)).toEqual(["quotation-without-gaap"]);
    expect(codes(`"${NET} Adjusted EBITDA grew 12% to $12.1 million," said Jane Doe.\n`)).toEqual([]);
  });

  it("wants growth beside growth in a list", () => {
    const own = "- Adjusted EBITDA of $12.1 million, up 12%\n";
    expect(codes(`- Net income of $9.4 million\n${own}`)).toEqual(["gaap-measure-missing"]);
    expect(codes(`- Net income of $9.4 million, up 5%\n${own}`)).toEqual([]);
  });

  it("is not asked for a segment, a note or a part of the measure", () => {
    expect(codes(`${NET}\n\n- Adjusted EBITDA from Las Vegas operations of $4.1 million\n`)).toEqual([]);
    expect(codes("(1) Adjusted EBITDA of $12.1 million is explained in the tables.\n")).toEqual([]);
    expect(codes("Adjusted EBITDA included a gain of $2.0 million.\n")).toEqual([]);
  });

  it("knows a basis that is said apart from the name", () => {
    expect(codes("- On a non-GAAP basis, gross margin was 62.1%\n")).toEqual(["gaap-ratio-missing"]);
    expect(codes("- Gross margin was 61.1% on a GAAP basis and 62.1% on a non-GAAP basis\n")).toEqual([]);
  });

  it("wants a ratio without the company's own earnings beside net debt over them", () => {
    expect(codes("- Net debt to adjusted EBITDA of 3.3 times\n")).toEqual(["gaap-ratio-missing"]);
    expect(codes("- Gross leverage of 4.1 times and net debt to adjusted EBITDA of 3.3 times\n")).toEqual([]);
  });
});

describe("the minutes behind the close (V11)", () => {
  const sent = (stamp: string, exchange = "NYSE"): readonly string[] =>
    foundIn(
      `BOSTON, ${stamp} - Acme Inc. (${exchange}: ACM) today reported its results for the quarter ended September 30, 2025.\n`,
    ).map(([code, words]) => `${code} ${words}`);

  it("are quiet on the New York exchange, five of them", () => {
    expect(sent("November 4, 2025, 4:03 p.m. ET")).toEqual(["release-right-after-close 4:03 p.m. ET"]);
    expect(sent("November 4, 2025, 4:05 p.m. ET")).toEqual([]);
    expect(sent("November 4, 2025, 3:59 p.m. ET")).toEqual([]);
    expect(sent("November 4, 2025, 4:03 p.m. ET", "Nasdaq")).toEqual([]);
  });

  it("come earlier on the day behind Thanksgiving", () => {
    expect(sent("November 28, 2025, 1:04 p.m. ET")).toEqual(["release-right-after-close 1:04 p.m. ET"]);
    expect(sent("November 28, 2025, 1:05 p.m. ET")).toEqual([]);
    expect(sent("November 28, 2025, 4:03 p.m. ET")).toEqual([]);
  });

  it("are told by the clock of Greenwich as well, in winter and in summer", () => {
    expect(sent("November 4, 2025 (21:01 GMT)")).toEqual(["release-right-after-close 21:01 GMT"]);
    expect(sent("October 14, 2025 (20:01 GMT)")).toEqual(["release-right-after-close 20:01 GMT"]);
    expect(sent("October 14, 2025 (21:01 GMT)")).toEqual([]);
  });
});

describe("words of the release", () => {
  it("count the placeholders in one finding", () => {
    const text = `${HEAD}Revenue was $XX.X million, up X.X percent. The call is on November XX, 2025.\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | TBD | 38.1 |\n`;
    const found = checkedOf(text).findings.filter(({ code }) => code === "placeholder-left");
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain("$XX.X");
    expect(found[0]?.message).toContain("2 more such places");
  });

  it("take percent of a margin for points, and nothing else", () => {
    expect(foundIn(`${HEAD}Revenue rose 9% and operating margin rose 2% to 34%.\n`).map(([code]) => code)).toEqual([
      "percent-for-points",
    ]);
    expect(foundIn(`${HEAD}Operating margin rose 2%-points to 34%.\n`)).toEqual([]);
    expect(foundIn(`${HEAD}Operating margin was up 200 basis points, and revenue 2%.\n`)).toEqual([]);
  });
});

describe("the measure that a finding names", () => {
  it("is said once for each kind of place, with the lines where it stands again", () => {
    const text = `${HEAD}Adjusted EBITDA was $12.1 million.\n\n- Adjusted EBITDA rose to $12.1 million\n\nAdjusted EBITDA of the first half was $20.3 million.\n`;
    expect(checkedOf(text).findings.map(({ message }) => message)).toEqual([
      'The text gives "Adjusted EBITDA" and not net income. It stands so in line 7 as well.',
      'The list gives "Adjusted EBITDA" and not net income.',
    ]);
  });

  it("keeps its place where a page takes the text apart", () => {
    const text = `<html><body><p>${HEAD.trim()}</p><ul><li>Revenue of $40.2 million</li><li>Adjusted&nbsp;<b>EBITDA</b> of $12.1 million</li></ul></body></html>`;
    const [finding] = checkedOf(text).findings.filter(({ about }) => about === "rules");
    expect(text.slice(finding?.start, finding?.end)).toBe("Adjusted&nbsp;<b>EBITDA");
  });
});

describe("the profile", () => {
  it("is told by the forms and the standards that a document names", () => {
    expect(profileOf("See our annual report on Form 10-K.")).toBe("us-domestic");
    expect(profileOf("See our annual report on Form 20-F.")).toBe("foreign-private");
    expect(profileOf("Prepared under IFRS as adopted by the European Union.")).toBe("non-us");
    expect(profileOf("Revenue was $3.1 million.")).toBe("us-domestic");
    expect(profileOf("Acme AB (publ) today published its report.")).toBe("non-us");
    const pounds = "Income was £3.1 million, costs were £2.0 million and profit was £1.1 million.";
    expect(profileOf(pounds)).toBe("non-us");
    expect(profileOf(`${pounds} Debt was $3.0 million.`)).toBe("us-domestic");
    expect(profileOf("Acme Limited (NZX: ACM) reported its results.")).toBe("non-us");
    expect(profileOf("Acme Inc. (NYSE: ACM; ASX: ACM) reported its results.")).toBe("us-domestic");
  });

  it.each([
    "our Advanced Inventory Management (AIM) system",
    "our lender ING Bank N.V. agreed",
    "the American Society of Anesthesiologists (ASA)",
    "vitamin (B3)",
    "our customer is listed on the London Stock Exchange",
    "listed on the New York Stock Exchange and the Toronto Stock Exchange",
  ])("is no foreign one by what a release names on its way: %s", (named) => {
    const head = HEAD.replace(" (NYSE: ACM)", "");
    expect(profileOf(`${head}The company works with ${named}.`)).toBe("us-domestic");
    expect(profileOf(`${head.trim()} The company works with ${named}.`)).toBe("us-domestic");
  });

  it("is told where the release says who issues it, and by a ticker anywhere", () => {
    const listed = (issuer: string): string => profileOf(`${issuer} today reported its results. Sales rose.`);
    expect(listed("Acme N.V., listed on Euronext Amsterdam,")).toBe("non-us");
    expect(listed("Acme plc, listed on the London Stock Exchange,")).toBe("non-us");
    expect(listed("Acme ASA")).toBe("non-us");
    expect(listed("Acme Oyj, stock exchange release:")).toBe("non-us");
    expect(listed(`<p style="${"margin: 0; ".repeat(200)}">Acme Oyj</p>`)).toBe("non-us");
    expect(listed("Acme, listed on Nasdaq Stockholm,")).toBe("non-us");
    expect(listed("Acme Ltd., listed on Nasdaq and the Toronto Stock Exchange,")).toBe("us-domestic");
    expect(profileOf("# Acme reported results\n\nDELFT, May 4, 2026 - Sales of Acme N.V. rose 4.5%.")).toBe("non-us");
    expect(profileOf("Acme reported its results. About Acme: a maker of kites (AIM: ACM).")).toBe("non-us");
    expect(profileOf("Acme reported its results. It is listed as NZX:2CC.")).toBe("non-us");
  });

  it("takes of two standards those that the statements are prepared under", () => {
    const parent = "Net income of our parent is presented under IFRS.";
    expect(standardsOf(`${parent} Our statements are based on US GAAP.`)).toBe("GAAP");
    expect(standardsOf(`${parent} Our statements are not prepared under US GAAP.`)).toBe("IFRS");
    expect(standardsOf("Prepared in accordance with IFRS, and not with US GAAP.")).toBe("IFRS");
  });

  it("decides which rules are asked", () => {
    const text = `${HEAD}Adjusted EBITDA was $12.1 million.\n`;
    expect(foundIn(text, rulesBy({ profile: "us-domestic" })).length).toBe(1);
    expect(foundIn(text, rulesBy({ profile: "non-us" }))).toEqual([["foreign-issuer-prominence", "Adjusted EBITDA"]]);
  });
});

describe("what a company chooses", () => {
  const codes = RULES.map(({ code }) => code);
  const text = `${HEAD}Adjusted EBITDA was $12.1 million.\n`;

  it("changes the severity of a rule, or puts it off", () => {
    const { choices, troubles } = choicesOf(
      "rules:\n  - code: gaap-measure-missing\n    severity: note\n    reason: counsel agrees\n",
      codes,
    );
    expect(troubles).toEqual([]);
    expect(checkedOf(text, rulesBy({ choices })).findings.map(({ severity }) => severity)).toEqual(["note"]);
    const off = choices.map((choice) => ({ ...choice, severity: "off" as const }));
    expect(foundIn(text, rulesBy({ choices: off }))).toEqual([]);
  });

  it.each([
    ["rules:\n  - code: gaap-measure\n    severity: off\n    reason: x\n", "There is no rule"],
    [
      "rules:\n  - code: gaap-measure-missing\n    severity: grave\n    reason: x\n",
      "it is error, warning, note or off",
    ],
    ["rules:\n  - code: gaap-measure-missing\n    severity: off\n", "without a reason"],
    ["choices: []\n", "holds one field, rules"],
    ["rules:\n  - gaap-measure-missing\n", "There is no rule"],
  ])("is refused where it cannot be understood: %j", (file, message) => {
    const { choices, troubles } = choicesOf(file, codes);
    expect(choices).toEqual([]);
    expect(troubles[0]?.message).toContain(message);
  });

  it("counts a rule that blocks, unless it is waived", () => {
    const [finding] = checkedOf(text).findings;
    expect(isBlocking(finding!)).toBe(true);
    expect(isBlocking({ ...finding!, waived: { reason: "agreed" } })).toBe(false);
  });
});

describe("what a message claims of the release", () => {
  const messageOf = (text: string, code: string): string =>
    checkedOf(text).findings.find((f) => f.code === code)?.message ?? "";
  const own = `${HEAD}Adjusted operating income was $12.1 million.\n\n`;

  it("names the measure where a later part of the prose has it", () => {
    const text = `${own}## Use of Non-GAAP Measures\n\nOn a GAAP basis operating income was $9.1 million.\n`;
    expect(messageOf(text, "gaap-measure-missing")).toContain('stands elsewhere: "operating income"');
  });

  it("does not claim that a measure is nowhere", () => {
    expect(messageOf(own, "gaap-measure-missing")).toMatch(/and not operating income\.$/);
  });

  it("says of a plain name that it is meant on another basis", () => {
    const text = `${HEAD}Excluding this gain, net income would have been $31.1 million.\n`;
    expect(messageOf(text, "gaap-measure-missing")).toContain('"net income" on a basis of the company\'s own');
  });

  it("of the outlook says which of the two comes first", () => {
    const text = `${HEAD}## Outlook\n\nWe expect adjusted EBITDA of $50 million to $55 million. We expect net income of $20 million.\n`;
    expect(messageOf(text, "outlook-without-gaap")).toBe(
      'The outlook gives "adjusted EBITDA" before "net income", the measure under GAAP.',
    );
  });
});

describe("what is guided for and not reconciled", () => {
  it("is the measure that no sum leads to, not its neighbour", () => {
    const text = `${HEAD}We expect Core FFO of $3.33 to $3.38 per share. AFFO is estimated to be $3.39 to $3.44 per share. The Core FFO guidance equates to net earnings of $1.97 to $2.02 per share, plus $1.36 per share of depreciation.\n\n${STATEMENT}`;
    const found = checkedOf(text).findings.filter(({ code }) => code === "guidance-not-reconciled");
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('"AFFO per share" is guided for')]);
  });
});

describe("a statement that is not under GAAP", () => {
  it("is no reconciliation of its own subtotals", () => {
    const lines = [
      "Net revenues | 22.5 | 21.1",
      "Cost of revenues | 14.6 | 12.9",
      "Gross profit | 7.8 | 8.2",
      "Research and development | 4.0 | 4.0",
      "Selling, general and administrative | 4.1 | 4.2",
      "Income from operations | 0.3 | 0.1",
      "Other income | 0.9 | 1.0",
      "Income before income taxes | 1.2 | 1.1",
      "Income tax | 0.2 | 0.1",
      "Net income | 1.0 | 1.0",
      "Diluted earnings per share | 0.03 | 0.04",
    ];
    const bridge = table(
      "Reconciliation of Net Income",
      "Net income | 0.5 | 0.6",
      "Charges | 0.5 | 0.4",
      "Non-GAAP net income | 1.0 | 1.0",
    );
    const text = `${HEAD}${STATEMENT}${table("Consolidated Statements of Operations - Non-GAAP", ...lines)}${bridge}`;
    const found = checkedOf(text).findings.filter(({ code }) => code === "reconciliation-missing");
    expect(found.map(({ message }) => message)).toEqual([
      'Table 2 is not under GAAP, and no reconciliation leads to its "Gross profit", "Income from operations", "Income before income taxes" and "Diluted earnings per share". It stands so in line 24, line 26 and line 29 as well.',
    ]);
  });
});

describe("own measures without their counterpart", () => {
  const codesOf = (text: string): readonly string[] => foundIn(text).map(([code, words]) => `${code} ${words}`);

  it("are praised in a quotation without an amount", () => {
    const said = (words: string): string => `${HEAD}"${words}," said Jane Doe, chief executive.\n`;
    expect(codesOf(said("We achieved our sixth consecutive quarter of non-GAAP profitability"))).toEqual([
      "quotation-without-gaap non-GAAP profitability",
      "praise-of-non-gaap non-GAAP profitability",
    ]);
    expect(codesOf(said("We look after net loss and non-GAAP profitability, and achieved both"))).toEqual([]);
  });

  it("are given per share below the headline", () => {
    const text = `# Acme Reports Results\n\nRevenues increased by 65% and an increase in adjusted Earning Per Share of $0.01\n\n${HEAD}`;
    expect(codesOf(text)).toContain("headline-without-gaap adjusted Earning Per Share");
  });

  it("are bridged from period to period, in a table", () => {
    const bridge = (name: string): string =>
      `The table bridges ${name} of the one year to the other:\n\n| ($ millions) | Amount |\n|---|---|\n| ${name} of 2024 | 3.0 |\n| Higher prices | 0.3 |\n| ${name} of 2025 | 3.3 |\n\n`;
    const text = `${HEAD}## Results\n\nNet income was $3.3 million.\n\n${bridge("FFO")}`;
    expect(codesOf(text)).toContain("table-without-gaap FFO of 2024");
    expect(codesOf(text.replace("The table", `${bridge("Net income")}The table`))).not.toContain(
      "table-without-gaap FFO of 2024",
    );
  });

  it("stand in rows that are named by the period below the measure", () => {
    const text = `${HEAD}## Results\n\n| | Total | New York |\n|---|---|---|\n| Same store NOI increase: | | |\n| Three months ended December 31, 2024 | 4.5% | 0.7% |\n`;
    const [found] = checkedOf(text).findings.filter(({ code }) => code === "table-without-gaap");
    expect(found?.message).toBe('Table 1 has "Same store NOI" and no row for net income.');
  });

  it("are ratios: adjusted return on equity", () => {
    const text = `${HEAD}## Highlights\n\n- Adjusted return on equity (ROE) of 16%\n- Revenue of $40.2 million\n`;
    expect(codesOf(text)).toEqual(["gaap-ratio-missing Adjusted return on equity (ROE)"]);
    expect(codesOf(text.replace("- Adjusted", "- Return on equity of 14%\n- Adjusted"))).toEqual([]);
  });

  it("are growth of a normalized period", () => {
    const text = `${HEAD}Revenue of core lines grew 4.3% (normalizing the preceding quarter to 13 weeks).\n\n${STATEMENT}`;
    expect(codesOf(text)).toEqual(["growth-basis-undefined normalizing"]);
  });

  it("are adjusted after tax by a note", () => {
    const note = "All amounts presented in the table above are tax adjusted at the statutory rate.";
    const text = `${HEAD}${STATEMENT}## Reconciliation of Non-GAAP Measures\n\n${note}\n`;
    expect(foundIn(text).map(([code]) => code)).toEqual(["adjustment-net-of-tax"]);
  });

  it("are useful each by itself where no reason is given for all", () => {
    const why = "## Definitions of measures\n\nManagement believes that FFO is useful to investors.\n\n";
    const text = `${HEAD}Net income of the third quarter was $4.0 million, and free cash flow of the same quarter $3.0 million.\n\n${STATEMENT}${why}`;
    expect(codesOf(text)).toContain("usefulness-unsaid free cash flow");
    const all = text.replace("that FFO is", "that these non-GAAP measures are");
    expect(codesOf(all)).not.toContain("usefulness-unsaid free cash flow");
  });
});
