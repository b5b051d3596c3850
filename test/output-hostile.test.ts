import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { htmlPage } from "../src/output/html/html-page.ts";
import { legible } from "../src/output/legible.ts";
import { wireText } from "../src/output/wire/wire-text.ts";
import type { Block, Release } from "../src/release/release.ts";
import { smallRelease } from "./small-release.ts";

/* Whatever stands in the tree of a release, the page is well-formed and says what the tree says, and no line of the wire is wider than asked for. */

type Node = DefaultTreeAdapterTypes.ChildNode;

const NASTY = [
  "</table>",
  "</main><script>alert(1)</script>",
  "<!--",
  "]]>",
  "&amp;",
  "&#0;",
  "\u0000\u0001\u001b[31m\u007f\u0085",
  "\u202e\u2066\u061c\u200f\ufeff",
  "\ud83d\udc68\u200d\ud83d\udcbb",
  "\ud800",
  "\uffff",
  "\u6c49\u5b57\u304b\u306a",
  "e\u0301\u0301\u0301",
  "\t\r\n\f",
  "x".repeat(300),
  "'\"`=",
  "\u00a0\u2007",
];
const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }).map((parts) => parts.join(" ")),
);

/** The release with each text of its tree changed to the next of the list, around and around. */
function spoiled(texts: readonly string[]): Release {
  let at = 0;
  const next = (): string => texts[at++ % texts.length]!;
  const KEPT = new Set(["kind", "role", "form", "fact", "figure", "place", "period", "date", "id", "level", "sign"]);
  const walk = (value: unknown, key: string): unknown => {
    if (KEPT.has(key)) return value;
    if (typeof value === "string") return next();
    if (Array.isArray(value)) return value.map((item) => walk(item, ""));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
    return value;
  };
  const release = smallRelease();
  return {
    ...release,
    company: next(),
    title: next(),
    blocks: release.blocks.map((block) => walk(block, "") as Block),
  };
}

const textOf = (node: Node): string =>
  node.nodeName === "#text" && "value" in node
    ? node.value
    : "childNodes" in node
      ? node.childNodes.map(textOf).join("")
      : "";

/** Elements of a page in their order. */
function* elements(nodes: readonly Node[]): Generator<DefaultTreeAdapterTypes.Element> {
  for (const node of nodes) {
    if ("tagName" in node) yield node;
    if ("childNodes" in node) yield* elements(node.childNodes);
  }
}

const folded = (written: string): string => written.replace(/\s+/gu, " ").trim();

/** The shape of a page: its tags, whatever they say. A text that is empty or that is an address may bring or take an element. */
const shapeOf = (html: string): readonly string[] =>
  [...elements(parse(html).childNodes)]
    .map(({ tagName }) => tagName)
    .filter((tag) =>
      ["main", "table", "thead", "tbody", "tr", "figure", "ul", "li", "blockquote", "script"].includes(tag),
    );

describe("a release of hostile texts", () => {
  const plainShape = shapeOf(htmlPage(smallRelease(), { language: "en" }).html);

  it("is a well-formed page of the same shape", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (texts) => {
        const errors: string[] = [];
        const { html } = htmlPage(spoiled(texts), { language: "en" });
        parse(html, {
          onParseError: (error) =>
            errors.push(`${error.code} at ${html.slice(error.startOffset - 20, error.endOffset + 20)}`),
        });
        expect(errors).toEqual([]);
        expect(shapeOf(html).filter((tag) => tag === "script")).toEqual([]);
        expect(shapeOf(html).length).toBe(plainShape.length);
      }),
      { numRuns: 25 },
    );
  });

  it("says in the page what its texts say", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (texts) => {
        const release = spoiled(texts);
        const found = [...elements(parse(htmlPage(release, { language: "en" }).html).childNodes)];
        const items = found.filter(({ tagName }) => tagName === "li").map((item) => folded(textOf(item)));
        const lists = release.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
        const said = lists.map((item) =>
          folded(
            item
              .map((inline) =>
                inline.kind === "figure" ? inline.figure.text : "text" in inline ? legible(inline.text) : "",
              )
              .join(""),
          ),
        );
        expect(items).toEqual(said);
        const titles = found.filter(({ tagName }) => tagName === "caption").map((caption) => folded(textOf(caption)));
        for (const block of release.blocks)
          if (block.kind === "table")
            expect(titles).toContain(folded(`${legible(block.title)} ${legible(block.unitText)}`));
      }),
      { numRuns: 20 },
    );
  });

  it("has no line on the wire that is wider than asked for, and every figure", () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(80 as const, 132 as const),
        fc.boolean(),
        (texts, width, ascii) => {
          const release = spoiled(texts);
          const { text: written, figures } = wireText(release, { width, ascii });
          // What stands on the character before it takes no room.
          for (const line of written.split("\n"))
            expect([...line.replace(/[\p{M}\p{Cf}]/gu, "")].length).toBeLessThanOrEqual(width);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not pass.
          expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]| \n/);
          if (ascii) expect(written).toMatch(/^[\n -~]*$/);
          for (const { id, text: print } of release.figures) if (print !== "") expect(figures.has(id)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });
});
