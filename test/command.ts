import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../bin/tickmark.js", import.meta.url));

export interface Run {
  /** The exit status; null where a signal ended it, as when it took too long. */
  readonly status: number | null;
  /** What it printed; cut to its first and last million characters where it is longer. */
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
}

export interface Limits {
  /** Of the heap, in MB. */
  readonly memory: number;
  readonly seconds: number;
}

/** Runs the built command `tickmark check` on a document in a process of its own, with limits on what it may use. */
export function checkInProcess(bytes: Uint8Array, name: string, args: readonly string[], limits: Limits): Run {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-hostile-"));
  try {
    writeFileSync(join(folder, name), bytes);
    const out = openSync(join(folder, "out"), "w");
    const err = openSync(join(folder, "err"), "w");
    const begin = performance.now();
    const { status } = spawnSync(
      process.execPath,
      [`--max-old-space-size=${limits.memory}`, PROGRAM, "check", ...args, name],
      { cwd: folder, stdio: ["ignore", out, err], timeout: limits.seconds * 1000, killSignal: "SIGKILL" },
    );
    const seconds = (performance.now() - begin) / 1000;
    closeSync(out);
    closeSync(err);
    return { status, out: ends(join(folder, "out")), err: ends(join(folder, "err")), seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SHOWN = 1_000_000;

function ends(path: string): string {
  const { size } = statSync(path);
  if (size > 400_000_000) return `(${size} bytes)`;
  const text = readFileSync(path, "utf8");
  return text.length <= 100 * SHOWN ? text : `${text.slice(0, SHOWN)}\n...\n${text.slice(-SHOWN)}`;
}
