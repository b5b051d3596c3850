import { checkRelease } from "../tieout/check.ts";
import type { Mark } from "../tieout/marks/mark.ts";
import type { Report } from "../tieout/report/report.ts";

/** An output to be read back, and what people have decided about the figures of its release: values that can be handed to another thread. */
export interface ReadBack {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** What a stranger makes of an output, who has nothing but its bytes. */
export const reportOf = ({ name, text, marks }: ReadBack): Report =>
  checkRelease(new TextEncoder().encode(text), { name, marks });
