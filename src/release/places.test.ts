import fc from "fast-check";
import { expect, it } from "vitest";
import { HEAD } from "../../test/little-release.ts";
import { startOf, verbatim } from "../text/printed.ts";
import { readBinding } from "./read-binding.ts";
import type { TextBlock, TextInline } from "./release-text.ts";
import { parseReleaseText } from "./text.ts";

const inlinesOf = (blocks: readonly TextBlock[]): readonly TextInline[] =>
  blocks.flatMap((block) =>
    block.kind === "list" ? block.items.flat() : block.kind === "directive" ? [] : block.content,
  );

const words = fc.constantFrom(
  "a",
  "\\$5",
  "\\*",
  "**b**",
  "*c*",
  "{revenue}",
  "[d](https://e.com)",
  "R\\&D",
  "é",
  "𝒳",
  "x_y",
  "&amp;",
  "\\\\",
);
const line = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(" "));
const block = fc.oneof(
  line,
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((one) => `> ${one}`).join("\n")),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((one) => `- ${one}\n  ${one}`).join("\n")),
  line.map((one) => `## ${one}`),
  line.map((one) => `::subhead[${one}]`),
);

it("every character of the text stands in the source where its place says", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), fc.constantFrom("\n", "\r\n"), (blocks, lineEnd) => {
      const source = `${HEAD}${blocks.join("\n\n")}\n`.replaceAll("\n", lineEnd);
      const { value } = parseReleaseText("release.md", source);
      for (const inline of inlinesOf(value?.blocks ?? [])) {
        if (inline.kind === "binding") expect(source.slice(inline.start, inline.end)).toBe("{revenue}");
        if (inline.kind === "binding" && inline.binding.kind === "figure") {
          const { start, end, text } = inline.binding.ask.measure;
          expect(source.slice(start, end)).toBe(text);
        }
        if (inline.kind !== "text" && inline.kind !== "link") continue;
        const { printed } = inline;
        for (let i = 0; i < printed.text.length; i++) {
          const at = source[startOf(printed, i)];
          expect(at === "\n" || at === "\r" ? " " : at).toBe(printed.text[i]);
        }
      }
    }),
    { numRuns: 100 },
  );
});

it("whatever stands between braces is a binding, or has a place where it is none", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        "revenue",
        "word",
        "literal",
        "plural",
        "quarter",
        "of",
        "year-ago",
        "2007-Q3",
        "region",
        "=",
        "|",
        ":",
        ",",
        '"',
        " ",
        "@v1",
        "%",
        "0.1",
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      const read = readBinding(verbatim(text, 0, text.length));
      if ("binding" in read) return;
      const { from, to, message, remedy } = read.trouble;
      expect([from >= 0, to > from, from <= text.length, message !== "", remedy !== ""]).toEqual([
        true,
        true,
        true,
        true,
        true,
      ]);
    }),
  );
});
