import { describe, expect, it } from "vitest";
import { figuresOf } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "../meaning/document-context.ts";
import { judge } from "../prove/verdict.ts";
import { read } from "../read/read.ts";
import { guidanceColumns } from "./guidance-columns.ts";
import { namedBy } from "./relation.ts";

const TABLE = `
LARKFIELD MILLS
Guidance for 2024 and What Came
(in millions, except per share)

| | Low | High | Midpoint | Actual | Against Midpoint |
| --- | --- | --- | --- | --- | --- |
| Revenue | $365.0 | $380.0 | $372.5 | $371.2 | $(1.3) |
| Diluted earnings per share | $0.80 | $0.86 | $0.83 | $0.85 | $0.02 |
`;

function relations(source: string): readonly string[] {
  const document = read(new TextEncoder().encode(source), { name: "release.md", ignoreTags: false });
  if (!("blocks" in document)) throw new Error("refused");
  const lexed = lexDocument(document.blocks);
  const { figures, tables } = figuresOf(document, lexed, documentContext(lexed));
  return tables.flatMap((table) =>
    guidanceColumns(table, figures).map((r) => {
      const prints = namedBy(r.form).map((f) => figures[f]!.text);
      return `${r.kind} ${judge(r.form, figures).verdict}: ${prints.join(" ")}`;
    }),
  );
}

describe("a table whose heads name the ends of a range", () => {
  it("has the midpoint in the middle, and what came against it", () => {
    expect(relations(TABLE)).toEqual([
      "midpoint forced: 365.0 380.0 372.5",
      "change consistent: 372.5 371.2 1.3",
      "midpoint forced: 0.80 0.86 0.83",
      "change consistent: 0.83 0.85 0.02",
    ]);
  });

  it("cannot have a midpoint that lies elsewhere", () => {
    expect(relations(TABLE.replace("$372.5", "$375.2"))).toEqual(
      expect.arrayContaining(["midpoint unattainable: 365.0 380.0 375.2", "change unattainable: 375.2 371.2 1.3"]),
    );
  });

  it("cannot have a difference of the other sign", () => {
    expect(relations(TABLE.replace("$(1.3)", "$1.3"))).toContain("change unattainable: 372.5 371.2 1.3");
  });

  it("says nothing of a range without its ends, nor of what is of another unit", () => {
    expect(relations(TABLE.replace("| Low | High |", "| First | Second |").replace("Actual", "Later"))).toEqual([]);
    expect(relations(TABLE.replace("$0.83", "83%"))).toEqual([
      "midpoint forced: 365.0 380.0 372.5",
      "change consistent: 372.5 371.2 1.3",
    ]);
  });

  it("takes the nearest range to the left, where the one before stands beside it", () => {
    const two = `
Guidance
(in millions)

| | Previous Low | Previous High | Previous Midpoint | Low | High | Midpoint |
| --- | --- | --- | --- | --- | --- | --- |
| Revenue | 355.0 | 375.0 | 365.0 | 365.0 | 380.0 | 372.5 |
`;
    expect(relations(two)).toEqual(["midpoint forced: 355.0 375.0 365.0", "midpoint forced: 365.0 380.0 372.5"]);
  });
});
