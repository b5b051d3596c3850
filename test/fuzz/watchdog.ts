import { Worker } from "node:worker_threads";

/** No check of a small page takes minutes; one that does will never end. */
const PATIENCE_MS = 120_000;

const WATCH = `
const { workerData: { shared, about, patience } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const at = new Int32Array(shared);
let seen = at[0], since = Date.now();
setInterval(() => {
  if (at[0] !== seen) { seen = at[0]; since = Date.now(); }
  else if (Date.now() - since > patience) {
    writeSync(2, about + " TICKMARK_FUZZ_CASE=" + seen + " does not end\\n");
    process.kill(process.pid, "SIGKILL");
  }
}, 1000);`;

/** A hang cannot be caught from inside: a thread beside this one says which case it is, and ends the process. */
export function watchdog(about: string): { readonly at: (nth: number) => void; readonly close: () => void } {
  const shared = new SharedArrayBuffer(4);
  const now = new Int32Array(shared);
  now[0] = -1;
  const worker = new Worker(WATCH, { eval: true, workerData: { shared, about, patience: PATIENCE_MS } });
  worker.unref();
  return {
    at: (nth) => {
      now[0] = nth;
    },
    close: () => void worker.terminate(),
  };
}
