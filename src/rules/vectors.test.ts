import { describe, expect, it } from "vitest";
import { checkDocument } from "../tieout/check.ts";
import type { CheckedDocument } from "../tieout/report/checked.ts";
import { HEAD } from "./_passages.ts";
import { choicesOf } from "./choices.ts";
import { profileOf } from "./profile.ts";
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
  it("is said once, however often the text repeats it", () => {
    const text = `${HEAD}Adjusted EBITDA was $12.1 million.\n\n- Adjusted EBITDA rose to $12.1 million\n\nAdjusted EBITDA of the first half was $20.3 million.\n`;
    expect(foundIn(text)).toEqual([["gaap-measure-missing", "Adjusted EBITDA"]]);
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
    ["rules:\n  - code: gaap-measure-missing\n    severity: error\n    reason: x\n", "it is warning, note or off"],
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
