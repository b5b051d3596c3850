import type { Figure } from "../figures/figure.ts";
import type { CheckedFigure } from "./checked.ts";

/** What a person's name for a figure leads to: one, several, or none; `other` is a token that measures nothing. */
export type Named =
  | { readonly kind: "one"; readonly figure: number }
  | { readonly kind: "several"; readonly figures: readonly number[] }
  | { readonly kind: "other"; readonly figure: number }
  | { readonly kind: "none" };

/**
 * The measurement that is meant: by its id ("f12"); else by its print alone ("371.2"); else by words and numbers that all stand in
 * its print, its labels or its place ("total revenue 371.2", "table 2 row 4 column 3").
 */
export function figureNamed(name: string, figures: readonly CheckedFigure[]): Named {
  const meant = words(name);
  if (meant.length === 0) return { kind: "none" };
  const id = figures.findIndex(({ figure }) => figure.id === name.trim().toLowerCase());
  if (id >= 0) return { kind: isMeasurement(figures[id]!) ? "one" : "other", figure: id };
  const print = meant.join(" ");
  const exact = indexes(figures, (figure) => words(figure.text).join(" ") === print);
  if (exact.length > 0) return oneOf(exact);
  return oneOf(
    indexes(figures, (figure) => {
      const has = ` ${words(`${figure.text} ${figure.label} ${placeOf(figure)}`).join(" ")} `;
      // A place is two words that belong together, wherever the others stand.
      return phrases(meant).every((phrase) => has.includes(` ${phrase} `));
    }),
  );
}

const isMeasurement = ({ figure }: CheckedFigure): boolean => figure.measured !== undefined;

const indexes = (figures: readonly CheckedFigure[], is: (figure: Figure) => boolean): readonly number[] =>
  figures.flatMap((checked, i) => (isMeasurement(checked) && is(checked.figure) ? [i] : []));

const oneOf = (found: readonly number[]): Named =>
  found.length === 0
    ? { kind: "none" }
    : found.length === 1
      ? { kind: "one", figure: found[0]! }
      : { kind: "several", figures: found };

/** Letters and digits; the marks of numbers and the signs around them are left out, as people do. */
const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .match(/[\p{L}\d][\p{L}\d.,%]{0,60}/gu)
    ?.map(bare) ?? [];
const bare = (word: string): string => word.replace(/[.,%]{1,60}$/, "");

const PLACES: ReadonlySet<string> = new Set(["table", "row", "column", "paragraph"]);

function phrases(meant: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < meant.length; i++) {
    const isPlace = PLACES.has(meant[i]!) && /^\d{1,9}$/.test(meant[i + 1] ?? "");
    found.push(isPlace ? `${meant[i]} ${meant[++i]}` : meant[i]!);
  }
  return found;
}

/** "table 2, row 4, column 1" or "paragraph 7", as the report counts. */
export function placeOf({ where }: Figure): string {
  if (where.kind === "prose") return `paragraph ${where.paragraph}`;
  return `table ${where.table}, row ${where.row}, column ${where.column}`;
}
