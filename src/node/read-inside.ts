import { lstat, readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import { isMissing, whyNot } from "../text/thrown.ts";

/** What settings, registers and texts are at most; journals may be of any size, and are not read so. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface Refused {
  readonly reason: string;
}

/**
 * The bytes of a file of the workspace, or why they were not read; undefined where there is no such file. `root` is the workspace's real path. Links are
 * followed only where they stay inside it: a workspace comes from version control, and must not be able to ask for other files of the machine.
 */
export async function readInside(root: string, path: string): Promise<Uint8Array | Refused | undefined> {
  const full = join(root, path);
  try {
    const real = await realpath(full);
    if (!real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`))
      return { reason: "it is a link that leads out of the workspace" };
    const stats = await lstat(real);
    if (!stats.isFile()) return { reason: "it is no plain file" };
    if (stats.size > MOST_BYTES) return { reason: `it has ${stats.size} bytes, and at most ${MOST_BYTES} are read` };
    return await readFile(real);
  } catch (error) {
    if (isMissing(error)) return undefined;
    return { reason: whyNot(error) };
  }
}

export const notRead = (path: string, { reason }: Refused): BooksFinding => ({
  code: "file-not-read",
  about: "books",
  severity: "error",
  message: `The file was not read: ${reason}.`,
  remedy: "Put a plain file there that this user may read.",
  places: [{ path, line: undefined, column: undefined }],
});
