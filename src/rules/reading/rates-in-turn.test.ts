import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT } from "../example-passages.ts";

const quoted = (said: string): readonly string[] =>
  messagesOf(`${HEAD}"${said}," said Jane Doe, chief executive.\n\n${STATEMENT}${EBITDA}`, "quotation-without-gaap");

it("two rates behind two amounts are one each", () => {
  const both = "Net income was $4.0 million and adjusted EBITDA was $12.1 million";
  expect(quoted(`${both}, up 3% and 12% from last year`)).toEqual([]);
  expect(quoted(`${both}, up 12% from last year`)).toHaveLength(1);
});

it("rates on two bases, or over two periods, are those of the second amount alone", () => {
  const both = "Net income was $4.0 million and adjusted EBITDA was $12.1 million";
  expect(quoted(`${both}, up 12% and 10% in constant currency`)).toHaveLength(1);
  expect(quoted(`${both}, up 34% and 18% from the prior year and the prior quarter`)).toHaveLength(1);
  expect(quoted(`${both}, up 34% and 18% year over year and sequentially`)).toHaveLength(1);
});

it("a part of revenue is no second rate of growth", () => {
  const both = "Net income was $4.0 million and adjusted EBITDA was $12.1 million";
  expect(quoted(`${both}, up 34% and 18% of revenue`)).toHaveLength(1);
});

it("an amount that has doubled is told with its growth", () => {
  const own = "adjusted EBITDA rose to $12.1 million";
  expect(quoted(`Net income nearly doubled to $4.0 million, and ${own}`)).toEqual([]);
  expect(quoted(`Net income was $4.0 million, and ${own}`)).toHaveLength(1);
});
