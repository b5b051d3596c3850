import type { Placed } from "../anchor/anchor.ts";
import { fold } from "../anchor/fold.ts";
import type { Figure } from "../figures/figure.ts";
import { align } from "./align.ts";
import type { Line } from "./line.ts";
import type { LinePair } from "./pair-lines.ts";

/** For each figure of the new draft the one of the earlier draft that it was, or undefined where it is new. */
export function pairFigures(
  pairs: readonly LinePair[],
  before: { readonly placed: Placed; readonly lines: readonly Line[] },
  now: { readonly placed: Placed; readonly lines: readonly Line[] },
): readonly (number | undefined)[] {
  const was = new Array<number | undefined>(now.placed.figures.length).fill(undefined);
  const columns = columnMaps(before.placed, now.placed);
  for (const pair of pairs) {
    const a = before.lines[pair.before]!;
    const b = now.lines[pair.now]!;
    const found =
      a.kind === "row"
        ? inRows(a, b, before.placed.figures, now.placed.figures, columns)
        : inSentences(a, b, before.placed.figures, now.placed.figures);
    for (const [i, j] of found) was[j] = i;
  }
  return was;
}

type FigurePair = readonly [number, number];

const byOrder = (a: readonly number[], b: readonly number[]): readonly FigurePair[] =>
  a.map((figure, i) => [figure, b[i]!] as const);

/** In a sentence a figure keeps the words beside it; where those have changed, it keeps its place among figures of its kind. */
function inSentences(
  a: Line,
  b: Line,
  figuresA: readonly Figure[],
  figuresB: readonly Figure[],
): readonly FigurePair[] {
  if (a.words === b.words && a.figures.length === b.figures.length) return byOrder(a.figures, b.figures);
  const itemsA = itemsOf(a, figuresA);
  const itemsB = itemsOf(b, figuresB);
  const matches = align(
    itemsA.map((item) => item.key),
    itemsB.map((item) => item.key),
  );
  const pairs: FigurePair[] = [];
  let i = 0;
  let j = 0;
  for (const [x, y] of [...matches, [itemsA.length, itemsB.length] as const]) {
    const left = itemsA.slice(i, x).flatMap((item) => item.figure ?? []);
    const right = itemsB.slice(j, y).flatMap((item) => item.figure ?? []);
    for (let k = 0; k < left.length && k < right.length; k++) {
      if (figuresA[left[k]!]!.kind !== figuresB[right[k]!]!.kind) break;
      pairs.push([left[k]!, right[k]!]);
    }
    const own = itemsA[x]?.figure;
    if (own !== undefined) pairs.push([own, itemsB[y]!.figure!]);
    i = x + 1;
    j = y + 1;
  }
  return pairs;
}

interface Item {
  readonly key: string;
  readonly figure: number | undefined;
}

/** The words of a sentence, a figure by its kind alone. */
function itemsOf({ between, figures }: Line, all: readonly Figure[]): readonly Item[] {
  const items: Item[] = [];
  between.forEach((stretch, i) => {
    for (const word of stretch.split(/\s+/))
      if (word !== "") items.push({ key: fold(word) || word, figure: undefined });
    const figure = figures[i];
    if (figure !== undefined) items.push({ key: `# ${all[figure]!.kind}`, figure });
  });
  return items;
}

/** Which column of a table (from 1) each column of another has been. */
type ColumnMap = ReadonlyMap<number, number>;
type ColumnMaps = (tableBefore: number, tableNow: number) => ColumnMap;

/** In a row a figure keeps its column, known by its heads. */
function inRows(
  a: Line,
  b: Line,
  figuresA: readonly Figure[],
  figuresB: readonly Figure[],
  columns: ColumnMaps,
): readonly FigurePair[] {
  if (!("table" in a.where) || !("table" in b.where)) return [];
  const map = columns(a.where.table, b.where.table);
  const cells = new Map<number, number[]>();
  for (const i of a.figures) {
    const column = columnOf(figuresA[i]!);
    const cell = cells.get(column);
    if (cell === undefined) cells.set(column, [i]);
    else cell.push(i);
  }
  for (const cell of cells.values()) cell.reverse();
  return b.figures.flatMap((j): readonly FigurePair[] => {
    const column = map.get(columnOf(figuresB[j]!));
    const i = column === undefined ? undefined : cells.get(column)?.pop();
    return i === undefined ? [] : [[i, j]];
  });
}

const columnOf = ({ where }: Figure): number => (where.kind === "table" ? where.column : 0);

function columnMaps(before: Placed, now: Placed): ColumnMaps {
  const made = new Map<string, ColumnMap>();
  const headsOf = (placed: Placed, table: number): readonly string[] => {
    const { block, meaning } = placed.tables[table - 1]!;
    return Array.from({ length: block.block.columns }, (_, i) => fold(meaning.columns[i]?.head ?? ""));
  };
  return (tableBefore, tableNow) => {
    const key = `${tableBefore} ${tableNow}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const map = columnMap(headsOf(before, tableBefore), headsOf(now, tableNow));
    made.set(key, map);
    return map;
  };
}

/** Columns with the same heads, and between them as many as there are on both sides, one for one. */
function columnMap(before: readonly string[], now: readonly string[]): ColumnMap {
  const map = new Map<number, number>();
  let i = 0;
  let j = 0;
  for (const [x, y] of [...align(before, now), [before.length, now.length] as const]) {
    if (x - i === y - j) for (let k = 0; i + k < x; k++) map.set(j + k + 1, i + k + 1);
    if (x < before.length) map.set(y + 1, x + 1);
    i = x + 1;
    j = y + 1;
  }
  return map;
}
