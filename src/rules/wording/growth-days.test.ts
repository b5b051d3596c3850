import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (said: string, ...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${said}\n\n${STATEMENT}${tables.join("")}`, "growth-basis-undefined");

describe("growth of revenue as if the company had been another one, or its period another", () => {
  it("wants the amounts on that basis", () => {
    expect(found("Revenue of $40.2 million increased 6%, and 4% on a pro forma basis.")).toEqual([
      'Growth of revenue is given with "on a pro forma basis"; no table has the amounts so changed beside those as reported.',
    ]);
    expect(found("Revenue grew 6%, and 7% on a billing day basis.")).toHaveLength(1);
  });

  it("has them in a table, or in its own sentence", () => {
    const said = "Revenue of $40.2 million increased 6%, and 4% on a pro forma basis.";
    expect(found(said, table("Pro Forma Revenue", "Revenue | 40.2 | 38.1", "Acquired | - | 0.5"))).toEqual([]);
    expect(found("Revenue increased 4% on a pro forma basis, to $40.2 million from $38.6 million.")).toEqual([]);
    expect(found("Revenue grew 6%. Pro forma information is on file, as if on a billing day basis.")).toEqual([]);
  });
});
