import type { Block, BoundFigure, Chart, Inline, ReleaseTable, TableCell } from "./release.ts";

/** The blocks with their figures named "F1", "F2" and so on in the order of the release, and those figures. One record that stands twice is one figure. */
export function numbered(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly figures: readonly BoundFigure[];
} {
  const figures: BoundFigure[] = [];
  const named = new Map<BoundFigure, BoundFigure>();
  const name = (figure: BoundFigure): BoundFigure => {
    const known = named.get(figure);
    if (known !== undefined) return known;
    const made = { ...figure, id: `F${figures.length + 1}` };
    named.set(figure, made);
    figures.push(made);
    return made;
  };
  return { blocks: blocks.map((block) => blockOf(block, name)), figures };
}

type Name = (figure: BoundFigure) => BoundFigure;

function blockOf(block: Block, name: Name): Block {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, content: inlines(block.content, name) };
    case "list":
      return { ...block, items: block.items.map((item) => inlines(item, name)) };
    case "event":
      return { ...block, lines: block.lines.map((line) => inlines(line, name)) };
    case "table":
      return tableOf(block, name);
    case "chart":
      return chartOf(block, name);
    case "contacts":
      return block;
  }
}

const inlines = (content: readonly Inline[], name: Name): readonly Inline[] =>
  content.map((inline) => (inline.kind === "figure" ? { ...inline, figure: name(inline.figure) } : inline));

const cellOf = (cell: TableCell, name: Name): TableCell =>
  cell.kind === "figure" ? { ...cell, figure: name(cell.figure) } : cell;

const tableOf = (table: ReleaseTable, name: Name): ReleaseTable => ({
  ...table,
  rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cellOf(cell, name)) })),
});

const chartOf = (chart: Chart, name: Name): Chart => ({
  ...chart,
  series: chart.series.map((one) => ({
    ...one,
    points: one.points.map((point) => ({ ...point, figure: name(point.figure) })),
  })),
});
