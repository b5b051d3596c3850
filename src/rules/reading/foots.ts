import {
  absolute,
  add,
  divide,
  isCloser,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";

/** A row of a table with its figures. */
interface Row {
  /** From 0. */
  readonly row: number;
  readonly figures: readonly Figure[];
}

/** The rows between two, whichever of them comes first. */
export const linesBetween = <T extends Row>(
  { rows }: { readonly rows: readonly T[] },
  a: Row,
  b: Row,
): readonly T[] => {
  const [low, high] = [Math.min(a.row, b.row), Math.max(a.row, b.row)];
  return rows.filter((r) => r.row > low && r.row < high);
};

/** The figure that a row has in a column of its table; the column of the labels is the first, 0. */
export const figureIn = ({ figures }: Pick<Row, "figures">, column: number): Figure | undefined =>
  figures.find(({ where }) => where.kind === "table" && where.column === column);

/** What a row prints in a column of its table. */
export const inColumn = (row: Pick<Row, "figures">, column: number): Measured | undefined =>
  figureIn(row, column)?.measured;

/** Whether the lines make up what lies between the two in some column, as printed or taken away. */
export function foots(from: Row, to: Row, lines: readonly Row[]): boolean {
  const columns = from.figures.flatMap((f) => (f.where.kind === "table" ? [f.where.column] : []));
  return columns.some((column) => {
    const [first, last] = [inColumn(from, column), inColumn(to, column)];
    if (first === undefined || last === undefined) return false;
    const apart = subtract(last.value, first.value);
    // Lines of a table per share are read in thousands like the rest of the release: what counts is how they are printed.
    const parts = lines.flatMap((r) => {
      const part = inColumn(r, column);
      if (part === undefined || part.unit === first.unit) return part ?? [];
      return [{ ...part, value: multiply(part.value, divide(first.quantum, part.quantum)) }];
    });
    const bound = multiply(first.quantum, rational(BigInt(parts.length + 2)));
    const isNear = (a: Rational): boolean => isCloser(absolute(apart), absolute(a), bound);
    const values = parts.map(({ value }) => value);
    return values.length > 0 && [values, ...withoutOne(values)].some((some) => sumsOf(some).some(isNear));
  });
}

/** One of many lines may be a subtotal of those before it. */
const withoutOne = (values: readonly Rational[]): readonly (readonly Rational[])[] =>
  values.length < SIGNLESS ? [] : values.map((_, i) => values.filter((_, other) => other !== i));

/** Of so many lines every one may be printed without its sign; with more, some sum would be near by chance. */
const SIGNLESS = 4;

const sumsOf = ([first, ...rest]: readonly Rational[]): readonly Rational[] =>
  first === undefined
    ? [ZERO]
    : rest.length < SIGNLESS
      ? sumsOf(rest).flatMap((sum) => [add(sum, first), subtract(sum, first)])
      : [[first, ...rest].reduce(add)];
