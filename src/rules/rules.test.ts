import { describe, expect, it } from "vitest";
import { FINDING_CODES } from "../finding-code.ts";
import { checkRelease } from "./check-release.ts";
import type { Rule } from "./rule.ts";
import { RULES, rulesBy } from "./rules.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const codesIn = (text: string, { occasion, earlier }: Rule): readonly string[] =>
  checkRelease(bytes(text), {
    name: "release.md",
    rules: rulesBy({ occasion }),
    with: earlier === undefined ? [] : [{ name: "earlier.md", bytes: bytes(earlier) }],
  })
    .findings.filter(({ about }) => about === "rules")
    .map(({ code }) => code);

describe.each(RULES.map((rule) => [rule.code, rule] as const))("the rule %s", (code, rule) => {
  it("finds the passage that breaks it", () => {
    expect(codesIn(rule.breaks, rule)).toContain(code);
  });

  it("says nothing of two passages that come near", () => {
    expect(rule.keeps.length).toBeGreaterThanOrEqual(2);
    for (const passage of rule.keeps) expect(codesIn(passage, rule)).not.toContain(code);
  });

  it("has the severity that the list of codes gives it", () => {
    const mayBeNote =
      rule.severity === "warning" &&
      rule.state === "BLOCK" &&
      rule.everywhere !== true &&
      rule.profiles.includes("non-us");
    expect(FINDING_CODES[code][0]).toBe(mayBeNote ? "warning or note" : rule.severity);
  });
});

it("rules have codes of their own", () => {
  expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
});
