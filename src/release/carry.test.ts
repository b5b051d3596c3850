import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { littleRelease, told, wordsOf as wordsOfRelease } from "../../test/little-release.ts";
import type { FiscalMonth } from "../books/books.ts";
import { settingsValue } from "../text/settings.ts";
import { type Carried, carriedFrom, carryRelease } from "./carry.ts";
import { type CarryStep, movedCode, quartersBetween } from "./carry-period.ts";
import type { TextInline } from "./release-text.ts";
import type { ReleaseFiles } from "./table-source.ts";
import { parseReleaseText } from "./text.ts";

const stepOf = (from: string, to: string): CarryStep => ({ from, to, quarters: quartersBetween(from, to) });
const NO_MONTHS: { readonly months: readonly FiscalMonth[] } = { months: [] };

/** A release of 2007-Q2 whose text follows a head and a headline. */
const HEAD = "---\nperiod: 2007-Q2\ndate: 2007-07-31\n---\n# {Quarter} Results\n\n";
const MARK = /\[\[carried over from [^\]]*\]\] ?/g;

function carried(
  text: string,
  more: Partial<Record<"tables" | "call" | "marks", string>> = {},
  to = "2007-Q3",
): Carried {
  const file = (name: string, written: string | undefined) =>
    written === undefined ? undefined : { path: `releases/2007-q2/${name}`, text: written };
  const files: ReleaseFiles = {
    release: { path: "releases/2007-q2/release.md", text: text.startsWith("---") ? text : `${HEAD}${text}` },
    tables: file("tables.yaml", more.tables),
    call: file("call.yaml", more.call),
    marks: file("marks.yaml", more.marks),
  };
  return carryRelease({ files, step: stepOf("2007-Q2", to), calendar: NO_MONTHS, folder: "releases/2007-q3" });
}

const textOf = (made: Carried, name = "release.md"): string | undefined =>
  made.files.find(({ path }) => path === `releases/2007-q3/${name}`)?.text;
/** The carried text behind the head and the headline. */
const body = (text: string): string => textOf(carried(text))!.split("Results\n\n")[1]!;
const reasons = (text: string): readonly string[] =>
  [...body(text).matchAll(/2007-Q2: ([^\]]*)\]\]/g)].map((found) => found[1]!);

describe("a code", () => {
  const moved = (code: string, from: string, to: string): string | undefined =>
    movedCode(code, stepOf(from, to), NO_MONTHS);
  it("moves by the quarters between the releases, into the next year where the year ends", () => {
    expect(moved("2006-Q3", "2007-Q3", "2007-Q4")).toBe("2006-Q4");
    expect(moved("2007-Q4", "2007-Q4", "2008-Q1")).toBe("2008-Q1");
    expect(moved("2006-Q1", "2007-Q1", "2008-Q1")).toBe("2007-Q1");
    expect(moved("2006-Q4-LTM", "2007-Q4", "2008-Q1")).toBe("2007-Q1-LTM");
  });
  it("of a year to date moves with its last quarter: six months, nine months, the year", () => {
    expect(moved("2007-6M", "2007-Q2", "2007-Q3")).toBe("2007-9M");
    expect(moved("2006-9M", "2007-Q3", "2007-Q4")).toBe("2006-FY");
    expect(moved("2007-9M", "2007-Q3", "2008-Q1")).toBe("2008-Q1");
  });
  it("of a year moves when the fiscal year of the release does", () => {
    expect(moved("2006-FY", "2007-Q3", "2007-Q4")).toBe("2006-FY");
    expect(moved("2006-FY", "2007-Q4", "2008-Q1")).toBe("2007-FY");
  });
  it("of a month keeps its number within its quarter", () => {
    expect(moved("2007-P04", "2007-Q2", "2007-Q3")).toBe("2007-P07");
    expect(moved("2007-P12", "2007-Q4", "2008-Q1")).toBe("2008-P03");
    const months = [
      "2007-Q4 2007-P10",
      "2007-Q4 2007-P11",
      "2007-Q4 2007-P12",
      "2007-Q4 2007-P13",
      "2008-Q1 2008-P01",
    ].map(
      (both): FiscalMonth => ({
        quarter: both.slice(0, 7),
        month: both.slice(8),
        start: "2007-01-01",
        end: "2007-01-01",
      }),
    );
    const step = stepOf("2007-Q4", "2008-Q1");
    expect(movedCode("2007-P10", step, { months })).toBe("2008-P01");
    expect(movedCode("2007-P13", step, { months })).toBeUndefined();
  });
  it("that no year has is not made", () => {
    expect(moved("9999-Q4", "9999-Q3", "9999-Q4")).toBeUndefined();
  });
});

describe("a release that is carried over", () => {
  it("has the codes of its bindings moved, and every other letter as it was", () => {
    const text =
      "Net  income was {net-income   2006-6M|millions 1}, *and* {word revenue 2007-Q2, revenue\n2006-Q2: rose, fell, held}.\r\n";
    expect(body(text)).toBe(
      "Net  income was {net-income   2006-9M|millions 1}, *and* {word revenue 2007-Q3, revenue\n2006-Q3: rose, fell, held}.\r\n",
    );
  });
  it("has its period moved, and its day left to the writer", () => {
    const made = textOf(carried("{revenue}."))!;
    expect(made.split("\n").slice(0, 4)).toEqual([
      "---",
      "period: 2007-Q3",
      'date: "[[carried over from 2007-Q2: write the day it goes out]] 2007-07-31"',
      "---",
    ]);
    expect(parseReleaseText("releases/2007-q3/release.md", made).findings.map(({ code }) => code)).toEqual([
      "day-not-plain",
    ]);
  });
  it("keeps sentences whose figures move, the lead, and what stands in every release", () => {
    const text =
      '{dateline} Example reported its results.\n\nRevenue was {revenue}.\n\n## About Example\n\nExample makes {literal "24-well": a form} plates.\n';
    expect(body(text)).toBe(text);
  });
  it("marks sentences in which no figure moves, once where they follow each other", () => {
    expect(body("Revenue was {revenue}. A plant was closed. Its people went to Cork. Margin was {gross-margin}.")).toBe(
      "Revenue was {revenue}. [[carried over from 2007-Q2: check this text, in which no figure moves]] A plant was closed. Its people went to Cork. Margin was {gross-margin}.",
    );
  });
  it("marks quotations, also where figures move in them", () => {
    expect(body('> "We grew {revenue-growth},"\n> said Ada Osei.\n')).toBe(
      '> [[carried over from 2007-Q2: check this quotation]] "We grew {revenue-growth},"\n> said Ada Osei.\n',
    );
    expect(reasons('"We are proud of {revenue} and of our people," said Ada Osei.')).toEqual(["check this quotation"]);
  });
  it("marks what is expected", () => {
    const outlook = "check what is expected here";
    expect(reasons("The company expects revenue of {revenue next}.")).toEqual([outlook]);
    expect(reasons("Revenue: {revenue-guidance-low year} and more.")).toEqual([outlook]);
    expect(reasons("## Outlook\n\nRevenue of {revenue}.\n\n## Tables\n\nRevenue was {revenue}.")).toEqual([outlook]);
  });
  it("marks days, times, periods and phones that are typed, in text and in literals", () => {
    const typed = "check the day, the period or the number that is typed here";
    for (const words of [
      "in the second quarter",
      "on June 30",
      "in May",
      "at 5:00 p.m.",
      "in Q2",
      "of the first six months",
      '{literal "July 31": a day}',
      '{literal "(866) 555-0100": a phone}',
      "in 2007, as before",
    ])
      expect([words, ...reasons(`Revenue was {revenue} ${words}.`)]).toEqual([words, typed]);
    for (const words of [
      "and may rise",
      "in the {quarter}",
      "in the three months ended",
      "of 3,007 shares",
      '{literal "S&P 500": a name}',
    ])
      expect([words, ...reasons(`Revenue was {revenue} ${words}.`)]).toEqual([words]);
    expect(reasons("## Highlights of the second quarter\n\n- Revenue was {revenue}.")).toEqual([typed]);
  });
  it("asks of the legal part only what is typed", () => {
    const text = "::small\n\nStatements that say what we expect are forward-looking.\n\n::end\n";
    expect(body(text)).toBe(text);
    expect(reasons(text.replace("expect", "expected in 2006"))).toHaveLength(1);
  });
  it("puts a mark before emphasis, links and escapes, not into them", () => {
    expect(body("**Plants** closed.")).toMatch(/^\[\[[^\]]*\]\] \*\*Plants\*\* closed\.$/);
    expect(body("[Plants](https://a.com) closed.")).toMatch(/^\[\[[^\]]*\]\] \[Plants\]/);
    expect(body("\\*Plants closed.")).toMatch(/^\[\[[^\]]*\]\] \\\*Plants/);
  });
  it("says what it did at the places where that stands now", () => {
    const { notes } = carried('Was {revenue 2006-6M}. Plants closed.\n\n> "Words," said Ada Osei.\n');
    expect(notes.map(({ kind, line, column, words }) => `${kind} ${line}:${column} ${words}`)).toEqual([
      "moved 2:9 2007-Q2 is 2007-Q3 now",
      "marked 3:7 the day that the release goes out; that of 2007-Q2 was 2007-07-31",
      "moved 7:14 2006-6M is 2006-9M now",
      "marked 7:24 text in which no figure moves: Plants closed.",
      'marked 9:3 a quotation: "Words," said Ada Osei.',
    ]);
  });
  it("is refused by the build at every mark", () => {
    const text =
      '::subhead[Plants close]\n\nA plant closed.\n\n- A plant closed in **June**.\n- [Plants](https://a.com) closed.\n\n> "Words," said *Ada Osei*.\n\n\\*Plants closed.\n';
    const made = textOf(carried(text))!.replace(/"\[\[carried[^\]]*\]\] ([\d-]+)"/, "$1");
    const count = made.match(MARK)?.length;
    expect(count).toBe(6);
    expect(told(littleRelease(made).findings).filter((one) => one.startsWith("placeholder"))).toHaveLength(6);
  });
  it("prints, its marks taken out, what one written for the quarter prints", () => {
    const text = (q: string): string =>
      `Revenue of the {quarter of ${q}} was {revenue ${q}}, {revenue 2006-${q.slice(5)}} a year before and {revenue} now. In the {quarter of to-date} of {year} it was {revenue ${q === "2007-Q2" ? "2007-6M" : "2007-9M"}}.\n\n> "We made {revenue year-ago to-date}," said Ada Osei.`;
    const made = textOf(carried(text("2007-Q2")))!
      .replace(/"\[\[carried[^\]]*\]\] [\d-]+"/, "2007-11-01")
      .replace(MARK, "");
    const { release, findings } = littleRelease(made);
    expect(told(findings)).toEqual([]);
    const byHand = littleRelease(text("2007-Q3"));
    expect(wordsOfRelease(release)).toEqual(wordsOfRelease(byHand.release));
    expect(wordsOfRelease(release)[0]).toContain("third quarter");
  });
  it("has no head to be carried from where it has none", () => {
    expect(carriedFrom({ path: "releases/2007-q2/release.md", text: "Words." }).findings[0]?.code).toBe(
      "release-head-missing",
    );
  });
});

describe("tables.yaml", () => {
  const tables = (text: string): string => textOf(carried("", { tables: text }), "tables.yaml")!;
  it("has its codes moved wherever a period is named, and relative words as they are", () => {
    const text = [
      "tables:",
      "  - table: a # 2007-Q2 in a comment",
      "    columns: [{ period: this }, { period: 2007-6M, head: Half }, { growth: 'year-ago 2007-Q2' }]",
      '    footnotes: ["Without {revenue 2006-Q2}."]',
      "charts:",
      "  - chart: b",
      "    periods:",
      "      - 2006-Q4",
      "      - 2007-Q1",
      "",
    ].join("\n");
    const now = text
      .replace("period: 2007-6M", "period: 2007-9M")
      .replace("'year-ago 2007-Q2'", "'year-ago 2007-Q3'")
      .replace("{revenue 2006-Q2}", "{revenue 2006-Q3}")
      .replace("- 2007-Q1", "- 2007-Q2")
      .replace("- 2006-Q4", "- 2007-Q1");
    expect(tables(text)).toBe(now);
  });
  it("has a mark in titles and heads that name a time, in any way that YAML writes text", () => {
    const mark = "[[carried over from 2007-Q2: check the day, the period or the number that is typed here]]";
    const written = [
      "First half",
      '"First half"',
      "'First half'",
      ">-\n      First\n      half",
      'First half of "us"',
      `Ada's "first half"`,
      "First\n      half",
    ];
    for (const title of written) {
      const made = tables(`tables:\n  - table: a\n    title: ${title}\n    rows: []\n`);
      const { value, troubles } = settingsValue(made, { all: "", one: "", divide: "", second: ["", ""] });
      expect([made, troubles]).toEqual([made, []]);
      expect(JSON.stringify(value)).toMatch(new RegExp(`"text":"${mark.replace(/[[\]]/g, "\\$&")} [^{]*half`, "i"));
    }
  });
  it("has a mark in the names of series and in labels, too", () => {
    const text = "tables:\n  - { table: a, labels: { revenue: Sales in May }, total: First half }\n";
    const made = tables(text);
    expect(made.match(MARK)).toHaveLength(2);
    const { findings } = littleRelease("Words.", {
      files: { tables: { path: "releases/2007-q2/tables.yaml", text: made } },
    });
    expect(told(findings)).toEqual(["placeholder 2:37", "placeholder 2:152"]);
  });
  it("is marked once where two things are to be said of one text, and is refused by the build", () => {
    const made = tables("tables:\n  - { table: a, title: Outlook of the second quarter, rows: [] }\n");
    expect(made.match(MARK)).toHaveLength(1);
    const { findings } = littleRelease("Words.", {
      files: { tables: { path: "releases/2007-q2/tables.yaml", text: made } },
    });
    expect(told(findings)).toEqual(["placeholder 2:25"]);
  });
});

describe("call.yaml", () => {
  it("is left to the writer but for its title and its zone", () => {
    const call =
      'call:\n  title: Earnings Call\n  start: 2007-07-31T16:45\n  zone: America/New_York\n  replay: { phone: "978-555-0100", code: 123456 }\n';
    const mark = "[[carried over from 2007-Q2: check this part of the call]]";
    expect(textOf(carried("", { call }), "call.yaml")).toBe(
      `call:\n  title: Earnings Call\n  start: "${mark} 2007-07-31T16:45"\n  zone: America/New_York\n  replay: { phone: "${mark} 978-555-0100", code: "${mark} 123456" }\n`,
    );
  });
});

describe("call.yaml, too,", () => {
  it("is refused by the build at every mark", () => {
    const call =
      'call:\n  start: 2007-07-31T16:45\n  zone: America/New_York\n  dial-in: ["800-555-0142", 978-555-0143]\n  replay: { phone: "978-555-0100", code: 123456 }\n';
    const text = textOf(carried("", { call }), "call.yaml")!;
    const { findings } = littleRelease("Words.", { files: { call: { path: "releases/2007-q2/call.yaml", text } } });
    expect(told(findings)).toEqual([
      "placeholder 2:11",
      "placeholder 4:14",
      "placeholder 4:89",
      "placeholder 5:21",
      "placeholder 5:102",
    ]);
  });
});

describe("a text of company.yaml", () => {
  it("stays as it is, and its codes are told where the release asks for it", () => {
    const company = {
      path: "company.yaml",
      text: "text:\n  about: >\n    Sold {revenue 2006-FY}.\n  other: Sold {revenue 2006-FY}.\n",
    };
    const release = { path: "releases/2007-q2/release.md", text: `${HEAD}::text[about]\n` };
    const made = carryRelease({
      files: { release, company },
      step: stepOf("2007-Q2", "2007-Q3"),
      calendar: NO_MONTHS,
      folder: "releases/2007-q3",
    });
    expect(made.files.map(({ path }) => path)).toEqual(["releases/2007-q3/release.md"]);
    expect(made.notes.filter(({ kind }) => kind === "look")).toEqual([
      expect.objectContaining({
        path: "company.yaml",
        line: 3,
        column: 19,
        words: expect.stringMatching(/^2006-FY stays/),
      }),
    ]);
  });
});

describe("marks.yaml", () => {
  const signed = "    reason: So.\n    author: Ada Osei\n    date: 2007-07-30\n";
  const waive = (print: string, more = ""): string =>
    `  - waive:\n      code: total-does-not-foot\n      figure: { label: Total, print: "${print}"${more} }\n${signed}`;
  it("loses what was decided of figures that move, and keeps what is typed", () => {
    const typed = `typed:\n  - text: ISO 9001\n${signed}  - text: Form 10-K of 2006\n${signed}`;
    const marks = `# Ours.\n${typed}marks:\n${waive("$371.2")}${waive("24")}`;
    const made = carried("A 24-well plate and {revenue}.", { marks });
    expect(textOf(made, "marks.yaml")).toBe(`# Ours.\ntyped:\n  - text: ISO 9001\n${signed}marks:\n${waive("24")}`);
    expect(
      made.notes.filter(({ kind }) => kind === "left-out").map(({ path, line, words }) => `${path}:${line} ${words}`),
    ).toEqual([
      "releases/2007-q2/marks.yaml:7 a decision on Form 10-K of 2006",
      "releases/2007-q2/marks.yaml:12 a decision on total-does-not-foot, Total, $371.2",
    ]);
  });
  it("is not carried where nothing of it is left, or where it cannot be taken apart", () => {
    expect(textOf(carried("", { marks: `marks:\n${waive("$371.2")}` }), "marks.yaml")).toBeUndefined();
    for (const marks of ["{ marks: [] }", "marks: [", "- a"])
      expect(textOf(carried("", { marks }), "marks.yaml")).toBeUndefined();
  });
});

const wordsOf = (inline: TextInline): string =>
  inline.kind === "binding" ? "{}" : inline.kind === "break" ? "\n" : inline.printed.text;

describe("whatever is written", () => {
  const pieces = fc.constantFrom(
    ...'{revenue} |{net-income 2006-9M} |{word revenue 2007-Q2: a, b, c} |{literal "May 5": day} |> | "We are very proud of it," |\n\n|\n|- |**|*|_|[a](https://a.com) |[[|]] |\\|\\* |# |::small\n\n|::end\n\n|::subhead[Up] |second quarter |will |. |A plant closed. |{|}|"|\'|`|<b>|---\n|::table[a]\n\n|\ufffc|\ufffb|\t|1. |\r\n|é|😀'.split(
      "|",
    ),
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")),
    fc.string({ unit: "binary", maxLength: 80 }),
  );

  it("differs from the earlier release only in codes and marks", () => {
    fc.assert(
      fc.property(text, (written) => {
        fc.pre(!written.includes("carried over"));
        const made = textOf(carried(written.startsWith("---") ? ` ${written}` : written))!;
        const back = made
          .replace(/"(\[\[carried[^\]]*\]\]) ([\d-]+)"/, "$1 $2")
          .replace(MARK, "")
          .replace("period: 2007-Q3", "period: 2007-Q2")
          .replaceAll("{net-income 2006-FY}", "{net-income 2006-9M}")
          .replaceAll("{word revenue 2007-Q3", "{word revenue 2007-Q2");
        expect(back).toBe(`${HEAD}${written.startsWith("---") ? " " : ""}${written}`);
      }),
    );
  });
  it("is read as before, but for its marks", () => {
    const shape = (made: string): unknown =>
      parseReleaseText("releases/2007-q3/release.md", made.replace(/date: .*/, "date: 2007-07-31")).value?.blocks.map(
        (block) => {
          const all = block.kind === "list" ? block.items : block.kind === "directive" ? [] : [block.content];
          return [block.kind, ...all.map((content) => content.map(wordsOf).join("").replace(MARK, ""))];
        },
      );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
        const written = all.join("");
        fc.pre(!written.startsWith("---"));
        expect(shape(textOf(carried(written))!)).toEqual(shape(`${HEAD}${written}`));
      }),
    );
  });
  it("breaks nothing, in any of the files", () => {
    fc.assert(
      fc.property(text, text, text, text, (a, tables, call, marks) => {
        const made = carried(a, { tables, call, marks });
        expect(made.files.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
