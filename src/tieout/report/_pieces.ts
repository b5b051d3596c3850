/** A piece is no shorter than this, in code units, unless it is the last. */
const LONG = 1 << 16;

/** The texts one behind the other, in pieces that are worth a write of their own; none is empty. */
export function piecesOf(texts: Iterable<string>): readonly string[] {
  const pieces: string[] = [];
  let open = "";
  for (const text of texts) {
    open += text;
    if (open.length < LONG) continue;
    pieces.push(open);
    open = "";
  }
  return open === "" ? pieces : [...pieces, open];
}
