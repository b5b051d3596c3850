import { basename, join, relative } from "node:path";
import { isMissing } from "../text/thrown.ts";
import { GENERATOR, type ViewerClient } from "../viewer/evidence-page.ts";
import { type IndexEntry, indexPage } from "../viewer/index-page.ts";
import type { Answer } from "./asked.ts";
import { INPUT } from "./documents.ts";
import type { Effects } from "./effects.ts";

/** The pages of evidence of one command, written as the answers come. */
export interface Pages {
  readonly client: ViewerClient;
  readonly write: (path: string, answer: Answer) => Promise<void>;
  /** Writes the index, where there is one, and returns the sentence that says where the pages are. */
  readonly end: () => Promise<string>;
}

/** What a command is about, beside where its pages go. */
export interface PagesOf {
  /** Files and folders as the command line names them. */
  readonly paths: readonly string[];
  readonly documents: readonly string[];
  /** Other files that the command reads. */
  readonly read: readonly string[];
}

const INDEX = "index.html";

/**
 * Pages at `to`: one file for one document, unless a folder of that name is there or its name ends as one; else a folder with an
 * index. Nothing is written over what the command reads, nor over a file that is no page of ours, nor into a folder that is checked.
 */
export async function pagesAt(
  to: string,
  of: PagesOf,
  effects: Effects,
): Promise<Pages | { readonly complaint: string }> {
  const { documents } = of;
  const { files, replace } = effects;
  const isFolder = documents.length > 1 || /[/\\]$/.test(to) || (await files.isFolder(to));
  const names = namesOf(documents);
  const index = join(to, INDEX);
  const placeOf = (path: string): string => (isFolder ? join(to, names.get(path)!) : to);
  const named = `--html ${to}`;
  const places = isFolder ? [index, ...documents.map(placeOf)] : [to];
  let complaint =
    (await covering(named, to, places, of, effects)) ?? (isFolder ? await notFolder(to, effects) : undefined);
  for (const place of places) complaint ??= await foreign(named, place, effects);
  if (complaint !== undefined) return { complaint };
  const client = await clientOf(effects);
  if (client === undefined) return { complaint: UNBUILT };
  const entries: IndexEntry[] = [];
  return {
    client,
    write: async (path, { page }) => {
      if (page === undefined) return;
      if (page.html !== undefined) await replace(placeOf(path), new TextEncoder().encode(page.html));
      entries.push({ ...page.entry, page: page.html === undefined ? null : names.get(path)! });
    },
    end: async () => {
      const written = entries.filter((e) => e.page !== null).length;
      if (!isFolder)
        return `tickmark: ${written === 0 ? `${to} is not written: the document could not be read` : `the page is ${to}`}\n`;
      await replace(index, new TextEncoder().encode(indexPage(entries, client.style)));
      return `tickmark: ${written} of ${entries.length} documents have a page; ${index} lists them\n`;
    },
  };
}

const UNBUILT = "the viewer that a page carries is not built; run: npm run build";

async function clientOf({ viewerClient }: Effects): Promise<ViewerClient | undefined> {
  try {
    return await viewerClient();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Why the option that is `named` may not write one file `to`: the same as of a page. */
export const notOver = async (named: string, to: string, of: PagesOf, effects: Effects): Promise<string | undefined> =>
  (await covering(named, to, [to], of, effects)) ?? (await foreign(named, to, effects));

/** Why a page would take the place of what the command reads, now or when it is given again. */
async function covering(
  named: string,
  to: string,
  places: readonly string[],
  { paths, documents, read }: PagesOf,
  { files }: Effects,
): Promise<string | undefined> {
  const keysOf = async (path: string): Promise<readonly (string | undefined)[]> => [
    await files.real(path),
    await files.identity(path),
  ];
  const taken = new Set((await Promise.all(places.map(keysOf))).flat());
  taken.delete(undefined);
  for (const path of [...documents, ...read]) {
    if (path === INPUT) continue;
    if ((await keysOf(path)).some((key) => taken.has(key)))
      return `${named} would write over ${path}, which this command reads; name another place`;
  }
  for (const path of paths) {
    if (path === INPUT || !(await files.isFolder(path))) continue;
    const place = await files.real(to);
    const inside = relative(await files.real(path), place);
    if (!/^\.\.(?:[/\\]|$)/.test(inside) && inside !== place)
      return `${named} lies in ${path}, whose pages would be checked the next time; name a place outside of it`;
  }
  return undefined;
}

async function notFolder(to: string, effects: Effects): Promise<string | undefined> {
  return (await headOf(to, effects)) === undefined
    ? undefined
    : `--html ${to} is a file, and the pages of several documents need a folder; name another place`;
}

/** A file that is there and was not written by us is somebody else's. */
async function foreign(named: string, place: string, effects: Effects): Promise<string | undefined> {
  const bytes = await headOf(place, effects);
  if (bytes === undefined || bytes.length === 0) return undefined;
  const head = new TextDecoder().decode(bytes);
  return head.includes(`<meta name="generator" content="${GENERATOR}">`)
    ? undefined
    : `${named} would write over ${place}, which is no page of Tickmark's; name another place, or take the file away`;
}

/** A page of ours says within so many bytes that it is one. */
const HEAD = 2000;

async function headOf(path: string, { files }: Effects): Promise<Uint8Array | undefined> {
  try {
    return await files.head(path, HEAD);
  } catch {
    return undefined;
  }
}

/** A name of a file for each document, told apart by a number where two have the same; none is the index's. */
function namesOf(documents: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set([INDEX]);
  const names = new Map<string, string>();
  for (const path of documents) {
    if (names.has(path)) continue;
    const stem = stemOf(path);
    let name = `${stem}.html`;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}.html`;
    taken.add(name.toLowerCase());
    names.set(path, name);
  }
  return names;
}

/** Disks take names of some 255 bytes, endings and numbers included. */
const LONGEST_STEM = 120;
const MOST_BYTES = 200;
/** Names that are devices on Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Letters, digits, points and dashes of the document's own name; safe on every disk and in every address. */
function stemOf(path: string): string {
  const whole = basename(path.replaceAll("\\", "/")).replace(/[^\p{L}\p{N}._-]+/gu, "-");
  const stem = shortened(trimmed(whole));
  return stem === "" || DEVICE.test(stem) ? `document${stem === "" ? "" : `-${stem}`}` : stem;
}

/** Without points and dashes at its ends. */
function trimmed(name: string): string {
  let end = name.length;
  while (end > 0 && /[.-]/.test(name[end - 1]!)) end--;
  return name.slice(0, end).replace(/^[.-]+/, "");
}

/** As many whole characters as a disk takes. */
function shortened(name: string): string {
  let bytes = 0;
  let out = "";
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (out.length + character.length > LONGEST_STEM || bytes > MOST_BYTES) break;
    out += character;
  }
  return out;
}
