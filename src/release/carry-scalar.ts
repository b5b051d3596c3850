import type { Text } from "../text/settings.ts";
import type { CarryChange } from "./carry-changes.ts";

/**
 * Puts a mark before the text of a scalar of YAML, in a way that leaves it a scalar: within its quotation marks, on the first line of its block, or in
 * quotation marks that are put around what had none, for a mark begins with a bracket. The mark itself holds neither quotation marks nor backslashes.
 */
export function markedScalar(source: string, { start, end }: Text, mark: string): readonly CarryChange[] {
  const first = source[start];
  if (first === '"' || first === "'") return [inserted(start + 1, `${mark} `)];
  if (first === "|" || first === ">") return [inserted(firstOfBlock(source, start, end), `${mark} `)];
  const plain = source.slice(start, end);
  if (!/["\\]/.test(plain)) return [inserted(start, `"${mark} `), inserted(end, '"')];
  const doubled = [...plain.matchAll(/'/g)].map(({ index }) => inserted(start + index, "'"));
  return [inserted(start, `'${mark} `), ...doubled, inserted(end, "'")];
}

const inserted = (at: number, text: string): CarryChange => ({ start: at, end: at, text });

/** The first character of a block below its sign that is no blank. */
function firstOfBlock(source: string, start: number, end: number): number {
  const line = source.indexOf("\n", start);
  if (line < 0 || line >= end) return end;
  const blanks = /^\s*/.exec(source.slice(line, end))?.[0].length ?? 0;
  return line + blanks;
}
