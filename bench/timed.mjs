/** Milliseconds that it takes. */
export function timed(carryOut) {
  const begin = performance.now();
  carryOut();
  return performance.now() - begin;
}
