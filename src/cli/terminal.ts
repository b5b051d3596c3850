import { styleText } from "node:util";
import { shown } from "../text/place.ts";
import type { Style, TextOptions } from "../text/told.ts";
import type { Checked } from "../tieout/report/checked.ts";
import { textOf } from "../tieout/report/text.ts";
import { sinceText } from "../tieout/since/since-text.ts";
import type { Sink } from "./sink.ts";

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

/** How text may look: plain data, so that it can be handed to a worker. */
export interface Look {
  /** How many columns the terminal has; undefined where it is none. */
  readonly columns: number | undefined;
  readonly colour: boolean;
}

export const lookOf = ({ columns, hasColour }: Sink): Look => ({ columns, colour: hasColour });

/** The answer about one document, as wide as its terminal, in colour where it has any. */
export function answerIn(look: Look, checked: Checked): string {
  const options = textOptions(look);
  const changes = checked.kind === "checked" ? checked.since : undefined;
  return `${textOf(checked, options)}${changes === undefined ? "" : `\n${sinceText(changes, options)}`}`;
}

export function textOptions({ columns, colour }: Look): TextOptions {
  return {
    ...(columns === undefined ? {} : { columns: Math.min(columns, WIDEST) }),
    // The sink has been asked whether it has colours; styleText asks standard output, which may be another stream.
    ...(colour ? { paint: (style, text) => styleText(FORMATS[style], text, { validateStream: false }) } : {}),
  };
}

/** What the documents of one command came to. */
export interface Tally {
  readonly documents: number;
  readonly withErrors: number;
  readonly refused: number;
}

export const tallyText = ({ documents, withErrors, refused }: Tally): string =>
  `\n${documents} documents: ${withErrors} with errors, ${refused} refused, ${documents - withErrors - refused} without errors.\n`;

/** The trace of a mistake of ours, line by line, since whoever mends it needs all of it. */
export const bugText = (trace: string): string =>
  `tickmark: error: this is a bug of Tickmark's own: ${trace.split("\n").map(shown).join("\n")}\n`;

/** A complaint about the command line or the machine, in the house's words. */
export const complaint = (message: string): string => `tickmark: error: ${shown(message)}\n`;
