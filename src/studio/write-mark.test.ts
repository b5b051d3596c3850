import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Deed, marksIn, type NewMark, withMark, withoutMark } from "./write-mark.ts";

const SIGNED = { reason: "Agreed to the ledger.", author: "Ragna Lie", date: "2024-05-02", document: undefined };
const NORTH = { label: "Net sales / North", column: "2024", table: "Sales by Region", print: "$1,111.4" };
const ACCEPT: NewMark = { kind: "remark", remark: "accept", figure: NORTH, ...SIGNED };
const ASK: NewMark = {
  kind: "remark",
  remark: "question",
  figure: { sentence: "sales were … in the quarter", print: "12 percent", nth: { at: 2, of: 3 } },
  ...SIGNED,
  reason: "Is Lyon in this: yes, or no?",
};
const WAIVE: NewMark = {
  kind: "waive",
  code: "total-does-not-foot",
  figure: NORTH,
  beside: ["(540)", "80.3", "-"],
  text: undefined,
  ...SIGNED,
};
const ADD: NewMark = {
  kind: "add",
  form: "sum",
  figures: [NORTH, { label: "Rebates", print: "4.0" }, { label: "Total", print: "1,107.4" }],
  minus: [1],
  ...SIGNED,
  document: "q1.txt",
};

function grown(text: string, mark: NewMark): string {
  const result = withMark(text, mark);
  if ("why" in result) throw new Error(result.why);
  return result.text;
}

describe("a mark is written as a person would write it", () => {
  it("into a file of its own", () => {
    expect(grown("", WAIVE)).toBe(`marks:
  - waive:
      code: total-does-not-foot
      figure:
        label: Net sales / North
        column: "2024"
        table: Sales by Region
        print: $1,111.4
      beside: [ (540), "80.3", "-" ]
    reason: Agreed to the ledger.
    author: Ragna Lie
    date: 2024-05-02
`);
  });

  it("below any number of comments and blank lines, with a list or without", () => {
    const head = `\ufeff# a line of words\r\n${"# a line of words\n".repeat(200)}${"\n".repeat(200)}`;
    expect(grown(head, ACCEPT)).toBe(`${head}${grown("", ACCEPT).replaceAll("\n", "\r\n")}`);
    expect(marksIn(grown(`${head}marks:\n`, ACCEPT), "").marks).toHaveLength(1);
  });

  it("behind the others, of which nothing changes", () => {
    const byHand = `# Draft 3, agreed with the auditor
marks:

    - waive: { code: growth-cannot-be, figure: { label: North,   print: "1.0" } }   # see mail
      reason: >
        Agreed with
        the auditor.
      author: R. Lie
      date: 2024-05-02
      # until the recount

# the end
`;
    const text = grown(byHand, ADD);
    const end = byHand.indexOf("\n# the end");
    expect(text.startsWith(byHand.slice(0, end))).toBe(true);
    expect(text.endsWith("\n# the end\n")).toBe(true);
    expect(text.slice(end, -"\n# the end\n".length)).toBe(`    - add:
        form: sum
        figures:
          - { label: Net sales / North, column: "2024", table: Sales by Region, print: "$1,111.4" }
          - { label: Rebates, print: "4.0", minus: true }
          - { label: Total, print: "1,107.4" }
      reason: Agreed to the ledger.
      author: Ragna Lie
      date: 2024-05-02
      document: q1.txt
`);
  });

  it("with a line between, where the others have one, and with their line breaks", () => {
    const two = grown(grown("", ACCEPT), ASK).replace("\n  - question", "\n\n  - question");
    expect(grown(two, WAIVE)).toContain("date: 2024-05-02\n\n  - waive:");
    const windows = two.replaceAll("\n", "\r\n");
    expect(grown(windows, WAIVE).replaceAll("\r\n", "")).not.toContain("\n");
  });

  it("into files that hold nothing yet, or a list in brackets, whose comments stay", () => {
    expect(marksIn(grown("# mine\n", ASK), "").marks).toHaveLength(1);
    expect(grown("# mine", ASK)).toMatch(/^# mine\nmarks:\n {2}- question:/);
    for (const empty of ["marks:\n", "marks: []\n", "\ufeffmarks:\n", "# mine\nmarks: # none yet\n"])
      expect(marksIn(grown(empty, ASK), "").marks).toHaveLength(1);
    const flow = `# mine\nmarks: [{ accept: { figure: { print: "1.0" } }, reason: a, author: b, date: 2024-01-01 }] # all\n`;
    const text = grown(flow, ASK);
    expect(text).toContain("# mine");
    expect(text).toContain("# all");
    expect(marksIn(text, "").marks).toHaveLength(2);
  });

  it("into none that holds a list or a word, and says so", () => {
    for (const text of ["- a\n", "- marks: []\n", "marks\n", "[]\n"])
      expect(withMark(text, ASK)).toMatchObject({ why: expect.stringContaining("could not be added to") });
  });

  it("above what a release's writer keeps in the same file", () => {
    const both = `marks:\n  - accept: { figure: { print: "1.0" } }\n    reason: a\n    author: b\n    date: 2024-01-01\ntyped:\n  - text: "7 plants"\n    reason: as of today\n`;
    expect(grown(both, ASK)).toMatch(/question:[\s\S]*\ntyped:\n {2}- text: "7 plants"\n {4}reason: as of today\n$/);
  });
});

describe("a file of marks is left alone", () => {
  it("where it cannot be read, and the line is said", () => {
    const broken = withMark("marks:\n  - waive: { code: a\n  b\n", ASK);
    expect(broken).toEqual({ why: expect.stringContaining("Line 3: The file is no YAML from here on") });
    expect(withMark("marks:\n  - waive: *all\n", ASK)).toEqual({ why: expect.stringContaining("an alias") });
  });

  it("but not where single marks of it cannot be understood: they stay as they are", () => {
    const text = grown("marks:\n  - waive: { code: nonsense }\n    reason: a\n", ASK);
    expect(text).toContain("  - waive: { code: nonsense }\n    reason: a\n  - question:");
  });
});

describe("a mark is taken out", () => {
  const THREE = [ACCEPT, WAIVE, ASK].reduce(grown, "# mine\n");
  const lineOf = (text: string, kind: string): number => text.slice(0, text.indexOf(`- ${kind}:`)).split("\n").length;

  it("with its lines, and nothing else", () => {
    const result = withoutMark(THREE, lineOf(THREE, "waive"));
    expect(result).toEqual({ text: [ACCEPT, ASK].reduce(grown, "# mine\n") });
  });

  it("until none is left", () => {
    const one = withoutMark(grown("", ASK), 2);
    expect(one).toEqual({ text: "marks:\n" });
    expect(marksIn("marks:\n", "")).toEqual({ marks: [], troubles: [] });
  });

  it("only where one stands on the line, below the others", () => {
    expect(withoutMark(THREE, 4)).toEqual({ why: expect.stringContaining("line 4") });
    const flow = `marks: [{ accept: { figure: { print: "1.0" } }, reason: a, author: b, date: 2024-01-01 }]\n`;
    expect(withoutMark(flow, 1)).toEqual({ why: expect.stringContaining("by hand") });
  });
});

const words = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.constantFrom(
      "- 1",
      "#x",
      "a: b",
      "'",
      '"',
      "true",
      "~",
      "[",
      "!tag",
      "&a",
      "*b",
      "%",
      "| x",
      "> y",
      "---",
      "1,2",
      "?",
    ),
  )
  .map((text) => text.replace(/\s+/g, " ").trim())
  .filter((text) => text !== "");
const sought = fc.record({ print: words, label: words }, { requiredKeys: ["print"] });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant("remark"), remark: fc.constantFrom("accept", "question", "comment"), figure: sought }),
  fc.record({
    kind: fc.constant("waive"),
    code: fc.constantFrom("total-does-not-foot", "growth-cannot-be"),
    figure: sought,
    beside: fc.array(words, { maxLength: 12 }),
    text: fc.constant(undefined),
  }),
  fc.record({
    kind: fc.constant("forbid"),
    relation: words,
    figures: fc.array(sought, { minLength: 1, maxLength: 4 }),
  }),
);
const newMark: fc.Arbitrary<NewMark> = fc
  .tuple(deed, words, words)
  .map(([what, reason, author]) => ({ ...what, reason, author, date: "2024-05-02", document: undefined }));

it("whatever the words are, each mark is read back as it was given, and none before it changes", () => {
  fc.assert(
    fc.property(fc.array(newMark, { minLength: 1, maxLength: 4 }), (marks) => {
      let text = "# mine\n";
      for (const mark of marks) {
        const next = grown(text, mark);
        expect(next.startsWith(text)).toBe(true);
        text = next;
      }
      expect(marksIn(text, "").marks.map((m) => m.reason)).toEqual(marks.map((m) => m.reason));
    }),
  );
});
