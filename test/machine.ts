import { resolve } from "node:path";
import { answerFor } from "../src/cli/answer.ts";
import type { Effects } from "../src/cli/effects.ts";
import { main } from "../src/cli/main.ts";
import { proverHere } from "../src/cli/prover.ts";
import type { Sink } from "../src/cli/sink.ts";

/** What a command left behind. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** How often each file was read. */
  readonly reads: ReadonlyMap<string, number>;
}

export type MemoryFiles = Readonly<Record<string, string | Uint8Array>>;

/** A stream that keeps what is written to it. */
export function keptSink(keep: (text: string) => boolean, isTerminal = false): Sink {
  return {
    write: async (text) => keep(text),
    isTerminal,
    hasColour: isTerminal,
    columns: isTerminal ? 80 : undefined,
  };
}

/** A machine that has these files in memory, "-" being standard input, and no others. What it has besides can be replaced. */
export function memoryEffects(files: MemoryFiles, other: (effects: () => Effects) => Partial<Effects>): Effects {
  const bytesOf = (file: string | Uint8Array): Uint8Array =>
    typeof file === "string" ? new TextEncoder().encode(file) : file;
  const effects: Effects = {
    files: {
      read: async (path) => {
        const file = files[path];
        if (file === undefined) throw Object.assign(new Error("ENOENT: no such file"), { code: "ENOENT" });
        if (path === "locked.txt") throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
        return bytesOf(file);
      },
      head: async (path, most) => (await effects.files.read(path)).subarray(0, most),
      readInput: async () => bytesOf(files["-"] ?? ""),
      isFolder: async (path) => Object.keys(files).some((name) => name.startsWith(`${path}/`)),
      real: async (path) => resolve(path),
      identity: async (path) => (files[path] === undefined ? undefined : resolve(path)),
      below: async (folder) => Object.keys(files).filter((name) => name.startsWith(`${folder}/`)),
    },
    out: keptSink(() => true),
    err: keptSink(() => true),
    digest: () => "00",
    cores: 2,
    startWorker: (asked) => {
      const own = structuredClone(asked);
      return { answer: async (path) => structuredClone(await answerFor(path, own, effects)), end: () => {} };
    },
    startProver: () => proverHere,
    write: () => Promise.reject(new Error("this machine has no disk")),
    replace: () => Promise.reject(new Error("this machine has no disk")),
    interrupted: () => Promise.resolve(),
    viewerClient: async () => ({ script: "", style: "" }),
    library: () => Promise.reject(new Error("this machine has no books")),
    closing: () => Promise.reject(new Error("this machine has no books")),
    ...other(() => effects),
  };
  return effects;
}

/** Carries out a command line over files in memory. */
export async function run(args: readonly string[], files: MemoryFiles): Promise<Run> {
  const written = { out: "", err: "" };
  const reads = new Map<string, number>();
  const sink = (name: "out" | "err"): Sink =>
    keptSink((text) => {
      written[name] += text;
      return true;
    });
  const plain = memoryEffects(files, () => ({ out: sink("out"), err: sink("err") }));
  const read = (path: string): Promise<Uint8Array> => {
    reads.set(path, (reads.get(path) ?? 0) + 1);
    return plain.files.read(path);
  };
  const effects = { ...plain, files: { ...plain.files, read } };
  return { status: await main(args, effects), ...written, reads };
}
