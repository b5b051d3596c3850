import { EMPTY, fitted, type Printed } from "../text/printed.ts";

/**
 * The value of a text node, every character with its place: between the two lie only the backslashes of escapes and, at the starts of lines, what sets off
 * a quotation or an item. A line break becomes a space.
 */
export function aligned(source: string, start: number, end: number, value: string): Printed {
  const pieces: number[] = [];
  let text = "";
  let at = start;
  for (const character of value.replace(/\r\n?/g, "\n").split("")) {
    while (at < end && !isSame(source, at, character)) at++;
    const width = source.startsWith("\r\n", at) && character === "\n" ? 2 : 1;
    const last = pieces.length - 3;
    const runs = last >= 0 && pieces[last + 2] === at && width === 1 && isRun(pieces, last, text.length);
    if (runs) pieces[last + 2] = at + 1;
    else pieces.push(text.length, at, at + width);
    text += character === "\n" ? " " : character;
    at += width;
  }
  return text === "" ? EMPTY : { text, pieces: fitted(pieces) };
}

/** Whether the character stands here: an escaped one stands behind its backslash. */
function isSame(source: string, at: number, character: string): boolean {
  if (character === "\n") return source[at] === "\n" || source[at] === "\r";
  if (source[at] !== character) return false;
  return !(character === "\\" && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? "") && source[at + 1] !== "\\");
}

const isRun = (pieces: readonly number[], last: number, length: number): boolean =>
  pieces[last + 2]! - pieces[last + 1]! === length - pieces[last]!;
