import type { Finding, Severity } from "../../finding.ts";
import { shown } from "../../text/place.ts";
import type { MarkTrouble } from "../marks/mark.ts";
import { type Excerpt, excerpts } from "./_excerpt.ts";
import type { Checked, CheckedDocument, RefusedDocument } from "./checked.ts";
import type { Summary } from "./report.ts";
import { summarize } from "./write.ts";

/** How a piece of the answer is to be set off, where the medium can. */
export type Style = "strong" | "error" | "warning" | "note" | "quiet";

export interface TextOptions {
  /** How wide a line may be; 100 columns by default. */
  readonly columns?: number;
  /** Sets a piece off; by default the text is left plain. */
  readonly paint?: (style: Style, text: string) => string;
}

const ORDER: readonly Severity[] = ["error", "warning", "note"];

/** The answer about one document as people read it: its summary, then each finding in the house's one layout. */
export function textOf(checked: Checked, options: TextOptions = {}): string {
  const medium = mediumOf(options);
  return checked.kind === "refused" ? refusal(checked, medium) : answer(checked, medium);
}

type Medium = Required<TextOptions>;

const mediumOf = ({ columns = 100, paint = (_style, text) => text }: TextOptions): Medium => ({
  columns: Math.max(columns, 40),
  paint,
});

function refusal({ path, refusal: { code, message } }: RefusedDocument, { columns, paint }: Medium): string {
  return `${paint("error", `tickmark: refused[${code}]`)} ${paint("strong", shown(path))}\n${wrap(shown(message), columns)}\n`;
}

function answer(checked: CheckedDocument, medium: Medium): string {
  const { path, findings, document } = checked;
  const summary = summarize(checked);
  const said = [states(summary), ...(summary.measurements === 0 ? [] : [WORTH])].map((s) => wrap(s, medium.columns));
  const head = `${medium.paint("strong", shown(path))}: ${counts(summary)}\n${said.join("\n")}\n`;
  const excerpt = excerpts(document);
  const sorted = ORDER.flatMap((severity) => findings.filter((f) => f.severity === severity && f.waived === null));
  const told = [...sorted, ...findings.filter((f) => f.waived !== null)];
  return [head, ...told.map((f) => layOut(f, path, excerpt(f.start, f.end), medium))].join("\n");
}

const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** "1 error, 3 warnings, 0 notes". */
export function counts({ errors, warnings, notes, waived, leftOut = 0 }: Summary): string {
  const all = [several(errors, "error"), several(warnings, "warning"), several(notes, "note")];
  const waivers = waived === 0 ? [] : [`${waived} waived`];
  const others = leftOut === 0 ? [] : [`${leftOut} more left out by the filter`];
  return [...all, ...waivers, ...others].join(", ");
}

/** What the counts are worth. */
const WORTH =
  "This proves that figures of the page can stand together, not that they are true; of an untied figure it proves nothing.";

function states(s: Summary): string {
  if (s.measurements === 0) return `${several(s.figures, "figure")}, none of them a measurement.`;
  const left = `${s.tied} tied, ${s.attainable} attainable only, ${s.contradicted} contradicted, ${s.untied} untied`;
  return `${several(s.figures, "figure")}, ${s.measurements} of them measurements: ${left}.`;
}

/** What is wrong with a file that is no document, marks say, in the layout of findings. */
export function troublesText(
  troubles: readonly MarkTrouble[],
  path: string,
  source: string,
  options: TextOptions = {},
): string {
  const medium = mediumOf(options);
  const excerpt = excerpts({ format: "text", encoding: "utf-8", source, blocks: [] });
  const told = troubles.map((t) => ({ ...t, severity: "error" as const, waived: null }));
  return told.map((t) => layOut(t, path, excerpt(t.start, t.end), medium)).join("\n");
}

type Told = Pick<Finding, "severity" | "message" | "remedy" | "waived"> & { readonly code: string };

/** Where; the author's own line with a caret; what is wrong, with both numbers; what to do, or why nothing need be done. */
function layOut(told: Told, path: string, excerpt: Excerpt, { columns, paint }: Medium): string {
  const { code, message, waived } = told;
  const severity: Style = waived === null ? told.severity : "quiet";
  const title = waived === null ? told.severity : "waived";
  const remedy = waived === null ? told.remedy : `Waived: ${waived.reason}`;
  const gutter = `${excerpt.line}`;
  const { line, caret } = clip(excerpt, columns - gutter.length - 3);
  return [
    `${paint(severity, `tickmark: ${title}[${code}]`)} ${shown(path)}:${excerpt.line}:${excerpt.column}`,
    `${paint("quiet", `${gutter} |`)} ${line}`,
    `${paint("quiet", `${" ".repeat(gutter.length)} |`)} ${paint(severity, caret)}`,
    wrap(shown(message), columns),
    ...(remedy === "" ? [] : [wrap(shown(remedy), columns)]),
    "",
  ].join("\n");
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
