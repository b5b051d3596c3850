import type { LexedCell } from "../lex/lexed.ts";

const isLeader = (c: number): boolean => c === 46 || c === 0xb7 || c === 0x2026 || c === 95 || c === 32 || c === 0xa0;

/** A cell's words without footnote marks and without leaders ("Net sales (1) ......" is "Net sales"). */
export function labelText({ cell, tokens }: LexedCell): string {
  const text = cell.text.text;
  let cut = "";
  let at = 0;
  for (const t of tokens) {
    const mark =
      (t.kind === "number" && t.doubt === "mark" && t.bracketed) ||
      (t.kind === "other" && isBracketed(text, t.from, t.to));
    // "(000s)" says in what the rows below are counted.
    if (!mark || text.startsWith("000", t.from + (text[t.from] === "(" ? 1 : 0))) continue;
    const from = t.kind === "number" ? t.outer.from : t.from;
    const to = t.kind === "number" ? t.outer.to : t.to;
    if (from < at) continue;
    cut += text.slice(at, text[from - 1] === "(" ? from - 1 : from);
    at = text[to] === ")" ? to + 1 : to;
  }
  cut += text.slice(at);
  let end = cut.length;
  while (end > 0 && isLeader(cut.charCodeAt(end - 1))) end--;
  // A single point at the end belongs to an abbreviation ("Co.").
  if (cut.charCodeAt(end) === 46 && cut.charCodeAt(end + 1) !== 46) end++;
  return cut
    .slice(0, end)
    .replace(/[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+$/, "")
    .trim();
}

const isBracketed = (text: string, from: number, to: number): boolean =>
  (text[from] === "(" && text[to - 1] === ")") || (text[from - 1] === "(" && text[to] === ")");
