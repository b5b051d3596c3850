import { breadth } from "./_breadth.ts";

/** How characters beyond ASCII are written with those of ASCII. */
const WRITTEN: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u00a3": "GBP ",
  "\u00a5": "JPY ",
  "\u00a7": "Sec. ",
  "\u00a9": "(C)",
  "\u00ab": '"',
  "\u00ae": "(R)",
  "\u00b0": " deg.",
  "\u00b1": "+/-",
  "\u00b7": "*",
  "\u00bb": '"',
  "\u00bc": "1/4",
  "\u00bd": "1/2",
  "\u00be": "3/4",
  "\u00c6": "AE",
  "\u00d7": "x",
  "\u00d8": "O",
  "\u00df": "ss",
  "\u00e6": "ae",
  "\u00f8": "o",
  "\u0131": "i",
  "\u0141": "L",
  "\u0142": "l",
  "\u0152": "OE",
  "\u0153": "oe",
  "\u2009": " ",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "--",
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u201e": '"',
  "\u2020": "+",
  "\u2022": "*",
  "\u2026": "...",
  "\u202f": " ",
  "\u20ac": "EUR ",
  "\u2120": "(SM)",
  "\u2122": "(TM)",
  "\u2212": "-",
};

/** The text in ASCII: marks are left off letters, signs are spelled out, what has no such writing is a question mark. */
export const asciiOf = (text: string): string =>
  text.replace(/[^\n -~]/gu, (character) => {
    const written = WRITTEN[character];
    if (written !== undefined) return written;
    const bare = character.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    if (/^[ -~]+$/.test(bare)) return bare;
    return bare === "" || breadth(character) === 0 ? "" : "?";
  });
