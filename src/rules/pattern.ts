/** No pattern that is asked here finds anything in a text that is no longer than this. */
const SHORT = 2;
export const isShort = (text: string): boolean => text.length <= SHORT;

/**
 * Whether a text has what a pattern looks for; nothing so short is asked. V8 makes a pattern ready anew for texts of letters that take one byte
 * each and for texts among whose letters some take two, which those of nearly every release are: dashes and apostrophes do. What is empty, as
 * all is that stands before the first word, or a letter or two long is always of the other kind, and making a long pattern ready for
 * it alone takes longer than all that the pattern is asked besides.
 */
export const says = (pattern: RegExp, text: string): boolean => !isShort(text) && pattern.test(text);

/** The same, and where. */
export const find = (pattern: RegExp, text: string): RegExpExecArray | null =>
  isShort(text) ? null : pattern.exec(text);

/** The same, wherever it is: of a pattern that looks for all. */
export const findAll = (pattern: RegExp, text: string): readonly RegExpExecArray[] =>
  isShort(text) ? [] : [...text.matchAll(pattern)];
