import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const BODY = `${"Norlund makes instruments for laboratories and sells them in many countries through its own people. ".repeat(4)}\n`;
const release = (head: string, foot: string, body = ""): string =>
  `${head}\n\nNorlund Reports Third Quarter Results\n\n${BODY}\n${body}\n\nContacts:\n\n${foot}\n`;

describe("a title", () => {
  it("in two forms is a note", () => {
    const [finding] = check(
      release(
        "Ada Quist\nDirector of Investor Relations\n978-715-1527",
        "Ada Quist\nDirector, Investor Relations\n978-715-1527",
      ),
    ).findings;
    expect(finding).toMatchObject({ code: "title-differs", severity: "note", figures: [], relations: [] });
    expect(finding!.message).toContain("one title in two forms");
  });

  it("that is only abbreviated, shortened or followed by the firm is the same", () => {
    const same = (a: string, b: string): readonly string[] =>
      told(release(`Ada Quist\n${a}\n978-715-1527`, `Ada Quist\n${b}\n978-715-1527`));
    expect(same("VP, Finance & CFO", "Vice President, Finance and Chief Financial Officer")).toEqual([]);
    expect(same("Chief Financial Officer", "Executive Vice President and Chief Financial Officer")).toEqual([]);
    expect(same("Treasurer", "Treasurer of Norlund")).toEqual([]);
  });

  it("said in a sentence is held against that of the contact", () => {
    const said = (title: string): string => `"We sold more of everything," said Ada Quist, ${title} of Norlund.`;
    const contact = "Ada Quist\nManager, Investor Relations\n978-715-1527";
    expect(told(release("", contact, said("Chief Executive Officer")))).toEqual(["note title-differs"]);
    expect(told(release("", contact, said("Manager, Investor Relations")))).toEqual([]);
  });
});

describe("a contact", () => {
  const at = (desk: string, name: string, phone: string): string => `${name}\n${desk}\n${phone}`;

  it("that changes between head and foot is a warning with both names", () => {
    const [finding] = check(
      release(
        at("Vice President, Corporate Communications", "Ada Quist", "978-715-1527"),
        at("Director, Corporate Communications", "Bo Lindahl", "978-715-1567"),
      ),
    ).findings;
    expect(finding).toMatchObject({ code: "contact-differs", severity: "warning" });
    expect(finding!.message).toContain("Ada Quist");
    expect(finding!.message).toContain("Bo Lindahl");
  });

  it("of another desk, or one of several at the desk, is no change", () => {
    const head = at("Director, Media Relations", "Ada Quist", "978-715-1527");
    expect(told(release(head, at("Director, Investor Relations", "Bo Lindahl", "978-715-1567")))).toEqual([]);
    const two = `${at("Director, Media Relations", "Bo Lindahl", "978-715-1567")}\n\n${head}`;
    expect(told(release(head, two))).toEqual([]);
  });
});
