import type { Severity } from "../finding-code.ts";
import { shown } from "./place.ts";

/** How a piece of the answer is to be set off, where the medium can. */
export type Style = "strong" | "error" | "warning" | "note" | "quiet";

export interface TextOptions {
  /** How wide a line may be; 100 columns by default. */
  readonly columns?: number;
  /** Sets a piece off; by default the text is left plain. */
  readonly paint?: (style: Style, text: string) => string;
}

export type Medium = Required<TextOptions>;

export const mediumOf = ({ columns = 100, paint = (_style, text) => text }: TextOptions): Medium => ({
  columns: Math.max(columns, 40),
  paint,
});

/** The author's own line and where in it the trouble stands. */
export interface Excerpt {
  /** From 1, in the source. */
  readonly line: number;
  /** From 1, in UTF-16 code units of the source's line. */
  readonly column: number;
  readonly text: string;
  /** The part of `text` that is meant; never empty. */
  readonly from: number;
  readonly to: number;
}

/** What is told, whichever road has found it. */
export interface Told {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly waived: { readonly reason: string } | null;
  /** The rule that it comes from, in a sentence. */
  readonly source?: string;
}

/**
 * Where; the author's own line with a caret; what is wrong, with both numbers; what to do, or why nothing need be done. Without an excerpt
 * the whole file is meant.
 */
export function layOut(told: Told, path: string, excerpt: Excerpt | undefined, { columns, paint }: Medium): string {
  const { code, message, waived, source } = told;
  const severity: Style = waived === null ? told.severity : "quiet";
  const title = waived === null ? told.severity : "waived";
  const remedy = waived === null ? told.remedy : `Waived: ${waived.reason}`;
  const place = excerpt === undefined ? "" : `:${excerpt.line}:${excerpt.column}`;
  return [
    `${paint(severity, `tickmark: ${title}[${code}]`)} ${shown(path)}${place}`,
    ...(excerpt === undefined ? [] : quoted(excerpt, severity, { columns, paint })),
    wrap(shown(message), columns),
    ...(remedy === "" ? [] : [wrap(shown(remedy), columns)]),
    ...(source === undefined ? [] : [paint("quiet", wrap(source, columns))]),
    "",
  ].join("\n");
}

function quoted(excerpt: Excerpt, severity: Style, { columns, paint }: Medium): readonly string[] {
  const gutter = `${excerpt.line}`;
  const { line, caret } = clip(excerpt, columns - gutter.length - 3);
  return [
    `${paint("quiet", `${gutter} |`)} ${line}`,
    `${paint("quiet", `${" ".repeat(gutter.length)} |`)} ${paint(severity, caret)}`,
  ];
}

/** The part of the line around the caret that fits, its control characters shown. */
function clip({ text, from, to }: Excerpt, width: number): { line: string; caret: string } {
  // What lies further off than the width cannot fit, however long the line is.
  const plain = (start: number, end: number): string => shown(text.slice(start, end));
  let meant = plain(from, Math.min(to, from + width));
  let before = plain(Math.max(0, from - width), from);
  let after = plain(to, to + width);
  if (before.length + meant.length + after.length > width) {
    meant = meant.slice(0, width >> 1);
    const atLeft = Math.max((width - meant.length) >> 1, width - meant.length - after.length);
    if (before.length > atLeft) before = `…${before.slice(before.length - atLeft + 1)}`;
    const atRight = width - before.length - meant.length;
    if (after.length > atRight) after = `${after.slice(0, Math.max(0, atRight - 1))}…`;
  }
  const caret = `${" ".repeat(before.length)}${"^".repeat(Math.max(1, meant.length))}`;
  return { line: `${before}${meant}${after}`.trimEnd(), caret };
}

/** The text in lines broken between words, none of them wider than the columns unless a single word is. */
export function wrap(text: string, columns: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
