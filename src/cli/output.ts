import type { Checked } from "../tieout/report/checked.ts";
import { write } from "../tieout/report/write.ts";
import { answerIn, type Look, type Tally, tallyText } from "./terminal.ts";

/** The forms an answer can be printed in. */
export type Output = "text" | "json";

/** How the answers of one command are put together: what stands before, between and behind them. */
export interface Binding {
  readonly head: string;
  /** Between two answers, neither of them empty. */
  readonly between: string;
  readonly tail: (tally: Tally) => string;
}

/** The answer about one document in the form that was asked for. */
export function saidIn(output: Output, checked: Checked, look: Look): string {
  if (output === "json") return `${JSON.stringify(write(checked))}\n`;
  return answerIn(look, checked);
}

const BINDINGS: Readonly<Record<Output, Binding>> = {
  text: { head: "", between: "\n", tail: (tally) => (tally.documents > 1 ? tallyText(tally) : "") },
  json: { head: "", between: "", tail: () => "" },
};

export const bindingOf = (output: Output): Binding => BINDINGS[output];
