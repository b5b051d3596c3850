import { mkdir, mkdtemp, readdir, realpath, rm, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** The one folder that the warehouse writes below. */
export const WAREHOUSE = ".tickmark/warehouse";

/** A folder of this run alone, below `.tickmark/warehouse/`. */
export interface Scratch {
  /** `.tickmark/warehouse/` itself: what is kept from run to run. */
  readonly kept: string;
  readonly own: string;
  /** When the run's folder was made, by the clock of the file system, in nanoseconds. */
  readonly madeNs: bigint;
}

const OWN = "run-";
const DAY_NS = 86_400_000_000_000n;

/** Makes the folder; undefined where the workspace cannot be written, or `.tickmark` is a link that leads out of it. */
export async function makeScratch(root: string): Promise<Scratch | undefined> {
  try {
    const kept = join(root, WAREHOUSE);
    await mkdir(kept, { recursive: true });
    if (
      relative(root, await realpath(kept))
        .split(sep)
        .join("/") !== WAREHOUSE
    )
      return undefined;
    const own = await mkdtemp(join(kept, OWN));
    const { ctimeNs: madeNs } = await stat(own, { bigint: true });
    await clearLeftovers(kept, madeNs);
    return { kept, own, madeNs };
  } catch {
    // Books may be looked at where they may not be changed; then nothing is remembered.
    return undefined;
  }
}

export const removeScratch = ({ own }: Scratch): Promise<void> => rm(own, { recursive: true, force: true });

/** Folders of runs that were ended before their end; one that is a day old belongs to no run any more. */
async function clearLeftovers(kept: string, nowNs: bigint): Promise<void> {
  for (const name of await readdir(kept)) {
    if (!name.startsWith(OWN)) continue;
    const { mtimeNs } = await stat(join(kept, name), { bigint: true });
    if (mtimeNs + DAY_NS < nowNs) await rm(join(kept, name), { recursive: true, force: true });
  }
}
