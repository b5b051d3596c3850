import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const outlook = (why: string): readonly string[] =>
  messagesOf(
    `${HEAD}## Outlook\n\nWe expect revenue of $160 million and adjusted EBITDA of $50 million to $55 million. ${why}\n`,
    "outlook-without-gaap",
  );

describe("an exception that does not say which information is missing", () => {
  it.each([
    "We cannot reconcile this non-GAAP guidance without unreasonable efforts, since the amounts are uncertain and could be material.",
    "A reconciliation of this forward-looking non-GAAP measure is not available without unreasonable effort because of the difficulty of predicting future amounts.",
    "We do not provide a reconciliation of non-GAAP guidance, as the variables of one cannot be reasonably estimated; we rely on the exception of Item 10(e)(1)(i)(B).",
  ])("excuses no outlook: %s", (why) => {
    expect(outlook(why)).toEqual([
      expect.stringMatching(/does not say which information is not available, and so excuses nothing\.$/),
    ]);
  });

  it.each([
    "We do not reconcile this non-GAAP guidance, since it would take unreasonable efforts: acquisition costs are not known, and may be significant.",
    "We rely on the exception of Item 10(e)(1)(i)(B) and do not reconcile this non-GAAP guidance, since impairments and legal settlements are not known.",
  ])("is not one that names it: %s", (why) => {
    expect(outlook(why)).toEqual([]);
  });
});
