import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { checkRelease } from "../check-release.ts";
import { EBITDA, HEAD } from "../example-passages.ts";

const labelled = (text: string): readonly string[] =>
  checkRelease(new TextEncoder().encode(`${HEAD}${text}`), { name: "release.md" })
    .findings.filter(({ code }) => code === "label-non-recurring")
    .map(({ message }) => message.slice(0, message.indexOf(":")));

it("calls what is adjusted for one-time or non-routine as well", () => {
  expect(labelled("Adjusted net income excludes one-time items of $1.1 million.\n")).toEqual(['"one-time items"']);
  expect(labelled("Adjusted net income excludes non-routine legal fees of $1.1 million.\n")).toEqual([
    '"non-routine legal fees"',
  ]);
  expect(labelled("Net income was $4.0 million after a one-time fee for the audit.\n")).toEqual([]);
});

it("is told where charges may affect what is compared, and not where they may come", () => {
  const adjusted = "Adjusted EBITDA excludes non-recurring charges that";
  expect(labelled(`${adjusted} may affect comparability.\n`)).toHaveLength(1);
  expect(labelled(`${adjusted} may be incurred.\n`)).toEqual([]);
  expect(labelled("Adjusted EBITDA may leave out unusual items that other companies keep.\n")).toEqual([]);
});

it("is told once of the results, once of the definitions and once of the reconciliations", () => {
  const results = "Adjusted EBITDA excludes one-time costs. Adjusted net income excludes one-time gains.\n\n";
  const defined = "## Non-GAAP Financial Measures\n\nAdjusted EBITDA excludes infrequent charges.\n\n";
  const rows = EBITDA.replace("Depreciation |", "Unusual costs |");
  expect(labelled(`${results}${defined}${rows}`)).toEqual([
    '"one-time costs"',
    '"infrequent charges"',
    '"Unusual costs"',
  ]);
});

it("is told of the note of a line, and of all places", () => {
  expect(labelled(`${EBITDA}(1) We recorded a one-time charge in May.\n`)).toEqual(['"one-time charge"']);
  expect(labelled(`${EBITDA}We recorded a one-time charge in May.\n`)).toEqual([]);
  const text = `${HEAD}Adjusted EBITDA excludes one-time costs.\n\nAdjusted net income excludes unusual/nonrecurring expenses.\n`;
  expect(messagesOf(text, "label-non-recurring")).toEqual([expect.stringContaining("It stands so in line 5 as well.")]);
});

it("does not ask for points where they stand behind the percent", () => {
  const codes = (text: string): readonly string[] =>
    checkRelease(new TextEncoder().encode(`${HEAD}${text}`), { name: "release.md" }).findings.map(({ code }) => code);
  expect(codes("Gross margin improved 3% (300bps) to 40%.\n")).not.toContain("percent-for-points");
  expect(codes("Gross margin improved 3%, or 3 pts, to 40%.\n")).not.toContain("percent-for-points");
  expect(codes("Gross margin rose 5.9%, from 15.3% to 16.2%, that is by 0.9 percentage points.\n")).not.toContain(
    "percent-for-points",
  );
  expect(codes("Gross margin improved 3% to 40%.\n")).toContain("percent-for-points");
});

it("asks for points where the difference of two rates is told as a percentage", () => {
  const found = (moved: string): readonly string[] =>
    messagesOf(
      `${HEAD}Gross margin was 14.6%, compared to 11.4% a year ago, ${moved}, on more volume.\n`,
      "percent-for-points",
    );
  expect(found("an increase of 3.2%")).toEqual([expect.stringContaining('"an increase of 3.2%"')]);
  expect(found("an increase of 28.1%")).toEqual([]);
  expect(found("an increase of 3.2 percentage points")).toEqual([]);
});

it("asks for points where the move stands between the two rates", () => {
  const found = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n`, "percent-for-points");
  expect(found("Operating margin was 16.2%, up 0.9% from 15.3%.")).toHaveLength(1);
  expect(found("Operating margin was 16.2%, an increase of 0.9% from 15.3% a year ago.")).toHaveLength(1);
  expect(found("Operating margin was 16.2%, up 5.9% from 15.3%.")).toEqual([]);
  expect(found("Operating margin was 16.2%, up 0.9 points from 15.3%.")).toEqual([]);
  expect(found("Revenue growth was 16.2%, up 0.9% from 15.3%.")).toEqual([]);
  expect(found("The occupancy rate was 98.0%, up 1.0% from 97.0%.")).toEqual([]);
});

it("asks for points where market share moves to a level", () => {
  const found = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n`, "percent-for-points");
  expect(found("Our market share rose 2% to 31%.")).toHaveLength(1);
  expect(found("Our market share rose 2 points to 31%.")).toEqual([]);
  expect(found("Earnings per share rose 2% to $0.31.")).toEqual([]);
});

it("is told of a definition that lenders ask for as well, and not of what their contract says", () => {
  const more = " Our credit facility has ratios of it.\n";
  expect(labelled(`Adjusted EBITDA is defined as EBITDA before unusual expenses.${more}`)).toEqual([
    '"unusual expenses"',
  ]);
  expect(labelled(`Adjusted EBITDA excludes unusual expenses.${more}`)).toEqual([]);
});

it("is put on nothing in a release without a measure of its own, or where the definition asks for two years itself", () => {
  expect(labelled("Results exclude no non-recurring charges, and nothing was adjusted.\n")).toEqual([]);
  const said = "Adjusted net income excludes non-recurring charges";
  expect(labelled(`${said}, of which we had none in the last two years.\n`)).toEqual([]);
  expect(labelled(`${said} of $1.1 million.\n`)).toHaveLength(1);
});

it("is not asked of a table that reckons what a lender's contract says", () => {
  const lines = (section: string): string =>
    EBITDA.replace("| Depreciation |", `| ${section} | | |\n| Nonrecurring or unusual charges |`);
  expect(labelled(lines("Adjustments:"))).toEqual(['"Nonrecurring or unusual charges"']);
  expect(labelled(lines("Bank covenant adjustments:"))).toEqual([]);
  expect(labelled(lines("Bank charges:"))).toHaveLength(1);
});
