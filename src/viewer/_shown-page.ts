import { Tokenizer } from "htmlparser2";
import type { Block } from "../tieout/document.ts";
import { isXhtml } from "../tieout/read/html.ts";
import { isHidden, newWalk, type Walk } from "./_page-stack.ts";
import { closeTag, endWalk, openTag, writeText } from "./_page-walk.ts";
import type { Wardrobe } from "./_wardrobe.ts";
import type { Marker } from "./marked-text.ts";
import { treatmentOf } from "./safe-markup.ts";

const READ: ReadonlySet<string> = new Set(
  (
    "style class hidden align valign width height bgcolor color text face size nowrap colspan rowspan span start value type scope " +
    "alt border cellpadding"
  ).split(" "),
);

/** Writes a page of markup to `out`, element by element, and returns what its body wears. */
export function writePage(
  source: string,
  blocks: readonly Block[],
  out: string[],
  marker: Marker,
  wardrobe: Wardrobe,
): string {
  const walk = newWalk(out, marker, wardrobe);
  const tag = tagReader(source);
  const seen = seenIn(blocks);
  const xhtml = isXhtml(source);
  const put = (text: string, start: number, end: number): void =>
    writeText(walk, text, start, end, isHidden(walk) && /\S/.test(text) && seen(start, end));
  const open = (): void => openTag(walk, tag.name, tag.attributes);
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true, recognizeSelfClosing: xhtml },
    {
      onopentagname: tag.begin,
      onattribname: tag.attribute,
      onattribdata: tag.data,
      onattribentity: tag.entity,
      onattribend: tag.end,
      onopentagend: open,
      onselfclosingtag: () => {
        open();
        if (xhtml && treatmentOf(tag.name).role !== "void") closeTag(walk, tag.name);
      },
      onclosetag: (start, end) => closeTag(walk, source.slice(start, end).toLowerCase()),
      ontext: (start, end) => {
        if (start < 0 || start >= end) return;
        if (isInStyle(walk)) wardrobe.read(source.slice(start, end));
        else put(source.slice(start, end), start, end);
      },
      ontextentity: (code, end) => put(String.fromCodePoint(code), source.lastIndexOf("&", end - 1), end),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  endWalk(walk);
  return walk.body;
}

const isInStyle = ({ stack }: Walk): boolean => stack[stack.length - 1]?.name === "style";

/** Collects the tag that is being read, with those of its attributes that can matter; of two of a name, the first. */
function tagReader(source: string) {
  let attribute = "";
  let value = "";
  const self = {
    name: "",
    attributes: new Map<string, string>(),
    begin: (start: number, end: number): void => {
      self.name = source.slice(start, end).toLowerCase();
      self.attributes = new Map();
    },
    attribute: (start: number, end: number): void => {
      const name = end - start > 12 ? "" : source.slice(start, end).toLowerCase();
      attribute = READ.has(name) ? name : "";
      value = "";
    },
    data: (start: number, end: number): void => {
      if (attribute !== "") value += source.slice(start, end);
    },
    entity: (code: number): void => {
      if (attribute !== "") value += String.fromCodePoint(code);
    },
    end: (): void => {
      if (attribute !== "" && !self.attributes.has(attribute)) self.attributes.set(attribute, value);
      attribute = "";
    },
  };
  return self;
}

/** Asks whether the tie-out has read anything of a stretch of the source. The answer is worked out once it is asked for. */
function seenIn(blocks: readonly Block[]): (start: number, end: number) => boolean {
  let places: readonly (readonly [number, number])[] | undefined;
  return (start, end) => {
    places ??= placesIn(blocks);
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]![1] <= start) low = middle + 1;
      else high = middle;
    }
    return low < places.length && places[low]![0] < end;
  };
}

function placesIn(blocks: readonly Block[]): readonly (readonly [number, number])[] {
  const places: [number, number][] = [];
  for (const block of blocks) {
    const texts =
      block.kind === "table" ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : [block.text];
    for (const { pieces } of texts)
      for (let p = 0; p < pieces.length; p += 3)
        if (pieces[p + 2]! > pieces[p + 1]!) places.push([pieces[p + 1]!, pieces[p + 2]!]);
  }
  return places.sort((a, b) => a[0] - b[0]);
}
