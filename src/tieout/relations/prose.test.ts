import { describe, expect, it } from "vitest";
import { figuresOf } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "../meaning/document-context.ts";
import { withProse } from "../meaning/prose-figure.ts";
import { proseMeaning } from "../meaning/prose-meaning.ts";
import { judge } from "../prove/verdict.ts";
import { read } from "../read/read.ts";
import { proseRelations } from "./prose.ts";
import { namedBy } from "./relation.ts";

const TABLE = `
LARKFIELD MILLS
CONSOLIDATED STATEMENTS OF OPERATIONS
(in thousands, except per share amounts)

| | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023 |
| --- | --- | --- |
| Net sales | 263,812 | 275,041 |
| Cost of sales | 150,204 | 160,317 |
| Gross profit | 113,608 | 114,724 |
| Selling, general and administrative expenses | 61,377 | 58,140 |
| Net income | 36,312 | 41,806 |
| Diluted earnings per share | 0.66 | 0.78 |
`;

/** What is said of the figures printed so in the text, as "strength verdict rule" with the prints that the relation names. */
function said(text: string, table = TABLE): readonly string[] {
  const source = `Larkfield Mills today reported results for the third quarter ended September 30, 2024.\n\n${text}\n${table}`;
  const document = read(new TextEncoder().encode(source), { name: "release.md", ignoreTags: false });
  if (!("blocks" in document)) throw new Error("refused");
  const lexed = lexDocument(document.blocks);
  const context = documentContext(lexed);
  const { figures: bare, tables, texts } = figuresOf(document, lexed, context);
  const groups = proseMeaning(texts, bare, context);
  const figures = withProse(bare, groups);
  return proseRelations({ groups, rows: [] }, tables, figures).map((r) => {
    const prints = namedBy(r.form).map((f) => figures[f]!.text);
    return `${r.rule} ${r.strength} ${judge(r.form, figures).verdict}: ${prints.join(" ")}`;
  });
}

const broken = (text: string): readonly string[] => said(text).filter((r) => r.includes("unattainable"));

describe("prose and tables", () => {
  it("a sentence ties to the row that its words name, in the columns of its periods", () => {
    const relations = said(
      "Net sales decreased 4% to $263.8 million, compared to $275.0 million in the prior year quarter.",
    );
    expect(relations).toContain("T27 strong forced: 263.8 263,812");
    expect(relations).toContain("T27 strong forced: 275.0 275,041");
    expect(relations).toContain("T27 strong forced: 263,812 275,041 4");
    expect(relations).toContain("T06 strong forced: 263.8 275.0 4");
  });

  it("a growth ties to the amounts of its row and to the growth that the row prints", () => {
    const relations = said(
      "Net sales decreased 4% to $263.8 million. Gross profit decreased 1%.",
      `
| (in thousands) | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023 | % Change |
| --- | --- | --- | --- |
| Net sales | 263,812 | 275,041 | (4)% |
| Gross profit | 113,608 | 114,724 | (2)% |
`,
    );
    expect(relations).toContain("T27 strong forced: 263,812 275,041 4");
    expect(relations).toContain("T27 fair forced: 4 4");
    expect(relations.filter((r) => r.endsWith(": 1 2"))).toEqual([]);
  });

  it("a wrong amount is refuted by its row once the rest of the sentence agrees with it", () => {
    expect(
      broken("Net sales decreased 4% to $236.8 million, compared to $275.0 million in the prior year quarter."),
    ).toContain("T27 strong unattainable: 236.8 263,812");
  });

  it("a wrong growth is refuted by its sentence and by its row", () => {
    const relations = broken(
      "Net sales decreased 9% to $263.8 million, compared to $275.0 million in the prior year quarter.",
    );
    expect(relations).toContain("T06 strong unattainable: 263.8 275.0 9");
    expect(relations).toContain("T27 strong unattainable: 263,812 275,041 9");
  });

  it("an amount alone is refuted where one slip leads from its row to it, and left alone where none does", () => {
    expect(broken("Selling, general and administrative expenses were $63.1 million.")).toEqual([]);
    expect(broken("Selling, general and administrative expenses were $67.4 million.")).toEqual([
      "T27 strong unattainable: 67.4 61,377",
    ]);
  });

  it("a print of two digits is refuted too where the words are just those of the row", () => {
    const table = `
| (in millions) | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023 |
| --- | --- | --- |
| Dividends paid | 3.84 | 3.61 |
`;
    const text = (amount: string): string => `Dividends paid were $${amount} million in the third quarter of 2024.`;
    expect(said(text("3.8"), table)).toEqual(["T27 strong forced: 3.8 3.84"]);
    expect(said(text("8.3"), table)).toEqual(["T27 strong unattainable: 8.3 3.84"]);
    expect(said(text("3.8").replace("Dividends", "Special dividends"), table)).not.toContain(
      "T27 strong forced: 3.8 3.84",
    );
  });

  it("an amount per share is held against the column of the amount that it restates", () => {
    const text =
      "Net income was $36.3 million, or $0.96 per share, compared to $41.8 million, or $0.78 per share in the same period last year.";
    expect(broken(text)).toEqual(["T27 strong unattainable: 0.96 0.66"]);
  });

  it("an amount per share in cents is the one that the table prints in dollars", () => {
    expect(said("Net income was $36.3 million, or diluted EPS of 66 cents.")).toContain(
      "T27 strong consistent: 66 0.66",
    );
  });

  it("a growth worked out from the rounded figures beside it is a warning, not an error", () => {
    const text = "Gross profit decreased 0.9% to $113.6 million, compared to $114.7 million in the prior year quarter.";
    expect(broken(text)).toEqual(["T27 fair unattainable: 113,608 114,724 0.9"]);
  });

  it("a member that no table shows is not held against the total", () => {
    expect(
      broken("Harness net sales were $63.8 million, compared to $57.5 million in the prior year quarter."),
    ).toEqual([]);
  });

  it("guidance is not held against what was", () => {
    expect(broken("We expect net sales of $263.2 million for the third quarter.")).toEqual([]);
  });
});

describe("sentences among themselves", () => {
  it("points follow from the levels they are printed with", () => {
    expect(said("Operating margins increased 200 basis points from 18.6 percent to 20.6 percent.")).toEqual([
      "T09 strong consistent: 18.6 20.6 200",
    ]);
    expect(broken("Operating margins increased 300 basis points from 18.6 percent to 20.6 percent.")).toHaveLength(1);
  });

  it("a fact stated twice must be stated alike, once another figure of both agrees", () => {
    const first = "Backlog was $912.4 million, up 7.25% from $850.7 million a year ago.";
    const again = "Backlog was $921.4 million at the close, compared to $850.7 million a year ago.";
    expect(broken(`${first}\n\n${again}`)).toContain("T28 strong unattainable: 912.4 921.4");
  });

  it("each of two growths is bound to its own comparative", () => {
    const text =
      "Orders were $30.8 million, up 5.3 percent from the preceding quarter and up 36.9 percent from $22.5 million a year ago.";
    expect(said(text)).toEqual(["T06 strong consistent: 30.8 22.5 36.9"]);
  });
});
