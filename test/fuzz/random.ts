/** Repeatable chance: the same seed gives the same draws. */
export interface Random {
  /** From 0 up to 1, 1 itself outside. */
  readonly fraction: () => number;
  /** A whole number from 0 up to `limit`, itself outside. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
}

/** Mulberry32; 32 bits are plenty where every case has a seed of its own. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    chance: (probability) => fraction() < probability,
    pick: (from) => from[below(from.length)]!,
  };
}

/** The seed of one case of a run, so that a single case can be run again. */
export const caseSeed = (seed: number, nth: number): number => (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + nth) >>> 0;
