/**
 * The binary logarithm of a whole number from 1 up, by straight lines between the powers of two. It differs from the true
 * one by less than 0.09, and being made of exact steps it is the same on every machine: evidence must not depend on one.
 */
export function bitsOf(n: number): number {
  let bits = 0;
  let power = 1;
  while (power * 2 <= n) {
    power *= 2;
    bits++;
  }
  return bits + (n - power) / power;
}
