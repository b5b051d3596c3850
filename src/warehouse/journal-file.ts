import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import { whyNot } from "../text/thrown.ts";
import { finding } from "./_finding.ts";

export const JOURNALS = "books/journals";
export const TOTALS: string = `${JOURNALS}/totals.csv`;

/** A file below books/journals/ that journal lines are read from. */
export interface JournalFile {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  /** Where its bytes are: links followed, so that the engine asks for what was looked at. */
  readonly real: string;
  readonly format: "csv" | "parquet";
}

export interface JournalFiles {
  readonly files: readonly JournalFile[];
  readonly findings: readonly BooksFinding[];
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/** The files of journals of a workspace, sorted by path. A link is followed as far as it stays within the workspace. */
export async function journalFiles(folder: string): Promise<JournalFiles> {
  const root = await realpath(folder);
  const files: JournalFile[] = [];
  const findings: BooksFinding[] = [];
  const start = await entry(root, JOURNALS);
  if ("code" in start && start.code === "journal-leads-out") return { files, findings: [start] };
  const seen = new Set([join(root, JOURNALS)]);
  const waiting = [JOURNALS];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const names = await readdir(join(root, at)).catch(() => []);
    for (const name of names) {
      const path = `${at}/${name}`;
      const found = await entry(root, path);
      if ("code" in found) findings.push(found);
      else if (found.isFolder && !seen.has(found.real)) {
        seen.add(found.real);
        waiting.push(path);
      } else if (!found.isFolder) {
        const format = formatOf(path);
        if (format !== undefined) files.push({ path, real: found.real, format });
        else if (path !== TOTALS && !name.startsWith(".")) findings.push(notJournals(path));
      }
    }
  }
  if (files.length === 0) findings.push(noJournals());
  findings.sort((a, b) => byPath(a.places[0] ?? { path: "" }, b.places[0] ?? { path: "" }));
  return { files: files.sort(byPath), findings };
}

function formatOf(path: string): JournalFile["format"] | undefined {
  if (path === TOTALS) return undefined;
  const lower = path.toLowerCase();
  return lower.endsWith(".csv") ? "csv" : lower.endsWith(".parquet") ? "parquet" : undefined;
}

interface Entry {
  readonly real: string;
  readonly isFolder: boolean;
}

async function entry(root: string, path: string): Promise<Entry | BooksFinding> {
  try {
    const real = await realpath(join(root, path));
    // The engine follows no link by itself, and what lies outside of the workspace is none of the books.
    if (!isBelow(root, real)) return leadsOut(path, real);
    const kind = await stat(real);
    if (kind.isDirectory() || kind.isFile()) return { real, isFolder: kind.isDirectory() };
    return notRead(path, "is neither a file nor a folder");
  } catch (cause) {
    return notRead(path, `could not be opened: ${whyNot(cause)}`);
  }
}

const isBelow = (root: string, real: string): boolean => {
  const way = relative(root, real);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !/^([A-Za-z]:|[\\/])/.test(way);
};

const leadsOut = (path: string, real: string): BooksFinding =>
  finding(
    "journal-leads-out",
    "error",
    path,
    undefined,
    `The link leads out of the workspace, to ${real}. It is not followed, so none of its lines is in the books.`,
    "Put the file itself here, or a link to a file of this workspace.",
  );

const notRead = (path: string, why: string): BooksFinding =>
  finding(
    "journal-not-read",
    "error",
    path,
    undefined,
    `What stands here ${why}.`,
    "Put a file that can be read here, or take it away.",
  );

const notJournals = (path: string): BooksFinding =>
  finding(
    "workspace-file-unknown",
    "warning",
    path,
    undefined,
    "The name ends in neither .csv nor .parquet, so that nothing reads the file.",
    "Move it to another folder, or give it the ending of what it holds.",
  );

const noJournals = (): BooksFinding =>
  finding(
    "workspace-file-missing",
    "error",
    JOURNALS,
    undefined,
    "There is no file of journals; at least one .csv or .parquet file was expected.",
    "Put the journal lines below books/journals/.",
  );

/** From these bytes on, copies of journals are kept, and what was found of them is remembered. */
const LARGE_CSV = 64 << 20;
const LARGE_PARQUET = 16 << 20;

export async function isLargeLedger(root: string): Promise<boolean> {
  const { files } = await journalFiles(root);
  let csv = 0;
  let parquet = 0;
  for (const { real, format } of files) {
    const { size } = await stat(real);
    if (format === "csv") csv += size;
    else parquet += size;
  }
  return csv >= LARGE_CSV || parquet >= LARGE_PARQUET;
}
