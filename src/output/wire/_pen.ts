import { DASH } from "../../measures/round-for-print.ts";
import { MINUS } from "../../release/print.ts";
import type { BoundFigure, Inline } from "../../release/release.ts";
import { legible } from "../legible.ts";
import { webAddress } from "../web-address.ts";
import { asciiOf } from "./_ascii.ts";
import { type Ink, ink, joined } from "./_ink.ts";

/** How text is written on the wire. */
export interface Pen {
  /** Columns of a line. */
  readonly width: number;
  /** Text of the workspace as it may stand on the wire: the minus is a hyphen, no-break spaces are spaces. */
  readonly written: (text: string) => string;
}

export function penOf(width: number, isAscii: boolean): Pen {
  const plain = (text: string): string =>
    legible(text)
      .replaceAll(MINUS, "-")
      .replace(/[\u00a0\u2007\u202f]/g, " ");
  return { width, written: isAscii ? (text) => asciiOf(plain(text)) : plain };
}

/** A figure's print up to `end`, with the place of its digits, or of all of it where it has none. */
export function figureInk(pen: Pen, figure: BoundFigure, end: number = figure.text.length): Ink {
  const { text } = figure;
  const hasDigits = figure.to > figure.from;
  const [a, b] = hasDigits ? [figure.from, figure.to] : [saidBefore(text), text.length];
  const before = pen.written(text.slice(0, a));
  // A dash in ASCII is one hyphen where it is a figure, two where it parts a sentence.
  const middle = text === DASH ? dashOf(pen) : pen.written(text.slice(a, b));
  const to = before.length + middle.length;
  const places = middle === "" ? [] : [{ mark: { id: figure.id }, from: before.length, to }];
  return { text: before + middle + pen.written(text.slice(b, Math.max(b, end))), places };
}

const dashOf = (pen: Pen): string => (pen.written(DASH) === DASH ? DASH : "-");
const saidBefore = (text: string): number => /^(?:approximately )?(?:minus )?/.exec(text)?.[0].length ?? 0;

export const contentInk = (pen: Pen, content: readonly Inline[]): Ink =>
  joined(content.map((inline) => inlineInk(pen, inline)));

function inlineInk(pen: Pen, inline: Inline): Ink {
  switch (inline.kind) {
    case "figure":
      return figureInk(pen, inline.figure);
    case "break":
      return ink(" ");
    case "link":
      return ink(pen.written(linkText(inline.text, webAddress(inline.url))));
    case "text":
    case "literal":
      return ink(pen.written(inline.text));
  }
}

/** A link's words with its address behind them, unless they are the address. */
function linkText(text: string, address: string | undefined): string {
  if (address === undefined || text === address || address.replace(/^(?:https?:\/\/|mailto:)/i, "") === text)
    return text;
  return text.trim() === "" ? address : `${text} (${address})`;
}
