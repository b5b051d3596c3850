/**
 * Whether one slip of a hand explains that `printed` stands where `meant` was due: a digit replaced, two neighbours
 * exchanged, a digit lost or doubled, the sign lost. Both are whole numbers of grid steps.
 */
export function isSlip(printed: number, meant: number): boolean {
  if (printed === meant) return false;
  if (printed === -meant) return true;
  if (printed < 0 !== meant < 0) return false;
  return isOneSlip(Math.abs(printed).toString(), Math.abs(meant).toString());
}

/** Whether two words of one alphabet differ by one slip: a character replaced, lost or doubled, or two neighbours exchanged. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  const shorter = Math.min(a.length, b.length);
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
