import type { Sink } from "./sink.ts";

const WIDTH = 24;

/** A bar over many documents. On anything but a terminal, and over a single document, it keeps quiet. */
export interface Progress {
  /** Draws the bar; `done` documents of all are finished, and the named one is at work. Draws nothing where none is. */
  readonly show: (done: number, path: string | undefined) => Promise<void>;
  /** Wipes the bar away, so that an answer can be written where it stood. */
  readonly clear: () => Promise<void>;
}

export function progressOn(sink: Sink, total: number): Progress {
  if (!sink.isTerminal || total < 2) return { show: async () => {}, clear: async () => {} };
  let drawn = false;
  const clear = async (): Promise<void> => {
    if (drawn) await sink.write("\r\u001b[K");
    drawn = false;
  };
  const show = async (done: number, path: string | undefined): Promise<void> => {
    if (path === undefined) return;
    await sink.write(`\r\u001b[K${bar(done, total, path, sink.columns ?? 80)}`);
    drawn = true;
  };
  return { show, clear };
}

/** One line that fits into the columns: "[######..................] 10/40 name". */
export function bar(done: number, total: number, path: string, columns: number): string {
  const full = Math.floor((WIDTH * done) / total);
  const line = `[${"#".repeat(full)}${".".repeat(WIDTH - full)}] ${done}/${total} ${path}`;
  return line.length < columns ? line : `${line.slice(0, Math.max(0, columns - 2))}…`;
}
