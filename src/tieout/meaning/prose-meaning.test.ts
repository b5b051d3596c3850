import { describe, expect, it } from "vitest";
import { verbatim } from "../../text/printed.ts";
import type { Block, Document } from "../document.ts";
import { figuresOf } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "./document-context.ts";
import { type ProseGroup, type ProseReading, proseMeaning } from "./prose-meaning.ts";

const LEAD = "Larkfield today reported results for the third quarter ended September 30, 2024.";

/** The groups of a paragraph that stands below a lead, each as its words and its figures with what they do. */
function said(
  text: string,
  heading?: string,
): { words: string; figures: Record<string, ProseReading>; group: ProseGroup }[] {
  const texts = [LEAD, ...(heading === undefined ? [] : [heading]), text];
  const source = texts.join("\n");
  let at = 0;
  const blocks = texts.map((t): Block => {
    const printed = verbatim(source, at, at + t.length);
    at += t.length + 1;
    return t === heading
      ? { kind: "heading", text: printed, level: 1 }
      : { kind: "paragraph", text: printed, bullet: false };
  });
  const document: Document = { format: "text", encoding: "utf-8", source, blocks };
  const lexed = lexDocument(document.blocks);
  const context = documentContext(lexed);
  const { figures, texts: readings } = figuresOf(document, lexed, context);
  const paragraph = readings.length;
  return proseMeaning(readings, figures, context)
    .filter((g) => g.paragraph === paragraph)
    .map((group) => ({
      words: group.words.printed.join(" "),
      group,
      figures: Object.fromEntries(group.readings.map((r) => [figures[r.figure]!.text, r])),
    }));
}

const roles = (text: string): Record<string, string>[] =>
  said(text).map((g) => Object.fromEntries(Object.entries(g.figures).map(([print, r]) => [print, r.role])));

const Q3 = { start: "2024-07-01", end: "2024-09-30" };
const Q3_BEFORE = { start: "2023-07-01", end: "2023-09-30" };
const Q2 = { start: "2024-04-01", end: "2024-06-30" };

describe("the figures of a sentence", () => {
  it("whose income it is belongs to its name, and a cause does not", () => {
    const owned = said("Net income attributable to shareholders of Larkfield was $11.6 million in the third quarter.");
    expect(owned.map(({ words }) => words)).toEqual(["net income shareholders larkfield"]);
    const caused = said(
      "An increase in net income attributable to higher instrument sales of $11.6 million was reported.",
    );
    expect(caused.map(({ words }) => words).join()).not.toContain("net income");
  });

  it("a growth that a total follows speaks of one measure", () => {
    expect(roles("Revenues for the third quarter grew 12 percent, totaling $371.2 million.")).toEqual([
      { "12": "growth", "371.2": "current" },
    ]);
  });

  it("an amount and what it is per share are compared one by one", () => {
    const text =
      "The company reported net income of $36.3 million, or $0.66 per share, compared to $14.8 million, or $0.27 per share in the same period last year.";
    expect(roles(text)).toEqual([
      { "36.3": "current", "14.8": "prior" },
      { "0.66": "current", "0.27": "prior" },
    ]);
    expect(said(text)[1]?.group.twinOf).toBe(0);
  });

  it("levels from and to, and the points between them", () => {
    expect(
      roles("Operating margins increased 200 basis points year-over-year from 18.6 percent to 20.6 percent."),
    ).toEqual([{ "200": "points", "18.6": "prior", "20.6": "current" }]);
  });

  it("an amount behind a percentage and 'or' is a change, and 'from' names the base", () => {
    expect(
      roles("Net sales were $495.7 million, an increase of 7.1%, or $33.0 million, from $462.7 million last year."),
    ).toEqual([{ "495.7": "current", "7.1": "growth", "33.0": "change", "462.7": "prior" }]);
  });

  it("two growths in one sentence are measured against what each names", () => {
    const [group] = said("Revenue was $7.2 billion, up 19% from the previous quarter and down 13% from a year ago.");
    expect(group?.figures["19"]).toMatchObject({ role: "growth", direction: 1, against: Q2 });
    expect(group?.figures["13"]).toMatchObject({ role: "growth", direction: -1, against: Q3_BEFORE });
  });

  it("bracketed restatements pair with what they stand behind", () => {
    const groups = said(
      "Net income was $0.89 per share ($0.88 diluted) compared with $1.05 per share ($1.04 diluted).",
    );
    expect(groups.map((g) => Object.keys(g.figures))).toEqual([
      ["0.89", "1.05"],
      ["0.88", "1.04"],
    ]);
  });

  it("a list with 'respectively' takes its periods in order", () => {
    const [first, second] = said(
      "Net sales were $5.2 million and $4.9 million for the three months ended September 30, 2024 and 2023, respectively.",
    );
    expect(first?.figures["5.2"]?.period).toEqual(Q3);
    expect(second?.figures["4.9"]?.period).toEqual(Q3_BEFORE);
  });

  it("growth in a part opens a measure of its own", () => {
    const groups = said(
      "Revenue grew 8 percent, which included 4 percent growth in its Mill Division and 15 percent growth in its Loom Division.",
    );
    expect(groups.map((g) => g.words)).toEqual(["revenue", "mill division", "loom division"]);
  });

  it("a second change that only a time divides from the first is one too", () => {
    expect(
      roles("Interest expense declined $45 million in the third quarter and $110 million in the first nine months."),
    ).toEqual([{ "45": "change", "110": "change" }]);
  });

  it("'EPS of $2.81' is an amount per share", () => {
    expect(said("Diluted EPS of $2.81 compared to $2.69 last year.")[0]?.group.kind).toBe("per-share");
  });

  it("neither end of a range is an amount that was", () => {
    expect(roles("Revenue of $665 - $745 million is our range.")).toEqual([{ "665": "other", "745": "other" }]);
  });
});

describe("what a sentence says of its figures", () => {
  it("a comparative lies a year back where nothing else is said, and a quarter back where that is", () => {
    const [yearly] = said("Net sales were $5.0 million compared to $4.0 million.");
    expect(yearly?.figures["4.0"]?.period).toEqual(Q3_BEFORE);
    const [quarterly] = said("Net sales were $5.0 million compared to $4.0 million in the prior quarter.");
    expect(quarterly?.figures["4.0"]?.period).toEqual(Q2);
  });

  it("a period behind the second figure of a pair belongs to both", () => {
    const [amount] = said(
      "Net loss was $1.2 million, or $0.02 per share, compared to $3.1 million, or $0.05 per share, in the preceding quarter.",
    );
    expect(amount?.figures["3.1"]?.period).toEqual(Q2);
  });

  it("the words that open a sentence give its basis", () => {
    const groups = said("Excluding currency rate changes, revenue growth in the third quarter was 8 percent.");
    expect(groups[0]?.figures["8"]?.basis).toBe("constant-currency");
    const organic = said(
      "Excluding currency changes and acquisitions, revenue growth in the third quarter was 8 percent.",
    );
    expect(organic[0]?.figures["8"]?.basis).toBe("organic");
  });

  it("what is expected is marked, and so is what stands below an outlook", () => {
    expect(said("We expect revenue of $5.0 million.")[0]?.group.forward).toBe(true);
    expect(said("Revenue of $5.0 million.", "Outlook")[0]?.group.forward).toBe(true);
    expect(said("Revenue was $5.0 million.")[0]?.group.forward).toBe(false);
  });

  it("the growth of a cause does not become the growth of the measure", () => {
    const groups = said("Net income was $5.0 million due to a 12% increase in amortization.");
    expect(groups.map((g) => Object.keys(g.figures))).toEqual([["5.0"], ["12"]]);
  });

  it("the issuer's own name is no member", () => {
    const texts = said("Harbour Inc. revenues were $5.0 million.");
    expect(texts[0]?.words).toBe("revenues");
  });
});
