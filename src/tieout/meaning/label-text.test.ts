import { expect, it } from "vitest";
import { lexDocument } from "../lex/lex.ts";
import { read } from "../read/read.ts";
import { labelText } from "./label-text.ts";

const label = (text: string): string | undefined => {
  const page = `<html><body><table><tr><td>${text}</td><td>443,814</td></tr></table></body></html>`;
  const document = read(new TextEncoder().encode(page), { name: "a.html", ignoreTags: true });
  if (!("blocks" in document)) throw new Error(document.message);
  const [table] = lexDocument(document.blocks);
  return table?.kind === "table" ? labelText(table.rows[0]!.cells[0]!) : undefined;
};

it("leaves footnote marks and leaders out of a label", () => {
  expect(label("Net sales (1) ......")).toBe("Net sales");
});

it("keeps (000s), which says in what a row or a section is counted", () => {
  expect(label("Shares used in calculation (000s)")).toBe("Shares used in calculation (000s)");
});
