import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { CsvHead } from "./csv-head.ts";
import { fourWalks, oneWalk, type Walker } from "./four-walks.ts";
import { ENDED, ENDED_EMPTY, REFUSED, type RecordAutomaton, recordAutomaton, walk } from "./record-automaton.ts";
import { isSame, type Stamp, stampOf } from "./stamp.ts";

/** So much that a core keeps it at hand while it is read and walked over. */
export const AT_ONCE: number = 1 << 20;
/** From these bytes on it pays to take four walks at a time. */
const LARGE = 1 << 16;
const LF = 10;
const CR = 13;

/**
 * How many records of a CSV file hold something, the line of column names among them: a line break within quotes parts none. Undefined where the file is not plain,
 * which is UTF-8 of which every record is one that the automaton of its columns takes. `take` is handed what is plain, in pieces of AT_ONCE bytes at most that end with a
 * record; undefined in the place of a piece that does not.
 */
export async function recordsIn(
  path: string,
  columns: CsvHead["columns"],
  take: (records: Uint8Array | undefined) => void = () => {},
): Promise<number | undefined> {
  const automaton = recordAutomaton(columns);
  if (automaton === undefined) return undefined;
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return await walkedOver(file, automaton, walkerOf(automaton, size), take);
  } finally {
    await file.close();
  }
}

/** The hash of a file's bytes, which takes a reading of them all, and is made when somebody asks for it; undefined where they have another stamp by then. */
export interface LazyHash {
  readonly known: () => string | undefined;
  readonly made: () => Promise<string | undefined>;
}

export function lazyHash(path: string, stamp: Stamp, before: string | null): LazyHash {
  let known = before ?? undefined;
  let making: Promise<string | undefined> | undefined;
  const make = async (): Promise<string | undefined> => {
    if (known !== undefined) return known;
    const sha256 = await sha256Of(path);
    if (isSame(await stampOf(path), stamp)) known = sha256;
    return known;
  };
  return {
    known: () => known,
    made: () => {
      making ??= make();
      return making;
    },
  };
}

export async function sha256Of(path: string): Promise<string> {
  const file = await open(path);
  const hash = createHash("sha256");
  const bytes = new Uint8Array(AT_ONCE);
  try {
    for (;;) {
      const { bytesRead } = await file.read(bytes, 0, AT_ONCE);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(bytes.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

const walkerOf = (automaton: RecordAutomaton, size: number): Walker =>
  size < LARGE ? oneWalk(automaton, LARGE) : fourWalks(automaton, AT_ONCE);

async function walkedOver(
  file: FileHandle,
  automaton: RecordAutomaton,
  { bytes, over }: Walker,
  take: (records: Uint8Array | undefined) => void,
): Promise<number | undefined> {
  let state = automaton.start;
  let records = 0;
  let isFirst = true;
  // What stands behind the last line feed of a piece is moved to its front, and looked at with the next.
  for (let kept = 0; state !== REFUSED; isFirst = false) {
    const { bytesRead } = await file.read(bytes, kept, bytes.length - kept);
    const isMarked = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    if (isMarked) bytes.copyWithin(0, 3, bytesRead);
    const to = kept + bytesRead - (isMarked ? 3 : 0);
    const isLast = bytesRead === 0;
    const whole = isLast || to === 0 ? to : bytes.lastIndexOf(LF, to - 1) + 1;
    // No line of a journal is as long as a piece; and a line feed is part of no longer sequence of UTF-8, so that pieces may be looked at one by one.
    if ((whole === 0 && to === bytes.length) || !isUtf8(bytes.subarray(0, whole))) return undefined;
    const walked = over(whole, state);
    state = walked.state;
    records += walked.records;
    if (isLast) {
      if (to > 0 && bytes[to - 1] === CR) return undefined;
      const all = recordsAtEnd(automaton, state, records);
      bytes[to] = LF;
      if (all !== undefined && to > 0) take(bytes.subarray(0, to + 1));
      return all;
    }
    if (whole > 0 && state !== REFUSED) take(isEnded(state) ? bytes.subarray(0, whole) : undefined);
    bytes.copyWithin(0, whole, to);
    kept = to - whole;
  }
  return undefined;
}

const isEnded = (state: number): boolean => state === ENDED || state === ENDED_EMPTY;

/** The last line of a file may lack its end. */
function recordsAtEnd({ table }: RecordAutomaton, state: number, records: number): number | undefined {
  if (isEnded(state)) return records;
  return walk(table, Uint8Array.of(LF), 0, 1, state).state === ENDED ? records + 1 : undefined;
}
