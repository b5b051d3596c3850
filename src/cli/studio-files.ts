import { open, readFile, realpath, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DeskFiles } from "../studio/effects.ts";

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** The disk, as the studio uses it. */
export const deskFiles: DeskFiles = {
  read: async (path) => {
    try {
      return await readFile(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  stamp: async (path) => {
    try {
      const { mtimeMs, size, ino } = await stat(path);
      return `${mtimeMs} ${size} ${ino}`;
    } catch {
      return "";
    }
  },
  replace,
  append: async (path, text) => {
    const file = await open(path, "a");
    try {
      await file.appendFile(text);
      await file.datasync();
    } finally {
      await file.close();
    }
  },
  beside: (path, name) => join(dirname(path), name),
};

/** Writes beside the file and puts it in its place; a link stays one, and the file keeps who may read it. */
async function replace(path: string, text: string): Promise<void> {
  let target = path;
  let mode = 0o666;
  try {
    target = await realpath(path);
    mode = (await stat(target)).mode & 0o777;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const beside = `${target}.${process.pid}.part`;
  const file = await open(beside, "wx", mode);
  try {
    await file.writeFile(text);
    await file.datasync();
    await file.close();
    await rename(beside, target);
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}
