import { describe, expect, it } from "vitest";
import { figuresOf } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "../meaning/document-context.ts";
import { judge } from "../prove/verdict.ts";
import { read } from "../read/read.ts";
import { matchColumns, sightings } from "./column-match.ts";
import { factRows } from "./fact-row.ts";
import { ratiosAcross } from "./ratio-across.ts";
import { namedBy } from "./relation.ts";

const HEAD = `| | Three Months Ended September 30, 2024 | Three Months Ended June 30, 2024 | Three Months Ended September 30, 2023 |
| --- | --- | --- | --- |`;

const RELEASE = `
LARKFIELD MILLS
CONSOLIDATED STATEMENTS OF OPERATIONS
(in thousands, except per share amounts)

${HEAD}
| Net sales | 263,812 | 251,480 | 275,041 |
| Gross profit | 113,608 | 104,390 | 114,724 |
| Net income | 36,312 | 30,947 | 41,806 |
| Weighted average diluted shares | 54,915 | 55,102 | 53,640 |

The reconciliation below is unaudited.

RECONCILIATION OF GAAP TO NON-GAAP MEASURES
(in thousands, except per share amounts)

${HEAD}
| Gross profit | 113,608 | 104,390 | 114,724 |
| Amortization | 2,240 | 2,240 | 1,975 |
| Adjusted gross profit | 115,848 | 106,630 | 116,699 |
| Adjusted gross margin | 43.9% | 42.4% | 42.4% |
| Diluted net income per share | $0.66 | $0.56 | $0.78 |
`;

const TAXED = `
LARKFIELD MILLS
CONSOLIDATED STATEMENTS OF OPERATIONS
(in thousands)

${HEAD}
| Income before provision for income taxes | 48,127 | 40,885 | 55,613 |
| Provision for income taxes | 11,815 | 9,938 | 13,807 |
| Net income | 36,312 | 30,947 | 41,806 |

The measures below are unaudited.

OTHER MEASURES

${HEAD}
| Effective tax rate | 24.5% | 24.3% | 24.8% |
| Statutory tax rate | 21.0% | 21.0% | 21.0% |
`;

function ratios(source: string): readonly string[] {
  const document = read(new TextEncoder().encode(source), { name: "release.md", ignoreTags: false });
  if (!("blocks" in document)) throw new Error("refused");
  const lexed = lexDocument(document.blocks);
  const { figures, tables } = figuresOf(document, lexed, documentContext(lexed));
  const rows = factRows(tables, figures);
  return ratiosAcross(rows, matchColumns(sightings(rows)), figures, new Set()).map((r) => {
    const prints = namedBy(r.form).map((f) => figures[f]!.text);
    return `${judge(r.form, figures).verdict} ${r.strength}: ${prints.join(" ")}`;
  });
}

describe("a ratio whose operands stand in another table", () => {
  it("is a margin of what its own label names, over the sales of the same period", () => {
    expect(ratios(RELEASE)).toContain("forced strong: 263,812 115,848 43.9");
  });

  it("is an amount per share, over the average shares of its kind", () => {
    expect(ratios(RELEASE)).toContain("forced strong: 36,312 54,915 0.66");
  });

  it("cannot be with one digit replaced, and the other periods say so", () => {
    const slipped = RELEASE.replace("43.9%", "48.9%").replaceAll(
      "June 30, 2024 |",
      "June 30, 2024 | Three Months Ended March 31, 2024 |",
    );
    const wider = slipped
      .replaceAll("| --- | --- | --- | --- |", "| --- | --- | --- | --- | --- |")
      .replace("| 263,812 | 251,480 |", "| 263,812 | 251,480 | 240,066 |")
      .replaceAll("| 113,608 | 104,390 |", "| 113,608 | 104,390 | 99,017 |")
      .replace("| 36,312 | 30,947 |", "| 36,312 | 30,947 | 28,650 |")
      .replace("| 54,915 | 55,102 |", "| 54,915 | 55,102 | 55,284 |")
      .replace("| 2,240 | 2,240 |", "| 2,240 | 2,240 | 2,240 |")
      .replace("| 115,848 | 106,630 |", "| 115,848 | 106,630 | 101,257 |")
      .replace("| 48.9% | 42.4% |", "| 48.9% | 42.4% | 42.2% |")
      .replace("| $0.66 | $0.56 |", "| $0.66 | $0.56 | $0.52 |");
    expect(ratios(wider)).toContain("unattainable strong: 263,812 115,848 48.9");
  });

  it("is the part of income before tax that tax takes, whatever sign the tax is printed with", () => {
    expect(ratios(TAXED)).toEqual([
      "consistent strong: 48,127 11,815 24.5",
      "forced strong: 40,885 9,938 24.3",
      "forced strong: 55,613 13,807 24.8",
    ]);
    const turned = TAXED.replace("11,815", "(11,815)").replace("9,938", "(9,938)").replace("13,807", "(13,807)");
    expect(ratios(turned)).toEqual(ratios(TAXED));
    expect(ratios(TAXED.replace("24.3%", "23.4%"))).toContain("unattainable strong: 40,885 9,938 23.4");
  });
});
