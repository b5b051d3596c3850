import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const SPEECH =
  '"Our people delivered adjusted EBITDA of $12.1 million in a quarter that was not easy for anybody in this industry, with higher prices of steel and of freight," said Jane Doe, chief executive.';
const TOP = `${HEAD}Net income was $9.4 million.\n\nMedia Contacts\n\nInvestor Relations: John Roe, +1 443 555 0100\n\n`;

describe("contacts on the first page", () => {
  it("end where an officer speaks", () => {
    expect(messagesOf(`${TOP}${SPEECH}\n`, "quotation-without-gaap")).toHaveLength(1);
  });

  it("end where a result is told", () => {
    const text =
      "In the third quarter adjusted EBITDA was $12.1 million, which was helped by higher prices of steel and of freight and by the work of our people in all of the plants.";
    expect(messagesOf(`${TOP}${text}\n\n${SPEECH}\n`, "quotation-without-gaap")).toHaveLength(1);
  });

  it("go on over addresses and short lines", () => {
    expect(messagesOf(`${TOP}Adjusted EBITDA hotline: ask for Jane Doe\n`, "gaap-measure-missing")).toEqual([]);
  });
});

describe("a headline that tells of segments and names none", () => {
  const headline = (words: string): readonly string[] =>
    messagesOf(`# Acme Reports ${words}\n\n${HEAD}Net income was $9.4 million.\n`, "praise-of-non-gaap");

  it.each(["Record Segment Adjusted EBITDA", "Strong Results, including Record Segment Adjusted EBITDA"])(
    "tells of all of them: %s",
    (words) => {
      expect(headline(words)).toHaveLength(1);
    },
  );

  it.each(["Record Pumps Segment Adjusted EBITDA", "Record Net Income and Record Segment Adjusted EBITDA"])(
    "is no praise of a part, nor of both: %s",
    (words) => {
      expect(headline(words)).toEqual([]);
    },
  );
});
