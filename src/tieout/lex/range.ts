import { skipSpaces } from "./char.ts";
import { dateToken } from "./date.ts";
import type { DateToken, NumberToken, PeriodToken, Token } from "./token.ts";

/** What two tokens of a pair tell each other: ranges share scale, currency and unit, joined periods their year. */
export function carry(text: string, tokens: Token[]): void {
  for (let i = tokens.length - 2; i >= 0; i--) {
    const a = tokens[i]!;
    const b = tokens[i + 1]!;
    if (a.kind === "number" && b.kind === "number") carryNumber(text, tokens, i, a, b);
    else if (a.kind === "period" && b.kind === "period") carryYear(text, tokens, i, a, b);
    else if (a.kind === "date" && b.kind === "date") tokens[i] = carryDate(text, a, b);
  }
}

const RANGE: ReadonlySet<string> = new Set(["-", "–", "—", "--", "‑", "−", "to", "through", "until", "à", "bis", "a"]);
const LONGEST = 12;
/** "65.1% and 67.1%, respectively, plus or minus 50 basis points" hedges both. */
const RESPECTIVELY = /^,?\srespectively/i;

const gap = (text: string, from: number, to: number): string =>
  to - from > LONGEST || to < from ? "?" : text.slice(from, to).trim().toLowerCase();

function carryNumber(text: string, tokens: Token[], i: number, a: NumberToken, b: NumberToken): void {
  if (a.written === "dash" || b.written === "dash" || (a.currency ?? b.currency) !== (b.currency ?? a.currency)) return;
  const between = gap(text, a.outer.to, hedgedFrom(b));
  const isRange = RANGE.has(between);
  const both =
    b.hedge?.kind === "plus-or-minus" &&
    a.hedge === undefined &&
    RESPECTIVELY.test(text.slice(b.outer.to, b.outer.to + 16));
  if (both && between === "and") tokens[i] = { ...a, hedge: b.hedge! };
  if (!isRange && !(between === "and" && isBetween(text, a))) return;
  // "from $371 to $1.1 billion" names two scales; only a short number takes the scale of its partner.
  const short = String(a.digits).length - a.places <= 3;
  const scale =
    a.scale === 0 && b.scale > 0 && short && (a.unit === undefined || a.unit === "count") ? b.scale : a.scale;
  const bare = a.unit === undefined || a.unit === "count";
  const unit = bare && b.unit !== undefined && (a.currency === undefined || b.unit === "per-share") ? b.unit : a.unit;
  const currency =
    a.currency ?? (unit === undefined || unit === "per-share" || unit === "count" ? b.currency : undefined);
  tokens[i] = { ...a, scale, unit: currency !== undefined && unit === "count" ? undefined : unit, currency };
  if (
    b.currency === undefined &&
    a.currency !== undefined &&
    (b.unit === undefined || b.unit === "count" || b.unit === "per-share")
  )
    tokens[i + 1] = { ...b, currency: a.currency, unit: b.unit === "count" ? undefined : b.unit };
}

/** Where a number starts with its hedge: "between $115 and approximately $125 million". */
const hedgedFrom = (b: NumberToken): number =>
  b.hedge === undefined || b.hedge.kind !== "about" ? b.outer.from : b.outer.from - b.hedge.words.length - 1;

/** Whether "between" stands before the number, or before its hedge. */
function isBetween(text: string, a: NumberToken): boolean {
  const from = hedgedFrom(a);
  return /between\s{1,2}$/i.test(text.slice(Math.max(0, from - 10), from));
}

const JOINTS: ReadonlySet<string> = new Set([
  "and",
  "&",
  "and the",
  "and for the",
  "and in the",
  "-",
  "–",
  "to",
  "through",
  ",",
  "and our",
  "and its",
  "/",
  "or",
]);

/** "fourth quarter and full year 2024", "Q1–Q3 2024": the year of one is that of the other. */
function carryYear(text: string, tokens: Token[], i: number, a: PeriodToken, b: PeriodToken): void {
  const from = a.to;
  const joint = gap(text, from, b.from);
  if (!JOINTS.has(joint) || a.phrase.lengths.length === 0) return;
  const ended = !a.phrase.ended && a.phrase.year === undefined && b.phrase.ended && b.phrase.lengths.length > 0;
  if (ended) tokens[i] = { ...a, phrase: { ...a.phrase, ended: true, fiscal: a.phrase.fiscal || b.phrase.fiscal } };
  else if (!a.phrase.ended && a.phrase.year === undefined && b.phrase.year !== undefined && b.phrase.lengths.length > 0)
    tokens[i] = { ...a, phrase: { ...a.phrase, year: b.phrase.year, fiscal: b.phrase.fiscal } };
  else if (
    b.phrase.lengths.length > 0 &&
    b.phrase.year === undefined &&
    !b.phrase.ended &&
    a.phrase.year !== undefined &&
    joint.startsWith("and")
  )
    tokens[i + 1] = { ...b, phrase: { ...b.phrase, year: a.phrase.year, fiscal: a.phrase.fiscal } };
}

const SPANS: ReadonlySet<string> = new Set(["to", "through", "until", "-", "–", "—", "thru", "till", "bis", "and"]);

/** "April 1 to June 30, 2024": the first day takes the year of the second, or the year before it where it would come later. */
function carryDate(text: string, a: DateToken, b: DateToken): DateToken {
  if (a.year !== undefined || b.year === undefined) return a;
  const joint = gap(text, skipSpaces(text, a.to, 1), b.from).replace(/^,\s?/, "");
  if (!SPANS.has(joint)) return a;
  const later = a.month > b.month || (a.month === b.month && a.day > b.day);
  if (joint === "and" && later) return a;
  return dateToken(a.from, a.to, later ? b.year - 1 : b.year, a.month, a.day);
}
