import { open, realpath, rename, stat, unlink } from "node:fs/promises";

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

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

async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch (error) {
    if (isMissing(error)) return ANYBODY;
    throw error;
  }
}

/** Writes beside the file and puts it in its place, once it is safe on the disk; a link stays one, and the file keeps who may read it. */
export async function replaceFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const target = await targetOf(path);
  const beside = `${target}.${process.pid}.part`;
  const file = await open(beside, "wx", await modeOf(target));
  try {
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
