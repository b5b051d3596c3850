import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { SMALL } from "../../test/small-books.ts";
import { COMPANY_SETTINGS } from "./company.ts";
import { MEASURES_SETTINGS } from "./own-measures.ts";
import { readBooks } from "./read-books.ts";
import { SCHEMAS } from "./schema.ts";

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly description?: string;
}

const typeOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

/** What an editor would underline, by the words of JSON Schema that the files use. */
function complaints(schema: Schema, value: unknown, path = ""): readonly string[] {
  const type = typeOf(value);
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  if (types?.includes(type) === false) return [`${path}: ${type}`];
  if (schema.enum?.includes(value) === false) return [`${path}: ${JSON.stringify(value)}`];
  if (typeof value === "string")
    return (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) ||
      value.length < (schema.minLength ?? 0)
      ? [`${path}: ${value}`]
      : [];
  if (typeof value === "number")
    return value < (schema.minimum ?? value) ||
      value > (schema.maximum ?? value) ||
      value <= (schema.exclusiveMinimum ?? value - 1)
      ? [`${path}: ${value}`]
      : [];
  if (Array.isArray(value))
    return value.length < (schema.minItems ?? 0)
      ? [`${path}: empty`]
      : value.flatMap((item, i) => complaints(schema.items ?? {}, item, `${path}/${i}`));
  if (type !== "object") return [];
  const fields = Object.entries(value as Readonly<Record<string, unknown>>);
  const missing = (schema.required ?? []).filter((name) => !fields.some(([field]) => field === name));
  return [
    ...missing.map((name) => `${path}: no ${name}`),
    ...fields.flatMap(([name, held]) => {
      const inner = schema.properties?.[name] ?? schema.additionalProperties ?? true;
      if (inner === false) return [`${path}: ${name}`];
      return complaints(inner === true ? {} : inner, held, `${path}/${name}`);
    }),
  ];
}

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
