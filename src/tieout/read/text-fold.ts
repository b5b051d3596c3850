import { EMPTY, endOf, join, type Printed, part, startOf } from "../../text/printed.ts";
import { isDigit, isLetter, isLower, isSpace } from "./text-line.ts";

const SOFT_HYPHEN = 0xad;

/** The text from `from` to `to` with white space folded to single spaces, none at either end, and without soft hyphens. */
export function fold(printed: Printed, from = 0, to: number = printed.text.length): Printed {
  const { text } = printed;
  if (isFolded(text, from, to)) return part(printed, from, to);
  const parts: Printed[] = [];
  let start = from;
  for (let i = from; i <= to; ) {
    const c = i < to ? text.charCodeAt(i) : 32;
    if (c !== SOFT_HYPHEN && !isSpace(c)) {
      i++;
      continue;
    }
    let end = i;
    while (end < to && isSpace(text.charCodeAt(end))) end++;
    const single = end - i === 1 && c === 32 && i > start && end < to;
    if (single) {
      i = end;
      continue;
    }
    if (i > start) parts.push(part(printed, start, i));
    if (c === SOFT_HYPHEN) end = i + 1;
    else if (parts.length > 0 && end < to) parts.push(space(printed, i, end));
    start = end;
    i = Math.max(end, i + 1);
  }
  return ended(parts);
}

/** Whether a stretch has single plain spaces only, and none at either end. */
function isFolded(text: string, from: number, to: number): boolean {
  let blank = true;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    const space = c === 32;
    if ((space && blank) || (!space && (c === SOFT_HYPHEN || isSpace(c)))) return false;
    blank = space;
  }
  return !blank;
}

const space = (printed: Printed, from: number, to: number): Printed => ({
  text: " ",
  pieces: [0, startOf(printed, from), endOf(printed, to)],
});

/** The parts joined, without a space at the end (one that a soft hyphen kept from being the last character). */
function ended(parts: Printed[]): Printed {
  while (parts.length > 0 && parts[parts.length - 1]!.text === " ") parts.pop();
  if (parts.length === 0) return EMPTY;
  const joined = parts.length === 1 ? parts[0]! : join(parts, "");
  return joined.text.endsWith(" ") ? part(joined, 0, joined.text.length - 1) : joined;
}

/**
 * Lines of one paragraph or label, joined by spaces; without one where a word was broken at its hyphen ("forward-" over
 * "looking", "800-" over "435-2336").
 */
export function joinLines(lines: readonly Printed[]): Printed {
  const parts: Printed[] = [];
  for (const line of lines) {
    const last = parts[parts.length - 1];
    if (line.text === "") continue;
    if (last !== undefined && !brokenWord(last.text, line.text))
      parts.push({ text: " ", pieces: [0, endOf(last, last.text.length), endOf(last, last.text.length)] });
    parts.push(line);
  }
  return join(parts, "");
}

function brokenWord(before: string, after: string): boolean {
  if (!before.endsWith("-") || before.length < 2) return false;
  const left = before.charCodeAt(before.length - 2);
  const right = after.charCodeAt(0);
  return (isLetter(left) && isLower(right)) || (isDigit(left) && isDigit(right));
}
