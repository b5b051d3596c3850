import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const CODES = new Set(["quotation-without-gaap", "gaap-measure-missing", "gaap-ratio-missing"]);
const found = (said: string, more = ""): readonly string[] =>
  wordsFound(`${HEAD}Revenue was $40.2 million.\n\n${said}\n\n${more}${STATEMENT}`, CODES);
const SEGMENTS = "The Pumps segment and the Valves segment have each a plant.\n\n";

describe("what a release tells of its segments by their names", () => {
  it("is no measure of the company's own, where the segment stands right before or behind it", () => {
    const said = '"Pumps adjusted EBITDA rose to $3.1 million," said Jane Doe, chief executive.';
    expect(found(said)).toEqual(["quotation-without-gaap: adjusted EBITDA"]);
    expect(found(said, SEGMENTS)).toEqual([]);
    const drove = '"Pumps drove record adjusted EBITDA of $3.1 million," said Jane Doe, chief executive.';
    expect(found(drove, SEGMENTS)).toEqual(["quotation-without-gaap: adjusted EBITDA"]);
    expect(found("- Adjusted EBITDA in Valves of $3.1 million", SEGMENTS)).toEqual([]);
    expect(found("- Adjusted EBITDA of $3.1 million", SEGMENTS)).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
  });

  it("is none behind the segment's name set off in front of its sentences", () => {
    const told = (lead: string): readonly string[] =>
      found(`**${lead}.** Orders rose. Adjusted EBITDA was $3.1 million.`);
    expect(told("Brakes segment")).toEqual([]);
    expect(told("Brakes")).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
  });

  it("is none in a paragraph of its own, right below one that begins with the segment's measure", () => {
    const above = "Pumps segment operating income was $2.9 million.";
    expect(found(`${above}\n\nAdjusted operating income was $3.1 million.`)).toEqual([]);
    expect(found(`${above}\n\nConsolidated adjusted operating income was $3.1 million.`)).toHaveLength(1);
    expect(found("Adjusted operating income was $3.1 million.")).toHaveLength(1);
  });

  it("is none where the sentence is about the segment, up to a word for the whole", () => {
    const said = (then: string): string => `"Pumps had its best quarter ${then}," said Jane Doe, chief executive.`;
    expect(found(said("for adjusted EBITDA, at $3.1 million"), SEGMENTS)).toEqual([]);
    const inside =
      '"We did well," said Jane Doe of Acme, Inc. "Pumps had its best quarter for adjusted EBITDA, $3.1 million."';
    expect(found(inside, SEGMENTS)).toEqual([]);
    expect(found(said("and our consolidated adjusted EBITDA was $3.1 million"), SEGMENTS)).toEqual([
      "quotation-without-gaap: adjusted EBITDA",
    ]);
  });

  it("is known by a title of its results of the quarter, where another name has such a title too", () => {
    const said = "## Pumps Third Quarter Results\n\n- Adjusted EBITDA for Pumps of $3.1 million\n\n";
    const other = "## Valves Third Quarter Results\n\n- Orders rose\n\n";
    expect(found(said, other)).toEqual([]);
    expect(found(said)).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
    const praised = "## Strong Third Quarter Results\n\n- Strong adjusted EBITDA of $3.1 million\n\n";
    expect(found(praised, "## Solid Third Quarter Performance\n\n- Orders rose\n\n")).toHaveLength(1);
    const own = "## Acme Third Quarter Results\n\n- Acme adjusted EBITDA of $3.1 million\n\n";
    expect(found(own, other)).toHaveLength(1);
  });

  it("is known by a title where it is called a business, and by no word that any segment has", () => {
    const said = "- Repair Services adjusted EBITDA of $3.1 million";
    const text = "Our Repair Services business grew.\n\n";
    expect(found(said, text)).toHaveLength(1);
    expect(found(said, `${text}### Repair Services\n\n`)).toEqual([]);
    expect(found("- Acme adjusted EBITDA of $3.1 million", "Acme's segments differ.\n\n")).toHaveLength(1);
    expect(
      found("- Consolidated adjusted EBITDA of $3.1 million", "Total and Consolidated Segments differ.\n\n"),
    ).toHaveLength(1);
  });

  it("is known by a list that says what each segment has, for short too", () => {
    const list =
      "We report in two segments: Plant Repair Services, which has our shops; and Pumps, with our plants.\n\n";
    const said = (what: string): string => `"${what} rose to $3.1 million," said Jane Doe, chief executive.`;
    expect(found(said("Plant Repair Services adjusted EBITDA"), list)).toEqual([]);
    expect(found(said("Plant Repair revenue and adjusted EBITDA"), list)).toEqual([]);
    expect(found(said("Plant Repair Services adjusted EBITDA"))).toHaveLength(1);
    expect(found(said("Our revenue and adjusted EBITDA"), list)).toHaveLength(1);
  });

  it("is all that stands below a title with the segment's name, as a title of any segment has it", () => {
    const below = (title: string): string =>
      `## ${title}\n\nOperating earnings fell, and adjusted EBITDA was $3.1 million.\n\n`;
    const guided = "Acme has raised the guidance for its Salt Segment.\n\n";
    expect(found("", below("Salt Business Commentary"))).toEqual(["gaap-measure-missing: adjusted EBITDA"]);
    expect(found(guided, below("Salt Business Commentary"))).toEqual([]);
    expect(found(guided, below("SALT RESULTS"))).toEqual([]);
    expect(found(guided, below("Saltwater Business Commentary"))).toHaveLength(1);
    expect(found(guided, below("Salt prices and business results"))).toHaveLength(1);
  });
});
