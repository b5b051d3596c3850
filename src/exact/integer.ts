const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** A whole number as a machine integer, exactly; undefined where it lies beyond the integers that are exact. */
export const machineInteger = (n: bigint): number | undefined =>
  n <= LARGEST && n >= -LARGEST ? Number(n) : undefined;
