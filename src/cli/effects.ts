import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";

/** All that a command does to the world outside. Tests hand in their own. */
export interface Effects {
  readonly files: Files;
  readonly out: Sink;
  readonly err: Sink;
  /** The SHA-256 of the bytes in lower-case hexadecimal. */
  readonly digest: (bytes: Uint8Array) => string;
}

export interface Files {
  /** Rejects where the file cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** All of standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Whether the path leads to a folder; false too where it leads nowhere. */
  readonly isFolder: (path: string) => Promise<boolean>;
  /** The paths of the files anywhere below the folder, each with the folder's own path before it, in any order. */
  readonly below: (folder: string) => Promise<readonly string[]>;
}

/** A stream of text out of the command. */
export interface Sink {
  /** Waits until the stream has room again; false where its reader has gone away, and nothing more need be written. */
  readonly write: (text: string) => Promise<boolean>;
  readonly isTerminal: boolean;
  readonly hasColour: boolean;
  /** How many columns the terminal has; undefined where it is none. */
  readonly columns: number | undefined;
}

/** The effects of the process itself. */
export const processEffects = (): Effects => ({
  files: { read: readFile, readInput, isFolder, below },
  out: sinkOf(process.stdout),
  err: sinkOf(process.stderr),
  digest: (bytes) => createHash("sha256").update(bytes).digest("hex"),
});

async function readInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};

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

/** A stream as a sink. A reader that closes the pipe early ("tickmark check ... | head") is no error; a full disk is one. */
export function sinkOf(stream: Writable & { isTTY?: boolean; columns?: number }): Sink {
  let gone = false;
  // Each write reports its own error below; without a listener the event would end the process.
  stream.on("error", () => {});
  const write = (text: string): Promise<boolean> =>
    new Promise((resolve, reject) => {
      stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
        if (error?.code === "EPIPE") gone = true;
        if (error && !gone) reject(error);
        else resolve(!gone);
      });
    });
  const isTerminal = stream.isTTY === true;
  const { NO_COLOR, TERM } = process.env;
  return {
    write: (text) => (gone ? Promise.resolve(false) : write(text)),
    isTerminal,
    hasColour: isTerminal && (NO_COLOR ?? "") === "" && TERM !== "dumb",
    get columns() {
      // Some terminals say that they have no columns; they mean that they do not know.
      return isTerminal ? stream.columns || undefined : undefined;
    },
  };
}
