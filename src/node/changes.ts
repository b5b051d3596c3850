import { type FSWatcher, watch } from "node:fs";

/** What of a workspace has changed: its text alone, or its books, which the text stands on. */
export type Changed = "release" | "books";

/** How long is waited for further changes of the same saving, in milliseconds. */
const PAUSE = 20;

/** Tells of changes below a workspace, one telling for what is saved together. The folder that is written to is left out. */
export function watchWorkspace(folder: string, tell: (changed: Changed) => void): { readonly close: () => void } {
  let waiting: NodeJS.Timeout | undefined;
  let changed: Changed = "release";
  const watcher: FSWatcher = watch(folder, { recursive: true }, (_event, name) => {
    const path = (name ?? "").replaceAll("\\", "/");
    if (path.startsWith(".tickmark") || path.endsWith(".part") || path.endsWith("~") || path.includes("/.")) return;
    const isText = path.startsWith("releases/");
    const isBooks = path.startsWith("books/") || path.startsWith("history/") || /^[^/]*\.ya?ml$/.test(path);
    if (!isText && !isBooks) return;
    if (isBooks) changed = "books";
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const what = changed;
      changed = "release";
      tell(what);
    }, PAUSE);
  });
  return {
    close: () => {
      clearTimeout(waiting);
      watcher.close();
    },
  };
}
