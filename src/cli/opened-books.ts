import type { ClosedBooks, CloseOptions, CloseStep } from "../node/close-books.ts";
import { booksFindingsText } from "./books-told.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { complaint, lookOf, textOptions } from "./terminal.ts";

/** Books that were closed for a command, or the exit status where they could not be. */
export type Opened =
  | { readonly closed: ClosedBooks; readonly status: number }
  | { readonly closed: undefined; readonly status: number };

const STEPS: readonly CloseStep[] = ["settings", "journals", "trial balances", "consolidation", "measures"];

export interface OpenedOptions {
  /** Closes the books, where they are closed more than once. */
  readonly close?: (options: CloseOptions) => Promise<ClosedBooks>;
  /** What the command asks of the library behind the close is loaded while the engine reads the journals. Most ask nothing, and it is four times as large as what closes. */
  readonly needsLibrary?: boolean;
}

/** Closes the books of a workspace for a command: shows progress on a terminal, tells findings on the error stream, and gives the exit status that they ask for. */
export async function openedBooks(
  folder: string,
  effects: Effects,
  { close, needsLibrary = false }: OpenedOptions = {},
): Promise<Opened> {
  const { err, files } = effects;
  if (!(await files.isFolder(folder))) {
    await err.write(
      complaint(`${folder} is no folder; a workspace is one, and "tickmark new FOLDER" makes one to start from`),
    );
    return { closed: undefined, status: EXIT.notUnderstood };
  }
  const show = async (step: CloseStep): Promise<void> => {
    if (err.isTerminal) await err.write(`\r\u001b[K[${STEPS.indexOf(step) + 1}/${STEPS.length}] ${step} …`);
  };
  const meanwhile = (): void => {
    if (needsLibrary) effects.library().catch(() => undefined);
  };
  const options: CloseOptions = { progress: show, meanwhile };
  const closed = await (close?.(options) ?? (await effects.closing()).closeBooks(folder, options));
  if (err.isTerminal) await err.write("\r\u001b[K");
  const text = await booksFindingsText(closed.findings, folder, textOptions(lookOf(err)));
  if (text !== "") await err.write(`${text}\n`);
  return { closed, status: statusOf(closed) };
}

const statusOf = ({ books, findings }: ClosedBooks): number => {
  if (books === undefined) return EXIT.notUnderstood;
  return findings.some((finding) => finding.severity === "error") ? EXIT.errors : EXIT.clean;
};
