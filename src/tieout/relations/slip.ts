/**
 * Whether one slip of a hand explains that `printed` stands where `meant` was due: a digit replaced, two neighbours
 * exchanged, a digit lost or doubled, the sign lost. Both are whole numbers of grid steps.
 */
export function isSlip(printed: number, meant: number): boolean {
  if (printed === meant) return false;
  if (printed === -meant) return true;
  if (printed < 0 !== meant < 0) return false;
  const a = Math.abs(printed).toString();
  const b = Math.abs(meant).toString();
  if (a.length === b.length) return sameLength(a, b);
  return a.length + 1 === b.length ? oneLonger(a, b) : b.length + 1 === a.length ? oneLonger(b, a) : false;
}

function sameLength(a: string, b: string): boolean {
  let first = 0;
  while (a[first] === b[first]) first++;
  let last = a.length - 1;
  while (a[last] === b[last]) last--;
  if (first === last) return true;
  return last === first + 1 && a[first] === b[last] && a[last] === b[first];
}

/** Whether `long` is `short` with one digit put in. */
function oneLonger(short: string, long: string): boolean {
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return short.slice(i) === long.slice(i + 1);
}
