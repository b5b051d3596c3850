import { plusDays } from "../../calendar/date.ts";
import { monthsOf } from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";

/** Periods that join without a gap to a whole, in their order; what counts -1 is taken away. Periods are "start..end". */
export interface Join {
  readonly kind: "year to date" | "last twelve months";
  readonly whole: string;
  readonly pieces: readonly { readonly period: string; readonly times: 1 | -1 }[];
}

interface Named {
  readonly key: string;
  readonly start: string;
  readonly end: string;
  readonly months: number;
}

/** A row of more periods than this is no statement of a year. */
const MOST_PERIODS = 48;

/** All that adds up among the periods: quarters, what was before and the last piece, and the last twelve months. */
export function joinsOf(periods: Iterable<string>): readonly Join[] {
  const named: Named[] = [];
  for (const key of periods) {
    const { start, end } = periodIn(key);
    if (start === undefined) continue;
    const months = monthsOf({ start, end });
    if (months > 0 && months <= 12 && months % 3 === 0) named.push({ key, start, end, months });
    if (named.length > MOST_PERIODS) return [];
  }
  return named.flatMap((whole) =>
    whole.months === 3 ? [] : [...chains(whole, named), ...(whole.months === 12 ? lastTwelve(whole, named) : [])],
  );
}

export function periodIn(key: string): Period {
  const at = key.indexOf("..");
  return { start: at > 0 ? key.slice(0, at) : undefined, end: key.slice(at + 2) };
}

const plain = (whole: Named, pieces: readonly Named[]): Join => ({
  kind: "year to date",
  whole: whole.key,
  pieces: pieces.map((p) => ({ period: p.key, times: 1 })),
});

/** Quarter by quarter, and in two pieces. */
function chains(whole: Named, named: readonly Named[]): readonly Join[] {
  const found: Join[] = [];
  const quarters: Named[] = [];
  for (let start = whole.start; start <= whole.end; ) {
    const next = named.find((p) => p.months === 3 && p.start === start);
    if (next === undefined) break;
    quarters.push(next);
    start = plusDays(next.end, 1);
  }
  if (quarters.at(-1)?.end === whole.end && quarters.length * 3 === whole.months) found.push(plain(whole, quarters));
  if (whole.months === 6) return found;
  for (const first of named) {
    if (first.start !== whole.start || first.months >= whole.months) continue;
    const from = plusDays(first.end, 1);
    const rest = whole.months - first.months;
    const last = named.find((p) => p.start === from && p.end === whole.end && p.months === rest);
    if (last !== undefined) found.push(plain(whole, [first, last]));
  }
  return found;
}

/** The full year, and the year to date in place of the same months of the year before. */
function lastTwelve(whole: Named, named: readonly Named[]): readonly Join[] {
  return named.flatMap((year): Join[] => {
    if (year.months !== 12 || year.end >= whole.end || year.end <= whole.start) return [];
    const from = plusDays(year.end, 1);
    const till = plusDays(whole.start, -1);
    const now = named.find((p) => p.start === from && p.end === whole.end && p.months < 12);
    const then = named.find((p) => p.start === year.start && p.end === till && p.months === now?.months);
    if (now === undefined || then === undefined) return [];
    const pieces = [
      { period: year.key, times: 1 as const },
      { period: now.key, times: 1 as const },
      { period: then.key, times: -1 as const },
    ];
    return [{ kind: "last twelve months", whole: whole.key, pieces }];
  });
}
