import { draftedMarks } from "../tieout/marks/draft.ts";
import type { Checked } from "../tieout/report/checked.ts";
import { csvHead, csvRows } from "../tieout/report/csv.ts";
import { jsonLine } from "../tieout/report/json.ts";
import { type SarifAside, sarifHead, sarifPart, sarifTail } from "../tieout/report/sarif.ts";
import { answerIn, type Look, type Tally, tallyText } from "./terminal.ts";
import { VERSION } from "./version.ts";

/** The forms an answer can be printed in. */
export type Output = "text" | "json" | "csv" | "sarif" | "marks";

/** The answer about one document in one of the forms: plain data. */
export interface Said {
  /** In pieces, one behind the other: the report of a large document is too long for one. None of them is empty. */
  readonly text: readonly string[];
  /** What can only be printed once all documents are done. */
  readonly aside?: SarifAside;
}

/** The answer about one document in the form that was asked for. */
export function saidIn(output: Output, checked: Checked, look: Look): Said {
  switch (output) {
    case "text":
      return { text: [answerIn(look, checked)] };
    case "json":
      return { text: jsonLine(checked) };
    case "csv":
      return { text: csvRows(checked) };
    case "marks":
      return { text: orNothing(draftedMarks(checked)) };
    case "sarif": {
      const { results, aside } = sarifPart(checked);
      return { text: results, aside };
    }
  }
}

const orNothing = (text: string): readonly string[] => (text === "" ? [] : [text]);

/** How the answers of one command are put together: what stands before, between and behind them. */
export interface Binding {
  readonly head: string;
  /** Between two answers, neither of them empty. */
  readonly between: string;
  readonly tail: (tally: Tally, asides: readonly SarifAside[], status: number) => string;
}

const none = (): string => "";

const BINDINGS: Readonly<Record<Output, Binding>> = {
  text: { head: "", between: "\n", tail: (tally) => (tally.documents > 1 ? tallyText(tally) : "") },
  json: { head: "", between: "", tail: none },
  csv: { head: csvHead, between: "", tail: none },
  marks: { head: "marks:\n", between: "", tail: none },
  sarif: { head: sarifHead(VERSION), between: ",\n", tail: (_tally, asides, status) => sarifTail(asides, status) },
};

export const bindingOf = (output: Output): Binding => BINDINGS[output];
