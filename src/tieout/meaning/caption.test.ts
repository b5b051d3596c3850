import { describe, expect, it } from "vitest";
import { figuresOf, type TableReading } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { read } from "../read/read.ts";
import { documentContext } from "./document-context.ts";

function tables(markdown: string): readonly TableReading[] {
  const document = read(new TextEncoder().encode(markdown), { name: "a.md", ignoreTags: true });
  if (!("blocks" in document)) throw new Error(document.message);
  const lexed = lexDocument(document.blocks);
  return figuresOf(document, lexed, documentContext(lexed)).tables;
}

const scales = (markdown: string): readonly number[] => tables(markdown).map(({ meaning }) => meaning.scale);

const HEADS = "|  | 2024 | 2023 |\n|---|---|---|\n";
const SALES = "| Harbor sales | $ 410 | $ 395 |\n| Upland sales | 220 | 205 |\n| Costs: | | |\n| Wages | 31 | 29 |\n";

describe("the scale of a table is stated", () => {
  it("by a line of its own between the heads and the rows", () => {
    const [table] = tables(`${HEADS}| (in millions, except per share data) | | |\n${SALES}`);
    expect(table!.meaning.scale).toBe(6);
    expect(table!.meaning.rows.map((r) => r.path.length)).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it("but not by one that speaks of shares alone", () => {
    expect(scales(`${HEADS}| (Shares in thousands) | | |\n${SALES}`)).toEqual([0]);
  });

  it("over the first column, though what it excepts has a time in it", () => {
    const [table] = tables(`${HEADS}|  | (in millions, except LTM revenue per customer) |  |\n${SALES}`);
    expect(table!.meaning.scale).toBe(6);
    expect(table!.meaning.columns[1]!.head).toBe("2024");
  });

  it("above the headings that a converter has made of its heads and sections", () => {
    const above = "(In thousands)\n\n# As of May 31, 2023\n\n# As of May 31, 2024\n\n# Assets\n\n# Current assets:\n\n";
    expect(scales(`${above}${SALES.replace("\n", "\n|---|---|---|\n")}`)).toEqual([3]);
  });

  it("by nearly all tables, those further down too", () => {
    const stated = `(in millions)\n\n${HEADS}${SALES}\n`;
    const text = "Words that part two tables from each other.\n\n";
    expect(scales(`${HEADS}| Cash | $ 77 | $ 81 |\n| Debt | 15 | 12 |\n\n${text}${(stated + text).repeat(3)}`)).toEqual(
      [6, 6, 6, 6],
    );
    expect(scales(`${HEADS}| Cash | $ 77 | $ 81 |\n| Debt | 15 | 12 |\n\n${text}${stated}`)).toEqual([0, 6]);
  });
});
