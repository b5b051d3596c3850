/** A document with fewer figures is laid out at once in no time. */
const LONG = 2000;
/** So many pieces a long document is shown in: few enough to watch, and each small enough to be laid out at once. */
const MOST_PIECES = 250;

/**
 * Shows a long document in pieces, which a browser lays out only when they come into sight. Where it has more blocks than that they
 * are put together, since watching ten thousands of blocks takes longer than laying them out.
 */
export function inPieces(page: HTMLElement): void {
  if (page.getElementsByClassName("figure").length < LONG || page.getElementsByClassName("piece").length > 0) return;
  const blocks = [...blocksOf(page).children];
  const together = Math.ceil(blocks.length / MOST_PIECES);
  for (let at = 0; at < blocks.length; at += together) {
    const first = blocks[at]!;
    if (together === 1) first.classList.add("piece");
    else putTogether(first, blocks[Math.min(at + together, blocks.length) - 1]!);
  }
}

function putTogether(first: Element, last: Element): void {
  const piece = document.createElement("div");
  piece.className = "piece";
  first.before(piece);
  // Text between the blocks moves with them.
  for (let next = piece.nextSibling; next !== null; next = piece.nextSibling) {
    piece.append(next);
    if (next === last) return;
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
