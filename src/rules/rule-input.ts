import type { Reading } from "../tieout/reading.ts";

/** What the tie-out's readers give of a document. */
export type RuleInput = Omit<Reading, "groups">;
