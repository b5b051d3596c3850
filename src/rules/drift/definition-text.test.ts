import { describe, expect, it } from "vitest";
import { checkRelease } from "../check-release.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const release = (year: string, definition: string): string =>
  `Marrowby Instruments Reports First Quarter Results\n\nLOWELL, Mass. - April 26, ${year} - Marrowby Instruments, Inc. spoke of its quarter.\n\n${definition}\n`;
const differing = (now: string, then: string) =>
  checkRelease(bytes(release("2007", now)), {
    name: "now.txt",
    with: [{ name: "q1-2006.txt", bytes: bytes(release("2006", then)) }],
  }).findings.filter((f) => f.code === "definition-differs");

const THEN =
  "Non-GAAP net income excludes amortization of intangible assets, stock-based compensation and acquisition costs.";

describe("a measure of the house's own", () => {
  it("that another document defines by other words is a note that says which", () => {
    const [note, ...more] = differing(
      "Non-GAAP net income excludes amortization of intangible assets, restructuring charges and acquisition costs.",
      THEN,
    );
    expect(more).toEqual([]);
    expect(note?.severity).toBe("note");
    expect(note?.message).toContain('q1-2006.txt names "stock-based compensation", and this document does not');
    expect(note?.message).toContain('this document names "restructuring charges", and q1-2006.txt does not');
  });

  it("may be defined in another order", () => {
    const now =
      "Non-GAAP net income excludes acquisition costs, stock-based compensation, and amortization of intangible assets.";
    expect(differing(now, THEN)).toEqual([]);
  });

  it('is found by "define ... as" and by "is defined as"', () => {
    const now = "We define free cash flow as cash from operations less capital expenditures.";
    const then = "Free cash flow is defined as cash from operations less capital expenditures and dividends.";
    expect(differing(now, then).map((f) => f.message)).toEqual([
      '"free cash flow" is defined in other words than in q1-2006.txt (paragraph 3): q1-2006.txt names "dividends", and this document does not.',
    ]);
  });
});
