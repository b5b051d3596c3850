import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { BooksFinding } from "../books/books-finding.ts";
import type { ReleaseFile, ReleaseFiles } from "../release/table-source.ts";
import { plainText } from "../text/utf8.ts";
import { notRead, readInside } from "./read-inside.ts";

/** The names of the releases of a workspace, ascending: the folders below releases/ that hold a release.md or a tables.yaml. */
export async function releaseNames(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(folder, "releases"), { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  } catch {
    return [];
  }
}

const PARTS = ["release.md", "tables.yaml", "call.yaml", "marks.yaml"] as const;

export interface ReadRelease {
  /** Undefined where there is no release.md that can be read. */
  readonly files: ReleaseFiles | undefined;
  readonly findings: readonly BooksFinding[];
}

/** The files of one release, as text; what is missing but for release.md is left out. */
export async function releaseFiles(root: string, name: string): Promise<ReadRelease> {
  const findings: BooksFinding[] = [];
  const texts = new Map<string, ReleaseFile>();
  for (const path of [...PARTS.map((part) => `releases/${name}/${part}`), "company.yaml"]) {
    const read = await readInside(root, path);
    if (read === undefined) continue;
    if (!(read instanceof Uint8Array)) {
      findings.push(notRead(path, read));
      continue;
    }
    const { text, troubles } = plainText(read);
    for (const { message, remedy, line, column } of troubles)
      findings.push({
        code: "file-not-text",
        about: "books",
        severity: "error",
        message,
        remedy,
        places: [{ path, line, column }],
      });
    if (troubles.length === 0) texts.set(path, { path, text });
  }
  const part = (one: (typeof PARTS)[number]): ReleaseFile | undefined => texts.get(`releases/${name}/${one}`);
  const release = part("release.md");
  if (release === undefined) return { files: undefined, findings: [...findings, ...missing(name, findings)] };
  const files: ReleaseFiles = {
    release,
    tables: part("tables.yaml"),
    call: part("call.yaml"),
    marks: part("marks.yaml"),
    company: texts.get("company.yaml"),
  };
  return { files, findings };
}

const missing = (name: string, said: readonly BooksFinding[]): readonly BooksFinding[] =>
  said.some(({ places }) => places[0]?.path === `releases/${name}/release.md`)
    ? []
    : [
        {
          code: "workspace-file-missing",
          about: "books",
          severity: "error",
          message: `There is no releases/${name}/release.md, which holds the text of the release.`,
          remedy: "Write one (docs/release.md), or name another release with --release.",
          places: [{ path: `releases/${name}/release.md`, line: undefined, column: undefined }],
        },
      ];
