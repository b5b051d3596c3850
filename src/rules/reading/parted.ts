import { anyCase } from "../pattern.ts";
import { isPageHead } from "./part.ts";
import type { Passage } from "./passage.ts";
import { bridges, isOwn, type RuleTable } from "./rule-table.ts";

/** The tables that the end of a page has parted, each as the one table that it is, with the blocks that it is printed in; what is whole is not among them. */
export function partedIn(tables: readonly RuleTable[], passages: readonly Passage[]): readonly Parted[] {
  const joined: Parted[] = [];
  let open: Parted | undefined;
  let above: Passage[] = [];
  let next = 0;
  tables.forEach((table, i) => {
    const before = tables[i - 1];
    const between: Passage[] = [];
    for (; next < passages.length && passages[next]!.block < table.block; next++) between.push(passages[next]!);
    const first: RuleTable | undefined = open?.whole ?? before;
    const heads = first?.reading.meaning.columns ?? [];
    const goesOn =
      first !== undefined &&
      first.rows.length + table.rows.length < MOST_ROWS &&
      isOpen(first, table) &&
      haveHeads(heads, table) &&
      between.length < MOST_BETWEEN &&
      between.every(({ text }) => isOfPage(text, above));
    if (goesOn) {
      if (open !== undefined) joined.pop();
      open = { whole: asOne(first, table), blocks: [...(open?.blocks ?? [first.block]), table.block] };
      joined.push(open);
    } else {
      open = undefined;
      above = between.slice(-MOST_BETWEEN);
    }
  });
  return joined;
}

export interface Parted {
  readonly whole: RuleTable;
  readonly blocks: readonly number[];
}

/** The tables, where a reconciliation that was parted stands as one in the place of its parts. */
export function withWholes(tables: readonly RuleTable[], parted: readonly Parted[]): readonly RuleTable[] {
  const all = parted.filter(({ whole }) => whole.kind === "reconciliation");
  if (all.length === 0) return tables;
  const blocks = new Set(all.flatMap((one) => one.blocks));
  return [...tables.filter((t) => !blocks.has(t.block)), ...all.map(({ whole }) => whole)].toSorted(
    (a, b) => a.block - b.block,
  );
}

/** A table of more rows is no reconciliation, and more lines than these between two tables are a title and what stands with it. */
const MOST_ROWS = 120;
const MOST_BETWEEN = 8;

/** Whether a table stops on the way: its last row is no measure of the company's own, or the next has lines above such a measure and nothing that they start from. */
const isOpen = ({ kind, part, rows }: RuleTable, next: RuleTable): boolean => {
  const last = rows.at(-1);
  // Among the reconciliations what has lines of a statement is the beginning of one of them.
  if ((kind === "statement" && part !== "definitions") || kind === "guidance" || last === undefined) return false;
  const end = next.rows.findIndex(({ named }) => named !== undefined);
  return !isOwn(last) || (end > 0 && isOwn(next.rows[end]!));
};

/** The heads of the page before are printed again, the first lines of them alone, or not at all. */
const haveHeads = (heads: RuleTable["reading"]["meaning"]["columns"], { reading }: RuleTable): boolean => {
  const { columns } = reading.meaning;
  return (
    columns.length === heads.length &&
    columns.every(({ head, kind }, c) => kind === "label" || heads[c]!.head.startsWith(head))
  );
};

/** What stands at the end of a page or at the head of the next: its number, what says that a table goes on, and the title once more. */
const isOfPage = (text: string, above: readonly Passage[]): boolean =>
  /^[\W\d_]{0,12}$/.test(text) || isPageHead(text) || CONTINUED.test(text) || above.some((p) => p.text === text);
const CONTINUED = anyCase(/^.{0,120}\bcont(?:inued|[’']d|\.)\W{0,4}$|^\W{0,3}(?:table )?continued\b.{0,60}$/);

/** Both as one, in the words and the columns of the first. */
function asOne(first: RuleTable, table: RuleTable): RuleTable {
  const { meaning, grid, block } = first.reading;
  const from = meaning.rows.length;
  const rows = [...first.rows, ...table.rows.map((r) => ({ ...r, row: r.row + from }))];
  const isReconciliation = [first, table].some(({ kind }) => kind === "reconciliation") || bridges(rows, first.part);
  return {
    ...first,
    kind: isReconciliation ? "reconciliation" : first.kind,
    rows,
    reading: {
      ...first.reading,
      meaning: { ...meaning, rows: [...meaning.rows, ...table.reading.meaning.rows] },
      grid: [...grid, ...table.reading.grid],
      block: { ...block, rows: [...block.rows, ...table.reading.block.rows] },
    },
  };
}
