/** Leaves out stretches of the bytes, large ones first, as long as what is left is still `bad`; ends after `attempts` tries. */
export function shrink(bytes: Uint8Array, bad: (less: Uint8Array) => boolean, attempts = 1500): Uint8Array {
  let now = bytes;
  let left = attempts;
  const end = performance.now() + 20_000;
  for (let size = now.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < now.length; ) {
      if (left-- <= 0 || performance.now() > end) return now;
      const less = new Uint8Array(now.length - Math.min(size, now.length - at));
      less.set(now.subarray(0, at));
      less.set(now.subarray(at + size), at);
      if (bad(less)) now = less;
      else at += size;
    }
  }
  return now;
}
