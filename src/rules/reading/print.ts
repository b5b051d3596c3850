import { remembered, rememberedBy } from "../remembered.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Passage } from "./passage.ts";

/** How a character is printed. */
export interface Print {
  readonly bold: boolean;
  /** In twentieths of a point; 0 in a text, whose letters are all of one size. */
  readonly size: number;
}

/** How the character at a place of the source is printed. */
export type PrintAt = (place: number) => Print;

const PLAIN: Print = { bold: false, size: 0 };

/** The marks of a text that make what stands between two of them bold. */
const MARKS = /\*{2,3}|_{2,3}|<\/?(?:b|strong)(?=[\s>])/g;
const HAS_MARKS = /\*\*|__|<(?:b|strong)(?=[\s>])/;

/** Whether anything in the release is printed otherwise than the rest. */
export const hasPrint: (disclosure: Disclosure) => boolean = remembered(({ source, type }: Disclosure) =>
  type === undefined ? HAS_MARKS.test(source) : type.length > 0,
);

/** How the characters of a passage are printed: as the page says, or as the marks of the text do. */
export const printOf = (passage: Passage, disclosure: Disclosure): PrintAt =>
  known(disclosure, passage, () =>
    disclosure.type === undefined ? printOfText(passage, disclosure.source) : printOfPage(disclosure.type),
  );
const known = rememberedBy<Disclosure, PrintAt>();

/** The same for what stands in a table of a page; the marks of a text have no say there. */
export const printOfCells = ({ type }: Disclosure): PrintAt => (type === undefined ? () => PLAIN : printOfPage(type));

const printOfPage =
  (type: readonly number[]): PrintAt =>
  (place) => {
    let low = 0;
    let high = type.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (type[middle * 2]! <= place) low = middle + 1;
      else high = middle;
    }
    const code = low === 0 ? USUAL_CODE : type[low * 2 - 1]!;
    return { bold: (code & 1) === 1, size: code >> 1 };
  };
const USUAL_CODE = 480;

/** The marks stand where the source has more than the text prints of it. */
function printOfText({ printed: { pieces } }: Passage, source: string): PrintAt {
  const bold: number[] = [];
  let open = -1;
  let last = source.lastIndexOf("\n", Math.max(0, (pieces[1] ?? 0) - 1)) + 1;
  const look = (from: number, to: number): void => {
    for (const { 0: mark, index } of source.slice(from, to).matchAll(MARKS)) {
      if (open >= 0) bold.push(open, from + index);
      open = open >= 0 ? -1 : from + index + mark.length;
    }
  };
  for (let i = 0; i < pieces.length; i += 3) {
    if (pieces[i + 1]! > last) look(last, pieces[i + 1]!);
    last = Math.max(last, pieces[i + 2]!);
  }
  const end = source.indexOf("\n", last);
  look(last, end < 0 ? source.length : end);
  // A mark without its other half tells of nothing.
  if (open >= 0) return () => PLAIN;
  return (place) => {
    for (let i = 0; i < bold.length; i += 2)
      if (place >= bold[i]! && place < bold[i + 1]!) return { bold: true, size: 0 };
    return PLAIN;
  };
}
