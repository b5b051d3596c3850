import type { Inline } from "../release/release.ts";

/** What is read of some content, without its markup. */
export const plainText = (content: readonly Inline[]): string =>
  content
    .map((inline) => (inline.kind === "figure" ? inline.figure.text : inline.kind === "break" ? " " : inline.text))
    .join("");
