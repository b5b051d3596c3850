import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, table } from "../example-passages.ts";

/** A release with a statement of income that calls what is left "net surplus", and a sentence about it. */
const release = (text: string, last = "Net surplus"): string =>
  `${HEAD}${text}\n\n${table(
    "Consolidated Statements of Operations (in millions, except per share)",
    "Goods turnover | 412.0 | 398.0",
    "Cost of goods | 240.0 | 236.0",
    "Gross profit | 172.0 | 162.0",
    "Administrative expenses | 92.0 | 90.0",
    "Trading result | 80.0 | 72.0",
    "Interest expense | 8.0 | 7.0",
    "Result before taxation | 72.0 | 65.0",
    "Taxation | 18.0 | 16.0",
    `${last} | 54.0 | 49.0`,
    "Basic earnings per share | $1.08 | $0.98",
  )}`;
const missing = (text: string, last?: string): readonly string[] =>
  messagesOf(release(text, last), "gaap-measure-missing");

describe("captions of a release's own statements", () => {
  it("answer a measure of the company's own in its prose", () => {
    expect(missing("Net surplus was $54.0 million, and adjusted EBITDA was $95.0 million.")).toEqual([]);
    expect(missing("The trading result was $80.0 million, and adjusted operating income was $91.0 million.")).toEqual(
      [],
    );
  });

  it("answer nothing where no line of tax tells what they are", () => {
    expect(missing("Net reserve was $57.3 million, and adjusted EBITDA was $95.0 million.")).toHaveLength(1);
    expect(missing("Customer balance was $57.3 million, and adjusted EBITDA was $95.0 million.")).toHaveLength(1);
  });

  it("are the company's own with its words before them", () => {
    expect(missing("The adjusted trading result was $88.0 million in the quarter.")).toEqual([
      expect.stringContaining("adjusted trading result"),
    ]);
    expect(missing("The trading result was $80.0 million, and adjusted trading result $88.0 million.")).toEqual([]);
  });
});

describe("results before taxes", () => {
  it("are no net income, for all that their names begin so", () => {
    const text = "Net income before federal income taxes was $72.0 million, and adjusted net income was $61.0 million.";
    expect(missing(text)).toHaveLength(1);
    expect(missing("Net income was $54.0 million, and adjusted net income was $61.0 million.", "Net income")).toEqual(
      [],
    );
  });
});

describe("the line of tax", () => {
  it("is no result, though its name has income in it and nobody knows the line below it", () => {
    const text = "The provision for income taxes, net was $18.0 million, and adjusted EBITDA was $95.0 million.";
    expect(
      messagesOf(
        release(text, "Harbour take").replace(
          "| Taxation |",
          "| Levies | 54.0 | 49.0 |\n| Provision for income taxes, net |",
        ),
        "gaap-measure-missing",
      ),
    ).toHaveLength(1);
  });
});
