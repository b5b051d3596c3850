import type { ShareRow } from "../books/books.ts";
import { daysOf } from "../books/periods.ts";
import { type Day, ordinal, plusDays } from "../calendar/date.ts";
import { ONE, ZERO } from "../exact/rational.ts";
import type { Working } from "./fact.ts";
import {
  constant,
  count,
  difference,
  extreme,
  input,
  isNumber,
  negation,
  none,
  product,
  quotient,
  sum,
} from "./working.ts";

/** Days, both ends included. */
export interface Stretch {
  readonly start: Day;
  readonly end: Day;
}

type Counted = Extract<ShareRow, { kind: "outstanding" | "issue" | "buy-back" | "split" }>;
type Option = Extract<ShareRow, { kind: "option" }>;
type Convertible = Extract<ShareRow, { kind: "convertible" }>;
type Price = Extract<ShareRow, { kind: "price" }>;
export type Potential = Option | Convertible;

const isCounted = (row: ShareRow): row is Counted =>
  row.kind === "outstanding" || row.kind === "issue" || row.kind === "buy-back" || row.kind === "split";

const splitsIn = (rows: readonly ShareRow[]): readonly Counted[] =>
  rows.filter(isCounted).filter((row) => row.kind === "split");

const splitsAfter = (splits: readonly Counted[], d: Day): readonly Working[] =>
  splits.filter((row) => row.date > d).map((row) => input(`split of ${row.date}`, row.shares, row.place));

/** A number of shares of the day `d`, as if every later split had been made before it (ASC 260-10-55-12). */
function restated(splits: readonly Counted[], d: Day, shares: Working): Working {
  const later = splitsAfter(splits, d);
  return later.length === 0 ? shares : product("restated for later splits", [shares, ...later]);
}

function restatedPrice(splits: readonly Counted[], d: Day, price: Working): Working {
  const later = splitsAfter(splits, d);
  return later.length === 0 ? price : quotient("restated for later splits", price, product("splits", later));
}

/** Shares from one count of them on, up to the day before the next. */
interface Era {
  readonly anchor: Counted;
  readonly start: Day;
  readonly end: Day;
}

/** The counts that a stretch stands on: the last on or before its first day, then each within it. Undefined where nothing was counted by then. */
function erasOf(counts: readonly Counted[], stretch: Stretch): readonly Era[] | undefined {
  const first = counts.filter((row) => row.date <= stretch.start).at(-1);
  if (first === undefined) return undefined;
  const anchors = [first, ...counts.filter((row) => row.date > stretch.start && row.date <= stretch.end)];
  return anchors.map((anchor, i) => {
    const next = anchors[i + 1];
    return {
      anchor,
      start: i === 0 ? stretch.start : anchor.date,
      end: next === undefined ? stretch.end : plusDays(next.date, -1),
    };
  });
}

/** Shares outstanding, each weighted by the days that it was (ASC 260-10-45-10): what stood at the start, then each change for the days that were left. */
export function weightedShares(rows: readonly ShareRow[], stretch: Stretch): Working {
  const splits = splitsIn(rows);
  const ordered = rows
    .filter(isCounted)
    .filter((row) => row.kind !== "split")
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const eras = erasOf(
    ordered.filter((row) => row.kind === "outstanding"),
    stretch,
  );
  if (eras === undefined) return none(`the share register begins after ${stretch.start}`);
  const changes = ordered.filter((row) => row.kind !== "outstanding");
  const parts = eras.flatMap((era) => eraParts(era, changes, splits));
  return quotient("shares weighted by days", sum("shares times days", parts), count("days", daysOf(stretch)));
}

function eraParts(
  { anchor, start, end }: Era,
  changes: readonly Counted[],
  splits: readonly Counted[],
): readonly Working[] {
  const shares = (row: Counted): Working => {
    const number = restated(splits, row.date, input(`${row.kind} ${row.date}`, row.shares, row.place));
    return row.kind === "buy-back" ? negation(`bought back ${row.date}`, number) : number;
  };
  const since = changes.filter((row) => row.date >= anchor.date && row.date <= end);
  const before = [anchor, ...since.filter((row) => row.date <= start)].map(shares);
  const weighed = (from: Day, number: Working): Working => {
    const days = daysOf({ start: from, end });
    return product(`from ${from}, times ${days} days`, [number, count("days", days)]);
  };
  const opening = before.length === 1 && before[0] !== undefined ? before[0] : sum(`outstanding from ${start}`, before);
  const later = since.filter((row) => row.date > start);
  return [weighed(start, opening), ...later.map((row) => weighed(row.date, shares(row)))];
}

const overlap = (a: Stretch, from: Day, to: Day | undefined): number => {
  const end = to === undefined || to > a.end ? a.end : to;
  const start = from < a.start ? a.start : from;
  return Math.max(0, ordinal(end) - ordinal(start) + 1);
};

/** The average market price, each row weighted by its days in the stretch; of a day that several rows speak of, the shortest counts. */
export function averagePrice(rows: readonly ShareRow[], stretch: Stretch): Working {
  const splits = splitsIn(rows);
  const prices = rows
    .filter((row): row is Price => row.kind === "price" && overlap(stretch, row.from, row.to) > 0)
    .sort((a, b) => daysOf({ start: a.from, end: a.to }) - daysOf({ start: b.from, end: b.to }));
  const lengths = daysOfEach(prices, stretch);
  const parts = prices.flatMap((row) => {
    const length = lengths.get(row) ?? 0;
    if (length === 0) return [];
    const price = restatedPrice(splits, row.from, input(`price ${row.from} to ${row.to}`, row.price, row.place));
    return [{ price, length }];
  });
  if (parts.length === 0) return none(`no market price from ${stretch.start} to ${stretch.end}`);
  return quotient(
    "average market price",
    sum(
      "prices times days",
      parts.map(({ price, length }) => product("price times days", [price, count("days", length)])),
    ),
    count(
      "days with a price",
      parts.reduce((total, part) => total + part.length, 0),
    ),
  );
}

/** How many days of the stretch each price counts for; `prices` has the shortest first. */
function daysOfEach(prices: readonly Price[], stretch: Stretch): ReadonlyMap<Price, number> {
  const edges = prices.flatMap(({ from, to }) => [from, plusDays(to, 1)]);
  const starts = [...new Set([stretch.start, ...edges])]
    .filter((day) => day >= stretch.start && day <= stretch.end)
    .sort();
  const days = new Map<Price, number>();
  starts.forEach((start, i) => {
    const row = prices.find(({ from, to }) => from <= start && start <= to);
    if (row === undefined) return;
    const next = starts[i + 1];
    const length = daysOf({ start, end: next === undefined ? stretch.end : plusDays(next, -1) });
    days.set(row, (days.get(row) ?? 0) + length);
  });
  return days;
}

export const potentialsOf = (rows: readonly ShareRow[], stretch: Stretch): readonly Potential[] =>
  rows.filter(
    (row): row is Potential =>
      (row.kind === "option" || row.kind === "convertible") && overlap(stretch, row.from, row.to) > 0,
  );

/** Which part of the stretch the potential shares were there. */
const fraction = (stretch: Stretch, row: { readonly from: Day; readonly to: Day | undefined }): Working =>
  quotient(
    "part of the period",
    count("days outstanding", overlap(stretch, row.from, row.to)),
    count("days", daysOf(stretch)),
  );

/** Whether the number depends on the market price, so that a year to date averages its quarters (ASC 260-10-55-3). */
export const isPriced = (row: Potential): boolean => row.kind === "option" || row.settlement === "net";

/** The shares that a potential adds over one stretch, priced by the average of it. */
export function incrementalShares(
  rows: readonly ShareRow[],
  row: Potential,
  stretch: Stretch,
  priceOf: (stretch: Stretch) => Working,
): Working {
  const splits = splitsIn(rows);
  const shares = restated(splits, row.from, input(`${row.name}, shares`, row.shares, row.place));
  const part = fraction(stretch, row);
  if (row.kind === "convertible" && row.settlement === "shares")
    return product(`${row.name}: shares on conversion`, [shares, part]);
  const price = priceOf(stretch);
  const zero = constant("none", ZERO);
  if (row.kind === "convertible") {
    // The principal is paid in cash, so only what the conversion is worth above it becomes shares (ASC 260-10-45-45).
    const bought = quotient("principal / price", input(`${row.name}, principal`, row.principal, row.place), price);
    if (!isNumber(bought.value)) return none(`${row.name}: no market price`, "nil", [bought]);
    const above = extreme("greatest", "or none", [zero, difference("shares - principal / price", [shares, bought])]);
    return product(`${row.name}: shares above the principal`, [above, part]);
  }
  const exercise = restatedPrice(splits, row.from, input(`${row.name}, proceeds a share`, row.price, row.place));
  const ratio = quotient("proceeds / price", exercise, price);
  if (!isNumber(ratio.value)) return none(`${row.name}: no market price`, "nil", [ratio]);
  const kept = extreme("greatest", "or none, out of the money", [
    zero,
    difference("1 - proceeds / price", [constant("one", ONE), ratio]),
  ]);
  return product(`${row.name}: treasury stock method`, [shares, kept, part]);
}

/**
 * Dividends of cumulative preferred stock for a stretch, declared or not (ASC 260-10-45-11): `share` says which part of a year's dividends it bears. Empty where there
 * is none.
 */
export function preferredDividends(rows: readonly ShareRow[], stretch: Stretch, share: Working): readonly Working[] {
  return rows.flatMap((row) =>
    row.kind === "preferred" && overlap(stretch, row.from, row.to) > 0
      ? [
          product(`${row.name}: dividends`, [
            input(`${row.name}, dividends of a year`, row.dividends, row.place),
            share,
            fraction(stretch, row),
          ]),
        ]
      : [],
  );
}

/** Interest that conversion would save, after tax: `share` says which part of a year's interest the stretch bears. */
export function savedInterest(row: Potential, stretch: Stretch, share: Working): Working {
  if (row.kind === "option" || row.settlement === "net") return constant(`${row.name}: nothing to add back`, ZERO);
  const rate = input(`${row.name}, tax rate`, row.taxRate, row.place);
  return product(`${row.name}: interest after tax`, [
    input(`${row.name}, interest of a year`, row.interest, row.place),
    difference("1 - tax rate", [constant("one", ONE), rate]),
    share,
    fraction(stretch, row),
  ]);
}
