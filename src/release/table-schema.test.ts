import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { complaints, type Schema } from "../../test/json-schema.ts";
import { gathered } from "../books/said.ts";
import { readCall } from "./call-file.ts";
import { readTables } from "./table-file.ts";
import { RELEASE_SCHEMAS } from "./table-schema.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const schemaOf = (of: string): Schema => JSON.parse(RELEASE_SCHEMAS.find((schema) => schema.of === of)!.text);
const editor = (of: string, text: string): readonly string[] => complaints(schemaOf(of), parse(text));

function reader(of: string, text: string): readonly string[] {
  const { say, findings } = gathered();
  if (of === "tables.yaml") readTables({ path: of, text }, say, (written) => written);
  else readCall({ path: of, text }, say, (written) => written);
  return findings().map(({ code }) => code);
}

const files: readonly (readonly [of: string, text: string])[] = readdirSync(examples, { recursive: true })
  .map(String)
  .filter((path) => /releases.(?:[^/\\]+).(?:tables|call)\.yaml$/.test(path))
  .map((path) => [
    path.endsWith("call.yaml") ? "call.yaml" : "tables.yaml",
    readFileSync(`${examples}/${path}`, "utf8"),
  ]);

const TABLES = `tables:
  - table: revenue
    unit: millions
    columns: [{ period: this, audited: no }]
    rows: [{ measure: revenue, level: 1 }]
    footnotes: [One., Two.]
charts:
  - { chart: bars, form: bars, quarters: 4 }
`;
const CALL = "call: { start: 2007-11-01T16:45, zone: America/New_York, replay: { from: 2007-11-01T20:00, days: 4 } }\n";

describe("the schema of a release's settings", () => {
  it.each(RELEASE_SCHEMAS)("stands in schemas/$name", async ({ name, text }) => {
    await expect(text).toMatchFileSnapshot(`../../schemas/${name}`);
  });

  it("has a sentence about each field", () => {
    const sentences = (schema: Schema): readonly (string | undefined)[] =>
      Object.values(schema.properties ?? schema.items?.properties ?? {}).flatMap((one) => [
        one.description,
        ...sentences(one),
      ]);
    for (const { of } of RELEASE_SCHEMAS) {
      const all = sentences(schemaOf(of));
      expect(all.length).toBeGreaterThan(10);
      for (const sentence of all) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("accepts, as the reader does, what the examples hold", () => {
    expect(files.length).toBeGreaterThan(3);
    for (const [of, text] of [...files, ["tables.yaml", TABLES], ["call.yaml", CALL]] as const) {
      expect(reader(of, text)).toEqual([]);
      expect(editor(of, text)).toEqual([]);
    }
  });

  it.each([
    ["tables.yaml", "table: revenue", "tabel: revenue"],
    ["tables.yaml", "unit: millions", "unit: million"],
    ["tables.yaml", "audited: no", "audited: never"],
    ["tables.yaml", "level: 1", "level: 9"],
    ["tables.yaml", "form: bars", "form: pie"],
    ["tables.yaml", "quarters: 4", "quarters: 40"],
    ["tables.yaml", "columns: [{ period: this, audited: no }]", "columns: this"],
    ["call.yaml", "16:45", "4:45 p.m."],
    ["call.yaml", "America/New_York", "Eastern"],
    ["call.yaml", "zone: America/New_York, ", ""],
    ["call.yaml", "from: 2007-11-01T20:00, ", ""],
  ])("of %s refuses, as the reader does, %j made %j", (of, from, to) => {
    const whole = of === "tables.yaml" ? TABLES : CALL;
    const text = whole.replace(from, to);
    expect(text).not.toBe(whole);
    expect(reader(of, text)).not.toEqual([]);
    expect(editor(of, text)).not.toEqual([]);
  });
});
