import { isDigit } from "./text-line.ts";

/** How people are reached takes one short line; a longer one is a row of a table, or prose. */
const LONGEST = 120;

/** Area code, exchange and line as in "(978) 715 - 1567" or "978.715.1567": the gap before the line has a hyphen or a point. */
const PHONE = /(?:\(\d{3}\) ?|\d{3} ?[-.\u2013\u2011/] ?)\d{3} ?[-.\u2013\u2011] ?\d{4}(?![\d,.])/y;

/**
 * Whether a line prints a telephone number or an e-mail address. Its digits stand in groups as the values of a row do, but
 * it is no row: blocks of such lines, one person below the other, are as even as the columns of a table.
 */
export function isContact(text: string): boolean {
  if (text.length > LONGEST) return false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 64 && isAddress(text, i)) return true;
    if (c !== 40 && (!isDigit(c) || (i > 0 && isInNumber(text.charCodeAt(i - 1))))) continue;
    PHONE.lastIndex = i;
    if (PHONE.test(text)) return true;
  }
  return false;
}

const isInNumber = (code: number): boolean => isDigit(code) || code === 44 || code === 46 || code === 36;

/** Letters or digits on both sides of the sign: "2 @ $15" is a price. */
const isAddress = (text: string, at: number): boolean =>
  at > 0 && /[\w.+-]/.test(text.charAt(at - 1)) && /[A-Za-z]/.test(text.charAt(at + 1));
