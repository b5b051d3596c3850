import { isDigit, isLetter, isSpace, isUpper, type Word, wordStart } from "./char.ts";

/** Words that make the plain number behind them a reference or a code, in small letters. */
const CODES: ReadonlySet<string> = new Set(
  (
    "code codes passcode password pin id ids access confirmation reference conference webcast replay exhibit exhibits ex section sections sec " +
    "rule rules note notes page pages p pp item items table tables footnote footnotes fn appendix annex schedule article articles " +
    "chapter paragraph topic topics subtopic asc asu asus sfas fas fasb fin ifrs ias ifric sab eitf sop iso no nos suite ste " +
    "room floor box building bldg gate level levels tier phase phases scope scopes step stage category grade series version " +
    "v ver isin cusip sedol lei wkn regulation directive docket zip ticker symbol slide slides figure fig chart part " +
    "sehk hkex tase twse krx asx tse lse form forms model models type file line release sku section's generation gen " +
    "unit lot hole well block pier route highway interstate"
  ).split(" "),
);

/** Words that need a long number, or an identity of its own, behind them: "number 3838965" but not "number 5 in the market". */
const LONG: ReadonlySet<string> = new Set(
  "number numbers # symbol meeting event passcode conference registration commission file".split(" "),
);

/** Names that a number completes, in small letters. */
const NAMES: ReadonlySet<string> = new Set(
  "p russell nasdaq ftse dax cac sbf stoxx fortune nikkei dow tsx topix windows covid rtx gtx geforce dgx cuda android ios top global".split(
    " ",
  ),
);

export type Context = "code" | "name" | undefined;

/** Two-letter states and provinces, as they stand before a ZIP code. */
const STATES: ReadonlySet<string> = new Set(
  (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC " +
    "SD TN TX UT VT VA WA WV WI WY DC PR"
  ).split(" "),
);
const STATE_NAMES: ReadonlySet<string> = new Set(
  (
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana " +
    "iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska " +
    "nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont " +
    "virginia washington wisconsin wyoming mass calif"
  ).split(" "),
);

/** What stands before a number: its last word, behind colons, points, quotes and "#". */
export interface Before extends Word {
  /** As printed. */
  readonly printed: string;
  /** Whether a "#" stands directly before the number. */
  readonly hash: boolean;
}

/** Signs that may stand between a word and the number that it announces. */
const BETWEEN = ':."“*_®™';

/** The end of a defined abbreviation, as in ("ASC") 715. */
const isQuotedEnd = (text: string, p: number): boolean =>
  (text.charCodeAt(p - 1) === 41 && '"”’'.includes(text[p - 2] ?? "x")) || text.charCodeAt(p - 1) === 0x201d;

/** The word before `at` and how it is tied to it, not before `floor`; undefined where another sign stands there. */
export function wordBefore(text: string, at: number, floor: number): Before | undefined {
  let p = at;
  let hash = false;
  while (p > floor && at - p < 6) {
    const c = text.charCodeAt(p - 1);
    if (c === 35) hash = true;
    else if (!isSpace(c) && !BETWEEN.includes(text[p - 1]!) && !isQuotedEnd(text, p)) break;
    p--;
  }
  const from = wordStart(text, p, floor);
  if (from === p) return hash ? { word: "#", printed: "#", from: p, to: p, hash } : undefined;
  const printed = text.slice(from, p);
  return { word: printed.toLowerCase(), printed, from, to: p, hash };
}

const LINKS: ReadonlySet<string> = new Set(["is", "of", "no", "number", "are", "code", "and", "or", "to", "through"]);

/**
 * Whether what stands before a plain number of `count` digits makes it a code ("passcode 1234", "Note 4", "Suite 300",
 * "MA 01821") or the end of a name ("S&P 500").
 */
export function contextOf(text: string, before: Before | undefined, count: number, floor: number): Context {
  if (before === undefined) return undefined;
  if (before.hash) return "code";
  if (NAMES.has(before.word) && isUpper(text.charCodeAt(before.from)))
    return before.word === "p" ? ampersand(text, before) : "name";
  if (isCode(text, before, count)) return "code";
  if (count === 5 && isState(text, before)) return "code";
  if (!LINKS.has(before.word)) return undefined;
  const second = wordBefore(text, before.from, floor);
  if (second === undefined || second.hash) return undefined;
  if (count < 4 && before.word !== "no") return undefined;
  return isCode(text, second, count) ? "code" : undefined;
}

/** "S&P 500" against "p 12" of a page. */
const ampersand = (text: string, before: Before): Context =>
  text.charCodeAt(before.from - 1) === 38 ? "name" : undefined;

function isCode(text: string, before: Before, count: number): boolean {
  if (LONG.has(before.word)) return count >= 4;
  if (!CODES.has(before.word)) return false;
  // "no" is an abbreviation only with its point, "in" and "it" never; short words are codes only where they look like one.
  if (before.word === "no" || before.word === "nos") return text.charCodeAt(before.to) === 46;
  if (before.word === "p" || before.word === "pp" || before.word === "ex") return text.charCodeAt(before.to) === 46;
  if (before.word === "fin" || before.word === "sop" || before.word === "ids" || before.word === "v")
    return isUpper(text.charCodeAt(before.from + 1));
  return count <= 6 || !PLURAL.has(before.word);
}

const PLURAL: ReadonlySet<string> = new Set(["items", "notes", "levels", "models", "forms"]);

function isState(text: string, before: Before): boolean {
  if (before.printed.length === 2) return STATES.has(before.printed);
  return STATE_NAMES.has(before.word) && isUpper(text.charCodeAt(before.from));
}

const STREET =
  /,? (?:(?:[A-Z][A-Za-z.'’-]{0,20}|\d{1,3}(?:st|nd|rd|th)) ){0,4}(?:Street|St\.|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Plaza|Square|Parkway|Pkwy|Court|Place|Highway|Hwy|Broadway|Circle|Terrace|Turnpike|Way)(?![A-Za-z])|,? (?:rue|avenue|boulevard|place|quai|cours) (?:de |du |des |d['’])?[A-Z]/y;

/** Whether a street follows the number that ends at `at`. */
export function isStreet(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 44) return false;
  STREET.lastIndex = at;
  return STREET.test(text);
}

/** The end of the run of letters, digits and the signs that tie them ("10b5-1", "PI6C48545-11", "99.1") from `at` on. */
export function runEnd(text: string, at: number): number {
  let p = at;
  for (;;) {
    const c = text.charCodeAt(p);
    if (isDigit(c) || isLetter(c)) p++;
    else if (isTie(c) && isAlnumAt(text, p + 1)) p++;
    else return p;
  }
}

/** The start of that run before `at`, at most 60 back and not before `floor`. */
export function runStart(text: string, at: number, floor: number): number {
  let p = at;
  while (p > floor && at - p < 60) {
    const c = text.charCodeAt(p - 1);
    if (isDigit(c) || isLetter(c)) p--;
    else if (isTie(c) && p - 1 > floor && isAlnumAt(text, p - 2)) p--;
    else break;
  }
  return p;
}

const isTie = (c: number): boolean => c === 45 || c === 46 || c === 47 || c === 95 || c === 0x2011 || c === 0x2010;
const isAlnumAt = (text: string, p: number): boolean => isDigit(text.charCodeAt(p)) || isLetter(text.charCodeAt(p));
