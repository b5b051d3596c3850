import { open } from "node:fs/promises";
import { isAbsolute, join, normalize } from "node:path";
import type { SourcePlace } from "../books/books.ts";
import type { BooksFinding } from "../books/books-finding.ts";
import type { Severity } from "../finding-code.ts";
import { type Excerpt, layOut, mediumOf, type TextOptions } from "../text/told.ts";

const ORDER: readonly Severity[] = ["error", "warning", "note"];

/** Findings on the books in the house's one layout, errors first, each with the author's own line where it can be read again. */
export async function booksFindingsText(
  findings: readonly BooksFinding[],
  folder: string,
  options: TextOptions,
): Promise<string> {
  const medium = mediumOf(options);
  const told: string[] = [];
  for (const severity of ORDER)
    for (const finding of findings.filter((f) => f.severity === severity)) {
      const place = finding.places[0];
      const excerpt = place === undefined ? undefined : await excerptAt(folder, place);
      told.push(layOut({ ...finding, waived: null }, where(place, excerpt), excerpt, medium));
    }
  return told.join("\n");
}

/** The path, with the line behind it where the line itself cannot be shown (of a Parquet file, say). */
function where(place: SourcePlace | undefined, excerpt: Excerpt | undefined): string {
  if (place === undefined) return "the books";
  return excerpt === undefined && place.line !== undefined ? `${place.path}:${place.line}` : place.path;
}

/** How far into a file a line is looked for: one that lies deeper is named and not quoted. */
const DEEPEST_BYTES = 32 * 1024 * 1024;
const CHUNK = 256 * 1024;

/** The line of a file, read no further than it; undefined where it cannot be had. */
async function excerptAt(folder: string, { path, line, column }: SourcePlace): Promise<Excerpt | undefined> {
  if (line === undefined || isAbsolute(path) || normalize(path).startsWith("..") || path.endsWith(".parquet"))
    return undefined;
  const text = await lineOf(join(folder, path), line);
  if (text === undefined) return undefined;
  const from = Math.min((column ?? 1) - 1, text.length);
  const end = column === undefined ? text.length : endOfMeant(path, text, from);
  return { line, column: column ?? 1, text, from, to: Math.max(from + 1, end) };
}

/** Where what starts at `from` ends: the carets stand under the whole of a cell, of a binding, or of a word of a text. */
function endOfMeant(path: string, text: string, from: number): number {
  if (!path.endsWith(".md")) return cellEnd(text, from);
  if (text[from] === "{") return text.indexOf("}", from) + 1 || text.length;
  const rest = text.slice(from + 1).search(/[\s{}|,:]/);
  return rest < 0 ? text.length : from + 1 + rest;
}

function cellEnd(text: string, from: number): number {
  const comma = text[from] === '"' ? text.indexOf('"', from + 1) + 1 : text.indexOf(",", from);
  return comma <= 0 ? text.length : comma;
}

async function lineOf(path: string, line: number): Promise<string | undefined> {
  try {
    const file = await open(path);
    try {
      const decoder = new TextDecoder("utf-8");
      const buffer = new Uint8Array(CHUNK);
      let rest = "";
      let before = 1;
      for (let at = 0; at < DEEPEST_BYTES; at += CHUNK) {
        const { bytesRead } = await file.read(buffer, 0, CHUNK, at);
        rest += decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 });
        const lines = rest.split(/\r\n|\n|\r(?!\n|$)/);
        if (before + lines.length - 1 > line || (bytesRead === 0 && before + lines.length - 1 === line))
          return lines[line - before];
        if (bytesRead === 0) return undefined;
        before += lines.length - 1;
        rest = lines[lines.length - 1]!;
      }
      return undefined;
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
