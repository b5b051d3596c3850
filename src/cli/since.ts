import { whyNotRead } from "../text/thrown.ts";
import type { OtherDocument } from "../tieout/across/other.ts";
import { INPUT } from "./documents.ts";
import type { Effects } from "./effects.ts";
import { complaint } from "./terminal.ts";

/** The earlier draft that the command line names, or what is to be said in its place. */
export interface GivenDraft {
  readonly since: OtherDocument | undefined;
  readonly complaint: string;
}

/** An earlier draft is one of a single document: of several it would have to be guessed which. */
export async function draftIn(
  path: string | undefined,
  documents: readonly string[],
  { files }: Effects,
): Promise<GivenDraft> {
  if (path === undefined) return { since: undefined, complaint: "" };
  const said = (message: string): GivenDraft => ({ since: undefined, complaint: complaint(message) });
  if (documents.length !== 1)
    return said(`--since compares one document with an earlier draft of it, and ${documents.length} are named`);
  if (path === INPUT && documents[0] === INPUT)
    return said("standard input holds one document, and not two drafts of it");
  try {
    const bytes = path === INPUT ? await files.readInput() : await files.read(path);
    return { since: { name: path, bytes }, complaint: "" };
  } catch (error) {
    return said(`the earlier draft ${path}: ${whyNotRead(error)}`);
  }
}
