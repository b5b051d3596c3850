import type { ViewerClient } from "../viewer/evidence-page.ts";
import { type IndexEntry, indexPage } from "../viewer/index-page.ts";
import type { Answer } from "./asked.ts";
import type { Effects } from "./effects.ts";

/** The pages of evidence of one command, written as the answers come. */
export interface Pages {
  readonly client: ViewerClient;
  readonly write: (path: string, answer: Answer) => Promise<void>;
  /** Writes the index, where there is one, and returns the sentence that says where the pages are. */
  readonly end: () => Promise<string>;
}

const INDEX = "index.html";

/**
 * Pages at `to`: one file for one document, unless a folder of that name is there; else a folder with an index. Never written over
 * a document that is checked.
 */
export async function pagesAt(
  to: string,
  documents: readonly string[],
  { files, replace, viewerClient }: Effects,
): Promise<Pages | { readonly complaint: string }> {
  const isFolder = documents.length > 1 || /[/\\]$/.test(to) || (await files.isFolder(to));
  const folder = to.replace(/[/\\]+$/, "");
  const names = namesOf(documents);
  const placeOf = (path: string): string => (isFolder ? `${folder}/${names.get(path)!}` : to);
  const covered = documents.find((path) => plain(path) === plain(placeOf(path)));
  if (covered !== undefined)
    return { complaint: `--html ${to} would write over ${covered}, which is to be checked; name another place` };
  const entries: IndexEntry[] = [];
  const client = await viewerClient();
  return {
    client,
    write: async (path, { page }) => {
      if (page !== undefined) await replace(placeOf(path), new TextEncoder().encode(page.html));
      entries.push(page === undefined ? refusedEntry(path) : { ...page.entry, page: names.get(path)! });
    },
    end: async () => {
      const written = entries.filter((e) => e.page !== null).length;
      if (!isFolder) return written === 0 ? "" : `tickmark: the page is ${to}\n`;
      await replace(`${folder}/${INDEX}`, new TextEncoder().encode(indexPage(entries, client.style)));
      return `tickmark: ${written} of ${entries.length} documents have a page; they are listed in ${folder}/${INDEX}\n`;
    },
  };
}

const plain = (path: string): string => path.replace(/^(?:\.\/)+/, "").replace(/\/{2,}/g, "/");

const NOT_READ = "It could not be read; the command has said why.";

const refusedEntry = (path: string): IndexEntry => {
  const summary = { figures: 0, measurements: 0, tied: 0, attainable: 0, contradicted: 0, untied: 0 };
  const counts = { ...summary, errors: 0, warnings: 0, notes: 0, waived: 0 };
  return {
    report: { path, summary: counts, refused: { code: "refused", message: NOT_READ } },
    title: path,
    page: null,
  };
};

/** A name of a file for each document, told apart by a number where two have the same; none is the index's. */
function namesOf(documents: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set([INDEX]);
  const names = new Map<string, string>();
  for (const path of documents) {
    const stem =
      path
        .slice(path.search(/[^/\\]*$/))
        .replace(/[^\w.-]+/g, "-")
        .replace(/^[.-]+/, "") || "document";
    let name = `${stem}.html`;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}.html`;
    taken.add(name.toLowerCase());
    names.set(path, name);
  }
  return names;
}
