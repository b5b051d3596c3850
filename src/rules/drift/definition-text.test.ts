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

describe("a definition in the usual forms", () => {
  const things = "interest, income taxes, depreciation and amortization, restructuring charges";
  const forms: readonly [string, (things: string) => string][] = [
    ["is", (all) => `Adjusted EBITDA is net income before ${all}.`],
    ["represents", (all) => `Adjusted EBITDA represents net income before ${all}.`],
    ["means", (all) => `Adjusted EBITDA means net income before ${all}.`],
    ["is calculated as", (all) => `Adjusted EBITDA is calculated as net income before ${all}.`],
    ["we calculate by", (all) => `We calculate Adjusted EBITDA by adding back ${all} to net income.`],
    ["is adjusted to exclude", (all) => `Adjusted EBITDA is net income adjusted to exclude ${all}.`],
  ];
  it.each(forms)("%s is read, and compared with itself and with others", (_, said) => {
    const now = said(`${things}, litigation settlements and share-based compensation`);
    const then = said(`${things} and share-based compensation`);
    expect(differing(now, then).map((f) => f.message)).toEqual([
      '"Adjusted EBITDA" is defined in other words than in q1-2006.txt (paragraph 3): this document names "litigation settlements", and q1-2006.txt does not.',
    ]);
    expect(differing(then, then)).toEqual([]);
  });

  it("may be another one than before", () => {
    for (const [, said] of forms)
      expect(differing(said(things), `We define Adjusted EBITDA as net income before ${things}.`)).toEqual([]);
  });

  it("names one thing more that free cash flow is less of", () => {
    const then = "Free cash flow is net cash provided by operating activities less capital expenditures.";
    const now = then.replace("expenditures.", "expenditures and principal payments on finance leases.");
    expect(differing(now, then).map((f) => f.message)).toEqual([
      expect.stringContaining('this document names "principal payments on finance leases"'),
    ]);
  });

  it("is none where a sentence tells of results, or of what the measure is good for", () => {
    const then = "Adjusted EBITDA is net income before interest, taxes, depreciation and amortization.";
    for (const now of [
      "Adjusted EBITDA was net income of $4.0 million before interest and a gain on the sale of a plant.",
      "Adjusted EBITDA is revenue of $40.0 million less wages and rent.",
      "Adjusted EBITDA is a measure of earnings that lenders use, and banks adjusted their covenants for it.",
      `${then.slice(0, -1)}, which we believe helps investors and analysts to compare peers.`,
      `${then.slice(0, -1)}, because lenders ask for covenants.`,
    ])
      expect(differing(now, then)).toEqual([]);
  });
});
