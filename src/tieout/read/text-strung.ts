import type { Printed } from "../../text/printed.ts";
import type { RawRow, RawTable } from "./raw.ts";
import { LOOSE, tablesOf } from "./text-draft.ts";
import { fold } from "./text-fold.ts";
import { headItems } from "./text-head.ts";
import { isDigit, isLetter, isSpace, wordsOf } from "./text-line.ts";
import { isMark } from "./text-value.ts";

/** No table strung on a line is longer; a line that is, is something else, and not worth a try at each of its characters. */
const LONGEST = 200_000;

/**
 * Tables that were strung on one long line: "Revenues $2,033 $2,673 Cost of goods 809 900Gross profit 1,224 1,773". The last value of
 * a row may touch the label of the next.
 */
export function strungTables(printed: Printed): RawTable[] {
  const { text } = printed;
  if (text.length < 120 || text.length > LONGEST) return [];
  const runs = runsOf(text);
  const width = widthOf(runs, text);
  if (width < 2) return [];
  return tablesOf(rowsOf(printed, runs, width));
}

/** A stretch of values, pairs of offsets, and the label before it. */
interface Strung {
  readonly from: number;
  readonly to: number;
  values: readonly number[];
}

function runsOf(text: string): Strung[] {
  const runs: Strung[] = [];
  let label = 0;
  for (let i = 0; i < text.length; ) {
    const end = startsValue(text.charCodeAt(i)) ? valueEnd(text, i) : -1;
    if (end < 0) {
      i++;
      continue;
    }
    const values: number[] = [];
    let at = i;
    for (let to = end; to >= 0; to = valueEnd(text, at)) {
      values.push(at, to);
      at = to;
      while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    }
    runs.push({ from: label, to: i, values });
    label = values[values.length - 1]!;
    i = Math.max(at, label);
  }
  return runs;
}

const SPREAD = 60;

/** Whether a value can start with this character: a digit, a sign, a bracket, a point or a dash. */
const startsValue = (code: number): boolean =>
  code < 0x80
    ? code >= 36 && code <= 57 && code !== 39 && code !== 44
    : code === 0x20ac || code === 0xa3 || code === 0x2212 || code === 0x2013 || code === 0x2014;

/**
 * The end of a value that starts at `i`, sign and tail with it; -1 where none does. A dash is one only between blanks, so
 * that "basic - diluted" is left alone by whoever counts the values of a run.
 */
function valueEnd(text: string, i: number): number {
  const before = i > 0 ? text.charCodeAt(i - 1) : 32;
  if (isDigit(before) || isLetter(before) || before === 46 || before === 44 || before === 45) {
    // A value may touch the label before it only after a bracket or a percent sign.
    return -1;
  }
  const at = signsEnd(text, i);
  const digits = digitsEnd(text, at);
  if (digits < 0) return dashEnd(text, i);
  let end = digits;
  while (end < text.length && end - digits < 3 && ")%".includes(text.charAt(end))) end++;
  if (text.charAt(end) === " " && ")%".includes(text.charAt(end + 1)) && text.charAt(end + 1) !== "") end += 2;
  const next = text.charAt(end);
  if (next === "," || next === "." || next === "-" || next === "/" || next === ":") return -1;
  // "106-patient", "12th" and "$1.5 million" are words of a sentence, "144,950Gross" the end of a row.
  return /[a-z]/.test(next) ? -1 : end;
}

/** The end of the signs before a number. A currency or a bracket may stand apart from it; a minus may not. */
function signsEnd(text: string, i: number): number {
  let at = i;
  while (at < text.length && at - i < SPREAD) {
    const sign = text.charAt(at);
    if ("-+\u2013\u2212".includes(sign)) {
      if (isSpace(text.charCodeAt(at + 1))) break;
      at++;
    } else if ("$\u20ac\u00a3(".includes(sign)) {
      at++;
      while (at - i < SPREAD && isSpace(text.charCodeAt(at))) at++;
    } else break;
  }
  return at;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (
    at < text.length &&
    (isDigit(text.charCodeAt(at)) || (at > from && /[.,]/.test(text.charAt(at)) && isDigit(text.charCodeAt(at + 1))))
  )
    at++;
  if (at === from && text.charAt(at) === "." && isDigit(text.charCodeAt(at + 1))) {
    at++;
    while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  }
  return at > from ? at : -1;
}

function dashEnd(text: string, i: number): number {
  const sign = text.charAt(i) === "$" ? 1 : 0;
  let at = i + sign;
  while (sign > 0 && at - i < SPREAD && isSpace(text.charCodeAt(at))) at++;
  const start = at;
  while (at < text.length && at - start < 3 && "-\u2013\u2014".includes(text.charAt(at))) at++;
  const isOne = at > start && (at === text.length || isSpace(text.charCodeAt(at)));
  return isOne && (start === 0 || isSpace(text.charCodeAt(start - 1)) || sign > 0) ? at : -1;
}

/** How many values most rows have; 0 where they do not agree, or where the words between are those of sentences. */
function widthOf(runs: readonly Strung[], text: string): number {
  const counts = new Map<number, number>();
  let rows = 0;
  let words = 0;
  for (const run of runs) {
    const n = run.values.length / 2;
    if (isLoneDash(text, run)) continue;
    rows++;
    words += run.to - run.from;
    counts.set(n, (counts.get(n) ?? 0) + 1);
  }
  let width = 0;
  for (const [n, times] of counts) if (n > 1 && times > (counts.get(width) ?? 0)) width = n;
  let fitting = 0;
  for (const [n, times] of counts) if (width > 0 && n % width === 0) fitting += times;
  return rows >= 3 && fitting * 10 >= rows * 7 && words <= rows * 70 ? width : 0;
}

const isLoneDash = (text: string, run: Strung): boolean =>
  run.values.length === 2 &&
  "-\u2013\u2014".includes(text.charAt(run.values[0]!)) &&
  run.values[1]! - run.values[0]! < 4;

function rowsOf(printed: Printed, runs: readonly Strung[], width: number): RawRow[] {
  const { text } = printed;
  const rows: RawRow[] = [];
  let label = 0;
  for (const run of runs) {
    if (isLoneDash(text, run)) continue;
    let { values } = run;
    let end = run.to;
    // One value too many, the first of them a footnote mark or the dash of the label.
    if (values.length / 2 === width + 1 && (isMark(text, values[0]!, values[1]!) || text.charAt(values[0]!) === "-")) {
      end = values[1]!;
      values = values.slice(2);
    }
    if (rows.length === 0) label = headRows(printed, label, end, values, width, rows);
    else addRows(printed, label, end, values, width, rows);
    label = values[values.length - 1]!;
  }
  const rest = fold(printed, label);
  if (rest.text !== "") rows.push({ cells: [cell(rest, 0, 1)], ruleAbove: false });
  return rows;
}

const cell = (text: Printed, from: number, to: number): RawRow["cells"][number] => {
  return { from, to, text, head: false, bold: false, indent: 0 };
};

/** The first stretch has the heads in it: dates before the values, or years that look like values. */
function headRows(
  printed: Printed,
  label: number,
  end: number,
  values: readonly number[],
  width: number,
  rows: RawRow[],
): number {
  const years = values.filter((_, i) => i % 2 === 0).every((from) => isYearAt(printed.text, from));
  const head = fold(printed, label, end);
  if (!years) {
    addRows(printed, label, end, values, width, rows);
    return end;
  }
  if (head.text !== "") for (const row of periodRows(printed, label, end, width)) rows.push(row);
  const cells: RawRow["cells"][number][] = [];
  for (let v = 0; v < values.length; v += 2)
    cells.push(cell(fold(printed, values[v]!, values[v + 1]!), 1 + v / 2, 2 + v / 2));
  rows.push({ cells, ruleAbove: false });
  return end;
}

/** A year, or the day and the year of a date whose month stands before them ("December 31,2024"). */
const isYearAt = (text: string, from: number): boolean => {
  const digits = text.slice(from, from + 9);
  if (/^(?:19|20)\d\d(?!\d)/.test(digits)) return true;
  return (
    /^\d{1,2},(?:19|20)\d\d/.test(digits) &&
    /(?:[a-z]{2}y|ber|ch|il|ne|ust)\s{0,3}$/i.test(text.slice(Math.max(0, from - 12), from))
  );
};

const MOST_BEHIND = 4;

/** "For the three months ended December 31, For the years ended December 31," over four columns: two heads of two each. */
function periodRows(printed: Printed, from: number, to: number, width: number): RawRow[] {
  const words = wordsOf(printed.text.slice(from, to)).map((offset) => offset + from);
  const rows: RawRow[] = [];
  let found = headItems(printed.text, words);
  // Up to a few words behind the periods name the column of labels.
  for (let drop = 1; drop <= MOST_BEHIND && found.items.length === 0; drop++)
    found = headItems(printed.text, words.slice(0, -2 * drop));
  const { items, label } = found;
  const count = items.length / 2;
  const fits = count > 0 && width % count === 0;
  const title = fold(printed, from, fits ? label : to);
  if (title.text !== "") rows.push({ cells: [cell(title, 0, fits ? 1 : 1 + width)], ruleAbove: false });
  if (!fits) return rows;
  const span = width / count;
  const cells = Array.from({ length: count }, (_, k) =>
    cell(fold(printed, items[2 * k]!, items[2 * k + 1]!), 1 + k * span, 1 + (k + 1) * span),
  );
  rows.push({ cells, ruleAbove: false });
  return rows;
}

/** A label with its values; values over make rows of their own (totals without a label). */
function addRows(
  printed: Printed,
  label: number,
  end: number,
  values: readonly number[],
  width: number,
  rows: RawRow[],
): void {
  const names = namesOf(printed, label, end);
  for (const name of names.slice(0, -1)) rows.push({ cells: [cell(name, 0, 1)], ruleAbove: false });
  const last = names[names.length - 1];
  const each = Math.min(values.length / 2, width);
  for (let v = 0; v < values.length; v += 2 * each) {
    const cells: RawRow["cells"][number][] = v === 0 && last !== undefined ? [cell(last, 0, 1)] : [];
    const short = values.length - v < 2 * width;
    for (let k = 0; k < each && v + 2 * k < values.length; k++) {
      // Fewer values than columns: nobody can say which is missing.
      const at = k + (short ? LOOSE : 1);
      cells.push(cell(fold(printed, values[v + 2 * k]!, values[v + 2 * k + 1]!), at, at + 1));
    }
    rows.push({ cells, ruleAbove: false });
  }
}

/** "Other expense (income): Interest expense" is a section and a label. */
function namesOf(printed: Printed, from: number, to: number): Printed[] {
  const names: Printed[] = [];
  let start = from;
  for (let i = from; i < to; i++)
    if (printed.text.charCodeAt(i) === 58 && i + 1 < to) {
      names.push(fold(printed, start, i + 1));
      start = i + 1;
    }
  const last = fold(printed, start, to);
  if (last.text !== "") names.push(last);
  return names.filter((name) => name.text !== "");
}
