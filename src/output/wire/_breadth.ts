/** Characters that a fixed-width screen shows two columns wide: those of East Asia, and pictures. First and last of each range. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x2614, 0x2615],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f000, 0x1faff],
  [0x20000, 0x3fffd],
];
/** Characters that stand on the one before them or show nothing. */
const NONE: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x200b, 0x200f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0x1f3fb, 0x1f3ff],
  [0xe0100, 0xe01ef],
];

const isIn = (ranges: readonly (readonly [number, number])[], code: number): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last);

/** How many columns one character takes. */
export function breadthOf(code: number): 0 | 1 | 2 {
  if (code < 0x300) return 1;
  return isIn(NONE, code) ? 0 : isIn(WIDE, code) ? 2 : 1;
}

/** How many columns a text takes. */
export function breadth(text: string): number {
  let sum = 0;
  for (const character of text) sum += breadthOf(character.codePointAt(0) ?? 0);
  return sum;
}
