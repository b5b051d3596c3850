import { open, readFile, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DeskFiles } from "../studio/effects.ts";
import { isMissing } from "../text/thrown.ts";
import { modeOf, replaceFile, targetOf } from "./replace-file.ts";

/** Who may read what is kept beside a document that is gone. */
const NOBODY_ELSE = 0o600;

/** The disk, as the studio uses it. */
export const deskFiles: DeskFiles = {
  read,
  stamp: async (path) => {
    try {
      const { mtimeMs, size, ino } = await stat(path);
      return `${mtimeMs} ${size} ${ino}`;
    } catch {
      return "";
    }
  },
  replace: (path, text, was, like) =>
    whileItIs(path, was, async () => replaceFile(path, text, (await modeOf(like)) ?? NOBODY_ELSE)),
  append: (path, text, was, like) =>
    whileItIs(path, was, async () => {
      const file = await open(path, "a", (await modeOf(like)) ?? NOBODY_ELSE);
      try {
        await file.appendFile(text);
        await file.datasync();
      } catch (error) {
        // Half a line would break the chain for good.
        await file.truncate(Buffer.byteLength(was)).catch(() => undefined);
        throw error;
      } finally {
        await file.close();
      }
    }),
  beside: (path, name) => join(dirname(path), name),
};

async function read(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Writes only upon what was looked at; false where the file is another by now. No other studio writes in between. */
async function whileItIs(path: string, was: string, write: () => Promise<void>): Promise<boolean> {
  const unlock = await locked(path);
  try {
    const now = (await read(path)) ?? new Uint8Array();
    if (!Buffer.from(was).equals(now)) return false;
    await write();
    return true;
  } finally {
    await unlock();
  }
}

/** A lock is held for as long as a file takes to be written. */
const TRIES = 40;
const BETWEEN = 50;

/** A file that only one studio can make says that it is writing. */
async function locked(path: string): Promise<() => Promise<void>> {
  const lock = `${await targetOf(path)}.lock`;
  for (let n = 1; ; n++)
    try {
      await (await open(lock, "wx")).close();
      return () => unlink(lock);
    } catch (error) {
      const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
      if (!isThere) throw error;
      if (n === TRIES)
        throw Object.assign(
          new Error(`${lock} says that another studio is writing; where none is, take that file away and try again`),
          { syscall: "open" },
        );
      await new Promise((ready) => setTimeout(ready, BETWEEN));
    }
}
