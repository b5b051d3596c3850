import { type FSWatcher, watch } from "node:fs";

/** What of a workspace has changed: its text alone, or its books, which the text stands on. */
export type Changed = "release" | "books";

/** How long is waited for further changes of the same saving, in milliseconds. */
const PAUSE = 20;
/** How long until a workspace that is not there is looked for again. */
const AWAY = 500;

/** Tells of changes below a workspace, one telling for what is saved together. The folder that is written to is left out. */
export function watchWorkspace(folder: string, tell: (changed: Changed) => void): { readonly close: () => void } {
  let waiting: NodeJS.Timeout | undefined;
  let changed: Changed = "release";
  const hear = (_event: string, name: string | null): void => {
    const path = (name ?? "").replaceAll("\\", "/");
    if (path.startsWith(".tickmark") || path.endsWith(".part") || path.endsWith("~") || path.includes("/.")) return;
    const isText = /^releases(\/|$)/.test(path);
    const isBooks = /^(books|history)(\/|$)/.test(path) || /^[^/]*\.ya?ml$/.test(path);
    if (!isText && !isBooks) return;
    if (isBooks) changed = "books";
    clearTimeout(waiting);
    waiting = setTimeout(say, PAUSE);
  };
  const open = (): FSWatcher => watch(folder, { recursive: true }, hear);
  let watcher = open();
  // A folder that was taken away and put back is another one, of which a watcher that knew the old one hears nothing, and not even that it was put back.
  const say = (): void => {
    try {
      const next = open();
      watcher.close();
      watcher = next;
    } catch {
      // The workspace itself is away.
      waiting = setTimeout(say, AWAY);
      return;
    }
    const what = changed;
    changed = "release";
    tell(what);
  };
  return {
    close: () => {
      clearTimeout(waiting);
      watcher.close();
    },
  };
}
