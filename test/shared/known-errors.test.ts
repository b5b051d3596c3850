import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkRelease } from "../../src/index.ts";

/** Errors that stand in published releases, and figures that are right and look wrong. */
const folder = fileURLToPath(new URL("../../../shared/corpus/releases/text/", import.meta.url));
const names = readdirSync(folder).sort();

/** The printed figures of each finding of a severity, the likeliest culprit first. */
function findingsOf(name: string, severity = "error"): readonly (readonly string[])[] {
  const report = checkRelease(readFileSync(folder + name), { name });
  const printed = new Map(report.figures.map((f) => [f.id, f.text]));
  const errors = report.findings.filter((f) => f.severity === severity && f.about === "figures");
  return errors.map((f) => f.figures.map((id) => printed.get(id)!));
}

describe("an error in a published release is found", () => {
  test.each([
    ["R219-byrna-technologies-2024-11-30.md", "a tax benefit without its brackets", ["8,027", "165", "8,192"]],
    ["R116-wayfair-2025-09-30.md", "a half year in the column of nine months", ["238", "8,730"]],
    ["R116-wayfair-2025-09-30-2.md", "a half year in the column of nine months", ["238", "357"]],
    ["R213-avantor-2024-12-31.md", "a growth that was rounded twice", ["3", "2,173.5", "2,228.9"]],
  ])("%s: %s", (name, _, figures) => {
    expect(findingsOf(name)).toContainEqual(expect.arrayContaining(figures));
  });
});

// Two tables of one name and period that differ by one step are no proof that either is misprinted: each adds up with its own.
test("R033-intel-2022-12-31.md: one expense in two reconciliations differs by one, and is warned of", () => {
  const warnings = findingsOf("R033-intel-2022-12-31.md", "warning");
  expect(warnings).toContainEqual(expect.arrayContaining(["2,036", "2,035"]));
});

describe("a figure that is right and looks wrong is no error", () => {
  const right = names.filter((name) => /^R04[78]|^R08[7-9]|^R09[0-7]/.test(name));
  test.each(right)("%s", (name) => {
    expect(findingsOf(name)).toEqual([]);
  });
});
