import { isAlnum, isDigit } from "./char.ts";
import { type Before, contextOf, isStreet, runEnd, wordBefore } from "./context.ts";
import { plain } from "./mark.ts";
import type { Digits } from "./number.ts";
import type { Scan } from "./scan.ts";
import type { Token } from "./token.ts";
import { yearAt } from "./year.ts";

const POINT = 46;
const SLASH = 47;

const SERIAL = /\d{1,12}(?:[-–]\d{1,12}){2,8}(?![\d%])|\d{1,4}-\d{5,9}(?![\d,.%])/y;
const MEASURED = /\s?(?:%|percent|million|billion|thousand|basis|bps|shares|points)/iy;

/** Codes and names that the words before, or the shape of the digits, tell: "Note 4", "S&P 500", "1.2.7", "0012345". */
export function reference(scan: Scan, d: Digits): Token | undefined {
  const { text } = scan;
  MEASURED.lastIndex = d.to;
  if (MEASURED.test(text)) return undefined;
  const next = text.charCodeAt(d.to);
  if (text.charCodeAt(d.from - 1) === 0xa7) return plain("code", d.from, runEnd(text, d.from));
  if (next === POINT && isDigit(text.charCodeAt(d.to + 1))) return plain("code", d.from, runEnd(text, d.from));
  const before = wordBefore(text, d.from, scan.floor);
  // "Patent No. 11,358,953"
  if (d.grouped)
    return before?.word === "no" && text.charCodeAt(before.to) === POINT ? plain("code", d.from, d.to) : undefined;
  const leading = text.charCodeAt(d.from) === 48 && d.whole > 1 && d.places === 0;
  if (leading) return d.digits === 0n ? plain("other", d.from, d.to) : plain("code", d.from, runEnd(text, d.from));
  SERIAL.lastIndex = d.from;
  if (next !== SLASH && SERIAL.test(text)) return plain("code", d.from, SERIAL.lastIndex);
  // "Exhibit 99.1" is a reference, "items 5.3" in a flattened table no more than a label and its number.
  if (d.places > 0 && before !== undefined && before.word.endsWith("s")) return undefined;
  const context = contextOf(text, before, d.whole, scan.floor);
  if (context !== undefined && !isPlainYear(text, d, before))
    return plain(context, d.from, isTie(text, d) ? runEnd(text, d.from) : d.to);
  if (d.places > 0) return undefined;
  const isCode = (d.whole <= 5 && isStreet(text, d.to)) || (!scan.cell && d.whole >= 8);
  return isCode ? plain("code", d.from, d.to) : undefined;
}

/** Whether the number is a year and the word before it no more than a chance: "Note: 2021 results", "Code of 1986". */
function isPlainYear(text: string, d: Digits, before: Before | undefined): boolean {
  if (d.whole !== 4 || yearAt(text, d.from) === undefined || isTie(text, d)) return false;
  return before !== undefined && !before.hash && !NUMBERED.has(before.word);
}

/** Words whose numbers reach into the years. */
const NUMBERED: ReadonlySet<string> = new Set(
  "rtx gtx russell code passcode pin id access section rule suite room box topic asc confirmation is".split(" "),
);

/** Whether letters or digits are tied to the number behind it, as in "Section 27A" and "ASU 2016-09". */
const isTie = (text: string, d: Digits): boolean => {
  const c = text.charCodeAt(d.to);
  return isAlnum(c) || ((c === POINT || c === 45) && isAlnum(text.charCodeAt(d.to + 1)));
};
