import { expect, test } from "vitest";
import { verbatim } from "../../text/printed.ts";
import type { Paragraph } from "../document.ts";
import { tooManyNumbers } from "./volume.ts";

const paragraph = (text: string): Paragraph => ({
  kind: "paragraph",
  text: verbatim(text, 0, text.length),
  bullet: false,
});

test("a document of half a million numbers is read, and one with a number more is refused with the reason", () => {
  const many = paragraph("7 ".repeat(500_000));
  expect(tooManyNumbers([many])).toBeUndefined();
  const refusal = tooManyNumbers([many, paragraph("and 8")]);
  expect(refusal?.code).toBe("document-has-too-many-numbers");
  expect(refusal?.message).toContain("500000");
});

test("a long document without numbers is not refused for its length", () => {
  expect(tooManyNumbers([paragraph("net sales ".repeat(1_000_000))])).toBeUndefined();
});
