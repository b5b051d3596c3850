import { shown } from "../text/place.ts";

/** Joiners bind letters and emoji together, so that they are kept; alone they print nothing. */
const JOINERS = /([\u200c\u200d])/;
/** What no Unicode text may hold: halves of a surrogate pair that stand alone, and code points that are no characters. */
const NO_CHARACTER = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text of the workspace fit to be published: white space is a space, whatever commands a terminal or turns the direction of what follows is made visible
 * ("\u202e" as the six characters that name it), and what is no character is the replacement character.
 */
export const legible = (text: string): string =>
  text
    .replace(/[\t\n\r\f\v\u0085\u2028\u2029]+/g, " ")
    .split(JOINERS)
    .map((piece) => (JOINERS.test(piece) ? piece : shown(piece)))
    .join("")
    .replace(NO_CHARACTER, "\ufffd");
