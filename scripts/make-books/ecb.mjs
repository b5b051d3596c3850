// Rates of fiscal months out of the daily reference rates of the European Central Bank (units of each currency for one euro).
import { existsSync, readFileSync } from "node:fs";
import { add, dec, div, frac, ONE, round } from "./exact.mjs";

/** The days of the file from `from` to `to`, ascending, each with its rates by currency; undefined where the file is not there. */
export function dailyRates(path, from, to) {
  if (!existsSync(path)) return undefined;
  const [head, ...lines] = readFileSync(path, "utf8").split(/\r?\n/);
  const names = head.split(",");
  return lines
    .map((line) => line.split(","))
    .filter(([day]) => day >= from && day <= to)
    .map((cells) => ({ day: cells[0], perEuro: (c) => (c === "EUR" ? ONE : dec(cells[names.indexOf(c)])) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Units of `quote` for one unit of `base` on a day. */
const cross = (row, base, quote) => div(row.perEuro(quote), row.perEuro(base));

/** The mean of the daily crosses from `start` to `end`, rounded to so many decimals. */
export function averageRate(days, start, end, base, quote, decimals) {
  const inside = days.filter(({ day }) => day >= start && day <= end);
  const sum = add(...inside.map((row) => cross(row, base, quote)));
  return round(div(sum, frac(inside.length)), decimals);
}

/** The cross of the last day up to and with `end`, rounded to so many decimals. */
export function closingRate(days, end, base, quote, decimals) {
  const last = days.filter(({ day }) => day <= end).at(-1);
  return round(cross(last, base, quote), decimals);
}
