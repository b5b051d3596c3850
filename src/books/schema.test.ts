import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { complaints, type Schema } from "../../test/json-schema.ts";
import { SMALL } from "../../test/small-books.ts";
import { COMPANY_SETTINGS } from "./company.ts";
import { MEASURES_SETTINGS } from "./own-measures.ts";
import { readBooks } from "./read-books.ts";
import { SCHEMAS } from "./schema.ts";

const schemaOf = (of: string): Schema => JSON.parse(SCHEMAS.find((schema) => schema.of === of)!.text);
const editor = (of: string, text: string): readonly string[] => complaints(schemaOf(of), parse(text));
const reader = (of: string, text: string): readonly string[] =>
  readBooks(
    Object.entries({ ...SMALL, [of]: text }).map(([path, one]) => ({ path, bytes: new TextEncoder().encode(one) })),
  )
    .findings.filter(({ places }) => places[0]?.path === of)
    .map(({ code }) => code);

describe("the schema of a settings file", () => {
  it.each(SCHEMAS)("stands in schemas/$name", async ({ name, text }) => {
    await expect(text).toMatchFileSnapshot(`../../schemas/${name}`);
  });

  it("has the fields that the reader has, each with a sentence about it", () => {
    for (const [of, settings] of [
      ["company.yaml", COMPANY_SETTINGS],
      ["measures.yaml", MEASURES_SETTINGS],
    ] as const) {
      const { properties } = schemaOf(of);
      expect(Object.keys(properties!)).toEqual(Object.keys(settings));
      for (const { description } of Object.values(properties!)) expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("accepts what the reader accepts", () => {
    for (const of of ["company.yaml", "measures.yaml"]) expect(editor(of, SMALL[of]!)).toEqual([]);
    for (const [from, to] of [
      ["growth-cap: 10", "growth-cap:"],
      ["growth-cap: 10\n", ""],
      ["growth-cap: 10", 'growth-cap: "2.50"'],
      ["rounding: halfExpand", 'rounding: "trunc"'],
      ["people:", "exchange: SSE\nticker: 600519\npeople:"],
    ] as const) {
      const text = SMALL["company.yaml"]!.replace(from, to);
      expect(reader("company.yaml", text)).toEqual([]);
      expect(editor("company.yaml", text)).toEqual([]);
    }
  });

  it.each([
    ["presentation: USD", "presentation: usd"],
    ["presentation: USD\n", ""],
    ["rounding: halfExpand", "rounding: half-up"],
    ["growth-cap: 10", "growth-cap: 0"],
    ["growth-cap: 10", 'growth-cap: "1,000"'],
    ["growth-cap", "growth-kap"],
    ["start: 2007-01-28", "start: 28.1.2007"],
    ["quarter: 2007-Q1 }\n  - { month: 2007-P02", "quarter: 2007-Q5 }\n  - { month: 2007-P02"],
    ["name: Ann Example, ", ""],
    ["about: Example Instruments makes instruments.", "about: [a]"],
  ])("refuses, as the reader does, %j made %j", (from, to) => {
    const text = SMALL["company.yaml"]!.replace(from, to);
    expect(text).not.toBe(SMALL["company.yaml"]);
    expect(reader("company.yaml", text)).not.toEqual([]);
    expect(editor("company.yaml", text)).not.toEqual([]);
  });
});
