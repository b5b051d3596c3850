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
export function commonDivisor(one: bigint, other: bigint): bigint {
  let x = one < 0n ? -one : one;
  let y = other < 0n ? -other : other;
  if (x < y) [x, y] = [y, x];
  let bits = y > LARGEST ? bitsOf(x) : 0;
  while (y > LARGEST) {
    const { shift, u, a, b, c, d } = stepsOf(x, y, bits);
    if (b === 0) {
      [x, y] = [y, x % y];
      bits = bitsOf(x);
    } else {
      [x, y] = [BigInt(a) * x + BigInt(b) * y, BigInt(c) * x + BigInt(d) * y];
      // Behind its leading bits a number is less than twice what they say, after steps that all hold.
      bits = shift + Math.ceil(Math.log2(u + 1)) + 1;
    }
  }
  return y === 0n ? x : BigInt(machineDivisor(Number(y), Number(x % y)));
}

/** As many bits as x has, or up to three more. */
const bitsOf = (x: bigint): number => x.toString(16).length * 4;

/** What the leading bits say of Euclid's next steps on x and y: the numbers then are a x + b y and c x + d y, and the leading bits of the first are u. */
interface Steps {
  readonly shift: number;
  readonly u: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** `x` is no less than `y`, `y` is above zero, and `bits` no less than the bits of x. */
function stepsOf(x: bigint, y: bigint, bits: number): Steps {
  const shift = Math.max(0, bits - LEADING);
  let [u, v] = [Number(x >> BigInt(shift)), Number(y >> BigInt(shift))];
  let [a, b, c, d] = [1, 0, 0, 1];
  while (v + c !== 0 && v + d !== 0) {
    // Whatever the bits behind the leading ones are, the quotient lies between these two.
    const q = Math.floor((u + a) / (v + c));
    if (q !== Math.floor((u + b) / (v + d))) break;
    // One by one, without a list for each pair: a command finds its divisors before the engine has compiled this.
    const e = a - q * c;
    const f = b - q * d;
    const w = u - q * v;
    a = c;
    b = d;
    u = v;
    c = e;
    d = f;
    v = w;
  }
  return { shift, u, a, b, c, d };
}

function machineDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}
