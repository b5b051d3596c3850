import { type CheckOptions, checkDocument } from "../tieout/check.ts";
import type { Checked } from "../tieout/report/checked.ts";
import { summarize, write } from "../tieout/report/write.ts";
import type { Effects } from "./effects.ts";
import { progressOn } from "./progress.ts";
import { answerOn, complaint, tallyText } from "./terminal.ts";

/** The highest that applies to any document of a command is its exit status. */
export const EXIT = { clean: 0, errors: 1, notUnderstood: 2, ourBug: 3 } as const;

const ENDINGS = [".htm", ".html", ".xhtml", ".txt", ".md"];
const INPUT = "-";

export interface CheckCommand {
  /** Files and folders as the command line names them; "-" is standard input. */
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly ignoreTags: boolean;
}

/** `tickmark check`: answers for each document in turn, in the order of the arguments, and returns the exit status. */
export async function check(command: CheckCommand, effects: Effects): Promise<number> {
  const { out, err } = effects;
  const { documents, empty } = await documentsOf(command.paths, effects);
  for (const folder of empty)
    await err.write(complaint(`${folder} has no document in it: none of its files ends in ${ENDINGS.join(", ")}`));
  const progress = progressOn(err, documents.length);
  const tally = { documents: documents.length, withErrors: 0, refused: 0 };
  let status: number = empty.length > 0 ? EXIT.notUnderstood : EXIT.clean;
  for (const [done, path] of documents.entries()) {
    await progress.show(done, path);
    const answer = await answerFor(path, command, effects);
    status = Math.max(status, answer.status);
    if (answer.status === EXIT.errors) tally.withErrors++;
    else if (answer.status !== EXIT.clean) tally.refused++;
    await progress.clear();
    if (answer.bug !== undefined) await err.write(complaint(`this is a bug of Tickmark's own: ${answer.bug}`));
    if (!(await out.write(command.json || done === 0 ? answer.text : `\n${answer.text}`))) return status;
  }
  if (!command.json && documents.length > 1) await out.write(tallyText(tally));
  return status;
}

/** The documents that the arguments stand for, and the folders among them that hold none. */
async function documentsOf(
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

interface Answer {
  /** What is printed: a line of JSON, or words. */
  readonly text: string;
  readonly status: number;
  /** The trace of an exception: our own mistake. */
  readonly bug?: string;
}

/**
 * One document from its name to its answer. Nothing here hangs on the other documents of the command, so that several
 * could be at work at once.
 */
async function answerFor(path: string, { ignoreTags, json }: CheckCommand, effects: Effects): Promise<Answer> {
  const { files, digest, out } = effects;
  const said = (checked: Checked): string => (json ? `${JSON.stringify(write(checked))}\n` : answerOn(out, checked));
  let bytes: Uint8Array;
  try {
    bytes = path === INPUT ? await files.readInput() : await files.read(path);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const message = missing ? "There is no file of this name." : `The file cannot be read: ${messageOf(error)}.`;
    return {
      text: said(unread(path, missing ? "file-missing" : "file-not-read", message)),
      status: EXIT.notUnderstood,
    };
  }
  try {
    const options: CheckOptions = { name: path, ignoreTags, digest };
    const checked = checkDocument(bytes, options);
    const text = said(checked);
    if (checked.kind === "refused") return { text, status: EXIT.notUnderstood };
    const { errors } = summarize(checked.figures, checked.findings);
    return { text, status: errors > 0 ? EXIT.errors : EXIT.clean };
  } catch (error) {
    const message = `A mistake of Tickmark's own stopped the check: ${messageOf(error)}. Please report it.`;
    const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { text: said(unread(path, "internal-error", message)), status: EXIT.ourBug, bug };
  }
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
