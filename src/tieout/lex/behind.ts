import { currencyOfCode, currencyOfSign, currencyOfWord } from "../../money/currency.ts";
import { scaleOfLetter, scaleOfWord } from "../../money/scale.ts";
import { isAlnum, isDigit, isLetter, isSpace, skipSpaces, wordEnd } from "./char.ts";
import type { Beside } from "./token.ts";

/** What stands behind the digits of a number and belongs to it. */
export interface Right {
  readonly to: number;
  /** Where the bracket closes (the place of the bracket), -1 where it does not, or not before words. */
  readonly close: number;
  readonly scale: number;
  readonly unit: Beside | undefined;
  readonly currency: string | undefined;
  /** A minus behind the number: "540-". */
  readonly minus: boolean;
}

interface Ahead {
  /** Whether a bracket stands open before the number. */
  readonly open: boolean;
  readonly currency: string | undefined;
  readonly cell: boolean;
}

const PER_SHARE =
  /(?:per|a|\/)[\s-]{0,2}(?:(?:basic|diluted|fully|common|ordinary|and|or|weighted|average|class [a-c]|american|depositary|limited|partner|partnership|preferred|adjusted|core|outstanding|basic\/diluted)[\s,-]{1,2}){0,7}(?:shares?|units?|ADSs?|ADRs?|sh)(?![A-Za-z])/iy;
const SHARES =
  /(?:(?:additional|basic|diluted|fully|weighted|average|common|ordinary|preferred|preference|restricted|outstanding|issued|treasury|new|numbers?|of|its|our|the|class [a-c]|series [a-z]|depositary|american|dilutive)[\s-]{1,2}){0,7}(?:shares|ADSs|common units)(?![A-Za-z])/iy;
const DAYS = /(?:(?:calendar|business|trading|working|consecutive)[\s-])?days?(?![A-Za-z])/iy;
const POINTS = /(?:percent(?:age)?|per cent)[\s-]{1,2}points?(?![A-Za-z])/iy;
const PERCENT = /per[\s-]cent(?:um)?(?![A-Za-z])|percent(?![A-Za-z])|pct(?![A-Za-z])|prozent(?![A-Za-z])|por ciento/iy;
const BASIS = /basis[\s-]{1,2}points?(?![A-Za-z])/iy;
const MONEY =
  /(?:U\.S\.|US|American|Canadian|Australian|Singapore|Hong Kong|NT|New Taiwan|Swiss|pounds|British)\s(?:dollars|francs|sterling|pounds)(?![A-Za-z])/iy;

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

interface Draft {
  to: number;
  close: number;
  scale: number;
  unit: Beside | undefined;
  currency: string | undefined;
  minus: boolean;
  scaled: boolean;
}

/** Walks on from the last digit over a closing bracket, percent signs, scale, currency and unit words. */
export function rightOf(text: string, at: number, ahead: Ahead): Right {
  const draft: Draft = {
    to: at,
    close: -1,
    scale: 0,
    unit: undefined,
    currency: undefined,
    minus: false,
    scaled: false,
  };
  for (let i = 0; i < 6; i++) if (!advance(text, draft, at, ahead)) break;
  return draft;
}

function advance(text: string, draft: Draft, at: number, ahead: Ahead): boolean {
  const p = skipSpaces(text, draft.to, draft.to === at || draft.close >= 0 ? 4 : 2);
  const c = text.charCodeAt(p);
  if (c === 41) {
    if (!ahead.open || draft.close >= 0) return false;
    draft.close = p;
    draft.to = p + 1;
    return true;
  }
  if (c === 37 || c === 0xff05) return percentSign(draft, p, p + 1);
  if (c === 92 && text.charCodeAt(p + 1) === 37) return percentSign(draft, p, p + 2);
  if (c === 45 || c === 0x2010 || c === 0x2011 || c === 0x2212)
    return (
      p === draft.to &&
      (isLetter(text.charCodeAt(p + 1)) ? word(text, draft, p + 1, at, ahead) : trailingMinus(text, draft, p, ahead))
    );
  if (isLetter(c)) return word(text, draft, p, at, ahead);
  if (c === 47) return draft.unit === undefined && perShare(text, draft, p, ahead);
  return c > 0xa1 && sign(text, draft, p, at, ahead);
}

function percentSign(draft: Draft, p: number, to: number): boolean {
  if (draft.unit !== undefined || p - draft.to > 3) return false;
  draft.unit = "percent";
  draft.to = to;
  return true;
}

/** "540-" in a cell: a minus where nothing but the end, a percent sign or a gap without a number follows. */
function trailingMinus(text: string, draft: Draft, p: number, ahead: Ahead): boolean {
  if (!ahead.cell || draft.minus || ahead.open) return false;
  const next = text.charCodeAt(p + 1);
  if (!Number.isNaN(next) && !isSpace(next) && next !== 37) return false;
  const q = skipSpaces(text, p + 1, 4);
  if (isDigit(text.charCodeAt(q)) || text.charCodeAt(q) === 36) return false;
  draft.minus = true;
  draft.to = p + 1;
  return true;
}

/** "€", "£" or "¢" behind the number, unless it belongs to the number that follows. */
function sign(text: string, draft: Draft, p: number, at: number, ahead: Ahead): boolean {
  const isCent = text.charCodeAt(p) === 0xa2;
  const currency = isCent ? "$" : currencyOfSign(text[p]!);
  if (currency === undefined || ahead.currency !== undefined || draft.currency !== undefined || p - draft.to > 1)
    return false;
  let q = skipSpaces(text, p + 1, 2);
  if (text.charCodeAt(q) === 40 || text.charCodeAt(q) === 45) q++;
  if (isDigit(text.charCodeAt(q)) || text.charCodeAt(q) === 46) return false;
  draft.currency = currency;
  draft.to = p + 1;
  if (isCent) draft.scale -= 2;
  // "522 €m", "5 €k"
  const end = wordEnd(text, draft.to);
  const scale = end > draft.to && !draft.scaled && !isCent ? glued(text.slice(draft.to, end), true) : undefined;
  if (scale !== undefined) {
    draft.scale = scale;
    draft.scaled = true;
    draft.to = end;
  }
  return at > 0;
}

function perShare(text: string, draft: Draft, p: number, ahead: Ahead): boolean {
  // "($0.15 per share)": a bracket around words is no minus.
  if (ahead.open && draft.close < 0) return false;
  const to = endOf(PER_SHARE, text, p);
  if (to < 0) return false;
  draft.unit = "per-share";
  draft.to = to;
  return true;
}

/** Scale letters glued to the number: k, m, mn, bn, b, M, B, K; "mm" and "t" only where money is meant. */
function glued(letters: string, money: boolean): number | undefined {
  const small = letters.toLowerCase();
  if (small.length === 1) return small === "t" && !money ? undefined : scaleOfLetter(small);
  return (small === "mm" || small === "mil") && !money ? undefined : scaleOfWord(small);
}

function word(text: string, draft: Draft, p: number, at: number, ahead: Ahead): boolean {
  const end = wordEnd(text, p);
  const printed = text.slice(p, end);
  const small = printed.toLowerCase();
  const isGlued = p === draft.to;
  const money = ahead.currency !== undefined || draft.currency !== undefined;
  if (isAlnum(text.charCodeAt(end)) && !isGlued) return false;
  // "5 M€"
  if (!draft.scaled && draft.unit === undefined && (text[end] === "€" || text[end] === "£")) {
    const scale = glued(printed, true);
    if (scale !== undefined) return scaled(text, draft, end, scale, small);
  }
  if (!draft.scaled && draft.unit === undefined && !isDigit(text.charCodeAt(end))) {
    const scale =
      isGlued || (money && end - p <= 2)
        ? glued(printed, money)
        : end - p > 1 && !(small === "mm" && !money)
          ? scaleOfWord(small)
          : undefined;
    if (scale !== undefined) return scaled(text, draft, end, scale, small);
  }
  return (
    unitWord(text, draft, p, end, small, money, ahead) || (at >= 0 && currencyWord(text, draft, p, end, printed, money))
  );
}

function scaled(text: string, draft: Draft, end: number, scale: number, small: string): boolean {
  draft.scale += scale;
  draft.scaled = true;
  draft.to = end;
  if ((small === "mio" || small === "mrd" || small === "tsd") && text.charCodeAt(end) === 46) draft.to = end + 1;
  // "two hundred million", "5 thousand million"
  const p = skipSpaces(text, end, 1);
  const next = wordEnd(text, p);
  const more = p > end && (scale === 2 || scale === 3) ? scaleOfWord(text.slice(p, next).toLowerCase()) : undefined;
  if (more !== undefined && next - p > 3) {
    draft.scale += more;
    draft.to = next;
  }
  return true;
}

const unit = (draft: Draft, to: number, beside: Beside): boolean => {
  draft.unit = beside;
  draft.to = to;
  return true;
};

/** Words that alone name the unit, in small letters. */
const UNITS: ReadonlyMap<string, Beside> = new Map<string, Beside>([
  ["bp", "basis-points"],
  ["bps", "basis-points"],
  ["pp", "points"],
  ["pps", "points"],
  ["ppt", "points"],
  ["ppts", "points"],
  ["pt", "points"],
  ["pts", "points"],
  ["point", "points"],
  ["points", "points"],
  ["x", "times"],
  ["times", "times"],
]);
const PERCENTS: ReadonlySet<string> = new Set(["percent", "percentage", "pct", "per", "prozent", "por"]);
const CENTS: ReadonlySet<string> = new Set(["c", "p", "ct", "cts", "cent", "cents", "pence"]);

function unitWord(
  text: string,
  draft: Draft,
  p: number,
  end: number,
  small: string,
  money: boolean,
  ahead: Ahead,
): boolean {
  const pattern = (regex: RegExp, beside: Beside): boolean => {
    const to = endOf(regex, text, p);
    return to > 0 && unit(draft, to, beside);
  };
  if (draft.unit !== undefined) {
    // "(5%) points", "5% percentage points": the words win over the sign.
    if (draft.unit !== "percent") return false;
    return small === "points" ? unit(draft, end, "points") : small === "percentage" && pattern(POINTS, "points");
  }
  if (PERCENTS.has(small))
    return (
      pattern(POINTS, "points") || pattern(PERCENT, "percent") || (small === "per" && perShare(text, draft, p, ahead))
    );
  if (small === "a") return money && perShare(text, draft, p, ahead);
  if (small === "basis") return pattern(BASIS, "basis-points");
  if (CENTS.has(small)) return cents(text, draft, p, end, small, money);
  const alone = UNITS.get(small);
  if (alone === undefined) return quantity(draft, money, ahead, pattern);
  if (alone === "basis-points") return unit(draft, end, alone);
  // "3 x 5" multiplies.
  const multiplies = alone === "times" && isDigit(text.charCodeAt(skipSpaces(text, end, 1)));
  return !money && !multiplies && unit(draft, end, alone);
}

/** "66 cents", "41c", "12.5p": hundredths of the currency. */
function cents(text: string, draft: Draft, p: number, end: number, small: string, money: boolean): boolean {
  if (draft.scaled || (money && !(small === "cents" && text.charCodeAt(p - 1) === 45))) return false;
  if (small.length === 1 && p !== draft.to) return false;
  draft.currency = small === "p" || small === "pence" ? "GBP" : "$";
  draft.scale -= 2;
  draft.scaled = true;
  draft.to = end;
  return true;
}

function quantity(
  draft: Draft,
  money: boolean,
  ahead: Ahead,
  pattern: (regex: RegExp, beside: Beside) => boolean,
): boolean {
  if (money || (ahead.open && draft.close < 0)) return false;
  return pattern(DAYS, "days") || pattern(SHARES, "shares") || (draft.scaled && pattern(PER_SHARE, "per-share"));
}

function currencyWord(text: string, draft: Draft, p: number, end: number, printed: string, money: boolean): boolean {
  if (money && draft.currency !== "$") {
    // "US$5 million dollars" says nothing new, yet the word belongs to the number.
    if (currencyOfWord(printed.toLowerCase()) === undefined) return false;
    draft.to = end;
    return true;
  }
  if (draft.unit !== undefined) return false;
  const phrase = endOf(MONEY, text, p);
  const code =
    phrase > 0
      ? currencyOfWord(text.slice(p, phrase).toLowerCase())
      : (currencyOfCode(printed) ?? currencyOfWord(printed.toLowerCase()));
  const to = phrase > 0 ? phrase : end;
  if (code === undefined) return false;
  let q = skipSpaces(text, to, 2);
  if (text.charCodeAt(q) === 40 || text.charCodeAt(q) === 36) q++;
  if (isDigit(text.charCodeAt(q)) || text.charCodeAt(to) === 36) return false;
  draft.currency = code;
  draft.to = to;
  return true;
}
