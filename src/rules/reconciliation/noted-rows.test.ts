import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const found = (label: string, note: string, more = ""): readonly string[] =>
  messagesOf(
    `${HEAD}${STATEMENT}## 2026 Guidance\n\n| ($ millions) | Low | High |\n|---|---|---|\n| Capital expenditures | 3.0 | 3.4 |\n| ${label} | 5.3 | 5.9 |\n\n(4) Of all mills.\n\n${note}\n\n${more}`,
    "outlook-without-gaap",
  );
const NOTE = "(5) Excludes stock compensation and expenses of the merger.";

it("a row of an outlook is the company's own where a note to it says what it leaves out", () => {
  expect(found("SG&A (5)", NOTE)).toEqual([
    'The outlook gives "SG&A" without what a note to it leaves out, under the name of a line of the statements, and no amount of that line.',
  ]);
  expect(found("GAAP SG&A | 5.8 | 6.4 |\n| SG&A (5)", NOTE)).toEqual([]);
  expect(found("SG&A (4)", NOTE)).toEqual([]);
  expect(found("SG&A", NOTE)).toEqual([]);
  expect(found("SG&A (5)", "(5) Includes stock compensation and expenses of the merger.")).toEqual([]);
  expect(found("SG&A (5)", "(5) Excludes potential expenses of mergers.")).toEqual([]);
});

it("is let off by an exception that is claimed", () => {
  const excepted =
    "We do not reconcile forward-looking non-GAAP measures, since it would take unreasonable efforts: acquisition costs are not known, and may be significant.\n";
  expect(found("SG&A (5)", NOTE, excepted)).toEqual([]);
});
