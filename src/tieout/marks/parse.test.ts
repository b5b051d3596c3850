import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineAndColumn, lines } from "../../text/place.ts";
import type { ParsedMarks } from "./mark.ts";
import { parseMarks } from "./parse.ts";

const SIGNED = "reason: Agreed., author: R. Lie, date: 2024-05-02";
const WAIVE = 'waive: { code: growth-cannot-be, figure: { label: North, print: "1.0" } }';
const one = (mark: string): string => `marks:\n  - { ${mark} }\n`;
const parsed = (text: string): ParsedMarks => parseMarks(text, "marks.yaml");

/** "code line:column what is told" of each trouble. */
const told = (text: string): readonly string[] => {
  const table = lines(text);
  return parsed(text).troubles.map(({ code, message, start, end }) => {
    expect(end).toBeGreaterThan(start);
    const { line, column } = lineAndColumn(table, start);
    return `${code} ${line}:${column} ${message}`;
  });
};

describe("a file of marks", () => {
  it("gives each mark with its place, its texts as they are written", () => {
    const text = `# Draft 3
marks:
  - waive:
      code: growth-cannot-be
      figure:
        label: Revenues / Total
        print: 371.20
        nth: 2 of 3
      beside: [007, "1,204.9"]
    reason: >
      Agreed with
      the auditor.
    author: R. Lie
    date: 2024-05-02
  - forbid: { relation: T01, figures: [{ print: a }, { print: b, column: "2024" }] }
    add: { form: sum, figures: [{ print: a }, { print: c, minus: true }, { print: b }] }
    ${SIGNED.replaceAll(", ", "\n    ")}
`;
    const signed = { author: "R. Lie", date: "2024-05-02", file: "marks.yaml" };
    expect(parsed(text)).toEqual({
      troubles: [],
      marks: [
        {
          kind: "waiver",
          code: "growth-cannot-be",
          figure: { label: "Revenues / Total", print: "371.20", nth: { at: 2, of: 3 } },
          beside: ["007", "1,204.9"],
          text: undefined,
          reason: "Agreed with the auditor.",
          ...signed,
          line: 3,
        },
        {
          kind: "correction",
          forbid: { relation: "T01", figures: [{ print: "a" }, { print: "b", column: "2024" }] },
          add: { form: "sum", figures: [{ print: "a" }, { print: "c" }, { print: "b" }], minus: [1] },
          reason: "Agreed.",
          ...signed,
          line: 15,
        },
      ],
    });
  });

  it("may hold what is said of a figure without changing how it stands, and name the one document that is meant", () => {
    const figure = '{ figure: { label: North, print: "1.0" } }';
    const text = `marks:
  - accept: ${figure}
    reason: Agreed to the ledger.
    author: R. Lie
    date: 2024-05-02
    document: q1.txt
  - question: ${figure}
    text: Is Lyon
      in this?
    author: R. Lie
    date: 2024-05-02
  - comment: ${figure}
    text: See the note.
    author: R. Lie
    date: 2024-05-02
`;
    const common = {
      author: "R. Lie",
      date: "2024-05-02",
      file: "marks.yaml",
      figure: { label: "North", print: "1.0" },
    };
    expect(parsed(text)).toEqual({
      troubles: [],
      marks: [
        { kind: "remark", remark: "accept", reason: "Agreed to the ledger.", ...common, line: 2, document: "q1.txt" },
        { kind: "remark", remark: "question", reason: "Is Lyon in this?", ...common, line: 7 },
        { kind: "remark", remark: "comment", reason: "See the note.", ...common, line: 12 },
      ],
    });
  });

  it("may hold none", () => {
    for (const text of ["", "\n# nothing yet\n", "marks:\n", "marks: []\n", "\ufeffmarks:\n"])
      expect(parsed(text)).toEqual({ marks: [], troubles: [] });
  });
});

describe("what cannot be understood is told with its place, what stands there, and what was expected", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "a file that is a list",
      "- a\n",
      ["mark-not-fields 1:1 Here stands a list; a file of marks has the fields marks."],
    ],
    [
      "another field",
      "waivers: []\n",
      ['mark-field-unknown 1:1 A file of marks has no field "waivers"; it has marks.'],
    ],
    ["marks that are no list", "marks: none\n", ['mark-not-list 1:8 Here stands "none", where marks were expected.']],
    [
      "a mark that is no fields",
      "marks:\n  - all\n",
      ['mark-not-fields 2:5 Here stands "all"; a mark has the fields waive, forbid, add, reason, author, date.'],
    ],
    [
      "a mark that does nothing",
      one(SIGNED),
      ['mark-without-deed 2:5 This mark does nothing: it has neither "waive" nor "forbid" nor "add".'],
    ],
    [
      "a mark that does both",
      one(`${WAIVE}, add: { form: equal, figures: [] }, ${SIGNED}`),
      ['mark-without-deed 2:5 This mark both waives a finding and changes a relation; "waive" stands alone.'],
    ],
    [
      "a question that also waives",
      one(`question: { figure: { print: "1.0" } }, ${WAIVE}, text: Why?, author: R. Lie, date: 2024-05-02`),
      ['mark-without-deed 2:5 This mark has both "question" and "waive"; "question" stands alone.'],
    ],
    [
      "a question without its words, and with a reason in their place",
      one(`question: { figure: { print: "1.0" } }, ${SIGNED}`),
      [
        'mark-field-empty 2:5 The field "text" is missing here; it is what is asked or said.',
        'mark-field-unknown 2:55 A question and a comment have no field "reason"; what is asked or said is their "text".',
      ],
    ],
    [
      "a waiver with a text of its own",
      one(`${WAIVE}, text: Why?, ${SIGNED}`),
      ['mark-field-unknown 2:88 This mark has no field "text"; why it was made is its "reason".'],
    ],
    [
      "a comment on nothing",
      one("comment: all, text: Good., author: R. Lie, date: 2024-05-02"),
      ['mark-not-fields 2:16 Here stands "all"; "comment" has the fields figure.'],
    ],
    [
      "an acceptance of no figure",
      one(`accept: { print: "1.0" }, ${SIGNED}`),
      [
        'mark-field-unknown 2:17 "accept" has no field "print"; it has figure.',
        'mark-field-empty 2:15 The field "figure" is missing here; it names the figure that is meant.',
      ],
    ],
    [
      "a mark without a reason, an author or a day",
      one(`${WAIVE}, reason: "  ", author: ""`),
      [
        'mark-field-empty 2:90 "reason" holds "  "; a mark without a reason is not taken.',
        'mark-field-empty 2:104 "author" holds nothing; a mark names who made it.',
        'mark-field-empty 2:5 The field "date" is missing here; a mark names the day it was made on.',
      ],
    ],
    [
      "a day that there is not",
      one(`${WAIVE}, ${SIGNED.replace("05-02", "02-30")}`),
      ['mark-date-unknown 2:121 The date is "2024-02-30"; a day of the calendar, written 2007-10-30, was expected.'],
    ],
    [
      "a field twice",
      one(`${WAIVE}, ${SIGNED}, reason: Yes`),
      ['mark-field-twice 2:133 A mark has a second field "reason" here; each stands once.'],
    ],
    [
      "a code that there is not",
      one(`waive: { code: growth, figure: { print: 1 } }, ${SIGNED}`),
      ['mark-code-unknown 2:22 There is no finding code "growth".'],
    ],
    [
      "a figure without its print",
      one(`waive: { code: growth-cannot-be, figure: { label: North } }, ${SIGNED}`),
      [
        'mark-field-empty 2:48 The field "print" is missing here; a figure is named by what is printed, with its signs.',
      ],
    ],
    [
      "a print with a comma that stands in no quotation marks",
      one(`waive: { code: growth-cannot-be, figure: { print: $1,204.9 } }, ${SIGNED}`),
      [
        'mark-field-unknown 2:60 A figure has no field "204.9"; it has print, label, column, table, sentence, period, nth, minus.',
      ],
    ],
    [
      "words that are a list",
      one(`waive: { code: growth-cannot-be, figure: { print: 1, label: [North] } }, ${SIGNED}`),
      ['mark-not-text 2:67 "label" of a figure holds a list, where text was expected.'],
    ],
    [
      "a count that is none",
      one(`waive: { code: growth-cannot-be, figure: { print: 1, nth: 3 of 2 } }, ${SIGNED}`),
      ['mark-nth-unknown 2:65 "nth" holds "3 of 2"; which of how many, "2 of 3", was expected.'],
    ],
    [
      "prints that are none",
      one(`waive: { code: growth-cannot-be, figure: { print: 1 }, beside: [{}] }, ${SIGNED}`),
      ["mark-not-text 2:71 Here stands fields, where the print of a figure was expected."],
    ],
    [
      "a text beside a figure",
      one(`waive: { code: growth-cannot-be, figure: { print: 1 }, text: North }, ${SIGNED}`),
      ['mark-text-needless 2:68 "text" stands beside "figure" here; it is for findings that name no figure.'],
    ],
    [
      "a form that there is not",
      one(`add: { form: product, figures: [{ print: 1 }] }, ${SIGNED}`),
      ['mark-form-unknown 2:20 The form is "product"; it is one of sum, difference, growth, ratio, equal.'],
    ],
    [
      "too few figures",
      one(`add: { form: growth, figures: [{ print: 1 }, { print: 2 }] }, ${SIGNED}`),
      ["mark-figures-count 2:20 A relation of the form growth has 3 figures, its result the last; 2 stand here."],
    ],
    [
      "no figures",
      one(`forbid: { relation: footing, figures: [] }, ${SIGNED}`),
      ["mark-not-list 2:45 Here stands nothing, where the figures of the relation were expected."],
    ],
    [
      "a minus that is no yes",
      one(`add: { form: sum, figures: [{ print: 1, minus: no }, { print: 2 }] }, ${SIGNED}`),
      ['mark-minus-misplaced 2:54 "minus" holds "no"; it holds true, or is left out.'],
    ],
    [
      "a minus at the result",
      one(`add: { form: sum, figures: [{ print: 1 }, { print: 2, minus: true }] }, ${SIGNED}`),
      [
        'mark-minus-misplaced 2:20 "minus" stands at a figure here that nothing is taken away from: only the operands of a sum may have it.',
      ],
    ],
    [
      "the name of a field that is a list",
      "[a]: b\n",
      ["mark-field-unknown 1:1 A list or fields stand here where the name of a field was expected."],
    ],
  ];
  it.each(cases)("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
    expect(parsed(text).marks).toEqual([]);
  });

  it("and the other marks are taken", () => {
    const { marks, troubles } = parsed(
      `marks:\n  - { ${WAIVE}, ${SIGNED} }\n  - { ${WAIVE} }\n  - { ${WAIVE}, ${SIGNED} }\n`,
    );
    expect(marks.map((mark) => mark.line)).toEqual([2, 4]);
    expect(troubles).toHaveLength(3);
  });
});

describe("a file that is more than lists, fields and text is refused", () => {
  const codes = (text: string): readonly string[] => parsed(text).troubles.map((t) => t.code);

  it("for an alias, an anchor, a tag, a directive or a second document", () => {
    expect(told("marks:\n  - &one { a: b }\n  - *one\n")).toEqual([
      'marks-not-plain 2:5 "&one" is an anchor of YAML; marks are lists, fields and text, and nothing else. Text that starts so stands in quotation marks.',
    ]);
    expect(told("marks: *all\n")[0]).toMatch(/^marks-not-plain 1:8 "\*all" is an alias/);
    expect(told("marks: !!set {}\n")[0]).toMatch(/^marks-not-plain 1:8 "!!set" is a tag/);
    expect(told("%YAML 1.2\n---\nmarks:\n")[0]).toMatch(/^marks-not-plain 1:1 "%YAML 1.2" is a directive/);
    expect(told("marks:\n---\nmarks:\n---\n")[0]).toMatch(/^marks-not-plain 4:1 A second document/);
    expect(codes("marks:\n  - reason: '*one &two !three %four'\n")).not.toContain("marks-not-plain");
  });

  it("for what is no YAML", () => {
    expect(told("marks:\n  - { reason: [a }\n")[0]).toMatch(/^marks-not-yaml 2:\d+ The file is no YAML from here on: /);
    expect(told('marks: "open\n')[0]).toMatch(/^marks-not-yaml/);
    expect(told("marks:\n\t- a\n")[0]).toMatch(/^marks-not-yaml/);
  });

  it("for a control character", () => {
    expect(told("marks:\u0000\n")).toEqual([
      "marks-not-text 1:7 A control character stands here; marks are plain text.",
    ]);
  });

  it("for its size, a line, a depth or a number of pieces that marks never have", () => {
    expect(codes("#".repeat(600_000))).toEqual(["marks-too-large"]);
    expect(codes(`marks: ${"a".repeat(5000)}`)).toEqual(["marks-too-large"]);
    expect(codes("a: 1\n".repeat(30_000))).toEqual(["marks-too-large"]);
    expect(codes(`marks: ${"[".repeat(40)}${"]".repeat(40)}`)).toContain("marks-too-large");
  });

  it("for nothing that names a property of all objects", () => {
    expect(codes("__proto__: { marks: [] }\nconstructor: a\n")).toEqual(["mark-field-unknown", "mark-field-unknown"]);
    expect(codes(one(`add: { form: toString, figures: [{ print: 1 }] }, ${SIGNED}`))).toEqual(["mark-form-unknown"]);
    expect(codes(one(`waive: { code: constructor, figure: { print: 1 } }, ${SIGNED}`))).toEqual(["mark-code-unknown"]);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."marks:|  - |waive:|{|}|[|]|, |: |\n|\n  |'|\"|&a|*a|!!str|%|---|...|? |#| |\t|>|\\||reason: a|print: 1|figures:|\u0000|\ufeff|\u2028".split(
      /(?<!\\)\|/,
    ),
  );

  it("throws nothing, and its troubles lie inside it", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        for (const { start, end } of parsed(text).troubles) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 400 },
    );
  });

  const MANY = 120_000;
  it.each([
    "[",
    "{a: ",
    "- ",
    "? ",
    "a:\n",
    ": ",
    "'",
    '"',
    "\n",
    " #\n",
    "&a ",
    "---\n",
    "%\n",
    "|\n",
    "[,\n",
    "a: b: ",
    "]\n",
    "!<\n",
    "a: [\n",
  ])("of many %j is read to its end", (unit) => {
    const text = unit.repeat(Math.floor(MANY / unit.length));
    // What goes with the square outlasts the time that a test has.
    expect(parsed(text)).toBeDefined();
    expect(parsed(text.replace(/(.{3000})/g, "$1\n"))).toBeDefined();
  });
});
