import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const DEFINED =
  "## Non-GAAP measures\n\n## Client Assets Overseen (CAO)\n\nCAO comprises invested assets at cost and cash. Management considers this non-GAAP financial measure to be useful to investors.\n\n";
const found = (said: string, ...parts: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}${parts.join("")}`, "reconciliation-missing");
const told = (name: string): unknown =>
  expect.stringMatching(new RegExp(`^"${name}" is given, which the release calls a measure that is not under GAAP`));

describe("a measure that the release itself calls its own, by a name that nobody else has", () => {
  const SAID = "This included client assets overseen of $55.9 million.";

  it("is led to, or told of with each of its places", () => {
    expect(found(SAID, DEFINED)).toEqual([told("Client Assets Overseen")]);
    const sentence = "## Non-GAAP measures\n\nClient assets overseen is a non-GAAP financial measure.\n\n";
    expect(found(SAID, sentence)).toEqual([told("Client assets overseen")]);
  });

  it("is not led to by a roll-forward of it, nor by a table that repeats it", () => {
    const rolled = table(
      "Client assets overseen",
      "CAO at beginning of period | 50.2 | 48.0",
      "Net flows | 5.7 | 2.2",
      "CAO at end of period | 55.9 | 50.2",
    );
    expect(found(SAID, rolled, DEFINED)).toEqual([
      expect.stringMatching(/^"Client Assets Overseen" is given.* It stands so in line \d+ and line \d+ as well\.$/),
    ]);
  });

  it("is nothing where lines under GAAP add up to it, or where it is not shown", () => {
    const led = table(
      "Client assets overseen",
      "Total investments | 50.2 | 48.0",
      "Cash | 5.7 | 2.2",
      "Client assets overseen | 55.9 | 50.2",
    );
    expect(found(SAID, led, DEFINED)).toEqual([]);
    expect(found("We look after client assets overseen with care.", DEFINED)).toEqual([]);
    expect(found("We expect client assets overseen of $60.0 million.", DEFINED)).toEqual([]);
  });

  it("is nothing where the release does not call it so", () => {
    expect(found(SAID, DEFINED.replace("non-GAAP financial measure", "operating metric"))).toEqual([]);
  });

  it("is told apart from another whose name it is part of", () => {
    const both = `${DEFINED}## CAO before Cessions\n\nCAO before cessions is CAO plus ceded assets. Management considers this non-GAAP financial measure to be useful.\n\n`;
    const rows = table("Highlights", "CAO before cessions | 60.1 | 55.3");
    expect(found("", rows, both)).toEqual([told("CAO before Cessions")]);
  });

  it("may be called so by the words around its name, or in a list", () => {
    const shown = "Managed Loans totaled $17.6 billion.";
    const basis = "## Non-GAAP measures\n\nWe present our loans on a non-GAAP “Managed Loans” basis.\n\n";
    expect(found(shown, basis)).toEqual([told("Managed Loans")]);
    const measure =
      "## Non-GAAP measures\n\nOur non-GAAP Managed Loans measure may not be comparable to those of others.\n\n";
    expect(found(shown, measure)).toEqual([told("Managed Loans")]);
    const list =
      "## Non-GAAP measures\n\nWe use non-GAAP financial measures such as adjusted EBITDA, managed assets and EBIT.\n\n";
    expect(found("Managed assets totaled $17.6 billion.", list)).toEqual([told("managed assets")]);
    expect(found("Managed assets totaled $17.6 billion.")).toEqual([]);
  });

  it("is led to for each of its dates", () => {
    const basis = "## Non-GAAP measures\n\nWe present our loans on a non-GAAP “Managed Loans” basis.\n\n";
    const rows = (title: string, dates: string, ...lines: readonly string[]): string =>
      `## ${title}\n\n| | ${dates} |\n|---|---|---|\n${lines.map((line) => `| ${line} |\n`).join("")}\n`;
    const led = rows(
      "Reconciliation of Loans to Managed Loans",
      "September 30, 2025 | December 31, 2024",
      "Loans | 82.1 | 75.8",
      "Loans held by trusts | 73.9 | 72.2",
      "Managed Loans | 156.0 | 148.0",
    );
    const shown = (dates: string, amounts: string): string => rows("Highlights", dates, `Managed Loans | ${amounts}`);
    const early = shown("September 30, 2025 | September 30, 2024", "156.0 | 141.9");
    expect(found("", early, basis, led)).toEqual([
      'Table 2 gives "Managed Loans" for a date or a period that no reconciliation of it has (141.9).',
    ]);
    expect(found("", shown("September 30, 2025 | December 31, 2024", "156.0 | 148.0"), basis, led)).toEqual([]);
  });
});

describe("measures that the release lists as its own", () => {
  const DEFINES = "## Non-GAAP measures\n\n";

  it("are led to, or told of, be they one word", () => {
    const list = `${DEFINES}These non-GAAP measures include EBITDA and Liquidity and are defined below.\n\n`;
    expect(found("We ended the quarter with liquidity of $58.0 million.", list)).toEqual([told("Liquidity")]);
    expect(found("We ended the quarter with ample liquidity.", list)).toEqual([]);
    const led = table("Liquidity", "Cash | 18.0 | 17.0", "Credit line | 40.0 | 40.0", "Liquidity | 58.0 | 57.0");
    expect(found("We ended the quarter with liquidity of $58.0 million.", list, led)).toEqual([]);
  });

  it("may be prices, which rows call by their metals", () => {
    const list = `${DEFINES}1 Realized metal prices, EBITDA (E), and net debt are non-GAAP ratios which have no standardized meaning.\n\n`;
    const rows = table("Prices", "Realized copper price (per lb) | $4.17 | $3.62", "Volume | 12.0 | 11.0");
    expect(found("", rows, list)).toEqual([told("Realized metal prices")]);
    expect(found("", rows)).toEqual([]);
    expect(
      found(
        "",
        table("Reconciliation of realized prices", "Sales | 50.0 | 40.0", "Realized copper price | 4.17 | 3.62"),
        list,
      ),
    ).toEqual([]);
  });
});
