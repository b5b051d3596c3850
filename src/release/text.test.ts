import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEAD, littleFacts, littleRelease, told, wordsOf } from "../../test/little-release.ts";
import { parseReleaseText } from "./text.ts";

const findings = (text: string): readonly string[] => told(littleRelease(text).findings);

describe("the text of a release takes no", () => {
  it.each([
    ["image", "Words ![a](b.png)", ["markdown-not-taken 8:7"]],
    ["code", "Words `a`", ["markdown-not-taken 8:7"]],
    ["block of code", "```\na\n```", ["markdown-not-taken 8:1"]],
    ["table of Markdown", "| a | b |\n| --- | --- |\n| c | d |", ["markdown-not-taken 8:1"]],
    ["numbered list", "1. a\n2. b", ["markdown-not-taken 8:1"]],
    ["list in a list", "- a\n  - b", ["markdown-not-taken 9:3"]],
    ["heading of the fourth level", "#### a", ["markdown-not-taken 8:1"]],
    ["heading without words", "##", ["markdown-not-taken 8:1"]],
    ["rule", "***", ["markdown-not-taken 8:1"]],
    ["line to be filled in", "a\n\n___", ["placeholder 10:1"]],
    ["reference link", "[a][b]\n\n[b]: https://c.com", ["markdown-not-taken 8:1", "markdown-not-taken 10:1"]],
    ["link to a script", "[a](javascript:x)", ["link-not-taken 8:1"]],
    ["binding in a link", "[{revenue}](https://a.com)", ["link-not-taken 8:1"]],
    ["second headline", "# a", ["headline-not-one 8:1"]],
    ["unknown directive", "::tabel[x]", ["directive-not-read 8:1"]],
    ["directive without its name", "::table", ["directive-not-read 8:1"]],
    ["subhead without words", "::subhead", ["directive-not-read 8:1"]],
    ["end without a beginning", "::end", ["directive-not-read 8:1"]],
    ["braces behind a directive", "::contacts{a=b}", ["directive-not-read 8:1"]],
    ["directive in a quotation", "> ::table[a]", ["markdown-not-taken 8:3"]],
    ["table that nothing declares", "::table[a]", ["table-unknown 8:9"]],
    ["chart that nothing declares", "::chart[a]", ["table-unknown 8:9"]],
    ["call without call.yaml", "::call", ["table-unknown 8:1"]],
    ["second beginning of the small part", "::small\n\n::small", ["directive-not-read 10:1"]],
    ["words behind a directive that has none", "::contacts[a]", ["directive-not-read 8:1"]],
    ["text of another kilobyte than a release has", `${"a ".repeat(9000)}`, ["file-too-large 8:1"]],
    ["text that company.yaml does not hold", "::text[abuot]", ["text-unknown 8:8"]],
  ])("%s", (_, text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});

describe("the head of a release", () => {
  it("must be there, and whole", () => {
    expect(findings("---\nperiod: 2007-Q3\n# Headline\n")).toEqual(["release-head-missing 1:1"]);
    expect(told(parseReleaseText("release.md", "# Headline").findings)).toEqual(["release-head-missing 1:1"]);
    expect(findings("---\nperiod: 2007-Q3\ncty: X\n---\n# Headline\n")).toEqual([
      "setting-missing 2:1",
      "setting-unknown 3:1",
    ]);
  });
  it("names a quarter of the calendar", () => {
    expect(findings("---\nperiod: 2010-Q3\ndate: 2010-11-01\n---\n# Headline\n")).toEqual(["period-unknown 2:9"]);
  });
  it("has the city where there is a dateline", () => {
    expect(findings("---\nperiod: 2007-Q3\ndate: 2007-11-01\n---\n# Headline\n\n{dateline} Words\n")).toEqual([
      "setting-missing 7:2",
    ]);
  });
  it("is followed by a headline", () => {
    expect(findings("---\nperiod: 2007-Q3\ndate: 2007-11-01\n---\nWords\n")).toEqual(["headline-not-one 1:1"]);
  });
});

describe("a text of company.yaml", () => {
  const ready = littleFacts({
    company: {
      people: [],
      text: new Map([
        ["a", "# Title\n\n::text[b]"],
        ["b", "b"],
        ["c", "{"],
      ]),
    },
  });
  it("has its headings below the headline, and asks for no other text", () => {
    const { release, findings: said } = littleRelease("::text[a]", { ready });
    expect(release?.blocks.map((block) => (block.kind === "heading" ? block.level : block.kind))).toEqual([1, 2]);
    expect(told(said)).toEqual(["text-unknown undefined:undefined"]);
  });
  it("is told of by its name where its letters have no places", () => {
    const [finding] = littleRelease("::text[c]", { ready }).findings;
    expect(finding?.places).toEqual([{ path: "company.yaml", line: undefined, column: undefined }]);
    expect(finding?.message).toBe(
      'In the text "c": This brace opens a binding that no brace closes within its paragraph.',
    );
  });
  it("is there, and so are the people who are asked for", () => {
    expect(told(littleRelease("::text[d]\n\n::contacts", { ready }).findings)).toEqual([
      "text-unknown 8:8",
      "text-unknown 10:1",
    ]);
  });
});

describe("what looks like a tag", () => {
  it("is text", () => {
    const { release } = littleRelease("<script>alert(x)</script> &amp; <!-- a -->");
    const [, block] = release?.blocks ?? [];
    expect(block?.kind === "paragraph" ? block.content : block).toEqual([
      { kind: "text", text: "<script>alert(x)</script> &amp; <!-- a -->", strong: false, emphasis: false },
    ]);
  });
});

describe("a file with the line ends of Windows", () => {
  it("is read as any other, and its places are its own", () => {
    const text = `${HEAD}Revenue\nwas {revenue}\n\n> quoted\n> {revnue}\n`;
    const { release, findings: said } = littleRelease(text.replaceAll("\n", "\r\n"));
    expect(wordsOf(release)).toEqual(["Revenue was $371.2 million", "quoted "]);
    expect(told(said)).toEqual(["measure-unknown 12:4"]);
  });
});

describe("the legal part", () => {
  it("is small from ::small to ::end", () => {
    const { release } = littleRelease("a\n\n::small\n\nb\n\n::text[about]\n\n::end\n\nc");
    expect(release?.blocks.slice(1).map((block) => (block.kind === "paragraph" ? block.role : block.kind))).toEqual([
      "text",
      "small",
      "small",
      "text",
    ]);
  });
});

/** Pieces that Markdown and bindings are made of, in any order. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'{ } [ ] ( ) * _ ` # > - : :: | " \\ \n \n\n \t = , ! < & 1. ~ revenue year-ago word literal 5 ::table ::small'.split(
        / /,
      ),
      " ",
      "\r\n",
    ),
    fc.string({ maxLength: 6 }),
  ),
  { maxLength: 120 },
);

describe("any text", () => {
  it("gives a tree or findings, and never throws", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const { release, findings: said } = littleRelease(`${HEAD}${parts.join("")}`);
        expect(release !== undefined || said.length > 0).toBe(true);
        for (const { places } of said) expect(places.every((at) => at.line === undefined || at.line > 0)).toBe(true);
      }),
      { numRuns: 80 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { value, findings: said } = parseReleaseText("release.md", text);
        expect(value !== undefined || said.length > 0).toBe(true);
      }),
    );
  });

  it("of characters that repeat is read soon, or refused as too large", () => {
    const hostile = [
      "{",
      "[",
      "*",
      "> ",
      "`",
      "![",
      '{"',
      "[a](",
      "*a **b ",
      "::a[x]\n\n",
      "- ",
      "a\n\n",
      "\\",
      "_a",
      "{revenue ",
      "[a]\n\n",
    ];
    for (const one of hostile) {
      const text = `${HEAD}${one.repeat(Math.floor(8_192 / one.length))}`;
      // What goes with the square takes minutes, and so outlasts the time that the test has.
      expect(parseReleaseText("release.md", text), one).toBeDefined();
    }
  }, 110_000);
});
