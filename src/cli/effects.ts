import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type * as Closing from "../node/close-books.ts";
import { viewerClient } from "../node/viewer-client.ts";
import type * as Library from "../node.ts";
import type { ViewerClient } from "../viewer/evidence-page.ts";
import type { Asked } from "./asked.ts";
import type { Worker } from "./crew.ts";
import { brief, thrifty } from "./heap.ts";
import { type Prover, proverBeside, proverHere } from "./prover.ts";
import { replaceFile } from "./replace-file.ts";
import { type Sink, sinkOf } from "./sink.ts";
import { startThread } from "./thread.ts";

/** All that a command does to the world outside. Tests hand in their own. */
export interface Effects {
  readonly files: Files;
  readonly out: Sink;
  readonly err: Sink;
  /** The SHA-256 of the bytes in lower-case hexadecimal. */
  readonly digest: (bytes: Uint8Array) => string;
  /** How many documents the machine can check at once. */
  readonly cores: number;
  readonly startWorker: (asked: Asked) => Worker;
  /** What reads the outputs of a release back; with `isFree` this thread has time for something else meanwhile. */
  readonly startProver: (isFree: boolean) => Prover;
  /** Writes a file that is not there yet, with the folders above it; rejects where it is, or cannot be written. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Writes a file in one step, whether or not it is there: whoever reads it sees the old one or the new one. Makes the folders above it. */
  readonly replace: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Resolves when the user asks the command to stop. */
  readonly interrupted: () => Promise<void>;
  /** The client of a page of evidence, as `npm run build` has bundled it. */
  readonly viewerClient: () => Promise<ViewerClient>;
  /** What the library does with workspaces. A check has no use for it, so that it is loaded when a command of the books asks for it. */
  readonly library: () => Promise<typeof Library>;
  /** What closes books, which is a small part of the library. */
  readonly closing: () => Promise<typeof Closing>;
}

export interface Files {
  /** Rejects where the file cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** The first bytes of a file, so many at most; rejects where the file cannot be read. */
  readonly head: (path: string, most: number) => Promise<Uint8Array>;
  /** All of standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Whether the path leads to a folder; false too where it leads nowhere. */
  readonly isFolder: (path: string) => Promise<boolean>;
  /** Where the path leads to, through every link of as much of it as is there; a path from the root. */
  readonly real: (path: string) => Promise<string>;
  /** The same text for every path to one file or folder; undefined where the path leads nowhere. */
  readonly identity: (path: string) => Promise<string | undefined>;
  /** The paths of the files anywhere below the folder, each with the folder's own path before it, in any order. */
  readonly below: (folder: string) => Promise<readonly string[]>;
}

/** The effects of the process itself. */
export const processEffects = (): Effects => ({
  files,
  out: sinkOf(process.stdout),
  err: sinkOf(process.stderr),
  digest,
  cores: availableParallelism(),
  startWorker: (asked) => startThread(asked),
  startProver,
  write,
  replace,
  interrupted: () => new Promise((resolve) => process.once("SIGINT", () => resolve())),
  viewerClient,
  library: () => {
    brief();
    return import("../node.ts");
  },
  closing: () => {
    brief();
    return import("../node/close-books.ts");
  },
});

/** One core would only be shared; and run from its sources, the program has no script that a thread could load. */
function startProver(isFree: boolean): Prover {
  if (availableParallelism() < 2 || import.meta.url.endsWith(".ts")) return proverHere;
  return proverBeside(isFree);
}

export const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function readInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return thrifty(Buffer.concat(parts));
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};

async function real(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    const above = dirname(whole);
    return above === whole ? whole : join(await real(above), basename(whole));
  }
}

const identity = async (path: string): Promise<string | undefined> => {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
};

const read = async (path: string): Promise<Uint8Array> => thrifty(await readFile(path));

async function head(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(most), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes, { flag: "wx" });
}

export const files: Files = { read, head, readInput, isFolder, real, identity, below };

/** Links to folders are not followed, so that no circle of links can keep us. */
async function below(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path)))) found.push(path);
    }
  }
  return found;
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, bytes);
}
