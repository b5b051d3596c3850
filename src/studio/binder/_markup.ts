import { shown } from "../../text/place.ts";
import { escapeText } from "../../viewer/safe-markup.ts";

/** Markup that is finished: only what is escaped, or written by us, becomes it. */
export interface Markup {
  readonly markup: string;
}

type Piece = Markup | string | number | readonly Markup[];

/** Text as it may stand between tags and in a quoted attribute. */
const escaped = (text: string): string => escapeText(shown(text));

const pieceOf = (piece: Piece): string =>
  typeof piece === "string"
    ? escaped(piece)
    : typeof piece === "number"
      ? String(piece)
      : "markup" in piece
        ? piece.markup
        : piece.map(({ markup }) => markup).join("");

/** Markup with texts set in, each of them escaped. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({
  markup: parts.map((part, i) => (i === 0 ? part : pieceOf(pieces[i - 1]!) + part)).join(""),
});

export const NOTHING: Markup = { markup: "" };

/** Markup that has been made safe elsewhere. */
export const trusted = (markup: string): Markup => ({ markup });
