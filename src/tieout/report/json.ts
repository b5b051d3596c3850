import type { Checked } from "./checked.ts";
import { figureOf, findingOf, relationOf, summarize, write } from "./write.ts";

/** A piece is no shorter than this, in code units, unless it is the last. */
const LONG = 1 << 16;
/** So many entries of a list are turned into records, written, and let go before the next. */
const AT_ONCE = 100;

/**
 * The line of `check --json`: what `JSON.stringify(write(checked))` gives, with its line feed, in pieces. Neither all records of a
 * long report nor its text as one string are ever in memory: together they would take more of it than all that is known of
 * the document.
 */
export function jsonLine(checked: Checked): readonly string[] {
  if (checked.kind === "refused") return [`${JSON.stringify(write(checked))}\n`];
  const { figures, relations, findings } = checked;
  const frame = { ...write({ ...checked, figures: [], relations: [], findings: [] }), summary: summarize(checked) };
  const lists: Readonly<Record<string, Iterable<string>>> = {
    figures: entries(figures, figureOf),
    relations: entries(relations, (relation) => relationOf(relation, figures)),
    findings: entries(findings, findingOf),
  };
  const pieces: string[] = [];
  let open = "{";
  for (const [key, value] of Object.entries(frame)) {
    open += `${open === "{" ? "" : ","}${JSON.stringify(key)}:`;
    const list = lists[key];
    if (list === undefined) open += JSON.stringify(value);
    else {
      open += "[";
      for (const some of list) {
        open += some;
        if (open.length < LONG) continue;
        pieces.push(open);
        open = "";
      }
      open += "]";
    }
  }
  return [...pieces, `${open}}\n`];
}

/** The entries of a list as JSON, some at once, with commas between them. */
function* entries<T>(list: readonly T[], recordOf: (item: T) => unknown): Iterable<string> {
  for (let from = 0; from < list.length; from += AT_ONCE) {
    const some = JSON.stringify(list.slice(from, from + AT_ONCE).map(recordOf)).slice(1, -1);
    yield from === 0 ? some : `,${some}`;
  }
}
