import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const release = (foot: string): string => `Norlund Reports Third Quarter Results\n\nContact:\n\n${foot}\n`;

describe("an address", () => {
  it("at a domain one letter from the firm's own is a warning", () => {
    const text = release("Write to info@norlnd.com, or see www.norlund.com and press.norlund.com.");
    const [finding] = check(text).findings;
    expect(finding).toMatchObject({ code: "email-differs", severity: "warning" });
    expect(text.slice(finding!.start, finding!.end)).toBe("info@norlnd.com");
  });

  it("of a site one letter from another is a warning too", () => {
    expect(told(release("See www.norlund.com/results, or www.norland.com for the replay."))).toEqual([
      "warning site-differs",
    ]);
  });

  it("at another firm, or at the firm's own, is none", () => {
    expect(told(release("info@norlund.com, ada@quistpartners.com, www.ir.norlund.com"))).toEqual([]);
  });

  it("has the contact's family name, or none of it, but not one slip of it", () => {
    const mail = (address: string): readonly string[] => told(release(`Ada Lindahl\nTreasurer\n${address}`));
    expect(mail("ada.lindahl@norlund.com")).toEqual([]);
    expect(mail("ir@norlund.com")).toEqual([]);
    expect(mail("alindahl@norlund.com")).toEqual([]);
    expect(mail("ada.lindhal@norlund.com")).toEqual(["warning email-differs"]);
    expect(mail("alindhl@norlund.com")).toEqual(["warning email-differs"]);
  });
});
