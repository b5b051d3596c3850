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

const splitsAfter = (rows: readonly ShareRow[], d: Day): readonly Working[] =>
  rows
    .filter(isCounted)
    .filter((row) => row.kind === "split" && row.date > d)
    .map((row) => input(`split of ${row.date}`, row.shares, row.place));

/** A number of shares of the day `d`, as if every later split had been made before it (ASC 260-10-55-12). */
function restated(rows: readonly ShareRow[], d: Day, shares: Working): Working {
  const splits = splitsAfter(rows, d);
  return splits.length === 0 ? shares : product("restated for later splits", [shares, ...splits]);
}

function restatedPrice(rows: readonly ShareRow[], d: Day, price: Working): Working {
  const splits = splitsAfter(rows, d);
  return splits.length === 0 ? price : quotient("restated for later splits", price, product("splits", splits));
}

/** What was outstanding on a day: the last count on or before it, and the issues and buy-backs since. Undefined where nothing was counted by then. */
function outstandingOn(rows: readonly ShareRow[], d: Day): Working | undefined {
  const counted = rows.filter(isCounted).filter((row) => row.date <= d);
  const anchor = counted.filter((row) => row.kind === "outstanding").reduce<Counted | undefined>(latest, undefined);
  if (anchor === undefined) return undefined;
  const since = counted.filter((row) => row.kind !== "outstanding" && row.kind !== "split" && row.date >= anchor.date);
  const parts = [anchor, ...since].map((row) => {
    const shares = restated(rows, row.date, input(`${row.kind} ${row.date}`, row.shares, row.place));
    return row.kind === "buy-back" ? negation(`bought back ${row.date}`, shares) : shares;
  });
  return parts.length === 1 ? parts[0] : sum(`outstanding from ${d}`, parts);
}

const latest = (a: Counted | undefined, b: Counted): Counted => (a === undefined || b.date >= a.date ? b : a);

/** Shares outstanding, each weighted by the days that it was (ASC 260-10-45-10). */
export function weightedShares(rows: readonly ShareRow[], stretch: Stretch): Working {
  const changes = rows
    .filter(isCounted)
    .filter((row) => row.kind !== "split" && row.date > stretch.start && row.date <= stretch.end)
    .map((row) => row.date);
  const starts = [...new Set([stretch.start, ...changes])].sort();
  const parts: Working[] = [];
  for (const [i, start] of starts.entries()) {
    const level = outstandingOn(rows, start);
    if (level === undefined) return none(`the share register begins after ${start}`);
    const next = starts[i + 1];
    const length = daysOf({ start, end: next === undefined ? stretch.end : plusDays(next, -1) });
    parts.push(product(`from ${start}, times ${length} days`, [level, count("days", length)]));
  }
  return quotient("shares weighted by days", sum("shares times days", parts), count("days", daysOf(stretch)));
}

const overlap = (a: Stretch, from: Day, to: Day | undefined): number => {
  const end = to === undefined || to > a.end ? a.end : to;
  const start = from < a.start ? a.start : from;
  return Math.max(0, ordinal(end) - ordinal(start) + 1);
};

/** The average market price, each row weighted by its days in the stretch; where rows overlap, the shorter counts. */
export function averagePrice(rows: readonly ShareRow[], stretch: Stretch): Working {
  const prices = rows
    .filter((row): row is Price => row.kind === "price" && overlap(stretch, row.from, row.to) > 0)
    .sort((a, b) => daysOf({ start: a.from, end: a.to }) - daysOf({ start: b.from, end: b.to }));
  const taken: Price[] = [];
  for (const row of prices) if (!taken.some((other) => row.from <= other.to && other.from <= row.to)) taken.push(row);
  const parts = taken.map((row) => {
    const price = restatedPrice(rows, row.from, input(`price ${row.from} to ${row.to}`, row.price, row.place));
    return { price, length: overlap(stretch, row.from, row.to) };
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

export const potentialsOf = (rows: readonly ShareRow[], stretch: Stretch): readonly Potential[] =>
  rows.filter(
    (row): row is Potential =>
      (row.kind === "option" || row.kind === "convertible") && overlap(stretch, row.from, row.to) > 0,
  );

/** Which part of the stretch the potential shares were there. */
const fraction = (stretch: Stretch, row: Potential): Working =>
  quotient(
    "part of the period",
    count("days outstanding", overlap(stretch, row.from, row.to)),
    count("days", daysOf(stretch)),
  );

/** Whether the number depends on the market price, so that a year to date averages its quarters (ASC 260-10-55-3). */
export const isPriced = (row: Potential): boolean => row.kind === "option" || row.settlement === "net";

/** The shares that a potential adds over one stretch, priced by the average of it. */
export function incrementalShares(rows: readonly ShareRow[], row: Potential, stretch: Stretch): Working {
  const shares = restated(rows, row.from, input(`${row.name}, shares`, row.shares, row.place));
  const part = fraction(stretch, row);
  if (row.kind === "convertible" && row.settlement === "shares")
    return product(`${row.name}: shares on conversion`, [shares, part]);
  const price = averagePrice(rows, stretch);
  const zero = constant("none", ZERO);
  if (row.kind === "convertible") {
    // The principal is paid in cash, so only what the conversion is worth above it becomes shares (ASC 260-10-45-45).
    const bought = quotient("principal / price", input(`${row.name}, principal`, row.principal, row.place), price);
    if (!isNumber(bought.value)) return none(`${row.name}: no market price`, "nil", [bought]);
    const above = extreme("greatest", "or none", [zero, difference("shares - principal / price", [shares, bought])]);
    return product(`${row.name}: shares above the principal`, [above, part]);
  }
  const exercise = restatedPrice(rows, row.from, input(`${row.name}, proceeds a share`, row.price, row.place));
  const ratio = quotient("proceeds / price", exercise, price);
  if (!isNumber(ratio.value)) return none(`${row.name}: no market price`, "nil", [ratio]);
  const kept = extreme("greatest", "or none, out of the money", [
    zero,
    difference("1 - proceeds / price", [constant("one", ONE), ratio]),
  ]);
  return product(`${row.name}: treasury stock method`, [shares, kept, part]);
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
