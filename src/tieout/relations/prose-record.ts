import type { Figure } from "../figures/figure.ts";
import { type Atom, isMark } from "../meaning/prose-atom.ts";
import type { ProseGroup } from "../meaning/prose-meaning.ts";
import { earlierCells, isAbove, tiedRow } from "./prose-row.ts";
import type { RowIndex } from "./prose-rows.ts";
import type { Relation } from "./relation.ts";
import { doubtful, holding, type Saying } from "./saying.ts";
import type { WholeSentence } from "./sentence-atoms.ts";

const RECORD: ReadonlySet<string> = new Set(["record", "highest", "all-time"]);
/** Behind these a record is not that of the amount: "record date", "record levels of activity". */
const NOT_OF_AMOUNTS: ReadonlySet<string> = new Set(
  "date holder holders holdings keeping level levels number".split(" "),
);

/**
 * "Record revenue of $5.2 billion" (T36), as far as the document reaches: no earlier period of that length in the row may print more.
 * The words may mean a first quarter, or a comparison that the table does not show, so a break is a warning; that none
 * prints more proves no digit.
 */
export function proseRecords(
  groups: readonly ProseGroup[],
  sentences: readonly WholeSentence[],
  index: RowIndex,
  figures: readonly Figure[],
): readonly Relation[] {
  const records = new Set(sentences.flatMap(({ atoms }) => recordsIn(atoms)));
  if (records.size === 0) return [];
  return groups.flatMap((group) => {
    if (!group.readings.some((r) => r.role === "current" && records.has(r.figure))) return [];
    const tied = tiedRow(group, index, figures);
    if (tied === undefined || !records.has(tied.reading.figure)) return [];
    const now = figures[tied.hypothesis.current.figure]!;
    const earlier = earlierCells(tied);
    if (earlier.length === 0) return [];
    const higher = earlier.find((c) => isAbove(figures[c.figure]!, now));
    const { row } = tied.hypothesis;
    const saying: Saying = {
      rule: "T36",
      kind: "record",
      text: `${figures[tied.reading.figure]!.text} is a record of ${row.label} in table ${row.table}`,
      evidence: `the word "record", and the row that prints the amount`,
      strength: "weak",
      figures: [tied.reading.figure, ...(higher === undefined ? earlier.map((c) => c.figure) : [higher.figure])],
    };
    if (higher === undefined) return [holding(saying)];
    return [
      doubtful(
        { ...saying, culprit: tied.reading.figure },
        {
          code: "no-record",
          severity: "warning",
          message: `${figures[tied.reading.figure]!.text} is called a record; ${row.label} was ${figures[higher.figure]!.text} in an earlier period of the same length (table ${row.table}).`,
          remedy: "Check both amounts, or say what it is the record of.",
        },
      ),
    ];
  });
}

/** The figures with "record" right before them, or before the name in front of them. */
function recordsIn(atoms: readonly Atom[]): readonly number[] {
  const found: number[] = [];
  let open = false;
  atoms.forEach((a, i) => {
    if (a.kind === "figure") {
      if (open) found.push(a.figure);
      open = false;
    } else if (isMark(a, ";") || isMark(a, ",") || isMark(a, ":")) open = false;
    else if (a.kind === "word" && RECORD.has(a.text)) {
      const next = atoms[i + 1];
      open = !(next?.kind === "word" && NOT_OF_AMOUNTS.has(next.text));
    }
  });
  return found;
}
