import type { Random } from "./random.ts";

/** What readers trip over, put into the middle of anything. */
const SNIPPETS: readonly string[] = [
  "<table>",
  "</table>",
  "<tr><td>",
  "</td>",
  "<td colspan=1000000000>",
  '<td rowspan="99999999">7</td>',
  "<!--",
  "-->",
  "<pre>",
  "<td style='",
  '<p class="',
  "<script>",
  "</body>",
  "<ix:nonFraction>",
  "</ix:nonFraction>",
  "<![CDATA[",
  "&#x110000;",
  "&#0;",
  "&#55357;",
  "&nbsp",
  "&notanentity;",
  "&",
  "<",
  "\0",
  "\u202e",
  "\ufeff",
  "\u2028",
  "\u00a0",
  "\u001b[31m",
  "(((((((((((((((((((((((",
  "))))))))))))))))",
  "$$$$$$",
  "||||||||||",
  "| --- | --- |",
  "\t\t\t\t\t\t",
  "--------  --------",
  "<S>  <C>   <C>",
  "1,2,3,4,5,6,7,8,9",
  "1.2.3.4.5",
  "99999999999999999999999999999999999999999999999999999999999999",
  "0.000000000000000000000000000000000000000000000000000000000001",
  "$1 million billion trillion",
  "(1)(2)(3)",
  "%%%",
  "12 to 14 to 16 percent",
  "respectively, respectively",
  "February 30, 0000",
  "99/99/9999",
  "in millions of thousands",
  "```",
];

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.codePointAt(0)! & 0xff);

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little);
  return bytes;
}

/** UTF-8 mostly; sometimes another encoding, with or without its mark. */
export function encode(r: Random, text: string): Uint8Array {
  const how = r.fraction();
  if (how < 0.8) return new TextEncoder().encode(text);
  if (how < 0.9) return latin(text);
  if (how < 0.95) return utf16(`\ufeff${text}`, r.chance(0.5));
  return new TextEncoder().encode(`\ufeff${text}`);
}

type Damage = (r: Random, bytes: Uint8Array, other: () => Uint8Array) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** A stretch of at most `limit` bytes. */
function stretch(r: Random, bytes: Uint8Array, limit: number): readonly [number, number] {
  const from = r.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + r.below(limit))];
}

/** The places of a byte, to hit what stands there. */
const placesOf = (bytes: Uint8Array, sought: number): number[] => {
  const places: number[] = [];
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) places.push(at);
  return places;
};

const flip: Damage = (r, bytes) => {
  const copy = bytes.slice();
  for (let n = 1 + r.below(20); n > 0 && copy.length > 0; n--) copy[r.below(copy.length)]! ^= 1 << r.below(8);
  return copy;
};

const cutOut: Damage = (r, bytes) => {
  const [from, to] = stretch(r, bytes, 400);
  return joined(bytes.subarray(0, from), bytes.subarray(to));
};

const repeat: Damage = (r, bytes) => {
  const [from, to] = stretch(r, bytes, 400);
  const again = Array.from({ length: 1 + r.below(r.chance(0.2) ? 40 : 4) }, () => bytes.subarray(from, to));
  return joined(bytes.subarray(0, to), ...again, bytes.subarray(to));
};

const truncate: Damage = (r, bytes) => bytes.subarray(0, r.below(bytes.length + 1));

const insert: Damage = (r, bytes) => {
  const at = r.below(bytes.length + 1);
  return joined(bytes.subarray(0, at), new TextEncoder().encode(r.pick(SNIPPETS)), bytes.subarray(at));
};

/** A tag taken out, opening or closing. */
const dropTag: Damage = (r, bytes) => {
  const opens = placesOf(bytes, 0x3c);
  if (opens.length === 0) return bytes;
  const from = r.pick(opens);
  const to = bytes.indexOf(0x3e, from);
  return to < 0 ? bytes : joined(bytes.subarray(0, from), bytes.subarray(to + 1));
};

const splice: Damage = (r, bytes, other) => {
  const more = other();
  return joined(bytes.subarray(0, r.below(bytes.length + 1)), more.subarray(r.below(more.length + 1)));
};

const digits: Damage = (r, bytes) => {
  const copy = bytes.slice();
  for (let i = 0; i < copy.length; i++)
    if (copy[i]! >= 0x30 && copy[i]! <= 0x39 && r.chance(0.02))
      copy[i] = r.pick([0x30 + r.below(10), 0x2c, 0x2e, 0x20, 0x28]);
  return copy;
};

const lines: Damage = (r, bytes) => {
  const ends = placesOf(bytes, 0x0a);
  if (ends.length < 2) return bytes;
  const at = r.below(ends.length - 1);
  const line = bytes.subarray(ends[at]! + 1, ends[at + 1]! + 1);
  const there = r.pick(ends) + 1;
  return joined(bytes.subarray(0, there), line, bytes.subarray(there));
};

const DAMAGES: readonly Damage[] = [
  flip,
  cutOut,
  repeat,
  truncate,
  insert,
  insert,
  dropTag,
  dropTag,
  splice,
  digits,
  lines,
];

/** The bytes damaged in one to six ways; `other` gives another page to splice in. */
export function mutate(r: Random, bytes: Uint8Array, other: () => Uint8Array): Uint8Array {
  let now = bytes;
  for (let n = 1 + r.below(6); n > 0; n--) now = r.pick(DAMAGES)(r, now, other);
  return now;
}
