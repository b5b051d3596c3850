/**
 * The elements that mean something to the reader, as small integers: the walk over a page compares and stacks only these.
 * Names that stand nowhere here (`ix:nonfraction`, `font-face`, whatever comes) get numbers of their own as they are met.
 */
export const DEAD = 0;
export const BODY = 1;
export const DIV = 2;
export const P = 3;
export const SPAN = 4;
export const BR = 5;
export const HR = 6;
export const TABLE = 7;
export const CAPTION = 8;
export const THEAD = 9;
export const TBODY = 10;
export const TFOOT = 11;
export const TR = 12;
export const TD = 13;
export const TH = 14;
export const UL = 15;
export const OL = 16;
export const LI = 17;
export const DL = 18;
export const DT = 19;
export const DD = 20;
/** h1 to h6 are H1 to H1 + 5. */
export const H1 = 21;
export const PRE = 27;
export const SUP = 28;
export const U = 29;
export const A = 30;
export const STYLE = 31;
export const COLGROUP = 32;
const SPECIAL_OTHER = 33;
const BOLD_OTHER = 34;
const FORMATTING = 35;
const VOID_OTHER = 36;
const UNSEEN_OTHER = 37;
const FIRST_FREE = 160;

/** Ends a paragraph and stands on lines of its own. */
export const BLOCK = 1;
/** Has no content and no end tag. */
export const VOID = 2;
/** Its content is not shown as text. */
export const UNSEEN = 4;
/** Its end tag ends it alone, whatever is open inside it (the formatting elements of the HTML standard). */
export const LOOSE = 8;
/** An end tag of an element that is no block does not reach over it. */
export const SPECIAL = 16;
export const EMPHASIS = 32;

export interface Names {
  readonly codes: Map<string, number>;
  readonly traits: number[];
}

const GROUPS: readonly (readonly [string, number, number])[] = [
  ["body", BODY, BLOCK | SPECIAL],
  ["div", DIV, BLOCK | SPECIAL],
  ["p", P, BLOCK | SPECIAL],
  ["span", SPAN, 0],
  ["br", BR, VOID],
  ["hr", HR, VOID | BLOCK],
  ["table", TABLE, BLOCK | SPECIAL],
  ["caption", CAPTION, BLOCK | SPECIAL],
  ["thead", THEAD, SPECIAL],
  ["tbody", TBODY, SPECIAL],
  ["tfoot", TFOOT, SPECIAL],
  ["tr", TR, SPECIAL],
  ["td", TD, SPECIAL],
  ["th", TH, SPECIAL],
  ["ul", UL, BLOCK | SPECIAL],
  ["ol", OL, BLOCK | SPECIAL],
  ["li", LI, BLOCK | SPECIAL],
  ["dl", DL, BLOCK | SPECIAL],
  ["dt", DT, BLOCK | SPECIAL],
  ["dd", DD, BLOCK | SPECIAL],
  ["h1", H1, BLOCK | SPECIAL],
  ["h2", H1 + 1, BLOCK | SPECIAL],
  ["h3", H1 + 2, BLOCK | SPECIAL],
  ["h4", H1 + 3, BLOCK | SPECIAL],
  ["h5", H1 + 4, BLOCK | SPECIAL],
  ["h6", H1 + 5, BLOCK | SPECIAL],
  ["pre listing xmp plaintext", PRE, BLOCK | SPECIAL],
  ["sup", SUP, 0],
  ["u", U, LOOSE],
  ["a", A, LOOSE],
  ["style", STYLE, UNSEEN],
  ["colgroup", COLGROUP, SPECIAL],
  ["b strong", BOLD_OTHER, LOOSE | EMPHASIS],
  ["big code em font i nobr s small strike tt", FORMATTING, LOOSE],
  ["area base basefont bgsound col embed frame img input keygen link meta param source track wbr", VOID_OTHER, VOID],
  [
    "title script template noscript svg math select textarea object iframe noembed noframes datalist audio video canvas " +
      "ix:header ix:hidden ix:references ix:resources",
    UNSEEN_OTHER,
    UNSEEN,
  ],
  [
    "address article aside blockquote center details dialog dir fieldset figcaption figure footer form header hgroup html " +
      "legend main menu nav section summary",
    SPECIAL_OTHER,
    BLOCK | SPECIAL,
  ],
];

/** The known names, ready to take up those that a page adds. */
export function names(): Names {
  const codes = new Map<string, number>();
  const traits: number[] = new Array<number>(FIRST_FREE).fill(0);
  let next = UNSEEN_OTHER + 1;
  for (const [words, first, mark] of GROUPS) {
    for (const word of words.split(" ")) {
      // Members of a group are told apart, so that an end tag closes only its own kind.
      const code = word === words || first === PRE ? first : next++;
      codes.set(word, code);
      traits[code] = mark;
    }
  }
  return { codes, traits };
}

/** The number of a name as written, in whatever case. */
export function codeOf(known: Names, written: string): number {
  const found = known.codes.get(written);
  if (found !== undefined) return found;
  const name = written.toLowerCase();
  let code = known.codes.get(name);
  if (code === undefined) {
    code = known.traits.length;
    known.traits.push(0);
    known.codes.set(name, code);
  }
  // A name in capitals is looked up once; after that it is as quick as any other.
  known.codes.set(written, code);
  return code;
}
