import { currencyOfCode } from "../../money/currency.ts";
import { scaleOfLetter, scaleOfWord } from "../../money/scale.ts";
import { isAlnum, isDigit, isLetter, isUpper, wordEnd, wordStart } from "./char.ts";
import { runEnd, runStart } from "./context.ts";
import { readDayFirst } from "./date.ts";
import { plain } from "./mark.ts";
import type { Digits } from "./number.ts";
import { readOrdinalPeriod } from "./period.ts";
import { readPeriodCode } from "./period-code.ts";
import { timeEnd } from "./time.ts";
import type { Token } from "./token.ts";
import { small, yearAt } from "./year.ts";

/** Units of measure that stand glued to a number without making a name of it. */
const UNITS: ReadonlySet<string> = new Set(
  (
    "x X ct cts bps bp BPS pts pt ppts ppt pp pps c p cents pct percent kg km g mg mcg mL ml oz lb lbs ft sq sf sqm MW GW kW KW kWh MWh GWh TWh GB TB PB " +
    "MB Gbps Mbps MHz GHz kHz nm mm cm V W hrs min mins sec yr yrs ha kt Mt koz Moz bbl boe boepd mmcf mcf psi ppm dwt TEU KW kV kVA"
  ).split(" "),
);

const FORM = /(?:10|8|6|20|40|11|18|13|14|15)-\s?(?:KT?|Q|F|SB|D|G|A)(?:\/A)?(?![A-Za-z0-9])/y;
const RATIO = /\d{1,3}(?:\.\d{1,2})?[:/]\d{1,3}(?:\.\d{1,2})?(?![\d/:])/y;
const SPLIT = /\d{1,3}-(?:for|to|in|on)-\d{1,3}(?!\d)/y;
const SECTION = /\([A-Za-z]\)(?:\((?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\)){0,3}/y;
const PLANS: ReadonlySet<string> = new Set(["401", "403", "457", "501", "510"]);

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** A token whose letters are glued before the digits: "Q3 2024", "H100", "COVID-19", "FY25". "number" where it is none. */
export function readPrefixed(text: string, d: Digits, floor: number): Token | "number" {
  const hyphen = !isLetter(text.charCodeAt(d.from - 1));
  const end = hyphen ? d.from - 1 : d.from;
  const start = wordStart(text, end, floor);
  const prefix = text.slice(start, end);
  if (prefix.length <= 3 && !hyphen && !isAlnum(text.charCodeAt(start - 1))) {
    const period = readPeriodCode(text, start);
    if (period !== undefined) return period;
    if (currencyOfCode(prefix) !== undefined) return "number";
  }
  const next = text.charCodeAt(d.to);
  if (next === 37 || d.grouped) return "number";
  const isYear = d.whole === 4 && d.places === 0 && yearAt(text, d.from) !== undefined;
  if (isYear && prefix.length > 2 && !isUpper(prefix.charCodeAt(prefix.length - 1))) return "number";
  // Flattened tables glue a label to its number: "loss0.05".
  const worded = prefix.length >= 3 && !isUpper(prefix.charCodeAt(prefix.length - 1)) && !hyphen;
  if (worded && d.places > 0 && !isLetter(next)) return "number";
  const from = runStart(text, start, floor);
  return plain("name", from, runEnd(text, d.from));
}

/** A token whose letters are glued behind the digits: "4Q24", "10-K", "27A", "21st", "8am". "number" where it is none. */
export function readSuffixed(text: string, d: Digits, currency: boolean): Token | "number" {
  const plainDigits = d.places === 0 && !d.grouped;
  if (plainDigits && !currency) {
    const period = readPeriodCode(text, d.from);
    if (period !== undefined) return period;
    const time = timeEnd(text, d.from);
    if (time > d.from) return plain("time", d.from, time);
  }
  const end = wordEnd(text, d.to);
  const suffix = text.slice(d.to, end);
  if (plainDigits && d.whole <= 3 && isOrdinalSuffix(suffix)) return readOrdinal(text, d, end);
  if (isDigit(text.charCodeAt(end))) return plain("name", d.from, runEnd(text, d.from));
  // "777X" is an aircraft, "1440p" a screen.
  const large = d.whole > 2 && plainDigits && !currency;
  if (large && (suffix === "X" || suffix === "p")) return plain("name", d.from, runEnd(text, d.from));
  if (
    currencyOfCode(suffix) !== undefined ||
    isScale(d, suffix, currency) ||
    UNITS.has(suffix) ||
    (suffix === "h" && !plainDigits)
  )
    return "number";
  if (isUpper(suffix.charCodeAt(0)) && suffix.length > 2 && !isUpper(suffix.charCodeAt(1))) return "number";
  if (suffix === "s" || suffix === "er") return plain("other", d.from, end);
  if (suffix.length > 3 && !isUpper(suffix.charCodeAt(0))) return "number";
  if (currency || d.grouped) return "number";
  return plain("name", d.from, runEnd(text, d.from));
}

const isOrdinalSuffix = (suffix: string): boolean => {
  const small = suffix.toLowerCase();
  return small === "st" || small === "nd" || small === "rd" || small === "th" || small === "er";
};

/** "3rd quarter 2024", "30th of September", or an ordinal that is neither: "21st". */
function readOrdinal(text: string, d: Digits, end: number): Token {
  const nth = small(text, d.from, d.whole);
  const period = nth <= 4 ? readOrdinalPeriod(text, d.from, nth, end) : undefined;
  return period ?? readDayFirst(text, d.from) ?? plain("other", d.from, end);
}

/** "5m", "1.2bn", "10k"; not "3M" the company and "10K" the form. */
function isScale(d: Digits, suffix: string, currency: boolean): boolean {
  const small = suffix.toLowerCase();
  if (small.length === 1) {
    if (scaleOfLetter(small) === undefined) return false;
    if (currency || d.places > 0) return true;
    if (suffix === "M") return d.digits !== 3n;
    if (suffix === "K") return d.digits !== 10n && d.digits !== 8n && d.digits !== 6n;
    return small !== "t" && suffix !== "b";
  }
  return scaleOfWord(small) !== undefined;
}

/** Names of digits and letters behind a hyphen, a bracket or a slash: "10-K", "401(k)", "2-for-1", "24/7". */
export function readTied(text: string, d: Digits, cell: boolean): Token | undefined {
  const c = text.charCodeAt(d.to);
  if (c === 45 || c === 0x2011) {
    const form = endOf(FORM, text, d.from);
    if (form > 0) return plain("name", d.from, form);
    const split = endOf(SPLIT, text, d.from);
    if (split > 0) return plain("other", d.from, split);
    const letter = isUpper(text.charCodeAt(d.to + 1)) && !isLetter(text.charCodeAt(d.to + 2));
    return letter ? plain("name", d.from, runEnd(text, d.from)) : undefined;
  }
  if (c === 40 && d.whole <= 3 && d.places === 0) {
    const to = endOf(SECTION, text, d.to);
    if (to > 0 && (!cell || PLANS.has(text.slice(d.from, d.to)))) return plain("name", d.from, to);
  }
  if (c === 58 || c === 47) {
    const ratio = endOf(RATIO, text, d.from);
    if (ratio > 0) return plain("other", d.from, ratio);
  }
  return undefined;
}
