/** The known name that is written most like `entry`; the first of them where several are, undefined where none is known. */
export function nearestTo(entry: string, known: Iterable<string>): string | undefined {
  const written = entry.toLowerCase().slice(0, 60);
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const steps = stepsBetween(written, name.toLowerCase().slice(0, 60));
    if (steps < least) [nearest, least] = [name, steps];
  }
  return nearest;
}

/** How many letters must be put in, taken out or replaced to make one word of the other. */
export function stepsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}
