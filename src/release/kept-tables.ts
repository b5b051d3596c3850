import type { Passed } from "../books/books-finding.ts";
import type { OpenTables, TableAsk, TableSource } from "./table-source.ts";
import { headOfRelease } from "./table-words.ts";

/**
 * Opens tables as `open` does, and gives those of the last time again where all that they are made from is what it was: for a text that is printed at every
 * change. Tables are three quarters of the work of printing a release, and most changes are made in its sentences.
 */
export function keptTables(open: OpenTables): OpenTables {
  let last: { readonly ask: TableAsk; readonly passed: Passed<TableSource> } | undefined;
  return (ask) => {
    if (last === undefined || !isSame(last.ask, ask)) last = { ask, passed: open(ask) };
    return last.passed;
  };
}

/** The books and their facts are values: other ones are other records. Of the text, tables know its head alone. */
function isSame(a: TableAsk, b: TableAsk): boolean {
  const [one, other] = [a.files, b.files];
  return (
    a.books === b.books &&
    a.facts === b.facts &&
    a.period === b.period &&
    one.tables?.path === other.tables?.path &&
    one.tables?.text === other.tables?.text &&
    one.call?.path === other.call?.path &&
    one.call?.text === other.call?.text &&
    JSON.stringify(headOfRelease(a)) === JSON.stringify(headOfRelease(b))
  );
}
