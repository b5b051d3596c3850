import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../bin/tickmark.js", import.meta.url));

export interface Run {
  /** The exit status; null where a signal ended it, as when it took too long. */
  readonly status: number | null;
  /** The lines it printed, as bytes: a line may be longer than a string can be. */
  readonly lines: readonly Uint8Array[];
  readonly err: string;
}

export interface Limits {
  /** Of the heap, in MB. */
  readonly memory: number;
  readonly seconds: number;
}

/** Runs the built `tickmark check --json` on documents, by their names, in a process of its own with limits on what it may use. */
export async function checkInProcess(documents: ReadonlyMap<string, Uint8Array>, limits: Limits): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-hostile-"));
  try {
    for (const [name, bytes] of documents) writeFileSync(join(folder, name), bytes);
    const out = openSync(join(folder, "out"), "w");
    const err = openSync(join(folder, "err"), "w");
    const args = [`--max-old-space-size=${limits.memory}`, PROGRAM, "check", "--json", ...documents.keys()];
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: ["ignore", out, err],
      timeout: limits.seconds * 1000,
      killSignal: "SIGKILL",
    });
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    closeSync(out);
    closeSync(err);
    return {
      status,
      lines: linesOf(readFileSync(join(folder, "out"))),
      err: readFileSync(join(folder, "err"), "utf8"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    lines.push(bytes.subarray(from, end < 0 ? bytes.length : end));
    from = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}
