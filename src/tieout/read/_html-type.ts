import { type Style, styleOf } from "./_html-style.ts";

/** What the classes of an element, or its size as a font element has it, say of its print. */
export type Look = Pick<Style, "bold" | "size">;

/** The size of print where a page says nothing, in twentieths of a point. */
export const USUAL = 240;

/** Notes that print changes: pairs of a place in the source and what is printed from there on, twice its size and one more where it is bold. */
export function note(type: number[], start: number, size: number, bold: boolean): void {
  const code = size * 2 + (bold ? 1 : 0);
  if (code !== (type.at(-1) ?? USUAL * 2)) type.push(start, code);
}

/** The size that a style sets within print of another size. */
export const sizedBy = (size: number, around: number): number =>
  size === 0 ? around : size > 0 ? size : Math.round((around * -size) / 100);

const SHEET = /<[Ss][Tt][Yy][Ll][Ee]\b[^>]{0,300}>([^<]{0,200000})/g;
const OF_CLASS = /^\s*[A-Za-z0-9]{0,10}\.([\w-]{1,80})\s*$/;

/** What the style sheets of a page say of the weight and the size of a class; whatever is not said of a class alone is left out. */
export function looksOf(source: string): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look>();
  for (const [, sheet = ""] of source.matchAll(SHEET))
    for (const rule of sheet.split("}")) {
      const open = rule.lastIndexOf("{");
      const body = rule.slice(open + 1);
      if (open < 0 || !/[Ff]ont|FONT/.test(body)) continue;
      // What stands before the selectors of the first rule within "@media" ends with a bracket as well.
      const selectors = rule.slice(rule.lastIndexOf("{", open - 1) + 1, open);
      const { bold, size } = styleOf(body);
      if (bold === undefined && size === 0) continue;
      for (const selector of selectors.split(",")) {
        const name = OF_CLASS.exec(selector)?.[1];
        if (name !== undefined) looks.set(name, together(looks.get(name), { bold, size }));
      }
    }
  return looks;
}

const together = (before: Look | undefined, { bold, size }: Look): Look => ({
  bold: bold ?? before?.bold,
  size: size === 0 ? (before?.size ?? 0) : size,
});

/** What the classes of an element say together. */
export function lookOf(looks: ReadonlyMap<string, Look>, classes: string): Look | undefined {
  let look: Look | undefined;
  for (const name of classes.split(/\s+/)) {
    const one = looks.get(name);
    if (one !== undefined) look = together(look, one);
  }
  return look;
}

const FONT_SIZES = [150, 195, USUAL, 270, 360, 480, 720];
const OF_BASE = 3;

/** "5", "+1": the size of a font element. */
export function fontSize(written: string): Look | undefined {
  const digit = /^\s*([+-]?)([1-7])\s*$/.exec(written);
  if (digit === null) return undefined;
  const step = (digit[2] ?? "").charCodeAt(0) - 48;
  const nth = digit[1] === "" ? step : OF_BASE + (digit[1] === "-" ? -step : step);
  const size = FONT_SIZES[Math.max(1, Math.min(nth, FONT_SIZES.length)) - 1];
  return size === undefined ? undefined : { bold: undefined, size };
}
