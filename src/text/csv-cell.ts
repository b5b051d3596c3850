import { shown } from "./place.ts";

/**
 * What a spreadsheet may take for the start of a formula; the wide forms are such a start in some of its languages. A dash alone,
 * as tables print it for zero, is none.
 */
const FORMULA = /^(?:[=+@\t\r\n\uff1d\uff0b\uff0d\uff20]|-(?!-*$))/;

/**
 * Words as one cell of a CSV file that people open in a spreadsheet: an apostrophe before what it would run as a formula, control
 * characters made visible, quoted where RFC 4180 asks for it.
 */
export function csvCell(words: string): string {
  const safe = shown(FORMULA.test(words) ? `'${words}` : words);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
