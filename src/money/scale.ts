/** Scale words, in small letters, as powers of ten. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ["hundred", 2],
  ["thousand", 3],
  ["thousands", 3],
  ["million", 6],
  ["millions", 6],
  ["billion", 9],
  ["billions", 9],
  ["trillion", 12],
  ["trillions", 12],
  ["mn", 6],
  ["mln", 6],
  ["mm", 6],
  ["mil", 6],
  ["mio", 6],
  ["bn", 9],
  ["bln", 9],
  ["bil", 9],
  ["tn", 12],
  ["trn", 12],
  ["lakh", 5],
  ["crore", 7],
  ["crores", 7],
  ["tsd", 3],
  ["tausend", 3],
  ["mrd", 9],
  ["mds", 9],
  ["millionen", 6],
  ["milliarden", 9],
  ["milliard", 9],
  ["milliards", 9],
  ["millones", 6],
  ["milhões", 6],
  ["miljoner", 6],
]);

const LETTERS: ReadonlyMap<string, number> = new Map([
  ["k", 3],
  ["m", 6],
  ["b", 9],
  ["t", 12],
]);

/** The power of ten of a scale word in small letters ("million", "bn"), or undefined where it is none. */
export const scaleOfWord = (word: string): number | undefined => WORDS.get(word);

/** The power of ten of a single letter glued to a number ("k", "m", "b", "t"), in small letters. */
export const scaleOfLetter = (letter: string): number | undefined => LETTERS.get(letter);
