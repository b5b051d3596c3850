import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { table } from "../example-passages.ts";

const HEAD =
  "BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported results for the quarter ended September 30, 2025.\n\n";
const statement = (net: string): string =>
  table(
    "Consolidated Statements of Operations",
    "Revenue | 40.2 | 38.1",
    "Operating expenses | 34.2 | 32.1",
    "Operating income | 6.0 | 6.0",
    "Income tax | 2.0 | 1.0",
    `Net income | ${net}`,
  );
const found = (said: string, net = "4.0 | 5.0"): readonly string[] =>
  messagesOf(`${HEAD}${said}\n\n${statement(net)}`, "praise-of-non-gaap").filter((one) => one.includes("as a whole"));
const OWN = "Net income was $4.0 million, and adjusted EBITDA reached a record $12.1 million.";

describe("results as a whole that are called a record", () => {
  it.each([
    `We delivered record financial results. ${OWN}`,
    `We delivered record third quarter 2025 results. ${OWN}`,
    `We announced record results for the quarter ended September 30, 2025. ${OWN}`,
    `Our results were a record. ${OWN}`,
  ])("are none where only the company's own is and net income has fallen: %s", (said) => {
    expect(found(said)).toEqual([
      expect.stringMatching(
        /is said of the results as a whole, and "adjusted EBITDA" is such; net income has fallen from 5\.0 to 4\.0\.$/,
      ),
    ]);
  });

  it("are told once for all places", () => {
    expect(found(`We announced record results. ${OWN}\n\n"These are record results," said Jane Doe.`)).toEqual([
      expect.stringMatching(/It stands so in line \d+ as well\.$/),
    ]);
  });

  it("may be called so where net income has risen", () => {
    expect(found(`We delivered record financial results. ${OWN}`, "4.0 | 3.0")).toEqual([]);
  });

  it("may be called so for a record of revenue, or without one of the company's own", () => {
    expect(found(`We delivered record results, with record revenue of $40.2 million. ${OWN}`)).toEqual([]);
    expect(found("We delivered record results. Net income was $4.0 million, adjusted EBITDA $12.1 million.")).toEqual(
      [],
    );
  });

  it("are not those of a part of the company, nor the holders of record", () => {
    expect(found(`We delivered record results in Europe. ${OWN}`)).toEqual([]);
    expect(found(`A dividend is paid to holders of record. Results are below. ${OWN}`)).toEqual([]);
  });
});
