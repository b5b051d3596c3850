import type { Printed } from "../../text/printed.ts";
import type { Block } from "../document.ts";
import { isDigit, isSpace } from "./text-line.ts";

/** Words that no page of prose does without, in the languages releases are written in. */
const COMMON = new Set(
  (
    "the of and to in for a is on our with as by at from or are that this be net total per share income " +
    "der die und von den mit das im f\u00fcr auf de la le les et des du en un une pour par el los las y que del con il di e che per " +
    "van het een voor op och att som p\u00e5 av til og i"
  ).split(" "),
);

const FEWEST_CHARACTERS = 1500;
const LOOKED_AT = 20_000;

/**
 * Whether a long text is made of substituted letters: it has hardly a common word, and hardly a number written as numbers are.
 * Private-use characters alone say as much.
 */
export function isSubstituted(blocks: readonly Block[]): boolean {
  const count: Count = { ink: 0, strange: 0, words: 0, common: 0, numbers: 0, left: LOOKED_AT };
  for (const block of blocks) {
    if (count.left <= 0) break;
    if (block.kind !== "table") add(count, block.text);
    else for (const row of block.rows) for (const cell of row.cells) add(count, cell.text);
  }
  if (count.strange > FEWEST_CHARACTERS / 5 && count.strange * 4 > count.ink) return true;
  if (count.ink < FEWEST_CHARACTERS || count.words < 200) return false;
  return count.common * 200 < count.words && count.numbers * 100 < count.words;
}

interface Count {
  ink: number;
  /** Private-use, replacement and control characters. */
  strange: number;
  words: number;
  common: number;
  numbers: number;
  left: number;
}

function add(count: Count, { text }: Printed): void {
  const end = Math.min(text.length, count.left);
  count.left -= end;
  let start = -1;
  for (let i = 0; i <= end; i++) {
    const c = i < end ? text.charCodeAt(i) : 32;
    if ((c >= 0xe000 && c <= 0xf8ff) || c === 0xfffd || (c > 0x7e && c < 0xa0)) count.strange++;
    // "(cid:53)" is how some programs write a glyph that has no character; its five signs weigh as one.
    else if (c === 40 && text.startsWith("cid:", i + 1)) count.strange += 3;
    if (!isSpace(c)) {
      count.ink++;
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) word(count, text, start, i);
    start = -1;
  }
}

function word(count: Count, text: string, from: number, to: number): void {
  count.words++;
  if (to - from > 20) return;
  if (
    isDigit(text.charCodeAt(to - 1)) &&
    /^[$(\u20ac\u00a3-]{0,3}\d{1,3}(?:,\d{3})*(?:\.\d+)?$/.test(text.slice(from, to))
  )
    count.numbers++;
  else if (COMMON.has(text.slice(from, to).toLowerCase())) count.common++;
}
