import { type Rational, rational, tenTo } from "./rational.ts";

/** The exact decimal of a fraction, without an exponent and without trailing zeros; "n/d" where it has no finite decimal. */
export function format(r: Rational): string {
  let rest = r.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos++;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives++;
  }
  if (rest !== 1n) return `${r.n}/${r.d}`;
  const places = Math.max(twos, fives);
  if (places === 0) return r.n.toString();
  const scaled = (r.n < 0n ? -r.n : r.n) * (tenTo(places) / r.d);
  const digits = scaled.toString().padStart(places + 1, "0");
  return `${r.n < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const DECIMAL = /^(-?)(\d*)(?:\.(\d*))?$/;
const FRACTION = /^(-?\d+)\/(\d+)$/;

/** Reads what `format` writes, "-12.5" and "820/6603", and ".53" as well. Undefined where the text is none of these. */
export function parse(text: string): Rational | undefined {
  const fraction = FRACTION.exec(text);
  if (fraction !== null) {
    const d = BigInt(fraction[2]!);
    return d === 0n ? undefined : rational(BigInt(fraction[1]!), d);
  }
  const m = DECIMAL.exec(text);
  if (m === null) return undefined;
  const places = m[3] ?? "";
  if (m[2] === "" && places === "") return undefined;
  const digits = BigInt(`${m[2]}${places}`);
  return rational(m[1] === "-" ? -digits : digits, tenTo(places.length));
}
