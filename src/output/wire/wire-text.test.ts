import { describe, expect, it } from "vitest";
import { type Figures, factOf, figures, millions, PLACE, plain, says } from "../../../test/small-facts.ts";
import { smallRelease } from "../../../test/small-release.ts";
import type { Block, Release, ReleaseTable, TableCell } from "../../release/release.ts";
import { wireText } from "./wire-text.ts";

const releaseOf = (...blocks: readonly Block[]): Release => ({
  company: "Example, Inc.",
  title: "Example Reports",
  period: "2007-Q3",
  date: "2007-11-01",
  blocks,
  figures: [],
});
const wire = (...blocks: readonly Block[]): string => wireText(releaseOf(...blocks), { width: 80 }).text;

const money = (desk: Figures, text: string, sign = ""): TableCell => ({
  kind: "figure",
  figure: desk.bind(factOf({ measure: "revenue", period: "2007-Q3" }, millions(text)), {
    unit: "bare",
    negative: "brackets",
  }),
  sign,
});
const rate = (desk: Figures, text: string): TableCell => ({
  kind: "figure",
  figure: desk.bind(factOf({ measure: "growth", period: "2007-Q3", unit: "ratio" }, plain(text)), {
    unit: "bare",
    negative: "brackets",
  }),
  sign: "%",
});

const revenue = (desk: Figures): ReleaseTable => ({
  kind: "table",
  name: "t",
  title: "Revenue by Region",
  unitText: "($ in millions)",
  head: [
    [{ text: "Three Months Ended", span: 3 }],
    [
      { text: "September 29, 2007", span: 1 },
      { text: "September 30, 2006", span: 1 },
      { text: "% Growth", span: 1 },
    ],
  ],
  columns: [
    { kind: "amount", period: "2007-Q3" },
    { kind: "amount", period: "2006-Q3" },
    { kind: "growth", period: "2007-Q3" },
  ],
  rows: [
    {
      label: "Americas",
      level: 0,
      kind: "line",
      cells: [money(desk, "1151.4", "$"), money(desk, "151.5", "$"), rate(desk, "0.001")],
    },
    { label: "Other", level: 0, kind: "line", cells: [money(desk, "-5.1"), { kind: "empty" }, rate(desk, "-0.04")] },
    {
      label: "Total",
      level: 0,
      kind: "total",
      cells: [money(desk, "1146.3", "$"), money(desk, "151.5", "$"), rate(desk, "0.12")],
    },
  ],
  footnotes: ["Unaudited."],
  place: PLACE,
});

describe("a table on the wire", () => {
  it("has a stretch of months on one line of a head, and heads in the middle on lines of one length", () => {
    const desk = figures();
    const table: ReleaseTable = {
      ...revenue(desk),
      head: [
        [
          { text: "Change from Prior Year", span: 2 },
          { text: "", span: 1 },
        ],
        [
          { text: "a", span: 1 },
          { text: "b", span: 1 },
          { text: "Twelve Months Ended September 29, 2007", span: 1 },
        ],
      ],
    };
    const lines = wire(table)
      .split("\n")
      .map((line) => line.trim());
    expect(lines).toContain("Twelve Months Ended");
    expect(lines.filter((line) => /Change|Prior/.test(line))).toEqual(["Change from", "Prior Year"]);
  });

  it("has heads over their columns, signs at their left, brackets hanging, a rule above what is a sum", () => {
    expect(wire(revenue(figures()))).toBe(`Revenue by Region
($ in millions)

                   Three Months Ended
          ------------------------------------
          September 29,  September 30,       %
                   2007           2006  Growth
          -------------  -------------  ------
Americas     $ 1,151.4         $ 151.5     \u2014%
Other             (5.1)                   (4)%
          -------------  -------------
Total        $ 1,146.3         $ 151.5    12%

Unaudited.
\u2014 zero, or rounds to zero
`);
  });

  it("in ASCII has no character of any other", () => {
    const text = wireText(releaseOf(revenue(figures())), { width: 80, ascii: true }).text;
    expect(text).toMatch(/^[\n -~]+$/);
    expect(text).toContain("Americas     $ 1,151.4         $ 151.5     -%");
    expect(text).toContain("- zero, or rounds to zero");
  });

  it("that is wider than the page is split between groups of columns, its labels printed again", () => {
    const desk = figures();
    const wide = (): ReleaseTable => {
      const one = revenue(desk);
      const [top, heads] = one.head;
      return {
        ...one,
        head: [
          [...top!, { text: "Six Months Ended", span: 3 }, { text: "Nine Months Ended", span: 3 }],
          [...heads!, ...heads!, ...heads!],
        ],
        columns: [...one.columns, ...one.columns, ...one.columns],
        rows: one.rows.map((row) => ({ ...row, cells: [...row.cells, ...row.cells, ...row.cells] })),
      };
    };
    const lines = wire(wide()).split("\n");
    expect(lines.filter((line) => line.startsWith("Total"))).toHaveLength(2);
    expect(lines).toContain("Revenue by Region (continued)");
    // The second part holds the last group alone, under its own head.
    const second = lines.slice(lines.indexOf("Revenue by Region (continued)"));
    expect(second.join("\n")).toContain("Nine Months Ended");
    expect(second.join("\n")).not.toContain("Three Months Ended");
    expect(wireText(releaseOf(wide()), { width: 132 }).text).not.toContain("(continued)");
  });

  it("keeps a label that is wrapped together by hanging it, its figures on its last line", () => {
    const desk = figures();
    const label =
      "Amortization of intangible assets that were acquired with businesses and are written off over their useful lives";
    const one = revenue(desk);
    const text = wire({ ...one, rows: [{ ...one.rows[0]!, label, level: 1 }] });
    expect(text).toContain("  Amortization of intangible assets that\n    were acquired with");
    expect(text).toMatch(/\n {4}[a-z ]+ \$ 1,151\.4/);
  });
});

describe("the wire", () => {
  const release = smallRelease();

  it("is the same bytes for the same release", () => {
    expect(wireText(smallRelease(), { width: 80 }).text).toBe(wireText(release, { width: 80 }).text);
  });

  it.each([80, 132] as const)("knows at %i columns where the digits of every figure stand", (width) => {
    const { text, figures: places } = wireText(release, { width });
    for (const { id, text: print, from, to } of release.figures) {
      const { start, end } = places.get(id)!;
      expect([id, text.slice(start, end)]).toEqual([id, to > from ? print.slice(from, to) : print]);
    }
  });

  it.each([80, 132] as const)("at %i columns has no longer line, no tab and no space at an end", (width) => {
    const { text } = wireText(release, { width });
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    expect(text).not.toMatch(/\t|\r| \n|\n\n\n/);
    expect(text.endsWith("\n")).toBe(true);
  });

  it("sets the headline in the middle, on lines of about one length", () => {
    const text = wire({
      kind: "heading",
      level: 1,
      content: says(
        "Example Instruments Reports Record Revenue and Earnings for the Third Quarter and Raises What It Expects of the Year",
      ),
      place: PLACE,
    });
    expect(text).toBe(
      "          Example Instruments Reports Record Revenue and Earnings for\n            the Third Quarter and Raises What It Expects of the Year\n",
    );
  });

  it("prints a minus as a hyphen and a link with its address", () => {
    const desk = figures();
    const loss = desk.bind(factOf({ measure: "net-income", period: "2007-Q3" }, millions("-5.1")));
    const link = { kind: "link", text: "our site", url: "https://example.com" } as const;
    expect(wire({ kind: "paragraph", role: "text", content: says(loss, "; see ", link), place: PLACE })).toBe(
      "-$5.1 million; see our site (https://example.com)\n",
    );
  });

  it("leaves a chart out whose figures a table prints, and prints those of any other", () => {
    const { text } = wireText(release, { width: 80 });
    expect(text).toContain("Revenue by Division over Five Quarters");
    expect(text).not.toContain("From GAAP to Non-GAAP Net Income");
  });
});
