// The rates of example books: made from the daily reference rates of the European Central Bank where their file is at hand, read from the committed
// books otherwise.
import { existsSync, readFileSync } from "node:fs";
import { csv, readCsv } from "./csv.mjs";
import { plusDays } from "./days.mjs";
import { averageRate, closingRate, dailyRates } from "./ecb.mjs";
import { dec, div, ONE, write } from "./exact.mjs";

const COLUMNS = ["currency", "period", "kind", "rate", "per"];

function fromDays(daily, { presentation, months, quotes, days }) {
  const rows = [];
  for (const { currency, per, decimals } of quotes) {
    const [base, quote] = per === presentation ? [presentation, currency] : [currency, presentation];
    const row = (period, kind, rate) => rows.push({ currency, period, kind, rate: write(rate, decimals), per });
    const close = (day) => closingRate(daily, day, base, quote, decimals);
    row("opening", "closing", close(plusDays(months[0].start, -1)));
    for (const { month, start, end } of months) {
      row(month, "average", averageRate(daily, start, end, base, quote, decimals));
      row(month, "closing", close(end));
    }
    for (const { day } of days.filter((one) => one.currency === currency)) row(day, "historical", close(day));
  }
  return rows;
}

/** The committed rows; a day that they do not have takes the closing rate of its month, which is good enough for a variant. */
function fromCommitted(path, { months, days }) {
  const rows = readCsv(readFileSync(path, "utf8"));
  const isAsked = ({ currency, period }) => days.some((one) => one.currency === currency && one.day === period);
  const kept = rows.filter((row) => row.kind !== "historical" || isAsked(row));
  const missing = days.filter(
    ({ currency, day }) => !kept.some((row) => row.currency === currency && row.period === day),
  );
  const closing = ({ currency, day }) => {
    const { month } = months.find(({ end }) => day <= end);
    return rows.find((row) => row.currency === currency && row.period === month && row.kind === "closing");
  };
  return [...kept, ...missing.map((one) => ({ ...closing(one), period: one.day, kind: "historical" }))];
}

/**
 * Rows of rates.csv, and what they come to: units of the presentation currency for one of another. `quotes`: { currency, per, decimals }; `days`: days
 * that need a historical rate, { currency, day }.
 */
export function ratesOf(ecbPath, committedPath, asked) {
  const { presentation, months } = asked;
  const daily = dailyRates(ecbPath, plusDays(months[0].start, -12), months.at(-1).end);
  if (daily === undefined && !existsSync(committedPath))
    throw new Error(`neither ${ecbPath} nor ${committedPath} is there`);
  const rows = daily === undefined ? fromCommitted(committedPath, asked) : fromDays(daily, asked);
  const found = new Map();
  for (const { currency, period, kind, rate, per } of rows)
    found.set(`${currency}|${period}|${kind}`, per === presentation ? div(ONE, dec(rate)) : dec(rate));
  const at = (kind) => (currency, period) => {
    if (currency === presentation) return ONE;
    const rate = found.get(`${currency}|${period}|${kind}`);
    if (rate === undefined) throw new Error(`no ${kind} rate of ${currency} for ${period}`);
    return rate;
  };
  return { text: csv(COLUMNS, rows), average: at("average"), closing: at("closing"), historical: at("historical") };
}
