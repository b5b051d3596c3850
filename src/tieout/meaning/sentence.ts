import type { Printed } from "../../text/printed.ts";

/** A stretch of a text, in UTF-16 code units; `to` is outside. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Words that end in a point without ending a sentence, in lower case and without the point. */
const ABBREVIATIONS = new Set(
  (
    "inc corp co ltd llc plc no nos vs approx mr mrs ms dr st jr sr prof etc fig figs est dept div vol " +
    "jan feb mar apr jun jul aug sep sept oct nov dec mass calif conn wash ill mich minn tenn tex fla ga pa va " +
    "u.s u.k e.g i.e a.m p.m n.v s.a b.v s.p.a u.s.a d.c n.a l.p"
  ).split(" "),
);

/** The letters that the name of a person or of a company begins with: "H.B. Fuller". */
const INITIALS = /^[a-z](?:\.[a-z]){1,2}$/;

/** Shortened words that are said of what follows, whatever it is: "Adj. Operating income", "Excl. Restructuring". */
const LEADING = new Set("adj excl incl avg".split(" "));

/** After these an abbreviation may well end the sentence, if a word follows that likes to begin one. */
const STARTERS = new Set(
  (
    "the in for on this these our we net total revenue revenues as at during cash gross operating adjusted an a it its " +
    "excluding including both all non such there with by to based sales management please"
  ).split(" "),
);

const isSpace = (c: number): boolean => c === 32 || c === 160 || c === 10 || c === 9 || c === 13;
const isLower = (c: number): boolean => c >= 97 && c <= 122;
const isLetter = (c: number): boolean => isLower(c) || (c >= 65 && c <= 90) || c > 0xbf;
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
/** Quotation marks, brackets and emphasis that close behind the point of a sentence. */
const CLOSERS = new Set([...`"')]*_\u201d\u2019`].map((c) => c.charCodeAt(0)));
/** The longest word that is looked at in front of a point: longer ones are no abbreviations. */
const LONGEST = 8;

const KNOWN = new WeakMap<Printed, readonly Span[]>();

/** The sentences of a printed text, looked for once however many ask. */
export function sentencesOf(printed: Printed): readonly Span[] {
  const found = KNOWN.get(printed) ?? sentences(printed.text);
  KNOWN.set(printed, found);
  return found;
}

/**
 * The sentences of a paragraph, one after the other and without gaps of anything but white space. A point ends a sentence
 * where white space follows and then no small letter, unless it belongs to an abbreviation or to an initial.
 */
export function sentences(text: string): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  const close = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && isSpace(text.charCodeAt(a))) a++;
    while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
    if (a < b) found.push({ from: a, to: b });
    from = to;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x2022) {
      close(i);
      continue;
    }
    if (c !== 46 && c !== 33 && c !== 63) continue;
    let end = i + 1;
    while (end < text.length && CLOSERS.has(text.charCodeAt(end))) end++;
    let next = end;
    while (next < text.length && isSpace(text.charCodeAt(next))) next++;
    if (next < text.length && (next === end || isLower(text.charCodeAt(next)))) continue;
    if (c === 46 && next < text.length && isAbbreviation(text, i, next)) continue;
    close(end);
    i = end - 1;
  }
  close(text.length);
  return found;
}

/** Whether the point at `at` belongs to an abbreviation or an initial that the sentence goes on behind. */
function isAbbreviation(text: string, at: number, next: number): boolean {
  let start = at;
  while (start > 0 && at - start <= LONGEST) {
    const c = text.charCodeAt(start - 1);
    if (!isLetter(c) && c !== 46) break;
    start--;
  }
  const word = text.slice(start, at).toLowerCase();
  if (word === "") return false;
  const before = start === 0 ? 32 : text.charCodeAt(start - 1);
  const initial = word.length === 1 && (isSpace(before) || before === 46 || before === 40) && word !== "i";
  if (LEADING.has(word)) return true;
  if (!initial && !INITIALS.test(word) && !ABBREVIATIONS.has(word)) return false;
  if (word === "no" || word === "nos") return isDigit(text.charCodeAt(next));
  let to = next;
  while (to < text.length && to - next < 12 && isLetter(text.charCodeAt(to))) to++;
  return !STARTERS.has(text.slice(next, to).toLowerCase());
}
