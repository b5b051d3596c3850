import type { PointedDeed } from "../desk-ask.ts";
import type { DeskEntry, DeskTrouble, DeskView, DocumentView } from "../desk-view.ts";

/** What the studio refused, in its own words. */
export class Trouble extends Error {
  readonly code: string;

  constructor({ error }: DeskTrouble) {
    super(error.message);
    this.code = error.code;
  }
}

async function ask<T>(method: string, path: string, body?: Blob | object): Promise<T> {
  const isRaw = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { "content-type": isRaw ? "application/octet-stream" : "application/json" },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new Trouble({ error: { code: "no-studio", message: "The studio does not answer. Is it still running?" } });
  }
  const value: unknown = await response.json();
  if (!response.ok) throw new Trouble(value as DeskTrouble);
  return value as T;
}

/** All addresses are below the place of the page: the session goes nowhere else. */
const at = (id: string, word = ""): string => `api/documents/${id}${word === "" ? "" : `/${word}`}`;

export const readDesk = (): Promise<DeskView> => ask("GET", "api/desk");
export const readDocument = (id: string): Promise<DocumentView> => ask("GET", at(id));
export const readStamp = async (id: string): Promise<string> =>
  (await ask<{ readonly stamp: string }>("GET", at(id, "stamp"))).stamp;
export const openExample = (which: "release" | "draft"): Promise<DeskEntry> =>
  ask("POST", which === "draft" ? "api/example/draft" : "api/example");

/** The studio takes no more; said here, so that nothing is sent for nothing. */
const MOST_DOCUMENT = 32 * 1024 * 1024;

export const dropDocument = async (file: File): Promise<DeskEntry> => {
  if (file.size > MOST_DOCUMENT)
    throw new Trouble({
      error: { code: "too-large", message: `${file.name} has more than the 32 MiB that the studio takes.` },
    });
  return ask("POST", `api/documents?name=${encodeURIComponent(file.name)}`, file);
};

/** Who decides, and why. */
export interface Signed {
  readonly author: string;
  readonly reason: string;
}

export const mark = ({ entry, revision }: DocumentView, deed: PointedDeed, signed: Signed): Promise<DocumentView> =>
  ask("POST", at(entry.id, "marks"), {
    ...deed,
    ...(deed.kind === "remark" ? { kind: deed.remark } : {}),
    ...signed,
    revision,
  });
export const unmark = ({ entry, revision }: DocumentView, line: number): Promise<DocumentView> =>
  ask("DELETE", at(entry.id, "marks"), { line, revision });
export const sign = (
  { entry, revision }: DocumentView,
  figures: readonly string[] | "document",
  { author, reason }: Signed,
): Promise<DocumentView> => ask("POST", at(entry.id, "signoffs"), { figures, by: author, note: reason, revision });
export const withdraw = (
  { entry, revision }: DocumentView,
  withdraws: number,
  { author, reason }: Signed,
): Promise<DocumentView> => ask("POST", at(entry.id, "signoffs"), { withdraws, by: author, note: reason, revision });
export const layBeside = ({ entry, revision }: DocumentView, earlier: string | null): Promise<DocumentView> =>
  ask("POST", at(entry.id, "earlier"), { earlier, revision });

/** Where a file of a document is to be saved from. */
export const fileAt = ({ entry }: DocumentView, name: "marks.yaml" | "signoffs.jsonl" | "binder.html"): string =>
  at(entry.id, name);
