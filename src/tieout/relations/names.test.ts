import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const TABLE = (member: string): string => `
Sales by region (in millions)

                         2007      2006
${member.padEnd(22)}  151.4     151.5
Europe                  157.4     126.8
Total                   308.8     278.3
`;
const release = (words: string, member: string): readonly string[] =>
  told(`Norlund Reports\n\nBOSTON, November 1, 2007 - ${words}\n${TABLE(member)}`).filter((f) =>
    f.endsWith("member-differs"),
  );

describe("a region", () => {
  it("that has a figure in the text and only a namesake in the tables is a note", () => {
    expect(release("North America sales were $140.2 million in 2007.", "Americas")).toEqual(["note member-differs"]);
  });

  it("that a table has is none", () => {
    expect(release("North America sales were $151.4 million in 2007.", "North America")).toEqual([]);
  });

  it("of which nothing but words is said is left alone", () => {
    expect(release("Sales in North America declined.", "Americas")).toEqual([]);
  });
});
