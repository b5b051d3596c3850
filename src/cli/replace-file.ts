import { randomBytes } from "node:crypto";
import { open, realpath, rename, stat, unlink } from "node:fs/promises";
import { isMissing } from "../text/thrown.ts";

/** The file that a path leads to, through links; the path itself where there is none yet. */
export async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isMissing(error)) return path;
    throw error;
  }
}

/** Who may read and write a file where none was before, before the user's mask. */
const ANYBODY = 0o666;

/** Who may read and write a file; undefined where there is none. */
export async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Writes beside the file and puts it in its place, once it is safe on the disk; a link stays one, and the file keeps who may read it. A new one is of mode `anew`. */
export async function replaceFile(path: string, bytes: Uint8Array | string, anew: number = ANYBODY): Promise<void> {
  const target = await targetOf(path);
  const old = await modeOf(target);
  // By chance, so that one that was left behind is in nobody's way.
  const beside = `${target}.${randomBytes(4).toString("hex")}.part`;
  const file = await open(beside, "wx", old ?? anew);
  try {
    // What the user's mask has taken from it is given back.
    if (old !== undefined) await file.chmod(old);
    await file.writeFile(bytes);
    await file.datasync();
    await file.close();
    await rename(beside, target);
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}
