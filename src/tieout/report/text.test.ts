import { describe, expect, it } from "vitest";
import type { Finding } from "../../finding.ts";
import { join, type Printed, verbatim } from "../../text/printed.ts";
import { wrap } from "../../text/told.ts";
import type { Document } from "../document.ts";
import type { Checked } from "./checked.ts";
import { textOf } from "./text.ts";

const finding = (source: string, meant: string, more: Partial<Finding> = {}): Finding => ({
  code: "total-does-not-foot",
  about: "figures",
  severity: "error",
  message: "The two lines above add to 1,204.3; 1,204.9 stands for 1,204.85 to 1,204.95.",
  remedy: "Correct one of the lines, or the total.",
  figures: [],
  relations: [],
  certificate: [],
  start: source.indexOf(meant),
  end: source.indexOf(meant) + meant.length,
  waived: null,
  ...more,
});

const checked = (document: Document, ...findings: Finding[]): Checked => ({
  kind: "checked",
  path: "q3-release.md",
  sha256: "00",
  document,
  figures: [],
  relations: [],
  findings,
});

const text = (source: string): Document => ({ format: "text", encoding: "utf-8", source, blocks: [] });

describe("the answer in words", () => {
  it("shows a finding in the house's layout: where, the author's own line, both numbers, what to do", () => {
    const source = "Products               1,000.1\nServices                 204.2\nTotal revenue          1,204.9\n";
    expect(textOf(checked(text(source), finding(source, "1,204.9")))).toBe(
      [
        "q3-release.md: 1 error, 0 warnings, 0 notes",
        "0 figures, none of them a measurement.",
        "",
        "tickmark: error[total-does-not-foot] q3-release.md:3:24",
        "3 | Total revenue          1,204.9",
        "  |                        ^^^^^^^",
        "The two lines above add to 1,204.3; 1,204.9 stands for 1,204.85 to 1,204.95.",
        "Correct one of the lines, or the total.",
        "",
      ].join("\n"),
    );
  });

  it("puts errors before warnings, warnings before notes, and what is waived last, with the reason", () => {
    const source = "Sales 1, costs 2, profit 3, margin 4";
    const findings = [
      finding(source, "4", { waived: { reason: "agreed with the auditor" } }),
      finding(source, "3", { severity: "note" }),
      finding(source, "2", { severity: "warning" }),
      finding(source, "1"),
    ];
    const answer = textOf(checked(text(source), ...findings));
    expect(answer.match(/tickmark: \w+/g)).toEqual([
      "tickmark: error",
      "tickmark: warning",
      "tickmark: note",
      "tickmark: waived",
    ]);
    expect(answer).toMatch(/Waived: agreed with the auditor\n$/);
    expect(answer).toContain("1 error, 1 warning, 1 note, 1 waived\n");
  });

  it("shows the control characters of a document, and obeys none", () => {
    const source = "Total \u001b[2J\u001b[31m 1,204.9\u202e";
    const answer = textOf(checked(text(source), finding(source, "1,204.9", { message: "Printed \u001b]0;x\u0007." })));
    expect([...answer].filter((c) => c < " " && c !== "\n")).toEqual([]);
    expect(answer).toContain("1 | Total ␛[2J␛[31m 1,204.9\\u202e\n  |                 ^^^^^^^\n");
  });

  it("shows the part of a long line around the number", () => {
    const source = `${"before ".repeat(50_000)}1,204.9${" after".repeat(50_000)}`;
    const [, line, caret] = textOf(checked(text(source), finding(source, "1,204.9")), { columns: 60 })
      .split("\n\n")[1]!
      .split("\n");
    expect(line!.length).toBeLessThanOrEqual(60);
    expect(line!.slice(caret!.indexOf("^"), caret!.lastIndexOf("^") + 1)).toBe("1,204.9");
    expect(line).toMatch(/^1 \| ….*before 1,204\.9 after.*…$/);
  });

  it("quotes a row of an HTML table as it is shown, at its place in the source", () => {
    const source = "<table>\n<tr><td>Total&#160;revenue</td>\n<td>1,204.9</td></tr></table>";
    const at = (piece: string): Printed =>
      verbatim(source, source.indexOf(piece), source.indexOf(piece) + piece.length);
    const cell = (column: number, printed: Printed) => ({
      column,
      span: 1,
      text: printed,
      head: false,
      bold: false,
      indent: 0,
    });
    const label = join([at("Total"), at("revenue")], " ");
    const row = { cells: [cell(1, label), cell(2, at("1,204.9"))], ruleAbove: false };
    const document: Document = {
      ...text(source),
      format: "html",
      blocks: [{ kind: "table", rows: [row], columns: 2 }],
    };
    expect(textOf(checked(document, finding(source, "1,204.9")))).toContain(
      "q3-release.md:3:5\n3 | Total revenue  1,204.9\n  |                ^^^^^^^\n",
    );
  });

  it("says why a document was refused", () => {
    const refused: Checked = {
      kind: "refused",
      path: "scan.htm",
      sha256: null,
      format: null,
      encoding: null,
      refusal: { code: "no-text", message: "The page holds pictures alone." },
    };
    expect(textOf(refused)).toBe("tickmark: refused[no-text] scan.htm\nThe page holds pictures alone.\n");
  });
});

describe("wrapping", () => {
  it("breaks between words and keeps every word whole", () => {
    expect(wrap("one two three four-and-twenty", 9)).toBe("one two\nthree\nfour-and-twenty");
  });
});
