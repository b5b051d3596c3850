import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const found = (said: string, more = ""): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million.\n\n"${said}," said Jane Doe, chief executive.\n\n${more}${STATEMENT}`,
    "gaap-ratio-missing",
  );
const OWN = "Operating revenue (non-GAAP) was $30.2 million.\n\n";

describe("what an officer gives as a part of revenue of the company's own", () => {
  it("stands with the part of revenue as reported", () => {
    expect(found("Pretax earnings came to 11.6% of adjusted revenue")).toEqual([
      '"11.6% of adjusted revenue" makes a ratio of the company\'s own; the part of revenue as reported is not with it.',
    ]);
    expect(found("Pretax earnings came to 10.2% of revenue and 11.6% of adjusted revenue")).toEqual([]);
  });

  it("is one of operating revenue where the release calls that its own", () => {
    expect(found("We had pretax earnings as a percentage of operating revenue of 11.6%", OWN)).toHaveLength(1);
    expect(found("We had pretax earnings as a percentage of operating revenue of 11.6%")).toEqual([]);
  });
});
