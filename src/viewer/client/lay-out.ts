import { darkPaper } from "./dark-paper.ts";
import { inPieces } from "./pieces.ts";

/**
 * Makes a document that was just put on the page ready to be shown. It may be asked again; best before the page is first painted,
 * since a long document is not laid out twice in no time.
 */
export function layOut(page: HTMLElement): void {
  page.tabIndex = 0;
  const columns = `${columnsOf(page)}`;
  if (page.style.getPropertyValue("--columns") !== columns) page.style.setProperty("--columns", columns);
  darkPaper(page);
  inPieces(page);
}

/** Lines of text as long as these are meant to be lines; longer ones are prose that runs on. */
const [NARROWEST, WIDEST] = [60, 180];

/** How many characters wide a text is, so that its lines are fitted into the paper. Where there are lines that do not wrap, they alone count. */
function columnsOf(page: HTMLElement): number {
  let most = NARROWEST;
  const fixed = page.querySelectorAll("pre:not([class])");
  for (const pre of fixed.length > 0 ? fixed : page.querySelectorAll("pre"))
    for (const line of (pre.textContent ?? "").split("\n"))
      if (line.length <= WIDEST && line.length > most) most = line.length;
  return most;
}
