import { isAlnum, isSpace } from "./char.ts";

/** A run of characters without white space, and where a web or mail address in it starts and ends (-1 where none does). */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly linkFrom: number;
  readonly linkTo: number;
}

export const NO_CHUNK: Chunk = { from: 0, to: 0, linkFrom: -1, linkTo: -1 };

const MAIL = 64;
const COLON = 58;

/** Characters that end an address though no white space does. */
const isStop = (c: number): boolean =>
  isSpace(c) || c === 60 || c === 62 || c === 34 || c === 124 || c === 0x201d || c === 93;

/**
 * The chunk around `at`, looked at once and handed back until `at` leaves it, so that a text costs no more than its length.
 * `floor` is where the chunk may start.
 */
export function chunkAt(text: string, at: number, floor: number, known: Chunk): Chunk {
  if (at >= known.from && at < known.to) return known;
  let from = at;
  while (from > floor && !isStop(text.charCodeAt(from - 1))) from--;
  let to = at;
  let mail = -1;
  let scheme = -1;
  let www = -1;
  for (; to < text.length && !isStop(text.charCodeAt(to)); to++);
  for (let p = from; p < to; p++) {
    const c = text.charCodeAt(p);
    if (c === MAIL && mail < 0 && p > from && isAlnum(text.charCodeAt(p - 1)) && isAlnum(text.charCodeAt(p + 1)))
      mail = p;
    else if (c === COLON && scheme < 0 && text.charCodeAt(p + 1) === 47 && text.charCodeAt(p + 2) === 47) scheme = p;
    else if ((c | 32) === 119 && www < 0 && isWww(text, p)) www = p;
  }
  return { from, to, ...linkIn(text, from, to, mail, scheme, www) };
}

const isWww = (text: string, p: number): boolean =>
  text.charCodeAt(p + 3) === 46 && text.slice(p, p + 3).toLowerCase() === "www" && !isAlnum(text.charCodeAt(p - 1));

function linkIn(
  text: string,
  from: number,
  to: number,
  mail: number,
  scheme: number,
  www: number,
): { readonly linkFrom: number; readonly linkTo: number } {
  let start = scheme >= 0 ? scheme : www >= 0 ? www : mail;
  if (start < 0) start = barePath(text, from, to);
  if (start < 0) return { linkFrom: -1, linkTo: -1 };
  let linkFrom = start;
  if (start !== www) while (linkFrom > from && isAddress(text.charCodeAt(linkFrom - 1))) linkFrom--;
  let linkTo = to;
  while (linkTo > start + 1 && !isAlnum(text.charCodeAt(linkTo - 1)) && text.charCodeAt(linkTo - 1) !== 47) linkTo--;
  return { linkFrom, linkTo };
}

const isAddress = (c: number): boolean => isAlnum(c) || c === 46 || c === 45 || c === 95 || c === 43;

const PATH =
  /(?:[a-z0-9-]{1,30}\.){1,4}(?:com|org|net|gov|edu|io|ai|co|eu|de|fr|uk|ca|tv|biz|info)\/|[a-z]\w{0,40}\.(?:pdf|html?|xlsx?|docx?)(?!\w)/iy;

/** An address without scheme ("q4inc.com/123"), or a file name, at the head of the chunk. */
function barePath(text: string, from: number, to: number): number {
  let p = from;
  while (p < to && !isAlnum(text.charCodeAt(p))) p++;
  PATH.lastIndex = p;
  return PATH.test(text) && PATH.lastIndex <= to ? p : -1;
}
