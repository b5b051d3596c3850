import type { LexedBlock, LexedTable } from "../lex/lexed.ts";
import type { NumberToken, Token } from "../lex/token.ts";
import type { ScaleStatement } from "./scale.ts";
import type { TableMeaning } from "./table.ts";

/** Which power of ten the digits of an amount have been seen with, in sentences and in tables that state their scale; 0 where several. */
export type Witnesses = ReadonlyMap<string, number>;

/** Shorter runs of digits meet by chance. */
const DIGITS = 3;
/** So many different amounts of a table must be seen elsewhere. */
const ENOUGH = 3;

export function witnessesOf(lexed: readonly LexedBlock[], meanings: readonly TableMeaning[]): Witnesses {
  const seen = new Map<string, number>();
  let table = 0;
  for (const block of lexed) {
    if (block.kind === "text") {
      for (const t of block.tokens)
        if (isAmount(t) && t.currency !== undefined && t.scale >= 3) witness(seen, t, t.scale);
      continue;
    }
    const meaning = meanings[table++]!;
    if (meaning.scaleStated !== true || meaning.scale === 0) continue;
    // Tables hold so many amounts that short ones meet by chance.
    for (const t of amountsOf(block, meaning)) if (t.digits > 999n) witness(seen, t, meaning.scale);
  }
  return seen;
}

function witness(seen: Map<string, number>, token: NumberToken, scale: number): void {
  const key = keyOf(token);
  const known = seen.get(key);
  seen.set(key, known === undefined || known === scale ? scale : 0);
}

/** A table that states no scale has that with which at least three of its amounts stand elsewhere in the document. */
export function witnessedScale(block: LexedTable, meaning: TableMeaning, seen: Witnesses): ScaleStatement | undefined {
  const found = new Map<number, Set<string>>();
  for (const t of amountsOf(block, meaning)) {
    const key = keyOf(t);
    const scale = seen.get(key);
    if (scale === undefined || scale === 0) continue;
    const keys = found.get(scale);
    if (keys === undefined) found.set(scale, new Set([key]));
    else keys.add(key);
  }
  const [best, second] = [...found].sort((a, b) => b[1].size - a[1].size);
  if (best === undefined || best[1].size < ENOUGH || (second !== undefined && second[1].size * 3 > best[1].size))
    return undefined;
  return { scale: best[0], shares: best[0], sharesOnly: false, sharesSaid: false };
}

const keyOf = (t: NumberToken): string => `${t.digits}.${t.places}`;

const isAmount = (t: Token): t is NumberToken =>
  t.kind === "number" &&
  t.written === "digits" &&
  t.unit === undefined &&
  t.doubt === undefined &&
  t.to - t.from >= DIGITS &&
  t.digits > 99n;

function* amountsOf(block: LexedTable, meaning: TableMeaning): Iterable<NumberToken> {
  for (let r = meaning.headRows; r < block.rows.length; r++) {
    if (meaning.rows[r]!.kind !== "data" || meaning.rows[r]!.kindOfCells !== undefined) continue;
    for (const { cell, tokens } of block.rows[r]!.cells) {
      if (cell.column <= meaning.labelColumns) continue;
      for (const t of tokens) if (isAmount(t) && t.scale === 0) yield t;
    }
  }
}
