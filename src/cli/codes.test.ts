import { describe, expect, it } from "vitest";
import { FINDING_CODES } from "../finding-code.ts";
import { codesIn, codesText } from "./codes.ts";

describe("a list of finding codes", () => {
  it("is read in its order, white space aside", () => {
    expect(codesIn("weekday-differs, total-does-not-foot")).toEqual(["weekday-differs", "total-does-not-foot"]);
  });

  it.each([
    ["total-do-not-foot", "total-do-not-foot", "total-does-not-foot"],
    ["weekday-differs,Phone-Difers", "Phone-Difers", "phone-differs"],
  ])("is answered with the code that comes nearest: %s", (list, unknown, nearest) => {
    expect(codesIn(list)).toEqual({ unknown, nearest });
  });

  it("may be absurdly long", () => {
    expect(codesIn("x".repeat(1_000_000))).toHaveProperty("nearest");
  });

  it("has no empty entry", () => {
    expect(codesIn("weekday-differs,")).toMatchObject({ unknown: "" });
  });

  it("is printed with the severities and the meaning of each", () => {
    const lines = codesText().split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "total-does-not-foot (error or warning)",
      "    A total is not the sum of its lines, whatever they were before rounding.",
    ]);
    expect(lines.filter((line) => /^[a-z-]+ \(/.test(line)).length).toBe(Object.keys(FINDING_CODES).length);
  });
});
