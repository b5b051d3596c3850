/** The states of an automaton over bytes while it is made: for each a row of the states that the 256 bytes lead to, by their numbers. */
export type States = Uint32Array[];

export const BYTES = 256;

/** A state that nothing leads to or out of: all its bytes lead to state 0. */
export const addState = (states: States): number => states.push(new Uint32Array(BYTES)) - 1;

export function lead(states: States, from: readonly number[], bytes: readonly number[], to: number): void {
  for (const state of from) for (const byte of bytes) states[state]![byte] = to;
}

/** A new state behind these, by these bytes. */
export function next(states: States, from: readonly number[], bytes: readonly number[]): number {
  const state = addState(states);
  lead(states, from, bytes, state);
  return state;
}

export const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
