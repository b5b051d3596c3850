import { expect, it } from "vitest";
import { checkDocument } from "../check.ts";
import type { CheckedDocument } from "./checked.ts";
import { filtered } from "./filter.ts";
import { textOf } from "./text.ts";
import { write } from "./write.ts";

const SALES = [
  "Sales by region ($ millions):\n",
  "\tMarch 31, 2024\tMarch 31, 2023\tMarch 31, 2022",
  "North\t120.4\t101.2\t91.7",
  "South\t80.3\t70.1\t66.2",
  "West\t31.6\t29.0\t24.9",
  "Total sales\t223.3\t200.3\t182.8",
  "\nThe call is on Monday, November 4, 2025.\n",
].join("\n");

const checked = checkDocument(new TextEncoder().encode(SALES), { name: "sales.txt" }) as CheckedDocument;
const codes = (all: { findings: readonly { code: string }[] }): string[] => all.findings.map(({ code }) => code);

it("a filter leaves findings out, and says how many", () => {
  expect(codes(checked)).toEqual(["total-does-not-foot", "weekday-differs"]);
  const only = write(filtered(checked, { keep: "only", codes: ["weekday-differs", "part-missing"] }));
  expect(codes(only)).toEqual(["weekday-differs"]);
  expect(only.summary).toMatchObject({ errors: 1, leftOut: 1 });
  const except = filtered(checked, { keep: "except", codes: ["weekday-differs"] });
  expect(codes(write(except))).toEqual(["total-does-not-foot"]);
  expect(textOf(except)).toContain("1 error, 0 warnings, 0 notes, 1 more left out by the filter\n");
});

it("a filter leaves what is proved as it is", () => {
  const { figures, relations } = write(filtered(checked, { keep: "only", codes: [] }));
  expect(figures).toEqual(write(checked).figures);
  expect(figures.filter((f) => f.status === "contradicted").length).toBe(1);
  expect(relations).toEqual(write(checked).relations);
});

it("without a filter nothing is said of one", () => {
  expect(filtered(checked, undefined)).toBe(checked);
  expect(write(checked).summary).not.toHaveProperty("leftOut");
});
