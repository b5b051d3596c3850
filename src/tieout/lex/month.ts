/** The months by their names in small letters: English with its short forms, then German, French and Spanish. */
const NAMES: readonly (readonly string[])[] = [
  ["january", "jan", "januar", "janvier", "enero"],
  ["february", "feb", "februar", "février", "febrero"],
  ["march", "mar", "märz", "mars", "marzo"],
  ["april", "apr", "avril", "abril"],
  ["may", "mai", "mayo"],
  ["june", "jun", "juni", "juin", "junio"],
  ["july", "jul", "juli", "juillet", "julio"],
  ["august", "aug", "août", "agosto"],
  ["september", "sept", "sep", "septembre", "septiembre"],
  ["october", "oct", "oktober", "okt", "octobre", "octubre"],
  ["november", "nov", "novembre", "noviembre"],
  ["december", "dec", "dezember", "dez", "décembre", "diciembre"],
];

const MONTHS: ReadonlyMap<string, number> = new Map(NAMES.flatMap((names, i) => names.map((name) => [name, i + 1])));

/** 1 to 12, or undefined where the word in small letters names no month. */
export const monthOfName = (word: string): number | undefined => MONTHS.get(word);

export const monthNames = (): Iterable<string> => MONTHS.keys();
