import { describe, expect, test } from "vitest";
import type { Document } from "../document.ts";
import { read } from "./read.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const document = (text: string, name: string, ignoreTags = false): Document => {
  const result = read(utf8(text), { name, ignoreTags });
  if ("code" in result) throw new Error(result.message);
  return result;
};

const page = "<html><body><p>Net sales rose to $5 million.</p></body></html>";

describe("the format", () => {
  test.each([
    [page, "release", "html"],
    [page, "release.txt", "html"],
    ["<p>Net sales rose to $5 million.</p>", "release.htm", "html"],
    ["Net sales rose to $5 million.", "release.txt", "text"],
    ["Net sales rose to $5 million.", "release", "text"],
    ["Net sales rose to $5 million.", "RELEASE.MD", "markdown"],
    ["Net sales rose.\n\n<table><tr><td>Sales</td><td>5</td></tr></table>\n", "release.md", "markdown"],
    ["<!-- taken from a filing -->\n\n- Net sales rose to $5 million.\n", "release.md", "markdown"],
    [`<!-- made by a machine -->\n<!-- in June -->\n${page}`, "release", "html"],
    ["<TABLE>\n<S>            <C>\nNet sales     1,200\nCosts           900\n</TABLE>\n", "filing.txt", "text"],
  ])("of %j named %s is %s", (text, name, format) => {
    expect(document(text, name).format).toBe(format);
  });

  test("inline XBRL is a format of its own, unless its tags are to be ignored", () => {
    const inline =
      '<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body><p>Sales <ix:nonFraction name="a:b" contextRef="c">5</ix:nonFraction></p></body></html>';
    expect(document(inline, "filing.htm").format).toBe("ixbrl");
    expect(document(inline, "filing.htm", true).format).toBe("html");
  });
});

test("an HTML table in markdown is read where it stands, with the places of the whole source", () => {
  const source =
    "Sales grew.\n\n<table><tr><td>Sales</td><td>1,200</td></tr><tr><td>Costs</td><td>900</td></tr></table>\n\nEnd.\n";
  const { blocks } = document(source, "release.md");
  expect(blocks.map((block) => block.kind)).toEqual(["paragraph", "table", "paragraph"]);
  const table = blocks[1]!;
  if (table.kind !== "table") throw new Error("no table");
  const cost = table.rows[1]!.cells[1]!.text;
  expect(source.slice(cost.pieces[1]!, cost.pieces[2]!)).toBe("900");
});

describe("a text layer of substituted letters", () => {
  const sentences = Array.from(
    { length: 60 },
    (_, i) => `the sales of the group in the year were ${i + 1}.5 million and the costs fell`,
  ).join(". ");

  test("shifted letters are refused with the reason", () => {
    const shifted = [...sentences]
      .map((c) => (/[a-z0-9.]/.test(c) ? String.fromCharCode(c.charCodeAt(0) - (c > "Z" ? 29 : -29)) : c))
      .join("");
    expect(read(utf8(shifted), { name: "release.txt", ignoreTags: false })).toMatchObject({
      code: "text-layer-substituted",
    });
  });

  test("private-use characters are refused", () => {
    const glyphs = [...sentences]
      .map((c) => (/\S/.test(c) ? String.fromCharCode(0xe000 + c.charCodeAt(0)) : c))
      .join("");
    expect(read(utf8(glyphs), { name: "release.txt", ignoreTags: false })).toMatchObject({
      code: "text-layer-substituted",
    });
  });

  test("a text with words, and tables with hardly a sentence, are read", () => {
    expect(document(sentences, "release.txt").blocks).not.toHaveLength(0);
    const rows = Array.from({ length: 300 }, (_, i) => `Branch ${i}    ${i},120    ${i},340`).join("\n");
    expect(document(rows, "branches.txt").blocks).not.toHaveLength(0);
  });

  test("a text without a figure is no reason to refuse", () => {
    expect(document("No figures are given.", "release.txt").blocks).toHaveLength(1);
  });
});
