import type { Effects } from "./effects.ts";

/** The endings of the files that a folder stands for. */
export const ENDINGS: readonly string[] = [".htm", ".html", ".xhtml", ".txt", ".md"];

/** The path that means standard input. */
export const INPUT = "-";

/** The documents that the arguments stand for, and the folders among them that hold none. */
export async function documentsOf(
  paths: readonly string[],
  { files }: Effects,
): Promise<{ documents: readonly string[]; empty: readonly string[] }> {
  const documents: string[] = [];
  const empty: string[] = [];
  for (const path of paths) {
    if (path === INPUT || !(await files.isFolder(path))) documents.push(path);
    else {
      const below = (await files.below(path)).filter((p) => ENDINGS.some((ending) => p.toLowerCase().endsWith(ending)));
      if (below.length === 0) empty.push(path);
      // By code unit, so that the order is the same on every machine.
      documents.push(...below.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    }
  }
  return { documents, empty };
}
