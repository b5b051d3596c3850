// The rates of the reconstruction: made from the daily reference rates of the European Central Bank where their file is at hand, read from the
// committed books otherwise.
import { existsSync, readFileSync } from "node:fs";
import { csv, readCsv } from "./csv.mjs";
import { averageRate, closingRate, dailyRates } from "./ecb.mjs";
import { dec, div, ONE, write } from "./exact.mjs";
import { MONTHS, QUOTES } from "./millipore-entities.mjs";
import { CLOSING_DAY } from "./millipore-targets.mjs";

const COLUMNS = ["currency", "period", "kind", "rate", "per"];

function fromDays(days) {
  const rows = [];
  for (const [currency, { per, decimals }] of Object.entries(QUOTES)) {
    const [base, quote] = per === "USD" ? ["USD", currency] : [currency, "USD"];
    const row = (period, kind, rate) => rows.push({ currency, period, kind, rate: write(rate, decimals), per });
    row("opening", "closing", closingRate(days, "2005-12-31", base, quote, decimals));
    for (const { month, start, end } of MONTHS) {
      row(month, "average", averageRate(days, start, end, base, quote, decimals));
      row(month, "closing", closingRate(days, end, base, quote, decimals));
    }
    // The equity of the business that was bought is translated at the rate of that day.
    if (currency === "GBP") row(CLOSING_DAY, "historical", closingRate(days, CLOSING_DAY, base, quote, decimals));
  }
  return rows;
}

/** Rows of rates.csv, and what they come to: dollars for one unit of a currency, and between two currencies. */
export function ratesOf(ecbPath, committedPath) {
  const days = dailyRates(ecbPath, "2005-12-20", "2007-09-29");
  if (days === undefined && !existsSync(committedPath))
    throw new Error(`neither ${ecbPath} nor ${committedPath} is there`);
  const rows = days === undefined ? readCsv(readFileSync(committedPath, "utf8")) : fromDays(days);
  const found = new Map();
  for (const { currency, period, kind, rate, per } of rows)
    found.set(`${currency}|${period}|${kind}`, per === "USD" ? div(ONE, dec(rate)) : dec(rate));
  const at = (kind) => (currency, period) => {
    if (currency === "USD") return ONE;
    const rate = found.get(`${currency}|${period}|${kind}`);
    if (rate === undefined) throw new Error(`no ${kind} rate of ${currency} for ${period}`);
    return rate;
  };
  return { text: csv(COLUMNS, rows), average: at("average"), closing: at("closing"), historical: at("historical") };
}
