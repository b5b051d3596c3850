import type { Stats } from "node:fs";
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import type { WorkspaceFile } from "../books/read-books.ts";

export interface WorkspaceFiles {
  readonly files: readonly WorkspaceFile[];
  readonly findings: readonly BooksFinding[];
}

/** What settings and registers are at most; journals may be of any size, and are not read here. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The folders that hold settings and registers, and how their files end. */
const PARTS: readonly (readonly [folder: string, ending: string])[] = [
  ["", ".yaml"],
  ["books", ".csv"],
  ["history", ".csv"],
];

/**
 * Reads the settings and registers of a workspace, ordered by path. Links are followed only where they stay inside the workspace: a workspace comes
 * from version control, and must not be able to ask for other files of the machine.
 */
export async function workspaceFiles(folder: string): Promise<WorkspaceFiles> {
  const files: WorkspaceFile[] = [];
  const findings: BooksFinding[] = [];
  const root = await realpath(folder);
  for (const [part, ending] of PARTS) {
    for (const name of await namesIn(join(root, part), ending)) {
      const path = part === "" ? name : `${part}/${name}`;
      const read = await readInside(root, path);
      if (read instanceof Uint8Array) files.push({ path, bytes: read });
      else findings.push(notRead(path, read));
    }
  }
  return { files, findings };
}

async function namesIn(folder: string, ending: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    // By code unit, so that the order is the same on every machine.
    return names.filter((name) => name.endsWith(ending)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  } catch {
    return [];
  }
}

/** The bytes of the file, or why they were not read. */
async function readInside(root: string, path: string): Promise<Uint8Array | string> {
  const full = join(root, path);
  try {
    const real = await realpath(full);
    if (real !== full && !real.startsWith(`${root}/`) && !real.startsWith(`${root}\\`))
      return "it is a link that leads out of the workspace";
    const stats: Stats = await lstat(real);
    if (!stats.isFile()) return "it is no plain file";
    if (stats.size > MOST_BYTES) return `it has ${stats.size} bytes, and at most ${MOST_BYTES} are read`;
    return await readFile(real);
  } catch (error) {
    return `the machine refused it (${error instanceof Error ? error.message : String(error)})`;
  }
}

const notRead = (path: string, reason: string): BooksFinding => ({
  code: "file-not-read",
  about: "books",
  severity: "error",
  message: `The file was not read: ${reason}.`,
  remedy: "Put a plain file there that this user may read.",
  places: [{ path, line: undefined, column: undefined }],
});
