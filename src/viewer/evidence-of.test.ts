import { describe, expect, it } from "vitest";
import { checkDocument } from "../tieout/check.ts";
import type { CheckedDocument } from "../tieout/report/checked.ts";
import { evidenceOf } from "./evidence-of.ts";

const checked = (text: string, name = "q3.md"): CheckedDocument => {
  const done = checkDocument(new TextEncoder().encode(text), { name });
  if (done.kind === "refused") throw new Error(done.refusal.message);
  return done;
};
const table = (total: string): string => `# Halvorsen Reports Third Quarter Results

Revenues (in millions):

| | 2007 | 2006 | Growth |
|---|---|---|---|
| Americas | $151.4 | $151.5 | - % |
| Europe | 157.4 | 126.8 | 24% |
| Asia/Pacific | 62.4 | 51.8 | 20% |
| Total | $${total} | $330.1 | 12% |
`;
const wordsOf = (document: CheckedDocument, kind: string) => {
  const { report, relations } = evidenceOf(document);
  return relations.filter((_, i) => report.relations[i]!.kind === kind);
};

describe("the evidence of a document", () => {
  it("sets the numbers into a relation as they are printed", () => {
    const lines = wordsOf(checked(table("371.2")), "footing").map(({ line }) => line);
    expect(lines).toContain("Americas $151.4 + Europe 157.4 + Asia/Pacific 62.4 = Total $371.2");
    expect(wordsOf(checked(table("371.2")), "growth").map(({ line }) => line)).toContain(
      "Europe: 2007: 157.4 against 2006: 126.8 = Growth 24%",
    );
  });

  it("says with both intervals why a result holds", () => {
    const [words] = wordsOf(checked(table("371.2")), "footing");
    expect(words!.verdict).toBe(
      "The printed operands give the printed result: the operands give 371.2 (USD millions), and no less and no more than 371.05 to 371.35 once each is taken for all that prints so; 371.2 is printed, which stands for 371.15 to 371.25.",
    );
  });

  it("says of what cannot be the same as the answer on a terminal", () => {
    const document = checked(table("376.2"));
    const broken = wordsOf(document, "footing").find(({ line }) => line.endsWith("Total $376.2"))!;
    expect(broken.verdict).toContain(
      "the operands give 371.2 (USD millions), and no less and no more than 371.05 to 371.35",
    );
    const said = broken.verdict.slice(broken.verdict.indexOf("the operands"));
    expect(document.findings.map(({ message }) => message).join("\n")).toContain(said);
  });

  it("shows the line that a finding means, and the sum that proves it", () => {
    const { findings, report } = evidenceOf(checked(table("376.2")));
    const at = report.findings.findIndex(({ code }) => code === "total-does-not-foot");
    const { excerpt, certificate } = findings[at]!;
    expect(excerpt!.line.slice(excerpt!.from, excerpt!.to)).toBe("376.2");
    expect(certificate).toEqual([
      expect.stringMatching(
        /^r\d+ times 1: Americas \$151\.4 \+ Europe 157\.4 \+ Asia\/Pacific 62\.4 = Total \$376\.2$/,
      ),
    ]);
  });

  it("quotes no more of an endless line than can be read", () => {
    const words = "and so on and on ".repeat(2000);
    const line = `${words}The call is on Friday, November 1, 2007, at 5 p.m. ET. ${words}`;
    const { findings } = evidenceOf(checked(line, "q3.txt"));
    const { excerpt } = findings[0]!;
    expect(excerpt!.line.length).toBeLessThan(600);
    expect(line).toContain(excerpt!.line.slice(excerpt!.from, excerpt!.to));
    expect(excerpt!.line).toMatch(/^….*…$/);
  });

  it("says of what no arithmetic decides whether it holds", () => {
    const [words] = wordsOf(
      checked("The call is on Thursday, November 1, 2007.\n\nRevenue was $5 million.\n"),
      "weekday",
    );
    expect(words!.verdict).toBe("It holds.");
  });

  it("is headed by the first heading that says something, else by the name of the file", () => {
    expect(evidenceOf(checked(table("371.2"))).title).toBe("Halvorsen Reports Third Quarter Results");
    expect(evidenceOf(checked("# News\n\nRevenue was $5 million.\n", "drafts/q3.md")).title).toBe("q3.md");
  });

  it("is headed by what announces something, below the rubrics of a page and in text that marks no heading", () => {
    const rubrics = "<h3>Cloud and Data Center Products</h3><p>Home</p>".repeat(9);
    const page = `<html><body>${rubrics}<h1>Halvorsen Announces Third Quarter Results</h1><p>Revenue was $5 million.</p></body></html>`;
    expect(evidenceOf(checked(page, "q3.htm")).title).toBe("Halvorsen Announces Third Quarter Results");
    const text =
      "News Release\n\nHalvorsen Instruments Reports Results for 2007\n\nRevenue was $5 million in the third quarter.\n";
    expect(evidenceOf(checked(text, "q3.txt")).title).toBe("Halvorsen Instruments Reports Results for 2007");
  });

  it("has nothing that turns text around in its words", () => {
    const { title, outline } = evidenceOf(checked("# Results of the \u202eThird Quarter\n\nRevenue was $5 million.\n"));
    expect(title + outline[0]!.text).not.toContain("\u202e");
  });
});
