// Exact arithmetic for the scripts that make example books. It is written apart from src/exact on purpose: what these scripts work out is
// compared with what the product works out, and two roads that share their arithmetic would share its mistakes.

const gcd = (a, b) => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** A fraction in lowest terms with a positive denominator, from whole numbers. */
export const frac = (n, d = 1n) => {
  const [a, b] = [BigInt(n), BigInt(d)];
  if (b === 0n) throw new RangeError("a fraction with the denominator zero");
  const g = gcd(a, b) * (b < 0n ? -1n : 1n);
  return g === 0n ? { n: 0n, d: 1n } : { n: a / g, d: b / g };
};

/** The fraction that a plain decimal writes: "-12.50". */
export const dec = (text) => {
  const shown = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text));
  if (shown === null) throw new Error(`${text} is no plain decimal`);
  const digits = shown[3] ?? "";
  return frac(BigInt(`${shown[1]}${shown[2]}${digits}`), 10n ** BigInt(digits.length));
};

export const ZERO = frac(0n);
export const ONE = frac(1n);
export const add = (...all) => all.reduce((a, b) => frac(a.n * b.d + b.n * a.d, a.d * b.d), ZERO);
export const neg = (a) => ({ n: -a.n, d: a.d });
export const sub = (a, b) => frac(a.n * b.d - b.n * a.d, a.d * b.d);
export const mul = (...all) => all.reduce((a, b) => frac(a.n * b.n, a.d * b.d), ONE);
export const div = (a, b) => frac(a.n * b.d, a.d * b.n);
export const cmp = (a, b) => (a.n * b.d < b.n * a.d ? -1 : a.n * b.d > b.n * a.d ? 1 : 0);

/** The whole number nearest to the fraction, halves away from zero. */
export const nearest = (a) => {
  const up = (2n * (a.n < 0n ? -a.n : a.n) + a.d) / (2n * a.d);
  return a.n < 0n ? -up : up;
};

/** The fraction rounded to so many decimals, halves away from zero. */
export const round = (a, decimals) => {
  const scale = 10n ** BigInt(decimals);
  return frac(nearest(mul(a, frac(scale))), scale);
};

/** A fraction written with so many decimals; it must need no more. */
export const write = (a, decimals) => {
  const scaled = mul(a, frac(10n ** BigInt(decimals)));
  if (scaled.d !== 1n) throw new Error(`${a.n}/${a.d} needs more than ${decimals} decimals`);
  const digits = String(scaled.n < 0n ? -scaled.n : scaled.n).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return `${scaled.n < 0n ? "-" : ""}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ""}`;
};

/** As `write`, after rounding: for people to read. */
export const show = (a, decimals) => write(round(a, decimals), decimals);
