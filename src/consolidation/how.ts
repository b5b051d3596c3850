import { format } from "../exact/decimal.ts";
import type { Rational } from "../exact/rational.ts";
import type { NamedRate } from "../ledger/rate-table.ts";

/** A whole number of hundredths with separators between thousands: 123450 reads "1,234.50". */
function hundredths(n: bigint): string {
  const digits = (n < 0n ? -n : n).toString().padStart(3, "0");
  const point = digits.length - 2;
  let text = `.${digits.slice(point)}`;
  let end = point;
  for (; end > 3; end -= 3) text = `,${digits.slice(end - 3, end)}${text}`;
  return `${n < 0n ? "-" : ""}${digits.slice(0, end)}${text}`;
}

/** An amount with two decimals; what has more is cut off after them, and says so with an ellipsis. */
export function amountText({ n, d }: Rational): string {
  if (d === 1n) return hundredths(n * 100n);
  if (d === 100n) return hundredths(n);
  const scaled = n * 100n;
  return scaled % d === 0n
    ? hundredths(scaled / d)
    : `${n < 0n && scaled / d === 0n ? "-" : ""}${hundredths(scaled / d)}…`;
}

/** A rate with up to eight decimals, cut off with an ellipsis where it has more. */
export function rateText(rate: Rational): string {
  const places = 100_000_000n;
  if ((rate.n * places) % rate.d === 0n) return format(rate);
  return `${format({ n: (rate.n * places) / rate.d, d: places })}…`;
}

const written = new WeakMap<NamedRate, string>();

/** " EUR at 1.3706 (average 2007-P07)"; the currency alone where nothing is translated. */
export function atRate(currency: string, rate: NamedRate): string {
  const known = written.get(rate);
  if (known !== undefined) return known;
  if (rate.text === "") return ` ${currency}`;
  const text = ` ${currency} at ${rateText(rate.rate)} (${rate.text})`;
  written.set(rate, text);
  return text;
}
