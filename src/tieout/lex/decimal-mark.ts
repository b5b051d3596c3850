import { isDigit } from "./char.ts";

/** The character that stands between whole and decimals: "371.2" or "371,2". */
export type DecimalMark = "point" | "comma";

const POINT = 46;
const COMMA = 44;

/**
 * The decimal mark of a document, from its numbers that can be read in one way only: "1,234.5" and "1,234,567" speak for
 * the point, "1.234,5" and "12,5" for the comma. English is the rule, so the comma needs the clear majority.
 */
export function decimalMark(texts: Iterable<string>): DecimalMark {
  let point = 0;
  let comma = 0;
  for (const text of texts) {
    const votes = votesOf(text);
    point += votes.point;
    comma += votes.comma;
  }
  return comma > 2 * point ? "comma" : "point";
}

function votesOf(text: string): { readonly point: number; readonly comma: number } {
  let point = 0;
  let comma = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const end = runEnd(text, at);
    const vote = voteOf(text, at, end);
    if (vote === POINT) point++;
    else if (vote === COMMA) comma++;
    at = end;
  }
  return { point, comma };
}

/** The end of the run of digits with single points and commas between them. */
function runEnd(text: string, from: number): number {
  let p = from;
  for (;;) {
    while (isDigit(text.charCodeAt(p))) p++;
    const c = text.charCodeAt(p);
    if ((c !== POINT && c !== COMMA) || !isDigit(text.charCodeAt(p + 1))) return p;
    p++;
  }
}

/** The character that must be the decimal mark of the run, or zero where it can be read both ways. */
function voteOf(text: string, from: number, to: number): number {
  let last = 0;
  let lastAt = -1;
  let before = 0;
  let same = true;
  for (let p = from; p < to; p++) {
    const c = text.charCodeAt(p);
    if (c !== POINT && c !== COMMA) continue;
    if (lastAt >= 0 && p - lastAt !== 4) return 0;
    if (last !== 0 && last !== c) same = false;
    before++;
    last = c;
    lastAt = p;
  }
  if (last === 0) return 0;
  const behind = to - lastAt - 1;
  if (!same) return last;
  if (before > 1) return behind === 3 ? POINT + COMMA - last : 0;
  // "1,2" is as often a pair of footnote marks as a number.
  if (behind > 2 || (last === COMMA && to - from === 3)) return 0;
  return last;
}
