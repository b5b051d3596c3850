/** What lies further off is not compared: labels, heads and captions are shorter than this. */
const LONGEST = 300;

export const clipped = (text: string): string => (text.length > LONGEST ? text.slice(0, LONGEST) : text);

const APART = /[^\p{L}\p{N}%$&#\u2026]+/gu;

/**
 * The words of a text without what an edit of form changes: capitals, punctuation, kinds of quotation mark and dash, white space.
 * "Net income (loss):" and "NET INCOME/LOSS" fold alike.
 */
export const fold = (text: string): string => clipped(text).toLowerCase().replace(APART, " ").trim();

/** Whether the folded words stand right behind each other in the other folded text. */
export const holdsWords = (folded: string, words: string): boolean => ` ${folded} `.includes(` ${words} `);

/** Whether the folded words stand in the other folded text in this order, with any others between them. */
export function holdsInOrder(folded: string, words: string): boolean {
  let at = 0;
  for (const word of words.split(" ")) {
    const found = ` ${folded} `.indexOf(` ${word} `, at);
    if (found < 0) return false;
    at = found + word.length + 1;
  }
  return true;
}

const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const SPACES = /[\s\u200b\ufeff]+/g;

/** A print without white space and with one kind of dash: "$ 371.2" and "$371.2" are one print, "540" and "(540)" are two. */
export const foldPrint = (print: string): string => clipped(print).replace(SPACES, "").replace(DASHES, "-");

/** The numbers of the words give way to "#", so that they may change and the words remain. */
export const withoutNumbers = (words: string): string =>
  words
    .split(" ")
    .map((word) => (/\p{N}/u.test(word) ? "#" : word))
    .join(" ");
