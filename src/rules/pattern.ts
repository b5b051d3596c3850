/** What a text can be asked for. */
export interface Pattern {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
}

/** The text that was made small last: one sentence is asked for many things. */
let asked = "";
let askedSmall = "";

/** A text in small letters, each where it stood: some letters become two when they are made small. */
export function inSmall(text: string): string {
  if (text === asked) return askedSmall;
  const small = text.toLowerCase();
  asked = text;
  askedSmall = small.length === text.length ? small : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return askedSmall;
}

/** A pattern of small letters that is asked of a text in small letters. */
export class AnyCase implements Pattern {
  readonly #small: RegExp;
  constructor(small: RegExp) {
    this.#small = small;
  }
  test(text: string): boolean {
    return this.#small.test(inSmall(text));
  }
  exec(text: string): RegExpExecArray | null {
    const match = this.#small.exec(inSmall(text));
    return match === null ? null : asItStands(match, text);
  }
  all(text: string): readonly RegExpExecArray[] {
    return [...inSmall(text).matchAll(this.#small)].map((match) => asItStands(match, text));
  }
}

/** What was found in small letters in the letters of the text itself: all of it, and of a pattern with the flag "d" what is in brackets as well. */
function asItStands(match: RegExpExecArray, text: string): RegExpExecArray {
  match[0] = text.slice(match.index, match.index + match[0].length);
  match.indices?.forEach((at, i) => {
    if (at !== undefined) match[i] = text.slice(...at);
  });
  return match;
}

/**
 * Tells whether a text has what a pattern of small letters looks for, in capitals or not. With the flag "i" V8 looks up for each letter and each class of
 * letters what else it may be, which makes a pattern ready in more than twice the time; and a short-lived process makes hundreds of them ready.
 */
export const anyCase = (small: RegExp): AnyCase => new AnyCase(small);

/** No pattern that is asked here finds anything in a text that is no longer than this. */
const SHORT = 2;
export const isShort = (text: string): boolean => text.length <= SHORT;

/**
 * Whether a text has what a pattern looks for; nothing so short is asked. V8 makes a pattern ready anew for texts of letters that take one byte
 * each and for texts among whose letters some take two, which those of nearly every release are: dashes and apostrophes do. What is empty, as
 * all is that stands before the first word, or a letter or two long is always of the other kind, and making a long pattern ready for
 * it alone takes longer than all that the pattern is asked besides.
 */
export const says = (pattern: Pattern, text: string): boolean => !isShort(text) && pattern.test(text);

/** The same, and where. */
export const find = (pattern: Pattern, text: string): RegExpExecArray | null =>
  isShort(text) ? null : pattern.exec(text);

/** The same, wherever it is: of a pattern that looks for all. */
export const findAll = (pattern: RegExp | AnyCase, text: string): readonly RegExpExecArray[] =>
  isShort(text) ? [] : pattern instanceof AnyCase ? pattern.all(text) : [...text.matchAll(pattern)];
