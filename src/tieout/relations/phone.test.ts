import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const BODY = `${"Norlund makes instruments for laboratories and sells them in many countries through its own people. ".repeat(4)}\n`;
const release = (head: string, foot: string): string =>
  `${head}\n\nNorlund Reports Third Quarter Results\n\n${BODY}\nContacts:\n\n${foot}\n`;

describe("a telephone number", () => {
  it("that a slip of the area code tells from a toll-free one is the error (V8)", () => {
    const text = release("Ada Quist\nTreasurer\n880-225-3384", "Ada Quist\nTreasurer\n(800) 225-3384");
    const [finding, more] = check(text).findings;
    expect(more).toBeUndefined();
    expect(finding).toMatchObject({ code: "phone-differs", severity: "error" });
    expect(text.slice(finding!.start, finding!.end)).toBe("880-225-3384");
    expect(finding!.figures).toHaveLength(2);
  });

  it("in two forms is one number (V8)", () => {
    const report = check(release("Ada Quist\nTreasurer\n978-715-1527", "Ada Quist\nTreasurer\n(978) 715 - 1527"));
    expect(report.findings).toEqual([]);
    expect(report.relations.map((r) => `${r.rule} ${r.verdict} ${r.text}`)).toEqual([
      "T48 consistent 978-715-1527 = (978) 715 - 1527",
    ]);
  });

  it("with the same last digits in another city is another number", () => {
    expect(told(release("Toll-free: 800-225-3384", "Direct line: 617-225-3384"))).toEqual([]);
    expect(told(release("Toll-free: 800-225-3384", "Toll-free: 888-225-3384"))).toEqual([]);
  });

  it("of one person that changes by a slip is an error, by more a warning", () => {
    const two = (a: string, b: string): readonly string[] =>
      told(release(`Ada Quist\nTreasurer\n${a}`, `Ada Quist\nTreasurer\n${b}`));
    expect(two("978-715-1527", "978-715-1572")).toEqual(["error phone-differs"]);
    expect(two("978-715-1527", "212-555-0100")).toEqual(["warning phone-differs"]);
    expect(two("978-715-1527, ext. 4", "+1 978 715 1527")).toEqual([]);
  });

  it("of another person may be the next one", () => {
    expect(told(release("Ada Quist\nTreasurer\n978-715-1527", "Bo Lindahl\nController\n978-715-1528"))).toEqual([]);
  });

  it("in letters is the one in digits behind it", () => {
    expect(told(release("Call 1-800-555-WIRE (1-800-555-9473).", "Norlund"))).toEqual([]);
    expect(told(release("Call 1-800-555-WIRE (1-800-555-9478).", "Norlund"))).toEqual(["error phone-differs"]);
  });

  it("whose area code starts with a one cannot be dialled", () => {
    expect(told(release("Telephone: (178) 715-1527", "Norlund"))).toEqual(["warning phone-cannot-be"]);
  });
});
