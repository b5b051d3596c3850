/* What the rules say of a little release. */
import type { FindingCode } from "../src/finding.ts";
import { checkRelease } from "../src/rules/check-release.ts";

/** The messages of a rule's findings in a release in Markdown. */
export const messagesOf = (text: string, code: FindingCode): readonly string[] =>
  checkRelease(new TextEncoder().encode(text), { name: "release.md" })
    .findings.filter((f) => f.code === code)
    .map(({ message }) => message);

/** What the rules of these codes find in a release in Markdown: code and the words at the place. */
export const wordsFound = (text: string, codes: ReadonlySet<string>): readonly string[] =>
  checkRelease(new TextEncoder().encode(text), { name: "release.md" })
    .findings.filter(({ code }) => codes.has(code))
    .map(({ code, start, end }) => `${code}: ${text.slice(start, end)}`);
