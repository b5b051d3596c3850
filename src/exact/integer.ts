const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** A whole number as a machine integer, exactly; undefined where it lies beyond the integers that are exact. */
export const machineInteger = (n: bigint): number | undefined =>
  n <= LARGEST && n >= -LARGEST ? Number(n) : undefined;

/** Leading bits that Lehmer's steps are made on; a quotient of numbers of one bit more is still exact when it is rounded down. */
const LEADING = 50;

/**
 * The greatest common divisor; above zero unless both are zero. Numbers that go beyond machine integers are brought down by Lehmer's steps (Knuth, TAOCP 4.5.2,
 * algorithm L): what Euclid would do to them some twenty times over is found from their leading bits, and done at once.
 */
export function commonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  if (x < y) [x, y] = [y, x];
  while (y > LARGEST) [x, y] = stepped(x, y);
  return y === 0n ? x : BigInt(machineDivisor(Number(y), Number(x % y)));
}

/** Two smaller numbers with the same divisors, the larger first; `x` is no less than `y`, and `y` is above zero. */
function stepped(x: bigint, y: bigint): [bigint, bigint] {
  const shift = BigInt(Math.max(0, x.toString(16).length * 4 - LEADING));
  let [u, v] = [Number(x >> shift), Number(y >> shift)];
  // The numbers so far are a x + b y and c x + d y.
  let [a, b, c, d] = [1, 0, 0, 1];
  while (v + c !== 0 && v + d !== 0) {
    // Whatever the bits behind the leading ones are, the quotient lies between these two.
    const q = Math.floor((u + a) / (v + c));
    if (q !== Math.floor((u + b) / (v + d))) break;
    [a, c] = [c, a - q * c];
    [b, d] = [d, b - q * d];
    [u, v] = [v, u - q * v];
  }
  if (b === 0) return [y, x % y];
  return [BigInt(a) * x + BigInt(b) * y, BigInt(c) * x + BigInt(d) * y];
}

function machineDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
