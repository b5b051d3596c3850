import { breadth, breadthOf } from "./_breadth.ts";

/** Where in a line a figure's digits stand; parts of one figure that are broken over lines share their mark. */
export interface Place {
  readonly mark: Mark;
  readonly from: number;
  readonly to: number;
}
export interface Mark {
  readonly id: string;
}

/** A text that knows where its figures stand. */
export interface Ink {
  readonly text: string;
  readonly places: readonly Place[];
}

export const ink = (text: string): Ink => ({ text, places: [] });
export const BLANK: Ink = ink("");
export const spaces = (count: number): Ink => ink(" ".repeat(Math.max(0, count)));

export function joined(parts: readonly Ink[]): Ink {
  let text = "";
  const places: Place[] = [];
  for (const part of parts) {
    for (const { mark, from, to } of part.places) places.push({ mark, from: from + text.length, to: to + text.length });
    text += part.text;
  }
  return { text, places };
}

/** The text from one offset to another with the places inside it. */
export function cut({ text, places }: Ink, start: number, end: number): Ink {
  const inside: Place[] = [];
  for (const { mark, from, to } of places) {
    const a = Math.max(from, start);
    const b = Math.min(to, end);
    if (a < b) inside.push({ mark, from: a - start, to: b - start });
  }
  return { text: text.slice(start, end), places: inside };
}

/** Without spaces at its end. */
export const trimmed = (line: Ink): Ink => cut(line, 0, line.text.trimEnd().length);

/** Lines of at most `width` columns: broken at spaces, a word that is longer than a line wherever the line ends. */
export function wrapped(content: Ink, width: number, following: number = width): readonly Ink[] {
  const lines: Ink[] = [];
  const { text } = content;
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (start >= 0) lines.push(cut(content, start, end));
    start = -1;
  };
  for (const { index, 0: word } of text.matchAll(/[^ ]+/g)) {
    const room = lines.length === 0 ? width : following;
    if (start >= 0 && breadth(text.slice(start, index + word.length)) <= room) {
      end = index + word.length;
      continue;
    }
    close();
    start = index;
    end = index + word.length;
    let full = fullLine(text, start, end, lines.length === 0 ? width : following);
    while (full < end) {
      lines.push(cut(content, start, full));
      start = full;
      full = fullLine(text, start, end, following);
    }
  }
  close();
  return lines;
}

/** Where the line from `start` is full; at least one character stands on it. */
function fullLine(text: string, start: number, end: number, width: number): number {
  let at = start;
  let used = 0;
  while (at < end) {
    const code = text.codePointAt(at) ?? 0;
    used += breadthOf(code);
    if (used > width && at > start) return at;
    at += code > 0xffff ? 2 : 1;
  }
  return end;
}

export const toLeft = (content: Ink, width: number): Ink => joined([content, spaces(width - breadth(content.text))]);
export const toRight = (content: Ink, width: number): Ink => joined([spaces(width - breadth(content.text)), content]);
export const centred = (content: Ink, width: number): Ink =>
  toLeft(joined([spaces((width - breadth(content.text)) >> 1), content]), width);
