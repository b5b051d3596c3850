import { DASH, NOT_MEANINGFUL } from "../../measures/round-for-print.ts";
import { MINUS } from "../../release/print.ts";
import type { BoundFigure } from "../../release/release.ts";
import { escaped, put, type Sheet } from "./_sheet.ts";

/*
 * A minus sign or a bracket is hidden from screen readers and the word "minus" is given to them by the style sheet: so it is heard, and whoever takes the text of
 * the page finds what is printed and nothing else.
 */
const heardAs = (word: string, mark: string): string =>
  `<span class="${word}"><span aria-hidden="true">${mark}</span></span>`;

const unheard = (mark: string): string => `<span aria-hidden="true">${mark}</span>`;

/** A figure's text in three parts; the middle one is its digits. */
export interface FigureParts {
  readonly before: string;
  readonly digits: string;
  readonly after: string;
}

export const partsOf = ({ text, from, to }: BoundFigure): FigureParts => ({
  before: text.slice(0, from),
  digits: text.slice(from, to),
  after: text.slice(to),
});

/** Longer print than this may be broken over two lines. */
const UNBROKEN = 24;

/** Puts down a figure and remembers where its digits stand; words, a dash and NM have their place as a whole. */
export function putFigure(sheet: Sheet, figure: BoundFigure): void {
  if (figure.text === "") return;
  const { before, digits, after } = partsOf(figure);
  put(
    sheet,
    `<span class="${figure.text.length > UNBROKEN ? "figure long" : "figure"}" data-figure="${escaped(figure.id)}">`,
  );
  if (digits === "") putWhole(sheet, figure);
  else {
    const isBracketed = before.endsWith("(") && after.startsWith(")");
    put(sheet, signed(isBracketed ? before.slice(0, -1) : before) + (isBracketed ? heardAs("minus", "(") : ""));
    remember(sheet, figure, digits);
    put(sheet, isBracketed ? unheard(")") + escaped(after.slice(1)) : escaped(after));
  }
  put(sheet, "</span>");
}

const signed = (before: string): string => before.split(MINUS).map(escaped).join(heardAs("minus", MINUS));

function remember(sheet: Sheet, figure: BoundFigure, printed: string): void {
  const start = sheet.length;
  put(sheet, escaped(printed));
  if (!sheet.figures.has(figure.id)) sheet.figures.set(figure.id, { start, end: sheet.length });
}

function putWhole(sheet: Sheet, figure: BoundFigure): void {
  const { text } = figure;
  if (text === DASH) {
    put(sheet, '<span class="zero"><span aria-hidden="true">');
    remember(sheet, figure, text);
    put(sheet, "</span></span>");
  } else if (text === NOT_MEANINGFUL) {
    put(sheet, '<abbr title="not meaningful">');
    remember(sheet, figure, text);
    put(sheet, "</abbr>");
  } else {
    const said = /^(?:approximately )?(?:minus )?/.exec(text)?.[0] ?? "";
    put(sheet, escaped(said));
    remember(sheet, figure, text.slice(said.length));
  }
}
