import { type CheckOptions, checkDocument } from "../tieout/check.ts";
import type { Checked } from "../tieout/report/checked.ts";
import { type Filter, filtered } from "../tieout/report/filter.ts";
import { summarize } from "../tieout/report/write.ts";
import { INPUT } from "./documents.ts";
import type { Effects } from "./effects.ts";
import { type Output, type Said, saidIn } from "./output.ts";
import type { Look } from "./terminal.ts";

/** The highest that applies to any document of a command is its exit status. */
export const EXIT = { clean: 0, errors: 1, notUnderstood: 2, ourBug: 3 } as const;

/** How each document of a command is to be checked and answered: plain data, so that it can be handed to a worker. */
export interface Asked {
  readonly output: Output;
  readonly look: Look;
  readonly ignoreTags: boolean;
  /** Which findings are shown, and count for the exit status; all, where there is none. */
  readonly filter?: Filter | undefined;
}

/** What is printed of one document: plain data. */
export interface Answer extends Said {
  readonly status: number;
  /** The trace of an exception: our own mistake. */
  readonly bug?: string;
}

/**
 * One document from its name to its answer. Nothing here hangs on the other documents of the command, so that several
 * could be at work at once.
 */
export async function answerFor(
  path: string,
  asked: Asked,
  effects: Pick<Effects, "files" | "digest">,
): Promise<Answer> {
  const { files, digest } = effects;
  const refused = (code: string, message: string): Said =>
    saidIn(asked.output, unread(path, code, message), asked.look);
  let bytes: Uint8Array;
  try {
    bytes = path === INPUT ? await files.readInput() : await files.read(path);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const message = missing ? "There is no file of this name." : `The file cannot be read: ${messageOf(error)}.`;
    return { ...refused(missing ? "file-missing" : "file-not-read", message), status: EXIT.notUnderstood };
  }
  try {
    const options: CheckOptions = { name: path, ignoreTags: asked.ignoreTags, digest };
    const checked = filtered(checkDocument(bytes, options), asked.filter);
    return { ...saidIn(asked.output, checked, asked.look), status: statusOf(checked) };
  } catch (error) {
    const message = `A mistake of Tickmark's own stopped the check: ${messageOf(error)}. Please report it.`;
    const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...refused("internal-error", message), status: EXIT.ourBug, bug };
  }
}

function statusOf(checked: Checked): number {
  if (checked.kind === "refused") return EXIT.notUnderstood;
  return summarize(checked).errors > 0 ? EXIT.errors : EXIT.clean;
}

const unread = (path: string, code: string, message: string): Checked => ({
  kind: "refused",
  path,
  sha256: null,
  format: null,
  encoding: null,
  refusal: { code, message },
});

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
