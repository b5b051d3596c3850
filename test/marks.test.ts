import { describe, expect, it } from "vitest";
import { checkRelease, parseMarks, type Report } from "../src/index.ts";
import { checkDocument } from "../src/tieout/check.ts";
import { textOf } from "../src/tieout/report/text.ts";
import { edited, FIRST } from "./drafts.ts";
import { brokenPromises } from "./invariants.ts";

const TOTAL = `figure: { label: Total sales, column: "March 31, 2024", table: Sales by Region, print: "$232.3" }`;
const SIGNED = `
    reason: The fourth region is left out on purpose.
    author: Ragna Lie
    date: 2024-05-02`;

/** The report of a draft under one mark, written without its reason, author and date. */
function under(mark: string, text = FIRST): Report {
  const { marks, troubles } = parseMarks(`marks:\n  - ${mark}${SIGNED}\n`, "marks.yaml");
  expect(troubles).toEqual([]);
  const bytes = new TextEncoder().encode(text);
  const report = checkRelease(bytes, { name: "q1.txt", marks });
  expect(brokenPromises(report, bytes)).toEqual([]);
  return report;
}

const WAIVED = `waive: { code: total-does-not-foot, ${TOTAL}, beside: ["$111.4", "80.3", "31.6"] }`;
const codes = (report: Report): readonly string[] => report.findings.map((f) => f.code);
const voidOf = (report: Report): string =>
  report.findings.find((f) => f.code === "mark-void")?.message ?? "no mark void";

describe("a waiver", () => {
  it("leaves the finding in the report with its reason, and counts it nowhere but in waived", () => {
    const report = under(WAIVED);
    expect(report.findings.map((f) => f.waived)).toEqual([{ reason: "The fourth region is left out on purpose." }]);
    expect(report.summary).toMatchObject({ errors: 0, warnings: 0, notes: 0, waived: 1, contradicted: 0 });
  });

  it("is carried to a draft in which rows and paragraphs have come before its figure", () => {
    const next = edited(
      FIRST,
      ["\nSales by Region", "\nThe board met in Bergen.\n\nThe dividend is unchanged.\n\nSales by Region"],
      ["North            $  111.4", "Arctic                -          -          -\nNorth            $  111.4"],
    );
    expect(under(WAIVED.replace(', beside: ["$111.4", "80.3", "31.6"]', ""), next).summary.waived).toBe(1);
  });

  it("is void once the figure prints something else, and says what", () => {
    const report = under(WAIVED, edited(FIRST, ["232.3", "233.2"]));
    expect(voidOf(report)).toBe(
      "The mark at marks.yaml:2 by Ragna Lie, 2024-05-02, which waives total-does-not-foot, is void: $232.3 (Total sales, March 31, 2024, Sales by Region) was marked; it prints $233.2 now.",
    );
    expect(report.summary).toMatchObject({ errors: 1, warnings: 1, waived: 0 });
  });

  it("is void once its figure turns negative or a percent sign comes to it, and does not ask for a currency sign it names none of", () => {
    const sales = `waive: { code: attainable-only, figure: { label: West, column: "2024", print: "31.6" } }`;
    const printed = (print: string) => under(sales, edited(FIRST, ["    31.6 ", ` ${print.padStart(7)} `]));
    expect(voidOf(printed("(31.6)"))).toContain("it prints (31.6) now");
    expect(voidOf(printed("31.6%"))).toContain("it prints 31.6% now");
    expect(codes(printed("$31.6"))).not.toContain("mark-void");
  });

  it("is void once one of the figures beside it prints something else", () => {
    const report = under(WAIVED, edited(FIRST, ["31.6", "31.7"]));
    expect(voidOf(report)).toContain("the other figures of the finding print $111.4, 80.3, 31.7 now.");
    expect(report.summary.errors).toBe(1);
  });

  it("is void where its words fit several figures", () => {
    const report = under(`waive: { code: total-does-not-foot, figure: { label: Total sales, print: "$200.3" } }`);
    expect(voidOf(report)).toContain("$200.3 (Total sales) fits 2 figures of this draft, and one was meant.");
  });

  it("may say which of several, and is void once there are more of them", () => {
    const mark = `waive: { code: total-does-not-foot, figure: { label: Total sales, print: "$200.3", nth: 1 of 2 } }`;
    expect(codes(under(mark))).toContain("mark-without-effect");
    const more = edited(FIRST, ["Pumps            $  150.1   $  140.0", "Total sales      $  150.1   $  200.3"]);
    expect(voidOf(under(mark, more))).toContain("number 1 of 2 was meant");
  });

  it("is void where its figure is gone, or stands elsewhere", () => {
    expect(voidOf(under(`waive: { code: total-does-not-foot, figure: { label: East, print: "7.7" } }`))).toContain(
      "7.7 (East) is not in this draft.",
    );
    expect(voidOf(under(WAIVED, edited(FIRST, ["Total sales ", "Revenues    "])))).toContain(
      "does not stand where it was marked; the same print is at: $232.3 (Revenues, March 31, 2024, Sales by Region ($ in millions)).",
    );
  });

  it("finds a figure of a sentence by the words beside it", () => {
    const mark = `waive: { code: text-differs-from-table, figure: { sentence: "first quarter of 2024 were …, up", print: $223.3 million } }`;
    expect(codes(under(mark))).toContain("mark-without-effect");
    expect(voidOf(under(mark, edited(FIRST, ["$223.3 million", "$223.4 million"])))).toContain(
      "it prints $223.4 million now",
    );
  });

  it("has nothing to do once its finding is gone, and says so in a note", () => {
    const report = under(`waive: { code: growth-cannot-be, ${TOTAL} }`);
    expect(report.findings.find((f) => f.code === "mark-without-effect")).toMatchObject({ severity: "note" });
  });
});

describe("a remark", () => {
  const remarked = (mark: string, text = FIRST, options = {}): Report => {
    const file = `marks:\n  - ${mark}\n    author: P. Raman\n    date: 2024-05-02\n`;
    const { marks, troubles } = parseMarks(file, "marks.yaml");
    expect(troubles).toEqual([]);
    return checkRelease(new TextEncoder().encode(text), { name: "drafts/q1.txt", marks, ...options });
  };
  const QUESTION = `question: { ${TOTAL} }\n    text: Is Lyon in this?`;

  it("changes nothing of the answer, but that an open question stands in it as a note", () => {
    const bare = codes(checkRelease(new TextEncoder().encode(FIRST), { name: "q1.txt" }));
    for (const mark of [`accept: { ${TOTAL} }\n    reason: Agreed.`, `comment: { ${TOTAL} }\n    text: See the note.`])
      expect(codes(remarked(mark))).toEqual(bare);
    const report = remarked(QUESTION);
    expect(report.findings.find(({ code }) => code === "question-open")).toMatchObject({
      severity: "note",
      message: "P. Raman asks at marks.yaml:2, 2024-05-02: Is Lyon in this?",
    });
    expect(report.summary).toMatchObject({ errors: 1, waived: 0, contradicted: 1 });
  });

  it("is void once its figure prints something else", () => {
    const message = voidOf(remarked(QUESTION, edited(FIRST, ["232.3", "233.2"])));
    expect(message).toContain("which asks about a figure, is void");
    expect(message).toContain("it prints $233.2 now");
  });

  it("that names another document is none of this one's, unless that is its earlier draft", () => {
    const bytes = new TextEncoder().encode(FIRST);
    const other = `${QUESTION}\n    document: draft1.txt`;
    expect(codes(remarked(other))).not.toContain("question-open");
    expect(codes(remarked(other, FIRST, { since: { name: "old/draft1.txt", bytes } }))).toContain("question-open");
    expect(codes(remarked(`${QUESTION}\n    document: q1.txt`))).toContain("question-open");
  });
});

describe("a relation by hand", () => {
  const figure = (label: string, print: string, more = ""): string =>
    `{ label: ${label}, column: "March 31, 2024", print: "${print}"${more} }`;
  const PARTS = `${figure("North", "111.4")}, ${figure("South", "80.3")}, ${figure("West", "31.6")}, ${figure("Total sales", "232.3")}`;

  it("that is forbidden is not tested", () => {
    expect(under(`forbid: { relation: footing, figures: [${PARTS}] }`).findings).toEqual([]);
    expect(under(`forbid: { relation: T01, figures: [${PARTS}] }`).findings).toEqual([]);
    expect(under(`forbid: { relation: total-does-not-foot, figures: [${PARTS}] }`).findings).toEqual([]);
  });

  it("that is forbidden and was never proposed has nothing to do", () => {
    const report = under(`forbid: { relation: growth, figures: [${PARTS}] }`);
    expect(codes(report)).toEqual(["mark-without-effect", "total-does-not-foot"]);
  });

  it("that is added is strong, names its author, and makes an error where it cannot hold", () => {
    const report = under(
      `add: { form: difference, figures: [${figure("North", "111.4")}, ${figure("South", "80.3")}, ${figure("West", "31.6")}] }`,
    );
    const relation = report.relations.find((r) => r.evidence.includes("Ragna Lie"));
    expect(relation).toMatchObject({
      rule: "T05",
      text: "North $111.4 - South 80.3 = West 31.6",
      verdict: "unattainable",
      strength: "strong",
      evidence: "set by hand by Ragna Lie on 2024-05-02: The fourth region is left out on purpose.",
    });
    expect(codes(report)).toContain("change-does-not-follow");
  });

  it("that is corrected takes the place of the one forbidden", () => {
    const report = under(
      `forbid: { relation: footing, figures: [${PARTS}] }\n    add: { form: sum, figures: [${figure("Pumps", "150.1")}, ${figure("West", "31.6", ", minus: true")}, ${figure("South", "80.3")}] }`,
    );
    expect(report.relations.find((r) => r.evidence.includes("Ragna Lie"))?.text).toBe(
      "Pumps $150.1 - West 31.6 = South 80.3",
    );
    expect(report.relations.map((r) => r.verdict)).not.toContain(undefined);
    expect(report.summary.errors).toBe(1);
  });

  it("says growth, a ratio and equality as well", () => {
    const current = `{ label: Pumps, column: "2024", print: "150.1" }`;
    const before = `{ label: Pumps, column: "2023", print: "140.0" }`;
    const growth = `{ sentence: "up …", print: 11 percent }`;
    const by = (form: string, figures: readonly string[]) =>
      under(`add: { form: ${form}, figures: [${figures.join(", ")}] }`).relations.find((r) =>
        r.evidence.includes("Ragna Lie"),
      );
    expect(by("growth", [current, before, growth])).toMatchObject({ rule: "T06", verdict: "unattainable" });
    expect(by("ratio", [current, before, growth])).toMatchObject({ rule: "T08", verdict: "unattainable" });
    const said = `{ sentence: "were …", print: $223.3 million }`;
    const total = `{ label: Total sales, table: Product, column: "2024", print: $223.3 }`.replace("$223.3", '"$223.3"');
    expect(by("equal", [said, total])).toMatchObject({ rule: "T27", verdict: "consistent" });
  });

  it("is void where one of its figures cannot be reckoned with, stands in it twice, or counts something else", () => {
    const add = (figures: string): string => voidOf(under(`add: { form: equal, figures: [${figures}] }`));
    const north = figure("North", "111.4");
    expect(add(`${north}, { print: "May 7, 2024" }`)).toContain("is no measurement");
    expect(add(`${north}, ${north}`)).toContain("stands in the relation twice");
    expect(add(`${north}, { sentence: employs, print: "1,240" }`)).toContain("counts count");
  });
});

describe("a waived finding", () => {
  it("is shown last, with its reason in the place of what to do", () => {
    const { marks } = parseMarks(`marks:\n  - ${WAIVED}${SIGNED}\n`, "marks.yaml");
    const text = textOf(
      checkDocument(new TextEncoder().encode(edited(FIRST, ["73.2", "72.3"])), { name: "q1.txt", marks }),
    );
    expect(text).toMatch(/^q1\.txt: 1 error, 0 warnings, 0 notes, 1 waived\n/);
    expect(text.indexOf("tickmark: waived[total-does-not-foot] q1.txt:16:21")).toBeGreaterThan(
      text.indexOf("tickmark: error[total-does-not-foot] q1.txt:26"),
    );
    expect(text).toMatch(/\nWaived: The fourth region is left out on purpose\.\n$/);
  });
});

it("without a mark in force a report is what it is without marks", () => {
  const bytes = new TextEncoder().encode(FIRST);
  expect(JSON.stringify(checkRelease(bytes, { marks: [] }))).toBe(JSON.stringify(checkRelease(bytes)));
});
