import { setFlagsFromString } from "node:v8";

/** From so many bytes on, a document's figures can take more memory than a small machine has to spare. */
const LARGE = 2_000_000;

/**
 * Hands on the bytes of a document, and has the process keep a tight heap from here on where they are many. With memory to spare
 * V8 lets a heap grow to four times what lives in it before it looks for garbage, and it puts records of kinds that have lived
 * long among the old ones at once, where those that die young are garbage until then. Small documents never get so far, and
 * would only be collected more often.
 */
export function thrifty<T extends Uint8Array>(bytes: T): T {
  if (bytes.length >= LARGE)
    for (const flag of ["--heap-growing-percent=30", "--no-allocation-site-pretenuring"]) setFlagsFromString(flag);
  return bytes;
}

/**
 * Has the process compile its hottest functions only after some four times as much work as V8 would wait for, and with less of others copied into them. Books are
 * closed and a release is built before code made so carefully has paid for its making, which takes the core that the collecting of garbage and the proofs could have.
 */
export function brief(): void {
  for (const flag of ["--interrupt-budget=300000", "--max-inlined-bytecode-size-cumulative=400"])
    setFlagsFromString(flag);
}
