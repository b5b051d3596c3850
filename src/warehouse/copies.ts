import { createHash } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { sha256Of } from "./raw-file.ts";
import type { Scratch } from "./scratch.ts";
import type { Source } from "./source.ts";
import { type Hashed, isSame, stampOf } from "./stamp.ts";

/** A copy is found by the path of its file, and believed by what the catalogue says of both. */
export const copyPath = ({ kept }: Scratch, path: string, kind: "lines" | "groups"): string =>
  join(kept, `${createHash("sha256").update(path).digest("hex")}.${kind}.parquet`);

const COPY = /^[0-9a-f]{64}\.(lines|groups)\.parquet$/;

/** Takes away copies of files that are there no more. */
export async function clearCopies(scratch: Scratch, sources: readonly Source[]): Promise<void> {
  const wanted = new Set(
    sources.flatMap(({ file }) => [copyPath(scratch, file.path, "lines"), copyPath(scratch, file.path, "groups")]),
  );
  for (const name of await readdir(scratch.kept))
    if (COPY.test(name) && !wanted.has(join(scratch.kept, name))) await rm(join(scratch.kept, name), { force: true });
}

/** Whether a copy is the one that was made. */
export async function isStill(path: string, made: Hashed): Promise<boolean> {
  try {
    const stamp = await stampOf(path);
    return isSame(stamp, made) || (stamp.size === made.size && (await sha256Of(path)) === made.sha256);
  } catch {
    // It is not there any more.
    return false;
  }
}

export async function hashedCopy(path: string): Promise<Hashed> {
  const stamp = await stampOf(path);
  return { ...stamp, sha256: await sha256Of(path) };
}
