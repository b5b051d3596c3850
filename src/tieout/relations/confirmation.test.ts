import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const release = (...sentences: string[]): string => `Norlund Reports\n\n${sentences.join("\n\n")}\n`;

describe("the code of a replay", () => {
  it("printed twice is checked", () => {
    const text = release(
      "A replay of the call can be heard with access code 3838965.",
      "To hear the replay, enter confirmation code: 3838965.",
    );
    expect(told(text)).toEqual([]);
    expect(check(text).relations.map((r) => `${r.rule} ${r.verdict}`)).toEqual(["T53 consistent"]);
  });

  it("that changes is a warning", () => {
    const text = release(
      "A replay of the call can be heard with access code 3838965.",
      "To hear the replay, enter confirmation code: 3838695.",
    );
    expect(told(text)).toEqual(["warning code-differs"]);
  });

  it("is not that of the call", () => {
    const text = release(
      "To join the conference call, use access code 7435074.",
      "A replay can be heard with access code 3838965.",
    );
    expect(told(text)).toEqual([]);
  });
});
