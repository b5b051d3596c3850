import { capital } from "./calendar-words.ts";
import type { BoundFigure, Inline } from "./release.ts";

/**
 * Words that follow a figure's sound and its place: "an 8 percent increase" and "a 9 percent increase"; a number in words that begins a sentence begins with a
 * capital. What the writer typed was right for the figure of another quarter.
 */
export function fittedWords(content: readonly Inline[]): readonly Inline[] {
  return content.map((inline, i) => {
    const next = content[i + 1];
    if (inline.kind === "text" && next?.kind === "figure")
      return { ...inline, text: withArticle(inline.text, next.figure) };
    if (inline.kind !== "figure" || !inline.figure.form.words || !isFirst(content[i - 1])) return inline;
    return { ...inline, figure: { ...inline.figure, text: capital(inline.figure.text) } };
  });
}

/** A capital stands for an article only where a sentence begins: "Class A 8 percent notes" have none. */
const ARTICLE = /((?:^|[\s("“])(?=a)|(?:^|[.!?]["”’)]?\s+)["“(]?(?=A))([Aa])n? $/;

const withArticle = (text: string, { text: printed }: BoundFigure): string =>
  text.replace(ARTICLE, (_, before: string, article: string) => `${before}${article}${hasVowel(printed) ? "n" : ""} `);

/** Whether a figure is said with a vowel first: 8, 80 and 8,000, 11 and 18, eleven thousand, "approximately". */
function hasVowel(printed: string): boolean {
  const [said = ""] = /[\p{L}\p{Nd}].*/u.exec(printed.replace(/^[^\p{L}\p{Nd}]*[A-Z]{3} /u, "")) ?? [];
  if (/^\d/.test(said)) return /^(?:8|(?:11|18)(?!\d))/.test(said);
  return /^(?:[aiu]|e|o(?!ne\b))/i.test(said);
}

/** Whether what comes next begins a sentence. */
function isFirst(before: Inline | undefined): boolean {
  if (before === undefined || before.kind === "break") return true;
  return before.kind === "text" && /(?:^|[.!?])["”’)]?\s+["“]?$|^["“]$/.test(before.text);
}
