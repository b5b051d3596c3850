/** So many pieces a long document is shown in: few enough to watch, and each small enough to be laid out at once. */
const MOST_PIECES = 250;

/**
 * Puts the blocks of a long document together in pieces, which a browser lays out only when they come into sight. It would do that
 * for blocks alone as well, but watching ten thousands of them takes longer than laying them out.
 */
export function inPieces(page: HTMLElement): void {
  const box = blocksOf(page);
  const blocks = [...box.children];
  if (blocks.length <= MOST_PIECES || blocks.some(({ className }) => className === "piece")) return;
  const together = Math.ceil(blocks.length / MOST_PIECES);
  for (let at = 0; at < blocks.length; at += together) {
    const piece = document.createElement("div");
    piece.className = "piece";
    blocks[at]!.before(piece);
    const last = blocks[Math.min(at + together, blocks.length) - 1]!;
    // Text between the blocks moves with them.
    while (piece.nextSibling !== null) {
      const next = piece.nextSibling;
      piece.append(next);
      if (next === last) break;
    }
  }
}

/** The element whose children are the document's blocks: those around it hold nothing else. */
function blocksOf(page: HTMLElement): Element {
  let box: Element = page;
  for (;;) {
    const inside = [...box.children].filter(({ tagName }) => tagName !== "STYLE");
    if (inside.length !== 1 || inside[0]!.tagName !== "DIV") return box;
    box = inside[0]!;
  }
}
