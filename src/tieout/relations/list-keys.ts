import { ordinal } from "../../calendar/date.ts";
import type { Period } from "../../calendar/period.ts";
import type { DateToken, PeriodToken } from "../lex/token.ts";
import { type DocumentContext, resolve } from "../meaning/document-context.ts";
import { type Atom, isMark } from "../meaning/prose-atom.ts";
import { periodsOf } from "../meaning/prose-period.ts";

/** The periods that a stretch of a sentence names one after the other, and where. */
export interface PeriodRun {
  readonly from: number;
  readonly to: number;
  /** Undefined where the names do not say which periods they are, or how many. */
  readonly periods: readonly Period[] | undefined;
}

const JOINING: ReadonlySet<string> = new Set("and the for in of ended ending fiscal a full during as at".split(" "));

const isJoint = (a: Atom): boolean => isMark(a, ",") || (a.kind === "word" && JOINING.has(a.text));

/** The runs of periods among the atoms from `from` to `to`. */
export function periodRuns(
  atoms: readonly Atom[],
  from: number,
  to: number,
  context: DocumentContext,
): readonly PeriodRun[] {
  const runs: PeriodRun[] = [];
  for (let i = from; i < to; i++) {
    if (atoms[i]!.kind !== "when") continue;
    const tokens: (PeriodToken | DateToken)[] = [];
    const start = i;
    let end = i;
    for (let j = i; j < to; j++) {
      const a = atoms[j]!;
      if (a.kind === "when") {
        tokens.push(a.token);
        end = j;
      } else if (!isJoint(a)) break;
    }
    runs.push({ from: start, to: end + 1, periods: periodsIn(tokens, context) });
    i = end;
  }
  return runs;
}

const isYear = (t: PeriodToken | DateToken): boolean =>
  t.kind === "period" && t.phrase.lengths.length === 0 && t.phrase.nth === undefined;

/**
 * "Three and nine months ended September 30, 2024", "quarters ended June 30, 2024 and 2023", "fourth quarter and full year 2024".
 * Several lengths with several ends name as many periods as their product, in an order that nothing says: then undefined.
 */
function periodsIn(tokens: readonly (PeriodToken | DateToken)[], context: DocumentContext): PeriodRun["periods"] {
  const phrases = tokens.filter((t): t is PeriodToken => t.kind === "period" && !isYear(t));
  const dates = tokens.filter((t): t is DateToken => t.kind === "date");
  const lengths = phrases.reduce((n, t) => n + Math.max(1, t.phrase.lengths.length), 0);
  const ends = tokens.length - phrases.length;
  if (ends > 1 && lengths > 1) return inPairs(tokens, context);
  // "The three months and year ended December 31": the one end belongs to all lengths that name no year.
  const closes = lengths > 1 && phrases.at(-1)?.phrase.ended === true ? dates[0] : undefined;
  const bare = phrases.every((t) => t.phrase.nth === undefined && t.phrase.year === undefined);
  const found =
    closes !== undefined && bare
      ? phrases.flatMap((t) => resolve(context, t.phrase, closes))
      : periodsOf(context, tokens, undefined);
  return found.length === Math.max(lengths, 1) * Math.max(ends, 1) || (lengths > 1 && found.length === lengths)
    ? distinct(found)
    : undefined;
}

/** "The quarter ended June 30, 2024 and the six months ended June 30, 2023": each length right before its own end. */
function inPairs(tokens: readonly (PeriodToken | DateToken)[], context: DocumentContext): PeriodRun["periods"] {
  const inTurn = tokens.every((t, i) => (i % 2 === 0 ? t.kind === "period" && !isYear(t) : t.kind === "date"));
  if (!inTurn || tokens.length % 2 === 1) return undefined;
  const found = periodsOf(context, tokens, undefined);
  return found.length === tokens.length / 2 ? distinct(found) : undefined;
}

/** The same period twice is a sign that one of them was not understood. */
function distinct(periods: readonly Period[]): readonly Period[] | undefined {
  const keys = new Set(periods.map((p) => `${p.start} ${p.end}`));
  return keys.size === periods.length ? periods : undefined;
}

/** Days by which the lengths of two like periods may differ: a leap day, or a week of a long year. */
const LIKE = 9;

/** Whether two periods are of one length, or both the close of a day. */
export function isAlike(a: Period, b: Period): boolean {
  if (a.start === undefined || b.start === undefined) return a.start === b.start;
  return Math.abs(daysOf(a.start, a.end) - daysOf(b.start, b.end)) <= LIKE;
}

const daysOf = (start: string, end: string): number => ordinal(end) - ordinal(start);
