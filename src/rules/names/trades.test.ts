import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";

const release = (...lines: readonly string[]): string =>
  [
    "# Acme Reports Third Quarter Results",
    "BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) reported its results.",
    ...lines,
  ].join("\n\n");

describe("what a bank earns before it provides for losses", () => {
  const missing = (text: string): readonly string[] => messagesOf(release(text), "gaap-measure-missing");

  it("is read with what it earns before tax, or after it", () => {
    expect(missing("- Net income of $61.2 million; pre-provision net revenue of $84.9 million")).toEqual([]);
    expect(missing("- Income before tax of $74.4 million and PPNR of $84.9 million")).toEqual([]);
    expect(missing("- Revenue of $186.1 million and pre-provision net revenue of $84.9 million")).toHaveLength(1);
  });
});

describe("letters for a name that ends in them", () => {
  const first = (text: string): readonly string[] => messagesOf(release(text), "non-gaap-first");
  const told = 'Earnings available for distribution ("EAD"), a non-GAAP measure, leave out gains and losses.';

  it("stand for it from there on", () => {
    expect(first(`EAD was $47.2 million, and net income was $56.4 million.\n\n${told}`)).toHaveLength(1);
    expect(first(`Net income was $56.4 million, and EAD was $47.2 million.\n\n${told}`)).toEqual([]);
    // A word in capitals behind a name is its other sign.
    expect(first("OPERATING EBITDA (LOSS)\n\nThe loss was $0.12 per share, and net income $1.0 million.")).toEqual([]);
  });
});
