/** Where a text is more than a release can be, and what of. */
export interface SizeTrouble {
  readonly start: number;
  readonly message: string;
}

const MOST_CHARACTERS = 256 * 1024;
const LONGEST_LINE = 8000;
/** Quotations in quotations, lists in lists. */
const DEEPEST = 8;
const WIDEST_MARGIN = 40;

/**
 * What a block may have: what lists, emphasis, links and code cost to read grows with the square of these, and a page of a release has a hundredth of them.
 */
const MOST_OF_A_BLOCK = 16_000;
const MOST_LINES = 600;
const MOST_OF_A_SIGN: readonly (readonly [sign: string, most: number])[] = [
  ["[", 300],
  ["]", 300],
  ["*", 1000],
  ["_", 1000],
  ["`", 200],
  ["<", 1000],
  ["{", 1000],
];

/** Offsets of a part of the text. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** Blocks below this are read together. */
const LEAST_OF_A_BLOCK = 500;

/**
 * The parts that can be read one by one: each starts behind an empty line with a line that is not set in and begins no item of a list. Markdown reads them so
 * itself, but in a time that goes with the square of their number.
 */
export function blocksOf(text: string): readonly Block[] {
  const starts = [0];
  for (const { index, 0: found } of text.matchAll(/\n[ \t]*\n(?=[^\s])/g)) {
    const at = index + found.length;
    const isItem = /^(?:[-*+][ \t]|\d{1,9}[.)][ \t])/.test(text.slice(at, at + 12));
    if (!isItem && at - starts.at(-1)! >= LEAST_OF_A_BLOCK) starts.push(at);
  }
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
}

/** Where the text is larger or deeper than a release is; the blocks of what passes are read in a time that goes with its length. */
export function sizeTrouble(text: string): SizeTrouble | undefined {
  if (text.length > MOST_CHARACTERS)
    return { start: 0, message: `The text has ${text.length} characters; a release has at most ${MOST_CHARACTERS}.` };
  for (const block of blocksOf(text)) {
    const trouble = blockTrouble(text.slice(block.start, block.end));
    if (trouble !== undefined) return { ...trouble, start: block.start + trouble.start };
  }
  return undefined;
}

function blockTrouble(block: string): SizeTrouble | undefined {
  let at = 0;
  const lines = block.split("\n");
  for (const line of lines) {
    const trouble = lineTrouble(line, at);
    if (trouble !== undefined) return trouble;
    at += line.length + 1;
  }
  const written = block.trim();
  if (written.length > MOST_OF_A_BLOCK)
    return { start: 0, message: `This block has ${written.length} characters; one has at most ${MOST_OF_A_BLOCK}.` };
  const most = written.split("\n").length;
  if (most > MOST_LINES) return { start: 0, message: `This block has ${most} lines; one has at most ${MOST_LINES}.` };
  for (const [sign, most] of MOST_OF_A_SIGN) {
    const count = block.split(sign).length - 1;
    if (count > most)
      return { start: 0, message: `This block has "${sign}" ${count} times; one has it at most ${most} times.` };
  }
  return undefined;
}

function lineTrouble(line: string, at: number): SizeTrouble | undefined {
  if (line.length > LONGEST_LINE)
    return { start: at, message: `This line has ${line.length} characters; a line has at most ${LONGEST_LINE}.` };
  const margin = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? "";
  const depth = margin.replace(/[^>*+.)-]/g, "").length;
  // A line of stars or hyphens alone is a rule, however many there are.
  if (depth > DEEPEST && /[^ \t*_-]/.test(line))
    return { start: at, message: `Quotations and lists stand here ${depth} deep; a release has at most ${DEEPEST}.` };
  if (margin.length > WIDEST_MARGIN && margin.length < line.length)
    return {
      start: at,
      message: `This line is set in by ${margin.length} characters; a line is set in by at most ${WIDEST_MARGIN}.`,
    };
  return undefined;
}
