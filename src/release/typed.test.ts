import { describe, expect, it } from "vitest";
import { littleFacts, littleRelease, told } from "../../test/little-release.ts";
import { splitMarks } from "./waivers.ts";

const lines = (text: string): readonly string[] =>
  littleRelease(text).findings.map(
    ({ code, places: [at], message, remedy }) => `${at?.line}:${at?.column} ${code} ${message} ${remedy}`,
  );

describe("digits that are typed", () => {
  it("are told with the binding that prints them", () => {
    expect(lines("Revenue was $371.2 million.")).toEqual([
      '8:14 figure-unbound "371.2" is typed here, and bound to no fact. Bind it: {revenue} prints "$371.2 million".',
    ]);
  });
  it("are named by the words and the unit beside them", () => {
    const remedy = (text: string): string => lines(text)[0]?.split("no fact. ")[1] ?? "";
    expect(remedy("Gross margin fell by 34 basis points.")).toBe(
      'Bind it: {gross-margin-change | 1} prints "\u221234 basis points".',
    );
    expect(remedy("Sales in Asia/Pacific were 62.4.")).toBe(
      "Bind it to its fact: {revenue region=Asia/Pacific}, {revenue to-date region=Asia/Pacific} print these digits.",
    );
    expect(remedy("We closed 6 plants.")).toBe('Bind it: {plants-closed} prints "6".');
    expect(remedy("There are 777 of them.")).toBe(
      'Bind it to its fact, write {literal "…": reason} where it is no figure, or waive it with a reason in marks.yaml.',
    );
  });
  it("are told wherever they stand", () => {
    const text =
      "## Growth of 9\n\n> quoted *8* words\n\n- item\n- [7 words](https://a.com/5)\n\n::subhead[Up by 6]\n\n{word revenue-growth: up 1, down, flat}\n";
    expect(lines(text).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      '8:14 figure-unbound "9"',
      '10:11 figure-unbound "8"',
      '13:4 figure-unbound "7"',
      '15:17 figure-unbound "6"',
      '17:26 figure-unbound "1"',
    ]);
  });
  it("are none in an address that is printed as it is", () => {
    expect(lines("See <https://a.com/2007/q3> or [a.com/5](https://a.com/5).")).toEqual([]);
  });
  it("are found in the calendar as well", () => {
    expect(lines("It ended on September 30, 2007.")[0]).toContain("Bind it: {period-end}");
  });
});
describe("words", () => {
  it("that say a figure are warned of, and stretches of time are not", () => {
    expect(lines("Six plants closed in the three months ended, after one plant and twenty-two percent.")).toEqual([
      expect.stringContaining('8:1 number-in-words "Six plants"'),
      expect.stringContaining('8:66 number-in-words "twenty-two percent"'),
    ]);
  });
});
describe("what is still to be filled in", () => {
  it("is told as such, and once", () => {
    expect(
      told(
        littleRelease("We had XX and $XX.X, TBD, \\[confirm 5\\], \\_\\_\\_ and PENDING; pending and Xerox.").findings,
      ),
    ).toEqual([
      "placeholder 8:8",
      "placeholder 8:15",
      "placeholder 8:22",
      "placeholder 8:28",
      "placeholder 8:43",
      "placeholder 8:53",
    ]);
  });
});
describe("a comment", () => {
  it("would be printed, and is told", () => {
    expect(told(littleRelease("Words <!-- ask Ada --> here.").findings)).toEqual(["placeholder 8:7"]);
  });
});
describe("a waiver", () => {
  const marks = (text: string) => ({ path: "releases/2007-q3/marks.yaml", text });
  it("lets its text stand, and no other", () => {
    const typed = 'typed:\n  - text: "ISO 9001"\n    reason: A standard.\n    author: Ada Osei\n    date: 2007-10-30\n';
    const { findings } = littleRelease("We hold ISO 9001 and 9002.", { files: { marks: marks(typed) } });
    expect(told(findings)).toEqual(["figure-unbound 8:22"]);
  });
  it("may stand around several, and beside others", () => {
    const one = (text: string): string => `  - text: ${text}\n    reason: r\n    author: a\n    date: 2007-10-30\n`;
    const typed = `typed:\n${one("sets 1, 2 and 3")}${one("and 3 of 4")}${one("nothing")}`;
    const { findings } = littleRelease("The sets 1, 2 and 3 of 4; 5.", { files: { marks: marks(typed) } });
    expect(told(findings)).toEqual(["figure-unbound 8:27", "typed-without-effect 10:11"]);
  });
  it("that fits nothing is told, and one without a reason is refused", () => {
    const typed =
      'marks: []\ntyped:\n  - text: "ISO 9001"\n    reason: A standard.\n    author: Ada Osei\n    date: 2007-10-30\n  - text: "5"\n    author: Ada Osei\n    date: 2007-10-30\n';
    const { findings } = littleRelease("Words.", { files: { marks: marks(typed) } });
    expect(told(findings)).toEqual(["typed-without-effect 3:12", "typed-not-read 7:5"]);
  });
});

describe("texts beside release.md", () => {
  it("are looked through in tables.yaml and call.yaml, but for what is bound", () => {
    const tables = {
      path: "releases/2007-q3/tables.yaml",
      text: 'tables:\n  - table: a\n    title: "Top 5 regions"\n    step: 0.1\n    footnotes: ["See {year}.", Sold in 46 countries.]\n    labels: { a: Top 3 }\n    rows: [{ label: "\\\\{4\\\\}", total: yes }]\n',
    };
    const call = {
      path: "releases/2007-q3/call.yaml",
      text: "call:\n  title: Call of 2007\n  start: 2007-11-01T16:45\n  dial-in: 978-XXX-0100\n  code: TBD\n",
    };
    const { findings } = littleRelease("Words.", { files: { tables, call } });
    expect(findings.map(({ places: [at] }) => `${at?.path} ${at?.line}:${at?.column}`)).toEqual([
      "releases/2007-q3/call.yaml 2:18",
      "releases/2007-q3/call.yaml 4:16",
      "releases/2007-q3/call.yaml 5:9",
      "releases/2007-q3/tables.yaml 3:17",
      "releases/2007-q3/tables.yaml 5:40",
      "releases/2007-q3/tables.yaml 6:22",
      "releases/2007-q3/tables.yaml 7:21",
    ]);
  });
  it("are looked through in company.yaml, where they are printed", () => {
    const company = { path: "company.yaml", text: "name: X\ntext:\n  about: |\n    a\n  legal: b\n" };
    const ready = littleFacts({
      company: {
        text: new Map([
          ["legal", "It has 47 plants and {revnue}."],
          ["about", "It has 48."],
        ]),
      },
    });
    const { findings } = littleRelease("::text[legal]", { files: { company }, ready });
    expect(findings.map(({ code, places: [at] }) => `${code} ${at?.path} ${at?.line}:${at?.column}`)).toEqual([
      "figure-unbound company.yaml 5:3",
      "measure-unknown company.yaml 5:3",
    ]);
  });
});

describe("marks of a release", () => {
  it("come apart into the writer's and the reader's, each with its lines where they were", () => {
    const { typed, marks } = splitMarks("marks:\n  - waive: {}\ntyped:\n  - text: a\n");
    expect(typed.split("\n").map((line) => line.trimEnd())).toEqual(["", "", "typed:", "  - text: a", ""]);
    expect(marks.split("\n").map((line) => line.trimEnd())).toEqual(["marks:", "  - waive: {}", "", "", ""]);
    expect(splitMarks("marks: []\n")).toEqual({ typed: "", marks: "marks: []\n" });
  });
});
