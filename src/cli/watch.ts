import type { PrintedDraft } from "../node/build-release.ts";
import type { Changed } from "../node/changes.ts";
import type { ClosedBooks } from "../node/close-books.ts";
import { type BuildCommand, releaseNamed, summary, tell, writeOut } from "./build.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { openedBooks } from "./opened-books.ts";
import type { Prover } from "./prover.ts";
import { complaint } from "./terminal.ts";

export interface WatchCommand extends BuildCommand {
  readonly port: number;
}

/**
 * `tickmark build --watch`: makes the release anew whenever a file of the workspace changes, and shows it in a browser of this machine. The page stands
 * there as soon as it is printed; the proofs follow from another thread, so that a further change need not wait for them. Ends when the effects say so
 * (an interrupt).
 */
export async function watch(command: WatchCommand, effects: Effects): Promise<number> {
  const { openPreview, watchWorkspace } = await effects.library();
  const name = await releaseNamed(command, effects);
  if (name === undefined) return EXIT.notUnderstood;
  const preview = await openPreview(command.port);
  const prover = effects.startProver(true);
  let closed: ClosedBooks | undefined;
  // Proofs are carried out one after the other; those of a draft that another has taken the place of are left out.
  let last: PrintedDraft | undefined;
  let proving = Promise.resolve();
  const again = async (changed: Changed): Promise<void> => {
    if (changed === "books" || closed === undefined) {
      await closed?.release();
      closed = (await openedBooks(command.folder, effects)).closed;
    }
    if (closed === undefined) return;
    const { printRelease } = await effects.library();
    const draft = await printRelease(command.folder, name, closed);
    const page = draft.outputs.find((output) => output.name === "release.html");
    if (page !== undefined) preview.show(page.text);
    const books = closed;
    last = draft;
    const isLast = (): boolean => last === draft;
    proving = proving.then(() => proved({ command, draft, books, prover, isLast }, effects).catch(told(effects)));
  };
  await effects.err.write(`Preview: ${preview.url}\nStop with Ctrl-C.\n`);
  // One making after the other: a change during one of them is made after it, and further ones together with it.
  let waiting: Changed | undefined;
  let making = Promise.resolve();
  const ask = (changed: Changed): void => {
    const isBusy = waiting !== undefined;
    waiting = changed === "books" ? "books" : (waiting ?? changed);
    if (isBusy) return;
    making = making.then(async () => {
      const what = waiting ?? "release";
      waiting = undefined;
      await again(what).catch(told(effects));
    });
  };
  ask("books");
  const watcher = watchWorkspace(command.folder, ask);
  await effects.interrupted();
  watcher.close();
  await making;
  await proving;
  prover.end();
  await closed?.release();
  await preview.close();
  return EXIT.clean;
}

const told =
  (effects: Effects) =>
  async (error: unknown): Promise<void> =>
    void (await effects.err.write(complaint(String(error))));

/** A draft that was shown, and what its proofs stand on. */
interface Shown {
  readonly command: WatchCommand;
  readonly draft: PrintedDraft;
  readonly books: ClosedBooks;
  readonly prover: Prover;
  readonly isLast: () => boolean;
}

async function proved({ command, draft, books, prover, isLast }: Shown, effects: Effects): Promise<void> {
  if (!isLast()) return;
  const { proveRelease } = await effects.library();
  const reports = await prover.reports(draft);
  if (!isLast()) return;
  const built = proveRelease(draft, reports);
  await writeOut(command.out, built, books, effects);
  await tell(command.folder, built, effects);
  await effects.out.write(summary(built, command.out));
}
