import { describe, expect, it } from "vitest";
import { littleFacts, littleRelease, told, wordsOf } from "../../test/little-release.ts";

/** What one paragraph prints; the findings, where there are any. */
function prints(text: string): string {
  const { release, findings } = littleRelease(text);
  return findings.length > 0
    ? findings.map(({ code, places: [at], message }) => `${code} ${at?.line}:${at?.column} ${message}`).join("\n")
    : wordsOf(release).join("\n");
}
const remedyOf = (text: string): string | undefined => littleRelease(text).findings[0]?.remedy;

describe("a binding prints", () => {
  it.each([
    ["{revenue}", "$371.2 million"],
    ["{revenue to-date | billions 0.1}", "$1.1 billion"],
    ['{revenue year-ago region="Asia/Pacific"}', "$51.8 million"],
    ["{revenue year-ago region=Asia/Pacific}", "$51.8 million"],
    ["{revenue-growth}", "12 percent"],
    ["{revenue-growth | %}", "12%"],
    ["{revenue-growth | % 0.1 bare}", "12.5"],
    ["{revenue 2006-9M | thousands}", "$930,000 thousand"],
    ["{revenue | units}", "$371,200,000"],
    ["{revenue | 1}", "$371 million"],
    ["{revenue | about}", "$371.2 million"],
    ["{revenue | billions about}", "approximately $0.4 billion"],
    ["{gross-margin-change}", "\u221230 basis points"],
    ["{gross-margin-change | size}", "30 basis points"],
    ["{gross-margin-change | 1 brackets}", "(34) basis points"],
    ["{plants-closed | words} plants", "Six plants"],
    ["{Quarter} of {year}", "Third quarter of 2007"],
    ["{quarter of to-date} of {year year-ago}", "first nine months of 2006"],
    [
      "{quarter of year}, {quarter of twelve-months}, {quarter of 2007-6M}",
      "full year, last twelve months, first six months",
    ],
    ["{date}; {period-start} to {period-end}", "November 1, 2007; July 1, 2007 to September 30, 2007"],
    ['{literal "S&P 500": the name of an index}', "S&P 500"],
    ["{word revenue, revenue year-ago: rose, fell, was unchanged}", "rose"],
    ["{word revenue year-ago, revenue: rose, fell, was unchanged}", "fell"],
    ['{word revenue, revenue: "rose, too", fell, was "unchanged"}', 'was "unchanged"'],
    ["{plural launches: launch, launches} and {plural plants-closed: plant, plants}", "launch and plants"],
    ['\\{revenue\\} and \\$5 {literal "5": a test}', 'figure-unbound 8:19 "5" is typed here, and bound to no fact.'],
    ["**{revenue}** *and* {revenue\n| bare}", "$371.2 million and 371.2"],
  ])("%s", (written, text) => {
    expect(prints(written)).toBe(text);
  });
});

describe("words follow what is printed", () => {
  // Gross margin falls by 34 basis points: printed in steps of a thousand, that is nothing.
  it("so that what prints as zero has not moved", () => {
    expect(prints("It {word gross-margin-change: rose, fell, did not move} by {gross-margin-change}.")).toBe(
      "It fell by 30 basis points.",
    );
    expect(prints("It {word gross-margin-change: rose, fell, did not move}; {gross-margin-change | 1000 size}.")).toBe(
      "It did not move; 0 basis points.",
    );
    expect(prints("It {word gross-margin-change | 1: rose, fell, did not move}.")).toBe("It fell.");
  });

  it("so that words hold their figure, or leave it out where there is none to speak of", () => {
    const [small, none] = ["", " | 1000"].map((form) =>
      prints(
        `It {word gross-margin-change${form}: rose by #, "fell by # (#)", was unchanged} at {gross-margin | 0.1}.`,
      ),
    );
    expect(small).toBe("It fell by 30 basis points (30 basis points) at 54.2 percent.");
    expect(none).toBe("It was unchanged at 54.2 percent.");
    // What only looks like it is a word.
    expect(prints("It {word gross-margin-change: rose, was C# and #x, was flat}.")).toBe("It was C# and #x.");
  });
});

describe("a word of direction that is typed", () => {
  it.each([
    ["Revenue grew {revenue-growth} in the {quarter}.", undefined],
    [
      "Revenue declined by {revenue-growth}.",
      '"declined" stands beside 12 percent of "revenue-growth", which has risen.',
    ],
    [
      "An increase in margin of {gross-margin-change}",
      '"increase" stands beside \u221230 basis points of "gross-margin-change", which has fallen.',
    ],
    ["The margin fell by {gross-margin-change | size}.", undefined],
    [
      "The margin fell by {gross-margin-change}.",
      '"fell" stands beside \u221230 basis points of "gross-margin-change": the fall is said twice, by the word and by the sign.',
    ],
    [
      "The margin rose by {gross-margin-change | 1000 size}.",
      '"rose" stands beside 0 basis points of "gross-margin-change", which has not moved.',
    ],
    [
      "The {gross-margin-change | size} increase",
      '"increase" stands beside 30 basis points of "gross-margin-change", which has fallen.',
    ],
    ["Cost fell. The margin is {revenue-growth}", undefined],
    ["Cost rose, and {word gross-margin-change: up, down, even} it went by {gross-margin-change}", undefined],
    [
      "Margin {word revenue-growth: rose, fell, stood} {gross-margin-change | size}",
      '"rose" stands beside 30 basis points of "gross-margin-change", which has fallen.',
    ],
  ])("%s", (text, message) => {
    const { findings } = littleRelease(text);
    expect(findings.map((one) => `${one.code} ${one.message}`)).toEqual(
      message === undefined ? [] : [`word-contradicts-figure ${message}`],
    );
  });
});

describe("a rate that would mislead", () => {
  const income = `
    month    | line    | amount  | division
    2006-P07 | revenue | 5000000 | Bioscience
    2006-P08 | revenue | 0       | Bioscience
    2006-P09 | revenue | 0       | Bioscience
    2007-P07 | revenue | 7000000 | Bioprocess
    2007-P08 | revenue | 0       | Bioscience
    2007-P09 | revenue | 0       | Bioscience
  `;
  it("is not printed in a sentence, and no word is chosen by it", () => {
    const text =
      "{revenue-growth division=Bioprocess}\n{word revenue-growth division=Bioprocess: grew, fell, was flat}";
    const { findings } = littleRelease(text, { ready: littleFacts({ income }) });
    expect(told(findings)).toEqual(["figure-without-number 8:2", "figure-without-number 9:7"]);
    expect(findings[0]?.message).toContain('"revenue-growth" of 2007-Q3, division=Bioprocess, is not meaningful');
  });
});

describe("words fit the figure that they stand before", () => {
  it("in their article", () => {
    expect(
      prints("An {revenue-growth | 0.1} and a {revenue-growth division=Bioscience}, a {revenue-growth | 2}."),
    ).toBe("A 12.5 percent and a 15 percent, a 12 percent.");
    expect(prints("a {revenue to-date | millions 100} and an {net-income | 1}, a {revenue | billions about}")).toBe(
      "a $1,100 million and a $136 million, an approximately $0.4 billion",
    );
  });
  it("in their capital", () => {
    expect(prints("{plants-closed | words} plants. {plants-closed | words} more; {plants-closed | words}.")).toBe(
      "Six plants. Six more; six.",
    );
  });
});

describe("a binding that cannot be", () => {
  it.each([
    ["a {}", "binding-not-read 8:3 Nothing stands between these braces; the name of a measure was expected."],
    ["a {revenue", "binding-not-read 8:3 This brace opens a binding that no brace closes within its paragraph."],
    ["a revenue}", "binding-not-read 8:10 This brace closes a binding that no brace opens."],
    ["- a\n- b {revnue}", 'measure-unknown 9:6 There is no measure "revnue".'],
    [
      "> a\n> b {revenue\n> yesterday}",
      'period-unknown 10:3 "yesterday" is no period: neither one of this, to-date, year, twelve-months, year-ago, previous, next nor a code.',
    ],
    ["{revenue 2009-Q3}", "period-unknown 8:10 The calendar of the company has no 2009-Q3."],
    [
      "{revenue 2007-Q4}",
      'period-unknown 8:10 The books hold no "revenue" of 2007-Q4 (2007-Q4: the books hold nothing of 2007-P10).',
    ],
    ["{revenue this to-date}", 'period-unknown 8:10 "this" and "to-date" name two periods, where a figure is of one.'],
    ["{revenue region=Mars}", 'member-unknown 8:17 There is no region "Mars".'],
    ["{net-income region=Europe}", 'member-unknown 8:20 "net-income" (Net income) has no figure of region=Europe.'],
    [
      "{revenue area=Europe}",
      'binding-not-read 8:10 "area" is no kind of member; members are told by division, region, category.',
    ],
    ["{revenue region=}", "binding-not-read 8:17 The name of a region was expected here."],
    [
      "{revenue region=Europe region=Americas}",
      "binding-not-read 8:24 A second region stands here; a figure is of one.",
    ],
    ["{revenue | %}", "form-does-not-fit 8:12 An amount of money is not printed as percent."],
    ["{revenue-growth | millions}", "form-does-not-fit 8:19 A ratio is not printed as millions."],
    ["{revenue | lots}", 'form-does-not-fit 8:12 "lots" is no form that a figure can have.'],
    ["{revenue | 0}", 'form-does-not-fit 8:12 "0" is no step; a step is a decimal above zero, such as 0.1.'],
    ["{revenue | millions billions}", "form-does-not-fit 8:21 A second scale stands here; a figure is printed in one."],
    [
      "{revenue-growth | 0.1 words}",
      "form-does-not-fit 8:23 Words say whole numbers only, and this form has decimals.",
    ],
    ["{revenue |}", "binding-not-read 8:10 No form stands behind this bar."],
    [
      "{revenue-growth 2006-Q3}",
      'period-unknown 8:17 The books hold no "revenue-growth" of 2006-Q3 (2005-Q3 is not in the calendar of the company).',
    ],
    [
      "{word revenue-growth: grew, fell}",
      "binding-not-read 8:21 2 words stand behind the colon; 3 were expected, for above, below and the same, with commas between them.",
    ],
    ["{word revenue-growth}", "binding-not-read 8:21 A colon and the words to choose from were expected here."],
    [
      "{word revenue, revenue-growth: a, b, c}",
      'form-does-not-fit 8:16 "revenue" and "revenue-growth" are of different units, and cannot be compared.',
    ],
    ['{literal "5"}', "binding-not-read 8:13 A literal gives, behind a colon, the reason why it is no figure."],
    ["{literal 5: x}", "binding-not-read 8:10 The text that is to be printed was expected here, in quotation marks."],
    ['{revenue region="Europe}', "binding-not-read 8:17 This quotation mark is not closed before the brace is."],
    ["{revenue@v9}", 'measure-unknown 8:2 "revenue" has no version "v9"; the one in force is v1.'],
    [
      "{launches year-ago}",
      'figure-without-number 8:2 "launches" of 2006-Q3 has no number: the register has no number for the period.',
    ],
    [
      "Revenue {word net-income-growth division=Bioscience: a, b, c}",
      'member-unknown 8:42 "net-income-growth" (Net income, growth) has no figure of division=Bioscience.',
    ],
    ["{weeks | bare}", 'form-does-not-fit 8:10 "weeks" is not printed as bare.'],
    ["{date | words}", 'form-does-not-fit 8:9 "date" is not printed as words.'],
    ["{quarter of 2010-Q1}", "period-unknown 8:13 The calendar of the company has no 2010-Q1."],
    ["{revenue, revenue}", 'binding-not-read 8:9 "," stands here, where a figure takes nothing more.'],
    [
      "{5}",
      'binding-not-read 8:2 "5" is not written as the name of a measure is: letters, digits and hyphens, "@" before a version.',
    ],
    ['{"5"}', 'binding-not-read 8:2 "5" stands here; a binding begins with the name of a measure.'],
    [
      "{revenue 2007-Q5}",
      'period-unknown 8:10 "2007-Q5" is no period: neither one of this, to-date, year, twelve-months, year-ago, previous, next nor a code.',
    ],
    [
      "{revenue division=Bioscience region=Europe}",
      'figure-without-number 8:2 "revenue" of 2007-Q3, division=Bioscience;region=Europe, has no number: Revenue: no entry.',
    ],
    ["{revenue division=Bioscience category=Europe}", 'member-unknown 8:39 There is no category "Europe".'],
    ["{weeks 2009-Q3}", "period-unknown 8:8 The calendar of the company has no 2009-Q3."],
    [
      "{revenue next to-date}",
      'period-unknown 8:10 The books hold no "revenue" of 2007-FY (2007-FY: the books hold nothing of 2007-P10).',
    ],
    ["{revenue next year}", 'period-unknown 8:10 The calendar of the company has no 2008-FY, which "next year" is.'],
    ["{weeks}", "form-does-not-fit 8:2 2007-Q3 is not made of whole weeks."],
  ])("%s", (written, expected) => {
    expect(prints(written)).toBe(expected);
  });

  it("is told with the nearest name", () => {
    expect(remedyOf("{revnue}")).toContain("The nearest is revenue;");
    expect(remedyOf("{revenue division=Biosience}")).toContain('The nearest is "Bioscience"');
    expect(remedyOf("{revenue yearago}")).toContain("The nearest word for a period is year-ago");
    expect(remedyOf("{revenue | milions}")).toContain("The nearest is millions");
    expect(remedyOf("{revenue 2007-Q4}")).toBe(
      "They hold it of 2006-Q1, 2006-Q2, 2006-Q3, 2006-Q4, 2007-Q1, 2007-Q2, 2007-Q3.",
    );
  });

  it("leaves the others told and printed", () => {
    const { release, findings } = littleRelease("{revnue} and {revenue} and {", {});
    expect(told(findings)).toEqual(["measure-unknown 8:2", "binding-not-read 8:28"]);
    expect(wordsOf(release)).toEqual([" and $371.2 million and {"]);
  });
});
