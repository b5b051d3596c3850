import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const found = (gaap: string, own: string): readonly string[] =>
  messagesOf(`${HEAD}- Total operating expenses of $76.6 million, ${gaap}. ${own}\n`, "gaap-measure-missing").filter(
    (message) => message.includes("told in percent"),
  );
const OWN = "Excluding impairment, total operating expenses of $32.3 million declined by $1.8 million, or 5.2%.";

describe("costs without an item", () => {
  it("have no rate of change where those under GAAP have it in money alone", () => {
    expect(found("up $42.5 million", OWN)).toEqual([
      'The change of "operating expenses" without an item is told in percent, and that of operating expenses beside it in money alone, without the amount that it has changed from.',
    ]);
  });

  it("may have one where the rate or the earlier amount under GAAP stands as well", () => {
    expect(found("up $42.5 million or 124.6%", OWN)).toEqual([]);
    expect(found("up $42.5 million from $34.1 million", OWN)).toEqual([]);
  });

  it("may be told in money as those under GAAP are", () => {
    expect(found("up $42.5 million", OWN.replace(", or 5.2%", ""))).toEqual([]);
  });
});
