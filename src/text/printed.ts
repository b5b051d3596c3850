/**
 * Text as a reader sees it, whose every character keeps its place in the source. `pieces` holds triples, ascending and
 * without gaps in the text: offset in `text`, first offset in the source, end offset in the source. A piece whose two lengths
 * agree is a run of characters taken one to one; any other stands for something written differently: an entity, a fold of
 * white space, or (where the source length is zero) a space that the reader put between two cells.
 */
export interface Printed {
  readonly text: string;
  readonly pieces: readonly number[];
}

export const EMPTY: Printed = { text: "", pieces: [] };

/** The pieces without the room that a growing list keeps for more, which is more than most texts need. */
export const fitted = (pieces: readonly number[]): readonly number[] => pieces.slice();

/** The characters of `source` from `start` to `end`, one to one. */
export const verbatim = (source: string, start: number, end: number): Printed =>
  start >= end ? EMPTY : { text: source.slice(start, end), pieces: [0, start, end] };

/** The index in `pieces` of the piece that holds the character at `offset` of the text. */
function pieceAt(printed: Printed, offset: number): number {
  const { pieces } = printed;
  let low = 0;
  let high = pieces.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle * 3]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low * 3;
}

const textEnd = (printed: Printed, piece: number): number => printed.pieces[piece + 3] ?? printed.text.length;

/** Where the character at `offset` of the text starts in the source. */
export function startOf(printed: Printed, offset: number): number {
  const p = pieceAt(printed, offset);
  const from = printed.pieces[p]!;
  const start = printed.pieces[p + 1]!;
  const oneToOne = textEnd(printed, p) - from === printed.pieces[p + 2]! - start;
  return oneToOne ? start + offset - from : start;
}

/** Where the character before `offset` of the text ends in the source. */
export function endOf(printed: Printed, offset: number): number {
  const p = pieceAt(printed, offset - 1);
  const from = printed.pieces[p]!;
  const start = printed.pieces[p + 1]!;
  const end = printed.pieces[p + 2]!;
  const oneToOne = textEnd(printed, p) - from === end - start;
  return oneToOne ? start + offset - from : end;
}

/** The place in the source of the text from `from` to `to`; `from` is below `to`. */
export const placeOf = (printed: Printed, from: number, to: number): { start: number; end: number } => ({
  start: startOf(printed, from),
  end: endOf(printed, to),
});

/** The part of the text from `from` to `to`. */
export function part(printed: Printed, from: number, to: number): Printed {
  if (from >= to) return EMPTY;
  const pieces: number[] = [];
  for (let p = pieceAt(printed, from); p < printed.pieces.length; p += 3) {
    const a = printed.pieces[p]!;
    if (a >= to) break;
    const b = textEnd(printed, p);
    const start = printed.pieces[p + 1]!;
    const end = printed.pieces[p + 2]!;
    const oneToOne = b - a === end - start;
    const x = Math.max(a, from);
    const y = Math.min(b, to);
    pieces.push(x - from, oneToOne ? start + x - a : start, oneToOne ? start + y - a : end);
  }
  return { text: printed.text.slice(from, to), pieces: fitted(pieces) };
}

/** The texts one after the other, with `between` (a space, or nothing) put in between those that are not empty. */
export function join(parts: readonly Printed[], between: string): Printed {
  let text = "";
  const pieces: number[] = [];
  let last = 0;
  for (const p of parts) {
    if (p.text === "") continue;
    if (text !== "" && between !== "") {
      pieces.push(text.length, last, last);
      text += between;
    }
    for (let i = 0; i < p.pieces.length; i += 3)
      pieces.push(p.pieces[i]! + text.length, p.pieces[i + 1]!, p.pieces[i + 2]!);
    text += p.text;
    last = p.pieces[p.pieces.length - 1]!;
  }
  return { text, pieces: fitted(pieces) };
}

/** The text without white space (no-break spaces too) at either end. */
export function trim(printed: Printed): Printed {
  const { text } = printed;
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  return from === 0 && to === text.length ? printed : part(printed, from, to);
}
