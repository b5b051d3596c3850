import { ENDED, ENDED_EMPTY, type RecordAutomaton, type Walk, walk } from "./record-automaton.ts";
import {
  ADD,
  type Code,
  constant,
  EQUAL,
  get,
  instancesOf,
  LESS,
  leaveIf,
  load,
  loadByte,
  loop,
  type Memory,
  SHIFT,
  set,
  tee,
} from "./wasm-code.ts";

/** Walks over pieces of a file, which are read into `bytes`. */
export interface Walker {
  readonly bytes: Uint8Array;
  /** Over the first bytes, so many of them; the last of a piece is a line feed, but for what stands behind the last one of the file. */
  readonly over: (length: number, state: number) => Walk;
}

/** One step after the other, in pieces of so many bytes. */
export function oneWalk({ table }: RecordAutomaton, size: number): Walker {
  const bytes = new Uint8Array(size);
  return { bytes, over: (length, state) => walk(table, bytes, 0, length, state) };
}

/**
 * The same in a quarter of the time. A processor waits for each step of a walk before it can take the next; of four walks over four parts of a piece it takes
 * a step each meanwhile. Each part begins behind a line feed, as if a record ended there: where none did, the piece is walked over once more from its front.
 */
export function fourWalks(automaton: RecordAutomaton, size: number): Walker {
  const { table } = automaton;
  const instance = walksInstance(table.byteLength + size);
  if (instance === undefined) return oneWalk(automaton, size);
  const { memory, steps } = instance as FourSteps;
  new Uint32Array(memory.buffer).set(table);
  const front = table.byteLength;
  const bytes = new Uint8Array(memory.buffer, front, size);
  const over = (length: number, state: number): Walk => {
    const cuts = [0, ...[1, 2, 3].map((part) => bytes.lastIndexOf(LF, (length * part) >>> 2) + 1), length];
    const common = Math.min(...[0, 1, 2, 3].map((part) => cuts[part + 1]! - cuts[part]!));
    if (common <= 0) return walk(table, bytes, 0, length, state);
    const [a, b, c, d] = cuts.map((cut) => front + cut) as [number, number, number, number];
    const [counted, ...states] = steps(a, b, c, d, a + common, state, ENDED, ENDED, ENDED);
    let records = counted!;
    let last = state;
    for (const [part, reached] of states.entries()) {
      if (part > 0 && last !== ENDED && last !== ENDED_EMPTY) return walk(table, bytes, 0, length, state);
      const rest = walk(table, bytes, cuts[part]! + common, cuts[part + 1]!, reached);
      records += rest.records;
      last = rest.state;
    }
    return { state: last, records };
  };
  return { bytes, over };
}

const LF = 10;

interface FourSteps {
  readonly memory: Memory;
  /** From four addresses on until the first has come to `end`, in these states: the records that have ended, and the four states. */
  readonly steps: (
    a: number,
    b: number,
    c: number,
    d: number,
    end: number,
    ...states: [number, number, number, number]
  ) => readonly number[];
}

const PLACES = [0, 1, 2, 3];
const END = 4;
const STATES = [5, 6, 7, 8];
const RECORDS = 9;

/** state = table[state + 4 * byte at place]; records += state == ENDED; place += 1 */
const step = (place: number, state: number): Code => [
  ...[...get(state), ...get(place), ...loadByte, ...constant(2), SHIFT, ADD, ...load(), ...tee(state)],
  ...[...constant(ENDED), EQUAL, ...get(RECORDS), ADD, ...set(RECORDS)],
  ...[...get(place), ...constant(1), ADD, ...set(place)],
];

const BODY: Code = [
  ...loop(...PLACES.flatMap((place, i) => step(place, STATES[i]!)), ...get(0), ...get(END), LESS, ...leaveIf(0)),
  ...[RECORDS, ...STATES].flatMap(get),
];

const walksInstance = instancesOf({ name: "steps", parameters: 9, results: 5, narrow: 1, wide: 0, body: BODY });
