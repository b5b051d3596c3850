import { describe, expect, it } from "vitest";
import { wordsFound } from "../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT } from "./example-passages.ts";

const CODES = new Set(["liquidity-per-share", "gaap-measure-missing", "reconciliation-missing"]);
const said = (text: string): readonly string[] => wordsFound(`${HEAD}${text}\n\n${STATEMENT}${EBITDA}`, CODES);

describe("an amount that no release may give", () => {
  it("is told of as that, and not of what it lacks besides", () => {
    expect(said("Adjusted EBITDA per share rose to $1.18.")).toEqual([
      "liquidity-per-share: Adjusted EBITDA per share",
    ]);
  });

  it("hides nothing that is told of other amounts, in its sentence or further on", () => {
    const code = "gaap-measure-missing";
    expect(said("Free cash flow per share was $0.61, and adjusted EBITDA was $12.1 million.").join()).toContain(code);
    expect(said("Adjusted EBITDA per share was $1.18.\n\nAdjusted EBITDA was $12.1 million.").join()).toContain(code);
    expect(said("Adjusted net income per share was $1.18.").join()).toContain(code);
  });

  it("is asked for all that earnings are asked for where it may be earnings", () => {
    const paid = "Distributable earnings show what is available for distribution to shareholders.";
    const found = said(`Distributable earnings per share were $0.61.\n\n${paid}`).join();
    expect(found).toContain("liquidity-per-share");
    expect(found).toContain("reconciliation-missing");
  });
});
