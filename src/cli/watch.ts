import type { Changed } from "../node/changes.ts";
import type { ClosedBooks } from "../node/close-books.ts";
import { type BuildCommand, releaseNamed, summary, tell, writeOut } from "./build.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { openedBooks } from "./opened-books.ts";
import { complaint } from "./terminal.ts";

export interface WatchCommand extends BuildCommand {
  readonly port: number;
}

/**
 * `tickmark build --watch`: makes the release anew whenever a file of the workspace changes, and shows it in a browser of this machine. The page stands
 * there as soon as it is printed; the proofs follow. Ends when the effects say so (an interrupt).
 */
export async function watch(command: WatchCommand, effects: Effects): Promise<number> {
  const { openPreview, watchWorkspace } = await effects.library();
  const name = await releaseNamed(command, effects);
  if (name === undefined) return EXIT.notUnderstood;
  const preview = await openPreview(command.port);
  let closed: ClosedBooks | undefined;
  const again = async (changed: Changed): Promise<void> => {
    if (changed === "books" || closed === undefined) {
      await closed?.release();
      closed = (await openedBooks(command.folder, effects)).closed;
    }
    if (closed !== undefined) await once(command, name, closed, preview.show, effects);
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
      await again(what).catch((error: unknown) => effects.err.write(complaint(String(error))));
    });
  };
  ask("books");
  const watcher = watchWorkspace(command.folder, ask);
  await effects.interrupted();
  watcher.close();
  await making;
  await closed?.release();
  await preview.close();
  return EXIT.clean;
}

async function once(
  command: WatchCommand,
  name: string,
  closed: ClosedBooks,
  show: (html: string) => void,
  effects: Effects,
): Promise<void> {
  const { printRelease, proveRelease } = await effects.library();
  const draft = await printRelease(command.folder, name, closed);
  const page = draft.outputs.find((output) => output.name === "release.html");
  if (page !== undefined) show(page.text);
  const built = proveRelease(draft);
  await writeOut(command.out, built, closed, effects);
  await tell(command.folder, built, effects);
  await effects.out.write(summary(built, command.out));
}
