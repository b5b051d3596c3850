import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { checkRelease } from "../check-release.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";
import { isBlocking, rulesBy } from "../rules.ts";

const left = (text: string): readonly string[] =>
  wordsFound(`${HEAD}${text}\n`, new Set(["placeholder-left"])).map((words) => words.replace("placeholder-left: ", ""));

describe("what is left to be filled in", () => {
  it.each([
    ["PENDING LARRY QUOTE", "PENDING LARRY QUOTE"],
    ['[QUOTE PENDING CEO APPROVAL] "We are glad," she said.', "[QUOTE PENDING CEO APPROVAL]"],
    ["“We are glad,” said Ann Lee (quote pending).", "(quote pending)"],
    ["Capital expenditures were [XX] million.", "[XX]"],
    ["[NTD: confirm with legal before release]", "[NTD: confirm with legal before release]"],
    ["Capital expenditures were $6.6 million [CFO to confirm].", "[CFO to confirm]"],
    ["Capital expenditures were $6.6 million [check].", "[check]"],
    ["[Note: legal to review this paragraph]", "[Note: legal to review this paragraph]"],
    ["“We are glad,” said [Name], [Title].", "[Name]"],
    ["Capital expenditures were $[6.6] million.", "$[6.6]"],
    ["Gross margin was [43.5]%.", "[43.5]%"],
    ["The plant cost about [12] million dollars.", "[12] million"],
    ["The cost was $[12] million.", "$[12] million"],
    ["Capital expenditures were $____ million.", "$____ million"],
    ["The call is on July __, 2025 at noon.", "July __, 2025"],
    ["Capital expenditures were $__ million.", "$__ million"],
    ["The plant closes by the end of 20XX.", "20XX"],
    ["Gross margin rose x.x% to 43.5%.", "x.x%"],
    ["Gross margin was xx%.", "xx%"],
    ["Capital expenditures were TK.", "were TK"],
    ["The dial-in number is tbd.", "is tbd"],
    ["Dial-in: tbd", ": tbd"],
  ])("is seen in %j", (text, words) => {
    expect(left(text)).toEqual([words]);
  });

  it.each([
    "Revenue was $40.2 million [1], and net income $4.0 million [a].",
    "Revenue was CHF 12 [1] million, and 5% [2] of it came from Europe.",
    "“We grew in [the] United States, as [management] said, with revenue of [$40.2 million],” said Ann Lee.",
    "The [pending] merger is subject to approval [by the board].",
    "ACQUISITION PENDING",
    "The sale (pending regulatory approval) is to close in May.",
    "Our tyrosine kinase (TK) inhibitor was licensed by TK Elevator.",
    "Write to tbd@example.com, or see www.example.com/tbd.",
    "“Fiscal 20XX” means the year that ends in June of 20XX, as in “20XX”.".replace(" of 20XX,", ","),
    "Shares rose by a factor of x per year; x% of them are held by us.",
    "Net leverage was 2.1x and coverage 4.0x.",
    "____________",
    "__July 2025__ was warm, and __cost $4 million__.",
    "It was __July__ 2025, or July __2025__, and is told in __$__ million.",
    "We report in US$[1] million, with a margin [2] % of sales and 5% [12] percent of others.",
    "[X] Annual report [ ] Quarterly report",
    "The day of the decision is TBD by the agency.",
    "The site is still to be determined (TBD) with the canton.",
    "TBD = to be determined by the regulator.",
    "[Note: figures may not add because of rounding.]",
    "See [check](https://example.com/check).",
  ])("is not seen in %j", (text) => {
    expect(left(text)).toEqual([]);
  });

  it("is a day of a list of projects that is not decided, and no line of a statement", () => {
    const projects = "## Projects\n\n| Project | Cost ($ millions) | Opens |\n|---|---|---|\n| North | 12.0 | TBD |\n";
    expect(left(projects)).toEqual([]);
    expect(left(STATEMENT.replace("| 14.0 |", "| TBD |"))).toEqual(["TBD"]);
    expect(left(projects.replace("12.0", "XX.X"))).toEqual(["XX.X"]);
  });

  it("says what it is", () => {
    const message = (text: string): string => messagesOf(`${HEAD}${text}\n`, "placeholder-left").join("");
    expect(message("Revenue was $[40.2] million.")).toContain("still to be confirmed");
    expect(message("Revenue was $40.2 million [CFO to confirm].")).toContain("a note to those who write the release");
    expect(message("Revenue was $XX million.")).toContain("is to come");
  });

  it("blocks, whoever the issuer is", () => {
    for (const profile of ["us-domestic", "foreign-private", "non-us"] as const) {
      const report = checkRelease(new TextEncoder().encode(`${HEAD}Revenue was $XX million.\n`), {
        name: "release.md",
        rules: rulesBy({ profile }),
      });
      const found = report.findings.filter(({ code }) => code === "placeholder-left");
      expect(found.map(isBlocking)).toEqual([true]);
    }
  });
});
