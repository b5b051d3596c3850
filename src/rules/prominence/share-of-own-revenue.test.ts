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

  it("is one of an outlook as well, where no exception excuses it", () => {
    const outlook = (said: string): readonly string[] =>
      messagesOf(
        `${HEAD}Net income was $4.0 million.\n\n## Outlook for 2026\n\n${said}\n\n${STATEMENT}`,
        "gaap-ratio-missing",
      );
    const guided = "General and administrative expenses (% of adjusted revenue) of 5.6% to 5.9%.";
    expect(outlook(guided)).toHaveLength(1);
    expect(outlook(`${guided} That is 5.1% to 5.4% of revenue.`)).toEqual([]);
    expect(
      outlook(
        `${guided}\n\nWe do not reconcile non-GAAP guidance, since it would take unreasonable efforts: acquisition costs are not known, and may be significant.`,
      ),
    ).toEqual([]);
  });
});
