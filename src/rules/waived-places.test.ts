import { describe, expect, it } from "vitest";
import { checkDocument } from "../tieout/check.ts";
import { draftedMarks } from "../tieout/marks/draft.ts";
import type { Mark } from "../tieout/marks/mark.ts";
import { parseMarks } from "../tieout/marks/parse.ts";
import type { CheckedDocument } from "../tieout/report/checked.ts";
import { rulesBy } from "./rules.ts";

const HEAD =
  "# Acme Reports Third Quarter Results\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results for the quarter ended September 30, 2025.\n\n";

function checked(text: string, marks: readonly Mark[] = [], name = "release.md"): CheckedDocument {
  const document = checkDocument(new TextEncoder().encode(text), { name, marks, rules: rulesBy() });
  if (document.kind === "refused") throw new Error(document.refusal.message);
  return document;
}

/** The marks that --write-marks prints for a release, filled in. */
function marksFor(text: string, name = "release.md"): readonly Mark[] {
  const drafted = draftedMarks(checked(text, [], name))
    .replaceAll('reason: ""', "reason: Agreed.")
    .replaceAll('author: ""', "author: R. Lie")
    .replaceAll('date: ""', "date: 2025-11-01");
  const { marks, troubles } = parseMarks(`marks:\n${drafted}`, "marks.yaml");
  expect(troubles).toEqual([]);
  return marks;
}

/** What is left to act on of a later draft under the marks of an earlier one. */
const left = (later: string, marks: readonly Mark[], name = "release.md"): readonly string[] =>
  checked(later, marks, name)
    .findings.filter(({ waived }) => waived === null)
    .map(({ code }) => code)
    .toSorted();

const OWN = "Adjusted EBITDA was $12.1 million, compared with $11.0 million.\n\n";
const AGAIN = "Adjusted EBITDA of the first nine months was $35.0 million, and our order book is full.\n\n";

describe("a mark", () => {
  it("covers all places that stood there when it was written", () => {
    const text = `${HEAD}${OWN}${AGAIN}The dial-in number is TBD. Revenue was $XX million.\n`;
    const marks = marksFor(text);
    expect(marks).toHaveLength(2);
    expect(left(text, marks)).toEqual([]);
  });

  it("covers no place that has come since, in its own line or in another", () => {
    const told = `${HEAD}${OWN}`;
    expect(left(`${told}${AGAIN}`, marksFor(told))).toEqual(["gaap-measure-missing", "mark-void"]);
    const bare = `${HEAD}The dial-in number is TBD.\n`;
    expect(left(bare.replace("TBD.", "TBD. Revenue was $XX million."), marksFor(bare))).toEqual([
      "mark-void",
      "placeholder-left",
    ]);
  });

  it("does not take a place for another of the same word", () => {
    const bare = `${HEAD}The dial-in number is TBD.\n`;
    const other = `${HEAD}The dial-in number is +1 555 0100.\n\nThe dividend of the fourth quarter is TBD.\n`;
    expect(left(other, marksFor(bare))).toEqual(["mark-void", "placeholder-left"]);
  });

  it("says which places it does not name", () => {
    const told = `${HEAD}${OWN}`;
    const [found] = checked(`${told}${AGAIN}`, marksFor(told)).findings.filter(({ code }) => code === "mark-void");
    expect(found?.message).toContain(
      'stands in 1 place that the mark does not name: "Adjusted EBITDA of the first nine months was" in line 7.',
    );
  });

  it("is carried where text comes before its places, where their numbers move, and where some of them are mended", () => {
    const text = `${HEAD}${OWN}${AGAIN}`;
    const marks = marksFor(text);
    const moved = text.replace("BOSTON", "The board met in Bergen.\n\nBOSTON").replace("$35.0", "$36.2");
    expect(left(moved, marks)).toEqual([]);
    expect(left(`${HEAD}${OWN}`, marks)).toEqual([]);
  });

  it("tells places apart in a page that is one line", () => {
    const page = (more: string): string =>
      `<html><body><p>BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results.</p><p>Adjusted EBITDA was $12.1 million.</p>${more}</body></html>`;
    const later = page("<p>Adjusted EBITDA of the year was $35.0 million, and our order book is full.</p>");
    expect(left(page(""), marksFor(page(""), "r.htm"), "r.htm")).toEqual([]);
    expect(left(later, marksFor(page(""), "r.htm"), "r.htm")).toEqual(["gaap-measure-missing", "mark-void"]);
    expect(left(later, marksFor(later, "r.htm"), "r.htm")).toEqual([]);
  });

  it("covers no further table either, of which no message tells", () => {
    const bridge = (title: string): string =>
      `## Reconciliation of ${title}\n\n| ($ millions) | 2025 | 2024 |\n|---|---|---|\n| Net income | 4.0 | 3.1 |\n| Interest | 1.0 | 1.0 |\n| Income taxes | 2.0 | 1.5 |\n| Depreciation and amortization | 5.0 | 4.8 |\n| Litigation settlement | 1.2 | 0.9 |\n| EBITDA | 13.2 | 11.3 |\n\n`;
    const [first, both] = [`${HEAD}${bridge("EBITDA")}`, `${HEAD}${bridge("EBITDA")}${bridge("EBITDA of the year")}`];
    expect(left(first, marksFor(first))).not.toContain("ebitda-leaves-out-more");
    expect(left(both, marksFor(first))).toContain("ebitda-leaves-out-more");
    expect(left(both, marksFor(both))).not.toContain("ebitda-leaves-out-more");
  });

  it("that was written by hand, by code and text alone, is in force for one place", () => {
    const text = (code: string): string =>
      `marks:\n  - waive: { code: ${code}, text: TBD }\n    reason: Agreed.\n    author: R. Lie\n    date: 2025-11-01\n`;
    const { marks } = parseMarks(text("placeholder-left"), "marks.yaml");
    expect(left(`${HEAD}The dial-in number is TBD.\n`, marks)).toEqual([]);
    expect(left(`${HEAD}The dial-in number is TBD. The webcast is at TBC.\n`, marks)).toContain("mark-void");
  });

  it.each([
    ["places: []", "nothing"],
    ["places: [{ a: b }]", "the words of a place"],
  ])("with %s is refused", (places, told) => {
    const { marks, troubles } = parseMarks(
      `marks:\n  - waive: { code: placeholder-left, ${places} }\n    reason: a\n    author: b\n    date: 2025-11-01\n`,
      "marks.yaml",
    );
    expect(marks).toEqual([]);
    expect(troubles[0]?.message).toContain(told);
  });
});
