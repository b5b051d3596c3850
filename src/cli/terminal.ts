import { styleText } from "node:util";
import { shown } from "../text/place.ts";
import type { Checked } from "../tieout/report/checked.ts";
import { type Style, type TextOptions, textOf } from "../tieout/report/text.ts";
import type { Sink } from "./effects.ts";

type Format = Parameters<typeof styleText>[0];

const FORMATS: Readonly<Record<Style, Format>> = {
  strong: "bold",
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
  note: ["bold", "cyan"],
  quiet: "dim",
};

/** Text is no wider than this, however wide the terminal: longer lines are hard to read. */
const WIDEST = 120;

/** How text looks on the sink: as wide as its terminal, in colour where it has any. */
function lookOf(sink: Sink): TextOptions {
  return {
    ...(sink.columns === undefined ? {} : { columns: Math.min(sink.columns, WIDEST) }),
    // The sink has been asked whether it has colours; styleText asks standard output, which may be another stream.
    ...(sink.hasColour ? { paint: (style, text) => styleText(FORMATS[style], text, { validateStream: false }) } : {}),
  };
}

/** The answer about one document, as the sink can show it. */
export const answerOn = (sink: Sink, checked: Checked): string => textOf(checked, lookOf(sink));

/** What the documents of one command came to. */
export interface Tally {
  readonly documents: number;
  readonly withErrors: number;
  readonly refused: number;
}

export const tallyText = ({ documents, withErrors, refused }: Tally): string =>
  `\n${documents} documents: ${withErrors} with errors, ${refused} refused, ${documents - withErrors - refused} without errors.\n`;

/** A complaint about the command line or the machine, in the house's words. */
export const complaint = (message: string): string => `tickmark: error: ${shown(message)}\n`;
