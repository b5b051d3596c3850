/**
 * What the text of one cell is, as far as the shape of its table is concerned:
 * - number: one figure with all that may be printed around it; year: four bare digits that may be one
 * - dash: a printed nothing; void: "NM", "n/a"
 * - open: a currency sign or an opening bracket that waits for its number; close: a bracket, percent sign or unit behind one
 * - mark: a footnote mark that cannot be a figure
 */
export type CellKind = "number" | "year" | "dash" | "void" | "open" | "close" | "mark" | "text";

const LONGEST = 40;
/** Looked up without spaces. */
const KINDS: ReadonlyMap<string, CellKind> = new Map<string, CellKind>([
  ...sorted("dash", "- -- --- — – − —— –– ― ‒ (—) (–) (-) $- $— $– €- €— €– £- £— £– —% –% -% --% (-)% nil Nil $nil"),
  ...sorted(
    "open",
    "$ US$ U.S.$ C$ CA$ CAD$ A$ AU$ NT$ HK$ S$ R$ NZ$ € £ ¥ ₩ ₪ ₹ RMB EUR USD CAD GBP CHF NIS NTD JPY Rs. Rs",
  ),
  ...sorted("open", "( $( ($ €( (€ (£ £( -$ US$( (US$ + ~ [ C$( (C$"),
  ...sorted("close", ") % )% %) x X pts pts. pt pt. pp ppt ppts p.p. bp bps bps. )pts )bps )x )pp %pts ¢ ] ]%"),
  ...sorted("void", "NM N/M n/m nm NMF nmf N/A n/a n.m. N.M. n.a. N.A. NA na # *NM NM* N.M n.m ND NC nc"),
]);
const MARK = /^(?:\*{1,4}|[†‡§]{1,3}|[([][a-z][)\]]|[¹²³⁴⁵]{1,3})$/;
const NUMBER_MARK = /^(?:[([]\d{1,2}[)\]] ?){1,3}$/;

function sorted(kind: CellKind, words: string): [string, CellKind][] {
  return words.split(" ").map((word) => [word, kind]);
}

export function kindOf(text: string): CellKind {
  const { length } = text;
  if (length === 0 || length > LONGEST) return "text";
  if (length <= 8) {
    const found = KINDS.get(text) ?? KINDS.get(text.replaceAll(" ", ""));
    if (found !== undefined) return found;
    if (MARK.test(text)) return "mark";
  }
  return numberKind(text);
}

/** "(1)" beside a number is a footnote mark, alone in a column a negative one. */
export const mayBeMark = (text: string): boolean => text.length <= 12 && NUMBER_MARK.test(text);

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

const BEFORE = "$€£¥₩₪₹([+-–—−~≈<>± ";
const CODES = /(?:U\.S\.|US|CAD|CA|C|AU|A|NT|HK|S|R|NZ)(?=\$)|RMB|EUR|USD|CAD|GBP|CHF|NIS|NTD|JPY|Rs\.?/y;
const BEHIND = ")]%*†‡§¹²³¢#° ";
const UNITS =
  /(?:billion|million|thousand|mil|bn|mm|mn|bps|bp|ppts|ppt|pp|pts|pt|days|x|X|M|B|K|k|m|b)\.?(?![A-Za-z])|[([](?:\d{1,2}|[a-z])[)\]]/y;

function numberKind(text: string): CellKind {
  const core = beforeCore(text);
  const end = coreEnd(text, core);
  if (end === core) return "text";
  if (text.charCodeAt(end - 1) === 46 && end - core > 1 && end === text.length && core === 0) return "text";
  const behind = behindCore(text, end);
  if (behind < text.length) return "text";
  const year =
    core === 0 && end === 4 && (text.startsWith("19") || text.startsWith("20")) && !text.slice(4).includes("%");
  return year && !/[A-Za-z]/.test(text.slice(4)) ? "year" : "number";
}

function beforeCore(text: string): number {
  let at = 0;
  while (at < text.length) {
    if (BEFORE.includes(text.charAt(at))) at++;
    else {
      CODES.lastIndex = at;
      const code = CODES.exec(text);
      if (code === null) break;
      at += code[0].length;
    }
  }
  return at;
}

/** The end of the digits: with separators, and with the spaces of groups of three. */
function coreEnd(text: string, from: number): number {
  let at = from;
  let digits = 0;
  let separated = false;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 44 || c === 46) separated = true;
    if (isDigit(c)) digits++;
    else if (c === 32 ? separated || !isGroup(text, at) : c !== 44 && c !== 46 && c !== 0x27 && c !== 0x2019) break;
  }
  return digits > 0 ? at : from;
}

/** Whether exactly three digits follow a space, and a digit stands before it. */
const isGroup = (text: string, space: number): boolean =>
  isDigit(text.charCodeAt(space - 1)) &&
  isDigit(text.charCodeAt(space + 1)) &&
  isDigit(text.charCodeAt(space + 2)) &&
  isDigit(text.charCodeAt(space + 3)) &&
  !isDigit(text.charCodeAt(space + 4));

function behindCore(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (BEHIND.includes(text.charAt(at))) at++;
    else {
      UNITS.lastIndex = at;
      const unit = UNITS.exec(text);
      if (unit === null) break;
      at += unit[0].length;
    }
  }
  return at;
}

/** Whether a cell holds nothing but a line of dashes, equal signs or underscores: a rule drawn in characters. */
export function isRule(text: string): boolean {
  if (text.length < 3) return false;
  for (let i = 0; i < text.length; i++) if (!"-=_—–─ ".includes(text.charAt(i))) return false;
  return !text.startsWith(" ");
}
