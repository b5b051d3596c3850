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

const WRITTEN = /^(-?)(\d*)(?:\.(\d*))?$/;

/** Reads what `format` writes: "-12.50", "820/6603". Undefined where the text is neither. */
export function parse(text: string): Rational | undefined {
  const slash = text.indexOf("/");
  if (slash >= 0) {
    const n = parse(text.slice(0, slash));
    const d = parse(text.slice(slash + 1));
    return n === undefined || d === undefined || d.n === 0n || n.d !== 1n || d.d !== 1n
      ? undefined
      : rational(n.n, d.n);
  }
  const m = WRITTEN.exec(text);
  if (m === null || (m[2] === "" && (m[3] ?? "") === "")) return undefined;
  const places = m[3] ?? "";
  const digits = BigInt(`${m[2]}${places}`);
  return rational(m[1] === "-" ? -digits : digits, tenTo(places.length));
}
