import type { Printed } from "../text/printed.ts";
import { type Piece, pieceOf } from "./source-text.ts";

/** A word, a text in quotation marks, or one of `= | : ,`. */
export interface BindingToken {
  readonly kind: "word" | "quoted" | "=" | "|" | ":" | ",";
  /** Offsets between the braces; of a quoted text with its marks. */
  readonly from: number;
  readonly to: number;
  /** The word, or what stands between the marks. */
  readonly piece: Piece;
}

/** An opening mark that nothing closes. */
export interface OpenQuote {
  readonly open: number;
}

const TOKEN = /\s+|"([^"]*)"|“([^”“]*)”|[=|:,]|[^\s=|:,"“]+/gy;

/** The words of a binding, from left to right; where a quotation mark is left open, its offset. */
export function bindingTokens(between: Printed): readonly BindingToken[] | OpenQuote {
  const { text } = between;
  const tokens: BindingToken[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) return { open: from };
    const [all, straight, curly] = found;
    const to = from + all.length;
    if (all.trim() === "") continue;
    if (straight !== undefined || curly !== undefined)
      tokens.push({ kind: "quoted", from, to, piece: pieceOf(between, from + 1, to - 1) });
    else {
      const kind = all === "=" || all === "|" || all === ":" || all === "," ? all : "word";
      tokens.push({ kind, from, to, piece: pieceOf(between, from, to) });
    }
  }
  return tokens;
}
