import { describe, expect, it } from "vitest";
import { checkRelease, evidencePage, showRelease } from "../index.ts";

const bytes = new TextEncoder().encode("<p>Revenue was $371.2 million.</p>");
const CLIENT = { script: "", style: "" };

describe("a release shown by the library", () => {
  it("has the report that a check gives, and the document with its figures marked", () => {
    const { evidence, shown } = showRelease(bytes, { name: "q3.htm" });
    expect(evidence.report).toEqual(checkRelease(bytes, { name: "q3.htm" }));
    expect(shown.html).toContain('id="f1"');
    expect(evidencePage(evidence, shown, CLIENT)).toContain(shown.html);
  });

  it("shows the reason where it cannot be read, and no document", () => {
    const { evidence, shown } = showRelease(new TextEncoder().encode(" \n"), { name: "q3.htm" });
    expect(shown.html).toBe("");
    expect(evidence.report.refused?.message).toMatch(/white space/);
    const page = evidencePage(evidence, shown, CLIENT);
    expect(page.slice(page.indexOf('<div class="plain">'))).toContain(evidence.report.refused!.message);
  });
});
