import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const found = (said: string, about = "Acme makes kites."): readonly string[] =>
  wordsFound(
    `# Acme Reports Third Quarter Results\n\n${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million.\n\n${said}\n\n## About Acme\n\n${about}\n`,
    new Set(["reconciliation-missing"]),
  );
const MISSING = ["reconciliation-missing: Adjusted EBITDA"];

describe("a release without statements", () => {
  it.each([
    "Our financial statements are on our website.",
    "Our full financial results can be found at ir.acme.com.",
    "The quarterly report is available at https://ir.acme.com.",
    "For further information on the results, see www.acme.com/investors.",
    "The full results are with the regulator.",
  ])("is asked for no reconciliation where it sends a reader elsewhere: %s", (said) => {
    expect(found(said)).toEqual([]);
  });

  it.each([
    "Orders rose in all of our markets.",
    "Our new kites are now available on the market.",
    "Details of the loan are unchanged, with $9.0 million available at September 30, 2025.",
    "The website of our store in Ohio was renewed.",
  ])("is asked for it where it does not: %s", (said) => {
    expect(found(said)).toEqual(MISSING);
  });

  it("sends nobody elsewhere by its address, nor by that of its call", () => {
    expect(found("Orders rose.", "Acme makes kites. For more information, visit www.acme.com.")).toEqual(MISSING);
    const call = "Acme will hold a conference call at 9 a.m. to discuss the results; a webcast is live at ir.acme.com.";
    expect(found(`## Conference Call\n\n${call}`)).toEqual(MISSING);
    expect(found(call)).toEqual(MISSING);
  });
});
