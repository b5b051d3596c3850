import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { checkRelease } from "../check-release.ts";
import { HEAD, STATEMENT, WHY } from "../example-passages.ts";
import type { Profile } from "../profile.ts";
import { rulesBy } from "../rules.ts";

const found = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n\n${STATEMENT}`, "liquidity-per-share");

describe("a measure of liquidity per share", () => {
  it("is told once for each measure, with its other places", () => {
    const text =
      "Free cash flow per share was $0.20. Funds flow from operations was $0.31 per share.\n\nFree cash flow increased to $0.20 per share from $0.18.";
    expect(found(text)).toEqual([
      '"Free cash flow per share" is a measure of liquidity per share. It stands so in line 5 as well.',
      '"Funds flow from operations was $0.31 per share" is a measure of liquidity per share.',
    ]);
  });

  it("is EBITDA of any kind, whatever a bracket says behind it", () => {
    const text =
      "EBITDAX (a non-GAAP financial measure reconciled below) of $147.6 million, or $1.06 per diluted share.";
    expect(found(text)).toHaveLength(1);
  });

  it("is none where the amount per share is of something else", () => {
    expect(found("Free cash flow of $12.0 million covered dividends of $0.20 per share.")).toEqual([]);
    expect(found("EBITDA was $12.0 million, and net income was $0.40 per share.")).toEqual([]);
  });

  it("is what the release says that it pays out of", () => {
    const paid = "We use distributable earnings for insight into what is available for distribution to shareholders.";
    expect(found(`Distributable earnings were $12.0 million ($0.40 / share).\n\n${paid}`)).toHaveLength(1);
    expect(found("Distributable earnings were $12.0 million ($0.40 / share).")).toEqual([]);
  });

  it("is earnings per share by a name that its definition makes EBITDA", () => {
    const defined = (before: string): string =>
      `Adjusted EPS was $0.40.\n\n${WHY}We define adjusted EPS as earnings per share before ${before}.\n`;
    expect(found(defined("interest, income tax and depreciation"))).toEqual([
      '"Adjusted EPS" is by its definition EBITDA per share. It stands so in line 9 as well.',
    ]);
    expect(found(defined("restructuring"))).toEqual([]);
    // Where a page has lost the title above it.
    const called =
      "## Conference call\n\nWe define adjusted EPS as earnings per share before interest, tax and depreciation.\n";
    expect(found(`Adjusted EPS was $0.40.\n\n${called}`)).toHaveLength(1);
  });
});

it("is barred by the SEC alone, whose rules an issuer under IFRS is not asked by", () => {
  const said = "Free cash flow per share was $0.20.";
  expect(found(said)).toHaveLength(1);
  expect(found(`${said}\n\nThe statements are prepared under IFRS.`)).toEqual([]);
  expect(found(`${said}\n\nThe statements are prepared under IFRS, unlike those of our Form 10-K.`)).toHaveLength(1);
});

it("is asked for as the profile that is given says, and not as the document looks", () => {
  const abroad = `BERGEN, November 4, 2025 - Acme ASA (Euronext: ACM) reported its results under IFRS.\n\nEBITDA per share was EUR 1.18.\n`;
  const under = (profile?: Profile, text = abroad): boolean =>
    checkRelease(new TextEncoder().encode(text), { name: "release.md", rules: rulesBy({ profile }) }).findings.some(
      ({ code }) => code === "liquidity-per-share",
    );
  expect([under("us-domestic"), under("foreign-private"), under("non-us"), under()]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(under(undefined, `${abroad}\nSee our annual report on Form 20-F.\n`)).toBe(true);
  const canadian = `${abroad}\nSee our annual report on Form 40-F.\n`;
  expect([under(undefined, canadian), under("foreign-private", canadian)]).toEqual([false, false]);
});

it("is none that a definition divides adjusted net income by shares for, whatever is left out of a list of measures", () => {
  const listed = `Adjusted EPS was $0.40.\n\n${WHY}Adjusted net income and adjusted earnings per share are earnings before interest, tax and depreciation where we say so.`;
  expect(found(listed)).toHaveLength(1);
  expect(found(`${listed} Adjusted EPS is adjusted net income divided by diluted shares.`)).toEqual([]);
  expect(found(listed.replace("per share are", "per share and adjusted EBITDA are"))).toEqual([]);
});
