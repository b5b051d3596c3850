import type { Catalogue } from "./catalogue.ts";
import type { Engine } from "./engine.ts";
import type { Scratch } from "./scratch.ts";

/** What a file is taken in with. */
export interface Taking {
  readonly engine: Engine;
  /** The stage of a line, as an expression. */
  readonly stage: string;
  /** The days on which, or behind which, a stage turns; undefined where the engine has so many cores that it alone is quicker than lines are added up before it. */
  readonly turns: readonly string[] | undefined;
  /** Whether answers are wanted that are made of lines, and not of their sums alone. */
  readonly withLines: boolean;
  /** Asked for only where something is to be written. */
  readonly scratch: () => Promise<Scratch | undefined>;
  /** What earlier runs have read, and where; undefined where nothing is remembered, since all of it fits into memory. */
  readonly remembered: { readonly catalogue: Catalogue; readonly scratch: Scratch } | undefined;
}
