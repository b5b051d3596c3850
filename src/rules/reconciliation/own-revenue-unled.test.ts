import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (said: string, more = ""): readonly string[] =>
  messagesOf(`${HEAD}${said}\n\n${STATEMENT}${more}`, "reconciliation-missing");

it("revenue of the company's own that nothing leads to is told once, with its lines", () => {
  expect(found("Revenue was $38.5 million, and adjusted revenue $36.1 million.")).toEqual([
    '"adjusted revenue" on a basis of the company\'s own is given, and no table or sentence reconciles it with revenue as reported.',
  ]);
  expect(
    found(
      "Revenue was $38.5 million.\n\n- Adjusted revenue was $36.1 million.\n- Adjusted revenue of $36.1 million was a record.",
    ),
  ).toHaveLength(1);
});

it.each([
  ["a table has it", "Adjusted revenue was $36.1 million.", table("Revenue", "Adjusted revenue | 36.1 | 35.0")],
  ["a table has its amount", "Adjusted revenue was $36.1 million.", table("Revenue", "Without freight | 36.1 | 35.0")],
  ["the sentence has what is left out", "Revenue excluding $2.4 million of freight was $36.1 million.", ""],
  [
    "the sentence adds up to it",
    "Adjusted revenue was $40.9 million ($38.5 million plus $2.4 million of credits).",
    "",
  ],
  ["it is growth without currency", "Adjusted revenue was $36.1 million in constant currency.", ""],
  ["it is a part's", "Adjusted revenue of the Tools segment was $16.1 million.", ""],
  ["a kind of revenue is told of", "Service revenue, which excludes spare parts, was $16.1 million.", ""],
  ["it is to come", "We expect adjusted revenue of $36.1 million.", ""],
])("where %s nothing is missing", (_, said, more) => {
  expect(found(said, more)).toEqual([]);
});
