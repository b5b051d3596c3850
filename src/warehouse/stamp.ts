import { stat } from "node:fs/promises";

/** By which a file is taken for the one it was, without reading it. */
export interface Stamp {
  readonly size: string;
  readonly modified: string;
  readonly changed: string;
  readonly inode: string;
}

export interface Hashed extends Stamp {
  readonly sha256: string;
}

export async function stampOf(path: string): Promise<Stamp> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
  return { size: `${size}`, modified: `${mtimeNs}`, changed: `${ctimeNs}`, inode: `${ino}` };
}

export const isSame = (a: Stamp, b: Stamp): boolean =>
  a.size === b.size && a.modified === b.modified && a.changed === b.changed && a.inode === b.inode;
