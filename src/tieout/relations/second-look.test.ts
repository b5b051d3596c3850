import { describe, expect, it } from "vitest";
import { figuresOf } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "../meaning/document-context.ts";
import { judge } from "../prove/verdict.ts";
import { read } from "../read/read.ts";
import { namedBy } from "./relation.ts";
import { tableRelations } from "./relations.ts";

const SHEET = `
LARKFIELD MILLS
CONSOLIDATED BALANCE SHEETS
(in thousands)

| | June 30, 2024 | June 30, 2023 |
| --- | --- | --- |
| Cash | 147,246 | 148,990 |
| Other current assets | 17,775 | 16,967 |
| Total current assets | 165,021 | 165,957 |
| Property and equipment | 24,611 | 24,280 |
| Total assets | 189,632 | 190,237 |
| Current liabilities | 7,580 | 7,295 |
| Other liabilities | 450 | 619 |
| Total liabilities | 8,030 | 7,914 |
| Shareholders' equity: | | |
| Common stock | 139,853 | 139,401 |
| Retained earnings | 41,749 | 42,922 |
| Total shareholders' equity | 181,602 | 182,323 |
| Total liabilities and shareholders' equity | 189,632 | 190,237 |
`;

/** The sums that close with a number printed so, as "verdict strength: prints". */
function sumsTo(print: string, source: string): readonly string[] {
  const document = read(new TextEncoder().encode(source), { name: "release.md", ignoreTags: false });
  if (!("blocks" in document)) throw new Error("refused");
  const lexed = lexDocument(document.blocks);
  const { figures, tables } = figuresOf(document, lexed, documentContext(lexed));
  return tableRelations(tables, figures).flatMap((r) => {
    const prints = namedBy(r.form).map((f) => figures[f]!.text);
    return r.kind === "footing" && prints.at(-1) === print
      ? [`${judge(r.form, figures).verdict} ${r.strength}: ${prints.join(" ")}`]
      : [];
  });
}

describe("a total that the first search leaves open", () => {
  it("foots though the last line of equity is also all assets less the lines above it", () => {
    expect(sumsTo("181,602", SHEET)).toEqual(["consistent strong: 139,853 41,749 181,602"]);
    expect(sumsTo("189,632", SHEET)).toContain("consistent strong: 8,030 181,602 189,632");
  });

  it("is an error where two digits of it are exchanged", () => {
    const slipped = SHEET.replace("181,602", "181,062");
    expect(sumsTo("181,062", slipped)).toEqual(["unattainable strong: 139,853 41,749 181,062"]);
  });
});
