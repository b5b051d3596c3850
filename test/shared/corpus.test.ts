import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkRelease } from "../../src/index.ts";
import { brokenPromises } from "../invariants.ts";

/** Every fifth real document: each has a report, the report keeps its promises, and it is the same the second time. */
const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const sample = ["releases/html", "releases/text", "ixbrl"].flatMap((folder) =>
  readdirSync(corpus + folder)
    .filter((name) => /\.(html?|txt|md)$/.test(name))
    .sort()
    .filter((_, i) => i % 5 === 0)
    .map((name) => `${folder}/${name}`),
);

describe("a sample of real documents", () => {
  test.each(sample)("%s", (name) => {
    const bytes = readFileSync(corpus + name);
    const report = checkRelease(bytes, { name });
    expect(report.refused).toBeUndefined();
    expect(report.summary.measurements).toBeGreaterThan(0);
    expect(brokenPromises(report, bytes)).toEqual([]);
    expect(JSON.stringify(checkRelease(bytes, { name }))).toBe(JSON.stringify(report));
  });
});
