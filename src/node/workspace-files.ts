import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import type { WorkspaceFile } from "../books/read-books.ts";
import { notRead, readInside } from "./read-inside.ts";

export interface WorkspaceFiles {
  readonly files: readonly WorkspaceFile[];
  readonly findings: readonly BooksFinding[];
}

/** The folders that hold settings and registers, and how their files end. A wrong ending is read as well, so that it can be told. */
const PARTS: readonly (readonly [folder: string, ending: RegExp])[] = [
  ["", /\.ya?ml$/],
  ["books", /\.csv$/],
  ["history", /\.csv$/],
];

/** Reads the settings and registers of a workspace, ordered by path. */
export async function workspaceFiles(folder: string): Promise<WorkspaceFiles> {
  const files: WorkspaceFile[] = [];
  const findings: BooksFinding[] = [];
  const root = await realpath(folder);
  for (const [part, ending] of PARTS) {
    for (const name of await namesIn(join(root, part), ending)) {
      const path = part === "" ? name : `${part}/${name}`;
      const read = await readInside(root, path);
      if (read instanceof Uint8Array) files.push({ path, bytes: read });
      else if (read !== undefined) findings.push(notRead(path, read));
    }
  }
  return { files, findings };
}

async function namesIn(folder: string, ending: RegExp): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    // By code unit, so that the order is the same on every machine.
    return names.filter((name) => ending.test(name)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  } catch {
    return [];
  }
}
