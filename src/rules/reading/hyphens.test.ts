import { expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";
import { withHyphens } from "./hyphens.ts";

it("a name is the same with whichever hyphen it is set, and a finding has it as it is printed", () => {
  const found = (hyphen: string): readonly string[] =>
    wordsFound(
      `${HEAD}Net income was $4.0 million. Same${hyphen}store NOI was $3.0 million and Non${hyphen}GAAP operating income was $7.0 million.\n\n${STATEMENT}`,
      new Set(["reconciliation-missing"]),
    );
  const said = found("-");
  expect(said).toHaveLength(2);
  for (const other of ["\u2010", "\u2011", "\u2013"])
    expect(found(other)).toEqual(said.map((one) => one.replace(/(?<=Same|Non)-/, other)));
});

it("a dash between figures, or one that sets words apart, is none", () => {
  expect(withHyphens("$1.00\u2013$1.10")).toBe("$1.00\u2013$1.10");
  expect(withHyphens("Net income \u2013 Non GAAP")).toBe("Net income \u2013 Non-GAAP");
  expect(withHyphens("a non profit")).toBe("a non profit");
});
